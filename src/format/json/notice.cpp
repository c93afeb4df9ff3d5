// Reads an official document: the fields of its head, and its language versions.
#include <format/json/internal/notice.h>

#include <cstdlib>
#include <utility>

#include <bichig/document/stylesheet.h>
#include <bichig/notice/styles.h>

#include <format/json/internal/blocks.h>

namespace bichig::format {

namespace {

using notice::Field;

void set_field(const JsonFields& fields, std::string_view name, Field& out) {
    fields.set(name, out, &JsonPlace::field);
}

std::vector<Field> texts(const JsonPlace& place) {
    std::vector<Field> made;
    for (const JsonPlace& item : place.items()) made.push_back(item.field());
    return made;
}

/// One text, or a list of them.
void set_fields(const JsonFields& fields, std::string_view name, std::vector<Field>& out) {
    const auto found = fields.find(name);
    if (!found) return;
    const bool several = found->value().kind == JsonValue::Kind::array;
    out = several ? texts(*found) : std::vector<Field>{found->field()};
    if (out.empty()) throw found->fault("an empty list", "name a body, or leave the field out");
}

/// The value at `pointer`, or the deepest one on the way that is there.
JsonPlace deepest_at(JsonPlace place, std::string_view pointer) {
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string step{pointer.substr(0, pointer.find('/'))};
        pointer.remove_prefix(step.size());
        const JsonValue& value = place.value();
        const JsonValue* next = nullptr;
        if (value.kind == JsonValue::Kind::array) {
            const auto index = static_cast<std::size_t>(std::strtoul(step.c_str(), nullptr, 10));
            if (index < value.items.size()) next = &value.items[index];
        }
        for (const JsonMember& member : value.members) {
            if (member.name == step) next = &member.value;
        }
        if (next == nullptr) return place;
        place = JsonPlace{*next, place.pointer() + "/" + step};
    }
    return place;
}

class NoticeReader {
public:
    NoticeReader(notice::Kind kind, const std::string& base_folder) : base_folder_{base_folder} { notice_.kind = kind; }

    notice::Notice read(const JsonPlace& root) {
        const JsonFields fields{root,
                                {"kind", "profile", "issuer", "mark_word", "number", "date", "author", "subject",
                                 "keywords", "sealed", "arrangement", "writing_mode", "styles", "versions"}};
        read_json_properties(fields, notice_.properties);
        read_head(fields);
        notice_.styles = notice::body_styles(notice_.profile);
        const StyleNames styles{notice_.styles, fields.find("styles")};
        const JsonPlace versions = fields.at("versions");
        for (const JsonPlace& place : versions.items()) {
            notice::Version version = read_version(place, styles);
            for (const notice::Version& other : notice_.versions) {
                if (other.language != version.language) continue;
                throw place.fault("there are two versions in " + version.language, "give each language once");
            }
            notice_.versions.push_back(std::move(version));
        }
        if (notice_.versions.empty()) throw versions.fault("a notice without versions", "add a version");
        if (const auto fault = notice::fault_of(notice_)) {
            throw deepest_at(root, fault->pointer).fault(fault->message, fault->hint);
        }
        for (std::size_t i = 0; i < notice_.versions.size(); ++i) {
            const auto fault = notice::annex_fault(notice_.versions[i]);
            if (!fault) continue;
            const std::string pointer = "/versions/" + std::to_string(i) + "/annexes/" + std::to_string(fault->annex);
            throw deepest_at(root, pointer).fault(fault->message, fault->hint);
        }
        return std::move(notice_);
    }

private:
    void read_head(const JsonFields& fields) {
        if (const auto place = fields.find("profile")) {
            Result<notice::Profile> profile = notice::find_profile(place->string(), base_folder_);
            if (!profile) {
                JsonFault fault = place->fault(profile.error().message, profile.error().hint);
                // What is wrong inside of a profile is said with its place there.
                if (!profile.error().where.file.empty()) {
                    fault.error.message = "in profile " + describe(profile.error().where) + ": " + fault.error.message;
                }
                fault.error.code = profile.error().code;
                throw fault;
            }
            notice_.profile = std::move(*profile);
        }
        const JsonFields issuer{fields.at("issuer"), {"mn", "zh"}};
        set_fields(issuer, "mn", notice_.issuers_mongolian);
        set_fields(issuer, "zh", notice_.issuers_chinese);
        if (const auto place = fields.find("mark_word")) notice_.mark_word = place->boolean();
        if (const auto place = fields.find("number")) {
            const JsonFields number{*place, {"mn", "zh"}};
            set_field(number, "mn", notice_.number_mongolian);
            notice_.number_chinese = number.at("zh").field();
        }
        if (const auto place = fields.find("sealed")) notice_.sealed = place->boolean();
        if (const auto place = fields.find("arrangement")) {
            const auto arrangement = notice::arrangement_named(place->string());
            if (!arrangement) {
                throw place->fault("'" + place->string() + "' is no arrangement of versions",
                                   "write parts, facing, parallel or stacked");
            }
            notice_.arrangement = *arrangement;
        }
        notice_.page_mode = read_writing_mode(fields, "");
    }

