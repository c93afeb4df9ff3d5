// Reads what a PDF says of itself with libqpdf, which mends what can be mended. C++17: see facts.h.
#include "format/pdf/internal/facts.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <set>
#include <utility>

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "format/pdf/internal/text_sample.h"

namespace bichig::format::pdf {

namespace {

constexpr std::size_t most_objects = 1'000'000;

std::string text_at(QPDFObjectHandle dictionary, const std::string& key) {
    if (!dictionary.isDictionary()) return {};
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string{};
}

/// The value of an XMP property, as an element or as an attribute of any prefix: all that is asked for is one word.
std::string property_of(const std::string& xmp, const std::string& name) {
    for (std::size_t at = xmp.find(name); at != std::string::npos; at = xmp.find(name, at + 1)) {
        std::size_t begin = at + name.size();
        if (begin >= xmp.size()) break;
        if (xmp[begin] == '=') ++begin;
        const char open = begin < xmp.size() ? xmp[begin] : '\0';
        if (open != '>' && open != '"' && open != '\'') continue;
        const std::size_t end = xmp.find(open == '>' ? '<' : open, begin + 1);
        if (end == std::string::npos || end - begin > 16) continue;
        return xmp.substr(begin + 1, end - begin - 1);
    }
    return {};
}

/// Reads one open file.
class InfoReader {
public:
    explicit InfoReader(QPDF& pdf) : pdf_{pdf} {}

