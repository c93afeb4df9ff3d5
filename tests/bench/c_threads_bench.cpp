// How much more two threads do than one over shared handles of the C interface.
//
// One thread, two, and two processes take turns at the same work for each. `times` is what two threads did in the same
// wall time, of which 2 would be all; it is only meant for a machine with two idle processors. `times_of_processes` is
// what two copies of the process did, which share nothing that is written to: what the machine gives. `of_processes`,
// threads beside processes, is what sharing costs: waiting for each other, and memory that both write to. Each is the
// median of all turns, in wall time. `registers` is no work of Bichig's: additions that need no memory at all. Where
// they do less than 2 times as much, the two processors are not whole ones, as where a host lends out halves of cores.
// So a little of it is done between all turns: `times_on_cores` is of the `turns_on_cores` that had two cores on both
// sides.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <new>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "c_words.h"

namespace {

using namespace bichig;
using bench::expect;

[[noreturn]] void fail(const char* what) {
    std::fprintf(stderr, "bench_c_threads: %s\n", what);
    std::_Exit(1);
}

using Work = std::function<void()>;

/// In seconds.
double timed(const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Does the work once, so that its memory is its own and it has a processor of its own, and times it again once `count`
/// have come so far. They wait awake: one that is woken begins on the processor of the one that wakes it, and it takes
/// the system up to a tenth of these times to see that the other processor is idle.
double timed_together(const Work& work, std::atomic<unsigned>& ready, unsigned count) {
    work();
    ++ready;
    const auto begin = std::chrono::steady_clock::now();
    while (ready < count) {
        if (std::chrono::steady_clock::now() - begin > std::chrono::minutes{1}) fail("the other one does not come");
    }
    return timed(work);
}

/// What the slower of `count` threads took.
double run_on(unsigned count, const Work& work) {
    std::atomic<unsigned> ready{0};
    std::vector<double> taken(count);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < count; ++i) {
        threads.emplace_back([&, i] { taken[i] = timed_together(work, ready, count); });
    }
    for (std::thread& thread : threads) thread.join();
    return *std::max_element(taken.begin(), taken.end());
}

/// What two processes share to begin together and to tell what they took.
struct Meeting {
    std::atomic<unsigned> ready{0};
    double taken[2];
};

/// What the slower of two copies of this process took.
double run_in_processes(const Work& work) {
    void* const memory = mmap(nullptr, sizeof(Meeting), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) fail("no memory for two processes");
    auto* const meeting = new (memory) Meeting;
    pid_t children[2] = {};
    for (int i = 0; i < 2; ++i) {
        children[i] = fork();
        if (children[i] < 0) fail("no second process");
        if (children[i] > 0) continue;
        meeting->taken[i] = timed_together(work, meeting->ready, 2);
        _exit(0);
    }
    for (const pid_t child : children) {
        int status = 0;
        if (waitpid(child, &status, 0) != child || status != 0) fail("a process did not end well");
    }
    const double most = std::max(meeting->taken[0], meeting->taken[1]);
    munmap(memory, sizeof(Meeting));
    return most;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Eight sums that do not wait for each other: as many instructions at a time as words and pages take, and no memory.
void add_in_registers(std::uint64_t times) {
    std::uint64_t a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
    for (std::uint64_t i = 0; i < times; ++i) {
        a += i ^ a, b ^= i + b, c += i ^ c, d ^= i + d, e += i ^ e, f ^= i + f, g += i ^ g, h ^= i + h;
        benchmark::DoNotOptimize(a), benchmark::DoNotOptimize(b), benchmark::DoNotOptimize(c);
        benchmark::DoNotOptimize(d), benchmark::DoNotOptimize(e), benchmark::DoNotOptimize(f);
        benchmark::DoNotOptimize(g), benchmark::DoNotOptimize(h);
    }
}

/// Whether the machine has two whole cores for us just now: so it is with work that needs nothing else.
bool has_two_cores() {
    const Work work = [] { add_in_registers(4'000'000); };
    const double one = run_on(1, work), two = run_on(2, work);
    return 2 * one / two >= 1.9;
}

void compare(benchmark::State& state, const Work& work) {
    work();
    std::vector<double> threads, processes, sharing, on_cores;
    bool had_cores = has_two_cores();
    for (auto _ : state) {
        const double one = run_on(1, work), two = run_on(2, work), copies = run_in_processes(work);
        const bool has_cores = has_two_cores();
        if (had_cores && has_cores) on_cores.push_back(2 * one / two);
        had_cores = has_cores;
        threads.push_back(2 * one / two);
        processes.push_back(2 * one / copies);
        sharing.push_back(copies / two);
    }
    state.counters["times"] = median(threads);
    state.counters["turns_on_cores"] = static_cast<double>(on_cores.size());
    if (!on_cores.empty()) state.counters["times_on_cores"] = median(on_cores);
    state.counters["times_of_processes"] = median(processes);
    state.counters["of_processes"] = median(sharing);
}

void registers(benchmark::State& state) {
    compare(state, [] { add_in_registers(20'000'000); });
}
BENCHMARK(registers)->Unit(benchmark::kMillisecond)->Iterations(100);

/// Words that are right, and some that are not and need a search.
const std::string& text_to_check() {
    static const std::string text = [] {
        std::string made;
        for (const bench::Both& word : bench::right_words()) made += word.utf8 + " ";
        for (const std::u16string& word : bench::misspelt(bench::forms(), 40, 5)) made += to_utf8(word) + " ";
        return made;
    }();
    return text;
}

void check(benchmark::State& state) {
    compare(state, [] {
        bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
        options.word_budget = 1'000'000;  // the same work however busy the machine is
        for (int round = 0; round < 2; ++round) {
            bichig_word_finding* findings = nullptr;
            std::size_t count = 0;
            expect(bichig_check_utf8(bench::c_checker(), text_to_check().data(), text_to_check().size(), &options,
                                     &findings, &count, nullptr, nullptr));
            bichig_free(findings);
        }
    });
}
BENCHMARK(check)->Unit(benchmark::kMillisecond)->Iterations(100);

void word_calls(benchmark::State& state) {
    compare(state, [] {
        for (int round = 0; round < 20; ++round) {
            for (const bench::Both& word : bench::right_words()) {
                int right = 0;
                char* units = nullptr;
                expect(bichig_is_right_utf8(bench::c_checker(), word.utf8.data(), word.utf8.size(), &right, nullptr));
                expect(bichig_units_utf8(word.utf8.data(), word.utf8.size(), nullptr, &units, nullptr, nullptr));
                bichig_free(units);
            }
        }
    });
}
BENCHMARK(word_calls)->Unit(benchmark::kMillisecond)->Iterations(100);

const std::vector<bench::Both>& paragraphs() {
    static const std::vector<bench::Both> texts = bench::both(bench::sample_text().paragraphs);
    return texts;
}

void layout(benchmark::State& state) {
    compare(state, [] {
        for (const bench::Both& text : paragraphs()) {
            bichig_layout* made = nullptr;
            expect(bichig_layout_open_utf8(bench::c_fonts(), text.utf8.data(), text.utf8.size(), nullptr, 400, &made,
                                           nullptr));
            bichig_layout_close(made);
        }
    });
}
BENCHMARK(layout)->Unit(benchmark::kMillisecond)->Iterations(100);

void labels(benchmark::State& state) {
    compare(state, [] {
        bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
        options.height = 120;
        for (std::size_t i = 0; i < 200; ++i) {
            bichig_picture picture = BICHIG_PICTURE_INIT;
            const bench::Both& word = bench::right_words()[i];
            expect(bichig_render_text_utf8(bench::c_fonts(), word.utf8.data(), word.utf8.size(), nullptr, &options,
                                           &picture, nullptr));
            bichig_free(picture.bytes);
        }
    });
}
BENCHMARK(labels)->Unit(benchmark::kMillisecond)->Iterations(100);

void documents(benchmark::State& state) {
    compare(state, [] {
        bichig_document* document = nullptr;
        bichig_files* files = nullptr;
        bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
        options.format = BICHIG_PDF;
        const std::string& source = bench::markdown();
        expect(bichig_document_read_utf8(source.data(), source.size(), nullptr, &document, nullptr, nullptr));
        expect(bichig_document_write_memory(document, bench::c_fonts(), &options, &files, nullptr, nullptr, nullptr));
        bichig_files_free(files);
        bichig_document_close(document);
    });
}
BENCHMARK(documents)->Unit(benchmark::kMillisecond)->Iterations(100);

}  // namespace
