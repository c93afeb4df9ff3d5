// The page of an official document: numbers of GB/T 9704-2012, order of the elements, both writing modes.
#include <gtest/gtest.h>

#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/styles.h>

#include <document/dump.h>

namespace bichig::notice {
namespace {

using document::Block;
using document::Document;
using document::Paragraph;
using document::ParagraphStyle;
using document::WritingMode;

Field field(std::u16string text) { return {std::move(text), {0, 1, 2}}; }

Version version_in(const std::string& language) {
    const bool mongolian = language == "mn-Mong";
    Version version;
    version.language = language;
    version.title = field(mongolian ? u"\u182E\u1821" : u"通知");
    version.addressee = field(mongolian ? u"\u1830\u1824" : u"各苏木");
    Paragraph text;
    document::Run run;
    run.text = mongolian ? u"\u1821\u1828\u1821" : u"正文。";
    text.runs = {run};
    text.style = document::style_index(document::writing_mode_of(language), document::StyleRole::body);
    version.body = {{text}};
    version.attachments = {field(u"A"), field(u"B")};
    version.signatures = {field(mongolian ? u"\u1823\u1837" : u"旗人民政府")};
    version.date = field(u"2024年5月16日");
    version.carbon_copy = field(u"旗委");
    version.printing_body = field(u"办公室");
    version.printing_date = field(u"2024年5月17日");
    return version;
}

Notice whole_notice() {
    Notice notice;
    notice.profile = find_profile("inner-mongolia-1996", "").value();
    notice.issuers_mongolian = {field(u"\u1820\u182F\u1832\u1820\u1828")};
    notice.issuers_chinese = {field(u"旗人民政府文件")};
    notice.number_chinese = field(u"旗政发〔2024〕3号");
    notice.styles = body_styles();
    notice.versions = {version_in("mn-Mong"), version_in("zh-Hans")};
    return notice;
}

std::string text_of(const Paragraph& paragraph) {
    std::string text;
    for (const document::Run& run : paragraph.runs) text += to_utf8(run.text);
    return text;
}

const Paragraph& find(const std::vector<Block>& blocks, const std::string& part) {
    for (const Block& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.value);
        if (paragraph != nullptr && text_of(*paragraph).find(part) != std::string::npos) return *paragraph;
        if (const auto* foot = std::get_if<document::FootBlock>(&block.value)) return find(foot->blocks, part);
    }
    ADD_FAILURE() << "no paragraph with " << part;
    static const Paragraph none;
    return none;
}

double millimetres(Length length) { return length.in_points() * 25.4 / 72; }

TEST(Notice, PageIsThatOfTheStandard) {
    const Document document = to_document(whole_notice());
    ASSERT_EQ(document.sections.size(), 2U);
    for (const document::Section& section : document.sections) {
        const document::PageStyle& page = section.page;
        EXPECT_NEAR(millimetres(page.width - page.margin_left - page.margin_right), 156, 0.01);
        EXPECT_NEAR(millimetres(page.height - page.margin_top - page.margin_bottom), 225, 0.01);
        EXPECT_NEAR(millimetres(page.margin_top), 37, 0.01);
        EXPECT_NEAR(millimetres(page.margin_left), 28, 0.01);
        EXPECT_EQ(page.number.position, document::PageNumberStyle::Position::outside);
        EXPECT_EQ(page.number.before, u"— ");
        EXPECT_EQ(page.number.size, Length::points(14));
        EXPECT_NEAR(millimetres(page.number.below), 7, 0.01);
        EXPECT_TRUE(page.restart_numbers);
    }
    EXPECT_EQ(document.sections[0].writing_mode, WritingMode::vertical_lr);
    EXPECT_EQ(document.sections[1].writing_mode, WritingMode::horizontal_tb);
}

TEST(Notice, TextStandsOnTheGrid) {
    const std::vector<ParagraphStyle> styles = body_styles();
    ASSERT_EQ(styles.size(), 2U * document::style_role_count);
    for (const WritingMode mode : {WritingMode::vertical_lr, WritingMode::horizontal_tb}) {
        const ParagraphStyle& body = styles[document::style_index(mode, document::StyleRole::body)];
        EXPECT_EQ(body.size, Length::points(16));
        EXPECT_EQ(body.han, document::HanFace::fangsong);
        EXPECT_EQ(body.first_line_indent, document::Ems{2});
        EXPECT_NEAR(body.line_pitch.in_points(), 28.99, 0.005);
        EXPECT_NEAR(body.character_pitch.in_points(), 15.793, 0.001);
        const auto face = [&](unsigned level) {
            return styles[document::style_index(mode, document::heading_role(level))].han;
        };
        EXPECT_EQ(face(2), document::HanFace::hei);
        EXPECT_EQ(face(3), document::HanFace::kai);
        EXPECT_EQ(face(4), document::HanFace::fangsong);
        EXPECT_EQ(face(5), document::HanFace::fangsong);
    }
}

/// Millimetres from the start of the page to the top of the first line's characters.
double mark_offset(const Document& document, const document::Section& section) {
    const auto& space = std::get<document::Space>(section.blocks[0].value);
    EXPECT_TRUE(space.kept);
    const auto& mark = std::get<Paragraph>(section.blocks[1].value);
    const ParagraphStyle& style = document.styles[mark.style];
    return millimetres(space.extent + (style.line_pitch - style.size) / 2);
}

TEST(Notice, HeadStandsWhereTheStandardSays) {
    const Document document = to_document(whole_notice());
    EXPECT_NEAR(mark_offset(document, document.sections[0]), 10, 0.01);
    EXPECT_NEAR(mark_offset(document, document.sections[1]), 35, 0.01);
    for (const document::Section& section : document.sections) {
        const auto& first = std::get<Paragraph>(section.blocks[1].value);
        const auto& second = std::get<Paragraph>(section.blocks[2].value);
        EXPECT_EQ(text_of(first), "ᠠᠯᠲᠠᠨ");
        EXPECT_EQ(text_of(second), "旗人民政府文件");
        EXPECT_EQ(first.runs[0].language, section.language == "mn-Mong" ? "" : "mn-Mong");
        EXPECT_EQ(second.runs[0].language, section.language == "zh-Hans" ? "" : "zh-Hans");
        EXPECT_EQ(document.styles[second.style].colour, document::official_red);
        EXPECT_EQ(document.styles[second.style].alignment, document::Alignment::centre);
    }
    const std::vector<Block>& blocks = document.sections[1].blocks;
    EXPECT_NEAR(std::get<document::Space>(blocks[3].value).extent.in_points(), 2 * 28.99, 0.01);
    const auto& number = std::get<Paragraph>(blocks[4].value);
    const auto& rule = std::get<document::Rule>(blocks[5].value);
    EXPECT_EQ(rule.colour, document::official_red);
    const ParagraphStyle& number_style = document.styles[number.style];
    EXPECT_NEAR(millimetres(rule.space_before + (number_style.line_pitch - number_style.size) / 2), 4, 0.01);
    EXPECT_NEAR(std::get<document::Space>(blocks[6].value).extent.in_points(), 2 * 28.99, 0.01);
}

TEST(Notice, LongMarkIsSetSmallerAndAShortOneNotLarger) {
    Notice notice = whole_notice();
    notice.issuers_chinese[0].text = std::u16string(16, u'旗');
    notice.issuers_mongolian[0].text = std::u16string(4, u'\u1820');
    const Document document = to_document(std::move(notice));
    const auto size = [&](std::size_t section, std::size_t block) {
        return document.styles[std::get<Paragraph>(document.sections[section].blocks[block].value).style].size;
    };
    EXPECT_NEAR(size(1, 2).in_points() * 16, Length::millimetres(156).in_points(), 0.01);
    EXPECT_EQ(size(1, 1), Length::points(40));
    EXPECT_NEAR(size(0, 2).in_points() * 16, Length::millimetres(225).in_points(), 0.01);
}

TEST(Notice, GeneratedWordsAreOfTheVersionsLanguage) {
    const Document document = to_document(whole_notice());
    const std::string text = to_utf8(document::reading_text(document));
    const std::size_t chinese = text.find("通知");
    for (const char* part : {"ᠰᠤ᠄\n", "ᠬᠠᠪᠰᠤᠷᠤᠯᠲᠠ᠄ 1. A\n", "2. B\n", "ᠬᠠᠭᠤᠯᠵᠤ ᠬᠦᠷᠭᠡᠬᠦ᠄ 旗委᠃\n",
                             "办公室\t2024年5月17日 ᠬᠡᠪᠯᠡᠨ ᠲᠠᠷᠬᠠᠭᠠᠪᠠ\n"}) {
        EXPECT_LT(text.find(part), chinese) << part;
    }
    for (const char* part : {"各苏木：\n", "附件：1. A\n", "2. B\n", "抄送：旗委。\n", "办公室\t2024年5月17日印发\n"}) {
        EXPECT_NE(text.find(part, chinese), std::string::npos) << part;
    }
}

TEST(Notice, GeneratedWordsHaveNoSource) {
    const Document document = to_document(whole_notice());
    const Paragraph& addressee = find(document.sections[1].blocks, "各苏木");
    ASSERT_EQ(addressee.runs.size(), 2U);
    EXPECT_EQ(addressee.runs[0].source, (SourceRange{0, 1, 2}));
    EXPECT_TRUE(addressee.runs[1].source.empty());
}

TEST(Notice, NoMarkIsWrittenTwice) {
    Notice notice = whole_notice();
    notice.versions[1].addressee.text = u"各苏木：";
    notice.versions[1].carbon_copy.text = u"旗委。";
    notice.versions[1].attachments = {field(u"只有一个")};
    const std::string text = to_utf8(document::reading_text(to_document(std::move(notice))));
    EXPECT_NE(text.find("各苏木：\n"), std::string::npos);
    EXPECT_NE(text.find("抄送：旗委。\n"), std::string::npos);
    EXPECT_NE(text.find("附件：只有一个\n"), std::string::npos);
}

TEST(Notice, SealedDateAndTheBodyCentredOnIt) {
    const Document document = to_document(whole_notice());
    const auto style = [&](const Paragraph& paragraph) { return document.styles[paragraph.style]; };
    const ParagraphStyle date = style(find(document.sections[1].blocks, "2024年5月16日"));
    EXPECT_EQ(date.alignment, document::Alignment::end);
    EXPECT_EQ(date.end_indent, document::Ems{4});
    // The date is 7 half-width digits and 3 characters, the body 5 characters: 6.5 and 5 ems.
    const Paragraph& body =
        std::get<Paragraph>(document.sections[1].blocks[document.sections[1].blocks.size() - 3].value);
    EXPECT_EQ(text_of(body), "旗人民政府");
    EXPECT_NEAR(style(body).end_indent.count, 4 + (6.5 - 5) / 2, 0.001);
    EXPECT_TRUE(style(body).keep_with_next);
}

TEST(Notice, CopyNumberSecrecyAndUrgencyStandAboveTheHead) {
    Notice notice = whole_notice();
    const Document plain = to_document(notice);
    for (Version& version : notice.versions) {
        version.copy_number = field(u"000001");
        version.secrecy = field(u"机密★1年");
        version.urgency = field(u"特急");
    }
    const Document document = to_document(notice);
    for (std::size_t index = 0; index < 2; ++index) {
        const document::Section& section = document.sections[index];
        const char* const lines[] = {"000001", "机密★1年", "特急"};
        for (std::size_t line = 0; line < 3; ++line) {
            const auto& paragraph = std::get<Paragraph>(section.blocks[line].value);
            EXPECT_EQ(text_of(paragraph), lines[line]);
            const ParagraphStyle& style = document.styles[paragraph.style];
            EXPECT_EQ(style.han, line == 0 ? document::HanFace::fangsong : document::HanFace::hei);
            EXPECT_EQ(style.size, Length::points(16));
        }
    }
    // The mark stays 35 mm below the edge of the type area: three lines and what is left of the room.
    const auto before = std::get<document::Space>(plain.sections[1].blocks[0].value).extent;
    const auto after = std::get<document::Space>(document.sections[1].blocks[3].value).extent;
    EXPECT_NEAR((before - after).in_points(), 3 * 225.0 / 22 * 72 / 25.4, 0.01);
}

TEST(Notice, WithoutASealTheDateBeginsBehindTheBegin) {
    Notice notice = whole_notice();
    notice.sealed = false;
    const auto indents = [&](const std::u16string& body) {
        notice.versions[1].signatures = {field(body)};
        const Document document = to_document(notice);
        const std::vector<Block>& blocks = document.sections[1].blocks;
        const double of_body = document.styles[find(blocks, to_utf8(body)).style].end_indent.count;
        const double of_date = document.styles[find(blocks, "2024年5月16日").style].end_indent.count;
        return std::pair{of_body, of_date};
    };
    const double date = 4 * 0.5 + 1 + 0.5 + 1 + 2 * 0.5 + 1;  // "2024年5月16日" in ems
    const std::u16string longer = u"阿拉腾敖包旗人民政府办公室";
    EXPECT_NEAR(indents(longer).first, 2, 1e-9);
    EXPECT_NEAR(indents(longer).second, static_cast<double>(longer.size()) - date, 1e-9);
    const std::u16string shorter = u"旗政府";
    EXPECT_NEAR(indents(shorter).second, 2, 1e-9);
    EXPECT_NEAR(indents(shorter).first, 4 + date - 3, 1e-9);
}

TEST(Notice, TheAnnotationStandsInBracketsBelowTheDate) {
    Notice notice = whole_notice();
    notice.versions[1].annotation = field(u"此件公开发布");
    const Document document = to_document(notice);
    const Paragraph& annotation = find(document.sections[1].blocks, "（此件公开发布）");
    EXPECT_EQ(document.styles[annotation.style].first_line_indent, document::Ems{2});
    notice.versions[1].annotation = field(u"（此件公开发布）");
    EXPECT_EQ(text_of(find(to_document(notice).sections[1].blocks, "（此件公开发布）")), "（此件公开发布）");
}

TEST(Notice, BackMatterHasThreeRules) {
    const Document document = to_document(whole_notice());
    for (const document::Section& section : document.sections) {
        const auto& foot = std::get<document::FootBlock>(section.blocks.back().value);
        ASSERT_EQ(foot.blocks.size(), 5U);
        const auto thickness = [&](std::size_t i) {
            return millimetres(std::get<document::Rule>(foot.blocks[i].value).thickness);
        };
        EXPECT_NEAR(thickness(0), 0.35, 0.001);
        EXPECT_NEAR(thickness(2), 0.25, 0.001);
        EXPECT_NEAR(thickness(4), 0.35, 0.001);
        const ParagraphStyle& style = document.styles[std::get<Paragraph>(foot.blocks[3].value).style];
        EXPECT_EQ(style.size, Length::points(14));
        EXPECT_EQ(style.start_indent, document::Ems{1});
        EXPECT_EQ(style.end_indent, document::Ems{1});
    }
}

TEST(Notice, EmptyFieldsLeaveNoTrace) {
    Notice notice;
    notice.versions.resize(1);
    notice.versions[0].language = "zh-Hans";
    notice.versions[0].title = field(u"题");
    const Document document = to_document(std::move(notice));
    EXPECT_EQ(document::reading_text(document), u"题\n");
    EXPECT_FALSE(std::holds_alternative<document::FootBlock>(document.sections[0].blocks.back().value));
    EXPECT_TRUE(to_document(Notice{}).sections.empty());
}

TEST(Notice, TitleIsTheHeadingOfLevelOneAndTheProperties) {
    Notice notice = whole_notice();
    notice.properties.date = "2024-05-16";
    const Document document = to_document(std::move(notice));
    EXPECT_EQ(find(document.sections[1].blocks, "通知").heading_level, 1);
    EXPECT_EQ(document.properties.title, u"\u182E\u1821");
    EXPECT_EQ(document.properties.author, u"\u1823\u1837");
    EXPECT_EQ(document.properties.language, "mn-Mong");
    EXPECT_EQ(document.properties.date, "2024-05-16");
}

TEST(Notice, MongolianNumberStandsOnTheMongolianVersionOnly) {
    Notice notice = whole_notice();
    notice.number_mongolian = field(u"\u1820 3");
    const Document document = to_document(std::move(notice));
    EXPECT_EQ(text_of(find(document.sections[0].blocks, " 3")), "ᠠ 3");
    EXPECT_EQ(text_of(find(document.sections[1].blocks, "〔2024〕")), "旗政发〔2024〕3号");
    const Document fallback = to_document(whole_notice());
    EXPECT_EQ(find(fallback.sections[0].blocks, "〔2024〕").runs[0].language, "zh-Hans");
}

}  // namespace
}  // namespace bichig::notice
