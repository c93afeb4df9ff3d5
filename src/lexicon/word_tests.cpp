// Runs lists of words through a checker and counts.
#include <bichig/lexicon/word_tests.h>

#include <algorithm>
#include <array>
#include <chrono>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

namespace {

constexpr std::array<std::string_view, 3> expectation_names = {"accept", "reject", "suggest"};

/// The value below which `share` of the sorted `values` lie.
double percentile(const std::vector<double>& values, double share) {
    if (values.empty()) return 0;
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    return values[rank];
}

Result<std::u16string> word_of(const Table& table, std::size_t row, std::size_t column) {
    auto letters = letters_of(table.cell(row, column));
    if (letters) return std::move(*letters);
    return fail({ErrorCode::invalid_input,
                 "'" + std::string{table.cell(row, column)} + "' is no word in Latin transliteration",
                 "write the letters of EAC MGC/01-02, _ for MVS", table.place(row, column)});
}

}  // namespace

std::string_view name(Expectation expectation) { return expectation_names[static_cast<std::size_t>(expectation)]; }

Result<std::vector<WordTest>> read_word_tests(const Table& table) {
    for (const std::string_view column : {"word", "expect", "suggest"}) {
        if (table.column(column)) continue;
        return fail({ErrorCode::invalid_input, "the column '" + std::string{column} + "' is missing",
                     "the columns are word, expect, suggest, note", Place{table.name(), 1, 0, {}}});
    }
    const std::size_t word = *table.column("word"), expect = *table.column("expect"),
                      suggest = *table.column("suggest");
    std::vector<WordTest> tests;
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto letters = word_of(table, row, word);
        if (!letters) return fail(letters.error());
        WordTest test{std::move(*letters), Expectation::accept, {}, table.place(row, word)};
        const auto found = std::find(expectation_names.begin(), expectation_names.end(), table.cell(row, expect));
        if (found == expectation_names.end()) {
            return fail({ErrorCode::invalid_input, "'" + std::string{table.cell(row, expect)} + "' is no expectation",
                         "write accept, reject or suggest", table.place(row, expect)});
        }
        test.expect = static_cast<Expectation>(found - expectation_names.begin());
        if (test.expect == Expectation::suggest) {
            auto wanted = word_of(table, row, suggest);
            if (!wanted) return fail(wanted.error());
            test.wanted = std::move(*wanted);
        }
        tests.push_back(std::move(test));
    }
    return tests;
}

WordTestReport run_word_tests(const std::vector<WordTest>& tests, const WordChecker& checker,
                              const Progress& progress) {
    WordTestReport report;
    std::vector<double> times;
    std::size_t done = 0;
    for (const WordTest& test : tests) {
        const bool accepted = checker.check(test.word);
        WordFailure failure{test, accepted, {}};
        bool right = false;
        if (test.expect == Expectation::suggest) {
            const auto begin = std::chrono::steady_clock::now();
            failure.suggestions = checker.suggest(test.word);
            times.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
            const auto& found = failure.suggestions;
            const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(found.size(), 5));
            const bool first = !found.empty() && found.front() == test.wanted;
            right = std::find(found.begin(), end, test.wanted) != end && !accepted;
            ++report.top1.all;
            ++report.top5.all;
            if (first && !accepted) ++report.top1.right;
            if (right) ++report.top5.right;
        } else {
            right = accepted == (test.expect == Expectation::accept);
            WordTestReport::Share& share = test.expect == Expectation::accept ? report.accept : report.reject;
            ++share.all;
            if (right) ++share.right;
        }
        if (!right) report.failures.push_back(std::move(failure));
        if (progress) progress(++done, tests.size());
    }
    std::sort(times.begin(), times.end());
    report.p50_ms = percentile(times, 0.5);
    report.p99_ms = percentile(times, 0.99);
    return report;
}

}  // namespace bichig::lexicon
