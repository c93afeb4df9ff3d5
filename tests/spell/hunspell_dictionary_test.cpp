// Hunspell dictionaries: Debian's of Cyrillic Mongolian, small ones in several encodings, and files that are none.
#include <algorithm>
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>

#include <bichig/spell/hunspell_dictionary.h>

#include "spell/words.h"

namespace bichig::spell {
namespace {

using testing::Folder;
using testing::letters;

class Dictionary : public ::testing::Test {
protected:
    Result<HunspellDictionary> open(const std::string& aff, const std::string& dic) {
        return HunspellDictionary::open(folder_.write("x.aff", aff), folder_.write("x.dic", dic));
    }
    Error error_of(const std::string& aff, const std::string& dic) {
        const auto opened = open(aff, dic);
        EXPECT_FALSE(opened);
        return opened ? Error{} : opened.error();
    }
    Folder folder_;
};

TEST_F(Dictionary, MongolianWithSuffixes) {
    const std::string word = to_utf8(letters("gar"));
    const std::string suffix = to_utf8(letters("_un"));
    const auto opened = open("SET UTF-8\nTRY " + suffix + "\nFLAG num\nBREAK 0\nSFX 1 N 1\nSFX 1 0 " + suffix + " .\n",
                             "1\n" + word + "/1\n");
    ASSERT_TRUE(opened) << describe(opened.error());
    EXPECT_TRUE(opened->check(letters("gar")));
    EXPECT_TRUE(opened->check(letters("gar_un")));
    EXPECT_FALSE(opened->check(letters("gar_yin")));
    const auto suggestions = opened->suggest(letters("gar_uf"));
    EXPECT_NE(std::find(suggestions.begin(), suggestions.end(), letters("gar_un")), suggestions.end());
    EXPECT_LE(opened->suggest(letters("gar_uf"), 1).size(), 1u);
}

TEST_F(Dictionary, CodePagesAreRead) {
    // "жар" in ISO 8859-5 and in CP 1251.
    for (const auto& [set, word] :
         {std::pair{"ISO8859-5", "\xD6\xD0\xE0"}, std::pair{"microsoft-cp1251", "\xE6\xE0\xF0"}}) {
        const auto opened = open(std::string("SET ") + set + "\nTRY \n", std::string("1\n") + word + "\n");
        ASSERT_TRUE(opened) << describe(opened.error());
        EXPECT_EQ(opened->encoding(), set);
        EXPECT_TRUE(opened->check(u"жар"));
        EXPECT_FALSE(opened->check(u"жал"));
        EXPECT_FALSE(opened->check(u"蒙古"));
        EXPECT_EQ(opened->suggest(u"жра"), std::vector<std::u16string>{u"жар"});
    }
    const auto opened = open("TRY e\n", "1\ncaf\xE9\n");  // no SET: ISO 8859-1
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->check(u"café"));
}

TEST_F(Dictionary, FilesThatAreNoneAreRefused) {
    EXPECT_EQ(HunspellDictionary::open(folder_ / "missing.aff", folder_ / "missing.dic").error().code,
              ErrorCode::not_found);
    EXPECT_EQ(error_of("SET UTF-8\n", "").message, "is empty");
    EXPECT_EQ(error_of("", "1\na\n").message, "is empty");
    EXPECT_EQ(error_of("SET KLINGON-8\n", "1\na\n").code, ErrorCode::unsupported);
    EXPECT_EQ(error_of("SET GB18030\n", "1\na\n").code, ErrorCode::unsupported);
    EXPECT_EQ(describe(error_of("SET UTF-8\n", "1\nab\nc\xFF\n")).find(folder_ / "x.dic:3"), 0u);
    EXPECT_EQ(error_of("SET UTF-8\n", "1\nab\n\xD6\xD0\n").hint,
              "SET in the .aff file must name the encoding of both files");
    EXPECT_EQ(error_of("SET UTF-8\n", "word\n").message, "the first line does not say how many words follow");
    EXPECT_EQ(error_of("SET UTF-8\n", "0\n").where.line, 1u);
    EXPECT_EQ(error_of("SET UTF-8\n", "12x\nab\n").where.line, 1u);
    EXPECT_EQ(error_of("SET UTF-8\n", "99999999999999999999999\na\n").where.line, 1u);
    EXPECT_EQ(error_of("SET UTF-8\n", "2000000000\na\n").message, "says that 2000000000 words follow, but has 3 lines");
    EXPECT_EQ(error_of("SET UTF-8\n", std::string("1\na\0b\n", 6)).where.line, 2u);
}

TEST_F(Dictionary, AnyWordIsTaken) {
    const auto opened = open("SET UTF-8\n", "1\nab\n");
    ASSERT_TRUE(opened);
    for (const std::u16string& word : {std::u16string{}, std::u16string(100'000, u'a'), std::u16string(1, u'\0'),
                                       std::u16string(1, u'\xD800'), std::u16string(255, u'\u1820')}) {
        EXPECT_FALSE(opened->check(word));
        (void)opened->suggest(word);
    }
}

TEST_F(Dictionary, DebiansCyrillicDictionary) {
    const std::string path = "/usr/share/hunspell/mn_MN";
    ASSERT_TRUE(std::filesystem::exists(path + ".aff")) << "hunspell-mn is not installed: run ./dev setup";
    const auto opened = HunspellDictionary::open(path + ".aff", path + ".dic");
    ASSERT_TRUE(opened) << describe(opened.error());
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 20; ++n) {
                EXPECT_TRUE(opened->check(u"монгол"));
                EXPECT_FALSE(opened->check(u"монгбл"));
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    const auto suggestions = opened->suggest(u"монгбл");
    EXPECT_NE(std::find(suggestions.begin(), suggestions.end(), u"монгол"), suggestions.end());
}

}  // namespace
}  // namespace bichig::spell
