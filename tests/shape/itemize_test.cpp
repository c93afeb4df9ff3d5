// Tests of choosing faces: each script its own, a word from one face, and what stands in where that lacks letters.
#include <cstdio>
#include <stdexcept>

#include <gtest/gtest.h>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

namespace bichig::shape {
namespace {

using font::Role;

const font::Font& face(Role role) {
    static const auto opened = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return opened->font(role);
}

FontSet all_faces() {
    return {face(Role::mongolian), face(Role::han_fangsong), face(Role::latin),  face(Role::emoji),
            face(Role::fallback),  face(Role::cyrillic),     face(Role::tibetan), face(Role::phags_pa)};
}

/// The staged Mongolian face without its shaping rules: the table is renamed, so that nobody finds it.
font::Font without_rules() {
    std::string bytes;
    FILE* file = std::fopen(BICHIG_FONT_FOLDER "/NotoSansMongolian_400Regular.ttf", "rb");
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) bytes += static_cast<char>(c);
    std::fclose(file);
    bytes.replace(bytes.find("GSUB"), 4, "GSUA");
    return font::Font::from_memory(std::make_shared<const std::string>(bytes)).value();
}

ShapedText shape(std::u16string_view text, const FontSet& faces, LineDirection direction = LineDirection::vertical) {
    Shaper shaper;
    const Span span{{0, static_cast<TextIndex>(text.size())}, faces, Length::points(16), "mn-Mong"};
    return shaper.shape(text, text::analyze(text), {span}, direction);
}

const Run& run_at(const ShapedText& shaped, TextIndex index) {
    for (const Run& run : shaped.runs) {
        if (run.text.contains(index)) return run;
    }
    throw std::out_of_range("no run");
}

TEST(Itemize, EachScriptHasItsFace) {
    struct Row {
        std::u16string_view text;
        Role role;
        Orientation orientation;
    };
    const Row rows[] = {{u"\u1820\u1821", Role::mongolian, Orientation::sideways},
                        {u"\u043E\u0440\u043E\u04E9", Role::cyrillic, Orientation::sideways},
                        {u"\u0F56\u0F7C\u0F51\u0F0B\u0F61\u0F72\u0F42", Role::tibetan, Orientation::sideways},
                        {u"\uA84F\uA861\uA843", Role::phags_pa, Orientation::sideways},
                        {u"word", Role::latin, Orientation::sideways},
                        {u"\u4E2D\u6587", Role::han_fangsong, Orientation::upright},
                        {u"\U0001F600", Role::emoji, Orientation::upright}};
    for (const Row& row : rows) {
        const std::u16string text = u"\u1820 " + std::u16string(row.text) + u" \u1820";
        const ShapedText shaped = shape(text, all_faces());
        const shape::Run& run = run_at(shaped, 2);
        EXPECT_EQ(run.font, face(row.role)) << font::name(row.role);
        EXPECT_EQ(run.orientation, row.orientation) << font::name(row.role);
        EXPECT_GE(run.text.end, 2 + row.text.size()) << font::name(row.role);
        for (std::uint32_t g = run.glyph_begin; g < run.glyph_end; ++g) EXPECT_NE(shaped.glyphs[g].id, 0u);
    }
}

TEST(Itemize, AWordComesFromOneFaceThatHasItsLetters) {
    FontSet faces = all_faces();
    faces.cyrillic.reset();
    // Without a face of its own, Tibetan comes from the first face that has all letters of the word.
    faces.tibetan.reset();
    const std::u16string tibetan = u"\u0F40\u0F0B\u0F41";
    EXPECT_EQ(shape(tibetan, faces).glyphs[0].id, 0u);
    faces.others = {face(Role::phags_pa), face(Role::tibetan)};
    const ShapedText shaped = shape(tibetan, faces);
    ASSERT_EQ(shaped.runs.size(), 1u);
    EXPECT_EQ(shaped.runs[0].font, face(Role::tibetan));
    // Cyrillic without a face of its own goes with Latin.
    EXPECT_EQ(shape(u"\u043E\u0440\u043E\u04E9", faces).runs[0].font, face(Role::latin));
}

TEST(Itemize, ASignThatAFaceLacksMovesNoLetters) {
    ASSERT_EQ(face(Role::latin).glyph(U'\u2460'), 0u);
    const ShapedText shaped = shape(u"ab\u2460cd", all_faces(), LineDirection::horizontal);
    EXPECT_EQ(run_at(shaped, 1).font, face(Role::latin));
    EXPECT_NE(run_at(shaped, 2).font, face(Role::latin));
    EXPECT_NE(shaped.glyphs[2].id, 0u);
    EXPECT_EQ(run_at(shaped, 3).font, face(Role::latin));
}

TEST(Itemize, AWordThatItsFaceLacksGoesWholeToOneThatJoins) {
    FontSet faces = all_faces();
    faces.mongolian = face(Role::latin);
    faces.others = {without_rules(), face(Role::mongolian)};
    const std::u16string word = u"\u182E\u1823\u1829\u182D\u1823\u182F\u202F\u1824\u1828";
    const ShapedText shaped = shape(word, faces);
    ASSERT_EQ(shaped.runs.size(), 1u);
    EXPECT_EQ(shaped.runs[0].font, face(Role::mongolian));
    faces.others.pop_back();
    EXPECT_EQ(shape(word, faces).runs[0].font, faces.others[0]);
}

TEST(Itemize, AFaceWithoutRulesIsKnown) {
    EXPECT_FALSE(without_rules().joins_mongolian());
    EXPECT_NE(without_rules().glyph(U'\u1820'), 0u);
    EXPECT_TRUE(face(Role::mongolian).joins_mongolian());
}

TEST(Itemize, BoldByAStrokeChangesNoGlyphAndNoAdvance) {
    FontSet bold = all_faces();
    bold.mongolian = bold.mongolian.with_synthetic_bold();
    const std::u16string text = u"\u182E\u1823\u1829\u182D\u1823\u182F \u182E\u1823\u1829";
    const ShapedText thick = shape(text, bold);
    const ShapedText thin = shape(text, all_faces());
    ASSERT_EQ(thick.glyphs.size(), thin.glyphs.size());
    EXPECT_TRUE(thick.runs[0].font.synthetic_bold());
    for (std::size_t i = 0; i < thin.glyphs.size(); ++i) {
        EXPECT_EQ(thick.glyphs[i].id, thin.glyphs[i].id);
        EXPECT_EQ(thick.glyphs[i].advance, thin.glyphs[i].advance);
    }
}

}  // namespace
}  // namespace bichig::shape
