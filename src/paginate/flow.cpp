// Paragraphs, lists, rules, images and back matter in a flow.
#include "paginate/internal/flow.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <bichig/base/utf.h>
#include <bichig/document/text.h>

#include "paginate/internal/figures.h"

namespace bichig::paginate::internal {

namespace {

constexpr std::uint32_t reported_missing_limit = 100;

/// What the notes of a paragraph need at the least where one of them is marked in its first lines; set as by default.
Length kept_notes(const document::Paragraph& paragraph) {
    constexpr std::size_t first_lines = 100;  // characters
    std::size_t size = 0;
    for (const document::Run& run : paragraph.runs) {
        if (size > first_lines) break;
        size += run.text.size();
        if (!run.note.empty()) return PageNotes::separator({}) + Length::points(16);
    }
    return {};
}

Length natural_pitch(const document::ParagraphStyle& style) {
    return style.line_pitch != Length{} ? style.line_pitch : style.size.scaled(1.5);
}

std::string code_points(std::u16string_view text) {
    std::string names;
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        char buffer[16];
        std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(c.value));
        names += (names.empty() ? "" : " ") + std::string(buffer);
        i += c.size;
    }
    return names;
}

page::ListNumbering numbering(const document::List& list) {
    using document::Counter;
    using page::ListNumbering;
    switch (list.counter) {
        case Counter::bullet: {
            const bool tasks = std::any_of(list.items.begin(), list.items.end(), [](const document::ListItem& item) {
                return item.task != document::Task::none;
            });
            return tasks ? ListNumbering::square : ListNumbering::disc;
        }
        case Counter::decimal_dot:
        case Counter::decimal_parenthesis:
        case Counter::decimal_wide:
        case Counter::decimal_wide_parenthesis:
        case Counter::mongolian: return ListNumbering::decimal;
        case Counter::latin_lower: return ListNumbering::lower_latin;
        case Counter::latin_upper: return ListNumbering::upper_latin;
        case Counter::roman_lower: return ListNumbering::lower_roman;
        case Counter::roman_upper: return ListNumbering::upper_roman;
        case Counter::han_comma:
        case Counter::han_parenthesis:
        case Counter::circled: break;
    }
    return ListNumbering::other;
}

/// Text of a heading as a title: without marks of notes and images; line feeds and tabs become spaces.
std::u16string title_of(const std::vector<document::Run>& runs) {
    std::u16string text;
    for (const document::Run& run : runs) text += run.image || !run.note.empty() ? u"" : run.text;
    std::replace_if(text.begin(), text.end(), [](char16_t c) { return c == u'\n' || c == u'\t'; }, u' ');
    return text;
}

}  // namespace

Flow::Flow(Work& work, const document::Section& section)
    : work_{work}, section_{section}, frame_{work.builder.frame()} {}

Flow::Flow(Work& work, const document::Section& section, Fragment& part)
    : work_{work}, section_{section}, frame_{work.builder.frame()}, part_{&part} {}

void Flow::next_page() {
    work_.builder.next_page();
    frame_ = work_.builder.frame();
    cursor_ = reach_ = {};
}

void Flow::blocks(std::span<const document::Block> blocks, page::ElementId parent) {
    for (std::size_t index = 0; index < blocks.size() && !work_.builder.failed(); ++index) {
        const auto& value = blocks[index].value;
        if (!blocks[index].id.empty()) ids_.push_back(blocks[index].id);
        if (const auto* paragraph = std::get_if<document::Paragraph>(&value)) {
            add(*paragraph, parent, kept_after(blocks, index));
        } else if (const auto* list = std::get_if<document::List>(&value)) {
            add(*list, parent);
        } else if (const auto* table = std::get_if<document::Table>(&value)) {
            add(*table, parent);
        } else if (const auto* rule = std::get_if<document::Rule>(&value)) {
            add(*rule);
        } else if (const auto* image = std::get_if<document::Image>(&value)) {
            add(*image, parent);
        } else if (const auto* foot = std::get_if<document::FootBlock>(&value)) {
            add(*foot, parent);
        } else if (const auto* space = std::get_if<document::Space>(&value)) {
            add(*space);
        } else if (const auto* sign = std::get_if<document::Sign>(&value)) {
            add(*sign, parent);
        } else if (const auto* pair = std::get_if<document::Pair>(&value)) {
            add(*pair, parent, kept_after(blocks, index));
        } else if (const auto* bookmark = std::get_if<document::Bookmark>(&value)) {
            bookmarks_.push_back(*bookmark);
        } else if (std::holds_alternative<document::PageBreak>(value) && part_ == nullptr && !at_top()) {
            next_page();
        }
    }
}

