// Calls of bichig/c/dictionary.h and personal.h for Python: dictionaries that are built, Hunspell's, lists of users.
#include <optional>

#include <nanobind/stl/optional.h>

#include "python/words.h"

namespace bichig::python {

namespace {

using Form = std::tuple<nb::str, unsigned long, int, unsigned>;
using Info = std::tuple<std::size_t, std::size_t, std::size_t, unsigned, int, std::string, std::string, std::string,
                        std::string>;
using NewWord = std::tuple<nb::str, unsigned long, int>;
using Learnt = std::pair<nb::str, nb::str>;

std::vector<Form> forms_of(const Array<bichig_form>& found) {
    std::vector<Form> all;
    all.reserve(found.size());
    for (const bichig_form& form : found) {
        all.emplace_back(str_of(form.utf16, form.length), form.frequency, form.kind, form.distance);
    }
    return all;
}

Dictionary* open_dictionary(const std::string& path, bool whole) {
    bichig_dictionary* made = nullptr;
    run(true, nullptr,
        [&](bichig_error* error) { return bichig_dictionary_open(path.c_str(), whole ? 1 : 0, &made, error); });
    return new Dictionary{made};
}

Dictionary* dictionary_of_bytes(const nb::bytes& bytes, const std::string& name) {
    bichig_dictionary* made = nullptr;
    run(true, nullptr, [&](bichig_error* error) {
        return bichig_dictionary_open_memory(bytes.data(), bytes.size(), name.c_str(), 1, &made, error);
    });
    return new Dictionary{made};
}

Dictionary* dictionary_of_words(const std::vector<NewWord>& words, int profile,
                                const std::optional<std::string>& path) {
    bichig_dictionary_builder* made = nullptr;
    run(false, nullptr, [&](bichig_error* error) {
        return bichig_dictionary_builder_open(static_cast<bichig_profile>(profile), &made, error);
    });
    const Owned<bichig_dictionary_builder> builder{made};
    for (const auto& [word, frequency, kind] : words) {
        const Utf16 units{word};
        run(units, [&, frequency = frequency, kind = kind](bichig_error* error) {
            return bichig_dictionary_builder_add_utf16(made, units.data(), units.size(), frequency,
                                                       static_cast<bichig_form_kind>(kind), error);
        });
    }
    if (path) {
        run(true, nullptr,
            [&](bichig_error* error) { return bichig_dictionary_builder_save(made, path->c_str(), error); });
    }
    bichig_dictionary* dictionary = nullptr;
    run(true, nullptr, [&](bichig_error* error) { return bichig_dictionary_builder_make(made, &dictionary, error); });
    return new Dictionary{dictionary};
}

Info info(const Dictionary& dictionary) {
    bichig_dictionary_info info = BICHIG_DICTIONARY_INFO_INIT;
    run(false, nullptr,
        [&](bichig_error* error) { return bichig_dictionary_describe(dictionary.get(), &info, error); });
    return {info.forms, info.shapes, info.bytes,   info.format, info.profile,
            info.path,  info.title,  info.version, info.notice};
}

bool contains(const Dictionary& dictionary, const nb::str& form) {
    const Utf16 units{form};
    int found = 0;
    run(units, [&](bichig_error* error) {
        return bichig_dictionary_contains_utf16(dictionary.get(), units.data(), units.size(), &found, error);
    });
    return found != 0;
}

std::vector<Form> same_shape(const Dictionary& dictionary, const nb::str& text) {
    const Utf16 units{text};
    return forms_of(array_of<bichig_form>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_dictionary_same_shape_utf16(dictionary.get(), units.data(), units.size(), out, count, error);
    }));
}

std::vector<Form> near(const Dictionary& dictionary, const nb::str& text, unsigned distance, std::size_t limit) {
    const Utf16 units{text};
    Array<bichig_form> found;
    run(true, nullptr, [&](bichig_error* error) {  // it searches: long also for a short word
        return bichig_dictionary_near_utf16(dictionary.get(), units.data(), units.size(), distance, limit, found.out(),
                                            found.count(), error);
    });
    return forms_of(found);
}

std::vector<Form> forms(const Dictionary& dictionary, std::size_t first, std::size_t limit) {
    Array<bichig_form> found;
    run(true, nullptr, [&](bichig_error* error) {
        return bichig_dictionary_forms_utf16(dictionary.get(), first, limit, found.out(), found.count(), error);
    });
    return forms_of(found);
}

Hunspell* open_hunspell(const std::string& aff, const std::string& dic) {
    bichig_hunspell* made = nullptr;
    run(true, nullptr,
        [&](bichig_error* error) { return bichig_hunspell_open(aff.c_str(), dic.c_str(), &made, error); });
    return new Hunspell{made};
}

Hunspell* hunspell_of(const Dictionary& dictionary) {
    bichig_hunspell* made = nullptr;
    run(true, nullptr, [&](bichig_error* error) { return bichig_dictionary_hunspell(dictionary.get(), &made, error); });
    return new Hunspell{made};
}

std::vector<Suggestion> hunspell_suggest(const Hunspell& hunspell, const nb::str& word, std::size_t limit) {
    const Utf16 units{word};
    Array<bichig_suggestion> found;
    run(true, nullptr, [&](bichig_error* error) {
        return bichig_hunspell_suggest_utf16(hunspell.get(), units.data(), units.size(), limit, found.out(),
                                             found.count(), error);
    });
    std::vector<Suggestion> all;
    for (const bichig_suggestion& suggestion : found) all.push_back(suggestion_of(suggestion));
    return all;
}

