// What the word cache is worth in running text: Bichig warm and in its first pass, alone and with two threads, beside
// HarfBuzz and Pango word by word and HarfBuzz behind a cache of the same kind.
//
// The argument is the vocabulary; 200,000 words of running text are drawn from it by Zipf's law with a fixed seed
// (vocabulary.h says how words are made). "hit_rate" is that of words in the passes that are timed, "first_hit_rate"
// that of the first pass, which fills the cache; spaces between words, which Bichig looks up too, count in neither.
#include <memory>
#include <unordered_map>

#include <benchmark/benchmark.h>
#include <hb.h>
#ifdef BICHIG_BENCH_PANGO
#include "pango_fonts.h"
#endif

#include <bichig/base/utf.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

#include "font/internal/face.h"
#include "shape/word_cache.h"
#include "staged_fonts.h"
#include "vocabulary.h"

namespace {

using namespace bichig;

constexpr std::size_t text_length = 200'000;
constexpr std::size_t words_of_line = 10;

using bench::fonts;

const shape::UnitMap& unit_map() {
    static const shape::UnitMap map = shape::UnitMap::of(fonts().mongolian);
    return map;
}

/// Running text: its words, and the lines that Bichig shapes them in.
struct Text {
    std::vector<std::u16string> words;
    std::vector<std::u16string> lines;
    std::vector<text::Analysis> analyses;
    std::vector<std::vector<shape::Span>> spans;

    explicit Text(std::size_t size) : words{bench::running_text(bench::vocabulary(size), text_length)} {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (i % words_of_line == 0) lines.emplace_back();
            if (i % words_of_line != 0) lines.back() += u' ';
            lines.back() += words[i];
        }
        for (const std::u16string& line : lines) {
            analyses.push_back(text::analyze(line));
            spans.push_back({{{0, static_cast<TextIndex>(line.size())}, fonts(), Length::points(14), "mn-Mong"}});
        }
    }

    void shape_all(shape::Shaper& shaper) const {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            shape::ShapedText shaped =
                shaper.shape(lines[i], analyses[i], spans[i], shape::LineDirection::vertical);
            benchmark::DoNotOptimize(shaped);
        }
    }
};

/// The text of a vocabulary; only one is kept.
const Text& text_of(const benchmark::State& state) {
    static std::size_t size = 0;
    static std::unique_ptr<Text> text;
    const auto wanted = static_cast<std::size_t>(state.range(0));
    if (size != wanted) text = std::make_unique<Text>(wanted), size = wanted;
    return *text;
}

void count_words(benchmark::State& state) {
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * text_length));
}

/// The rate of words found while `text_length` words were looked up `passes` times.
double word_hit_rate(const shape::WordFigures& before, const shape::WordFigures& after, double passes) {
    return 1 - static_cast<double>(after.misses - before.misses) / (passes * static_cast<double>(text_length));
}

void report(benchmark::State& state, const shape::WordFigures& first, const shape::WordFigures& last) {
    state.counters["first_hit_rate"] = word_hit_rate({}, first, 1);
    state.counters["hit_rate"] = word_hit_rate(first, last, static_cast<double>(state.iterations()));
    state.counters["bytes_per_word"] = last.bytes_per_word();
    state.counters["cached_words"] = static_cast<double>(last.entries);
    state.counters["evictions"] = static_cast<double>(last.evictions);
}

void bichig_warm(benchmark::State& state, std::size_t limit) {
    const Text& text = text_of(state);
    shape::Shaper shaper{{shape::UnitPolicy::automatic, {unit_map()}, {}, {}, limit}};
    text.shape_all(shaper);
    const shape::WordFigures first = shaper.word_figures();
    for (auto _ : state) text.shape_all(shaper);
    count_words(state);
    report(state, first, shaper.word_figures());
}

void bichig_first_pass(benchmark::State& state, shape::UnitPolicy policy) {
    const Text& text = text_of(state);
    shape::WordFigures last;
    for (auto _ : state) {
        shape::Shaper shaper{{policy, {unit_map()}, {}}};
        text.shape_all(shaper);
        last = shaper.word_figures();
    }
    count_words(state);
    state.counters["hit_rate"] = word_hit_rate({}, last, 1);
}

