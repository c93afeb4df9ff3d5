// Keys of the index: those of script/key.h, where units that are drawn exactly as others are written as these.
#pragma once

#include <string>
#include <string_view>

#include <bichig/script/units.h>

namespace bichig::spell {

/// Rewrites the units of `key` from `begin` on (script::append_shape_key) by what is drawn: Dd is O A, H and Hx between
/// two others are A A and N N, Cr before others is O O; at the end of a joined stretch A Aa is Aa (A if it is all),
/// O Aa is B2 and I Aa is G. Source: data/legacy/ink.tsv.
void unify_ink(std::string& key, std::size_t begin = 0);

/// Appends the key of what `text` looks like to `key`.
void append_ink_key(std::u16string_view text, const script::UnitOptions& options, std::string& key);

}  // namespace bichig::spell
