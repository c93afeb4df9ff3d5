// The source of a dictionary as a linguist writes it: a folder of tables and of TOML, read but not yet judged.
//
// data/dictionary/README.md describes the folder. What breaks a file as a whole is an Error; what is wrong with single
// rows is found by compile() and lint() (bichig/lexicon/lexicon.h, lint.h), so that all of it is listed at once.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bichig/lexicon/table.h>

namespace bichig::lexicon {

/// The columns of a table of entries, in the order in which they are written.
enum class Column : std::uint8_t {
    stem,
    pos,
    paradigm,
    marks,
    cyrillic,
    norm,
    gloss_zh,
    frequency,
    source,
    evidence,
    licence,
    reviewer,
    status,
    date,
    note
};

/// Their number and their names.
inline constexpr std::size_t column_count = 15;
inline constexpr std::array<std::string_view, column_count> column_names = {
    "stem",   "pos",      "paradigm", "marks",    "cyrillic", "norm", "gloss_zh", "frequency",
    "source", "evidence", "licence",  "reviewer", "status",   "date", "note"};

/// Something that rows name by its id: a tier, a norm, a source, a witness. Value.
struct Named {
    std::string id;
    std::string title;
    std::string licence;  ///< SPDX; may be empty
    std::string url;      ///< may be empty
};

/// A file of entries. Value.
struct EntryFile {
    std::string path;  ///< in the folder of the source, "/" between its parts
    std::string tier;  ///< id of a tier
};

/// What dictionary.toml says. Value.
struct Manifest {
    std::string id;  ///< the name of what is built: ID.aff, ID.dic, ID.shapes
    std::string title;
    std::string version;
    std::string date;
    std::string language;  ///< BCP 47
    std::string licence;   ///< SPDX
    std::string statement;
    std::string homepage;
    std::string suffixes = "suffixes.tsv";
    std::string paradigms = "paradigms.toml";
    std::string glossary;  ///< the paths below are empty where there is no such file
    std::string typos;
    std::string gold;
    std::vector<std::string> notice;
    std::vector<EntryFile> files;
    std::vector<Named> tiers, norms, sources, evidence;
    std::vector<std::string> map;  ///< letters that suggestions may exchange, in Latin ("ou")
    std::vector<std::pair<std::string, std::string>> replacements;  ///< further ones, in Latin
};

/// Suffixes that follow one place in a word. Value.
struct SourceGroup {
    std::string id;
    std::string title;
    std::vector<std::string> suffixes;
    std::vector<std::string> then;  ///< groups that may follow each of its suffixes
    bool word = true;               ///< whether what it makes is a word
    Place where;
};

/// Which groups a stem takes. Value.
struct SourceParadigm {
    std::string id;
    std::string title;
    std::vector<std::string> pos;
    std::vector<std::string> groups;
    bool stem = true;  ///< whether the stem alone is a word
    Place where;
};

/// A source. Value.
struct Source {
    std::string folder;
    Manifest manifest;
    Table suffixes;
    std::vector<SourceGroup> groups;
    std::vector<SourceParadigm> paradigms;
    std::vector<Table> entries;  ///< as Manifest::files
    std::optional<Table> glossary;
    std::optional<Table> typos;
    std::optional<Table> gold;
};

/// Reads the source in `folder`. Errors: not_found and invalid_input, with file, line and column: a file that is not
/// there or lies outside the folder, TOML that is none, a key that is unknown, missing or of another type, a table
/// that Table::parse refuses or that lacks a column.
Result<Source> read_source(const std::string& folder);

/// The same, with the bytes of each file from `file`, which is called with paths in the folder.
Result<Source> read_source(const std::string& folder,
                           const std::function<Result<std::string>(const std::string& path)>& file);

/// Writes every table of `source` whose bytes differ from those of its file. Errors: system; tables before it are
/// written.
Result<std::vector<std::string>> write_tables(const Source& source);

/// The table with this path ("entries/nouns.tsv"), or nullptr.
Table* table_of(Source& source, std::string_view path);

}  // namespace bichig::lexicon
