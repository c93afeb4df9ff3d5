// How much more two threads do than one over shared handles of the C interface.
//
// One thread, two, and two processes take turns at the same work for each. `times` is what two threads did in the same
// wall time, of which 2 would be all; it is only meant for a machine with two idle processors. `times_of_processes` is
// what two copies of the process did, which share nothing that is written to: what the machine gives, with other
// guests of its host about. `of_processes`, threads beside processes, is what sharing costs: waiting for each other,
// and memory that both write to. `times_if_idle` leaves out the time in which a thread could have run and had no
// processor (Linux counts it in schedstat), so that other programs do not count.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <latch>
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

/// What a thread took, in seconds.
struct Taken {
    double wall = 0;
    double without_processor = 0;
    double work() const { return wall - without_processor; }
};

/// How long this thread has waited for a processor.
double waited() {
    unsigned long long ran = 0, delayed = 0;
    std::FILE* const file = std::fopen("/proc/thread-self/schedstat", "r");
    if (file == nullptr) return 0;
    if (std::fscanf(file, "%llu %llu", &ran, &delayed) != 2) delayed = 0;
    std::fclose(file);
    return static_cast<double>(delayed) / 1e9;
}

[[noreturn]] void fail(const char* what) {
    std::fprintf(stderr, "bench_c_threads: %s\n", what);
    std::exit(1);
}

using Work = std::function<void()>;

Taken timed(const Work& work) {
    const double before = waited();
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return {wall.count(), waited() - before};
}

/// The slower of those that began together.
Taken slower_of(const std::vector<Taken>& taken) {
    Taken most;
    double work_of_all = 0;
    for (const Taken& one : taken) {
        most.wall = std::max(most.wall, one.wall);
        // Those that have the same to do need the same: what they worked on average.
        work_of_all += one.work() / static_cast<double>(taken.size());
    }
    most.without_processor = most.wall - work_of_all;
    return most;
}

Taken run_on(unsigned count, const Work& work) {
    std::latch start{count};
    std::vector<Taken> taken(count);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            taken[i] = timed(work);
        });
    }
    for (std::thread& thread : threads) thread.join();
    return slower_of(taken);
}

/// What two processes share to begin together and to tell what they took.
struct Meeting {
    std::atomic<int> ready{0};
    Taken taken[2];
};

/// Two copies of this process, each of which did the work once before, so that its memory is its own.
Taken run_in_processes(const Work& work) {
    void* const memory = mmap(nullptr, sizeof(Meeting), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) fail("no memory for two processes");
    auto* const meeting = new (memory) Meeting;
    pid_t children[2] = {};
    for (int i = 0; i < 2; ++i) {
        children[i] = fork();
        if (children[i] < 0) fail("no second process");
        if (children[i] > 0) continue;
        work();
        ++meeting->ready;
        const auto begin = std::chrono::steady_clock::now();
        while (meeting->ready < 2) {
            if (std::chrono::steady_clock::now() - begin > std::chrono::minutes{1}) _exit(1);  // the other one failed
        }
        meeting->taken[i] = timed(work);
        _exit(0);
    }
    for (const pid_t child : children) {
        int status = 0;
        if (waitpid(child, &status, 0) != child || status != 0) fail("a process did not end well");
    }
    const Taken most = slower_of({meeting->taken[0], meeting->taken[1]});
    munmap(memory, sizeof(Meeting));
    return most;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void compare(benchmark::State& state, const Work& work) {
    work();
    std::vector<double> wall, idle, processes, sharing;
    for (auto _ : state) {
        const Taken one = run_on(1, work);
        const Taken two = run_on(2, work);
        wall.push_back(2 * one.wall / two.wall);
        idle.push_back(2 * one.work() / two.work());
        const Taken copies = run_in_processes(work);
        processes.push_back(2 * one.wall / copies.wall);
        sharing.push_back(copies.work() / two.work());
    }
    state.counters["times"] = median(wall);
    state.counters["times_if_idle"] = median(idle);
    state.counters["times_of_processes"] = median(processes);
    state.counters["of_processes"] = median(sharing);
}

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
BENCHMARK(check)->Unit(benchmark::kMillisecond)->Iterations(30);

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
BENCHMARK(word_calls)->Unit(benchmark::kMillisecond)->Iterations(30);

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
BENCHMARK(layout)->Unit(benchmark::kMillisecond)->Iterations(30);

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
BENCHMARK(labels)->Unit(benchmark::kMillisecond)->Iterations(30);

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
BENCHMARK(documents)->Unit(benchmark::kMillisecond)->Iterations(30);

}  // namespace
