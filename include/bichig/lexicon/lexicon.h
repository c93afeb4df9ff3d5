// A dictionary ready to use: entries whose letters, harmony and suffixes are known, and every form that they make.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/source.h>
#include <bichig/script/suffixes.h>

namespace bichig::lexicon {

/// Parts of speech.
enum class PartOfSpeech : std::uint8_t {
    noun,
    verb,
    adjective,
    pronoun,
    numeral,
    adverb,
    postposition,
    conjunction,
    particle,
    interjection,
    name,
    abbreviation
};
inline constexpr std::size_t part_of_speech_count = 12;
/// "noun", "verb", …
std::string_view name(PartOfSpeech pos);
std::optional<PartOfSpeech> part_of_speech_named(std::string_view name);

/// What a native reader said of a row. A rejected row makes no form.
enum class Status : std::uint8_t { unreviewed, reviewed, disputed, rejected };
/// "unreviewed", "reviewed", "disputed", "rejected".
std::string_view name(Status status);
std::optional<Status> status_named(std::string_view name);

/// What a chain of suffixes does to the end of a stem. Value.
struct Tail {
    std::uint16_t strip = 0;  ///< code units that go from the end of the stem
    std::u16string append;
    std::vector<std::uint16_t> chain;  ///< the suffixes, indexes of Lexicon::suffix_ids()
    bool operator==(const Tail&) const = default;
};

/// All tails that one group gives to stems of one kind. Value.
struct AffixClass {
    std::uint16_t group = 0;  ///< index of Source::groups
    script::Gender gender{};
    script::Ending ending{};
    std::vector<Tail> tails;
};

/// A row of the source that makes forms. Value.
struct Entry {
    std::u16string stem;     ///< in Mongolian letters
    std::uint32_t file = 0;  ///< index of Source::entries
    std::uint32_t row = 0;
    PartOfSpeech pos{};
    Status status{};
    script::Gender gender{};
    script::Ending ending{};
    bool foreign = false;
    bool stem_is_word = true;
    std::uint32_t frequency = 0;
    std::vector<std::uint32_t> classes;  ///< indexes of Lexicon::classes()
};

/// A form of an entry, as Lexicon::for_each_form shows it: `text` is valid during the call alone. Value.
struct FormView {
    std::u16string_view text;
    const Tail* tail = nullptr;  ///< nullptr for the stem alone
};

/// A dictionary. Shared resource: immutable, cheap to copy, any thread.
class Lexicon {
public:
    /// The source it was made of.
    const Source& source() const;
    const std::vector<Entry>& entries() const;
    const std::vector<AffixClass>& classes() const;
    /// The names of the suffixes, in the order in which they first stand in the table.
    const std::vector<std::string>& suffix_ids() const;

    /// Whether a stem takes the form of this row of Source::suffixes.
    bool is_suffix_row_used(std::size_t row) const;

    /// A cell of the row of an entry.
    std::string_view cell(const Entry& entry, Column column) const;
    /// Where the row of an entry stands.
    Place place(const Entry& entry, Column column = Column::stem) const;
    /// The tier of an entry, as an index of Manifest::tiers, or none.
    std::string_view tier(const Entry& entry) const;

    /// Calls `handle` with each form of `entry`: the stem, if it is a word, then the tails of its classes. Two tails
    /// may make the same form. Suffixes follow U+180E.
    void for_each_form(const Entry& entry, const std::function<void(const FormView&)>& handle) const;
    /// How many times for_each_form would call.
    std::size_t count_forms(const Entry& entry) const;

    struct State;
    explicit Lexicon(std::shared_ptr<const State> state) : state_{std::move(state)} {}

private:
    std::shared_ptr<const State> state_;
};

/// Makes a dictionary of `source`. Rows that cannot be used are left out, each with a finding of severity error:
/// unknown ids, letters that the transliteration does not have, suffix tables with a gap or with two forms for one
/// ending, groups that follow one another in a circle. Total. `findings` are appended to.
Lexicon compile(std::shared_ptr<const Source> source, Findings& findings);

/// read_source and compile; fails with the first error finding.
Result<Lexicon> open_lexicon(const std::string& folder);

/// "yabugsan_u" as letters, or none when `latin` has a character that the transliteration does not know, or invisible
/// ones. Mongolian letters and spaces are refused too.
std::optional<std::u16string> letters_of(std::string_view latin);
/// Mongolian letters in Latin; letters_of(latin_of(text)) is `text` for every text of letters, selectors and MVS.
std::string latin_of(std::u16string_view text);

}  // namespace bichig::lexicon
