// Checks of suffixes and groups that nothing uses, and of the lists beside the entries.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include <bichig/base/utf.h>
#include <bichig/lexicon/forms.h>

#include "lexicon/internal/compile.h"
#include "lexicon/internal/lint.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

bool has_vowel(std::u16string_view text, std::u16string_view vowels) {
    return text.find_first_of(vowels) != std::u16string_view::npos;
}

/// Masculine forms have no feminine vowel, feminine ones no masculine vowel.
void lint_suffix_harmony(const Table& table, Reporter& reporter) {
    const std::size_t masculine = *table.column("masculine"), feminine = *table.column("feminine");
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto m = letters_of(table.cell(row, masculine)), f = letters_of(table.cell(row, feminine));
        if (!m || !f || *m == *f) continue;
        if (has_vowel(*m, u"\u1821\u1825\u1826")) {
            reporter.cell(table, row, masculine, "suffix-harmony", "the masculine form has a feminine vowel",
                          "write a, o or u");
        }
        if (has_vowel(*f, u"\u1820\u1823\u1824")) {
            reporter.cell(table, row, feminine, "suffix-harmony", "the feminine form has a masculine vowel",
                          "write e, ö or ü");
        }
    }
}

/// Groups that a paradigm or an entry reaches.
std::set<std::string, std::less<>> reached_groups(const Source& source,
                                                  const std::set<std::string, std::less<>>& paradigms,
                                                  std::set<std::string, std::less<>> named) {
    std::vector<std::string> open(named.begin(), named.end());
    for (const SourceParadigm& paradigm : source.paradigms) {
        if (!paradigms.contains(paradigm.id)) continue;
        for (const std::string& group : paradigm.groups) {
            if (named.insert(group).second) open.push_back(group);
        }
    }
    while (!open.empty()) {
        const std::string id = std::move(open.back());
        open.pop_back();
        for (const SourceGroup& group : source.groups) {
            if (group.id != id) continue;
            for (const std::string& next : group.then) {
                if (named.insert(next).second) open.push_back(next);
            }
        }
    }
    return named;
}

void lint_groups(const Source& source, Reporter& reporter) {
    std::set<std::string, std::less<>> paradigms, groups;
    for (const Table& table : source.entries) {
        const std::size_t column = *table.column("paradigm");
        for (std::size_t row = 0; row < table.size(); ++row) {
            bool first = true;
            for (const std::string_view part : split(table.cell(row, column), '+')) {
                (first ? paradigms : groups).emplace(part);
                first = false;
            }
        }
    }
    groups = reached_groups(source, paradigms, std::move(groups));
    for (const SourceParadigm& paradigm : source.paradigms) {
        if (!paradigms.contains(paradigm.id)) {
            reporter.at(paradigm.where, "group-unused", "no entry has the paradigm '" + paradigm.id + "'",
                        "take it out, or use it");
        }
    }
    for (const SourceGroup& group : source.groups) {
        if (!groups.contains(group.id)) {
            reporter.at(group.where, "group-unused", "no paradigm and no entry leads to the group '" + group.id + "'",
                        "take it out, or use it");
        }
    }
}

class ListLint {
public:
    ListLint(const Lexicon& lexicon, Reporter& reporter) : lexicon_{lexicon}, reporter_{reporter}, forms_{lexicon} {}

    void run() {
        const Source& source = lexicon_.source();
        if (source.glossary) lint_glossary(*source.glossary);
        if (source.typos) lint_typos(*source.typos);
        if (source.gold) lint_gold(*source.gold);
    }

private:
    std::optional<std::u16string> word(const Table& table, std::size_t row, std::size_t column,
                                       std::string_view latin) {
        auto letters = letters_of(latin);
        if (!letters) {
            reporter_.cell(table, row, column, "list-latin",
                           "'" + std::string{latin} + "' is no word in Latin transliteration",
                           "write the letters of EAC MGC/01-02, _ for MVS");
        }
        return letters;
    }

