// The fonts by role. Made by fonts/generate.py from catalogue.toml, which says where they come from.
#include <bichig/font/catalogue.h>

namespace bichig::font {

namespace {

constexpr std::array<std::string_view, role_count> role_names{{
    "mongolian",
    "mongolian-title",
    "han-fangsong",
    "han-song",
    "han-hei",
    "han-kai",
    "han-title",
    "latin",
    "emoji",
    "fallback",
}};

constexpr std::array<CatalogueEntry, role_count> entries{{
    {Role::mongolian, "Noto Sans Mongolian", "NotoSansMongolian_400Regular.ttf",
     0,
     "npm @expo-google-fonts/noto-sans-mongolian 0.4.1",
     "7c0edce49dfc23a2f7b5697df7d73b0dad24c8bb751a1ea1a4b9b59fc849f481",
     "OFL-1.1"},
    {Role::mongolian_title, "Noto Sans Mongolian", "NotoSansMongolian_400Regular.ttf",
     0,
     "npm @expo-google-fonts/noto-sans-mongolian 0.4.1",
     "7c0edce49dfc23a2f7b5697df7d73b0dad24c8bb751a1ea1a4b9b59fc849f481",
     "OFL-1.1"},
    {Role::han_fangsong, "FandolFang", "FandolFang-Regular.otf",
     0,
     "Debian texlive-lang-chinese 2022.20230122-1",
     "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9",
     "GPL-3.0-or-later with font exception"},
    {Role::han_song, "FandolSong", "FandolSong-Regular.otf",
     0,
     "Debian texlive-lang-chinese 2022.20230122-1",
     "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0",
     "GPL-3.0-or-later with font exception"},
    {Role::han_hei, "FandolHei", "FandolHei-Regular.otf",
     0,
     "Debian texlive-lang-chinese 2022.20230122-1",
     "4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28",
     "GPL-3.0-or-later with font exception"},
    {Role::han_kai, "FandolKai", "FandolKai-Regular.otf",
     0,
     "Debian texlive-lang-chinese 2022.20230122-1",
     "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827",
     "GPL-3.0-or-later with font exception"},
    {Role::han_title, "Noto Serif CJK SC", "NotoSerifCJK-Bold.ttc",
     2,
     "Debian fonts-noto-cjk 1:20220127+repack1-1",
     "a5d4b046c127da3d7c72f98b46c41489cd29bf52abfdf18aba920903e920d4ac",
     "OFL-1.1"},
    {Role::latin, "Liberation Serif", "LiberationSerif-Regular.ttf",
     0,
     "Debian fonts-liberation2 2.1.5-1",
     "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba",
     "OFL-1.1"},
    {Role::emoji, "Noto Emoji", "NotoEmoji_400Regular.ttf",
     0,
     "npm @expo-google-fonts/noto-emoji 0.4.7",
     "24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504",
     "OFL-1.1"},
    {Role::fallback, "Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc",
     2,
     "Debian fonts-noto-cjk 1:20220127+repack1-1",
     "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481",
     "OFL-1.1"},
}};

}  // namespace

std::string_view name(Role role) { return role_names[static_cast<std::size_t>(role)]; }

std::span<const CatalogueEntry> catalogue_entries() { return entries; }

}  // namespace bichig::font
