// Feeds any bytes to the Markdown reader: it answers with a document or with an error that says something.
#include <cstddef>
#include <cstdint>
#include <string>

#include <bichig/format/markdown.h>

#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using bichig::fuzz::expect;
    bichig::Diagnostics diagnostics;
    // Nothing can be read below a file, so images are looked for and never found.
    const auto document = bichig::format::read_markdown(std::string(reinterpret_cast<const char*>(data), size), "input",
                                                  "/dev/null", diagnostics);
    expect(document.has_value() || !document.error().message.empty(), "an error says what is wrong");
    return 0;
}
