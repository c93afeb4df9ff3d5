// What every call of the Python binding shares: errors as exceptions, the lock of the interpreter, blocks, findings.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <nanobind/nanobind.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include <bichig/c/bichig.h>

#include "python/utf16.h"

namespace bichig::python {

namespace nb = nanobind;

/// Units from which a call on a text lets other threads run. Below it the lock would cost more than the call.
constexpr std::size_t LONG_TEXT = 4096;

/// Ends what a call handed out.
struct Release {
    void operator()(void* block) const { bichig_free(block); }
    void operator()(bichig_findings* findings) const { bichig_findings_free(findings); }
    void operator()(bichig_files* files) const { bichig_files_free(files); }
    void operator()(bichig_fonts* fonts) const { bichig_fonts_close(fonts); }
    void operator()(bichig_layout* layout) const { bichig_layout_close(layout); }
    void operator()(bichig_document* document) const { bichig_document_close(document); }
    void operator()(bichig_pages* pages) const { bichig_pages_close(pages); }
    void operator()(bichig_collator* collator) const { bichig_collator_close(collator); }
    void operator()(bichig_dictionary* dictionary) const { bichig_dictionary_close(dictionary); }
    void operator()(bichig_dictionary_builder* builder) const { bichig_dictionary_builder_close(builder); }
    void operator()(bichig_hunspell* hunspell) const { bichig_hunspell_close(hunspell); }
    void operator()(bichig_personal* personal) const { bichig_personal_close(personal); }
    void operator()(bichig_checker* checker) const { bichig_checker_close(checker); }
    void operator()(bichig_lexicon* lexicon) const { bichig_lexicon_close(lexicon); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

/// Raises the exception of bichig.errors that stands for `error`; its offset becomes an index of the text's str.
[[noreturn]] void raise(const bichig_error& error, const Places* places);

/// Runs a call that takes a bichig_error last; other threads run beside it if `is_long`.
template <class Call>
void run(bool is_long, const Places* places, Call&& call) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_status status = BICHIG_OK;
    if (is_long) {
        nb::gil_scoped_release released;
        status = call(&error);
    } else {
        status = call(&error);
    }
    if (status != BICHIG_OK) raise(error, places);
}

/// The same on a text.
template <class Call>
void run(const Utf16& text, Call&& call) {
    run(text.size() >= LONG_TEXT, &text.places(), std::forward<Call>(call));
}

/// An array that a call handed out.
template <class T>
class Array {
public:
    T** out() { return &items_; }
    std::size_t* count() { return &count_; }
    std::size_t size() const { return count_; }
    const T* begin() const { return items_; }
    const T* end() const { return items_ + count_; }
    Array() = default;
    Array(Array&& other) noexcept
        : items_{std::exchange(other.items_, nullptr)}, count_{std::exchange(other.count_, 0)} {}
    Array(const Array&) = delete;
    Array& operator=(const Array&) = delete;
    ~Array() { bichig_free(items_); }

private:
    T* items_ = nullptr;
    std::size_t count_ = 0;
};

/// The array that a call on `text` gives: `call(T** items, size_t* count, bichig_error*)`.
template <class T, class Call>
Array<T> array_of(const Utf16& text, Call&& call) {
    Array<T> array;
    run(text, [&](bichig_error* error) { return call(array.out(), array.count(), error); });
    return array;
}

using Range = std::pair<std::size_t, std::size_t>;
using Finding = std::tuple<std::string, std::string, std::string, std::string, unsigned, unsigned>;

/// Indexes of the str in place of units.
inline Range range_of(const bichig_range& range, const Places& places) {
    return {places.index(range.begin), places.index(range.end)};
}

/// Begin, end, kept, id, reason.
using Remark = std::tuple<std::size_t, std::size_t, bool, std::string, std::string>;
inline std::vector<Remark> remarks_of(const Array<bichig_remark>& remarks, const Places& places) {
    std::vector<Remark> all;
    all.reserve(remarks.size());
    for (const bichig_remark& remark : remarks) {
        const Range source = range_of(remark.source, places);
        all.emplace_back(source.first, source.second, remark.kept != 0, remark.id, remark.reason);
    }
    return all;
}

/// id, message, hint, file, line, column of each.
std::vector<Finding> findings_of(const bichig_findings* findings);

/// A str of text that the library says is UTF-8; what is not becomes U+FFFD.
nb::str str_of_utf8(const char* text, std::size_t size);

/// A function of Python that is told how far a call is. It may raise, or answer False, to end the call. Ctrl-C ends it
/// too, whether there is a function or not.
class Progress {
public:
    explicit Progress(nb::object function) : function_{std::move(function)} {}
    static int call(void* user, std::size_t done, std::size_t total);
    /// Runs a call that takes a bichig_error last and tells this; other threads run beside it. What the function raised
    /// goes before the status that it led to.
    template <class Call>
    void run(const Places* places, Call&& call) const {
        bichig_error error = BICHIG_ERROR_INIT;
        bichig_status status = BICHIG_OK;
        {
            const nb::gil_scoped_release released;
            status = call(&error);
        }
        if (failure_) std::rethrow_exception(failure_);
        if (status != BICHIG_OK) raise(error, places);
    }

private:
    nb::object function_;
    std::exception_ptr failure_;
};

void bind_text(nb::module_& module);
void bind_conversion(nb::module_& module);
void bind_language(nb::module_& module);
void bind_fonts(nb::module_& module);
void bind_layout(nb::module_& module);
void bind_document(nb::module_& module);
void bind_pages(nb::module_& module);
void bind_dictionary(nb::module_& module);
void bind_spelling(nb::module_& module);
void bind_lexicon(nb::module_& module);

}  // namespace bichig::python
