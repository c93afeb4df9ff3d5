// The cheapest way through the strokes of a segment, letter by letter.
//
// Glyph codes of Menksoft name letters, but converters write them by their look alone ("e" and "n" for "a"), and Z52
// names none. So each letter has a cost: none if the glyph is named after it, more for other readings; then come the
// habits of Mongolian: vowels of one gender in a word, few vowels side by side, no cluster at the beginning. The costs
// only decide between readings that look the same; what is drawn does not depend on them.
#include "script/legacy/reader.h"

#include <algorithm>
#include <array>
#include <limits>

namespace bichig::script {

namespace {

constexpr std::size_t longest = 96;
constexpr std::size_t gender_count = 3;
constexpr unsigned second_name_cost = 1;  // of the second letter that a glyph is named after
constexpr unsigned forced_cost = 2;       // of a form that only a selector gives
constexpr unsigned look_alike_cost = 4;   // of a letter that looks like the one a glyph is named after
/// What was read last: nothing, a vowel (a, e, i, o …) or a consonant.
enum Last : std::uint8_t { nothing, consonant, first_vowel };
constexpr std::size_t last_count = first_vowel + 8;
constexpr std::size_t state_count = gender_count * last_count;
constexpr std::uint16_t unreached = std::numeric_limits<std::uint16_t>::max();

constexpr char16_t a = 0x1820, e = 0x1821, i_letter = 0x1822, ue = 0x1826, n = 0x1828, h = 0x182C, g = 0x182D,
                   t = 0x1832, d = 0x1833;

bool is_vowel(char16_t letter) { return letter >= a && letter <= 0x1827; }

Gender gender_of(char16_t letter) {
    if (letter == a || letter == 0x1823 || letter == 0x1824) return Gender::masculine;
    if (letter == e || (letter >= 0x1825 && letter <= 0x1827)) return Gender::feminine;
    return Gender::open;
}

/// Letters of one look: a and e, o and u, ö and ü, h and g, t and d.
bool look_alike(char16_t one, char16_t other) {
    const auto [low, high] = std::minmax(one, other);
    return (low == a && high == e) || (low == 0x1823 && high == 0x1824) || (low == 0x1825 && high == ue) ||
           (low == h && high == g) || (low == t && high == d);
}

struct Step {
    std::uint16_t cost;
    std::uint16_t form;
    std::uint8_t from;
    std::uint8_t from_state;
};

/// The forms whose first stroke is `stroke`: [begin, end) of generated::ink_forms.
std::pair<std::uint16_t, std::uint16_t> forms_with(Stroke stroke) {
    struct Index {
        std::array<std::uint16_t, 2 * generated::word_end + 1> begin{};
        Index() {
            std::size_t form = 0;
            for (std::size_t s = 0; s < begin.size(); ++s) {
                while (form < generated::ink_forms.size() && generated::ink_forms[form].ink[0] < s) ++form;
                begin[s] = static_cast<std::uint16_t>(form);
            }
        }
    };
    static const Index index;
    if (stroke + 1u >= index.begin.size()) return {0, 0};
    return {index.begin[stroke], index.begin[stroke + 1u]};
}

Position position_in(const Segment& segment, std::size_t begin, std::size_t end) {
    const bool before = begin > 0 || segment.joined_before;
    const bool after = end < segment.strokes.size() || segment.joined_after;
    return before ? (after ? Position::medi : Position::fina) : (after ? Position::init : Position::isol);
}

/// What a letter costs by what was read before it. `teeth`: two like strokes, as medial h and g of masculine words.
unsigned habit_cost(std::size_t state, char16_t letter, bool teeth) {
    const auto before = static_cast<Gender>(state / last_count);
    const std::size_t last = state % last_count;
    const Gender gender = gender_of(letter);
    unsigned cost = before != Gender::open && gender != Gender::open && gender != before ? 6 : 0;
    if ((letter == h || letter == g) && teeth && before == Gender::feminine) cost += 4;
    if (is_vowel(letter) && last >= first_vowel) {
        const auto vowel = static_cast<char16_t>(a + (last - first_vowel));
        if (letter == i_letter) return cost + (vowel == i_letter ? 10 : 2);
        return cost + (vowel == letter && vowel >= 0x1823 && vowel <= ue ? 5 : 9);
    }
    if (!is_vowel(letter) && last == consonant && letter == n) cost += 3;
    return cost;
}

std::size_t state_after(std::size_t state, char16_t letter) {
    Gender gender = gender_of(letter);
    if (gender == Gender::open) gender = static_cast<Gender>(state / last_count);
    const std::size_t last = is_vowel(letter) ? first_vowel + (letter - a) : std::size_t{consonant};
    return static_cast<std::size_t>(gender) * last_count + last;
}

/// The reading by the names of the glyphs, if no other can be cheaper: it costs nothing, or less than any other letter.
/// Most words have it.
bool read_by_names(const Segment& segment, Gender& gender, std::vector<ReadLetter>& out) {
    const std::size_t size = segment.strokes.size();
    const std::size_t out_size = out.size();
    if (size > longest) return false;
    std::size_t state = static_cast<std::size_t>(gender) * last_count + nothing;
    unsigned cost = 0;
    unsigned limit = look_alike_cost;
    for (std::size_t begin = 0, end = 0; begin < size; begin = end) {
        const std::uint8_t glyph = segment.strokes[begin].glyph;
        while (end < size && segment.strokes[end].glyph == glyph) ++end;
        const char16_t letter = segment.hints[glyph].letters[0];
        const Position position = position_in(segment, begin, end);
        const bool teeth = end == begin + 2 && segment.strokes[begin].stroke == segment.strokes[begin + 1].stroke;
        cost += habit_cost(state, letter, teeth);
        const Hint& hint = segment.hints[glyph];
        const auto is_plain = [&](int name) { return (hint.plain[name] >> static_cast<int>(position) & 1) != 0; };
        if (hint.letters[1] != 0) limit = std::min(limit, second_name_cost + (is_plain(1) ? 0 : forced_cost));
        if (letter == 0 || !is_plain(0) || cost >= limit) {
            out.resize(out_size);
            return false;
        }
        out.push_back({letter, static_cast<std::uint8_t>(begin), static_cast<std::uint8_t>(end - begin)});
        state = state_after(state, letter);
    }
    gender = static_cast<Gender>(state / last_count);
    return size > 0;
}

class Reading {
public:
    explicit Reading(const Segment& segment) : segment_{segment} {}

