// Feeds any bytes to the reader of Hunspell dictionaries, an affix file and a word list parted by a line of "%": it
// answers with words within its limits, or with an error that names a file. The same bytes are read as a word list.
#include <cstddef>
#include <cstdint>
#include <string>

#include <bichig/lexicon/hunspell_import.h>
#include <bichig/lexicon/queue.h>

#include "expect.h"

namespace {

using bichig::fuzz::expect;
namespace lexicon = bichig::lexicon;

void check(const bichig::Result<lexicon::ImportedWords>& words, std::size_t most) {
    if (!words) {
        expect(!words.error().message.empty() && !words.error().where.file.empty(),
               "an error says what is wrong, and where");
        return;
    }
    expect(words->words.size() <= most, "no more words than are taken");
    for (const lexicon::ImportedWord& word : words->words) expect(word.where.line > 0, "a word knows its line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t parted = bytes.find("\n%\n");
    if (parted == bytes.npos) {
        const auto text = lexicon::text_of_list({"input", bytes});
        if (text) check(lexicon::words_of_list(*text, "input"), bytes.size());
        return 0;
    }
    const lexicon::NamedBytes aff{"input.aff", bytes.substr(0, parted + 1)};
    const lexicon::NamedBytes dic{"input.dic", bytes.substr(parted + 3)};
    constexpr std::size_t most = 500;
    for (const bool expand : {true, false}) {
        check(lexicon::words_of_hunspell(aff, dic, {expand, most, 100, 100'000}), most);
    }
    return 0;
}
