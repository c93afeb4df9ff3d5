// Tests of notes at the end of pages: with their marks, apart from the text, whole; and of what leads where.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/references.h>
#include <bichig/document/text.h>
#include <bichig/paginate/page_order.h>

#include "paginate/record_pages.h"

namespace bichig::paginate {
namespace {

using document::WritingMode;
constexpr WritingMode both_modes[] = {WritingMode::vertical_lr, WritingMode::horizontal_tb};

document::Run note(std::vector<Block> blocks) {
    document::Run made;
    made.note = std::move(blocks);
    return made;
}

/// A paragraph of `before` words, a note of `size` words, and `after` words.
Block noted(int before, int size, int after = 0, std::uint8_t heading = 0) {
    document::Paragraph made;
    made.runs = {run(words(before)), note({paragraph(words(size))}), run(after == 0 ? u"" : u" " + words(after))};
    made.heading_level = heading;
    return {made};
}

document::Document resolved(std::vector<Block> blocks, WritingMode mode) {
    document::Document made = document_of(std::move(blocks), mode);
    EXPECT_FALSE(document::resolve(made).has_value());
    return made;
}

/// What was drawn as text and in notes, with the pages on which each note and its mark begin.
struct Drawn {
    std::u16string body;
    std::u16string notes;
    std::map<std::string, std::size_t> pages;
};

/// How far an item reaches on the block axis; the origin is on the base line.
std::pair<Length, Length> reach(const page::GlyphRun& placed, WritingMode mode) {
    const Length above = placed.size.scaled(0.6);
    const Length below = placed.size.scaled(0.2);
    if (placed.orientation == page::Orientation::upright) {
        return {placed.origin.x - placed.size / 2, placed.origin.x + placed.size / 2};
    }
    if (mode == WritingMode::vertical_lr) return {placed.origin.x - below, placed.origin.x + above};
    return {placed.origin.y - above, placed.origin.y + below};
}

Drawn look_at(const Recorder& recorder, const document::Document& document) {
    Drawn drawn;
    std::set<page::ElementId> in_note;
    const WritingMode mode = document.sections[0].writing_mode;
    const document::PageStyle& page_style = document.sections[0].page;
    const Length end = mode == WritingMode::vertical_lr ? page_style.width - page_style.margin_right
                                                        : page_style.height - page_style.margin_bottom;
    for (std::size_t number = 0; number < recorder.pages.size(); ++number) {
        const page::Page& page = recorder.pages[number];
        for (const page::Element& element : page.begun) {
            if (element.role == page::ElementRole::note || in_note.count(element.parent) != 0) {
                in_note.insert(element.id);
            }
        }
        Length text_end;
        Length notes_begin = Length::points(100000);
        for (const page::Item& item : page.items) {
            const auto* placed = std::get_if<page::GlyphRun>(&item);
            if (placed == nullptr || placed->element == page::artifact) continue;
            const auto [from, to] = reach(*placed, mode);
            if (in_note.count(placed->element) != 0) {
                drawn.notes += placed->text;
                notes_begin = std::min(notes_begin, from);
            } else {
                drawn.body += placed->text;
                text_end = std::max(text_end, to);
            }
            EXPECT_LE(to - Length::points(0.5), end);
        }
        EXPECT_LT(text_end, notes_begin) << "on page " << number + 1;
        for (const page::Destination& destination : page.destinations) {
            EXPECT_TRUE(drawn.pages.emplace(destination.name, number).second) << destination.name;
        }
    }
    drawn.body = without_white_space(drawn.body);
    drawn.notes = without_white_space(drawn.notes);
    return drawn;
}

std::size_t expect_notes_with_their_marks(const Drawn& drawn) {
    std::size_t count = 0;
    for (const auto& [name, page] : drawn.pages) {
        if (name.substr(0, 5) != "mark ") continue;
        ++count;
        const auto note = drawn.pages.find("note " + name.substr(5));
        EXPECT_TRUE(note != drawn.pages.end() && note->second == page) << name;
    }
    return count;
}

void expect_whole(const Drawn& drawn, const document::Document& document) {
    const document::SectionText wanted = document::reading_text(document.sections[0]);
    EXPECT_EQ(drawn.body, without_white_space(wanted.body));
    EXPECT_EQ(drawn.notes, without_white_space(wanted.notes));
}

TEST(Notes, StandOnThePageOfTheirMarkWhateverTheirLength) {
    for (const WritingMode mode : both_modes) {
        std::vector<Block> blocks;
        for (int i = 0; i < 120; ++i) blocks.push_back(noted(20 + i % 37, 3 + i * 7 % 90, i % 23));
        const document::Document document = resolved(std::move(blocks), mode);
        Recorder recorder;
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        ASSERT_GT(recorder.pages.size(), 10u);
        const Drawn drawn = look_at(recorder, document);
        EXPECT_EQ(expect_notes_with_their_marks(drawn), 120u);
        expect_whole(drawn, document);
    }
}

TEST(Notes, StandOnThePageOfTheirMarkInPairs) {
    for (const WritingMode mode : both_modes) {
        std::vector<Block> blocks;
        for (int i = 0; i < 40; ++i) {
            document::Pair pair;
            pair.sides = {document::PairSide{WritingMode::vertical_lr, "mn-Mong", {noted(20 + i % 17, 3 + i * 7 % 20)}},
                          document::PairSide{WritingMode::horizontal_tb, "zh-Hans", {noted(15 + i % 23, 2 + i % 9)}}};
            blocks.push_back({std::move(pair)});
        }
        const document::Document document = resolved(std::move(blocks), mode);
        Recorder recorder;
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        ASSERT_GT(recorder.pages.size(), 5u);
        const Drawn drawn = look_at(recorder, document);
        EXPECT_EQ(expect_notes_with_their_marks(drawn), 80u);
        const document::SectionText wanted = document::reading_text(document.sections[0]);
        EXPECT_EQ(drawn.notes, without_white_space(wanted.notes));
    }
}

TEST(Notes, GoOnOverPagesThatHaveNothingElse) {
    for (const WritingMode mode : both_modes) {
        const document::Document document = resolved({noted(30, 2500), noted(30, 3), paragraph(words(20))}, mode);
        Recorder recorder;
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        ASSERT_GT(recorder.pages.size(), 3u);
        const Drawn drawn = look_at(recorder, document);
        expect_notes_with_their_marks(drawn);
        expect_whole(drawn, document);
        EXPECT_EQ(drawn.pages.at("note 1"), 0u);
        EXPECT_GE(drawn.pages.at("note 2"), recorder.pages.size() - 2);
    }
}

TEST(Notes, OfHeadingsListsAndCellsStandOnTheirPages) {
    for (const WritingMode mode : both_modes) {
        std::vector<Block> blocks;
        document::Table table;
        for (int row = 0; row < 60; ++row) {
            table.rows.emplace_back();
            for (int column = 0; column < 2; ++column) {
                document::TableCell& cell = table.rows.back().cells.emplace_back();
                cell.runs = {run(word)};
                if (row % 5 == 3) cell.runs.push_back(note({paragraph(words(12))}));
            }
        }
        document::List list;
        for (int item = 0; item < 30; ++item) list.items.push_back({{noted(8, 9)}});
        for (int i = 0; i < 6; ++i) {
            blocks.push_back(noted(2, 5, 0, 1));
            blocks.push_back(paragraph(words(40 * i)));
        }
        blocks.push_back({table});
        blocks.push_back({list});
        const document::Document document = resolved(std::move(blocks), mode);
        Recorder recorder;
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        const Drawn drawn = look_at(recorder, document);
        EXPECT_EQ(expect_notes_with_their_marks(drawn), 60u);
        expect_whole(drawn, document);
        for (const page::Page& page : recorder.pages) {
            for (const page::Bookmark& bookmark : page.bookmarks) EXPECT_EQ(bookmark.title, words(2));
        }
    }
}

TEST(Notes, MarksArePartOfNoNumber) {
    document::Paragraph paragraph_of_numbers;
    paragraph_of_numbers.runs = {run(word + u" 45"), note({paragraph(word)}), run(u" " + word)};
    const document::Document document = resolved({{paragraph_of_numbers}}, WritingMode::vertical_lr);
    Recorder recorder;
    expect_paginated(document, recorder);
    std::u16string upright;
    for (const page::Item& item : recorder.pages[0].items) {
        const auto* placed = std::get_if<page::GlyphRun>(&item);
        if (placed != nullptr && placed->orientation == page::Orientation::upright) upright += placed->text + u";";
    }
    EXPECT_EQ(upright, u"45;1;1;");  // the number, its mark, and the label of the note
}

TEST(Notes, StandBeforeBackMatter) {
    document::FootBlock foot;
    foot.blocks = {noted(3, 4)};
    for (int lines = 1; lines < 40; ++lines) {
        std::vector<Block> blocks;
        for (int i = 0; i < lines; ++i) blocks.push_back(i % 7 == 6 ? noted(1, 2) : paragraph(word));
        blocks.push_back({foot});
        const document::Document document = resolved(std::move(blocks), WritingMode::horizontal_tb);
        Recorder recorder;
        expect_paginated(document, recorder);
        expect_sound_structure(recorder);
        const document::SectionText wanted = document::reading_text(document.sections[0]);
        EXPECT_EQ(drawn_text(recorder).size(), without_white_space(wanted.body + wanted.notes).size());
        std::set<Length> places;
        for (const page::Item& item : recorder.pages.back().items) {
            const auto* placed = std::get_if<page::GlyphRun>(&item);
            if (placed != nullptr && placed->element != page::artifact) places.insert(placed->origin.y);
        }
        for (auto place = places.begin(); std::next(place) != places.end(); ++place) {
            const Length gap = *std::next(place) - *place;
            EXPECT_TRUE(gap < Length::points(7) || gap > Length::points(10)) << gap.in_points();  // marks are raised
        }
    }
}

TEST(Notes, ReferencesShowPagesAndLeadThere) {
    document::Run reference;
    reference.reference = "end";
    reference.shows = document::Shows::page;
    document::Paragraph first;
    first.runs = {run(words(300)), reference};
    Block last = paragraph(words(3));
    last.id = "end";
    const document::Document document =
        resolved({{first}, paragraph(words(900)), {document::PageBreak{}}, {document::Bookmark{u"题", 2}}, last},
                 WritingMode::horizontal_tb);
    Recorder recorder;
    PageOrder order{&recorder};
    Diagnostics diagnostics;
    ASSERT_TRUE(paginate(document, catalogue(), order, diagnostics, options()).has_value());
    const std::string pages = std::to_string(recorder.pages.size());
    EXPECT_NE(order.text(document).find(std::u16string{pages.begin(), pages.end()}), std::u16string::npos);
    EXPECT_EQ(without_white_space(order.text(document)), drawn_text(recorder));
    ASSERT_EQ(recorder.pages.back().destinations.size(), 1u);
    EXPECT_EQ(recorder.pages.back().destinations[0].name, "end");
    ASSERT_EQ(recorder.pages.back().bookmarks.size(), 1u);
    EXPECT_EQ(recorder.pages.back().bookmarks[0].title, u"题");
    std::size_t links = 0;
    for (const page::Page& page : recorder.pages) {
        for (const page::LinkArea& link : page.links) links += link.destination == "end" ? 1 : 0;
    }
    EXPECT_EQ(links, 1u);
}

RC_GTEST_PROP(Notes, NoDocumentLosesText, ()) {
    const int count = *rc::gen::inRange(1, 12);
    std::vector<Block> blocks;
    const auto size = rc::gen::weightedElement<int>({{20, 1}, {10, 20}, {4, 200}, {1, 1500}});
    for (int i = 0; i < count; ++i) {
        switch (*rc::gen::inRange(0, 6)) {
            case 0: blocks.push_back(paragraph(words(*size))); break;
            case 1: blocks.push_back(paragraph(word, 1)); break;
            case 2: {
                document::Table table;
                for (int row = 0; row < 4; ++row) {
                    table.rows.emplace_back();
                    auto& cells = table.rows.back().cells;
                    cells.push_back({{run(words(*size / 10 + 1)), note({paragraph(words(*size))})}});
                    cells.push_back({{run(word)}});
                }
                blocks.push_back({table});
                break;
            }
            case 3: blocks.push_back({document::FootBlock{{noted(2, *size / 4 + 1)}}}); break;
            case 4: blocks.push_back({document::List{{}, 1, {{{noted(3, *size)}}, {{noted(5, 5)}}}, 0}}); break;
            default: {
                document::Paragraph many;
                for (int k = *rc::gen::inRange(1, 6); k > 0; --k) {
                    many.runs.push_back(run(words(*size) + u" "));
                    std::vector<Block> text{paragraph(words(*size)), list({word, words(4)})};
                    if (*rc::gen::arbitrary<bool>()) std::swap(text[0], text[1]);
                    many.runs.push_back(note(std::move(text)));
                }
                blocks.push_back({many});
            }
        }
    }
    const auto mode = *rc::gen::element(WritingMode::vertical_lr, WritingMode::horizontal_tb);
    const document::Document document = resolved(std::move(blocks), mode);
    Recorder recorder;
    PageOrder order{&recorder};
    Diagnostics diagnostics;
    RC_ASSERT(paginate(document, catalogue(), order, diagnostics, options()).has_value());
    expect_sound_structure(recorder);
    RC_ASSERT(!testing::Test::HasFailure());
    RC_ASSERT(drawn_text(recorder) == without_white_space(order.text(document)));
    std::u16string wanted = document::reading_text(document);
    std::u16string drawn = drawn_text(recorder);
    wanted = without_white_space(wanted);
    std::sort(wanted.begin(), wanted.end());
    std::sort(drawn.begin(), drawn.end());
    RC_ASSERT(drawn == wanted);
}

}  // namespace
}  // namespace bichig::paginate