    std::size_t reached() const { return reached_; }

    bool run(Gender& gender, std::vector<ReadLetter>& out) {
        const std::size_t size = segment_.strokes.size();
        if (size == 0 || size > longest) return false;
        for (std::size_t i = 0; i <= size; ++i) steps_[i].fill({unreached, 0, 0, 0});
        steps_[0][static_cast<std::size_t>(gender) * last_count + nothing].cost = 0;
        for (std::size_t i = 0; i < size; ++i) extend(i);
        const auto& ends = steps_[size];
        const auto best = std::min_element(ends.begin(), ends.end(),
                                           [](const Step& x, const Step& y) { return x.cost < y.cost; });
        if (best->cost == unreached) {
            find_reached();
            return false;
        }
        trace(size, static_cast<std::size_t>(best - ends.begin()), out);
        gender = static_cast<Gender>(static_cast<std::size_t>(best - ends.begin()) / last_count);
        return true;
    }

private:
    void find_reached() {
        for (std::size_t i = segment_.strokes.size() - 1; i > 0 && reached_ == 0; --i) {
            if (segment_.strokes[i - 1].glyph == segment_.strokes[i].glyph) continue;
            const bool any = std::any_of(steps_[i].begin(), steps_[i].end(),
                                         [](const Step& step) { return step.cost != unreached; });
            if (any) reached_ = i;
        }
    }

