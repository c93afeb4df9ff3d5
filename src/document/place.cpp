// From the bytes of a source to the line and column that an editor shows.
#include <algorithm>
#include <cstring>

#include <bichig/document/text.h>

namespace bichig::document {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Lines end at LF, CR LF or a CR alone, as in Markdown. Returns the number of lines that end before `offset` and
/// sets `line_begin` to the start of the line that `offset` is in.
std::uint32_t ended_lines(std::string_view bytes, std::size_t offset, std::size_t& line_begin) {
    const std::string_view before = bytes.substr(0, offset);
    std::uint32_t lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    if (before.find('\r') == std::string_view::npos) return lines;
    for (std::size_t at = before.find('\r'); at != std::string_view::npos; at = before.find('\r', at + 1)) {
        const bool followed_by_feed = at + 1 < bytes.size() && bytes[at + 1] == '\n';
        if (followed_by_feed) continue;
        ++lines;
        line_begin = std::max(line_begin, at + 1);
    }
    return lines;
}

}  // namespace

Place place_of(const Document& document, SourceRange range) {
    if (range.empty() || range.source >= document.sources.size()) return {};
    const Source& source = document.sources[range.source];
    Place place;
    place.file = source.name;
    if (!source.bytes || range.begin > source.bytes->size()) return place;
    const std::string_view bytes = *source.bytes;
    std::size_t line_begin = 0;
    place.line = ended_lines(bytes, range.begin, line_begin) + 1;
    if (line_begin == 0 && bytes.substr(0, byte_order_mark.size()) == byte_order_mark) {
        line_begin = std::min<std::size_t>(byte_order_mark.size(), range.begin);
    }
    const auto starts_code_point = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    place.column = 1 + static_cast<std::uint32_t>(std::count_if(bytes.begin() + line_begin,
                                                               bytes.begin() + range.begin, starts_code_point));
    return place;
}

}  // namespace bichig::document
