// From a source to its forms: what a small dictionary makes, what breaks it, and the starter dictionary's suffixes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/lexicon/build.h>
#include <bichig/lexicon/forms.h>
#include <bichig/lexicon/paradigm.h>
#include <bichig/script/suffixes.h>
#include <bichig/spell/dictionary.h>
#include <bichig/spell/hunspell_dictionary.h>
#include <bichig/spell/shape_index.h>

#include "lexicon/small_source.h"

namespace bichig::lexicon {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> forms(const Lexicon& lexicon) {
    std::vector<std::string> found;
    for (const std::u16string& form : distinct_forms(lexicon)) found.push_back(latin_of(form));
    std::sort(found.begin(), found.end());
    return found;
}

/// Reading or compiling `files` fails with this: "FILE:LINE:COLUMN: message".
std::string fault_of(const Files& files) {
    auto source = read(files);
    Findings findings;
    if (source) {
        compile(std::make_shared<const Source>(std::move(*source)), findings);
        if (!has_errors(findings)) return "none";
    }
    const Error error = source ? first_error(findings) : source.error();
    return describe(error.where) + ": " + error.message;
}

TEST(LexiconTest, TheSmallDictionaryMakesItsForms) {
    EXPECT_THAT(forms(lexicon_of(small_files())),
                ElementsAre("gar", "gar_tu", "gar_ud", "gar_ud_tu", "gar_ud_un", "gar_un", "ger", "ger_tü", "ger_ün",
                            "yabugsan", "yabugsan_u", "yabun_a", "ču"));
}

TEST(LexiconTest, ASeparatedFinalJoinsAgain) {
    Files files =
        with(small_files(), "suffixes.tsv", "plural_ud\tany\t\tud\tüd\tconnector", "plural_ud\tany\t\ts\ts\tstem");
    files = with_row(with(files, "words.tsv", "noun+plural_ud", "noun"), row("gačag_a", "noun", "none+plural_ud"));
    const auto found = forms(lexicon_of(files));
    EXPECT_THAT(found, testing::Contains("gačagas"));
    EXPECT_THAT(found, testing::Not(testing::Contains("gačag_as")));
}

TEST(LexiconTest, LettersAreDroppedAndPatternsBeatClasses) {
    Files files = with(small_files(), "suffixes.tsv", "plural_ud\tany\t\tud\tüd\tconnector\t\t\n",
                       "plural_ud\tn\t\td\td\tstem\tn\t\nplural_ud\tvowel+hard+soft\t\t-\t-\tstem\t\t\nplural_ud\t-"
                       "čin\t\ts\ts\tstem\tn\t\n");
    files = with(files, "words.tsv", "noun+plural_ud", "noun");
    files = with_row(with_row(files, row("noyan", "noun", "none+plural_ud")), row("elčin", "noun", "none+plural_ud"));
    const auto found = forms(lexicon_of(files));
    EXPECT_THAT(found, testing::IsSupersetOf({"noyan", "noyad", "elčin", "elčis"}));
    EXPECT_THAT(found, testing::Not(testing::Contains("elčid")));
}

TEST(LexiconTest, MarksOverruleTheLetters) {
    const Files files = with_row(small_files(), row("ši", "noun", "noun", "masculine hard"));
    EXPECT_THAT(forms(lexicon_of(files)), testing::IsSupersetOf({"ši", "ši_un", "ši_tu"}));
}

TEST(LexiconTest, RejectedRowsMakeNothing) {
    Files files = small_files();
    const std::string ger = row("ger", "noun", "noun", "", "гэр");
    std::string rejected = ger;
    rejected.replace(rejected.find("\tunreviewed"), 11, "reader\trejected");
    files = with(files, "words.tsv", ger, rejected);
    EXPECT_THAT(forms(lexicon_of(files)), testing::Not(testing::Contains("ger")));
}

TEST(LexiconTest, BrokenSourcesNameTheirPlace) {
    const Files good = small_files();
    EXPECT_EQ(fault_of(good), "none");
    EXPECT_EQ(fault_of(with(good, "paradigms.toml", "suffixes = [\"genitive\"]",
                            "suffixes = [\"genitive\"]\nthen = [\"participle\"]")),
              "small/paradigms.toml:11:1: groups.genitives: these groups follow one another in a circle: genitives > "
              "participle > genitives");
    EXPECT_EQ(fault_of(with(good, "words.tsv", "gar\tnoun\tnoun+plural_ud", "gar\tnoun\tnuon")),
              "small/words.tsv:3:10: paradigm: there is no paradigm 'nuon'");
    EXPECT_EQ(fault_of(with_row(good, row("gar", "noun", "noun+plural_ud"))),
              "small/words.tsv:7:1: stem: 'gar' stands in small/words.tsv:3 already, with the same part of speech and "
              "paradigm");
    EXPECT_EQ(fault_of(with(good, "suffixes.tsv", "present\tvowel\t", "present\tvowel+soft\t")),
              "small/suffixes.tsv:10:9: after: 'present' has two forms after soft");
    EXPECT_EQ(fault_of(with(good, "suffixes.tsv", "dative\thard\t", "dative\t-g\t")),
              "small/suffixes.tsv:6:8: after: 'dative' has no form after hard");
    EXPECT_EQ(fault_of(with(good, "dictionary.toml", "tier = \"core\"", "tier = \"core\"\nteir = \"x\"")),
              "small/dictionary.toml:14:1: unknown key 'files.teir'");
    EXPECT_EQ(fault_of(with(good, "dictionary.toml", "title = \"Small\"", "title = 3")),
              "small/dictionary.toml:3:9: dictionary.title: a text in quotes is wanted here");
    EXPECT_EQ(fault_of(with(good, "dictionary.toml", "path = \"words.tsv\"", "path = \"../words.tsv\"")),
              "small/dictionary.toml:11:1: files: the path '../words.tsv' leaves the folder of the dictionary");
    EXPECT_THAT(fault_of(with(good, "dictionary.toml", "[tiers.core]", "[tiers.core")),
                HasSubstr("small/dictionary.toml:14:12"));
    EXPECT_EQ(fault_of(with(good, "words.tsv", "\tnote\n", "\tremark\n")),
              "small/words.tsv:1: the column 'note' is missing");
    EXPECT_THAT(fault_of(with(good, "words.tsv", "гар", "\xC3\xA0\xE0")), HasSubstr("small/words.tsv:3"));
    EXPECT_EQ(fault_of(with(good, "dictionary.toml", "words.tsv", "lost.tsv")),
              "small/lost.tsv: there is no such file");
    EXPECT_THAT(describe(read_source("/nowhere/at/all").error()), HasSubstr("there is no folder of a dictionary here"));
}

TEST(LexiconTest, MillionsOfChainsAreRefused) {
    std::string groups;
    for (int i = 0; i < 20; ++i) {
        groups += "[groups.g" + std::to_string(i) + "]\nsuffixes = [\"genitive\", \"plural_ud\"]\n";
        if (i > 0) groups += "then = [\"g" + std::to_string(i - 1) + "\"]\n";
    }
    const Files files = with(with(small_files(), "paradigms.toml", "[paradigms.noun]", groups + "[paradigms.noun]"),
                             "paradigms.toml", "groups = [\"cases\"]", "groups = [\"g19\"]");
    EXPECT_THAT(fault_of(files), HasSubstr("makes more than 20000 forms of one stem"));
}

TEST(LexiconTest, ParadigmsNameTheirChains) {
    const Lexicon lexicon = lexicon_of(small_files());
    const auto entries = entries_of(lexicon, "gar");
    ASSERT_EQ(entries.size(), 1u);
    const auto paradigm = paradigm_of(lexicon, *entries[0]);
    ASSERT_EQ(paradigm.size(), 6u);
    EXPECT_TRUE(paradigm[0].chain.empty());
    EXPECT_EQ(paradigm[0].units, "Hx A R");
    const auto plural = std::find_if(paradigm.begin(), paradigm.end(),
                                     [](const ParadigmForm& form) { return form.latin == "gar_ud_tu"; });
    ASSERT_NE(plural, paradigm.end());
    EXPECT_THAT(plural->chain, ElementsAre("plural_ud", "dative"));
    EXPECT_EQ(plural->group, "plural_ud");
    EXPECT_EQ(entries_of(lexicon, to_utf8(entries[0]->stem)).size(), 1u) << "in Mongolian letters";
    EXPECT_TRUE(entries_of(lexicon, "gar_un").empty());
}

TEST(LexiconTest, LatinAndLettersAreOneAnothersReverse) {
    EXPECT_TRUE(rc::check("letters_of(latin_of(x)) is x", [] {
        const std::u16string letters =
            u"\u1820\u1821\u1822\u1823\u1824\u1825\u1826\u1827\u1828\u1829\u182A\u182B\u182C\u182D\u182E\u182F\u1830"
            u"\u1831"
            u"\u1832\u1833\u1834\u1835\u1836\u1837\u1838\u1839\u183A\u183B\u183C\u183D\u183E\u183F\u1840\u1841\u1842"
            u"\u180E";
        auto text = *rc::gen::nonEmpty(rc::gen::container<std::u16string>(rc::gen::elementOf(letters)));
        const std::string latin = latin_of(text);
        const auto back = letters_of(latin);
        RC_PRE(latin.find('{') ==
               std::string::npos);  // signs that read as one are kept apart by an escape, which stems may not have
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == text);
    }));
    for (const char* bad :
         {"", "Gar", "gar un", "gar-un", "gar\xE2\x80\xAFun", "гар", "gar1", "gar{180F}", "\xE1\xA0\xAD"}) {
        EXPECT_FALSE(letters_of(bad)) << bad;
    }
}

