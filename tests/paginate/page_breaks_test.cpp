// Where pages may end: lines of paragraphs, rows of tables, heads that stand again.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/text.h>

#include "paginate/record_pages.h"

namespace bichig::paginate {
namespace {

using document::WritingMode;

/// Lines of one element on each page, by the places of their runs across the lines.
std::vector<std::size_t> lines_by_page(const Recorder& recorder, page::ElementRole role, WritingMode mode) {
    std::map<page::ElementId, page::ElementRole> roles;
    std::vector<std::size_t> lines;
    for (const page::Page& page : recorder.pages) {
        for (const page::Element& element : page.begun) roles[element.id] = element.role;
        std::set<Length> places;
        for (const page::Item& item : page.items) {
            const auto* placed = std::get_if<page::GlyphRun>(&item);
            if (placed == nullptr || roles[placed->element] != role) continue;
            places.insert(mode == WritingMode::vertical_lr ? placed->origin.x : placed->origin.y);
        }
        lines.push_back(places.size());
    }
    return lines;
}

/// Text of the artifacts of a page.
std::u16string artifacts(const page::Page& page) {
    std::u16string text;
    for (const page::Item& item : page.items) {
        const auto* placed = std::get_if<page::GlyphRun>(&item);
        if (placed != nullptr && placed->element == page::artifact) text += placed->text;
    }
    return text;
}

document::TableCell cell(const std::u16string& text, std::uint16_t columns = 1, std::uint16_t rows = 1) {
    document::TableCell made;
    if (!text.empty()) made.runs.push_back(run(text));
    made.columns = columns;
    made.rows = rows;
    return made;
}

/// Paragraphs of one word each, as many as leave `free` lines on the first page.
std::vector<Block> filled_but(std::size_t free, WritingMode mode) {
    Recorder recorder;
    std::vector<Block> many;
    for (int i = 0; i < 200; ++i) many.push_back(paragraph(word));
    expect_paginated(document_of(many, mode), recorder);
    const std::size_t lines = lines_by_page(recorder, page::ElementRole::paragraph, mode).front();
    many.resize(lines - free);
    return many;
}

TEST(PageBreaks, LeaveNoLineOfAParagraphAlone) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        Recorder whole;
        expect_paginated(document_of({paragraph(words(60), 1)}, mode), whole);
        const std::size_t lines = lines_by_page(whole, page::ElementRole::heading, mode).front();
        ASSERT_GE(lines, 4u);
        for (std::size_t free = 1; free <= lines; ++free) {
            std::vector<Block> blocks = filled_but(free, mode);
            blocks.push_back(paragraph(words(60), 1));  // a heading, to tell its lines from the others
            Recorder recorder;
            expect_paginated(document_of(blocks, mode), recorder);
            const auto split = lines_by_page(recorder, page::ElementRole::heading, mode);
            const std::size_t wanted = free == 1 ? 0 : free == lines ? lines : std::min(free, lines - 2);
            EXPECT_EQ(split.front(), wanted) << free << " lines free of " << lines;
        }
    }
}

TEST(PageBreaks, StylesMaySetOtherNumbers) {
    for (const std::uint8_t least : {1, 3}) {
        std::vector<Block> blocks = filled_but(least == 1 ? 1 : 2, WritingMode::horizontal_tb);
        blocks.push_back(paragraph(words(60), 1));
        document::Document document = document_of(blocks, WritingMode::horizontal_tb);
        document.styles[0].orphans = document.styles[0].widows = least;
        Recorder recorder;
        expect_paginated(document, recorder);
        const auto split = lines_by_page(recorder, page::ElementRole::heading, WritingMode::horizontal_tb);
        EXPECT_EQ(split.front(), least == 1 ? 1u : 0u);
    }
}

TEST(PageBreaks, HeadsOfTablesStandAgain) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        document::Table made;
        made.header_rows = 2;
        made.rows.push_back({{cell(u"头一", 1, 2), cell(u"头二", 2)}});
        made.rows.push_back({{cell(u"左"), cell(u"右")}});
        for (int row = 0; row < 100; ++row) made.rows.push_back({{cell(word), cell(word), cell(word)}});
        Recorder recorder;
        const document::Document document = document_of({{made}}, mode);
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        ASSERT_GT(recorder.pages.size(), 2u);
        EXPECT_EQ(drawn_text(recorder), without_white_space(document::reading_text(document)));
        EXPECT_EQ(artifacts(recorder.pages[0]), u"1");
        for (std::size_t page = 1; page < recorder.pages.size(); ++page) {
            EXPECT_TRUE(artifacts(recorder.pages[page]).starts_with(u"头一头二左右")) << page;
        }
    }
}

TEST(PageBreaks, HeadsThatWouldFillAThirdOfThePageStandOnce) {
    document::Table made;
    made.rows.push_back({{cell(words(400)), cell(u"头")}});
    for (int row = 0; row < 100; ++row) made.rows.push_back({{cell(word), cell(word)}});
    Recorder recorder;
    expect_paginated(document_of({{made}}, WritingMode::horizontal_tb), recorder);
    ASSERT_GT(recorder.pages.size(), 2u);
    for (const page::Page& page : recorder.pages) EXPECT_LE(artifacts(page).size(), 2u);
}

TEST(PageBreaks, AnyTableKeepsItsTextAndItsStructure) {
    EXPECT_TRUE(rc::check([] {
        document::Table made;
        const int columns = *rc::gen::inRange(1, 4);
        const int rows = *rc::gen::inRange(1, 40);
        made.header_rows = static_cast<std::uint16_t>(*rc::gen::inRange(0, 3));
        for (int row = 0; row < rows; ++row) {
            made.rows.emplace_back();
            for (int column = 0; column < columns; ++column) {
                const int length = *rc::gen::weightedElement<int>({{20, 1}, {5, 0}, {3, 30}, {1, 600}});
                made.rows.back().cells.push_back(
                    cell(words(length), static_cast<std::uint16_t>(*rc::gen::inRange(1, 3)),
                         static_cast<std::uint16_t>(*rc::gen::weightedElement<int>({{10, 1}, {2, 3}, {1, 30}}))));
            }
        }
        const auto mode = *rc::gen::element(WritingMode::vertical_lr, WritingMode::horizontal_tb);
        const document::Document document =
            document_of({paragraph(words(*rc::gen::inRange(1, 300))), {made}, paragraph(word)}, mode);
        Recorder recorder;
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        // Cells that go on over pages interleave there; the structure keeps them whole.
        RC_ASSERT((text_by_structure(recorder) == without_white_space(document::reading_text(document))));
    }));
}

}  // namespace
}  // namespace bichig::paginate
