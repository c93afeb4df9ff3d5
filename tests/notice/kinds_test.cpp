// Kinds of official documents: their heads, closings and annexes, what they have no place for; and profiles.
#include <gtest/gtest.h>

#include <bichig/base/utf.h>
#include <bichig/document/text.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/styles.h>

namespace bichig::notice {
namespace {

using document::Block;
using document::Document;
using document::Paragraph;
using document::ParagraphStyle;
using document::Rule;
using document::Space;

Field field(std::u16string text) { return {std::move(text), {}}; }

Notice one(Kind kind) {
    Notice notice;
    notice.kind = kind;
    notice.profile = find_profile("inner-mongolia-1996", "").value();
    notice.issuers_mongolian = {field(u"\u1820\u182F\u1832\u1820\u1828")};
    notice.issuers_chinese = {field(u"旗人民政府")};
    notice.number_chinese = field(u"旗政发〔2024〕3号");
    notice.styles = body_styles(notice.profile);
    Version version;
    version.language = "zh-Hans";
    version.title = field(u"题");
    version.date = field(u"2024年5月16日");
    version.signatures = {field(u"旗人民政府")};
    notice.versions = {version};
    return notice;
}

std::string text_of(const Paragraph& paragraph) {
    std::string text;
    for (const document::Run& run : paragraph.runs) text += to_utf8(run.text);
    return text;
}

std::string reading(const Notice& notice) { return to_utf8(document::reading_text(to_document(notice))); }

double millimetres(Length length) { return length.in_points() * 25.4 / 72; }

const ParagraphStyle& style_of(const Document& document, const std::string& text) {
    for (const Block& block : document.sections.at(0).blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.value);
        if (paragraph != nullptr && text_of(*paragraph) == text) return document.styles.at(paragraph->style);
    }
    ADD_FAILURE() << "no paragraph " << text;
    return document.styles.front();
}

/// The field that is wrong; "" for none.
std::string fault_in(const Notice& notice) {
    const auto fault = fault_of(notice);
    return fault ? fault->pointer : "";
}

TEST(Kinds, NamesGoBothWays) {
    for (const Kind kind : kinds) EXPECT_EQ(kind_named(name_of(kind)), kind);
    EXPECT_FALSE(kind_named("document"));
}

TEST(Kinds, EachRefusesWhatItHasNoPlaceFor) {
    for (const Kind kind : kinds) {
        Notice notice = one(kind);
        Version& version = notice.versions[0];
        if (kind == Kind::order) {
            EXPECT_EQ(fault_in(notice), "/versions/0/signature");
            version.signatures.clear();
            EXPECT_EQ(fault_in(notice), "/versions/0/signers");
            version.signers = {{field(u"旗长"), field(u"甲")}};
        }
        EXPECT_EQ(fault_in(notice), "") << name_of(kind);
        const bool addressed = kind == Kind::notice || kind == Kind::letter;
        version.addressee = field(u"各苏木");
        EXPECT_EQ(fault_in(notice), addressed ? "" : "/versions/0/addressee");
        version.addressee = {};
        version.printing_body = field(u"办");
        EXPECT_EQ(fault_in(notice), kind == Kind::letter ? "/versions/0/printing" : "");
        version.printing_body = {};
        version.excused = field(u"甲");
        EXPECT_EQ(fault_in(notice), kind == Kind::minutes ? "" : "/versions/0/attendance/excused");
        version.excused = {};
        notice.sealed = true;
        EXPECT_EQ(fault_in(notice), kind == Kind::minutes ? "/sealed" : "");
        notice.sealed.reset();
        version.title = {};
        EXPECT_EQ(fault_in(notice), kind == Kind::order ? "" : "/versions/0/title");
    }
}

TEST(Kinds, TheOrderOfTheScriptsHasNoDefault) {
    Notice notice = one(Kind::notice);
    notice.profile = {};
    EXPECT_EQ(fault_in(notice), "/profile");
    notice.profile = find_profile("chinese-first", "").value();
    EXPECT_EQ(fault_in(notice), "");
    const std::string chinese_first = reading(notice);
    EXPECT_LT(chinese_first.find("旗人民政府"), chinese_first.find("ᠠᠯᠲᠠᠨ"));
    notice.profile = find_profile("inner-mongolia-1996", "").value();
    const std::string mongolian_first = reading(notice);
    EXPECT_LT(mongolian_first.find("ᠠᠯᠲᠠᠨ"), mongolian_first.find("旗人民政府"));
    EXPECT_EQ(to_document(notice).properties.script_order, "mongolian_first");
    EXPECT_EQ(to_document(notice).properties.profile, "inner-mongolia-1996");
    notice.issuers_mongolian.clear();
    EXPECT_EQ(fault_in(notice), "/issuer/mn");
    notice.profile.both_scripts = false;
    EXPECT_EQ(fault_in(notice), "");
}

TEST(Kinds, SeveralBodiesHaveTheWordBesideThem) {
    Notice notice = one(Kind::notice);
    notice.issuers_chinese = {field(u"甲局"), field(u"乙局"), field(u"丙局")};
    notice.issuers_mongolian = {field(u"\u1820"), field(u"\u1821")};
    const std::string text = reading(notice);
    EXPECT_NE(text.find("甲局\n乙局\n丙局\n文件\n"), std::string::npos) << text;
    EXPECT_NE(text.find("ᠠ\nᠡ\nᠪᠢᠴᠢᠭ\n"), std::string::npos) << text;
    const Document document = to_document(notice);
    // The word stands behind the names and half an em, in the middle of three lines.
    EXPECT_EQ(style_of(document, "甲局").end_indent, document::Ems{2.5});
    EXPECT_EQ(style_of(document, "文件").start_indent, document::Ems{2.5});
    notice.mark_word = false;
    EXPECT_EQ(reading(notice).find("文件"), std::string::npos);
    notice.kind = Kind::letter;  // the leading body alone
    EXPECT_EQ(reading(notice).find("乙局"), std::string::npos);
}

TEST(Kinds, SignersOfAnUpwardDocumentStandInRows) {
    Notice notice = one(Kind::notice);
    notice.versions[0].signers = {{{}, field(u"张三丰")}, {{}, field(u"李四")}, {{}, field(u"王五")}};
    const std::string text = reading(notice);
    EXPECT_NE(text.find("\t签发人：张三丰　李四\n旗政发〔2024〕3号\t王五\n"), std::string::npos) << text;
    const Document document = to_document(notice);
    EXPECT_NEAR(style_of(document, "\t签发人：张三丰　李四").end_indent.count, 1, 1e-9);
    EXPECT_NEAR(style_of(document, "旗政发〔2024〕3号\t王五").end_indent.count, 1 + 6 - 2, 1e-9);
    notice.number_chinese = {};
    EXPECT_EQ(fault_in(notice), "/versions/0/signers");
}

TEST(Kinds, ALetterHasDoubleRulesAndNoNumberOnItsFirstPage) {
    Notice notice = one(Kind::letter);
    notice.versions[0].secrecy = field(u"机密");
    notice.versions[0].secrecy_term = field(u"1年");
    notice.versions[0].carbon_copy = field(u"旗委");
    const Document document = to_document(notice);
    const document::PageStyle& page = document.sections[0].page;
    EXPECT_FALSE(page.number.first_page);
    ASSERT_EQ(page.first_page_rules.size(), 2U);
    EXPECT_LT(page.first_page_rules[0].thickness, page.first_page_rules[1].thickness);  // thin above thick
    EXPECT_NEAR(millimetres(page.first_page_rules[1].from_end - page.first_page_rules[1].thickness / 2), 20, 0.01);
    std::vector<Rule> rules;
    for (const Block& block : document.sections[0].blocks) {
        if (const auto* rule = std::get_if<Rule>(&block.value)) rules.push_back(*rule);
    }
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_GT(rules[0].thickness, rules[1].thickness);
    EXPECT_NEAR(156 + millimetres(rules[0].start_overhang + rules[0].end_overhang), 170, 0.01);
    EXPECT_NE(reading(notice).find("机密★1年\t旗政发〔2024〕3号\n"), std::string::npos);
    EXPECT_EQ(std::get<document::FootBlock>(document.sections[0].blocks.back().value).blocks.size(), 1U);
}

TEST(Kinds, AnOrderIsClosedByItsSigner) {
    Notice notice = one(Kind::order);
    notice.number_chinese = field(u"第2号");
    notice.versions[0].title = {};
    notice.versions[0].signatures.clear();
    notice.versions[0].signers = {{field(u"旗长"), field(u"甲")}};
    Document document = to_document(notice);
    EXPECT_EQ(style_of(document, "甲").end_indent, document::Ems{4});
    EXPECT_EQ(style_of(document, "旗长").end_indent, document::Ems{4 + 1 + 2});
    EXPECT_EQ(document.properties.title, u"旗人民政府");
    for (const Block& block : document.sections[0].blocks) EXPECT_FALSE(std::holds_alternative<Rule>(block.value));
    EXPECT_NEAR(millimetres(std::get<Space>(document.sections[0].blocks[0].value).extent), 20, 6);
    notice.versions[0].signers[0].name = {};  // room for a signature seal of 30 mm and two characters
    document = to_document(notice);
    EXPECT_NEAR(style_of(document, "旗长").end_indent.count, 4 + 2 + 30 * 72 / 25.4 / 16, 0.001);
}

TEST(Kinds, MinutesListWhoAttended) {
    Notice notice = one(Kind::minutes);
    notice.number_chinese = field(u"2024年第3期");
    notice.versions[0].present = field(u"甲、乙");
    notice.versions[0].observers = field(u"丙");
    const std::string text = reading(notice);
    EXPECT_NE(text.find("（2024年第3期）\n"), std::string::npos);
    EXPECT_NE(text.find("出席：甲、乙\n列席：丙\n"), std::string::npos);
    EXPECT_EQ(style_of(to_document(notice), "2024年5月16日").end_indent.count, 2);  // no seal
}

TEST(Kinds, AnnexesBeginPagesAndMakeTheNote) {
    Notice notice = one(Kind::notice);
    Paragraph inner;
    inner.runs = {document::Run{}};
    inner.runs[0].text = u"内容";
    notice.versions[0].annexes = {{field(u"表一"), {{inner}}, {}}, {field(u"表二"), {}, {}}};
    notice.versions[0].carbon_copy = field(u"旗委");
    EXPECT_FALSE(annex_fault(notice.versions[0]));
    const std::string text = reading(notice);
    EXPECT_NE(text.find("附件：1. 表一\n2. 表二\n"), std::string::npos) << text;
    EXPECT_NE(text.find("2024年5月16日\n附件1\n表一\n内容\n附件2\n表二\n抄送"), std::string::npos) << text;
    std::size_t breaks = 0;
    const Document document = to_document(notice);
    for (const Block& block : document.sections[0].blocks) {
        breaks += std::holds_alternative<document::PageBreak>(block.value) ? 1 : 0;
    }
    EXPECT_EQ(breaks, 2U);
    notice.versions[0].attachments = {field(u"表一")};
    EXPECT_EQ(annex_fault(notice.versions[0])->annex, 1U);
}

TEST(Kinds, SealsOfSeveralBodiesHaveRoom) {
    Notice notice = one(Kind::notice);
    notice.versions[0].signatures = {field(u"甲局"), field(u"乙局"), field(u"丙局"), field(u"丁局")};
    const Document document = to_document(notice);
    const double cell = 156 / 3.0 * 72 / 25.4 / 16;  // three seals of 45 mm in a line
    EXPECT_NEAR(style_of(document, "甲局").start_indent.count, 0, 1e-9);
    EXPECT_NEAR(style_of(document, "乙局").start_indent.count, cell, 0.001);
    EXPECT_NEAR(style_of(document, "丁局").start_indent.count, 2 * cell, 0.001);
    EXPECT_EQ(style_of(document, "2024年5月16日").start_indent, style_of(document, "丁局").start_indent);
    notice.sealed = false;
    const Document unsealed = to_document(notice);
    EXPECT_NEAR(style_of(unsealed, "甲局").end_indent.count, 2 + 2 + 6.5 - 2, 1e-9);
    EXPECT_NEAR(style_of(unsealed, "2024年5月16日").end_indent.count, 2, 1e-9);
}

TEST(Kinds, AnUnusualNumberIsReported) {
    const auto reported = [](const std::u16string& number) {
        Notice notice = one(Kind::notice);
        notice.number_chinese = field(number);
        Diagnostics diagnostics;
        check(notice, diagnostics);
        return !diagnostics.empty();
    };
    EXPECT_FALSE(reported(u"旗政发〔2024〕3号"));
    for (const char16_t* number : {u"旗政发[2024]3号", u"旗政发〔2024〕03号", u"旗政发〔2024〕第3号", u"旗政发〔24〕3号",
                                   u"〔2024〕3号", u"旗政发〔2024〕3", u"旗政发〔2024〕号"}) {
        EXPECT_TRUE(reported(number)) << to_utf8(number);
    }
}

TEST(Profiles, EachOfThemIsReadAndSaysItsOrder) {
    ASSERT_GE(profile_names().size(), 2U);
    EXPECT_EQ(profile_names().front(), "inner-mongolia-1996");
    for (const std::string& name : profile_names()) {
        const auto profile = find_profile(name, "");
        ASSERT_TRUE(profile) << describe(profile.error());
        EXPECT_EQ(profile->name, name);
        EXPECT_NE(profile->script_order, ScriptOrder::unstated);
        EXPECT_FALSE(profile->title.empty());
    }
}

TEST(Profiles, AnOfficeVariesAnother) {
    const auto profile = read_profile(
        "based_on = \"chinese-first\"\ncheck_number = false\n[head]\ncolour = \"#FF0001\"\n[sizes_pt]\ntitle = 20\n"
        "[faces]\nmark = \"song\"\n[vertical]\nmark_offset_mm = 12.5\ntitle_gap = 3\n"
        "[letter]\nfirst_page_number = true\n[seals]\ndiameter_mm = 42\n[fonts]\nhan-title = \"A\"\n",
        "office.toml");
    ASSERT_TRUE(profile) << describe(profile.error());
    EXPECT_EQ(profile->name, "office.toml");
    EXPECT_EQ(profile->script_order, ScriptOrder::chinese_first);
    EXPECT_FALSE(profile->check_number);
    EXPECT_EQ(profile->red, (document::Colour{255, 0, 1}));
    EXPECT_EQ(profile->sizes.title, Length::points(20));
    EXPECT_EQ(profile->sizes.text, Length::points(16));
    EXPECT_EQ(profile->faces.mark, document::HanFace::song);
    EXPECT_EQ(profile->vertical.mark_offset, Length::millimetres(12.5));
    EXPECT_EQ(profile->vertical.title, 3);
    EXPECT_EQ(profile->horizontal.title, 2);
    EXPECT_TRUE(profile->letter.first_page_number);
    ASSERT_EQ(profile->fonts.size(), 1U);
    EXPECT_EQ(profile->fonts[0].role, "han-title");
    EXPECT_EQ(profile->fonts[0].name, "A");
    EXPECT_EQ(profile->seals.diameter, Length::millimetres(42));
}

TEST(Profiles, FaultsNameTheirPlace) {
    const auto fault = [](const std::string& toml) {
        const auto profile = read_profile(toml, "office.toml");
        return profile ? std::string{} : describe(profile.error());
    };
    const std::string order = "script_order = \"chinese_first\"\n";
    EXPECT_NE(fault("").find("office.toml:1:1: script_order: the profile does not say"), std::string::npos)
        << fault("");
    EXPECT_NE(fault("x = [").find("office.toml:1"), std::string::npos) << fault("x = [");
    EXPECT_NE(fault(order + "[sizes_pt]\ntitle = 900").find("office.toml:3:9: sizes_pt.title: a number from 4 to 40"),
              std::string::npos) << fault(order + "[sizes_pt]\ntitle = 900");
    EXPECT_NE(fault(order + "size = 3").find("office.toml:2:1: size: unknown key"), std::string::npos);
    EXPECT_NE(fault(order + "[head]\ncolor = 3").find("head.color: unknown key"), std::string::npos);
    EXPECT_NE(fault(order + "[head]\ncolour = \"red\"").find("'red' is no colour"), std::string::npos);
    EXPECT_NE(fault("script_order = \"both\"").find("known are mongolian_first, chinese_first"), std::string::npos);
    EXPECT_NE(fault("based_on = \"nobody\"").find("office.toml:1:12: based_on: there is no profile"), std::string::npos)
        << fault("based_on = \"nobody\"");
    EXPECT_NE(fault(order + "[sizes_pt]\ntitle = nan").find("a number"), std::string::npos);
}

}  // namespace
}  // namespace bichig::notice
