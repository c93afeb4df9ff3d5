// `bichig dict norm-check`: a list that a linguist holds beside the dictionary; nothing of it is stored.
#include <memory>

#include <bichig/base/utf.h>
#include <bichig/lexicon/norm_check.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_lists.h"

namespace bichig::cli {

namespace {

struct NormCheckOptions {
    DictOptions dict;
    std::string file;
    WordListOptions list;
};

Exit show_json(const lexicon::NormReport& found, const NormCheckOptions& options) {
    Json rows = Json::array();
    for (const lexicon::NormDifference& one : found.differences) {
        Json here = Json::array();
        for (const Place& place : one.here) here.push_back(describe(place));
        rows.push_back({{"kind", lexicon::name(one.kind)},
                        {"line", one.where.line},
                        {"word", to_utf8(one.word)},
                        {"latin", one.latin},
                        {"cyrillic", one.cyrillic},
                        {"ours", one.ours},
                        {"here", here}});
    }
    return print_json(
        {{"words", found.words}, {"known", found.known}, {"other_script", found.other_script}, {"differences", rows}},
        options.dict.output);
}

Exit run(const NormCheckOptions& options) {
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    const auto list = read_word_list(options.file, options.list);
    if (!list) return report(list.error());
    const auto found = lexicon::norm_check(*dictionary, *list);
    Exit shown = Exit::done;
    if (options.dict.json) {
        shown = show_json(found, options);
    } else {
        std::string text;
        for (const lexicon::NormDifference& one : found.differences) {
            text += describe(one.where) + "\t" + std::string{lexicon::name(one.kind)} + "\t" + to_utf8(one.word) +
                    "\t" + one.latin + "\t" + one.cyrillic + "\t";
            for (std::size_t i = 0; i < one.ours.size(); ++i) {
                text += (i > 0 ? " " : "") + one.ours[i] + " (" + describe(one.here[i]) + ")";
            }
            text += "\n";
        }
        text += std::to_string(found.words) + " words, " + std::to_string(found.known) + " known, " +
                std::to_string(found.differences.size()) + " not; " + std::to_string(found.other_script) +
                " in another script\n";
        shown = write_output(text, options.dict.output);
    }
    if (shown != Exit::done) return shown;
    return found.differences.empty() ? Exit::done : Exit::found;
}

}  // namespace

std::function<Exit()> declare_dict_norm_check(ArgumentTable& app) {
    auto options = std::make_shared<NormCheckOptions>();
    declare_dict_options(app, options->dict, "The report; standard output by default");
    app.add_option("LIST", options->file, "A list of words, one a line; - is standard input")
        .type_name("FILE")
        .required();
    declare_word_list_options(app, options->list);
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
