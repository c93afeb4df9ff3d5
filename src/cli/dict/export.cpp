// `bichig dict export`: a dictionary in the formats of other programs.
#include <memory>

#include <bichig/base/utf.h>
#include <bichig/lexicon/build.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

struct Options {
    DictOptions dict;
    std::string format = "list";
};

Exit export_list(const lexicon::Lexicon& dictionary, const Options& options) {
    std::string text;
    for (const std::u16string& form : lexicon::distinct_forms(dictionary)) text += to_utf8(form) + "\n";
    return write_output(text, options.dict.output);
}

Exit run(const Options& options) {
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    return export_list(*dictionary, options);
}

}  // namespace

std::function<Exit()> declare_dict_export(CLI::App& app) {
    auto options = std::make_shared<Options>();
    declare_dict_options(app, options->dict, "The file or folder to write");
    app.add_option("--format", options->format, "list: one form a line")->check(CLI::IsMember({"list"}));
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
