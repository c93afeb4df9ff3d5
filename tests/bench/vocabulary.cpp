// Takes the sample text apart into stems and suffixes, and joins them to as many words as are wanted.
#include "vocabulary.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string_view>
#include <unordered_set>

#include "sample_text.h"

namespace bichig::bench {

namespace {

constexpr char16_t connector = 0x202F;

bool is_mongolian_word(std::u16string_view word) {
    return word.size() > 1 && word.front() >= 0x1820 && std::all_of(word.begin(), word.end(), [](char16_t c) {
               return (c >= 0x180B && c < 0x18AB) || c == connector;
           });
}

/// What the sample text is made of; each list in an order that does not depend on the run.
struct Parts {
    std::vector<std::u16string> words;  ///< the frequent ones first
    std::vector<std::u16string> stems;
    std::vector<std::u16string> suffixes;  ///< with their connector; the first is empty
};

Parts parts_of_sample() {
    std::map<std::u16string, int> counts;
    for (const std::u16string& paragraph : sample_text().paragraphs) {
        for (std::size_t begin = 0; begin < paragraph.size();) {
            const std::size_t end = std::min(paragraph.find(u' ', begin), paragraph.size());
            const std::u16string word = paragraph.substr(begin, end - begin);
            if (is_mongolian_word(word)) ++counts[word];
            begin = end + 1;
        }
    }
    Parts parts;
    std::set<std::u16string> stems, suffixes{u""};
    for (const auto& [word, count] : counts) {
        parts.words.push_back(word);
        const std::size_t stem = std::min(word.find(connector), word.size());
        stems.insert(word.substr(0, stem));
        suffixes.insert(word.substr(stem));
    }
    std::stable_sort(parts.words.begin(), parts.words.end(),
                     [&](const std::u16string& a, const std::u16string& b) { return counts[a] > counts[b]; });
    parts.stems.assign(stems.begin(), stems.end());
    parts.suffixes.assign(suffixes.begin(), suffixes.end());
    return parts;
}

}  // namespace

std::vector<std::u16string> vocabulary(std::size_t count) {
    static const Parts parts = parts_of_sample();
    std::vector<std::u16string> words;
    std::unordered_set<std::u16string> known;
    const auto add = [&](const std::u16string& word) {
        if (words.size() < count && known.insert(word).second) words.push_back(word);
    };
    for (const std::u16string& word : parts.words) add(word);
    std::mt19937 random{57};
    std::vector<std::u16string> made;
    for (const std::u16string& stem : parts.stems) {
        for (const std::u16string& suffix : parts.suffixes) made.push_back(stem + suffix);
    }
    std::shuffle(made.begin(), made.end(), random);
    for (const std::u16string& word : made) add(word);
    for (std::size_t tries = 0; words.size() < count && tries < 4 * count; ++tries) {
        const std::u16string& first = parts.stems[random() % parts.stems.size()];
        const std::u16string& second = parts.stems[random() % parts.stems.size()];
        add(first + second + parts.suffixes[random() % parts.suffixes.size()]);
    }
    if (words.size() < count) {
        std::fputs("the sample text has too few stems for the vocabulary (data/bench_words)\n", stderr);
        std::exit(1);
    }
    return words;
}

std::vector<std::u16string> running_text(const std::vector<std::u16string>& words, std::size_t length) {
    std::vector<double> shares;
    for (std::size_t i = 0; i < words.size(); ++i) shares.push_back(1.0 / static_cast<double>(i + 1));
    std::discrete_distribution<std::size_t> zipf(shares.begin(), shares.end());
    std::mt19937 random{1803};
    std::vector<std::u16string> drawn;
    drawn.reserve(length);
    for (std::size_t i = 0; i < length; ++i) drawn.push_back(words[zipf(random)]);
    return drawn;
}

}  // namespace bichig::bench
