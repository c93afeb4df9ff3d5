// GB 18030-2022 through ICU, whose table may still be that of 2005.
//
// The edition of 2022 exchanged the codes of 18 characters: ten vertical marks and eight ideographs took the two-byte
// codes that had been private use, and their four-byte codes went to the private-use characters. The exchange is its
// own inverse, so it is done on the text, where ICU's table needs it.
#include "text/encoding/gb18030.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

namespace bichig::text {

namespace {

constexpr std::array<std::pair<char16_t, char16_t>, 18> exchanged{{
    {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13}, {0xE791, 0xFE14}, {0xE792, 0xFE15},
    {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5},
    {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE864, 0x9FBB},
}};

void exchange(std::u16string& text) {
    for (char16_t& c : text) {
        if (c < 0x9FB4) continue;
        for (const auto& [a, b] : exchanged) {
            if (c == a || c == b) {
                c = c == a ? b : a;
                break;
            }
        }
    }
}

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Result<Converter> open() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter{ucnv_open("gb18030", &status)};
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    if (U_SUCCESS(status)) return converter;
    return fail({ErrorCode::system, "ICU has no converter for GB 18030", "install the full data of ICU", {}});
}

/// ICU's own table on `bytes`.
Result<Gb18030Text> decode_by_icu(std::string_view bytes) {
    auto converter = open();
    if (!converter) return fail(converter.error());
    Gb18030Text out;
    out.text.resize(bytes.size() + 1);
    const char* source = bytes.data();
    UChar* target = out.text.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter->get(), &target, out.text.data() + out.text.size(), &source, bytes.data() + bytes.size(),
                   nullptr, true, &status);
    out.text.resize(static_cast<std::size_t>(target - out.text.data()));
    if (U_FAILURE(status)) {
        char invalid[16];
        int8_t size = sizeof invalid;
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(converter->get(), invalid, &size, &ignored);
        const auto consumed = static_cast<std::size_t>(source - bytes.data());
        out.bad = consumed - std::min<std::size_t>(consumed, U_SUCCESS(ignored) && size > 0 ? size : 1);
    }
    return out;
}

/// Whether ICU's table is older than the edition of 2022.
bool is_old_table() {
    static const bool old = [] {
        const auto mark = decode_by_icu("\xA6\xD9");
        return mark && mark->text == u"\uE78D";
    }();
    return old;
}

}  // namespace

Result<Gb18030Text> from_gb18030(std::string_view bytes) {
    auto out = decode_by_icu(bytes);
    if (out && is_old_table()) exchange(out->text);
    return out;
}

Result<std::string> to_gb18030(std::u16string_view text) {
    auto converter = open();
    if (!converter) return fail(converter.error());
    std::u16string exchanged_text(text);
    if (is_old_table()) exchange(exchanged_text);
    std::string out(text.size() * 4 + 4, '\0');
    const UChar* source = exchanged_text.data();
    char* target = out.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_fromUnicode(converter->get(), &target, out.data() + out.size(), &source, source + exchanged_text.size(),
                     nullptr, true, &status);
    if (U_FAILURE(status)) {
        return fail({ErrorCode::invalid_input, "the text has a character that GB 18030 does not", "write UTF-8", {}});
    }
    out.resize(static_cast<std::size_t>(target - out.data()));
    return out;
}

}  // namespace bichig::text
