// Labels, reading text, places, joining and the default styles.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/document/references.h>
#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>

#include <document/dump.h>
#include <document/internal/files.h>
#include <document/internal/finish.h>
#include <document/internal/letters.h>

namespace bichig::document {
namespace {

Run run(std::u16string text, SourceRange source = {}) {
    Run made;
    made.text = std::move(text);
    made.source = source;
    return made;
}

Block paragraph(std::u16string text, std::uint8_t heading = 0) {
    Paragraph made;
    made.runs.push_back(run(std::move(text)));
    made.heading_level = heading;
    return {made};
}

Document one_section(std::vector<Block> blocks) {
    Document document;
    document.sections.emplace_back().blocks = std::move(blocks);
    return document;
}

List list_of(Counter counter, std::uint32_t start = 1) {
    List list;
    list.counter = counter;
    list.start = start;
    return list;
}

TEST(Label, CountsInEachWay) {
    EXPECT_EQ(label(list_of(Counter::bullet), 3), u"•");
    EXPECT_EQ(label(list_of(Counter::decimal_dot), 0), u"1.");
    EXPECT_EQ(label(list_of(Counter::decimal_dot, 4294967295U), 4294967295U), u"8589934590.");
    EXPECT_EQ(label(list_of(Counter::decimal_parenthesis, 7), 2), u"9)");
    EXPECT_EQ(label(list_of(Counter::han_comma), 1), u"二、");
    EXPECT_EQ(label(list_of(Counter::han_parenthesis), 2), u"（三）");
}

TEST(Label, OtherSigns) {
    EXPECT_EQ(label(list_of(Counter::decimal_wide), 11), u"12．");
    EXPECT_EQ(label(list_of(Counter::decimal_wide_parenthesis), 3), u"（4）");
    EXPECT_EQ(label(list_of(Counter::mongolian), 9), u"\u1811\u1810\u1803");
    const auto at = [](Counter counter, std::uint32_t number) { return to_utf8(label(list_of(counter, number), 0)); };
    EXPECT_EQ(at(Counter::circled, 0), "⓪");
    EXPECT_EQ(at(Counter::circled, 20), "⑳");
    EXPECT_EQ(at(Counter::circled, 21), "㉑");
    EXPECT_EQ(at(Counter::circled, 36), "㊱");
    EXPECT_EQ(at(Counter::circled, 50), "㊿");
    EXPECT_EQ(at(Counter::circled, 51), "(51)");
    EXPECT_EQ(at(Counter::latin_lower, 26), "z.");
    EXPECT_EQ(at(Counter::latin_lower, 27), "aa.");
    EXPECT_EQ(at(Counter::latin_upper, 703), "AAA.");
    EXPECT_EQ(at(Counter::latin_upper, 0), "0.");
    EXPECT_EQ(at(Counter::roman_lower, 1994), "mcmxciv.");
    EXPECT_EQ(at(Counter::roman_upper, 3999), "MMMCMXCIX.");
    EXPECT_EQ(at(Counter::roman_upper, 4000), "4000.");
}

TEST(Label, TasksHaveABox) {
    List list = list_of(Counter::bullet);
    list.items.resize(3);
    list.items[0].task = Task::open;
    list.items[1].task = Task::done;
    EXPECT_EQ(label(list, 0), u"\u25A1");
    EXPECT_EQ(label(list, 1), u"\u2611");
    EXPECT_EQ(label(list, 2), u"•");
    list.counter = Counter::decimal_dot;
    EXPECT_EQ(label(list, 1), u"2. \u2611");
}

TEST(Label, ChineseNumerals) {
    const auto han = [](std::uint32_t number) {
        const std::u16string text = label(list_of(Counter::han_comma, number), 0);
        return to_utf8(text.substr(0, text.size() - 1));
    };
    EXPECT_EQ(han(10), "十");
    EXPECT_EQ(han(11), "十一");
    EXPECT_EQ(han(20), "二十");
    EXPECT_EQ(han(99), "九十九");
    EXPECT_EQ(han(100), "一百");
    EXPECT_EQ(han(101), "一百零一");
    EXPECT_EQ(han(110), "一百一十");
    EXPECT_EQ(han(1001), "一千零一");
    EXPECT_EQ(han(1010), "一千零一十");
    EXPECT_EQ(han(9999), "九千九百九十九");
    EXPECT_EQ(han(10000), "10000");
    EXPECT_EQ(han(0), "0");
}

TEST(ReadingText, HoldsLabelsAndCellsButNoArtifacts) {
    List list = list_of(Counter::decimal_dot);
    list.items.push_back({{paragraph(u"一"), paragraph(u"一补")}});
    list.items.push_back({{paragraph(u"二")}});
    Table table;
    table.rows.push_back({{TableCell{{run(u"a")}, true, Alignment::centre}, TableCell{{}, true, Alignment::centre}}});
    FootBlock foot{{{Rule{}}, paragraph(u"foot")}};
    const Document document = one_section({paragraph(u"\u3000x"), {list}, {table}, {Rule{}}, {PageBreak{}}, {Space{}},
                                           {Image{}}, {foot}});
    EXPECT_EQ(reading_text(document), u"\u3000x\n1.\n一\n一补\n2.\n二\na\n\nfoot\n");
}

Document with_bytes(std::string bytes) {
    Document document;
    document.sources.push_back({"file.md", std::make_shared<const std::string>(std::move(bytes))});
    return document;
}

TEST(PlaceOf, CountsLinesAndCodePoints) {
    const Document document = with_bytes("ab\n\xE1\xA0\xA0\xF0\x9F\x90\xB4x\r\ny\rz");
    EXPECT_EQ(place_of(document, {0, 1, 2}), (Place{"file.md", 1, 2, ""}));
    EXPECT_EQ(place_of(document, {0, 10, 11}), (Place{"file.md", 2, 3, ""}));
    EXPECT_EQ(place_of(document, {0, 13, 14}), (Place{"file.md", 3, 1, ""}));
    EXPECT_EQ(place_of(document, {0, 15, 16}), (Place{"file.md", 4, 1, ""}));
    EXPECT_EQ(place_of(document, {0, 16, 17}), (Place{"file.md", 4, 2, ""}));
}

TEST(PlaceOf, ByteOrderMarkIsNoColumn) {
    EXPECT_EQ(place_of(with_bytes("\xEF\xBB\xBFxy"), {0, 4, 5}), (Place{"file.md", 1, 2, ""}));
}

TEST(PlaceOf, PointsNowhereOutside) {
    const Document document = with_bytes("ab");
    EXPECT_EQ(place_of(document, {}), Place{});
    EXPECT_EQ(place_of(document, {1, 0, 1}), Place{});
    EXPECT_EQ(place_of(document, {0, 9, 10}), (Place{"file.md", 0, 0, ""}));
}

TEST(Append, RenumbersStylesAndSources) {
    Document first = with_bytes("a");
    first.styles = default_styles();
    Document second = with_bytes("b");
    second.styles = default_styles();
    ParagraphStyle own;
    own.size = Length::points(99);
    second.styles.insert(second.styles.begin(), own);
    Paragraph made;
    made.style = 0;
    made.runs = {run(u"b", {0, 0, 1}), run(u"generated")};
    List list;
    list.style = 1;
    list.items.push_back({{{made}}});
    second.sections.emplace_back().blocks = {{list}, {FootBlock{{{made}}}}};
    second.properties.title = u"second";
    second.properties.language = "zh-Hans";

    append(first, std::move(second));
    ASSERT_EQ(first.sections.size(), 1U);
    EXPECT_EQ(first.styles.size(), default_styles().size() + 1);
    const auto& moved = std::get<List>(first.sections[0].blocks[0].value);
    EXPECT_EQ(first.styles[moved.style], default_styles()[0]);
    const auto& item = std::get<Paragraph>(moved.items[0].blocks[0].value);
    EXPECT_EQ(first.styles[item.style].size, Length::points(99));
    EXPECT_EQ(item.runs[0].source, (SourceRange{1, 0, 1}));
    EXPECT_TRUE(item.runs[1].source.empty());
    const auto& foot = std::get<FootBlock>(first.sections[0].blocks[1].value);
    EXPECT_EQ(std::get<Paragraph>(foot.blocks[0].value).runs[0].source.source, 1U);
    EXPECT_EQ(first.properties.title, u"second");
    EXPECT_EQ(first.properties.language, "zh-Hans");
}

TEST(Stylesheet, HasAStyleForEachRoleInBothModes) {
    const std::vector<ParagraphStyle> styles = default_styles();
    ASSERT_EQ(styles.size(), 2U * style_role_count);
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        const ParagraphStyle& body = styles[style_index(mode, StyleRole::body)];
        EXPECT_EQ(body.size, Length::points(14));
        EXPECT_EQ(body.alignment, Alignment::justify);
        EXPECT_EQ(body.first_line_indent, Ems{2});
        Length larger = Length::points(1000);
        for (unsigned level = 1; level <= 6; ++level) {
            const ParagraphStyle& heading = styles[style_index(mode, heading_role(level))];
            EXPECT_LE(heading.size, larger) << level;
            EXPECT_GE(heading.size, body.size) << level;
            EXPECT_TRUE(heading.keep_with_next) << level;
            larger = heading.size;
        }
    }
    EXPECT_EQ(heading_role(0), StyleRole::heading_1);
    EXPECT_EQ(heading_role(9), StyleRole::heading_6);
}

TEST(Stylesheet, WritingModeGoesByTheScriptOfTheLanguage) {
    EXPECT_EQ(writing_mode_of("mn-Mong"), WritingMode::vertical_lr);
    EXPECT_EQ(writing_mode_of("MNC-mong-CN"), WritingMode::vertical_lr);
    for (const char* language : {"", "mn", "mn-Cyrl", "mong", "zh-Hans", "mn-Mongol", "x-"}) {
        EXPECT_EQ(writing_mode_of(language), WritingMode::horizontal_tb) << language;
    }
    EXPECT_GT(default_page(WritingMode::vertical_lr).width, default_page(WritingMode::vertical_lr).height);
    EXPECT_LT(default_page(WritingMode::horizontal_tb).width, default_page(WritingMode::horizontal_tb).height);
}

TEST(Finish, ClosesGapsBetweenHeadingsAndFindsATitle) {
    Document document = one_section({paragraph(u"text"), paragraph(u"A", 2), paragraph(u"B", 5), paragraph(u"C", 1),
                                     paragraph(u"D", 2)});
    Diagnostics diagnostics;
    finish(document, diagnostics);
    EXPECT_EQ(diagnostics.items.size(), 2U);
    std::vector<int> levels;
    for (const Block& block : document.sections[0].blocks)
        levels.push_back(std::get<Paragraph>(block.value).heading_level);
    EXPECT_EQ(levels, (std::vector<int>{0, 1, 2, 1, 2}));
    EXPECT_EQ(document.properties.title, u"A");

    Document untitled = with_bytes("x");
    untitled.sources[0].name = "folder/my file.md";
    finish(untitled, diagnostics);
    EXPECT_EQ(untitled.properties.title, u"my file");
}

TEST(References, MarksCountThroughSectionsAndCirclesThroughFifty) {
    EXPECT_EQ(note_mark(NoteStyle::Marks::digits, 12), u"12");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 1), u"①");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 20), u"⑳");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 21), u"㉑");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 35), u"㉟");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 36), u"㊱");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 50), u"㊿");
    EXPECT_EQ(note_mark(NoteStyle::Marks::circled, 51), u"51");

    document::Run mark;
    mark.note = {paragraph(u"note")};
    Block noted = paragraph(u"text");
    std::get<Paragraph>(noted.value).runs.push_back(mark);
    Document document = one_section({noted, noted});
    document.sections.push_back(document.sections[0]);
    EXPECT_FALSE(resolve(document));
    EXPECT_EQ(reading_text(document), u"text1\ntext2\n1\nnote\n2\nnote\ntext1\ntext2\n1\nnote\n2\nnote\n");
    EXPECT_TRUE(has_notes(document));
    EXPECT_FALSE(shows_pages(document));
}

