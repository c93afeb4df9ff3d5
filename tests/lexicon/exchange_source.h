// A source of two tables of entries and a glossary, in memory, for what goes out of a source and comes back.
#pragma once

#include <map>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

inline const std::string exchange_header =
    "stem\tpos\tparadigm\tmarks\tcyrillic\tnorm\tgloss_zh\tfrequency\t"
    "source\tevidence\tlicence\treviewer\tstatus\tdate\tnote\n";

/// A row of entries.
inline std::string exchange_row(const std::string& stem, const std::string& pos, const std::string& paradigm,
                                const std::string& cyrillic, const std::string& note = "") {
    return stem + "\t" + pos + "\t" + paradigm + "\t\t" + cyrillic +
           "\tim\t\u8bcd\t\town\t\tApache-2.0\t\tunreviewed\t2026-01-31\t" + note + "\n";
}

inline std::map<std::string, std::string> exchange_files() {
    return {
        {"dictionary.toml", "[dictionary]\nid = \"small\"\ntitle = \"Small\"\nversion = \"1\"\ndate = \"2026-01-31\"\n"
                            "language = \"mn-Mong-CN\"\nlicence = \"Apache-2.0\"\nstatement = \"a test\"\n"
                            "suffixes = \"suffixes.tsv\"\nparadigms = \"paradigms.toml\"\nglossary = \"glossary.tsv\"\n"
                            "[[files]]\npath = \"entries/nouns.tsv\"\ntier = \"core\"\n"
                            "[[files]]\npath = \"entries/other.tsv\"\ntier = \"closed\"\n"
                            "[tiers.core]\ntitle = \"all\"\n[tiers.closed]\ntitle = \"closed\"\n"
                            "[norms.im]\ntitle = \"norm\"\n[sources.own]\ntitle = \"own\"\n"
                            "[evidence.witness]\ntitle = \"a witness\"\n[hunspell]\nmap = [\"ou\"]\n"},
        {"suffixes.tsv", "suffix\tafter\tof\tmasculine\tfeminine\tjoined\tdrop\tnote\n"
                         "genitive\tn\t\tu\tü\tconnector\t\t\n"
                         "genitive\thard+soft\t\tun\tün\tconnector\t\t\n"
                         "genitive\tvowel\t\tyin\tyin\tconnector\t\t\n"},
        {"paradigms.toml", "[groups.cases]\nsuffixes = [\"genitive\"]\n"
                           "[paradigms.noun]\npos = [\"noun\"]\ngroups = [\"cases\"]\n"},
        {"entries/nouns.tsv", "# nouns\n" + exchange_header +
                                  exchange_row("gar", "noun", "noun", "\u0433\u0430\u0440") +
                                  "\n# of houses\n" + exchange_row("ger", "noun", "noun", "\u0433\u044d\u0440", "=a") +
                                  exchange_row("nom", "noun", "noun", "\u043d\u043e\u043c")},
        {"entries/other.tsv", exchange_header + exchange_row("\u010du", "particle", "none", "\u0447")},
        {"glossary.tsv", "mongolian\tchinese\tfield\tsource\tlicence\treviewer\tstatus\tdate\tnote\n"
                         "nom\t\u4e66\teducation\town\tApache-2.0\t\tunreviewed\t2026-01-31\t\n"}};
}

inline Source exchange_source(const std::map<std::string, std::string>& files = exchange_files()) {
    auto source = read_source("dict", [&](const std::string& path) -> Result<std::string> { return files.at(path); });
    if (!source) ADD_FAILURE() << describe(source.error());
    return source ? std::move(*source) : Source{};
}

inline Lexicon exchange_lexicon(const Source& source) {
    Findings findings;
    Lexicon lexicon = compile(std::make_shared<Source>(source), findings);
    for (const Finding& finding : findings) ADD_FAILURE() << describe(finding);
    return lexicon;
}

}  // namespace bichig::lexicon
