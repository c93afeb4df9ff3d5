// Writes a dictionary as .aff and .dic.
//
// Hunspell knows two levels of suffixes and no vowel harmony. So each chain is written out, and each class holds the
// chains of one gender and one kind of ending; its condition is the set of last letters of the stems that have it,
// which keeps a class from being given to a stem of another kind. BREAK 0 keeps a stem and any suffix after U+180E from
// being taken for two words; IGNORE is not used: it would take selectors out of suggestions, and accept a word of
// selectors alone.
#include <algorithm>
#include <map>
#include <set>

#include <bichig/base/utf.h>
#include <bichig/lexicon/build.h>

#include "lexicon/internal/compile.h"

namespace bichig::lexicon {

namespace {

constexpr unsigned need_affix_flag = 65000;
constexpr std::string_view mvs = "\xE1\xA0\x8E";

/// Flags are numbers from 1.
unsigned flag_of(std::uint32_t class_index) { return class_index + 1; }

/// The ends of the stems of one class: their last letters, and by length what tails take off.
struct StemEnds {
    std::set<char16_t> letters;
    std::map<std::uint16_t, std::set<std::u16string>> stripped;
};

std::vector<StemEnds> stem_ends(const Lexicon& lexicon) {
    std::vector<std::vector<std::uint16_t>> lengths(lexicon.classes().size());
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        std::set<std::uint16_t> seen;
        for (const Tail& tail : lexicon.classes()[i].tails) {
            if (tail.strip > 0) seen.insert(tail.strip);
        }
        lengths[i].assign(seen.begin(), seen.end());
    }
    std::vector<StemEnds> ends(lexicon.classes().size());
    for (const Entry& entry : lexicon.entries()) {
        for (const std::uint32_t index : entry.classes) {
            ends[index].letters.insert(entry.stem.back());
            for (const std::uint16_t length : lengths[index]) {
                ends[index].stripped[length].insert(entry.stem.substr(entry.stem.size() - length));
            }
        }
    }
    return ends;
}

std::string condition(const std::set<char16_t>& letters) {
    const std::string set = to_utf8(std::u16string(letters.begin(), letters.end()));
    return letters.size() == 1 ? set : "[" + set + "]";
}

void write_class(std::string& out, const Lexicon& lexicon, std::uint32_t index, const StemEnds& ends) {
    const AffixClass& affixes = lexicon.classes()[index];
    const std::string flag = std::to_string(flag_of(index));
    std::string lines;
    std::size_t count = 0;
    const std::string when = condition(ends.letters);
    const auto add = [&](std::string_view strip, const Tail& tail, std::string_view letters) {
        lines.append("SFX ").append(flag).append(" ").append(strip).append(" ").append(to_utf8(tail.append));
        lines.append(" ").append(letters).append("\n");
        ++count;
    };
    for (const Tail& tail : affixes.tails) {
        if (tail.strip == 0) {
            add("0", tail, when);
            continue;
        }
        for (const std::u16string& stripped : ends.stripped.at(tail.strip)) {
            const std::string letters = to_utf8(stripped);
            add(letters, tail, letters);
        }
    }
    constexpr std::array<std::string_view, 4> endings = {"a vowel", "n", "b, g, d, r or s", "another consonant"};
    out += "\n# " + lexicon.source().groups[affixes.group].id;
    out += affixes.gender == script::Gender::masculine ? ", masculine" : ", feminine";
    out.append(", after ").append(endings[static_cast<std::size_t>(affixes.ending)]).append("\n");
    out += "SFX " + flag + " N " + std::to_string(count) + "\n" + lines;
}

/// Pairs of suffixes that are taken for one another: of the other gender, and of another allomorph.
std::set<std::pair<std::string, std::string>> replacements(const Lexicon& lexicon) {
    const Table& table = lexicon.source().suffixes;
    const std::size_t suffix = *table.column("suffix"), joined = *table.column("joined");
    const std::array<std::size_t, 2> forms = {*table.column("masculine"), *table.column("feminine")};
    std::map<std::string, std::set<std::string>, std::less<>> by_suffix;
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const std::size_t form : forms) {
            const auto letters = letters_of(table.cell(row, form));
            if (!letters || (letters->size() < 2 && table.cell(row, joined) == "stem")) continue;
            const std::string connector{table.cell(row, joined) == "connector" ? mvs : ""};
            by_suffix[std::string{table.cell(row, suffix)}].insert(connector + to_utf8(*letters));
        }
    }
    std::set<std::pair<std::string, std::string>> pairs;
    for (const auto& [id, found] : by_suffix) {
        for (const std::string& from : found) {
            for (const std::string& to : found) {
                if (from != to) pairs.emplace(from, to);
            }
        }
    }
    for (const auto& [from, to] : lexicon.source().manifest.replacements) {
        const auto a = letters_of(from), b = letters_of(to);
        if (a && b) pairs.emplace(to_utf8(*a), to_utf8(*b));
    }
    return pairs;
}

