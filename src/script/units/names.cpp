// Names of systems, profiles, positions, conditions and letters, and the choice of a writing system.
#include <algorithm>
#include <array>
#include <string>

#include <bichig/script/units.h>
#include <bichig/script/writing_system.h>

#include "script/units/engine.h"

namespace bichig::script {

namespace {

constexpr std::array<std::string_view, writing_system_count> system_names = {
    "hudum", "hudum-ali-gali", "todo", "todo-ali-gali", "sibe", "manchu", "manchu-ali-gali"};
constexpr std::array<std::string_view, 2> profile_names = {"utn57", "gb25914"};
constexpr std::array<std::string_view, 4> position_names = {"isol", "init", "medi", "fina"};
constexpr std::array<std::string_view, 16> condition_names = {
    "chachlag", "chachlag_onset",    "chachlag_onset_gb", "devsger", "dotless",  "feminine",   "feminine_marked",
    "marked",   "masculine_devsger", "masculine_onset",   "onset",   "particle", "post_bowed", "post_bowed_feminine",
    "vowel_devsger", "default"};

struct NamedCharacter {
    std::string_view name;
    char32_t character;
};
constexpr std::array<NamedCharacter, 10> controls = {{{"mvs", 0x180E},
                                                      {"nnbsp", 0x202F},
                                                      {"nirugu", 0x180A},
                                                      {"zwj", 0x200D},
                                                      {"zwnj", 0x200C},
                                                      {"space", U' '},
                                                      {"fvs1", 0x180B},
                                                      {"fvs2", 0x180C},
                                                      {"fvs3", 0x180D},
                                                      {"fvs4", 0x180F}}};

}  // namespace

std::string_view name(WritingSystem system) { return system_names[static_cast<unsigned>(system)]; }
std::string_view name(Profile profile) { return profile_names[static_cast<unsigned>(profile)]; }
std::string_view name(Position position) { return position_names[static_cast<unsigned>(position)]; }
std::string_view name(Condition condition) { return condition_names[static_cast<unsigned>(condition)]; }

std::optional<WritingSystem> writing_system_named(std::string_view name) {
    std::string wanted{name};
    std::replace(wanted.begin(), wanted.end(), '_', '-');
    const auto found = std::find(system_names.begin(), system_names.end(), wanted);
    if (found == system_names.end()) return std::nullopt;
    return static_cast<WritingSystem>(found - system_names.begin());
}

std::optional<Profile> profile_named(std::string_view name) {
    const auto found = std::find(profile_names.begin(), profile_names.end(), name);
    if (found == profile_names.end()) return std::nullopt;
    return static_cast<Profile>(found - profile_names.begin());
}

bool has_letter(WritingSystem system, char32_t character) {
    const char32_t in_block = character - tables::block_begin;
    return in_block < tables::block_size && (tables::systems_of_letter[in_block] >> static_cast<unsigned>(system) & 1);
}

WritingSystem writing_system_of(std::u16string_view text) {
    unsigned all = (1u << writing_system_count) - 1;
    std::array<std::uint32_t, writing_system_count> counts{};
    for (const char16_t unit : text) {
        const unsigned in_block = unit - static_cast<unsigned>(tables::block_begin);
        if (in_block >= tables::block_size) continue;
        const unsigned systems = tables::systems_of_letter[in_block];
        if (systems == 0) continue;
        if ((systems & all) != 0) {
            all &= systems;
            continue;
        }
        all = 0;
        break;
    }
    if (all != 0) {
        unsigned first = 0;
        while (!(all >> first & 1)) ++first;
        return static_cast<WritingSystem>(first);
    }
    for (const char16_t unit : text) {
        const unsigned in_block = unit - static_cast<unsigned>(tables::block_begin);
        if (in_block >= tables::block_size) continue;
        for (unsigned i = 0; i < writing_system_count; ++i) counts[i] += tables::systems_of_letter[in_block] >> i & 1;
    }
    return static_cast<WritingSystem>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::string_view alias(WritingSystem system, char32_t character) {
    if (!has_letter(system, character)) return {};
    const tables::System& tables_of_system = tables::systems[static_cast<unsigned>(system)];
    return tables::record_names[tables_of_system.cells[character - tables::block_begin].record];
}

std::optional<char32_t> character_of_alias(WritingSystem system, std::string_view alias_name) {
    for (char32_t i = 0; i < tables::block_size; ++i) {
        if (alias(system, tables::block_begin + i) == alias_name) return tables::block_begin + i;
    }
    for (std::size_t i = 0; i < tables::sign_count; ++i) {
        if (tables::signs[i].id == alias_name) return tables::signs[i].character;
    }
    const auto found = std::find_if(controls.begin(), controls.end(),
                                    [&](const NamedCharacter& control) { return control.name == alias_name; });
    if (found == controls.end()) return std::nullopt;
    return found->character;
}

}  // namespace bichig::script
