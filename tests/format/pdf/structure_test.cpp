// The structure tree, the parent tree, links and bookmarks, read back from the file.
#include <set>

#include <gmock/gmock.h>

#include "format/pdf/internal/structure.h"
#include "format/pdf/read_back.h"

namespace bichig::test {
namespace {

using page::ElementRole;
using page::Orientation;

page::GlyphRun words(std::u16string text, page::ElementId element) {
    return plain_run(latin(), std::move(text), at(60, 60), element, Orientation::horizontal);
}

std::vector<QPDFObjectHandle> kids(QPDFObjectHandle node) {
    QPDFObjectHandle k = node.getKey("/K");
    return k.isArray() ? k.getArrayAsVector() : std::vector<QPDFObjectHandle>{k};
}

/// The tree as "Type(kid kid)", marked contents as their numbers, annotations as "OBJR".
std::string outline_of(QPDFObjectHandle node) {
    std::string out = node.getKey("/S").getName().substr(1);
    if (!node.hasKey("/K")) return out;
    std::string inner;
    for (QPDFObjectHandle kid : kids(node)) {
        if (!inner.empty()) inner += " ";
        if (kid.isInteger()) inner += std::to_string(kid.getIntValueAsInt());
        else if (kid.hasKey("/S")) inner += outline_of(kid);
        else if (kid.hasKey("/Obj")) inner += "OBJR";
        else inner += "page+" + std::to_string(kid.getKey("/MCID").getIntValueAsInt());
    }
    return out + "(" + inner + ")";
}

std::string outline_of(Written& written) {
    std::string out;
    for (QPDFObjectHandle kid : kids(written.structure())) out += outline_of(kid);
    return out;
}

page::Element heading(page::ElementId id, std::uint8_t level) {
    page::Element made = element(id, 1, ElementRole::heading);
    made.heading_level = level;
    return made;
}

/// The parent tree flattened.
std::map<int, QPDFObjectHandle> parent_tree(Written& written) {
    std::map<int, QPDFObjectHandle> entries;
    for (QPDFObjectHandle leaf : written.structure().getKey("/ParentTree").getKey("/Kids").getArrayAsVector()) {
        const auto numbers = leaf.getKey("/Nums").getArrayAsVector();
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
            entries.emplace(QPDFObjectHandle{numbers[i]}.getIntValueAsInt(), numbers[i + 1]);
        }
        const auto limits = leaf.getKey("/Limits").getArrayAsVector();
        EXPECT_EQ(QPDFObjectHandle{limits[0]}.getIntValueAsInt(), QPDFObjectHandle{numbers[0]}.getIntValueAsInt());
        EXPECT_EQ(QPDFObjectHandle{limits[1]}.getIntValueAsInt(),
                  QPDFObjectHandle{numbers[numbers.size() - 2]}.getIntValueAsInt());
    }
    return entries;
}

TEST(PdfStructure, CatalogHoldsWhatBothStandardsAskFor) {
    Written written{{paragraph_page({words(u"text", 2)})}};
    QPDFObjectHandle root = written.pdf.getRoot();
    EXPECT_TRUE(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    EXPECT_TRUE(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    EXPECT_EQ(root.getKey("/Lang").getStringValue(), "mn-Mong");
    EXPECT_TRUE(written.pdf.getTrailer().getKey("/ID").isArray());
    EXPECT_FALSE(root.hasKey("/Outlines"));
}

TEST(PdfStructure, LinkInsideParagraphKeepsItsPlace) {
    page::Page page = paragraph_page({words(u"before ", 2), words(u"here", 3), words(u" after", 2)});
    page::Element link = element(3, 2, ElementRole::link);
    link.alternative_text = u"the site";
    page.begun.push_back(link);
    page.links.push_back({rectangle(60, 50, 100, 20), "https://example.org/a(b", 3});
    page.ended = {3, 2, 1};
    Written written{{page}};
    EXPECT_EQ(outline_of(written), "Document(P(0 Link(1 OBJR) 2))");

    QPDFObjectHandle annotation = written.pages().at(0).getKey("/Annots").getArrayItem(0);
    EXPECT_EQ(annotation.getKey("/Contents").getUTF8Value(), "the site");
    EXPECT_EQ(annotation.getKey("/A").getKey("/URI").getStringValue(), "https://example.org/a(b");
    EXPECT_EQ(annotation.getKey("/F").getIntValueAsInt(), 4);
    EXPECT_NEAR(annotation.getKey("/Rect").getArrayItem(3).getNumericValue(), 841.89 - 50, 0.01);
    const auto parents = parent_tree(written);
    QPDFObjectHandle owner = parents.at(annotation.getKey("/StructParent").getIntValueAsInt());
    EXPECT_EQ(owner.getKey("/S").getName(), "/Link");
}

TEST(PdfStructure, ParagraphOverTwoPagesNamesBoth) {
    page::Page first = paragraph_page({words(u"one", 2)});
    first.ended.clear();
    page::Page second = a4();
    second.items.push_back(words(u"two", 2));
    second.ended = {2, 1};
    Written written{{first, second}};
    EXPECT_EQ(outline_of(written), "Document(P(0 page+0))");
    const auto parents = parent_tree(written);
    for (QPDFObjectHandle page : written.pages()) {
        QPDFObjectHandle owners = parents.at(page.getKey("/StructParents").getIntValueAsInt());
        EXPECT_EQ(owners.getArrayItem(0).getKey("/S").getName(), "/P");
        EXPECT_EQ(page.getKey("/Tabs").getName(), "/S");
    }
}

TEST(PdfStructure, ListsSayHowTheyCount) {
    using Numbering = page::ListNumbering;
    const std::pair<Numbering, const char*> names[] = {
        {Numbering::disc, "/Disc"},              {Numbering::square, "/Square"},
        {Numbering::decimal, "/Decimal"},        {Numbering::lower_latin, "/LowerAlpha"},
        {Numbering::upper_latin, "/UpperAlpha"}, {Numbering::lower_roman, "/LowerRoman"},
        {Numbering::upper_roman, "/UpperRoman"}, {Numbering::other, "/Decimal"}};
    for (const auto& [numbering, name] : names) {
        page::Page page = paragraph_page({words(u"1.", 4)});
        page::Element list = element(2, 1, ElementRole::list);
        list.numbering = numbering;
        page.begun = {element(1, 0, ElementRole::document), list, element(3, 2, ElementRole::list_item),
                      element(4, 3, ElementRole::list_label)};
        page.ended = {4, 3, 2, 1};
        Written written{{page}};
        QPDFObjectHandle made = kids(kids(written.structure()).at(0)).at(0);
        EXPECT_EQ(made.getKey("/A").getKey("/ListNumbering").getName(), name);
    }
}

TEST(PdfStructure, ListAndTableCarryTheirAttributes) {
    page::Page page = paragraph_page({words(u"1.", 5), words(u"item", 6), words(u"head", 9), words(u"b", 12)});
    page::Element list = element(3, 1, ElementRole::list);
    list.numbering = page::ListNumbering::decimal;
    page::Element row_head = element(9, 8, ElementRole::table_header_cell);
    row_head.row_header = true;
    row_head.row_span = 2;
    page::Element wide = element(12, 10, ElementRole::table_data_cell);
    wide.column_span = 3;
    page.begun.insert(page.begun.end(),
                      {list, element(4, 3, ElementRole::list_item), element(5, 4, ElementRole::list_label),
                       element(6, 4, ElementRole::list_body), element(7, 1, ElementRole::table),
                       element(8, 7, ElementRole::table_row), row_head, element(10, 7, ElementRole::table_row),
                       element(11, 10, ElementRole::table_data_cell), wide});
    page.ended = {2, 5, 6, 4, 3, 9, 8, 11, 12, 10, 7, 1};
    Written written{{page}};
    // The empty cell 11 stays before the cell with content.
    EXPECT_EQ(outline_of(written), "Document(P L(LI(Lbl(0) LBody(1))) Table(TR(TH(2)) TR(TD TD(3))))");
    const auto parts = kids(kids(written.structure()).at(0));
    EXPECT_EQ(QPDFObjectHandle{parts[1]}.getKey("/A").getKey("/ListNumbering").getName(), "/Decimal");
    const auto rows = kids(parts[2]);
    QPDFObjectHandle head = kids(rows[0]).at(0).getKey("/A");
    EXPECT_EQ(head.getKey("/Scope").getName(), "/Row");
    EXPECT_EQ(head.getKey("/RowSpan").getIntValueAsInt(), 2);
    EXPECT_EQ(kids(rows[1]).at(1).getKey("/A").getKey("/ColSpan").getIntValueAsInt(), 3);
}

TEST(PdfStructure, LanguageAndTitleOfElements) {
    page::Page page = paragraph_page({words(u"title", 3)});
    page::Element head = heading(3, 1);
    head.language = "zh-Hans";
    head.title = u"通知";
    page.begun.push_back(head);
    Written written{{page}};
    QPDFObjectHandle made = kids(kids(written.structure()).at(0)).at(1);
    EXPECT_EQ(made.getKey("/S").getName(), "/H1");
    EXPECT_EQ(made.getKey("/Lang").getStringValue(), "zh-Hans");
    EXPECT_EQ(made.getKey("/T").getUTF8Value(), "通知");
}

TEST(PdfStructure, HeadingLevelsAreNeverSkipped) {
    page::Page page = paragraph_page({words(u"a", 3), words(u"b", 4), words(u"c", 5), words(u"d", 6)});
    page.begun.insert(page.begun.end(), {heading(3, 2), heading(4, 4), heading(5, 4), heading(6, 2)});
    Written written{{page}};
    EXPECT_EQ(outline_of(written), "Document(P H1(0) H2(1) H2(2) H1(3))");
    EXPECT_EQ(written.diagnostics.items.size(), 4u);
    EXPECT_EQ(written.diagnostics.items.at(0).id, "heading-level");
}

TEST(PdfStructure, ContentOfUnknownElementsIsAnArtifact) {
    Written written{{paragraph_page({words(u"known", 2), words(u"lost", 77)})}};
    const auto marks = marked(written.pages().at(0));
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[1].tag, "/Artifact");
}

TEST(PdfStructure, LinkWithoutElementIsReported) {
    page::Page page = paragraph_page({words(u"text", 2)});
    page.links.push_back({rectangle(60, 50, 100, 20), "https://example.org/", page::artifact});
    Written written{{page}};
    EXPECT_FALSE(written.pages().at(0).hasKey("/Annots"));
    ASSERT_EQ(written.diagnostics.items.size(), 1u);
    EXPECT_EQ(written.diagnostics.items[0].id, "link-without-element");
}

TEST(PdfStructure, StrokesAreArtifacts) {
    const page::Stroke red_rule{at(10, 10), at(90, 10), Length::points(1), {255, 0, 0}};
    Written written{{paragraph_page({words(u"text", 2), red_rule})}};
    MarkedReader reader{written.pages().at(0)};
    ASSERT_EQ(reader.marks.size(), 2u);
    EXPECT_EQ(reader.marks[1].tag, "/Artifact");
    EXPECT_THAT(reader.operators, testing::Contains("SC"));
}

TEST(PdfStructure, WavesAreArtifactsOfCurves) {
    const page::Wave wave{at(10, 10), at(10, 30), Length::points(2), Length::points(5), Length::points(1), {0, 0, 255}};
    Written written{{paragraph_page({words(u"text", 2), wave, words(u"more", 2)})}};
    MarkedReader reader{written.pages().at(0)};
    ASSERT_EQ(reader.marks.size(), 3u);
    EXPECT_EQ(reader.marks[0].tag, "/P");
    EXPECT_EQ(reader.marks[1].tag, "/Artifact");
    EXPECT_EQ(reader.marks[2].text, u"more");
    EXPECT_EQ(std::count(reader.operators.begin(), reader.operators.end(), "c"), 4);
    EXPECT_THAT(reader.operators, testing::Contains("S"));
}

TEST(PdfOutline, BookmarksNestByLevel) {
    page::Page page = paragraph_page({words(u"text", 2)});
    for (const auto& [level, title] : std::vector<std::pair<int, std::u16string>>{
             {1, u"ᠨᠢᠭᠡ"}, {3, u"a"}, {3, u"b"}, {2, u"c"}, {1, u"二"}}) {
        page.bookmarks.push_back({static_cast<std::uint8_t>(level), title, at(60, 100), 2});
    }
    Written written{{page}};
    QPDFObjectHandle outlines = written.pdf.getRoot().getKey("/Outlines");
    EXPECT_EQ(outlines.getKey("/Count").getIntValueAsInt(), 2);
    const std::function<std::string(QPDFObjectHandle)> listed = [&](QPDFObjectHandle parent) {
        std::string out;
        for (QPDFObjectHandle item = parent.getKey("/First"); item.isDictionary(); item = item.getKey("/Next")) {
            EXPECT_EQ(item.getKey("/Parent").getObjGen(), parent.getObjGen());
            out += item.getKey("/Title").getUTF8Value() + "(" + listed(item) + ")";
        }
        return out;
    };
    EXPECT_EQ(listed(outlines), "ᠨᠢᠭᠡ(a()b()c())二()");
    QPDFObjectHandle target = outlines.getKey("/Last").getKey("/Dest");
    EXPECT_EQ(target.getArrayItem(0).getObjGen(), written.pages().at(0).getObjGen());
    EXPECT_NEAR(target.getArrayItem(3).getNumericValue(), 741.89, 0.01);
}

TEST(PdfOutline, LevelStackFillsGaps) {
    format::pdf::LevelStack stack;
    std::vector<unsigned> depths;
    for (const unsigned level : {3, 5, 5, 4, 1, 2, 6, 2}) depths.push_back(stack.depth(level));
    EXPECT_THAT(depths, testing::ElementsAre(1, 2, 2, 2, 1, 2, 3, 2));
}

}  // namespace
}  // namespace bichig::test
