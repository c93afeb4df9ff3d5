// Suffix choice by rows, with options, and for every stem.
#include <map>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <bichig/script/suffixes.h>
#include <script/latin_rows.h>

namespace bichig::script::testing {

namespace {

const std::map<std::string, Suffix>& suffixes() {
    static const std::map<std::string, Suffix> all = {{"genitive", Case::genitive},
                                                      {"dative", Case::dative},
                                                      {"dative_dur", Case::dative_dur},
                                                      {"dative_classical", Case::dative_classical},
                                                      {"accusative", Case::accusative},
                                                      {"ablative", Case::ablative},
                                                      {"ablative_dacha", Case::ablative_dacha},
                                                      {"instrumental", Case::instrumental},
                                                      {"comitative", Case::comitative},
                                                      {"conjunctive", Case::conjunctive},
                                                      {"nar", Plural::nar},
                                                      {"ud", Plural::ud},
                                                      {"nugud", Plural::nugud},
                                                      {"reflexive", Reflexive::plain},
                                                      {"reflexive_genitive", Reflexive::genitive},
                                                      {"reflexive_dative", Reflexive::dative},
                                                      {"reflexive_accusative", Reflexive::accusative},
                                                      {"reflexive_ablative", Reflexive::ablative},
                                                      {"reflexive_comitative", Reflexive::comitative},
                                                      {"locative", Particle::locative},
                                                      {"ordinal", Particle::ordinal},
                                                      {"focus_da", Particle::focus_da},
                                                      {"focus_chu", Particle::focus_chu},
                                                      {"question", Particle::question}};
    return all;
}

}  // namespace

TEST(Suffixes, Rows) {
    for_each_row(BICHIG_TEST_FOLDER "/suffixes.cases", [](const std::vector<std::string>& row) {
        ASSERT_EQ(row.size(), 4u);
        const std::u16string found = attach_suffix(text_of(row[1]), suffixes().at(row[2]));
        EXPECT_EQ(found, text_of(row[3])) << shown(found);
    });
}

TEST(Suffixes, OptionsDecideWhereTheStemDoesNot) {
    SuffixOptions options;
    options.connector = SuffixConnector::nnbsp;
    options.foreign_gender = Gender::masculine;
    EXPECT_EQ(attach_suffix(u"GPS", Case::dative, options), text_of("GPS⟦-tu⟧"));
    options.foreign_ending = Ending::vowel;
    EXPECT_EQ(attach_suffix(u"GPS", Case::genitive, options), text_of("GPS⟦-yin⟧"));
    EXPECT_EQ(attach_suffix(text_of("⟦ger⟧"), Case::dative, options), text_of("⟦ger-tü⟧"));
}

TEST(Suffixes, SaysWhenItGuessed) {
    EXPECT_TRUE(stem_sound(text_of("⟦nom⟧"), Case::dative).certain);
    EXPECT_TRUE(stem_sound(u"18", Case::dative).certain);
    EXPECT_FALSE(stem_sound(u"GPS", Case::dative).certain);
    EXPECT_FALSE(stem_sound(u"北京", Case::dative).certain);
    EXPECT_FALSE(stem_sound(u"100000", Case::dative).certain);
    EXPECT_FALSE(stem_sound(u"", Case::dative).certain);
}

TEST(Suffixes, ConnectorIsNotTheSeparatorOfAFinalVowel) {
    EXPECT_FALSE(is_suffix_connector(text_of("⟦sar_a⟧"), 3));
    EXPECT_FALSE(is_suffix_connector(text_of("⟦sar_a'⟧"), 3));
    EXPECT_TRUE(is_suffix_connector(text_of("⟦sar_ača⟧"), 3));
    EXPECT_TRUE(is_suffix_connector(text_of("⟦sar-a⟧"), 3));
    EXPECT_FALSE(is_suffix_connector(text_of("⟦sar_⟧"), 3));
    EXPECT_FALSE(is_suffix_connector(text_of("⟦sar⟧"), 1));
}

RC_GTEST_PROP(Suffixes, AnyStemStaysAsItIs, ()) {
    const std::u16string interesting =
        u"\u1820\u1821\u1822\u1823\u1828\u1837\u180B\u180E\u202F\u180A 1809/,.\uFF15中aZ》\xD800\xDC00";
    const auto stem = *rc::gen::container<std::u16string>(
        rc::gen::weightedOneOf<char16_t>({{20, rc::gen::elementOf(interesting)}, {1, rc::gen::arbitrary<char16_t>()}}));
    for (const auto& [name, suffix] : suffixes()) {
        const std::u16string found = attach_suffix(stem, suffix);
        RC_ASSERT(found.size() >= stem.size() + 2);
        RC_ASSERT(std::u16string_view(found).substr(0, stem.size()) == stem);
        if (name != "dative_classical" && name != "question") {
            RC_ASSERT(is_suffix_connector(found, static_cast<TextIndex>(stem.size())));
        }
    }
}

}  // namespace bichig::script::testing
