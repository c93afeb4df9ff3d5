// Suffixes that are written apart from their stem: the right form for a stem, and where they begin in a text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <bichig/base/text_range.h>

namespace bichig::script {

/// Vowel harmony of a word.
enum class Gender : std::uint8_t { masculine, feminine };

/// What suffixes distinguish in the last sound of a stem.
enum class Ending : std::uint8_t {
    vowel,
    n,
    hard,  ///< b, g, d, r, s: the dative begins with t
    soft   ///< every other consonant
};

/// Cases (EAC MGC/01-03, table 1: Fc).
enum class Case : std::uint8_t {
    genitive,          ///< yin, u/ü, un/ün
    dative,            ///< du/dü, tu/tü
    dative_dur,        ///< dur/dür, tur/tür
    dative_classical,  ///< a/e
    accusative,        ///< yi, i
    ablative,          ///< ača/eče
    ablative_dacha,    ///< dača/deče, tača/teče
    instrumental,      ///< bar/ber, iyar/iyer
    comitative,        ///< tai/tei
    conjunctive        ///< lug_a/lüge
};

/// Plurals (Fp). Which of them a word takes is a matter of the word.
enum class Plural : std::uint8_t {
    nar,   ///< nar/ner, of persons
    ud,    ///< ud/üd
    nugud  ///< nugud/nügüd
};

/// The reflexive suffix, alone or grown together with a case (Fx).
enum class Reflexive : std::uint8_t {
    plain,       ///< ban/ben, iyan/iyen
    genitive,    ///< naixan/neixen
    dative,      ///< dagan/degen, tagan/tegen
    accusative,  ///< yugan/yügen
    ablative,    ///< ačagan/ečegen
    comitative   ///< taigan/teigen
};

/// Other words that follow their stem and its harmony.
enum class Particle : std::uint8_t {
    locative,   ///< daxi/dexi, taxi/texi: "that is in"
    ordinal,    ///< dugar/düger, after numerals
    focus_da,   ///< da/de
    focus_chu,  ///< ču/čü
    question    ///< uu/üü, after a space
};

/// One suffix of any kind. Value.
class Suffix {
public:
    constexpr Suffix(Case suffix) : kind_{0}, index_{static_cast<std::uint8_t>(suffix)} {}
    constexpr Suffix(Plural suffix) : kind_{1}, index_{static_cast<std::uint8_t>(suffix)} {}
    constexpr Suffix(Reflexive suffix) : kind_{2}, index_{static_cast<std::uint8_t>(suffix)} {}
    constexpr Suffix(Particle suffix) : kind_{3}, index_{static_cast<std::uint8_t>(suffix)} {}

    /// 0 case, 1 plural, 2 reflexive, 3 particle.
    constexpr std::uint8_t kind() const { return kind_; }
    /// The number of the enumerator.
    constexpr std::uint8_t index() const { return index_; }
    bool operator==(const Suffix&) const = default;

private:
    std::uint8_t kind_;
    std::uint8_t index_;
};

/// What stands between a stem and its suffix.
enum class SuffixConnector : std::uint8_t {
    mvs,   ///< U+180E, as GB/T 25914-2023 and Unicode 16 have it
    nnbsp  ///< U+202F, as text of before 2023 has it
};

struct SuffixOptions {
    SuffixConnector connector = SuffixConnector::mvs;
    /// The gender of a stem that shows none: Latin and other foreign letters, Chinese, no letter at all.
    Gender foreign_gender = Gender::feminine;
    /// How such a stem ends as it is spoken; without it the last letter decides as it is written, which is wrong for
    /// many abbreviations, and Chinese counts as ending in a vowel.
    std::optional<Ending> foreign_ending;
};

/// What a suffix takes from its stem. Value.
struct StemSound {
    Gender gender = Gender::feminine;
    Ending ending = Ending::vowel;
    /// Whether the stem itself says so: false when an option or a default decided, and for numbers that can be read
    /// in several ways.
    bool certain = true;
};

/// How `stem` sounds for `suffix`. Marks at its end are skipped ("《…》" + yi). Of a Mongolian word the last vowel that
/// is not i decides, and a word of i alone is feminine; of a number the last word as it is spoken, in the form in -n
/// where the suffix asks for it (data/suffixes, data/numerals; "18" + genitive: naiman-u). Total. Any thread.
/// Sources: EAC MGC/01-03; suragch/mongol_code, suffix.dart (CC0).
StemSound stem_sound(std::u16string_view stem, Suffix suffix, const SuffixOptions& options = {});

/// The letters of `suffix` with the connector or space before them, as they stand after `stem`. Total. Any thread.
std::u16string choose_suffix(std::u16string_view stem, Suffix suffix, const SuffixOptions& options = {});

/// `stem` and the form of `suffix` that it takes: attach_suffix(stem, Case::genitive). The stem is not changed, whether
/// or not the language would drop a letter of it. Total. Any thread.
std::u16string attach_suffix(std::u16string_view stem, Suffix suffix, const SuffixOptions& options = {});

/// Whether the character at `index` of `text` (index < text.size()) connects a suffix: NNBSP before a letter, and MVS
/// before a letter unless that is a final a or e alone, which belongs to its stem ("sar_a"). The classical dative in
/// a/e looks like the latter, and is taken for it. Any thread.
bool is_suffix_connector(std::u16string_view text, TextIndex index);

}  // namespace bichig::script