/// The separated suffixes of the starter dictionary are those of data/suffixes, for stems of every kind.
TEST(LexiconTest, StarterSuffixesAgreeWithTheEngine) {
    const auto opened = open_lexicon(BICHIG_TEST_FOLDER "/../../data/dictionary");
    ASSERT_TRUE(opened) << describe(opened.error());
    const std::map<std::string, script::Suffix> known = {{"genitive", script::Case::genitive},
                                                         {"dative", script::Case::dative},
                                                         {"dative_dur", script::Case::dative_dur},
                                                         {"accusative", script::Case::accusative},
                                                         {"ablative", script::Case::ablative},
                                                         {"instrumental", script::Case::instrumental},
                                                         {"comitative", script::Case::comitative},
                                                         {"conjunctive", script::Case::conjunctive},
                                                         {"reflexive", script::Reflexive::plain},
                                                         {"genitive_reflexive", script::Reflexive::genitive},
                                                         {"dative_reflexive", script::Reflexive::dative},
                                                         {"accusative_reflexive", script::Reflexive::accusative},
                                                         {"ablative_reflexive", script::Reflexive::ablative},
                                                         {"comitative_reflexive", script::Reflexive::comitative},
                                                         {"locative", script::Particle::locative},
                                                         {"plural_nar", script::Plural::nar},
                                                         {"plural_ud", script::Plural::ud},
                                                         {"plural_nugud", script::Plural::nugud}};
    std::size_t compared = 0;
    std::set<std::string> met;
    for (const Entry& entry : opened->entries()) {
        const std::string_view marks = opened->cell(entry, Column::marks);
        if (entry.pos == PartOfSpeech::verb || marks.find("masculine") != std::string_view::npos ||
            marks.find("feminine") != std::string_view::npos || marks.find("vowel") != std::string_view::npos ||
            marks.find("hard") != std::string_view::npos || marks.find("soft") != std::string_view::npos) {
            continue;
        }
        opened->for_each_form(entry, [&](const FormView& form) {
            if (form.tail == nullptr || form.tail->chain.size() != 1) return;
            const std::string& id = opened->suffix_ids()[form.tail->chain.front()];
            const auto suffix = known.find(id);
            if (suffix == known.end()) return;
            EXPECT_EQ(latin_of(form.text), latin_of(script::attach_suffix(entry.stem, suffix->second))) << id;
            met.insert(id);
            ++compared;
        });
    }
    EXPECT_EQ(met.size(), known.size());
    EXPECT_GT(compared, 10'000u);
}

TEST(LexiconTest, HunspellTakesWhatIsBuilt) {
    const Lexicon lexicon = lexicon_of(small_files());
    const std::string folder = testing::TempDir() + "bichig_lexicon_build";
    const auto built = build(lexicon, folder);
    ASSERT_TRUE(built) << describe(built.error());
    EXPECT_EQ(built->distinct_forms, 13u);
    const auto hunspell = spell::HunspellDictionary::open(folder + "/small.aff", folder + "/small.dic");
    ASSERT_TRUE(hunspell) << describe(hunspell.error());
    for (const std::u16string& form : distinct_forms(lexicon)) {
        EXPECT_TRUE(hunspell->check(form)) << latin_of(form);
        std::u16string old = form;
        std::replace(old.begin(), old.end(), u'\u180E', u'\u202F');
        EXPECT_TRUE(hunspell->check(old)) << latin_of(form);
    }
    for (const char* wrong :
         {"yabu", "gar_ün", "ger_un", "gar_du", "ger_tu", "ger_üd", "yabugsan_ü", "yabugsan_un", "gar_un_tu", "gar_"}) {
        EXPECT_FALSE(hunspell->check(*letters_of(wrong))) << wrong;
    }
    const auto index = spell::ShapeIndex::open(folder + "/small.shapes");
    ASSERT_TRUE(index) << describe(index.error());
    const auto dictionary = spell::Dictionary::open(folder, spell::IndexCheck::full);
    ASSERT_TRUE(dictionary) << describe(dictionary.error());
    EXPECT_EQ(dictionary->notice().title, "Small");
    EXPECT_EQ(dictionary->notice().version, "1");
    EXPECT_EQ(dictionary->notice().text, notice(lexicon));
    EXPECT_EQ(spell::Dictionary{*index}.notice().text, "");
    EXPECT_TRUE(index->contains(*letters_of("gar_ud_tu")));
    EXPECT_FALSE(index->contains(*letters_of("yabu")));
    EXPECT_EQ(index->forms_of_shape(*letters_of("ger_tu")).at(0).text, *letters_of("ger_tü"));
}

TEST(LexiconTest, BuildsAreTheSameByteForByte) {
    const Lexicon a = lexicon_of(small_files()), b = lexicon_of(small_files());
    EXPECT_EQ(hunspell_files(a).aff, hunspell_files(b).aff);
    EXPECT_EQ(hunspell_files(a).dic, hunspell_files(b).dic);
    EXPECT_EQ(notice(a), notice(b));
}

}  // namespace
}  // namespace bichig::lexicon
