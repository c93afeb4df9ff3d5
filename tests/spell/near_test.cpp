// Shapes near a text: the walk over the automaton finds what comparing with each shape finds.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/script/key.h>

#include "spell/index/ink_key.h"
#include "spell/words.h"

namespace bichig::spell {
namespace {

using testing::index_of;
using testing::letters;
using testing::words_of;

/// The distance of two keys, each with its version, in the plainest way.
unsigned distance(const std::string& a, const std::string& b, const UnitWeights& weights) {
    const auto byte = [](char c) { return static_cast<std::uint8_t>(c); };
    std::vector<std::vector<unsigned>> table(a.size(), std::vector<unsigned>(b.size(), 0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            unsigned best = i + j == 0 ? 0 : 1'000'000;
            if (i > 0) best = std::min(best, table[i - 1][j] + weights.insert_cost(byte(a[i])));
            if (j > 0) best = std::min(best, table[i][j - 1] + weights.insert_cost(byte(b[j])));
            if (i > 0 && j > 0) {
                best = std::min(best, table[i - 1][j - 1] + weights.replace_cost(byte(a[i]), byte(b[j])));
            }
            if (i > 1 && j > 1 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
                best = std::min(best, table[i - 2][j - 2] + weights.exchange_cost());
            }
            table[i][j] = best;
        }
    }
    return table.back().back();
}

std::string drawn_key(const std::u16string& text) {
    std::string key = script::shape_key(text);
    unify_ink(key, 1);
    return key;
}

rc::Gen<std::u16string> word() {
    return rc::gen::nonEmpty(rc::gen::container<std::u16string>(
        rc::gen::elementOf(std::u16string{u"\u1820\u1821\u1822\u1823\u1828\u182D\u1830\u1832"})));
}

TEST(Near, FindsWhatComparingWithEachFinds) {
    const UnitWeights plain;
    for (const UnitWeights* weights : {&plain, &UnitWeights::mongolian()}) {
        EXPECT_TRUE(rc::check([weights] {
            const auto forms = *rc::gen::container<std::vector<std::u16string>>(word());
            const auto text = *word();
            NearOptions options;
            options.distance = *rc::gen::element<std::uint16_t>(0, 50, 60, 99, 100, 150, 200, 300);
            options.weights = weights;
            const ShapeIndex index = index_of(forms);
            std::vector<NearShape> expected;
            for (std::uint32_t shape = 0; shape < index.shape_count(); ++shape) {
                const unsigned cost = distance(drawn_key(text), drawn_key(index.forms(shape)[0].text), *weights);
                if (cost <= options.distance) expected.push_back({shape, static_cast<std::uint16_t>(cost)});
            }
            std::stable_sort(expected.begin(), expected.end(),
                             [](const NearShape& a, const NearShape& b) { return a.distance < b.distance; });
            const NearShapes found = index.near(text, options);
            RC_ASSERT(found.complete);
            RC_ASSERT(found.shapes == expected);
            RC_ASSERT(index.near_key(script::shape_key(text), options).shapes == expected);
        }));
    }
}

TEST(Near, ASmallDifferenceCostsLess) {
    const ShapeIndex index = index_of(words_of({"sain", "šain", "main"}));
    const auto found = index.near(letters("sain")).shapes;
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(index.forms(found[0].shape)[0].text, letters("sain"));
    EXPECT_EQ(found[0].distance, 0);
    EXPECT_EQ(index.forms(found[1].shape)[0].text, letters("šain"));
    EXPECT_LT(found[1].distance, found[2].distance);
}

TEST(Near, EndsWhereItIsTold) {
    std::vector<std::u16string> forms;
    for (char16_t a = 0x1820; a < 0x1840; ++a) {
        for (char16_t b = 0x1820; b < 0x1840; ++b) forms.push_back({a, b, a, b, a});
    }
    const ShapeIndex index = index_of(forms);
    EXPECT_TRUE(index.near(forms[5], {.distance = 300}).complete);
    EXPECT_FALSE(index.near(forms[5], {.distance = 300, .steps = 10}).complete);
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(index.near(forms[5], {.distance = 300, .stop = source.get_token()}).complete);
    EXPECT_FALSE(index.near(forms[5], {.distance = 300, .deadline = std::chrono::steady_clock::now()}).complete);
}

TEST(Near, AnyTextIsTaken) {
    const ShapeIndex index = index_of(words_of({"sain", "main"}));
    EXPECT_TRUE(index.near(u"", {.distance = 10}).shapes.empty());
    EXPECT_TRUE(index.near(std::u16string(100'000, u'\u1820')).shapes.empty());
    EXPECT_TRUE(index.near(u"\u180B\xD800").shapes.empty());
    EXPECT_TRUE(index.near_key("").shapes.empty());
    EXPECT_EQ(index.near(letters("sain"), {.distance = 65535}).shapes.size(), 2u);
}

}  // namespace
}  // namespace bichig::spell
