// What is found in texts: each class with its fault beside a right text, and what is passed over.
#include <algorithm>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/script/legacy.h>
#include <bichig/script/suffixes.h>
#include <bichig/spell/checker.h>

#include "spell/words.h"

namespace bichig::spell {
namespace {

using testing::index_of;
using testing::letters;
using testing::shown;

/// A dictionary of some stems with all cases, and of some words that take none.
std::vector<std::u16string> forms() {
    using namespace script;
    std::vector<std::u16string> made = testing::words_of({"ordu", "urtu", "saxan", "bar", "sain", "amur"});
    for (const std::string stem : {"gar", "ger", "monɡgol", "bičig", "noyan", "axa", "gačag_a", "xümün", "yabudal"}) {
        const std::u16string base = letters(stem);
        made.push_back(base);
        for (unsigned i = 0; i <= static_cast<unsigned>(Case::conjunctive); ++i) {
            if (static_cast<Case>(i) == Case::dative_classical) continue;
            made.push_back(attach_suffix(base, static_cast<Case>(i)));
        }
        const std::u16string plural = attach_suffix(base, Plural::nugud);
        made.push_back(plural);
        made.push_back(attach_suffix(plural, Case::genitive));
    }
    return made;
}

Checker checker(std::vector<UserDictionary> user = {}) {
    CheckerParts parts;
    parts.dictionary = Dictionary{index_of(forms())};
    parts.user = std::move(user);
    return Checker{std::move(parts)};
}

/// "class id range suggestions certain" of each finding, in Latin: what is compared.
std::vector<std::string> found(const CheckResult& result, std::u16string_view text) {
    std::vector<std::string> lines;
    for (const Finding& finding : result.findings) {
        std::string line = std::string(name(finding.fault)) + " " + std::string(finding.id) + " " +
                           shown(text.substr(finding.range.begin, finding.range.size()));
        for (std::size_t i = 0; i < std::min<std::size_t>(finding.suggestions.size(), 2); ++i) {
            line += (i == 0 ? " > " : " | ") + shown(finding.suggestions[i].text);
        }
        lines.push_back(line + (finding.certain ? " !" : ""));
    }
    return lines;
}

std::vector<std::string> found(const std::u16string& text, const CheckOptions& options = {}) {
    static const Checker shared = checker();
    return found(shared.check(text, options), text);
}

using Lines = std::vector<std::string>;

TEST(Checker, RightTextHasNoFindings) {
    const std::u16string text = letters("monɡgol_un bičig") + u", 2023 GDP《" + letters("gar_tu") + u"》内蒙古" +
                                letters("sain") + u"\u1803\u3000" + letters("ger_eče") + u"\n";
    EXPECT_EQ(found(text), Lines{});
    EXPECT_EQ(checker().check(text).words, 5u);
    EXPECT_EQ(checker().check(text).end, text.size());
}

TEST(Checker, OtherLettersOfTheSameShape) {
    EXPECT_EQ(found(letters("sain munɡgul")), Lines{"encoding other-letters munɡgul > monɡgol !"});
    // ordu and urtu look alike: which is meant is not certain.
    EXPECT_EQ(found(letters("urdu")), Lines{"encoding other-letters urdu > ordu | urtu"});
    EXPECT_EQ(found(letters("monɡgol_un'")), Lines{"suffix selectors monɡgol_un' > monɡgol_un !"});
    EXPECT_EQ(found(letters("sain sa'xan'")).size(), 1u);
    EXPECT_EQ(found(letters("bar'")), Lines{"encoding selectors bar' > bar !"}) << "a selector without effect";
    EXPECT_EQ(found(letters("munɡgul_un")), Lines{"encoding other-letters munɡgul_un > monɡgol_un !"});
}

TEST(Checker, OldDiphthongs) {
    EXPECT_EQ(found(letters("sayin")).front(), "encoding diphthong sayin > sain");
    EXPECT_EQ(found(letters("ger_teyi")).size(), 1u);
}

TEST(Checker, ThatANameIsMeantIsNotCertain) {
    for (const FormKind kind : {FormKind::word, FormKind::name, FormKind::place}) {
        ShapeIndexWriter writer;
        ASSERT_TRUE(writer.add(letters("bulgan"), {0, kind}));
        CheckerParts parts;
        parts.dictionary = Dictionary{ShapeIndex::from_bytes(writer.bytes()).value()};
        const CheckResult result = Checker{std::move(parts)}.check(letters("bolgan"));
        ASSERT_EQ(result.findings.size(), 1u);
        EXPECT_EQ(result.findings[0].certain, kind != FormKind::name);
    }
}

TEST(Checker, AMissingSeparatorMayBeMeantAsWell) {
    CheckerParts parts;
    parts.dictionary = Dictionary{index_of(testing::words_of({"sere", "sar_a", "xele", "gel_e"}))};
    const Checker both{std::move(parts)};
    const auto lines = [&both](const char* latin) { return found(both.check(letters(latin)), letters(latin)); };
    EXPECT_EQ(lines("sara"), Lines{"encoding other-letters sara > sar_a | sere"});
    EXPECT_EQ(lines("xel_e"), Lines{"encoding other-letters xel_e > xele | gel_e"});
}

TEST(Checker, SuffixesThatAreNone) {
    EXPECT_EQ(found(letters("gar a")).size(), 1u);
    EXPECT_EQ(found(letters("gar _a")).size(), 1u);
    EXPECT_EQ(found(letters("gar ") + u"\u200D" + letters("un")).size(), 1u);
    EXPECT_EQ(found(letters("gar_du"), {.limit = 0}), Lines{"suffix suffix-form gar_du > gar_tu !"});
}

TEST(Checker, ConnectorsOfSuffixes) {
    EXPECT_EQ(found(letters("gar-un")), Lines{"suffix old-connector gar-un > gar_un !"});
    EXPECT_EQ(found(letters("gar-un"), {.accept_nnbsp = true}), Lines{});
    EXPECT_EQ(found(letters("sain gar un")), Lines{"suffix space-for-connector gar un > gar_un !"});
    EXPECT_EQ(found(letters("gar nugud un")), Lines{"suffix space-for-connector gar nugud un > gar_nugud_un !"});
    EXPECT_EQ(found(letters("gar _un")), Lines{"suffix space-before-connector gar _un > gar_un !"});
    EXPECT_EQ(found(letters("garun")).front(), "suffix connector-missing garun > gar_un");
    EXPECT_EQ(found(letters("noyanu")).front(), "suffix connector-missing noyanu > noyan_u | noyan");
    EXPECT_EQ(found(letters("noyu")).front().substr(0, 8), "unknown ");
    // "bar" is a word too: nobody can tell that the suffix is meant.
    EXPECT_EQ(found(letters("axa bar")), Lines{});
    EXPECT_EQ(found(letters("gar\nun")).size(), 1u);
    EXPECT_EQ(found(letters("gar\nun")).front().substr(0, 8), "unknown ");
}

TEST(Checker, FormsOfSuffixes) {
    EXPECT_EQ(found(letters("gar_du")), Lines{"suffix suffix-form gar_du > gar_tu !"});
    EXPECT_EQ(found(letters("ger_ača")), Lines{"suffix suffix-letters ger_ača > ger_eče !"});  // it looks the same
    EXPECT_EQ(found(letters("ger_tai")), Lines{"suffix suffix-letters ger_tai > ger_tei !"});
    EXPECT_EQ(found(letters("gar_lüge")), Lines{"suffix suffix-form gar_lüge > gar_lug_a !"});
    EXPECT_EQ(found(letters("axa_ǰin")), Lines{"suffix suffix-letters axa_ǰin > axa_yin !"});
    EXPECT_EQ(found(letters("axa_un")), Lines{"suffix suffix-form axa_un > axa_yin !"});
    EXPECT_EQ(found(letters("gar_nügüd_ün")).front().substr(0, 7), "suffix ");
    EXPECT_EQ(found(letters("munɡgul_du")), Lines{"encoding other-letters munɡgul_du > monɡgol_du !"});
    EXPECT_EQ(found(letters("munɡgul_tu")), Lines{"suffix suffix-form munɡgul_tu > monɡgol_du"});
}

TEST(Checker, SuffixesOfUnknownStems) {
    EXPECT_EQ(found(letters("tesexeg_dü")).front().substr(0, 44), "suffix suffix-form tesexeg_dü > tesexeg_tü");
    EXPECT_EQ(found(letters("tesexeg_tu")).front().substr(0, 44), "suffix suffix-form tesexeg_tu > tesexeg_tü");
    EXPECT_EQ(found(letters("tesexeg_tü")).front().substr(0, 8), "unknown ");
    EXPECT_EQ(found(letters("tesexeg_ud_iyar")).front(), "suffix suffix-form tesexeg_ud_iyar > tesexeg_üd_iyer");
    // Loan words keep to no harmony.
    EXPECT_EQ(found(letters("kompani_tü")).front().substr(0, 8), "unknown ");
}

TEST(Checker, SuffixesOfOtherStems) {
    EXPECT_EQ(found(u"GDP" + letters("_yin") + u" 中国" + letters("_un") + u" 8" + letters("_du")), Lines{});
    EXPECT_EQ(found(u"8" + letters("_dü")), Lines{"suffix suffix-form _dü > _du"});
    EXPECT_EQ(found(u"GDP" + letters("-yin")), Lines{"suffix old-connector -yin > _yin !"});
    EXPECT_EQ(found(u"GDP" + letters("_ǰin")), Lines{"suffix suffix-form _ǰin > _yin"});
}

TEST(Checker, SpellingAndUnknownWords) {
    EXPECT_EQ(found(letters("ybaudal")), Lines{"spelling near-a-word ybaudal > yabudal"});
    EXPECT_EQ(found(letters("ybdbaual")).front().substr(0, 30), "spelling not-built-so ybdbaual");
    EXPECT_EQ(found(letters("tesege")), Lines{"unknown not-in-dictionary tesege"});
    // Short words have neighbours by chance.
    EXPECT_EQ(found(letters("saxal")), Lines{"unknown not-in-dictionary saxal > saxan"});
    EXPECT_EQ(found(letters("batuerdeni")), Lines{"name compound batuerdeni"});
    EXPECT_EQ(found(letters("b") + u"\u180A" + letters("amur")).front().substr(0, 18), "name abbreviation ");
    EXPECT_EQ(found(letters("brtkgl")), Lines{"spelling not-built-so brtkgl"});
    EXPECT_EQ(found(letters("saxal"), {.suggest = false}), Lines{"unknown not-in-dictionary saxal"});
}

TEST(Checker, MixedScriptsAndLegacyCodes) {
    EXPECT_EQ(found(letters("sain") + u"a"), Lines{"mixed scripts sain"});
    EXPECT_EQ(found(u"GDP" + letters("sain")), Lines{"mixed scripts sain"});
    EXPECT_EQ(found(letters("sa") + u"\u1845\u186B").front().substr(0, 6), "mixed ");
    const std::u16string codes = script::unicode_to_menksoft(letters("sain")).text;
    const CheckResult result = checker().check(codes);
    ASSERT_EQ(result.findings.size(), 1u);
    EXPECT_EQ(result.findings[0].id, "private-codes") << "one word does not tell whose codes they are";
    EXPECT_EQ(result.findings[0].suggestions.front().text, letters("sain"));
    EXPECT_FALSE(result.findings[0].certain);
    const std::u16string more = script::unicode_to_menksoft(letters("monɡgol_un bičig sain gar_tu saxan")).text;
    const CheckResult many = checker().check(more);
    ASSERT_FALSE(many.findings.empty());
    EXPECT_EQ(many.findings[0].id, "glyph-codes");
    EXPECT_EQ(many.findings[0].suggestions.front().text, letters("monɡgol_un"));
    EXPECT_TRUE(many.findings[0].certain);
    // Todo and Manchu are passed over.
    EXPECT_EQ(found(u"\u1845\u1844\u1849 \u185E\u1860"), Lines{});
}

TEST(Checker, WordsOfUsers) {
    UserDictionary user;
    ASSERT_TRUE(user.add(letters("tömör"), letters("ger")));
    ASSERT_TRUE(user.add(letters("naran"), letters("gar")));
    ASSERT_TRUE(user.add(letters("saran")));
    const Checker with = checker({user});
    for (const std::string word :
         {"tömör", "tömör_tei", "tömör_ün", "naran", "naran_u", "naran_ača", "naran_nugud_un"}) {
        EXPECT_TRUE(with.is_right(letters(word))) << word;
    }
    for (const std::string word : {"tömör_tai", "naran_un", "naran_du_du", "saran_u", "tömörx"}) {
        EXPECT_FALSE(with.is_right(letters(word))) << word;
    }
    ASSERT_TRUE(user.remove(letters("saran")));  // copies are one list
    EXPECT_FALSE(with.is_right(letters("saran")));
}

TEST(Checker, ADictionaryOfCyrillic) {
    const std::string path = "/usr/share/hunspell/mn_MN";
    ASSERT_TRUE(std::filesystem::exists(path + ".aff")) << "hunspell-mn is not installed: run ./dev setup";
    CheckerParts parts;
    parts.dictionary = Dictionary{index_of(forms())};
    parts.others.push_back(HunspellDictionary::open(path + ".aff", path + ".dic").value());
    const Checker both{std::move(parts)};
    const std::u16string text = letters("sain") + u" монгол хэл монгбл, English 2023 " + letters("munɡgul");
    const CheckResult result = both.check(text);
    ASSERT_EQ(result.findings.size(), 2u);
    EXPECT_EQ(text.substr(result.findings[0].range.begin, result.findings[0].range.size()), u"монгбл");
    EXPECT_EQ(result.findings[0].fault, FaultClass::spelling);
    EXPECT_FALSE(result.findings[0].suggestions.empty());
    EXPECT_EQ(result.words, 5u);
}

TEST(Checker, AnyTextIsTaken) {
    const Checker shared = checker();
    EXPECT_TRUE(rc::check([&shared] {
        const auto text = *rc::gen::container<std::u16string>(rc::gen::oneOf(
            rc::gen::elementOf(std::u16string{u"\u1820\u1821\u1823\u1828\u182D\u1833\u1835\u1822\u1845\u1873\u180E"
                                              u"\u202F\u180B\u180A\u200D x.1\u4E00\uE264\uE300\xD800\u0416"}),
            rc::gen::arbitrary<char16_t>()));
        const CheckResult result = shared.check(text);
        RC_ASSERT(result.end == text.size());
        TextIndex end = 0;
        for (const Finding& finding : result.findings) {
            RC_ASSERT((finding.range.begin >= end && finding.range.begin < finding.range.end));
            RC_ASSERT(finding.range.end <= text.size());
            RC_ASSERT(finding.suggestions.size() <= 5u);
            RC_ASSERT((!finding.certain || !finding.suggestions.empty()));
            end = finding.range.end;
        }
    }));
}

TEST(Checker, WhatIsTakenIsRight) {
    EXPECT_TRUE(rc::check([] {
        static const Checker shared = checker();
        static const std::vector<std::u16string> all = forms();
        std::u16string word = *rc::gen::elementOf(all);
        word[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(word.size())))] =
            *rc::gen::elementOf(std::u16string{u"\u1820\u1821\u1823\u1824\u1826\u182C\u182D\u1832\u1833\u202F"});
        for (const Finding& finding : shared.check(word).findings) {
            for (const Suggestion& suggestion : finding.suggestions) {
                if (finding.range.size() != word.size()) continue;  // a part of the word, after a space
                // After a stem that the dictionary lacks the rule of suffixes speaks, and is not certain.
                const bool by_rule = finding.id == "suffix-form" && !finding.certain;
                RC_ASSERT((by_rule || shared.is_right(suggestion.text)));
            }
        }
    }));
}

