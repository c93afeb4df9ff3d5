// Feeds any bytes to the reader of image heads: it answers with a head that has a size, or with an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <bichig/image/head.h>

#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using bichig::fuzz::expect;
    const auto head = bichig::image::read_head({reinterpret_cast<const char*>(data), size});
    if (!head) {
        expect(!head.error().message.empty(), "an error says what is wrong");
        return 0;
    }
    expect(head->width > 0 && head->height > 0, "an image has pixels");
    expect(head->size().width > bichig::Length{} && head->size().height > bichig::Length{}, "an image has a size");
    return 0;
}
