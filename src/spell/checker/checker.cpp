// Walks over the words of a text and puts what is found into ranges of it.
#include <bichig/spell/checker.h>

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

#include <bichig/script/legacy.h>
#include <bichig/script/properties.h>
#include <bichig/script/writing_system.h>

#include "spell/checker/judge.h"
#include "spell/checker/suffix_forms.h"
#include "spell/checker/words.h"

namespace bichig::spell {

namespace {

constexpr std::array<std::string_view, fault_class_count> class_names = {"encoding", "suffix",  "spelling",
                                                                         "unknown",  "name", "mixed"};

/// How many words are looked up at once.
constexpr std::size_t words_at_once = 16;

bool is_connector(char16_t unit) { return unit == 0x180E || unit == 0x202F; }

/// One check of one text.
class Run {
public:
    Run(const LexiconView& lexicon, std::u16string_view text, const CheckOptions& options)
        : lexicon_{lexicon}, text_{text}, options_{options}, judge_{lexicon, options_} {
        options_.limit = std::max<std::size_t>(options_.limit, 1);
    }

    CheckResult run() {
        Words words{text_};
        std::vector<Word> some(words_at_once);
        result_.end = static_cast<TextIndex>(text_.size());
        for (std::size_t count = words_at_once; count == words_at_once;) {
            count = 0;
            while (count < words_at_once && words.next(some[count])) ++count;
            if (!check_some({some.data(), count})) break;
        }
        return std::move(result_);
    }

private:
    std::u16string_view of(TextRange range) const { return text_.substr(range.begin, range.size()); }

    /// Checks the next words of the text; false when the check is to end.
    bool check_some(std::span<const Word> words) {
        std::array<std::u16string_view, words_at_once> written;
        std::array<bool, words_at_once> known{};
        for (std::size_t i = 0; i < words.size(); ++i) written[i] = of(words[i].range);
        if (const ShapeIndex* index = lexicon_.index()) index->contains({written.data(), words.size()}, known);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Word& word = words[i];
            if (options_.stop.stop_requested() || (i == 0 && !goes_on(word.range))) {
                result_.end = word.range.begin;
                return false;
            }
            if (word.kind == Word::Kind::other) {
                check_other(word);
                continue;
            }
            ++result_.words;
            if (known[i] && !word.touches_other) {
                last_.range = word.range;
                last_.meant.clear();
            } else {
                check_mongolian(word);
            }
            if (stopped_) {
                result_.end = word.range.begin;
                return false;
            }
        }
        return true;
    }

    /// Tells how far the check came; false when it is to end before this word.
    bool goes_on(TextRange word) {
        stopped_ = options_.progress && !options_.progress(word.begin);
        return !stopped_;
    }

    void add(TextRange range, Verdict verdict) {
        result_.findings.push_back({range, verdict.fault, verdict.reason.id, verdict.reason.text, verdict.certain,
                                    std::move(verdict.suggestions)});
    }

    void check_other(const Word& word) {
        last_ = {};
        if (lexicon_.parts().others.empty() || lexicon_.other_for(of(word.range)) == nullptr) return;
        ++result_.words;
        if (auto verdict = judge_.other(of(word.range))) add(word.range, std::move(*verdict));
    }

    void check_mongolian(const Word& word) {
        const std::u16string_view written = of(word.range);
        if (word.touches_other && word.kind == Word::Kind::mongolian) {
            last_ = {};
            return add(word.range, {FaultClass::mixed, reasons::scripts, false, {}});
        }
        if (word.kind == Word::Kind::glyphs) return check_glyphs(word);
        if (word.foreign_letters) return check_systems(word);
        if (is_connector(written.front())) return check_suffix(word);
        if (lexicon_.has_more(written)) {
            last_ = {word.range, {}};
        } else if (!check_after_space(word.range, written)) {
            check_wrong(word.range, written);
        }
    }

    /// A word that is not right, by itself. Equal words of one text are judged once.
    void check_wrong(TextRange range, std::u16string_view written) {
        constexpr std::size_t most_known = 100'000;
        if (known_.size() > most_known) known_.clear();
        auto found = known_.find(std::u16string{written});
        if (found == known_.end()) {
            if (!goes_on(range)) return;
            if (options_.suggest && searches_++ == options_.searches) {
                result_.searched = false;
                options_.suggest = false;
            }
            found = known_.emplace(std::u16string{written}, judge_.word(written)).first;
        }
        last_ = {range, {}};
        if (!found->second) return;
        const Verdict& verdict = *found->second;
        if (verdict.certain) last_.meant = verdict.suggestions.front().text;
        add(range, verdict);
    }

    /// Whether `written` is a suffix of the word before it, with a space between.
    bool check_after_space(TextRange range, std::u16string_view written) {
        if (last_.range.empty() || last_.range.end + 1 != range.begin) return false;
        const char16_t between = text_[last_.range.end];
        if (between != u' ' && between != 0xA0) return false;
        const std::u16string stem{last_.meant.empty() ? of(last_.range) : std::u16string_view{last_.meant}};
        constexpr std::size_t longest_stem = 100, longest_suffix = 20;
        if (stem.size() > longest_stem || written.size() > longest_suffix) return false;
        auto verdict = judge_.after_space(with_new_connectors(stem), written);
        if (!verdict) return false;
        add_with_last(range, std::move(*verdict));
        return true;
    }