Length Flow::kept_after(std::span<const document::Block> blocks, std::size_t index) const {
    Length kept;
    for (; index + 1 < blocks.size(); ++index) {
        const auto* paragraph = std::get_if<document::Paragraph>(&blocks[index].value);
        const auto* pair = std::get_if<document::Pair>(&blocks[index].value);
        if (paragraph != nullptr && !style(paragraph->style).keep_with_next) break;
        if (pair != nullptr && !keeps_with_next(*pair)) break;
        if (paragraph == nullptr && pair == nullptr && !std::holds_alternative<document::Space>(blocks[index].value)) {
            break;
        }
        const auto& next = blocks[index + 1].value;
        if (const auto* following = std::get_if<document::Paragraph>(&next)) {
            kept += style(following->style).space_before + natural_pitch(style(following->style));
            kept += kept_notes(*following);
        } else if (const auto* list = std::get_if<document::List>(&next)) {
            kept += natural_pitch(style(list->style));
        } else if (const auto* table = std::get_if<document::Table>(&next)) {
            kept += natural_pitch(style(table->style)) * 2;
        } else if (const auto* space = std::get_if<document::Space>(&next)) {
            kept += space->extent;
        } else if (const auto* sides = std::get_if<document::Pair>(&next)) {
            kept += first_lines(*sides);
        }
    }
    return std::min(kept, frame_.extent / 2);
}

void Flow::report_missing(const page::MissingBox& box) {
    if (++work_.summary.missing_characters > reported_missing_limit) return;
    Diagnostic found;
    found.id = "missing-glyph";
    found.message = "no font has " + code_points(box.text);
    found.hint = "a box is drawn in its place; add a font that has the character";
    found.source = box.source;
    found.where = document::place_of(work_.document, box.source);
    work_.diagnostics.add(std::move(found));
}

void Flow::report_right_to_left(const SetText& set) {
    if (work_.right_to_left_reported) return;
    constexpr text::Script scripts[] = {text::script("Arab"), text::script("Hebr"), text::script("Syrc"),
                                        text::script("Thaa"), text::script("Nkoo")};
    for (const text::ScriptRun& run : set.analysis.scripts) {
        if (std::find(std::begin(scripts), std::end(scripts), run.script) == std::end(scripts)) continue;
        work_.right_to_left_reported = true;
        Diagnostic found;
        found.id = "right-to-left";
        found.message = "right-to-left text is set in the order of its characters, and unjoined";
        found.hint = "leave it out, or set it as an image";
        for (std::size_t span = 0; span < set.spans.size(); ++span) {
            if (set.spans[span].range.contains(run.range.begin)) found.source = set.marks[span].source;
        }
        found.where = document::place_of(work_.document, found.source);
        work_.diagnostics.add(std::move(found));
        return;
    }
}

void Flow::place_line(const SetText& set, std::size_t line, LogicalPoint position, Fragment& target) {
    layout::Placement placement;
    placement.corner = frame_.corner;
    placement.position = position;
    placement.mode = frame_.mode;
    placement.size = set.size;
    const std::size_t first = target.items.size();
    layout::place(set.text, set.shaped, set.lines, line, set.spans, set.marks, placement, target.items);
    for (std::size_t i = first; i < target.items.size(); ++i) {
        if (const auto* box = std::get_if<page::MissingBox>(&target.items[i])) report_missing(*box);
    }
    report_line(set, set.lines.lines[line]);
    reach_ = std::max(reach_, position.inline_ + set.lines.lines[line].start + set.lines.lines[line].width);
}

