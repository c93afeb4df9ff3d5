// Feeds pairs of any UTF-16 to order, counting and boundaries: keys agree with comparison, counts add up, parts cover.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <bichig/text/boundaries.h>
#include <bichig/text/collation.h>
#include <bichig/text/count.h>

#include "expect.h"
#include "loose_utf16.h"

namespace {

using namespace bichig;
using fuzz::expect;

int sign(int value) { return (value > 0) - (value < 0); }

const text::Collator& collator(unsigned choice) {
    static const std::vector<text::Collator> all = [] {
        std::vector<text::Collator> made;
        for (unsigned bits = 0; bits < 8; ++bits) {
            text::CollationOptions options;
            options.numeric = bits & 1;
            options.unify_connectors = bits & 2;
            options.distinguish_all = bits & 4;
            auto opened = text::Collator::open(options);
            expect(opened.has_value(), "an order can be opened");
            made.push_back(*opened);
        }
        return made;
    }();
    return all[choice % all.size()];
}

void check_order(const text::Collator& order, const std::u16string& a, const std::u16string& b) {
    const int by_text = sign(order.compare(a, b));
    const int by_key = sign(order.sort_key(a).compare(order.sort_key(b)));
    expect(by_text == by_key, "keys are ordered as texts are");
    expect(by_text == -sign(order.compare(b, a)), "the order does not depend on which comes first");
    expect(order.compare(a, a) == 0, "a text is equal to itself");
}

bool cuts_pair(const std::u16string& text, TextIndex index) {
    return index > 0 && index < text.size() && (text[index - 1] & 0xFC00) == 0xD800 && (text[index] & 0xFC00) == 0xDC00;
}

void check_stops(const std::u16string& text, const std::vector<TextIndex>& stops) {
    expect(!stops.empty() && stops.front() == 0 && stops.back() == text.size(), "stops cover the text");
    expect(std::adjacent_find(stops.begin(), stops.end(), std::greater_equal<>()) == stops.end(), "stops rise");
    for (const TextIndex stop : stops) expect(!cuts_pair(text, stop), "no stop inside a character");
}

std::vector<TextIndex> ends_of(const std::u16string& text, text::Suffixes suffixes) {
    std::vector<TextIndex> ends{0};
    for (const text::Segment& segment : text::segments(text, suffixes)) {
        expect(segment.range.begin == ends.back(), "segments follow one another");
        ends.push_back(segment.range.end);
    }
    check_stops(text, ends);
    return ends;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 4096) return 0;
    const std::u16string text = fuzz::loose_utf16(data + 1, size - 1);
    const std::size_t cut = std::min(text.find(u'\n'), text.size());
    const std::u16string a = text.substr(0, cut);
    const std::u16string b = cut < text.size() ? text.substr(cut + 1) : std::u16string{};
    check_order(collator(data[0]), a, b);

    check_stops(text, text::grapheme_boundaries(text));
    check_stops(text, text::sentence_boundaries(text));
    const auto whole = ends_of(text, text::Suffixes::with_stem);
    const auto apart = ends_of(text, text::Suffixes::apart);
    expect(std::includes(apart.begin(), apart.end(), whole.begin(), whole.end()), "suffixes are cut off words");

    text::CountOptions options;
    options.other_systems = data[0] & 8;
    options.ordinary_marks = data[0] & 16;
    text::Counts parts = text::count(a + u"\n", options);
    parts += text::count(b, options);
    expect(parts == text::count(a + u"\n" + b, options), "the counts of lines add up");
    expect(parts.characters <= parts.code_points && parts.words <= parts.characters, "no more than there is");
    return 0;
}
