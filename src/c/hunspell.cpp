// The calls of bichig/c/dictionary.h on dictionaries of Hunspell.
#include "c/internal/spelling.h"

namespace bichig::c {

namespace {

const spell::HunspellDictionary& words_of(const bichig_hunspell* hunspell) {
    require(hunspell != nullptr, "the dictionary is NULL");
    return hunspell->words;
}

void open(const char* aff_path, const char* dic_path, bichig_hunspell** out) {
    clear_result(out);
    require(aff_path != nullptr && dic_path != nullptr, "a path is NULL");
    *out = make_handle<bichig_hunspell>(value_of(spell::HunspellDictionary::open(aff_path, dic_path)));
}

void beside(const bichig_dictionary* dictionary, bichig_hunspell** out) {
    clear_result(out);
    require(dictionary != nullptr, "the dictionary is NULL");
    const spell::HunspellDictionary* found = dictionary->words.hunspell();
    if (found == nullptr) {
        fail_with({ErrorCode::not_found, "there is no Hunspell dictionary beside it, or it cannot be read",
                   "build the dictionary again (bichig dict build)", {dictionary->words.path(), 0, 0, ""}});
    }
    *out = make_handle<bichig_hunspell>(*found);
}

template <class Char>
void covers(const bichig_hunspell* hunspell, const Char* word, std::size_t length, int* out) {
    require(out != nullptr, "the result is NULL");
    *out = 0;
    const Source source{word, length};
    *out = words_of(hunspell).covers(source.text()) ? 1 : 0;
}

template <class Char>
void is_right(const bichig_hunspell* hunspell, const Char* word, std::size_t length, int* out) {
    require(out != nullptr, "the result is NULL");
    *out = 0;
    const Source source{word, length};
    *out = words_of(hunspell).check(source.text()) ? 1 : 0;
}

template <class Char>
void suggest(const bichig_hunspell* hunspell, const Char* word, std::size_t length, std::size_t limit,
             bichig_suggestion** out, std::size_t* count) {
    clear_result(out, count);
    const Source source{word, length};
    std::vector<spell::Suggestion> found;
    for (std::u16string& text : words_of(hunspell).suggest(source.text(), limit)) found.push_back({std::move(text), 0});
    Pack pack;
    pack_suggestions<Char>(pack, found);
    pack.give(out);
    *count = found.size();
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_hunspell_open(const char* aff_path, const char* dic_path, bichig_hunspell** hunspell,
                                   bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(aff_path, dic_path, hunspell); });
}
bichig_status bichig_dictionary_hunspell(const bichig_dictionary* dictionary, bichig_hunspell** hunspell,
                                         bichig_error* error) {
    return guarded(error, [&] { bichig::c::beside(dictionary, hunspell); });
}
void bichig_hunspell_close(bichig_hunspell* hunspell) { bichig::c::close_handle(hunspell); }
const char* bichig_hunspell_encoding(const bichig_hunspell* hunspell) {
    return hunspell == nullptr ? "" : hunspell->words.encoding().c_str();
}
bichig_status bichig_hunspell_covers_utf8(const bichig_hunspell* hunspell, const char* word, size_t length,
                                          int* covers, bichig_error* error) {
    return guarded(error, [&] { bichig::c::covers(hunspell, word, length, covers); });
}
bichig_status bichig_hunspell_covers_utf16(const bichig_hunspell* hunspell, const bichig_char16* word, size_t length,
                                           int* covers, bichig_error* error) {
    return guarded(error, [&] { bichig::c::covers(hunspell, word, length, covers); });
}
bichig_status bichig_hunspell_is_right_utf8(const bichig_hunspell* hunspell, const char* word, size_t length,
                                            int* right, bichig_error* error) {
    return guarded(error, [&] { bichig::c::is_right(hunspell, word, length, right); });
}
bichig_status bichig_hunspell_is_right_utf16(const bichig_hunspell* hunspell, const bichig_char16* word,
                                             size_t length, int* right, bichig_error* error) {
    return guarded(error, [&] { bichig::c::is_right(hunspell, word, length, right); });
}
bichig_status bichig_hunspell_suggest_utf8(const bichig_hunspell* hunspell, const char* word, size_t length,
                                           size_t limit, bichig_suggestion** suggestions, size_t* count,
                                           bichig_error* error) {
    return guarded(error, [&] { bichig::c::suggest(hunspell, word, length, limit, suggestions, count); });
}
bichig_status bichig_hunspell_suggest_utf16(const bichig_hunspell* hunspell, const bichig_char16* word, size_t length,
                                            size_t limit, bichig_suggestion** suggestions, size_t* count,
                                            bichig_error* error) {
    return guarded(error, [&] { bichig::c::suggest(hunspell, word, length, limit, suggestions, count); });
}

}  // extern "C"
