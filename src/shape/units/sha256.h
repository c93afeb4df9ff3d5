// SHA-256 (FIPS 180-4), by which font files are known.
#pragma once

#include <string>
#include <string_view>

namespace bichig::shape::units {

/// The digest of `bytes` in hexadecimal, 64 characters.
std::string sha256(std::string_view bytes);

}  // namespace bichig::shape::units
