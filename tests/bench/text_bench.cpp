// How fast a text is analysed.
#include <benchmark/benchmark.h>

#include <bichig/text/analysis.h>

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

}  // namespace
