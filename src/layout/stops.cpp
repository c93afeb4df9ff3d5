// The stops of one line. The boundaries of graphemes are asked for around the line alone, so that the cost does not
// grow with the paragraph: a text may be cut between two characters of which neither ever joins what is beside it.
#include "layout/internal/stops.h"

#include <algorithm>

#include <bichig/text/boundaries.h>

namespace bichig::layout::internal {

namespace {

constexpr bool is_line_end(char16_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// Whether `c` is a whole character that joins no neighbour of its kind in one grapheme (UAX #29: Other).
constexpr bool is_plain(char16_t c) {
    return (c >= 0x20 && c <= 0x7E) || (c >= 0x1810 && c <= 0x1819) || (c >= 0x1820 && c <= 0x1878) ||
           (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xC0 && c <= 0x24F) || (c >= 0x400 && c <= 0x482) ||
           (c >= 0x48A && c <= 0x52F);
}

/// Pairs that begin with this unit are U+1F400–1F7FF: pictures that join others by U+200D alone.
constexpr char16_t picture_lead = 0xD83D;

bool ends_plain(std::u16string_view text, TextIndex index) {
    const char16_t c = text[index - 1];
    return is_plain(c) || (c >= 0xDC00 && c < 0xE000 && index >= 2 && text[index - 2] == picture_lead);
}

bool begins_plain(std::u16string_view text, TextIndex index) {
    const bool picture = text[index] == picture_lead && index + 1 < text.size() && text[index + 1] >= 0xDC00 &&
                         text[index + 1] < 0xE000;
    return picture || is_plain(text[index]);
}

/// A cluster of glyphs on a line. Value.
struct Cluster {
    TextRange text;
    Length start;
    Length end;
};

/// The clusters of a line, one by one.
std::vector<Cluster> clusters_of(const Paragraph& paragraph, const Line& line) {
    const shape::ShapedText& shaped = paragraph.shaped;
    const Lines& lines = paragraph.lines;
    std::vector<Cluster> found;
    Length pen = line.start;
    auto run = std::partition_point(shaped.runs.begin(), shaped.runs.end(), [&](const shape::Run& each) {
        return each.glyph_end <= line.glyph_begin;
    });
    for (; run != shaped.runs.end() && run->glyph_begin < line.trailing_end; ++run) {
        const std::uint32_t end = std::min(run->glyph_end, line.trailing_end);
        for (std::uint32_t g = std::max(run->glyph_begin, line.glyph_begin); g < end;) {
            Cluster cluster{{shaped.glyphs[g].cluster, std::min(shaped.cluster_end(g, *run), line.text.end)}, pen, pen};
            for (const TextIndex first = cluster.text.begin; g < end && shaped.glyphs[g].cluster == first; ++g) {
                cluster.end += lines.positions[g + 1] - lines.positions[g] + lines.before[g] + lines.after[g];
            }
            pen = cluster.end = std::max(cluster.start, cluster.end);
            found.push_back(cluster);
        }
    }
    return found;
}

/// The places of the boundaries [begin, end) of a line, of which `cluster` holds a part: it is divided equally.
void add_stops(const Cluster& cluster, const TextIndex* begin, const TextIndex* end, std::vector<Stop>& stops) {
    const bool at_start = begin != end && *begin == cluster.text.begin;
    const std::int64_t parts = end - begin + (at_start ? 0 : 1);
    std::int64_t part = at_start ? 0 : 1;
    for (; begin != end; ++begin, ++part) {
        stops.push_back({*begin, cluster.start + Length::raw((cluster.end - cluster.start).in_raw() * part / parts)});
    }
}

}  // namespace

bool surely_part(std::u16string_view text, TextIndex index) {
    return index == 0 || index == text.size() || text[index - 1] == u'\n' ||
           (ends_plain(text, index) && begins_plain(text, index));
}

std::vector<TextIndex> boundaries_around(std::u16string_view text, TextRange range) {
    while (!surely_part(text, range.begin)) --range.begin;
    while (!surely_part(text, range.end)) ++range.end;
    std::vector<TextIndex> found = text::grapheme_boundaries(text.substr(range.begin, range.size()));
    for (TextIndex& index : found) index += range.begin;
    return found;
}

TextRange text_of(const Paragraph& paragraph, std::size_t line) {
    const auto end = static_cast<TextIndex>(paragraph.text.size());
    return line < paragraph.lines.lines.size() ? paragraph.lines.lines[line].text : TextRange{end, end};
}

bool ends_forced(const Paragraph& paragraph, std::size_t line) {
    if (line >= paragraph.lines.lines.size()) return false;
    const Line& asked = paragraph.lines.lines[line];
    return asked.last && !asked.text.empty() && is_line_end(paragraph.text[asked.text.end - 1]);
}

LineStops stops_of(const Paragraph& paragraph, std::size_t line) {
    LineStops made;
    made.line = line;
    made.text = text_of(paragraph, line);
    if (line >= paragraph.lines.lines.size()) {
        made.stops.push_back({made.text.end, paragraph.options.start_indent});
        return made;
    }
    const bool forced = ends_forced(paragraph, line);
    made.soft_end = !forced && line + 1 < paragraph.lines.lines.size();
    std::vector<TextIndex> indexes = boundaries_around(paragraph.text, made.text);
    const auto first = std::lower_bound(indexes.begin(), indexes.end(), made.text.begin);
    const auto last = std::partition_point(first, indexes.end(), [&](TextIndex index) {
        return forced ? index < made.text.end : index <= made.text.end;
    });
    const TextIndex* next = indexes.data() + (first - indexes.begin());
    const TextIndex* const end = indexes.data() + (last - indexes.begin());
    made.stops.reserve(static_cast<std::size_t>(end - next));
    Length pen = paragraph.lines.lines[line].start;
    for (const Cluster& cluster : clusters_of(paragraph, paragraph.lines.lines[line])) {
        for (; next != end && *next < cluster.text.begin; ++next) made.stops.push_back({*next, cluster.start});
        const TextIndex* const stop = std::lower_bound(next, end, cluster.text.end);
        add_stops(cluster, next, stop, made.stops);
        next = stop;
        pen = cluster.end;
    }
    for (; next != end; ++next) made.stops.push_back({*next, pen});
    return made;
}

}  // namespace bichig::layout::internal