TEST(References, JoinedDocumentsKeepTheirOwnIds) {
    const auto make = [](const std::u16string& text) {
        document::Run to;
        to.reference = "a";
        Table table;
        table.caption.runs.resize(1);
        table.caption.runs[0].text = text;
        Block target{table, "a"};
        Block from = paragraph(u"");
        to.shows = Shows::number;
        std::get<Paragraph>(from.value).runs = {to};
        return one_section({target, from});
    };
    Document joined = make(u"one");
    append(joined, make(u"two"));
    append(joined, make(u"three"));
    EXPECT_FALSE(resolve(joined));
    EXPECT_EQ(joined.sections[1].blocks[0].id, "a-2");
    EXPECT_EQ(joined.sections[2].blocks[0].id, "a-3");
    std::u16string shown;
    for (const Section& section : joined.sections) shown += std::get<Paragraph>(section.blocks[1].value).runs[0].text;
    EXPECT_EQ(shown, u"123");
}

TEST(Letters, FirstLetterDecides) {
    EXPECT_EQ(guessed_language("23 \xE1\xA0\xA0 abc"), "mn-Mong");
    EXPECT_EQ(guessed_language("《草原》 abc"), "zh-Hans");
    EXPECT_EQ(guessed_language("# abc 草"), "en");
    EXPECT_EQ(guessed_language("ж abc"), "und");
    EXPECT_EQ(guessed_language("12 + 3"), "und");
    EXPECT_EQ(guessed_language(std::string(4095, ' ') + "草"), "zh-Hans");  // the letter lies over the edge of a part
    EXPECT_EQ(foreign_language(u"草", "mn-Mong"), "zh-Hans");
    EXPECT_EQ(foreign_language(u"草", "ja"), "");
    EXPECT_EQ(foreign_language(u"\u1820", "zh-Hans"), "mn-Mong");
    EXPECT_EQ(foreign_language(u"abc", "zh-Hans"), "");
}

