// Rows, images, long texts and the promise that every run knows its bytes.
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/base/file.h>
#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>
#include <bichig/format/markdown.h>
#include <bichig/notice/notice.h>

#include <document/dump.h>
#include <document/internal/walk.h>
#include <document/rows.h>

namespace bichig::format {
namespace {

using document::Document;

const std::string test_folder = BICHIG_TEST_FOLDER;

Result<Document> read(const std::string& markdown, Diagnostics& diagnostics) {
    return read_markdown(markdown, "in.md", test_folder + "/images", diagnostics);
}

Result<Document> read(const std::string& markdown) {
    Diagnostics diagnostics;
    return read(markdown, diagnostics);
}

/// Model and diagnostics, or the error.
std::string answer(const std::string& markdown) {
    Diagnostics diagnostics;
    const Result<Document> document = read(markdown, diagnostics);
    if (!document) return describe(document.error());
    std::string text;
    const bool lying = document->sections[0].page.width > document->sections[0].page.height;
    if (markdown.substr(0, 3) == "---") {
        text = "title '" + to_utf8(document->properties.title) + "' " + (lying ? "landscape" : "portrait") + "\n";
    }
    text += document::testing::dump(*document, {true});
    for (const Diagnostic& diagnostic : diagnostics.items) text += describe(diagnostic) + "\n";
    return text;
}

TEST(MarkdownRows, Blocks) { document::testing::check_rows(test_folder + "/blocks.cases", answer); }

TEST(MarkdownRows, Notes) { document::testing::check_rows(test_folder + "/notes.cases", answer); }

TEST(MarkdownRows, NotesErrors) { document::testing::check_rows(test_folder + "/notes_errors.cases", answer); }

TEST(MarkdownRows, Errors) { document::testing::check_rows(test_folder + "/errors.cases", answer); }

TEST(Markdown, ErrorsHaveAPlaceAndAHint) {
    std::ifstream rows(test_folder + "/errors.cases");
    for (std::string line; std::getline(rows, line);) {
        const std::size_t tab = line.find('\t');
        if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
        const std::string input = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
        const Result<Document> document = read(document::testing::unescape(input));
        ASSERT_FALSE(document) << line;
        EXPECT_EQ(document.error().where.file, "in.md") << line;
        EXPECT_GT(document.error().where.line, 0U) << line;
        EXPECT_FALSE(document.error().hint.empty()) << line;
    }
}

TEST(Markdown, ImagesStandAlone) {
    const Result<Document> document = read("![*red* mark](red%20mark.png)\n![two](<red mark.png>)");
    ASSERT_TRUE(document) << describe(document.error());
    ASSERT_EQ(document->sections[0].blocks.size(), 2U);
    const auto& image = std::get<document::Image>(document->sections[0].blocks[0].value);
    EXPECT_EQ(image.size, (PhysicalSize{Length::points(9), Length::points(3.75)}));
    EXPECT_EQ(image.alternative_text, u"red mark");
    EXPECT_EQ(image.source, (SourceRange{0, 0, 29}));
    EXPECT_EQ(image.bytes->substr(1, 3), "PNG");
}

TEST(Markdown, JpegSizeIsRead) {
    const std::string folder = ::testing::TempDir() + "bichig_jpeg";
    std::ofstream(folder, std::ios::binary)
        << std::string("\xFF\xD8\xFF\xE0\x00\x04\x00\x00\xFF\xFF\xC2\x00\x0B\x08\x00\x21\x01\x02\x01\x01\x11\x00", 22);
    Diagnostics diagnostics;
    const auto document = read_markdown("![x](bichig_jpeg)", "in.md", ::testing::TempDir(), diagnostics);
    ASSERT_TRUE(document) << describe(document.error());
    const auto& image = std::get<document::Image>(document->sections[0].blocks[0].value);
    EXPECT_EQ(image.size, (PhysicalSize{Length::points(193.5), Length::points(24.75)}));
}

TEST(Markdown, DepthIsBounded) {
    EXPECT_FALSE(read(std::string(100000, '>') + " x"));
    std::string marks;
    for (int i = 0; i < 20000; ++i) marks += i % 2 == 0 ? "*a " : "**b ";
    for (int i = 20000; i-- > 0;) marks += i % 2 == 0 ? "x* " : "x** ";
    EXPECT_FALSE(read(marks));
}

/// All runs of `blocks`, cells included.
std::vector<document::Run> runs_of(const Document& document) {
    std::vector<document::Run> runs;
    for (const document::Section& section : document.sections) {
        document::for_each_block(section.blocks, [&](const document::Block& block) {
            if (const auto* paragraph = std::get_if<document::Paragraph>(&block.value)) {
                runs.insert(runs.end(), paragraph->runs.begin(), paragraph->runs.end());
            } else if (const auto* table = std::get_if<document::Table>(&block.value)) {
                for (const auto& row : table->rows) {
                    for (const auto& cell : row.cells) runs.insert(runs.end(), cell.runs.begin(), cell.runs.end());
                }
            }
        });
    }
    return runs;
}

/// Line ends of any kind and spaces made alike.
std::string with_plain_spaces(std::string text) {
    for (char& c : text) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return text;
}

/// Pieces that Markdown is made of; put together at random they give every kind of markup, well formed and not.
const std::vector<std::string> pieces{
    "ᠮᠣᠩ",    "ᠤᠨ",           "中文",        "，",    "a",    "b c", " ",    " ",
    "\u00A0", "\u202F",       "\u3000",      "  ",    "\n",   "\n",  "\n\n", "\r\n",
    "*",      "**",           "_",           "`",     "``",   "\\",  "[",    "]",
    "](u)",   "](<v w> 't')", "(",           ")",     "!",    "#",   "# ",   "## ",
    "- ",     "1. ",          "2) ",         "> ",    "    ", "\t",  "|",    " | ",
    "---",    "\n--|--\n",    "\n===\n",     "```\n", "~~~",  "&",   ";",    "é",
    "🐴",      "<http://x.y>", "\n[a]: /u\n", "[a]",   "\\|",  ":",   "\\\n", "\u200B"};

/// A random text of these pieces.
rc::Gen<std::string> markdown_text() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const std::string& part : parts) text += part;
                            return text;
                        });
}

