// Words for benchmarks of shaping: lists of any length, and running text made of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bichig::bench {

/// `count` distinct Mongolian words with their suffixes; the same count gives the same words. First the words of the
/// sample text, the frequent ones first. Where they do not suffice, its stems with each of its suffixes; where these do
/// not suffice, pairs of its stems written as one word, bare or with a suffix. Ends the program where even these fail.
std::vector<std::u16string> vocabulary(std::size_t count);

/// `length` words drawn from `words`, the k-th with a share of 1/k (Zipf), with a fixed seed.
std::vector<std::u16string> running_text(const std::vector<std::u16string>& words, std::size_t length);

}  // namespace bichig::bench
