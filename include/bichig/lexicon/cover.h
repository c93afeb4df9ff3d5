// How much of a corpus a dictionary knows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// What a dictionary says of a word.
enum class Known : std::uint8_t {
    known,       ///< it has the form
    same_shape,  ///< it has a form that looks the same: the word is probably wrongly encoded
    known_stem,  ///< it has what stands before the first connector, but not with these suffixes
    unknown
};
/// "known", "same-shape", "known-stem" or "unknown".
std::string_view name(Known known);
inline constexpr std::size_t known_count = 4;

/// A word of the corpus that is not known. Value.
struct UnknownWord {
    std::u16string word;
    std::size_t count = 0;
    Known why{};
    std::u16string suggestion;  ///< the form that looks the same
    Place first;                ///< where it was met first
};

/// A file of the corpus. Value.
struct CoveredFile {
    std::string name;
    std::size_t tokens = 0;
    std::size_t known = 0;
};

/// What was counted. Value.
struct Coverage {
    std::size_t tokens = 0;                           ///< Mongolian words, suffixes with their stem
    std::size_t types = 0;                            ///< different ones
    std::array<std::size_t, known_count> by_known{};  ///< tokens
    std::array<std::size_t, known_count> types_by_known{};
    std::array<std::size_t, part_of_speech_count> by_pos{};  ///< known tokens, by the first entry that makes the form
    std::vector<std::size_t> by_entry;  ///< known tokens, as Lexicon::entries(), by the first entry that makes the form
    std::size_t legacy_characters = 0;  ///< private-use characters: glyph codes that have to be converted first
    std::vector<CoveredFile> files;
    std::vector<UnknownWord> unknown;  ///< all words that are not known, most frequent first, then by code units

    /// The share of tokens that are known; 0 for an empty corpus.
    double share() const { return tokens == 0 ? 0 : static_cast<double>(by_known[0]) / static_cast<double>(tokens); }
};

/// Counts the words of texts. Scratch.
class CoverageCounter {
public:
    explicit CoverageCounter(const Lexicon& lexicon);
    CoverageCounter(CoverageCounter&&) noexcept;
    ~CoverageCounter();

    /// Adds a text of the corpus; `file` names it in the result. A word is a run of letters, selectors and connectors
    /// of the script; U+202F and U+180E before a suffix are the same.
    void add(std::u16string_view text, const std::string& file);
    Coverage finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace bichig::lexicon
