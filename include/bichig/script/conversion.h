// What a conversion of text gives back: the text, where each part of it came from, and what to know about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/text_range.h>

namespace bichig::script {

/// A part of the source and the part of the result that stands for it. Either may be empty. Value.
struct Alignment {
    TextRange source;
    TextRange result;

    bool operator==(const Alignment&) const = default;
};

/// Something that a conversion could not do, or did at a loss. Value.
struct Remark {
    TextRange source;         ///< the part of the source it is about
    std::string_view id;      ///< stable name of the reason, such as "no-sign"; static storage
    std::string_view reason;  ///< the reason in one line; static storage
    bool kept = false;        ///< whether this part stands in the result as it was in the source

    bool operator==(const Remark&) const = default;
};

/// A converted text. Value.
struct Conversion {
    std::u16string text;
    std::vector<Alignment> alignments;  ///< if asked for: in order, without gaps, covering source and result
    std::vector<Remark> remarks;        ///< in the order of the source; empty if nothing was lost
};

/// The index in the result that belongs to `source`: the start of the part that stands for it. `alignments` as a
/// Conversion has them; an index at or past the end of the source gives the end of the result.
TextIndex result_index(const std::vector<Alignment>& alignments, TextIndex source);

}  // namespace bichig::script
