// How many characters, words and syllables a text has.
#pragma once

#include <cstdint>
#include <string_view>

namespace bichig::text {

/// When marks that Mongolian shares with Chinese count as Mongolian.
enum class SharedMarks : std::uint8_t {
    never,
    beside_mongolian,  ///< closing and stopping marks after Mongolian, opening ones before it
    majority           ///< all of them when more than half of the text is Mongolian, else none
};

struct CountOptions {
    SharedMarks shared_marks = SharedMarks::beside_mongolian;
    /// Letters, words and marks of Todo, Sibe and Manchu count too; the standard names Hudum and Ali Gali alone.
    bool other_systems = true;
    /// 《, ！ and other ordinary forms of the vertical marks of the standard count as these do.
    bool ordinary_marks = true;
};

/// The counts of a text. Value; those of parts that end at a line end add up, for SharedMarks other than `majority`.
struct Counts {
    std::uint64_t characters = 0;             ///< Mongolian ones with their controls, without punctuation
    std::uint64_t characters_with_marks = 0;  ///< the same with punctuation
    std::uint64_t words = 0;                  ///< Mongolian ones; a word with its suffixes is one
    std::uint64_t words_with_marks = 0;       ///< the same, and each mark is one more
    std::uint64_t syllables = 0;              ///< of Mongolian words (script::syllables)
    std::uint64_t han = 0;                    ///< Chinese characters
    std::uint64_t other_words = 0;            ///< words and numbers of other scripts
    std::uint64_t code_points = 0;            ///< all characters, line ends included
    std::uint64_t lines = 0;                  ///< line ends, and what follows the last of them

    Counts& operator+=(const Counts& other);
    bool operator==(const Counts&) const = default;
};

/// Counts `text`. Total: any UTF-16. Any thread. Source: EAC MGC/01-11 for characters and words (data/wordcount/SOURCE
/// names what was chosen where it is silent), MGC/01-10 for syllables; `han` and `other_words` are additions.
Counts count(std::u16string_view text, const CountOptions& options = {});

}  // namespace bichig::text