/// Every thread shapes the whole text; one cache serves them all.
void bichig_warm_shared(benchmark::State& state) {
    static std::unique_ptr<shape::WordCache> cache;
    static const Text* text = nullptr;
    if (state.thread_index() == 0) {
        text = &text_of(state);
        cache = std::make_unique<shape::WordCache>();
        shape::Shaper filler{{shape::UnitPolicy::automatic, {unit_map()}, {}, *cache}};
        text->shape_all(filler);
    }
    std::unique_ptr<shape::Shaper> shaper;
    for (auto _ : state) {  // threads wait for each other here, so the cache is there
        if (!shaper) {
            const shape::ShaperOptions options{shape::UnitPolicy::automatic, {unit_map()}, {}, *cache};
            shaper = std::make_unique<shape::Shaper>(options);
        }
        text->shape_all(*shaper);
    }
    count_words(state);
    if (state.thread_index() == 0) state.counters["bytes_per_word"] = cache->figures().bytes_per_word();
}

void shape_with_harfbuzz(hb_buffer_t* buffer, std::u16string_view word) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(word.data()), static_cast<int>(word.size()), 0,
                        static_cast<int>(word.size()));
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_MONGOLIAN);
    hb_shape(fonts().mongolian.data().font.get(), buffer, nullptr, 0);
    benchmark::DoNotOptimize(hb_buffer_get_length(buffer));
}

void harfbuzz(benchmark::State& state) {
    const Text& text = text_of(state);
    const font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    for (auto _ : state) {
        for (const std::u16string& word : text.words) shape_with_harfbuzz(buffer.get(), word);
    }
    count_words(state);
}

/// What HarfBuzz says of a glyph.
struct Shaped {
    hb_glyph_info_t info;
    hb_glyph_position_t position;
};

/// HarfBuzz behind a map without a bound: what most programs that keep words have.
struct CachedHarfBuzz {
    font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    std::unordered_map<std::u16string, std::vector<Shaped>> known;
    std::uint64_t misses = 0;

    const std::vector<Shaped>& shape(const std::u16string& word) {
        const auto found = known.find(word);
        if (found != known.end()) return found->second;
        ++misses;
        shape_with_harfbuzz(buffer.get(), word);
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
        std::vector<Shaped> glyphs(count);
        for (unsigned i = 0; i < count; ++i) glyphs[i] = {infos[i], positions[i]};
        return known.emplace(word, std::move(glyphs)).first->second;
    }

    /// What the elements, the buckets and their characters and glyphs take, the heap's own share left out.
    double bytes_per_word() const {
        std::size_t bytes = known.bucket_count() * sizeof(void*);
        for (const auto& [word, glyphs] : known) {
            bytes += sizeof(std::pair<const std::u16string, std::vector<Shaped>>) + 2 * sizeof(void*);
            if (word.capacity() > std::u16string{}.capacity()) bytes += (word.capacity() + 1) * sizeof(char16_t);
            bytes += glyphs.capacity() * sizeof(Shaped);
        }
        return static_cast<double>(bytes) / static_cast<double>(known.size());
    }
};

void harfbuzz_cached_warm(benchmark::State& state) {
    const Text& text = text_of(state);
    CachedHarfBuzz cache;
    std::vector<Shaped> line;
    const auto shape_all = [&] {
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            if (i % words_of_line == 0) line.clear();
            const std::vector<Shaped>& glyphs = cache.shape(text.words[i]);
            line.insert(line.end(), glyphs.begin(), glyphs.end());
            benchmark::DoNotOptimize(line.data());
        }
    };
    shape_all();
    const double first = static_cast<double>(cache.misses);
    for (auto _ : state) shape_all();
    count_words(state);
    state.counters["first_hit_rate"] = 1 - first / static_cast<double>(text_length);
    state.counters["hit_rate"] = 1 - (static_cast<double>(cache.misses) - first) /
                                         static_cast<double>(state.iterations() * text_length);
    state.counters["bytes_per_word"] = cache.bytes_per_word();
    state.counters["cached_words"] = static_cast<double>(cache.known.size());
}

