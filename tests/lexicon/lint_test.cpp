// Each check of lint: a bad example that it finds, at its place, and the good one beside it that it leaves.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include <bichig/lexicon/lint.h>

#include "lexicon/small_source.h"

namespace bichig::lexicon {
namespace {

const std::string base_row = row("xota", "noun", "noun", "", "хот", "城市");

/// `row` with another value in one of its columns.
std::string changed(std::string row, Column column, const std::string& value) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(column); ++i) begin = row.find('\t', begin) + 1;
    row.replace(begin, std::min(row.find('\t', begin), row.size() - 1) - begin, value);
    return row;
}

Files entry(const std::string& added) { return with_row(small_files(), added); }
Files stem(const std::string& latin, const std::string& pos = "noun", const std::string& marks = "",
           const std::string& cyrillic = "") {
    return entry(row(latin, pos, pos == "verb" ? "verb" : pos == "noun" ? "noun" : "none", marks, cyrillic, "词"));
}

/// The small dictionary with a glossary, typos and gold words.
Files lists(const std::string& glossary, const std::string& typos, const std::string& gold) {
    Files files =
        with(small_files(), "dictionary.toml", "suffixes = \"suffixes.tsv\"",
             "suffixes = \"suffixes.tsv\"\nglossary = \"glossary.tsv\"\ntypos = \"typos.tsv\"\ngold = \"gold.tsv\"");
    const std::string rest = "\tlaw\town\tApache-2.0\t\tunreviewed\t2026-01-31\t\n";
    files["glossary.tsv"] =
        "mongolian\tchinese\tfield\tsource\tlicence\treviewer\tstatus\tdate\tnote\nger\t蒙古包" + rest;
    if (!glossary.empty()) files["glossary.tsv"] += glossary + rest;
    files["typos.tsv"] = "word\texpect\tsuggest\tnote\nger\taccept\t\t\n" + typos;
    files["gold.tsv"] = "word\tnote\ngar_un\t\n" + gold;
    return files;
}

/// A suffix that the paradigm of nouns takes too, so that no row of it is unused.
Files suffix(const std::string& rows) {
    return with(with(small_files(), "suffixes.tsv", "present\tvowel", rows + "present\tvowel"), "paradigms.toml",
                "suffixes = [\"genitive\", \"dative\"]", "suffixes = [\"genitive\", \"dative\", \"new\"]");
}

struct Example {
    std::string id;
    Files bad;
    Files good;
};

std::vector<Example> file_examples() {
    const Files small = small_files();
    return {
        {"byte-order-mark", with(small, "words.tsv", "# words", "\xEF\xBB\xBF# words"), small},
        {"line-end", with(small, "words.tsv", "# words\n", "# words\r\n"), small},
        {"cell-count", entry("xota\tnoun\tnoun\n"), entry(base_row)},
        {"space", entry(changed(base_row, Column::gloss_zh, "城市 ")),
         entry(changed(base_row, Column::gloss_zh, "城市；市 区"))},
        {"not-composed", entry(changed(base_row, Column::note, "u\u0308")),
         entry(changed(base_row, Column::note, "ü"))},
        {"invisible-character", entry(changed(base_row, Column::note, "a\u200B")),
         entry(changed(base_row, Column::note, "a b"))},
        {"legacy-connector", entry(changed(base_row, Column::note, "xota\u202Fu")),
         entry(changed(base_row, Column::note, "xota_u"))},
    };
}

std::vector<Example> stem_examples() {
    return {
        {"stem-latin", stem("хota"), stem("xota")},
        {"stem-form", stem("ɡal"), stem("gal")},
        {"duplicate-key", stem("ger"), stem("gergei")},
        {"selector-unknown", stem("xotač'"), stem("xota")},
        {"selector-without-effect", stem("xan'a"), stem("xana")},
        {"separator", stem("xo_ta"), stem("xot_a")},
        {"mixed-harmony", stem("xote"), stem("xote", "noun", "foreign")},
        {"late-round-vowel", stem("xaton"), stem("xoton")},
        {"consonant-cluster", stem("xotlbra"), stem("xotolbur")},
        {"diphthong", stem("sayin"), stem("sain")},
        {"verb-stem", stem("ab_a", "verb"), stem("ab", "verb")},
        {"same-shape", with_row(stem("ende"), row("ente", "adverb", "none")),
         with_row(stem("ende"), row("enge", "adverb", "none"))},
        {"cyrillic", stem("xota", "noun", "", "хoт"), stem("xota", "noun", "", "хот")},
        {"cyrillic-harmony", stem("xota", "noun", "", "хөт"), stem("xota", "noun", "", "хот")},
        {"gloss", entry(changed(base_row, Column::gloss_zh, "")), entry(base_row)},
    };
}

