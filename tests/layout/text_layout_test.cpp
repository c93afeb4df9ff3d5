// Tests of long texts: what is laid out when, where paragraphs are found, and that edits give what a new text would.
#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include <bichig/font/catalogue.h>
#include <bichig/layout/text_layout.h>

namespace bichig::layout {
namespace {

const shape::FontSet& faces() {
    static const shape::FontSet set = [] {
        const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
        if (!catalogue) throw std::runtime_error(describe(catalogue.error()));
        using font::Role;
        return shape::FontSet{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                              catalogue->font(Role::latin), catalogue->font(Role::emoji),
                              catalogue->font(Role::fallback)};
    }();
    return set;
}

TextLayoutOptions options() {
    TextLayoutOptions made;
    made.styles = {{faces(), Length::points(16), "mn-Mong"}, {faces(), Length::points(24), "zh-Hans"}};
    made.measure = Length::points(200);
    return made;
}

TextLayout open(std::u16string_view text, TextLayoutOptions with = options()) { return {paragraphs_of(text), with}; }

/// Paragraphs of words, each with its number; some are long, and some empty.
std::u16string long_text(int paragraphs) {
    std::u16string text;
    for (int i = 0; i < paragraphs; ++i) {
        if (i > 0) text += u'\n';
        if (i % 17 == 3) continue;
        for (int word = 0; word < 3 + i * 7 % 60; ++word) text += u"ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ";
        for (const char digit : std::to_string(i)) text += static_cast<char16_t>(digit);
    }
    return text;
}

std::u16string whole(const TextLayout& layout) {
    std::u16string text;
    for (std::size_t i = 0; i < layout.paragraph_count(); ++i) {
        if (i > 0) text += u'\n';
        text += layout.text(i);
    }
    return text;
}

/// All that is found by number, code unit and distance agrees with sums from the start.
void expect_consistent(TextLayout& layout) {
    Length block;
    TextOffset units = 0;
    for (std::size_t i = 0; i < layout.paragraph_count(); ++i) {
        ASSERT_EQ(layout.block_of(i), block) << i;
        ASSERT_EQ(layout.offset_of(i), units) << i;
        ASSERT_EQ(layout.place_of(units), (TextPlace{i, 0}));
        ASSERT_EQ(layout.paragraph_at(block).paragraph, i);
        const auto size = static_cast<TextIndex>(layout.text(i).size());
        ASSERT_EQ(layout.place_of(units + size), (TextPlace{i, size}));
        ASSERT_EQ(layout.offset_of(TextPlace{i, size}), units + size);
        const Length next = i + 1 < layout.paragraph_count() ? layout.block_of(i + 1) : layout.block_size();
        if (layout.is_laid_out(i)) {
            ASSERT_EQ(next - block, layout.paragraph(i).size().block);
        }
        ASSERT_GT(next, block) << "room of paragraph " << i;
        block = next;
        units += size + 1;
    }
    ASSERT_EQ(layout.size(), units - 1);
}

TEST(TextLayout, ParagraphsEndAtAnyLineEnd) {
    std::vector<std::u16string> texts;
    for (const TextParagraph& paragraph : paragraphs_of(u"a\nb\r\nc\rd\u2029e\n")) texts.push_back(paragraph.text);
    EXPECT_EQ(texts, (std::vector<std::u16string>{u"a", u"b", u"c", u"d", u"e", u""}));
    EXPECT_EQ(paragraphs_of(u"").size(), 1u);
}

TEST(TextLayout, AnEmptyTextHasOneParagraphWithALine) {
    TextLayout layout{{}, options()};
    EXPECT_EQ(layout.paragraph_count(), 1u);
    EXPECT_EQ(layout.size(), 0u);
    EXPECT_EQ(layout.paragraph(7).lines.lines.size(), 1u);
    EXPECT_EQ(layout.block_size(), Length::points(24));
    EXPECT_EQ(layout.place_of(5), (TextPlace{0, 0}));
}

TEST(TextLayout, OnlyWhatIsSeenIsLaidOut) {
    TextLayout layout = open(long_text(2000));
    EXPECT_EQ(layout.figures().layouts, 0u);
    const View view = layout.show(layout.block_size() / 2, Length::points(300));
    EXPECT_GE(view.paragraphs.size(), 1u);
    EXPECT_EQ(layout.figures().layouts, view.paragraphs.size());
    EXPECT_LE(view.paragraphs.front().block, view.offset);
    for (const PlacedParagraph& seen : view.paragraphs) {
        EXPECT_EQ(seen.block, layout.block_of(seen.paragraph));
        EXPECT_EQ(seen.lines->text, layout.text(seen.paragraph));
    }
    const PlacedParagraph& last = view.paragraphs.back();
    EXPECT_GE(last.block + last.lines->size().block, view.offset + Length::points(300));
    EXPECT_EQ(layout.show(view.offset, Length::points(300)).paragraphs.size(), view.paragraphs.size());
    EXPECT_EQ(layout.figures().layouts, view.paragraphs.size()) << "seen again: nothing to do";
    expect_consistent(layout);
}

TEST(TextLayout, EstimatesAreNearTheTruth) {
    TextLayout layout = open(long_text(400));
    const double estimated = layout.block_size().in_points();
    for (std::size_t i = 0; i < layout.paragraph_count(); ++i) layout.paragraph(i);
    EXPECT_NEAR(estimated / layout.block_size().in_points(), 1.0, 0.15);
}

TEST(TextLayout, ScrollingBackKeepsWhatWasSeenInItsPlace) {
    TextLayout layout = open(long_text(2000));
    const Length extent = Length::points(300);
    Length offset = layout.show(layout.block_size() / 2, extent).offset;
    for (int step = 0; step < 200; ++step) {
        const View before = layout.show(offset, extent);
        const PlacedParagraph first = before.paragraphs.front();
        const Length wanted = before.offset - Length::points(40);
        const View after = layout.show(wanted, extent);
        Length moved = first.block - before.offset;
        for (const PlacedParagraph& seen : after.paragraphs) {
            if (seen.paragraph == first.paragraph) moved = seen.block - after.offset - moved;
        }
        ASSERT_EQ(moved, Length::points(40)) << "step " << step;
        offset = after.offset;
    }
    expect_consistent(layout);
}

TEST(TextLayout, AViewBeyondTheEndIsTheLastOne) {
    TextLayout layout = open(long_text(300));
    const Length extent = Length::points(500);
    const View view = layout.show(layout.block_size() * 3, extent);
    EXPECT_EQ(view.offset + extent, layout.block_size());
    EXPECT_EQ(view.paragraphs.back().paragraph, 299u);
    EXPECT_EQ(layout.show(-Length::points(100), extent).offset, Length{});
    const View all = open(u"a").show(Length::points(7), extent);
    EXPECT_EQ(all.offset, Length{});
}

TEST(TextLayout, ParagraphsBeyondTheLimitAreLetGo) {
    TextLayoutOptions with = options();
    with.kept = 5000;
    TextLayout layout = open(long_text(500), with);
    std::size_t most = 0;
    for (std::size_t i = 0; i < 500; ++i) {
        const auto lines = layout.paragraph(i).lines.lines.size();
        EXPECT_GE(lines, 1u);
        most = std::max(most, layout.figures().laid_out_units);
    }
    EXPECT_LE(most, 5000u);
    EXPECT_TRUE(layout.is_laid_out(499));
    EXPECT_FALSE(layout.is_laid_out(0));
    EXPECT_EQ(whole(layout), long_text(500));
    // A view larger than the limit stays whole.
    const View view = layout.show({}, Length::points(5000));
    EXPECT_GT(layout.figures().laid_out_units, 5000u);
    for (const PlacedParagraph& seen : view.paragraphs) EXPECT_TRUE(layout.is_laid_out(seen.paragraph));
    EXPECT_GT(layout.figures().laid_out_bytes, layout.figures().laid_out_units * 10);
    expect_consistent(layout);
}

TEST(TextLayout, AnEditLaysOutItsParagraphAlone) {
    TextLayout layout = open(long_text(1000));
    layout.show({}, Length::points(3000));
    const auto before = layout.figures().layouts;
    const TextOffset at = layout.offset_of(2) + 5;
    const TextChange change = layout.replace(at, at + 3, u"中文");
    EXPECT_EQ(change.first, 2u);
    EXPECT_EQ(change.removed, 1u);
    EXPECT_EQ(change.inserted, 1u);
    EXPECT_EQ(layout.figures().layouts, before + 1);
    EXPECT_TRUE(layout.is_laid_out(0));
    EXPECT_EQ(layout.replace(at, at, u"a\nb\nc\nd").inserted, 4u);
    EXPECT_EQ(layout.figures().layouts, before + 3) << "both ends of the edit, and nothing between";
    expect_consistent(layout);
}

TEST(TextLayout, StylesFollowTheirText) {
    TextLayout layout = open(u"abcdef\nghi");
    layout.set_style(2, 8, 1);
    const auto spans = [&](std::size_t i) {
        std::vector<std::pair<TextIndex, double>> made;
        for (const shape::Span& span : layout.paragraph(i).spans) {
            made.emplace_back(span.range.end, span.size.in_points());
        }
        return made;
    };
    using Spans = std::vector<std::pair<TextIndex, double>>;
    EXPECT_EQ(spans(0), (Spans{{2, 16}, {6, 24}}));
    EXPECT_EQ(spans(1), (Spans{{1, 24}, {3, 16}}));
    layout.replace(4, 7, u"xy", 0);  // joins both paragraphs
    EXPECT_EQ(whole(layout), u"abcdxyghi");
    EXPECT_EQ(spans(0), (Spans{{2, 16}, {4, 24}, {6, 16}, {7, 24}, {9, 16}}));
    layout.replace(0, 9, u"", 0);
    EXPECT_EQ(spans(0), (Spans{{0, 16}}));
}

TEST(TextLayout, AnotherMeasureIsAnotherLayout) {
    TextLayout layout = open(long_text(100));
    const Length wide = (layout.show({}, Length::points(500)), layout.paragraph(10).size().block);
    layout.set_measure(Length::points(70));
    EXPECT_EQ(layout.figures().laid_out, 0u);
    EXPECT_GT(layout.paragraph(10).size().block, wide);
    expect_consistent(layout);
}

/// Edits at random, with a plain string beside them that they are made in too.
TEST(TextLayout, RandomEditsGiveWhatANewTextGives) {
    std::mt19937 random{20240516};
    const auto up_to = [&](std::size_t most) { return static_cast<std::size_t>(random()) % (most + 1); };
    const std::vector<std::u16string> parts = {u"ᠮᠣᠩᠭᠣᠯ ", u"\n", u"中文，", u"ᠲᠠᠯ\u180Eᠠ", u"\u202Fᠶᠢᠨ", u"12", u"",
                                               u"😀", u"a\n\nb", u"\xD83D"};
    TextLayoutOptions with = options();
    with.kept = 20000;
    std::u16string model = long_text(900);
    TextLayout layout = open(model, with);
    for (int edit = 0; edit < 1500; ++edit) {
        const std::size_t begin = up_to(model.size());
        // Now and then most of the text goes, and some of it comes back, so that chunks shrink, grow and divide.
        const std::size_t reach = edit % 50 == 49 ? 20000 : 30;
        const std::size_t end = std::min(begin + up_to(reach), model.size());
        std::u16string text = edit % 60 == 30 ? long_text(40 + edit / 4) : parts[up_to(parts.size() - 1)];
        model.replace(begin, end - begin, text);
        layout.replace(begin, end, text);
        if (edit % 10 == 0) layout.show(layout.block_of(up_to(layout.paragraph_count())), Length::points(200));
        ASSERT_EQ(layout.size(), model.size());
        if (edit % 100 != 99) continue;
        ASSERT_EQ(whole(layout), model) << "after edit " << edit;
        expect_consistent(layout);
    }
    TextLayout fresh = open(whole(layout), with);
    for (std::size_t i = 0; i < layout.paragraph_count(); i += 7) {
        const auto& lines = layout.paragraph(i).lines;
        const auto& wanted = fresh.paragraph(i).lines;
        ASSERT_EQ(lines.lines.size(), wanted.lines.size()) << i;
        ASSERT_EQ(lines.positions, wanted.positions) << i;
    }
}

}  // namespace
}  // namespace bichig::layout
