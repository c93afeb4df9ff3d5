// Feeds any UTF-16, lone surrogates included, to text::analyze and checks what must hold for each answer.
#include <string>

#include <bichig/text/analysis.h>

#include "expect.h"

namespace {

using namespace bichig;
using fuzz::expect;

/// UTF-16 from bytes that are UTF-8 as far as they can be: the seeds are readable, yet surrogates and stray bytes come
/// through as code units.
std::u16string loose_utf16(const std::uint8_t* data, std::size_t size) {
    std::u16string text;
    for (std::size_t i = 0; i < size;) {
        const std::uint8_t lead = data[i];
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 1 || i + length > size) {
            text += static_cast<char16_t>(lead);
            ++i;
            continue;
        }
        std::uint32_t value = lead & (0x7Fu >> length);
        for (std::size_t k = 1; k < length; ++k) value = (value << 6) | (data[i + k] & 0x3Fu);
        i += length;
        if (value < 0x10000) {
            text += static_cast<char16_t>(value);
        } else {
            text += static_cast<char16_t>(0xD7C0 + (value >> 10));
            text += static_cast<char16_t>(0xDC00 + (value & 0x3FF));
        }
    }
    return text;
}

void check_runs(const std::u16string& text, const text::Analysis& analysis) {
    TextIndex end = 0;
    for (const text::ScriptRun& run : analysis.scripts) {
        expect(run.range.begin == end && run.range.end > end, "script runs follow one another");
        end = run.range.end;
    }
    expect(end == text.size(), "script runs cover the text");
}

void check_words(const std::u16string& text, const text::Analysis& analysis) {
    TextIndex end = 0;
    auto run = analysis.scripts.begin();
    for (const TextRange& word : analysis.words) {
        expect(word.begin >= end && word.begin < word.end && word.end <= text.size(), "words are in order");
        while (run->range.end <= word.begin) ++run;
        expect(run->script == text::mongolian && word.end <= run->range.end, "a word is of one run, a Mongolian one");
        for (TextIndex i = word.begin + 1; i < word.end; ++i) {
            expect(analysis.breaks[i] == text::Break::no, "a word does not break");
        }
        end = word.end;
    }
}

void check_breaks(const std::u16string& text, const text::Analysis& analysis) {
    expect(analysis.breaks.size() == text.size() + 1, "one more break than code units");
    expect(analysis.breaks.back() == text::Break::mandatory, "the end is a break");
    const std::u16string_view never_first = u"\u1801\u1802\u1803\u1804\u1805!?！？)）》」』，。、：；\u202F\u180E\u180B\u200D";
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (analysis.breaks[i] != text::Break::allowed) continue;
        expect(never_first.find(text[i]) == std::u16string_view::npos, "no closing mark or suffix begins a line");
        const bool pair = (text[i - 1] & 0xFC00) == 0xD800 && (text[i] & 0xFC00) == 0xDC00;
        expect(!pair, "no break inside a surrogate pair");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::u16string text = loose_utf16(data, size);
    const text::Analysis analysis = text::analyze(text);
    expect(analysis.orientations.size() == text.size(), "an orientation for each code unit");
    check_runs(text, analysis);
    check_words(text, analysis);
    check_breaks(text, analysis);
    return 0;
}
