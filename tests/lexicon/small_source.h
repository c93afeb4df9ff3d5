// A dictionary that can be counted by hand, in memory: tests change one file of it and look at what follows.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/file.h>
#include <bichig/lexicon/lexicon.h>
#include <bichig/lexicon/source.h>

namespace bichig::lexicon {

/// Files of a source by path.
using Files = std::map<std::string, std::string>;

/// A row of entries with what every row needs; the rest is empty.
inline std::string row(std::string_view stem, std::string_view pos, std::string_view paradigm,
                       std::string_view marks = "", std::string_view cyrillic = "", std::string_view gloss = "词") {
    std::string out;
    for (const std::string_view cell :
         {stem, pos, paradigm, marks, cyrillic, std::string_view{"im"}, gloss, std::string_view{},
          std::string_view{"own"}, std::string_view{}, std::string_view{"Apache-2.0"}, std::string_view{},
          std::string_view{"unreviewed"}, std::string_view{"2026-01-31"}}) {
        out.append(cell).append("\t");
    }
    return out + "\n";
}

inline const std::string entry_header =
    "stem\tpos\tparadigm\tmarks\tcyrillic\tnorm\tgloss_"
    "zh\tfrequency\tsource\tevidence\tlicence\treviewer\tstatus\tdate\tnote\n";

inline const std::string small_manifest = R"([dictionary]
id = "small"
title = "Small"
version = "1"
date = 2026-01-31
language = "mn-Mong-CN"
licence = "Apache-2.0"
statement = "a test"
suffixes = "suffixes.tsv"
paradigms = "paradigms.toml"
[[files]]
path = "words.tsv"
tier = "core"
[tiers.core]
title = "all"
[norms.im]
title = "norm"
[sources.own]
title = "own"
[evidence.witness]
title = "a witness"
[hunspell]
map = ["ou"]
)";

inline const std::string small_paradigms = R"([groups.cases]
suffixes = ["genitive", "dative"]
[groups.plural_ud]
suffixes = ["plural_ud"]
then = ["cases"]
[groups.finite]
suffixes = ["present"]
[groups.participle]
suffixes = ["past"]
then = ["genitives"]
[groups.genitives]
suffixes = ["genitive"]
[paradigms.noun]
pos = ["noun"]
groups = ["cases"]
[paradigms.verb]
pos = ["verb"]
stem = false
groups = ["finite", "participle"]
)";

/// Two nouns, a verb and a particle: 13 forms.
///   gar    gar, gar_un, gar_tu, gar_ud, gar_ud_un, gar_ud_tu       6 (-ud and its cases)
///   ger    ger, ger_ün, ger_tü                                     3
///   yabu   yabun_a, yabugsan, yabugsan_u                           3 (the stem is no word)
///   ču     ču                                                      1
inline Files small_files() {
    return {{"dictionary.toml", small_manifest},
            {"suffixes.tsv",
             "# suffixes\nsuffix\tafter\tof\tmasculine\tfeminine\tjoined\tdrop\tnote\n"
             "genitive\tn\t\tu\tü\tconnector\t\t\n"
             "genitive\thard+soft\t\tun\tün\tconnector\t\t\n"
             "genitive\tvowel\t\t-\t-\tconnector\t\t\n"
             "dative\thard\t\ttu\ttü\tconnector\t\t\n"
             "dative\tvowel+n+soft\t\t-\t-\tconnector\t\t\n"
             "plural_ud\tany\t\tud\tüd\tconnector\t\t\n"
             "present\tvowel\t\tn_a\tn_e\tstem\t\t\n"
             "present\tn+hard+soft\t\t-\t-\tstem\t\t\n"
             "past\tvowel\t\tgsan\tgsen\tstem\t\t\n"
             "past\tn+hard+soft\t\t-\t-\tstem\t\t\n"},
            {"paradigms.toml", small_paradigms},
            {"words.tsv", "# words\n" + entry_header + row("gar", "noun", "noun+plural_ud", "", "гар") +
                              row("ger", "noun", "noun", "", "гэр") + row("yabu", "verb", "verb", "", "явах") +
                              row("ču", "particle", "none")}};
}

inline Result<Source> read(const Files& files) {
    return read_source("small", [&](const std::string& path) -> Result<std::string> {
        const auto found = files.find(path);
        if (found == files.end())
            return fail({ErrorCode::not_found, "there is no such file", {}, Place{"small/" + path, 0, 0, {}}});
        return found->second;
    });
}

/// The dictionary of `files`, which have no error.
inline Lexicon lexicon_of(const Files& files) {
    Findings findings;
    Lexicon lexicon = compile(std::make_shared<const Source>(read(files).value()), findings);
    if (has_errors(findings)) throw std::runtime_error(describe(first_error(findings)));
    return lexicon;
}

/// Replaces the first `from` in a file, which must be there.
inline Files with(Files files, const std::string& path, const std::string& from, const std::string& to) {
    std::string& bytes = files.at(path);
    const std::size_t at = bytes.find(from);
    if (at == std::string::npos) throw std::runtime_error("no '" + from + "' in " + path);
    bytes.replace(at, from.size(), to);
    return files;
}

/// Adds a row of words.
inline Files with_row(Files files, const std::string& row) {
    files.at("words.tsv") += row;
    return files;
}

}  // namespace bichig::lexicon
