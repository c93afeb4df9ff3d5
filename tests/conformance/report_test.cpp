// Tests of the font report on the staged fonts.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include <bichig/conformance/report.h>
#include <bichig/font/catalogue.h>

namespace bichig::conformance {
namespace {

font::Font font_of(font::Role role) {
    static const auto opened = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return opened->font(role);
}

TEST(Report, TellsWhatTheMongolianFontHas) {
    const auto found = report(font_of(font::Role::mongolian));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->letters, found->letters_covered);
    EXPECT_TRUE(found->has_rules);
    EXPECT_TRUE(found->known_selectors[3]);
    EXPECT_EQ(found->shown_controls.size(), 6u);
    ASSERT_EQ(found->suites.size(), script::writing_system_count);
    const SuiteResult& hudum = found->suites.front();
    EXPECT_GT(hudum.right, hudum.cases * 9 / 10);
    EXPECT_EQ(hudum.cases - hudum.right, hudum.failing.size());
    const auto wrong = std::find_if(found->letters_not_right.begin(), found->letters_not_right.end(),
                                    [](const LetterResult& letter) { return letter.letter == 0x1841; });
    ASSERT_NE(wrong, found->letters_not_right.end());
    EXPECT_EQ(wrong->plain, shape::Verdict::wrong);
}

TEST(Report, TellsThatAFontHasNoMongolian) {
    const auto found = report(font_of(font::Role::latin));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->letters_covered, 0u);
    EXPECT_FALSE(found->has_rules);
    EXPECT_EQ(found->source, shape::UnitSource::none);
}

TEST(Report, LooksAtOneWritingSystemWhereAsked) {
    ReportOptions options;
    options.system = script::WritingSystem::sibe;
    const auto found = report(font_of(font::Role::mongolian), options);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->suites.size(), 1u);
    EXPECT_EQ(found->suites[0].system, script::WritingSystem::sibe);
    EXPECT_FALSE(found->suites[0].agreeing);
    for (const LetterResult& letter : found->letters_not_right) {
        EXPECT_EQ(letter.system, script::WritingSystem::sibe);
    }
}

TEST(Report, CountsCasesThatAgreeWhereGlyphsAreNotKnown) {
    ReportOptions options;
    options.system = script::WritingSystem::hudum;
    const auto found = report(font_of(font::Role::latin), options);
    ASSERT_TRUE(found);
    ASSERT_TRUE(found->suites.at(0).agreeing);
    EXPECT_LT(*found->suites[0].agreeing, found->suites[0].cases / 2);  // all letters are the same box
}

TEST(Report, ReadsSuitesAndNamesWhatItCannotRead) {
    const std::string folder = testing::TempDir() + "bichig_suites";
    std::filesystem::create_directories(folder);
    std::ofstream(folder + "/core-hudum.tsv") << "# a comment\n1\tn a mvs u n\tN A - O A\n2\tb o\tB\n";
    ReportOptions options;
    options.suites = folder;
    const auto found = report(font_of(font::Role::mongolian), options);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->suites.size(), 1u);
    EXPECT_EQ(found->suites[0].cases, 2u);
    EXPECT_EQ(found->suites[0].right, 1u);
    EXPECT_EQ(found->suites[0].failing.at(0).name, "2");
    std::ofstream(folder + "/core-hudum.tsv") << "1\tno_letter\tN\n";
    const auto failed = report(font_of(font::Role::mongolian), options);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().where.line, 1u);
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace bichig::conformance
