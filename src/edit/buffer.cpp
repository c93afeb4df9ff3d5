// Text in and out of the layout, and the stops of its graphemes.
#include "edit/buffer.h"

#include <algorithm>
#include <utility>

#include "layout/internal/stops.h"

namespace bichig::edit {

using layout::TextPlace;

std::u16string with_line_feeds(std::u16string_view text) {
    std::u16string made;
    made.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') continue;
        made += text[i] == u'\r' || text[i] == 0x2029 ? u'\n' : text[i];
    }
    return made;
}

bool is_blank(char16_t unit) {
    return (unit >= 0x09 && unit <= 0x0D) || unit == 0x20 || unit == 0x85 || unit == 0xA0 ||
           (unit >= 0x2000 && unit <= 0x200B) || unit == 0x2028 || unit == 0x2029 || unit == 0x3000;
}

Buffer::Buffer(std::u16string_view text, layout::TextLayoutOptions options)
    : lines_{layout::paragraphs_of(text), std::move(options)} {}

void Buffer::open(layout::TextLayoutOptions options) {
    std::vector<layout::TextParagraph> paragraphs(paragraph_count());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) paragraphs[i].text = lines_.text(i);
    lines_ = layout::TextLayout{std::move(paragraphs), std::move(options)};
}

TextOffset Buffer::from_lines(TextOffset offset) const {
    if (offset <= composed_at_) return offset;
    return offset - std::min(offset - composed_at_, composed_);
}

TextPlace Buffer::place_of(TextOffset offset) const {
    TextPlace place = lines_.place_of(to_lines(std::min(offset, size())));
    if (composed_ == 0) return place;
    const TextPlace composed = lines_.place_of(composed_at_);
    if (place.paragraph == composed.paragraph && place.index > composed.index) {
        place.index -= static_cast<TextIndex>(composed_);
    }
    return place;
}

TextOffset Buffer::offset_of(TextPlace place) const {
    if (place.paragraph >= paragraph_count()) return size();
    return from_lines(lines_.offset_of(place.paragraph)) + place.index;
}

std::u16string_view Buffer::paragraph_text(std::size_t paragraph) const {
    const std::u16string_view text = lines_.text(paragraph);
    if (composed_ == 0) return text;
    const TextPlace composed = lines_.place_of(composed_at_);
    if (paragraph != composed.paragraph) return text;
    scratch_ = text;
    scratch_.erase(composed.index, composed_);
    return scratch_;
}

std::u16string Buffer::text(TextStretch range) const {
    range.end = std::min(range.end, size());
    if (range.empty()) return {};
    std::u16string made;
    made.reserve(range.end - range.begin);
    TextPlace place = place_of(range.begin);
    while (made.size() < range.end - range.begin) {
        const TextOffset left = range.end - range.begin - made.size();
        made += paragraph_text(place.paragraph).substr(place.index, left);
        if (made.size() < range.end - range.begin) made += u'\n';
        place = {place.paragraph + 1, 0};
    }
    return made;
}

TextOffset Buffer::stop_at_or_before(TextOffset offset) const {
    const TextPlace place = place_of(offset);
    const std::vector<TextIndex> stops =
        layout::internal::boundaries_around(paragraph_text(place.paragraph), {place.index, place.index});
    const auto after = std::upper_bound(stops.begin(), stops.end(), place.index);
    return offset_of({place.paragraph, after == stops.begin() ? 0 : *(after - 1)});
}

TextOffset Buffer::stop_at_or_after(TextOffset offset) const {
    const TextPlace place = place_of(offset);
    const std::vector<TextIndex> stops =
        layout::internal::boundaries_around(paragraph_text(place.paragraph), {place.index, place.index});
    const auto found = std::lower_bound(stops.begin(), stops.end(), place.index);
    return offset_of({place.paragraph, found == stops.end() ? place.index : *found});
}

layout::TextChange Buffer::replace(TextStretch range, std::u16string_view text, std::uint32_t style) {
    return lines_.replace(range.begin, range.end, text, style);
}

layout::TextChange Buffer::compose(TextOffset at, std::u16string_view text, std::uint32_t style) {
    if (composed_ == 0) composed_at_ = at;
    const TextOffset own = size();
    try {
        const layout::TextChange change = lines_.replace(composed_at_, composed_at_ + composed_, text, style);
        composed_ = text.size();
        return change;
    } catch (...) {  // memory ran out before the text was changed, or after it
        composed_ = lines_.size() - own;
        throw;
    }
}

}  // namespace bichig::edit