    /// A finding on the last word and this one; it takes the place of one on the last alone.
    void add_with_last(TextRange range, Verdict verdict) {
        const TextRange both{last_.range.begin, range.end};
        if (!result_.findings.empty() && result_.findings.back().range.begin >= both.begin) {
            verdict.certain = verdict.certain && result_.findings.back().certain;
            result_.findings.pop_back();
        }
        last_ = {both, verdict.suggestions.front().text};
        add(both, std::move(verdict));
    }

    /// A suffix that begins with its connector: after a number, a foreign word, a mark, or a space.
    void check_suffix(const Word& word) {
        const std::u16string_view written = of(word.range);
        const bool after_word = !last_.range.empty() && last_.range.end + 1 == word.range.begin &&
                                text_[last_.range.end] == u' ';
        if (after_word) {
            const std::u16string stem{last_.meant.empty() ? of(last_.range) : std::u16string_view{last_.meant}};
            if (auto verdict = judge_.after_space(with_new_connectors(stem), written.substr(1))) {
                verdict->reason = reasons::space_before_connector;
                return add_with_last(word.range, std::move(*verdict));
            }
        }
        constexpr TextIndex looked_at = 64;
        const TextIndex begin = word.range.begin - std::min(word.range.begin, looked_at);
        last_ = {};
        auto verdict = judge_.suffix(of({begin, word.range.begin}), written);
        if (verdict) add(word.range, std::move(*verdict));
    }

    /// A word in a legacy encoding, which is known or only likely.
    void check_legacy(const Word& word, script::Legacy legacy, Reason reason, bool known = true) {
        last_ = {};
        Verdict verdict{FaultClass::mixed, reason, false, {}};
        constexpr TextIndex longest = 1000;
        if (word.range.size() <= longest) {
            script::Conversion made = script::legacy_to_unicode(of(word.range), legacy);
            const bool whole = std::none_of(made.remarks.begin(), made.remarks.end(),
                                            [](const script::Remark& remark) { return remark.kept; });
            if (whole && made.text != of(word.range)) {
                verdict.certain = known && lexicon_.has(made.text);
                verdict.suggestions.push_back({std::move(made.text), 0});
            }
        }
        add(word.range, std::move(verdict));
    }

    /// What the whole text is written in; looked at when a word needs it.
    const script::LegacyDetection& legacy() {
        if (!legacy_) legacy_ = script::detect_legacy(text_);
        return *legacy_;
    }

    /// Private codes are not Menksoft's in every text.
    void check_glyphs(const Word& word) {
        last_ = {};
        if (legacy().kind == script::LegacyDetection::Kind::unicode) return;
        const bool known = legacy().kind == script::LegacyDetection::Kind::legacy &&
                           legacy().legacy == script::Legacy::menksoft;
        check_legacy(word, script::Legacy::menksoft, known ? reasons::glyph_codes : reasons::private_codes, known);
    }

    /// A word with letters beyond Hudum: Z52, another writing system, which is passed over, or several.
    void check_systems(const Word& word) {
        if (legacy().kind == script::LegacyDetection::Kind::legacy && legacy().legacy == script::Legacy::z52) {
            return check_legacy(word, script::Legacy::z52, reasons::z52);
        }
        last_ = {};
        for (unsigned number = 0; number < script::writing_system_count; ++number) {
            const auto system = static_cast<script::WritingSystem>(number);
            const std::u16string_view written = of(word.range);
            if (std::all_of(written.begin(), written.end(), [system](char16_t unit) {
                    return script::kind(unit) != script::Kind::letter || script::has_letter(system, unit);
                })) {
                return;
            }
        }
        add(word.range, {FaultClass::mixed, reasons::systems, false, {}});
    }

    /// The last Mongolian word, with its suffixes, and what is meant by it where that is known.
    struct Last {
        TextRange range;
        std::u16string meant;
    };

    const LexiconView& lexicon_;
    std::u16string_view text_;
    CheckOptions options_;
    Judge judge_;
    std::uint32_t searches_ = 0;
    bool stopped_ = false;
    CheckResult result_;
    Last last_;
    std::unordered_map<std::u16string, std::optional<Verdict>> known_;
    std::optional<script::LegacyDetection> legacy_;
};

}  // namespace

std::string_view name(FaultClass fault) { return class_names[static_cast<unsigned>(fault)]; }

std::optional<FaultClass> fault_class_named(std::string_view name) {
    const auto found = std::find(class_names.begin(), class_names.end(), name);
    if (found == class_names.end()) return std::nullopt;
    return static_cast<FaultClass>(found - class_names.begin());
}

bool is_fault(FaultClass fault) { return fault != FaultClass::unknown && fault != FaultClass::name; }

struct Checker::State {
    LexiconView lexicon;
};

Checker::Checker(CheckerParts parts) : state_{std::make_shared<State>(State{LexiconView{std::move(parts)}})} {}

CheckResult Checker::check(std::u16string_view text, const CheckOptions& options) const {
    return Run{state_->lexicon, text, options}.run();
}

bool Checker::is_right(std::u16string_view word) const { return state_->lexicon.has(word); }

std::vector<Suggestion> Checker::suggest(std::u16string_view word, const CheckOptions& options) const {
    CheckOptions checked = options;
    checked.limit = std::max<std::size_t>(checked.limit, 1);
    const Judge judge{state_->lexicon, checked};
    if (const auto verdict = judge.word(word); verdict && !verdict->suggestions.empty()) return verdict->suggestions;
    return judge.near(with_new_connectors(word));
}

}  // namespace bichig::spell
