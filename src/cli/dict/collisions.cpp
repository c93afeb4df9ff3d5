// `bichig dict collisions`: forms that look the same and are written with other letters.
#include <memory>

#include <bichig/base/utf.h>
#include <bichig/lexicon/compare.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

std::string joined(const std::vector<std::string>& stems) {
    std::string text;
    for (const std::string& stem : stems) text += (text.empty() ? "" : ", ") + stem;
    return text;
}

Exit run(const DictOptions& options) {
    const auto dictionary = open_dict(options);
    if (!dictionary) return report(dictionary.error());
    ProgressLine progress{"comparing shapes"};
    const auto found = lexicon::collisions(*dictionary, progress.function());
    Json json = Json::array();
    std::string text;
    for (const lexicon::Collision& collision : found) {
        Json forms = Json::array();
        text += collision.units + "\n";
        for (const lexicon::CollidingForm& form : collision.forms) {
            const std::string latin = lexicon::latin_of(form.form);
            forms.push_back({{"latin", latin}, {"text", to_utf8(form.form)}, {"stems", form.stems}});
            text += "\t" + latin + "\t" + to_utf8(form.form) + "\t" + joined(form.stems) + "\n";
        }
        json.push_back({{"units", collision.units}, {"forms", std::move(forms)}});
    }
    if (options.json) return print_json(json, options.output);
    return write_output(text + std::to_string(found.size()) + " shapes have more than one spelling\n", options.output);
}

}  // namespace

std::function<Exit()> declare_dict_collisions(ArgumentTable& app) {
    auto options = std::make_shared<DictOptions>();
    declare_dict_options(app, *options, "The file to write");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
