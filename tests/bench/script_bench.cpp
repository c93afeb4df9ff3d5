// How fast units, normal forms and keys of words are found: one call for each word of a text, no cache of words.
#include <benchmark/benchmark.h>

#include <bichig/script/key.h>
#include <bichig/script/legacy.h>
#include <bichig/script/normal_form.h>
#include <bichig/script/properties.h>
#include <bichig/script/transliteration.h>
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

/// What the first call in a process costs: the tables come from the disk. It must stand first.
void first_analysis(benchmark::State& state) {
    for (auto _ : state) {
        const script::UnitAnalysis analysis = script::analyze(u"\u182E\u1823\u1829\u182D\u1823\u182F", {});
        benchmark::DoNotOptimize(analysis.letters.data());
    }
}
BENCHMARK(first_analysis)->Unit(benchmark::kMicrosecond)->Iterations(1);

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

void latin_both_ways(benchmark::State& state) {
    words();
    for (auto _ : state) {
        for (const std::u16string& word : words()) {
            const script::Conversion latin = script::to_latin(word, script::Latin::eac);
            benchmark::DoNotOptimize(script::from_latin(latin.text, script::Latin::eac).text.data());
        }
    }
    count(state);
}
BENCHMARK(latin_both_ways)->Unit(benchmark::kMillisecond);

/// The sample in one text, as a file has it.
std::u16string one_text() {
    std::u16string text;
    for (const std::u16string& word : words()) text += word + u" ";
    return text;
}

void unicode_to_menksoft(benchmark::State& state) {
    const std::u16string text = one_text();
    for (auto _ : state) benchmark::DoNotOptimize(script::unicode_to_menksoft(text).text.data());
    count(state);
}
BENCHMARK(unicode_to_menksoft)->Unit(benchmark::kMillisecond);

void menksoft_to_unicode(benchmark::State& state) {
    const std::u16string text = script::unicode_to_menksoft(one_text()).text;
    for (auto _ : state) {
        benchmark::DoNotOptimize(script::legacy_to_unicode(text, script::Legacy::menksoft).text.data());
    }
    count(state);
}
BENCHMARK(menksoft_to_unicode)->Unit(benchmark::kMillisecond);

}  // namespace
