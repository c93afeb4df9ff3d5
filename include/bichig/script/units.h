// What Mongolian text looks like without any font: its written units, and why each letter is drawn as it is (UTN #57).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/script/writing_system.h>

namespace bichig::script {

/// Whose rules decide where UTN #57 and GB/T 25914-2023 (as its published suite has it) differ.
enum class Profile : std::uint8_t { utn57, gb25914 };

/// "utn57" or "gb25914".
std::string_view name(Profile profile);
/// The profile with this name, or none.
std::optional<Profile> profile_named(std::string_view name);

/// One thing that is drawn: a written unit, a gap, a control that is shown, or a character that is no Mongolian letter.
/// The numbers below 256 are the codes of data/written_units/units.tsv; they never change. Value.
enum class Unit : std::uint32_t {
    wide_gap = 1,          ///< "-": a space, or an MVS or NNBSP before a suffix
    narrow_gap = 2,        ///< "_": the MVS before a separated a or e
    nirugu = 3,            ///< "Ni"
    dangling_left = 4,     ///< "<": the next unit joins to its left, where nothing joins
    dangling_right = 5,    ///< ">": the last unit joins to its right, where nothing joins
    shown_selector_1 = 6,  ///< "Fvs1": a selector that asks for nothing there is
    shown_selector_2 = 7,
    shown_selector_3 = 8,
    shown_selector_4 = 9,
    shown_mvs = 10,    ///< "Mvs": one that separates nothing
    shown_nnbsp = 11,  ///< "Nnbsp": likewise
    first_character = 0x01000000  ///< this and above: the code point of another character, added
};

/// The unit that stands for a character which is no Mongolian letter or control.
constexpr Unit unit_of_character(char32_t character) {
    return static_cast<Unit>(static_cast<std::uint32_t>(Unit::first_character) + character);
}
/// Whether `unit` stands for such a character.
constexpr bool is_character(Unit unit) { return unit >= Unit::first_character; }
/// The character that it stands for (is_character(unit)).
constexpr char32_t character_of(Unit unit) {
    return static_cast<std::uint32_t>(unit) - static_cast<std::uint32_t>(Unit::first_character);
}

/// The units in the notation of the suites of UTN #57: ids with spaces between ("A N _ Aa"). Other characters stand as
/// they are, in UTF-8.
std::string notation(const std::vector<Unit>& units);

/// Where in a joined stretch a letter stands.
enum class Position : std::uint8_t { isol, init, medi, fina };
/// "isol", "init", "medi" or "fina".
std::string_view name(Position position);

/// The rule of the tables that gave a letter its form; `none` is the default form of its position.
enum class Condition : std::uint8_t {
    chachlag, chachlag_onset, chachlag_onset_gb, devsger, dotless, feminine, feminine_marked, marked, masculine_devsger,
    masculine_onset, onset, particle, post_bowed, post_bowed_feminine, vowel_devsger, none
};
/// The name of the condition in the tables; "default" for none.
std::string_view name(Condition condition);

/// What the selector after a letter does.
enum class SelectorEffect : std::uint8_t {
    none,            ///< there is no selector
    effective,       ///< it changes the form
    without_effect,  ///< the letter would have this form anyway; neighbours may still see the selector
    invalid          ///< the letter has no such form here: the selector is shown
};

/// What is known of one letter. Value.
struct LetterForm {
    TextRange range;      ///< the letter and the first selector after it
    Position position{};  ///< where it stands
    Position shape{};     ///< the position whose shape is drawn
    Condition condition = Condition::none;  ///< what chose the form, selectors aside
    std::uint8_t selector = 0;              ///< the first selector after it, 1–4; 0 if there is none
    SelectorEffect effect{};
    std::uint8_t variant = 0;      ///< the selector that names the form, 0–4
    bool of_the_system = true;     ///< false: a letter of another writing system, drawn without rules
    std::uint32_t unit_begin = 0;  ///< the units [unit_begin, unit_end) of UnitAnalysis::units
    std::uint32_t unit_end = 0;
};

/// Units of a text and the letters they come from. Value.
struct UnitAnalysis {
    WritingSystem system{};
    std::vector<LetterForm> letters;
    std::vector<Unit> units;
};

/// How to analyse.
struct UnitOptions {
    Profile profile = Profile::gb25914;
    std::optional<WritingSystem> system;  ///< by default that of the letters (writing_system_of)
};

/// The letters of `text` and what is drawn. Total: any UTF-16, lone surrogates included, has an answer. Any thread.
UnitAnalysis analyze(std::u16string_view text, const UnitOptions& options = {});
/// The same into `out`, whose memory is used again.
void analyze(std::u16string_view text, const UnitOptions& options, UnitAnalysis& out);

/// Appends only the units of `text` to `out`: the fast way.
void append_units(std::u16string_view text, const UnitOptions& options, std::vector<Unit>& out);
/// The units of `text`.
std::vector<Unit> units(std::u16string_view text, const UnitOptions& options = {});

/// The short name of a letter in UTN #57 ("ue" for U+1826 in Hudum); empty if `system` has no such letter.
std::string_view alias(WritingSystem system, char32_t character);
/// The character that `alias` names in `system`: a letter, or "mvs", "nnbsp", "nirugu", "zwj", "zwnj", "space",
/// "fvs1" to "fvs4"; or none.
std::optional<char32_t> character_of_alias(WritingSystem system, std::string_view alias);

}  // namespace bichig::script
