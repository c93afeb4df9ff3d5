// Two ways to forms near a word. Every word with one letter more, less or another is looked up in the table of forms:
// some 900 look-ups that cost less than a walk. The walk over the automaton of shapes finds those that differ by a
// stroke, whatever letters they are written with, and those with two differences.
#include "spell/checker/candidates.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "spell/checker/letter_costs.h"

namespace bichig::spell {

namespace {

constexpr char16_t first_letter = 0x1820, last_letter = 0x1842, mvs = 0x180E, first_selector = 0x180B;
/// Written units know less than letters: of two forms equally near, that which is nearer by letters is meant.
constexpr unsigned unit_handicap = 30;
constexpr std::size_t longest_for_edits = 40;

/// Letters that are written and not spoken: g between the vowels that became a long one, the vowel before gsan. Who
/// writes as he speaks leaves out both: one fault.
constexpr std::u16string_view unspoken[] = {
    u"\u182D\u1820", u"\u182D\u1821", u"\u182D\u1824", u"\u182D\u1826", u"\u182D\u1822", u"\u1820\u182D",
    u"\u1821\u182D", u"\u1824\u182D", u"\u1826\u182D", u"\u1822\u182D", u"\u1836\u1822"};
constexpr unsigned cost_of_unspoken = 100;

/// Looks up the words with one difference.
class LetterEdits {
public:
    LetterEdits(const ShapeIndex& index, std::u16string_view word, Candidates& candidates)
        : index_{index}, word_{word}, made_{word}, candidates_{candidates} {}

    void run() {
        for (std::size_t i = 0; i < word_.size(); ++i) {
            made_.assign(word_);
            made_.erase(i, 1);
            look_up(surplus_cost(word_[i], i > 0 ? word_[i - 1] : u'\0'));
            if (i + 1 == word_.size() || word_[i] == word_[i + 1]) continue;
            made_.assign(word_);
            std::swap(made_[i], made_[i + 1]);
            look_up(exchange_cost);
        }
        for_each_letter([this](char16_t letter) {
            made_.assign(word_);
            for (std::size_t i = 0; i < word_.size(); ++i) {
                if (letter == word_[i]) continue;
                made_[i] = letter;
                look_up(replace_cost(word_[i], letter));
                made_[i] = word_[i];
            }
            made_.insert(made_.begin(), letter);
            for (std::size_t i = 0;; ++i) {  // the letter wanders through the word
                look_up(missing_cost(letter, i > 0 ? word_[i - 1] : u'\0'));
                if (i == word_.size()) break;
                std::swap(made_[i], made_[i + 1]);
            }
        });
        for (const std::u16string_view pair : unspoken) {
            for (std::size_t i = 1; i < word_.size(); ++i) {
                made_.assign(word_);
                made_.insert(i, pair);
                look_up(cost_of_unspoken);
            }
        }
        look_up_pending();
    }

private:
    template <class Visit>
    static void for_each_letter(Visit visit) {
        for (char16_t letter = first_letter; letter <= last_letter; ++letter) visit(letter);
        visit(mvs);
        visit(first_selector);
    }
    void look_up(unsigned cost) {
        pending_[pending_count_].assign(made_);
        costs_[pending_count_] = cost;
        if (++pending_count_ == pending_.size()) look_up_pending();
    }
    /// Nearly none is a form: the table is asked for several at once, so that its memory is waited for together.
    void look_up_pending() {
        std::array<std::u16string_view, batch> forms;
        std::array<bool, batch> found{};
        std::copy(pending_.begin(), pending_.begin() + pending_count_, forms.begin());
        index_.contains({forms.data(), pending_count_}, {found.data(), pending_count_});
        for (std::size_t i = 0; i < pending_count_; ++i) {
            if (!found[i]) continue;
            if (const auto info = index_.find(forms[i])) {
                candidates_.add(pending_[i], cost_with_frequency(costs_[i], *info));
            }
        }
        pending_count_ = 0;
    }

