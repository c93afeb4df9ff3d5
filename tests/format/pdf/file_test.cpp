// The file as a whole: determinism, the page tree, metadata, failures, and what a long document costs.
#include <csignal>
#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "format/pdf/internal/metadata.h"
#include "format/pdf/read_back.h"

namespace bichig::test {
namespace {

using page::Orientation;

page::GlyphRun words(std::u16string text) {
    return plain_run(latin(), std::move(text), at(60, 60), 2, Orientation::horizontal);
}

TEST(PdfFile, SamePagesGiveTheSameBytes) {
    const Folder folder;
    Diagnostics diagnostics;
    for (const char* name : {"a.pdf", "b.pdf"}) {
        std::vector<page::Page> pages{paragraph_page({mongolian_run(u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ", at(60, 60), 2)})};
        ASSERT_TRUE(write_pages(folder.file(name), pages, some_properties(), diagnostics));
    }
    EXPECT_EQ(*read_file(folder.file("a.pdf")), *read_file(folder.file("b.pdf")));
}

TEST(PdfFile, OtherTextGivesAnotherIdentifier) {
    Written first{{paragraph_page({words(u"one")})}};
    Written second{{paragraph_page({words(u"two")})}};
    EXPECT_NE(first.pdf.getTrailer().getKey("/ID").unparse(), second.pdf.getTrailer().getKey("/ID").unparse());
}

TEST(PdfFile, InfoAndXmpSayTheSame) {
    page::Properties properties = some_properties();
    properties.title = u"a < b & ᠮᠡᠳᠡᠭᠳᠡᠯ";
    properties.author = u"局";
    properties.keywords = {u"x", u"y"};
    properties.date = "2024-05-16T08:00:00+08:00";
    Written written{{paragraph_page({words(u"text")})}, properties};
    QPDFObjectHandle info = written.pdf.getTrailer().getKey("/Info");
    EXPECT_EQ(info.getKey("/Title").getUTF8Value(), "a < b & ᠮᠡᠳᠡᠭᠳᠡᠯ");
    EXPECT_EQ(info.getKey("/Keywords").getUTF8Value(), "x, y");
    EXPECT_EQ(info.getKey("/CreationDate").getStringValue(), "D:20240516080000+08'00'");
    const std::string xmp = stream_text(written.pdf.getRoot().getKey("/Metadata"));
    for (const char* part : {"<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>",
                             "<pdfuaid:part>1</pdfuaid:part>", "a &lt; b &amp; ᠮᠡᠳᠡᠭᠳᠡᠯ", "<rdf:li>局</rdf:li>",
                             "<pdf:Keywords>x, y</pdf:Keywords>",
                             "<xmp:CreateDate>2024-05-16T08:00:00+08:00</xmp:CreateDate>"}) {
        EXPECT_THAT(xmp, testing::HasSubstr(part));
    }
}

TEST(PdfFile, WithoutDateTheFileStatesNone) {
    Written written{{paragraph_page({words(u"text")})}};
    EXPECT_FALSE(written.pdf.getTrailer().getKey("/Info").hasKey("/CreationDate"));
    EXPECT_THAT(stream_text(written.pdf.getRoot().getKey("/Metadata")), testing::Not(testing::HasSubstr("Date")));
}

TEST(PdfFile, WrongDateIsReportedAndLeftOut) {
    page::Properties properties = some_properties();
    properties.date = "16 May";
    Written written{{paragraph_page({words(u"text")})}, properties};
    EXPECT_FALSE(written.pdf.getTrailer().getKey("/Info").hasKey("/CreationDate"));
    ASSERT_EQ(written.diagnostics.items.size(), 1u);
    EXPECT_EQ(written.diagnostics.items[0].id, "document-date");
}

TEST(PdfFile, Dates) {
    using format::pdf::pdf_date;
    EXPECT_EQ(pdf_date("2024-05-16"), "(D:20240516)");
    EXPECT_EQ(pdf_date("2024-05-16T08:09:10Z"), "(D:20240516080910Z)");
    EXPECT_EQ(pdf_date("2024-05-16T08:09:10-03:30"), "(D:20240516080910-03'30')");
    for (const char* wrong : {"", "2024", "2024-13-01", "2024-00-01", "2024-05-32", "2024-05-16T08:09", "2024-05-16 ",
                              "2024-05-16T24:00:00Z", "2024-05-16T08:00:00+0800", "2024-05-16T08:00:00+08:00x"}) {
        EXPECT_EQ(pdf_date(wrong), std::nullopt) << wrong;
    }
}

TEST(PdfFile, DocumentWithoutTitleIsNamedByItsText) {
    page::Properties properties = some_properties();
    properties.title.clear();
    Written by_text{{paragraph_page({words(u"first words")})}, properties};
    EXPECT_EQ(by_text.pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), "first words");
    page::Page page = paragraph_page({words(u"text")});
    page.bookmarks.push_back({1, u"heading", {}, 2});
    Written by_heading{{page}, properties};
    EXPECT_EQ(by_heading.pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), "heading");
}

TEST(PdfFile, PageTreeIsBalanced) {
    std::vector<page::Page> pages;
    constexpr std::size_t count = 32 * 32 + 40;
    for (std::size_t i = 0; i < count; ++i) pages.push_back(a4());
    Written written{std::move(pages)};
    QPDFObjectHandle root = written.pdf.getRoot().getKey("/Pages");
    EXPECT_EQ(root.getKey("/Count").getIntValueAsInt(), static_cast<int>(count));
    EXPECT_FALSE(root.hasKey("/Parent"));
    const std::function<int(QPDFObjectHandle)> depth = [&](QPDFObjectHandle node) {
        if (node.getKey("/Type").getName() == "/Page") return 0;
        int deepest = 0;
        int total = 0;
        const auto kids = node.getKey("/Kids").getArrayAsVector();
        EXPECT_LE(kids.size(), 32u);
        for (QPDFObjectHandle kid : kids) {
            EXPECT_EQ(kid.getKey("/Parent").getObjGen(), node.getObjGen());
            deepest = std::max(deepest, depth(kid));
            total += kid.hasKey("/Count") ? kid.getKey("/Count").getIntValueAsInt() : 1;
        }
        EXPECT_EQ(total, node.getKey("/Count").getIntValueAsInt());
        return deepest + 1;
    };
    EXPECT_EQ(depth(root), 3);
    EXPECT_EQ(written.pages().size(), count);
}

TEST(PdfFile, DocumentWithoutPagesIsStillAFile) {
    Written written{{}};
    EXPECT_EQ(written.pages().size(), 0u);
}

TEST(PdfFile, EveryPageSetsAColour) {
    Written written{{a4()}};
    MarkedReader reader{written.pages().at(0)};
    EXPECT_THAT(reader.operators, testing::ElementsAre("cs", "sc"));
}

TEST(PdfFile, MissingFolderIsASystemError) {
    const Folder folder;
    Diagnostics diagnostics;
    const auto sink = format::open_pdf({folder.file("none/out.pdf"), "Bichig", true, nullptr}, diagnostics);
    ASSERT_FALSE(sink);
    EXPECT_EQ(sink.error().code, ErrorCode::system);
    EXPECT_FALSE(sink.error().hint.empty());
}

TEST(PdfFile, UnfinishedDocumentLeavesTheOldFile) {
    const Folder folder;
    const std::string path = folder.file("out.pdf");
    std::ofstream{path} << "old";
    {
        Diagnostics diagnostics;
        auto sink = format::open_pdf({path, "Bichig", true, nullptr}, diagnostics);
        ASSERT_TRUE(sink);
        ASSERT_TRUE((*sink)->begin(some_properties()));
        ASSERT_TRUE((*sink)->page(paragraph_page({words(u"text")})));
    }
    EXPECT_EQ(*read_file(path), "old");
    EXPECT_EQ(folder.file_count(), 1u);
}

TEST(PdfFile, FullDiskIsASystemErrorAndLeavesTheOldFile) {
    const Folder folder;
    const std::string path = folder.file("out.pdf");
    std::ofstream{path} << "old";
    // A limit on the size of files stands in for the full disk.
    struct rlimit old_limit {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &old_limit), 0);
    struct rlimit limit = old_limit;
    limit.rlim_cur = 1000;
    const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    Diagnostics diagnostics;
    const auto done = write_pages(path, {paragraph_page({words(u"text")})}, some_properties(), diagnostics);
    ::setrlimit(RLIMIT_FSIZE, &old_limit);
    std::signal(SIGXFSZ, old_handler);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::system);
    EXPECT_EQ(*read_file(path), "old");
    EXPECT_EQ(folder.file_count(), 1u);
}

/// Memory in use by this process, in bytes.
std::size_t memory() {
    std::ifstream file{"/proc/self/statm"};
    std::size_t size = 0;
    std::size_t resident = 0;
    file >> size >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// BICHIG_STRESS_PAGES sets the pages: 3000 are a book of half a million words.
TEST(PdfFile, LongDocumentTakesNoMoreMemoryThanAShortOne) {
    const char* asked = std::getenv("BICHIG_STRESS_PAGES");
    const int count = asked != nullptr ? std::atoi(asked) : 400;
    const Folder folder;
    const std::string path = folder.file("out.pdf");
    Diagnostics diagnostics;
    auto sink = format::open_pdf({path, "Bichig", true, nullptr}, diagnostics);
    ASSERT_TRUE(sink);
    ASSERT_TRUE((*sink)->begin(some_properties()));
    const page::GlyphRun line = mongolian_run(u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ\u180Eᠠ ᠦᠭᠡ\u180B ᠨᠢᠭᠡ ᠬᠣᠶᠠᠷ", at(60, 60), 2);
    std::size_t early = 0;
    for (int number = 0; number < count; ++number) {
        page::Page page = a4();
        if (number == 0) page.begun.push_back(element(1, 0, page::ElementRole::document));
        for (page::ElementId paragraph = 0; paragraph < 20; ++paragraph) {
            const page::ElementId id = 2 + static_cast<page::ElementId>(number) * 20 + paragraph;
            page.begun.push_back(element(id, 1, page::ElementRole::paragraph));
            page.ended.push_back(id);
            page.items.push_back(line);
            std::get<page::GlyphRun>(page.items.back()).element = id;
        }
        ASSERT_TRUE((*sink)->page(std::move(page)));
        if (number == count / 8) early = memory();
    }
    const std::size_t late = memory();
    ASSERT_TRUE((*sink)->finish());
    RecordProperty("growth_kilobytes", static_cast<int>((late - std::min(early, late)) / 1024));
#if !defined(__SANITIZE_ADDRESS__)
    EXPECT_LT(late, early + static_cast<std::size_t>(count) * 2048 + (1u << 20));
#endif
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(path.c_str());
    EXPECT_EQ(pdf.getAllPages().size(), static_cast<std::size_t>(count));
    EXPECT_FALSE(pdf.anyWarnings());
}

}  // namespace
}  // namespace bichig::test
