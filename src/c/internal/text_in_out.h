// Texts of callers: UTF-8 or UTF-16 in, offsets and results in the same units out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/base/utf.h>

#include "c/internal/call.h"

namespace bichig::c {

/// From indexes of UTF-16 to offsets in UTF-8 and back; without a text, both are the same. Value.
class Offsets {
public:
    Offsets() = default;
    explicit Offsets(std::string_view utf8);

    std::size_t offset(TextIndex index) const;
    bichig_range range(TextRange range) const { return {offset(range.begin), offset(range.end)}; }
    /// Whether there is a text: offsets are those of UTF-8.
    bool in_utf8() const { return !table_.empty(); }
    /// The index for an offset: of the character that it lies in, and beyond the end that of the end.
    TextIndex index(std::size_t offset, std::size_t text_size) const;

private:
    std::vector<TextIndex> table_;  ///< of each code unit, and of the end; empty for UTF-16
};

/// A text as a caller passed it. Scratch.
class Source {
public:
    Source(const char* text, std::size_t length);
    Source(const bichig_char16* text, std::size_t length);

    std::u16string_view text() const { return text_; }
    /// The caller's offset of an index of text().
    std::size_t offset(TextIndex index) const;
    bichig_range range(TextRange range) const { return {offset(range.begin), offset(range.end)}; }
    /// A map that outlives this and the caller's text.
    Offsets offsets() const { return is_utf8_ ? Offsets{utf8_} : Offsets{}; }

private:

    std::u16string own_;
    std::u16string_view text_;
    std::string_view utf8_;
    bool is_utf8_ = false;
    mutable std::size_t walked_ = 0;  ///< the offset of walked_index_ in UTF-8: how far offsets were asked for
    mutable TextIndex walked_index_ = 0;
    mutable std::optional<Offsets> offsets_;  ///< made when one before that is asked for
};

/// Refuses a lone surrogate, where bytes are to be written from the text.
void require_writable(std::u16string_view text);

/// Offsets in a text that is a result, in the units of `Char`.
template <class Char>
class ResultOffsets {
public:
    explicit ResultOffsets(std::u16string_view text) {
        if constexpr (std::is_same_v<Char, char>) {
            offsets_.reserve(text.size() + 1);
            std::size_t at = 0;
            for (TextIndex index = 0; index < text.size();) {
                const CodePoint point = code_point_at(text, index);
                for (TextIndex unit = 0; unit < point.size; ++unit) offsets_.push_back(at);
                at += point.value < 0x80 ? 1 : point.value < 0x800 ? 2 : point.value < 0x10000 ? 3 : 4;
                index += point.size;
            }
            offsets_.push_back(at);
        }
    }
    bichig_range range(TextRange range) const {
        if constexpr (std::is_same_v<Char, char>) return {offsets_[range.begin], offsets_[range.end]};
        else return {range.begin, range.end};
    }

private:
    std::vector<std::size_t> offsets_;
};

/// A zero-terminated copy for the caller.
class TextBlock {
public:
    template <class Char>
    static TextBlock of(std::u16string_view text) {
        if constexpr (std::is_same_v<Char, char>) return TextBlock{std::string_view{to_utf8(text)}};
        else return TextBlock{text};
    }
    explicit TextBlock(std::string_view text);
    explicit TextBlock(std::u16string_view text);

    /// Hands it out; `length` may be null.
    template <class Char>
    void give(Char** out, std::size_t* length) {
        *out = block_.release<Char>();
        if (length != nullptr) *length = length_;
    }

private:
    Block block_;
    std::size_t length_;
};

/// An array for the caller; of no elements, still a block.
template <class T>
class ArrayBlock {
public:
    explicit ArrayBlock(const std::vector<T>& items)
        : block_{items.empty() ? 1 : items.size() * sizeof(T)}, count_{items.size()} {
        if (!items.empty()) std::memcpy(block_.bytes(), items.data(), items.size() * sizeof(T));
    }
    void give(T** out, std::size_t* count) {
        *out = block_.template release<T>();
        *count = count_;
    }

private:
    Block block_;
    std::size_t count_;
};

/// Sets results to nothing at the start of a call. Both are required.
template <class T>
void clear_result(T** out) {
    require(out != nullptr, "a result is NULL");
    *out = nullptr;
}
template <class T>
void clear_result(T** out, std::size_t* count) {
    clear_result(out);
    require(count != nullptr, "the count of a result is NULL");
    *count = 0;
}

}  // namespace bichig::c
