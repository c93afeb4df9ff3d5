// Normal forms of any text: Unicode NFC together with the rules for Mongolian.
#pragma once

#include <string_view>

#include <bichig/script/normal_form.h>

namespace bichig::text {

/// Which rules apply. Value.
struct NormalOptions {
    bool nfc = true;                  ///< Unicode's canonical composition; also before and after the other rules
    script::NormalOptions mongolian;  ///< the rules of script::normalize
};

/// `text` in the normal form of `options`, with the edits of all rules and the map of offsets over them. Total: a lone
/// surrogate is data; without ICU's data the rule nfc changes nothing. Idempotent; any thread.
///
/// NFC changes no Mongolian letter, control or mark by itself; beside a foreign combining mark the mark U+18A9 may
/// change its place, which a renderer shows alike (canonical equivalence). Source: UAX #15 as ICU has it.
script::NormalText normalize(std::u16string_view text, const NormalOptions& options = {});

}  // namespace bichig::text
