// Checks words of text: what is wrong with each, and what may be meant.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/spell/dictionary.h>
#include <bichig/spell/user_dictionary.h>

namespace bichig::spell {

/// What is wrong with a word.
enum class FaultClass : std::uint8_t {
    encoding,  ///< it looks right and is written with other letters
    suffix,    ///< its suffix: connector, letters, harmony, the choice of d or t
    spelling,  ///< it is not in the dictionary, and no Mongolian word is built so or a word of the dictionary is meant
    unknown,   ///< it is not in the dictionary, but well formed: no fault by itself
    name,      ///< likewise, and it looks like a name or an abbreviation: no fault by itself
    mixed      ///< letters of several scripts in one word, or codes of a legacy encoding
};
/// The number of classes.
inline constexpr unsigned fault_class_count = 6;

/// "encoding", "suffix", "spelling", "unknown", "name", "mixed".
std::string_view name(FaultClass fault);
/// The class with this name, or none.
std::optional<FaultClass> fault_class_named(std::string_view name);
/// Whether a finding of the class is a fault by itself: all but unknown and name.
bool is_fault(FaultClass fault);

/// Something that may be meant. Value.
struct Suggestion {
    std::u16string text;  ///< in the standard encoding: replaces the range of the finding
    /// What the difference costs, in hundredths of an ordinary one; less is better. The same shape costs 0. Else it is
    /// the less of two: what the letters cost (a letter for another 45 to 110, by how alike they are; one too many 95,
    /// one missing 75, two exchanged 70, a control 20 to 40), and what the written units cost (UnitWeights) plus 30.
    /// For a form that was counted f times 3 × log2(1 + f) is taken off, rounded up to whole steps, at most 30. A
    /// suffix that is joined costs 40; a suggestion of Hunspell 250 and more.
    int cost = 0;

    bool operator==(const Suggestion&) const = default;
};

/// One finding. Value.
struct Finding {
    TextRange range;  ///< the word; for a suffix after a space the word before it too
    FaultClass fault = FaultClass::unknown;
    std::string_view id;      ///< stable name of the reason, such as "old-connector"; static storage
    std::string_view reason;  ///< the reason in one line; static storage
    bool certain = false;     ///< whether the first suggestion can be taken unseen
    std::vector<Suggestion> suggestions;  ///< the best first

    bool operator==(const Finding&) const = default;
};

/// Called before a search and every few words, with how far the check came; false ends it there, as a stop does.
using CheckProgress = std::function<bool(TextIndex done)>;

/// How to check.
struct CheckOptions {
    bool suggest = true;         ///< whether to look for suggestions that cost a search
    std::size_t limit = 5;       ///< at most so many suggestions for each word, but one
    bool accept_nnbsp = false;   ///< whether NNBSP is right before a suffix, as in text of before 2023
    /// How long the search for suggestions of one word may take.
    std::chrono::microseconds word_budget{2'000};
    /// At most so many different words of one text are searched for; those after them have no suggestions that cost a
    /// search, and are called unknown where only these would tell a spelling.
    std::uint32_t searches = 100'000;
    /// Whether Hunspell is asked for words that nothing else was found for. It does not keep to the budget.
    bool ask_hunspell = false;
    std::stop_token stop{};  ///< ends the check after the word at hand
    CheckProgress progress{};
};

/// What a check found. Value.
struct CheckResult {
    std::vector<Finding> findings;  ///< in the order of the text, without overlap
    std::uint32_t words = 0;        ///< how many Mongolian words, and words of other dictionaries, were looked at
    bool searched = true;        ///< false: CheckOptions::searches ran out
    TextIndex end = 0;              ///< how far the check came: the size of the text, unless it was stopped
};

/// What a checker is made of.
struct CheckerParts {
    std::optional<Dictionary> dictionary;         ///< of Mongolian in the Mongolian script
    std::vector<HunspellDictionary> others;       ///< of other scripts: words whose letters they have are checked too
    std::vector<UserDictionary> user;             ///< personal, of the document, words to ignore
};

/// Checks text. Numbers, Chinese, marks, and letters that no dictionary is for are passed over; a word and its suffixes
/// are one. Total: any UTF-16; time grows with the text. Shared resource.
class Checker {
public:
    explicit Checker(CheckerParts parts);

    /// The findings in `text`.
    CheckResult check(std::u16string_view text, const CheckOptions& options = {}) const;
    /// Whether `word`, a stem with its suffixes, is right.
    bool is_right(std::u16string_view word) const;
    /// What may be meant by `word`, the best first, whether or not it is right.
    std::vector<Suggestion> suggest(std::u16string_view word, const CheckOptions& options = {}) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

}  // namespace bichig::spell
