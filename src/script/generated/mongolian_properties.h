// Kind and joining of Mongolian characters. Made by data/unicode/generate.py from mongolian_properties.tsv.
#pragma once

#include <array>

#include <bichig/script/properties.h>

namespace bichig::script::generated {

struct Properties {
    Kind kind = Kind::none;
    Joining joining = Joining::none;
};

struct Single {
    char32_t character = 0;
    Properties properties;
};

inline constexpr char32_t main_block_begin = 0x1800;
inline constexpr std::array<Properties, 176> main_block = {{
    {Kind::punctuation, Joining::none},  // 1800
    {Kind::punctuation, Joining::none},  // 1801
    {Kind::punctuation, Joining::none},  // 1802
    {Kind::punctuation, Joining::none},  // 1803
    {Kind::punctuation, Joining::none},  // 1804
    {Kind::punctuation, Joining::none},  // 1805
    {Kind::soft_hyphen, Joining::none},  // 1806
    {Kind::syllable_marker, Joining::dual},  // 1807
    {Kind::punctuation, Joining::none},  // 1808
    {Kind::punctuation, Joining::none},  // 1809
    {Kind::nirugu, Joining::causing},  // 180A
    {Kind::variation_selector, Joining::transparent},  // 180B
    {Kind::variation_selector, Joining::transparent},  // 180C
    {Kind::variation_selector, Joining::transparent},  // 180D
    {Kind::vowel_separator, Joining::none},  // 180E
    {Kind::variation_selector, Joining::transparent},  // 180F
    {Kind::digit, Joining::none},  // 1810
    {Kind::digit, Joining::none},  // 1811
    {Kind::digit, Joining::none},  // 1812
    {Kind::digit, Joining::none},  // 1813
    {Kind::digit, Joining::none},  // 1814
    {Kind::digit, Joining::none},  // 1815
    {Kind::digit, Joining::none},  // 1816
    {Kind::digit, Joining::none},  // 1817
    {Kind::digit, Joining::none},  // 1818
    {Kind::digit, Joining::none},  // 1819
    {Kind::none, Joining::none},  // 181A
    {Kind::none, Joining::none},  // 181B
    {Kind::none, Joining::none},  // 181C
    {Kind::none, Joining::none},  // 181D
    {Kind::none, Joining::none},  // 181E
    {Kind::none, Joining::none},  // 181F
    {Kind::letter, Joining::dual},  // 1820
    {Kind::letter, Joining::dual},  // 1821
    {Kind::letter, Joining::dual},  // 1822
    {Kind::letter, Joining::dual},  // 1823
    {Kind::letter, Joining::dual},  // 1824
    {Kind::letter, Joining::dual},  // 1825
    {Kind::letter, Joining::dual},  // 1826
    {Kind::letter, Joining::dual},  // 1827
    {Kind::letter, Joining::dual},  // 1828
    {Kind::letter, Joining::dual},  // 1829
    {Kind::letter, Joining::dual},  // 182A
    {Kind::letter, Joining::dual},  // 182B
    {Kind::letter, Joining::dual},  // 182C
    {Kind::letter, Joining::dual},  // 182D
    {Kind::letter, Joining::dual},  // 182E
    {Kind::letter, Joining::dual},  // 182F
    {Kind::letter, Joining::dual},  // 1830
    {Kind::letter, Joining::dual},  // 1831
    {Kind::letter, Joining::dual},  // 1832
    {Kind::letter, Joining::dual},  // 1833
    {Kind::letter, Joining::dual},  // 1834
    {Kind::letter, Joining::dual},  // 1835
    {Kind::letter, Joining::dual},  // 1836
    {Kind::letter, Joining::dual},  // 1837
    {Kind::letter, Joining::dual},  // 1838
    {Kind::letter, Joining::dual},  // 1839
    {Kind::letter, Joining::dual},  // 183A
    {Kind::letter, Joining::dual},  // 183B
    {Kind::letter, Joining::dual},  // 183C
    {Kind::letter, Joining::dual},  // 183D
    {Kind::letter, Joining::dual},  // 183E
    {Kind::letter, Joining::dual},  // 183F
    {Kind::letter, Joining::dual},  // 1840
    {Kind::letter, Joining::dual},  // 1841
    {Kind::letter, Joining::dual},  // 1842
    {Kind::letter, Joining::dual},  // 1843
    {Kind::letter, Joining::dual},  // 1844
    {Kind::letter, Joining::dual},  // 1845
    {Kind::letter, Joining::dual},  // 1846
    {Kind::letter, Joining::dual},  // 1847
    {Kind::letter, Joining::dual},  // 1848
    {Kind::letter, Joining::dual},  // 1849
    {Kind::letter, Joining::dual},  // 184A
    {Kind::letter, Joining::dual},  // 184B
    {Kind::letter, Joining::dual},  // 184C
    {Kind::letter, Joining::dual},  // 184D
    {Kind::letter, Joining::dual},  // 184E
    {Kind::letter, Joining::dual},  // 184F
    {Kind::letter, Joining::dual},  // 1850
    {Kind::letter, Joining::dual},  // 1851
    {Kind::letter, Joining::dual},  // 1852
    {Kind::letter, Joining::dual},  // 1853
    {Kind::letter, Joining::dual},  // 1854
    {Kind::letter, Joining::dual},  // 1855
    {Kind::letter, Joining::dual},  // 1856
    {Kind::letter, Joining::dual},  // 1857
    {Kind::letter, Joining::dual},  // 1858
    {Kind::letter, Joining::dual},  // 1859
    {Kind::letter, Joining::dual},  // 185A
    {Kind::letter, Joining::dual},  // 185B
    {Kind::letter, Joining::dual},  // 185C
    {Kind::letter, Joining::dual},  // 185D
    {Kind::letter, Joining::dual},  // 185E
    {Kind::letter, Joining::dual},  // 185F
    {Kind::letter, Joining::dual},  // 1860
    {Kind::letter, Joining::dual},  // 1861
    {Kind::letter, Joining::dual},  // 1862
    {Kind::letter, Joining::dual},  // 1863
    {Kind::letter, Joining::dual},  // 1864
    {Kind::letter, Joining::dual},  // 1865
    {Kind::letter, Joining::dual},  // 1866
    {Kind::letter, Joining::dual},  // 1867
    {Kind::letter, Joining::dual},  // 1868
    {Kind::letter, Joining::dual},  // 1869
    {Kind::letter, Joining::dual},  // 186A
    {Kind::letter, Joining::dual},  // 186B
    {Kind::letter, Joining::dual},  // 186C
    {Kind::letter, Joining::dual},  // 186D
    {Kind::letter, Joining::dual},  // 186E
    {Kind::letter, Joining::dual},  // 186F
    {Kind::letter, Joining::dual},  // 1870
    {Kind::letter, Joining::dual},  // 1871
    {Kind::letter, Joining::dual},  // 1872
    {Kind::letter, Joining::dual},  // 1873
    {Kind::letter, Joining::dual},  // 1874
    {Kind::letter, Joining::dual},  // 1875
    {Kind::letter, Joining::dual},  // 1876
    {Kind::letter, Joining::dual},  // 1877
    {Kind::letter, Joining::dual},  // 1878
    {Kind::none, Joining::none},  // 1879
    {Kind::none, Joining::none},  // 187A
    {Kind::none, Joining::none},  // 187B
    {Kind::none, Joining::none},  // 187C
    {Kind::none, Joining::none},  // 187D
    {Kind::none, Joining::none},  // 187E
    {Kind::none, Joining::none},  // 187F
    {Kind::letter, Joining::none},  // 1880
    {Kind::letter, Joining::none},  // 1881
    {Kind::letter, Joining::none},  // 1882
    {Kind::letter, Joining::none},  // 1883
    {Kind::letter, Joining::none},  // 1884
    {Kind::combining, Joining::transparent},  // 1885
    {Kind::combining, Joining::transparent},  // 1886
    {Kind::letter, Joining::dual},  // 1887
    {Kind::letter, Joining::dual},  // 1888
    {Kind::letter, Joining::dual},  // 1889
    {Kind::letter, Joining::dual},  // 188A
    {Kind::letter, Joining::dual},  // 188B
    {Kind::letter, Joining::dual},  // 188C
    {Kind::letter, Joining::dual},  // 188D
    {Kind::letter, Joining::dual},  // 188E
    {Kind::letter, Joining::dual},  // 188F
    {Kind::letter, Joining::dual},  // 1890
    {Kind::letter, Joining::dual},  // 1891
    {Kind::letter, Joining::dual},  // 1892
    {Kind::letter, Joining::dual},  // 1893
    {Kind::letter, Joining::dual},  // 1894
    {Kind::letter, Joining::dual},  // 1895
    {Kind::letter, Joining::dual},  // 1896
    {Kind::letter, Joining::dual},  // 1897
    {Kind::letter, Joining::dual},  // 1898
    {Kind::letter, Joining::dual},  // 1899
    {Kind::letter, Joining::dual},  // 189A
    {Kind::letter, Joining::dual},  // 189B
    {Kind::letter, Joining::dual},  // 189C
    {Kind::letter, Joining::dual},  // 189D
    {Kind::letter, Joining::dual},  // 189E
    {Kind::letter, Joining::dual},  // 189F
    {Kind::letter, Joining::dual},  // 18A0
    {Kind::letter, Joining::dual},  // 18A1
    {Kind::letter, Joining::dual},  // 18A2
    {Kind::letter, Joining::dual},  // 18A3
    {Kind::letter, Joining::dual},  // 18A4
    {Kind::letter, Joining::dual},  // 18A5
    {Kind::letter, Joining::dual},  // 18A6
    {Kind::letter, Joining::dual},  // 18A7
    {Kind::letter, Joining::dual},  // 18A8
    {Kind::combining, Joining::transparent},  // 18A9
    {Kind::letter, Joining::dual},  // 18AA
    {Kind::none, Joining::none},  // 18AB
    {Kind::none, Joining::none},  // 18AC
    {Kind::none, Joining::none},  // 18AD
    {Kind::none, Joining::none},  // 18AE
    {Kind::none, Joining::none},  // 18AF
}};

inline constexpr char32_t supplement_block_begin = 0x11660;
inline constexpr std::array<Properties, 32> supplement_block = {{
    {Kind::punctuation, Joining::none},  // 11660
    {Kind::punctuation, Joining::none},  // 11661
    {Kind::punctuation, Joining::none},  // 11662
    {Kind::punctuation, Joining::none},  // 11663
    {Kind::punctuation, Joining::none},  // 11664
    {Kind::punctuation, Joining::none},  // 11665
    {Kind::punctuation, Joining::none},  // 11666
    {Kind::punctuation, Joining::none},  // 11667
    {Kind::punctuation, Joining::none},  // 11668
    {Kind::punctuation, Joining::none},  // 11669
    {Kind::punctuation, Joining::none},  // 1166A
    {Kind::punctuation, Joining::none},  // 1166B
    {Kind::punctuation, Joining::none},  // 1166C
    {Kind::none, Joining::none},  // 1166D
    {Kind::none, Joining::none},  // 1166E
    {Kind::none, Joining::none},  // 1166F
    {Kind::none, Joining::none},  // 11670
    {Kind::none, Joining::none},  // 11671
    {Kind::none, Joining::none},  // 11672
    {Kind::none, Joining::none},  // 11673
    {Kind::none, Joining::none},  // 11674
    {Kind::none, Joining::none},  // 11675
    {Kind::none, Joining::none},  // 11676
    {Kind::none, Joining::none},  // 11677
    {Kind::none, Joining::none},  // 11678
    {Kind::none, Joining::none},  // 11679
    {Kind::none, Joining::none},  // 1167A
    {Kind::none, Joining::none},  // 1167B
    {Kind::none, Joining::none},  // 1167C
    {Kind::none, Joining::none},  // 1167D
    {Kind::none, Joining::none},  // 1167E
    {Kind::none, Joining::none},  // 1167F
}};

inline constexpr std::array<Single, 3> singles = {{
    {0x200C, {Kind::non_joiner, Joining::none}},
    {0x200D, {Kind::joiner, Joining::causing}},
    {0x202F, {Kind::suffix_space, Joining::none}},
}};

}  // namespace bichig::script::generated
