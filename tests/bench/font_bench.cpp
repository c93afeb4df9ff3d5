// How long a catalogue takes to open: the staged folder alone, and with every font that Fontconfig lists.
#include <benchmark/benchmark.h>

#include <bichig/font/catalogue.h>

namespace {

using namespace bichig;

void open_catalogue(benchmark::State& state, bool system_fonts) {
    std::size_t faces = 0;
    for (auto _ : state) {
        font::CatalogueOptions options;
        options.staged = BICHIG_FONT_FOLDER;
        options.system_fonts = system_fonts;
        Diagnostics diagnostics;
        const auto opened = font::Catalogue::open(options, diagnostics);
        if (!opened) {
            state.SkipWithError(describe(opened.error()).c_str());
            return;
        }
        faces = opened->faces().size();
    }
    state.counters["faces"] = static_cast<double>(faces);
}

void open_staged(benchmark::State& state) { open_catalogue(state, false); }
void open_with_system_fonts(benchmark::State& state) { open_catalogue(state, true); }

}  // namespace

BENCHMARK(open_staged)->Unit(benchmark::kMillisecond);
BENCHMARK(open_with_system_fonts)->Unit(benchmark::kMillisecond);
