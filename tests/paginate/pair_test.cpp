// Pairs and facing sections: where sides stand, and that nothing is lost whatever their lengths are.
#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/text.h>

#include "paginate/record_pages.h"

namespace bichig::paginate {
namespace {

using document::WritingMode;

const std::u16string han = u"旗人民政府各部门应当做好春季草原防火工作。";

std::u16string sentences(int count) {
    std::u16string text;
    for (int i = 0; i < count; ++i) text += han;
    return text;
}

document::PairSide side(WritingMode mode, std::vector<Block> blocks) {
    return {mode, mode == WritingMode::vertical_lr ? "mn-Mong" : "zh-Hans", std::move(blocks)};
}

document::Pair pair_of(std::vector<Block> mongolian, std::vector<Block> chinese) {
    document::Pair made;
    made.sides = {side(WritingMode::vertical_lr, std::move(mongolian)),
                  side(WritingMode::horizontal_tb, std::move(chinese))};
    return made;
}

/// The text of each side as it is drawn, pages one after the other.
std::array<std::u16string, 2> drawn_sides(const Recorder& recorder) {
    std::map<page::ElementId, page::Element> elements;
    std::array<std::u16string, 2> texts;
    for (const page::Page& page : recorder.pages) {
        for (const page::Element& element : page.begun) elements[element.id] = element;
        for (const page::Item& item : page.items) {
            const auto* placed = std::get_if<page::GlyphRun>(&item);
            if (placed == nullptr || placed->element == page::artifact) continue;
            page::ElementId id = placed->element;
            while (elements[id].role != page::ElementRole::section) id = elements[id].parent;
            texts[elements[id].language == "mn-Mong" ? 0 : 1] += placed->text;
        }
    }
    for (std::u16string& text : texts) text = without_white_space(std::move(text));
    return texts;
}

std::u16string text_of(const std::vector<Block>& blocks, WritingMode mode) {
    return without_white_space(document::reading_text(document_of(blocks, mode)));
}

struct Extent {
    Length left = Length::points(1e6), right, top = Length::points(1e6), bottom;
};

/// The room that runs of one element's descendants take up on a page.
Extent extent_of(const page::Page& page, const std::set<page::ElementId>& elements) {
    Extent all;
    for (const page::Item& item : page.items) {
        const auto* run = std::get_if<page::GlyphRun>(&item);
        if (run == nullptr || elements.count(run->element) == 0) continue;
        const bool down = run->orientation != page::Orientation::horizontal;
        const Length half = run->size / 2;
        all.left = std::min(all.left, down ? run->origin.x - half : run->origin.x);
        all.right = std::max(all.right, down ? run->origin.x + half : run->origin.x + run->advance);
        all.top = std::min(all.top, down ? run->origin.y : run->origin.y - run->size.scaled(0.88));
        all.bottom = std::max(all.bottom, down ? run->origin.y + run->advance : run->origin.y);
    }
    return all;
}

std::set<page::ElementId> below(const std::vector<page::Element>& elements, const std::string& language) {
    std::set<page::ElementId> found;
    for (const page::Element& element : elements) {
        const bool section = element.role == page::ElementRole::section && element.parent > 1;
        if ((section && element.language == language) || found.count(element.parent) == 1) found.insert(element.id);
    }
    return found;
}

document::Document with(document::Pair pair, WritingMode mode, int before = 0) {
    std::vector<Block> blocks;
    for (int i = 0; i < before; ++i) blocks.push_back(paragraph(word));
    blocks.push_back({std::move(pair)});
    blocks.push_back(paragraph(word));
    return document_of(std::move(blocks), mode);
}

TEST(Pair, SidesBeginTogetherAndDoNotOverlap) {
    for (const WritingMode mode : {WritingMode::horizontal_tb, WritingMode::vertical_lr}) {
        for (const int count : {1, 4, 9}) {
            Recorder recorder;
            expect_paginated(with(pair_of({paragraph(words(count * 12))}, {paragraph(sentences(count))}), mode, 3),
                             recorder);
            ASSERT_EQ(recorder.pages.size(), 1u) << count;
            const page::Page& page = recorder.pages.front();
            const Extent first = extent_of(page, below(page.begun, "mn-Mong"));
            const Extent second = extent_of(page, below(page.begun, "zh-Hans"));
            if (mode == WritingMode::horizontal_tb) {
                EXPECT_LT(first.right, second.left);
                EXPECT_NEAR(first.top.in_points(), second.top.in_points(), 1);
            } else {
                EXPECT_LT(first.bottom, second.top);
                EXPECT_NEAR(first.left.in_points(), second.left.in_points(), 6);  // of a baseline, not of an edge
            }
            expect_sound_structure(recorder);
        }
    }
}

TEST(Pair, ReadsFirstSideWholeBeforeTheSecond) {
    const document::Document document =
        with(pair_of({paragraph(words(5), 1), list({words(3), words(4)})}, {paragraph(han, 1), table(3, 2, han)}),
             WritingMode::horizontal_tb);
    Recorder recorder;
    expect_paginated(document, recorder);
    EXPECT_EQ(drawn_text(recorder), without_white_space(document::reading_text(document)));
    expect_sound_structure(recorder);
}

TEST(Pair, HeadingsStayWithWhatFollows) {
    document::Document document = document_of({}, WritingMode::horizontal_tb);
    document.styles.push_back(document.styles[0]);
    document.styles[1].keep_with_next = true;
    for (int before = 20; before < 40; ++before) {
        std::vector<Block> blocks;
        for (int i = 0; i < before; ++i) blocks.push_back(paragraph(han));
        blocks.push_back({pair_of({paragraph(word, 1, 1)}, {paragraph(han, 1, 1)})});
        blocks.push_back({pair_of({paragraph(words(20))}, {paragraph(sentences(6))})});
        document.sections[0].blocks = std::move(blocks);
        Recorder recorder;
        expect_paginated(document, recorder);
        for (const page::Page& page : recorder.pages) {
            std::u16string last;
            for (const page::Item& item : page.items) {
                const auto* run = std::get_if<page::GlyphRun>(&item);
                if (run != nullptr && run->element != page::artifact) last = run->text;
            }
            if (&page == &recorder.pages.back()) continue;
            EXPECT_EQ(page.bookmarks.size() == 2 && last == han, false) << before;
        }
    }
}

/// Images in a text that goes on in lines of another measure stand once each, in their elements.
TEST(Pair, ImagesInTextStandOnce) {
    std::ifstream file(BICHIG_TEST_FOLDER "/../../examples/layout/dot.png", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto image = std::make_shared<document::Image>();
    image->bytes = std::make_shared<const std::string>(bytes);
    image->alternative_text = u"dot";
    image->size = {Length::points(9), Length::points(9)};
    document::Paragraph text;
    for (int i = 0; i < 60; ++i) {
        text.runs.push_back(run(words(9) + u" "));
        text.runs.push_back(run(u"\uFFFC"));
        text.runs.back().image = image;
        text.runs.push_back(run(u" "));
    }
    Recorder recorder;
    expect_paginated(with(pair_of({{text}}, {paragraph(han)}), WritingMode::horizontal_tb, 20), recorder);
    ASSERT_GE(recorder.pages.size(), 2u);
    expect_sound_structure(recorder);
    std::set<page::ElementId> figures;
    std::size_t images = 0;
    for (const page::Page& page : recorder.pages) {
        for (const page::Item& item : page.items) {
            const auto* box = std::get_if<page::ImageBox>(&item);
            if (box == nullptr) continue;
            ++images;
            figures.insert(box->element);
        }
    }
    EXPECT_EQ(images, 60u);
    EXPECT_EQ(figures.size(), 60u);
    EXPECT_EQ(figures.count(page::artifact), 0u);
}

RC_GTEST_PROP(Pair, LosesNothing, ()) {
    const auto mode = *rc::gen::element(WritingMode::horizontal_tb, WritingMode::vertical_lr);
    const int before = *rc::gen::inRange(0, 40);
    const int mongolian = *rc::gen::inRange(0, 700);
    const int chinese = *rc::gen::inRange(0, 120);
    std::vector<Block> first, second;
    if (mongolian > 0) first.push_back(paragraph(words(mongolian)));
    if (*rc::gen::arbitrary<bool>()) first.push_back(table(*rc::gen::inRange(1, 20), 2, word));
    if (*rc::gen::arbitrary<bool>()) second.push_back(list({han, sentences(4), han}));
    if (chinese > 0) second.push_back(paragraph(sentences(chinese)));
    document::Pair pair = pair_of(first, second);
    pair.share = *rc::gen::element(0.5, 0.3, 0.8);
    if (*rc::gen::arbitrary<bool>()) pair.rule = Length::points(0.5);
    Recorder recorder;
    expect_paginated(with(pair, mode, before), recorder);
    expect_sound_structure(recorder);
    const auto drawn = drawn_sides(recorder);
    std::u16string outer;
    for (int i = 0; i <= before; ++i) outer += word;
    const bool vertical = mode == WritingMode::vertical_lr;
    const std::u16string own = text_of(first, WritingMode::vertical_lr);
    const std::u16string wanted = outer.substr(word.size()) + own + word;
    RC_ASSERT(drawn[0] == (vertical ? wanted : own));
    RC_ASSERT(drawn[1] == (vertical ? std::u16string{} : outer.substr(word.size())) +
                              text_of(second, WritingMode::horizontal_tb) + (vertical ? std::u16string{} : word));
}

document::Document facing(int mongolian, int chinese, document::Facing how) {
    document::Document made = document_of({paragraph(words(mongolian))}, WritingMode::vertical_lr);
    document::Document other = document_of({paragraph(sentences(chinese))}, WritingMode::horizontal_tb);
    made.sections[0].facing = how;
    made.sections[0].page.width = other.sections[0].page.width;
    made.sections[0].page.height = other.sections[0].page.height;
    document::append(made, std::move(other));
    return made;
}

/// The language of the text of each page; empty: none.
std::vector<std::string> languages(const Recorder& recorder) {
    std::map<page::ElementId, page::Element> elements;
    std::vector<std::string> found;
    for (const page::Page& page : recorder.pages) {
        for (const page::Element& element : page.begun) elements[element.id] = element;
        std::string language;
        for (const page::Item& item : page.items) {
            const auto* placed = std::get_if<page::GlyphRun>(&item);
            if (placed == nullptr || placed->element == page::artifact) continue;
            page::ElementId id = placed->element;
            while (elements[id].role != page::ElementRole::section) id = elements[id].parent;
            language = elements[id].language;
        }
        found.push_back(language);
    }
    return found;
}

TEST(Facing, PagesAlternate) {
    Recorder recorder;
    expect_paginated(facing(900, 40, {}), recorder);
    const std::vector<std::string> found = languages(recorder);
    ASSERT_GE(found.size(), 5u);
    EXPECT_EQ(found[0], "");
    EXPECT_EQ(found[1], "mn-Mong");
    EXPECT_EQ(found[2], "zh-Hans");
    EXPECT_EQ(found[3], "mn-Mong");
    EXPECT_EQ(found[4], "");
    EXPECT_EQ(recorder.properties.layout, page::PageLayout::odd_pages_right);
    expect_sound_structure(recorder);
}

TEST(Facing, TheOtherWayRoundAndWithoutBlankPage) {
    document::Facing how;
    how.leaf = document::Leaf::right;
    how.leading_blank = false;
    Recorder recorder;
    expect_paginated(facing(900, 400, how), recorder);
    const std::vector<std::string> found = languages(recorder);
    ASSERT_GE(found.size(), 4u);
    EXPECT_EQ(found[0], "zh-Hans");
    EXPECT_EQ(found[1], "mn-Mong");
    EXPECT_EQ(recorder.properties.layout, page::PageLayout::odd_pages_left);
    expect_sound_structure(recorder);
}

TEST(Facing, TheBlankPageHasItsNumberAlone) {
    document::Document document = facing(900, 40, {});
    document::PageRule rule;
    rule.thickness = Length::millimetres(0.5);
    for (document::Section& section : document.sections) section.page.first_page_rules = {rule};
    Recorder recorder;
    expect_paginated(document, recorder);
    const auto strokes = [&](std::size_t page) {
        return std::count_if(recorder.pages[page].items.begin(), recorder.pages[page].items.end(),
                             [](const page::Item& item) { return std::holds_alternative<page::Stroke>(item); });
    };
    ASSERT_GE(recorder.pages.size(), 3u);
    EXPECT_EQ(strokes(0), 0);
    EXPECT_EQ(strokes(1), 1);
    EXPECT_EQ(strokes(2), 1);
}

/// The label of an annex, say, stands on the page of the heading that follows it.
TEST(Facing, WhatIsKeptWithAHeadingGoesWithIt) {
    for (const int length : {300, 700, 1100}) {
        document::Document document = facing(1, 1, {document::Leaf::left, 1, true});
        document::ParagraphStyle label;
        label.keep_with_next = true;
        document.styles.push_back(label);
        const auto kept = static_cast<std::uint16_t>(document.styles.size() - 1);
        for (std::size_t side = 0; side < 2; ++side) {
            std::vector<Block>& blocks = document.sections[side].blocks;
            blocks.push_back(paragraph(side == 0 ? words(length) : sentences(length / 40)));
            blocks.push_back({document::PageBreak{}});
            blocks.push_back(paragraph(u"\u9644\u4EF6", 0, kept));
            blocks.push_back(paragraph(side == 0 ? words(3) : han, 1));
        }
        Recorder recorder;
        expect_paginated(document, recorder);
        std::size_t labels = 0;
        for (const page::Page& page : recorder.pages) {
            bool labelled = false;
            for (const page::Item& item : page.items) {
                const auto* placed = std::get_if<page::GlyphRun>(&item);
                labelled = labelled || (placed != nullptr && placed->text.find(u"\u9644\u4EF6") != placed->text.npos);
            }
            labels += labelled ? 1 : 0;
            EXPECT_EQ(page.bookmarks.size(), labelled ? 1u : 0u) << length;
        }
        EXPECT_EQ(labels, 2u);
    }
}

TEST(Facing, HeadingsBeginOnTheSameTwoPages) {
    for (int length = 100; length < 1200; length += 170) {
        document::Document document = facing(1, 1, {document::Leaf::left, 2, true});
        for (std::size_t side = 0; side < 2; ++side) {
            std::vector<Block>& blocks = document.sections[side].blocks;
            for (int chapter = 0; chapter < 4; ++chapter) {
                blocks.push_back(paragraph(side == 0 ? words(3) : han, 2));
                const int size = (chapter + static_cast<int>(side)) % 2 == 0 ? length : length / 5;
                blocks.push_back(paragraph(side == 0 ? words(size) : sentences(size / 5)));
            }
        }
        Recorder recorder;
        expect_paginated(document, recorder);
        std::array<std::vector<std::size_t>, 2> spreads;
        for (std::size_t page = 0; page < recorder.pages.size(); ++page) {
            for (std::size_t i = 0; i < recorder.pages[page].bookmarks.size(); ++i) {
                spreads[(page + 1) % 2].push_back((page + 1) / 2);
            }
        }
        EXPECT_EQ(spreads[0].size(), 4u);
        EXPECT_EQ(spreads[0], spreads[1]) << length;
        expect_sound_structure(recorder);
    }
}

RC_GTEST_PROP(Facing, LosesNothing, ()) {
    const int mongolian = *rc::gen::inRange(1, 1500);
    const int chinese = *rc::gen::inRange(1, 300);
    document::Facing how;
    how.leaf = *rc::gen::element(document::Leaf::left, document::Leaf::right);
    how.leading_blank = *rc::gen::arbitrary<bool>();
    Recorder recorder;
    expect_paginated(facing(mongolian, chinese, how), recorder);
    expect_sound_structure(recorder);
    const auto drawn = drawn_sides(recorder);
    RC_ASSERT(drawn[0] == without_white_space(words(mongolian)));
    RC_ASSERT(drawn[1] == sentences(chinese));
    const std::vector<std::string> found = languages(recorder);
    for (std::size_t page = 0; page < found.size(); ++page) {
        const bool right = (page + (how.leading_blank ? 1 : 0)) % 2 == 1;
        const bool first = right == (how.leaf == document::Leaf::right);
        RC_ASSERT((found[page].empty() || found[page] == (first ? "mn-Mong" : "zh-Hans")));
    }
}

}  // namespace
}  // namespace bichig::paginate
