// Tests of the word cache: it changes no answer, keeps below its limit, counts exactly, and serves several threads.
#include <bichig/shape/word_cache.h>

#include <atomic>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>

#include "shape/word_cache.h"

namespace bichig::shape {

static bool operator==(const Glyph& a, const Glyph& b) {
    return a.id == b.id && a.cluster == b.cluster && a.advance == b.advance && a.shift_x == b.shift_x &&
           a.shift_y == b.shift_y;
}

static bool operator==(const Run& a, const Run& b) {
    return a.text == b.text && a.glyph_begin == b.glyph_begin && a.glyph_end == b.glyph_end && a.font == b.font &&
           a.orientation == b.orientation && a.script == b.script && a.span == b.span;
}

namespace {

const FontSet& fonts() {
    static const FontSet set = [] {
        using font::Role;
        const auto opened = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!opened) throw std::runtime_error(describe(opened.error()));
        return FontSet{opened->font(Role::mongolian), opened->font(Role::han_fangsong), opened->font(Role::latin),
                       opened->font(Role::emoji), opened->font(Role::fallback)};
    }();
    return set;
}

const UnitMap& map() {
    static const UnitMap made = UnitMap::of(fonts().mongolian);
    return made;
}

ShapedText shape(Shaper& shaper, const std::u16string& text, Length size = Length::points(16),
                 LineDirection direction = LineDirection::vertical) {
    const Span span{{0, static_cast<TextIndex>(text.size())}, fonts(), size, "mn-Mong"};
    return shaper.shape(text, text::analyze(text), {span}, direction);
}

bool same(const ShapedText& a, const ShapedText& b) { return a.runs == b.runs && a.glyphs == b.glyphs; }

/// Words of a few letters each, so that many come again, with suffixes, marks, spaces and other scripts between them.
rc::Gen<std::u16string> mixed_text() {
    return rc::gen::container<std::u16string>(rc::gen::weightedOneOf<char16_t>(
        {{12, rc::gen::element<char16_t>(0x182E, 0x1823, 0x1829, 0x1820, 0x1828, 0x1824)},
         {4, rc::gen::just<char16_t>(u' ')},
         {2, rc::gen::element<char16_t>(0x202F, 0x180E, 0x180B, 0x180F, 0x1885, 0x1803, 0x200D)},
         {2, rc::gen::inRange<char16_t>(0x1800, 0x18AF)},
         {1, rc::gen::inRange<char16_t>(0x4E00, 0x4E08)},
         {1, rc::gen::inRange<char16_t>(u'0', u'z')},
         {1, rc::gen::arbitrary<char16_t>()}}));
}

const std::u16string mongol = u"\u182E\u1823\u1829\u182D\u1823\u182F";
const std::u16string with_suffix = mongol + u"\u202F\u1824\u1828";

RC_GTEST_PROP(WordCacheTest, ChangesNoAnswer, ()) {
    const auto texts = *rc::gen::container<std::vector<std::u16string>>(8, mixed_text());
    const auto policy = *rc::gen::element(UnitPolicy::font, UnitPolicy::units, UnitPolicy::automatic);
    const auto direction = *rc::gen::element(LineDirection::vertical, LineDirection::horizontal);
    static const WordCache shared_by_all_runs;
    const auto options = [&](std::optional<WordCache> words, std::size_t limit) {
        return ShaperOptions{policy, {map()}, {}, std::move(words), limit};
    };
    Shaper own{options({}, WordCache::default_limit)};
    Shaper tiny{options({}, *rc::gen::inRange<std::size_t>(300, 3000))};
    Shaper one_of_two{options(shared_by_all_runs, 0)}, other_of_two{options(shared_by_all_runs, 0)};
    Shaper small_shared{options(WordCache{1200}, 0)};
    for (int round = 0; round < 2; ++round) {
        for (const std::u16string& text : texts) {
            Shaper without{options({}, 0)};
            const ShapedText cold = shape(without, text, Length::points(16), direction);
            RC_ASSERT(without.word_figures().entries == 0u);
            for (Shaper* shaper : {&own, &tiny, &one_of_two, &other_of_two, &small_shared}) {
                RC_ASSERT(same(shape(*shaper, text, Length::points(16), direction), cold));
                RC_ASSERT(shaper->word_figures().bytes <= shaper->word_figures().limit);
            }
        }
    }
}

TEST(WordCacheTest, CountsExactly) {
    Shaper shaper;
    EXPECT_EQ(shaper.word_figures().hit_rate(), 0.0);
    // Three pieces: the word with its suffix, the space, the word.
    shape(shaper, with_suffix + u" " + mongol);
    WordFigures figures = shaper.word_figures();
    EXPECT_EQ(figures.hits, 0u);
    EXPECT_EQ(figures.misses, 3u);
    EXPECT_EQ(figures.entries, 3u);
    EXPECT_EQ(figures.evictions, 0u);
    EXPECT_EQ(figures.limit, WordCache::default_limit);
    const std::size_t bytes = figures.bytes;
    EXPECT_GT(bytes, 0u);
    shape(shaper, mongol + u" " + mongol + u" " + with_suffix, Length::points(32));  // of no size
    figures = shaper.word_figures();
    EXPECT_EQ(figures.hits, 5u);
    EXPECT_EQ(figures.misses, 3u);
    EXPECT_EQ(figures.bytes, bytes);
    EXPECT_DOUBLE_EQ(figures.hit_rate(), 5.0 / 8.0);
    EXPECT_DOUBLE_EQ(figures.bytes_per_word(), static_cast<double>(bytes) / 3.0);
}

TEST(WordCacheTest, KeepsApartWhatDecidesTheGlyphs) {
    const WordCache words;
    const auto misses_of = [&](UnitPolicy policy, script::UnitOptions units, LineDirection direction,
                               const std::u16string& text) {
        Shaper shaper{{policy, {map()}, units, words}};
        const std::uint64_t before = words.figures().misses;
        shape(shaper, text, Length::points(16), direction);
        return words.figures().misses - before;
    };
    const auto vertical = LineDirection::vertical;
    const script::UnitOptions gb{script::Profile::gb25914, {}}, utn{script::Profile::utn57, {}};
    const script::UnitOptions manchu{script::Profile::gb25914, script::WritingSystem::manchu};
    EXPECT_EQ(misses_of(UnitPolicy::font, gb, vertical, mongol), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::units, gb, vertical, mongol), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::automatic, gb, vertical, mongol), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::units, utn, vertical, mongol), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::units, manchu, vertical, mongol), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::units, gb, LineDirection::horizontal, mongol), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::units, gb, vertical, mongol), 0u);
    // The rules of the font do not ask for the profile; Latin asks for none of it.
    EXPECT_EQ(misses_of(UnitPolicy::font, utn, vertical, mongol), 0u);
    EXPECT_EQ(misses_of(UnitPolicy::font, gb, vertical, u"GPS"), 1u);
    EXPECT_EQ(misses_of(UnitPolicy::units, utn, vertical, u"GPS"), 0u);
}