    const ShapeIndex& index_;
    std::u16string_view word_;
    std::u16string made_;
    Candidates& candidates_;
    static constexpr std::size_t batch = 16;
    std::array<std::u16string, batch> pending_;
    std::array<unsigned, batch> costs_{};
    std::size_t pending_count_ = 0;
};

/// Adds the forms of the shapes near `word`.
void add_near_shapes(const ShapeIndex& index, std::u16string_view word, const NearOptions& options,
                     Candidates& candidates) {
    constexpr std::size_t most_shapes = 200;
    constexpr unsigned most_letters = 400;
    const NearShapes near = index.near(word, options);
    for (std::size_t i = 0; i < std::min(near.shapes.size(), most_shapes); ++i) {
        for (IndexedForm& form : index.forms(near.shapes[i].shape)) {
            const unsigned by_units = near.shapes[i].distance + (near.shapes[i].distance > 0 ? unit_handicap : 0);
            const unsigned by_letters = letter_distance(word, form.text, most_letters);
            const int cost = cost_with_frequency(std::min(by_units, by_letters), form.info);
            candidates.add(std::move(form.text), cost);
        }
    }
}

}  // namespace

int cost_with_frequency(unsigned cost, const FormInfo& info) {
    // log2 in steps of a whole: the same on every machine.
    const int worth = std::min(30, 3 * static_cast<int>(std::bit_width(info.frequency)));
    return static_cast<int>(cost) - worth;
}

std::vector<Suggestion> forms_that_look_so(const ShapeIndex& index, std::u16string_view word) {
    struct Found {
        Suggestion suggestion;
        unsigned letters;
    };
    std::vector<Found> found;
    std::vector<IndexedForm> forms = index.forms_of_shape(word);
    for (IndexedForm& form : forms) {
        const unsigned letters = forms.size() > 1 ? letter_distance(word, form.text, too_far - 1) : 0;
        found.push_back({{std::move(form.text), cost_with_frequency(0, form.info)}, letters});
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.suggestion.cost != b.suggestion.cost ? a.suggestion.cost < b.suggestion.cost : a.letters < b.letters;
    });
    std::vector<Suggestion> suggestions;
    for (Found& one : found) suggestions.push_back(std::move(one.suggestion));
    return suggestions;
}

void Candidates::add(std::u16string text, int cost) {
    for (Suggestion& known : found_) {
        if (known.text != text) continue;
        known.cost = std::min(known.cost, cost);
        return;
    }
    found_.push_back({std::move(text), cost});
}

int Candidates::least() const {
    return std::min_element(found_.begin(), found_.end(), [](const Suggestion& a, const Suggestion& b) {
               return a.cost < b.cost;
           })->cost;
}

std::vector<Suggestion> Candidates::best(std::size_t limit) const {
    std::vector<Suggestion> sorted = found_;
    std::sort(sorted.begin(), sorted.end(), [](const Suggestion& a, const Suggestion& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.text < b.text;
    });
    if (sorted.size() > limit) sorted.resize(limit);
    return sorted;
}

void add_near(const ShapeIndex& index, std::u16string_view word, const CheckOptions& options, Candidates& candidates) {
    constexpr std::uint16_t near = 140, less_near = 220;
    constexpr std::uint32_t most_steps = 40'000;  // the same on every machine, where the budget is not
    if (word.size() > max_form_size) return;
    if (word.size() <= longest_for_edits) LetterEdits{index, word, candidates}.run();
    NearOptions walk;
    walk.stop = options.stop;
    walk.steps = most_steps;
    walk.deadline = std::chrono::steady_clock::now() + options.word_budget;
    walk.distance = near;
    add_near_shapes(index, word, walk, candidates);
    if (!candidates.empty() || word.size() < 5) return;
    walk.distance = less_near;
    add_near_shapes(index, word, walk, candidates);
}

}  // namespace bichig::spell
