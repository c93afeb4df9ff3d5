// One pass over the units of a key, stretch by stretch.
#include "spell/index/ink_key.h"

#include <algorithm>

#include <bichig/script/key.h>

#include "spell/index/unit_codes.h"

namespace bichig::spell {

namespace {

using namespace unit_codes;

constexpr std::uint8_t other_character = 0xFF;
constexpr auto wide_gap = static_cast<std::uint8_t>(script::Unit::wide_gap);
constexpr auto narrow_gap = static_cast<std::uint8_t>(script::Unit::narrow_gap);

bool is_rewritten(std::uint8_t code) { return code == Dd || code == H || code == Hx || code == Cr || code == Aa; }

/// Appends a joined stretch to `out`.
void append_stretch(std::string_view stretch, std::string& out) {
    for (std::size_t i = 0; i < stretch.size(); ++i) {
        const auto code = static_cast<std::uint8_t>(stretch[i]);
        const bool first = i == 0;
        const bool last = i + 1 == stretch.size();
        if (code == Dd) {
            out += {static_cast<char>(O), static_cast<char>(A)};
        } else if ((code == H || code == Hx) && !first && !last) {
            out.append(2, static_cast<char>(code == H ? A : N));
        } else if (code == Cr && first && !last) {
            out.append(2, static_cast<char>(O));
        } else if (code == Aa && last && !first && stretch[i - 1] == static_cast<char>(A)) {
            if (stretch.size() > 2) out.back() = static_cast<char>(Aa);
        } else if (code == Aa && last && !first && stretch[i - 1] == static_cast<char>(O)) {
            out.back() = static_cast<char>(B2);
        } else if (code == Aa && last && !first && stretch[i - 1] == static_cast<char>(I)) {
            out.back() = static_cast<char>(G);
        } else {
            out += stretch[i];
        }
    }
}

}  // namespace

void unify_ink(std::string& key, std::size_t begin) {
    const std::string units = key.substr(begin);
    const auto rewritten = [](char byte) { return is_rewritten(static_cast<std::uint8_t>(byte)); };
    if (std::none_of(units.begin(), units.end(), rewritten)) return;
    key.resize(begin);
    std::size_t stretch = 0;
    const auto end_stretch = [&](std::size_t end) {
        append_stretch(std::string_view{units}.substr(stretch, end - stretch), key);
    };
    for (std::size_t i = 0; i < units.size();) {
        const auto code = static_cast<std::uint8_t>(units[i]);
        const std::size_t size = code == other_character ? 4 : 1;
        if (size == 1 && code != wide_gap && code != narrow_gap) {
            ++i;
            continue;
        }
        end_stretch(i);
        key.append(units, i, size);
        i += size;
        stretch = i;
    }
    if (stretch < units.size()) end_stretch(units.size());
}

void append_ink_key(std::u16string_view text, const script::UnitOptions& options, std::string& key) {
    const std::size_t begin = key.size();
    script::append_shape_key(text, options, key);
    unify_ink(key, begin);
}

}  // namespace bichig::spell
