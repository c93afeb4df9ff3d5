// The forms of suffixes that are written apart: which belong together, and which a stem takes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/script/suffixes.h>

namespace bichig::spell {

/// The suffixes that `form` (without its connector) may be a form of: by its letters, or by what it looks like after a
/// connector, which is how a form with other letters is known. `j` at its head is read as y, and selectors are passed
/// over. Any thread.
std::vector<script::Suffix> suffixes_of(std::u16string_view form);

/// The suffixes of which `form` is a form, letter by letter.
std::vector<script::Suffix> exact_suffixes_of(std::u16string_view form);

/// The forms of a suffix, without connector: the one that `stem` takes first.
std::vector<std::u16string> forms_for(std::u16string_view stem, script::Suffix suffix);

/// A word taken apart: its stem, and its suffixes without connector.
struct SuffixChain {
    std::u16string_view stem;
    std::vector<std::u16string_view> suffixes;
};

/// `word` at its connectors (script::is_suffix_connector). A word without a suffix is its own stem.
SuffixChain suffix_chain(std::u16string_view word);

/// `text` without selectors.
std::u16string without_selectors(std::u16string_view text);

/// `text` with MVS for each NNBSP.
std::u16string with_new_connectors(std::u16string_view text);

}  // namespace bichig::spell
