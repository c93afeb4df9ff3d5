// Writes HTML and the data of its scripts, so that no value of a table can become markup or a program.
#include "lexicon/internal/html.h"

#include <cstdio>

#include <bichig/base/utf.h>

#include "lexicon/internal/site_files.h"

namespace bichig::lexicon {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string vertical(std::u16string_view text, std::string_view language) {
    return "<span class=\"mn\" lang=\"" + escaped(language) + "\">" + escaped(to_utf8(text)) + "</span>";
}

std::string counted(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string percent_of(std::size_t part, std::size_t whole) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%",
                  whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t block = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            block = block << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : digits[block >> (18 - 6 * k) & 63U];
    }
    return out;
}

std::string font_face(const PageFont& font) {
    if (font.bytes.empty()) return {};
    return "/* " + font.family + ", " + font.licence +
           " */\n@font-face { font-family: \"Bichig Mongolian\"; src: url(data:font/ttf;base64," + base64(font.bytes) +
           "); }\n";
}

std::string whole_page(std::string_view title, std::string_view body, const PageFont& font) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:\">\n<title>" +
           escaped(title) + "</title>\n<style>\n" + font_face(font) + std::string{page_styles} +
           "</style>\n</head>\n<body>\n" + std::string{body} + "</body>\n</html>\n";
}

void JsonWriter::separate() {
    if (!first_) text_ += ',';
    first_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    text_ += bracket;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    text_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    value(name);
    text_ += ':';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    text_ += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const std::string_view three = text.substr(i, 3);
        if (c == '"' || c == '\\') {
            (text_ += '\\') += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == '<' || c == 0x7F) {
            char code[8];
            std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
            text_ += code;
        } else if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9") {
            text_ += three[2] == '\xA8' ? "\\u2028" : "\\u2029";
            i += 2;
        } else {
            text_ += c;
        }
    }
    text_ += '"';
    return *this;
}

JsonWriter& JsonWriter::value(std::u16string_view text) { return value(std::string_view{to_utf8(text)}); }

JsonWriter& JsonWriter::value(std::size_t number) {
    separate();
    text_ += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    separate();
    text_ += truth ? '1' : '0';
    return *this;
}

}  // namespace bichig::lexicon
