// Words that a dictionary must accept, reject or put right, and how a checker fares with them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/build.h>
#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/table.h>

namespace bichig::lexicon {

/// What is expected of a word.
enum class Expectation : std::uint8_t { accept, reject, suggest };
/// "accept", "reject" or "suggest".
std::string_view name(Expectation expectation);

/// A row of a table of typos. Value.
struct WordTest {
    std::u16string word;
    Expectation expect{};
    std::u16string wanted;  ///< the suggestion that is expected
    Place where;
};

/// Reads a table with the columns word, expect, suggest, note; words are in Latin. Errors: invalid_input, with the
/// place.
Result<std::vector<WordTest>> read_word_tests(const Table& table);

/// What is tested. Value.
struct WordChecker {
    std::function<bool(std::u16string_view word)> check;
    std::function<std::vector<std::u16string>(std::u16string_view word)> suggest;  ///< the best first
};

/// A test that failed. Value.
struct WordFailure {
    WordTest test;
    bool accepted = false;
    std::vector<std::u16string> suggestions;  ///< of a row that expects one
};

/// What was counted. Value.
struct WordTestReport {
    struct Share {
        std::size_t right = 0;
        std::size_t all = 0;
    };
    Share accept, reject;
    Share top1, top5;   ///< of rows that expect a suggestion: the first, one of the first five
    double p50_ms = 0;  ///< time for the suggestions of one word
    double p99_ms = 0;
    std::vector<WordFailure>
        failures;  ///< accept and reject gone wrong, and suggestions that are not among the first five
};

/// Runs all tests.
WordTestReport run_word_tests(const std::vector<WordTest>& tests, const WordChecker& checker,
                              const Progress& progress = {});

}  // namespace bichig::lexicon
