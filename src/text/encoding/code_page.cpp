// Code pages of one byte, read once from ICU into a table each way.
#include <bichig/text/code_page.h>

#include <algorithm>
#include <cctype>
#include <unordered_map>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

namespace bichig::text {

struct CodePage::Tables {
    std::array<char16_t, 256> characters;
    std::unordered_map<char16_t, char> bytes;
};

namespace {

constexpr char16_t nothing = 0xFFFD;

/// The name as ICU has it: Hunspell writes "ISO8859-5" and "microsoft-cp1251".
std::string icu_name(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name.rfind("microsoft-", 0) == 0) name.erase(0, 10);
    if (name.rfind("cp125", 0) == 0) name.replace(0, 2, "windows-");
    if (name.rfind("iso8859", 0) == 0) name.insert(3, "-");
    return name;
}

Error unknown(const std::string& name) {
    return {ErrorCode::unsupported, "the encoding '" + name + "' is none of one byte for each character",
            "convert the files to UTF-8", {}};
}

}  // namespace

CodePage::CodePage(std::shared_ptr<const Tables> tables) : tables_{std::move(tables)} {}

Result<CodePage> CodePage::named(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    // An empty name would be the encoding of this machine.
    if (name.empty() || name.size() > 60) return fail(unknown(name));
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter{ucnv_open(icu_name(name).c_str(), &status),
                                                                      ucnv_close};
    if (U_FAILURE(status) || ucnv_getMaxCharSize(converter.get()) != 1) return fail(unknown(name));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    auto tables = std::make_shared<Tables>();
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char source[1] = {static_cast<char>(byte)};
        UChar target[4];
        status = U_ZERO_ERROR;
        const auto size = ucnv_toUChars(converter.get(), target, 4, source, 1, &status);
        const bool known = U_SUCCESS(status) && size == 1 && target[0] != nothing;
        tables->characters[byte] = known ? target[0] : nothing;
        if (known) tables->bytes.emplace(target[0], source[0]);
    }
    return CodePage{std::move(tables)};
}

std::u16string CodePage::decode(std::string_view bytes) const {
    std::u16string text;
    text.reserve(bytes.size());
    for (const char byte : bytes) text += tables_->characters[static_cast<unsigned char>(byte)];
    return text;
}

std::optional<std::string> CodePage::encode(std::u16string_view text) const {
    std::string bytes;
    bytes.reserve(text.size());
    for (const char16_t unit : text) {
        const auto found = tables_->bytes.find(unit);
        if (found == tables_->bytes.end()) return std::nullopt;
        bytes += found->second;
    }
    return bytes;
}

}  // namespace bichig::text
