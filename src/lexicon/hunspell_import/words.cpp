// The words of a .dic with what its .aff makes of them, bounded in all.
#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

#include "lexicon/hunspell_import/affix_file.h"

namespace bichig::lexicon {

namespace {

/// A line of a word list. Value.
struct Stem {
    std::u32string text;
    std::u32string flags;
};

/// Parts a line: the word, in which "\/" is a slash, its flags, and what is said of its grammar, which is left out.
Stem parted(std::u32string_view line) {
    line = line.substr(0, line.find(U'\t'));
    Stem stem;
    std::size_t index = 0;
    for (; index < line.size() && line[index] != U'/'; ++index) {
        if (line[index] == U'\\' && index + 1 < line.size() && line[index + 1] == U'/') ++index;
        stem.text += line[index];
    }
    if (index < line.size()) {
        std::u32string_view rest = line.substr(index + 1);
        stem.flags = rest.substr(0, rest.find(U' '));
    } else if (const std::size_t colon = stem.text.find(U':'); colon != stem.text.npos) {
        const std::size_t blank = stem.text.rfind(U' ', colon);  // "word po:noun"
        if (blank != stem.text.npos && colon - blank == 3) stem.text.erase(blank);
    }
    while (!stem.text.empty() && stem.text.back() == U' ') stem.text.pop_back();
    return stem;
}

/// Collects the words of the lines.
class WordReader {
public:
    WordReader(const AffixFile& affixes, const NamedBytes& dic, const HunspellImportOptions& options,
               ImportedWords& words)
        : affixes_{affixes}, dic_{dic}, options_{options}, words_{words} {
        for (const auto& flag : {affixes.need_affix, affixes.forbidden, affixes.only_in_compound, affixes.circumfix}) {
            if (flag) known_.insert(*flag);
        }
        known_.insert(affixes.others.begin(), affixes.others.end());
    }

    Result<void> line(std::u32string_view line, std::uint32_t number) {
        where_ = {dic_.name, number, 0, {}};
        if (std::exchange(first_, false)) return count(line);
        Stem stem = parted(line);
        if (stem.text.empty() || stem.text.starts_with(U'#') || full_) return {};
        std::vector<Flag> flags;
        if (!stem.flags.empty()) {
            auto found = flags_in(stem.flags, affixes_, where_);
            if (!found) return fail(found.error());
            flags = std::move(*found);
        }
        check_flags(flags);
        const auto is = [&](const std::optional<Flag>& flag) {
            return flag && std::find(flags.begin(), flags.end(), *flag) != flags.end();
        };
        if (is(affixes_.forbidden)) {
            ++words_.forbidden;
            forbidden_.insert(utf16_of(stem.text));
            return {};
        }
        if (!options_.expand) {
            add(stem.text, stem.flags.empty() ? "" : "flags " + utf8_of(stem.flags));
            return {};
        }
        ExpansionLimits limits{options_.most_of_a_stem, tries_, false};
        for (const std::u32string& form : expand(stem.text, flags, affixes_, limits)) {
            add(form, form == stem.text ? "" : "of " + utf8_of(stem.text));
        }
        tries_ = limits.tries;
        if (limits.passed) {
            report(Severity::warning, "many-forms", "the stem makes more forms than are taken",
                   "the others are left out; --stems takes the stem alone");
        }
        return {};
    }

    void end() {
        std::erase_if(words_.words, [&](const ImportedWord& one) { return forbidden_.contains(one.word); });
    }

private:
    Result<void> count(std::u32string_view line) {
        const std::size_t begin = std::min(line.find_first_not_of(U" \t"), line.size());
        const bool digit = begin < line.size() && line[begin] >= U'0' && line[begin] <= U'9';
        if (digit && line.find(U'/') == line.npos) return {};
        return fail({ErrorCode::invalid_input, "the first line does not say how many words follow",
                     "write their number there", where_});
    }

    void check_flags(const std::vector<Flag>& flags) {
        for (const Flag flag : flags) {
            if (known_.contains(flag) || affixes_.suffixes.contains(flag) || affixes_.prefixes.contains(flag)) continue;
            known_.insert(flag);  // said once
            report(Severity::warning, "unknown-flag",
                   "the flag '" + name_of(flag, affixes_.flag_kind) + "' is no class of the .aff file",
                   "it is passed over here and in later lines");
        }
    }

    void add(std::u32string_view text, std::string note) {
        std::u16string word = utf16_of(text);
        if (full_ || seen_.contains(word)) return;
        if (words_.words.size() >= options_.most_words) {
            full_ = true;
            report(Severity::warning, "many-words",
                   "the dictionary has more than " + std::to_string(options_.most_words) + " words",
                   "the others are left out");
            return;
        }
        seen_.insert(word);
        words_.words.push_back({std::move(word), 0, "", std::move(note), where_});
    }

    void report(Severity severity, std::string id, std::string message, std::string hint) {
        words_.findings.push_back({severity, std::move(id), std::move(message), std::move(hint), where_, {}});
    }

    const AffixFile& affixes_;
    const NamedBytes& dic_;
    const HunspellImportOptions& options_;
    ImportedWords& words_;
    Place where_;
    std::set<Flag> known_;
    std::unordered_set<std::u16string> seen_;
    std::unordered_set<std::u16string> forbidden_;
    std::uint64_t tries_ = options_.most_tries;
    bool first_ = true;
    bool full_ = false;
};

}  // namespace

Result<ImportedWords> words_of_hunspell(const NamedBytes& aff, const NamedBytes& dic,
                                        const HunspellImportOptions& options) {
    ImportedWords words;
    const auto affixes = read_affixes(aff, words.findings);
    if (!affixes) return fail(affixes.error());
    if (options.expand) {
        if (const auto line = circle_in(*affixes)) {
            return fail({ErrorCode::invalid_input, "the rules of this class lead back to it: its forms have no end",
                         "take the class out of its continuation classes, or import the stems alone (--stems)",
                         Place{aff.name, *line, 0, {}}});
        }
    }
    const auto lines = static_cast<std::size_t>(std::count(dic.bytes.begin(), dic.bytes.end(), '\n')) + 1;
    WordReader reader{*affixes, dic, options, words};
    auto read = for_each_line(dic, affixes->code_page, [&](std::u32string_view line, std::uint32_t number) {
        if (options.progress && number % 1024 == 0) options.progress(number, lines);
        return reader.line(line, number);
    });
    if (!read) return fail(read.error());
    reader.end();
    return words;
}

}  // namespace bichig::lexicon
