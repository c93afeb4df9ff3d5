// The text that micro benchmarks work on.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bichig::bench {

/// A generated text (tests/tools/make_document.py), one string per line of the Markdown file. Value.
struct SampleText {
    std::vector<std::u16string> paragraphs;
    std::size_t words = 0;  ///< runs of characters between white space of ASCII
};

/// About 10,000 words. Ends the program with a message where the generator cannot be run.
SampleText sample_text();

}  // namespace bichig::bench
