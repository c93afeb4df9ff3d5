// How fast words are shaped: by a shaper that has met them before, and by a new one for each document.
#include <cstdio>
#include <cstdlib>

#include <benchmark/benchmark.h>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

#include "sample_text.h"

namespace {

using namespace bichig;

shape::FontSet font_set() {
    const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!catalogue) {
        std::fputs((describe(catalogue.error()) + "\n").c_str(), stderr);
        std::exit(1);
    }
    return {catalogue->font(font::Role::mongolian), catalogue->font(font::Role::han_fangsong),
            catalogue->font(font::Role::latin), catalogue->font(font::Role::emoji),
            catalogue->font(font::Role::fallback)};
}

/// Paragraphs with what the phase before shaping says of them.
struct Prepared {
    bench::SampleText sample = bench::sample_text();
    std::vector<text::Analysis> analyses;
    shape::FontSet fonts = font_set();

    Prepared() {
        for (const std::u16string& paragraph : sample.paragraphs) analyses.push_back(text::analyze(paragraph));
    }

    void shape_all(shape::Shaper& shaper) const {
        for (std::size_t i = 0; i < sample.paragraphs.size(); ++i) {
            const std::u16string& paragraph = sample.paragraphs[i];
            const TextRange whole{0, static_cast<TextIndex>(paragraph.size())};
            const std::vector<shape::Span> spans{{whole, fonts, Length::points(14), "mn-Mong"}};
            shape::ShapedText shaped =
                shaper.shape(paragraph, analyses[i], spans, shape::LineDirection::vertical);
            benchmark::DoNotOptimize(shaped);
        }
    }
};

void shape_words_warm(benchmark::State& state) {
    const Prepared prepared;
    shape::Shaper shaper;
    prepared.shape_all(shaper);
    for (auto _ : state) prepared.shape_all(shaper);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * prepared.sample.words));
}
BENCHMARK(shape_words_warm)->Unit(benchmark::kMillisecond);

void shape_words_new_shaper(benchmark::State& state) {
    const Prepared prepared;
    for (auto _ : state) {
        shape::Shaper shaper;
        prepared.shape_all(shaper);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * prepared.sample.words));
}
BENCHMARK(shape_words_new_shaper)->Unit(benchmark::kMillisecond);

}  // namespace
