// What the parts of fuzz_c_calls share: the bytes that choose, handles in slots, texts and structs in blocks of exactly
// their size, results that are given back, and what every call must keep to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include <bichig/c/bichig.h>

#include "expect.h"

namespace bichig::fuzz {

/// The bytes of an input, front to back; zeros when they are used up.
class Choices {
public:
    Choices(const std::uint8_t* data, std::size_t size) : data_{data}, size_{size} {}

    bool empty() const { return size_ == 0; }
    std::uint8_t byte() {
        if (size_ == 0) return 0;
        --size_;
        return *data_++;
    }
    /// 0 to count - 1.
    unsigned below(unsigned count) { return byte() % count; }
    /// One of `odds` times.
    bool rarely(unsigned odds = 24) { return byte() % odds == odds - 1; }

private:
    const std::uint8_t* data_;
    std::size_t size_;
};

/// Handles of one kind.
template <class T, void (*close)(T*)>
class Slots {
public:
    static constexpr unsigned count = 3;
    ~Slots() {
        for (T* handle : handles_) close(handle);
    }
    /// A handle, or NULL.
    T* pick(Choices& choices) const { return choices.rarely() ? nullptr : handles_[choices.below(count)]; }
    /// Takes a handle in the place of another.
    void put(Choices& choices, T* handle) {
        T*& place = handles_[choices.below(count)];
        close(place);
        place = handle;
    }

private:
    T* handles_[count] = {};
};

/// All that an input works on.
struct State {
    Choices choices;
    unsigned heavy = 3;          ///< so many calls more that take long
    bool memory_may_end = false; ///< the allocator may have refused
    Slots<bichig_collator, bichig_collator_close> collators{};
    Slots<bichig_fonts, bichig_fonts_close> fonts{};
    Slots<bichig_layout, bichig_layout_close> layouts{};
    Slots<bichig_document, bichig_document_close> documents{};
    Slots<bichig_pages, bichig_pages_close> pages{};
    Slots<bichig_files, bichig_files_free> files{};
    Slots<bichig_findings, bichig_findings_free> findings{};
    Slots<bichig_pdf_info, bichig_pdf_info_close> pdfs{};
    Slots<bichig_dictionary, bichig_dictionary_close> dictionaries{};
    Slots<bichig_dictionary_builder, bichig_dictionary_builder_close> builders{};
    Slots<bichig_hunspell, bichig_hunspell_close> hunspells{};
    Slots<bichig_personal, bichig_personal_close> personals{};
    Slots<bichig_checker, bichig_checker_close> checkers{};
    Slots<bichig_lexicon, bichig_lexicon_close> lexicons{};
    Slots<bichig_editor, bichig_editor_close> editors{};

    /// Whether a call that takes long may still be made.
    bool take_heavy() { return heavy > 0 && heavy-- > 0; }
};

/// Folders and handles that are made once: opening the staged fonts costs more than hundreds of inputs.
struct World {
    std::string scratch;     ///< an empty folder
    std::string dictionary;  ///< a built one
    bichig_fonts* fonts = nullptr;
};
const World& world();

/// A struct of the caller in a block of exactly the size that it states, so that a read or write beyond is seen.
template <class T>
class Sized {
public:
    explicit Sized(Choices& choices, const T& value = T{}) {
        std::size_t size = sizeof(T);
        if (choices.rarely()) size = choices.below(sizeof(T) + 32);
        if (size > sizeof(std::size_t)) size -= size % sizeof(void*);  // no version ever ended inside of a pointer
        const std::size_t room = size < sizeof(std::size_t) ? sizeof(std::size_t) : size;
        bytes_ = std::make_unique<unsigned char[]>(room);
        std::memcpy(bytes_.get(), &value, room < sizeof(T) ? room : sizeof(T));
        std::memcpy(bytes_.get(), &size, sizeof size);
        is_null_ = choices.rarely();
    }
    /// NULL now and then.
    T* get() { return is_null_ ? nullptr : reinterpret_cast<T*>(bytes_.get()); }

private:
    std::unique_ptr<unsigned char[]> bytes_;
    bool is_null_ = false;
};

/// A block or array that a call hands out. NULL pointers are given now and then in the place of those to fill.
template <class T>
class Result {
public:
    explicit Result(Choices& choices)
        : without_{choices.rarely(64)}, without_count_{choices.rarely(64)} {}
    ~Result() { bichig_free(items); }
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;

    T** out() { return without_ ? nullptr : &items; }
    std::size_t* size() { return without_count_ ? nullptr : &count; }

    T* items = nullptr;
    std::size_t count = 0;

private:
    bool without_;
    bool without_count_;
};

/// An error of the caller, NULL and cut short now and then.
inline Sized<bichig_error> error_of(Choices& choices) { return Sized<bichig_error>{choices}; }

/// What holds for every status.
inline bool succeeded(const State& state, bichig_status status) {
    expect(status >= BICHIG_OK && status <= BICHIG_CANCELLED, "a status that is no fault of the library");
    expect(status != BICHIG_NO_MEMORY || state.memory_may_end, "memory ended, though there was enough");
    return status == BICHIG_OK;
}
template <class T>
bool succeeded(const State& state, bichig_status status, const Result<T>& result) {
    expect((status == BICHIG_OK) == (result.items != nullptr), "a result is there exactly if the call succeeded");
    return succeeded(state, status);
}
/// Keeps a handle that a call made.
template <class T, void (*close)(T*)>
void keep(State& state, Slots<T, close>& slots, bichig_status status, T* made) {
    expect((status == BICHIG_OK) == (made != nullptr), "a handle is there exactly if the call succeeded");
    if (succeeded(state, status)) slots.put(state.choices, made);
}

/// A text of one encoding in a block of exactly its size.
template <class Char>
struct Text {
    std::unique_ptr<Char[]> block;
    const Char* data = nullptr;
    std::size_t length = 0;
};
/// Bytes of UTF-8: words that stand there, or what the input has.
std::string bytes_of(Choices& choices);
template <class Char>
Text<Char> text_of(Choices& choices);

/// The one of a pair of calls that takes `Char`.
template <class Char, class Narrow, class Wide>
auto form(Narrow narrow, Wide wide) {
    if constexpr (std::is_same_v<Char, char>) return narrow;
    else return wide;
}
#define BICHIG_FORM(name) bichig::fuzz::form<Char>(name##_utf8, name##_utf16)

/// An enumerator, and now and then the one after the last.
template <class Enum>
Enum any(Choices& choices, Enum last) {
    return static_cast<Enum>(choices.below(static_cast<unsigned>(last) + (choices.rarely() ? 2 : 1)));
}
/// A number for a length, a size, a place: usual ones, and those that are none.
double number(Choices& choices);
/// Any style.
bichig_style style_of(Choices& choices);
/// A number that is an offset or index: small, or very large.
std::size_t offset(Choices& choices);

using Operation = void (*)(State&);
/// The calls of each part.
const std::vector<Operation>& text_operations();
const std::vector<Operation>& page_operations();
const std::vector<Operation>& word_operations();
const std::vector<Operation>& edit_operations();

}  // namespace bichig::fuzz
