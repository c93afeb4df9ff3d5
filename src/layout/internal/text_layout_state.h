// What a TextLayout holds: shared by the file that shows texts and the one that edits them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <bichig/layout/text_layout.h>
#include <bichig/shape/shaper.h>

#include "layout/internal/paragraph_sequence.h"

namespace bichig::layout {

struct TextLayout::State {
    State(std::vector<TextParagraph> text, TextLayoutOptions given);

    std::size_t clamped(std::size_t paragraph) const { return std::min(paragraph, sequence.total().paragraphs - 1); }
    ParagraphOptions look_of(const internal::Entry& entry) const;
    std::vector<shape::Span> spans_of(const TextParagraph& source, TextIndex size) const;
    void take_sample();
    /// The room that a paragraph without lines will take.
    Length estimate(const internal::Entry& entry) const;
    void estimate_all();

    /// The lines of a paragraph, which is the newest from now on.
    const Paragraph& lay_out(std::size_t index);
    /// Takes its lines away, if it has any; its extent stays.
    void drop(internal::Entry& entry);
    /// Drops the oldest paragraphs beyond the limit, but none of this stamp.
    void let_go();
    void link(internal::Entry& entry);
    void unlink(internal::Entry& entry);

    TextLayoutOptions options;
    shape::Shaper shaper;
    internal::ParagraphSequence sequence;
    double ems_per_unit = 0.5;
    internal::Entry* oldest = nullptr;
    internal::Entry* newest = nullptr;
    std::size_t kept_units = 0;
    std::size_t kept_paragraphs = 0;
    std::uint64_t layouts = 0;
    std::uint64_t stamp = 0;  ///< number of the call that shows or edits
};

}  // namespace bichig::layout
