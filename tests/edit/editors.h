// Editors for tests: the staged fonts at 16 pt, vertical lines of 120 pt.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <bichig/base/utf.h>
#include <bichig/edit/editor.h>
#include <bichig/font/catalogue.h>
#include <bichig/script/transliteration.h>

namespace bichig::edit::testing {

inline const Length em = Length::points(16);

inline layout::TextLayoutOptions lines(layout::WritingMode mode = layout::WritingMode::vertical_lr) {
    static const auto catalogue = font::Catalogue::open(BICHIG_FONT_FOLDER);
    if (!catalogue) throw std::runtime_error(describe(catalogue.error()));
    using font::Role;
    static const shape::FontSet fonts{catalogue->font(Role::mongolian), catalogue->font(Role::han_fangsong),
                                      catalogue->font(Role::latin), catalogue->font(Role::emoji),
                                      catalogue->font(Role::fallback)};
    // Tests open thousands of editors on a few words.
    static const shape::WordCache words;
    layout::TextLayoutOptions options;
    options.styles = {{fonts, em, "mn-Mong"}};
    options.measure = Length::points(120);
    options.mode = mode;
    options.shaper.words = words;
    return options;
}

inline Editor editor(std::u16string_view text = {}, const EditingOptions& options = {}) {
    return {text, lines(), options};
}

/// Letters of EAC MGC/01-02 (_ is MVS, - NNBSP, ' FVS1) as text.
inline std::u16string letters(std::string_view latin) {
    return script::from_latin(to_utf16(latin).value(), script::Latin::eac).text;
}

/// Types one grapheme after the other, a tenth of a second each.
inline void type(Editor& editor, std::u16string_view text, std::chrono::milliseconds start = {}) {
    for (TextIndex i = 0; i < text.size();) {
        const TextIndex size = code_point_at(text, i).size;
        editor.insert(text.substr(i, size), start + std::chrono::milliseconds{100} * i);
        i += size;
    }
}

/// The changes of one kind.
inline std::vector<Change> of_kind(const std::vector<Change>& changes, ChangeKind kind) {
    std::vector<Change> found;
    for (const Change& change : changes) {
        if (change.kind == kind) found.push_back(change);
    }
    return found;
}

}  // namespace bichig::edit::testing
