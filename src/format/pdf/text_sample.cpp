// Follows the text operators of a page (ISO 32000-1, 9.4 and 14.9.4) far enough to show what the page begins with.
// C++17: see facts.h.
#include "format/pdf/internal/text_sample.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QUtil.hh>

namespace bichig::format::pdf {

namespace {

constexpr std::size_t most_codes = 0x10000;

std::uint32_t number_of(const std::string& code) {
    std::uint32_t value = 0;
    for (const char c : code.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

std::string utf8_of(const std::string& utf16) { return QUtil::utf16_to_utf8("\xFE\xFF" + utf16); }

/// Reads a ToUnicode map: its operators are those of content streams.
class CodeMap : public QPDFObjectHandle::ParserCallbacks {
public:
    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            if (operands_.size() < 3 * most_codes) operands_.push_back(object);
            return;
        }
        const std::string name = object.getOperatorValue();
        if (name == "endcodespacerange" && operands_.size() >= 2 && operands_.back().isString()) {
            size_ = std::clamp<std::size_t>(operands_.back().getStringValue().size(), 1, 4);
        } else if (name == "endbfchar") {
            for (std::size_t i = 0; i + 1 < operands_.size(); i += 2) add(operands_[i], operands_[i + 1], 0);
        } else if (name == "endbfrange") {
            for (std::size_t i = 0; i + 2 < operands_.size(); i += 3) add_range(i);
        }
        operands_.clear();
    }
    void handleEOF() override {}

    std::string text_of(const std::string& codes) const {
        std::string text;
        for (std::size_t at = 0; at + size_ <= codes.size(); at += size_) {
            const auto known = meanings_.find(number_of(codes.substr(at, size_)));
            if (known != meanings_.end()) text += known->second;
        }
        return text;
    }

private:
    void add(QPDFObjectHandle code, QPDFObjectHandle meaning, std::uint32_t offset) {
        if (!code.isString() || !meaning.isString() || meanings_.size() > most_codes) return;
        std::string utf16 = meaning.getStringValue();
        if (offset > 0 && utf16.size() >= 2) {
            const std::uint32_t last = number_of(utf16.substr(utf16.size() - 2)) + offset;
            utf16[utf16.size() - 2] = static_cast<char>(last >> 8);
            utf16[utf16.size() - 1] = static_cast<char>(last);
        }
        meanings_[number_of(code.getStringValue()) + offset] = utf8_of(utf16);
    }

    void add_range(std::size_t i) {
        if (!operands_[i].isString() || !operands_[i + 1].isString()) return;
        const std::uint32_t first = number_of(operands_[i].getStringValue());
        const std::uint32_t last = std::min(number_of(operands_[i + 1].getStringValue()), first + 0xFFFF);
        for (std::uint32_t code = first; code <= last && meanings_.size() <= most_codes; ++code) {
            if (!operands_[i + 2].isArray()) {
                add(operands_[i], operands_[i + 2], code - first);
            } else if (code - first < static_cast<std::uint32_t>(operands_[i + 2].getArrayNItems())) {
                const QPDFObjectHandle meaning = operands_[i + 2].getArrayItem(static_cast<int>(code - first));
                if (QPDFObjectHandle{meaning}.isString()) {
                    meanings_[code] = utf8_of(QPDFObjectHandle{meaning}.getStringValue());
                }
            }
        }
    }

    std::vector<QPDFObjectHandle> operands_;
    std::map<std::uint32_t, std::string> meanings_;
    std::size_t size_ = 1;
};

/// Takes the text out of a page's operators.
class TextReader : public QPDFObjectHandle::ParserCallbacks {
public:
    TextReader(QPDFObjectHandle resources, std::size_t most) : resources_{resources}, most_{most} {}