TEST(Checker, HugeTextsTakeBoundedTime) {
    const Checker shared = checker();
    std::u16string one_word(1'000'000, u'\u1820');
    const CheckResult result = shared.check(one_word);
    ASSERT_EQ(result.findings.size(), 1u);
    EXPECT_EQ(result.findings[0].id, "too-long");
    EXPECT_TRUE(shared.check(std::u16string(1'000'000, u'\u180B')).findings.empty());
    EXPECT_TRUE(shared.check(std::u16string(1'000'000, u'\u180E')).findings.empty());
    EXPECT_TRUE(shared.check(std::u16string(1'000'000, u'\u202F')).findings.empty());
    std::u16string many;
    for (int i = 0; i < 100'000; ++i) many += letters("munɡgul ");
    EXPECT_EQ(shared.check(many).findings.size(), 100'000u);
}

TEST(Checker, SearchesHaveAnEnd) {
    const Checker shared = checker();
    const std::u16string text = letters("saxal yabudul yabudul xümüx");
    EXPECT_TRUE(shared.check(text, {.searches = 3}).searched);
    const CheckResult result = shared.check(text, {.searches = 2});
    EXPECT_FALSE(result.searched);
    ASSERT_EQ(result.findings.size(), 4u);
    EXPECT_FALSE(result.findings[2].suggestions.empty());  // it was found before
    EXPECT_TRUE(result.findings[3].suggestions.empty());
}

TEST(Checker, CanBeStopped) {
    std::stop_source source;
    source.request_stop();
    const CheckResult result = checker().check(letters("sain munɡgul"), {.stop = source.get_token()});
    EXPECT_EQ(result.end, 0u);
    EXPECT_TRUE(result.findings.empty());
}

TEST(Checker, SaysHowFarItCame) {
    const Checker shared = checker();
    const std::u16string text = letters("sain munɡgul saxal sain yabudul");
    std::vector<TextIndex> told;
    const CheckResult whole = shared.check(text, {.progress = [&told](TextIndex done) {
        told.push_back(done);
        return true;
    }});
    EXPECT_EQ(whole.end, text.size());
    EXPECT_EQ(whole.findings.size(), 3u);
    // At the begin, and before each word that is not right.
    EXPECT_EQ(told, (std::vector<TextIndex>{0, 5, 12, 23}));
    const CheckResult part = shared.check(text, {.progress = [](TextIndex done) { return done < 12; }});
    EXPECT_EQ(part.end, 12u);
    ASSERT_EQ(part.findings.size(), 1u);
    EXPECT_EQ(part.findings[0], whole.findings[0]);
    EXPECT_EQ(shared.check(text, {.progress = [](TextIndex) { return false; }}).end, 0u);
}

TEST(Checker, ServesManyThreads) {
    UserDictionary user;
    const Checker shared = checker({user});
    const std::u16string text = letters("sain munɡgul gar un gar_du xümün_dü tömör ybaudal garun");
    const auto expected = shared.check(text).findings;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&, i] {
            for (int n = 0; n < 20; ++n) {
                const std::u16string word = letters("saran") + std::u16string(static_cast<std::size_t>(n), u'\u1828');
                EXPECT_TRUE(i > 0 || user.add(word));
                EXPECT_EQ(shared.check(text).findings.size(), expected.size());
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
}

TEST(Checker, SuggestsForAnyWord) {
    const Checker shared = checker();
    EXPECT_EQ(shared.suggest(letters("munɡgul")).front().text, letters("monɡgol"));
    EXPECT_EQ(shared.suggest(letters("gar")).front().text, letters("gar"));
    EXPECT_TRUE(Checker{CheckerParts{}}.suggest(letters("gar")).empty());
    EXPECT_EQ(Checker{CheckerParts{}}.check(letters("gar")).findings.front().fault, FaultClass::unknown);
}

TEST(FaultClass, NamesComeBack) {
    for (unsigned number = 0; number < fault_class_count; ++number) {
        EXPECT_EQ(fault_class_named(name(static_cast<FaultClass>(number))), static_cast<FaultClass>(number));
    }
    EXPECT_FALSE(fault_class_named("grammar"));
}

}  // namespace
}  // namespace bichig::spell
