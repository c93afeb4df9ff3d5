// How fast units, normal forms and keys of words are found: words of the generated text, one call for each, no cache of words.
#include <benchmark/benchmark.h>

#include <bichig/script/key.h>
#include <bichig/script/normal_form.h>
#include <bichig/script/properties.h>
#include <bichig/script/units.h>

#include "sample_text.h"

namespace {

using namespace bichig;

/// The Mongolian words of the sample, with their suffixes.
const std::vector<std::u16string>& words() {
    static const std::vector<std::u16string> list = [] {
        std::vector<std::u16string> found;
        for (const std::u16string& paragraph : bench::sample_text().paragraphs) {
            std::u16string word;
            for (const char16_t unit : paragraph + u" ") {
                if (script::is_word_character(unit)) {
                    word += unit;
                } else if (!word.empty()) {
                    found.push_back(std::move(word));
                    word.clear();
                }
            }
        }
        return found;
    }();
    return list;
}

void count(benchmark::State& state) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * words().size()));
}

void unit_ids(benchmark::State& state) {
    const script::UnitOptions options{script::Profile::gb25914, script::WritingSystem::hudum};
    std::vector<script::Unit> units;
    words();
    for (auto _ : state) {
        for (const std::u16string& word : words()) {
            units.clear();
            script::append_units(word, options, units);
            benchmark::DoNotOptimize(units.data());
        }
    }
    count(state);
}
BENCHMARK(unit_ids)->Unit(benchmark::kMillisecond);

void analyze_letters(benchmark::State& state) {
    script::UnitAnalysis analysis;
    words();
    for (auto _ : state) {
        for (const std::u16string& word : words()) {
            script::analyze(word, {}, analysis);
            benchmark::DoNotOptimize(analysis.letters.data());
        }
    }
    count(state);
}
BENCHMARK(analyze_letters)->Unit(benchmark::kMillisecond);

void normal_forms(benchmark::State& state) {
    script::NormalOptions options;
    options.units.system = script::WritingSystem::hudum;
    words();
    for (auto _ : state) {
        for (const std::u16string& word : words()) {
            script::NormalText normal = script::normalize(word, options);
            benchmark::DoNotOptimize(normal.text.data());
        }
    }
    count(state);
}
BENCHMARK(normal_forms)->Unit(benchmark::kMillisecond);

void keys(benchmark::State& state) {
    const script::UnitOptions options{script::Profile::gb25914, script::WritingSystem::hudum};
    words();
    for (auto _ : state) {
        for (const std::u16string& word : words()) {
            std::string key = script::shape_key(word, options);
            benchmark::DoNotOptimize(key.data());
        }
    }
    count(state);
}
BENCHMARK(keys)->Unit(benchmark::kMillisecond);

}  // namespace
