// The words that Bichig itself adds to an official document, in the language of each version.
#pragma once

#include <string>
#include <string_view>

#include <bichig/document/style.h>
#include <bichig/notice/notice.h>

namespace bichig::notice {

/// Generated text of one language. Value.
struct Words {
    std::u16string_view colon;               ///< after an addressee
    std::u16string_view label_colon;         ///< between a label and what it is about
    std::u16string_view full_stop;           ///< after the carbon copies
    std::u16string_view attachment;          ///< before the names of attachments, and over an annex
    std::u16string_view annex_gap;           ///< between that and the number of the annex
    std::u16string_view carbon_copy;         ///< before the bodies that get a copy
    std::u16string_view printed;             ///< after the date of printing
    std::u16string_view bracket_before;      ///< of an annotation, and of the number of minutes
    std::u16string_view bracket_after;
    std::u16string_view signer;              ///< before the names of those who approved an upward document
    std::u16string_view name_gap;            ///< between two names in a row
    std::u16string_view present;             ///< of minutes
    std::u16string_view excused;
    std::u16string_view observers;
    std::u16string_view mark[std::size(kinds)];  ///< what the mark of a kind may end in; empty: nothing
    std::u16string_view mark_gap;            ///< before that
};

/// The words of a version in `mode`: Mongolian for vertical lines, Chinese for horizontal ones.
const Words& words_of(document::WritingMode mode);

/// Whether `text` ends in a colon of any of the scripts.
bool ends_in_colon(std::u16string_view text);
/// Whether `text` ends a sentence by itself.
bool ends_in_full_stop(std::u16string_view text);
/// Whether `text` begins with a bracket.
bool is_bracketed(std::u16string_view text);

}  // namespace bichig::notice
