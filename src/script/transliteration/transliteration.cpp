// The transliterations that there are, each with its tables.
#include <bichig/script/transliteration.h>

#include "script/transliteration/aliases.h"
#include "script/transliteration/letters.h"
#include "script/transliteration/scheme.h"

namespace bichig::script {

namespace {

constexpr Scheme eac{generated::eac_readings, generated::eac_writings, false};
constexpr Scheme manchu{generated::mollendorff_manchu_readings, generated::mollendorff_manchu_writings, true};
constexpr Scheme sibe{generated::mollendorff_sibe_readings, generated::mollendorff_sibe_writings, true};

/// The tables of a scheme of letters, or nullptr for the schemes of aliases.
const Scheme* scheme_of(Latin latin) {
    switch (latin) {
        case Latin::eac: return &eac;
        case Latin::mollendorff_manchu: return &manchu;
        case Latin::mollendorff_sibe: return &sibe;
        default: return nullptr;
    }
}

Aliases aliases_of(Latin latin) {
    switch (latin) {
        case Latin::utn_todo: return generated::todo_aliases;
        case Latin::utn_sibe: return generated::sibe_aliases;
        case Latin::utn_manchu: return generated::manchu_aliases;
        default: return generated::hudum_aliases;
    }
}

}  // namespace

Conversion to_latin(std::u16string_view text, Latin latin, const LatinOptions& options) {
    const Scheme* scheme = scheme_of(latin);
    return scheme ? write_letters(text, *scheme, options) : write_aliases(text, aliases_of(latin), options);
}

Conversion from_latin(std::u16string_view latin_text, Latin latin, const LatinOptions& options) {
    const Scheme* scheme = scheme_of(latin);
    return scheme ? read_letters(latin_text, *scheme, options) : read_aliases(latin_text, aliases_of(latin), options);
}

}  // namespace bichig::script
