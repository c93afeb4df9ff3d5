// Forms of the separated suffixes. Made by data/suffixes/generate.py from suffixes.tsv.
#pragma once

#include <array>
#include <string_view>

#include <bichig/script/suffixes.h>

namespace bichig::script::generated {

struct SuffixForm {
    std::u16string_view masculine;
    std::u16string_view feminine;
};

struct SuffixRow {
    std::array<SuffixForm, 4> after;  ///< by Ending
    bool after_space;
    bool attributive_numeral;
};

inline constexpr std::array<SuffixRow, 10> case_rows = {{
    // genitive
    {{{{u"\u1836\u1822\u1828", u"\u1836\u1822\u1828"},
       {u"\u1824", u"\u1826"},
       {u"\u1824\u1828", u"\u1826\u1828"},
       {u"\u1824\u1828", u"\u1826\u1828"}}},
     false,
     true},
    // dative
    {{{{u"\u1833\u1824", u"\u1833\u1826"},
       {u"\u1833\u1824", u"\u1833\u1826"},
       {u"\u1832\u1824", u"\u1832\u1826"},
       {u"\u1833\u1824", u"\u1833\u1826"}}},
     false,
     true},
    // dative_dur
    {{{{u"\u1833\u1824\u1837", u"\u1833\u1826\u1837"},
       {u"\u1833\u1824\u1837", u"\u1833\u1826\u1837"},
       {u"\u1832\u1824\u1837", u"\u1832\u1826\u1837"},
       {u"\u1833\u1824\u1837", u"\u1833\u1826\u1837"}}},
     false,
     true},
    // dative_classical
    {{{{u"\u1820", u"\u1821"},
       {u"\u1820", u"\u1821"},
       {u"\u1820", u"\u1821"},
       {u"\u1820", u"\u1821"}}},
     false,
     true},
    // accusative
    {{{{u"\u1836\u1822", u"\u1836\u1822"},
       {u"\u1822", u"\u1822"},
       {u"\u1822", u"\u1822"},
       {u"\u1822", u"\u1822"}}},
     false,
     false},
    // ablative
    {{{{u"\u1820\u1834\u1820", u"\u1821\u1834\u1821"},
       {u"\u1820\u1834\u1820", u"\u1821\u1834\u1821"},
       {u"\u1820\u1834\u1820", u"\u1821\u1834\u1821"},
       {u"\u1820\u1834\u1820", u"\u1821\u1834\u1821"}}},
     false,
     true},
    // ablative_dacha
    {{{{u"\u1833\u1820\u1834\u1820", u"\u1833\u1821\u1834\u1821"},
       {u"\u1833\u1820\u1834\u1820", u"\u1833\u1821\u1834\u1821"},
       {u"\u1832\u1820\u1834\u1820", u"\u1832\u1821\u1834\u1821"},
       {u"\u1833\u1820\u1834\u1820", u"\u1833\u1821\u1834\u1821"}}},
     false,
     true},
    // instrumental
    {{{{u"\u182A\u1820\u1837", u"\u182A\u1821\u1837"},
       {u"\u1822\u1836\u1820\u1837", u"\u1822\u1836\u1821\u1837"},
       {u"\u1822\u1836\u1820\u1837", u"\u1822\u1836\u1821\u1837"},
       {u"\u1822\u1836\u1820\u1837", u"\u1822\u1836\u1821\u1837"}}},
     false,
     false},
    // comitative
    {{{{u"\u1832\u1820\u1822", u"\u1832\u1821\u1822"},
       {u"\u1832\u1820\u1822", u"\u1832\u1821\u1822"},
       {u"\u1832\u1820\u1822", u"\u1832\u1821\u1822"},
       {u"\u1832\u1820\u1822", u"\u1832\u1821\u1822"}}},
     false,
     false},
    // conjunctive
    {{{{u"\u182F\u1824\u182D\u180E\u1820", u"\u182F\u1826\u182D\u1821"},
       {u"\u182F\u1824\u182D\u180E\u1820", u"\u182F\u1826\u182D\u1821"},
       {u"\u182F\u1824\u182D\u180E\u1820", u"\u182F\u1826\u182D\u1821"},
       {u"\u182F\u1824\u182D\u180E\u1820", u"\u182F\u1826\u182D\u1821"}}},
     false,
     false},
}};
static_assert(static_cast<int>(Case::genitive) == 0);
static_assert(static_cast<int>(Case::dative) == 1);
static_assert(static_cast<int>(Case::dative_dur) == 2);
static_assert(static_cast<int>(Case::dative_classical) == 3);
static_assert(static_cast<int>(Case::accusative) == 4);
static_assert(static_cast<int>(Case::ablative) == 5);
static_assert(static_cast<int>(Case::ablative_dacha) == 6);
static_assert(static_cast<int>(Case::instrumental) == 7);
static_assert(static_cast<int>(Case::comitative) == 8);
static_assert(static_cast<int>(Case::conjunctive) == 9);

inline constexpr std::array<SuffixRow, 3> plural_rows = {{
    // nar
    {{{{u"\u1828\u1820\u1837", u"\u1828\u1821\u1837"},
       {u"\u1828\u1820\u1837", u"\u1828\u1821\u1837"},
       {u"\u1828\u1820\u1837", u"\u1828\u1821\u1837"},
       {u"\u1828\u1820\u1837", u"\u1828\u1821\u1837"}}},
     false,
     false},
    // ud
    {{{{u"\u1824\u1833", u"\u1826\u1833"},
       {u"\u1824\u1833", u"\u1826\u1833"},
       {u"\u1824\u1833", u"\u1826\u1833"},
       {u"\u1824\u1833", u"\u1826\u1833"}}},
     false,
     false},
    // nugud
    {{{{u"\u1828\u1824\u182D\u1824\u1833", u"\u1828\u1826\u182D\u1826\u1833"},
       {u"\u1828\u1824\u182D\u1824\u1833", u"\u1828\u1826\u182D\u1826\u1833"},
       {u"\u1828\u1824\u182D\u1824\u1833", u"\u1828\u1826\u182D\u1826\u1833"},
       {u"\u1828\u1824\u182D\u1824\u1833", u"\u1828\u1826\u182D\u1826\u1833"}}},
     false,
     false},
}};
static_assert(static_cast<int>(Plural::nar) == 0);
static_assert(static_cast<int>(Plural::ud) == 1);
static_assert(static_cast<int>(Plural::nugud) == 2);

inline constexpr std::array<SuffixRow, 6> reflexive_rows = {{
    // plain
    {{{{u"\u182A\u1820\u1828", u"\u182A\u1821\u1828"},
       {u"\u1822\u1836\u1820\u1828", u"\u1822\u1836\u1821\u1828"},
       {u"\u1822\u1836\u1820\u1828", u"\u1822\u1836\u1821\u1828"},
       {u"\u1822\u1836\u1820\u1828", u"\u1822\u1836\u1821\u1828"}}},
     false,
     false},
    // genitive
    {{{{u"\u1828\u1820\u1822\u182C\u1820\u1828", u"\u1828\u1821\u1822\u182C\u1821\u1828"},
       {u"\u1828\u1820\u1822\u182C\u1820\u1828", u"\u1828\u1821\u1822\u182C\u1821\u1828"},
       {u"\u1828\u1820\u1822\u182C\u1820\u1828", u"\u1828\u1821\u1822\u182C\u1821\u1828"},
       {u"\u1828\u1820\u1822\u182C\u1820\u1828", u"\u1828\u1821\u1822\u182C\u1821\u1828"}}},
     false,
     true},
    // dative
    {{{{u"\u1833\u1820\u182D\u1820\u1828", u"\u1833\u1821\u182D\u1821\u1828"},
       {u"\u1833\u1820\u182D\u1820\u1828", u"\u1833\u1821\u182D\u1821\u1828"},
       {u"\u1832\u1820\u182D\u1820\u1828", u"\u1832\u1821\u182D\u1821\u1828"},
       {u"\u1833\u1820\u182D\u1820\u1828", u"\u1833\u1821\u182D\u1821\u1828"}}},
     false,
     true},
    // accusative
    {{{{u"\u1836\u1824\u182D\u1820\u1828", u"\u1836\u1826\u182D\u1821\u1828"},
       {u"\u1836\u1824\u182D\u1820\u1828", u"\u1836\u1826\u182D\u1821\u1828"},
       {u"\u1836\u1824\u182D\u1820\u1828", u"\u1836\u1826\u182D\u1821\u1828"},
       {u"\u1836\u1824\u182D\u1820\u1828", u"\u1836\u1826\u182D\u1821\u1828"}}},
     false,
     false},
    // ablative
    {{{{u"\u1820\u1834\u1820\u182D\u1820\u1828", u"\u1821\u1834\u1821\u182D\u1821\u1828"},
       {u"\u1820\u1834\u1820\u182D\u1820\u1828", u"\u1821\u1834\u1821\u182D\u1821\u1828"},
       {u"\u1820\u1834\u1820\u182D\u1820\u1828", u"\u1821\u1834\u1821\u182D\u1821\u1828"},
       {u"\u1820\u1834\u1820\u182D\u1820\u1828", u"\u1821\u1834\u1821\u182D\u1821\u1828"}}},
     false,
     true},
    // comitative
    {{{{u"\u1832\u1820\u1822\u182D\u1820\u1828", u"\u1832\u1821\u1822\u182D\u1821\u1828"},
       {u"\u1832\u1820\u1822\u182D\u1820\u1828", u"\u1832\u1821\u1822\u182D\u1821\u1828"},
       {u"\u1832\u1820\u1822\u182D\u1820\u1828", u"\u1832\u1821\u1822\u182D\u1821\u1828"},
       {u"\u1832\u1820\u1822\u182D\u1820\u1828", u"\u1832\u1821\u1822\u182D\u1821\u1828"}}},
     false,
     false},
}};
static_assert(static_cast<int>(Reflexive::plain) == 0);
static_assert(static_cast<int>(Reflexive::genitive) == 1);
static_assert(static_cast<int>(Reflexive::dative) == 2);
static_assert(static_cast<int>(Reflexive::accusative) == 3);
static_assert(static_cast<int>(Reflexive::ablative) == 4);
static_assert(static_cast<int>(Reflexive::comitative) == 5);

inline constexpr std::array<SuffixRow, 5> particle_rows = {{
    // locative
    {{{{u"\u1833\u1820\u182C\u1822", u"\u1833\u1821\u182C\u1822"},
       {u"\u1833\u1820\u182C\u1822", u"\u1833\u1821\u182C\u1822"},
       {u"\u1832\u1820\u182C\u1822", u"\u1832\u1821\u182C\u1822"},
       {u"\u1833\u1820\u182C\u1822", u"\u1833\u1821\u182C\u1822"}}},
     false,
     true},
    // ordinal
    {{{{u"\u1833\u1824\u182D\u1820\u1837", u"\u1833\u1826\u182D\u1821\u1837"},
       {u"\u1833\u1824\u182D\u1820\u1837", u"\u1833\u1826\u182D\u1821\u1837"},
       {u"\u1833\u1824\u182D\u1820\u1837", u"\u1833\u1826\u182D\u1821\u1837"},
       {u"\u1833\u1824\u182D\u1820\u1837", u"\u1833\u1826\u182D\u1821\u1837"}}},
     false,
     false},
    // focus_da
    {{{{u"\u1833\u1820", u"\u1833\u1821"},
       {u"\u1833\u1820", u"\u1833\u1821"},
       {u"\u1833\u1820", u"\u1833\u1821"},
       {u"\u1833\u1820", u"\u1833\u1821"}}},
     false,
     false},
    // focus_chu
    {{{{u"\u1834\u1824", u"\u1834\u1826"},
       {u"\u1834\u1824", u"\u1834\u1826"},
       {u"\u1834\u1824", u"\u1834\u1826"},
       {u"\u1834\u1824", u"\u1834\u1826"}}},
     false,
     false},
    // question
    {{{{u"\u1824\u1824", u"\u1826\u1826"},
       {u"\u1824\u1824", u"\u1826\u1826"},
       {u"\u1824\u1824", u"\u1826\u1826"},
       {u"\u1824\u1824", u"\u1826\u1826"}}},
     true,
     false},
}};
static_assert(static_cast<int>(Particle::locative) == 0);
static_assert(static_cast<int>(Particle::ordinal) == 1);
static_assert(static_cast<int>(Particle::focus_da) == 2);
static_assert(static_cast<int>(Particle::focus_chu) == 3);
static_assert(static_cast<int>(Particle::question) == 4);

}  // namespace bichig::script::generated
