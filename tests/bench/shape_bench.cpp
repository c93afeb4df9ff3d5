// How fast words are shaped, beside HarfBuzz alone on the same text and font: cold (each word once, a new shaper), by
// the font's rules and by units, and warm (running text whose words come again).
//
// The words are stems with suffixes (data/bench_words); running text draws them with a Zipf distribution and a fixed
// seed. Peers: HarfBuzz word by word, HarfBuzz line by line, HarfBuzz behind a cache of the same kind.
#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>
#include <unordered_map>

#include <benchmark/benchmark.h>
#include <hb.h>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

#include "font/internal/face.h"
#include "sample_text.h"

namespace {

using namespace bichig;

shape::FontSet font_set() {
    const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!catalogue) {
        std::fputs((describe(catalogue.error()) + "\n").c_str(), stderr);
        std::exit(1);
    }
    return {catalogue->font(font::Role::mongolian), catalogue->font(font::Role::han_fangsong),
            catalogue->font(font::Role::latin), catalogue->font(font::Role::emoji),
            catalogue->font(font::Role::fallback)};
}

bool is_mongolian_word(std::u16string_view word) {
    for (const char16_t c : word) {
        if (!((c >= 0x1807 && c < 0x18AB) || c == 0x202F)) return false;
    }
    return word.size() > 1;
}

/// Distinct Mongolian words with their suffixes; `count` of them, made longer lists by joining stems where the sample
/// has fewer.
std::vector<std::u16string> vocabulary(std::size_t count) {
    static const bench::SampleText sample = bench::sample_text();
    std::set<std::u16string> known;
    for (const std::u16string& paragraph : sample.paragraphs) {
        for (std::size_t begin = 0; begin < paragraph.size();) {
            const std::size_t end = std::min(paragraph.find(u' ', begin), paragraph.size());
            const std::u16string word = paragraph.substr(begin, end - begin);
            if (is_mongolian_word(word)) known.insert(word);
            begin = end + 1;
        }
    }
    std::vector<std::u16string> words(known.begin(), known.end());
    std::mt19937 random{57};
    std::shuffle(words.begin(), words.end(), random);
    const std::size_t real = words.size();
    for (std::size_t i = 0; words.size() < count; ++i) {
        // A compound keeps the length of words near to the real ones: the first letters of one, the rest of another.
        const std::u16string& first = words[random() % real];
        const std::u16string made = first.substr(0, 1 + first.size() / 2) + words[random() % real];
        if (known.insert(made).second) words.push_back(made);
    }
    words.resize(count);
    return words;
}

/// Lines of ten words with what the phase before shaping says of them.
struct Prepared {
    std::vector<std::u16string> lines;
    std::vector<text::Analysis> analyses;
    std::vector<std::u16string> words;
    shape::FontSet fonts = font_set();
    std::vector<shape::UnitMap> maps{shape::UnitMap::of(fonts.mongolian)};

    explicit Prepared(std::vector<std::u16string> chosen) : words{std::move(chosen)} {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i % 10 == 0) lines.emplace_back();
            if (i % 10 != 0) lines.back() += u' ';
            lines.back() += words[i];
        }
        for (const std::u16string& line : lines) analyses.push_back(text::analyze(line));
    }

    void shape_all(shape::Shaper& shaper) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::vector<shape::Span> spans{
                {{0, static_cast<TextIndex>(lines[i].size())}, fonts, Length::points(14), "mn-Mong"}};
            shape::ShapedText shaped = shaper.shape(lines[i], analyses[i], spans, shape::LineDirection::vertical);
            benchmark::DoNotOptimize(shaped);
        }
    }
};

/// Running text: words of a vocabulary, the k-th with a share of 1/k.
const Prepared& running(std::size_t size) {
    static std::unordered_map<std::size_t, std::unique_ptr<Prepared>> known;
    std::unique_ptr<Prepared>& text = known[size];
    if (text == nullptr) {
        const std::vector<std::u16string> words = vocabulary(size);
        std::vector<double> shares;
        for (std::size_t i = 0; i < size; ++i) shares.push_back(1.0 / static_cast<double>(i + 1));
        std::discrete_distribution<std::size_t> zipf(shares.begin(), shares.end());
        std::mt19937 random{1803};
        std::vector<std::u16string> drawn;
        for (int i = 0; i < 50'000; ++i) drawn.push_back(words[zipf(random)]);
        text = std::make_unique<Prepared>(std::move(drawn));
    }
    return *text;
}

const Prepared& cold_words() {
    static const Prepared prepared{vocabulary(2'000)};
    return prepared;
}

void count_words(benchmark::State& state, const Prepared& prepared) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * prepared.words.size()));
}

