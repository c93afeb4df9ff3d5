// `bichig dict site`: a web site of the dictionary that needs no server.
#include <memory>
#include <optional>

#include <bichig/base/file.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_pages.h"

namespace bichig::cli {

Result<lexicon::PageFont> page_font(const std::string& folder) {
    for (const font::CatalogueEntry& entry : font::catalogue_entries()) {
        if (entry.role != font::Role::mongolian || entry.weight != font::regular_weight) continue;
        auto bytes = read_file((folder.empty() ? default_font_folder() : folder) + "/" + std::string{entry.file});
        if (!bytes) {
            Error error = bytes.error();
            error.hint = "run ./dev setup, or name the folder of the fonts with --font-dir";
            return fail(std::move(error));
        }
        return lexicon::PageFont{std::move(*bytes), std::string{entry.family}, std::string{entry.licence}};
    }
    return lexicon::PageFont{};
}

namespace {

struct SiteOptions {
    DictOptions dict;
    std::string before;
    std::vector<std::string> corpus;
    std::string font_folder;
};

Exit run(const SiteOptions& options) {
    if (options.dict.output.empty()) {
        return report(Error{ErrorCode::invalid_input, "no folder was named to write to", "name one with -o", {}});
    }
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    const auto font = page_font(options.font_folder);
    if (!font) return report(font.error());
    lexicon::SiteOptions site;
    site.font = *font;
    std::optional<lexicon::Lexicon> before;
    if (!options.before.empty()) {
        auto opened = lexicon::open_lexicon(options.before);
        if (!opened) return report(opened.error());
        site.before = &before.emplace(std::move(*opened));
    }
    std::optional<lexicon::Coverage> coverage;
    if (!options.corpus.empty()) {
        const auto files = corpus_files(options.corpus);
        if (!files) return report(files.error());
        auto covered = cover_files(*dictionary, *files);
        if (!covered) return report(covered.error());
        site.coverage = &coverage.emplace(std::move(*covered));
    }
    ProgressLine progress{"writing the site"};
    const auto made = lexicon::write_site(*dictionary, options.dict.output, site, progress.function());
    if (!made) return report(made.error());
    if (options.dict.json) {
        return print_json(Json{{"entries", made->entries}, {"bytes", made->bytes}, {"files", made->files}}, {});
    }
    return print(std::to_string(made->entries) + " entries, " + std::to_string(made->files.size()) + " files, " +
                 std::to_string(made->bytes / 1024) + " KB\n" + options.dict.output + "/index.html\n");
}

}  // namespace

std::function<Exit()> declare_dict_site(ArgumentTable& app) {
    auto options = std::make_shared<SiteOptions>();
    declare_dict_options(app, options->dict, "The folder to write to");
    app.add_option("--before", options->before, "The source of an older version, for the history").type_name("FOLDER");
    app.add_option("--corpus", options->corpus, "Text files and folders, for the coverage").type_name("PATH");
    app.add_option("--font-dir", options->font_folder, "Folder of the fonts, instead of the staged ones")
        .type_name("FOLDER");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
