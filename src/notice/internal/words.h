// The words that Bichig itself adds to an official document, in the language of each version.
#pragma once

#include <string>
#include <string_view>

#include <bichig/document/style.h>

namespace bichig::notice {

/// Generated text of one language. Value.
struct Words {
    std::u16string_view colon;               ///< after an addressee
    std::u16string_view label_colon;         ///< between a label and what it is about
    std::u16string_view full_stop;           ///< after the carbon copies
    std::u16string_view attachment;          ///< before the names of attachments
    std::u16string_view carbon_copy;         ///< before the bodies that get a copy
    std::u16string_view printed;             ///< after the date of printing
    std::u16string_view annotation_before;   ///< bracket
    std::u16string_view annotation_after;
    std::u16string_view page_number_before;
    std::u16string_view page_number_after;
};

/// The words of a version in `mode`: Mongolian for vertical lines, Chinese for horizontal ones.
const Words& words_of(document::WritingMode mode);

/// Whether `text` ends in a colon of any of the scripts.
bool ends_in_colon(std::u16string_view text);
/// Whether `text` ends a sentence by itself.
bool ends_in_full_stop(std::u16string_view text);

}  // namespace bichig::notice