    notice::Version read_version(const JsonPlace& place, const StyleNames& styles) const {
        const JsonFields fields{place, {"language", "copy_number", "secrecy", "secrecy_term", "urgency", "signers",
                                        "title", "addressee", "attachments", "attendance", "signature", "date",
                                        "annotation", "cc", "printing", "blocks", "annexes"}};
        notice::Version version;
        version.language = fields.at("language").one_of<const char*>({{"mn-Mong", "mn-Mong"}, {"zh-Hans", "zh-Hans"}});
        set_field(fields, "title", version.title);
        set_field(fields, "copy_number", version.copy_number);
        set_field(fields, "secrecy", version.secrecy);
        set_field(fields, "secrecy_term", version.secrecy_term);
        set_field(fields, "urgency", version.urgency);
        set_field(fields, "addressee", version.addressee);
        if (const auto signers = fields.find("signers")) version.signers = read_signers(*signers);
        if (const auto attachments = fields.find("attachments")) version.attachments = texts(*attachments);
        if (const auto found = fields.find("attendance")) {
            const JsonFields attendance{*found, {"present", "excused", "observers"}};
            set_field(attendance, "present", version.present);
            set_field(attendance, "excused", version.excused);
            set_field(attendance, "observers", version.observers);
        }
        set_fields(fields, "signature", version.signatures);
        set_field(fields, "date", version.date);
        set_field(fields, "annotation", version.annotation);
        set_field(fields, "cc", version.carbon_copy);
        if (const auto found = fields.find("printing")) {
            const JsonFields printing{*found, {"body", "date"}};
            version.printing_body = printing.at("body").field();
            version.printing_date = printing.at("date").field();
        }
        const document::WritingMode mode = document::writing_mode_of(version.language);
        const JsonBlockOptions options{mode, version.language, base_folder_, true};
        version.body = read_json_blocks(fields.at("blocks"), styles, options);
        if (const auto annexes = fields.find("annexes")) {
            for (const JsonPlace& item : annexes->items()) {
                const JsonFields annex{item, {"title", "blocks"}};
                notice::Annex& made = version.annexes.emplace_back();
                set_field(annex, "title", made.title);
                made.body = read_json_blocks(annex.at("blocks"), styles, options);
                made.source = item.value().source;
            }
        }
        return version;
    }

    /// Names, or objects with an office.
    static std::vector<notice::Signer> read_signers(const JsonPlace& place) {
        std::vector<notice::Signer> signers;
        for (const JsonPlace& item : place.items()) {
            notice::Signer& signer = signers.emplace_back();
            if (item.value().kind == JsonValue::Kind::string) {
                signer.name = item.field();
                continue;
            }
            const JsonFields fields{item, {"office", "name"}};
            set_field(fields, "office", signer.office);
            set_field(fields, "name", signer.name);
        }
        return signers;
    }

    const std::string& base_folder_;
    notice::Notice notice_;
};

}  // namespace

notice::Notice read_json_notice(const JsonPlace& root, notice::Kind kind, const std::string& base_folder) {
    return NoticeReader{kind, base_folder}.read(root);
}

}  // namespace bichig::format
