// CSV: any table comes back whole, foreign files are read by RFC 4180, and no cell runs as a formula.
#include <gtest/gtest.h>

#include <bichig/format/package/sheet.h>

#include "format/package/made_table.h"

namespace bichig::format {
namespace {

using Rows = std::vector<SheetRow>;

Rows rows_of(std::string_view csv, const CsvOptions& options = {}) { return read_csv(csv, "x.csv", options)->rows; }

std::string refusal(std::string_view csv, const CsvOptions& options = {}, const SheetLimits& limits = {}) {
    const auto sheet = read_csv(csv, "x.csv", options, limits);
    return sheet ? "(taken)" : describe(sheet.error());
}

Sheet sheet_of(Rows rows) {
    Sheet sheet;
    sheet.rows = std::move(rows);
    return sheet;
}

TEST(Csv, AnyTableComesBack) {
    EXPECT_TRUE(rc::check("read_csv(csv_of(table)) is the table", [] {
        const Rows rows = *any_rows(false);
        CsvOptions options;
        options.byte_order_mark = *rc::gen::arbitrary<bool>();
        options.crlf = *rc::gen::arbitrary<bool>();
        options.guard_formulas = *rc::gen::arbitrary<bool>();
        options.separator = *rc::gen::element('\0', ',', ';', '\t');
        const auto csv = csv_of(sheet_of(rows), options);
        RC_ASSERT(csv.has_value());
        const bool detect = *rc::gen::arbitrary<bool>();
        CsvOptions reading = options;
        if (detect || options.separator == '\0') reading.separator = '\0';
        const auto read = read_csv(*csv, "x.csv", reading);
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->rows == said(rows));
    }));
}

TEST(Csv, NoCellRunsAsFormula) {
    EXPECT_TRUE(rc::check("a cell of a guarded file begins with no sign of a formula", [] {
        const std::string text = *cell_text(false);
        const auto csv = csv_of(sheet_of({{text}}), {.byte_order_mark = false});
        const std::string first = csv->substr(csv->starts_with('"') ? 1 : 0, 1);
        RC_ASSERT(std::string("=+-@\t").find(first) == std::string::npos || first.empty());
        RC_ASSERT(!(csv->starts_with("\"\r")));
    }));
}

TEST(Csv, GuardIsOneApostrophe) {
    EXPECT_EQ(*csv_of(sheet_of({{"=1+1", "-du", "'=x", "'t", "a=b"}}), {.byte_order_mark = false}),
              "\"'=1+1\",\"'-du\",\"''=x\",'t,a=b\r\n");
    EXPECT_EQ(rows_of("'=1+1,'-du,''=x,'t,=2"), (Rows{{"=1+1", "-du", "'=x", "'t", "=2"}}));
    EXPECT_EQ(rows_of("'=1+1", {.guard_formulas = false}), (Rows{{"'=1+1"}}));
}

TEST(Csv, EndsOfRowsAndMark) {
    const Rows expected{{"a", "b"}, {"c"}};
    EXPECT_EQ(rows_of("a,b\r\nc\r\n"), expected);
    EXPECT_EQ(rows_of("a,b\nc"), expected);
    EXPECT_EQ(rows_of("a,b\rc\r"), expected);
    EXPECT_EQ(rows_of("\xEF\xBB\xBF" "a,b\nc,,\n\n\n"), expected);
    EXPECT_EQ(rows_of("a\n\nb"), (Rows{{"a"}, {}, {"b"}}));
    EXPECT_TRUE(rows_of("").empty());
}

TEST(Csv, Quotes) {
    EXPECT_EQ(rows_of("\"a,\"\"b\"\"\r\nc\",d\n\"\",5\" pipe"), (Rows{{"a,\"b\"\r\nc", "d"}, {"", "5\" pipe"}}));
}

TEST(Csv, SeparatorIsDetected) {
    const Rows expected{{"a", "b", "c"}};
    EXPECT_EQ(rows_of("a;b;c"), expected);
    EXPECT_EQ(rows_of("a\tb\tc"), expected);
    EXPECT_EQ(rows_of("\"x,y,z\";b\n"), (Rows{{"x,y,z", "b"}}));
    EXPECT_EQ(rows_of("title\na;b"), (Rows{{"title"}, {"a", "b"}}));
    EXPECT_EQ(rows_of("a;b,c", {.separator = ','}), (Rows{{"a;b", "c"}}));
}

TEST(Csv, FaultsNameTheirPlace) {
    EXPECT_EQ(refusal("a,b\r\nc,\"d"), "x.csv:2:3: the quote of this cell is not closed (close it)");
    EXPECT_EQ(refusal("a\n\"b\" c"),
              "x.csv:2:4: text follows the closing quote of a cell (double a quote that is text)");
    EXPECT_THAT(refusal("a\nb\xFF"), testing::StartsWith("x.csv:2:2: byte 3:"));
    EXPECT_THAT(refusal(std::string("a\nb\0c", 5)), testing::StartsWith("x.csv:2:2: has a NUL"));
    EXPECT_THAT(refusal("\xFF\xFE" "a"), testing::HasSubstr("is UTF-16"));
    EXPECT_THAT(refusal("a", {.separator = '|'}), testing::HasSubstr("the separator is none of"));
    EXPECT_THAT(refusal("a,b,c", {}, {.cells = 2}), testing::HasSubstr("more cells than are taken"));
    EXPECT_EQ(refusal("a,b,c", {}, {.cells = 3}), "(taken)");
}

TEST(Csv, WhatCannotBeWritten) {
    Sheet sheet = sheet_of({{"a"}, {"", "b\xFF"}});
    sheet.name = "nouns";
    EXPECT_THAT(describe(csv_of(sheet).error()), testing::HasSubstr("sheet 'nouns', cell B2: is no UTF-8 (byte 1"));
    sheet.rows[1][1] = std::string(1, '\0');
    EXPECT_THAT(describe(csv_of(sheet).error()), testing::HasSubstr("cell B2: has a NUL"));
}

}  // namespace
}  // namespace bichig::format
