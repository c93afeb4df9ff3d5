// Pages hold runs without the white space between lines; the document holds its text whole. Both have the same black
// characters in the same order: walked through side by side, each character of the text finds its glyphs.
#include "c/internal/page_text.h"

#include <algorithm>
#include <limits>
#include <optional>

#include <bichig/text/boundaries.h>

namespace bichig::c {

namespace {

constexpr TextIndex unmapped = std::numeric_limits<TextIndex>::max();

bool is_space(char16_t unit) { return unit == u' ' || (unit >= 0x09 && unit <= 0x0D); }

/// Glyphs that cannot be parted: what they stand for, and from where to where they go along the line.
struct Cluster {
    TextRange text;
    Length begin;
    Length end;
};

/// An item with text, as lines have it.
struct Piece {
    const std::u16string* text = nullptr;
    page::ElementId element = page::artifact;
    bool vertical = false;
    Length axis;  ///< middle of the line, across it
    Length size;
    std::vector<Cluster> clusters;
};

Piece piece_of(const page::GlyphRun& run) {
    Piece piece{&run.text, run.element, run.orientation != page::Orientation::horizontal, {}, run.size, {}};
    const font::Metrics& metrics = run.font.metrics();
    const Length middle = to_length(metrics.central_baseline, metrics.units_per_em, run.size);
    switch (run.orientation) {
        case page::Orientation::horizontal: piece.axis = run.origin.y - middle; break;
        case page::Orientation::sideways: piece.axis = run.origin.x + middle; break;
        case page::Orientation::upright: piece.axis = run.origin.x; break;
    }
    const Length start = piece.vertical ? run.origin.y : run.origin.x;
    for (const page::PlacedGlyph& glyph : run.glyphs) {
        if (glyph.text.empty()) continue;
        if (!piece.clusters.empty()) piece.clusters.back().end = start + glyph.along;
        piece.clusters.push_back({glyph.text, start + glyph.along, start + run.advance});
    }
    return piece;
}

Piece boxed(const std::u16string& text, const PhysicalRect& box, page::Orientation orientation, Length size,
            page::ElementId element) {
    const bool vertical = orientation != page::Orientation::horizontal;
    Piece piece{&text, element, vertical, {}, size, {}};
    const Length start = vertical ? box.origin.y : box.origin.x;
    const Length length = vertical ? box.size.height : box.size.width;
    piece.axis = vertical ? box.origin.x + box.size.width / 2 : box.origin.y + box.size.height / 2;
    piece.clusters.push_back({{0, static_cast<TextIndex>(text.size())}, start, start + length});
    return piece;
}

std::optional<Piece> piece_of(const page::Item& item) {
    if (const auto* run = std::get_if<page::GlyphRun>(&item)) return piece_of(*run);
    if (const auto* box = std::get_if<page::MissingBox>(&item)) {
        return boxed(box->text, box->box, box->orientation, box->size, box->element);
    }
    if (const auto* image = std::get_if<page::GlyphImage>(&item)) {
        return boxed(image->text, image->box, image->orientation, image->size, image->element);
    }
    return std::nullopt;
}

PhysicalRect united(const PhysicalRect& a, const PhysicalRect& b) {
    const PhysicalPoint origin{std::min(a.origin.x, b.origin.x), std::min(a.origin.y, b.origin.y)};
    const Length right = std::max(a.origin.x + a.size.width, b.origin.x + b.size.width);
    const Length foot = std::max(a.origin.y + a.size.height, b.origin.y + b.size.height);
    return {origin, {right - origin.x, foot - origin.y}};
}

/// Walks through a text as pieces come.
class Walk {
public:
    explicit Walk(PageText& out) : out_{out}, stops_{text::grapheme_boundaries(out.text)} {}

    void add(const Piece& piece) {
        const std::vector<TextIndex> map = map_of(*piece.text);
        for (const Cluster& cluster : piece.clusters) {
            TextRange range{unmapped, 0};
            for (TextIndex unit = cluster.text.begin; unit < cluster.text.end && unit < map.size(); ++unit) {
                if (map[unit] == unmapped) continue;
                range.begin = std::min(range.begin, map[unit]);
                range.end = std::max(range.end, map[unit] + 1);
            }
            if (range.begin < range.end) add_cluster(piece, cluster, range);
        }
    }

private:
    /// For each unit of a piece its index in the text.
    std::vector<TextIndex> map_of(const std::u16string& piece) {
        constexpr std::size_t far = 64;  // how much of the text may lack its glyphs
        const std::u16string_view text = out_.text;
        std::vector<TextIndex> map;
        map.reserve(piece.size());
        for (const char16_t unit : piece) {
            std::size_t at = at_;
            while (!is_space(unit) && at < text.size() && is_space(text[at])) ++at;
            if (!is_space(unit) && at < text.size() && text[at] != unit) {
                const std::size_t found = text.substr(at, far).find(unit);
                at = found == std::u16string_view::npos ? text.size() : at + found;
            }
            if (at < text.size() && (text[at] == unit || (is_space(unit) && is_space(text[at])))) {
                map.push_back(static_cast<TextIndex>(at));
                at_ = at + 1;
            } else {
                map.push_back(unmapped);
            }
        }
        return map;
    }

