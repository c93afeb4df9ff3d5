// Calls of bichig/c/personal.h: each pair is one template over the units of its text.
#include <bichig/c/personal.h>

#include <bichig/base/file.h>

#include "c/internal/spelling.h"

namespace bichig::c {

namespace {

spell::UserDictionary& words_of(bichig_personal* personal) {
    require(personal != nullptr, "the personal dictionary is NULL");
    return personal->words;
}
const spell::UserDictionary& words_of(const bichig_personal* personal) {
    require(personal != nullptr, "the personal dictionary is NULL");
    return personal->words;
}

void open(const char* path, bichig_personal** out) {
    clear_result(out);
    *out = make_handle<bichig_personal>(path == nullptr ? spell::UserDictionary{}
                                                        : value_of(spell::UserDictionary::open(path)));
}

/// Its lines are UTF-8; a place in them is a line and a column, whatever the units of the call.
template <class Char>
void open_text(const Char* text, std::size_t length, bichig_personal** out) {
    clear_result(out);
    const Source source{text, length};
    require_writable(source.text());
    *out = make_handle<bichig_personal>(value_of(spell::UserDictionary::from_text(to_utf8(source.text()))));
}

template <class Char>
void add(bichig_personal* personal, const Char* word, std::size_t length, const Char* like, std::size_t like_length) {
    const Source source{word, length};
    const Source example{like, like_length};
    require_writable(source.text());
    require_writable(example.text());
    value_of(words_of(personal).add(source.text(), example.text()));
}

template <class Char>
void remove(bichig_personal* personal, const Char* word, std::size_t length) {
    const Source source{word, length};
    value_of(words_of(personal).remove(source.text()));
}

template <class Char>
void contains(const bichig_personal* personal, const Char* word, std::size_t length, int* out) {
    require(out != nullptr, "the result is NULL");
    *out = 0;
    const Source source{word, length};
    *out = words_of(personal).contains(source.text()) ? 1 : 0;
}

template <class Char>
void words(const bichig_personal* personal, bichig_learnt_word** out, std::size_t* count) {
    clear_result(out, count);
    const std::vector<spell::LearntWord> found = words_of(personal).words();
    Pack pack;
    pack.array<bichig_learnt_word>(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t at = i * sizeof(bichig_learnt_word);
        pack.text<Char>(at + offsetof(bichig_learnt_word, utf8), at + offsetof(bichig_learnt_word, utf16),
                        at + offsetof(bichig_learnt_word, length), found[i].word);
        pack.text<Char>(at + offsetof(bichig_learnt_word, like_utf8), at + offsetof(bichig_learnt_word, like_utf16),
                        at + offsetof(bichig_learnt_word, like_length), found[i].like);
    }
    pack.give(out);
    *count = found.size();
}

template <class Char>
void text(const bichig_personal* personal, Char** out, std::size_t* length) {
    clear_result(out);
    const std::string lines = words_of(personal).text();
    if constexpr (std::is_same_v<Char, char>) TextBlock{std::string_view{lines}}.give(out, length);
    else TextBlock{std::u16string_view{value_of(to_utf16(lines))}}.give(out, length);
}

void save(const bichig_personal* personal, const char* path) {
    require(path != nullptr, "the path is NULL");
    OutputFile file = value_of(OutputFile::create(path));
    value_of(file.write(words_of(personal).text()));
    value_of(file.commit());
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_personal_open(const char* path, bichig_personal** personal, bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(path, personal); });
}
bichig_status bichig_personal_open_text_utf8(const char* text, size_t length, bichig_personal** personal,
                                             bichig_error* error) {
    return guarded(error, [&] { bichig::c::open_text(text, length, personal); });
}
bichig_status bichig_personal_open_text_utf16(const bichig_char16* text, size_t length, bichig_personal** personal,
                                              bichig_error* error) {
    return guarded(error, [&] { bichig::c::open_text(text, length, personal); });
}
void bichig_personal_close(bichig_personal* personal) { bichig::c::close_handle(personal); }
bichig_status bichig_personal_add_utf8(bichig_personal* personal, const char* word, size_t length, const char* like,
                                       size_t like_length, bichig_error* error) {
    return guarded(error, [&] { bichig::c::add(personal, word, length, like, like_length); });
}
bichig_status bichig_personal_add_utf16(bichig_personal* personal, const bichig_char16* word, size_t length,
                                        const bichig_char16* like, size_t like_length, bichig_error* error) {
    return guarded(error, [&] { bichig::c::add(personal, word, length, like, like_length); });
}
bichig_status bichig_personal_remove_utf8(bichig_personal* personal, const char* word, size_t length,
                                          bichig_error* error) {
    return guarded(error, [&] { bichig::c::remove(personal, word, length); });
}
bichig_status bichig_personal_remove_utf16(bichig_personal* personal, const bichig_char16* word, size_t length,
                                           bichig_error* error) {
    return guarded(error, [&] { bichig::c::remove(personal, word, length); });
}
bichig_status bichig_personal_refresh(bichig_personal* personal, bichig_error* error) {
    return guarded(error, [&] { bichig::c::value_of(bichig::c::words_of(personal).refresh()); });
}
bichig_status bichig_personal_contains_utf8(const bichig_personal* personal, const char* word, size_t length,
                                            int* contains, bichig_error* error) {
    return guarded(error, [&] { bichig::c::contains(personal, word, length, contains); });
}
bichig_status bichig_personal_contains_utf16(const bichig_personal* personal, const bichig_char16* word,
                                             size_t length, int* contains, bichig_error* error) {
    return guarded(error, [&] { bichig::c::contains(personal, word, length, contains); });
}
bichig_status bichig_personal_words_utf8(const bichig_personal* personal, bichig_learnt_word** words, size_t* count,
                                         bichig_error* error) {
    return guarded(error, [&] { bichig::c::words<char>(personal, words, count); });
}
bichig_status bichig_personal_words_utf16(const bichig_personal* personal, bichig_learnt_word** words, size_t* count,
                                          bichig_error* error) {
    return guarded(error, [&] { bichig::c::words<bichig_char16>(personal, words, count); });
}
bichig_status bichig_personal_text_utf8(const bichig_personal* personal, char** text, size_t* length,
                                        bichig_error* error) {
    return guarded(error, [&] { bichig::c::text(personal, text, length); });
}
bichig_status bichig_personal_text_utf16(const bichig_personal* personal, bichig_char16** text, size_t* length,
                                         bichig_error* error) {
    return guarded(error, [&] { bichig::c::text(personal, text, length); });
}
bichig_status bichig_personal_save(const bichig_personal* personal, const char* path, bichig_error* error) {
    return guarded(error, [&] { bichig::c::save(personal, path); });
}

}  // extern "C"
