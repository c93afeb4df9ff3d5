// Marks of review mode: found in the analysis of the text alone, then laid beside the glyphs of their clusters.
//
// They are no glyphs, so that nothing of the line changes with them: who draws the line draws them beside it, or not.
#include "shape/internal/review.h"

#include <algorithm>

#include <bichig/script/properties.h>

#include "shape/generated/lookalikes.h"

namespace bichig::shape {

namespace {

constexpr char16_t mvs = 0x180E, nnbsp = 0x202F, zwnj = 0x200C, zwj = 0x200D, first_letter = 0x1820;

int selector_number(char16_t c) {
    if (c == 0x180F) return 4;
    return c >= 0x180B && c <= 0x180D ? c - 0x180A : 0;
}

bool is_mongolian(std::u16string_view text, std::size_t i) {
    return i < text.size() && ((text[i] >= 0x1800 && text[i] < 0x18B0) || text[i] == nnbsp);
}

/// Whether another Hudum letter may be drawn as `letter` is.
bool looks_like_another(const script::UnitAnalysis& analysis, const script::LetterForm& letter, char16_t character) {
    const char16_t in_table = static_cast<char16_t>(character - first_letter);
    const std::uint32_t count = letter.unit_end - letter.unit_begin;
    constexpr std::size_t longest = std::size(generated::LookAlike{}.units);
    if (analysis.system != script::WritingSystem::hudum || in_table >= 64) return false;
    if (count == 0 || count > longest) return false;
    std::uint8_t units[longest] = {};
    for (std::uint32_t i = 0; i < count; ++i) {
        units[i] = static_cast<std::uint8_t>(analysis.units[letter.unit_begin + i]);
    }
    return std::any_of(generated::look_alikes.begin(), generated::look_alikes.end(), [&](const auto& row) {
        const bool same = row.position == static_cast<std::uint8_t>(letter.position) &&
                          std::equal(units, units + longest, row.units);
        return same && (row.letters & ~(std::uint64_t{1} << in_table)) != 0;
    });
}

ReviewMark mark_of(ReviewKind kind, std::u16string_view text, TextIndex i) {
    ReviewMark mark;
    mark.kind = kind;
    mark.text = {i, i + 1};
    mark.character = text[i];
    return mark;
}

/// The marks of a text, without their places.
std::vector<ReviewMark> marks_of(std::u16string_view text, const script::UnitOptions& options) {
    const script::UnitAnalysis analysis = script::analyze(text, options);
    std::vector<ReviewMark> marks;
    std::size_t number = 0;
    for (TextIndex i = 0; i < text.size(); ++i) {
        while (number < analysis.letters.size() && analysis.letters[number].range.end <= i) ++number;
        const bool inside = number < analysis.letters.size() && analysis.letters[number].range.contains(i);
        const script::LetterForm* letter = inside ? &analysis.letters[number] : nullptr;
        if (selector_number(text[i]) != 0) {
            if (letter != nullptr && letter->effect == script::SelectorEffect::effective) continue;
            const bool idle = letter != nullptr && letter->effect == script::SelectorEffect::without_effect;
            marks.push_back(mark_of(idle ? ReviewKind::idle_selector : ReviewKind::invalid_selector, text, i));
        } else if (text[i] == mvs) {
            marks.push_back(mark_of(ReviewKind::mvs, text, i));
        } else if (text[i] == nnbsp) {
            marks.push_back(mark_of(ReviewKind::nnbsp, text, i));
        } else if (text[i] == zwj || text[i] == zwnj) {
            if (!is_mongolian(text, i + 1) && (i == 0 || !is_mongolian(text, i - 1))) continue;
            marks.push_back(mark_of(text[i] == zwj ? ReviewKind::zwj : ReviewKind::zwnj, text, i));
        } else if (letter != nullptr && letter->range.begin == i && looks_like_another(analysis, *letter, text[i])) {
            marks.push_back(mark_of(ReviewKind::look_alike, text, i));
            marks.back().text = letter->range;
        }
    }
    return marks;
}

/// Finds the cluster of a mark from where the last one was found.
class Places {
public:
    explicit Places(const ShapedText& shaped) : shaped_{shaped} {}

    void place(ReviewMark& mark) {
        while (run_ + 1 < shaped_.runs.size() && shaped_.runs[run_].text.end <= mark.text.begin) ++run_;
        const Run& run = shaped_.runs[run_];
        glyph_ = std::max(glyph_, run.glyph_begin);
        for (std::uint32_t next = glyph_; next < run.glyph_end; ++next) {
            if (shaped_.glyphs[next].cluster > mark.text.begin) break;
            if (shaped_.glyphs[next].cluster != shaped_.glyphs[glyph_].cluster) glyph_ = next;
        }
        mark.run = run_;
        mark.glyph = glyph_;
        const TextIndex begin = shaped_.glyphs[glyph_].cluster, end = shaped_.cluster_end(glyph_, run);
        std::int64_t advance = 0;
        for (std::uint32_t i = glyph_; i < run.glyph_end && shaped_.glyphs[i].cluster == begin; ++i) {
            advance += shaped_.glyphs[i].advance.count();
        }
        // A letter is marked in the middle of its share of the cluster, a control at the end of its share.
        const std::int64_t shares = 2 * std::max<std::int64_t>(1, end - begin);
        const bool letter = mark.kind == ReviewKind::look_alike;
        const std::int64_t from = letter ? mark.text.begin : mark.text.end;
        const std::int64_t share = from + mark.text.end - 2 * std::int64_t{begin};
        mark.along = FontUnits{advance * std::min(share, shares) / shares};
    }

private:
    const ShapedText& shaped_;
    std::uint32_t run_ = 0;
    std::uint32_t glyph_ = 0;
};

}  // namespace

std::vector<ReviewMark> internal::review(std::u16string_view text, const ShapedText& shaped,
                                         const script::UnitOptions& options) {
    if (shaped.runs.empty()) return {};
    std::vector<ReviewMark> marks = marks_of(text, options);
    Places places{shaped};
    for (ReviewMark& mark : marks) places.place(mark);
    return marks;
}

std::string_view name(ReviewKind kind) {
    switch (kind) {
        case ReviewKind::idle_selector: return "idle-selector";
        case ReviewKind::invalid_selector: return "invalid-selector";
        case ReviewKind::mvs: return "mvs";
        case ReviewKind::nnbsp: return "nnbsp";
        case ReviewKind::zwj: return "zwj";
        case ReviewKind::zwnj: return "zwnj";
        case ReviewKind::look_alike: break;
    }
    return "look-alike";
}

std::string label(const ReviewMark& mark) {
    switch (mark.kind) {
        case ReviewKind::idle_selector:
        case ReviewKind::invalid_selector:
            return std::to_string(selector_number(static_cast<char16_t>(mark.character)));
        case ReviewKind::look_alike:
            return std::string(script::alias(script::WritingSystem::hudum, mark.character));
        default: break;
    }
    return std::string(name(mark.kind));
}

}  // namespace bichig::shape