void shape_with_harfbuzz(hb_buffer_t* buffer, hb_font_t* font, std::u16string_view text) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text.data()), static_cast<int>(text.size()), 0,
                        static_cast<int>(text.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_MONGOLIAN);
    hb_shape(font, buffer, nullptr, 0);
    benchmark::DoNotOptimize(hb_buffer_get_length(buffer));
}

void cold_harfbuzz(benchmark::State& state, bool by_line) {
    const Prepared& prepared = cold_words();
    const font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    hb_font_t* font = prepared.fonts.mongolian.data().font.get();
    for (auto _ : state) {
        for (const std::u16string& text : by_line ? prepared.lines : prepared.words) {
            shape_with_harfbuzz(buffer.get(), font, text);
        }
    }
    count_words(state, prepared);
}
BENCHMARK_CAPTURE(cold_harfbuzz, per_word, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cold_harfbuzz, per_line, true)->Unit(benchmark::kMillisecond);

void cold_bichig(benchmark::State& state, shape::UnitPolicy policy) {
    const Prepared& prepared = cold_words();
    { shape::Shaper first{{policy, prepared.maps, {}}}; prepared.shape_all(first); }  // verdicts are made once per font
    for (auto _ : state) {
        shape::Shaper shaper{{policy, prepared.maps, {}}};
        prepared.shape_all(shaper);
    }
    count_words(state, prepared);
}
BENCHMARK_CAPTURE(cold_bichig, by_font, shape::UnitPolicy::font)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cold_bichig, by_units, shape::UnitPolicy::units)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(cold_bichig, automatic, shape::UnitPolicy::automatic)->Unit(benchmark::kMillisecond);

void running_harfbuzz(benchmark::State& state) {
    const Prepared& prepared = running(static_cast<std::size_t>(state.range(0)));
    const font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    for (auto _ : state) {
        for (const std::u16string& word : prepared.words) {
            shape_with_harfbuzz(buffer.get(), prepared.fonts.mongolian.data().font.get(), word);
        }
    }
    count_words(state, prepared);
}
BENCHMARK(running_harfbuzz)->Arg(1'000)->Arg(20'000)->Arg(200'000)->Unit(benchmark::kMillisecond);

void running_harfbuzz_cached(benchmark::State& state) {
    const Prepared& prepared = running(static_cast<std::size_t>(state.range(0)));
    const font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    std::unordered_map<std::u16string, std::vector<hb_glyph_info_t>> cache;
    std::vector<hb_glyph_info_t> out;
    for (auto _ : state) {
        for (const std::u16string& word : prepared.words) {
            auto found = cache.find(word);
            if (found == cache.end()) {
                shape_with_harfbuzz(buffer.get(), prepared.fonts.mongolian.data().font.get(), word);
                unsigned count = 0;
                const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
                found = cache.emplace(word, std::vector<hb_glyph_info_t>(infos, infos + count)).first;
            }
            out.assign(found->second.begin(), found->second.end());
            benchmark::DoNotOptimize(out.data());
        }
    }
    count_words(state, prepared);
}
BENCHMARK(running_harfbuzz_cached)->Arg(1'000)->Arg(20'000)->Arg(200'000)->Unit(benchmark::kMillisecond);

void running_bichig(benchmark::State& state) {
    const Prepared& prepared = running(static_cast<std::size_t>(state.range(0)));
    shape::Shaper shaper{{shape::UnitPolicy::automatic, prepared.maps, {}}};
    prepared.shape_all(shaper);
    for (auto _ : state) prepared.shape_all(shaper);
    count_words(state, prepared);
}
BENCHMARK(running_bichig)->Arg(1'000)->Arg(20'000)->Arg(200'000)->Unit(benchmark::kMillisecond);

void make_map(benchmark::State& state) {
    const font::Font font = font_set().mongolian;
    for (auto _ : state) {
        const shape::UnitMap map = shape::UnitMap::of(font);
        benchmark::DoNotOptimize(map.verdict(script::WritingSystem::hudum, 0x1820, false));
    }
}
BENCHMARK(make_map)->Unit(benchmark::kMillisecond);

}  // namespace
