// Lines of random mixed text keep every rule of data/kinsoku/kinsoku.toml, which is read here anew: no forbidden edge,
// no gap, and parts that add up to the line.
#include <fstream>
#include <limits>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/text/boundaries.h>

#include "layout/set_lines.h"

namespace bichig::layout {
namespace {

using Pairs = std::set<std::pair<char16_t, char16_t>>;

/// The table as its file says it: each section is the code points in quotation marks between its head and the next.
struct Rules {
    std::set<char16_t> not_line_start;
    std::set<char16_t> not_line_end;
    std::set<char16_t> connectors;
    Pairs inseparable;
    Pairs paragraph_start;

    static std::vector<char16_t> section(const std::string& name) {
        std::ifstream file(BICHIG_TEST_FOLDER "/../../data/kinsoku/kinsoku.toml");
        std::vector<char16_t> found;
        bool inside = false;
        for (std::string line; std::getline(file, line);) {
            line.resize(std::min(line.size(), line.find('#')));
            if (!line.empty() && line.front() == '[') inside = line.substr(0, line.find(']')) == "[" + name;
            for (std::size_t at = line.find('"'); inside && at != std::string::npos; at = line.find('"', at)) {
                const std::size_t end = line.find('"', at + 1);
                found.push_back(static_cast<char16_t>(std::stoul(line.substr(at + 1, end - at - 1), nullptr, 16)));
                at = end + 1;
            }
        }
        if (found.empty()) throw std::runtime_error("kinsoku.toml has no section " + name);
        return found;
    }
    static std::set<char16_t> characters(const std::string& name) {
        const std::vector<char16_t> found = section(name);
        return {found.begin(), found.end()};
    }
    static Pairs pairs(const std::string& name) {
        const std::vector<char16_t> found = section(name);
        Pairs read;
        for (std::size_t i = 0; i + 1 < found.size(); i += 2) read.emplace(found[i], found[i + 1]);
        return read;
    }
    Rules()
        : not_line_start{characters("not_line_start")}, not_line_end{characters("not_line_end")},
          connectors{characters("connectors")}, inseparable{pairs("inseparable")},
          paragraph_start{pairs("paragraph_start")} {}
};

bool is_blank(char16_t c) { return c == u' ' || c == u'\t' || c == 0xA0 || c == 0x200B || c == 0x3000; }
bool ends_line(char16_t c) { return c == u'\n' || c == 0x2028 || c == 0x2029; }

/// What a line edge at `index` breaks; empty when it is good.
std::string fault(const std::u16string& text, TextIndex index, const Rules& rules) {
    std::size_t first = index;
    while (first < text.size() && is_blank(text[first])) ++first;
    std::size_t last = index;
    while (last > 0 && is_blank(text[last - 1])) --last;
    if (first == text.size()) return "";
    if (rules.not_line_start.count(text[first])) return "not_line_start";
    if (rules.connectors.count(text[first])) return "connectors";
    const char16_t second = first + 1 < text.size() ? text[first + 1] : u'\0';
    if (rules.paragraph_start.count({text[first], second})) return "paragraph_start";
    if (last == 0) return "";
    if (rules.not_line_end.count(text[last - 1])) return "not_line_end";
    if (rules.connectors.count(text[last - 1])) return "connectors";
    if (rules.inseparable.count({text[last - 1], text[first]})) return "inseparable";
    return "";
}

/// Letters and what stands inside a Mongolian word (EAC MGC/01-11, 7.2.1).
bool in_word(char16_t c) {
    return (c >= 0x1820 && c <= 0x18AA) || (c >= 0x180A && c <= 0x180F) || c == 0x202F || c == 0x200C || c == 0x200D;
}

class LineEdgesTest : public LinesTest {
protected:
    /// Whether line `line` could have been cut before its end without breaking a rule or parting a grapheme.
    static bool better_cut(const Set& made, const Line& line, const Rules& rules) {
        const std::vector<TextIndex> graphemes = text::grapheme_boundaries(made.text);
        for (std::uint32_t g = line.glyph_begin + 1; g < line.glyph_end; ++g) {
            const TextIndex at = made.shaped.glyphs[g].cluster;
            const bool whole = std::binary_search(graphemes.begin(), graphemes.end(), at);
            if (made.shaped.glyphs[g - 1].cluster == at || !whole) continue;
            if (fault(made.text, at, rules).empty()) return true;
        }
        return false;
    }

    static void check_edges(const Set& made, const Rules& rules) {
        const std::vector<Line>& lines = made.lines.lines;
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const TextIndex edge = lines[i].text.end;
            if (ends_line(made.text[edge - 1])) continue;
            const std::string broken = fault(made.text, edge, rules);
            if (!lines[i].overfull) {
                RC_ASSERT(broken == "");
                RC_ASSERT(!(in_word(made.text[edge - 1]) && in_word(made.text[edge])));
            } else if (!broken.empty()) {
                RC_LOG("line " + std::to_string(lines[i].text.begin) + " to " + std::to_string(edge) + ": " + broken);
                RC_ASSERT(!better_cut(made, lines[i], rules));
            }
        }
    }

