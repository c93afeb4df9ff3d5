// Rows, agreement of reader and schema, and agreement of JSON with Markdown.
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/base/file.h>
#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>
#include <bichig/format/json.h>

#include <document/dump.h>
#include <document/rows.h>
#include <format/json/internal/schema.h>

namespace bichig::format {
namespace {

using document::Document;

const std::string test_folder = BICHIG_TEST_FOLDER;
const std::string example_folder = test_folder + "/../../../examples/notice/";

Result<Document> read(const std::string& json) {
    Diagnostics diagnostics;
    return read_json(json, "in.json", test_folder + "/images", diagnostics);
}

std::string answer(const std::string& json) {
    const Result<Document> document = read(json);
    return document ? document::testing::dump(*document, {true}) : describe(document.error());
}

/// The inputs of the rows of `file`.
std::vector<std::string> inputs(const std::string& file) {
    std::vector<std::string> found;
    std::ifstream rows(test_folder + "/" + file);
    for (std::string line; std::getline(rows, line);) {
        const std::size_t tab = line.find('\t');
        if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
        found.push_back(document::testing::unescape(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1)));
    }
    return found;
}

TEST(JsonRows, Blocks) { document::testing::check_rows(test_folder + "/blocks.cases", answer); }
TEST(JsonRows, Errors) { document::testing::check_rows(test_folder + "/errors.cases", answer); }
TEST(JsonRows, Notes) { document::testing::check_rows(test_folder + "/notes.cases", answer); }
TEST(JsonRows, NotesErrors) { document::testing::check_rows(test_folder + "/notes_errors.cases", answer); }
TEST(JsonRows, ReaderErrors) { document::testing::check_rows(test_folder + "/reader_errors.cases", answer); }

TEST(JsonSchema, AgreesWithTheReader) {
    for (const std::string& input : inputs("blocks.cases")) EXPECT_FALSE(schema_fault(input)) << input;
    for (const std::string& input : inputs("notes.cases")) EXPECT_FALSE(schema_fault(input)) << input;
    for (const std::string& input : inputs("reader_errors.cases")) EXPECT_FALSE(schema_fault(input)) << input;
    int compared = 0;
    for (const std::string& input : inputs("errors.cases")) {
        const Result<Document> document = read(input);
        ASSERT_FALSE(document) << input;
        EXPECT_EQ(document.error().where.file, "in.json") << input;
        EXPECT_GT(document.error().where.line, 0U) << input;
        EXPECT_FALSE(document.error().hint.empty()) << input;
        const std::string& message = document.error().message;
        const bool form = message.find("no JSON") == 0 || message.find("UTF-8") != std::string::npos ||
                          message.find("twice") != std::string::npos;
        if (form) continue;  // what is no JSON has no schema
        EXPECT_TRUE(schema_fault(input)) << input;
        ++compared;
    }
    EXPECT_GT(compared, 25);
}

TEST(JsonSchema, IsWhatThePublishedFileSays) {
    EXPECT_EQ(json_schema(), read_file(test_folder + "/../../../data/schema/document.schema.json").value());
    const std::string command = "python3 '" + test_folder + "/../../../data/schema/generate.py' --check";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Json, StylesReachTheModel) {
    const auto document =
        read(R"({"kind": "document", "styles": {"s": {"size": "10mm", "han": "hei",
        "mongolian": "title",
        "colour": "#010203", "alignment": "end", "first_line_indent": -1.5, "start_indent": 1, "end_indent": 2,
        "line_pitch": "20pt", "space_before": "1pt", "space_after": "2pt", "character_pitch": "15.793pt",
        "keep_with_next": true, "orphans": 3, "widows": 1}},
        "sections": [{"language": "mn-Mong", "page": {"width": "100mm",
        "restart_numbers": true, "first_page_rules": [{"from_end": "20mm", "end_overhang": "6mm", "thickness": "2pt"}],
        "head": {"text": "h", "even_text": "e", "position": "outside", "alignment": "end",
        "size": "9pt", "han": "kai", "mongolian": "title", "first_page": true},
        "number": {"position": "outside", "before": "— ", "after": " —", "size": "14pt", "han": "song", "indent": 1,
        "below": "7mm"}}, "blocks": [{"type": "paragraph", "style": "s", "runs": [{"text": "a", "colour": "#040506",
        "size": "5pt"}]}]}]})");
    ASSERT_TRUE(document) << describe(document.error());
    const auto& paragraph = std::get<document::Paragraph>(document->sections[0].blocks[0].value);
    document::ParagraphStyle style;
    style.size = Length::millimetres(10);
    style.han = document::HanFace::hei;
    style.mongolian = document::MongolianFace::title;
    style.colour = {1, 2, 3};
    style.alignment = document::Alignment::end;
    style.first_line_indent = {-1.5};
    style.start_indent = {1};
    style.end_indent = {2};
    style.line_pitch = Length::points(20);
    style.space_before = Length::points(1);
    style.space_after = Length::points(2);
    style.character_pitch = Length::points(15.793);
    style.keep_with_next = true;
    style.orphans = 3;
    style.widows = 1;
    EXPECT_EQ(document->styles[paragraph.style], style);
    EXPECT_EQ(paragraph.runs[0].style.colour, (document::Colour{4, 5, 6}));
    EXPECT_EQ(paragraph.runs[0].style.size, Length::points(5));
    const document::PageStyle& page = document->sections[0].page;
    EXPECT_EQ(page.width, Length::millimetres(100));
    EXPECT_EQ(page.height, Length::millimetres(210));  // of the default page for vertical lines
    EXPECT_TRUE(page.restart_numbers);
    ASSERT_EQ(page.first_page_rules.size(), 1U);
    EXPECT_EQ(page.first_page_rules[0].from_end, Length::millimetres(20));
    EXPECT_EQ(page.first_page_rules[0].end_overhang, Length::millimetres(6));
    EXPECT_EQ(page.first_page_rules[0].thickness, Length::points(2));
    EXPECT_EQ(page.number.before, u"— ");
    EXPECT_EQ(page.head.text, u"h");
    EXPECT_EQ(page.head.even_text, u"e");
    EXPECT_EQ(page.head.position, document::RunningHead::Position::outside);
    EXPECT_EQ(page.head.alignment, document::Alignment::end);
    EXPECT_EQ(page.head.size, Length::points(9));
    EXPECT_EQ(page.head.han, document::HanFace::kai);
    EXPECT_EQ(page.head.mongolian, document::MongolianFace::title);
    EXPECT_TRUE(page.head.first_page);
    EXPECT_EQ(page.number.below, Length::millimetres(7));
}

