// A text of many paragraphs, laid out as it is seen and as it is edited.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/layout/paragraph.h>
#include <bichig/shape/options.h>

namespace bichig::layout {

/// An index of a code unit in a whole text, where every paragraph but the last is followed by one unit for its end.
using TextOffset = std::uint64_t;

/// What a stretch of a paragraph is set in. Value.
struct TextStyle {
    shape::FontSet fonts;
    Length size;
    std::string language;  ///< BCP 47; may be empty
    unsigned combine_digits = 2;  ///< as shape::Span
    double han_scale = 1.0;       ///< as shape::Span
};

/// A stretch of a paragraph in one style; it begins where the one before ends. Value.
struct StyleRun {
    TextIndex end = 0;
    std::uint32_t style = 0;  ///< index of TextLayoutOptions::styles
};

/// A paragraph before it is laid out. Value.
struct TextParagraph {
    std::u16string text;
    std::vector<StyleRun> runs;  ///< cover the text; where there are none, all of it has style 0
    std::uint32_t look = 0;      ///< index of TextLayoutOptions::looks
};

/// The paragraphs of a plain text, which end at LF, CR LF, CR or U+2029.
std::vector<TextParagraph> paragraphs_of(std::u16string_view text);

/// How a text is laid out. Value. Indexes out of range stand for the last style or look there is.
struct TextLayoutOptions {
    std::vector<TextStyle> styles;        ///< at least one
    std::vector<ParagraphOptions> looks;  ///< their measure is not read; none: the defaults
    Length measure;
    WritingMode mode = WritingMode::vertical_lr;
    /// How many code units of text may stay laid out (1 to 1.5 KB for ten units); beyond it those paragraphs are let go
    /// that were not asked for the longest time. What one call of show() shows stays whatever its size.
    std::size_t kept = std::size_t{1} << 20;
    shape::ShaperOptions shaper;
};

/// A paragraph of a text and where its box begins. Value.
struct PlacedParagraph {
    std::size_t paragraph = 0;
    Length block;                         ///< from the start of the text, the paragraph's space before left behind
    const Paragraph* lines = nullptr;     ///< until the next call that is not const
};

/// What is seen of a text. Value.
struct View {
    Length offset;  ///< where the view begins now: see TextLayout::show()
    std::vector<PlacedParagraph> paragraphs;
};

/// A place in a text by its paragraph. Value.
struct TextPlace {
    std::size_t paragraph = 0;
    TextIndex index = 0;
    bool operator==(const TextPlace&) const = default;
};

/// A place on the block axis by its paragraph. Value.
struct BlockPlace {
    std::size_t paragraph = 0;
    Length offset;  ///< from the start of the paragraph's room
};

/// What an edit did to the paragraphs of a text. Value.
struct TextChange {
    std::size_t first = 0;     ///< the first paragraph that changed
    std::size_t removed = 0;   ///< how many were there before,
    std::size_t inserted = 0;  ///< and how many stand in their place
    Length grown;              ///< by how much the text grew on the block axis
};

/// What a text layout holds. Value.
struct TextLayoutFigures {
    std::size_t paragraphs = 0;           ///< of the text
    std::size_t laid_out = 0;             ///< of which so many have lines now
    std::size_t laid_out_units = 0;       ///< and these so many code units
    std::size_t laid_out_bytes = 0;       ///< and take so much memory
    std::uint64_t layouts = 0;            ///< how often a paragraph was laid out since the text was opened
};

/// The lines of a long text. Scratch: move-only, one thread.
///
/// Opening it lays out a sample of a few thousand characters, by which the room of all other paragraphs on the block
/// axis is estimated. A paragraph is laid out when it is seen or asked for, and its estimate is corrected then. Finding
/// a paragraph by text or by block takes O(log n) of their number. The room of a paragraph is its box with the space
/// before and after it (ParagraphOptions).
class TextLayout {
public:
    TextLayout(std::vector<TextParagraph> text, TextLayoutOptions options);
    TextLayout(TextLayout&&) noexcept;
    TextLayout& operator=(TextLayout&&) noexcept;
    ~TextLayout();

    /// At least one: an empty text is one empty paragraph.
    std::size_t paragraph_count() const;
    /// Of the whole text, ends of paragraphs included.
    TextOffset size() const;
    /// Room of the whole text on the block axis, as far as it is known.
    Length block_size() const;

    /// The paragraph laid out. An index out of range stands for the last paragraph.
    const Paragraph& paragraph(std::size_t index);
    /// Its text, also where it is not laid out.
    std::u16string_view text(std::size_t index) const;
    /// Where a paragraph's room begins, on the block axis, and where it begins in the text.
    Length block_of(std::size_t index) const;
    TextOffset offset_of(std::size_t index) const;
    /// Whether it has lines now.
    bool is_laid_out(std::size_t index) const;

    /// The place of an index of the whole text; beyond its end the end.
    TextPlace place_of(TextOffset offset) const;
    TextOffset offset_of(TextPlace place) const;
    /// The paragraph at a distance from the start on the block axis; before the start the first, beyond the end the
    /// last one, with the distance clamped to its room.
    BlockPlace paragraph_at(Length block) const;

    /// Lays out what stands from `offset` to `offset + extent` on the block axis.
    ///
    /// The corrections this brings may move what was seen before. It is anchored: the first paragraph of the view that
    /// had lines already (or, if none had, the first one) keeps its distance from the start of the view, and
    /// View::offset says where the view begins for that, never before the text nor with room after its end that the
    /// text could fill. Scrolling goes on from there.
    View show(Length offset, Length extent);

    /// Replaces the code units from `begin` to `end` by `text`, in which LF ends a paragraph, in style `style`. The
    /// paragraphs at both ends of the new text are laid out again at once, all others between are estimated. Places
    /// beyond the end of the text stand for its end.
    TextChange replace(TextOffset begin, TextOffset end, std::u16string_view text, std::uint32_t style = 0);

    /// Gives the code units from `begin` to `end` another style; their paragraphs lose their lines.
    void set_style(TextOffset begin, TextOffset end, std::uint32_t style);

    /// Sets another measure. All paragraphs lose their lines and are estimated anew: O(n), without any shaping.
    void set_measure(Length measure);

    TextLayoutFigures figures() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace bichig::layout
