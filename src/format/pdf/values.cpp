// Numbers and hexadecimal by hand, for they fill the content streams; strings and names by libqpdf, which knows the
// escapes and the two encodings of text strings.
#include "format/pdf/internal/values.h"

#include <charconv>
#include <cmath>

#include <qpdf/QPDFObjectHandle.hh>

#include <bichig/base/utf.h>

namespace bichig::format::pdf {

void append_integer(std::string& out, std::int64_t value) {
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    out.append(buffer, end);
}

void append_number(std::string& out, double value) {
    std::int64_t thousandths = std::llround(value * 1000);
    if (thousandths < 0) {
        out.push_back('-');
        thousandths = -thousandths;
    }
    append_integer(out, thousandths / 1000);
    auto rest = static_cast<unsigned>(thousandths % 1000);
    if (rest == 0) return;
    out.push_back('.');
    for (unsigned unit = 100; rest != 0; unit /= 10) {
        out.push_back(static_cast<char>('0' + rest / unit));
        rest %= unit;
    }
}

void append_reference(std::string& out, ObjectNumber number) {
    append_integer(out, number);
    out += " 0 R";
}

void append_utf16_hex(std::string& out, std::u16string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    const auto unit = [&out](unsigned value) {
        for (int shift = 12; shift >= 0; shift -= 4) out.push_back(digits[value >> shift & 15]);
    };
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        if (point.size == 2) {
            unit(text[index]);
            unit(text[index + 1]);
        } else {
            unit(point.value >= 0xD800 && point.value < 0xE000 ? 0xFFFD : point.value);
        }
        index += point.size;
    }
}

std::string text_string(std::u16string_view text) {
    return QPDFObjectHandle::newUnicodeString(to_utf8(text)).unparse();
}

std::string byte_string(std::string_view bytes) { return QPDFObjectHandle::newString(std::string{bytes}).unparse(); }

std::string name(std::string_view bytes) { return QPDFObjectHandle::newName("/" + std::string{bytes}).unparse(); }

std::string reference(ObjectNumber number) {
    std::string text;
    append_reference(text, number);
    return text;
}

}  // namespace bichig::format::pdf
