// Reads front matter: the fields of a plain document, or the kind of an official one, with an error for every key that
// is not known.
#include <format/markdown/internal/front_matter.h>

#include <algorithm>

#include <yaml-cpp/yaml.h>

#include <bichig/base/utf.h>

#include <format/markdown/internal/notice_fields.h>
#include <format/markdown/internal/sign_fields.h>
#include <format/markdown/internal/yaml_fields.h>

namespace bichig::format {

namespace {

bool is_fence(std::string_view line, std::string_view fence) {
    const std::size_t end = line.find_last_not_of(" \t\r");
    return end != std::string_view::npos && line.substr(0, end + 1) == fence;
}

std::string known_kinds() {
    std::string names = "document, sign";
    for (const notice::Kind kind : notice::kinds) names.append(", ").append(notice::name_of(kind));
    return names;
}

/// How the pages of a document with left and right pages stand.
void read_facing(const YamlFields& fields, FrontMatter& out) {
    const std::string level = to_utf8(fields.text("align_headings").text);
    const std::string blank = to_utf8(fields.text("leading_blank").text);
    if (level.empty() && blank.empty()) return;
    out.facing.emplace();
    if (!level.empty()) {
        if (level.size() != 1 || level.front() < '0' || level.front() > '6') {
            throw fields.error("align_headings", "'" + level + "' is no level of headings", "write 0 to 6");
        }
        out.facing->align_headings = static_cast<std::uint8_t>(level.front() - '0');
    }
    if (!blank.empty() && blank != "true" && blank != "false") {
        throw fields.error("leading_blank", "'" + blank + "' is neither true nor false", "write true or false");
    }
    out.facing->leading_blank = blank != "false";
}

void read_plain(const YamlText& text, const YAML::Node& root, FrontMatter& out) {
    const YamlFields fields{text, root, "",
                            {"kind", "title", "author", "subject", "language", "date", "keywords", "orientation",
                             "align_headings", "leading_blank"}};
    out.properties.title = fields.text("title").text;
    out.properties.author = fields.text("author").text;
    out.properties.subject = fields.text("subject").text;
    out.properties.language = to_utf8(fields.text("language").text);
    out.properties.keywords = plain_texts(fields.texts("keywords"));
    out.properties.date = yaml_date(fields);
    const std::string orientation = to_utf8(fields.text("orientation").text);
    if (orientation == "portrait") {
        out.orientation = FrontMatter::Orientation::portrait;
    } else if (orientation == "landscape") {
        out.orientation = FrontMatter::Orientation::landscape;
    } else if (!orientation.empty()) {
        throw fields.error("orientation", "'" + orientation + "' is no orientation", "write portrait or landscape");
    }
    read_facing(fields, out);
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

Result<FrontMatter> read_front_matter(const SourceText& source, const FrontMatterPlace& place,
                                      const std::string& base_folder) {
    const YamlText text{&source, place.begin, place.end};
    try {
        // yaml-cpp takes the end of the text for a closing quote, but not the mark of the document's end.
        const YAML::Node root =
            YAML::Load(std::string{source.bytes().substr(place.begin, place.end - place.begin)} + "\n...\n");
        FrontMatter made;
        if (root.IsNull()) return made;
        const YAML::Node kind = root.IsMap() ? root["kind"] : YAML::Node{YAML::NodeType::Undefined};
        const std::string name = kind && kind.IsScalar() ? kind.Scalar() : std::string{kind ? "" : "document"};
        const auto official = notice::kind_named(name);
        if (name == "sign") {
            made.sign = read_sign_fields(text, root);
            return made;
        }
        if (name != "document" && !official) {
            return fail(text.error(kind.Mark(), "kind", "'" + name + "' is no kind of document",
                                   "write " + known_kinds()));
        }
        made.is_notice = official.has_value();
        if (official) {
            made.notice = read_notice_fields(text, root, *official, base_folder);
        } else {
            read_plain(text, root, made);
        }
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
