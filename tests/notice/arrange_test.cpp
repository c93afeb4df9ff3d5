// Two versions in one document: what is paired with what, and that nothing is lost.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include <bichig/document/text.h>
#include <bichig/notice/notice.h>

namespace bichig::notice {
namespace {

using document::Block;
using document::WritingMode;

Field field(std::u16string text) { return {std::move(text), {}}; }

Block text(std::u16string words, std::uint8_t level = 0) {
    document::Paragraph made;
    made.runs.emplace_back().text = std::move(words);
    made.heading_level = level;
    return {std::move(made)};
}

Block list(std::u16string words) {
    document::List made;
    made.items.push_back({{text(std::move(words))}});
    return {std::move(made)};
}

Notice notice_of(std::vector<Block> mongolian, std::vector<Block> chinese, Arrangement arrangement) {
    Notice made;
    made.arrangement = arrangement;
    made.profile.script_order = ScriptOrder::mongolian_first;
    made.issuers_mongolian = {field(u"\u182E")};
    made.issuers_chinese = {field(u"旗")};
    for (const char* language : {"mn-Mong", "zh-Hans"}) {
        Version& version = made.versions.emplace_back();
        const bool vertical = version.language.empty() && std::string{language} == "mn-Mong";
        version.language = language;
        version.title = field(vertical ? u"\u182A" : u"题");
        version.signatures = {field(vertical ? u"\u1823" : u"府")};
        version.carbon_copy = field(vertical ? u"\u1828" : u"抄");
        version.body = std::move(vertical ? mongolian : chinese);
    }
    return made;
}

/// The characters of the text, sorted: what must be there in whatever order.
std::u16string characters(const Notice& notice) {
    std::u16string found = document::reading_text(to_document(notice));
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<const document::Pair*> pairs_of(const document::Document& document) {
    std::vector<const document::Pair*> found;
    for (const Block& block : document.sections.front().blocks) {
        if (const auto* pair = std::get_if<document::Pair>(&block.value)) found.push_back(pair);
    }
    return found;
}

TEST(Arrange, FacingHasTwoSections) {
    const document::Document made = to_document(notice_of({text(u"a")}, {text(u"b")}, Arrangement::facing));
    ASSERT_EQ(made.sections.size(), 2u);
    ASSERT_TRUE(made.sections[0].facing.has_value());
    EXPECT_EQ(made.sections[0].facing->leaf, document::Leaf::left);
    EXPECT_EQ(made.sections[0].language, "mn-Mong");
    EXPECT_FALSE(made.sections[1].facing.has_value());
}

TEST(Arrange, TheProfileSaysWhichIsFirst) {
    Notice notice = notice_of({text(u"a")}, {text(u"b")}, Arrangement::parallel);
    EXPECT_EQ(pairs_of(to_document(notice)).front()->sides[0].language, "mn-Mong");
    notice.profile.script_order = ScriptOrder::chinese_first;
    EXPECT_EQ(pairs_of(to_document(notice)).front()->sides[0].language, "zh-Hans");
}

TEST(Arrange, ParallelHasOneHeadAndOneBackMatter) {
    for (const WritingMode mode : {WritingMode::horizontal_tb, WritingMode::vertical_lr}) {
        Notice notice = notice_of({text(u"a")}, {text(u"b")}, Arrangement::parallel);
        notice.page_mode = mode;
        const document::Document made = to_document(notice);
        ASSERT_EQ(made.sections.size(), 1u);
        EXPECT_EQ(made.sections[0].writing_mode, mode);
        int feet = 0;
        for (const Block& block : made.sections[0].blocks) {
            feet += std::holds_alternative<document::FootBlock>(block.value) ? 1 : 0;
        }
        EXPECT_EQ(feet, 1);
    }
}

TEST(Arrange, HeadingsStandBesideHeadings) {
    const document::Document made = to_document(
        notice_of({text(u"a"), text(u"b"), text(u"c", 2), text(u"d")}, {text(u"e"), text(u"f", 2), list(u"g")},
                  Arrangement::parallel));
    std::u16string found;
    for (const document::Pair* pair : pairs_of(made)) {
        for (const document::PairSide& side : pair->sides) {
            document::Document part;
            part.sections.emplace_back().blocks = side.blocks;
            found += side.blocks.empty() ? u"-" : document::reading_text(part).substr(0, 1);
        }
        found += u' ';
    }
    EXPECT_NE(found.find(u"ae b- cf d•"), std::u16string::npos);
}

TEST(Arrange, UnlikeVersionsAreReported) {
    Diagnostics diagnostics;
    check(notice_of({text(u"a"), text(u"b")}, {list(u"c")}, Arrangement::parallel), diagnostics);
    ASSERT_EQ(diagnostics.items.size(), 2u);
    EXPECT_EQ(diagnostics.items[0].id, "unlike-versions");
    Diagnostics none;
    check(notice_of({text(u"a")}, {text(u"c")}, Arrangement::parallel), none);
    EXPECT_TRUE(none.empty());
}

TEST(Arrange, OnlyBoardsAreStacked) {
    Notice notice = notice_of({text(u"a")}, {text(u"b")}, Arrangement::stacked);
    ASSERT_TRUE(fault_of(notice).has_value());
    EXPECT_EQ(fault_of(notice)->pointer, "/arrangement");
    notice.kind = Kind::announcement;
    EXPECT_FALSE(fault_of(notice) && fault_of(notice)->pointer == "/arrangement");
    notice.versions.pop_back();
    EXPECT_TRUE(fault_of(notice).has_value());
}

RC_GTEST_PROP(Arrange, NothingIsLost, ()) {
    const auto blocks = [](char16_t first) {
        std::vector<Block> made;
        const int count = *rc::gen::inRange(0, 8);
        for (int i = 0; i < count; ++i) {
            const std::u16string words(1, static_cast<char16_t>(first + i));
            switch (*rc::gen::inRange(0, 4)) {
                case 0: made.push_back(text(words, static_cast<std::uint8_t>(*rc::gen::inRange(2, 4)))); break;
                case 1: made.push_back(list(words)); break;
                case 2: made.push_back({document::PageBreak{}}); break;
                default: made.push_back(text(words));
            }
        }
        return made;
    };
    Notice notice = notice_of(blocks(u'a'), blocks(u'A'), Arrangement::parts);
    // The heads of parts and of one page differ in how often the marks stand there; the rest must be the same.
    notice.issuers_mongolian.clear();
    notice.issuers_chinese.clear();
    const std::u16string wanted = characters(notice);
    for (const Arrangement arrangement : {Arrangement::facing, Arrangement::parallel, Arrangement::stacked}) {
        notice.arrangement = arrangement;
        RC_ASSERT(characters(notice) == wanted);
    }
}

}  // namespace
}  // namespace bichig::notice
