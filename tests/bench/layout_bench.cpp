// Lines of running text: Bichig from its first word on and with the words known, beside Pango; long texts; edits.
//
// The text is Mongolian, drawn from 20,000 words by Zipf's law with a fixed seed (vocabulary.h), in paragraphs of 20 to
// 180 words (edits: 1 to 500). Both engines set it in the same font and size, justified, with lines as long as each
// other; Pango's lines are horizontal, which a program that turns them by hand would draw, and its turning is not
// counted. The argument is the number of words.
#include <algorithm>
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
#include <bichig/layout/text_caret.h>

#include "staged_fonts.h"
#include "vocabulary.h"

namespace {

using namespace bichig;

constexpr std::size_t known_words = 20'000;
const Length measure = Length::points(400);
const Length size = Length::points(14);

using bench::fonts;

/// `words` words in paragraphs of `least` to `most` words.
std::vector<std::u16string> paragraphs(std::size_t words, std::size_t least, std::size_t most) {
    static const std::vector<std::u16string> known = bench::vocabulary(known_words);
    const std::vector<std::u16string> text = bench::running_text(known, words);
    std::mt19937 random{20240516};
    std::vector<std::u16string> made;
    std::size_t left = 0;
    for (const std::u16string& word : text) {
        if (left == 0) {
            left = least + random() % (most - least + 1);
            made.emplace_back();
        }
        if (!made.back().empty()) made.back() += u' ';
        made.back() += word;
        --left;
    }
    return made;
}

/// The paragraphs for the argument of a benchmark; only one text is kept.
const std::vector<std::u16string>& text_of(const benchmark::State& state) {
    static std::size_t words = 0;
    static std::vector<std::u16string> text;
    const auto wanted = static_cast<std::size_t>(state.range(0));
    if (words != wanted) text = paragraphs(wanted, 20, 180), words = wanted;
    return text;
}

layout::ParagraphOptions options() {
    layout::ParagraphOptions made;
    made.measure = measure;
    return made;
}

layout::Paragraph lay_out(const std::u16string& text, shape::Shaper& shaper) {
    const std::vector<shape::Span> spans{{{0, static_cast<TextIndex>(text.size())}, fonts(), size, "mn-Mong"}};
    return layout::lay_out_paragraph(text, spans, options(), layout::WritingMode::vertical_lr, shaper);
}

void count_words(benchmark::State& state) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * state.range(0));
}

/// Lays out all paragraphs; gives the number of lines.
std::size_t lay_out_all(const std::vector<std::u16string>& text, shape::Shaper& shaper) {
    std::size_t lines = 0;
    for (const std::u16string& paragraph : text) {
        const layout::Paragraph made = lay_out(paragraph, shaper);
        lines += made.lines.lines.size();
    }
    return lines;
}

void bichig_first_pass(benchmark::State& state) {
    const auto& text = text_of(state);
    std::size_t lines = 0;
    for (auto _ : state) {
        shape::Shaper shaper;
        lines = lay_out_all(text, shaper);
    }
    count_words(state);
    state.counters["lines"] = static_cast<double>(lines);
}

void bichig_words_known(benchmark::State& state) {
    const auto& text = text_of(state);
    shape::Shaper shaper;
    std::size_t lines = lay_out_all(text, shaper);
    for (auto _ : state) lines = lay_out_all(text, shaper);
    count_words(state);
    state.counters["lines"] = static_cast<double>(lines);
}

layout::TextLayout open_text(const std::vector<std::u16string>& text, std::size_t kept) {
    layout::TextLayoutOptions given;
    given.styles = {{fonts(), size, "mn-Mong"}};
    given.measure = measure;
    given.kept = kept;
    std::vector<layout::TextParagraph> source;
    source.reserve(text.size());
    for (const std::u16string& paragraph : text) source.push_back({paragraph, {}, 0});
    return {std::move(source), std::move(given)};
}

/// Opens the text and shows all of it, a screen after the other.
void text_layout_through(benchmark::State& state) {
    const auto& text = text_of(state);
    layout::TextLayoutFigures figures;
    for (auto _ : state) {
        layout::TextLayout layout = open_text(text, std::size_t{1} << 20);
        const Length screen = Length::points(600);
        Length offset;
        while (offset < layout.block_size()) {
            benchmark::DoNotOptimize(layout.show(offset, screen).paragraphs.data());
            offset += screen;
        }
        figures = layout.figures();
    }
    count_words(state);
    state.counters["paragraphs"] = static_cast<double>(figures.paragraphs);
    state.counters["laid_out_MB"] = static_cast<double>(figures.laid_out_bytes) / 1e6;
    const double share = static_cast<double>(state.range(0)) / static_cast<double>([&] {
        std::size_t units = 0;
        for (const std::u16string& paragraph : text) units += paragraph.size() + 1;
        return units;
    }());
    state.counters["bytes_per_laid_out_word"] =
        static_cast<double>(figures.laid_out_bytes) / (static_cast<double>(figures.laid_out_units) * share);
}

/// Opens the text and shows the first screen, or one in the middle.
void text_layout_open(benchmark::State& state) {
    const auto& text = text_of(state);
    for (auto _ : state) {
        layout::TextLayout layout = open_text(text, std::size_t{1} << 20);
        benchmark::DoNotOptimize(layout.show({}, Length::points(600)).paragraphs.data());
        benchmark::DoNotOptimize(layout.show(layout.block_size() / 2, Length::points(600)).paragraphs.data());
    }
    count_words(state);
}

