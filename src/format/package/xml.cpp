// XML parts: parsing within what pugixml guarantees, and the two escapes of text, XML's and the spreadsheets'.
#include "format/package/xml.h"

#include <cstdint>
#include <optional>

#include <bichig/base/utf.h>

namespace bichig::format {

namespace {

constexpr std::size_t escape_size = 7;  // _xHHHH_

std::optional<unsigned> hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    const char small = static_cast<char>(digit | 0x20);
    if (small >= 'a' && small <= 'f') return static_cast<unsigned>(small - 'a' + 10);
    return std::nullopt;
}

/// The code unit of the escape that `text` begins with.
std::optional<char16_t> escape_at(std::string_view text) {
    if (text.size() < escape_size || !text.starts_with("_x") || text[escape_size - 1] != '_') return std::nullopt;
    unsigned value = 0;
    for (const char letter : text.substr(2, 4)) {
        const auto digit = hexadecimal(letter);
        if (!digit) return std::nullopt;
        value = value * 16 + *digit;
    }
    return static_cast<char16_t>(value);
}

/// The size of what XML cannot hold at the start of `text`: a control character, U+FFFE or U+FFFF; 0 if it is neither.
std::size_t no_xml_at(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = static_cast<unsigned char>(text[0]);
    if (byte < 0x20) return byte != '\t' && byte != '\n' ? 1 : 0;
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

/// Whether `text`, once written, would begin as an escape does. What follows may close it, and LibreOffice also reads
/// those of less than four digits.
bool looks_like_escape(std::string_view text) {
    if (!text.starts_with("_x")) return false;
    std::size_t end = 2;
    while (end < 6 && end < text.size() && hexadecimal(text[end])) ++end;
    return end > 2 && end < text.size() && (text[end] == '_' || no_xml_at(text.substr(end)) > 0);
}

void append_escape(std::string& out, unsigned value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += "_x";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[value >> shift & 15];
    out += '_';
}

}  // namespace

Result<void> parse_part(pugi::xml_document& document, const std::vector<ZipPart>& parts, const std::string& name,
                        const std::string& file) {
    const Place where{file, 0, 0, "part '" + name + "'"};
    const ZipPart* part = part_named(parts, name);
    if (part == nullptr) {
        return fail({ErrorCode::invalid_input, "a part of the file is missing", "save it again as XLSX", where});
    }
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    const auto parsed = document.load_buffer(part->bytes.data(), part->bytes.size(), options);
    if (parsed.status == pugi::status_out_of_memory) {
        return fail({ErrorCode::system, "there is not enough memory", "free some, or split the file", where});
    }
    if (!parsed) {
        return fail({ErrorCode::invalid_input,
                     "is no well-formed XML at byte " + std::to_string(parsed.offset) + ": " + parsed.description(),
                     "save the file again", where});
    }
    return {};
}

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& node : parent.children()) {
        if (local_name(node) == name) return node;
    }
    return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& found : node.attributes()) {
        const std::string_view full = found.name();
        const std::size_t colon = full.rfind(':');
        if ((colon == full.npos ? full : full.substr(colon + 1)) == name && !full.starts_with("xmlns")) {
            return found.value();
        }
    }
    return {};
}

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char letter : text) {
        switch (letter) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += letter;
        }
    }
    return out;
}

std::string to_xstring(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t index = 0; index < text.size();) {
        const std::string_view rest = text.substr(index);
        const std::size_t size = no_xml_at(rest);
        if (size == 3) {
            append_escape(out, rest[2] == '\xBE' ? 0xFFFE : 0xFFFF);
        } else if (size == 1 || looks_like_escape(rest)) {
            append_escape(out, static_cast<unsigned char>(rest[0]));
        } else {
            out += rest[0];
        }
        index += size == 3 ? 3 : 1;
    }
    return out;
}

std::string from_xstring(std::string_view text) {
    if (text.find("_x") == text.npos) return std::string{text};
    std::string out;
    std::u16string escapes;  // a run of them, as the two halves of a surrogate pair belong together
    const auto flush = [&] {
        out += to_utf8(escapes);
        escapes.clear();
    };
    for (std::size_t index = 0; index < text.size();) {
        if (const auto value = escape_at(text.substr(index))) {
            escapes += *value;
            index += escape_size;
        } else {
            flush();
            out += text[index++];
        }
    }
    flush();
    return out;
}

}  // namespace bichig::format
