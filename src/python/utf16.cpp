// A str as UTF-16 and back.
#include "python/utf16.h"

#include <algorithm>

namespace bichig::python {

namespace nb = nanobind;

std::size_t Places::index(std::size_t unit) const {
    const auto before = std::lower_bound(pairs_.begin(), pairs_.end(), unit);
    return unit - static_cast<std::size_t>(before - pairs_.begin());
}

std::size_t Places::unit(std::size_t index) const {
    // The pair k begins at the index pairs_[k] - k.
    std::size_t low = 0;
    std::size_t high = pairs_.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (pairs_[middle] - middle < index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return index + low;
}

Utf16::Utf16(const nb::str& text) {
    PyObject* object = text.ptr();
    const auto length = static_cast<std::size_t>(PyUnicode_GET_LENGTH(object));
    const void* const characters = PyUnicode_DATA(object);
    switch (PyUnicode_KIND(object)) {
        case PyUnicode_2BYTE_KIND:
            kept_ = nb::borrow(object);
            data_ = static_cast<const bichig_char16*>(characters);
            size_ = length;
            return;
        case PyUnicode_1BYTE_KIND: {
            const auto* bytes = static_cast<const Py_UCS1*>(characters);
            copy_.assign(bytes, bytes + length);
            break;
        }
        default: {
            const auto* points = static_cast<const Py_UCS4*>(characters);
            copy_.reserve(length + length / 8);
            for (std::size_t i = 0; i < length; ++i) {
                const Py_UCS4 point = points[i];
                if (point < 0x10000) {
                    copy_.push_back(static_cast<bichig_char16>(point));
                    continue;
                }
                places_.add_pair(copy_.size());
                copy_.push_back(static_cast<bichig_char16>(0xD7C0 + (point >> 10)));
                copy_.push_back(static_cast<bichig_char16>(0xDC00 | (point & 0x3FF)));
            }
        }
    }
    copy_.push_back(0);  // so that the pointer of an empty text is none of NULL
    data_ = copy_.data();
    size_ = copy_.size() - 1;
}

nb::str str_of(const bichig_char16* text, std::size_t size, Places* places) {
    const auto is_surrogate = [](bichig_char16 unit) { return unit >= 0xD800 && unit < 0xE000; };
    const bichig_char16* const end = text + size;
    PyObject* made = nullptr;
    if (std::none_of(text, end, is_surrogate)) {
        made = PyUnicode_FromKindAndData(PyUnicode_2BYTE_KIND, text, static_cast<Py_ssize_t>(size));
    } else {
        std::vector<Py_UCS4> points;
        points.reserve(size);
        for (std::size_t i = 0; i < size; ++i) {
            if (text[i] < 0xDC00 && is_surrogate(text[i]) && i + 1 < size && (text[i + 1] & 0xFC00) == 0xDC00) {
                if (places != nullptr) places->add_pair(i);
                points.push_back(0x10000U + ((text[i] & 0x3FFU) << 10) + (text[i + 1] & 0x3FFU));
                ++i;
            } else {
                points.push_back(text[i]);
            }
        }
        made = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, points.data(), static_cast<Py_ssize_t>(points.size()));
    }
    if (made == nullptr) throw nb::python_error();
    return nb::steal<nb::str>(made);
}

}  // namespace bichig::python
