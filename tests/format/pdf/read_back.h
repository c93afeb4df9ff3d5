// Writes pages to a file and reads it back with libqpdf, as the tests of the PDF writer look at it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include <gtest/gtest.h>

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QUtil.hh>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/format/pdf.h>

#include "format/pdf/made_pages.h"

namespace bichig::test {

/// A folder that goes away with the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "bichig-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }
    std::size_t file_count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path_}, {}));
    }

private:
    std::string path_;
};

inline page::Properties some_properties() {
    page::Properties properties;
    properties.title = u"ᠮᠡᠳᠡᠭᠳᠡᠯ";
    properties.language = "mn-Mong";
    return properties;
}

/// A page whose items belong to the paragraph 2 of the document 1.
inline page::Page paragraph_page(std::vector<page::Item> items) {
    page::Page page = a4();
    page.begun = {element(1, 0, page::ElementRole::document), element(2, 1, page::ElementRole::paragraph)};
    page.ended = {2, 1};
    page.items = std::move(items);
    return page;
}

inline Result<void> write_pages(const std::string& path, std::vector<page::Page> pages,
                                const page::Properties& properties, Diagnostics& diagnostics, bool compress = true) {
    auto sink = format::open_pdf({path, "Bichig", compress, nullptr}, diagnostics);
    if (!sink) return tl::unexpected<Error>{sink.error()};
    if (auto done = (*sink)->begin(properties); !done) return done;
    for (page::Page& page : pages) {
        if (auto done = (*sink)->page(std::move(page)); !done) return done;
    }
    return (*sink)->finish();
}

/// A file that was written, open in libqpdf.
struct Written {
    Folder folder;
    Diagnostics diagnostics;
    QPDF pdf;

    explicit Written(std::vector<page::Page> pages, const page::Properties& properties = some_properties(),
                     bool compress = true) {
        const std::string path = folder.file("out.pdf");
        const auto done = write_pages(path, std::move(pages), properties, diagnostics, compress);
        if (!done) throw std::runtime_error{describe(done.error())};
        pdf.setSuppressWarnings(true);
        pdf.processFile(path.c_str());
    }
    std::vector<QPDFObjectHandle> pages() { return pdf.getAllPages(); }
    QPDFObjectHandle structure() { return pdf.getRoot().getKey("/StructTreeRoot"); }
};

/// UTF-16BE bytes as text.
inline std::u16string from_utf16be(const std::string& bytes) {
    std::u16string text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        text.push_back(static_cast<char16_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                             static_cast<unsigned char>(bytes[i + 1])));
    }
    return text;
}

inline std::string stream_text(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// The rows "<code> value" of a CMap stream, by code.
inline std::map<unsigned, std::string> cmap_rows(QPDFObjectHandle stream) {
    std::map<unsigned, std::string> rows;
    const std::string text = stream_text(stream);
    for (std::size_t line = 0; line < text.size(); line = text.find('\n', line) + 1) {
        if (text[line] != '<' || text.compare(line + 5, 2, "> ") != 0) continue;
        const std::string value = text.substr(line + 7, text.find('\n', line) - line - 7);
        if (value != "<FFFF>" || text[line + 1] != '0') rows[std::stoul(text.substr(line + 1, 4), nullptr, 16)] = value;
    }
    return rows;
}

/// One marked content of a page, as a reader sees it.
struct Marked {
    std::string tag;
    int mcid = -1;
    std::string language;
    bool actual = false;
    std::u16string text;  ///< ActualText, or the text of the codes
    int codes = 0;
};

/// Reads the marked contents of a page: a small interpreter of the operators that the writer uses.
class MarkedReader final : public QPDFObjectHandle::ParserCallbacks {
public:
    explicit MarkedReader(QPDFObjectHandle page) : fonts_{page.getKey("/Resources").getKey("/Font")} {
        page.parsePageContents(this);
    }
    std::vector<Marked> marks;
    std::vector<std::string> operators;

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) return operands_.push_back(object);
        run(object.getOperatorValue());
        operators.push_back(object.getOperatorValue());
        operands_.clear();
    }
    void handleEOF() override { EXPECT_EQ(depth_, 0) << "marked content is not closed"; }

private:
    void run(const std::string& name) {
        if (name == "BDC" || name == "BMC") {
            if (++depth_ == 1) marks.emplace_back();
            Marked& mark = marks.back();
            if (depth_ == 1) mark.tag = operands_.at(0).getName();
            if (name == "BDC") read_properties(mark, operands_.at(1));
        } else if (name == "EMC") {
            --depth_;
        } else if (name == "Tf") {
            to_unicode_ = cmap_rows(fonts_.getKey(operands_.at(0).getName()).getKey("/ToUnicode"));
        } else if (name == "TJ") {
            ASSERT_GT(depth_, 0) << "text outside of marked content";
            for (auto& part : operands_.at(0).getArrayAsVector()) {
                if (part.isString()) add_codes(from_utf16be(part.getStringValue()));
            }
        }
    }
    void read_properties(Marked& mark, QPDFObjectHandle properties) {
        if (properties.hasKey("/MCID")) mark.mcid = properties.getKey("/MCID").getIntValueAsInt();
        if (properties.hasKey("/Lang")) mark.language = properties.getKey("/Lang").getStringValue();
        if (properties.hasKey("/ActualText")) {
            mark.actual = true;
            mark.text = *to_utf16(properties.getKey("/ActualText").getUTF8Value());
        }
    }
    void add_codes(const std::u16string& codes) {
        for (const char16_t code : codes) {
            const auto row = to_unicode_.find(code);
            ASSERT_NE(row, to_unicode_.end()) << "a code without text";
            const std::string hex = row->second.substr(1, row->second.size() - 2);
            if (!marks.back().actual) marks.back().text += from_utf16be(QUtil::hex_decode(hex));
            ++marks.back().codes;
        }
    }

    QPDFObjectHandle fonts_;
    std::vector<QPDFObjectHandle> operands_;
    std::map<unsigned, std::string> to_unicode_;
    int depth_ = 0;
};

inline std::vector<Marked> marked(QPDFObjectHandle page) { return MarkedReader{page}.marks; }

/// All text of a page in the order of its content.
inline std::u16string text_of(QPDFObjectHandle page) {
    std::u16string text;
    for (const Marked& mark : marked(page)) text += mark.text;
    return text;
}

}  // namespace bichig::test
