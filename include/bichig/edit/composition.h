// The text that an input method shows before it is put in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/edit/options.h>

namespace bichig::edit {

/// How a part of a composition is told from the rest.
enum class CompositionLook : std::uint8_t {
    typed,      ///< as it was typed
    converted,  ///< a candidate that was chosen
    target      ///< the part that is being chosen for
};

/// A part of a composition. Value.
struct CompositionPart {
    TextRange range;  ///< of Composition::text
    CompositionLook look = CompositionLook::typed;

    bool operator==(const CompositionPart&) const = default;
};

/// A text that is laid out at the caret but is no part of what is edited. Value.
struct Composition {
    std::u16string text;                 ///< empty: there is none; line ends in it become spaces
    std::vector<CompositionPart> parts{};  ///< may leave gaps
    TextIndex caret = 0;                 ///< in `text`

    bool operator==(const Composition&) const = default;
};

}  // namespace bichig::edit
