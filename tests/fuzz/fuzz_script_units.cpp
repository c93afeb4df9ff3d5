// Feeds any UTF-16 to script::analyze in every system and profile, and checks what must hold for each answer.
#include <bichig/script/key.h>
#include <bichig/script/units.h>

#include "expect.h"
#include "loose_utf16.h"

using namespace bichig;
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    script::UnitOptions options;
    options.profile = data[0] & 1 ? script::Profile::utn57 : script::Profile::gb25914;
    const unsigned system = (data[0] >> 1) % (script::writing_system_count + 1);
    if (system < script::writing_system_count) options.system = static_cast<script::WritingSystem>(system);
    const std::u16string text = fuzz::loose_utf16(data + 1, size - 1);
    const script::UnitAnalysis found = script::analyze(text, options);
    TextIndex end = 0;
    for (const script::LetterForm& letter : found.letters) {
        expect(letter.range.begin >= end && letter.range.end <= text.size(), "letters are in order");
        expect(letter.unit_begin < letter.unit_end, "a letter has units");
        expect(letter.unit_end <= found.units.size(), "the units of a letter are units of the text");
        end = letter.range.end;
    }
    expect(found.units == script::units(text, options), "both ways give the same units");
    expect(script::same_shape(text, text, options), "a text has its own shape");
    for (const TextRange& match : script::find(text, text.substr(0, 4), script::KeyLevel::shape, options)) {
        expect(match.begin < match.end && match.end <= text.size(), "a match is a part of the text");
    }
    return 0;
}
