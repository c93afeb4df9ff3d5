// Writes the values of PDF syntax: numbers, names, strings, references (ISO 32000-1, 7.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <bichig/base/length.h>

namespace bichig::format::pdf {

/// The number of an indirect object; 0 stands for none. The generation is always 0.
using ObjectNumber = std::uint32_t;

/// Appends `value` with at most three decimals and no needless zeros.
void append_number(std::string& out, double value);
void append_integer(std::string& out, std::int64_t value);
inline void append_length(std::string& out, Length value) { append_number(out, value.in_points()); }

/// Appends "n 0 R".
void append_reference(std::string& out, ObjectNumber number);

/// Appends the UTF-16BE code units of `text` in hexadecimal, without marks around them. A lone surrogate, which no
/// reader accepts, becomes U+FFFD.
void append_utf16_hex(std::string& out, std::u16string_view text);

/// A text string (ISO 32000-1, 7.9.2.2) with its delimiters.
std::string text_string(std::u16string_view text);
/// A byte string with its delimiters.
std::string byte_string(std::string_view bytes);
/// A name with its solidus; `bytes` is the name without it.
std::string name(std::string_view bytes);

/// "n 0 R".
std::string reference(ObjectNumber number);

}  // namespace bichig::format::pdf
