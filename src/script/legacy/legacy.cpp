// The legacy encodings that there are, by name and by conversion.
#include <bichig/script/legacy.h>

#include <array>

#include "script/legacy/letter_styles.h"
#include "script/legacy/menksoft.h"
#include "script/legacy/z52.h"

namespace bichig::script {

namespace {

constexpr std::array<std::string_view, 4> names{"menksoft", "menksoft-letter", "delehi", "z52"};

}  // namespace

std::string_view name(Legacy legacy) { return names[static_cast<std::size_t>(legacy)]; }

std::optional<Legacy> legacy_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<Legacy>(i);
    }
    return std::nullopt;
}

Conversion legacy_to_unicode(std::u16string_view text, Legacy legacy, const LegacyOptions& options) {
    switch (legacy) {
        case Legacy::menksoft: return menksoft_to_unicode(text, options);
        case Legacy::z52: return z52_to_unicode(text, options);
        default: return letters_to_unicode(text, legacy, options);
    }
}

}  // namespace bichig::script
