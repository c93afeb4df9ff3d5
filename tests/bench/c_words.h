// What the benchmarks of the C interface share: words and texts in both encodings, and a checker on both sides.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <bichig/base/utf.h>
#include <bichig/c/bichig.h>
#include <bichig/spell/checker.h>

#include "sample_text.h"
#include "spell_words.h"

namespace bichig::bench {

/// A text in both encodings. Value.
struct Both {
    std::u16string utf16;
    std::string utf8;

    explicit Both(std::u16string text) : utf16{std::move(text)}, utf8{to_utf8(utf16)} {}
    const bichig_char16* units() const { return reinterpret_cast<const bichig_char16*>(utf16.data()); }
};

inline std::vector<Both> both(const std::vector<std::u16string>& texts) {
    return std::vector<Both>(texts.begin(), texts.end());
}

/// Ends the program where a call fails: its figures would be those of nothing.
inline void expect(bichig_status status) {
    if (status == BICHIG_OK) return;
    std::fprintf(stderr, "a call of the C interface failed: %s\n", bichig_status_name(status));
    std::exit(1);
}

/// 100,000 forms, and checkers that know them.
inline const std::vector<std::u16string>& forms() {
    static const std::vector<std::u16string> made = made_up_forms(2'500);
    return made;
}
inline const std::string& index_bytes() {
    static const std::string bytes = [] {
        spell::ShapeIndexWriter writer;
        for (const std::u16string& form : forms()) (void)writer.add(form);
        return writer.bytes();
    }();
    return bytes;
}
inline const spell::Checker& direct_checker() {
    static const spell::Checker checker = [] {
        spell::CheckerParts parts;
        parts.dictionary = spell::Dictionary{spell::ShapeIndex::from_bytes(index_bytes()).value()};
        return spell::Checker{std::move(parts)};
    }();
    return checker;
}
inline const bichig_checker* c_checker() {
    static const bichig_checker* const checker = [] {
        bichig_dictionary* dictionary = nullptr;
        bichig_checker* made = nullptr;
        expect(bichig_dictionary_open_memory(index_bytes().data(), index_bytes().size(), nullptr, 0, &dictionary,
                                             nullptr));
        bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
        options.dictionary = dictionary;
        expect(bichig_checker_open(&options, &made, nullptr));
        bichig_dictionary_close(dictionary);
        return made;
    }();
    return checker;
}

/// Every 97th form: right words, 1031 of them.
inline const std::vector<Both>& right_words() {
    static const std::vector<Both> words = [] {
        std::vector<Both> made;
        for (std::size_t i = 0; i < forms().size(); i += 97) made.emplace_back(forms()[i]);
        return made;
    }();
    return words;
}

inline bichig_fonts* c_fonts() {
    static bichig_fonts* const fonts = [] {
        bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
        bichig_fonts* made = nullptr;
        options.staged = BICHIG_FONT_FOLDER;
        expect(bichig_fonts_open(&options, &made, nullptr, nullptr));
        return made;
    }();
    return fonts;
}

/// The sample text as one document of Markdown.
inline const std::string& markdown() {
    static const std::string text = [] {
        std::string made;
        for (const std::u16string& paragraph : sample_text().paragraphs) made += to_utf8(paragraph) + "\n\n";
        return made;
    }();
    return text;
}

}  // namespace bichig::bench
