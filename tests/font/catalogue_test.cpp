// Tests of the catalogue: roles, names in every language, what stands in, bold, fonts in memory, and damaged files.
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <unistd.h>

#include <gtest/gtest.h>

#include <bichig/base/file.h>
#include <bichig/font/catalogue.h>

namespace bichig::font {
namespace {

namespace fs = std::filesystem;

const Catalogue& staged() {
    static const auto opened = Catalogue::open(BICHIG_FONT_FOLDER);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *opened;
}

std::shared_ptr<const std::string> bytes_of(const std::string& file) {
    auto bytes = read_file(std::string(BICHIG_FONT_FOLDER) + "/" + file);
    if (!bytes) throw std::runtime_error(describe(bytes.error()));
    return std::make_shared<const std::string>(std::move(*bytes));
}

/// A folder of its own for each test, removed at its end.
class CatalogueFolder : public testing::Test {
protected:
    CatalogueFolder() : folder_{fs::path(testing::TempDir()) / ("bichig-fonts-" + std::to_string(::getpid()))} {
        fs::create_directories(folder_);
    }
    ~CatalogueFolder() override { fs::remove_all(folder_); }
    void copy(const std::string& file) const { fs::copy(fs::path(BICHIG_FONT_FOLDER) / file, folder_ / file); }
    /// The staged folder by links, so that one file can be changed.
    void link_all() const {
        for (const CatalogueEntry& entry : catalogue_entries()) {
            const fs::path link = folder_ / entry.file;
            if (!fs::exists(link)) fs::create_symlink(fs::path(BICHIG_FONT_FOLDER) / entry.file, link);
        }
    }
    const fs::path folder_;
};

TEST(Catalogue, EveryRoleHasTheFaceOfItsRow) {
    for (const CatalogueEntry& entry : catalogue_entries()) {
        if (entry.weight != regular_weight) continue;
        EXPECT_EQ(staged().font(entry.role).family(), entry.family) << name(entry.role);
        EXPECT_EQ(role_named(name(entry.role)), entry.role);
    }
    EXPECT_FALSE(role_named("no-such-role"));
}

TEST(Catalogue, RolesHaveTheLettersTheyAreFor) {
    EXPECT_NE(staged().font(Role::cyrillic).glyph(U'\u04E9'), 0u);
    EXPECT_NE(staged().font(Role::tibetan).glyph(U'\u0F40'), 0u);
    EXPECT_TRUE(staged().font(Role::tibetan).shapes_script("tibt"));
    EXPECT_NE(staged().font(Role::phags_pa).glyph(U'\uA840'), 0u);
    EXPECT_NE(staged().font(Role::colour_emoji).glyph(U'\U0001F600'), 0u);
    EXPECT_TRUE(staged().font(Role::mongolian).joins_mongolian());
    EXPECT_FALSE(staged().font(Role::latin).joins_mongolian());
}

TEST(Catalogue, AFaceIsFoundByEachOfItsNames) {
    Diagnostics diagnostics;
    const auto family_of = [&](const std::string& name) {
        return staged().find({name, regular_weight, false, Role::latin}, diagnostics).font.family();
    };
    EXPECT_EQ(family_of("noto sans MONGOLIAN"), "Noto Sans Mongolian");
    EXPECT_EQ(family_of("NotoSansMongolian-Regular"), "Noto Sans Mongolian");
    // The Fandol faces have Chinese names of their own in their name tables.
    std::vector<std::string> names = staged().font(Role::han_kai).names();
    ASSERT_GT(names.size(), 1u);
    for (const std::string& name : names) EXPECT_EQ(family_of(name), "FandolKai") << name;
    EXPECT_TRUE(diagnostics.empty());
}

TEST(Catalogue, NamesOfGovernmentDocumentsAreStoodInForAndSaid) {
    const std::vector<std::pair<std::string, Role>> rows{
        {"仿宋_GB2312", Role::han_fangsong}, {"FangSong", Role::han_fangsong}, {"仿宋", Role::han_fangsong},
        {"方正小标宋简体", Role::han_title}, {"方正小标宋_GBK", Role::han_title}, {"黑体", Role::han_hei},
        {"SimHei", Role::han_hei},           {"楷体_GB2312", Role::han_kai},   {"KaiTi", Role::han_kai},
        {"宋体", Role::han_song},            {"SimSun", Role::han_song},       {"Mongolian Baiti", Role::mongolian},
        {"Menk Qagan Tig", Role::mongolian}, {"Menksoft2012", Role::mongolian}, {"Oyun Qagan Tig", Role::mongolian},
        {"MongolianScript", Role::mongolian}, {"Times New Roman", Role::latin}};
    for (const auto& [name, role] : rows) {
        Diagnostics diagnostics;
        const Match match = staged().find({name, regular_weight, false, Role::emoji}, diagnostics);
        EXPECT_TRUE(match.substituted) << name;
        EXPECT_EQ(match.font.family(), staged().font(role).family()) << name;
        ASSERT_EQ(diagnostics.items.size(), 1u) << name;
        EXPECT_EQ(diagnostics.items[0].id, "font-substituted");
        EXPECT_NE(diagnostics.items[0].message.find("\"" + name + "\""), std::string::npos);
    }
    Diagnostics diagnostics;
    EXPECT_EQ(staged().find({"Nobody Knows", 400, false, Role::tibetan}, diagnostics).font,
              staged().font(Role::tibetan));
    EXPECT_EQ(diagnostics.items.size(), 1u);
}

TEST(Catalogue, BoldIsAFaceOfTheFamilyOrElseAStroke) {
    const Font latin = staged().font(Role::latin, bold_weight);
    EXPECT_EQ(latin.postscript_name(), "LiberationSerif-Bold");
    EXPECT_FALSE(latin.synthetic_bold());
    const Font mongolian = staged().font(Role::mongolian, bold_weight);
    EXPECT_TRUE(mongolian.synthetic_bold());
    EXPECT_EQ(mongolian.identity(), staged().font(Role::mongolian).identity());
    EXPECT_NE(mongolian, staged().font(Role::mongolian));
    EXPECT_FALSE(staged().font(Role::mongolian, regular_weight).synthetic_bold());
    EXPECT_FALSE(staged().font(Role::han_title, bold_weight).synthetic_bold());
    EXPECT_FALSE(staged().font(Role::colour_emoji, bold_weight).synthetic_bold());
    Diagnostics diagnostics;
    EXPECT_TRUE(staged().find({"Noto Sans Mongolian", bold_weight}, diagnostics).font.synthetic_bold());
    ASSERT_EQ(diagnostics.items.size(), 1u);
    EXPECT_EQ(diagnostics.items[0].id, "synthetic-bold");
}

TEST(Catalogue, AFontInMemoryServesARoleThatItIsChosenFor) {
    CatalogueOptions options;
    options.staged = BICHIG_FONT_FOLDER;
    options.memory = {{bytes_of("NotoSerifTibetan-Bold.ttf"), "mine"}, {bytes_of("licences/fandol/COPYING"), "none"}};
    options.roles = {{Role::mongolian_title, "NotoSerifTibetan-Bold"}, {Role::han_song, "楷体"}};
    Diagnostics diagnostics;
    const auto catalogue = Catalogue::open(options, diagnostics);
    ASSERT_TRUE(catalogue.has_value()) << describe(catalogue.error());
    EXPECT_EQ(catalogue->font(Role::mongolian_title).postscript_name(), "NotoSerifTibetan-Bold");
    EXPECT_EQ(catalogue->font(Role::han_song).family(), "FandolKai");
    EXPECT_EQ(catalogue->faces().front().file, "mine");
    ASSERT_EQ(diagnostics.items.size(), 2u);
    EXPECT_EQ(diagnostics.items[0].id, "font-unreadable");
    EXPECT_EQ(diagnostics.items[1].id, "font-substituted");
    options.roles = {{Role::latin, "Nobody Knows"}};
    const auto refused = Catalogue::open(options, diagnostics);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

TEST(Catalogue, SystemFontsAddNamesButChangeNoRole) {
    CatalogueOptions options;
    options.staged = BICHIG_FONT_FOLDER;
    options.system_fonts = true;
    Diagnostics diagnostics;
    const auto catalogue = Catalogue::open(options, diagnostics);
    ASSERT_TRUE(catalogue.has_value()) << describe(catalogue.error());
    for (std::size_t role = 0; role < role_count; ++role) {
        EXPECT_EQ(catalogue->font(static_cast<Role>(role)).names(), staged().font(static_cast<Role>(role)).names());
    }
    // A family that the staged folder has is never taken from the system, in whatever version or weight that has it.
    EXPECT_TRUE(catalogue->font(Role::mongolian, bold_weight).synthetic_bold());
    const Match match = catalogue->find({"Noto Sans Mongolian"}, diagnostics);
    EXPECT_EQ(match.font.glyph(U'\u180F'), staged().font(Role::mongolian).glyph(U'\u180F'));
    bool system_only = false;
    for (const FaceInfo& face : catalogue->faces()) {
        EXPECT_FALSE(system_only && !face.system) << "faces of the system come last";
        system_only = face.system;
        EXPECT_FALSE(face.names.empty() && face.system) << face.file;
    }
}

TEST(Catalogue, AFaceThatCoversCharactersIsFound) {
    EXPECT_EQ(staged().covering(U"\u0F40\u0F41")->family(), "Noto Serif Tibetan");
    EXPECT_FALSE(staged().covering(U"\u0F40\u10400"));
}

TEST(Catalogue, ManyThreadsMayUseOne) {
    const auto opened = Catalogue::open(BICHIG_FONT_FOLDER);
    ASSERT_TRUE(opened.has_value());
    std::vector<std::thread> threads;
    std::vector<std::string> answers(4);
    for (std::string& answer : answers) {
        threads.emplace_back([&opened, &answer, copy = *opened] {
            Diagnostics diagnostics;
            for (std::size_t role = 0; role < role_count; ++role) {
                const Font& font = copy.font(static_cast<Role>(role));
                answer += font.postscript_name() + std::to_string(font.metrics().central_baseline.count()) +
                          (font.joins_mongolian() ? "j" : "n");
            }
            answer += opened->find({"SimHei", bold_weight}, diagnostics).font.family();
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& answer : answers) EXPECT_EQ(answer, answers[0]);
}

TEST_F(CatalogueFolder, AMissingStagedFileNamesItsPackage) {
    copy("NotoSansMongolian_400Regular.ttf");
    const auto opened = Catalogue::open(folder_.string());
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, ErrorCode::not_found);
    EXPECT_NE(opened.error().hint.find("texlive-lang-chinese"), std::string::npos);
}

TEST_F(CatalogueFolder, AStagedFileThatIsNoFontIsAnError) {
    link_all();
    fs::remove(folder_ / "LiberationSerif-Regular.ttf");
    std::ofstream(folder_ / "LiberationSerif-Regular.ttf") << "no font";
    const auto opened = Catalogue::open(folder_.string());
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, ErrorCode::invalid_input);
    EXPECT_NE(describe(opened.error()).find("LiberationSerif-Regular.ttf"), std::string::npos);
}

TEST_F(CatalogueFolder, AFolderMayHoldAnyFonts) {
    fs::create_directories(folder_ / "sub");
    fs::copy(fs::path(BICHIG_FONT_FOLDER) / "NotoSansPhagsPa-Regular.ttf", folder_ / "sub" / "any name.TTF");
    std::ofstream(folder_ / "broken.ttf") << "no font";
    CatalogueOptions options;
    options.staged = BICHIG_FONT_FOLDER;
    options.folders = {folder_.string()};
    Diagnostics diagnostics;
    const auto opened = Catalogue::open(options, diagnostics);
    ASSERT_TRUE(opened.has_value()) << describe(opened.error());
    EXPECT_EQ(opened->faces().front().file, (folder_ / "sub" / "any name.TTF").string());
    ASSERT_EQ(diagnostics.items.size(), 1u);
    EXPECT_EQ(diagnostics.items[0].where.file, (folder_ / "broken.ttf").string());
    options.folders = {(folder_ / "not there").string()};
    EXPECT_FALSE(Catalogue::open(options, diagnostics).has_value());
}

}  // namespace
}  // namespace bichig::font
