// Reads the front matter of an official document: everything that has a fixed place on its pages.
#include <format/markdown/internal/notice_fields.h>

#include <cstdlib>
#include <utility>

#include <bichig/base/utf.h>

namespace bichig::format {

namespace {

bool boolean(const YamlFields& fields, const char* key) {
    const std::string value = to_utf8(fields.text(key).text);
    if (value != "true" && value != "false") {
        throw fields.error(key, "'" + value + "' is neither true nor false", "write true or false");
    }
    return value == "true";
}

notice::Profile profile_of(const YamlFields& fields, const std::string& base_folder) {
    const std::string name = to_utf8(fields.text("profile").text);
    Result<notice::Profile> profile = notice::find_profile(name, base_folder);
    if (profile) return std::move(*profile);
    const Error& found = profile.error();
    // What is wrong inside of a profile is said with its place there.
    const bool inside = !found.where.file.empty();
    Error error = fields.error("profile", inside ? "in profile " + describe(found.where) + ": " + found.message
                                                 : found.message, found.hint);
    error.code = found.code;
    throw error;
}

/// Names, or mappings with an office.
std::vector<notice::Signer> signers_of(const YamlText& text, const YamlFields& fields) {
    std::vector<notice::Signer> signers;
    if (!fields.has("signers")) return signers;
    const YAML::Node list = fields.node("signers");
    if (!list.IsSequence() || list.size() == 0) {
        throw fields.error("signers", "a list is wanted here", "write '- {office: …, name: …}' or '- name'");
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string path = fields.path("signers") + "[" + std::to_string(i) + "]";
        notice::Signer& signer = signers.emplace_back();
        if (!list[i].IsMap()) {
            signer.name = fields.field(list[i], path);
            continue;
        }
        const YamlFields own{text, list[i], path, {"office", "name"}};
        signer.office = own.text("office");
        signer.name = own.text("name");
    }
    return signers;
}

notice::Version read_version(const YamlText& text, const YAML::Node& node, const std::string& path) {
    const YamlFields fields{text, node, path,
                            {"language", "copy_number", "secrecy", "secrecy_term", "urgency", "signers", "title",
                             "addressee", "attachments", "attendance", "signature", "date", "annotation", "cc",
                             "printing"}};
    notice::Version version;
    version.language = to_utf8(fields.text("language", true).text);
    if (version.language != "mn-Mong" && version.language != "zh-Hans") {
        throw fields.error("language", "'" + version.language + "' is no language of a notice",
                           "write mn-Mong (vertical lines) or zh-Hans (horizontal lines)");
    }
    version.copy_number = fields.text("copy_number");
    version.secrecy = fields.text("secrecy");
    version.secrecy_term = fields.text("secrecy_term");
    version.urgency = fields.text("urgency");
    version.signers = signers_of(text, fields);
    version.title = fields.text("title");
    version.addressee = fields.text("addressee");
    version.attachments = fields.texts("attachments");
    if (fields.has("attendance")) {
        const YamlFields attendance{text, fields.node("attendance"), fields.path("attendance"),
                                    {"present", "excused", "observers"}};
        version.present = attendance.text("present");
        version.excused = attendance.text("excused");
        version.observers = attendance.text("observers");
    }
    version.signatures = fields.text_or_texts("signature");
    version.date = fields.text("date");
    version.annotation = fields.text("annotation");
    version.carbon_copy = fields.text("cc");
    if (fields.has("printing")) {
        const YamlFields printing{text, fields.node("printing"), path + ".printing", {"body", "date"}};
        version.printing_body = printing.text("body", true);
        version.printing_date = printing.text("date", true);
    }
    return version;
}

void read_head(const YamlText& text, const YamlFields& fields, notice::Notice& notice) {
    if (fields.has("mark_word")) notice.mark_word = boolean(fields, "mark_word");
    if (fields.has("sealed")) notice.sealed = boolean(fields, "sealed");
    if (fields.has("arrangement")) {
        const std::string name = to_utf8(fields.text("arrangement").text);
        const auto arrangement = notice::arrangement_named(name);
        if (!arrangement) {
            throw fields.error("arrangement", "'" + name + "' is no arrangement of versions",
                               "write parts, facing, parallel or stacked");
        }
        notice.arrangement = *arrangement;
    }
    if (fields.has("writing_mode")) {
        const std::string mode = to_utf8(fields.text("writing_mode").text);
        if (mode != "vertical_lr" && mode != "horizontal_tb") {
            throw fields.error("writing_mode", "'" + mode + "' is no writing mode",
                               "write vertical_lr or horizontal_tb");
        }
        notice.page_mode = mode == "vertical_lr" ? document::WritingMode::vertical_lr
                                                 : document::WritingMode::horizontal_tb;
    }
    const YamlFields issuer{text, fields.node("issuer", true), "issuer", {"mn", "zh"}};
    notice.issuers_mongolian = issuer.text_or_texts("mn");
    notice.issuers_chinese = issuer.text_or_texts("zh");
    if (!fields.has("number")) return;
    const YamlFields number{text, fields.node("number"), "number", {"mn", "zh"}};
    notice.number_mongolian = number.text("mn");
    notice.number_chinese = number.text("zh", true);
}

/// An error at the value of `pointer`, or at the deepest one on the way that is there.
Error error_at(const YamlText& text, YAML::Node node, const notice::Fault& fault) {
    std::string key;
    bool there = true;
    for (std::size_t at = 0; at < fault.pointer.size();) {
        const std::size_t end = std::min(fault.pointer.find('/', at + 1), fault.pointer.size());
        const std::string step = fault.pointer.substr(at + 1, end - at - 1);
        const bool index = step.find_first_not_of("0123456789") == std::string::npos;
        key += index ? "[" + step + "]" : (key.empty() ? "" : ".") + step;
        if (there) {
            const YAML::Node next = node.IsSequence() ? node[std::strtoul(step.c_str(), nullptr, 10)]
                                    : node.IsMap()    ? node[step]
                                                      : YAML::Node{YAML::NodeType::Undefined};
            there = next.IsDefined();
            if (there) node.reset(next);
        }
        at = end;
    }
    return text.error(node.Mark(), key, fault.message, fault.hint);
}

}  // namespace

notice::Notice read_notice_fields(const YamlText& text, const YAML::Node& root, notice::Kind kind,
                                  const std::string& base_folder) {
    const YamlFields fields{text, root, "",
                            {"kind", "profile", "issuer", "mark_word", "number", "date", "author", "subject",
                             "keywords", "sealed", "arrangement", "writing_mode", "versions"}};
    notice::Notice notice;
    notice.kind = kind;
    notice.properties.date = yaml_date(fields);
    notice.properties.author = fields.text("author").text;
    notice.properties.subject = fields.text("subject").text;
    notice.properties.keywords = plain_texts(fields.texts("keywords"));
    if (fields.has("profile")) notice.profile = profile_of(fields, base_folder);
    read_head(text, fields, notice);
    const YAML::Node versions = fields.node("versions", true);
    if (!versions.IsSequence() || versions.size() == 0) {
        throw fields.error("versions", "a list of language versions is wanted here",
                           "write '- language: mn-Mong' and its fields under it");
    }
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const std::string path = "versions[" + std::to_string(i) + "]";
        notice::Version version = read_version(text, versions[i], path);
        for (const notice::Version& other : notice.versions) {
            if (other.language == version.language) {
                throw text.error(versions[i].Mark(), path + ".language",
                                 "there are two versions in " + version.language, "give each language once");
            }
        }
        notice.versions.push_back(std::move(version));
    }
    if (const auto fault = notice::fault_of(notice)) throw error_at(text, root, *fault);
    return notice;
}

}  // namespace bichig::format
