// Runs of one direction (UAX #9). Nearly no text has any from right to left, so that is asked first.
#include <bichig/text/bidi.h>

#include <algorithm>
#include <limits>
#include <memory>

#include <unicode/ubidi.h>

#include <bichig/base/utf.h>

#include <text/characters.h>

namespace bichig::text {

namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

bool turns_direction(char32_t c) {
    if (c < 0x590 || is_plain_mongolian_letter(c) || is_plain_ideograph(c)) return false;
    switch (u_charDirection(static_cast<UChar32>(c))) {
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
        case U_ARABIC_NUMBER:
        case U_RIGHT_TO_LEFT_EMBEDDING:
        case U_RIGHT_TO_LEFT_OVERRIDE:
        case U_RIGHT_TO_LEFT_ISOLATE:
            return true;
        default:
            return false;
    }
}

UBiDiLevel level_of(BaseDirection base) {
    switch (base) {
        case BaseDirection::left_to_right:
            return 0;
        case BaseDirection::right_to_left:
            return 1;
        default:
            return UBIDI_DEFAULT_LTR;
    }
}

std::vector<DirectionRun> one_run(std::u16string_view text, std::uint8_t level) {
    if (text.empty()) return {};
    return {{{0, static_cast<TextIndex>(text.size())}, level}};
}

constexpr bool is_white(char16_t c) {
    return is_blank(c) || (c >= 0x09 && c <= 0x0D) || c == 0x85 || (c >= 0x1C && c <= 0x1F) || c == 0x2028 ||
           c == 0x2029 || (c >= 0x2066 && c <= 0x2069) || (c >= 0x202A && c <= 0x202E) || c == 0x200E || c == 0x200F;
}

/// The level of the paragraph around `line`.
std::uint8_t paragraph_level(std::u16string_view text, TextRange line, BaseDirection base) {
    if (base != BaseDirection::automatic) return level_of(base);
    const auto ends = [](char16_t c) { return c == u'\n' || c == u'\r' || c == 0x85 || c == 0x2029; };
    std::size_t begin = line.begin;
    while (begin > 0 && !ends(text[begin - 1])) --begin;
    std::size_t end = line.begin;
    while (end < text.size() && !ends(text[end])) ++end;
    const auto size =
        static_cast<std::int32_t>(std::min<std::size_t>(end - begin, std::numeric_limits<std::int32_t>::max()));
    return ubidi_getBaseDirection(text.data() + begin, size) == UBIDI_RTL ? 1 : 0;
}

/// The parts of `runs` inside `line`, the white space at its end at the level of the paragraph.
std::vector<DirectionRun> cut(std::u16string_view text, const std::vector<DirectionRun>& runs, TextRange line,
                              std::uint8_t paragraph) {
    TextIndex ink = line.end;
    while (ink > line.begin && is_white(text[ink - 1])) --ink;
    std::vector<DirectionRun> out;
    const auto add = [&](TextIndex begin, TextIndex end, std::uint8_t level) {
        if (begin >= end) return;
        if (!out.empty() && out.back().level == level) {
            out.back().range.end = end;
        } else {
            out.push_back({{begin, end}, level});
        }
    };
    for (const DirectionRun& run : runs) {
        add(std::max(run.range.begin, line.begin), std::min(run.range.end, ink), run.level);
    }
    add(ink, line.end, paragraph);
    return out;
}

}  // namespace

bool has_right_to_left(std::u16string_view text) {
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (turns_direction(c.value)) return true;
        i += c.size;
    }
    return false;
}

std::vector<DirectionRun> direction_runs(std::u16string_view text, BaseDirection base) {
    const bool fits = text.size() <= static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
    if (base != BaseDirection::right_to_left && (!fits || !has_right_to_left(text))) return one_run(text, 0);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    if (bidi && fits) {
        ubidi_setPara(bidi.get(), text.data(), static_cast<std::int32_t>(text.size()), level_of(base), nullptr,
                      &status);
    }
    if (!bidi || !fits || U_FAILURE(status)) return one_run(text, base == BaseDirection::right_to_left ? 1 : 0);
    std::vector<DirectionRun> runs;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t begin = 0; begin < size;) {
        std::int32_t end = 0;
        UBiDiLevel level = 0;
        ubidi_getLogicalRun(bidi.get(), begin, &end, &level);
        runs.push_back({{static_cast<TextIndex>(begin), static_cast<TextIndex>(end)}, level});
        begin = end;
    }
    return runs;
}

std::vector<DirectionRun> line_order(std::u16string_view text, const std::vector<DirectionRun>& runs, TextRange line,
                                     BaseDirection base) {
    const std::vector<DirectionRun> parts = cut(text, runs, line, paragraph_level(text, line, base));
    if (parts.size() < 2) return parts;
    std::vector<UBiDiLevel> levels;
    for (const DirectionRun& part : parts) levels.push_back(part.level);
    std::vector<std::int32_t> order(parts.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
    std::vector<DirectionRun> out;
    for (const std::int32_t index : order) out.push_back(parts[static_cast<std::size_t>(index)]);
    return out;
}

}  // namespace bichig::text
