// Feeds any UTF-16 to transliteration, and checks that it comes back whole.
#include <string>

#include <bichig/script/transliteration.h>

#include "expect.h"
#include "loose_utf16.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bichig;
    using script::Latin;
    const std::u16string text = fuzz::loose_utf16(data, size);
    for (const Latin latin : {Latin::eac, Latin::mollendorff_manchu, Latin::mollendorff_sibe, Latin::utn_hudum,
                              Latin::utn_todo, Latin::utn_sibe, Latin::utn_manchu}) {
        const script::Conversion written = script::to_latin(text, latin, {true, true});
        fuzz::expect(script::from_latin(written.text, latin).text == text, "every text comes back");
        const script::Conversion read = script::from_latin(text, latin, {true, true});
        fuzz::expect(text.empty() || read.alignments.back().source.end == text.size(), "the parts cover the source");
    }
    return 0;
}
