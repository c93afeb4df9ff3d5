// Tests of pagination: reading order, structure, the type area, kept blocks, and a sink that fails.
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/text.h>

#include "paginate/record_pages.h"

namespace bichig::paginate {
namespace {

TEST(Paginate, LinesOfAVerticalPageStandFromLeftToRightInTheTypeArea) {
    Recorder recorder;
    const auto document = document_of({paragraph(words(400))}, document::WritingMode::vertical_lr);
    expect_paginated(document, recorder);
    ASSERT_GT(recorder.pages.size(), 1u);
    const document::PageStyle& style = document.sections[0].page;
    Length last_x;
    for (const page::Item& item : recorder.pages[0].items) {
        const auto& placed = std::get<page::GlyphRun>(item);
        if (placed.element == page::artifact) continue;
        EXPECT_EQ(placed.orientation, page::Orientation::sideways);
        EXPECT_GE(placed.origin.x, last_x);
        EXPECT_GE(placed.origin.x, style.margin_left);
        EXPECT_LE(placed.origin.x, style.width - style.margin_right);
        EXPECT_GE(placed.origin.y, style.margin_top);
        EXPECT_LE(placed.origin.y, style.height - style.margin_bottom);
        last_x = placed.origin.x;
    }
}

TEST(Paginate, AHeadingGoesWithTheLineAfterIt) {
    // With any number of lines before it, the heading is never the last text of a page.
    for (int before = 1; before < 60; ++before) {
        std::vector<Block> blocks;
        for (int i = 0; i < before; ++i) blocks.push_back(paragraph(word));
        blocks.push_back(paragraph(u"\u182E\u1823\u1829", 2, 1));
        blocks.push_back(paragraph(word));
        auto document = document_of(std::move(blocks), document::WritingMode::vertical_lr);
        document.styles.push_back(document.styles[0]);
        document.styles[1].keep_with_next = true;
        Recorder recorder;
        expect_paginated(document, recorder);
        for (std::size_t page = 0; page + 1 < recorder.pages.size(); ++page) {
            const page::GlyphRun* last = nullptr;
            for (const page::Item& item : recorder.pages[page].items) {
                const auto* placed = std::get_if<page::GlyphRun>(&item);
                if (placed != nullptr && placed->element != page::artifact) last = placed;
            }
            ASSERT_NE(last, nullptr);
            EXPECT_EQ(last->text.substr(0, word.size()), word) << before;
        }
    }
}

TEST(Paginate, BackMatterStandsAtTheEndOfTheTypeArea) {
    document::FootBlock foot;
    document::Rule rule;
    rule.thickness = Length::millimetres(0.35);
    foot.blocks = {{rule}, paragraph(u"抄送"), {rule}};
    const auto document = document_of({paragraph(u"正文"), {foot}}, document::WritingMode::horizontal_tb);
    Recorder recorder;
    expect_paginated(document, recorder);
    ASSERT_EQ(recorder.pages.size(), 1u);
    const document::PageStyle& style = document.sections[0].page;
    const page::Stroke* last = nullptr;
    for (const page::Item& item : recorder.pages[0].items) {
        if (const auto* stroke = std::get_if<page::Stroke>(&item)) last = stroke;
    }
    ASSERT_NE(last, nullptr);
    EXPECT_NEAR((last->from.y + last->width / 2).in_points(), (style.height - style.margin_bottom).in_points(), 0.01);
}

TEST(Paginate, PageNumbersAreArtifactsAndComeLast) {
    auto document = document_of({paragraph(words(2000))}, document::WritingMode::vertical_lr);
    document.sections[0].page.number.before = u"— ";
    document.sections[0].page.number.after = u" —";
    document.sections[0].page.number.position = document::PageNumberStyle::Position::outside;
    Recorder recorder;
    expect_paginated(document, recorder);
    ASSERT_GT(recorder.pages.size(), 2u);
    for (std::size_t page = 0; page < recorder.pages.size(); ++page) {
        const auto& last = std::get<page::GlyphRun>(recorder.pages[page].items.back());
        EXPECT_EQ(last.element, page::artifact);
        const Length middle = recorder.pages[page].size.width / 2;
        EXPECT_EQ(last.origin.x > middle, page % 2 == 0);
        EXPECT_EQ(last.orientation, page::Orientation::horizontal);
    }
}

TEST(Paginate, ARowLongerThanAPageGoesOn) {
    Recorder recorder;
    const auto document = document_of({table(2, 2, words(1500))}, document::WritingMode::vertical_lr);
    expect_paginated(document, recorder);
    EXPECT_GT(recorder.pages.size(), 3u);
    EXPECT_EQ(drawn_text(recorder).size(), without_white_space(document::reading_text(document)).size());
}

TEST(Paginate, NoPagePartsASmallTableOrAHeaderRowFromItsRows) {
    for (const std::size_t rows : {3u, 30u}) {
        for (int before = 1; before < 40; ++before) {
            std::vector<Block> blocks;
            for (int i = 0; i < before; ++i) blocks.push_back(paragraph(word));
            blocks.push_back(table(rows, 2, word));
            Recorder recorder;
            expect_paginated(document_of(std::move(blocks), document::WritingMode::vertical_lr), recorder);
            std::map<page::ElementId, page::ElementRole> roles;
            for (const page::Page& page : recorder.pages) {
                for (const page::Element& element : page.begun) roles[element.id] = element.role;
                std::size_t heads = 0;
                std::size_t cells = 0;
                for (const page::Item& item : page.items) {
                    const auto* placed = std::get_if<page::GlyphRun>(&item);
                    if (placed == nullptr) continue;
                    heads += roles[placed->element] == page::ElementRole::table_header_cell ? 1 : 0;
                    cells += roles[placed->element] == page::ElementRole::table_data_cell ? 1 : 0;
                }
                EXPECT_TRUE(heads == 0 || cells > 0) << before;
                EXPECT_TRUE(rows > 3 || cells == 0 || (heads == 2 && cells == 4)) << before;
            }
        }
    }
}

TEST(Paginate, MissingCharactersAreCountedAndPointIntoTheSource) {
    auto document = document_of({paragraph(u"\uE234\uE235")}, document::WritingMode::vertical_lr);
    document.sources.push_back({"a.md", std::make_shared<const std::string>("x\n\uE234\uE235\n")});
    std::get<document::Paragraph>(document.sections[0].blocks[0].value).runs[0].source = {0, 2, 8};
    Recorder recorder;
    Diagnostics diagnostics;
    const auto summary = paginate(document, catalogue(), recorder, diagnostics, options());
    ASSERT_TRUE(summary.has_value());
    EXPECT_EQ(summary->missing_characters, 2u);
    ASSERT_EQ(diagnostics.items.size(), 2u);
    EXPECT_EQ(describe(diagnostics.items[1]).substr(0, 30), "a.md:2:2: no font has U+E235 (");
}

TEST(Paginate, LinesThatAreTooLongOrCannotBeFilledAreReported) {
    std::u16string endless;
    for (int i = 0; i < 40; ++i) endless += word;
    const auto document = document_of({paragraph(word + u" " + endless)}, document::WritingMode::vertical_lr);
    Recorder recorder;
    Diagnostics diagnostics;
    const auto summary = paginate(document, catalogue(), recorder, diagnostics);
    ASSERT_TRUE(summary.has_value());
    EXPECT_EQ(summary->underfull_lines, 1u);  // the first word stands alone on its line
    EXPECT_GT(summary->overfull_lines, 0u);
    ASSERT_FALSE(diagnostics.items.empty());
    EXPECT_EQ(diagnostics.items[0].id, "underfull-line");
    EXPECT_EQ(diagnostics.items[1].id, "overfull-line");
}

TEST(Paginate, ASinkThatFailsEndsTheWork) {
    Recorder recorder;
    recorder.fail_at = 1;
    Diagnostics diagnostics;
    const auto document = document_of({paragraph(words(4000))}, document::WritingMode::vertical_lr);
    const auto summary = paginate(document, catalogue(), recorder, diagnostics, options());
    ASSERT_FALSE(summary.has_value());
    EXPECT_EQ(summary.error().message, "disk full");
    EXPECT_FALSE(recorder.finished);
}

RC_GTEST_PROP(Paginate, PagesGiveTheReadingTextInOrder, ()) {
    const std::vector<Block> choices{
        paragraph(words(30)), paragraph(word, 1), paragraph(u"中文，文字。"), list({words(3), u"第二", u""}),
        table(3, 2, word), table(2, 3, u"表"), paragraph(u""), {document::Rule{}}, {document::PageBreak{}},
        {document::Space{Length::points(30), false}}, {document::FootBlock{{paragraph(word)}}}, list({words(200)})};
    std::vector<Block> blocks;
    for (const std::size_t index : *rc::gen::container<std::vector<std::size_t>>(
             rc::gen::inRange<std::size_t>(0, choices.size()))) {
        blocks.push_back(choices[index]);
    }
    const auto mode = *rc::gen::element(document::WritingMode::vertical_lr, document::WritingMode::horizontal_tb);
    const auto document = document_of(std::move(blocks), mode);
    Recorder recorder;
    expect_paginated(document, recorder);
    expect_sound_structure(recorder);
    RC_ASSERT(!testing::Test::HasFatalFailure());
    RC_ASSERT(recorder.finished);
    RC_ASSERT(drawn_text(recorder) == without_white_space(document::reading_text(document)));
}

}  // namespace
}  // namespace bichig::paginate