RC_GTEST_PROP(MarkdownRuns, KnowTheirBytes, ()) {
    const std::string text = *markdown_text();
    const Result<Document> document = read(text);
    if (!document) {
        // cmark takes definitions and the heads of tables out of a paragraph's text without saying from where.
        const bool taken_out = text.find("]:") != std::string::npos || text.find('|') != std::string::npos;
        if (!taken_out) RC_ASSERT(document.error().message.find("matched") == std::string::npos);
        RC_DISCARD("faulty");
    }
    for (const document::Run& run : runs_of(*document)) {
        RC_ASSERT(run.source.end <= text.size());
        const std::string bytes = text.substr(run.source.begin, run.source.end - run.source.begin);
        const std::string own = to_utf8(run.text);
        // A forced break may stand on the backslash before the line end; blanks of a cut tab have no bytes.
        const bool blanks = own.find_first_not_of(" \n") == std::string::npos;
        if (!blanks && own.back() != '\n') RC_ASSERT(with_plain_spaces(bytes) == with_plain_spaces(own));
        RC_ASSERT(!run.text.empty());
    }
}

RC_GTEST_PROP(MarkdownRuns, PlainTextLosesNothing, ()) {
    const std::vector<std::string> letters{"ᠮᠣᠩ", "ᠤᠨ", "ᠠ\u180B", "ᠠ\u180Eᠠ", " ", "\u00A0", "\u202F", "\u3000",
                                           "中", "é", "🐴", "x", "《", "᠂", "\u200D"};
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(letters));
    std::string text;
    for (const std::string& word : words) text += word;
    // ASCII spaces around a paragraph are no text; everything else is.
    text.erase(0, text.find_first_not_of(' '));
    text.erase(text.find_last_not_of(' ') + 1);
    const Result<Document> document = read(text);
    RC_ASSERT(document.has_value());
    const std::u16string expected = to_utf16(text).value() + (text.empty() ? u"" : u"\n");
    RC_ASSERT(document::reading_text(*document) == expected);
}

