// The text of an editor and its lines: offsets without the composition outside, with it inside.
#pragma once

#include <string>
#include <string_view>

#include <bichig/edit/options.h>
#include <bichig/layout/text_layout.h>

namespace bichig::edit {

/// A text in paragraphs, of which one may show a composition that is no part of the text. Scratch.
class Buffer {
public:
    Buffer(std::u16string_view text, layout::TextLayoutOptions options);

    TextOffset size() const { return lines_.size() - composed_; }
    std::size_t paragraph_count() const { return lines_.paragraph_count(); }
    std::u16string text(TextStretch range) const;
    /// Until the next call.
    std::u16string_view paragraph_text(std::size_t paragraph) const;
    layout::TextPlace place_of(TextOffset offset) const;
    TextOffset offset_of(layout::TextPlace place) const;
    TextOffset paragraph_begin(std::size_t paragraph) const { return offset_of({paragraph, 0}); }

    /// The stop of the caret at an offset, or the one before or after it.
    TextOffset stop_at_or_before(TextOffset offset) const;
    TextOffset stop_at_or_after(TextOffset offset) const;

    /// Replaces a stretch; there must be no composition.
    layout::TextChange replace(TextStretch range, std::u16string_view text, std::uint32_t style);
    /// Shows another composition at `at`, or none where it is empty.
    layout::TextChange compose(TextOffset at, std::u16string_view text, std::uint32_t style);
    bool composing() const { return composed_ > 0; }
    TextOffset composed_at() const { return composed_at_; }

    /// In what is laid out; the place of the composition is the one before it.
    TextOffset to_lines(TextOffset offset) const { return offset > composed_at_ ? offset + composed_ : offset; }
    TextOffset from_lines(TextOffset offset) const;
    layout::TextLayout& lines() { return lines_; }
    const layout::TextLayout& lines() const { return lines_; }
    /// Lays the text out in another way.
    void open(layout::TextLayoutOptions options);

private:
    layout::TextLayout lines_;
    TextOffset composed_at_ = 0;
    TextOffset composed_ = 0;  ///< length of the composition
    mutable std::u16string scratch_;
};

/// `text` with U+000A for each line end.
std::u16string with_line_feeds(std::u16string_view text);

/// Whether `unit` is white space between words; U+202F and U+180E are inside of them.
bool is_blank(char16_t unit);

}  // namespace bichig::edit
