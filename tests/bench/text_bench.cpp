// How fast a text is analysed, counted, cut into words and given sort keys.
#include <benchmark/benchmark.h>

#include <bichig/text/analysis.h>
#include <bichig/text/boundaries.h>
#include <bichig/text/collation.h>
#include <bichig/text/count.h>

#include "sample_text.h"

namespace {

using namespace bichig;

void analyze_words(benchmark::State& state) {
    const bench::SampleText sample = bench::sample_text();
    for (auto _ : state) {
        for (const std::u16string& paragraph : sample.paragraphs) {
            text::Analysis analysis = text::analyze(paragraph);
            benchmark::DoNotOptimize(analysis);
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sample.words));
}
BENCHMARK(analyze_words)->Unit(benchmark::kMillisecond);

void count_words(benchmark::State& state) {
    const bench::SampleText sample = bench::sample_text();
    for (auto _ : state) {
        for (const std::u16string& paragraph : sample.paragraphs) {
            text::Counts counts = text::count(paragraph);
            benchmark::DoNotOptimize(counts);
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sample.words));
}
BENCHMARK(count_words)->Unit(benchmark::kMillisecond);

/// The words of the sample, each a string of its own.
std::vector<std::u16string> sample_words() {
    std::vector<std::u16string> words;
    for (const std::u16string& paragraph : bench::sample_text().paragraphs) {
        for (const text::Segment& segment : text::segments(paragraph)) {
            if (segment.kind == text::SegmentKind::word) {
                words.push_back(paragraph.substr(segment.range.begin, segment.range.size()));
            }
        }
    }
    return words;
}

void sort_keys(benchmark::State& state) {
    const std::vector<std::u16string> words = sample_words();
    const auto collator = text::Collator::open();
    if (!collator) return state.SkipWithError("no collation data");
    for (auto _ : state) {
        for (const std::u16string& word : words) {
            std::string key = collator->sort_key(word);
            benchmark::DoNotOptimize(key);
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * words.size()));
}
BENCHMARK(sort_keys)->Unit(benchmark::kMillisecond);

void cut_into_segments(benchmark::State& state) {
    const bench::SampleText sample = bench::sample_text();
    for (auto _ : state) {
        for (const std::u16string& paragraph : sample.paragraphs) {
            std::vector<text::Segment> segments = text::segments(paragraph);
            benchmark::DoNotOptimize(segments);
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * sample.words));
}
BENCHMARK(cut_into_segments)->Unit(benchmark::kMillisecond);

}  // namespace
