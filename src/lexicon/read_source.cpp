// Reads the folder of a source: its TOML and its tables.
#include <bichig/lexicon/source.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include <bichig/base/file.h>

#include "lexicon/internal/toml_file.h"

namespace bichig::lexicon {

namespace {

namespace fs = std::filesystem;
using FileBytes = std::function<Result<std::string>(const std::string& path)>;

constexpr std::string_view manifest_name = "dictionary.toml";

/// A path as the manifest may name it: within the folder, with "/" between its parts.
bool is_inside(const std::string& path) {
    if (path.empty() || path.front() == '/' || path.find('\\') != std::string::npos) return false;
    const fs::path parts{path};
    return std::none_of(parts.begin(), parts.end(), [](const fs::path& part) { return part == ".." || part == "."; });
}

std::vector<Named> named(TomlTable& root, std::string_view key) {
    std::vector<Named> found;
    for (auto& [id, table] : root.tables(key)) {
        found.push_back({id, table.text("title", true), table.text("licence"), table.text("url")});
        table.end();
    }
    return found;
}

std::string path_in(TomlTable& table, std::string_view key, bool required, std::string otherwise = {}) {
    std::string path = table.text(key, required);
    if (path.empty()) return otherwise;
    if (is_inside(path)) return path;
    Place place = table.place();
    throw Error{ErrorCode::invalid_input, "the path '" + path + "' leaves the folder of the dictionary",
                "name a file below it, with / between folders", place};
}

bool is_plain_id(const std::string& id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

void read_head(TomlTable table, Manifest& manifest) {
    manifest.id = table.text("id", true);
    if (!is_plain_id(manifest.id)) {
        throw Error{ErrorCode::invalid_input, "'" + manifest.id + "' is no id",
                    "use letters, digits, _ and - (mn_Mong_CN)", table.place()};
    }
    manifest.title = table.text("title", true);
    manifest.version = table.text("version", true);
    manifest.date = table.text("date", true);
    manifest.language = table.text("language", true);
    manifest.licence = table.text("licence", true);
    manifest.statement = table.text("statement", true);
    manifest.homepage = table.text("homepage");
    manifest.suffixes = path_in(table, "suffixes", false, "suffixes.tsv");
    manifest.paradigms = path_in(table, "paradigms", false, "paradigms.toml");
    manifest.glossary = path_in(table, "glossary", false);
    manifest.typos = path_in(table, "typos", false);
    manifest.gold = path_in(table, "gold", false);
    manifest.notice = table.texts("notice");
    table.end();
}

void read_manifest(TomlTable& root, Manifest& manifest) {
    read_head(root.table("dictionary"), manifest);
    std::set<std::string> seen;
    for (auto& [id, table] : root.tables("files")) {
        EntryFile file{path_in(table, "path", true), table.text("tier", true)};
        if (!seen.insert(file.path).second) {
            throw Error{ErrorCode::invalid_input, "the file '" + file.path + "' is named twice", "name each file once",
                        table.place()};
        }
        manifest.files.push_back(std::move(file));
        table.end();
    }
    if (manifest.files.empty()) {
        throw Error{ErrorCode::invalid_input, "no file of entries is named", "add [[files]] with path and tier",
                    root.place()};
    }
    manifest.tiers = named(root, "tiers");
    manifest.norms = named(root, "norms");
    manifest.sources = named(root, "sources");
    manifest.evidence = named(root, "evidence");
    if (root.has("hunspell")) {
        TomlTable hunspell = root.table("hunspell");
        manifest.map = hunspell.texts("map");
        manifest.replacements = hunspell.pairs("replacements");
        hunspell.end();
    }
}

void read_paradigms(TomlTable& root, Source& source) {
    for (auto& [id, table] : root.tables("groups")) {
        source.groups.push_back({id, table.text("title"), table.texts("suffixes"), table.texts("then"),
                                 table.boolean("word", true), table.place()});
        table.end();
    }
    for (auto& [id, table] : root.tables("paradigms")) {
        source.paradigms.push_back({id, table.text("title"), table.texts("pos"), table.texts("groups"),
                                    table.boolean("stem", true), table.place()});
        table.end();
    }
}

Result<Table> read_table(const FileBytes& file, const std::string& folder, const std::string& path) {
    auto bytes = file(path);
    if (!bytes) return fail(bytes.error());
    return Table::parse(std::move(*bytes), folder + "/" + path);
}

/// An error when `table` lacks one of `columns`, or has another one.
template <class Names>
Result<void> check_columns(const Table& table, const Names& columns) {
    for (const std::string_view column : columns) {
        if (table.column(column)) continue;
        return fail({ErrorCode::invalid_input, "the column '" + std::string{column} + "' is missing",
                     "add it to the header and a cell to each row", Place{table.name(), 1, 0, {}}});
    }
    for (const std::string& column : table.columns()) {
        if (std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
        return fail({ErrorCode::invalid_input, "unknown column '" + column + "'", "write to 'note' what has no column",
                     Place{table.name(), 1, 0, {}}});
    }
    return {};
}

template <std::size_t count>
Result<std::optional<Table>> read_other(const FileBytes& file, const std::string& folder, const std::string& path,
                                        const std::array<std::string_view, count>& columns) {
    if (path.empty()) return std::optional<Table>{};
    auto table = read_table(file, folder, path);
    if (!table) return fail(table.error());
    if (auto checked = check_columns(*table, columns); !checked) return fail(checked.error());
    return std::optional<Table>{std::move(*table)};
}

constexpr std::array<std::string_view, 7> suffix_columns = {"suffix",   "after",  "of",  "masculine",
                                                            "feminine", "joined", "drop"};
constexpr std::array<std::string_view, 8> suffix_columns_noted = {"suffix",   "after",  "of",   "masculine",
                                                                  "feminine", "joined", "drop", "note"};
constexpr std::array<std::string_view, 9> glossary_columns = {"mongolian", "chinese", "field", "source", "licence",
                                                              "reviewer",  "status",  "date",  "note"};
constexpr std::array<std::string_view, 4> typo_columns = {"word", "expect", "suggest", "note"};
constexpr std::array<std::string_view, 2> gold_columns = {"word", "note"};

Result<void> read_tables(Source& source, const FileBytes& file) {
    const Manifest& manifest = source.manifest;
    auto suffixes = read_table(file, source.folder, manifest.suffixes);
    if (!suffixes) return fail(suffixes.error());
    const auto checked = suffixes->column("note") ? check_columns(*suffixes, suffix_columns_noted)
                                                  : check_columns(*suffixes, suffix_columns);
    if (!checked) return checked;
    source.suffixes = std::move(*suffixes);
    for (const EntryFile& entry_file : manifest.files) {
        auto table = read_table(file, source.folder, entry_file.path);
        if (!table) return fail(table.error());
        if (auto known = check_columns(*table, column_names); !known) return known;
        source.entries.push_back(std::move(*table));
    }
    auto glossary = read_other(file, source.folder, manifest.glossary, glossary_columns);
    if (!glossary) return fail(glossary.error());
    source.glossary = std::move(*glossary);
    auto typos = read_other(file, source.folder, manifest.typos, typo_columns);
    if (!typos) return fail(typos.error());
    source.typos = std::move(*typos);
    auto gold = read_other(file, source.folder, manifest.gold, gold_columns);
    if (!gold) return fail(gold.error());
    source.gold = std::move(*gold);
    return {};
}

}  // namespace

Result<Source> read_source(const std::string& folder, const FileBytes& file) {
    Source source;
    source.folder = folder;
    auto bytes = file(std::string{manifest_name});
    if (!bytes) return fail(bytes.error());
    const auto manifest = read_toml(*bytes, folder + "/" + std::string{manifest_name},
                                    [&](TomlTable& root) { read_manifest(root, source.manifest); });
    if (!manifest) return fail(manifest.error());
    bytes = file(source.manifest.paradigms);
    if (!bytes) return fail(bytes.error());
    const auto paradigms = read_toml(*bytes, folder + "/" + source.manifest.paradigms,
                                     [&](TomlTable& root) { read_paradigms(root, source); });
    if (!paradigms) return fail(paradigms.error());
    if (auto read = read_tables(source, file); !read) return fail(read.error());
    return source;
}

Result<Source> read_source(const std::string& folder) {
    std::string clean = folder;
    while (clean.size() > 1 && clean.back() == '/') clean.pop_back();
    std::error_code failed;
    if (!fs::is_directory(clean, failed)) {
        return fail({ErrorCode::not_found, "there is no folder of a dictionary here",
                     "name the folder that holds dictionary.toml", Place{clean, 0, 0, {}}});
    }
    return read_source(clean, [&](const std::string& path) -> Result<std::string> {
        const std::string full = clean + "/" + path;
        const auto size = fs::file_size(full, failed);
        if (!failed && size > largest_table) {
            return fail({ErrorCode::invalid_input,
                         "a file of " + std::to_string(size) + " bytes, more than " + std::to_string(largest_table),
                         "split it into several files", Place{full, 0, 0, {}}});
        }
        return read_file(full);
    });
}

Result<std::vector<std::string>> write_tables(const Source& source) {
    std::vector<std::string> written;
    const auto write = [&](const Table& table) -> Result<void> {
        const std::string bytes = table.bytes();
        if (auto old = read_file(table.name()); old && *old == bytes) return {};
        auto file = OutputFile::create(table.name());
        if (!file) return fail(file.error());
        if (auto done = file->write(bytes); !done) return done;
        if (auto done = file->commit(); !done) return done;
        written.push_back(table.name());
        return {};
    };
    std::vector<const Table*> tables{&source.suffixes};
    for (const Table& table : source.entries) tables.push_back(&table);
    for (const auto* table : {&source.glossary, &source.typos, &source.gold}) {
        if (*table) tables.push_back(&**table);
    }
    for (const Table* table : tables) {
        if (auto done = write(*table); !done) return fail(done.error());
    }
    return written;
}

Table* table_of(Source& source, std::string_view path) {
    for (std::size_t i = 0; i < source.entries.size(); ++i) {
        if (source.manifest.files[i].path == path) return &source.entries[i];
    }
    if (path == source.manifest.suffixes) return &source.suffixes;
    if (source.glossary && path == source.manifest.glossary) return &*source.glossary;
    if (source.typos && path == source.manifest.typos) return &*source.typos;
    if (source.gold && path == source.manifest.gold) return &*source.gold;
    return nullptr;
}

}  // namespace bichig::lexicon
