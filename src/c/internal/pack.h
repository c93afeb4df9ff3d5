// Results of several parts in one block of the caller: arrays of structs, and the texts that they point to.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/internal/encode_utf8.h"
#include "c/internal/call.h"

namespace bichig::c {

/// Grows part by part; pointers are offsets until it is given away. Scratch.
class Pack {
public:
    /// What is to come: so many bytes, so many pointers, more or less. Spares growing.
    void reserve(std::size_t bytes, std::size_t pointers) {
        if (bytes > capacity_) grow(bytes);
        if (pointers > usual) others_.reserve(pointers - usual);
    }
    /// Room for `count` structs, all zero; gives where they begin.
    template <class T>
    std::size_t array(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::size_t begin = (size_ + alignof(T) - 1) / alignof(T) * alignof(T);
        std::memset(more(begin - size_ + count * sizeof(T)), 0, begin - size_ + count * sizeof(T));
        size_ = begin + count * sizeof(T);
        return begin;
    }
    /// Puts a struct into its place; its pointers into the pack are set afterwards.
    template <class T>
    void put(std::size_t begin, std::size_t index, const T& item) {
        std::memcpy(bytes() + begin + index * sizeof(T), &item, sizeof(T));
    }
    /// Makes the pointer `offset` bytes into the pack lead to `target`.
    void point(std::size_t offset, std::size_t target) {
        std::memcpy(bytes() + offset, &target, sizeof target);
        if (count_ < usual) first_[count_++] = offset;
        else others_.push_back(offset);
    }
    /// Adds a text with a zero after it, and makes the pointer at `offset` lead there.
    void text(std::size_t offset, std::string_view text) {
        char* const out = more(text.size() + 1);
        if (!text.empty()) std::memcpy(out, text.data(), text.size());
        out[text.size()] = 0;
        point(offset, std::exchange(size_, size_ + text.size() + 1));
    }
    /// The same in the units of `Char`: into the pointer at `utf8` or at `utf16`, and its length into that at `length`.
    template <class Char>
    void text(std::size_t utf8, std::size_t utf16, std::size_t length, std::u16string_view text) {
        std::size_t size = text.size();
        if constexpr (std::is_same_v<Char, char>) {
            char* const out = more(text.size() * most_bytes_of_unit + 1);
            size = static_cast<std::size_t>(encode_utf8(text, out) - out);
            out[size] = 0;
            point(utf8, std::exchange(size_, size_ + size + 1));
        } else {
            const std::size_t begin = (size_ + alignof(char16_t) - 1) / alignof(char16_t) * alignof(char16_t);
            char* const out = more(begin - size_ + (text.size() + 1) * sizeof(char16_t)) + (begin - size_);
            if (!text.empty()) std::memcpy(out, text.data(), text.size() * sizeof(char16_t));
            std::memset(out + text.size() * sizeof(char16_t), 0, sizeof(char16_t));
            size_ = begin + (text.size() + 1) * sizeof(char16_t);
            point(utf16, begin);
        }
        std::memcpy(bytes() + length, &size, sizeof size);
    }
    /// The pack in a block of the caller's; its first array is what `out` points to.
    template <class T>
    void give(T** out) {
        if (!block_ || (capacity_ > worth_moving && capacity_ / 2 > size_)) grow(std::max<std::size_t>(size_, 1));
        for (std::size_t i = 0; i < count_; ++i) lead(first_[i]);
        for (const std::size_t at : others_) lead(at);
        *out = block_->release<T>();
    }

private:
    static constexpr std::size_t worth_moving = 65536;  ///< a larger block is not left half empty

    /// Makes an address of the offset that stands where a pointer will.
    void lead(std::size_t at) {
        std::size_t target = 0;
        std::memcpy(&target, bytes() + at, sizeof target);
        const char* const address = bytes() + target;
        std::memcpy(bytes() + at, &address, sizeof address);
    }
    char* bytes() { return static_cast<char*>(block_->bytes()); }
    /// Room for `count` bytes at the end.
    char* more(std::size_t count) {
        constexpr std::size_t first = 256;
        if (!block_ || capacity_ - size_ < count) grow(std::max({first, capacity_ * 2, size_ + count}));
        return bytes() + size_;
    }
    void grow(std::size_t capacity) {
        std::optional<Block> larger{std::in_place, capacity};
        if (size_ > 0) std::memcpy(larger->bytes(), bytes(), size_);
        block_.swap(larger);
        capacity_ = capacity;
    }

    std::optional<Block> block_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    static constexpr std::size_t usual = 24;  ///< pointers of a small answer, for which no memory is asked
    std::array<std::size_t, usual> first_;
    std::size_t count_ = 0;
    std::vector<std::size_t> others_;  ///< pointers beyond these
};

static_assert(sizeof(std::size_t) == sizeof(void*), "offsets stand where pointers will");

}  // namespace bichig::c
