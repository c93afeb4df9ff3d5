// Numbers and hexadecimal by hand, for they fill the content streams; strings and names by libqpdf, which knows the
// escapes and the two encodings of text strings. Its C interface, for Clang 14 cannot compile its C++ one as C++20.
#include "format/pdf/internal/values.h"

#include <charconv>
#include <cmath>
#include <memory>
#include <type_traits>

#include <qpdf/qpdf-c.h>

#include <bichig/base/utf.h>

namespace bichig::format::pdf {

namespace {

/// What libqpdf makes objects with; one for each thread, for a handle must stay with its maker.
qpdf_data maker() {
    struct Cleanup {
        void operator()(qpdf_data data) const { qpdf_cleanup(&data); }
    };
    thread_local const std::unique_ptr<std::remove_pointer_t<qpdf_data>, Cleanup> data{qpdf_init()};
    return data.get();
}

std::string written(qpdf_oh object) {
    const char* text = qpdf_oh_unparse(maker(), object);
    std::string result{text, qpdf_get_last_string_length(maker())};
    qpdf_oh_release(maker(), object);
    return result;
}

}  // namespace

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
    const std::string utf8 = to_utf8(text);
    return written(qpdf_oh_new_binary_unicode_string(maker(), utf8.data(), utf8.size()));
}

std::string byte_string(std::string_view bytes) {
    return written(qpdf_oh_new_binary_string(maker(), bytes.data(), bytes.size()));
}

std::string name(std::string_view bytes) {
    return written(qpdf_oh_new_name(maker(), ("/" + std::string{bytes}).c_str()));
}

std::string reference(ObjectNumber number) {
    std::string text;
    append_reference(text, number);
    return text;
}

}  // namespace bichig::format::pdf
