// The profiles of data/profiles, as text.
#pragma once

#include <span>
#include <string_view>

namespace bichig::notice {

/// A profile that Bichig has. Value.
struct OwnProfile {
    std::string_view name;
    std::string_view toml;
};

extern const std::span<const OwnProfile> own_profiles;

}  // namespace bichig::notice
