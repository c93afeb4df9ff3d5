// Checks of stems: letters, selectors, harmony, syllables, and whether the Cyrillic form and the gloss agree.
#include <algorithm>
#include <optional>
#include <unordered_map>

#include <bichig/base/utf.h>
#include <bichig/script/key.h>
#include <bichig/script/normal_form.h>
#include <bichig/script/properties.h>
#include <bichig/script/units.h>

#include "lexicon/internal/compile.h"
#include "lexicon/internal/lint.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

constexpr std::u16string_view masculine_vowels = u"\u1820\u1823\u1824";
constexpr std::u16string_view feminine_vowels = u"\u1821\u1825\u1826";
constexpr char16_t separator = 0x180E;

bool is_one_of(char16_t c, std::u16string_view set) { return set.find(c) != std::u16string_view::npos; }
bool is_vowel(char16_t c) { return c >= 0x1820 && c <= 0x1827; }
bool is_consonant(char16_t c) { return c >= 0x1828 && c <= 0x1842; }

/// The gender that the vowels of a Cyrillic word show: 'm', 'f', 'x' for both, 0 for none.
char cyrillic_gender(std::u16string_view text) {
    bool masculine = false, feminine = false;
    for (const char16_t c : text) {
        masculine = masculine || is_one_of(c, u"аоуёяАОУЁЯ");
        feminine = feminine || is_one_of(c, u"эөүЭӨҮ");
    }
    return masculine && feminine ? 'x' : masculine ? 'm' : feminine ? 'f' : '\0';
}

bool is_cyrillic(char16_t c) { return (c >= 0x410 && c <= 0x44F) || is_one_of(c, u"ЁёӨөҮү -–."); }

class StemLint {
public:
    StemLint(const Lexicon& lexicon, Reporter& reporter) : lexicon_{lexicon}, reporter_{reporter} {}

    void run() {
        for (const Entry& entry : lexicon_.entries()) {
            entry_ = &entry;
            judge_form();
            judge_selectors();
            if (!entry.foreign) {
                judge_vowels();
                judge_consonants();
            }
            judge_diphthong();
            if (entry.pos == PartOfSpeech::verb) judge_verb();
            judge_cyrillic();
            judge_gloss();
        }
        judge_shapes();
    }

private:
    const Table& table() const { return lexicon_.source().entries[entry_->file]; }
    std::size_t column(Column which) const { return *table().column(column_names[static_cast<std::size_t>(which)]); }
    const std::string& path() const { return lexicon_.source().manifest.files[entry_->file].path; }
    std::string stem() const { return "'" + std::string{lexicon_.cell(*entry_, Column::stem)} + "'"; }

    void report(Column which, std::string_view id, std::string message, std::string hint) {
        reporter_.cell(table(), entry_->row, column(which), id, std::move(message), std::move(hint));
    }
    void report_with_fix(std::string_view id, std::string message, std::string hint, std::string value) {
        reporter_.cell(table(), entry_->row, column(Column::stem), id, std::move(message), std::move(hint), path(),
                       std::move(value));
    }

    bool is_marked(std::string_view mark) const {
        const auto marks = split(lexicon_.cell(*entry_, Column::marks), ' ');
        return std::find(marks.begin(), marks.end(), mark) != marks.end();
    }

    void judge_form() {
        const std::string back = latin_of(entry_->stem);
        if (back == lexicon_.cell(*entry_, Column::stem)) return;
        report_with_fix("stem-form", stem() + " is written back as '" + back + "'", "write it so", back);
    }

    void judge_selectors() {
        const script::UnitAnalysis analysis = script::analyze(entry_->stem);
        for (const script::LetterForm& letter : analysis.letters) {
            if (letter.effect != script::SelectorEffect::invalid) continue;
            report(Column::stem, "selector-unknown",
                   "a selector of " + stem() + " asks for a form that its letter does not have there",
                   "take it out, or correct the letter");
            return;
        }
        if (!separator_is_right()) {
            report(Column::stem, "separator", stem() + " has a _ that does not stand before a final a or e",
                   "a stem has no suffixes: write _ before a separated final alone");
            return;
        }
        script::NormalOptions options;
        options.connector = script::Connector::keep;
        const std::u16string plain = script::normalize(entry_->stem, options).text;
        if (plain != entry_->stem) {
            report_with_fix("selector-without-effect", "a selector of " + stem() + " changes nothing", "take it out",
                            latin_of(plain));
        }
    }

