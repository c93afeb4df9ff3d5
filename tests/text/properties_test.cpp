// What holds for every text: coverage, order, bonds, and that neither threads nor neighbours change an answer.
#include <algorithm>
#include <memory>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <unicode/ubrk.h>

#include <bichig/script/properties.h>
#include <text/characters.h>
#include <text/phases.h>
#include <text/rows.h>

namespace bichig::text::testing {

namespace {

/// Text of characters that the rules speak of, among them lone surrogates, and of any code units now and then.
rc::Gen<std::u16string> any_text() {
    static const std::u16string interesting =
        u"\u1820\u1821\u1828\u182D\u1836\u1822\u1828\u180B\u180F\u180E\u202F\u180A\u1807\u1806\u200C\u200D\u1885\u1801"
        u"\u1802\u1803\u1804\u1805\u1810\u1800ab1234.,:/-  \u00A0\u3000\u200B\t\n\r\u0085\u2028\u2029中文《》（）()[]“”‘’"
        u"——…·，。、：；！？あー한\u0301\u20DD\uFE0E\uFE0F\u20E3#❤♀\xD800\xDC00\xD83D\xDE00\xDC69\xD83C\xDFFD\xDDF2Я/";
    return rc::gen::map(
        rc::gen::container<std::vector<char16_t>>(rc::gen::weightedOneOf<char16_t>(
            {{40, rc::gen::elementOf(interesting)}, {1, rc::gen::arbitrary<char16_t>()}})),
        [](const std::vector<char16_t>& units) { return std::u16string(units.begin(), units.end()); });
}

bool ends_paragraph(const std::u16string& text, std::size_t index) {
    const char16_t before = text[index - 1];
    if (before == u'\r') return index == text.size() || text[index] != u'\n';
    return (before >= 0x0A && before <= 0x0C) || before == 0x85 || before == 0x2028 || before == 0x2029;
}

template <typename List>
bool lists(const List& list, char16_t c) {
    return std::find(list.begin(), list.end(), c) != list.end();
}

bool splits_pair(const std::u16string& text, std::size_t index) {
    return index > 0 && index < text.size() && U16_IS_LEAD(text[index - 1]) && U16_IS_TRAIL(text[index]);
}

std::vector<bool> grapheme_boundaries(const std::u16string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> iterator(
        ubrk_open(UBRK_CHARACTER, "", text.data(), static_cast<std::int32_t>(text.size()), &status), &ubrk_close);
    RC_ASSERT(U_SUCCESS(status));
    std::vector<bool> boundaries(text.size() + 1, false);
    for (auto at = ubrk_first(iterator.get()); at != UBRK_DONE; at = ubrk_next(iterator.get())) {
        boundaries[static_cast<std::size_t>(at)] = true;
    }
    return boundaries;
}

bool are_equal(const Analysis& a, const Analysis& b) {
    const auto same_run = [](const ScriptRun& x, const ScriptRun& y) {
        return x.range == y.range && x.script == y.script;
    };
    return a.breaks == b.breaks && a.words == b.words && a.orientations == b.orientations &&
           std::equal(a.scripts.begin(), a.scripts.end(), b.scripts.begin(), b.scripts.end(), same_run);
}

/// Breaks that hold with ICU's rules and without.
void check_edges(const std::u16string& text, const std::vector<Break>& breaks) {
    RC_ASSERT(breaks.size() == text.size() + 1);
    RC_ASSERT(breaks.back() == Break::mandatory);
    for (std::size_t i = 1; i < text.size(); ++i) {
        RC_ASSERT((breaks[i] == Break::mandatory) == ends_paragraph(text, i));
        if (breaks[i] != Break::allowed) continue;
        RC_ASSERT(!splits_pair(text, i));
        RC_ASSERT((!lists(generated::connectors, text[i]) && !lists(generated::connectors, text[i - 1])));
        std::size_t next = i;
        while (next < text.size() && is_blank(text[next])) ++next;
        RC_ASSERT((next == text.size() || !lists(generated::not_line_start, text[next])));
        RC_ASSERT((next + 1 >= text.size() || text[next] != u'—' || text[next + 1] != u'—'));
        std::size_t ink = i;
        while (ink > 0 && is_blank(text[ink - 1])) --ink;
        RC_ASSERT((ink == 0 || !lists(generated::not_line_end, text[ink - 1])));
        // White space stands before the break, but for a no-break space that opens the next line.
        RC_ASSERT((!is_blank(text[i]) || is_no_break_space(text[i])));
    }
}

}  // namespace

RC_GTEST_PROP(AnyText, RunsCoverTheText, ()) {
    const std::u16string text = *any_text();
    const Analysis analysis = analyze(text);
    TextIndex end = 0;
    Script previous{};
    for (const ScriptRun& run : analysis.scripts) {
        RC_ASSERT(run.range.begin == end);
        RC_ASSERT(run.range.end > end);
        RC_ASSERT(run.script != previous);
        RC_ASSERT(run.script != Script{});
        RC_ASSERT(!splits_pair(text, run.range.begin));
        end = run.range.end;
        previous = run.script;
    }
    RC_ASSERT(end == text.size());
}

RC_GTEST_PROP(AnyText, HasAnOrientationForEachUnit, ()) {
    const std::u16string text = *any_text();
    const Analysis analysis = analyze(text);
    RC_ASSERT(analysis.orientations.size() == text.size());
    for (std::size_t i = 1; i < text.size(); ++i) {
        RC_ASSERT((!splits_pair(text, i) || analysis.orientations[i] == analysis.orientations[i - 1]));
    }
}

RC_GTEST_PROP(AnyText, WordsAreWholeAndMongolian, ()) {
    const std::u16string text = *any_text();
    const Analysis analysis = analyze(text);
    TextIndex end = 0;
    for (const TextRange& word : analysis.words) {
        RC_ASSERT((word.begin >= end && word.end <= text.size()));
        const auto units = text.substr(word.begin, word.size());
        RC_ASSERT(std::any_of(units.begin(), units.end(),
                              [](char16_t c) { return script::kind(c) == script::Kind::letter; }));
        RC_ASSERT((word.end == text.size() || !script::is_word_character(text[word.end])));
        const auto run = std::find_if(analysis.scripts.begin(), analysis.scripts.end(),
                                      [&](const ScriptRun& each) { return each.range.contains(word.begin); });
        RC_ASSERT((run->script == mongolian && word.end <= run->range.end));
        for (TextIndex i = word.begin + 1; i < word.end; ++i) RC_ASSERT(analysis.breaks[i] == Break::no);
        end = word.end;
    }
}

RC_GTEST_PROP(AnyText, BreaksKeepTheLineEdgeRules, ()) {
    const std::u16string text = *any_text();
    check_edges(text, analyze(text).breaks);
}

RC_GTEST_PROP(AnyText, BreaksWithoutIcuKeepTheLineEdgeRules, ()) {
    const std::u16string text = *any_text();
    check_edges(text, find_breaks_without_icu(text));
}

RC_GTEST_PROP(AnyText, BreaksStandBetweenGraphemes, ()) {
    const std::u16string text = *any_text();
    const Analysis analysis = analyze(text);
    const std::vector<bool> boundaries = grapheme_boundaries(text);
    for (std::size_t i = 1; i < text.size(); ++i) RC_ASSERT((analysis.breaks[i] == Break::no || boundaries[i]));
}

RC_GTEST_PROP(AnyText, EarlierTextsAndOtherThreadsChangeNothing, ()) {
    const std::u16string text = *any_text();
    const Analysis first = analyze(text);
    analyze(*any_text());
    RC_ASSERT(are_equal(first, analyze(text)));
    Analysis elsewhere;
    std::thread([&] { elsewhere = analyze(text); }).join();
    RC_ASSERT(are_equal(first, elsewhere));
}

RC_GTEST_PROP(AnyText, ParagraphsBreakAlone, ()) {
    const std::u16string first = *any_text() + u"\n";
    const std::u16string second = *any_text();
    const std::vector<Break> both = analyze(first + second).breaks;
    const std::vector<Break> alone = analyze(second).breaks;
    RC_ASSERT(std::equal(both.begin() + static_cast<std::ptrdiff_t>(first.size()) + 1, both.end(), alone.begin() + 1));
}

}  // namespace bichig::text::testing
