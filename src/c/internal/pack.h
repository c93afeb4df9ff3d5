// Results of several parts in one block of the caller: arrays of structs, and the texts that they point to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <bichig/base/utf.h>

#include "c/internal/call.h"

namespace bichig::c {

/// Grows part by part; pointers are offsets until it is given away. Scratch.
class Pack {
public:
    /// Room for `count` structs, all zero; gives where they begin.
    template <class T>
    std::size_t array(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<T>);
        const std::size_t begin = (bytes_.size() + alignof(T) - 1) / alignof(T) * alignof(T);
        bytes_.resize(begin + count * sizeof(T));
        return begin;
    }
    /// Puts a struct into its place; its pointers into the pack are set afterwards.
    template <class T>
    void put(std::size_t begin, std::size_t index, const T& item) {
        std::memcpy(bytes_.data() + begin + index * sizeof(T), &item, sizeof(T));
    }
    /// Makes the pointer `offset` bytes into the pack lead to `target`.
    void point(std::size_t offset, std::size_t target) {
        std::memcpy(bytes_.data() + offset, &target, sizeof target);
        pointers_.push_back(offset);
    }
    /// Adds a text with a zero after it, and makes the pointer at `offset` lead there.
    void text(std::size_t offset, std::string_view text) {
        const std::size_t begin = bytes_.size();
        bytes_.append(text).push_back('\0');
        point(offset, begin);
    }
    /// The same in the units of `Char`: into the pointer at `utf8` or at `utf16`, and its length into that at `length`.
    template <class Char>
    void text(std::size_t utf8, std::size_t utf16, std::size_t length, std::u16string_view text) {
        std::size_t size = text.size();
        if constexpr (std::is_same_v<Char, char>) {
            const std::string made = to_utf8(text);
            this->text(utf8, made);
            size = made.size();
        } else {
            const std::size_t begin = array<char16_t>(text.size() + 1);
            std::memcpy(bytes_.data() + begin, text.data(), text.size() * sizeof(char16_t));
            point(utf16, begin);
        }
        std::memcpy(bytes_.data() + length, &size, sizeof size);
    }
    /// The pack in a block of the caller's; its first array is what `out` points to.
    template <class T>
    void give(T** out) {
        Block block{bytes_.empty() ? 1 : bytes_.size()};
        auto* bytes = static_cast<char*>(block.bytes());
        if (!bytes_.empty()) std::memcpy(bytes, bytes_.data(), bytes_.size());
        for (const std::size_t at : pointers_) {
            std::size_t target = 0;
            std::memcpy(&target, bytes + at, sizeof target);
            const char* const address = bytes + target;
            std::memcpy(bytes + at, &address, sizeof address);
        }
        *out = block.release<T>();
    }

private:
    std::string bytes_;
    std::vector<std::size_t> pointers_;
};

static_assert(sizeof(std::size_t) == sizeof(void*), "offsets stand where pointers will");

}  // namespace bichig::c
