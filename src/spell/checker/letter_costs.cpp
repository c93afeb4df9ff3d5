// Costs of letters, estimated by the project: letters of one drawing or one sound are near.
#include "spell/checker/letter_costs.h"

#include <algorithm>
#include <array>
#include <optional>

#include <bichig/script/properties.h>

namespace bichig::spell {

namespace {

/// Letters that are confused with one another.
struct Group {
    std::u16string_view letters;
    std::uint8_t cost;
};

constexpr Group groups[] = {
    {u"\u1823\u1824", 45},        // o u
    {u"\u1825\u1826", 45},        // ö ü
    {u"\u1832\u1833", 45},        // t d
    {u"\u182C\u182D", 45},        // x g
    {u"\u1820\u1821", 55},        // a e
    {u"\u1823\u1824\u1825\u1826", 60},
    {u"\u1822\u1836\u1835", 50},  // i y ǰ
    {u"\u1830\u1831", 50},        // s š
    {u"\u1834\u1835", 60},        // č ǰ
    {u"\u1828\u1829", 60},        // n nɡ
    {u"\u1820\u1821\u1828", 70},  // teeth: a e n
    {u"\u1827\u1838", 40},        // ë w
    {u"\u183A\u183B\u182C", 60},  // k ḳ x
    {u"\u182A\u182B\u1839", 70},  // b p f
    {u"\u183C\u1834", 60},        // c č
    {u"\u183D\u1835", 60},        // z ǰ
    {u"\u182E\u182F", 80},        // m l
    {u"\u1820\u1821\u1822\u1823\u1824\u1825\u1826", 80},  // vowels
};

constexpr unsigned block = 0x1820, block_size = 0x23;

using Costs = std::array<std::array<std::uint8_t, block_size>, block_size>;

const Costs& costs() {
    static const Costs table = [] {
        Costs made;
        for (auto& row : made) row.fill(100);
        for (const Group& group : groups) {
            for (const char16_t a : group.letters) {
                for (const char16_t b : group.letters) {
                    auto& cost = made[a - block][b - block];
                    cost = std::min(cost, group.cost);
                }
            }
        }
        return made;
    }();
    return table;
}

/// The cost of a control too many or too few; none for a letter.
std::optional<unsigned> cost_of_control(char16_t control) {
    switch (script::kind(control)) {
        case script::Kind::variation_selector:
        case script::Kind::joiner:
        case script::Kind::non_joiner: return 20;
        case script::Kind::vowel_separator:
        case script::Kind::suffix_space: return 40;
        default: return std::nullopt;
    }
}

}  // namespace

unsigned replace_cost(char16_t a, char16_t b) {
    if (a == b) return 0;
    const unsigned first = a - block;
    const unsigned second = b - block;
    if (first < block_size && second < block_size) return costs()[first][second];
    return 110;
}

unsigned surplus_cost(char16_t letter, char16_t neighbour) {
    return cost_of_control(letter).value_or(letter == neighbour ? 75 : 95);
}

unsigned missing_cost(char16_t letter, char16_t neighbour) {
    return cost_of_control(letter).value_or(letter == neighbour ? 60 : 75);
}

unsigned letter_distance(std::u16string_view a, std::u16string_view b, unsigned limit) {
    constexpr std::size_t longest = 64;
    if (a.size() > longest || b.size() > longest) return too_far;
    std::array<std::array<std::uint16_t, longest + 1>, 3> rows;
    std::uint16_t* before = rows[0].data();  // the row above the last
    std::uint16_t* above = rows[1].data();
    std::uint16_t* row = rows[2].data();
    const auto neighbour = [](std::u16string_view text, std::size_t i) { return i > 0 ? text[i - 1] : u'\0'; };
    for (std::size_t i = 0; i <= a.size(); ++i) {
        unsigned least = too_far;
        for (std::size_t k = 0; k <= b.size(); ++k) {
            unsigned best = i + k == 0 ? 0 : too_far;
            if (i > 0) best = std::min(best, above[k] + surplus_cost(a[i - 1], neighbour(a, i - 1)));
            if (k > 0) best = std::min(best, row[k - 1] + missing_cost(b[k - 1], neighbour(b, k - 1)));
            if (i > 0 && k > 0) best = std::min(best, above[k - 1] + replace_cost(a[i - 1], b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1]) {
                best = std::min(best, before[k - 2] + exchange_cost);
            }
            row[k] = static_cast<std::uint16_t>(std::min(best, too_far));
            least = std::min<unsigned>(least, row[k]);
        }
        if (least > limit + exchange_cost) return too_far;
        std::uint16_t* const free = before;
        before = above;
        above = row;
        row = free;
    }
    return above[b.size()] <= limit ? above[b.size()] : too_far;
}

}  // namespace bichig::spell
