// bichig_editor_visit(): the lines of an editor that are seen, told as a page.
#include <vector>

#include <bichig/c/edit_view.h>

#include "c/internal/edit.h"
#include "c/internal/page.h"

namespace bichig::c {

namespace {

/// Places lines. Each paragraph counts as a source of its own, so that places in it can be told apart.
class LinePlacer {
public:
    LinePlacer(const bichig_editor& edit, Length offset, Length extent)
        : edit_{edit}, begin_{offset}, end_{offset + extent} {}

    void place(std::size_t number, const layout::Paragraph& paragraph, Length block) {
        const std::string utf8 = to_utf8(paragraph.text);
        layout::SpanMarks marks = edit_.style.marks;
        marks.source = {static_cast<std::uint32_t>(sources_.size()), 0, static_cast<std::uint32_t>(utf8.size())};
        marks.source_is_text = true;
        layout::index_source(marks, paragraph.text);
        sources_.push_back({number, static_cast<TextIndex>(paragraph.text.size()), Offsets{utf8}});
        const std::vector<layout::SpanMarks> all(paragraph.spans.size(), marks);
        for (std::size_t line = 0; line < paragraph.lines.lines.size(); ++line) {
            // Ink may reach out of the room of its line: those beside what is seen are told, too.
            const Length axis = block + paragraph.axis(line);
            if (axis + paragraph.pitch < begin_ || axis - paragraph.pitch > end_) continue;
            const layout::Placement placement{{}, {Length{}, axis}, paragraph.mode, paragraph.spans.front().size};
            layout::place(paragraph.text, paragraph.shaped, paragraph.lines, line, paragraph.spans, all, placement,
                          page_.items);
        }
    }

    void tell(LogicalSize size, const bichig_page_visitor& visitor) {
        page_.size = layout::to_physical(size, edit_.editor.mode());
        const SourceMap in_text = [this](const SourceRange& range) {
            const Source& from = sources_[range.source];
            const auto offset = [&](std::uint32_t byte) {
                return from.paragraph == nowhere
                    ? std::size_t{0}
                    : static_cast<std::size_t>(edit_.editor.offset_of(from.paragraph,
                                                                      from.bytes.index(byte, from.size)));
            };
            return bichig_range{offset(range.begin), offset(range.end)};
        };
        show(page_, 0, {}, in_text, visitor);
    }

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

private:
    struct Source {
        std::size_t paragraph;
        TextIndex size;
        Offsets bytes;
    };

    const bichig_editor& edit_;
    Length begin_;
    Length end_;
    page::Page page_;
    std::vector<Source> sources_;
};

void visit(bichig_editor* edit, double offset, double extent, const bichig_page_visitor* given) {
    edit::Editor& editor = editor_of(edit);
    const bichig_page_visitor visitor = visitor_of(given);
    const layout::View view = editor.show(length_of(offset, "the offset is no number"),
                                          length_of(extent, "the extent is no number"));
    LinePlacer placer{*edit, view.offset, length_of(extent, "the extent is no number")};
    LogicalSize size{Length{}, editor.block_size()};
    if (const layout::Paragraph* placeholder = editor.placeholder()) {
        placer.place(LinePlacer::nowhere, *placeholder, placeholder->options.space_before);
        size = placeholder->size();
    } else {
        for (const layout::PlacedParagraph& seen : view.paragraphs) {
            placer.place(seen.paragraph, *seen.lines, seen.block);
            size.inline_ = std::max(size.inline_, seen.lines->size().inline_);
        }
    }
    placer.tell(size, visitor);
}

}  // namespace

}  // namespace bichig::c

extern "C" {

bichig_status bichig_editor_visit(bichig_editor* edit, double offset, double extent,
                                  const bichig_page_visitor* visitor, bichig_error* error) {
    return bichig::c::guarded(error, [&] { bichig::c::visit(edit, offset, extent, visitor); });
}

}  // extern "C"