    void handleObject(QPDFObjectHandle object) override {
        constexpr std::size_t most_operands = 10000;
        if (!object.isOperator()) {
            if (operands_.size() < most_operands) operands_.push_back(object);
            return;
        }
        run(object.getOperatorValue());
        operands_.clear();
        if (text_.size() > most_ * 8) terminateParsing();
    }
    void handleEOF() override {}

    /// The text, cut between characters.
    std::string text() const {
        std::size_t end = 0;
        for (std::size_t count = 0; end < text_.size() && count < most_; ++count) {
            ++end;
            while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
        }
        std::string cut = text_.substr(0, end);
        while (!cut.empty() && cut.back() == ' ') cut.pop_back();
        return cut;
    }

private:
    void run(const std::string& name) {
        if (name == "BDC" || name == "BMC") {
            begin_mark(name == "BDC" && !operands_.empty() ? operands_.back() : QPDFObjectHandle::newNull());
        } else if (name == "EMC") {
            if (!marks_.empty() && marks_.back()) --stated_;
            if (!marks_.empty()) marks_.pop_back();
        } else if (name == "Tf" && operands_.size() >= 2 && operands_.front().isName()) {
            font_ = map_of(operands_.front().getName());
        } else if (name == "Td" || name == "TD" || name == "T*" || name == "Tm" || name == "BT") {
            add(" ");
        } else if (name == "Tj" || name == "'" || name == "\"") {
            if (!operands_.empty()) show(operands_.back());
        } else if (name == "TJ" && !operands_.empty() && operands_.back().isArray()) {
            for (int i = 0; i < operands_.back().getArrayNItems(); ++i) show(operands_.back().getArrayItem(i));
        }
    }

    void begin_mark(QPDFObjectHandle properties) {
        if (properties.isName()) {
            properties = resources_.getKey("/Properties").isDictionary()
                             ? resources_.getKey("/Properties").getKey(properties.getName())
                             : QPDFObjectHandle::newNull();
        }
        const bool stated = properties.isDictionary() && properties.getKey("/ActualText").isString();
        if (stated && stated_ == 0) add(properties.getKey("/ActualText").getUTF8Value());
        stated_ += stated ? 1 : 0;
        marks_.push_back(stated);
    }

    /// The ToUnicode map of a font of the page, or null.
    const CodeMap* map_of(const std::string& name) {
        auto known = maps_.find(name);
        if (known == maps_.end()) {
            std::optional<CodeMap> made;
            QPDFObjectHandle fonts = resources_.getKey("/Font");
            QPDFObjectHandle font = fonts.isDictionary() ? fonts.getKey(name) : QPDFObjectHandle::newNull();
            QPDFObjectHandle map = font.isDictionary() ? font.getKey("/ToUnicode") : QPDFObjectHandle::newNull();
            if (map.isStream()) {
                made.emplace();
                map.parseAsContents(&*made);
            }
            known = maps_.emplace(name, std::move(made)).first;
        }
        return known->second ? &*known->second : nullptr;
    }

    void show(QPDFObjectHandle codes) {
        if (stated_ > 0 || font_ == nullptr || !codes.isString()) return;
        add(font_->text_of(codes.getStringValue()));
    }

    void add(const std::string& text) {
        for (const char c : text) {
            const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (blank && (text_.empty() || text_.back() == ' ')) continue;
            text_ += blank ? ' ' : c;
        }
    }

    QPDFObjectHandle resources_;
    std::size_t most_;
    std::vector<QPDFObjectHandle> operands_;
    std::vector<bool> marks_;
    std::size_t stated_ = 0;  ///< marks open that state their text
    std::map<std::string, std::optional<CodeMap>> maps_;
    const CodeMap* font_ = nullptr;
    std::string text_;
};

}  // namespace

std::string text_sample(QPDFPageObjectHelper& page, std::size_t most) {
    TextReader reader{page.getAttribute("/Resources", false), most};
    page.parseContents(&reader);
    return reader.text();
}

}  // namespace bichig::format::pdf
