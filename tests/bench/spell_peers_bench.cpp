// The checker beside Hunspell and Nuspell on the forms of the built dictionary: the same words, the same faults.
//
// Checking is measured over one text of all forms (one of ours finds the words in it, the peers are given them).
// Suggestions are measured word by word: the counters say what a word takes at the median and at the 99th percentile.
#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <hunspell/hunspell.hxx>
#include <nuspell/dictionary.hxx>

#include <bichig/base/utf.h>
#include <bichig/spell/checker.h>

#include "spell_words.h"

namespace {

using namespace bichig;

const std::string stem = BICHIG_DICTIONARY;

const spell::Dictionary& dictionary() {
    static const spell::Dictionary opened = spell::Dictionary::open(stem + ".shapes").value();
    return opened;
}

const spell::Checker& checker() {
    static const spell::Checker made{spell::CheckerParts{dictionary(), {}, {}}};
    return made;
}

/// All forms, in an order as of a text: not that of the index.
const std::vector<std::u16string>& forms() {
    static const std::vector<std::u16string> list = [] {
        std::vector<std::u16string> made;
        const std::uint32_t count = dictionary().index().size();
        constexpr std::uint64_t step = 7919;  // a prime: every form once, if it does not divide the count
        for (std::uint64_t i = 0; i < count; ++i) {
            made.push_back(dictionary().index().form(static_cast<std::uint32_t>(i * step % count)).text);
        }
        return made;
    }();
    return list;
}

const std::vector<std::string>& forms_utf8() {
    static const std::vector<std::string> list = [] {
        std::vector<std::string> made;
        for (const std::u16string& form : forms()) made.push_back(to_utf8(form));
        return made;
    }();
    return list;
}

/// Words with a fault, none of which is right.
const std::vector<std::u16string>& faults() {
    static const std::vector<std::u16string> list = [] {
        std::vector<std::u16string> made = bench::misspelt(forms(), 1000, 11);
        std::erase_if(made, [](const std::u16string& word) { return checker().is_right(word); });
        return made;
    }();
    return list;
}

const std::vector<std::u16string>& other_letters() {
    static const std::vector<std::u16string> list = [] {
        std::vector<std::u16string> made = bench::lookalikes(forms(), 10'000, 13);
        std::erase_if(made, [](const std::u16string& word) { return checker().is_right(word); });
        return made;
    }();
    return list;
}

void count(benchmark::State& state, std::size_t words) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * words));
}

Hunspell& hunspell() {
    static Hunspell loaded{(stem + ".aff").c_str(), (stem + ".dic").c_str()};
    return loaded;
}

nuspell::Dictionary& nuspell_dictionary() {
    static nuspell::Dictionary loaded = [] {
        nuspell::Dictionary made;
        made.load_aff_dic(stem + ".aff");
        return made;
    }();
    return loaded;
}

void check_text(benchmark::State& state) {
    std::u16string text;
    for (const std::u16string& form : forms()) (text += form) += u' ';
    for (auto _ : state) {
        const spell::CheckResult result = checker().check(text);
        if (result.words != forms().size()) state.SkipWithError("words are missing");
        state.counters["findings"] = static_cast<double>(result.findings.size());
    }
    count(state, forms().size());
}
BENCHMARK(check_text)->Unit(benchmark::kMillisecond);

void check_hunspell(benchmark::State& state) {
    forms_utf8();
    for (auto _ : state) {
        std::size_t right = 0;
        for (const std::string& form : forms_utf8()) right += hunspell().spell(form);
        state.counters["accepted"] = static_cast<double>(right) / static_cast<double>(forms().size());
    }
    count(state, forms().size());
}
BENCHMARK(check_hunspell)->Unit(benchmark::kMillisecond);

void check_nuspell(benchmark::State& state) {
    forms_utf8();
    for (auto _ : state) {
        std::size_t right = 0;
        for (const std::string& form : forms_utf8()) right += nuspell_dictionary().spell(form);
        state.counters["accepted"] = static_cast<double>(right) / static_cast<double>(forms().size());
    }
    count(state, forms().size());
}
BENCHMARK(check_nuspell)->Unit(benchmark::kMillisecond);

/// The time that this thread had of its processor: other programs do not count.
double microseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// Times `suggest` on each word and sets the counters.
template <class Suggest>
void time_words(benchmark::State& state, const std::vector<std::u16string>& words, Suggest suggest) {
    std::vector<double> times;
    for (auto _ : state) {
        times.clear();
        for (const std::u16string& word : words) {
            const double begin = microseconds();
            suggest(word);
            times.push_back(microseconds() - begin);
        }
    }
    std::sort(times.begin(), times.end());
    state.counters["p50_us"] = times[times.size() / 2];
    state.counters["p99_us"] = times[times.size() * 99 / 100];
    count(state, words.size());
}

void suggest_spelling(benchmark::State& state) {
    checker();
    time_words(state, faults(), [](const std::u16string& word) {
        benchmark::DoNotOptimize(checker().suggest(word).data());
    });
}
BENCHMARK(suggest_spelling)->Unit(benchmark::kMillisecond);

void suggest_encoding(benchmark::State& state) {
    checker();
    time_words(state, other_letters(), [](const std::u16string& word) {
        benchmark::DoNotOptimize(checker().suggest(word).data());
    });
}
BENCHMARK(suggest_encoding)->Unit(benchmark::kMillisecond);

void suggest_hunspell(benchmark::State& state) {
    hunspell();
    time_words(state, faults(), [](const std::u16string& word) {
        benchmark::DoNotOptimize(hunspell().suggest(to_utf8(word)).data());
    });
}
BENCHMARK(suggest_hunspell)->Unit(benchmark::kMillisecond)->Iterations(1);

void suggest_nuspell(benchmark::State& state) {
    nuspell_dictionary();
    time_words(state, faults(), [](const std::u16string& word) {
        std::vector<std::string> found;
        nuspell_dictionary().suggest(to_utf8(word), found);
        benchmark::DoNotOptimize(found.data());
    });
}
BENCHMARK(suggest_nuspell)->Unit(benchmark::kMillisecond)->Iterations(1);

void load_index(benchmark::State& state) {
    for (auto _ : state) {
        const auto opened = spell::ShapeIndex::open(stem + ".shapes");
        benchmark::DoNotOptimize(opened->contains(forms()[7]));
        state.counters["bytes_of_100k"] = 1e5 * static_cast<double>(opened->byte_size()) / opened->size();
    }
}
BENCHMARK(load_index)->Unit(benchmark::kMicrosecond);

}  // namespace