    void extend(std::size_t begin) {
        const auto& states = steps_[begin];
        if (std::all_of(states.begin(), states.end(), [](const Step& s) { return s.cost == unreached; })) return;
        const auto [first, last] = forms_with(segment_.strokes[begin].stroke);
        for (std::uint16_t index = first; index < last; ++index) {
            const generated::InkForm& form = generated::ink_forms[index];
            const std::size_t end = begin + form.size;
            if (end > segment_.strokes.size() || !drawn_as(begin, form) ||
                static_cast<Position>(form.position) != position_in(segment_, begin, end)) {
                continue;
            }
            const unsigned own = own_cost(begin, end, form);
            for (std::size_t state = 0; state < state_count; ++state) {
                if (states[state].cost != unreached) take(begin, end, state, index, own);
            }
        }
    }

    bool drawn_as(std::size_t begin, const generated::InkForm& form) const {
        for (std::size_t k = 0; k < form.size; ++k) {
            if (segment_.strokes[begin + k].stroke != form.ink[k]) return false;
        }
        return true;
    }

    /// What a letter costs by the glyphs it is read from.
    unsigned own_cost(std::size_t begin, std::size_t end, const generated::InkForm& form) const {
        const unsigned forced = form.plain ? 0 : forced_cost;
        const std::uint8_t first = segment_.strokes[begin].glyph;
        const std::uint8_t last = segment_.strokes[end - 1].glyph;
        const Hint& hint = segment_.hints[last];
        if (hint.letters[0] == 0) return forced + 2 + (form.letter > g && form.letter != t && form.letter != d ? 0 : 1);
        const bool aligned = (begin == 0 || segment_.strokes[begin - 1].glyph != first) &&
                             (end == segment_.strokes.size() || segment_.strokes[end].glyph != last);
        if (!aligned) return forced + 16;
        const bool named = hint.letters[0] == form.letter || hint.letters[1] == form.letter;
        if (first == last) {
            if (named) return forced + (hint.letters[0] == form.letter ? 0 : second_name_cost);
            return forced + (look_alike(hint.letters[0], form.letter) ? look_alike_cost : 10);
        }
        return forced + (named ? 6 : 8);
    }

    void take(std::size_t begin, std::size_t end, std::size_t state, std::uint16_t index, unsigned own) {
        const generated::InkForm& form = generated::ink_forms[index];
        const bool teeth = form.size == 2 && form.ink[0] == form.ink[1];
        const unsigned cost = steps_[begin][state].cost + own + habit_cost(state, form.letter, teeth);
        Step& step = steps_[end][state_after(state, form.letter)];
        if (cost < step.cost) {
            step = {static_cast<std::uint16_t>(cost), index, static_cast<std::uint8_t>(begin),
                    static_cast<std::uint8_t>(state)};
        }
    }

    void trace(std::size_t end, std::size_t state, std::vector<ReadLetter>& out) const {
        const std::size_t first = out.size();
        while (end > 0) {
            const Step& step = steps_[end][state];
            out.push_back({generated::ink_forms[step.form].letter, step.from,
                           static_cast<std::uint8_t>(end - step.from)});
            end = step.from;
            state = step.from_state;
        }
        std::reverse(out.begin() + static_cast<std::ptrdiff_t>(first), out.end());
    }

    const Segment& segment_;
    std::size_t reached_ = 0;
    std::array<std::array<Step, state_count>, longest + 1> steps_;  // filled as far as the segment goes
};

}  // namespace

bool read_letters_of(const Segment& segment, Gender& gender, std::vector<ReadLetter>& out, std::size_t& reached) {
    if (read_by_names(segment, gender, out)) return true;
    Reading reading{segment};
    const bool done = reading.run(gender, out);
    reached = reading.reached();
    return done;
}

}  // namespace bichig::script
