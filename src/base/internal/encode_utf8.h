// UTF-8 into room that is there already: for blocks that many texts go into.
#pragma once

#include <cstddef>
#include <string_view>

namespace bichig::inline base {

/// A unit of UTF-16 takes at most so many bytes: two of a pair take four.
inline constexpr std::size_t most_bytes_of_unit = 3;

/// As to_utf8, into `out`, which has room for most_bytes_of_unit bytes a unit; gives where it ends.
char* encode_utf8(std::u16string_view utf16, char* out);

}  // namespace bichig::inline base