/// A long text is read in parts; every block must come out as it does alone.
TEST(Markdown, PartsMeetWithoutASeam) {
    const std::vector<std::string> blocks{
        "# ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "ᠮᠣᠩᠭᠣᠯ **ᠪᠢᠴᠢᠭ** ᠤᠨ 中文 text", "- a\n- b\n\n  c",
        "```\ncode\n\nmore\n\nlast\n```", "| a | b |\n| - | - |\n| c | d |", "> quoted\n> text"};
    std::string text;
    std::string expected;
    for (int i = 0; i < 4000; ++i) {
        const std::string& block = blocks[static_cast<std::size_t>(i) % blocks.size()];
        text += block + "\n\n";
        if (i < static_cast<int>(blocks.size())) {
            const std::string alone = document::testing::dump(*read("ᠮ\n\n" + block));
            expected += alone.substr(alone.find("'ᠮ'\n") + std::string{"'ᠮ'\n"}.size());
        }
    }
    const Result<Document> document = read(text);
    ASSERT_TRUE(document) << describe(document.error());
    const std::string found = document::testing::dump(*document);
    std::string all = "section mn-Mong vertical\n";
    for (int i = 0; i < 4000 / static_cast<int>(blocks.size()); ++i) all += expected;
    EXPECT_EQ(found.substr(0, all.size()), all);
    for (const document::Run& run : runs_of(*document)) {
        const std::string bytes = text.substr(run.source.begin, run.source.end - run.source.begin);
        ASSERT_EQ(with_plain_spaces(bytes), with_plain_spaces(to_utf8(run.text)));
    }
}

TEST(Markdown, CodeLongerThanAPartStaysWhole) {
    std::string code;
    for (int i = 0; i < 20000; ++i) code += "line " + std::to_string(i) + "\n\n";
    const Result<Document> document = read("x\n\n```\n" + code + "```\n\nend");
    ASSERT_TRUE(document);
    ASSERT_EQ(document->sections[0].blocks.size(), 3U);
}

TEST(Examples, AreMadeFromTheirTransliteration) {
    const std::string command = "python3 '" + test_folder + "/../../../data/translit/make_examples.py' --check";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

/// Letter and order are compared with their JSON form in tests/format/json.
TEST(Examples, OfficialDocumentsOfEachKind) {
    for (const notice::Kind kind : notice::kinds) {
        const std::string name{notice::name_of(kind)};
        const std::string path = test_folder + "/../../../examples/official/" + name + ".md";
        Diagnostics diagnostics;
        const auto document = read_markdown(read_file(path).value(), name + ".md", "", diagnostics);
        ASSERT_TRUE(document) << describe(document.error());
        EXPECT_TRUE(diagnostics.empty());
        document::testing::check_file(test_folder + "/../../document/official_" + name + ".txt",
                                      document::testing::summary(*document));
    }
}

TEST(Examples, NoticeHoldsWhatAReaderMustCopeWith) {
    const std::string path = test_folder + "/../../../examples/notice/notice.md";
    Diagnostics diagnostics;
    const auto document = read_markdown(read_file(path).value(), "notice.md", "", diagnostics);
    ASSERT_TRUE(document) << describe(document.error());
    EXPECT_TRUE(diagnostics.empty());
    document::testing::check_file(test_folder + "/../../document/notice_example.txt",
                                  document::testing::summary(*document));
    const std::u16string text = document::reading_text(*document);
    for (const char16_t c : {u'\u180E', u'\u202F', u'\u180B', u'\u3000', u'\u00A0', u'《', u'》', u'（', u'\u1803'}) {
        EXPECT_NE(text.find(c), std::u16string::npos) << std::hex << static_cast<unsigned>(c);
    }
    for (const std::u16string_view part : {u"GPS", u"A4", u"23\u202F", u"15\u180E", u"1.\n", u"抄送：", u"印发"}) {
        EXPECT_NE(text.find(part), std::u16string::npos) << to_utf8(part);
    }
}

}  // namespace
}  // namespace bichig::format
