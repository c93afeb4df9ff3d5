// Forms of the dictionary that may be meant by a word which is none, by letters and by written units.
#pragma once

#include <string_view>
#include <vector>

#include <bichig/spell/checker.h>

namespace bichig::spell {

/// `cost` less what the frequency of the form is worth (see Suggestion::cost).
int cost_with_frequency(unsigned cost, const FormInfo& info);

/// The forms that look as `word` does, the best first: those with fewer other letters, and the more frequent.
std::vector<Suggestion> forms_that_look_so(const ShapeIndex& index, std::u16string_view word);

/// Collects suggestions: each text once, with its least cost.
class Candidates {
public:
    void add(std::u16string text, int cost);
    bool empty() const { return found_.empty(); }
    /// The least cost; only of some that are not empty.
    int least() const;
    /// At most `limit`, the best first.
    std::vector<Suggestion> best(std::size_t limit) const;

private:
    std::vector<Suggestion> found_;
};

/// Adds the forms that are near `word`: one difference of letters; what is near in written units; and where there are
/// none of either, what is less near.
void add_near(const ShapeIndex& index, std::u16string_view word, const CheckOptions& options, Candidates& candidates);

}  // namespace bichig::spell
