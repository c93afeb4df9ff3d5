// Times of single acts for benchmarks, told as counters: what one act takes matters more than the mean of all.
#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

#include <benchmark/benchmark.h>

namespace bichig::bench {

class Times {
public:
    template <class Act>
    void time(Act&& act) {
        const auto start = std::chrono::steady_clock::now();
        const double processor = processor_time();
        act();
        processor_.push_back(processor_time() - processor);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
        milliseconds_.push_back(taken.count());
    }
    void tell(benchmark::State& state) {
        const auto part = [&](double share) { return part_of(milliseconds_, share); };
        state.counters["acts"] = static_cast<double>(milliseconds_.size());
        state.counters["p50_ms"] = part(0.5);
        state.counters["p99_ms"] = part(0.99);
        state.counters["max_ms"] = part(1);
        state.counters["p50_cpu_ms"] = part_of(processor_, 0.5);  // on a machine that is busy with other things
    }

private:
    /// Of this thread, in milliseconds.
    static double processor_time() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    static double part_of(std::vector<double>& times, double share) {
        std::sort(times.begin(), times.end());
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    }

    std::vector<double> milliseconds_;
    std::vector<double> processor_;
};

}  // namespace bichig::bench