/// The same file is checked against the Markdown form of the notice in tests/format/markdown.
TEST(Json, NoticeGivesTheModelOfItsMarkdown) {
    Diagnostics diagnostics;
    const auto document = read_json(read_file(example_folder + "notice.json").value(), "notice.json", "", diagnostics);
    ASSERT_TRUE(document) << describe(document.error());
    EXPECT_TRUE(diagnostics.empty());
    document::testing::check_file(test_folder + "/../../document/notice_example.txt",
                                  document::testing::summary(*document));
}

TEST(Json, OfficialDocumentsGiveTheModelOfTheirMarkdown) {
    for (const std::string name : {"letter", "order"}) {
        Diagnostics diagnostics;
        const std::string file = example_folder + "../official/" + name + ".json";
        const auto document = read_json(read_file(file).value(), name + ".json", "", diagnostics);
        ASSERT_TRUE(document) << describe(document.error());
        EXPECT_TRUE(diagnostics.empty());
        document::testing::check_file(test_folder + "/../../document/official_" + name + ".txt",
                                      document::testing::summary(*document));
    }
}

TEST(Json, DepthIsBounded) {
    const std::string deep = std::string(100000, '[') + std::string(100000, ']');
    EXPECT_FALSE(read(deep));
}

RC_GTEST_PROP(Json, AnyBytesGiveAnAnswer, (const std::string& bytes)) {
    const Result<Document> document = read("{\"kind\": \"document\", " + bytes);
    RC_ASSERT((document.has_value() || !document.error().message.empty()));
}

RC_GTEST_PROP(Json, StringsKnowTheirBytes, ()) {
    const std::vector<std::string> pieces{"ᠮᠣᠩ", "\u202F", "中", "x", "\\\"", "\\\\", "\\n", "\\u1820", " ", "🐴", "/"};
    std::string string;
    for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) string += piece;
    const std::string head =
        "{\"kind\": \"document\", \"sections\": [{\"language\": \"en\", \"blocks\": [{\"text\": \"";
    const std::string json = head + "x" + string + "\", \"type\": \"paragraph\"}]}]}";
    const Result<Document> document = read(json);
    RC_ASSERT(document.has_value());
    const auto& run = std::get<document::Paragraph>(document->sections[0].blocks[0].value).runs[0];
    const auto begin = static_cast<std::uint32_t>(head.size());
    RC_ASSERT(run.source == (SourceRange{0, begin, begin + 1 + static_cast<std::uint32_t>(string.size())}));
}

}  // namespace
}  // namespace bichig::format
