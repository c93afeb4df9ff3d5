// Images and marks in the lines of a document: where they stand, and what they belong to.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/text.h>

#include "paginate/record_pages.h"

namespace bichig::paginate {
namespace {

using document::WritingMode;

document::Run image_run(double width, double height) {
    // A PNG head is all that a page needs.
    static const std::string head{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x8\2\0\0\0\0\0\0\0", 33};
    document::Image image;
    image.bytes = std::make_shared<const std::string>(head);
    image.alternative_text = u"mark";
    image.size = {Length::points(width), Length::points(height)};
    document::Run made = run(u"\uFFFC");
    made.image = std::make_shared<const document::Image>(std::move(image));
    return made;
}

Block with_runs(std::vector<document::Run> runs) {
    document::Paragraph made;
    made.runs = std::move(runs);
    return {made};
}

template <class T>
std::vector<T> items_of(const Recorder& recorder) {
    std::vector<T> found;
    for (const page::Page& page : recorder.pages) {
        for (const page::Item& item : page.items) {
            if (const auto* value = std::get_if<T>(&item)) found.push_back(*value);
        }
    }
    return found;
}

const page::Element& element_of(const Recorder& recorder, page::ElementId id) {
    for (const page::Page& page : recorder.pages) {
        for (const page::Element& element : page.begun) {
            if (element.id == id) return element;
        }
    }
    throw std::runtime_error("no such element");
}

TEST(InlineImages, StandUprightInTheLineAsFiguresOfTheirParagraph) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        Recorder recorder;
        expect_paginated(document_of({with_runs({run(u"\u182E\u1823\u1829 "), image_run(20, 30), run(u" 中文")})}, mode),
                         recorder);
        const auto images = items_of<page::ImageBox>(recorder);
        ASSERT_EQ(images.size(), 1U);
        EXPECT_EQ(images[0].box.size, (PhysicalSize{Length::points(20), Length::points(30)}));
        const page::Element& figure = element_of(recorder, images[0].element);
        EXPECT_EQ(figure.role, page::ElementRole::figure);
        EXPECT_EQ(figure.alternative_text, u"mark");
        EXPECT_EQ(element_of(recorder, figure.parent).role, page::ElementRole::paragraph);
        EXPECT_TRUE(items_of<page::MissingBox>(recorder).empty());
        EXPECT_EQ(drawn_text(recorder).find(u'\uFFFC'), std::u16string::npos);
    }
}

TEST(InlineImages, WithoutTextAreArtifacts) {
    document::Run ornament = image_run(20, 20);
    document::Image silent = *ornament.image;
    silent.alternative_text.clear();
    ornament.image = std::make_shared<const document::Image>(silent);
    Recorder recorder;
    expect_paginated(document_of({with_runs({run(u"a "), ornament}), {silent}}, WritingMode::horizontal_tb), recorder);
    const auto images = items_of<page::ImageBox>(recorder);
    ASSERT_EQ(images.size(), 2U);
    for (const page::ImageBox& image : images) EXPECT_EQ(image.element, page::artifact);
}

TEST(InlineImages, AreNoLargerThanTheTypeArea) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        for (const auto& [width, height] : {std::pair{9000.0, 10.0}, {10.0, 9000.0}, {9000.0, 9000.0}}) {
            Recorder recorder;
            const auto document = document_of({with_runs({run(u"a "), image_run(width, height), run(u" b")})}, mode);
            expect_paginated(document, recorder);
            const document::PageStyle& style = document.sections[0].page;
            const auto images = items_of<page::ImageBox>(recorder);
            ASSERT_EQ(images.size(), 1U);
            const PhysicalRect& box = images[0].box;
            const Length slack = Length::points(0.5);
            EXPECT_LE(box.size.width, style.width - style.margin_left - style.margin_right + slack);
            EXPECT_LE(box.size.height, style.height - style.margin_top - style.margin_bottom + slack);
            EXPECT_NEAR(box.size.width.in_points() / box.size.height.in_points(), width / height, width / height / 50);
        }
    }
}

TEST(InlineImages, InACellAreNoWiderThanItsColumn) {
    Block made = table(3, 8, u"\u182E\u1823\u1829");
    std::get<document::Table>(made.value).rows[1].cells[2].runs = {image_run(900, 900), run(u"x")};
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        Recorder recorder;
        expect_paginated(document_of({made}, mode), recorder);
        const auto images = items_of<page::ImageBox>(recorder);
        ASSERT_EQ(images.size(), 1U);
        EXPECT_EQ(element_of(recorder, element_of(recorder, images[0].element).parent).role,
                  page::ElementRole::table_data_cell);
    }
}

