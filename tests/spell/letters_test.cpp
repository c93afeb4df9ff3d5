// Costs of letters and the rules of building words, which decide what a word is taken for.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "spell/checker/letter_costs.h"
#include "spell/checker/suffix_forms.h"
#include "spell/checker/well_formed.h"
#include "spell/words.h"

namespace bichig::spell {
namespace {

using testing::letters;

TEST(LetterCosts, OneFaultCostsWhatItCosts) {
    const std::u16string word = letters("yabudal");
    EXPECT_EQ(letter_distance(word, word, 400), 0u);
    EXPECT_EQ(letter_distance(letters("yabutal"), word, 400), replace_cost(u'\u1832', u'\u1833'));
    EXPECT_EQ(letter_distance(letters("ybaudal"), word, 400), exchange_cost);
    EXPECT_EQ(letter_distance(letters("ybudal"), word, 400), missing_cost(u'\u1820', u'\u1836'));
    EXPECT_EQ(letter_distance(letters("yabudall"), word, 400), surplus_cost(u'\u182F', u'\u182F'));
    EXPECT_EQ(letter_distance(letters("kkkkkkk"), word, 400), too_far);
    EXPECT_EQ(letter_distance(std::u16string(65, u'\u1820'), word, too_far - 1), too_far);
}

TEST(LetterCosts, TheLimitOnlyCutsOff) {
    EXPECT_TRUE(rc::check([] {
        const auto word = [] {
            return *rc::gen::container<std::u16string>(rc::gen::elementOf(std::u16string{u"\u1820\u1823\u1828\u1832"}));
        };
        const auto a = word();
        const auto b = word();
        const auto limit = static_cast<unsigned>(*rc::gen::inRange(0, 300));
        const unsigned whole = letter_distance(a, b, too_far - 1);
        RC_ASSERT((letter_distance(a, b, limit) == (whole <= limit ? whole : too_far)));
    }));
}

TEST(Build, OfWords) {
    const std::pair<const char*, Build> rows[] = {
        {"monɡgol", Build::native},  {"xümün_ü", Build::native}, {"bičig_ača", Build::native},
        {"gačag_a", Build::native},  {"mandugsan", Build::native}, {"ündüsten", Build::native},
        {"batuerdeni", Build::compound}, {"sitabuxe", Build::compound},
        {"kino", Build::foreign},    {"fašist", Build::foreign}, {"radë", Build::foreign},
        {"brt", Build::wrong},       {"nɡara", Build::wrong},    {"abrtga", Build::wrong},
        {"aeae", Build::wrong},      {"", Build::wrong},
    };
    for (const auto& [word, build] : rows) EXPECT_EQ(build_of(letters(word)), build) << word;
}

TEST(SuffixForms, AreReadAndChosen) {
    EXPECT_EQ(exact_suffixes_of(letters("un")), std::vector<script::Suffix>{script::Case::genitive});
    EXPECT_TRUE(exact_suffixes_of(letters("ǰin")).empty());
    const auto reads_as = [](const char* form, script::Suffix suffix) {
        const auto found = suffixes_of(letters(form));
        return std::find(found.begin(), found.end(), suffix) != found.end();
    };
    EXPECT_TRUE(reads_as("ǰin", script::Case::genitive));
    EXPECT_TRUE(reads_as("un'", script::Case::genitive));
    EXPECT_TRUE(reads_as("taxi", script::Particle::locative));
    EXPECT_TRUE(suffixes_of(letters("bičig")).empty());
    EXPECT_TRUE(suffixes_of(u"").empty());
    EXPECT_EQ(forms_for(letters("gar"), script::Case::dative).front(), letters("tu"));
    EXPECT_EQ(forms_for(letters("gar"), script::Case::dative).size(), 4u);
}

TEST(SuffixForms, ChainsAreTakenApart) {
    const std::u16string word = letters("gačag_a_nugud-un");
    const SuffixChain chain = suffix_chain(word);
    EXPECT_EQ(chain.stem, letters("gačag_a"));
    EXPECT_EQ(chain.suffixes, (std::vector<std::u16string_view>{std::u16string_view{word}.substr(8, 5),
                                                                std::u16string_view{word}.substr(14)}));
    EXPECT_TRUE(suffix_chain(letters("gar")).suffixes.empty());
}

}  // namespace
}  // namespace bichig::spell