std::vector<Example> value_examples() {
    const Files small = small_files();
    const std::string reviewed = changed(changed(base_row, Column::status, "reviewed"), Column::reviewer, "B. Reader");
    return {
        {"unknown-pos", entry(changed(base_row, Column::pos, "nuon")), entry(base_row)},
        {"unknown-status", entry(changed(base_row, Column::status, "good")), entry(reviewed)},
        {"unknown-mark", entry(changed(base_row, Column::marks, "loan")),
         entry(changed(base_row, Column::marks, "archaic"))},
        {"unknown-norm", entry(changed(base_row, Column::norm, "im+xx")), entry(changed(base_row, Column::norm, "im"))},
        {"unknown-source", entry(changed(base_row, Column::source, "")), entry(base_row)},
        {"unknown-evidence", entry(changed(base_row, Column::evidence, "hearsay")),
         entry(changed(base_row, Column::evidence, "witness"))},
        {"unknown-tier", with(small, "dictionary.toml", "tier = \"core\"", "tier = \"crust\""), small},
        {"no-licence", entry(changed(base_row, Column::licence, "")), entry(base_row)},
        {"date", entry(changed(base_row, Column::date, "2026-02-30x")),
         entry(changed(base_row, Column::date, "2024-02-29"))},
        {"reviewer", entry(changed(base_row, Column::status, "reviewed")), entry(reviewed)},
        {"frequency", entry(changed(base_row, Column::frequency, "-3")),
         entry(changed(base_row, Column::frequency, "3"))},
        {"no-paradigm", entry(changed(base_row, Column::paradigm, "")),
         entry(changed(base_row, Column::paradigm, "none"))},
        {"unknown-paradigm", entry(changed(base_row, Column::paradigm, "nuon")), entry(base_row)},
        {"paradigm-pos", entry(changed(base_row, Column::paradigm, "verb")), entry(base_row)},
        {"unknown-group", entry(changed(base_row, Column::paradigm, "noun+plural")),
         entry(changed(base_row, Column::paradigm, "noun+plural_ud"))},
        {"no-form", entry(changed(base_row, Column::paradigm, "none+cases")), entry(row("gal", "noun", "none+cases"))},
    };
}

std::vector<Example> paradigm_examples() {
    const Files small = small_files();
    const Files good = suffix("new\tany\t\tača\teče\tconnector\t\t\n");
    return {
        {"suffix-id", suffix("New\tany\t\tača\teče\tconnector\t\t\n"), good},
        {"suffix-after", suffix("new\tvovel\t\tača\teče\tconnector\t\t\n"), good},
        {"suffix-joined", suffix("new\tany\t\tača\teče\tglued\t\t\n"), good},
        {"suffix-latin", suffix("new\tany\t\tача\teče\tconnector\t\t\n"), good},
        {"suffix-two-forms", suffix("new\tany\t\tača\teče\tconnector\t\t\nnew\tn\t\tna\tne\tconnector\t\t\n"), good},
        {"suffix-gap", suffix("new\tvowel+n\t\tača\teče\tconnector\t\t\n"), good},
        {"suffix-harmony", suffix("new\tany\t\teča\teče\tconnector\t\t\n"), good},
        {"suffix-unused", suffix("new\tany\t\tača\teče\tconnector\t\t\nnew\t-gal\t\tlača\tleče\tconnector\t\t\n"),
         good},
        {"unknown-suffix", with(small, "paradigms.toml", "[\"plural_ud\"]", "[\"plural_uu\"]"), small},
        {"group-circle",
         with(small, "paradigms.toml", "suffixes = [\"genitive\"]",
              "suffixes = [\"genitive\"]\nthen = [\"participle\"]"),
         small},
        {"group-unused",
         with(small, "paradigms.toml", "[paradigms.noun]", "[groups.more]\nsuffixes = [\"dative\"]\n[paradigms.noun]"),
         small},
    };
}

std::vector<Example> list_examples() {
    const Files good = lists("gar\t手", "ger_tu\treject\t\t\nger_tu\tsuggest\tger_tü\t\n", "ger\t\n");
    return {
        {"list-latin", lists("", "", "гар\t\n"), good},
        {"list-duplicate", lists("", "", "gar_un\t\n"), good},
        {"list-expectation", lists("", "ger_tu\tsuggest\t\t\n", ""), good},
        {"glossary-word", lists("ulus\t国", "", ""), good},
        {"glossary-chinese", lists("gar\thand", "", ""), good},
        {"gold-word", lists("", "", "ulus\t\n"), good},
    };
}

