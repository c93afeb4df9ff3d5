// An editor on long texts: opening, keys, undo, search, slices of spelling; beside Pango laying the paragraph out anew
// for each key.
//
// The text is Mongolian, drawn from 20,000 words by Zipf's law with a fixed seed (vocabulary.h), in paragraphs of 20 to
// 180 words. The argument is the number of words. A key is timed from the letter to what a view asks for then: what
// changed, the lines that are seen, the caret. Pango gets the same paragraphs with the same letters, in the same font
// and size, and gives its lines and its caret: what a text field over Pango does at least. Half of the known words are
// in the dictionary that spelling is checked with.
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#ifdef BICHIG_BENCH_PANGO
#include "pango_fonts.h"
#endif

#include <bichig/base/utf.h>
#include <bichig/edit/editor.h>
#include <bichig/spell/shape_index.h>

#include "staged_fonts.h"
#include "times.h"
#include "vocabulary.h"

namespace {

using namespace bichig;
using bench::Times;

constexpr std::size_t known_words = 20'000;
constexpr std::size_t keys = 2'000;
const Length measure = Length::points(400);
const Length size = Length::points(14);
const Length screen = Length::points(600);

const std::vector<std::u16string>& vocabulary() {
    static const std::vector<std::u16string> known = bench::vocabulary(known_words);
    return known;
}

/// A text of the size of a benchmark's argument; only one is kept.
const std::u16string& text_of(const benchmark::State& state) {
    static std::size_t words = 0;
    static std::u16string text;
    const auto wanted = static_cast<std::size_t>(state.range(0));
    if (words == wanted) return text;
    words = wanted;
    text.clear();
    std::mt19937 random{20240516};
    std::size_t left = 20;
    for (const std::u16string& word : bench::running_text(vocabulary(), words)) {
        text += word;
        text += --left == 0 ? u'\n' : u' ';
        if (left == 0) left = 20 + random() % 161;
    }
    return text;
}

edit::Editor open(const std::u16string& text) {
    layout::TextLayoutOptions options;
    options.styles = {{bench::fonts(), size, "mn-Mong"}};
    options.measure = measure;
    return {text, options};
}

void open_and_show(benchmark::State& state) {
    const std::u16string& text = text_of(state);
    for (auto _ : state) {
        edit::Editor editor = open(text);
        benchmark::DoNotOptimize(editor.show({}, screen).paragraphs.data());
        benchmark::DoNotOptimize(editor.caret_box());
    }
}

/// What is typed: words of the text, a letter at a time.
std::u16string typed() {
    std::u16string made;
    for (std::size_t i = 0; made.size() < keys; ++i) made += vocabulary()[i * 37 % known_words] + u' ';
    made.resize(keys);
    return made;
}

void look(edit::Editor& editor) {
    benchmark::DoNotOptimize(editor.take_changes().data());
    const layout::CaretBox caret = editor.caret_box();
    benchmark::DoNotOptimize(editor.show(caret.block - screen / 2, screen).paragraphs.data());
}

/// Places all over the text; 20 keys are typed at each.
template <class At>
void type_all_over(std::size_t paragraphs, At at) {
    std::mt19937_64 random{20240516};
    const std::u16string letters = typed();
    std::size_t paragraph = 0;
    for (std::size_t key = 0; key < keys; ++key) {
        const bool elsewhere = key % 20 == 0;
        if (elsewhere) paragraph = random() % paragraphs;
        at(paragraph, elsewhere, std::u16string_view{letters}.substr(key, 1));
    }
}

void type(benchmark::State& state) {
    for (auto _ : state) {
        edit::Editor editor = open(text_of(state));
        Times times;
        type_all_over(editor.paragraph_count(), [&](std::size_t paragraph, bool elsewhere, std::u16string_view letter) {
            if (elsewhere) {
                const edit::TextStretch place = editor.paragraph(paragraph);
                editor.select((place.begin + place.end) / 2, (place.begin + place.end) / 2);
                look(editor);
            }
            times.time([&] {
                editor.insert(letter);
                look(editor);
            });
        });
        times.tell(state);
    }
}

void undo(benchmark::State& state) {
    for (auto _ : state) {
        edit::Editor editor = open(text_of(state));
        type_all_over(editor.paragraph_count(), [&](std::size_t paragraph, bool elsewhere, std::u16string_view letter) {
            if (elsewhere) editor.select(editor.paragraph(paragraph).begin, editor.paragraph(paragraph).begin);
            editor.insert(letter);
        });
        Times times;
        for (bool undone = true; undone;) {
            times.time([&] {
                undone = editor.undo();
                look(editor);
            });
        }
        times.tell(state);
    }
}

/// From the start to the last but rarest word; nothing before it is found.
void find(benchmark::State& state) {
    edit::Editor editor = open(text_of(state));
    const std::u16string pattern = u"\u183A\u1820\u183A\u1820\u183A\u1820\u183A";
    editor.replace({editor.size(), editor.size()}, pattern);
    const edit::SearchOptions options{static_cast<script::KeyLevel>(state.range(1)), false};
    for (auto _ : state) {
        const auto found = editor.find(pattern, 0, layout::Direction::forward, options);
        if (!found || found->range.end != editor.size()) state.SkipWithError("the word at the end is not found");
    }
}

/// The most frequent word, which stands many times.
void replace_all(benchmark::State& state) {
    std::size_t replaced = 0;
    for (auto _ : state) {
        state.PauseTiming();
        edit::Editor editor = open(text_of(state));
        state.ResumeTiming();
        replaced = editor.replace_all(vocabulary().front(), vocabulary()[1], {script::KeyLevel::exact, false});
        benchmark::DoNotOptimize(editor.undo());
    }
    state.counters["replaced"] = static_cast<double>(replaced);
}

/// Slices of 2 ms, each timed by itself: none may be much longer than asked for.
void spell(benchmark::State& state) {
    static const spell::Checker checker = [] {
        spell::ShapeIndexWriter writer;
        for (std::size_t i = 0; i < known_words; i += 2) (void)writer.add(vocabulary()[i]);
        spell::CheckerParts parts;
        parts.dictionary = spell::Dictionary{spell::ShapeIndex::from_bytes(writer.bytes()).value()};
        return spell::Checker{std::move(parts)};
    }();
    for (auto _ : state) {
        edit::Editor editor = open(text_of(state));
        editor.set_checker(checker);
        Times times;
        for (int slice = 0; slice < 500; ++slice) {
            times.time([&] { benchmark::DoNotOptimize(editor.check_spelling(std::chrono::milliseconds{2})); });
        }
        times.tell(state);
        state.counters["marks"] = static_cast<double>(editor.marks({0, editor.size()}).size());
    }
}

#ifdef BICHIG_BENCH_PANGO
/// Pango with the same font file and nothing else, at 72 dots an inch: its points are Bichig's.
void pango(benchmark::State& state) {
    const bench::PangoMap map = bench::pango_font_map();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map.get()), 72, 72);
    const std::unique_ptr<PangoContext, bench::Unref> context{pango_font_map_create_context(map.get())};
    pango_context_set_language(context.get(), pango_language_from_string("mn-Mong"));
    const std::unique_ptr<PangoLayout, bench::Unref> layout{pango_layout_new(context.get())};
    PangoFontDescription* font = pango_font_description_from_string(bench::fonts().mongolian.family().c_str());
    pango_font_description_set_size(font, static_cast<int>(size.in_points() * PANGO_SCALE));
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(), static_cast<int>(measure.in_points() * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    std::vector<std::u16string> paragraphs;
    for (const layout::TextParagraph& paragraph : layout::paragraphs_of(text_of(state))) {
        paragraphs.push_back(paragraph.text);
    }
    for (auto _ : state) {
        Times times;
        std::u16string text;
        std::size_t caret = 0;
        type_all_over(paragraphs.size(), [&](std::size_t paragraph, bool elsewhere, std::u16string_view letter) {
            if (elsewhere) text = paragraphs[paragraph], caret = text.size() / 2;
            text.insert(caret, letter);
            ++caret;
            const std::string utf8 = to_utf8(text);  // a field over Pango has its text in UTF-8
            const int index = static_cast<int>(to_utf8(std::u16string_view{text}.substr(0, caret)).size());
            times.time([&] {
                pango_layout_set_text(layout.get(), utf8.data(), static_cast<int>(utf8.size()));
                benchmark::DoNotOptimize(pango_layout_get_line_count(layout.get()));
                PangoRectangle box;
                pango_layout_get_cursor_pos(layout.get(), index, &box, nullptr);
                benchmark::DoNotOptimize(box.x);
            });
        });
        times.tell(state);
    }
}
BENCHMARK(pango)->Name("edit_key_pango_paragraph")->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
#endif

BENCHMARK(open_and_show)->Name("edit_open")->Arg(1'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(type)->Name("edit_key")->Arg(1'000)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(undo)->Name("edit_undo")->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(find)->Name("edit_find_exact")->Args({1'000'000, 0})->Unit(benchmark::kMillisecond);
BENCHMARK(find)->Name("edit_find_shape")->Args({1'000'000, 1})->Unit(benchmark::kMillisecond);
BENCHMARK(replace_all)->Name("edit_replace_all")->Arg(1'000'000)->Iterations(3)->Unit(benchmark::kMillisecond);
BENCHMARK(spell)->Name("edit_spell_slice_2ms")->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