void Flow::report_line(const SetText& set, const layout::Line& line) {
    if (!line.overfull && !line.underfull) return;
    std::uint32_t& count = line.overfull ? work_.summary.overfull_lines : work_.summary.underfull_lines;
    if (++count > reported_missing_limit) return;
    Diagnostic found;
    if (line.overfull) {
        found.id = "overfull-line";
        found.message = "a word is longer than its line and was cut at the edge";
        found.hint = "put a space into the word, or make the line longer";
    } else {
        found.id = "underfull-line";
        found.message = "a justified line could not be filled and ends before the edge";
        found.hint = "make the line longer, or do not justify the paragraph";
    }
    if (!set.marks.empty()) {
        std::size_t span = 0;
        while (span + 1 < set.spans.size() && set.spans[span].range.end <= line.text.begin) ++span;
        found.source = set.marks[span].source;
        found.where = document::place_of(work_.document, found.source);
    }
    work_.diagnostics.add(std::move(found));
}

void Flow::place_label(Length axis) {
    if (!label_) return;
    for (std::size_t line = 0; line < label_->set.lines.lines.size(); ++line) {
        place_line(label_->set, line, {label_->start, axis}, target());
    }
    label_.reset();
}

void Flow::place_label_alone(const document::ParagraphStyle& look) {
    if (!label_) return;
    if (!fits(natural_pitch(look)) && !must_stay()) next_page();
    land(cursor_);
    place_label(cursor_ + natural_pitch(look) / 2);
    cursor_ += natural_pitch(look);
    end_line();
}

std::size_t Flow::fitting_lines(const SetText& set, std::size_t line) const {
    const std::size_t left = set.lines.lines.size() - line;
    const PageNotes& page_notes = work_.builder.notes();
    if (page_notes.full()) return 0;
    Length room_left = room() + tolerance;
    if (notes_.empty()) {
        const std::int64_t fitting = std::max<std::int64_t>(room_left.in_raw() / set.pitch.in_raw(), 0);
        return std::min(left, static_cast<std::size_t>(fitting));
    }
    auto note = notes_.begin();
    bool any = false;
    for (std::size_t here = 0; here < left; ++here) {
        room_left = room_left - set.pitch;
        std::vector<const SetNote*> marked;
        Length whole;
        for (; note != notes_.end() && note->at < set.lines.lines[line + here].text.end; ++note) {
            marked.push_back(&note->note);
            whole += note->note.extent();
        }
        const Length least = page_notes.least(marked, any);
        if (least > room_left || room_left < Length{}) return here;
        if (marked.empty()) continue;
        if (page_notes.taken() == Length{} && !any) whole += PageNotes::separator(section_.page.notes);
        if (whole > room_left) return here + 1;
        room_left = room_left - whole;
        any = true;
    }
    return left;
}

std::size_t Flow::lines_here(const SetText& set, const document::ParagraphStyle& style, std::size_t line) const {
    const std::size_t left = set.lines.lines.size() - line;
    if (part_ != nullptr) return left;
    const std::size_t fitting = fitting_lines(set, line);
    if (fitting >= left) return left;
    std::size_t here = fitting;
    if (left - here < style.widows) here = left > style.widows ? left - style.widows : 0;
    if (line == 0 && here < style.orphans) here = 0;
    // At the top there is nowhere better to go: as many as fit, and one at the least.
    if (here == 0 && must_stay()) here = std::clamp<std::size_t>(fitting, 1, left);
    return here;
}