std::vector<Example> examples() {
    std::vector<Example> all;
    for (const auto& some :
         {file_examples(), stem_examples(), value_examples(), paradigm_examples(), list_examples()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

Findings found(const Files& files) { return lint(std::make_shared<const Source>(read(files).value())); }

std::string dump(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) text += describe(finding) + "\n";
    return text;
}

bool has(const Findings& findings, std::string_view id) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id == id; });
}

TEST(LintTest, TheSmallDictionaryIsClean) {
    const Findings findings = found(small_files());
    EXPECT_TRUE(findings.empty()) << dump(findings);
}

TEST(LintTest, EachCheckFindsItsBadExampleAndLeavesTheGoodOne) {
    for (const Example& example : examples()) {
        const Findings bad = found(example.bad), good = found(example.good);
        EXPECT_TRUE(has(bad, example.id)) << example.id << " is not found in:\n" << dump(bad);
        EXPECT_FALSE(has(good, example.id)) << example.id << " is found in the good example:\n" << dump(good);
    }
}

TEST(LintTest, FindingsSayWhereAndWhatToDo) {
    for (const Example& example : examples()) {
        for (const Finding& finding : found(example.bad)) {
            EXPECT_FALSE(finding.message.empty()) << finding.id;
            EXPECT_FALSE(finding.hint.empty()) << finding.id;
            EXPECT_FALSE(finding.where.file.empty()) << finding.id;
            EXPECT_EQ(finding.where.line == 0, finding.id == "unknown-tier") << finding.id;
        }
    }
}

TEST(LintTest, EveryCheckHasAnExample) {
    std::set<std::string_view> shown{"too-many-forms"};  // lexicon_test.cpp has it
    const std::vector<Example> all = examples();
    for (const Example& example : all) shown.insert(example.id);
    std::set<std::string_view> listed;
    for (const LintCheck& check : lint_checks()) {
        EXPECT_TRUE(listed.insert(check.id).second) << check.id << " is listed twice";
        EXPECT_TRUE(shown.contains(check.id)) << check.id << " has no example";
    }
    for (const std::string_view id : shown) EXPECT_TRUE(listed.contains(id)) << id << " is not listed";
}

TEST(LintTest, SeverityAndFixesAreAsListed) {
    for (const Example& example : examples()) {
        for (const Finding& finding : found(example.bad)) {
            for (const LintCheck& check : lint_checks()) {
                if (check.id != finding.id) continue;
                EXPECT_EQ(finding.severity, check.severity) << check.id;
                EXPECT_TRUE(check.fixable || !finding.fix) << check.id;
            }
        }
    }
}

TEST(LintTest, FixesMendWhatTheyFound) {
    std::set<std::string> mended;
    for (const Example& example : examples()) {
        Source source = read(example.bad).value();
        const Findings before = lint(std::make_shared<const Source>(source));
        const auto fixable = [&](const Finding& finding) { return finding.id == example.id && finding.fix; };
        if (std::none_of(before.begin(), before.end(), fixable)) continue;
        EXPECT_GT(apply_fixes(source, before), 0u) << example.id;
        const Findings after = lint(std::make_shared<const Source>(source));
        EXPECT_FALSE(has(after, example.id)) << example.id << " is still there:\n" << dump(after);
        mended.insert(example.id);
    }
    for (const LintCheck& check : lint_checks()) {
        if (check.fixable && check.id != "byte-order-mark" &&
            check.id != "line-end") {  // mended when the table is written
            EXPECT_TRUE(mended.contains(std::string{check.id}))
                << check.id << " is listed as fixable and was not mended";
        }
    }
}

TEST(LintTest, StemsInMongolianLettersAreRewritten) {
    Source source = read(stem("\u182D\u1820\u182F")).value();
    EXPECT_EQ(apply_fixes(source, lint(std::make_shared<const Source>(source))), 1u);
    EXPECT_EQ(source.entries[0].cell(4, 0), "gal");
    EXPECT_TRUE(table_of(source, "words.tsv") == &source.entries[0]);
    EXPECT_EQ(table_of(source, "nouns.tsv"), nullptr);
}

}  // namespace
}  // namespace bichig::lexicon
