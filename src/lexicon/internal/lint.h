// The parts of lint(): each file of checks adds its findings through one of these.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include <bichig/lexicon/lint.h>

namespace bichig::lexicon {

/// Where findings go: knows the table, the row and the severity of each check.
class Reporter {
public:
    explicit Reporter(Findings& findings) : findings_{findings} {}

    /// A finding about a cell. `id` is one of lint_checks().
    void cell(const Table& table, std::size_t row, std::size_t column, std::string_view id, std::string message,
              std::string hint);
    /// The same with a new value for the cell; `path` is that of the table in the source.
    void cell(const Table& table, std::size_t row, std::size_t column, std::string_view id, std::string message,
              std::string hint, const std::string& path, std::string value);
    void at(Place where, std::string_view id, std::string message, std::string hint);

private:
    Findings& findings_;
};

/// Every cell of every table: spaces, composition, invisible characters.
void lint_cells(const Source& source, Reporter& reporter);
/// Letters, harmony and syllables of stems, and what the other columns say of them.
void lint_stems(const Lexicon& lexicon, Reporter& reporter);
/// Source, licence, norm, status, date and the like, of entries and glossary.
void lint_provenance(const Source& source, Reporter& reporter);
/// Suffix rows, groups and paradigms that nothing uses.
void lint_suffixes(const Lexicon& lexicon, Reporter& reporter);
/// Glossary, typos and gold words.
void lint_lists(const Lexicon& lexicon, Reporter& reporter);

/// Severity of the check `id`.
Severity severity_of(std::string_view id);

}  // namespace bichig::lexicon