TEST(WordCacheTest, IsClearedAndFilledAgain) {
    WordCache words;
    Shaper shaper{{UnitPolicy::font, {}, {}, words}};
    const ShapedText before = shape(shaper, mongol);
    words.clear();
    EXPECT_EQ(words.figures().entries, 0u);
    EXPECT_EQ(words.figures().bytes, 0u);
    EXPECT_TRUE(same(shape(shaper, mongol), before));
    EXPECT_EQ(words.figures().entries, 1u);
    EXPECT_EQ(words.figures().misses, 2u);
}

TEST(WordCacheTest, ServesThreadsAtOnce) {
    std::vector<std::u16string> lines;
    std::mt19937 random{18};
    for (int i = 0; i < 60; ++i) {
        std::u16string line;
        for (int word = 0; word < 8; ++word) {
            for (int letter = 0; letter < 3; ++letter) line += static_cast<char16_t>(0x1820 + random() % 6);
            line += u' ';
        }
        lines.push_back(line);
    }
    std::vector<ShapedText> expected;
    Shaper alone{{UnitPolicy::automatic, {map()}, {}}};
    for (const std::u16string& line : lines) expected.push_back(shape(alone, line));
    for (const std::size_t limit : {std::size_t{4} << 10, std::size_t{200} << 10, WordCache::default_limit}) {
        const WordCache words{limit};
        std::atomic<int> wrong = 0;
        const auto work = [&](std::size_t first) {
            Shaper shaper{{UnitPolicy::automatic, {map()}, {}, words}};
            for (std::size_t i = 0; i < 2 * lines.size(); ++i) {
                const std::size_t line = (first + i) % lines.size();
                if (!same(shape(shaper, lines[line]), expected[line])) ++wrong;
                if (words.figures().bytes > limit) ++wrong;
            }
        };
        std::vector<std::thread> threads;
        for (std::size_t first : {0u, 0u, 30u, 45u}) threads.emplace_back(work, first);
        for (std::thread& thread : threads) thread.join();
        EXPECT_EQ(wrong, 0);
        const WordFigures figures = words.figures();
        EXPECT_EQ(figures.hits + figures.misses, 4u * 2u * lines.size() * 16u);
        EXPECT_GT(figures.hits, 0u);
    }
}