std::string affix_head(const Lexicon& lexicon) {
    const Manifest& manifest = lexicon.source().manifest;
    std::string out =
        "# " + manifest.title + ", " + manifest.version + " (" + manifest.date + "): " + manifest.statement + ".\n";
    out += "# Made by bichig dict build: change the source, not this file. Licence: " + manifest.licence + ".\n";
    out += "SET UTF-8\nFLAG num\nLANG mn\n";
    out += "WORDCHARS \xE1\xA0\x8B\xE1\xA0\x8C\xE1\xA0\x8D\xE1\xA0\x8F\xE1\xA0\x8E\xE2\x80\xAF\xE2\x80\x8D\n";
    out += "BREAK 0\nNEEDAFFIX " + std::to_string(need_affix_flag) + "\n";
    out += "ICONV 1\nICONV \xE2\x80\xAF \xE1\xA0\x8E\n";  // NNBSP, the connector of older text
    out += "TRY " +
           to_utf8(
               u"\u1820\u1821\u1822\u1823\u1824\u1825\u1826\u1828\u182D\u182C\u182F\u1837\u1833\u1832\u1830"
               u"\u182E\u182A\u1834\u1835\u1836\u1831\u1829\u180E") +
           "\n";
    std::vector<std::string> map;
    for (const std::string& letters : manifest.map) {
        if (const auto found = letters_of(letters)) map.push_back(to_utf8(*found));
    }
    out += "MAP " + std::to_string(map.size()) + "\n";
    for (const std::string& letters : map) out += "MAP " + letters + "\n";
    const auto pairs = replacements(lexicon);
    out += "REP " + std::to_string(pairs.size()) + "\n";
    for (const auto& [from, to] : pairs) out += "REP " + from + " " + to + "\n";
    return out;
}

}  // namespace

HunspellFiles hunspell_files(const Lexicon& lexicon) {
    HunspellFiles files;
    files.aff = affix_head(lexicon);
    const auto ends = stem_ends(lexicon);
    for (std::uint32_t index = 0; index < lexicon.classes().size(); ++index) {
        write_class(files.aff, lexicon, index, ends[index]);
    }
    // Rows of one stem with the same classes are one line: Hunspell would keep both.
    std::set<std::pair<std::u16string, std::string>> words;
    for (const Entry& entry : lexicon.entries()) {
        std::string flags;
        for (const std::uint32_t index : entry.classes) {
            flags.append(flags.empty() ? "/" : ",").append(std::to_string(flag_of(index)));
        }
        if (!entry.stem_is_word) {
            if (flags.empty()) continue;
            flags += "," + std::to_string(need_affix_flag);
        }
        words.emplace(entry.stem, std::move(flags));
    }
    files.dic = std::to_string(words.size()) + "\n";
    for (const auto& [stem, flags] : words) files.dic += to_utf8(stem) + flags + "\n";
    return files;
}

}  // namespace bichig::lexicon
