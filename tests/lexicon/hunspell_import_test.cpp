// Words of Hunspell dictionaries: what their affixes make, in any encoding, and what broken ones are refused for.
#include <bichig/lexicon/hunspell_import.h>

#include <algorithm>

#include <gtest/gtest.h>

#include <bichig/base/utf.h>

namespace bichig::lexicon {
namespace {

std::vector<std::string> words_of(const std::string& aff, const std::string& dic, HunspellImportOptions options = {}) {
    const auto read = words_of_hunspell({"x.aff", aff}, {"x.dic", dic}, options);
    if (!read) return {describe(read.error())};
    std::vector<std::string> words;
    for (const ImportedWord& word : read->words) words.push_back(to_utf8(word.word));
    return words;
}

std::string refusal(const std::string& aff, const std::string& dic = "1\na/A\n") {
    const auto read = words_of_hunspell({"x.aff", aff}, {"x.dic", dic});
    return read ? "(taken)" : describe(read.error());
}

std::string warning(const std::string& aff, const std::string& dic, HunspellImportOptions options = {}) {
    const auto read = words_of_hunspell({"x.aff", aff}, {"x.dic", dic}, options);
    return !read || read->findings.empty() ? "(none)" : describe(read->findings.front());
}

TEST(HunspellImport, SuffixesPrefixesAndConditions) {
    const std::string aff =
        "SET UTF-8\nSFX A Y 3\nSFX A 0 s [^y]\nSFX A y ies [^aeiou]y\nSFX A 0 s [aeiou]y\n"
        "PFX B Y 1\nPFX B 0 un .\nPFX C N 1\nPFX C 0 re .\n";
    EXPECT_THAT(
        words_of(aff, "3\nfly/A\nday/A\nlock/ABC\n"),
        testing::UnorderedElementsAre("fly", "flies", "day", "days", "lock", "locks", "unlock", "unlocks", "relock"));
}

TEST(HunspellImport, TwoSuffixesDeep) {
    const std::string aff = "SET UTF-8\nSFX A Y 1\nSFX A 0 x/B .\nSFX B Y 1\nSFX B 0 y/C .\nSFX C Y 1\nSFX C 0 z .\n";
    EXPECT_THAT(words_of(aff, "1\na/A\n"), testing::ElementsAre("a", "ax", "axy"));
}

TEST(HunspellImport, FlagsThatSayWhatIsNoWord) {
    const std::string aff =
        "SET UTF-8\nNEEDAFFIX N\nFORBIDDENWORD F\nONLYINCOMPOUND O\nCIRCUMFIX X\n"
        "SFX A Y 1\nSFX A 0 s .\nSFX C Y 1\nSFX C 0 t/X .\nPFX D Y 1\nPFX D 0 ge/X .\n";
    EXPECT_THAT(words_of(aff, "5\na/AN\nas/F\nb/A\nc/O\nmach/CD\n"),
                testing::ElementsAre("b", "bs", "mach", "gemacht"));
}

TEST(HunspellImport, KindsOfFlags) {
    EXPECT_THAT(words_of("SET UTF-8\nFLAG num\nSFX 1000 Y 1\nSFX 1000 0 s .\n", "1\na/1000,7\n"),
                testing::ElementsAre("a", "as"));
    EXPECT_THAT(words_of("SET UTF-8\nFLAG long\nSFX zz Y 1\nSFX zz 0 s .\n", "1\na/yyzz\n"),
                testing::ElementsAre("a", "as"));
    EXPECT_THAT(words_of("SET UTF-8\nFLAG UTF-8\nSFX \u00e9 Y 1\nSFX \u00e9 0 s .\n", "1\na/\u00e9\n"),
                testing::ElementsAre("a", "as"));
    EXPECT_THAT(words_of("SET UTF-8\nAF 1\nAF AB\nSFX A Y 1\nSFX A 0 s .\n", "1\na/1\n"),
                testing::ElementsAre("a", "as"));
}

TEST(HunspellImport, OneByteEncodings) {
    EXPECT_THAT(words_of("SET microsoft-cp1251\nSFX A Y 1\nSFX A 0 \xFB .\n", "1\r\n\xED\xEE\xEC/A\r\n"),
                testing::ElementsAre("\u043d\u043e\u043c", "\u043d\u043e\u043c\u044b"));
    EXPECT_THAT(words_of("", "1\ncaf\xE9\n"), testing::ElementsAre("caf\u00e9"));  // ISO 8859-1 where nothing is said
}

TEST(HunspellImport, StemsAlone) {
    const auto read = words_of_hunspell({"x.aff", "SET UTF-8\nSFX A Y 1\nSFX A 0 s/A .\n"},
                                        {"x.dic", "3\na\\/b/A\nc d po:noun\ne\tpo:verb\n"}, {.expand = false});
    ASSERT_TRUE(read);
    ASSERT_EQ(read->words.size(), 3U);
    EXPECT_EQ(read->words[0].word, u"a/b");
    EXPECT_EQ(read->words[0].note, "flags A");
    EXPECT_EQ(read->words[0].where.line, 2U);
    EXPECT_EQ(read->words[1].word, u"c d");
    EXPECT_EQ(read->words[2].word, u"e");
}

TEST(HunspellImport, BrokenFilesAreRefusedByLine) {
    EXPECT_EQ(refusal("SET UTF-8\nFLAG num\nSFX 1 Y 1\nSFX 1 0 s .\n", "1\na/1,x\n"),
              "x.dic:2: '1,x' is no list of numbers from 1 to 65535 (FLAG num asks for them)");
    EXPECT_THAT(refusal("SET UTF-8\nFLAG long\n", "1\na/abc\n"),
                testing::StartsWith("x.dic:2: 'abc' is no list of flags"));
    EXPECT_THAT(refusal("SET UTF-8\nFLAG short\n"), testing::StartsWith("x.aff:2: unknown kind of flags 'short'"));
    EXPECT_THAT(refusal("SET UTF-8\nAF 1\nAF A\n", "1\na/2\n"),
                testing::StartsWith("x.dic:2: '2' is no number of an AF line"));
    EXPECT_THAT(refusal("SET UTF-8\nSFX A Y 1\nSFX A 0 s/A .\n"),
                testing::StartsWith("x.aff:2: the rules of this class lead back to it"));
    EXPECT_THAT(refusal("SET UTF-8\nSFX A Y 1\nSFX A 0 s/B .\nSFX B Y 1\nSFX B 0 t/A .\n"),
                testing::HasSubstr("lead back to it"));
    EXPECT_THAT(refusal("SET UTF-8\nSFX A 0 s .\n"),
                testing::StartsWith("x.aff:2: a rule of the class 'A', which has no head"));
    EXPECT_THAT(refusal("SET UTF-8\nSFX A Y 1\nSFX A 0\n"), testing::StartsWith("x.aff:3: the rule has 3 fields"));
    EXPECT_THAT(refusal("SET UTF-8\nSFX A Y 1\nSFX A 0 s [ab\n"),
                testing::HasSubstr("a set of the condition is not closed"));
    EXPECT_THAT(refusal("SET UTF-8\n", "1\nab\n\xED\xEE\xEC\n"),
                testing::StartsWith("x.dic:3: byte 0: bytes that are not in the encoding of the dictionary"));
    EXPECT_THAT(refusal("SET none-such\n"), testing::HasSubstr("x.aff: the encoding 'none-such'"));
    EXPECT_THAT(refusal("SET UTF-8\n", "a/A\n"), testing::StartsWith("x.dic:1: the first line does not say how many"));
    EXPECT_THAT(refusal("SET UTF-8\n", "1\n" + std::string(2'000'000, 'a') + "\n"),
                testing::StartsWith("x.dic:2: a line of 2000000 bytes"));
    EXPECT_THAT(refusal("SET UTF-8\n", std::string("1\na\0b\n", 6)), testing::StartsWith("x.dic:2: a NUL byte"));
}

TEST(HunspellImport, WhatIsOnlyRemarked) {
    EXPECT_THAT(warning("SET UTF-8\nSFX A Y 2\nSFX A 0 s .\n", "1\na/A\n"),
                testing::StartsWith("x.aff:2: the class 'A' says that 2 rules follow, but has 1"));
    EXPECT_THAT(warning("SET UTF-8\n", "2\na/Z\nb/Z\n"), testing::StartsWith("x.dic:2: the flag 'Z' is no class"));
    const std::string aff = "SET UTF-8\nSFX A Y 3\nSFX A 0 s .\nSFX A 0 t .\nSFX A 0 u .\n";
    EXPECT_THAT(warning(aff, "1\na/A\n", {.most_of_a_stem = 2}), testing::HasSubstr("makes more forms than are taken"));
    EXPECT_THAT(warning(aff, "1\na/A\n", {.most_words = 3}), testing::HasSubstr("has more than 3 words"));
    EXPECT_EQ(words_of(aff, "1\na/A\n", {.most_words = 3}).size(), 3U);
    EXPECT_EQ(warning(aff, "1\na/A\n"), "(none)");
}

}  // namespace
}  // namespace bichig::lexicon
