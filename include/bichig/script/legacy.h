// Texts of legacy encodings (glyph codes, older uses of the letters) as Unicode and back.
//
// Glyph codes say what is drawn; Unicode says the letters, and the drawing follows from them. So a word is read letter
// by letter, drawn by the written-unit engine, and given selectors until it is drawn as the glyph codes drew it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <bichig/script/conversion.h>

namespace bichig::script {

/// A legacy way to write Mongolian.
enum class Legacy : std::uint8_t {
    menksoft,         ///< Menksoft glyph codes, U+E234–E34F
    menksoft_letter,  ///< Menksoft letters: Unicode with the selectors of 2010
    delehi,           ///< Delehi letters: Unicode with the selectors of 2010
    z52               ///< Z52 glyph codes, which use U+184F–18AA for Hudum
};

/// "menksoft", "menksoft-letter", "delehi" or "z52".
std::string_view name(Legacy legacy);
/// The encoding with this name, or none.
std::optional<Legacy> legacy_named(std::string_view name);

/// What detect_legacy concluded. Value.
struct LegacyDetection {
    enum class Kind : std::uint8_t {
        unicode,  ///< nothing to convert
        legacy,   ///< `legacy` says which
        refused   ///< several fit, or one that is not known here: do not convert without being told
    };
    Kind kind = Kind::unicode;
    Legacy legacy = Legacy::menksoft;
    double confidence = 0;     ///< 0 to 1
    std::string_view reason;   ///< in one line; static storage
};

/// Which encoding `text` is in. Vendors use the same private codes with other meanings (Saiyin in U+E235–E354, Boljoo
/// in U+E610–E7BD), so that codes alone do not always decide; the name of the font that the text was set in does
/// (`font_hint`, any case, may be empty). Letters in the style of Menksoft or Delehi cannot be told from Unicode: only
/// the hint does. Total, one pass.
LegacyDetection detect_legacy(std::u16string_view text, std::string_view font_hint = {});

/// Options of legacy_to_unicode and unicode_to_menksoft.
struct LegacyOptions {
    bool offsets = false;  ///< fill Conversion::alignments, word by word and mark by mark
};

/// `text` in Unicode (GB/T 25914-2023: suffixes after MVS). What is drawn stays: each word converted has the written
/// units that its codes draw. A selector beside a glyph code says nothing and is left out with the remark
/// "selector-dropped"; Unicode letters of Hudum in a word of glyph codes stay apart from them, by ZWNJ. A word that
/// cannot be converted is kept as it is, with a remark: "no-spelling" (no Hudum letters are drawn so), "mixed-word"
/// (glyph codes and letters of another encoding or system in one word), "no-meaning" (a code of unknown use). Total.
Conversion legacy_to_unicode(std::u16string_view text, Legacy legacy, const LegacyOptions& options = {});

/// `text` in Menksoft glyph codes. Marks beside Mongolian words get their glyph codes, other text stays. A word with a
/// letter that has no glyph is kept with the remark "no-glyph"; "selector-dropped" names a selector without effect.
/// Total.
Conversion unicode_to_menksoft(std::u16string_view text, const LegacyOptions& options = {});

}  // namespace bichig::script