void Flow::place_lines(SetText& set, const document::ParagraphStyle& style, const document::Paragraph& paragraph) {
    if (!at_top()) cursor_ += style.space_before;
    std::size_t page_end = lines_here(set, style, 0);
    bool begins = true;
    std::vector<document::Run> rest;
    for (std::size_t line = 0; line < set.lines.lines.size(); ++line) {
        while (line == page_end) {
            const Length measure = frame_.measure;
            next_page();
            if (frame_.measure != measure) {
                if (rest.empty()) rest = paragraph.runs;
                for (MarkedNote& note : notes_) note.at -= set.lines.lines[line].text.begin;
                set = set_rest(set, line, style, rest);
                line = 0;
            }
            page_end = line + lines_here(set, style, line);
        }
        if (begins) land(cursor_);
        if (std::exchange(begins, false) && paragraph.heading_level != 0 && paragraph.in_outline) {
            const PhysicalPoint at = layout::to_physical(LogicalPoint{Length{}, cursor_}, frame_.corner, frame_.mode);
            target().bookmarks.push_back({paragraph.heading_level, title_of(paragraph.runs), at, page::artifact});
        }
        const Length axis = cursor_ + set.pitch / 2;
        place_label(axis);
        const std::size_t first = target().items.size();
        place_line(set, line, {Length{}, axis}, target());
        add_link_areas(paragraph.runs, first);
        cursor_ += set.pitch;
        end_line();
        hand_over_before(set.lines.lines[line].text.end);
    }
    cursor_ += style.space_after;
}

bool Flow::fits_with_next(std::span<const document::Block> blocks, std::size_t index) {
    const auto* paragraph = std::get_if<document::Paragraph>(&blocks[index].value);
    if (paragraph == nullptr || at_top()) return true;
    const document::ParagraphStyle& look = style(paragraph->style);
    SetText set = work_.setter.shape(paragraph->runs, look, section_);
    work_.setter.set_lines(set, look, {frame_.measure, indent_, true}, look.alignment);
    const Length own = set.pitch * static_cast<std::int64_t>(set.lines.lines.size());
    const Length keep = kept_after(blocks, index);
    return fits(look.space_before + own + keep) || own + keep > frame_.extent;
}

SetText Flow::shrunk(const document::Paragraph& paragraph, const document::ParagraphStyle& look, const Box& box) {
    constexpr double least = 0.5;
    constexpr double step = 0.95;
    SetText set;
    for (double factor = step; factor >= least; factor *= step) {
        document::ParagraphStyle smaller = look;
        smaller.size = look.size.scaled(factor);
        if (look.line_pitch == Length{}) smaller.line_pitch = look.size.scaled(1.5);
        set = work_.setter.shape(paragraph.runs, smaller, section_);
        work_.setter.set_lines(set, smaller, box, look.alignment);
        if (set.lines.lines.size() <= 1) return set;
    }
    set = work_.setter.shape(paragraph.runs, look, section_);  // two lines anyhow: then at full size
    work_.setter.set_lines(set, look, box, look.alignment);
    return set;
}

/// Goes to the next page where the whole paragraph fits with what must follow it, but not here.
void Flow::keep_together(const SetText& set, const document::ParagraphStyle& look, Length keep) {
    std::vector<const SetNote*> marked;
    for (const MarkedNote& note : notes_) marked.push_back(&note.note);
    const Length own = set.pitch * static_cast<std::int64_t>(set.lines.lines.size());
    const Length whole = own + keep + work_.builder.notes().least(marked);
    if (!fits(look.space_before + whole) && whole <= page_extent()) next_page();
}

void Flow::add(const document::Paragraph& paragraph, page::ElementId parent, Length keep) {
    const document::ParagraphStyle& look = style(paragraph.style);
    SetText set = work_.setter.shape(paragraph.runs, look, section_);
    report_right_to_left(set);
    const Box box{frame_.measure, indent_, list_depth_ == 0};
    work_.setter.set_lines(set, look, box, look.alignment);
    if (look.fit_on_line && set.lines.lines.size() > 1) set = shrunk(paragraph, look, box);
    page::Element element;
    element.role = paragraph.heading_level != 0 ? page::ElementRole::heading : page::ElementRole::paragraph;
    element.heading_level = paragraph.heading_level;
    if (paragraph.heading_level != 0) element.title = title_of(paragraph.runs);
    const page::ElementId id = work_.builder.begin_element(std::move(element), parent);
    begin_links(set, paragraph.runs, id, work_.setter.notes + 1);
    notes_ = set_notes(paragraph.runs);
    if (keep != Length{} && !must_stay()) keep_together(set, look, keep);
    if (set.lines.lines.empty()) {
        if (!fits(set.pitch) && !must_stay()) next_page();
        land(cursor_);
        place_label(cursor_ + set.pitch / 2);
        cursor_ += set.pitch;
        end_line();
    } else {
        place_lines(set, look, paragraph);
    }
    hand_over_before(static_cast<TextIndex>(-1));  // marks in no line: without any character
    end_links();
    work_.builder.end_element(id);
}

