// Names of characters from ICU, and those that have aliases alone.
#include <bichig/text/names.h>

#include <array>
#include <string_view>

#include <unicode/uchar.h>

namespace bichig::text {

namespace {

/// Control characters have no names; these are their aliases (NameAliases.txt), first U+0000 to U+001F.
constexpr std::array<std::string_view, 32> aliases{
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE",
    "ALERT", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION", "FORM FEED", "CARRIAGE RETURN",
    "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE", "DEVICE CONTROL TWO", "DEVICE CONTROL THREE",
    "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL",
    "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "INFORMATION SEPARATOR FOUR", "INFORMATION SEPARATOR THREE",
    "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE"};

}  // namespace

std::string character_name(char32_t character) {
    if (character < aliases.size()) return std::string{aliases[character]};
    if (character == 0x7F) return "DELETE";
    if (character == 0x85) return "NEXT LINE";
    std::array<char, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size = u_charName(static_cast<UChar32>(character), U_UNICODE_CHAR_NAME, name.data(),
                                         static_cast<std::int32_t>(name.size()), &status);
    if (U_FAILURE(status) || size <= 0) return {};
    return {name.data(), static_cast<std::size_t>(size)};
}

}  // namespace bichig::text
