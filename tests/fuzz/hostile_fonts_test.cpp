// Damaged fonts neither crash nor hang: each mutant of a staged font is used in a process of its own.
#include <cstdlib>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bichig/base/file.h>

#include "fuzz/exercise_font.h"
#include "fuzz/font_mutants.h"

namespace bichig::fuzz {
namespace {

constexpr unsigned seconds_for_a_font = 20;  // a good font takes a hundredth of one; sanitizers make it slower

std::string staged(const std::string& file) {
    std::string path = BICHIG_FONT_FOLDER "/";
    path += file;
    auto bytes = read_file(path);
    EXPECT_TRUE(bytes.has_value()) << file;
    return bytes.value_or(std::string{});
}

enum class Use { taken, refused, died };

/// Uses the font in a child, which is ended when its time is over.
Use use(std::string font, const std::vector<font::Font>& known = {}) {
    const std::string pdf = testing::TempDir() + "/bichig-hostile-" + std::to_string(::getpid()) + ".pdf";
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(seconds_for_a_font);
        const bool taken = exercise_font(std::make_shared<const std::string>(std::move(font)), pdf, known);
        ::_exit(taken ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::unlink(pdf.c_str());
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) return Use::died;
    return WEXITSTATUS(status) == 0 ? Use::taken : Use::refused;
}

TEST(HostileFonts, NoMutantCrashesOrHangs) {
    int refused = 0;
    int taken = 0;
    for (const char* file : {"NotoSansMongolian_400Regular.ttf", "NotoSansPhagsPa-Regular.ttf",
                             "LiberationSerif-Regular.ttf", "NotoEmoji_400Regular.ttf"}) {
        const std::string font = staged(file);
        ASSERT_EQ(use(font), Use::taken) << file;
        for (std::uint32_t seed = 0; seed < 50; ++seed) {
            const Use how = use(font_mutant(font, seed));
            EXPECT_NE(how, Use::died) << file << ", mutant " << seed;
            ++(how == Use::taken ? taken : refused);
        }
    }
    EXPECT_EQ(taken + refused, 200);
    // The mutants are neither all harmless nor all so broken that nothing past the head of the file is tried.
    EXPECT_GT(taken, 100);
    EXPECT_GT(refused, 0);
}

TEST(HostileFonts, OutlinesOfMutantsAreComparedWithAKnownFont) {
    const std::string font = staged("NotoSansMongolian_400Regular.ttf");
    const auto known = font::Font::from_memory(std::make_shared<const std::string>(font));
    ASSERT_TRUE(known);
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        EXPECT_NE(use(font_mutant(font, seed), {*known}), Use::died) << "mutant " << seed;
    }
}

TEST(HostileFonts, AGlyphNumberPastTheLastIsNoGlyph) {
    // The character map in its longest form (format 12) can name any number: each group is moved far past the end.
    std::string font = staged("NotoEmoji_400Regular.ttf");
    const TablePlace cmap = find_table(font, "cmap");
    bool moved = false;
    for (std::uint32_t i = 0; i < big_endian(font, cmap.offset + 2, 2); ++i) {
        const std::size_t subtable = cmap.offset + big_endian(font, cmap.offset + 8 + std::size_t{i} * 8, 4);
        if (big_endian(font, subtable, 2) != 12) continue;
        const std::uint32_t groups = big_endian(font, subtable + 12, 4);
        for (std::size_t group = 0; group < groups; ++group) {
            set_big_endian(font, subtable + 16 + group * 12 + 8, 4, 0x40000000u + static_cast<std::uint32_t>(group));
        }
        moved = true;
    }
    ASSERT_TRUE(moved);
    EXPECT_EQ(use(font), Use::taken);
    const auto opened = font::Font::from_memory(std::make_shared<const std::string>(font));
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(opened->glyph(U'\U0001F600'), 0u);
}

TEST(HostileFonts, EmptyAndForeignBytesAreRefused) {
    EXPECT_EQ(use(""), Use::refused);
    EXPECT_EQ(use(std::string(1 << 16, '\0')), Use::refused);
    EXPECT_EQ(use("%PDF-1.7\n"), Use::refused);
    std::string collection = "ttcf";  // of as many faces as can be counted, none of which is there
    collection.resize(64, '\xFF');
    EXPECT_EQ(use(collection), Use::refused);
}

TEST(HostileFonts, AFileOverTheLimitIsRefusedUnread) {
    // A sparse file: it has the size and takes no room.
    const std::string path = testing::TempDir() + "/bichig-large-" + std::to_string(::getpid()) + ".ttf";
    FILE* file = std::fopen(path.c_str(), "wb");
    ASSERT_NE(file, nullptr);
    ASSERT_EQ(::ftruncate(::fileno(file), static_cast<off_t>(font::largest_font_file) + 1), 0);
    std::fclose(file);
    const auto opened = font::Font::open(path);
    ::unlink(path.c_str());
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(opened.error().message, "font file is larger than 256 MiB");
}

}  // namespace
}  // namespace bichig::fuzz
