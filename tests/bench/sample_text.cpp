// Runs the generator of test documents and cuts its text into paragraphs.
#include "sample_text.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <bichig/base/utf.h>

namespace bichig::bench {

namespace {

std::string generated() {
    std::FILE* pipe = ::popen("python3 '" BICHIG_SOURCE_FOLDER "/tests/tools/make_document.py' 10000", "r");
    std::string bytes;
    char buffer[65536];
    std::size_t count = 0;
    while (pipe != nullptr && (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0) bytes.append(buffer, count);
    if (pipe == nullptr || ::pclose(pipe) != 0 || bytes.empty()) {
        std::fputs("tests/tools/make_document.py cannot be run (run ./dev setup)\n", stderr);
        std::exit(1);
    }
    return bytes;
}

}  // namespace

SampleText sample_text() {
    SampleText sample;
    const std::string bytes = generated();
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        auto line = to_utf16(rest.substr(0, end));
        rest.remove_prefix(end + 1);
        if (!line || line->empty()) continue;
        bool inside = false;
        for (const char16_t unit : *line) {
            const bool space = unit == u' ';
            sample.words += !space && !inside;
            inside = !space;
        }
        sample.paragraphs.push_back(std::move(*line));
    }
    return sample;
}

}  // namespace bichig::bench
