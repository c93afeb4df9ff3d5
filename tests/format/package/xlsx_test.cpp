// XLSX: any table comes back whole, other programs' ways to write one are read, and broken files are refused.
#include <gtest/gtest.h>

#include <bichig/format/package/sheet.h>
#include <bichig/format/package/zip.h>

#include "format/package/made_table.h"

namespace bichig::format {
namespace {

using Rows = std::vector<SheetRow>;

Workbook book_of(Rows rows, std::string name = "Sheet") {
    Workbook book;
    book.sheets.emplace_back();
    book.sheets[0].name = std::move(name);
    book.sheets[0].rows = std::move(rows);
    return book;
}

/// A file with one sheet, as some other program may write it.
std::string foreign(const std::string& cells, const std::string& strings = "") {
    const std::string rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::vector<ZipPart> parts{
        {"_rels/.rels", "<Relationships><Relationship Id='a' Type='" + rels +
                            "officeDocument' Target='/book/main.xml'/></Relationships>"},
        {"book/main.xml", "<x:workbook xmlns:x='m' xmlns:r='r'><x:sheets><x:sheet name='One &amp; _x0041_' sheetId='7'"
                          " r:id='s'/></x:sheets></x:workbook>"},
        {"book/_rels/main.xml.rels", "<Relationships><Relationship Id='s' Type='" + rels +
                                         "worksheet' Target='../one.xml'/><Relationship Id='t' Type='" + rels +
                                         "sharedStrings' Target='strings.xml'/></Relationships>"},
        {"book/strings.xml", "<x:sst xmlns:x='m'>" + strings + "</x:sst>"},
        {"one.xml", "<x:worksheet xmlns:x='m'><x:sheetData>" + cells + "</x:sheetData></x:worksheet>"}};
    return *zip_of(parts);
}

std::string refusal(const std::string& bytes, const SheetLimits& limits = {}) {
    const auto book = read_xlsx(bytes, "x.xlsx", limits);
    return book ? "(taken)" : describe(book.error());
}

std::string refusal(const Workbook& book) {
    const auto bytes = xlsx_of(book);
    return bytes ? "(taken)" : describe(bytes.error());
}

TEST(Xlsx, AnyTablesComeBack) {
    EXPECT_TRUE(rc::check("read_xlsx(xlsx_of(tables)) are the tables", [] {
        Workbook book = book_of(*any_rows(true), "nouns & 'names'!");
        book.sheets.push_back(book_of(*any_rows(true), "\xE8\xAF\x8D_x0041_").sheets[0]);
        const auto bytes = xlsx_of(book);
        RC_ASSERT(bytes.has_value());
        RC_ASSERT(*bytes == *xlsx_of(book));
        const auto read = read_xlsx(*bytes, "x.xlsx");
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->sheets.size() == 2U);
        for (std::size_t index = 0; index < 2; ++index) {
            RC_ASSERT(read->sheets[index].name == book.sheets[index].name);
            RC_ASSERT(read->sheets[index].rows == said(book.sheets[index].rows));
        }
    }));
}

TEST(Xlsx, KindsOfCells) {
    const auto book = read_xlsx(
        foreign("<row><c t='s'><v>1</v></c><c><v>1.50E-3</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c></row>"
                "<row r='4'><c r='B4' t='inlineStr'><is><r><t> a</t></r><r><t>b </t></r></is></c>"
                "<c t='str'><f>1+1</f><v>2_x000D_</v></c><c r='F4'><v>46000</v></c><c/></row>",
                "<si><t>none</t></si><si><r><rPr/><t>&lt;r</t></r><rPh><t>no</t></rPh><r><t>un&#10;</t></r></si>"),
        "x.xlsx");
    ASSERT_TRUE(book) << describe(book.error());
    EXPECT_EQ(book->sheets[0].name, "One & A");
    EXPECT_EQ(book->sheets[0].rows, (Rows{{"<run\n", "1.50E-3", "TRUE", "#N/A"},
                                          {},
                                          {},
                                          {"", " ab ", "2\r", "", "", "46000"}}));
    EXPECT_EQ(book->sheets[0].at(3, 1), " ab ");
    EXPECT_EQ(book->sheets[0].at(9, 9), "");
}

TEST(Xlsx, EscapesAreReadOnce) {
    const auto book = read_xlsx(foreign("<row><c t='inlineStr'><is><t>_x005F_x0041_ _xD83D__xDE00_ _xd83d_ _x00g1_"
                                        "</t></is></c></row>"),
                                "x.xlsx");
    EXPECT_EQ(book->sheets[0].at(0, 0), "_x0041_ \xF0\x9F\x98\x80 \xEF\xBF\xBD _x00g1_");
}

TEST(Xlsx, HowItIsShown) {
    Workbook book = book_of({{"stem", "status"}, {"a", "reviewed"}}, "it's");
    book.sheets[0].widths = {30};
    book.sheets[0].choices = {{1, {"reviewed", "disputed"}}};
    const auto parts = read_zip(*xlsx_of(book), "x.xlsx");
    const std::string& sheet = part_named(*parts, "xl/worksheets/sheet1.xml")->bytes;
    EXPECT_THAT(sheet, testing::HasSubstr("state=\"frozen\""));
    EXPECT_THAT(sheet, testing::HasSubstr("<autoFilter ref=\"A1:B2\"/>"));
    EXPECT_THAT(sheet, testing::HasSubstr("min=\"1\" max=\"1\" width=\"30.00\" style=\"1\""));
    EXPECT_THAT(sheet, testing::HasSubstr("sqref=\"B2:B1048576\"><formula1>\"reviewed,disputed\"</formula1>"));
    EXPECT_THAT(part_named(*parts, "xl/workbook.xml")->bytes, testing::HasSubstr(">'it''s'!$A$1:$B$2<"));
    book.sheets[0].header = false;
    EXPECT_THAT(part_named(*read_zip(*xlsx_of(book), "x.xlsx"), "xl/worksheets/sheet1.xml")->bytes,
                testing::Not(testing::HasSubstr("frozen")));
}

TEST(Xlsx, BrokenFilesAreRefused) {
    EXPECT_EQ(refusal(foreign("<row r='3'><c r='C3' t='s'><v>0</v></c></row>")),
              "x.xlsx: sheet 'One & A', cell C3: names a shared string that is not there (save the file again)");
    EXPECT_THAT(refusal(foreign("<row><c><f>1+1</f></c></row>")), testing::HasSubstr("cell A1: is a formula without"));
    EXPECT_THAT(refusal(foreign("<row r='0'/>")), testing::HasSubstr("a row has no number"));
    EXPECT_THAT(refusal(foreign("<row><c r='XFE1'><v>1</v></c></row>")), testing::HasSubstr("a cell has no name"));
    EXPECT_THAT(refusal(foreign("<row><c r='A1'><v>1</v></c><c r='A1'><v>1</v></c></row>")),
                testing::HasSubstr("cell A1: comes twice"));
    EXPECT_THAT(refusal(foreign("<row")), testing::HasSubstr("part 'one.xml': is no well-formed XML"));
    EXPECT_THAT(refusal(foreign("<row><c><v>\xFF</v></c></row>")), testing::HasSubstr("cell A1: is no UTF-8"));
    EXPECT_THAT(refusal(*zip_of({{"a", "b"}})),
                testing::HasSubstr("part '_rels/.rels': a part of the file is missing"));
    EXPECT_THAT(refusal(std::string("\xD0\xCF\x11\xE0")), testing::HasSubstr("(.xls) or has a password"));
}

TEST(Xlsx, LimitsHold) {
    const std::string far = foreign("<row r='1000'><c r='J1000'><v>1</v></c></row>");
    EXPECT_THAT(refusal(far, {.cells = 1009}), testing::HasSubstr("more cells than are taken"));
    EXPECT_EQ(refusal(far, {.cells = 1010}), "(taken)");
    const std::string shared = foreign("<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>",
                                       "<si><t>12345</t></si>");
    EXPECT_THAT(refusal(shared, {.bytes = 9}), testing::HasSubstr("cell B1: the file has more text than is taken"));
    EXPECT_EQ(refusal(shared, {.bytes = 10}), "(taken)");
}

TEST(Xlsx, WhatCannotBeWritten) {
    EXPECT_THAT(refusal(Workbook{}), testing::HasSubstr("needs a sheet"));
    for (const char* name : {"", "a/b", "a:b", "'a", "a\nb", "12345678901234567890123456789012"}) {
        EXPECT_THAT(refusal(book_of({{"a"}}, name)), testing::HasSubstr("do not take the name")) << name;
    }
    Workbook twice = book_of({{"a"}}, "Nouns");
    twice.sheets.push_back(book_of({{"a"}}, "nouns").sheets[0]);
    EXPECT_THAT(refusal(twice), testing::HasSubstr("two sheets have the same name"));
    EXPECT_THAT(refusal(book_of({{"a", "\xC3"}})), testing::HasSubstr("sheet 'Sheet', cell B1: is no UTF-8"));
    EXPECT_THAT(refusal(book_of({{std::string(32768, 'a')}})), testing::HasSubstr("more than 32767 characters"));
    EXPECT_THAT(refusal(book_of({SheetRow(16385, "a")})), testing::HasSubstr("16384 columns"));
    Workbook chosen = book_of({{"a"}});
    chosen.sheets[0].choices = {{0, {"a,b"}}};
    EXPECT_THAT(refusal(chosen), testing::HasSubstr("the choices of column 1 cannot be written"));
}

TEST(Xlsx, NamesOfCells) {
    EXPECT_EQ(cell_name(0, 0), "A1");
    EXPECT_EQ(cell_name(1, 25), "Z2");
    EXPECT_EQ(cell_name(2, 26), "AA3");
    EXPECT_EQ(cell_name(1'048'575, 16'383), "XFD1048576");
}

}  // namespace
}  // namespace bichig::format