TEST(IsoDate, TakesDaysOfTheCalendar) {
    for (const char* good : {"2024-05-16", "2024-02-29", "2000-02-29", "2024-05-16T08:00:00", "2024-05-16T08:00:00Z",
                             "2024-05-16T08:00:00+08:00"}) {
        EXPECT_TRUE(is_iso_date(good)) << good;
    }
    for (const char* bad :
         {"", "2024", "2024-5-16", "2024-13-01", "2023-02-29", "1900-02-29", "2024-04-31", "2024-05-16T",
          "2024-05-16T24:00:00", "2024-05-16T08:00:00+8", "2024-05-16 ", "２０２４-05-16"}) {
        EXPECT_FALSE(is_iso_date(bad)) << bad;
    }
}

RC_GTEST_PROP(Append, GivesTheTextOfBoth,
              (const std::vector<std::u16string>& a, const std::vector<std::u16string>& b)) {
    const auto make = [](const std::vector<std::u16string>& texts) {
        std::vector<Block> blocks;
        for (const std::u16string& text : texts) blocks.push_back(paragraph(text));
        return one_section(std::move(blocks));
    };
    Document joined = make(a);
    append(joined, make(b));
    RC_ASSERT(reading_text(joined) == reading_text(make(a)) + reading_text(make(b)));
}

}  // namespace
}  // namespace bichig::document
