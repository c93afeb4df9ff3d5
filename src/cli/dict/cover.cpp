// `bichig dict cover`: how much of a corpus a dictionary knows, and what it does not.
#include <algorithm>
#include <cstdio>
#include <memory>

#include <bichig/base/utf.h>
#include <bichig/lexicon/cover.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_pages.h"

namespace bichig::cli {

namespace {

constexpr std::size_t text_limit = 50, html_limit = 2000;

struct CoverOptions {
    DictOptions dict;
    std::vector<std::string> corpus;
    std::optional<std::size_t> limit;
    std::string html;
    std::string font_folder;
};

std::string percent(std::size_t part, std::size_t whole) {
    char text[16];
    std::snprintf(text, sizeof text, "%.2f %%",
                  whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

Json to_json(const lexicon::Coverage& coverage) {
    Json tokens = Json::object(), types = Json::object(), pos = Json::object(), files = Json::array(),
         unknown = Json::array();
    for (std::size_t i = 0; i < lexicon::known_count; ++i) {
        const std::string known{lexicon::name(static_cast<lexicon::Known>(i))};
        tokens[known] = coverage.by_known[i];
        types[known] = coverage.types_by_known[i];
    }
    for (std::size_t i = 0; i < lexicon::part_of_speech_count; ++i) {
        pos[std::string{lexicon::name(static_cast<lexicon::PartOfSpeech>(i))}] = coverage.by_pos[i];
    }
    for (const auto& file : coverage.files)
        files.push_back({{"file", file.name}, {"tokens", file.tokens}, {"known", file.known}});
    for (const auto& word : coverage.unknown) {
        Json row{{"text", to_utf8(word.word)},
                 {"latin", lexicon::latin_of(word.word)},
                 {"count", word.count},
                 {"class", lexicon::name(word.why)}};
        if (!word.suggestion.empty()) row["suggestion"] = to_utf8(word.suggestion);
        row["file"] = word.first.file;
        row["line"] = word.first.line;
        row["column"] = word.first.column;
        unknown.push_back(std::move(row));
    }
    return Json{{"tokens", coverage.tokens},
                {"types", coverage.types},
                {"coverage", coverage.share()},
                {"tokens_by_class", tokens},
                {"types_by_class", types},
                {"known_tokens_by_pos", pos},
                {"legacy_characters", coverage.legacy_characters},
                {"files", files},
                {"unknown", unknown}};
}

std::string to_text(const lexicon::Coverage& coverage, std::size_t limit) {
    std::string text =
        std::to_string(coverage.tokens) + " words, " + std::to_string(coverage.types) + " different ones\n";
    for (std::size_t i = 0; i < lexicon::known_count; ++i) {
        text += std::string{lexicon::name(static_cast<lexicon::Known>(i))} + "\t" +
                std::to_string(coverage.by_known[i]) + "\t" + percent(coverage.by_known[i], coverage.tokens) + "\t" +
                std::to_string(coverage.types_by_known[i]) + " different\n";
    }
    if (coverage.legacy_characters > 0) {
        text += std::to_string(coverage.legacy_characters) +
                " private-use characters: glyph codes of an older encoding, which bichig convert reads\n";
    }
    for (std::size_t i = 0; i < std::min(limit, coverage.unknown.size()); ++i) {
        const lexicon::UnknownWord& word = coverage.unknown[i];
        text += std::to_string(word.count) + "\t" + to_utf8(word.word) + "\t" + lexicon::latin_of(word.word) + "\t" +
                std::string{lexicon::name(word.why)} + "\t" +
                (word.suggestion.empty() ? "" : lexicon::latin_of(word.suggestion)) + "\t" + describe(word.first) +
                "\n";
    }
    if (coverage.unknown.size() > limit)
        text += "… " + std::to_string(coverage.unknown.size() - limit) + " more (--limit)\n";
    return text;
}

Exit run(const CoverOptions& options) {
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    const auto files = corpus_files(options.corpus);
    if (!files) return report(files.error());
    const auto coverage = cover_files(*dictionary, *files);
    if (!coverage) return report(coverage.error());
    if (!options.html.empty()) {
        const auto font = page_font(options.font_folder);
        if (!font) return report(font.error());
        const std::size_t limit = options.limit.value_or(html_limit);
        const Exit written = write_output(lexicon::coverage_page(*dictionary, *coverage, limit, *font), options.html);
        if (written != Exit::done || options.html == "-") return written;
    }
    return options.dict.json
               ? print_json(to_json(*coverage), options.dict.output)
               : write_output(to_text(*coverage, options.limit.value_or(text_limit)), options.dict.output);
}

}  // namespace

std::function<Exit()> declare_dict_cover(ArgumentTable& app) {
    auto options = std::make_shared<CoverOptions>();
    declare_dict_options(app, options->dict, "The file to write");
    app.add_option("CORPUS", options->corpus, "Text files and folders; - is standard input")
        .type_name("PATH")
        .required();
    app.add_option("--limit", options->limit, "How many unknown words to list (50; in HTML 2000); --json lists all");
    app.add_option("--html", options->html, "Also write a report with charts, a page that needs no network")
        .type_name("FILE");
    app.add_option("--font-dir", options->font_folder, "Folder of the fonts, instead of the staged ones")
        .type_name("FOLDER");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
