// `bichig dict export`: a dictionary in the formats of other programs.
#include <filesystem>
#include <memory>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/format/package/oxt.h>
#include <bichig/lexicon/build.h>
#include <bichig/lexicon/spreadsheet.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

struct ExportOptions {
    DictOptions dict;
    std::string format = "list";
    std::string table = "entries";
    char separator = ',';
    std::string licence_file;
};

Exit export_list(const lexicon::Lexicon& dictionary, const ExportOptions& options) {
    std::string text;
    for (const std::u16string& form : lexicon::distinct_forms(dictionary)) text += to_utf8(form) + "\n";
    return write_output(text, options.dict.output);
}

/// Hunspell's two files and the notice, in a folder.
Exit export_hunspell(const lexicon::Lexicon& dictionary, const ExportOptions& options) {
    const std::filesystem::path folder{options.dict.output.empty() ? "." : options.dict.output};
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return report(Error{ErrorCode::system,
                            "the folder cannot be made: " + failed.message(),
                            "name another one with -o",
                            {folder.string(), 0, 0, {}}});
    }
    const lexicon::HunspellFiles files = lexicon::hunspell_files(dictionary);
    const std::string base = (folder / dictionary.source().manifest.id).string();
    if (const Exit done = write_output(files.aff, base + ".aff"); done != Exit::done) return done;
    if (const Exit done = write_output(files.dic, base + ".dic"); done != Exit::done) return done;
    return write_output(lexicon::notice(dictionary), (folder / "NOTICE").string());
}

/// The id of an extension, which stays the same from version to version.
std::string extension_id(const lexicon::Manifest& manifest) {
    std::string id = "bichig.dictionary." + manifest.id;
    for (char& letter : id) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    return id;
}

Exit export_oxt(const lexicon::Lexicon& dictionary, const ExportOptions& options) {
    const lexicon::Manifest& manifest = dictionary.source().manifest;
    const std::string notice = lexicon::notice(dictionary);
    std::string licence = "SPDX-License-Identifier: " + manifest.licence + "\n\n" + notice;
    if (!options.licence_file.empty()) {
        auto text = read_file(options.licence_file);
        if (!text) return report(text.error());
        licence = std::move(*text);
    }
    lexicon::HunspellFiles files = lexicon::hunspell_files(dictionary);
    const auto bytes = format::oxt_of({.id = extension_id(manifest),
                                       .version = manifest.version,
                                       .title = manifest.title,
                                       .publisher = "",
                                       .licence = std::move(licence),
                                       .notice = notice,
                                       .readme = manifest.title + "\n" + manifest.statement + "\n",
                                       .name = manifest.id,
                                       .aff = std::move(files.aff),
                                       .dic = std::move(files.dic),
                                       .locale = manifest.language});
    if (!bytes) return report(bytes.error());
    return write_output(*bytes, options.dict.output);
}

Exit export_xlsx(const lexicon::Source& source, const ExportOptions& options) {
    const auto book = lexicon::workbook_of(source);
    if (!book) return report(book.error());
    const auto bytes = format::xlsx_of(*book);
    if (!bytes) return report(bytes.error());
    return write_output(*bytes, options.dict.output);
}

Exit export_csv(const lexicon::Source& source, const ExportOptions& options) {
    const auto sheet = options.table == "glossary" ? lexicon::glossary_sheet(source) : lexicon::entries_sheet(source);
    if (!sheet) return report(sheet.error());
    const auto bytes = format::csv_of(*sheet, {.separator = options.separator});
    if (!bytes) return report(bytes.error());
    return write_output(*bytes, options.dict.output);
}

Exit run(const ExportOptions& options) {
    const bool binary = options.format == "oxt" || options.format == "xlsx";
    if (binary && options.dict.output.empty()) {
        return report(Error{ErrorCode::invalid_input,
                            "a file for --format " + options.format + " was not named",
                            "name one with -o",
                            {}});
    }
    if (options.format == "xlsx" || options.format == "csv") {  // the tables as they are, faults and all
        const auto source = lexicon::read_source(options.dict.source);
        if (!source) return report(source.error());
        return options.format == "xlsx" ? export_xlsx(*source, options) : export_csv(*source, options);
    }
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    if (options.format == "hunspell") return export_hunspell(*dictionary, options);
    return options.format == "oxt" ? export_oxt(*dictionary, options) : export_list(*dictionary, options);
}

}  // namespace

std::function<Exit()> declare_dict_export(ArgumentTable& app) {
    auto options = std::make_shared<ExportOptions>();
    declare_dict_options(app, options->dict, "The file or, for hunspell, the folder to write");
    app.add_option(
           "--format", options->format,
           "list: one form a line (the default); hunspell: .aff, .dic and NOTICE; oxt: an extension of LibreOffice; "
           "xlsx: all tables as a spreadsheet; csv: one of them")
        .check(one_of({"list", "hunspell", "oxt", "xlsx", "csv"}));
    app.add_option("--table", options->table, "The table of a csv: entries (all of them, the default) or glossary")
        .check(one_of({"entries", "glossary"}));
    app.add_option("--separator", options->separator, "The separator of a csv: , (the default) ; or a tab")
        .check([](const std::string& separator) {
            const bool known = separator == "," || separator == ";" || separator == "\t";
            return known ? std::string{} : "'" + separator + "' is no separator";
        });
    app.add_option("--licence-file", options->licence_file, "The text of the licence for an extension")
        .type_name("FILE");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
