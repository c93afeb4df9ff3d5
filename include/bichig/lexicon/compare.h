// What two versions of a dictionary have not in common, and forms of one dictionary that look alike.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <bichig/lexicon/build.h>
#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// A form that only one version has. Value.
struct FormChange {
    std::u16string form;
    std::string stem;   ///< in Latin
    std::string chain;  ///< its suffixes, parted by spaces; empty for the stem alone
    bool operator==(const FormChange&) const = default;
};

/// A row of one version, or of both with other values. Value.
struct EntryChange {
    enum class Kind : std::uint8_t { gained, lost, changed };
    Kind kind{};
    std::string stem;  ///< in Latin
    PartOfSpeech pos{};
    struct Cell {
        Column column{};
        std::string before;
        std::string after;
    };
    std::vector<Cell> cells;  ///< of a changed row
};

/// A paradigm that gives other forms than before to stems that have it in both versions. Value.
struct ParadigmChange {
    std::string paradigm;   ///< as rows name it
    std::size_t stems = 0;  ///< how many stems it changes
};

/// What diff() found. Forms are ordered by their code units, rows by stem. Value.
struct Difference {
    std::size_t forms_before = 0;  ///< different forms
    std::size_t forms_after = 0;
    std::vector<FormChange> gained;
    std::vector<FormChange> lost;
    std::vector<EntryChange> entries;
    std::vector<ParadigmChange> paradigms;
    std::vector<std::string> gold_lost;    ///< gold words of either version, in Latin, that `after` newly rejects
    std::vector<std::string> gold_gained;  ///< those that it newly accepts
};

/// The difference of two versions. Total. Time and memory grow with the forms of both.
Difference diff(const Lexicon& before, const Lexicon& after, const Progress& progress = {});

/// A form of a group that looks alike. Value.
struct CollidingForm {
    std::u16string form;
    std::vector<std::string> stems;  ///< in Latin, those that make it
};

/// Forms of one shape and different letters. Value.
struct Collision {
    std::string units;  ///< in the notation of UTN #57
    std::vector<CollidingForm> forms;
};

/// Groups of two and more forms of one shape, ordered by their first form.
std::vector<Collision> collisions(const Lexicon& lexicon, const Progress& progress = {});

}  // namespace bichig::lexicon
