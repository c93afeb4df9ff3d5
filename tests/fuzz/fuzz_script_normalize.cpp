// Feeds any UTF-16 to script::normalize: the shape stays, a second run changes nothing, edits rebuild the result.
#include <bichig/script/key.h>
#include <bichig/script/normal_form.h>

#include "expect.h"
#include "loose_utf16.h"

using namespace bichig;
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 4096) return 0;
    script::NormalOptions options;
    options.units.profile = data[0] & 1 ? script::Profile::utn57 : script::Profile::gb25914;
    options.units.system = static_cast<script::WritingSystem>((data[0] >> 1) % script::writing_system_count);
    options.connector = static_cast<script::Connector>((data[0] >> 4) % 3);
    const std::u16string text = fuzz::loose_utf16(data + 1, size - 1);
    const script::NormalText normal = script::normalize(text, options);
    expect(script::same_shape(text, normal.text, options.units), "the shape stays");
    expect(script::normalize(normal.text, options).text == normal.text, "a second run changes nothing");
    TextIndex place = 0;
    std::u16string rebuilt;
    for (const script::NormalEdit& edit : normal.edits) {
        expect(edit.source.begin >= place, "edits are in order");
        rebuilt += text.substr(place, edit.source.begin - place);
        rebuilt += normal.text.substr(edit.result.begin, edit.result.size());
        place = edit.source.end;
    }
    expect(rebuilt + text.substr(place) == normal.text, "the edits make the result");
    return 0;
}
