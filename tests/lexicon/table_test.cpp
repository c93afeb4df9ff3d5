// Tables of the source: what breaks them, what survives a change.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/lexicon/table.h>

namespace bichig::lexicon {
namespace {

/// The error of a table as "LINE:COLUMN message".
std::string fault_of(std::string bytes) {
    const auto table = Table::parse(std::move(bytes), "t");
    if (table) return "none";
    return std::to_string(table.error().where.line) + ":" + std::to_string(table.error().where.column) + " " +
           table.error().message;
}

TEST(TableTest, AHeaderIsNeeded) {
    EXPECT_EQ(fault_of(""), "1:0 the table has no header");
    EXPECT_EQ(fault_of("# a comment\n\n"), "1:0 the table has no header");
    EXPECT_EQ(fault_of("a\tb\ta\n"), "1:5 the column 'a' stands here twice");
    EXPECT_EQ(fault_of("a\t\tb\n"), "1:3 a column without a name");
    EXPECT_EQ(fault_of("a\tb"), "none");
}

TEST(TableTest, BytesThatAreNoUtf8NameTheirLine) {
    const auto table = Table::parse("a\tb\nc\xE1\xA0\td\n", "t");
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().where.line, 2u);
    EXPECT_EQ(fault_of("a\nzz\xFF"), fault_of("a\nzz\xFF"));
}

TEST(TableTest, ALineThatIsTooLongIsRefused) {
    std::string bytes = "a\tb\n# short\n";
    bytes.append(longest_table_line + 1, 'x');
    EXPECT_EQ(fault_of(std::move(bytes)), "3:0 a line of 1048577 bytes, more than 1048576");
}

TEST(TableTest, RowsWithTooFewOrTooManyCellsAreFaults) {
    const auto table = Table::parse("a\tb\n1\n1\t2\t3\n1\t2\n", "t");
    ASSERT_TRUE(table);
    ASSERT_EQ(table->faults().items.size(), 2u);
    EXPECT_EQ(table->faults().items[0].message, "the row has 1 cell, the table 2 columns");
    EXPECT_EQ(table->faults().items[1].where.line, 3u);
    EXPECT_EQ(table->cell(0, 1), "");
    EXPECT_EQ(table->cell(1, 1), "2");
}

TEST(TableTest, ByteOrderMarkAndCarriageReturnsGo) {
    const auto table = Table::parse(
        "\xEF\xBB\xBF"
        "a\tb\r\n1\t2\r\n",
        "t");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->columns(), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table->cell(0, 1), "2");
    EXPECT_EQ(table->bytes(), "a\tb\n1\t2\n");
    ASSERT_EQ(table->faults().items.size(), 2u);
    EXPECT_EQ(table->faults().items[0].id, "byte-order-mark");
    EXPECT_EQ(table->faults().items[1].id, "line-end");
}

TEST(TableTest, PlacesCountCodePoints) {
    const auto table = Table::parse("a\tb\tc\nɡö\t\tx\n", "t");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->place(0, 2), (Place{"t", 2, 5, "c"}));
}

TEST(TableTest, ChangesKeepCommentsAndOtherRows) {
    auto table = Table::parse("# head\na\tb\n\n1\t2\n# between\n3\t4\n5\t6\n", "t");
    ASSERT_TRUE(table);
    const Table before = *table;
    table->set(1, 0, "x\ty\nz");
    table->append({"7"});
    table->remove({0});
    EXPECT_EQ(table->bytes(), "# head\na\tb\n\n# between\nx y z\t4\n5\t6\n7\t\n");
    EXPECT_EQ(table->size(), 3u);
    EXPECT_EQ(table->cell(2, 0), "7");
    EXPECT_EQ(table->place(2, 0).line, 0u);
    EXPECT_EQ(before.bytes(), "# head\na\tb\n\n1\t2\n# between\n3\t4\n5\t6\n") << "a copy is another table";
}

TEST(TableTest, WhatIsWrittenReadsBack) {
    const auto cell = rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab _#'x"}));
    EXPECT_TRUE(rc::check("cells come back", [&] {
        Table table = Table::with_columns({"a", "b", "c"}, "t");
        const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::container<std::vector<std::string>>(3, cell));
        std::vector<std::vector<std::string>> kept;
        for (auto row : rows) {
            row[0] = "k" + row[0];  // a row that begins with # would be a comment, an empty one no row
            table.append(row);
            kept.push_back(row);
        }
        const auto again = Table::parse(table.bytes(), "t");
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->size() == kept.size());
        RC_ASSERT(again->bytes() == table.bytes());
        for (std::size_t i = 0; i < kept.size(); ++i) {
            for (std::size_t j = 0; j < 3; ++j) RC_ASSERT(again->cell(i, j) == kept[i][j]);
        }
    }));
}

}  // namespace
}  // namespace bichig::lexicon