    static void check_sums(const Set& made, const ParagraphOptions& options) {
        TextIndex index = 0;
        std::uint32_t glyph = 0;
        for (const Line& line : made.lines.lines) {
            RC_ASSERT(line.text.begin == index);
            RC_ASSERT(line.text.end > index);
            RC_ASSERT(line.glyph_begin == glyph);
            RC_ASSERT(line.glyph_end <= line.trailing_end);
            RC_ASSERT(width_of(made, line) == line.width);
            RC_ASSERT(line.overfull || line.width <= line.available);
            const bool filled = options.alignment == Alignment::justify && !line.last && !line.overfull;
            if (filled && !line.underfull) RC_ASSERT(line.width == line.available);
            if (line.underfull) RC_ASSERT(line.width < line.available);
            index = line.text.end;
            glyph = line.trailing_end;
        }
        RC_ASSERT(index == made.text.size());
        RC_ASSERT(glyph == made.shaped.glyphs.size());
    }
};

rc::Gen<std::u16string> mixed_text() {
    const std::vector<std::u16string> choices{
        word, word, u"\u1828\u1820", u" ", u" ", u" ", u"\u00A0", u"\u202F\u1824\u1828", u"\u180E\u1836\u1822\u1828",
        u"\u180E\u1820", u"\u182D\u180B\u1820", u"\u180A", u"\u1801", u"\u1802", u"\u1803", u"\u1804", u"\u1805",
        u"\u1808", u"\u1806", u"\u2048", u"《", u"》", u"〈", u"「", u"』", u"（", u"）", u"中", u"文", u"公文格式", u"。",
        u"，", u"、", u"：", u"；", u"！", u"？", u"——", u"—", u"……", u"·", u"／", u"“", u"”", u"\u3000", u"GPS",
        u"e-mail", u"auto\u00ADmatic", u"(", u")", u"!", u"?", u"23", u"3.5", u"2024", u"\U0001F600",
        u"\U0001F468\u200D\U0001F469", u"\u200B", u"\t", u"\n", u"\u2028", u"e\u0301"};
    return rc::gen::map(rc::gen::container<std::vector<std::u16string>>(rc::gen::elementOf(choices)),
                        [](const std::vector<std::u16string>& pieces) {
                            std::u16string text;
                            for (const std::u16string& piece : pieces) text += piece;
                            return text;
                        });
}

/// From nothing to more than any page, most of them of a size in use.
Length any_measure() {
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return *rc::gen::weightedOneOf<Length>(
        {{20, rc::gen::map(rc::gen::inRange(10, 400), [](int points) { return Length::points(points); })},
         {1, rc::gen::element(Length{}, Length::points(1), -Length::points(50), Length::raw(most),
                              Length::raw(-most))}});
}

ParagraphOptions any_options() {
    ParagraphOptions options = measure(any_measure());
    options.alignment = *rc::gen::weightedElement<Alignment>(
        {{1, Alignment::start}, {1, Alignment::centre}, {1, Alignment::end}, {3, Alignment::justify}});
    options.tab_distance = *rc::gen::element(Length{}, Length::points(36), Length::points(7));
    options.first_line_indent = *rc::gen::element(Length{}, Length::points(32), -Length::points(32));
    const auto kinds = *rc::gen::container<std::vector<TabAlignment>>(rc::gen::element(
        TabAlignment::start, TabAlignment::centre, TabAlignment::end, TabAlignment::decimal));
    for (std::size_t i = 0; i < std::min<std::size_t>(kinds.size(), 4); ++i) {
        options.tab_stops.push_back({Length::points(*rc::gen::inRange(0, 300)), kinds[i]});
    }
    return options;
}

RC_GTEST_FIXTURE_PROP(LineEdgesTest, NoLineBeginsOrEndsWhereTheRulesForbidIt, ()) {
    static const Rules rules;
    const ParagraphOptions options = any_options();
    const WritingMode mode = *rc::gen::element(WritingMode::vertical_lr, WritingMode::horizontal_tb);
    for (int i = 0; i < 100; ++i) {  // 10,000 strings in a hundred successes
        const std::u16string text = *mixed_text();
        std::string shown = "measure " + std::to_string(options.measure.in_points()) + " text";
        for (const char16_t c : text) shown += " " + std::to_string(static_cast<unsigned>(c));
        RC_LOG(shown + "\n");
        const Set made = set(text, options, mode);
        check_sums(made, options);
        check_edges(made, rules);
    }
}

TEST_F(LineEdgesTest, ALongWordIsNotCutBeforeItsSuffixOrItsMark) {
    static const Rules rules;
    const std::u16string text = word + word + u"\u202F\u1824\u1828\u1803";
    int cuts = 0;
    for (int points = 20; points < 130; points += 3) {
        const Set made = set(text, measure(Length::points(points)), WritingMode::vertical_lr);
        for (std::size_t i = 0; i + 1 < made.lines.lines.size(); ++i) {
            EXPECT_TRUE(made.lines.lines[i].overfull);
            if (!better_cut(made, made.lines.lines[i], rules)) continue;
            ++cuts;
            EXPECT_EQ(fault(text, made.lines.lines[i].text.end, rules), "") << points;
        }
    }
    EXPECT_GT(cuts, 50);
}

}  // namespace
}  // namespace bichig::layout
