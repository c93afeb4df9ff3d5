// Paradigms as tables, and what pages are written with: markup, JSON in scripts, keys of the search.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bichig/lexicon/pages.h>
#include <bichig/lexicon/paradigm.h>

#include "lexicon/internal/html.h"
#include "lexicon/internal/site.h"
#include "lexicon/small_source.h"

namespace bichig::lexicon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// The tables of a stem's first entry as lines: "title: columns", then "row: forms" with | between cells.
std::vector<std::string> tables(const Files& files, std::string_view stem) {
    const Lexicon lexicon = lexicon_of(files);
    const std::vector<ParadigmForm> forms = paradigm_of(lexicon, *entries_of(lexicon, stem).at(0));
    std::vector<std::string> lines;
    for (const ParadigmTable& table : paradigm_tables(lexicon, forms)) {
        std::string line = table.title + ":";
        for (const std::string& column : table.columns) line += " " + (column.empty() ? "-" : column);
        lines.push_back(line);
        for (const ParadigmTable::Row& row : table.rows) {
            line = "";
            for (const std::string& suffix : row.chain) line += (line.empty() ? "" : "+") + suffix;
            line += ":";
            for (const auto& cell : row.cells) {
                line += " ";
                for (const std::size_t index : cell) line += forms.at(index).latin + ",";
                line += "|";
            }
            lines.push_back(line);
        }
    }
    return lines;
}

TEST(ParadigmTables, CasesStandBesideEachOtherAndNumbersBelow) {
    EXPECT_THAT(tables(small_files(), "gar"), ElementsAre("cases: - genitive dative", ": gar,| gar_un,| gar_tu,|",
                                                          "plural_ud: gar_ud,| gar_ud_un,| gar_ud_tu,|"));
    EXPECT_THAT(tables(small_files(), "ču"), ElementsAre(": -", ": ču,|"));
}

TEST(ParadigmTables, ARowOfOneFormIsAColumnOnlyInATableOfItsOwn) {
    // The participle stands in another table than its genitive, so that it keeps its row; its stem is no word.
    EXPECT_THAT(tables(small_files(), "yabu"),
                ElementsAre("finite: present", ": yabun_a,|", "cases: - genitive", "past: yabugsan,| yabugsan_u,|"));
    // Groups that may follow one suffix together are one table: there the plural's lone genitive is a column.
    Files files = with(small_files(), "paradigms.toml", "then = [\"cases\"]", "then = [\"genitives\"]");
    files = with(files, "paradigms.toml", "then = [\"genitives\"]\n[groups.finite]",
                 "then = [\"genitives\"]\n[groups.step]\nsuffixes = [\"past\"]\nthen = [\"cases\", "
                 "\"plural_ud\"]\n[groups.finite]");
    EXPECT_THAT(tables(files, "gar"), ElementsAre("cases: - genitive dative plural_ud plural_ud + genitive",
                                                  ": gar,| gar_un,| gar_tu,| gar_ud,| gar_ud_un,|"));
}

TEST(ParadigmTables, EveryFormStandsInATable) {
    const Lexicon lexicon = lexicon_of(small_files());
    for (const Entry& entry : lexicon.entries()) {
        const std::vector<ParadigmForm> forms = paradigm_of(lexicon, entry);
        std::vector<std::size_t> seen;
        for (const ParadigmTable& table : paradigm_tables(lexicon, forms)) {
            for (const ParadigmTable::Row& row : table.rows) {
                ASSERT_EQ(row.cells.size(), table.columns.size());
                for (const auto& cell : row.cells) seen.insert(seen.end(), cell.begin(), cell.end());
            }
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        EXPECT_EQ(seen.size(), forms.size());
    }
}

TEST(Html, NoValueIsMarkup) {
    EXPECT_EQ(escaped("<a href=\"x\" b='y'>&</a>"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
    EXPECT_EQ(vertical(u"\u182E<", "mn\">"), "<span class=\"mn\" lang=\"mn&quot;&gt;\">\xE1\xA0\xAE&lt;</span>");
}

TEST(Html, Numbers) {
    EXPECT_EQ(counted(0), "0");
    EXPECT_EQ(counted(999), "999");
    EXPECT_EQ(counted(1000), "1,000");
    EXPECT_EQ(counted(1234567), "1,234,567");
    EXPECT_EQ(percent_of(1, 3), "33.3 %");
    EXPECT_EQ(percent_of(0, 0), "0.0 %");
}

TEST(Html, Base64OfRfc4648) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64(std::string_view{"\xFF\xFE\x00", 3}), "//4A");
}

TEST(Json, IsSafeInAScript) {
    JsonWriter json;
    json.open('{')
        .key("a<")
        .value("</script>\"\\\n\xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xA6")
        .key("b")
        .open('[')
        .value(true);
    json.value(std::size_t{7}).value(u"\u182E").close(']').key("c").open('[').close(']').close('}');
    EXPECT_EQ(json.take(), R"({"a\u003c":"\u003c/script>\"\\\u000a\u2028\u2029)"
                           "\xE2\x80\xA6\",\"b\":[1,7,\"\xE1\xA0\xAE\"],\"c\":[]}");
}

TEST(LookAlikeKey, ForgivesLettersThatLookAlike) {
    const auto key = [](std::string_view latin) { return look_alike_key(letters_of(latin).value()); };
    EXPECT_EQ(key("ulus"), key("olos"));
    EXPECT_EQ(key("alda"), key("alta"));
    EXPECT_EQ(key("ger"), key("xer"));
    EXPECT_EQ(key("mori_yin"), key("moriyin"));
    EXPECT_EQ(key("sain"), key("sayin"));
    EXPECT_EQ(key("tör"), key("toir"));
    EXPECT_EQ(key("monɡgol"), key("monggol"));
    EXPECT_NE(key("mori"), key("mola"));
    EXPECT_NE(key("gar"), key("gal"));
}

TEST(Pages, OfAnEmptyCorpusAndOfAWordWithMarkup) {
    const Files files = with(small_files(), "words.tsv", "гар", "<b>&");
    const Lexicon lexicon = lexicon_of(files);
    const std::string coverage = coverage_page(lexicon, CoverageCounter{lexicon}.finish(), 10, {});
    EXPECT_THAT(coverage, HasSubstr("0.0 %</strong> of 0 words"));
    EXPECT_THAT(coverage, HasSubstr("<p>None.</p>"));
    EXPECT_THAT(coverage, Not(HasSubstr("nan")));
    const std::string page = paradigm_page(lexicon, entries_of(lexicon, "gar"), {"font", "Family", "OFL-1.1"});
    EXPECT_THAT(page, HasSubstr("&lt;b&gt;&amp;"));
    EXPECT_THAT(page, HasSubstr("/* Family, OFL-1.1 */"));
    EXPECT_THAT(page, HasSubstr("base64,Zm9udA=="));
}

}  // namespace
}  // namespace bichig::lexicon
