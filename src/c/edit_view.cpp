// Calls of bichig/c/edit_view.h.
#include <bichig/c/edit_view.h>

#include <chrono>
#include <optional>
#include <stop_token>

#include "c/internal/edit.h"
#include "c/internal/spelling.h"

struct bichig_spelling_job {
    std::optional<bichig::edit::SpellingJob> work;
    std::stop_source stop;
};

namespace bichig::c {

namespace {

Length offset_of(double offset) { return length_of(offset, "the offset is no number"); }
Length extent_of(double extent) { return length_of(extent, "the extent is no number"); }

void show(bichig_editor* edit, double offset, double extent, bichig_editor_view* out) {
    edit::Editor& editor = editor_of(edit);
    if (out != nullptr) fill(out, bichig_editor_view{});
    const layout::View shown = editor.show(offset_of(offset), extent_of(extent));
    if (out == nullptr) return;
    bichig_editor_view view{};
    view.offset = shown.offset.in_points();
    view.text.begin = editor.paragraph(shown.paragraphs.front().paragraph).begin;
    view.text.end = editor.paragraph(shown.paragraphs.back().paragraph).end;
    fill(out, view);
}

bichig_rect drawn(const layout::CaretBox& box, double thickness, layout::WritingMode mode) {
    number_of(thickness, 0, 1000, "a caret is 0 to 1000 points thick");
    return rect_of(layout::to_physical(box, Length::points(thickness), {}, mode));
}

void caret(bichig_editor* edit, double thickness, bichig_rect* out) {
    edit::Editor& editor = editor_of(edit);
    require(out != nullptr, "a result is NULL");
    *out = drawn(editor.caret_box(), thickness, editor.mode());
}

void caret_at(bichig_editor* edit, std::size_t offset, int upstream, double thickness, bichig_rect* out) {
    edit::Editor& editor = editor_of(edit);
    require(out != nullptr, "a result is NULL");
    const auto affinity = upstream != 0 ? layout::Affinity::upstream : layout::Affinity::downstream;
    *out = drawn(editor.caret_box(offset, affinity), thickness, editor.mode());
}

void hit_test(bichig_editor* edit, double x, double y, bichig_hit* out) {
    edit::Editor& editor = editor_of(edit);
    const edit::Hit hit = editor.hit_test(point_of(edit, x, y));
    bichig_hit value{};
    value.offset = hit.offset;
    value.upstream = hit.affinity == layout::Affinity::upstream;
    value.line = hit.line;
    value.character = range_of(hit.character);
    value.inside = hit.inside;
    fill(out, value);
}

void give(const std::vector<layout::TextSelectionPart>& parts, layout::WritingMode mode, bichig_rect** out,
          std::size_t* count) {
    std::vector<bichig_rect> boxes;
    for (const layout::TextSelectionPart& part : parts) {
        boxes.push_back(rect_of(layout::to_physical(part.part, {}, mode)));
    }
    ArrayBlock{boxes}.give(out, count);
}

void boxes(bichig_editor* edit, std::size_t begin, std::size_t end, double offset, double extent, bichig_rect** out,
           std::size_t* count) {
    clear_result(out, count);
    edit::Editor& editor = editor_of(edit);
    give(editor.shapes({begin, end}, offset_of(offset), extent_of(extent)), editor.mode(), out, count);
}

void composition_boxes(bichig_editor* edit, std::size_t begin, std::size_t end, double offset, double extent,
                       bichig_rect** out, std::size_t* count) {
    clear_result(out, count);
    edit::Editor& editor = editor_of(edit);
    const std::size_t size = editor.composition().text.size();
    const TextRange part{static_cast<TextIndex>(std::min(begin, size)), static_cast<TextIndex>(std::min(end, size))};
    give(editor.composition_shapes(part, offset_of(offset), extent_of(extent)), editor.mode(), out, count);
}

void set_checker(bichig_editor* edit, const bichig_checker* checker, const bichig_check_options* options) {
    edit::Editor& editor = editor_of(edit);
    const spell::CheckOptions how = check_options_of(c::options_of(options));
    editor.set_checker(checker != nullptr ? std::optional{checker->checker} : std::nullopt, how);
}

void check(bichig_editor* edit, unsigned long microseconds, int* done) {
    tell(done, false);
    edit::Editor& editor = editor_of(edit);
    constexpr unsigned long an_hour = 3'600'000'000;
    (void)editor.check_spelling(std::chrono::microseconds{std::min(microseconds, an_hour)});
    tell(done, editor.spelling().done());
}

void take_job(bichig_editor* edit, std::size_t units, bichig_spelling_job** out) {
    clear_result(out);
    edit::Editor& editor = editor_of(edit);
    auto work = editor.take_spelling(units);
    if (work) *out = make_handle<bichig_spelling_job>(std::move(work), std::stop_source{});
}

void run(bichig_spelling_job* job) {
    require(job != nullptr, "the job is NULL");
    job->work->run(job->stop.get_token());
}

void finish(bichig_editor* edit, bichig_spelling_job* job) {
    require(job != nullptr, "the job is NULL");
    const std::unique_ptr<bichig_spelling_job, void (*)(bichig_spelling_job*)> ended{
        job, &close_handle<bichig_spelling_job>};
    editor_of(edit).finish(std::move(*job->work));
}

void marks(const bichig_editor* edit, std::size_t begin, std::size_t end, bichig_word_finding** out,
           std::size_t* count) {
    clear_result(out, count);
    const std::vector<edit::Mark> found = editor_of(edit).marks({begin, end});
    Pack pack;
    pack.array<bichig_word_finding>(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const edit::Mark& mark = found[i];
        pack.put(0, i, bichig_word_finding{range_of(mark.range), static_cast<bichig_fault>(mark.fault),
                                           mark.certain ? 1 : 0, mark.id.data(), mark.reason.data(), nullptr,
                                           mark.suggestions.size()});
        if (mark.suggestions.empty()) continue;
        const std::size_t suggestions = pack_suggestions<bichig_char16>(pack, mark.suggestions);
        pack.point(i * sizeof(bichig_word_finding) + offsetof(bichig_word_finding, suggestions), suggestions);
    }
    pack.give(out);
    *count = found.size();
}

void mark_lines(bichig_editor* edit, double offset, double extent, bichig_mark_line** out, std::size_t* count) {
    clear_result(out, count);
    edit::Editor& editor = editor_of(edit);
    std::vector<bichig_mark_line> lines;
    for (const edit::MarkShape& shape : editor.mark_shapes(offset_of(offset), extent_of(extent))) {
        const PhysicalPoint from = layout::to_physical(LogicalPoint{shape.begin, shape.block}, {}, editor.mode());
        const PhysicalPoint to = layout::to_physical(LogicalPoint{shape.end, shape.block}, {}, editor.mode());
        lines.push_back({range_of(shape.range), static_cast<bichig_fault>(shape.fault), from.x.in_points(),
                         from.y.in_points(), to.x.in_points(), to.y.in_points(), shape.size.in_points()});
    }
    ArrayBlock{lines}.give(out, count);
}

bichig_change_kind kind_of(const edit::Change& change) {
    switch (change.kind) {
        case edit::ChangeKind::text: return BICHIG_CHANGE_TEXT;
        case edit::ChangeKind::selection: return BICHIG_CHANGE_SELECTION;
        case edit::ChangeKind::composition: return BICHIG_CHANGE_COMPOSITION;
        case edit::ChangeKind::marks: return BICHIG_CHANGE_MARKS;
        case edit::ChangeKind::layout: return BICHIG_CHANGE_LAYOUT;
        case edit::ChangeKind::history: return BICHIG_CHANGE_HISTORY;
        case edit::ChangeKind::refused:
            return change.refusal == edit::Refusal::full ? BICHIG_CHANGE_FULL : BICHIG_CHANGE_READ_ONLY;
        case edit::ChangeKind::everything: break;
    }
    return BICHIG_CHANGE_EVERYTHING;
}

void take_changes(bichig_editor* edit, bichig_change** out, std::size_t* count) {
    clear_result(out, count);
    edit->told = editor_of(edit).take_changes();
    std::vector<bichig_change> changes;
    for (const edit::Change& change : edit->told) {
        bichig_change& one = changes.emplace_back();
        one.kind = kind_of(change);
        one.range = range_of(change.range);
        one.removed = change.removed;
        one.removed_text = reinterpret_cast<const bichig_char16*>(change.removed_text.text().c_str());
        one.anchor = change.selection.anchor;
        one.head = change.selection.head;
        one.block_begin = change.block_begin.in_points();
        one.block_end = change.block_end.in_points();
        one.grown = change.grown.in_points();
    }
    ArrayBlock{changes}.give(out, count);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;
using c::guarded;

extern "C" {

bichig_status bichig_editor_show(bichig_editor* edit, double offset, double extent, bichig_editor_view* view,
                                 bichig_error* error) {
    return guarded(error, [&] { c::show(edit, offset, extent, view); });
}
bichig_status bichig_editor_caret(bichig_editor* edit, double thickness, bichig_rect* caret, bichig_error* error) {
    return guarded(error, [&] { c::caret(edit, thickness, caret); });
}
bichig_status bichig_editor_caret_at(bichig_editor* edit, size_t offset, int upstream, double thickness,
                                     bichig_rect* caret, bichig_error* error) {
    return guarded(error, [&] { c::caret_at(edit, offset, upstream, thickness, caret); });
}
bichig_status bichig_editor_hit_test(bichig_editor* edit, double x, double y, bichig_hit* hit, bichig_error* error) {
    return guarded(error, [&] { c::hit_test(edit, x, y, hit); });
}
bichig_status bichig_editor_boxes(bichig_editor* edit, size_t begin, size_t end, double offset, double extent,
                                  bichig_rect** boxes, size_t* count, bichig_error* error) {
    return guarded(error, [&] { c::boxes(edit, begin, end, offset, extent, boxes, count); });
}
bichig_status bichig_editor_composition_boxes(bichig_editor* edit, size_t begin, size_t end, double offset,
                                              double extent, bichig_rect** boxes, size_t* count, bichig_error* error) {
    return guarded(error, [&] { c::composition_boxes(edit, begin, end, offset, extent, boxes, count); });
}
bichig_status bichig_editor_set_checker(bichig_editor* edit, const bichig_checker* checker,
                                        const bichig_check_options* options, bichig_error* error) {
    return guarded(error, [&] { c::set_checker(edit, checker, options); });
}
bichig_status bichig_editor_recheck(bichig_editor* edit, bichig_error* error) {
    return guarded(error, [&] { c::editor_of(edit).recheck(); });
}
bichig_status bichig_editor_check(bichig_editor* edit, unsigned long microseconds, int* done, bichig_error* error) {
    return guarded(error, [&] { c::check(edit, microseconds, done); });
}
bichig_status bichig_editor_take_job(bichig_editor* edit, size_t units, bichig_spelling_job** job,
                                     bichig_error* error) {
    return guarded(error, [&] { c::take_job(edit, units, job); });
}
bichig_status bichig_spelling_job_run(bichig_spelling_job* job, bichig_error* error) {
    return guarded(error, [&] { c::run(job); });
}
void bichig_spelling_job_stop(bichig_spelling_job* job) {
    if (job != nullptr) job->stop.request_stop();
}
bichig_status bichig_editor_finish_job(bichig_editor* edit, bichig_spelling_job* job, bichig_error* error) {
    return guarded(error, [&] { c::finish(edit, job); });
}
void bichig_spelling_job_free(bichig_spelling_job* job) { c::close_handle(job); }
bichig_status bichig_editor_marks(const bichig_editor* edit, size_t begin, size_t end, bichig_word_finding** marks,
                                  size_t* count, bichig_error* error) {
    return guarded(error, [&] { c::marks(edit, begin, end, marks, count); });
}
bichig_status bichig_editor_mark_lines(bichig_editor* edit, double offset, double extent, bichig_mark_line** lines,
                                       size_t* count, bichig_error* error) {
    return guarded(error, [&] { c::mark_lines(edit, offset, extent, lines, count); });
}
bichig_status bichig_editor_take_changes(bichig_editor* edit, bichig_change** changes, size_t* count,
                                         bichig_error* error) {
    return guarded(error, [&] { c::take_changes(edit, changes, count); });
}

}  // extern "C"
