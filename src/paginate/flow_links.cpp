// What leads from one place of a document to another: links, references, notes and their marks, bookmarks, ids.
//
// The mark of note 7 is at the destination "mark 7" and its text at "note 7"; each leads to the other. Ids of blocks
// are destinations under their own names, which have no space in them.
#include "paginate/internal/flow.h"

#include <algorithm>
#include <utility>

namespace bichig::paginate::internal {

namespace {

/// The physical box of a placed run, one size wide.
PhysicalRect box_of(const page::GlyphRun& run) {
    const font::Metrics& metrics = run.font.metrics();
    const Length central = to_length(metrics.central_baseline, metrics.units_per_em, run.size);
    switch (run.orientation) {
        case page::Orientation::horizontal:
            return {{run.origin.x, run.origin.y - central - run.size / 2}, {run.advance, run.size}};
        case page::Orientation::sideways:
            return {{run.origin.x + central - run.size / 2, run.origin.y}, {run.size, run.advance}};
        case page::Orientation::upright: break;
    }
    return {{run.origin.x - run.size / 2, run.origin.y}, {run.size, run.advance}};
}

std::string mark_name(std::uint32_t note) { return "mark " + std::to_string(note); }
std::string note_name(std::uint32_t note) { return "note " + std::to_string(note); }

/// The style of the label of a note that begins with `block`.
std::uint16_t style_of(const document::Block& block) {
    if (const auto* paragraph = std::get_if<document::Paragraph>(&block.value)) return paragraph->style;
    if (const auto* list = std::get_if<document::List>(&block.value)) return list->style;
    return 0;
}

bool leads(const document::Run& run) { return !run.link.empty() || !run.reference.empty() || !run.note.empty(); }

bool leads_to_the_same(const document::Run& run, const document::Run& other) {
    return run.link == other.link && run.reference == other.reference && run.note.empty() && other.note.empty();
}

}  // namespace

void Flow::begin_links(SetText& set, const std::vector<document::Run>& runs, page::ElementId parent,
                       std::uint32_t note) {
    links_.clear();
    figures_.clear();
    for (std::size_t span = 0; span < set.spans.size(); ++span) {
        const std::uint32_t index = set.run_of_span[span];
        const document::Run& run = runs[index];
        set.marks[span].element = parent;
        if (leads(run)) begin_link(set, runs, span, parent, note);
        if (run.image && !run.image->alternative_text.empty()) {
            begin_figure(set, set.spans[span].range.begin, *run.image, set.marks[span].element);
        }
    }
}

void Flow::begin_link(SetText& set, const std::vector<document::Run>& runs, std::size_t span, page::ElementId parent,
                      std::uint32_t& note) {
    const std::uint32_t index = set.run_of_span[span];
    const document::Run& run = runs[index];
    const bool goes_on =
        !links_.empty() && span > 0 && set.marks[span - 1].element == links_.back().element &&
        (links_.back().run == index || leads_to_the_same(runs[links_.back().run], run));
    if (!goes_on) {
        Link link;
        link.run = index;
        if (!run.note.empty()) {
            link.note = note++;
            page::Element reference;
            reference.role = page::ElementRole::reference;
            link.reference = work_.builder.begin_element(std::move(reference), parent);
        }
        page::Element element;
        element.role = page::ElementRole::link;
        element.alternative_text = run.image ? run.image->alternative_text : run.text;
        link.element = work_.builder.begin_element(std::move(element),
                                                   link.note != 0 ? link.reference : parent);
        links_.push_back(link);
    }
    set.marks[span].element = links_.back().element;
}

/// The element of an image in a line; what is in a link is part of that.
void Flow::begin_figure(SetText& set, TextIndex index, const document::Image& image, page::ElementId parent) {
    page::Element figure;
    figure.role = page::ElementRole::figure;
    figure.alternative_text = image.alternative_text;
    figures_.push_back({work_.builder.begin_element(std::move(figure), parent), parent});
    for (layout::LineObject& known : set.lines.objects) {
        if (known.object.index == index) known.object.element = figures_.back().element;
    }
}

void Flow::end_links() {
    for (const Figure& figure : figures_) work_.builder.end_element(figure.element);
    for (const Link& link : links_) {
        work_.builder.end_element(link.element);
        if (link.note != 0) work_.builder.end_element(link.reference);
    }
    links_.clear();
    figures_.clear();
}

void Flow::add_link_areas(const std::vector<document::Run>& runs, std::size_t first_item) {
    if (links_.empty()) return;
    Fragment& fragment = target();
    const auto add = [&](page::ElementId element, const PhysicalRect& box) {
        for (const Link& link : links_) {
            if (element != link.element) continue;
            const document::Run& run = runs[link.run];
            fragment.links.push_back({box, run.link, link.element,
                                      link.note != 0 ? note_name(link.note) : run.reference});
            if (link.note != 0) fragment.destinations.push_back({mark_name(link.note), box.origin});
        }
    };
    for (std::size_t i = first_item; i < fragment.items.size(); ++i) {
        if (const auto* placed = std::get_if<page::GlyphRun>(&fragment.items[i])) {
            add(placed->element, box_of(*placed));
        } else if (const auto* image = std::get_if<page::ImageBox>(&fragment.items[i])) {
            for (const Figure& figure : figures_) {
                if (figure.element == image->element) add(figure.parent, image->box);
            }
        }
    }
}

std::vector<MarkedNote> Flow::set_notes(const std::vector<document::Run>& runs) {
    std::vector<MarkedNote> notes;
    TextIndex at = 0;
    for (const document::Run& run : runs) {
        if (!run.note.empty()) notes.push_back({at, set_note(run)});
        at += static_cast<TextIndex>(run.text.size());
    }
    return notes;
}

/// A note hangs on its mark, which is set as text. Its elements come after those of the text that it is marked in.
SetNote Flow::set_note(const document::Run& run) {
    SetNote made;
    made.number = ++work_.setter.notes;
    const std::size_t ended_before = work_.builder.ended_count();
    const Frame frame = work_.builder.note_frame();  // that of the page, also for a side of a pair
    document::Section page_section;
    page_section.language = section_.language;
    page_section.writing_mode = frame.mode == layout::WritingMode::vertical_lr ? document::WritingMode::vertical_lr
                                                                               : document::WritingMode::horizontal_tb;
    Flow inner{work_, page_section, made.content};
    inner.frame_ = frame;
    inner.cuts_ = &made.cuts;

    page::Element element;
    element.role = page::ElementRole::note;
    element.identifier = "note-" + std::to_string(made.number);
    const page::ElementId note = work_.builder.begin_element(std::move(element), work_.builder.section_element());
    page::Element label;
    label.role = page::ElementRole::list_label;
    const page::ElementId label_id = work_.builder.begin_element(std::move(label), note);
    page::Element back;
    back.role = page::ElementRole::link;
    back.alternative_text = run.text;
    const page::ElementId link = work_.builder.begin_element(std::move(back), label_id);

    const document::ParagraphStyle& look = style(style_of(run.note.front()));
    document::Run mark;
    mark.text = run.text;
    mark.source = run.source;
    PendingLabel pending{work_.setter.shape({mark}, look, page_section), link, Length{}};
    for (layout::SpanMarks& marks : pending.set.marks) marks.element = link;
    document::ParagraphStyle label_style;
    label_style.size = look.size;
    work_.setter.set_lines(pending.set, label_style, {frame.measure, {}, false}, document::Alignment::start);
    inner.indent_ = std::max(look.size.scaled(1.5), content_widths(pending.set).widest_line + look.size / 3);
    inner.list_depth_ = 1;
    inner.label_ = std::move(pending);
    inner.blocks(run.note, note);
    inner.place_label_alone(look);  // of a note without any line of its own
    inner.finish();
    for (const page::Item& item : made.content.items) {
        const auto* placed = std::get_if<page::GlyphRun>(&item);
        if (placed == nullptr || placed->element != link) continue;
        const PhysicalRect box = box_of(*placed);
        made.content.links.insert(made.content.links.begin(), {box, {}, link, mark_name(made.number)});
        made.content.destinations.insert(made.content.destinations.begin(), {note_name(made.number), box.origin});
        for (SetNote::Cut& cut : made.cuts) {
            ++cut.links;
            ++cut.destinations;
        }
    }
    for (const page::ElementId id : {link, label_id, note}) work_.builder.end_element(id);
    made.ended = work_.builder.take_ended_after(ended_before);
    return made;
}

void Flow::end_line() {
    if (cuts_ == nullptr) return;
    const Fragment& placed = target();
    cuts_->push_back({cursor_, placed.items.size(), placed.artifacts.size(), placed.links.size(),
                      placed.destinations.size()});
}

void Flow::hand_over(SetNote note) {
    if (part_ != nullptr || work_.builder.is_boxes()) {
        part_notes_.push_back(std::move(note));
    } else {
        work_.builder.notes().add(std::move(note), room() + tolerance);
    }
}

void Flow::hand_over_before(TextIndex end) {
    std::size_t count = 0;
    while (count < notes_.size() && notes_[count].at < end) hand_over(std::move(notes_[count++].note));
    notes_.erase(notes_.begin(), notes_.begin() + static_cast<std::ptrdiff_t>(count));
}

void Flow::land(Length at) {
    if (ids_.empty() && bookmarks_.empty()) return;
    const PhysicalPoint place = layout::to_physical(LogicalPoint{Length{}, at}, frame_.corner, frame_.mode);
    for (std::string& id : ids_) target().destinations.push_back({std::move(id), place});
    for (document::Bookmark& bookmark : bookmarks_) {
        target().bookmarks.push_back({bookmark.level, std::move(bookmark.title), place, page::artifact});
    }
    ids_.clear();
    bookmarks_.clear();
}

}  // namespace bichig::paginate::internal
