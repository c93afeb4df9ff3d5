// Fuzz target: random operations on an editor beside a plain string; see tests/edit/random_edits.h for what must hold.
//
// Byte 0 chooses what is asked of the editor, byte 1 how many of the next bytes are its first text; the rest are
// operations.
#include <algorithm>
#include <cstdint>
#include <string>

#include <bichig/font/catalogue.h>

#include "../edit/random_edits.h"
#include "expect.h"
#include "loose_utf16.h"

namespace {

using namespace bichig;
using fuzz::expect;

layout::TextLayoutOptions lines(bool horizontal) {
    static const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    expect(catalogue.has_value(), "the fonts are staged");
    using font::Role;
    static const shape::FontSet faces{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                                      catalogue->font(Role::latin), catalogue->font(Role::emoji),
                                      catalogue->font(Role::fallback)};
    static const shape::WordCache words;
    layout::TextLayoutOptions options;
    options.styles = {{faces, Length::points(16), "mn-Mong"}};
    options.measure = Length::points(100);
    options.mode = horizontal ? layout::WritingMode::horizontal_tb : layout::WritingMode::vertical_lr;
    options.kept = 500;
    options.shaper.words = words;
    return options;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::size_t length = std::min<std::size_t>(data[1], size - 2);
    const std::u16string text = fuzz::loose_utf16(data + 2, length);
    edit::EditingOptions options;
    options.undo.steps = 100'000;  // all can be undone
    options.single_line = (data[0] & 1) != 0;
    edit::Editor editor{text, lines((data[0] & 2) != 0), options};
    if ((data[0] & 4) != 0) editor.set_checker(spell::Checker{{}});
    (void)editor.take_changes();
    const std::size_t most = 600;  // operations cost far more than bytes
    edit::testing::RandomEdits edits{editor, data + 2 + length, std::min(size - 2 - length, most)};
    const std::string broken = edits.run();
    expect(broken.empty(), broken.c_str());
    return 0;
}
