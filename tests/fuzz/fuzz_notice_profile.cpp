// Feeds any bytes to the reader of profiles: it answers with a profile that states its order, or with an error.
#include <cstddef>
#include <cstdint>
#include <string>

#include <bichig/notice/profile.h>

#include "expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using bichig::fuzz::expect;
    const auto profile =
        bichig::notice::read_profile(std::string(reinterpret_cast<const char*>(data), size), "profile.toml");
    if (profile) {
        expect(profile->script_order != bichig::notice::ScriptOrder::unstated, "the order of the scripts is stated");
    } else {
        expect(!profile.error().message.empty(), "an error says what is wrong");
    }
    return 0;
}
