// Signs: the largest size at which every text fits its share of the type area.
#include <algorithm>

#include "paginate/internal/flow.h"

namespace bichig::paginate::internal {

namespace {

constexpr double leading = 1.25;  ///< from line to line, in sizes
constexpr double smallest = 1;    ///< pt
constexpr int halvings = 24;

/// The share of text number `index` of the box `area`.
PhysicalRect share_of(const PhysicalRect& area, const document::Sign& sign, std::size_t index) {
    const auto count = static_cast<std::int64_t>(sign.texts.size());
    const auto number = static_cast<std::int64_t>(index);
    PhysicalRect share = area;
    const bool beside = sign.arrangement == document::Sign::Arrangement::beside;
    Length& breadth = beside ? share.size.width : share.size.height;
    breadth = std::max((breadth - sign.gap * (count - 1)) / count, Length::points(1));
    (beside ? share.origin.x : share.origin.y) += (breadth + sign.gap) * number;
    return share;
}

}  // namespace

/// Sets the texts of one sign. Scratch.
class SignSetter {
public:
    SignSetter(Flow& flow, const document::Sign& sign, page::ElementId parent)
        : flow_{flow}, sign_{sign}, parent_{parent} {
        const LogicalSize room{flow.frame_.measure, flow.frame_.extent};
        const PhysicalRect area{flow.frame_.corner, layout::to_physical(room, flow.frame_.mode)};
        for (std::size_t index = 0; index < sign.texts.size(); ++index) {
            const bool vertical = sign.texts[index].writing_mode == document::WritingMode::vertical_lr;
            const PhysicalRect share = share_of(area, sign, index);
            Frame& frame = frames_.emplace_back();
            frame.corner = share.origin;
            frame.mode = vertical ? layout::WritingMode::vertical_lr : layout::WritingMode::horizontal_tb;
            frame.measure = vertical ? share.size.height : share.size.width;
            frame.extent = vertical ? share.size.width : share.size.height;
        }
    }

    void run() {
        double size = flow_.frame_.measure.in_points() + flow_.frame_.extent.in_points();
        for (std::size_t index = 0; index < sign_.texts.size(); ++index) size = largest(index, size);
        for (std::size_t index = 0; index < sign_.texts.size(); ++index) place(index, Length::points(size));
        if (sign_.border != Length{}) draw_border();
        flow_.cursor_ = flow_.frame_.extent;
    }

private:
    document::ParagraphStyle look_at(std::size_t index, Length size) const {
        document::ParagraphStyle look = flow_.style(sign_.texts[index].style);
        look.size = size;
        look.line_pitch = size.scaled(leading);
        look.alignment = document::Alignment::centre;
        look.character_pitch = Length{};
        look.first_line_indent = look.start_indent = look.end_indent = {};
        return look;
    }

    document::Section section_of(std::size_t index) const {
        document::Section section;
        section.writing_mode = sign_.texts[index].writing_mode;
        section.language = sign_.texts[index].language;
        return section;
    }

    SetText set(std::size_t index, Length size, const document::Section& section) const {
        const document::ParagraphStyle look = look_at(index, size);
        SetText made = flow_.work_.setter.shape(sign_.texts[index].runs, look, section);
        flow_.work_.setter.set_lines(made, look, {frames_[index].measure, {}, false}, look.alignment);
        return made;
    }

    bool fits(std::size_t index, double size) const {
        const document::Section section = section_of(index);
        const SetText made = set(index, Length::points(size), section);
        const auto feeds = std::count(made.text.begin(), made.text.end(), u'\n') + 1;
        const auto lines = static_cast<std::int64_t>(made.lines.lines.size());
        // A last line has no leading to the edge.
        const Length extent = made.pitch * lines - (made.pitch - Length::points(size));
        return lines <= feeds && extent <= frames_[index].extent &&
               content_widths(made).widest_line <= frames_[index].measure;
    }

    /// The largest size of the text that is no larger than `most`.
    double largest(std::size_t index, double most) const {
        if (fits(index, most)) return most;
        double good = smallest;
        for (int step = 0; step < halvings; ++step) {
            const double middle = (good + most) / 2;
            (fits(index, middle) ? good : most) = middle;
        }
        return good;
    }

    void place(std::size_t index, Length size) {
        const document::Section section = section_of(index);
        SetText made = set(index, size, section);
        Work& work = flow_.work_;
        page::Element part;
        part.role = page::ElementRole::section;
        part.language = section.language;
        const page::ElementId part_id = work.builder.begin_element(std::move(part), parent_);
        const page::ElementId text_id = work.builder.begin_element({}, part_id);
        for (layout::SpanMarks& marks : made.marks) marks.element = text_id;
        const Frame outer = flow_.frame_;
        flow_.frame_ = frames_[index];
        const auto lines = static_cast<std::int64_t>(made.lines.lines.size());
        Length axis = (frames_[index].extent - made.pitch * (lines - 1)) / 2;
        for (std::size_t line = 0; line < made.lines.lines.size(); ++line, axis += made.pitch) {
            flow_.place_line(made, line, {Length{}, axis}, flow_.target());
        }
        flow_.frame_ = outer;
        work.builder.end_element(text_id);
        work.builder.end_element(part_id);
    }

    void draw_border() {
        const Length out = sign_.border_distance + sign_.border / 2;
        const Length measure = flow_.frame_.measure;
        const Length extent = flow_.frame_.extent;
        const Length half = sign_.border / 2;
        const auto line = [&](LogicalPoint from, LogicalPoint to) {
            flow_.stroke(from, to, sign_.border, sign_.border_colour);
        };
        line({-out - half, -out}, {measure + out + half, -out});
        line({-out - half, extent + out}, {measure + out + half, extent + out});
        line({-out, -out}, {-out, extent + out});
        line({measure + out, -out}, {measure + out, extent + out});
    }

    Flow& flow_;
    const document::Sign& sign_;
    page::ElementId parent_;
    std::vector<Frame> frames_;
};

void Flow::add(const document::Sign& sign, page::ElementId parent) {
    if (sign.texts.empty()) return;
    if (!at_top() && part_ == nullptr) next_page();
    SignSetter{*this, sign, parent}.run();
}

}  // namespace bichig::paginate::internal
