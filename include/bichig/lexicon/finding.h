// What is wrong, or worth a look, in the source of a dictionary: with its place, a hint and, where it is safe, a fix.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace bichig::lexicon {

/// How much a finding matters.
enum class Severity : std::uint8_t {
    error,    ///< the row cannot be used: no dictionary is built
    warning,  ///< probably wrong: the dictionary is built
    note      ///< worth a look
};

/// "error", "warning" or "note".
std::string_view name(Severity severity);

/// A new value for one cell of a table of the source. Value.
struct Fix {
    std::string table;         ///< the path of the table in the folder of the source ("entries/nouns.tsv")
    std::uint32_t row = 0;     ///< the row in the table, from 0; comments and the header do not count
    std::uint32_t column = 0;  ///< the column, from 0
    std::string value;         ///< what the cell becomes
};

/// One finding. Value.
struct Finding {
    Severity severity = Severity::error;
    std::string id;       ///< stable name of the check, such as "duplicate-key"
    std::string message;  ///< what was found, in one line of UTF-8
    std::string hint;     ///< what to do about it
    Place where;          ///< file, line, column; the name of the table's column as detail
    std::optional<Fix> fix;
};

using Findings = std::vector<Finding>;

/// "FILE:LINE:COLUMN: what was found (what to do) [id]" in one line.
std::string describe(const Finding& finding);

/// Whether one of `findings` is an error.
bool has_errors(const Findings& findings);

/// The first error of `findings` as an Error that also says how many there are (has_errors(findings)).
Error first_error(const Findings& findings);

}  // namespace bichig::lexicon
