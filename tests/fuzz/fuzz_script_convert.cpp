// Feeds any UTF-16 to detection and to the conversions of legacy encodings, and checks what must hold for each answer.
#include <string>

#include <bichig/script/legacy.h>

#include "expect.h"
#include "loose_utf16.h"

namespace {

using namespace bichig;
using fuzz::expect;

void check(const std::u16string& source, const script::Conversion& made) {
    TextIndex from = 0;
    for (const script::Alignment& part : made.alignments) {
        expect(part.source.begin == from && part.source.end > from, "the parts of the source follow one another");
        expect(part.result.begin <= part.result.end && part.result.end <= made.text.size(), "parts are in the result");
        from = part.source.end;
    }
    expect(from == source.size(), "the parts cover the source");
    for (const script::Remark& remark : made.remarks) {
        expect(remark.source.begin < remark.source.end && remark.source.end <= source.size(),
               "remarks are in the source");
        if (!remark.kept) continue;
        const auto part = source.substr(remark.source.begin, remark.source.size());
        expect(made.text.find(part) != std::u16string::npos, "what is kept stands in the result");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::u16string text = fuzz::loose_utf16(data, size);
    const script::LegacyDetection detected = script::detect_legacy(text);
    expect(detected.confidence >= 0 && detected.confidence <= 1, "confidence is from 0 to 1");
    for (const script::Legacy legacy : {script::Legacy::menksoft, script::Legacy::menksoft_letter,
                                        script::Legacy::delehi, script::Legacy::z52}) {
        check(text, script::legacy_to_unicode(text, legacy, {true}));
    }
    check(text, script::unicode_to_menksoft(text, {true}));
    return 0;
}
