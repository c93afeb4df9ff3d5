// Fuzz target: calls of the C interface in any order, with handles in slots, texts in both encodings, options as the
// headers allow them and as they do not, NULLs, sizes of structs that are wrong, and memory that ends now and then.
//
// Each byte chooses a call, the bytes after it what it is given. No call may crash, read or write beyond what it was
// given, answer with a fault of the library, or keep a block that was not given back.
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <utility>

#include <unistd.h>

#include "c_calls.h"

namespace bichig::fuzz {

namespace {

long blocks = 0;    ///< that are out
long allowed = -1;  ///< so many more are given; below 0: all


void* give(void*, std::size_t size) {
    if (allowed == 0) return nullptr;
    if (allowed > 0) --allowed;
    ++blocks;
    return std::malloc(size);
}

void take(void*, void* block) {
    --blocks;
    std::free(block);
}

World make_world() {
    World made;
    std::string name = (std::filesystem::temp_directory_path() / "bichig-fuzz-XXXXXX").string();
    expect(::mkdtemp(name.data()) != nullptr, "a scratch folder can be made");
    made.scratch = name + "/scratch";
    made.dictionary = name + "/dictionary";
    std::filesystem::create_directory(made.scratch);
    static const std::string folder = name;
    std::atexit([] {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    });
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    options.staged = BICHIG_FONT_FOLDER;
    expect(bichig_fonts_open(&options, &made.fonts, nullptr, nullptr) == BICHIG_OK, "the fonts are staged");
    bichig_lexicon* lexicon = nullptr;
    expect(bichig_lexicon_open(BICHIG_LEXICON_FOLDER, &lexicon, nullptr, nullptr) == BICHIG_OK, "a lexicon opens");
    expect(bichig_lexicon_build(lexicon, made.dictionary.c_str(), nullptr, nullptr, nullptr, nullptr) == BICHIG_OK,
           "a dictionary is built");
    bichig_lexicon_close(lexicon);
    return made;
}

constexpr std::array samples{
    "",
    "a",
    "ab cd\n\nef",
    "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF",
    "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF\xE1\xA0\x8E\xE1\xA0\xA4\xE1\xA0\xA8 "
    "\xE4\xB8\xAD\xE6\x96\x87 2024 ab",
    "\xE1\xA0\xAA\xE1\xA0\xA0\xE1\xA0\xB6\xE1\xA0\xA2\xE1\xA0\xA8\xE2\x80\xAF\xE1\xA0\xA0\xE1\xA0\x8B",
    "\xF0\x9F\x98\x80\xE2\x9F\xA6 \xE1\xA0\x8E\xE1\xA0\xA0",
    "# a\n\nb *c* [d](#e) ![f](g.png)[^n]\n\n| h | i |\n| - | - |\n| j | 1 |\n\n- k\n\n[^n]: l\n",
    "---\nkind: notice\nversions:\n  - language: mn-Mong\n    title: a\n---\n\n::: version mn-Mong\n\nb\n\n:::\n",
    "{\"kind\": \"document\", \"sections\": [{\"blocks\": [{\"paragraph\": \"a\"}]}]}",
    "\xEE\x88\xB4\xEE\x8A\x80\xEE\x8C\x80",
    "monggol-un bičig {=GPS}",
};

std::u16string units_of(Choices& choices, const std::string& bytes) {
    std::u16string units;
    if (choices.rarely(4)) {  // what no UTF-8 stands for, lone surrogates too
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
            units.push_back(static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                                  static_cast<unsigned char>(bytes[i + 1])));
        }
        return units;
    }
    bichig_char16* text = nullptr;
    std::size_t length = 0;
    const long before = std::exchange(allowed, -1);
    if (bichig_decode_utf16(bytes.data(), bytes.size(), BICHIG_ENCODING_UTF8, &text, &length, nullptr, nullptr) ==
        BICHIG_OK) {
        units.assign(text, text + length);
    }
    bichig_free(text);
    allowed = before;
    return units;
}

template <class Char, class From>
Text<Char> text_from(Choices& choices, const From& from) {
    Text<Char> text;
    if (choices.rarely()) {
        text.length = choices.rarely(2) ? choices.byte() : 0;
        return text;
    }
    const bool whole = choices.rarely(4);
    text.block = std::make_unique<Char[]>(from.size() + (whole ? 1 : 0));
    for (std::size_t i = 0; i < from.size(); ++i) text.block[i] = static_cast<Char>(from[i]);
    text.data = text.block.get();
    text.length = whole ? BICHIG_WHOLE : from.size();
    return text;
}

}  // namespace

const World& world() {
    static const World made = make_world();
    return made;
}

std::string bytes_of(Choices& choices) {
    const unsigned which = choices.below(static_cast<unsigned>(samples.size()) * 2);
    if (which < samples.size()) return samples[which];
    std::string bytes(choices.below(48), '\0');
    for (char& byte : bytes) byte = static_cast<char>(choices.byte());
    return bytes;
}

template <>
Text<char> text_of<char>(Choices& choices) {
    return text_from<char>(choices, bytes_of(choices));
}
template <>
Text<bichig_char16> text_of<bichig_char16>(Choices& choices) {
    const std::string bytes = bytes_of(choices);
    return text_from<bichig_char16>(choices, units_of(choices, bytes));
}

double number(Choices& choices) {
    constexpr double most = std::numeric_limits<double>::max();
    static constexpr std::array values{0.0,  1.0,   12.0, 16.0, 72.0, 96.0,  100.0,  300.0, -1.0,     0.01,
                                       1e-9, 500.0, 1e4,  1e6,  -1e6, -1e12, 1e12, most,  -most / 3};
    const unsigned which = choices.below(values.size() + 12);
    if (which < values.size()) return values[which];
    if (which == values.size()) return std::numeric_limits<double>::quiet_NaN();
    if (which == values.size() + 1) return std::numeric_limits<double>::infinity();
    return choices.byte() * 1.5;
}

std::size_t offset(Choices& choices) {
    if (choices.rarely(8)) return choices.rarely(2) ? BICHIG_WHOLE : std::size_t{1} << choices.below(63);
    return choices.below(64);
}

}  // namespace bichig::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace bichig::fuzz;
    world();
    const std::array parts{&text_operations(), &page_operations(), &word_operations(), &edit_operations(),
                           &page_operations()};
    bichig_set_allocator(give, take, nullptr);
    blocks = 0;
    {
        State state{Choices{data, size}};
        for (int calls = 0; calls < 40 && !state.choices.empty(); ++calls) {
            const auto& part = *parts[state.choices.below(static_cast<unsigned>(parts.size()))];
            allowed = state.choices.rarely(6) ? state.choices.below(12) : -1;
            state.memory_may_end = allowed >= 0;
            part[state.choices.below(static_cast<unsigned>(part.size()))](state);
            allowed = -1;
        }
    }
    std::error_code ignored;
    std::filesystem::remove(world().scratch + "/personal.txt", ignored);
    expect(blocks == 0, "every block was given back");
    bichig_set_allocator(nullptr, nullptr, nullptr);
    return 0;
}
