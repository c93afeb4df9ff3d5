// Shows the forms of one entry.
#include <bichig/lexicon/paradigm.h>

#include <bichig/base/utf.h>
#include <bichig/script/units.h>

#include "lexicon/internal/compile.h"

namespace bichig::lexicon {

std::vector<ParadigmForm> paradigm_of(const Lexicon& lexicon, const Entry& entry) {
    std::vector<ParadigmForm> forms;
    const auto add = [&](std::string group, std::vector<std::string> chain, std::u16string text) {
        ParadigmForm form{std::move(group), std::move(chain), std::move(text), {}, {}};
        form.latin = latin_of(form.text);
        form.units = script::notation(script::units(form.text));
        forms.push_back(std::move(form));
    };
    if (entry.stem_is_word) add({}, {}, entry.stem);
    for (const std::uint32_t index : entry.classes) {
        const AffixClass& affixes = lexicon.classes()[index];
        for (const Tail& tail : affixes.tails) {
            std::vector<std::string> chain;
            for (const std::uint16_t suffix : tail.chain) chain.push_back(lexicon.suffix_ids()[suffix]);
            add(lexicon.source().groups[affixes.group].id, std::move(chain),
                entry.stem.substr(0, entry.stem.size() - tail.strip) + tail.append);
        }
    }
    return forms;
}

std::vector<const Entry*> entries_of(const Lexicon& lexicon, std::string_view word) {
    std::vector<const Entry*> found;
    auto letters = letters_of(word);
    if (!letters) {
        const auto text = to_utf16(word);
        if (!text) return found;
        letters = *text;
    }
    for (const Entry& entry : lexicon.entries()) {
        if (entry.stem == *letters) found.push_back(&entry);
    }
    return found;
}

}  // namespace bichig::lexicon
