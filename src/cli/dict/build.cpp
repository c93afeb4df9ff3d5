// `bichig dict build`: a source in, the files that programs use out.
#include <memory>

#include <bichig/lexicon/build.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

Exit build(const DictOptions& options) {
    const auto dictionary = open_dict(options);
    if (!dictionary) return report(dictionary.error());
    ProgressLine progress{"building"};
    const auto built = lexicon::build(*dictionary, options.output.empty() ? "." : options.output, progress.function());
    if (!built) return report(built.error());
    if (options.json) {
        return print_json(Json{{"entries", built->entries},
                               {"forms", built->forms},
                               {"distinct_forms", built->distinct_forms},
                               {"classes", built->classes},
                               {"files", built->files}},
                          {});
    }
    std::string text = std::to_string(built->entries) + " entries, " + std::to_string(built->distinct_forms) +
                       " forms, " + std::to_string(built->classes) + " classes of suffixes\n";
    for (const std::string& file : built->files) text += file + "\n";
    return print(text);
}

}  // namespace

std::function<Exit()> declare_dict_build(ArgumentTable& app) {
    auto options = std::make_shared<DictOptions>();
    declare_dict_options(app, *options, "The folder to write to; the current one by default");
    return [options] { return build(*options); };
}

}  // namespace bichig::cli