/// A question on a word that a call answers with 0 or 1. Hunspell's may wait for another thread.
template <class Call>
bool asked(const nb::str& word, bool is_long, Call&& call) {
    const Utf16 units{word};
    int answer = 0;
    run(is_long, &units.places(),
        [&](bichig_error* error) { return call(units.data(), units.size(), &answer, error); });
    return answer != 0;
}

WordList* open_list(const std::optional<std::string>& path) {
    bichig_personal* made = nullptr;
    run(true, nullptr,
        [&](bichig_error* error) { return bichig_personal_open(path ? path->c_str() : nullptr, &made, error); });
    return new WordList{made};
}

WordList* list_of_text(const nb::str& text) {
    const Utf16 units{text};
    bichig_personal* made = nullptr;
    run(units,
        [&](bichig_error* error) { return bichig_personal_open_text_utf16(units.data(), units.size(), &made, error); });
    return new WordList{made};
}

std::vector<Learnt> list_words(const WordList& list) {
    Array<bichig_learnt_word> words;
    run(true, nullptr, [&](bichig_error* error) {
        return bichig_personal_words_utf16(list.get(), words.out(), words.count(), error);
    });
    std::vector<Learnt> all;
    for (const bichig_learnt_word& word : words) {
        all.emplace_back(str_of(word.utf16, word.length), str_of(word.like_utf16, word.like_length));
    }
    return all;
}

void bind_word_list(nb::module_& module) {
    nb::class_<WordList>(module, "WordList")
        .def_static("open", &open_list, nb::arg("path").none(), nb::rv_policy::take_ownership)
        .def_static("of_text", &list_of_text, nb::arg("text"), nb::rv_policy::take_ownership)
        .def(
            "add",
            [](const WordList& list, const nb::str& word, const nb::str& like) {
                const Utf16 units{word};
                const Utf16 example{like};
                run(true, &units.places(), [&](bichig_error* error) {
                    return bichig_personal_add_utf16(list.get(), units.data(), units.size(), example.data(),
                                                     example.size(), error);
                });
            },
            nb::arg("word"), nb::arg("like"))
        .def(
            "remove",
            [](const WordList& list, const nb::str& word) {
                const Utf16 units{word};
                run(true, &units.places(), [&](bichig_error* error) {
                    return bichig_personal_remove_utf16(list.get(), units.data(), units.size(), error);
                });
            },
            nb::arg("word"))
        .def("refresh",
             [](const WordList& list) {
                 run(true, nullptr, [&](bichig_error* error) { return bichig_personal_refresh(list.get(), error); });
             })
        .def(
            "contains",
            [](const WordList& list, const nb::str& word) {
                return asked(word, false, [&](auto* text, std::size_t size, int* answer, bichig_error* error) {
                    return bichig_personal_contains_utf16(list.get(), text, size, answer, error);
                });
            },
            nb::arg("word"))
        .def("words", &list_words)
        .def(
            "save",
            [](const WordList& list, const std::string& path) {
                run(true, nullptr,
                    [&](bichig_error* error) { return bichig_personal_save(list.get(), path.c_str(), error); });
            },
            nb::arg("path"));
}

}  // namespace

void bind_dictionary(nb::module_& module) {
    nb::class_<Dictionary>(module, "Dictionary")
        .def_static("open", &open_dictionary, nb::arg("path"), nb::arg("whole"), nb::rv_policy::take_ownership)
        .def_static("of_bytes", &dictionary_of_bytes, nb::arg("bytes"), nb::arg("name"), nb::rv_policy::take_ownership)
        .def_static("of_words", &dictionary_of_words, nb::arg("words"), nb::arg("profile"), nb::arg("path").none(),
                    nb::rv_policy::take_ownership)
        .def("info", &info)
        .def("contains", &contains, nb::arg("form"))
        .def("same_shape", &same_shape, nb::arg("text"))
        .def("near", &near, nb::arg("text"), nb::arg("distance"), nb::arg("limit"))
        .def("forms", &forms, nb::arg("first"), nb::arg("limit"))
        .def("hunspell", &hunspell_of, nb::rv_policy::take_ownership);
    nb::class_<Hunspell>(module, "Hunspell")
        .def_static("open", &open_hunspell, nb::arg("aff"), nb::arg("dic"), nb::rv_policy::take_ownership)
        .def("encoding", [](const Hunspell& hunspell) { return std::string{bichig_hunspell_encoding(hunspell.get())}; })
        .def(
            "covers",
            [](const Hunspell& hunspell, const nb::str& word) {
                return asked(word, true, [&](auto* text, std::size_t size, int* answer, bichig_error* error) {
                    return bichig_hunspell_covers_utf16(hunspell.get(), text, size, answer, error);
                });
            },
            nb::arg("word"))
        .def(
            "is_right",
            [](const Hunspell& hunspell, const nb::str& word) {
                return asked(word, true, [&](auto* text, std::size_t size, int* answer, bichig_error* error) {
                    return bichig_hunspell_is_right_utf16(hunspell.get(), text, size, answer, error);
                });
            },
            nb::arg("word"))
        .def("suggest", &hunspell_suggest, nb::arg("word"), nb::arg("limit"));
    bind_word_list(module);
}

}  // namespace bichig::python
