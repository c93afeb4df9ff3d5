// Dictionaries and the checker of the C interface as classes of C++17.
#ifndef BICHIG_C_SPELLING_HPP
#define BICHIG_C_SPELLING_HPP

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/c/call.hpp>

namespace bichig::c_api {

/// A form of a dictionary.
struct Form {
    std::string text;
    unsigned long frequency = 0;
    bichig_form_kind kind = BICHIG_FORM_WORD;
    unsigned distance = 0;  ///< of Dictionary::near
};

/// A built dictionary (bichig_dictionary_open).
class Dictionary {
public:
    explicit Dictionary(const std::string& path, bool whole = false) {
        bichig_dictionary* made = nullptr;
        internal::check([&](bichig_error* error) {
            return bichig_dictionary_open(path.c_str(), whole ? 1 : 0, &made, error);
        });
        dictionary_.reset(made);
    }
    bichig_dictionary_info info() const {
        bichig_dictionary_info info = BICHIG_DICTIONARY_INFO_INIT;
        internal::check([&](bichig_error* error) { return bichig_dictionary_describe(get(), &info, error); });
        return info;
    }
    bool contains(std::string_view form) const {
        int contains = 0;
        internal::check([&](bichig_error* error) {
            return bichig_dictionary_contains_utf8(get(), form.data(), form.size(), &contains, error);
        });
        return contains != 0;
    }
    /// The forms that look as a text does.
    std::vector<Form> same_shape(std::string_view text) const {
        return forms([&](bichig_form** out, std::size_t* count, bichig_error* error) {
            return bichig_dictionary_same_shape_utf8(get(), text.data(), text.size(), out, count, error);
        });
    }
    /// Those that nearly look so; an ordinary difference is 100.
    std::vector<Form> near(std::string_view text, unsigned distance = 100, std::size_t limit = 0) const {
        return forms([&](bichig_form** out, std::size_t* count, bichig_error* error) {
            return bichig_dictionary_near_utf8(get(), text.data(), text.size(), distance, limit, out, count, error);
        });
    }
    const bichig_dictionary* get() const { return dictionary_.get(); }

private:
    template <class Call>
    static std::vector<Form> forms(Call&& call) {
        std::vector<Form> all;
        internal::for_each<bichig_form>(call, [&](const bichig_form& form) {
            all.push_back({std::string(form.utf8, form.length), form.frequency, form.kind, form.distance});
        });
        return all;
    }
    internal::Owned<bichig_dictionary> dictionary_;
};

/// Words that a user adds (bichig_personal_open): a file, or a list in memory. Checkers see each change.
class PersonalDictionary {
public:
    PersonalDictionary() : PersonalDictionary(nullptr) {}
    explicit PersonalDictionary(const std::string& path) : PersonalDictionary(path.c_str()) {}
    void add(std::string_view word, std::string_view like = {}) {
        internal::check([&](bichig_error* error) {
            return bichig_personal_add_utf8(get(), word.data(), word.size(), like.data(), like.size(), error);
        });
    }
    void remove(std::string_view word) {
        internal::check([&](bichig_error* error) {
            return bichig_personal_remove_utf8(get(), word.data(), word.size(), error);
        });
    }
    bool contains(std::string_view word) const {
        int contains = 0;
        internal::check([&](bichig_error* error) {
            return bichig_personal_contains_utf8(get(), word.data(), word.size(), &contains, error);
        });
        return contains != 0;
    }
    /// The lines of the file.
    std::string text() const {
        return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
            return bichig_personal_text_utf8(get(), out, size, error);
        });
    }
    bichig_personal* get() const { return personal_.get(); }

private:
    explicit PersonalDictionary(const char* path) {
        bichig_personal* made = nullptr;
        internal::check([&](bichig_error* error) { return bichig_personal_open(path, &made, error); });
        personal_.reset(made);
    }
    internal::Owned<bichig_personal> personal_;
};

/// Something that may be meant.
struct Suggestion {
    std::string text;
    int cost = 0;
};

/// A word with something to say of.
struct WordFinding {
    bichig_range range{};
    bichig_fault fault = BICHIG_FAULT_UNKNOWN;
    bool certain = false;
    std::string id;
    std::string reason;
    std::vector<Suggestion> suggestions;
};

/// What is wrong with the words of a text (bichig_checker_open). Keeps what it needs of its dictionaries.
class Checker {
public:
    explicit Checker(const bichig_checker_options& options) { open(options); }
    explicit Checker(const Dictionary& dictionary) {
        bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
        options.dictionary = dictionary.get();
        open(options);
    }
    Checker(const Dictionary& dictionary, const PersonalDictionary& personal) {
        bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
        bichig_personal* const words = personal.get();
        options.dictionary = dictionary.get();
        options.personal = &words;
        options.personal_count = 1;
        open(options);
    }
    std::vector<WordFinding> check(std::string_view text, const bichig_check_options* options = nullptr) const {
        std::vector<WordFinding> all;
        internal::for_each<bichig_word_finding>(
            [&](bichig_word_finding** out, std::size_t* count, bichig_error* error) {
                return bichig_check_utf8(get(), text.data(), text.size(), options, out, count, nullptr, error);
            },
            [&](const bichig_word_finding& one) {
                all.push_back({one.range, one.fault, one.certain != 0, one.id, one.reason, {}});
                for (std::size_t i = 0; i < one.suggestion_count; ++i) {
                    all.back().suggestions.push_back(suggestion(one.suggestions[i]));
                }
            });
        return all;
    }
    bool is_right(std::string_view word) const {
        int right = 0;
        internal::check([&](bichig_error* error) {
            return bichig_is_right_utf8(get(), word.data(), word.size(), &right, error);
        });
        return right != 0;
    }
    std::vector<Suggestion> suggest(std::string_view word, const bichig_check_options* options = nullptr) const {
        std::vector<Suggestion> all;
        internal::for_each<bichig_suggestion>(
            [&](bichig_suggestion** out, std::size_t* count, bichig_error* error) {
                return bichig_suggest_utf8(get(), word.data(), word.size(), options, out, count, error);
            },
            [&](const bichig_suggestion& one) { all.push_back(suggestion(one)); });
        return all;
    }
    const bichig_checker* get() const { return checker_.get(); }

private:
    void open(const bichig_checker_options& options) {
        bichig_checker* made = nullptr;
        internal::check([&](bichig_error* error) { return bichig_checker_open(&options, &made, error); });
        checker_.reset(made);
    }
    static Suggestion suggestion(const bichig_suggestion& from) {
        return {std::string(from.utf8, from.length), from.cost};
    }
    internal::Owned<bichig_checker> checker_;
};

}  // namespace bichig::c_api

#endif