    /// Reports a row whose key was met before.
    bool is_new(const Table& table, std::size_t row, std::size_t column, std::set<std::string>& seen, std::string key) {
        if (seen.insert(std::move(key)).second) return true;
        reporter_.cell(table, row, column, "list-duplicate",
                       "'" + std::string{table.cell(row, column)} + "' stands here a second time",
                       "take one of the rows out");
        return false;
    }

    void lint_glossary(const Table& table) {
        const std::size_t mongolian = *table.column("mongolian"), chinese = *table.column("chinese");
        std::set<std::string> seen;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string_view term = table.cell(row, mongolian);
            is_new(table, row, mongolian, seen, std::string{term} + "\t" + std::string{table.cell(row, chinese)});
            if (term.empty()) word(table, row, mongolian, term);
            for (const std::string_view latin : split(term, ' ')) {
                const auto letters = word(table, row, mongolian, latin);
                if (!letters || forms_.contains(*letters)) continue;
                reporter_.cell(table, row, mongolian, "glossary-word",
                               "the dictionary does not have '" + std::string{latin} + "'",
                               "correct the word, or add its stem");
            }
            const auto text = to_utf16(table.cell(row, chinese));
            if (!text ||
                std::none_of(text->begin(), text->end(), [](char16_t c) { return c >= 0x4E00 && c < 0xA000; })) {
                reporter_.cell(table, row, chinese, "glossary-chinese", "the term has no Chinese", "write it");
            }
        }
    }

    void lint_typos(const Table& table) {
        const std::size_t column = *table.column("word"), expect = *table.column("expect"),
                          suggest = *table.column("suggest");
        std::set<std::string> seen;
        for (std::size_t row = 0; row < table.size(); ++row) {
            word(table, row, column, table.cell(row, column));
            const std::string_view wanted = table.cell(row, expect);
            is_new(table, row, column, seen,
                   std::string{table.cell(row, column)} + "\t" + std::string{wanted} + "\t" +
                       std::string{table.cell(row, suggest)});
            if (wanted != "accept" && wanted != "reject" && wanted != "suggest") {
                reporter_.cell(table, row, expect, "list-expectation",
                               "'" + std::string{wanted} + "' is no expectation", "write accept, reject or suggest");
            } else if ((wanted == "suggest") == table.cell(row, suggest).empty()) {
                reporter_.cell(table, row, suggest, "list-expectation",
                               wanted == "suggest" ? "the row names no word to suggest"
                                                   : "the row suggests a word and does not expect it",
                               "fill both columns, or neither");
            } else if (wanted == "suggest") {
                word(table, row, suggest, table.cell(row, suggest));
            }
        }
    }

    void lint_gold(const Table& table) {
        const std::size_t column = *table.column("word");
        std::set<std::string> seen;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto letters = word(table, row, column, table.cell(row, column));
            is_new(table, row, column, seen, std::string{table.cell(row, column)});
            if (letters && !forms_.contains(*letters)) {
                reporter_.cell(table, row, column, "gold-word",
                               "the dictionary does not have '" + std::string{table.cell(row, column)} + "'",
                               "add its stem, or correct the word");
            }
        }
    }

    const Lexicon& lexicon_;
    Reporter& reporter_;
    FormSet forms_;
};

}  // namespace

void lint_suffixes(const Lexicon& lexicon, Reporter& reporter) {
    const Table& table = lexicon.source().suffixes;
    lint_suffix_harmony(table, reporter);
    lint_groups(lexicon.source(), reporter);
    const std::size_t suffix = *table.column("suffix"), masculine = *table.column("masculine");
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (lexicon.is_suffix_row_used(row) || table.cell(row, masculine) == "-") continue;
        reporter.cell(table, row, suffix, "suffix-unused",
                      "no stem takes this form of '" + std::string{table.cell(row, suffix)} + "'",
                      "correct its condition, or take it out");
    }
}

void lint_lists(const Lexicon& lexicon, Reporter& reporter) {
    const Source& source = lexicon.source();
    if (source.glossary || source.typos || source.gold) ListLint{lexicon, reporter}.run();
}

}  // namespace bichig::lexicon