TEST(InlineImages, InALinkBelongToItAndAreActive) {
    document::Run image = image_run(20, 20);
    document::Run text = run(u"place");
    image.link = text.link = "https://example.org";
    Recorder recorder;
    expect_paginated(document_of({with_runs({image, text, run(u" after")})}, WritingMode::horizontal_tb), recorder);
    const auto images = items_of<page::ImageBox>(recorder);
    ASSERT_EQ(images.size(), 1U);
    const page::Element& link = element_of(recorder, element_of(recorder, images[0].element).parent);
    EXPECT_EQ(link.role, page::ElementRole::link);
    EXPECT_EQ(link.alternative_text, u"mark");
    ASSERT_EQ(recorder.pages[0].links.size(), 2U);
    EXPECT_EQ(recorder.pages[0].links[0].box, images[0].box);
    for (const page::LinkArea& area : recorder.pages[0].links) EXPECT_EQ(area.element, link.id);
}

TEST(InlineImages, OfAHeadingAreNotInItsTitle) {
    document::Paragraph heading;
    heading.runs = {run(u"a "), image_run(10, 10), run(u" b")};
    heading.heading_level = 1;
    Recorder recorder;
    expect_paginated(document_of({{heading}}, WritingMode::horizontal_tb), recorder);
    ASSERT_EQ(recorder.pages[0].bookmarks.size(), 1U);
    EXPECT_EQ(recorder.pages[0].bookmarks[0].title, u"a  b");
}

TEST(Marks, EachLineAlongTextStandsOnItsSide) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        const auto side_of = [&](bool document::TextStyle::*mark) {
            document::Run marked = run(u"\u182E\u1823\u1829");
            marked.style.*mark = true;
            Recorder recorder;
            expect_paginated(document_of({with_runs({run(u"a "), marked})}, mode), recorder);
            const auto strokes = items_of<page::Stroke>(recorder);
            if (strokes.size() != 1) throw std::runtime_error("not one line");
            return mode == WritingMode::vertical_lr ? strokes[0].from.x : strokes[0].from.y;
        };
        const Length left = side_of(&document::TextStyle::left_line);
        const Length strike = side_of(&document::TextStyle::strike);
        const Length right = side_of(&document::TextStyle::right_line);
        EXPECT_LT(left, strike);
        EXPECT_LT(strike, right);
    }
}

TEST(Marks, WavesAndRaisedMarks) {
    document::Run wavy = run(u"\u182E\u1823\u1829");
    wavy.style.wavy_line = true;
    document::Run raised = run(u"1");
    raised.style.raised = true;
    Recorder recorder;
    expect_paginated(document_of({with_runs({wavy, raised})}, WritingMode::vertical_lr), recorder);
    EXPECT_EQ(items_of<page::Wave>(recorder).size(), 1U);
    const auto runs = items_of<page::GlyphRun>(recorder);
    ASSERT_GE(runs.size(), 2U);
    EXPECT_LT(runs[1].size, runs[0].size.scaled(0.7));
}

RC_GTEST_PROP(InlineImages, AnywhereKeepTextAndStructure, ()) {
    std::vector<document::Run> runs;
    const auto count = *rc::gen::inRange<int>(1, 12);
    for (int i = 0; i < count; ++i) {
        const bool image = *rc::gen::arbitrary<bool>();
        runs.push_back(image ? image_run(*rc::gen::inRange(1, 500), *rc::gen::inRange(1, 500))
                             : run(words(*rc::gen::inRange(1, 40)) + u" "));
        if (*rc::gen::inRange(0, 4) == 0) runs.back().link = "https://example.org";
    }
    const auto mode = *rc::gen::element(WritingMode::vertical_lr, WritingMode::horizontal_tb);
    const auto document = document_of({with_runs(runs), with_runs(runs)}, mode);
    Recorder recorder;
    expect_paginated(document, recorder);
    expect_sound_structure(recorder);
    RC_ASSERT(drawn_text(recorder) == without_white_space(document::reading_text(document)));
}

}  // namespace
}  // namespace bichig::paginate
