// `bichig dict import`: spreadsheets back into the tables, and words from elsewhere into a review queue.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include <bichig/base/file.h>
#include <bichig/lexicon/queue.h>
#include <bichig/lexicon/spreadsheet.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_lists.h"
#include "cli/internal/document_file.h"

namespace bichig::cli {

namespace {

struct ImportOptions {
    DictOptions dict;
    std::string file;
    std::string format;
    bool remove = false;
    bool dry_run = false;
    bool stems = false;
    std::string aff;
    std::string queue;
    std::string list_source;
    std::string licence = "NONE";
    std::string date;
    WordListOptions list;
};

std::string format_of(const ImportOptions& options) {
    if (!options.format.empty()) return options.format;
    if (has_extension(options.file, {".xlsx"})) return "xlsx";
    if (has_extension(options.file, {".csv"})) return "csv";
    if (has_extension(options.file, {".dic", ".aff"})) return "hunspell";
    return "words";
}

Json to_json(const lexicon::RowChange& change) {
    Json cells = Json::array();
    for (const auto& cell : change.cells) {
        cells.push_back({{"column", cell.column}, {"before", cell.before}, {"after", cell.after}});
    }
    return {{"kind", lexicon::name(change.kind)}, {"file", change.path}, {"line", change.where.line},
            {"where", describe(change.where)},    {"key", change.key},   {"cells", cells}};
}

Exit show(const lexicon::SpreadsheetReport& taken, const ImportOptions& options,
          const std::vector<std::string>& written) {
    std::size_t counts[3] = {};
    for (const lexicon::RowChange& change : taken.rows) ++counts[static_cast<std::size_t>(change.kind)];
    if (options.dict.json) {
        Json rows = Json::array();
        for (const lexicon::RowChange& change : taken.rows) rows.push_back(to_json(change));
        return print_json({{"changed", counts[0]},
                           {"added", counts[1]},
                           {"missing", counts[2]},
                           {"unchanged", taken.unchanged},
                           {"removed", options.remove ? counts[2] : 0},
                           {"rows", rows},
                           {"written", written}},
                          options.dict.output);
    }
    std::string text;
    for (const lexicon::RowChange& change : taken.rows) {
        text.append(lexicon::name(change.kind)).append("\t").append(describe(change.where)).append("\t");
        text += change.key + "\n";
        for (const auto& cell : change.cells) {
            text += "  " + cell.column + ": '" + cell.before + "' -> '" + cell.after + "'\n";
        }
    }
    text += std::to_string(counts[0]) + " rows changed, " + std::to_string(counts[1]) + " added, " +
            std::to_string(counts[2]) + (options.remove ? " removed, " : " missing, ") +
            std::to_string(taken.unchanged) + " as they were\n";
    if (counts[2] > 0 && !options.remove) text += "rows that are missing stay; --remove takes them out\n";
    for (const std::string& file : written) text += file + "\n";
    return write_output(text, options.dict.output);
}

Exit import_spreadsheet(const ImportOptions& options, const std::string& format) {
    auto source = lexicon::read_source(options.dict.source);
    if (!source) return report(source.error());
    const auto book = read_spreadsheet(options.file, format);
    if (!book) return report(book.error());
    const auto taken = lexicon::take_in(*source, *book, options.file, {options.remove, !options.dry_run});
    report(taken.findings);
    if (lexicon::has_errors(taken.findings)) return Exit::input;
    std::vector<std::string> written;
    if (!options.dry_run) {
        auto done = lexicon::write_tables(*source);
        if (!done) return report(done.error());
        written = std::move(*done);
    }
    return show(taken, options, written);
}

Result<lexicon::ImportedWords> read_words(const ImportOptions& options, const std::string& format) {
    if (format == "words") return read_word_list(options.file, options.list);
    std::filesystem::path dic{options.file};
    const std::string aff = options.aff.empty() ? dic.replace_extension(".aff").string() : options.aff;
    dic.replace_extension(".dic");
    auto affixes = read_file(aff);
    if (!affixes) {
        Error error = affixes.error();
        error.hint = "name the affix file with --aff";
        return fail(std::move(error));
    }
    auto words = read_file(dic.string());
    if (!words) return fail(words.error());
    ProgressLine reading{"reading"};
    auto read = lexicon::words_of_hunspell({aff, std::move(*affixes)}, {dic.string(), std::move(*words)},
                                           {.expand = !options.stems, .progress = reading.function()});
    if (!read) return fail(read.error());
    for (lexicon::ImportedWord& word : read->words) {
        auto unicode = lexicon::unicode_of(std::move(word.word), dic.string(), list_options(options.list));
        if (!unicode) return fail(unicode.error());
        word.word = std::move(*unicode);
    }
    return read;
}

/// The table of the queue as it is; none where there is no such file yet.
Result<std::optional<lexicon::Table>> old_queue(const std::string& path) {
    if (!std::filesystem::exists(path)) return std::optional<lexicon::Table>{};
    auto table = lexicon::Table::read(path, path);
    if (!table) return fail(table.error());
    return std::optional{std::move(*table)};
}

Exit import_words(const ImportOptions& options, const std::string& format) {
    if (options.list_source.empty()) {
        return report(Error{ErrorCode::invalid_input,
                            "where the words come from was not said",
                            "name it with --list-source, and the licence with --licence",
                            {options.file, 0, 0, {}}});
    }
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    const auto words = read_words(options, format);
    if (!words) return report(words.error());
    namespace fs = std::filesystem;
    const fs::path folder = fs::path{options.dict.source} / "queue";
    const std::string name = options.queue.empty() ? fs::path{options.file}.stem().string() : options.queue;
    const std::string path = options.dict.output.empty() ? (folder / (name + ".tsv")).string() : options.dict.output;
    auto old = old_queue(path);
    if (!old) return report(old.error());
    lexicon::Findings findings = words->findings;
    ProgressLine looking{"looking up"};
    const auto queue =
        lexicon::queue_of(*dictionary, *words,
                          {path, options.list_source, options.licence, options.date.empty() ? today() : options.date},
                          std::move(*old), findings, looking.function());
    if (!queue) return report(queue.error());
    report(findings);
    if (!options.dry_run) {
        std::error_code ignored;
        if (options.dict.output.empty()) fs::create_directories(folder, ignored);
        if (const Exit done = write_output(queue->table.bytes(), path); done != Exit::done) return done;
    }
    const Json json{{"queue", path},
                    {"words", words->words.size()},
                    {"added", queue->added},
                    {"known", queue->known},
                    {"same_shape", queue->same_shape},
                    {"repeated", queue->repeated},
                    {"other_script", queue->other_script},
                    {"forbidden", words->forbidden}};
    if (options.dict.json) return print_json(json, {});
    return print(path + ": " + std::to_string(queue->added) + " rows added of " + std::to_string(words->words.size()) +
                 " words; " + std::to_string(queue->known) + " are known, " + std::to_string(queue->same_shape) +
                 " have the shape of a known form, " + std::to_string(queue->repeated) + " were there already, " +
                 std::to_string(queue->other_script) + " are in another script\n");
}

}  // namespace

std::function<Exit()> declare_dict_import(ArgumentTable& app) {
    auto options = std::make_shared<ImportOptions>();
    declare_dict_options(app, options->dict, "The report on a spreadsheet, or the queue; queue/NAME.tsv by default");
    app.add_option("FILE", options->file, "A spreadsheet, the .dic of a Hunspell dictionary, or a list of words")
        .type_name("FILE")
        .required();
    app.add_option("--format", options->format, "xlsx, csv, hunspell or words; by default as the file is named")
        .check(one_of({"xlsx", "csv", "hunspell", "words"}));
    app.add_flag("--remove", options->remove, "Take out the rows that the spreadsheet does not have");
    app.add_flag("--dry-run", options->dry_run, "Say what would be changed, and change nothing");
    app.add_flag("--stems", options->stems, "The stems of a Hunspell dictionary with their flags, not its forms");
    app.add_option("--aff", options->aff, "The affix file; by default beside the .dic").type_name("FILE");
    app.add_option("--queue", options->queue, "The name of the queue; by default that of the file").type_name("NAME");
    app.add_option("--list-source", options->list_source, "Where the words come from: an id for the column source");
    app.add_option("--licence", options->licence, "The licence of the words (SPDX); NONE by default");
    app.add_option("--date", options->date, "The date of the rows; today by default").type_name("DATE");
    declare_word_list_options(app, options->list);
    return [options] {
        const std::string format = format_of(*options);
        const bool spreadsheet = format == "xlsx" || format == "csv";
        return spreadsheet ? import_spreadsheet(*options, format) : import_words(*options, format);
    };
}

}  // namespace bichig::cli