    /// Whether MVS stands nowhere but before a final a or e, with or without a selector.
    bool separator_is_right() const {
        const std::u16string& text = entry_->stem;
        const std::size_t at = text.find(separator);
        if (at == std::u16string::npos) return true;
        const bool final_vowel = at > 0 && at + 1 < text.size() && (text[at + 1] == 0x1820 || text[at + 1] == 0x1821);
        return final_vowel &&
               std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, text.end(),
                           [](char16_t c) { return script::kind(c) == script::Kind::variation_selector; });
    }

    void judge_vowels() {
        bool masculine = false, feminine = false, round = false, first = true;
        bool late = false;
        for (const char16_t c : entry_->stem) {
            if (!is_vowel(c)) continue;
            masculine = masculine || is_one_of(c, masculine_vowels);
            feminine = feminine || is_one_of(c, feminine_vowels);
            const bool is_round = c == 0x1823 || c == 0x1825;
            late = late || (is_round && !first && !round);
            round = round || is_round;
            first = false;
        }
        if (entry_->pos == PartOfSpeech::name || is_marked("compound") || is_marked("irregular")) return;
        if (masculine && feminine) {
            report(Column::stem, "mixed-harmony", stem() + " has masculine and feminine vowels",
                   "correct a vowel, or mark the row foreign, compound or irregular");
        }
        if (late) {
            report(Column::stem, "late-round-vowel", stem() + " has o or ö after a syllable without them",
                   "write u or ü after the first syllable, or mark the row foreign, compound or irregular");
        }
    }

    void judge_consonants() {
        std::size_t run = 0, longest = 0;
        bool seen_vowel = false, initial = false;
        for (const char16_t c : entry_->stem) {
            if (is_vowel(c)) seen_vowel = true;
            run = is_consonant(c) ? run + 1 : is_vowel(c) || c == separator ? 0 : run;
            longest = std::max(longest, run);
            initial = initial || (!seen_vowel && run > 1);
        }
        const bool final_cluster = run > 1 && entry_->pos != PartOfSpeech::verb && entry_->pos != PartOfSpeech::name;
        if (longest < 3 && !initial && !final_cluster) return;
        if (is_marked("compound") || is_marked("irregular") || entry_->pos == PartOfSpeech::abbreviation) return;
        report(Column::stem, "consonant-cluster", stem() + " has more consonants together than a syllable has",
               "look for a vowel that is missing, or mark the row foreign or irregular");
    }

    void judge_diphthong() {
        script::NormalOptions options;
        options.vertical_forms = options.second_selector = options.selector_without_effect = false;
        options.connector = script::Connector::keep;
        options.diphthong = true;
        const std::u16string plain = script::normalize(entry_->stem, options).text;
        if (plain == entry_->stem) return;
        report_with_fix("diphthong", stem() + " writes a diphthong with y",
                        "the standard writes i alone: " + latin_of(plain), latin_of(plain));
    }

    void judge_verb() {
        const std::u16string& stem_text = entry_->stem;
        if (stem_text.find(separator) != std::u16string::npos) {
            report(Column::stem, "verb-stem", stem() + " has a separated final, which endings could not join",
                   "write the bare stem (yabu, gar)");
        } else if (stem_text.ends_with(u"\u182C\u1824") &&
                   lexicon_.cell(*entry_, Column::note).find("-xu") == std::string_view::npos && is_infinitive()) {
            report(Column::stem, "verb-stem", stem() + " looks like an infinitive in -xu",
                   "write the bare stem (yabu, gar)");
        }
    }

    /// Whether taking -xu off leaves another verb of the dictionary.
    bool is_infinitive() {
        if (verbs_.empty()) {
            for (const Entry& entry : lexicon_.entries()) {
                if (entry.pos == PartOfSpeech::verb) verbs_.emplace(entry.stem, true);
            }
        }
        return verbs_.contains(entry_->stem.substr(0, entry_->stem.size() - 2));
    }

    void judge_cyrillic() {
        const std::string_view cell = lexicon_.cell(*entry_, Column::cyrillic);
        if (cell.empty()) return;
        const auto text = to_utf16(cell);
        if (!text) return;
        for (const char16_t c : *text) {
            if (is_cyrillic(c)) continue;
            report(Column::cyrillic, "cyrillic",
                   "'" + std::string{cell} + "' has a character that is no Cyrillic letter of Mongolian",
                   "look for Latin letters that look alike");
            return;
        }
        const char gender = cyrillic_gender(*text);
        const bool masculine = entry_->gender == script::Gender::masculine;
        if (entry_->foreign || is_marked("compound") || is_marked("irregular")) return;
        if (entry_->pos == PartOfSpeech::name) return;
        if ((gender == 'm' && !masculine && has_gender()) || (gender == 'f' && masculine)) {
            report(Column::cyrillic, "cyrillic-harmony", stem() + " and '" + std::string{cell} + "' have other harmony",
                   "correct the vowels of one of them, or mark the row irregular");
        }
    }

    bool has_gender() const {
        return std::any_of(entry_->stem.begin(), entry_->stem.end(),
                           [](char16_t c) { return is_one_of(c, feminine_vowels); });
    }

    void judge_gloss() {
        const auto text = to_utf16(lexicon_.cell(*entry_, Column::gloss_zh));
        const bool chinese =
            text && std::any_of(text->begin(), text->end(), [](char16_t c) { return c >= 0x4E00 && c < 0xA000; });
        if (chinese) return;
        report(Column::gloss_zh, "gloss",
               stem() + (text && text->empty() ? " has no Chinese gloss" : " has a gloss without Chinese"),
               "write what it means, senses parted by ；");
    }

    /// Stems of one shape and other letters: one of them is probably misspelt.
    void judge_shapes() {
        std::unordered_map<std::string, const Entry*> by_shape;
        for (const Entry& entry : lexicon_.entries()) {
            const auto [found, added] = by_shape.try_emplace(script::shape_key(entry.stem), &entry);
            if (added || found->second->stem == entry.stem) continue;
            entry_ = &entry;
            if (is_marked("alike")) continue;
            const Place other = lexicon_.place(*found->second);
            report(Column::stem, "same-shape",
                   stem() + " looks like '" + std::string{lexicon_.cell(*found->second, Column::stem)} + "' of " +
                       other.file + ":" + std::to_string(other.line),
                   "correct one of them if it is the same word, or mark this one alike");
        }
    }

    const Lexicon& lexicon_;
    Reporter& reporter_;
    const Entry* entry_ = nullptr;
    std::unordered_map<std::u16string, bool> verbs_;
};

}  // namespace

void lint_stems(const Lexicon& lexicon, Reporter& reporter) { StemLint{lexicon, reporter}.run(); }

}  // namespace bichig::lexicon