    Facts run() {
        info_.version = pdf_.getPDFVersion();
        info_.encrypted = pdf_.isEncrypted();
        read_properties();
        read_pages();
        QPDFObjectHandle root = pdf_.getRoot();
        const QPDFObjectHandle mark = root.getKey("/MarkInfo");
        info_.tagged = root.getKey("/StructTreeRoot").isDictionary() && QPDFObjectHandle{mark}.isDictionary() &&
                       QPDFObjectHandle{mark}.getKey("/Marked").isBool() &&
                       QPDFObjectHandle{mark}.getKey("/Marked").getBoolValue();
        read_structure(root.getKey("/StructTreeRoot"));
        count_bookmarks(root.getKey("/Outlines"));
        return std::move(info_);
    }

private:
    void read_properties() {
        QPDFObjectHandle own = pdf_.getTrailer().getKey("/Info");
        info_.title = text_at(own, "/Title");
        info_.author = text_at(own, "/Author");
        info_.subject = text_at(own, "/Subject");
        info_.keywords = text_at(own, "/Keywords");
        info_.creator = text_at(own, "/Creator");
        info_.producer = text_at(own, "/Producer");
        info_.created = text_at(own, "/CreationDate");
        info_.modified = text_at(own, "/ModDate");
        info_.language = text_at(pdf_.getRoot(), "/Lang");
        QPDFObjectHandle metadata = pdf_.getRoot().getKey("/Metadata");
        if (!metadata.isStream()) return;
        const auto data = metadata.getStreamData(qpdf_dl_generalized);
        const std::string xmp{reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
        info_.pdfa = property_of(xmp, "pdfaid:part");
        std::string level = property_of(xmp, "pdfaid:conformance");
        std::transform(level.begin(), level.end(), level.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (!info_.pdfa.empty()) info_.pdfa += level;
        info_.pdfua = property_of(xmp, "pdfuaid:part");
        info_.profile = element_of(xmp, "bichig:profile");
        info_.script_order = element_of(xmp, "bichig:scriptOrder");
        if (info_.producer.empty()) info_.producer = element_of(xmp, "pdf:Producer");
        if (info_.title.empty()) info_.title = item_of(xmp, "dc:title");
        if (info_.author.empty()) info_.author = item_of(xmp, "dc:creator");
        if (info_.subject.empty()) info_.subject = item_of(xmp, "dc:description");
        if (info_.created.empty()) info_.created = element_of(xmp, "xmp:CreateDate");
    }

    /// The text of an element of XMP, entities read.
    static std::string element_of(const std::string& xmp, const std::string& name) {
        std::size_t begin = xmp.find("<" + name);
        if (begin != std::string::npos) begin = xmp.find_first_of("> \t\r\n", begin + name.size() + 1);
        if (begin != std::string::npos) begin = xmp.find('>', begin);  // attributes, such as a namespace
        const std::size_t end = xmp.find("</" + name + ">");
        if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
        const std::size_t start = begin + 1;
        return without_entities(xmp.substr(start, end - start));
    }

    /// The text of the first item of an element of XMP that holds a list.
    static std::string item_of(const std::string& xmp, const std::string& name) {
        const std::string list = element_of(xmp, name);
        const std::size_t item = list.find("<rdf:li");
        const std::size_t begin = item == std::string::npos ? item : list.find('>', item);
        const std::size_t end = begin == std::string::npos ? begin : list.find('<', begin);
        return end == std::string::npos ? std::string{} : list.substr(begin + 1, end - begin - 1);
    }

    static std::string without_entities(std::string text) {
        for (const auto& [entity, c] :
             {std::pair{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}) {
            const std::string name{entity};
            for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
                text.replace(at, name.size(), 1, c);
            }
        }
        return text;
    }

    void read_pages() {
        std::map<std::string, FontFact> fonts;
        bool first = true;
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper{pdf_}.getAllPages()) {
            ++info_.pages;
            add_size(page);
            QPDFObjectHandle resources = page.getAttribute("/Resources", false);
            if (resources.isDictionary()) add_fonts(resources.getKey("/Font"), fonts);
            count_links(page.getObjectHandle().getKey("/Annots"));
            if (std::exchange(first, false)) info_.text = text_sample(page, 200);
        }
        for (auto& [name, font] : fonts) info_.fonts.push_back(std::move(font));
    }

    void add_size(QPDFPageObjectHelper& page) {
        QPDFObjectHandle box = page.getAttribute("/MediaBox", false);
        if (!box.isRectangle()) return;
        const auto rectangle = box.getArrayAsRectangle();
        double unit = 1;
        QPDFObjectHandle user = page.getObjectHandle().getKey("/UserUnit");
        if (user.isNumber()) unit = std::clamp(user.getNumericValue(), 1e-3, 1e3);
        SizeFact size{std::clamp((rectangle.urx - rectangle.llx) * unit, -1e6, 1e6),
                      std::clamp((rectangle.ury - rectangle.lly) * unit, -1e6, 1e6), 0};
        QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
        if (rotate.isInteger() && rotate.getIntValue() % 180 != 0) std::swap(size.width, size.height);
        const auto alike = [&](const SizeFact& last) {
            return std::abs(last.width - size.width) < 0.01 && std::abs(last.height - size.height) < 0.01;
        };
        if (info_.sizes.empty() || !alike(info_.sizes.back())) info_.sizes.push_back(size);
        ++info_.sizes.back().pages;
    }

    static void add_fonts(QPDFObjectHandle resources, std::map<std::string, FontFact>& fonts) {
        if (!resources.isDictionary()) return;
        std::set<std::string> here;
        for (const std::string& key : resources.getKeys()) {
            QPDFObjectHandle font = resources.getKey(key);
            if (!font.isDictionary()) continue;
            QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
            const bool composed = descendants.isArray() && descendants.getArrayNItems() > 0 &&
                                  descendants.getArrayItem(0).isDictionary();
            QPDFObjectHandle own = composed ? descendants.getArrayItem(0) : font;
            FontFact found;
            found.name = own.getKey("/BaseFont").isName() ? own.getKey("/BaseFont").getName().substr(1) : "(unnamed)";
            found.type = own.getKey("/Subtype").isName() ? own.getKey("/Subtype").getName().substr(1) : "";
            found.subset = found.name.size() > 7 && found.name[6] == '+';
            if (found.subset) found.name.erase(0, 7);
            QPDFObjectHandle descriptor = own.getKey("/FontDescriptor");
            for (const char* file : {"/FontFile", "/FontFile2", "/FontFile3"}) {
                const bool has = descriptor.isDictionary() && descriptor.getKey(file).isStream();
                found.embedded = found.embedded || has;
            }
            found.embedded = found.embedded || found.type == "Type3";  // its glyphs are in the file itself
            const std::string id = found.name + " " + found.type;
            if (fonts.size() >= most_objects) return;
            FontFact& known = fonts.try_emplace(id, std::move(found)).first->second;
            if (here.insert(id).second) ++known.pages;
        }
    }

    void count_links(QPDFObjectHandle annotations) {
        if (!annotations.isArray()) return;
        for (int i = 0; i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (!annotation.isDictionary()) continue;
            QPDFObjectHandle type = annotation.getKey("/Subtype");
            info_.links += type.isName() && type.getName() == "/Link" ? 1 : 0;
        }
    }

    /// Elements by type and languages, each indirect object once.
    void read_structure(QPDFObjectHandle tree) {
        std::vector<QPDFObjectHandle> waiting{tree};
        std::set<QPDFObjGen> seen;
        for (std::size_t count = 0; !waiting.empty() && count < most_objects; ++count) {
            QPDFObjectHandle node = waiting.back();
            waiting.pop_back();
            if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second)) continue;
            QPDFObjectHandle type = node.getKey("/S");
            if (type.isName()) ++info_.elements[type.getName().substr(1)];
            const std::string language = text_at(node, "/Lang");
            if (!language.empty()) ++info_.languages[language];
            QPDFObjectHandle kids = node.getKey("/K");
            if (kids.isDictionary()) waiting.push_back(kids);
            for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
                if (kids.getArrayItem(i).isDictionary()) waiting.push_back(kids.getArrayItem(i));
            }
        }
    }

    void count_bookmarks(QPDFObjectHandle outlines) {
        if (!outlines.isDictionary()) return;
        std::vector<QPDFObjectHandle> waiting{outlines.getKey("/First")};
        std::set<QPDFObjGen> seen;
        while (!waiting.empty() && info_.bookmarks < most_objects) {
            QPDFObjectHandle item = waiting.back();
            waiting.pop_back();
            if (!item.isDictionary() || (item.isIndirect() && !seen.insert(item.getObjGen()).second)) continue;
            ++info_.bookmarks;
            waiting.push_back(item.getKey("/Next"));
            waiting.push_back(item.getKey("/First"));
        }
    }

    QPDF& pdf_;
    Facts info_;
};

}  // namespace

Refusal read_facts(const std::string& name, const std::string& bytes, Facts& facts) {
    const char* again = "make the file again";
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile(name.c_str(), bytes.data(), bytes.size());
        facts = InfoReader{pdf}.run();
        return {};
    } catch (const QPDFExc& broken) {
        if (broken.getErrorCode() == qpdf_e_password) return {"the file wants a password", "take its protection off"};
        return {"no PDF that can be read: " + broken.getMessageDetail(), again};
    } catch (const std::exception& broken) {
        return {std::string{"no PDF that can be read: "} + broken.what(), again};
    }
}

}  // namespace bichig::format::pdf
