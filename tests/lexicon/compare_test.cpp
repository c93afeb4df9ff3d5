// Differences, collisions, coverage and lists of words of dictionaries that can be counted by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bichig/base/utf.h>
#include <bichig/lexicon/compare.h>
#include <bichig/lexicon/cover.h>
#include <bichig/lexicon/forms.h>
#include <bichig/lexicon/word_tests.h>

#include "lexicon/small_source.h"

namespace bichig::lexicon {
namespace {

using testing::ElementsAre;

std::vector<std::string> latin(const std::vector<FormChange>& changes) {
    std::vector<std::string> found;
    for (const FormChange& change : changes)
        found.push_back(latin_of(change.form) + ": " + change.stem + " " + change.chain);
    std::sort(found.begin(), found.end());
    return found;
}

TEST(DiffTest, ADictionaryIsNoOtherThanItself) {
    const Lexicon lexicon = lexicon_of(small_files());
    const Difference difference = diff(lexicon, lexicon);
    EXPECT_EQ(difference.forms_before, 13u);
    EXPECT_EQ(difference.forms_after, 13u);
    EXPECT_TRUE(difference.gained.empty());
    EXPECT_TRUE(difference.lost.empty());
    EXPECT_TRUE(difference.entries.empty());
    EXPECT_TRUE(difference.paradigms.empty());
}

TEST(DiffTest, RowsGainedLostAndChanged) {
    const Files before = small_files();
    Files after = with(before, "words.tsv", row("ger", "noun", "noun", "", "гэр"), row("gal", "noun", "noun"));
    after = with(after, "words.tsv", "гар\tim\t词", "гар\tim\t手");
    const Difference difference = diff(lexicon_of(before), lexicon_of(after));
    EXPECT_THAT(latin(difference.gained),
                ElementsAre("gal: gal ", "gal_un: gal genitive"));  // l is soft: no dative here
    EXPECT_THAT(latin(difference.lost), ElementsAre("ger: ger ", "ger_tü: ger dative", "ger_ün: ger genitive"));
    ASSERT_EQ(difference.entries.size(), 3u);
    EXPECT_EQ(difference.entries[0].stem, "gal");
    EXPECT_EQ(difference.entries[0].kind, EntryChange::Kind::gained);
    EXPECT_EQ(difference.entries[1].stem, "gar");
    ASSERT_EQ(difference.entries[1].cells.size(), 1u);
    EXPECT_EQ(difference.entries[1].cells[0].column, Column::gloss_zh);
    EXPECT_EQ(difference.entries[1].cells[0].before, "词");
    EXPECT_EQ(difference.entries[1].cells[0].after, "手");
    EXPECT_EQ(difference.entries[2].kind, EntryChange::Kind::lost);
    EXPECT_TRUE(difference.paradigms.empty());
}

TEST(DiffTest, ParadigmsThatWereTouched) {
    const Files before = small_files();
    const Files after = with(before, "suffixes.tsv", "dative\thard\t\ttu\ttü", "dative\thard\t\tdu\tdü");
    const Difference difference = diff(lexicon_of(before), lexicon_of(after));
    EXPECT_THAT(latin(difference.gained),
                ElementsAre("gar_du: gar dative", "gar_ud_du: gar plural_ud dative", "ger_dü: ger dative"));
    EXPECT_EQ(difference.lost.size(), 3u);
    ASSERT_EQ(difference.paradigms.size(), 2u);
    EXPECT_EQ(difference.paradigms[0].paradigm, "noun");
    EXPECT_EQ(difference.paradigms[0].stems, 1u);
    EXPECT_EQ(difference.paradigms[1].paradigm, "noun+plural_ud");
    EXPECT_TRUE(difference.entries.empty()) << "no row was changed";
}

TEST(DiffTest, GoldWordsNewlyRejected) {
    Files before = with(small_files(), "dictionary.toml", "suffixes = \"suffixes.tsv\"",
                        "suffixes = \"suffixes.tsv\"\ngold = \"gold.tsv\"");
    before["gold.tsv"] = "word\tnote\nger_ün\t\ngar\t\ngal\t\n";
    const Files after = with(before, "words.tsv", row("ger", "noun", "noun", "", "гэр"), row("gal", "noun", "noun"));
    const Difference difference = diff(lexicon_of(before), lexicon_of(after));
    EXPECT_THAT(difference.gold_lost, ElementsAre("ger_ün"));
    EXPECT_THAT(difference.gold_gained, ElementsAre("gal"));
}

TEST(CollisionTest, FormsOfOneShapeStandTogether) {
    EXPECT_TRUE(collisions(lexicon_of(small_files())).empty());
    // t and d look the same where they begin no word; gar and xar do not.
    const Files files =
        with_row(with_row(with_row(small_files(), row("ende", "adverb", "none")), row("ente", "adverb", "none")),
                 row("xar", "noun", "none"));
    const auto found = collisions(lexicon_of(files));
    const auto has = [&](const std::string& form) {
        return std::any_of(found.begin(), found.end(), [&](const Collision& collision) {
            return std::any_of(collision.forms.begin(), collision.forms.end(),
                               [&](const CollidingForm& one) { return latin_of(one.form) == form; });
        });
    };
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(has("ente"));
    EXPECT_TRUE(has("ende"));
    EXPECT_FALSE(has("xar"));
    EXPECT_FALSE(found[0].units.empty());
}

std::u16string word(const std::string& latin) { return *letters_of(latin); }

TEST(CoverTest, ACorpusThatCanBeCounted) {
    CoverageCounter counter{lexicon_of(small_files())};
    std::u16string old = word("ger_ün");
    old[3] = u'\u202F';
    // line 1: ger ger_ün ger_ün(old) gar_tu; line 2: ger_tu (another ending) ulus ulus, Latin and Chinese between
    const std::u16string text = word("ger") + u" " + word("ger_ün") + u"\u3000" + old + u"，" + word("gar_tu") + u"\n" +
                                word("ger_tu") + u" abc 中文 " + word("ulus") + u"\u1802 " + word("ulus") + u"\uE234";
    counter.add(text, "a.txt");
    counter.add(word("gar_yi") + u"\u180E " + word("ču"), "b.txt");
    const Coverage coverage = counter.finish();
    EXPECT_EQ(coverage.tokens, 9u);
    EXPECT_EQ(coverage.types, 7u);
    EXPECT_EQ(coverage.by_known[static_cast<std::size_t>(Known::known)], 5u);
    EXPECT_EQ(coverage.by_known[static_cast<std::size_t>(Known::same_shape)], 1u) << "ger_tu looks like ger_tü";
    EXPECT_EQ(coverage.by_known[static_cast<std::size_t>(Known::known_stem)], 1u) << "gar_yi";
    EXPECT_EQ(coverage.by_known[static_cast<std::size_t>(Known::unknown)], 2u);
    EXPECT_EQ(coverage.by_pos[static_cast<std::size_t>(PartOfSpeech::noun)], 4u);
    EXPECT_EQ(coverage.by_pos[static_cast<std::size_t>(PartOfSpeech::particle)], 1u);
    EXPECT_EQ(coverage.legacy_characters, 1u);
    EXPECT_NEAR(coverage.share(), 5.0 / 9, 1e-12);
    ASSERT_EQ(coverage.files.size(), 2u);
    EXPECT_EQ(coverage.files[0].tokens, 7u);
    EXPECT_EQ(coverage.files[1].known, 1u);
    ASSERT_EQ(coverage.unknown.size(), 3u);
    EXPECT_EQ(latin_of(coverage.unknown[0].word), "ulus");
    EXPECT_EQ(coverage.unknown[0].count, 2u);
    EXPECT_EQ(coverage.unknown[0].first, (Place{"a.txt", 2, 15, {}}));
    const auto shaped = std::find_if(coverage.unknown.begin(), coverage.unknown.end(),
                                     [](const UnknownWord& w) { return w.why == Known::same_shape; });
    ASSERT_NE(shaped, coverage.unknown.end());
    EXPECT_EQ(shaped->suggestion, word("ger_tü"));
}

TEST(CoverTest, AnEmptyCorpusHasNoShare) {
    CoverageCounter counter{lexicon_of(small_files())};
    counter.add(u"", "empty");
    EXPECT_EQ(counter.finish().share(), 0);
}

TEST(WordTestsTest, SharesAndFailures) {
    const auto table = Table::parse(
        "word\texpect\tsuggest\tnote\nger\taccept\t\t\nulus\taccept\t\t\ngar_du\treject\t\t\ngar_tu\treject\t\t\n"
        "gar_du\tsuggest\tgar_tu\t\nger_du\tsuggest\tger_tü\t\nulus\tsuggest\tgar\t\n",
        "t");
    ASSERT_TRUE(table);
    const auto tests = read_word_tests(*table);
    ASSERT_TRUE(tests);
    const FormSet forms{lexicon_of(small_files())};
    const WordChecker checker{[&](std::u16string_view w) { return forms.contains(w); },
                              [&](std::u16string_view w) {
                                  if (w == word("gar_du")) return std::vector{word("gar_tu")};
                                  if (w == word("ger_du")) return std::vector{word("ger"), word("ger_tü")};
                                  return std::vector<std::u16string>{};
                              }};
    const WordTestReport report = run_word_tests(*tests, checker);
    EXPECT_EQ(report.accept.right, 1u);
    EXPECT_EQ(report.accept.all, 2u);
    EXPECT_EQ(report.reject.right, 1u);
    EXPECT_EQ(report.top1.right, 1u);
    EXPECT_EQ(report.top5.right, 2u);
    EXPECT_EQ(report.top5.all, 3u);
    ASSERT_EQ(report.failures.size(), 3u);
    EXPECT_EQ(report.failures[0].test.where.line, 3u);
    EXPECT_TRUE(report.failures[1].accepted);
}

TEST(WordTestsTest, FaultsOfTheTableNameTheirPlace) {
    const auto fault = [](const std::string& rows) {
        const auto tests = read_word_tests(Table::parse("word\texpect\tsuggest\tnote\n" + rows, "t").value());
        return tests ? std::string{"none"}
                     : std::to_string(tests.error().where.line) + ":" + std::to_string(tests.error().where.column) +
                           " " + tests.error().message;
    };
    EXPECT_EQ(fault("ger\taccept\t\t\n"), "none");
    EXPECT_EQ(fault("гэр\taccept\t\t\n"), "2:1 'гэр' is no word in Latin transliteration");
    EXPECT_EQ(fault("ger\tallow\t\t\n"), "2:5 'allow' is no expectation");
    EXPECT_EQ(fault("ger\tsuggest\t\t\n"), "2:13 '' is no word in Latin transliteration");
}

}  // namespace
}  // namespace bichig::lexicon