void Flow::add(const document::List& list, page::ElementId parent) {
    const document::ParagraphStyle& look = style(list.style);
    place_label_alone(look);
    std::vector<SetText> labels;
    Length widest;
    bool wide_end = true;  // a full-width mark at the end of the label has its own room
    for (std::uint32_t index = 0; index < list.items.size(); ++index) {
        document::Run run;
        run.text = document::label(list, index);
        wide_end = wide_end && !run.text.empty() && run.text.back() >= 0x3000;
        labels.push_back(work_.setter.shape({run}, look, section_));
        widest = std::max(widest, content_widths(labels.back()).widest_line);
    }
    const Length outer = indent_;
    const Length em = look.character_pitch != Length{} ? look.character_pitch : look.size;
    const Length first_line = list_depth_ == 0 ? em.scaled(look.first_line_indent.count) : Length{};
    const Length start = outer + em.scaled(look.start_indent.count) + first_line;
    const Length hang = std::max(widest + (wide_end ? Length{} : look.size / 3), look.size);

    page::Element element;
    element.role = page::ElementRole::list;
    element.numbering = numbering(list);
    const page::ElementId list_id = work_.builder.begin_element(std::move(element), parent);
    ++list_depth_;
    for (std::size_t index = 0; index < list.items.size(); ++index) {
        page::Element item;
        item.role = page::ElementRole::list_item;
        const page::ElementId item_id = work_.builder.begin_element(std::move(item), list_id);
        page::Element label;
        label.role = page::ElementRole::list_label;
        const page::ElementId label_id = work_.builder.begin_element(std::move(label), item_id);
        page::Element body;
        body.role = page::ElementRole::list_body;
        const page::ElementId body_id = work_.builder.begin_element(std::move(body), item_id);

        PendingLabel pending{std::move(labels[index]), label_id, start};
        for (layout::SpanMarks& marks : pending.set.marks) marks.element = label_id;
        document::ParagraphStyle label_style;
        label_style.size = look.size;
        work_.setter.set_lines(pending.set, label_style, {frame_.measure, {}, false}, document::Alignment::start);
        label_ = std::move(pending);
        indent_ = start + hang;
        blocks(list.items[index].blocks, body_id);
        place_label_alone(look);  // of an item without any line of its own
        indent_ = outer;
        work_.builder.end_element(label_id);
        work_.builder.end_element(body_id);
        work_.builder.end_element(item_id);
    }
    --list_depth_;
    work_.builder.end_element(list_id);
}

void Flow::stroke(LogicalPoint from, LogicalPoint to, Length width, document::Colour colour) {
    reach_ = std::max({reach_, from.inline_, to.inline_});
    target().artifacts.push_back(page::Stroke{layout::to_physical(from, frame_.corner, frame_.mode),
                                              layout::to_physical(to, frame_.corner, frame_.mode), width,
                                              {colour.red, colour.green, colour.blue}});
}

void Flow::add(const document::Rule& rule) {
    const Length before = at_top() && part_ == nullptr ? Length{} : rule.space_before;
    const Length extent = before + rule.thickness + rule.space_after;
    if (!fits(before + rule.thickness) && !must_stay()) next_page();
    land(cursor_);
    const Length axis = cursor_ + before + rule.thickness / 2;
    stroke({-rule.start_overhang, axis}, {frame_.measure + rule.end_overhang, axis}, rule.thickness, rule.colour);
    cursor_ += extent;
}

