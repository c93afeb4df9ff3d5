// How fast the shape index is built, opened and asked.
#include <filesystem>

#include <benchmark/benchmark.h>

#include <bichig/spell/shape_index.h>

#include "spell_words.h"

namespace {

using namespace bichig;

constexpr std::size_t few_stems = 2'500;    // 100,000 forms
constexpr std::size_t many_stems = 50'000;  // 2,000,000 forms

const std::vector<std::u16string>& forms() {
    static const std::vector<std::u16string> made = bench::made_up_forms(few_stems);
    return made;
}

std::string path_of_index() {
    static const std::string path = [] {
        const std::string made = (std::filesystem::temp_directory_path() / "bichig_bench.shapes").string();
        spell::ShapeIndexWriter writer;
        for (const std::u16string& form : forms()) (void)writer.add(form);
        (void)writer.write(made);
        return made;
    }();
    return path;
}

const spell::ShapeIndex& index() {
    static const spell::ShapeIndex opened = spell::ShapeIndex::open(path_of_index()).value();
    return opened;
}

void count(benchmark::State& state, std::size_t words) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * words));
}

void index_build_2m(benchmark::State& state) {
    const auto many = bench::made_up_forms(many_stems);
    for (auto _ : state) {
        spell::ShapeIndexWriter writer;
        for (const std::u16string& form : many) (void)writer.add(form);
        const std::string bytes = writer.bytes();
        state.counters["bytes"] = static_cast<double>(bytes.size());
    }
    count(state, many.size());
}
BENCHMARK(index_build_2m)->Unit(benchmark::kMillisecond)->Iterations(1);

void index_open(benchmark::State& state) {
    const std::string path = path_of_index();
    for (auto _ : state) {
        const auto opened = spell::ShapeIndex::open(path);
        benchmark::DoNotOptimize(opened->contains(forms()[7]));
        state.counters["bytes"] = static_cast<double>(opened->byte_size());
        state.counters["forms"] = opened->size();
    }
}
BENCHMARK(index_open)->Unit(benchmark::kMicrosecond);

void index_contains(benchmark::State& state) {
    index();
    for (auto _ : state) {
        for (const std::u16string& form : forms()) benchmark::DoNotOptimize(index().contains(form));
    }
    count(state, forms().size());
}
BENCHMARK(index_contains)->Unit(benchmark::kMillisecond);

void index_forms_of_shape(benchmark::State& state) {
    const auto words = bench::lookalikes(forms(), 10'000, 3);
    index();
    for (auto _ : state) {
        for (const std::u16string& word : words) benchmark::DoNotOptimize(index().forms_of_shape(word).data());
    }
    count(state, words.size());
}
BENCHMARK(index_forms_of_shape)->Unit(benchmark::kMillisecond);

void index_near(benchmark::State& state) {
    const auto words = bench::misspelt(forms(), 300, 5);
    index();
    spell::NearOptions options;
    options.distance = static_cast<std::uint16_t>(state.range(0));
    std::size_t found = 0;
    for (auto _ : state) {
        found = 0;
        for (const std::u16string& word : words) found += index().near(word, options).shapes.size();
    }
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(words.size());
    count(state, words.size());
}
BENCHMARK(index_near)->Unit(benchmark::kMillisecond)->Arg(60)->Arg(100)->Arg(160)->Arg(200);

}  // namespace
