// Mongolian letters in Latin transliteration, both ways: EAC MGC/01-02, aliases of UTN #57, Möllendorff.
//
// The standards have no sign for some characters (FVS4, letters of other systems) and none for Latin in the source.
// Lossless transliteration writes these in an escape of the project's own:
//     {=text}   text that stands for itself            {=GPS}
//     {180F}    a character by its number (4–6 capital hexadecimal digits)
//     {}        nothing: keeps apart what would be read as one sign (l{}h is U+182F U+183E, lh is U+1840)
#pragma once

#include <cstdint>
#include <string_view>

#include <bichig/script/conversion.h>

namespace bichig::script {

/// A Latin transliteration.
enum class Latin : std::uint8_t {
    eac,                 ///< EAC MGC/01-02 (Inner Mongolia, 2018)
    mollendorff_manchu,  ///< Möllendorff's transcription, for Manchu letters
    mollendorff_sibe,    ///< the same for Sibe letters
    utn_hudum,           ///< aliases of UTN #57, one for each character, parted by spaces; Ali Gali letters included
    utn_todo,
    utn_sibe,
    utn_manchu
};

/// Options of to_latin and from_latin.
struct LatinOptions {
    bool lossless = true;  ///< use the escape, so that from_latin gives back the source exactly; only for to_latin
    bool offsets = false;  ///< fill Conversion::alignments
};

/// `text` in Latin letters. Total. With `lossless` from_latin(to_latin(text)) is `text` for every text, lone surrogates
/// included. Without it the remarks say what will not come back: "no-sign" (kept as it is), "ambiguous" (a sign that
/// also stands for something else), "reads-as-mongolian" (Latin or a mark that is read as a Mongolian character),
/// "joins-with-next" (a sign that is read as one with what follows).
Conversion to_latin(std::u16string_view text, Latin latin, const LatinOptions& options = {});

/// The Mongolian text that `latin_text` stands for. The longest sign wins; composed and decomposed letters are read
/// alike; escapes are always read. Total: what is no sign stays as it is, with the remark "unknown-letter" (a small
/// letter), "unknown-alias" or "bad-escape"; "capital-letter" says that a capital was read as the small letter
/// (Möllendorff only).
Conversion from_latin(std::u16string_view latin_text, Latin latin, const LatinOptions& options = {});

}  // namespace bichig::script