/// Words put in and taken out at places all over the text, each timed by itself.
void edits(benchmark::State& state) {
    constexpr std::size_t edits_of_run = 5000;
    const std::vector<std::u16string> text = paragraphs(static_cast<std::size_t>(state.range(0)), 1, 500);
    const std::u16string word = text.front().substr(0, text.front().find(u' ')) + u' ';
    std::vector<double> milliseconds;
    for (auto _ : state) {
        layout::TextLayout layout = open_text(text, std::size_t{1} << 20);
        for (std::size_t i = 0; i < layout.paragraph_count(); ++i) layout.paragraph(i);
        std::mt19937_64 random{20240516};
        for (std::size_t edit = 0; edit < edits_of_run; ++edit) {
            const layout::TextOffset at = random() % layout.size();
            const layout::TextPlace place = layout.place_of(at);
            // Edits that would join two paragraphs leave the end of theirs alone.
            const std::size_t left = layout.text(place.paragraph).size() - place.index;
            const auto start = std::chrono::steady_clock::now();
            if (edit % 2 == 0) {
                layout.replace(at, at, word);
            } else {
                layout.replace(at, at + std::min(left, word.size()), {});
            }
            const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
            milliseconds.push_back(taken.count());
        }
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto part = [&](double share) {
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    state.counters["edits"] = static_cast<double>(milliseconds.size());
    state.counters["p50_ms"] = part(0.5);
    state.counters["p99_ms"] = part(0.99);
    state.counters["max_ms"] = part(1);
}

/// A point found, a caret drawn, and a step to the next line, all over a text that has its lines.
void carets(benchmark::State& state) {
    const std::vector<std::u16string> text = paragraphs(static_cast<std::size_t>(state.range(0)), 1, 500);
    layout::TextLayout layout = open_text(text, std::size_t{1} << 24);
    for (std::size_t i = 0; i < layout.paragraph_count(); ++i) layout.paragraph(i);
    std::mt19937_64 random{20240516};
    const auto below = [&](Length most) {
        return Length::raw(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most.in_raw())));
    };
    for (auto _ : state) {
        const layout::TextHit hit = layout::hit_test(layout, {below(measure), below(layout.block_size())});
        const layout::TextCaret caret{hit.paragraph, {hit.hit.caret, {}}};
        benchmark::DoNotOptimize(layout::caret_box(layout, caret));
        benchmark::DoNotOptimize(layout::move(layout, caret, layout::Step::line, layout::Direction::forward));
    }
}

/// The shapes of a selection of all, on one screen.
void selection(benchmark::State& state) {
    const std::vector<std::u16string> text = paragraphs(static_cast<std::size_t>(state.range(0)), 1, 500);
    layout::TextLayout layout = open_text(text, std::size_t{1} << 20);
    const layout::View view = layout.show(layout.block_size() / 2, Length::points(600));
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            layout::selection_shapes(layout, {0, layout.size()}, view.offset, Length::points(600)).data());
    }
}

#ifdef BICHIG_BENCH_PANGO
/// Pango with the same font file and nothing else, at 72 dots an inch: its points are Bichig's.
struct Pango {
    bench::PangoMap map = bench::pango_font_map();
    std::unique_ptr<PangoContext, bench::Unref> context;
    std::unique_ptr<PangoLayout, bench::Unref> layout;

    Pango() {
        pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map.get()), 72, 72);
        context.reset(pango_font_map_create_context(map.get()));
        pango_context_set_language(context.get(), pango_language_from_string("mn-Mong"));
        pango_context_set_round_glyph_positions(context.get(), FALSE);
        layout.reset(pango_layout_new(context.get()));
        PangoFontDescription* font = pango_font_description_from_string(fonts().mongolian.family().c_str());
        pango_font_description_set_size(font, static_cast<int>(size.in_points() * PANGO_SCALE));
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_width(layout.get(), static_cast<int>(measure.in_points() * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_justify(layout.get(), TRUE);
    }

    std::size_t lay_out_all(const std::vector<std::string>& text) {
        std::size_t lines = 0;
        for (const std::string& paragraph : text) {
            pango_layout_set_text(layout.get(), paragraph.data(), static_cast<int>(paragraph.size()));
            lines += static_cast<std::size_t>(pango_layout_get_line_count(layout.get()));
        }
        return lines;
    }

    /// Whether words of the text are set in the family that Bichig sets them in.
    bool same_font(const std::string& text) {
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
        if (line == nullptr || line->runs == nullptr) return false;
        const auto* run = static_cast<const PangoGlyphItem*>(line->runs->data);
        return bench::is_of_family(run->item->analysis.font, fonts().mongolian.family());
    }
};

void pango(benchmark::State& state) {
    static Pango engine;
    std::vector<std::string> text;  // Pango takes UTF-8
    for (const std::u16string& paragraph : text_of(state)) text.push_back(to_utf8(paragraph));
    if (!engine.same_font(text.front())) {
        state.SkipWithError("Pango does not find the font in the folder of fonts");
        return;
    }
    std::size_t lines = engine.lay_out_all(text);
    for (auto _ : state) lines = engine.lay_out_all(text);
    count_words(state);
    state.counters["lines"] = static_cast<double>(lines);
}
BENCHMARK(pango)->Name("layout_pango")->Arg(50'000)->Unit(benchmark::kMillisecond);
#endif

BENCHMARK(bichig_first_pass)->Name("layout_bichig_first_pass")->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(bichig_words_known)->Name("layout_bichig_words_known")->Arg(50'000)->Unit(benchmark::kMillisecond);
BENCHMARK(text_layout_open)->Name("layout_open")->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(edits)->Name("layout_edits")->Arg(100'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(carets)->Name("layout_hit_caret_step")->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(selection)->Name("layout_selection_of_a_screen")->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(text_layout_through)->Name("layout_through")->Arg(50'000)->Arg(500'000)->Arg(5'000'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
