// Parses Markdown part by part, so that the tree of a long document never stands in memory as a whole.
#include <format/markdown/internal/tree.h>

#include <algorithm>
#include <vector>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

namespace bichig::format {

namespace {

/// The extensions of GitHub that are read; raw HTML is refused, so that none need filter it.
const std::vector<cmark_syntax_extension*>& extensions() {
    static const std::vector<cmark_syntax_extension*> known = [] {
        cmark_gfm_core_extensions_ensure_registered();
        std::vector<cmark_syntax_extension*> found;
        for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
            found.push_back(cmark_find_syntax_extension(name));
        }
        return found;
    }();
    return known;
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

bool begins_new_block(std::string_view line) {
    const char c = line.empty() ? '\0' : line.front();
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '#' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void NodeDeleter::operator()(cmark_node* node) const { cmark_node_free(node); }

Tree parse_markdown(std::string_view text, bool footnotes) {
    const std::unique_ptr<cmark_parser, void (*)(cmark_parser*)> parser{
        cmark_parser_new(footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT), cmark_parser_free};
    for (cmark_syntax_extension* extension : extensions()) {
        cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return Tree{cmark_parser_finish(parser.get())};
}

std::uint32_t end_of_part(std::string_view bytes, std::uint32_t begin, std::uint32_t end, std::uint32_t wanted) {
    if (end - begin <= wanted) return end;
    const std::string_view text = bytes.substr(0, end);
    std::size_t line = text.find('\n', begin + wanted);
    bool after_blank = false;
    while (line != std::string_view::npos && ++line < end) {
        const std::size_t next = text.find('\n', line);
        const std::string_view content = text.substr(line, next == std::string_view::npos ? next : next - line);
        if (after_blank && begins_new_block(content)) return static_cast<std::uint32_t>(line);
        after_blank = is_blank_line(content);
        line = next;
    }
    return end;
}

bool may_define_references(std::string_view text) {
    for (std::size_t at = text.find("]:"); at != std::string_view::npos; at = text.find("]:", at + 1)) {
        const std::size_t line = text.substr(0, at).find_last_of("\n\r") + 1;  // npos + 1 is 0
        const std::size_t first = text.find_first_not_of(" \t>-+*0123456789.)", line);
        // A label may go over lines: then its first line does not show here, but its "[" cannot be far.
        if (first < at && text[first] == '[') return true;
        const std::size_t open = text.substr(0, at).rfind('[');
        if (open != std::string_view::npos && open < line && at - open < 1000) return true;
    }
    return false;
}

}  // namespace bichig::format
