// Texts between Python and the C interface: a str as UTF-16, offsets of units as indexes of the str, results as str.
#pragma once

#include <cstddef>
#include <vector>

#include <nanobind/nanobind.h>

#include <bichig/c/base.h>

namespace bichig::python {

/// Where the characters above U+FFFF are, which take two units of UTF-16 and one index of a str. Value.
class Places {
public:
    /// The text has a pair whose first unit is at `unit`. In rising order.
    void add_pair(std::size_t unit) { pairs_.push_back(unit); }
    /// The index of the character that the unit belongs to.
    std::size_t index(std::size_t unit) const;
    /// The first unit of a character.
    std::size_t unit(std::size_t index) const;

private:
    std::vector<std::size_t> pairs_;
};

/// A str as UTF-16. The units of a str whose widest character takes two bytes are not copied: the str is kept. A
/// surrogate in it is data, also where two of them happen to form a pair. Value; made with the interpreter's lock.
class Utf16 {
public:
    explicit Utf16(const nanobind::str& text);
    Utf16(Utf16&&) = default;
    Utf16(const Utf16&) = delete;
    Utf16& operator=(const Utf16&) = delete;

    const bichig_char16* data() const { return data_; }
    std::size_t size() const { return size_; }
    const Places& places() const { return places_; }
    std::size_t index(std::size_t unit) const { return places_.index(unit); }
    std::size_t unit(std::size_t index) const { return places_.unit(index); }

private:
    nanobind::object kept_;
    std::vector<bichig_char16> copy_;
    Places places_;
    const bichig_char16* data_ = nullptr;
    std::size_t size_ = 0;
};

/// A text of the library as a str; `places` may be NULL.
nanobind::str str_of(const bichig_char16* text, std::size_t size, Places* places = nullptr);

}  // namespace bichig::python
