// Tables in a spreadsheet and back: what was not changed is not touched, and what was changed stands in its place.
#include <bichig/lexicon/spreadsheet.h>

#include <rapidcheck.h>

#include "lexicon/exchange_source.h"

namespace bichig::lexicon {
namespace {

constexpr std::size_t key = 0;

/// The workbook as a spreadsheet program gives it back.
format::Workbook through_xlsx(const format::Workbook& book) {
    return *format::read_xlsx(*format::xlsx_of(book), "x.xlsx");
}

format::Sheet& named(format::Workbook& book, const std::string& name) {
    for (format::Sheet& sheet : book.sheets) {
        if (sheet.name == name) return sheet;
    }
    ADD_FAILURE() << "no sheet " << name;
    return book.sheets.front();
}

std::size_t column(const format::Sheet& sheet, const std::string& name) {
    const auto& header = sheet.rows.front();
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
}

void set(format::Sheet& sheet, std::size_t row, const std::string& name, const std::string& value) {
    const std::size_t at = column(sheet, name);
    if (sheet.rows[row].size() <= at) sheet.rows[row].resize(at + 1);
    sheet.rows[row][at] = value;
}

std::string first_error(Source& source, const format::Workbook& book) {
    const SpreadsheetReport report = take_in(source, book, "x.xlsx");
    return report.findings.empty() ? "(none)" : describe(report.findings.front());
}

TEST(Spreadsheet, ComesBackUnchanged) {
    Source source = exchange_source();
    const auto book = workbook_of(source);
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets.size(), 3U);
    const auto report = take_in(source, through_xlsx(*book), "x.xlsx");
    EXPECT_TRUE(report.rows.empty());
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(report.unchanged, 5U);
    EXPECT_EQ(source.entries[0].bytes(), exchange_files()["entries/nouns.tsv"]);
}

TEST(Spreadsheet, CsvComesBackUnchanged) {
    Source source = exchange_source();
    for (const auto& sheet : {entries_sheet(source), glossary_sheet(source)}) {
        const auto read = format::read_csv(*format::csv_of(*sheet), "x.csv");
        const auto report = take_in(source, {{*read}}, "x.csv");
        EXPECT_TRUE(report.rows.empty());
        EXPECT_TRUE(report.findings.empty()) << describe(report.findings.front());
        EXPECT_GE(report.unchanged, 1U);
    }
}

TEST(Spreadsheet, ChangedCellsStayInTheirPlace) {
    Source source = exchange_source();
    format::Workbook book = through_xlsx(*workbook_of(source));
    format::Sheet& sheet = named(book, "nouns");
    set(sheet, 2, "gloss_zh", "\u623f");
    set(sheet, 2, "stem", "gere");  // the key is still that of ger
    std::swap(sheet.rows[1], sheet.rows[3]);
    const auto report = take_in(source, book, "x.xlsx");
    ASSERT_EQ(report.rows.size(), 1U);
    EXPECT_EQ(report.rows[0].kind, RowChange::Kind::changed);
    EXPECT_EQ(report.rows[0].key, "ger noun");
    EXPECT_EQ(report.rows[0].where.line, 6U);
    std::string expected = exchange_files()["entries/nouns.tsv"];
    expected.replace(expected.find("ger\t"), 3, "gere");
    expected.replace(expected.rfind("\u8bcd", expected.find("=a")), 3, "\u623f");
    EXPECT_EQ(source.entries[0].bytes(), expected);
}

TEST(Spreadsheet, NewRowsGoToTheEnd) {
    Source source = exchange_source();
    format::Workbook book = through_xlsx(*workbook_of(source));
    format::Sheet& sheet = named(book, "nouns");
    sheet.rows.insert(sheet.rows.begin() + 1, sheet.rows[1]);
    sheet.rows[1][key] = "";
    set(sheet, 1, "stem", "mori");
    const auto report = take_in(source, book, "x.xlsx");
    ASSERT_EQ(report.rows.size(), 1U);
    EXPECT_EQ(report.rows[0].kind, RowChange::Kind::added);
    EXPECT_EQ(report.rows[0].where.detail, "sheet 'nouns', cell A2");
    EXPECT_EQ(source.entries[0].bytes(),
              exchange_files()["entries/nouns.tsv"] + exchange_row("mori", "noun", "noun", "\u0433\u0430\u0440"));
}

TEST(Spreadsheet, NewRowsOfACsvFindTheirTable) {
    Source source = exchange_source();
    format::Sheet sheet;
    sheet.rows = {{"stem", "pos", "file"},
                  {"mori", "noun", ""},
                  {"ba", "particle", "closed"},
                  {"bui", "adverb", "entries/other.tsv"},
                  {"bai", "adverb", ""}};
    const auto report = take_in(source, {{sheet}}, "x.csv", {.apply = false});
    ASSERT_EQ(report.rows.size(), 3U);
    EXPECT_EQ(report.rows[0].path, "entries/nouns.tsv");
    EXPECT_EQ(report.rows[1].path, "entries/other.tsv");
    EXPECT_EQ(report.rows[2].path, "entries/other.tsv");
    ASSERT_EQ(report.findings.size(), 1U);
    EXPECT_THAT(describe(report.findings[0]),
                testing::HasSubstr("x.csv: cell C5: no table of the source takes this row"));
}

TEST(Spreadsheet, MissingRowsAreRemovedOnlyWhenAsked) {
    Source source = exchange_source();
    format::Workbook book = through_xlsx(*workbook_of(source));
    named(book, "nouns").rows.erase(named(book, "nouns").rows.begin() + 2);
    const auto report = take_in(source, book, "x.xlsx");
    ASSERT_EQ(report.rows.size(), 1U);
    EXPECT_EQ(report.rows[0].kind, RowChange::Kind::missing);
    EXPECT_EQ(source.entries[0].bytes(), exchange_files()["entries/nouns.tsv"]);
    EXPECT_EQ(take_in(source, book, "x.xlsx", {.remove = true}).rows.size(), 1U);
    std::string expected = exchange_files()["entries/nouns.tsv"];
    const std::size_t begin = expected.find("ger\t");
    expected.erase(begin, expected.find('\n', begin) - begin + 1);
    EXPECT_EQ(source.entries[0].bytes(), expected);
}

TEST(Spreadsheet, TablesThatAreNotThereAreNotTouched) {
    Source source = exchange_source();
    format::Workbook book = through_xlsx(*workbook_of(source));
    std::erase_if(book.sheets, [](const format::Sheet& sheet) { return sheet.name != "other"; });
    EXPECT_TRUE(take_in(source, book, "x.xlsx", {.remove = true}).rows.empty());
}

TEST(Spreadsheet, ADayThatBecameANumber) {
    Source source = exchange_source();
    format::Workbook book = through_xlsx(*workbook_of(source));
    set(named(book, "nouns"), 1, "date", "46053");
    EXPECT_TRUE(take_in(source, book, "x.xlsx").rows.empty());  // 2026-01-31
    set(named(book, "nouns"), 1, "date", "46054");
    EXPECT_EQ(take_in(source, book, "x.xlsx").rows.at(0).cells.at(0).after, "2026-02-01");
}

TEST(Spreadsheet, AnyValuesComeBack) {
    EXPECT_TRUE(rc::check("values set in a spreadsheet are those of the table, and go out again", [] {
        Source source = exchange_source();
        format::Workbook book = *workbook_of(source);
        static const std::vector<std::string> pieces{" ", "=1",      "'", "\"", ",", "\xE1\xA0\x8E",
                                                     "a", "_x0041_", "#", ";"};
        const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
        std::string value;
        for (const std::string& part : parts) value += part;
        set(named(book, "nouns"), 2, "note", value);
        const auto report = take_in(source, through_xlsx(book), "x.xlsx");
        RC_ASSERT(!has_errors(report.findings));
        RC_ASSERT(source.entries[0].cell(1, 14) == value);
        const auto csv = format::read_csv(*format::csv_of(*entries_sheet(source)), "x.csv");
        RC_ASSERT(take_in(source, {{*csv}}, "x.csv").rows.empty());
        const Table again = *Table::parse(source.entries[0].bytes(), "again");
        RC_ASSERT(again.cell(1, 14) == value);
    }));
}

TEST(Spreadsheet, FaultsChangeNothing) {
    Source source = exchange_source();
    const format::Workbook book = through_xlsx(*workbook_of(source));
    const auto faulty = [&](auto&& change) {
        format::Workbook bad = book;
        change(bad);
        set(named(bad, "other"), 1, "note", "changed");
        return first_error(source, bad);
    };
    EXPECT_THAT(
        faulty([](auto& bad) { bad.sheets[0].name = "verbs"; }),
        testing::HasSubstr("sheet 'verbs', cell A1: no table is named 'verbs' (name the sheet nouns, other, glossary"));
    EXPECT_THAT(faulty([](auto& bad) { bad.sheets[0].rows[0][3] = "colour"; }),
                testing::HasSubstr("sheet 'nouns', cell D1: unknown column 'colour'"));
    EXPECT_THAT(faulty([](auto& bad) { bad.sheets[0].rows[0][3] = "stem"; }), testing::HasSubstr("stands here twice"));
    EXPECT_THAT(faulty([](auto& bad) { bad.sheets[0].rows[2] = bad.sheets[0].rows[1]; }),
                testing::HasSubstr("cell A3: the row 'gar noun' came already"));
    EXPECT_THAT(faulty([](auto& bad) { set(bad.sheets[0], 1, "note", "a\nb"); }),
                testing::HasSubstr("a cell with a tab or a line break"));
    EXPECT_THAT(faulty([](auto& bad) { set(bad.sheets[0], 1, "stem", "#gar"); }),
                testing::HasSubstr("would be read as a comment"));
    EXPECT_EQ(source.entries[1].bytes(), exchange_files()["entries/other.tsv"]);
    EXPECT_THAT(faulty([](auto& bad) { bad.sheets[0].rows[1][key] = "gone noun"; }),
                testing::HasSubstr("the table has no row 'gone noun'"));  // a warning: found by its stem
    EXPECT_NE(source.entries[1].bytes(), exchange_files()["entries/other.tsv"]);
}

TEST(Spreadsheet, ATableThatWouldLoseCellsStays) {
    auto files = exchange_files();
    files["entries/nouns.tsv"] += "a\tnoun\n";
    const auto book = workbook_of(exchange_source(files));
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().where.line, 8U);
}

}  // namespace
}  // namespace bichig::lexicon
