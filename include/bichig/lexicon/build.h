// Builds what programs use of a dictionary: Hunspell's two files, the shape index, a notice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// Called while something long goes on: how much of how much is done.
using Progress = std::function<void(std::size_t done, std::size_t all)>;

/// A dictionary in Hunspell's format. Value.
struct HunspellFiles {
    std::string aff;
    std::string dic;
};

/// `lexicon` for Hunspell 1.7 and Nuspell 5: numeric flags, one class of suffixes for each group, gender and end of a
/// stem, each chain of suffixes in full (these programs know only two levels). A suffix stands after U+180E; U+202F is
/// accepted for it (ICONV). The same bytes for the same source.
HunspellFiles hunspell_files(const Lexicon& lexicon);

/// The bytes of the shape index of all forms (bichig/spell/shape_index.h). Errors: invalid_input, with the row, for a
/// form that an index does not take.
Result<std::string> shape_index(const Lexicon& lexicon);

/// What was built. Value.
struct BuildReport {
    std::size_t entries = 0;         ///< rows that make forms
    std::size_t forms = 0;           ///< forms of all entries
    std::size_t distinct_forms = 0;  ///< different ones
    std::size_t classes = 0;         ///< classes of suffixes
    std::vector<std::string> files;  ///< what was written
};

/// Writes ID.aff, ID.dic, ID.shapes and NOTICE into `folder`, which is made if it is not there. Each file appears whole
/// or not at all. The same bytes for the same source. Errors: system.
Result<BuildReport> build(const Lexicon& lexicon, const std::string& folder, const Progress& progress = {});

/// The notice that goes with what is built: title, version, statement, licences and sources of the rows.
std::string notice(const Lexicon& lexicon);

/// Every form once, in the order of their code units.
std::vector<std::u16string> distinct_forms(const Lexicon& lexicon);

}  // namespace bichig::lexicon
