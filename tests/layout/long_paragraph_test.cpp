// Ten megabytes without a space, on lines of one point and on endless ones, end in bounded time and memory.
#include <chrono>

#include <gtest/gtest.h>

#include <layout/set_lines.h>

namespace bichig::layout {
namespace {

#ifdef __SANITIZE_ADDRESS__  // ten times as slow, and what is to be found there does not ask for length
constexpr std::size_t long_text = 1'000'000;
#else
constexpr std::size_t long_text = 10'000'000;
#endif

class LongParagraphTest : public LinesTest {
protected:
    /// Pieces of `piece` that make up `bytes` of UTF-8.
    static std::u16string filled_with(const std::u16string& piece, std::size_t bytes_of_piece, std::size_t bytes) {
        return repeated(piece, static_cast<int>(bytes / bytes_of_piece));
    }

    static double seconds(Set& made, const ParagraphOptions& options) {
        const auto begin = std::chrono::steady_clock::now();
        made.lines = break_lines(made.text, made.analysis, made.shaped, options);
        justify(made.text, made.shaped, options, made.lines);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }

    /// Time that grew with the square of the length would be hours.
    static void check(const std::u16string& text) {
        ParagraphOptions options = measure(Length::points(1));
        options.tab_stops = {{Length::points(3), TabAlignment::decimal}, {Length::points(7), TabAlignment::end}};
        Set made = set(text, options, WritingMode::vertical_lr);
        for (const Length room : {Length::points(1), Length::points(300), Length::points(1e12)}) {
            options.measure = room;
            EXPECT_LT(seconds(made, options), 60) << room.in_points();
            ASSERT_FALSE(made.lines.lines.empty());
            EXPECT_EQ(made.lines.lines.back().text.end, text.size());
        }
    }
};

TEST_F(LongParagraphTest, OfTenMegabytesWithoutASpace) { check(filled_with(word, 18, long_text)); }

TEST_F(LongParagraphTest, OfOnePieceAgainAndAgain) {
    const std::vector<std::pair<std::u16string, std::size_t>> pieces{
        {u"公文", 6}, {u"word", 4}, {u"，", 3}, {u"\u202F\u1824\u1828", 9}, {u"\u00A0", 2}, {u" ", 1}, {u"\n", 1},
        {u"\t", 1}, {u"a\t", 2}, {u"a\u00AD", 3}, {u"\u200B", 3}, {u"\u0301", 2}, {u"\u180B", 3}, {u"\u3099", 3},
        {u"\U0001F3FB", 4}};
    for (const auto& [piece, bytes] : pieces) check(filled_with(piece, bytes, long_text / 20));
}

}  // namespace
}  // namespace bichig::layout
