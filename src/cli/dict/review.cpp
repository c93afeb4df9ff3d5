// `bichig dict review`: a pack of entries for a native reader, and the verdicts that come back.
#include <memory>

#include <bichig/base/file.h>
#include <bichig/lexicon/review.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_lists.h"
#include "cli/internal/document_file.h"

namespace bichig::cli {

namespace {

constexpr const char* mongolian_font = "NotoSansMongolian_400Regular.ttf";

struct ReviewOptions {
    DictOptions dict;
    lexicon::ReviewSelection selection;
    std::vector<std::string> statuses = {"unreviewed"};
    std::string read;
    std::string reviewer;
    std::string date;
    std::string font;
    bool dry_run = false;
};

Exit read_back(const ReviewOptions& options) {
    auto source = lexicon::read_source(options.dict.source);
    if (!source) return report(source.error());
    const auto book = read_spreadsheet(options.read, has_extension(options.read, {".csv"}) ? "csv" : "xlsx");
    if (!book) return report(book.error());
    const auto found =
        lexicon::read_review(*source, *book, options.read,
                             {options.reviewer, options.date.empty() ? today() : options.date, !options.dry_run});
    report(found.findings);
    if (lexicon::has_errors(found.findings)) return Exit::input;
    std::vector<std::string> written;
    if (!options.dry_run) {
        auto done = lexicon::write_tables(*source);
        if (!done) return report(done.error());
        written = std::move(*done);
    }
    std::size_t changed = 0;
    std::size_t corrected = 0;
    Json rows = Json::array();
    std::string text;
    for (const lexicon::VerdictOutcome& outcome : found.outcomes) {
        changed += outcome.changed ? 1 : 0;
        corrected += outcome.correction.empty() ? 0 : 1;
        rows.push_back({{"file", outcome.path},
                        {"key", outcome.key},
                        {"verdict", outcome.verdict},
                        {"status", outcome.status},
                        {"correction", outcome.correction},
                        {"changed", outcome.changed}});
        if (!outcome.changed) continue;
        text += outcome.path + "\t" + outcome.key + "\t" + outcome.verdict + "\t" + outcome.status;
        text += (outcome.correction.empty() ? "" : "\t" + outcome.correction) + "\n";
    }
    if (options.dict.json) {
        return print_json({{"verdicts", rows},
                           {"changed", changed},
                           {"corrections", corrected},
                           {"open", found.open},
                           {"written", written}},
                          options.dict.output);
    }
    text += std::to_string(found.outcomes.size()) + " verdicts, " + std::to_string(changed) + " rows changed, " +
            std::to_string(corrected) + " corrections, " + std::to_string(found.open) + " still open\n";
    return write_output(text, options.dict.output);
}

/// The font that goes into a page to print; empty where there is none.
Result<std::string> font_of(const ReviewOptions& options) {
    if (!options.font.empty()) return read_file(options.font);
    auto bytes = read_file(default_font_folder() + "/" + mongolian_font);
    return bytes ? bytes : Result<std::string>{std::string{}};
}

Exit make_pack(ReviewOptions options) {
    if (options.dict.output.empty()) {
        return report(Error{ErrorCode::invalid_input,
                            "where to write the pack was not named",
                            "name a file .xlsx, .csv or .html with -o, or read one back with --read",
                            {}});
    }
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    options.selection.statuses.clear();
    for (const std::string& name : options.statuses) {
        options.selection.statuses.push_back(*lexicon::status_named(name));
    }
    const auto items = lexicon::review_items(*dictionary, options.selection);
    Result<std::string> bytes = std::string{};
    if (has_extension(options.dict.output, {".html", ".htm"})) {
        const auto font = font_of(options);
        if (!font) return report(font.error());
        const lexicon::Manifest& manifest = dictionary->source().manifest;
        bytes = lexicon::review_page(items, manifest.title + " " + manifest.version, *font);
    } else {
        const format::Workbook book = lexicon::review_workbook(items);
        bytes = has_extension(options.dict.output, {".csv"}) ? format::csv_of(book.sheets[0]) : format::xlsx_of(book);
    }
    if (!bytes) return report(bytes.error());
    if (const Exit done = write_output(*bytes, options.dict.output); done != Exit::done) return done;
    if (options.dict.json) return print_json({{"items", items.size()}, {"file", options.dict.output}}, {});
    return print(std::to_string(items.size()) + " entries in " + options.dict.output + "\n");
}

}  // namespace

std::function<Exit()> declare_dict_review(ArgumentTable& app) {
    auto options = std::make_shared<ReviewOptions>();
    declare_dict_options(app, options->dict, "The pack (.xlsx, .csv, or .html to print), or the report of --read");
    app.add_option("--read", options->read, "A pack with verdicts, to be read into the source").type_name("FILE");
    app.add_option("--status", options->statuses,
                   "Entries of this status; unreviewed by default (rejected rows make no forms to look at)")
        .check(one_of({"unreviewed", "reviewed", "disputed"}));
    app.add_option("--tier", options->selection.tier, "Entries of this tier");
    app.add_option("--pos", options->selection.pos, "Entries of this part of speech");
    app.add_option("--skip", options->selection.skip, "How many entries to leave out before the first");
    app.add_option("--limit", options->selection.most, "At most so many entries");
    app.add_option("--reviewer", options->reviewer, "Who gave the verdicts that name nobody").type_name("NAME");
    app.add_option("--date", options->date, "The date of the verdicts; today by default").type_name("DATE");
    app.add_option("--font", options->font, "A TrueType font that draws Mongolian, for .html").type_name("FILE");
    app.add_flag("--dry-run", options->dry_run, "With --read: say what would be changed, and change nothing");
    return [options] { return options->read.empty() ? make_pack(*options) : read_back(*options); };
}

}  // namespace bichig::cli
