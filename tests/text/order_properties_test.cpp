// What holds for every text: keys agree with comparison, counts add up, boundaries and runs cover the text.
#include <algorithm>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <unicode/ubrk.h>

#include <bichig/text/bidi.h>
#include <bichig/text/boundaries.h>
#include <bichig/text/collation.h>
#include <bichig/text/count.h>

namespace bichig::text::testing {

namespace {

rc::Gen<std::u16string> any_text() {
    static const std::u16string interesting =
        u"\u1820\u1821\u1822\u1822\u1836\u1836\u1833\u1828\u180B\u180C\u180F\u180E\u202F\u180A\u1807\u200C\u200D\u1802"
        u"\u1803\u1811\u1844ab12.,' "
        u"\n\r\u0301中国《》·\u05D0\u0627\u0661\u202E\u2067\u2069\xD83D\xDE00\xDBFF\xDD00\uFFFE";
    return rc::gen::container<std::u16string>(
        rc::gen::weightedOneOf<char16_t>({{40, rc::gen::elementOf(interesting)}, {1, rc::gen::arbitrary<char16_t>()}}));
}

int sign(int value) { return (value > 0) - (value < 0); }

bool splits_pair(const std::u16string& text, TextIndex index) {
    return index > 0 && index < text.size() && U16_IS_LEAD(text[index - 1]) && U16_IS_TRAIL(text[index]);
}

void check_cover(const std::u16string& text, const std::vector<TextIndex>& found) {
    RC_ASSERT(!found.empty() && found.front() == 0 && found.back() == text.size());
    RC_ASSERT(std::adjacent_find(found.begin(), found.end(), std::greater_equal<>()) == found.end());
    for (const TextIndex index : found) RC_ASSERT(!splits_pair(text, index));
}

const Collator& collator(bool all) {
    static const auto open = [](bool distinguish) {
        CollationOptions options;
        options.distinguish_all = options.numeric = distinguish;
        return Collator::open(options).value();
    };
    static const Collator plain = open(false);
    static const Collator exact = open(true);
    return all ? exact : plain;
}

}  // namespace

RC_GTEST_PROP(AnyOrder, KeysAgreeWithComparison, ()) {
    const std::u16string a = *any_text();
    // Another text, or a small change of the same one.
    std::u16string b = *rc::gen::oneOf(any_text(), rc::gen::just(a));
    if (!b.empty() && *rc::gen::arbitrary<bool>()) b[*rc::gen::inRange<std::size_t>(0, b.size())] = u'\u1836';
    for (const bool all : {false, true}) {
        const Collator& order = collator(all);
        const int compared = sign(order.compare(a, b));
        RC_ASSERT(compared == sign(order.sort_key(a).compare(order.sort_key(b))));
        RC_ASSERT(compared == -sign(order.compare(b, a)));
        RC_ASSERT(!all || (compared == 0) == (a == b));
    }
}

RC_GTEST_PROP(AnyCount, PartsAddUp, ()) {
    const std::u16string a = *any_text() + u"\n";
    const std::u16string b = *any_text();
    Counts sum = count(a);
    sum += count(b);
    RC_ASSERT(sum == count(a + b));
}

RC_GTEST_PROP(AnyCount, MarksOnlyAdd, ()) {
    const std::u16string text = *any_text();
    for (const SharedMarks shared : {SharedMarks::never, SharedMarks::beside_mongolian, SharedMarks::majority}) {
        CountOptions options;
        options.shared_marks = shared;
        const Counts counts = count(text, options);
        RC_ASSERT(counts.characters_with_marks >= counts.characters && counts.words_with_marks >= counts.words);
        RC_ASSERT(counts.characters_with_marks - counts.characters == counts.words_with_marks - counts.words);
        RC_ASSERT(counts.characters_with_marks + counts.han <= counts.code_points && counts.code_points <= text.size());
        RC_ASSERT(counts.words <= counts.characters && counts.syllables <= counts.characters);
    }
}

RC_GTEST_PROP(AnyBoundary, CoverTheText, ()) {
    const std::u16string text = *any_text();
    check_cover(text, grapheme_boundaries(text));
    check_cover(text, sentence_boundaries(text));
    for (const Suffixes suffixes : {Suffixes::with_stem, Suffixes::apart}) {
        std::vector<TextIndex> found{0};
        for (const Segment& segment : segments(text, suffixes)) {
            RC_ASSERT(segment.range.begin == found.back());
            found.push_back(segment.range.end);
        }
        check_cover(text, found);
    }
}

RC_GTEST_PROP(AnyBoundary, NoStopBetweenMvsAndItsLetter, ()) {
    const std::u16string text = *any_text();
    for (const TextIndex index : grapheme_boundaries(text)) {
        if (index == 0 || index == text.size()) continue;
        RC_ASSERT(text[index - 1] != u'\u180E' || text[index] < 0x1820 || text[index] > 0x1878);
    }
}

/// A second opinion: where no Mongolian stands, words are ICU's.
RC_GTEST_PROP(AnyBoundary, OtherScriptsAreCutAsIcuDoes, ()) {
    const std::u16string interesting = u"abc123.,' \n中国人民。éя\u05D0\u0627-_";
    const auto text = *rc::gen::container<std::u16string>(rc::gen::elementOf(interesting));
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> iterator(
        ubrk_open(UBRK_WORD, "", text.data(), static_cast<std::int32_t>(text.size()), &status), &ubrk_close);
    RC_ASSERT(U_SUCCESS(status));
    for (const Segment& segment : segments(text)) {
        RC_ASSERT(ubrk_next(iterator.get()) == static_cast<std::int32_t>(segment.range.end));
    }
}

RC_GTEST_PROP(AnyDirection, RunsCoverTheTextAndLinesKeepThem, ()) {
    const std::u16string text = *any_text();
    const auto base =
        *rc::gen::element(BaseDirection::left_to_right, BaseDirection::right_to_left, BaseDirection::automatic);
    const auto runs = direction_runs(text, base);
    TextIndex end = 0;
    for (const DirectionRun& run : runs) {
        RC_ASSERT(run.range.begin == end && run.range.end > end);
        end = run.range.end;
    }
    RC_ASSERT(end == text.size());
    if (!has_right_to_left(text) && base != BaseDirection::right_to_left) RC_ASSERT(runs.size() <= 1u);
    const TextRange line{0, static_cast<TextIndex>(std::min(text.find(u'\n'), text.size()))};
    auto order = line_order(text, runs, line, base);
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
    end = 0;
    for (const DirectionRun& run : order) {
        RC_ASSERT(run.range.begin == end);
        end = run.range.end;
    }
    RC_ASSERT(end == line.end);
}

}  // namespace bichig::text::testing
