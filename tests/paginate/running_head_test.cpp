// Lines in the margins: where they stand on odd and even pages, in both directions, and that they are artifacts.
#include <gtest/gtest.h>

#include "paginate/record_pages.h"

namespace bichig::paginate {
namespace {

using document::RunningHead;
using document::WritingMode;
using Position = RunningHead::Position;

class RunningHeads : public testing::Test {
protected:
    /// Pages of a long paragraph with this head.
    void set(const RunningHead& head, WritingMode mode) {
        document::Document document = document_of({paragraph(words(3000))}, mode);
        document.sections[0].page.head = head;
        page = document.sections[0].page;
        recorder = {};
        expect_paginated(document, recorder);
        ASSERT_GT(recorder.pages.size(), 2u);
    }

    /// The runs of the head of a page: artifacts but for the last one, the page number.
    std::vector<page::GlyphRun> head_of(std::size_t number) const {
        std::vector<page::GlyphRun> runs;
        for (const page::Item& item : recorder.pages[number].items) {
            const auto* run = std::get_if<page::GlyphRun>(&item);
            if (run != nullptr && run->element == page::artifact) runs.push_back(*run);
        }
        if (!runs.empty()) runs.pop_back();
        return runs;
    }

    static std::u16string text_of(const std::vector<page::GlyphRun>& runs) {
        std::u16string text;
        for (const page::GlyphRun& run : runs) text += run.text;
        return text;
    }

    Recorder recorder;
    document::PageStyle page;
};

RunningHead head(Position position, std::u16string text = word) {
    RunningHead made;
    made.position = position;
    made.text = std::move(text);
    made.first_page = true;
    return made;
}

TEST_F(RunningHeads, StandOutsideOfTheTypeAreaOnTheSideOfThePage) {
    set(head(Position::outside), WritingMode::vertical_lr);
    for (std::size_t number = 0; number < recorder.pages.size(); ++number) {
        const auto runs = head_of(number);
        ASSERT_EQ(runs.size(), 1u);
        EXPECT_EQ(runs[0].orientation, page::Orientation::sideways);
        if (number % 2 == 0) {
            EXPECT_GT(runs[0].origin.x, page.width - page.margin_right);
        } else {
            EXPECT_LT(runs[0].origin.x, page.margin_left);
        }
        const Length middle = runs[0].origin.y + runs[0].advance / 2;
        EXPECT_NEAR(middle.in_points(), (page.margin_top + page.height - page.margin_bottom).in_points() / 2, 0.1);
    }
}

TEST_F(RunningHeads, AtTheTopAreHorizontalInBothModes) {
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        RunningHead wanted = head(Position::top, u"通知 " + word);
        wanted.alignment = document::Alignment::end;
        set(wanted, mode);
        const auto runs = head_of(1);
        EXPECT_EQ(text_of(runs), u"通知 " + word);
        for (const page::GlyphRun& run : runs) {
            EXPECT_EQ(run.orientation, page::Orientation::horizontal);
            EXPECT_LT(run.origin.y, page.margin_top);
        }
        EXPECT_NEAR((runs.back().origin.x + runs.back().advance).in_points(),
                    (page.width - page.margin_right).in_points(), 0.1);
    }
}

TEST_F(RunningHeads, EvenPagesMayHaveTheirOwn) {
    RunningHead wanted = head(Position::left, u"一");
    wanted.even_text = u"二";
    set(wanted, WritingMode::vertical_lr);
    EXPECT_EQ(text_of(head_of(0)), u"一");
    EXPECT_EQ(text_of(head_of(1)), u"二");
    EXPECT_EQ(text_of(head_of(2)), u"一");
}

TEST_F(RunningHeads, TheFirstPageHasNoneUnlessItIsAskedFor) {
    RunningHead wanted = head(Position::right);
    wanted.first_page = false;
    set(wanted, WritingMode::vertical_lr);
    EXPECT_TRUE(head_of(0).empty());
    EXPECT_FALSE(head_of(1).empty());
    set(head(Position::none), WritingMode::vertical_lr);
    EXPECT_TRUE(head_of(1).empty());
}

TEST_F(RunningHeads, ALongOneIsCutAtAWord) {
    set(head(Position::right, words(200)), WritingMode::vertical_lr);
    const auto runs = head_of(1);
    ASSERT_FALSE(runs.empty());
    EXPECT_LE(runs.back().origin.y + runs.back().advance, page.height - page.margin_bottom + Length::points(8));
    const std::u16string text = text_of(runs);
    EXPECT_EQ(text.substr(text.size() - word.size() - 1), word + u" ");
}

}  // namespace
}  // namespace bichig::paginate
