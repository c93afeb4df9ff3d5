// Bytes to text and back, by the encoding that was named or detected.
#include <bichig/text/encoding.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <bichig/base/utf.h>

#include "text/encoding/gb18030.h"

namespace bichig::text {

namespace {

constexpr std::array<std::pair<std::string_view, Encoding>, 11> names{{
    {"utf-8", Encoding::utf8},       {"utf8", Encoding::utf8},        {"utf-16", Encoding::utf16le},
    {"utf16", Encoding::utf16le},    {"utf-16le", Encoding::utf16le}, {"utf-16be", Encoding::utf16be},
    {"gb18030", Encoding::gb18030},  {"gb-18030", Encoding::gb18030}, {"gbk", Encoding::gb18030},
    {"gb2312", Encoding::gb18030},   {"cp936", Encoding::gb18030},
}};

std::string_view mark_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "\xEF\xBB\xBF";
        case Encoding::utf16le: return "\xFF\xFE";
        case Encoding::utf16be: return "\xFE\xFF";
        case Encoding::gb18030: return "\x84\x31\x95\x33";
    }
    return {};
}

LineEnds line_ends_of(std::u16string_view text) {
    bool lf = false;
    bool crlf = false;
    bool cr = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == u'\n') {
            lf = true;
        } else if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            crlf = true;
            ++i;
        } else if (text[i] == u'\r') {
            cr = true;
        }
    }
    if (lf + crlf + cr > 1) return LineEnds::mixed;
    return lf ? LineEnds::lf : crlf ? LineEnds::crlf : cr ? LineEnds::cr : LineEnds::none;
}

/// The place behind `before`, the text that could be read: line and column, and the byte.
Place place_after(std::u16string_view before, std::size_t byte) {
    const std::size_t line_end = before.rfind(u'\n');
    const auto line = before.substr(line_end == std::u16string_view::npos ? 0 : line_end + 1);
    const auto inside = std::count_if(line.begin(), line.end(), [](char16_t c) { return (c & 0xFC00) != 0xDC00; });
    return {"", static_cast<std::uint32_t>(1 + std::count(before.begin(), before.end(), u'\n')),
            static_cast<std::uint32_t>(1 + inside), "byte " + std::to_string(byte)};
}

Result<std::u16string> decode_utf16(std::string_view bytes, bool big_endian, std::size_t mark) {
    std::u16string out(bytes.size() / 2, u'\0');
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto a = static_cast<std::uint8_t>(bytes[2 * i]);
        const auto b = static_cast<std::uint8_t>(bytes[2 * i + 1]);
        out[i] = static_cast<char16_t>(big_endian ? a << 8 | b : b << 8 | a);
    }
    if (bytes.size() % 2 != 0) {
        return fail({ErrorCode::invalid_input, "UTF-16 text has an odd number of bytes", "check the encoding",
                     place_after(out, mark + bytes.size() - 1)});
    }
    return out;
}

Result<std::u16string> decode_gb18030(std::string_view bytes, std::size_t mark) {
    auto decoded = from_gb18030(bytes);
    if (!decoded) return fail(decoded.error());
    if (decoded->bad == std::string_view::npos) return std::move(decoded->text);
    return fail({ErrorCode::invalid_input, "this is no GB 18030", "name the encoding of the file",
                 place_after(decoded->text, mark + decoded->bad)});
}

Result<std::u16string> decode_utf8(std::string_view bytes, std::size_t mark) {
    auto text = to_utf16(bytes);  // with its mark, so that the fault is counted in bytes of the file
    if (text) text->erase(0, mark == 0 ? 0 : 1);
    if (!text && mark != 0 && text.error().where.line == 1) --text.error().where.column;
    return text;
}

}  // namespace

Result<Encoding> encoding_named(std::string_view name) {
    std::string small(name);
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& row) { return row.first == small; });
    if (found != names.end()) return found->second;
    return fail({ErrorCode::invalid_input, "'" + std::string(name) + "' is no encoding that is known",
                 "use utf-8, utf-16, utf-16le, utf-16be or gb18030", {}});
}

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8: return "utf-8";
        case Encoding::utf16le: return "utf-16le";
        case Encoding::utf16be: return "utf-16be";
        case Encoding::gb18030: return "gb18030";
    }
    return {};
}

Result<Decoded> decode(std::string_view bytes, std::optional<Encoding> encoding) {
    Decoded out;
    out.encoding = encoding ? *encoding : detect_encoding(bytes).encoding;
    if (out.encoding == Encoding::utf16le || out.encoding == Encoding::utf16be) {
        if (bytes.starts_with(mark_of(Encoding::utf16le))) out.encoding = Encoding::utf16le;
        if (bytes.starts_with(mark_of(Encoding::utf16be))) out.encoding = Encoding::utf16be;
    }
    const std::string_view mark = mark_of(out.encoding);
    out.byte_order_mark = bytes.starts_with(mark);
    const std::size_t skipped = out.byte_order_mark ? mark.size() : 0;
    const std::string_view body = bytes.substr(skipped);
    Result<std::u16string> text;
    switch (out.encoding) {
        case Encoding::utf8: text = decode_utf8(bytes, skipped); break;
        case Encoding::utf16le: text = decode_utf16(body, false, skipped); break;
        case Encoding::utf16be: text = decode_utf16(body, true, skipped); break;
        case Encoding::gb18030: text = decode_gb18030(body, skipped); break;
    }
    if (!text) return fail(text.error());
    out.text = std::move(*text);
    out.line_ends = line_ends_of(out.text);
    return out;
}

Result<std::string> encode(std::u16string_view text, Encoding encoding, bool byte_order_mark) {
    std::string out(byte_order_mark ? mark_of(encoding) : std::string_view{});
    if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
        for (const char16_t c : text) {
            const char high = static_cast<char>(c >> 8);
            const char low = static_cast<char>(c & 0xFF);
            out += encoding == Encoding::utf16be ? high : low;
            out += encoding == Encoding::utf16be ? low : high;
        }
        return out;
    }
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        if (c.value >= 0xD800 && c.value < 0xE000) {
            return fail({ErrorCode::invalid_input, "the text has a lone surrogate", "write UTF-16, or correct the text",
                         {"", 0, 0, "code unit " + std::to_string(i)}});
        }
        i += c.size;
    }
    if (encoding == Encoding::utf8) return out + to_utf8(text);
    auto bytes = to_gb18030(text);
    if (!bytes) return bytes;
    return out + *bytes;
}

}  // namespace bichig::text
