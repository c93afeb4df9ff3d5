// Builds pages one after the other and lets go of each as soon as it is complete.
#include "paginate/internal/page_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace bichig::paginate::internal {

void PageBuilder::start_section(const document::Section& section, page::ElementId element) {
    const document::PageStyle& page = section.page;
    section_ = &section;
    section_element_ = element;
    notes_.start_section(page.notes);
    frame_.corner = {page.margin_left, page.margin_top};
    frame_.mode = section.writing_mode == document::WritingMode::vertical_lr ? layout::WritingMode::vertical_lr
                                                                             : layout::WritingMode::horizontal_tb;
    const Length width = page.width - page.margin_left - page.margin_right;
    const Length height = page.height - page.margin_top - page.margin_bottom;
    const bool vertical = frame_.mode == layout::WritingMode::vertical_lr;
    frame_.measure = vertical ? height : width;
    frame_.extent = vertical ? width : height;
    if (page.restart_numbers) number_ = 0;
    first_page_ = pages_ + 1;
}

void PageBuilder::next_page() {
    close_page();
    while (notes_.full() && !failed()) close_page();
}

void PageBuilder::end_section() {
    close_page();
    while (notes_.taken() != Length{} && !failed()) close_page();
}

void PageBuilder::add_blank_page() {
    first_page_ = 0;
    close_page();
}

page::ElementId PageBuilder::begin_element(page::Element element, page::ElementId parent) {
    element.id = ++elements_;
    element.parent = parent;
    begun_.push_back(std::move(element));
    return elements_;
}

void PageBuilder::end_element(page::ElementId element) { ended_.push_back(element); }

void PageBuilder::next_page_with_ended_after(std::size_t count) {
    const std::vector<page::ElementId> later = take_ended_after(count);
    next_page();
    ended_.insert(ended_.end(), later.begin(), later.end());
}

std::vector<page::ElementId> PageBuilder::take_ended_after(std::size_t count) {
    std::vector<page::ElementId> later(ended_.begin() + static_cast<std::ptrdiff_t>(count), ended_.end());
    ended_.resize(count);
    return later;
}

void PageBuilder::adopt(std::vector<page::Element> begun) {
    if (begun.empty()) return;
    elements_ = begun.back().id;
    std::move(begun.begin(), begun.end(), std::back_inserter(begun_));
}

void PageBuilder::adopt(page::Page page, std::uint32_t number) {
    send();
    page.begun.insert(page.begun.begin(), begun_.begin(), begun_.end());
    page.ended.insert(page.ended.begin(), ended_.begin(), ended_.end());
    begun_.clear();
    ended_.clear();
    ++pages_;
    number_ = number;
    page.number = number;
    held_ = std::move(page);
}

std::vector<BoxContent> PageBuilder::take_boxes() {
    close_page();
    return std::move(boxes_->contents);
}

void PageBuilder::close_page() {
    if (boxes_) {
        boxes_->contents.push_back(
            {std::exchange(fragment_, {}), std::exchange(begun_, {}), std::exchange(ended_, {})});
        frame_ = boxes_->frames[std::min(boxes_->contents.size(), boxes_->frames.size() - 1)];
        return;
    }
    send();
    notes_.turn(fragment_, frame_, ended_);
    page::Page page;
    page.size = {section_->page.width, section_->page.height};
    page.items = std::move(fragment_.items);
    page.links = std::move(fragment_.links);
    page.bookmarks = std::move(fragment_.bookmarks);
    page.destinations = std::move(fragment_.destinations);
    page.items.insert(page.items.end(), std::make_move_iterator(fragment_.artifacts.begin()),
                      std::make_move_iterator(fragment_.artifacts.end()));
    page.begun = std::exchange(begun_, {});
    page.ended = std::exchange(ended_, {});
    fragment_ = {};
    ++pages_;
    number_ += step_;
    page.number = number_;
    add_running_head(page);
    add_page_number(page);
    add_page_rules(page);
    held_ = std::move(page);
}