void Flow::add(const document::Image& image, page::ElementId parent) {
    const auto data = image_data(image, image.source, work_.document, work_.diagnostics);
    if (!data) return;
    const Length caption = std::min(extent_of(image.caption), frame_.extent / 2);
    const PhysicalSize area =
        layout::to_physical(LogicalSize{frame_.measure - indent_, frame_.extent - caption}, frame_.mode);
    const PhysicalSize size = shrunk_to(image.size, area);
    const bool vertical = frame_.mode == layout::WritingMode::vertical_lr;
    const Length along = vertical ? size.height : size.width;
    const Length across = vertical ? size.width : size.height;
    if (!fits(across + caption) && !must_stay()) next_page();
    land(cursor_);
    const Length start = indent_ + (frame_.measure - indent_ - along) / 2;
    place_label(cursor_ + across / 2);

    const PhysicalPoint corner = layout::to_physical(LogicalPoint{start, cursor_}, frame_.corner, frame_.mode);
    cursor_ += across;
    reach_ = std::max(reach_, start + along);
    if (image.alternative_text.empty()) {
        target().artifacts.push_back(page::ImageBox{{corner, size}, *data, page::artifact});
        add(image.caption, parent, Length{});
        return;
    }
    page::Element element;
    element.role = page::ElementRole::figure;
    element.alternative_text = image.alternative_text;
    const page::ElementId id = work_.builder.begin_element(std::move(element), parent);
    target().items.push_back(page::ImageBox{{corner, size}, *data, id});
    add(image.caption, id, Length{});
    work_.builder.end_element(id);
}

namespace {

/// A caption with its label as a paragraph.
document::Paragraph paragraph_of(const document::Caption& caption) {
    document::Paragraph made;
    made.style = caption.style;
    made.runs = caption.runs;
    document::Run label;
    label.text = caption.label + u" ";
    if (!caption.label.empty()) made.runs.insert(made.runs.begin(), std::move(label));
    return made;
}

}  // namespace

void Flow::add(const document::Caption& caption, page::ElementId parent, Length keep) {
    if (caption.runs.empty()) return;
    page::Element element;
    element.role = page::ElementRole::caption;
    const page::ElementId id = work_.builder.begin_element(std::move(element), parent);
    add(paragraph_of(caption), id, keep);
    work_.builder.end_element(id);
}

Length Flow::extent_of(const document::Caption& caption) {
    if (caption.runs.empty()) return {};
    const document::ParagraphStyle& look = style(caption.style);
    const document::Paragraph paragraph = paragraph_of(caption);
    SetText set = work_.setter.shape(paragraph.runs, look, section_);
    work_.setter.set_lines(set, look, {frame_.measure, indent_, list_depth_ == 0}, look.alignment);
    return look.space_before + set.pitch * static_cast<std::int64_t>(set.lines.lines.size());
}

void Flow::add(const document::FootBlock& foot, page::ElementId parent) {
    const std::size_t ended_before = work_.builder.ended_count();
    Fragment part;
    Flow inner{work_, section_, part};
    inner.ids_ = std::exchange(ids_, {});
    inner.bookmarks_ = std::exchange(bookmarks_, {});
    inner.blocks(foot.blocks, parent);
    inner.finish();
    if (part_ != nullptr) {
        shift(part, layout::to_physical(LogicalPoint{Length{}, cursor_}, PhysicalPoint{}, frame_.mode));
        cursor_ += inner.used();
    } else {
        std::vector<const SetNote*> marked;
        for (const SetNote& note : inner.part_notes_) marked.push_back(&note);
        if (!fits(inner.used() + work_.builder.notes().least(marked)) && !must_stay()) {
            work_.builder.next_page_with_ended_after(ended_before);
            cursor_ = {};
        }
        const Length from = std::max(cursor_, frame_.extent - inner.used());
        shift(part, layout::to_physical(LogicalPoint{Length{}, from}, PhysicalPoint{}, frame_.mode));
        // Notes stand between the text and the back matter, which has the end of the page.
        work_.builder.notes().stand_before(frame_.extent - from);
        cursor_ += inner.used();
    }
    append(target(), std::move(part));
    for (SetNote& note : inner.part_notes_) hand_over(std::move(note));
    if (part_ == nullptr) cursor_ = std::max(cursor_, frame_.extent);
}

void Flow::add(const document::Space& space) {
    if (at_top() && !space.kept && part_ == nullptr) return;
    cursor_ += space.extent;
}

}  // namespace bichig::paginate::internal
