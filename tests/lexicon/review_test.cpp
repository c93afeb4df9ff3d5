// Packs for native readers hold what they need, and verdicts change the rows that they are about, once.
#include <bichig/lexicon/review.h>

#include "lexicon/exchange_source.h"

namespace bichig::lexicon {
namespace {

const ReviewSelection all{};
enum ReviewColumn : std::size_t { verdict = 10, correction = 11, comment = 12, reviewer = 13 };

/// A pack of the source as a reader gets it.
format::Workbook pack(const Source& source) {
    const auto book = review_workbook(review_items(exchange_lexicon(source), all));
    format::Workbook read = *format::read_xlsx(*format::xlsx_of(book), "pack.xlsx");
    for (format::SheetRow& row : read.sheets[0].rows) row.resize(14);
    return read;
}

ReviewOptions by(const std::string& name) { return {name, "2026-02-02", true}; }

std::string cell(const Source& source, std::size_t row, std::string_view column) {
    const Table& table = source.entries[0];
    return std::string{table.cell(row, *table.column(column))};
}

TEST(Review, APackHoldsWordsAndForms) {
    const Source source = exchange_source();
    const auto items = review_items(exchange_lexicon(source), all);
    ASSERT_EQ(items.size(), 4U);
    EXPECT_EQ(items[0].key, "gar noun");
    EXPECT_EQ(items[0].path, "entries/nouns.tsv");
    EXPECT_EQ(items[0].word, u"\u182D\u1820\u1837");
    EXPECT_EQ(items[0].forms, (std::vector<std::u16string>{u"\u182D\u1820\u1837\u180E\u1824\u1828"}));
    EXPECT_EQ(review_items(exchange_lexicon(source), {.tier = "closed"}).size(), 1U);
    EXPECT_EQ(review_items(exchange_lexicon(source), {.pos = "noun", .skip = 1, .most = 1}).at(0).stem, "ger");
    EXPECT_TRUE(review_items(exchange_lexicon(source), {.statuses = {Status::reviewed}}).empty());
}

TEST(Review, APageDrawsWordsVertically) {
    const auto items = review_items(exchange_lexicon(exchange_source()), all);
    const std::string page = review_page(items, "Small & more", "font");
    EXPECT_THAT(page, testing::HasSubstr("writing-mode: vertical-lr"));
    EXPECT_THAT(page, testing::HasSubstr("<h1>Small &amp; more</h1>"));
    EXPECT_THAT(page, testing::HasSubstr("base64,Zm9udA==)"));
    EXPECT_THAT(page, testing::HasSubstr("<div class=\"word\" lang=\"mn-Mong\">\u182D\u1820\u1837</div>"));
    EXPECT_THAT(review_page(items, "x", ""), testing::Not(testing::HasSubstr("@font-face")));
}

TEST(Review, VerdictsSetStatusReviewerAndDate) {
    Source source = exchange_source();
    format::Workbook book = pack(source);
    auto& rows = book.sheets[0].rows;
    rows[1][verdict] = "Right ";
    rows[2][verdict] = "wrong";
    rows[2][comment] = "an old word";
    rows[3][verdict] = "unsure";
    rows[3][reviewer] = "B";
    const auto report = read_review(source, book, "pack.xlsx", by("A"));
    EXPECT_TRUE(report.findings.empty());
    EXPECT_EQ(report.outcomes.size(), 3U);
    EXPECT_EQ(report.open, 1U);
    EXPECT_EQ(cell(source, 0, "status"), "reviewed");
    EXPECT_EQ(cell(source, 0, "reviewer"), "A");
    EXPECT_EQ(cell(source, 0, "date"), "2026-02-02");
    EXPECT_EQ(cell(source, 1, "status"), "rejected");
    EXPECT_EQ(cell(source, 1, "note"), "=a; A: an old word");
    EXPECT_EQ(cell(source, 2, "status"), "disputed");
    EXPECT_EQ(cell(source, 2, "reviewer"), "B");
    const std::string bytes = source.entries[0].bytes();
    for (const VerdictOutcome& outcome : read_review(source, book, "pack.xlsx", by("A")).outcomes) {
        EXPECT_FALSE(outcome.changed) << outcome.key;
    }
    EXPECT_EQ(source.entries[0].bytes(), bytes);
}

TEST(Review, ReadersThatDisagree) {
    Source source = exchange_source();
    format::Workbook book = pack(source);
    book.sheets[0].rows[1][verdict] = "right";
    read_review(source, book, "pack.xlsx", by("A"));
    read_review(source, book, "pack.xlsx", by("B"));
    EXPECT_EQ(cell(source, 0, "status"), "reviewed");
    EXPECT_EQ(cell(source, 0, "reviewer"), "A; B");
    book.sheets[0].rows[1][verdict] = "wrong";
    read_review(source, book, "pack.xlsx", by("C"));
    EXPECT_EQ(cell(source, 0, "status"), "disputed");
    EXPECT_EQ(cell(source, 0, "reviewer"), "A; B; C");
}

TEST(Review, CorrectionsBecomeRows) {
    for (const std::string& written : {std::string{"g\u00fcr"}, std::string{"\u182D\u1826\u1837"}}) {
        Source source = exchange_source();
        format::Workbook book = pack(source);
        book.sheets[0].rows[2][correction] = written;
        const auto report = read_review(source, book, "pack.xlsx", by("A"));
        EXPECT_TRUE(report.findings.empty()) << describe(report.findings.front());
        EXPECT_EQ(report.outcomes.at(0).correction, "g\u00fcr");
        EXPECT_EQ(cell(source, 1, "status"), "rejected");
        EXPECT_EQ(cell(source, 1, "note"), "=a; better g\u00fcr");
        ASSERT_EQ(source.entries[0].size(), 4U);
        EXPECT_EQ(cell(source, 3, "stem"), "g\u00fcr");
        EXPECT_EQ(cell(source, 3, "paradigm"), "noun");
        EXPECT_EQ(cell(source, 3, "status"), "unreviewed");
        EXPECT_EQ(cell(source, 3, "reviewer"), "");
        EXPECT_EQ(cell(source, 3, "note"), "corrects ger (A)");
        read_review(source, book, "pack.xlsx", by("A"));
        EXPECT_EQ(source.entries[0].size(), 4U);
    }
}

TEST(Review, ACorrectionThatIsThereAlready) {
    Source source = exchange_source();
    format::Workbook book = pack(source);
    book.sheets[0].rows[2][correction] = "gar";
    EXPECT_EQ(read_review(source, book, "pack.xlsx", by("A")).outcomes.at(0).correction, "");
    EXPECT_EQ(source.entries[0].size(), 3U);
}

TEST(Review, FaultsChangeNothing) {
    const auto fault = [](std::size_t row, std::size_t column, const std::string& value,
                          const std::string& name = "A") {
        Source source = exchange_source();
        format::Workbook book = pack(source);
        book.sheets[0].rows[3][verdict] = "right";
        book.sheets[0].rows[row][column] = value;
        const auto report = read_review(source, book, "pack.xlsx", by(name));
        EXPECT_EQ(source.entries[0].bytes(), exchange_files()["entries/nouns.tsv"]);
        return report.findings.empty() ? "(none)" : describe(report.findings.front());
    };
    EXPECT_THAT(fault(1, verdict, "maybe"),
                testing::StartsWith("pack.xlsx: sheet 'review', cell K2: unknown verdict 'maybe' (write right, wrong"));
    EXPECT_THAT(fault(1, correction, "two words"), testing::HasSubstr("'two words' is no word of letters"));
    EXPECT_THAT(fault(3, correction, "ger"), testing::HasSubstr("a correction of a word that is right"));
    EXPECT_THAT(fault(3, 1, "gone noun"),
                testing::HasSubstr("the source has no row 'gone noun' in 'entries/nouns.tsv'"));
    EXPECT_THAT(fault(0, 1, "Key"), testing::HasSubstr("the column 'key' is missing"));
    EXPECT_THAT(fault(1, comment, "x", ""), testing::HasSubstr("nobody is named for this verdict"));
}

}  // namespace
}  // namespace bichig::lexicon
