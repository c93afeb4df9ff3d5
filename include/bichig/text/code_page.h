// Encodings of one byte for each character, by name: for dictionaries and files of before Unicode.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <bichig/base/result.h>

namespace bichig::text {

/// An encoding of one byte for each character: the ISO 8859 family, KOI8, the code pages of Windows and DOS. Shared
/// resource.
class CodePage {
public:
    /// The code page that `name` means: "ISO8859-5", "iso-8859-5", "KOI8-R", "microsoft-cp1251", "windows-1251", and
    /// whatever else ICU knows. Errors: unsupported, for a name that is unknown or means an encoding of several bytes.
    static Result<CodePage> named(const std::string& name);

    /// `bytes` as text; a byte that stands for nothing becomes U+FFFD. Total.
    std::u16string decode(std::string_view bytes) const;
    /// `text` as bytes, or none if it has a character that the code page lacks.
    std::optional<std::string> encode(std::u16string_view text) const;

private:
    struct Tables;
    explicit CodePage(std::shared_ptr<const Tables> tables);
    std::shared_ptr<const Tables> tables_;
};

}  // namespace bichig::text
