// Dictionaries of users: what is written comes back, comments stay, and two programs at once lose nothing.
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sys/wait.h>
#include <unistd.h>

#include <bichig/base/file.h>
#include <bichig/spell/user_dictionary.h>

#include "spell/words.h"

namespace bichig::spell {
namespace {

using testing::Folder;
using testing::letters;

TEST(UserDictionary, WhatIsAddedIsThere) {
    const Folder folder;
    auto words = UserDictionary::open(folder / "mine.txt");
    ASSERT_TRUE(words) << describe(words.error());
    EXPECT_TRUE(words->words().empty());
    ASSERT_TRUE(words->add(u"ab"));
    ASSERT_TRUE(words->add(u"cd", u"ab"));
    ASSERT_TRUE(words->add(u"ab"));  // it is there already
    EXPECT_TRUE(words->contains(u"ab"));
    EXPECT_EQ(words->find(u"cd"), (LearntWord{u"cd", u"ab"}));
    EXPECT_EQ(read_file(folder / "mine.txt"), "ab\ncd\tab\n");
    const auto again = UserDictionary::open(folder / "mine.txt");
    EXPECT_EQ(again->words(), words->words());
    ASSERT_TRUE(words->remove(u"ab"));
    ASSERT_TRUE(words->remove(u"xy"));
    EXPECT_EQ(words->text(), "cd\tab\n");
}

TEST(UserDictionary, CommentsStay) {
    auto words = UserDictionary::from_text("# mine\n\nab\r\n# the next\ncd\n# end\n");
    ASSERT_TRUE(words);
    ASSERT_TRUE(words->add(u"ef"));
    EXPECT_EQ(words->text(), "# mine\n\nab\n# the next\ncd\n# end\nef\n");
    ASSERT_TRUE(words->remove(u"cd"));
    EXPECT_EQ(words->text(), "# mine\n\nab\n# the next\n# end\nef\n");
}

TEST(UserDictionary, FilesThatAreNoneAreRefused) {
    const Folder folder;
    const auto error_of = [&](const std::string& bytes) {
        const auto opened = UserDictionary::open(folder.write("bad.txt", bytes));
        EXPECT_FALSE(opened);
        return opened ? Error{} : opened.error();
    };
    EXPECT_EQ(describe(error_of("ab\nc\xFF\n")),
              folder / "bad.txt" + ":2: is not UTF-8 (convert the file to UTF-8)");
    EXPECT_EQ(error_of("ab\ncd ef\n").where.line, 2u);
    EXPECT_EQ(error_of("ab\tcd\tef\n").where.line, 1u);
    EXPECT_EQ(error_of("\tab\n").where.line, 1u);
    EXPECT_EQ(UserDictionary::open(folder / ".").error().code, ErrorCode::invalid_input);
    auto words = UserDictionary::open(folder / "no/such/folder.txt");
    ASSERT_TRUE(words);
    EXPECT_EQ(words->add(u"ab").error().code, ErrorCode::system);
    EXPECT_FALSE(words->contains(u"ab"));
    for (const std::u16string_view word : {u"", u"a b", u"a\nb", u"#a", u"a\t"}) {
        EXPECT_EQ(words->add(word).error().code, ErrorCode::invalid_input);
    }
}

TEST(UserDictionary, TheLongestStemWithAnExampleIsFound) {
    auto words = UserDictionary::from_text("ab\tx\nabc\nabcd\ty\n");
    EXPECT_EQ(words->stem_of(u"abcde")->word, u"abcd");
    EXPECT_EQ(words->stem_of(u"abce")->word, u"ab");  // abc has no example
    EXPECT_FALSE(words->stem_of(u"ab"));
    EXPECT_FALSE(words->stem_of(u"xab"));
}

TEST(UserDictionary, WhatAnotherProgramAddedStays) {
    const Folder folder;
    const std::string path = folder / "mine.txt";
    auto first = UserDictionary::open(path);
    auto second = UserDictionary::open(path);
    ASSERT_TRUE(first->add(u"ab"));
    ASSERT_TRUE(second->add(u"cd"));
    EXPECT_TRUE(second->contains(u"ab"));
    EXPECT_FALSE(first->contains(u"cd"));
    ASSERT_TRUE(first->refresh());
    EXPECT_TRUE(first->contains(u"cd"));
    std::ofstream{path, std::ios::app} << "a b\n";
    EXPECT_FALSE(first->refresh());
    EXPECT_TRUE(first->contains(u"cd"));
}

TEST(UserDictionary, ProgramsAtOnceLoseNothing) {
    const Folder folder;
    const std::string path = folder / "mine.txt";
    constexpr int programs = 4, words = 25;
    std::vector<pid_t> children;
    for (int program = 0; program < programs; ++program) {
        const pid_t child = ::fork();
        if (child == 0) {
            auto mine = UserDictionary::open(path);
            bool added = mine.has_value();
            for (int n = 0; added && n < words; ++n) {
                const std::string word = "w" + std::to_string(program) + "-" + std::to_string(n);
                added = mine->add(to_utf16(word).value()).has_value();
            }
            ::_exit(added ? 0 : 1);
        }
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = -1;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    EXPECT_EQ(UserDictionary::open(path)->words().size(), static_cast<std::size_t>(programs * words));
}

TEST(UserDictionary, LinesComeBack) {
    EXPECT_TRUE(rc::check([] {
        const auto bytes = *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab#\t \r\n\xE1\xA0\x80"}));
        const auto words = UserDictionary::from_text(bytes);
        if (!words) return;
        const auto again = UserDictionary::from_text(words->text());
        RC_ASSERT(again.has_value());
        RC_ASSERT(again->words() == words->words());
        RC_ASSERT(again->text() == words->text());
    }));
}

}  // namespace
}  // namespace bichig::spell
