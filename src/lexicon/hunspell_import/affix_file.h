// A Hunspell dictionary in memory: lines in their encoding, classes of affixes, and the flags that mean something.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/hunspell_import.h>
#include <bichig/text/code_page.h>

namespace bichig::lexicon {

using Flag = std::uint32_t;

/// One place of a condition: any of some characters, or any but these. Value.
struct ConditionPlace {
    std::u32string characters;
    bool negated = false;  ///< "." is negated without characters

    bool fits(char32_t character) const { return (characters.find(character) != characters.npos) != negated; }
};

/// A rule of a class. Value.
struct AffixRule {
    std::u32string strip;
    std::u32string affix;
    std::vector<Flag> flags;  ///< continuation classes and flags of the form
    std::vector<ConditionPlace> condition;
    std::uint32_t line = 0;
};

/// A class of affixes. Value.
struct HunspellClass {
    std::string name;  ///< as the file writes it
    bool suffix = true;
    bool crosses = false;
    std::uint32_t line = 0;
    std::size_t claimed = 0;  ///< how many rules its head promises
    std::vector<AffixRule> rules;
};

/// How flags are written.
enum class FlagKind : std::uint8_t { character, two_characters, number };

/// What an affix file says. Value.
struct AffixFile {
    std::optional<text::CodePage> code_page;  ///< none: UTF-8
    FlagKind flag_kind = FlagKind::character;
    std::map<Flag, HunspellClass> suffixes;
    std::map<Flag, HunspellClass> prefixes;
    std::vector<std::vector<Flag>> aliases;
    std::optional<Flag> need_affix, forbidden, only_in_compound, circumfix;
    std::vector<Flag> others;  ///< flags of commands that make no words here, so that they are not unknown
};

/// Calls `handle` with each line of `file` that is not empty, as text, until it fails. Errors: those of the encoding,
/// of length and of NUL, and what `handle` returns.
Result<void> for_each_line(const NamedBytes& file, const std::optional<text::CodePage>& code_page,
                           const std::function<Result<void>(std::u32string_view line, std::uint32_t number)>& handle);

/// The flags in `text`: an alias where the file has such, else as `kind` writes them. Errors: invalid_input at `where`.
Result<std::vector<Flag>> flags_in(std::u32string_view text, const AffixFile& affixes, const Place& where);
/// A flag as the file writes it.
std::string name_of(Flag flag, FlagKind kind);

/// Reads an affix file. Errors and findings: as words_of_hunspell.
Result<AffixFile> read_affixes(const NamedBytes& file, Findings& findings);

/// A class that can follow itself through continuation classes, by the line of its head; none if there is none.
std::optional<std::uint32_t> circle_in(const AffixFile& affixes);

/// How much may still be made. Value.
struct ExpansionLimits {
    std::size_t forms = 0;    ///< of one stem
    std::uint64_t tries = 0;  ///< of rules, counted down
    bool passed = false;      ///< set where there was more
};

/// The forms of a stem with these flags that are words, the stem first, each once.
std::vector<std::u32string> expand(std::u32string_view stem, const std::vector<Flag>& flags, const AffixFile& affixes,
                                   ExpansionLimits& limits);

/// `text` as UTF-16 and as UTF-8.
std::u16string utf16_of(std::u32string_view text);
std::string utf8_of(std::u32string_view text);

}  // namespace bichig::lexicon
