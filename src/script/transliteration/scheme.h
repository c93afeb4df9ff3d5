// The tables of a letter-by-letter transliteration, indexed so that each character costs one look.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "script/generated/latin_tables.h"

namespace bichig::script {

/// Readings and writings of one scheme with an index by first character.
class Scheme {
public:
    template <std::size_t R, std::size_t W>
    constexpr Scheme(const std::array<generated::Reading, R>& readings,
                     const std::array<generated::Writing, W>& writings, bool folds_case)
        : readings_{readings}, writings_{writings}, folds_case_{folds_case} {
        static_assert(R < 255 && W < 255, "the indexes hold bytes");
        for (std::size_t i = R; i-- > 0;) starts_[readings[i].text[0]] = static_cast<std::uint8_t>(i + 1);
        for (std::size_t i = 0; i < W; ++i) {
            const char16_t c = writings[i].character;
            if (c >= first_letter && c < end_letter) letters_[c - first_letter] = static_cast<std::uint8_t>(i + 1);
        }
    }

    /// Whether a spelling starts with `c`: read back, it would not stand for itself.
    constexpr bool starts_spelling(char16_t c) const { return c < starts_.size() && starts_[c] != 0; }

    /// The longest spelling at the start of `text` (not empty), or nullptr.
    constexpr const generated::Reading* longest(std::u16string_view text) const {
        if (!starts_spelling(text[0])) return nullptr;
        const generated::Reading* found = nullptr;
        for (std::size_t i = starts_[text[0]] - 1; i < readings_.size() && readings_[i].text[0] == text[0]; ++i) {
            const std::u16string_view spelling = readings_[i].text;
            if ((!found || spelling.size() > found->text.size()) && text.substr(0, spelling.size()) == spelling) {
                found = &readings_[i];
            }
        }
        return found;
    }

    /// How `c` is written, or nullptr.
    constexpr const generated::Writing* writing(char16_t c) const {
        if (c >= first_letter && c < end_letter) {
            const std::uint8_t index = letters_[c - first_letter];
            return index == 0 ? nullptr : &writings_[index - 1];
        }
        if (c != u'\u200C' && c != u'\u200D' && c != u'\u202F') return nullptr;
        const auto found = std::find_if(writings_.begin(), writings_.end(),
                                        [c](const generated::Writing& writing) { return writing.character == c; });
        return found == writings_.end() ? nullptr : &*found;
    }

    /// Whether capitals are read as small letters.
    constexpr bool folds_case() const { return folds_case_; }

private:
    static constexpr char16_t first_letter = 0x1800;
    static constexpr char16_t end_letter = 0x18B0;

    std::span<const generated::Reading> readings_;
    std::span<const generated::Writing> writings_;
    std::array<std::uint8_t, 0x2100> starts_{};
    std::array<std::uint8_t, end_letter - first_letter> letters_{};
    bool folds_case_ = false;
};

}  // namespace bichig::script
