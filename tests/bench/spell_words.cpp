// Made-up stems and faults, all from std::mt19937, whose numbers are the same everywhere.
#include "spell_words.h"

#include <algorithm>
#include <random>
#include <unordered_set>

#include <bichig/script/key.h>
#include <bichig/script/suffixes.h>

namespace bichig::bench {

namespace {

using script::Case;
using script::Plural;
using script::Reflexive;
using script::Suffix;

constexpr std::u16string_view consonants =
    u"\u1828\u182A\u182C\u182D\u182E\u182F\u1830\u1831\u1832\u1833\u1834\u1835\u1836\u1837";
constexpr std::u16string_view endings = u"\u1828\u182A\u182D\u182E\u182F\u1830\u1833\u1837";

class Random {
public:
    explicit Random(unsigned seed) : engine_{seed} {}
    std::size_t below(std::size_t count) { return engine_() % count; }
    char16_t of(std::u16string_view letters) { return letters[below(letters.size())]; }

private:
    std::mt19937 engine_;
};

std::u16string stem(Random& random) {
    const bool feminine = random.below(2) == 0;
    const std::u16string_view first = feminine ? u"\u1821\u1825\u1826\u1822" : u"\u1820\u1823\u1824\u1822";
    const std::u16string_view later = feminine ? u"\u1821\u1826\u1822" : u"\u1820\u1824\u1822";
    std::u16string made;
    const std::size_t syllables = 1 + random.below(4);
    for (std::size_t i = 0; i < syllables; ++i) {
        if (i > 0 || random.below(4) > 0) made += random.of(consonants);
        made += random.of(i == 0 ? first : later);
        if (random.below(3) == 0 || (i + 1 == syllables && random.below(2) == 0)) made += random.of(endings);
    }
    return made;
}

/// The suffixes and chains that a stem takes; 39 of them.
std::vector<std::u16string> suffixed(const std::u16string& stem) {
    std::vector<std::u16string> made;
    const auto cases = {Suffix{Case::genitive}, Suffix{Case::dative}, Suffix{Case::dative_dur},
                        Suffix{Case::accusative}, Suffix{Case::ablative}, Suffix{Case::instrumental},
                        Suffix{Case::comitative}, Suffix{Case::conjunctive}, Suffix{Reflexive::plain},
                        Suffix{Reflexive::dative}, Suffix{Reflexive::accusative}, Suffix{Reflexive::ablative},
                        Suffix{Reflexive::comitative}};
    std::vector<std::u16string> bases{stem};
    for (const Plural plural : {Plural::ud, Plural::nugud}) bases.push_back(script::attach_suffix(stem, plural));
    for (const std::u16string& base : bases) {
        for (const Suffix suffix : cases) made.push_back(script::attach_suffix(base, suffix));
    }
    return made;
}

}  // namespace

std::vector<std::u16string> made_up_forms(std::size_t stems) {
    Random random{7};
    std::unordered_set<std::u16string> known;
    std::vector<std::u16string> forms;
    while (known.size() < stems) {
        const std::u16string made = stem(random);
        if (made.size() < 3 || !known.insert(made).second) continue;
        forms.push_back(made);
        for (std::u16string& form : suffixed(made)) forms.push_back(std::move(form));
    }
    return forms;
}

std::vector<std::u16string> misspelt(const std::vector<std::u16string>& forms, std::size_t count, unsigned seed) {
    constexpr std::u16string_view letters =
        u"\u1820\u1821\u1822\u1823\u1824\u1825\u1826\u1828\u182A\u182C\u182D\u182E\u182F\u1830\u1831\u1832\u1833\u1834"
        u"\u1835\u1836\u1837";
    Random random{seed};
    std::vector<std::u16string> made;
    while (made.size() < count) {
        std::u16string word = forms[random.below(forms.size())];
        const std::size_t at = random.below(word.size());
        switch (random.below(4)) {
            case 0: word.insert(at, 1, random.of(letters)); break;
            case 1: word.erase(at, 1); break;
            case 2: word[at] = random.of(letters); break;
            default:
                if (at + 1 < word.size()) std::swap(word[at], word[at + 1]);
        }
        made.push_back(std::move(word));
    }
    return made;
}

std::vector<std::u16string> lookalikes(const std::vector<std::u16string>& forms, std::size_t count, unsigned seed) {
    constexpr std::u16string_view pairs[] = {u"\u1820\u1821", u"\u1823\u1824", u"\u1825\u1826", u"\u1832\u1833",
                                             u"\u182C\u182D", u"\u1823\u1826", u"\u1824\u1825"};
    Random random{seed};
    std::vector<std::u16string> made;
    for (std::size_t tries = 0; made.size() < count && tries < 50 * count; ++tries) {
        const std::u16string& word = forms[random.below(forms.size())];
        std::u16string other = word;
        for (char16_t& unit : other) {
            for (const std::u16string_view pair : pairs) {
                if (random.below(3) != 0) continue;
                if (unit == pair[0]) {
                    unit = pair[1];
                } else if (unit == pair[1]) {
                    unit = pair[0];
                }
            }
        }
        if (other != word && script::same_shape(word, other)) made.push_back(std::move(other));
    }
    return made;
}

}  // namespace bichig::bench
