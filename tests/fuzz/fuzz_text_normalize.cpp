// Feeds any UTF-16 to text::normalize: a second run changes nothing, edits rebuild the result, offsets rise.
#include <bichig/text/normal_form.h>

#include "expect.h"
#include "loose_utf16.h"

using namespace bichig;
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 1024) return 0;
    text::NormalOptions options;
    options.nfc = data[0] & 1;
    options.mongolian.diphthong = data[0] & 2;
    options.mongolian.connector = static_cast<script::Connector>((data[0] >> 2) % 3);
    options.mongolian.units.system = static_cast<script::WritingSystem>((data[0] >> 4) % script::writing_system_count);
    const std::u16string text = fuzz::loose_utf16(data + 1, size - 1);
    const script::NormalText normal = text::normalize(text, options);
    expect(text::normalize(normal.text, options).text == normal.text, "a second run changes nothing");
    std::u16string rebuilt;
    TextIndex place = 0;
    for (const script::NormalEdit& edit : normal.edits) {
        expect(edit.source.begin >= place && edit.source.end > edit.source.begin, "edits are in order");
        rebuilt += text.substr(place, edit.source.begin - place);
        expect(edit.result.begin == rebuilt.size(), "an edit knows its place in the result");
        rebuilt += normal.text.substr(edit.result.begin, edit.result.size());
        place = edit.source.end;
    }
    expect(rebuilt + text.substr(place) == normal.text, "the edits make the result");
    for (TextIndex i = 0; i < text.size(); ++i) {
        expect(normal.to_result(i) <= normal.to_result(i + 1), "offsets rise");
    }
    expect(normal.to_source(static_cast<TextIndex>(normal.text.size())) == text.size(), "the ends meet");
    return 0;
}
