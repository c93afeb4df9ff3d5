// Finds the brackets and quotation marks beside Mongolian words and the room each of them lacks or has twice.
#include "layout/internal/mark_spacing.h"

#include <algorithm>
#include <optional>

#include "layout/generated/mark_spacing.h"
#include "layout/internal/glyph_ink.h"

namespace bichig::layout::internal {

namespace {

template <std::size_t N>
bool is_in(const std::array<char16_t, N>& sorted, char16_t unit) {
    return std::binary_search(sorted.begin(), sorted.end(), unit);
}

bool is_mongolian_mark(char16_t unit) { return unit >= 0x1800 && unit <= 0x1809; }

bool is_mongolian(char16_t unit) { return unit >= 0x1800 && unit < 0x18B0; }

bool is_written_space(char16_t unit) { return is_in(generated::written_spaces, unit); }

/// Tells letters of Mongolian and Latin text from what the lists are to be asked about.
bool may_be_mark(char16_t unit) {
    if (unit < 0x80) return unit == u'(' || unit == u')' || unit == u'[' || unit == u']' || unit >= u'{';
    return unit < 0x1800 || (unit >= 0x2018 && (unit < 0x4E00 || unit >= 0xFE00));
}

/// One paragraph.
class Marks {
public:
    Marks(std::u16string_view text, const shape::ShapedText& shaped) : text_{text}, shaped_{shaped} {}

    std::vector<MarkRoom> find() {
        for (TextIndex i = 0; i < text_.size(); ++i) {
            if (!may_be_mark(text_[i])) continue;
            if (is_in(generated::opening_marks, text_[i])) add(i, true);
            if (is_in(generated::closing_marks, text_[i])) add(i, false);
        }
        return std::move(found_);
    }

private:
    struct Place {
        const shape::Run* run = nullptr;
        std::uint32_t first = 0;  ///< glyphs of the cluster
        std::uint32_t last = 0;
    };

    /// The glyphs of the character at `index`, unless it shares them with another.
    std::optional<Place> place_of(TextIndex index) const {
        const auto& glyphs = shaped_.glyphs;
        const auto first = std::partition_point(glyphs.begin(), glyphs.end(),
                                                [&](const shape::Glyph& glyph) { return glyph.cluster < index; });
        if (first == glyphs.end() || first->cluster != index) return std::nullopt;
        Place place;
        place.first = static_cast<std::uint32_t>(first - glyphs.begin());
        place.last = place.first;
        while (place.last + 1 < glyphs.size() && glyphs[place.last + 1].cluster == index) ++place.last;
        place.run = run_of(place.first);
        if (place.run == nullptr || place.last >= place.run->glyph_end) return std::nullopt;
        return place;
    }

    const shape::Run* run_of(std::uint32_t glyph) const {
        const auto run = std::partition_point(shaped_.runs.begin(), shaped_.runs.end(),
                                              [&](const shape::Run& known) { return known.glyph_end <= glyph; });
        return run == shaped_.runs.end() ? nullptr : &*run;
    }

    /// The face that the character before or after a mark is set in.
    const shape::Run* neighbour_run(TextIndex index) const {
        const auto& glyphs = shaped_.glyphs;
        const auto next = std::partition_point(glyphs.begin(), glyphs.end(),
                                               [&](const shape::Glyph& glyph) { return glyph.cluster <= index; });
        return next == glyphs.begin() ? nullptr : run_of(static_cast<std::uint32_t>(next - glyphs.begin() - 1));
    }

    /// A space between words as wide as that of the word's face.
    static Length word_space(const shape::Run& run) {
        const font::GlyphId space = run.font.glyph(U' ');
        if (space == 0) return run.size.scaled(generated::room_of_size);
        return to_length(run.font.advance(space), run.font.metrics().units_per_em, run.size)
            .scaled(generated::room_word_spaces);
    }

    void add(TextIndex mark, bool opens) {
        const std::ptrdiff_t step = opens ? -1 : 1;
        std::ptrdiff_t at = static_cast<std::ptrdiff_t>(mark) + step;
        const auto size = static_cast<std::ptrdiff_t>(text_.size());
        while (at >= 0 && at < size && is_written_space(text_[static_cast<std::size_t>(at)])) at += step;
        if (at < 0 || at >= size) return;
        const char16_t neighbour = text_[static_cast<std::size_t>(at)];
        const bool written = at != static_cast<std::ptrdiff_t>(mark) + step;
        if (!is_mongolian(neighbour) || (!written && is_mongolian_mark(neighbour))) return;
        const std::optional<Place> place = place_of(mark);
        if (!place) return;
        const std::uint32_t outer = opens ? place->first : place->last;
        const Length empty = empty_side(*place, opens);
        const bool built_in = empty >= place->run->size.scaled(generated::room_built_in);
        const Length flush = built_in ? most_taken(*place, empty) : Length{};
        Length room = flush;
        if (!written) {
            const shape::Run* word = neighbour_run(static_cast<TextIndex>(at));
            if (word == nullptr) return;
            const Length lacking = word_space(*word) - std::max(empty, Length{});
            room = built_in ? std::max(lacking, flush) : std::max(lacking, Length{});
        }
        if (room == Length{} && flush == Length{}) return;
        found_.push_back({outer, opens, room, flush});
    }

    /// What a mark loses, as a negative length, where its built-in room `empty` is not wanted.
    Length most_taken(const Place& place, Length empty) const {
        const Length size = place.run->size;
        FontUnits advance;
        for (std::uint32_t g = place.first; g <= place.last; ++g) advance += shaped_.glyphs[g].advance;
        const Length wide = to_length(advance, place.run->font.metrics().units_per_em, size);
        return std::min(std::max(size.scaled(generated::room_kept) - empty,
                                 size.scaled(generated::room_least) - wide),
                        Length{});
    }

    /// What the glyph of a mark leaves empty on its outer side.
    Length empty_side(const Place& place, bool opens) const {
        const shape::Glyph& glyph = shaped_.glyphs[opens ? place.first : place.last];
        const InkAlong ink = ink_along(*place.run, glyph);
        if (ink.blank()) return {};
        const FontUnits empty = opens ? ink.begin : glyph.advance - ink.end;
        return to_length(empty, place.run->font.metrics().units_per_em, place.run->size);
    }

    std::u16string_view text_;
    const shape::ShapedText& shaped_;
    std::vector<MarkRoom> found_;
};

}  // namespace

std::vector<MarkRoom> find_mark_rooms(std::u16string_view text, const shape::ShapedText& shaped) {
    return Marks{text, shaped}.find();
}

}  // namespace bichig::layout::internal
