// What is read back of files: our own, damaged ones, and ones that lead in circles.
#include <fstream>

#include <gmock/gmock.h>
#include <bichig/format/pdf/info.h>

#include "format/pdf/read_back.h"

#include <qpdf/QPDFWriter.hh>

namespace bichig::test {
namespace {

using format::PdfInfo;
using page::Orientation;

/// A file of two pages with text in three fonts.
struct Made {
    Folder folder;
    std::string path = folder.file("out.pdf");

    Made() {
        page::Page first = paragraph_page({mongolian_run(u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ", at(60, 60), 2)});
        first.ended.clear();
        page::Page second = a4();
        std::swap(second.size.width, second.size.height);
        second.items = {plain_run(fangsong(), u"中文", at(60, 60), 2, Orientation::horizontal)};
        second.ended = {2, 1};
        Diagnostics diagnostics;
        const auto done = write_pages(path, {first, second}, some_properties(), diagnostics);
        if (!done) throw std::runtime_error{describe(done.error())};
    }

    PdfInfo info() const {
        auto read = format::read_pdf_info(path);
        if (!read) throw std::runtime_error{describe(read.error())};
        return *read;
    }

    /// Lets `change` edit the file.
    template <class Change>
    void edit(Change change) {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processFile(path.c_str());
        const std::string changed = path + ".new";  // the writer keeps the pointer
        QPDFWriter writer{pdf, changed.c_str()};
        change(pdf, writer);
        writer.write();
        std::filesystem::rename(changed, path);
    }
};

TEST(PdfInfo, OfAFileOfOurOwn) {
    const PdfInfo info = Made{}.info();
    EXPECT_EQ(info.version, "1.7");
    EXPECT_EQ(info.pages, 2u);
    ASSERT_EQ(info.sizes.size(), 2u);
    EXPECT_EQ(info.sizes[0].size.width, info.sizes[1].size.height);
    EXPECT_EQ(info.sizes[0].pages, 1u);
    EXPECT_EQ(info.title, "ᠮᠡᠳᠡᠭᠳᠡᠯ");
    EXPECT_EQ(info.language, "mn-Mong");
    EXPECT_EQ(info.pdfa, "2u");
    EXPECT_EQ(info.pdfua, "1");
    EXPECT_TRUE(info.tagged);
    EXPECT_FALSE(info.encrypted);
    ASSERT_EQ(info.fonts.size(), 2u);
    EXPECT_EQ(info.fonts[0].name, "FandolFang-Regular");
    EXPECT_EQ(info.fonts[0].type, "CIDFontType0");
    EXPECT_EQ(info.fonts[1].type, "CIDFontType2");
    for (const format::PdfFont& font : info.fonts) {
        EXPECT_TRUE(font.embedded && font.subset);
        EXPECT_EQ(font.pages, 1u);
    }
    EXPECT_THAT(info.elements, testing::ElementsAre(testing::Pair("Document", 1), testing::Pair("P", 1)));
    EXPECT_EQ(info.text, to_utf8(u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠬᠡᠯᠡ"));
}

TEST(PdfInfo, TextIsCutBetweenCharacters) {
    Folder folder;
    std::u16string text;
    for (int i = 0; i < 300; ++i) text += i % 7 == 6 ? u' ' : u'\u1820';
    Diagnostics diagnostics;
    ASSERT_TRUE(write_pages(folder.file("a.pdf"), {paragraph_page({mongolian_run(text, at(60, 60), 2)})},
                            some_properties(), diagnostics));
    const auto info = format::read_pdf_info(folder.file("a.pdf"));
    ASSERT_TRUE(info);
    EXPECT_EQ(to_utf16(info->text).value_or(u""), text.substr(0, 200));
}

TEST(PdfInfo, WhatWantsAPasswordOrIsNoPdfIsAnError) {
    Made made;
    made.edit([](QPDF&, QPDFWriter& writer) {
        writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    });
    const auto locked = format::read_pdf_info(made.path);
    ASSERT_FALSE(locked);
    EXPECT_THAT(locked.error().message, testing::HasSubstr("password"));
    EXPECT_EQ(locked.error().where.file, made.path);

    for (const std::string bytes : {"", "%PDF-1.7\n", "no PDF at all", "%PDF-1.4\ntrailer <</Root 1 0 R>>\n%%EOF"}) {
        std::ofstream(made.path, std::ios::binary | std::ios::trunc) << bytes;
        const auto read = format::read_pdf_info(made.path);
        ASSERT_FALSE(read) << bytes;
        EXPECT_FALSE(read.error().hint.empty());
    }
    EXPECT_FALSE(format::read_pdf_info(made.folder.file("none.pdf")));
}

TEST(PdfInfo, AFileForReadingWithAnOwnersPasswordIsRead) {
    Made made;
    made.edit([](QPDF&, QPDFWriter& writer) {
        writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    });
    const PdfInfo info = made.info();
    EXPECT_TRUE(info.encrypted);
    EXPECT_EQ(info.pages, 2u);
}

TEST(PdfInfo, CutFilesNeverCrash) {
    Made made;
    const std::string bytes = read_file(made.path).value();
    for (std::size_t size = 0; size < bytes.size(); size += 97) {
        std::ofstream(made.path, std::ios::binary | std::ios::trunc) << bytes.substr(0, size);
        const auto read = format::read_pdf_info(made.path);
        EXPECT_TRUE(read || !read.error().message.empty());
    }
}

TEST(PdfInfo, CirclesAreFollowedOnce) {
    Made made;
    made.edit([](QPDF& pdf, QPDFWriter&) {
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::parse("<</Title (a)>>"));
        item.replaceKey("/First", item);
        item.replaceKey("/Next", item);
        QPDFObjectHandle outlines = pdf.makeIndirectObject(QPDFObjectHandle::parse("<</Type/Outlines>>"));
        outlines.replaceKey("/First", item);
        pdf.getRoot().replaceKey("/Outlines", outlines);
        QPDFObjectHandle tree = pdf.getRoot().getKey("/StructTreeRoot");
        QPDFObjectHandle element = pdf.makeIndirectObject(QPDFObjectHandle::parse("<</S/Span/Lang (zh)>>"));
        element.replaceKey("/K", element);
        tree.replaceKey("/K", QPDFObjectHandle::newArray({element, element}));
    });
    const PdfInfo info = made.info();
    EXPECT_EQ(info.bookmarks, 1u);
    EXPECT_THAT(info.elements, testing::ElementsAre(testing::Pair("Span", 1)));
    EXPECT_THAT(info.languages, testing::ElementsAre(testing::Pair("zh", 1)));
}

}  // namespace
}  // namespace bichig::test
