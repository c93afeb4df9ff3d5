// The parts of compile(): the suffix table, and the tails that groups give to stems.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// One allomorph.
struct SuffixRow {
    std::uint8_t endings = 0;              ///< bit 1 << Ending
    std::vector<std::u16string> patterns;  ///< ends of stems; where one fits, the classes are not asked
    std::uint16_t of = 0xFFFF;             ///< bit 1 << PartOfSpeech
    std::array<std::u16string, 2> form;    ///< by Gender
    bool none = false;                     ///< there is no form here
    bool joined = false;                   ///< to the stem, without a connector
    std::u16string drop;
    std::uint32_t row = 0;  ///< in the table
};

struct SuffixTable {
    std::vector<std::string> ids;
    std::vector<std::vector<SuffixRow>> rows;  ///< by id
    std::map<std::string, std::uint16_t, std::less<>> index;
};

/// Reads the table and judges it: each suffix has exactly one form for each ending and part of speech.
SuffixTable read_suffixes(const Source& source, Findings& findings);

/// The suffix row for a stem, or nullptr. `end` is what is known of the end of the stem.
const SuffixRow* choose(const std::vector<SuffixRow>& rows, PartOfSpeech pos, script::Ending ending,
                        std::u16string_view end);

/// Groups as indexes, without those that are wrong.
struct GroupGraph {
    struct Group {
        std::vector<std::uint16_t> suffixes;
        std::vector<std::uint16_t> then;
        bool word = true;
        std::size_t looks_at = 0;  ///< how many letters of the end of a stem matter here and below
        bool usable = true;        ///< false: it lies on a circle
    };
    std::vector<Group> groups;
    std::map<std::string, std::uint16_t, std::less<>> index;
};
GroupGraph read_groups(const Source& source, const SuffixTable& suffixes, Findings& findings);

/// Makes and keeps the classes of stems.
class ClassMaker {
public:
    ClassMaker(const Source& source, const SuffixTable& suffixes, const GroupGraph& graph, Findings& findings)
        : source_{source},
          suffixes_{suffixes},
          graph_{graph},
          findings_{findings},
          used_(source.suffixes.size(), false) {}

    /// The class that `group` gives to a stem, or none when it has no tail.
    std::optional<std::uint32_t> class_of(std::uint16_t group, const Entry& entry);
    std::vector<AffixClass> take() { return std::move(classes_); }
    /// Which rows of the suffix table some stem took.
    std::vector<bool> take_used() { return std::move(used_); }

private:
    const Source& source_;
    const SuffixTable& suffixes_;
    const GroupGraph& graph_;
    Findings& findings_;
    std::vector<bool> used_;
    std::vector<AffixClass> classes_;
    std::unordered_map<std::u16string, std::optional<std::uint32_t>> by_stem_;
    std::unordered_map<std::u16string, std::uint32_t> by_tails_;
};

struct Lexicon::State {
    std::shared_ptr<const Source> source;
    std::vector<std::string> suffix_ids;
    std::vector<AffixClass> classes;
    std::vector<Entry> entries;
    std::vector<bool> used_rows;                                  ///< of the suffix table
    std::vector<std::array<std::uint8_t, column_count>> columns;  ///< by file: where each column stands
};

}  // namespace bichig::lexicon
