// The writing systems of the Mongolian script, and which of them a text is in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bichig::script {

/// A writing system of UTN #57. Those of Ali Gali write Sanskrit and Tibetan words with more letters.
enum class WritingSystem : std::uint8_t {
    hudum,
    hudum_ali_gali,
    todo,
    todo_ali_gali,
    sibe,
    manchu,
    manchu_ali_gali
};

/// The number of writing systems.
inline constexpr unsigned writing_system_count = 7;

/// The name as it is written on the command line: "hudum", "hudum-ali-gali", …
std::string_view name(WritingSystem system);

/// The writing system with this name ("-" and "_" alike), or none.
std::optional<WritingSystem> writing_system_named(std::string_view name);

/// The system that has the most letters of `text`; of several, the first in the order of the enumeration. A text
/// without Mongolian letters is Hudum. Total; one pass.
WritingSystem writing_system_of(std::u16string_view text);

/// Whether `character` is a letter of `system` (UTN #57).
bool has_letter(WritingSystem system, char32_t character);

}  // namespace bichig::script
