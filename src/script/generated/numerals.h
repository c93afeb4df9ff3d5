// Words of numbers and dates. Made by data/numerals/generate.py from numerals.tsv and dates.toml.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace bichig::script::generated {

struct Numeral {
    std::uint32_t value;
    std::u16string_view absolute;
    std::u16string_view attributive;
    std::u16string_view chinese;
};

/// 0 to 9, the tens, 100, 1000, 10000, 1000000.
inline constexpr std::array<Numeral, 23> numerals = {{
    {0, u"\u1832\u1821\u182D",
     u"\u1832\u1821\u182D", u"\u3007"},
    {1, u"\u1828\u1822\u182D\u1821",
     u"\u1828\u1822\u182D\u1821\u1828", u"\u4E00"},
    {2, u"\u182C\u1823\u1836\u1820\u1837",
     u"\u182C\u1823\u1836\u1820\u1837", u"\u4E8C"},
    {3, u"\u182D\u1824\u1837\u182A\u1820",
     u"\u182D\u1824\u1837\u182A\u1820\u1828", u"\u4E09"},
    {4, u"\u1833\u1825\u1837\u182A\u1821",
     u"\u1833\u1825\u1837\u182A\u1821\u1828", u"\u56DB"},
    {5, u"\u1832\u1820\u182A\u1824",
     u"\u1832\u1820\u182A\u1824\u1828", u"\u4E94"},
    {6, u"\u1835\u1822\u1837\u182D\u1824\u182D\u180E\u1820",
     u"\u1835\u1822\u1837\u182D\u1824\u182D\u1820\u1828", u"\u516D"},
    {7, u"\u1833\u1823\u182F\u1824\u182D\u180E\u1820",
     u"\u1833\u1823\u182F\u1824\u182D\u1820\u1828", u"\u4E03"},
    {8, u"\u1828\u1820\u1822\u180D\u182E\u180E\u1820",
     u"\u1828\u1820\u1822\u180D\u182E\u1820\u1828", u"\u516B"},
    {9, u"\u1836\u1822\u1830\u1826",
     u"\u1836\u1822\u1830\u1826\u1828", u"\u4E5D"},
    {10, u"\u1820\u1837\u182A\u1820",
     u"\u1820\u1837\u182A\u1820\u1828", u"\u5341"},
    {20, u"\u182C\u1823\u1837\u1822",
     u"\u182C\u1823\u1837\u1822\u1828", u"\u4E8C\u5341"},
    {30, u"\u182D\u1824\u1834\u1822",
     u"\u182D\u1824\u1834\u1822\u1828", u"\u4E09\u5341"},
    {40, u"\u1833\u1825\u1834\u1822",
     u"\u1833\u1825\u1834\u1822\u1828", u"\u56DB\u5341"},
    {50, u"\u1832\u1820\u182A\u1822",
     u"\u1832\u1820\u182A\u1822\u1828", u"\u4E94\u5341"},
    {60, u"\u1835\u1822\u1837\u1820",
     u"\u1835\u1822\u1837\u1820\u1828", u"\u516D\u5341"},
    {70, u"\u1833\u1820\u182F\u1820",
     u"\u1833\u1820\u182F\u1820\u1828", u"\u4E03\u5341"},
    {80, u"\u1828\u1820\u1836\u1820",
     u"\u1828\u1820\u1836\u1820\u1828", u"\u516B\u5341"},
    {90, u"\u1836\u1821\u1837\u1821",
     u"\u1836\u1821\u1837\u1821\u1828", u"\u4E5D\u5341"},
    {100, u"\u1835\u1820\u182D\u1824",
     u"\u1835\u1820\u182D\u1824\u1828", u"\u767E"},
    {1000, u"\u182E\u1822\u1829\u182D\u180E\u1820",
     u"\u182E\u1822\u1829\u182D\u1820\u1828", u"\u5343"},
    {10000, u"\u1832\u1826\u182E\u1821",
     u"\u1832\u1826\u182E\u1821\u1828", u"\u4E07"},
    {1000000, u"\u1830\u1820\u1836\u180E\u1820",
     u"\u1830\u1820\u1836\u180E\u1820", u"\u767E\u4E07"},
}};

inline constexpr std::u16string_view mongolian_date =
    u"{year} \u1823\u1828\u202F\u1824 {month} \u1830\u1820\u1837\u180E\u1820\u202F\u1836\u1822\u1828 {day}{genitive} \u1821\u1833\u1826\u1837";
inline constexpr std::u16string_view chinese_date = u"{year}\u5E74{month}\u6708{day}\u65E5";

}  // namespace bichig::script::generated
