// `bichig dict diff`: what a change does to the forms of a dictionary.
#include <memory>

#include <bichig/base/utf.h>
#include <bichig/lexicon/compare.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

struct DiffOptions {
    DictOptions before;
    std::string after;
    std::size_t limit = 50;
};

constexpr std::array<const char*, 3> kinds = {"gained", "lost", "changed"};

Json to_json(const std::vector<lexicon::FormChange>& changes) {
    Json json = Json::array();
    for (const lexicon::FormChange& change : changes) {
        json.push_back({{"latin", lexicon::latin_of(change.form)},
                        {"text", to_utf8(change.form)},
                        {"stem", change.stem},
                        {"suffixes", change.chain}});
    }
    return json;
}

Json to_json(const lexicon::EntryChange& change) {
    Json json{{"change", kinds[static_cast<std::size_t>(change.kind)]},
              {"stem", change.stem},
              {"pos", lexicon::name(change.pos)}};
    if (!change.cells.empty()) {
        Json cells = Json::object();
        for (const auto& cell : change.cells) {
            cells[std::string{lexicon::column_names[static_cast<std::size_t>(cell.column)]}] =
                Json::array({cell.before, cell.after});
        }
        json["cells"] = std::move(cells);
    }
    return json;
}

Json to_json(const lexicon::Difference& difference) {
    Json entries = Json::array(), paradigms = Json::array();
    for (const lexicon::EntryChange& change : difference.entries) entries.push_back(to_json(change));
    for (const lexicon::ParadigmChange& change : difference.paradigms) {
        paradigms.push_back({{"paradigm", change.paradigm}, {"stems", change.stems}});
    }
    return Json{{"forms_before", difference.forms_before},
                {"forms_after", difference.forms_after},
                {"gained", to_json(difference.gained)},
                {"lost", to_json(difference.lost)},
                {"entries", entries},
                {"paradigms", paradigms},
                {"gold_lost", difference.gold_lost},
                {"gold_gained", difference.gold_gained}};
}

void list_forms(std::string& text, const char* sign, const std::vector<lexicon::FormChange>& changes,
                std::size_t limit) {
    for (std::size_t i = 0; i < std::min(changes.size(), limit); ++i) {
        const lexicon::FormChange& change = changes[i];
        text += std::string{sign} + "\t" + lexicon::latin_of(change.form) + "\t" + to_utf8(change.form) + "\t" +
                change.stem + "\t" + change.chain + "\n";
    }
    if (changes.size() > limit)
        text += std::string{sign} + "\t… " + std::to_string(changes.size() - limit) + " more (--limit)\n";
}

std::string to_text(const lexicon::Difference& difference, std::size_t limit) {
    std::string text = std::to_string(difference.forms_before) + " forms before, " +
                       std::to_string(difference.forms_after) + " after: " + std::to_string(difference.gained.size()) +
                       " gained, " + std::to_string(difference.lost.size()) + " lost\n";
    for (const std::string& word : difference.gold_lost) text += "gold word newly rejected: " + word + "\n";
    for (const std::string& word : difference.gold_gained) text += "gold word newly accepted: " + word + "\n";
    for (const lexicon::ParadigmChange& change : difference.paradigms) {
        text += "paradigm " + change.paradigm + " gives other forms to " + std::to_string(change.stems) +
                (change.stems == 1 ? " stem\n" : " stems\n");
    }
    for (const lexicon::EntryChange& change : difference.entries) {
        text += std::string{"row "} + kinds[static_cast<std::size_t>(change.kind)] + ": " + change.stem + " " +
                std::string{lexicon::name(change.pos)};
        for (const auto& cell : change.cells) {
            text += "; " + std::string{lexicon::column_names[static_cast<std::size_t>(cell.column)]} + ": '" +
                    cell.before + "' > '" + cell.after + "'";
        }
        text += "\n";
    }
    list_forms(text, "+", difference.gained, limit);
    list_forms(text, "-", difference.lost, limit);
    return text;
}

Exit run(const DiffOptions& options) {
    const auto before = open_dict(options.before);
    if (!before) return report(before.error());
    const auto after = lexicon::open_lexicon(options.after);
    if (!after) return report(after.error());
    ProgressLine progress{"comparing"};
    const lexicon::Difference difference = lexicon::diff(*before, *after, progress.function());
    const Exit printed = options.before.json ? print_json(to_json(difference), options.before.output)
                                             : write_output(to_text(difference, options.limit), options.before.output);
    // As with diff(1): 1 says that there is a difference.
    const bool same = difference.gained.empty() && difference.lost.empty() && difference.entries.empty();
    return printed == Exit::done && !same ? Exit::found : printed;
}

}  // namespace

std::function<Exit()> declare_dict_diff(ArgumentTable& app) {
    auto options = std::make_shared<DiffOptions>();
    declare_dict_options(app, options->before, "The file to write");
    app.add_option("AFTER", options->after, "The folder of the later version").type_name("FOLDER").required();
    app.add_option("--limit", options->limit, "How many forms to list of each kind (50); --json lists all");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
