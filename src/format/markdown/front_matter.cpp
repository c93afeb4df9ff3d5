// Reads front matter: the fields of a plain document or of a notice, with an error for every key that is not known.
#include <format/markdown/internal/front_matter.h>

#include <algorithm>

#include <yaml-cpp/yaml.h>

#include <bichig/base/utf.h>

#include <document/internal/files.h>
#include <format/markdown/internal/yaml_fields.h>

namespace bichig::format {

namespace {

bool is_fence(std::string_view line, std::string_view fence) {
    const std::size_t end = line.find_last_not_of(" \t\r");
    return end != std::string_view::npos && line.substr(0, end + 1) == fence;
}

std::string utf8(const notice::Field& field) { return to_utf8(field.text); }

std::vector<std::u16string> plain(std::vector<notice::Field> fields) {
    std::vector<std::u16string> texts;
    for (notice::Field& field : fields) texts.push_back(std::move(field.text));
    return texts;
}

std::string date_of(const YamlFields& fields) {
    std::string date = utf8(fields.text("date"));
    if (!date.empty() && !document::is_iso_date(date)) {
        throw fields.error("date", "'" + date + "' is no date", "write year, month and day as 2024-05-16");
    }
    return date;
}

void read_plain(const YamlText& text, const YAML::Node& root, FrontMatter& out) {
    const YamlFields fields{text, root, "",
                            {"kind", "title", "author", "subject", "language", "date", "keywords", "orientation"}};
    out.properties.title = fields.text("title").text;
    out.properties.author = fields.text("author").text;
    out.properties.subject = fields.text("subject").text;
    out.properties.language = utf8(fields.text("language"));
    out.properties.keywords = plain(fields.texts("keywords"));
    out.properties.date = date_of(fields);
    const std::string orientation = utf8(fields.text("orientation"));
    if (orientation == "portrait") {
        out.orientation = FrontMatter::Orientation::portrait;
    } else if (orientation == "landscape") {
        out.orientation = FrontMatter::Orientation::landscape;
    } else if (!orientation.empty()) {
        throw fields.error("orientation", "'" + orientation + "' is no orientation", "write portrait or landscape");
    }
}

notice::Version read_version(const YamlText& text, const YAML::Node& node, const std::string& path) {
    const YamlFields fields{text, node, path,
                            {"language", "copy_number", "secrecy", "urgency", "title", "addressee", "attachments",
                             "signature", "date", "annotation", "cc", "printing"}};
    notice::Version version;
    version.language = utf8(fields.text("language", true));
    if (version.language != "mn-Mong" && version.language != "zh-Hans") {
        throw fields.error("language", "'" + version.language + "' is no language of a notice",
                           "write mn-Mong (vertical lines) or zh-Hans (horizontal lines)");
    }
    version.copy_number = fields.text("copy_number");
    version.secrecy = fields.text("secrecy");
    version.urgency = fields.text("urgency");
    version.title = fields.text("title", true);
    version.addressee = fields.text("addressee");
    version.attachments = fields.texts("attachments");
    version.signature = fields.text("signature");
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

void read_notice(const YamlText& text, const YAML::Node& root, FrontMatter& out) {
    const YamlFields fields{text, root, "",
                            {"kind", "issuer", "number", "date", "author", "subject", "keywords", "sealed",
                             "versions"}};
    notice::Notice& notice = out.notice;
    notice.properties.date = date_of(fields);
    notice.properties.author = fields.text("author").text;
    notice.properties.subject = fields.text("subject").text;
    notice.properties.keywords = plain(fields.texts("keywords"));
    const std::string sealed = utf8(fields.text("sealed"));
    if (!sealed.empty() && sealed != "true" && sealed != "false") {
        throw fields.error("sealed", "'" + sealed + "' is neither true nor false", "write true or false");
    }
    notice.sealed = sealed != "false";
    const YamlFields issuer{text, fields.node("issuer", true), "issuer", {"mn", "zh"}};
    notice.issuer_mongolian = issuer.text("mn", true);
    notice.issuer_chinese = issuer.text("zh", true);
    if (fields.has("number")) {
        const YamlFields number{text, fields.node("number"), "number", {"mn", "zh"}};
        notice.number_mongolian = number.text("mn");
        notice.number_chinese = number.text("zh", true);
    }
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
}

}  // namespace

Result<FrontMatterPlace> find_front_matter(const SourceText& source, std::uint32_t begin) {
    FrontMatterPlace place;
    place.body = begin;
    const std::string_view bytes = source.bytes();
    const auto line_at = [&](std::size_t at) {
        return bytes.substr(at, std::min(bytes.find('\n', at), bytes.size()) - at);
    };
    if (begin >= bytes.size() || !is_fence(line_at(begin), "---")) return place;
    place.present = true;
    for (std::size_t at = begin + line_at(begin).size() + 1; at < bytes.size(); at += line_at(at).size() + 1) {
        if (place.begin == 0) place.begin = static_cast<std::uint32_t>(at);
        if (!is_fence(line_at(at), "---") && !is_fence(line_at(at), "...")) continue;
        place.end = static_cast<std::uint32_t>(at);
        place.body = static_cast<std::uint32_t>(std::min(at + line_at(at).size() + 1, bytes.size()));
        return place;
    }
    return fail(source.error(begin, "the front matter is not closed",
                             "end it with a line ---, or begin the text with *** for a rule"));
}

Result<FrontMatter> read_front_matter(const SourceText& source, const FrontMatterPlace& place) {
    const YamlText text{&source, place.begin, place.end};
    try {
        // yaml-cpp takes the end of the text for a closing quote, but not the mark of the document's end.
        const YAML::Node root =
            YAML::Load(std::string{source.bytes().substr(place.begin, place.end - place.begin)} + "\n...\n");
        FrontMatter made;
        if (root.IsNull()) return made;
        const YAML::Node kind = root.IsMap() ? root["kind"] : YAML::Node{YAML::NodeType::Undefined};
        const std::string name = kind && kind.IsScalar() ? kind.Scalar() : std::string{kind ? "" : "document"};
        if (name != "document" && name != "notice") {
            return fail(text.error(kind.Mark(), "kind", "'" + name + "' is no kind of document",
                                   "write document or notice"));
        }
        made.is_notice = name == "notice";
        made.is_notice ? read_notice(text, root, made) : read_plain(text, root, made);
        return made;
    } catch (Error& error) {
        return fail(std::move(error));
    } catch (const YAML::Exception& exception) {
        return fail(text.error(exception.mark, "", "the front matter is no YAML: " + exception.msg,
                               "check colons, quotes and indents of this line"));
    } catch (const std::exception& exception) {
        return fail(text.error(YAML::Mark::null_mark(), "",
                               std::string{"the front matter is no YAML: "} + exception.what(),
                               "check colons, quotes and indents"));
    }
}

}  // namespace bichig::format
