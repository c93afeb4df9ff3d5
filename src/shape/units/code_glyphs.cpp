// Chooses glyphs by code in fonts of the old kind, and finds out whether a font is one.
//
// Such a font leaves the choice of glyphs to the text: each code is a letter in one form, often in several drawings for
// what stands next to it. Here the written-unit engine says what a letter draws, and of the codes that draw just this
// the best one for its neighbours is taken.
#include "shape/units/code_glyphs.h"

#include <algorithm>

namespace bichig::shape::units {

namespace {

using script::internal::CodeContext;
using script::internal::GlyphCode;
using script::internal::stroke_ends_word;
using script::internal::Strokes;

constexpr char16_t letter_a = 0x1820, last_vowel = 0x1827, letter_n = 0x1828, letter_ng = 0x1829, letter_g = 0x182D;
constexpr char16_t letter_m = 0x182E, letter_l = 0x182F, letter_lh = 0x1840, last_hudum = 0x1842;

bool is_vowel(char16_t c) { return c >= letter_a && c <= last_vowel; }
bool is_any(char16_t c, std::initializer_list<char16_t> all) {
    return std::find(all.begin(), all.end(), c) != all.end();
}

/// Whether a code with these positions is for letters that join to what is before them (`joined`), or for others.
bool serves(std::uint8_t positions, bool joined) {
    const auto bit = [](script::Position position) { return 1u << static_cast<unsigned>(position); };
    using script::Position;
    return (positions & (joined ? bit(Position::medi) | bit(Position::fina)
                                : bit(Position::isol) | bit(Position::init))) != 0;
}

}  // namespace

/// What stands around a letter.
struct CodeGlyphs::Place {
    char16_t letter = 0;
    script::Position position{};
    char16_t next_letter = 0;  ///< 0: none joins
    CodeContext next = CodeContext::stem;
    bool next_is_round_vowel = false;
    bool after_bowed = false;
    bool at_gap = false;

    bool joined = false;

