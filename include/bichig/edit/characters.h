// What a text is made of, for those who want to see it: its characters by code and name, and those without ink.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>

namespace bichig::edit {

/// A character of a text. Value.
struct Character {
    TextIndex index = 0;      ///< its first code unit
    char32_t code_point = 0;  ///< a lone surrogate stands for itself
    std::string name{};       ///< as Unicode has it, or "lone surrogate"; empty where it has none

    bool operator==(const Character&) const = default;
};

/// The characters of `text`, one by one. Total; any thread.
std::vector<Character> characters_of(std::u16string_view text);

/// A character that is not seen. Value.
struct Invisible {
    TextIndex index = 0;
    char32_t code_point = 0;
    std::string_view label{};  ///< in a few capital letters: "FVS1", "MVS", "NNBSP", "TAB"; static storage

    bool operator==(const Invisible&) const = default;
};

/// The characters of `text` that have no ink: selectors, connectors, joiners, spaces, line ends, controls of
/// direction, and what else is a control. Total; any thread.
std::vector<Invisible> invisibles_of(std::u16string_view text);

/// The label of such a character; empty for one that is seen.
std::string_view invisible_label(char32_t code_point);

}  // namespace bichig::edit
