// Word lists become rows of a queue, each with what the dictionary knows of it; and lists are compared, not kept.
#include <bichig/lexicon/norm_check.h>
#include <bichig/lexicon/queue.h>

#include <bichig/base/utf.h>

#include "lexicon/exchange_source.h"

namespace bichig::lexicon {
namespace {

const std::u16string gar = u"\u182D\u1820\u1837";
const std::u16string gar_un = gar + u"\u202F\u1824\u1828";
const std::u16string nom = u"\u1828\u1823\u182E";
const std::u16string num = u"\u1828\u1824\u182E";  // looks like nom
const std::u16string aba = u"\u1820\u182A\u1820";

ImportedWords words(const std::u16string& text) { return words_of_list(text, "list.txt"); }

Queue queue(const std::u16string& text, std::optional<Table> old = std::nullopt) {
    static const Lexicon lexicon = exchange_lexicon(exchange_source());
    Findings findings;
    auto made =
        queue_of(lexicon, words(text), {"queue/list.tsv", "a_list", "CC0-1.0", "2026-02-02"}, std::move(old), findings);
    if (!made) ADD_FAILURE() << describe(made.error());
    for (const Finding& finding : findings) ADD_FAILURE() << describe(finding);
    return std::move(*made);
}

std::string cell(const Queue& made, std::size_t row, Column column) {
    return std::string{made.table.cell(row, static_cast<std::size_t>(column))};
}

TEST(Queue, ListsAreReadByLine) {
    const auto list =
        words(u"# a list\r\n" + gar + u"\t7\t\u0433\u0430\u0440\thand\r\n\r\n " + nom + u" , 2\n" + gar + u";3");
    ASSERT_EQ(list.words.size(), 2U);
    EXPECT_EQ(list.words[0].word, gar);
    EXPECT_EQ(list.words[0].count, 10U);
    EXPECT_EQ(list.words[0].cyrillic, "\u0433\u0430\u0440");
    EXPECT_EQ(list.words[0].note, "hand");
    EXPECT_EQ(list.words[0].where.line, 2U);
    EXPECT_EQ(list.words[1].word, nom);
    EXPECT_EQ(list.words[1].count, 2U);
}

TEST(Queue, RowsSayWhatIsKnown) {
    const Queue made =
        queue(gar_un + u"\n" + num + u"\n" + aba + u"\t5\nabc\n\u0433\u044d\u0440\n\u0430\u0430\u0432\n");
    ASSERT_EQ(made.table.size(), 5U);
    EXPECT_EQ(made.added, 5U);
    EXPECT_EQ(made.known, 2U);
    EXPECT_EQ(made.same_shape, 1U);
    EXPECT_EQ(made.other_script, 1U);
    EXPECT_EQ(cell(made, 0, Column::stem), "gar_un");
    EXPECT_EQ(cell(made, 0, Column::note), "known");
    EXPECT_EQ(cell(made, 1, Column::stem), "num");
    EXPECT_EQ(cell(made, 1, Column::note), "same shape as a form of nom");
    EXPECT_EQ(cell(made, 2, Column::stem), "aba");
    EXPECT_EQ(cell(made, 2, Column::frequency), "5");
    EXPECT_EQ(cell(made, 2, Column::note), "");
    EXPECT_EQ(cell(made, 2, Column::source), "a_list");
    EXPECT_EQ(cell(made, 2, Column::status), "unreviewed");
    EXPECT_EQ(cell(made, 3, Column::cyrillic), "\u0433\u044d\u0440");
    EXPECT_EQ(cell(made, 3, Column::note), "known");
    EXPECT_EQ(cell(made, 4, Column::note), "");
}

TEST(Queue, ASecondTimeAddsNothing) {
    const Queue once = queue(gar + u"\n" + aba + u"\n\u0430\u0430\u0432\n");
    auto table = Table::parse(once.table.bytes(), "queue/list.tsv");
    ASSERT_TRUE(table);
    const Queue twice = queue(gar + u"\n" + aba + u"\n\u0430\u0430\u0432\n" + nom + u"\n", std::move(*table));
    EXPECT_EQ(twice.added, 1U);
    EXPECT_EQ(twice.repeated, 3U);
    EXPECT_TRUE(twice.table.bytes().starts_with(once.table.bytes()));
}

TEST(Queue, ListsInOtherEncodings) {
    const std::string gb18030 = *text::encode(gar + u"\n", text::Encoding::gb18030);
    EXPECT_EQ(*text_of_list({"x", gb18030}, {.encoding = text::Encoding::gb18030}), gar + u"\n");
    const std::u16string codes = script::unicode_to_menksoft(gar).text;
    ASSERT_NE(codes, gar);
    const auto read = text_of_list({"x", to_utf8(codes)}, {.legacy = script::Legacy::menksoft});
    EXPECT_EQ(words_of_list(*read, "x").words.at(0).word, gar);
    EXPECT_EQ(*text_of_list({"x", to_utf8(codes)}, {.unicode = true}), codes);
    const auto broken = text_of_list({"x.txt", "a\xFF\xFF"}, {.encoding = text::Encoding::utf8});
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().where.file, "x.txt");
}

TEST(NormCheck, NamesWhatDiffers) {
    const Lexicon lexicon = exchange_lexicon(exchange_source());
    const std::u16string garu = u"\u182D\u1820\u1837\u1824";
    const auto found = norm_check(lexicon, words(gar_un + u"\n" + num + u"\n" + garu + u"\t\u0433\u0430\u0440\n" + aba +
                                                 u"\n\u0433\u044d\u0440\n\u0430\u0430\u0432\nabc\n"));
    EXPECT_EQ(found.words, 6U);
    EXPECT_EQ(found.known, 2U);
    EXPECT_EQ(found.other_script, 1U);
    ASSERT_EQ(found.differences.size(), 4U);
    EXPECT_EQ(found.differences[0].kind, NormDifference::Kind::other_letters);
    EXPECT_EQ(found.differences[0].ours, std::vector<std::string>{"nom"});
    EXPECT_EQ(found.differences[0].where.line, 2U);
    EXPECT_EQ(found.differences[0].here.at(0).line, 7U);
    EXPECT_EQ(found.differences[1].kind, NormDifference::Kind::other_spelling);
    EXPECT_EQ(found.differences[1].latin, "garu");
    EXPECT_EQ(found.differences[1].ours, std::vector<std::string>{"gar"});
    EXPECT_EQ(found.differences[2].kind, NormDifference::Kind::missing);
    EXPECT_EQ(found.differences[3].cyrillic, "\u0430\u0430\u0432");
}

}  // namespace
}  // namespace bichig::lexicon
