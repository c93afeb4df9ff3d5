// Tables that go into spreadsheets, and the keys of their rows.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <bichig/lexicon/source.h>

namespace bichig::lexicon {

inline constexpr std::string_view key_column = "key";
inline constexpr std::string_view file_column = "file";

/// A table of the source and how spreadsheets name it.
struct SharedTable {
    std::string path;
    std::string sheet;  ///< its name in a workbook
    std::string tier;
    bool glossary = false;
    const Table* table = nullptr;
};

/// The tables of entries in the order of the manifest, then the glossary.
std::vector<SharedTable> shared_tables(const Source& source);

/// The key of each row: stem and part of speech, or the term and its translation; a further row of the same key has its
/// number behind.
std::vector<std::string> row_keys(const Table& table);
/// What a row without a key would be called: as in row_keys(), without a number. `cell` gives the cell of a column.
template <class Cell>
std::string natural_key(bool glossary, const Cell& cell) {
    return glossary ? std::string{cell("mongolian")} + " = " + std::string{cell("chinese")}
                    : std::string{cell("stem")} + " " + std::string{cell("pos")};
}

}  // namespace bichig::lexicon