    int score(const Candidate& candidate) const {
        const GlyphCode& code = candidate.code;
        // Where nothing is before it, a drawing that reaches out is the last choice.
        int points = candidate.both_reaching && !joined ? -32 : 0;
        if (code.letters[0] == letter || code.letters[1] == letter) points += 16;
        if ((code.positions >> static_cast<int>(position) & 1) != 0) points += 8;
        return points + score(code.context, code);
    }

private:
    int score(CodeContext context, const GlyphCode& code) const {
        const bool consonant_next = next_letter != 0 && !is_vowel(next_letter);
        const bool long_stem = is_any(letter, {letter_m, letter_l}) && position == script::Position::medi;
        // Feminine g has a smaller drawing before consonants, but not before n, m and l.
        const bool small_g = letter == letter_g && position == script::Position::medi &&
                             (context == CodeContext::tooth || context == CodeContext::stem) &&
                             script::internal::beginning_of(code.strokes) == CodeContext::round;
        if (small_g && (!consonant_next || is_any(next_letter, {letter_n, letter_m, letter_l}))) return 0;
        switch (context) {
            case CodeContext::anywhere: return 3;
            case CodeContext::bowed: return after_bowed ? 5 : 0;
            case CodeContext::gap: return at_gap ? 4 : 1;
            case CodeContext::before_ng: return next_letter == letter_ng ? 5 : 0;
            case CodeContext::before_consonant: return consonant_next ? 4 : 0;
            case CodeContext::round:
                return (letter == letter_ng ? next == CodeContext::round : next_is_round_vowel) ? 5 : 0;
            case CodeContext::stem: {
                const bool stem = next_letter == 0 || next == CodeContext::stem ||
                                  (long_stem && (next != CodeContext::tooth ||
                                                 is_any(next_letter, {letter_m, letter_l, letter_lh})));
                return stem ? 4 : 1;
            }
            case CodeContext::tooth: break;
        }
        return 2;
    }
};

std::uint64_t CodeGlyphs::key(const std::uint16_t* strokes, std::size_t count, bool joins_before) {
    std::uint64_t packed = joins_before ? 1 : 0;
    for (std::size_t i = 0; i < count; ++i) packed = packed << 9 | strokes[i];
    return packed << 3 | count;
}

void CodeGlyphs::add(const GlyphCode& code, Drawn glyph, bool reaches_before) {
    const bool both_reaching = reaches_before && serves(code.positions, true) && serves(code.positions, false);
    for (const bool joined : {false, true}) {
        if (!serves(code.positions, joined)) continue;
        const std::uint64_t drawing = key(code.strokes.strokes.data(), code.strokes.count, joined);
        by_strokes_[drawing].push_back({code, glyph, both_reaching});
    }
}

const CodeGlyphs::Candidate* CodeGlyphs::best(std::uint64_t key, const Place& place) const {
    const auto found = by_strokes_.find(key);
    if (found == by_strokes_.end()) return nullptr;
    const auto worse = [&](const Candidate& a, const Candidate& b) { return place.score(a) < place.score(b); };
    return &*std::max_element(found->second.begin(), found->second.end(), worse);
}

std::size_t CodeGlyphs::draw(std::u16string_view text, const script::UnitAnalysis& analysis, std::size_t index,
                             std::array<Drawn, longest_form>& out) const {
    const script::LetterForm& letter = analysis.letters[index];
    const Strokes strokes = script::internal::strokes_of(analysis, letter);
    constexpr std::size_t longest_code = 4;
    Place place;
    place.letter = text[letter.range.begin];
    place.position = letter.position;
    const auto is_open = [](script::Position shape, std::uint8_t side) {
        return (open_sides(static_cast<std::uint8_t>(shape)) & side) != 0;
    };
    if (index > 0 && is_open(letter.shape, left_open)) {
        const Strokes before = script::internal::strokes_of(analysis, analysis.letters[index - 1]);
        if (before.count != 0) {
            constexpr std::u16string_view bowed = u"\u182A\u182B\u1839\u183A\u183B";
            Strokes last;
            last.strokes[0] = before.strokes[before.count - 1];
            last.count = 1;
            place.after_bowed = bowed.find(text[analysis.letters[index - 1].range.begin]) != bowed.npos ||
                                script::internal::beginning_of(last) == CodeContext::round;
        }
    }
    if (index + 1 < analysis.letters.size() && is_open(letter.shape, right_open)) {
        const script::LetterForm& next = analysis.letters[index + 1];
        place.next_letter = text[next.range.begin];
        place.next = script::internal::beginning_of(script::internal::strokes_of(analysis, next));
        place.next_is_round_vowel = place.next_letter >= 0x1823 && place.next_letter <= 0x1826;
    }
    const bool gap_before = letter.range.begin > 0 && (text[letter.range.begin - 1] == 0x180E);
    place.at_gap = gap_before || (letter.range.end < text.size() && text[letter.range.end] == 0x180E);

    std::size_t count = 0;
    bool joined = place.joined = is_open(letter.shape, left_open);
    for (std::size_t begin = 0; begin < strokes.count;) {
        const Candidate* found = nullptr;
        std::size_t size = std::min<std::size_t>(strokes.count - begin, longest_code);
        for (; size > 0 && found == nullptr; --size) {
            found = best(key(strokes.strokes.data() + begin, size, joined), place);
            if (found != nullptr) break;
        }
        if (found == nullptr || count == out.size()) return 0;
        out[count++] = found->drawn;
        begin += size;
        joined = place.joined = true;
    }
    return count;
}

bool has_only_codes(const font::Font& font) { return font.glyph(letter_a) == 0 && font.glyph(letter_n) == 0; }

namespace {

/// What a drawing may fall short of its neighbour by and still count as joined.
std::int64_t slack_of(const font::Font& font) { return font.metrics().units_per_em.count() / 200; }

/// Whether the drawing of a letter in the middle of a word reaches both its neighbours.
bool reaches_both(const font::Font& font, const Drawn& drawn) {
    const font::Ink ink = font.ink(drawn.glyph);
    const std::int64_t slack = slack_of(font);
    return drawn.advance > 0 && ink.right > ink.left && ink.left.count() <= slack &&
           ink.right.count() >= drawn.advance - slack;
}

/// What a letter may draw, as form and as strokes. Value.
struct LetterDrawing {
    Form form;
    Strokes strokes;
};

/// All that Hudum letters draw alone, with selectors, and joined to either side.
std::vector<LetterDrawing> letter_drawings(script::Profile profile) {
    constexpr char16_t joiner = 0x200D, selectors[] = {0, 0x180B, 0x180C, 0x180D, 0x180F};
    std::vector<LetterDrawing> drawings;
    for (char16_t letter = letter_a; letter <= last_hudum; ++letter) {
        for (unsigned probe = 0; probe < 4 * std::size(selectors); ++probe) {
            std::u16string text(probe & 1, joiner);
            text += letter;
            if (probe >= 4) text += selectors[probe / 4];
            text.append(probe >> 1 & 1, joiner);
            const script::UnitAnalysis analysis = script::analyze(text, {profile, script::WritingSystem::hudum});
            const script::LetterForm& drawn = analysis.letters[0];
            LetterDrawing drawing{{}, script::internal::strokes_of(analysis, drawn)};
            drawing.form.shape = static_cast<std::uint8_t>(drawn.shape);
            for (std::uint32_t i = drawn.unit_begin; i < drawn.unit_end && drawing.form.count < longest_form; ++i) {
                drawing.form.units[drawing.form.count++] = static_cast<std::uint8_t>(analysis.units[i]);
            }
            drawings.push_back(drawing);
        }
    }
    return drawings;
}

/// Notes, for reading, what glyphs of codes stand for: the forms of letters that draw the same.
void add_identities(MapData& map, const std::vector<std::pair<GlyphCode, Drawn>>& found) {
    for (const auto& [form, strokes] : letter_drawings(map.profile)) {
        const bool joined = (open_sides(form.shape) & left_open) != 0;
        for (const auto& [code, glyph] : found) {
            if (!(code.strokes == strokes) || !serves(code.positions, joined)) continue;
            const auto is_same = [&, &form = form, id = glyph.glyph](const Identity& identity) {
                return identity.glyph == id && identity.form.shape == form.shape &&
                       std::equal(form.units, form.units + longest_form, identity.form.units);
            };
            if (std::any_of(map.identities.begin(), map.identities.end(), is_same)) continue;
            map.identities.push_back({glyph.glyph, form});
        }
    }
}

}  // namespace

bool add_by_codes(MapData& map) {
    const auto drawn = [&](char16_t code) {
        const font::GlyphId glyph = map.font.glyph(code);
        return Drawn{glyph, glyph == 0 ? 0 : static_cast<std::int32_t>(map.font.advance(glyph).count())};
    };
    const std::vector<GlyphCode> codes = script::internal::glyph_codes();
    std::vector<std::pair<GlyphCode, Drawn>> found;
    std::size_t middles = 0, joining = 0;
    for (const GlyphCode& code : codes) {
        const Drawn glyph = drawn(code.code);
        if (glyph.glyph == 0) continue;
        found.emplace_back(code, glyph);
        if (code.positions != 1 << static_cast<int>(script::Position::medi)) continue;
        ++middles;
        if (reaches_both(map.font, glyph)) ++joining;
    }
    // Fonts of icons and of Han have glyphs of their own there: nearly all letters must be there, and must join.
    if (10 * found.size() < 9 * codes.size() || 4 * joining < 3 * middles) return false;
    auto glyphs = std::make_shared<CodeGlyphs>();
    for (const auto& [code, glyph] : found) {
        glyphs->add(code, glyph, map.font.ink(glyph.glyph).left.count() <= slack_of(map.font));
    }
    add_identities(map, found);
    map.codes = std::move(glyphs);
    map.only_codes = has_only_codes(map.font);
    constexpr char16_t nirugu_code = 0xE23E, space_code = 0xE263;
    map.controls[static_cast<std::size_t>(script::Unit::nirugu)] = drawn(nirugu_code);
    if (map.font.glyph(U' ') == 0) {
        const Drawn space = drawn(space_code);
        map.controls[static_cast<std::size_t>(script::Unit::wide_gap)] = space;
        const std::int64_t em = map.font.metrics().units_per_em.count();
        map.controls[static_cast<std::size_t>(script::Unit::narrow_gap)] = {space.glyph,
                                                                            static_cast<std::int32_t>(em * 55 / 1000)};
    }
    return true;
}

Drawn MapData::mark(char32_t character) const {
    if (codes == nullptr || font.glyph(character) != 0) return {};
    const char16_t code = script::internal::code_of_mark(character);
    const font::GlyphId glyph = code == 0 ? 0 : font.glyph(code);
    return {glyph, glyph == 0 ? 0 : static_cast<std::int32_t>(font.advance(glyph).count())};
}

}  // namespace bichig::shape::units