    /// Shares the room of a cluster out among the characters that it stands for.
    void add_cluster(const Piece& piece, const Cluster& cluster, TextRange range) {
        const auto first = std::upper_bound(stops_.begin(), stops_.end(), range.begin) - stops_.begin() - 1;
        const auto end = std::lower_bound(stops_.begin(), stops_.end(), range.end) - stops_.begin();
        const auto count = std::max<std::ptrdiff_t>(end - first, 1);
        const Length begin = std::min(cluster.begin, cluster.end);
        const Length room = std::max(cluster.begin, cluster.end) - begin;
        for (std::ptrdiff_t i = 0; i < count; ++i) {
            const Length from = begin + room.scaled(static_cast<double>(i) / static_cast<double>(count));
            const Length to = begin + room.scaled(static_cast<double>(i + 1) / static_cast<double>(count));
            const Length across = piece.axis - piece.size / 2;
            const PhysicalRect box = piece.vertical ? PhysicalRect{{across, from}, {piece.size, to - from}}
                                                    : PhysicalRect{{from, across}, {to - from, piece.size}};
            const auto stop = static_cast<std::size_t>(first + i);
            const TextIndex after = stop + 1 < stops_.size() ? stops_[stop + 1] : range.end;
            add_character({{stops_[stop], after}, box, piece.vertical, 0, piece.element}, piece.axis, piece.size);
        }
    }

    void add_character(PageCharacter character, Length axis, Length size) {
        if (!out_.characters.empty()) {
            PageCharacter& last = out_.characters.back();
            const bool same_line = continues(last, character, axis, size);
            if (last.text.begin >= character.text.begin) {  // a selector or a second cluster of the same character
                if (same_line) last.box = united(last.box, character.box);
                return;
            }
            character.line = last.line + (same_line ? 0 : 1);
        }
        axis_ = axis;
        out_.characters.push_back(character);
    }

    /// Whether a character stands on the line of the one before.
    bool continues(const PageCharacter& last, const PageCharacter& next, Length axis, Length size) const {
        if (last.vertical != next.vertical) return false;
        const Length aside = std::max(axis - axis_, axis_ - axis);
        const Length end = last.vertical ? last.box.origin.y + last.box.size.height
                                         : last.box.origin.x + last.box.size.width;
        const Length begin = next.vertical ? next.box.origin.y : next.box.origin.x;
        if (aside > size / 3 || begin < end - size) return false;
        const TextIndex from = std::min(last.text.end, next.text.begin);
        return out_.text.find(u'\n', from) >= next.text.begin;
    }

    PageText& out_;
    std::vector<TextIndex> stops_;
    std::size_t at_ = 0;
    Length axis_;
};

double along(const PageCharacter& character, PhysicalPoint point) {
    return (character.vertical ? point.y : point.x).in_points();
}

/// How far `value` is outside of what begins at `begin`.
double outside(double value, Length begin, Length size) {
    const double low = begin.in_points();
    return std::max({0.0, low - value, value - low - size.in_points()});
}

}  // namespace

PageText find_characters(const page::Page& page, std::u16string text, const std::vector<bool>& in_note) {
    PageText found{std::move(text), {}};
    Walk walk{found};
    for (const bool notes : {false, true}) {
        for (const page::Item& item : page.items) {
            const std::optional<Piece> piece = piece_of(item);
            if (!piece || piece->element == page::artifact) continue;
            if ((piece->element < in_note.size() && in_note[piece->element]) == notes) walk.add(*piece);
        }
    }
    return found;
}

std::ptrdiff_t nearest(const PageText& text, PhysicalPoint point) {
    std::ptrdiff_t best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < text.characters.size(); ++i) {
        const PageCharacter& character = text.characters[i];
        const double x = outside(point.x.in_points(), character.box.origin.x, character.box.size.width);
        const double y = outside(point.y.in_points(), character.box.origin.y, character.box.size.height);
        const double distance = character.vertical ? x * 8 + y : y * 8 + x;
        if (distance < least) {
            least = distance;
            best = static_cast<std::ptrdiff_t>(i);
        }
    }
    return best;
}

bool is_past_middle(const PageCharacter& character, PhysicalPoint point) {
    const PhysicalRect& box = character.box;
    const Length middle = character.vertical ? box.origin.y + box.size.height / 2 : box.origin.x + box.size.width / 2;
    return along(character, point) > middle.in_points();
}

std::vector<PhysicalRect> selection_of(const PageText& text, TextRange range) {
    std::vector<PhysicalRect> boxes;
    std::size_t line = 0;
    const auto first = std::upper_bound(text.characters.begin(), text.characters.end(), range.begin,
                                        [](TextIndex at, const PageCharacter& one) { return at < one.text.end; });
    for (auto at = first; at != text.characters.end() && at->text.begin < range.end; ++at) {
        if (boxes.empty() || at->line != line) boxes.push_back(at->box);
        else boxes.back() = united(boxes.back(), at->box);
        line = at->line;
    }
    return boxes;
}

}  // namespace bichig::c
