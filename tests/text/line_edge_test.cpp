// Every mark and pair of data/kinsoku/kinsoku.toml at the edge of a line, and the freshness of the table made from it.
#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

#include <text/generated/kinsoku.h>
#include <text/rows.h>

namespace bichig::text::testing {

namespace {

const std::u16string mongolian_word = u"\u182E\u1823\u1829";

std::vector<std::u16string> neighbours() { return {mongolian_word, u"word", u"中", u"12"}; }

Break break_at(const std::u16string& text, std::size_t index) { return analyze(text).breaks[index]; }

void expect_no_break_inside(const std::u16string& text, std::size_t begin, std::size_t end) {
    const Analysis analysis = analyze(text);
    for (std::size_t i = begin; i <= end; ++i) {
        EXPECT_EQ(analysis.breaks[i], Break::no) << i << " of " << show_breaks(text, analysis);
    }
}

}  // namespace

TEST(LineEdge, MarksThatMayNotBeginALine) {
    for (const char16_t mark : generated::not_line_start) {
        for (const std::u16string& word : neighbours()) {
            for (const std::u16string blank : {u"", u" ", u"\u00A0", u"\u3000", u"\u3000 \u200B"}) {
                const std::u16string text = word + blank + mark + u" " + word;
                expect_no_break_inside(text, word.size(), word.size() + blank.size());
            }
        }
    }
}

TEST(LineEdge, LinesMayEndAfterAMarkAndASpace) {
    for (const char16_t mark : generated::not_line_start) {
        const bool opens = std::find(generated::not_line_end.begin(), generated::not_line_end.end(), mark) !=
                           generated::not_line_end.end();
        const std::u16string text = mongolian_word + mark + u" " + mongolian_word;
        EXPECT_EQ(break_at(text, mongolian_word.size() + 2), opens ? Break::no : Break::allowed) << escape(text);
    }
}

TEST(LineEdge, MarksThatMayNotEndALine) {
    for (const char16_t mark : generated::not_line_end) {
        for (const std::u16string& word : neighbours()) {
            for (const std::u16string blank : {u"", u" ", u"\u00A0", u"\u3000", u"\u3000 \u200B"}) {
                const std::u16string text = word + u" " + mark + blank + word;
                expect_no_break_inside(text, word.size() + 2, word.size() + 2 + blank.size());
            }
        }
    }
}

TEST(LineEdge, PairsThatMayNotBeParted) {
    for (const generated::Pair& pair : generated::inseparable) {
        for (const std::u16string blank : {u"", u" ", u"\u00A0", u"  "}) {
            const std::u16string text = mongolian_word + pair.first + blank + pair.second + mongolian_word;
            const std::size_t after_first = mongolian_word.size() + 1;
            expect_no_break_inside(text, after_first, after_first + blank.size());
        }
    }
}

TEST(LineEdge, PairsThatBeginALineOnlyAtAParagraph) {
    for (const generated::Pair& pair : generated::paragraph_start) {
        const std::u16string both{pair.first, pair.second};
        expect_no_break_inside(mongolian_word + u" " + both + u" " + mongolian_word, 1, mongolian_word.size() + 2);
        EXPECT_EQ(break_at(mongolian_word + u"\n" + both, mongolian_word.size() + 1), Break::mandatory);
    }
}

TEST(LineEdge, ConnectorsHoldBothSides) {
    for (const char16_t connector : generated::connectors) {
        for (const std::u16string& word : neighbours()) {
            for (const std::u16string blank : {u"", u" ", u"-", u"\u200B"}) {
                const std::u16string text = word + blank + connector + mongolian_word;
                expect_no_break_inside(text, word.size() + blank.size(), text.size() - 1);
            }
        }
    }
}

TEST(LineEdge, MarksOfAnotherClassBehaveAsTheMarkTheyFollow) {
    for (const generated::Pair& pair : generated::class_of) {
        for (const std::u16string& word : neighbours()) {
            for (const std::u16string blank : {u"", u" "}) {
                const std::u16string own = word + blank + pair.first + blank + word;
                const std::u16string other = word + blank + pair.second + blank + word;
                EXPECT_EQ(analyze(own).breaks, analyze(other).breaks) << escape(own);
            }
        }
    }
}

TEST(LineEdge, CutsOfLongWordsKeepTheRules) {
    // o r d u NNBSP d u stop: no cut beside the connector or before the stop.
    const std::u16string text = u"\u1823\u1837\u1833\u1824\u202F\u1833\u1824\u1803";
    const std::vector<bool> cuts = cut_places(text, {0, static_cast<TextIndex>(text.size())});
    EXPECT_EQ(cuts, (std::vector<bool>{false, true, true, true, false, false, true, false}));
    // From the middle on, indexes count from there; the mark behind the range is seen.
    EXPECT_EQ(cut_places(text, {5, 7}), (std::vector<bool>{false, true}));
    const std::u16string pair = u"\U00020000\U00020000\u0301";
    EXPECT_EQ(cut_places(pair, {0, 5}), (std::vector<bool>{false, false, true, false, false}));
    for (const char16_t mark : generated::not_line_start) {
        const std::u16string marked = mongolian_word + u"\u00A0" + mark;
        const std::vector<bool> places = cut_places(marked, {0, static_cast<TextIndex>(marked.size())});
        EXPECT_FALSE(places[mongolian_word.size()] || places[mongolian_word.size() + 1]) << escape(marked);
    }
}

TEST(LineEdge, GeneratedTableIsFresh) {
    EXPECT_EQ(std::system("python3 '" BICHIG_TEST_FOLDER "/../../data/kinsoku/generate.py' --check"), 0);
}

}  // namespace bichig::text::testing
