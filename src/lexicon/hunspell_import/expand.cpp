// The forms that a stem and its flags stand for. Hunspell's depth: a suffix, a suffix that it calls for, and a prefix
// before any of these where both classes cross; every step is counted against a limit.
#include <algorithm>
#include <set>

#include <bichig/base/utf.h>

#include "lexicon/hunspell_import/affix_file.h"

namespace bichig::lexicon {

namespace {

bool has(const std::vector<Flag>& flags, const std::optional<Flag>& flag) {
    return flag && std::find(flags.begin(), flags.end(), *flag) != flags.end();
}

/// What a rule makes of `text`; none where it does not fit.
std::optional<std::u32string> applied(const AffixRule& rule, bool suffix, std::u32string_view text) {
    const std::size_t size = text.size();
    if (rule.strip.size() > size || rule.condition.size() > size) return std::nullopt;
    const std::size_t begin = suffix ? size - rule.condition.size() : 0;
    for (std::size_t i = 0; i < rule.condition.size(); ++i) {
        if (!rule.condition[i].fits(text[begin + i])) return std::nullopt;
    }
    if (suffix) {
        if (!text.ends_with(rule.strip)) return std::nullopt;
        return std::u32string{text.substr(0, size - rule.strip.size())} + rule.affix;
    }
    if (!text.starts_with(rule.strip)) return std::nullopt;
    return rule.affix + std::u32string{text.substr(rule.strip.size())};
}

/// A form on the way. Value.
struct Made {
    std::u32string text;
    std::vector<Flag> flags;  ///< of its last rule
    bool crosses = true;      ///< whether a prefix may stand before it
    bool half = false;        ///< its suffix calls for a prefix of the same kind
};

/// Makes the forms of one stem.
class Expander {
public:
    Expander(const AffixFile& affixes, ExpansionLimits& limits) : affixes_{affixes}, limits_{limits} {}

    std::vector<std::u32string> run(std::u32string_view stem, const std::vector<Flag>& flags) {
        const Made whole{std::u32string{stem}, flags, true, false};
        add(whole);
        std::vector<Made> made{whole};
        for (Made& first : suffixed(whole, flags)) {
            if (add(first)) made.push_back(first);
            for (Made& second : suffixed(first, first.flags)) {
                second.crosses = second.crosses && first.crosses;
                second.half = second.half || first.half;
                if (add(second)) made.push_back(std::move(second));
            }
        }
        for (const Made& one : made) prefix(one, flags);
        return std::move(forms_);
    }

private:
    std::vector<Made> suffixed(const Made& from, const std::vector<Flag>& flags) {
        std::vector<Made> made;
        for (const Flag flag : flags) {
            const auto found = affixes_.suffixes.find(flag);
            if (found == affixes_.suffixes.end()) continue;
            for (const AffixRule& rule : found->second.rules) {
                if (!paid()) return made;
                auto text = applied(rule, true, from.text);
                if (!text || text->empty()) continue;
                made.push_back(
                    {std::move(*text), rule.flags, found->second.crosses, has(rule.flags, affixes_.circumfix)});
            }
        }
        return made;
    }

    void prefix(const Made& from, const std::vector<Flag>& stem_flags) {
        std::vector<Flag> flags = stem_flags;
        flags.insert(flags.end(), from.flags.begin(), from.flags.end());
        std::sort(flags.begin(), flags.end());
        flags.erase(std::unique(flags.begin(), flags.end()), flags.end());
        const bool bare = from.flags == stem_flags;
        for (const Flag flag : flags) {
            const auto found = affixes_.prefixes.find(flag);
            if (found == affixes_.prefixes.end() || (!bare && !(found->second.crosses && from.crosses))) continue;
            for (const AffixRule& rule : found->second.rules) {
                if (!paid()) return;
                const auto text = applied(rule, false, from.text);
                if (!text || text->empty()) continue;
                const bool half = has(rule.flags, affixes_.circumfix) != from.half;
                const bool needs =
                    has(rule.flags, affixes_.need_affix) || (!bare && has(from.flags, affixes_.need_affix));
                record(*text, !half && !needs && !has(rule.flags, affixes_.only_in_compound));
                if (bare) suffixes_after(*text, rule, found->second.crosses);
            }
        }
    }

    /// The suffixes that a prefix calls for.
    void suffixes_after(const std::u32string& text, const AffixRule& prefix, bool crosses) {
        if (!crosses) return;
        for (const Made& made : suffixed({text, prefix.flags, true, false}, prefix.flags)) add(made);
    }

    bool add(const Made& made) {
        const bool word = !made.half && !has(made.flags, affixes_.need_affix) &&
                          !has(made.flags, affixes_.only_in_compound) && !has(made.flags, affixes_.forbidden);
        return record(made.text, word);
    }

    bool record(const std::u32string& text, bool word) {
        if (forms_.size() >= limits_.forms) {
            limits_.passed = true;
            return false;
        }
        if (word && seen_.insert(text).second) forms_.push_back(text);
        return true;
    }

    /// Whether one more rule may be tried.
    bool paid() {
        constexpr std::size_t tries_for_a_form = 50;
        if (limits_.tries > 0 && tries_ < limits_.forms * tries_for_a_form && forms_.size() < limits_.forms) {
            ++tries_;
            --limits_.tries;
            return true;
        }
        limits_.passed = true;
        return false;
    }

    const AffixFile& affixes_;
    ExpansionLimits& limits_;
    std::size_t tries_ = 0;
    std::vector<std::u32string> forms_;
    std::set<std::u32string> seen_;
};

}  // namespace

std::vector<std::u32string> expand(std::u32string_view stem, const std::vector<Flag>& flags, const AffixFile& affixes,
                                   ExpansionLimits& limits) {
    return Expander{affixes, limits}.run(stem, flags);
}

std::optional<std::uint32_t> circle_in(const AffixFile& affixes) {
    enum class Mark : std::uint8_t { open, done };
    for (const auto* classes : {&affixes.suffixes, &affixes.prefixes}) {
        std::map<Flag, Mark> marks;
        for (const auto& [start, ignored] : *classes) {
            // The way down from one class, with the flags that are still to be followed at each step.
            std::vector<std::pair<Flag, std::vector<Flag>>> way;
            const auto enter = [&](Flag flag) {
                std::set<Flag> next;
                for (const AffixRule& rule : classes->at(flag).rules) next.insert(rule.flags.begin(), rule.flags.end());
                marks[flag] = Mark::open;
                way.push_back({flag, {next.begin(), next.end()}});
            };
            if (!marks.contains(start)) enter(start);
            while (!way.empty()) {
                auto& [flag, next] = way.back();
                if (next.empty()) {
                    marks[flag] = Mark::done;
                    way.pop_back();
                    continue;
                }
                const Flag following = next.back();
                next.pop_back();
                if (!classes->contains(following)) continue;
                const auto mark = marks.find(following);
                if (mark != marks.end() && mark->second == Mark::open) return classes->at(following).line;
                if (mark == marks.end()) enter(following);
            }
        }
    }
    return std::nullopt;
}

}  // namespace bichig::lexicon