void PageBuilder::send() {
    if (!held_) return;
    page::Page page = *std::exchange(held_, std::nullopt);
    if (error_) return;
    if (auto sent = sink_->page(std::move(page)); !sent) error_ = sent.error();
}

void PageBuilder::finish() {
    if (held_) {
        held_->begun.insert(held_->begun.end(), begun_.begin(), begun_.end());
        held_->ended.insert(held_->ended.end(), ended_.begin(), ended_.end());
    }
    send();
}

void PageBuilder::add_running_head(page::Page& page) {
    const document::PageStyle& style = section_->page;
    const document::RunningHead& head = style.head;
    using Position = document::RunningHead::Position;
    const bool odd = number_ % 2 == 1;
    const std::u16string& text = odd || head.even_text.empty() ? head.text : head.even_text;
    if (head.position == Position::none || text.empty() || (pages_ == first_page_ && !head.first_page)) return;

    const bool top = head.position == Position::top;
    const bool left = head.position == Position::left || (head.position == Position::outside && !odd);
    document::Section margin;  // whose lines run along the margin
    margin.language = section_->language;
    margin.writing_mode = top ? document::WritingMode::horizontal_tb : document::WritingMode::vertical_lr;
    const Length measure = top ? style.width - style.margin_left - style.margin_right
                               : style.height - style.margin_top - style.margin_bottom;
    const SetText set = setter_.set_margin_line(text, head, margin, measure);
    if (set.lines.lines.empty()) return;

    layout::Placement placement;
    placement.mode = top ? layout::WritingMode::horizontal_tb : layout::WritingMode::vertical_lr;
    placement.size = head.size;
    const Length middle = top    ? style.margin_top / 2
                          : left ? style.margin_left / 2
                                 : style.width - style.margin_right / 2;
    placement.position = {top ? style.margin_left : style.margin_top, middle};
    layout::place(set.text, set.shaped, set.lines, 0, set.spans, set.marks, placement, page.items);
}

void PageBuilder::add_page_rules(page::Page& page) const {
    if (pages_ != first_page_) return;
    const document::PageStyle& style = section_->page;
    for (const document::PageRule& rule : style.first_page_rules) {
        const bool vertical = frame_.mode == layout::WritingMode::vertical_lr;
        const Length paper = vertical ? style.width - style.margin_left : style.height - style.margin_top;
        const Length axis = paper - rule.from_end;
        page.items.push_back(page::Stroke{
            layout::to_physical(LogicalPoint{-rule.start_overhang, axis}, frame_.corner, frame_.mode),
            layout::to_physical(LogicalPoint{frame_.measure + rule.end_overhang, axis}, frame_.corner, frame_.mode),
            rule.thickness, {rule.colour.red, rule.colour.green, rule.colour.blue}});
    }
}

void PageBuilder::add_page_number(page::Page& page) {
    const document::PageStyle& style = section_->page;
    const document::PageNumberStyle& number = style.number;
    if (number.position == document::PageNumberStyle::Position::none) return;
    if (pages_ == first_page_ && !number.first_page) return;
    std::u16string text = number.before;
    for (const char digit : std::to_string(number_)) text += static_cast<char16_t>(digit);
    text += number.after;
    const SetText set = setter_.shape_number(text, number);
    if (set.lines.lines.empty()) return;

    const Length width = set.lines.lines.front().width;
    const Length left = style.margin_left;
    const Length right = style.width - style.margin_right;
    const Length indent = number.size.scaled(number.indent.count);
    Length x = left + (right - left - width) / 2;
    if (number.position == document::PageNumberStyle::Position::outside) {
        x = number_ % 2 == 1 ? right - indent - width : left + indent;
    }
    const Length below = number.below != Length{} ? number.below : style.margin_bottom / 2;
    layout::Placement placement;
    placement.position = {x, style.height - style.margin_bottom + below};
    placement.mode = layout::WritingMode::horizontal_tb;
    placement.size = number.size;
    layout::place(set.text, set.shaped, set.lines, 0, set.spans, set.marks, placement, page.items);
}

}  // namespace bichig::paginate::internal