/// Glyphs that only this text and setting have, some with shifts.
std::vector<Glyph> made_for(const words::Key& key) {
    std::vector<Glyph> glyphs;
    for (std::size_t i = 0; i < key.text.size(); ++i) {
        const bool shifted = key.setting == 1;
        glyphs.push_back({key.text[i] + key.setting * 7, static_cast<TextIndex>(i),
                          FontUnits{static_cast<std::int64_t>(i) - 3}, FontUnits{shifted ? -40'000 : 0}, {}});
    }
    return glyphs;
}

/// Asks a table for random words, and checks every answer and the bounds. Returns how many were found.
std::uint64_t exercise(WordCache::Table& table, std::size_t limit, unsigned words, unsigned rounds) {
    std::mt19937 random{7};
    std::uint64_t found = 0;
    for (unsigned round = 0; round < rounds; ++round) {
        const unsigned number = random() % words;
        const std::u16string text{static_cast<char16_t>(number & 63), static_cast<char16_t>(number >> 6)};
        const words::Key key{std::u16string_view{text}.substr(0, 1 + number % 2), number % 3};
        std::vector<Glyph> out{Glyph{}};
        if (table.find(key, 0, out)) {
            ++found;
            const std::vector<Glyph> right = made_for(key);
            EXPECT_TRUE(std::equal(right.begin(), right.end(), out.begin() + 1, out.end()));
        } else {
            EXPECT_EQ(out.size(), 1u);
            const std::vector<Glyph> made = made_for(key);
            out.insert(out.end(), made.begin(), made.end());
            table.keep(key, out, 1);
        }
        EXPECT_LE(table.figures().bytes, limit);
        if (testing::Test::HasFailure()) return found;
    }
    const WordFigures figures = table.figures();
    EXPECT_EQ(figures.hits, found);
    EXPECT_EQ(figures.misses, rounds - found);
    return found;
}

TEST(WordCacheTest, ComparesTheWholeKeyWhereHashesCollide) {
    constexpr std::size_t limit = 1 << 16;
    WordCache::Table all_alike{limit, false, [](const words::Key&) { return std::uint64_t{5}; }};
    EXPECT_GT(exercise(all_alike, limit, 600, 6000), 0u);
    EXPECT_LE(all_alike.figures().entries, 64u);  // as many as are ever looked at
    WordCache::Table nearly_alike{limit, true, [](const words::Key& key) { return words::hash_of(key) & 31; }};
    EXPECT_GT(exercise(nearly_alike, limit, 600, 6000), 0u);
    WordCache::Table spread{limit, true};
    EXPECT_GT(exercise(spread, limit, 600, 6000), 5000u);
}

TEST(WordCacheTest, NeverGoesBeyondItsLimit) {
    for (const std::size_t limit : {0u, 100u, 300u, 512u, 1000u, 3000u, 10'000u, 300'000u}) {
        for (const bool shared : {false, true}) {
            WordCache::Table table{limit, shared};
            const std::uint64_t found = exercise(table, limit, 4000, 12'000);
            EXPECT_EQ(found > 0, limit >= 300) << limit;
            EXPECT_EQ(table.figures().evictions > 0, limit >= 300 && limit < 300'000) << limit;
        }
    }
}

TEST(WordCacheTest, SparesWordsThatComeAgain) {
    constexpr std::size_t limit = 8000;
    WordCache::Table table{limit, false};
    const auto ask = [&](char16_t first, char16_t second) {
        const std::u16string text{first, second};
        std::vector<Glyph> out;
        if (table.find({text, 0}, 0, out)) return true;
        table.keep({text, 0}, made_for({text, 0}), 0);
        return false;
    };
    int lost = 0;
    for (char16_t once = 0; once < 10'000; ++once) {
        if (!ask(u'a', static_cast<char16_t>(once % 10)) && once >= 10) ++lost;
        ask(u'b', once);
    }
    EXPECT_GT(table.figures().evictions, 9000u);
    EXPECT_LT(lost, 10);  // of 9990; a crowded stretch of the table may take one
}

TEST(WordCacheTest, KeepsNoTextThatIsNoWord) {
    WordCache::Table table{WordCache::default_limit, false};
    for (const std::size_t size : {255u, 256u}) {
        const std::u16string text(size, u'x');
        table.keep({text, 0}, made_for({text, 0}), 0);
        std::vector<Glyph> out;
        EXPECT_EQ(table.find({text, 0}, 0, out), size == 255);
    }
}

TEST(WordCacheTest, NeverGivesTheNumberOfASettingTwice) {
    words::Settings settings;
    const auto numbered = [&](std::uint32_t tag) {
        const auto script = static_cast<text::Script>(tag);
        return settings.number({fonts().mongolian, Orientation::sideways, script, {}, {}, {}, {}});
    };
    const std::uint32_t first = numbered(1);
    EXPECT_EQ(numbered(1), first);
    for (std::uint32_t tag = 2; tag < 2 + words::Settings::kept; ++tag) EXPECT_GT(numbered(tag), first);
    EXPECT_GT(numbered(1), first);  // it was put out: words kept under its first number are not found again
}

}  // namespace
}  // namespace bichig::shape
