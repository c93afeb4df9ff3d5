// An editor behind its handle.
#pragma once

#include <algorithm>
#include <memory>
#include <type_traits>
#include <vector>

#include <bichig/c/edit.h>
#include <bichig/edit/editor.h>

#include "c/internal/fonts.h"
#include "c/internal/layout.h"
#include "c/internal/text_in_out.h"

struct bichig_editor {
    bichig::edit::Editor editor;
    std::shared_ptr<const bichig::c::Fonts> fonts;  ///< kept: its faces are those of the style
    bichig::c::Style style;
    double measure = 0;
    std::vector<bichig::edit::Change> told{};  ///< what was told last: the caller may look at what they removed
};

namespace bichig::c {

inline edit::Editor& editor_of(bichig_editor* edit) {
    require(edit != nullptr, "the editor is NULL");
    return edit->editor;
}
inline const edit::Editor& editor_of(const bichig_editor* edit) {
    require(edit != nullptr, "the editor is NULL");
    return edit->editor;
}

/// Tells a caller who wants to know whether the text changed.
inline void tell(int* out, bool changed) {
    if (out != nullptr) *out = changed ? 1 : 0;
}

inline layout::Direction direction_of(int forward) {
    return forward != 0 ? layout::Direction::forward : layout::Direction::backward;
}
inline edit::Extend extend_of(int extend) { return extend != 0 ? edit::Extend::yes : edit::Extend::no; }

inline bichig_range range_of(edit::TextStretch range) {
    return {static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end)};
}

/// A length of the caller's within what a text can have.
Length length_of(double value, const char* message);
LogicalPoint point_of(const bichig_editor* edit, double x, double y);

}  // namespace bichig::c
