// Calls of bichig/c/spelling.h for Python: a checker, what it finds in texts, what may be meant.
#include "python/words.h"

namespace bichig::python {

namespace {

using Found = std::tuple<std::size_t, std::size_t, int, bool, std::string, std::string, std::vector<Suggestion>>;
using Checked = std::tuple<std::vector<Found>, std::size_t, bool>;  ///< findings, words, whether all were searched for

struct CheckOptions {
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;

    CheckOptions(bool suggestions, unsigned limit, bool accept_nnbsp, unsigned long word_budget, unsigned long searches,
                 bool ask_hunspell, Progress& progress) {
        options.no_suggestions = suggestions ? 0 : 1;
        options.limit = limit;
        options.accept_nnbsp = accept_nnbsp ? 1 : 0;
        options.word_budget = word_budget;
        options.searches = searches;
        options.ask_hunspell = ask_hunspell ? 1 : 0;
        options.progress = &Progress::call;
        options.progress_user = &progress;
    }
};

std::vector<Found> found_of(const Array<bichig_word_finding>& findings, const Places& places) {
    std::vector<Found> all;
    all.reserve(findings.size());
    for (const bichig_word_finding& finding : findings) {
        std::vector<Suggestion> suggestions;
        for (std::size_t i = 0; i < finding.suggestion_count; ++i) {
            suggestions.push_back(suggestion_of(finding.suggestions[i]));
        }
        const Range range = range_of(finding.range, places);
        all.emplace_back(range.first, range.second, finding.fault, finding.certain != 0, finding.id, finding.reason,
                         std::move(suggestions));
    }
    return all;
}

/// A checker. Shared.
class Checker {
public:
    Checker(const Dictionary* dictionary, const std::vector<const Hunspell*>& others,
            const std::vector<const WordList*>& personal) {
        std::vector<const bichig_hunspell*> hunspells;
        for (const Hunspell* other : others) hunspells.push_back(other->get());
        std::vector<bichig_personal*> lists;
        for (const WordList* list : personal) lists.push_back(list->get());
        bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
        options.dictionary = dictionary != nullptr ? dictionary->get() : nullptr;
        options.others = hunspells.data();
        options.other_count = hunspells.size();
        options.personal = lists.data();
        options.personal_count = lists.size();
        bichig_checker* made = nullptr;
        run(true, nullptr, [&](bichig_error* error) { return bichig_checker_open(&options, &made, error); });
        checker_.reset(made);
    }

    Checked check(const nb::str& text, bool suggestions, unsigned limit, bool accept_nnbsp, unsigned long word_budget,
                  unsigned long searches, bool ask_hunspell, nb::object function) const {
        const Utf16 units{text};
        Progress progress{std::move(function)};
        const CheckOptions how{suggestions, limit, accept_nnbsp, word_budget, searches, ask_hunspell, progress};
        Array<bichig_word_finding> found;
        bichig_check_summary summary = BICHIG_CHECK_SUMMARY_INIT;
        progress.run(&units.places(), [&](bichig_error* error) {
            return bichig_check_utf16(checker_.get(), units.data(), units.size(), &how.options, found.out(),
                                      found.count(), &summary, error);
        });
        return {found_of(found, units.places()), summary.words, summary.searched != 0};
    }

    bool is_right(const nb::str& word) const {
        const Utf16 units{word};
        int right = 0;
        run(units, [&](bichig_error* error) {
            return bichig_is_right_utf16(checker_.get(), units.data(), units.size(), &right, error);
        });
        return right != 0;
    }

    std::vector<Suggestion> suggest(const nb::str& word, unsigned limit, bool ask_hunspell) const {
        const Utf16 units{word};
        bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
        options.limit = limit;
        options.ask_hunspell = ask_hunspell ? 1 : 0;
        Array<bichig_suggestion> found;
        run(true, &units.places(), [&](bichig_error* error) {
            return bichig_suggest_utf16(checker_.get(), units.data(), units.size(), &options, found.out(),
                                        found.count(), error);
        });
        std::vector<Suggestion> all;
        for (const bichig_suggestion& suggestion : found) all.push_back(suggestion_of(suggestion));
        return all;
    }

private:
    Owned<bichig_checker> checker_;
};

}  // namespace

void bind_spelling(nb::module_& module) {
    nb::class_<Checker>(module, "Checker")
        .def(nb::init<const Dictionary*, const std::vector<const Hunspell*>&, const std::vector<const WordList*>&>(),
             nb::arg("dictionary").none(), nb::arg("others"), nb::arg("personal"))
        .def("check", &Checker::check, nb::arg("text"), nb::arg("suggestions"), nb::arg("limit"),
             nb::arg("accept_nnbsp"), nb::arg("word_budget"), nb::arg("searches"), nb::arg("ask_hunspell"),
             nb::arg("progress").none())
        .def("is_right", &Checker::is_right, nb::arg("word"))
        .def("suggest", &Checker::suggest, nb::arg("word"), nb::arg("limit"), nb::arg("ask_hunspell"));
}

}  // namespace bichig::python