/// The table alone, without itemizing, runs and spaces: what the map of harfbuzz_cached_warm is to HarfBuzz.
void table_alone_warm(benchmark::State& state) {
    const Text& text = text_of(state);
    shape::WordCache::Table table{shape::WordCache::default_limit, false};
    shape::Shaper shaper;
    std::vector<shape::Glyph> line;
    for (const std::u16string& word : text.words) {
        const shape::words::Key key{word, 0};
        if (table.find(key, 0, line)) continue;
        const std::vector<shape::Span> spans{
            {{0, static_cast<TextIndex>(word.size())}, fonts(), Length::points(14), "mn-Mong"}};
        table.keep(key, shaper.shape(word, text::analyze(word), spans, shape::LineDirection::vertical).glyphs, 0);
    }
    const shape::WordFigures first = table.figures();
    for (auto _ : state) {
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            if (i % words_of_line == 0) line.clear();
            benchmark::DoNotOptimize(table.find({text.words[i], 0}, 0, line));
        }
    }
    count_words(state);
    report(state, first, table.figures());
}

#ifdef BICHIG_BENCH_PANGO
/// Pango with the same font file and nothing else.
struct Pango {
    bench::PangoMap map = bench::pango_font_map();
    std::unique_ptr<PangoContext, bench::Unref> context;
    PangoAnalysis analysis{};
    bool same_font = false;

    Pango() {
        context.reset(pango_font_map_create_context(map.get()));
        PangoFontDescription* wanted = pango_font_description_from_string((fonts().mongolian.family() + " 14").c_str());
        analysis.font = pango_font_map_load_font(map.get(), context.get(), wanted);
        pango_font_description_free(wanted);
        analysis.script = G_UNICODE_SCRIPT_MONGOLIAN;
        analysis.language = pango_language_from_string("mn-Mong");
        if (analysis.font == nullptr) return;
        same_font = bench::is_of_family(analysis.font, fonts().mongolian.family());
    }
};

void pango(benchmark::State& state) {
    const Text& text = text_of(state);
    static const Pango engine;
    if (!engine.same_font) {
        state.SkipWithError("Pango does not find the font in the folder of fonts");
        return;
    }
    std::vector<std::string> words;  // Pango takes UTF-8
    for (const std::u16string& word : text.words) words.push_back(to_utf8(word));
    PangoGlyphString* glyphs = pango_glyph_string_new();
    for (auto _ : state) {
        for (const std::string& word : words) {
            pango_shape(word.data(), static_cast<int>(word.size()), &engine.analysis, glyphs);
            benchmark::DoNotOptimize(glyphs->num_glyphs);
        }
    }
    pango_glyph_string_free(glyphs);
    count_words(state);
}
#endif

void register_all(std::int64_t size) {
    const auto add = [size](const char* name, auto function) {
        return benchmark::RegisterBenchmark(name, function)->Arg(size)->Unit(benchmark::kMillisecond);
    };
    add("words_harfbuzz", harfbuzz);
#ifdef BICHIG_BENCH_PANGO
    add("words_pango", pango);
#endif
    add("words_harfbuzz_cached_warm", harfbuzz_cached_warm);
    add("words_table_alone_warm", table_alone_warm);
    add("words_bichig_warm", [](benchmark::State& state) { bichig_warm(state, shape::WordCache::default_limit); });
    add("words_bichig_warm_1MB", [](benchmark::State& state) { bichig_warm(state, std::size_t{1} << 20); });
    add("words_bichig_warm_shared", bichig_warm_shared)->Threads(1)->Threads(2)->UseRealTime();
    add("words_bichig_first_pass/by_font",
        [](benchmark::State& state) { bichig_first_pass(state, shape::UnitPolicy::font); });
    add("words_bichig_first_pass/automatic",
        [](benchmark::State& state) { bichig_first_pass(state, shape::UnitPolicy::automatic); });
}

/// All engines with one vocabulary, then the next one, so that each text is made once.
const bool registered = [] {
    for (const std::int64_t size : {1'000, 20'000, 200'000}) register_all(size);
    return true;
}();

}  // namespace
