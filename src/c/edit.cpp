// Calls of bichig/c/edit.h.
#include "c/internal/edit.h"

#include <chrono>
#include <cmath>
#include <utility>

namespace bichig::c {

using std::chrono::milliseconds;

Length length_of(double value, const char* message) {
    require(std::isfinite(value), message);
    return Length::points(std::clamp(value, -1e9, 1e9));
}

LogicalPoint point_of(const bichig_editor* edit, double x, double y) {
    const char* const message = "the point is no number";
    return layout::to_logical({length_of(x, message), length_of(y, message)}, {}, edit->editor.mode());
}

namespace {

edit::EditingOptions editing_options_of(const bichig_editor_options* given) {
    const bichig_editor_options from = options_of(given);
    edit::EditingOptions made;
    made.read_only = from.read_only != 0;
    made.single_line = from.single_line != 0;
    made.max_length = from.max_length;
    made.backspace = from.backspace_code_point != 0 ? edit::Backspace::code_point : edit::Backspace::grapheme;
    if (from.logical_keys != 0) made.movement.arrow_keys = layout::ArrowKeys::logical;
    if (from.words_stop_at_end != 0) made.movement.word_stop = layout::WordStop::end;
    if (from.suffixes_apart != 0) made.movement.suffixes = text::Suffixes::apart;
    made.mark_unknown = from.mark_unknown != 0;
    made.mark_while_typing = from.mark_while_typing != 0;
    if (from.undo_steps != 0) made.undo.steps = from.undo_steps;
    if (from.undo_units != 0) made.undo.units = from.undo_units;
    constexpr unsigned long a_day = 86'400'000;
    if (from.undo_pause != 0) made.undo.pause = milliseconds{std::min(from.undo_pause, a_day)};
    return made;
}

/// A dozen screens of text stay laid out beside what is seen: 4 MB. To lay one out anew takes a millisecond or two.
constexpr std::size_t kept_units = std::size_t{1} << 15;

layout::TextLayoutOptions lines_of(const Style& style, double measure, const Fonts& fonts) {
    layout::TextLayoutOptions made;
    made.styles = {{style.span.fonts, style.span.size, style.span.language, style.span.combine_digits,
                    style.span.han_scale}};
    made.looks = {style.options};
    made.measure = Length::points(number_of(measure, 1, 1e6, "a measure is from 1 to 1000000 points"));
    made.mode = style.mode;
    made.kept = kept_units;
    made.shaper.policy = fonts.policy();
    made.shaper.maps = fonts.maps();
    made.shaper.words = fonts.words();
    return made;
}

template <class Char>
void open(const bichig_fonts* fonts, const Char* text, std::size_t length, const bichig_style* style, double measure,
          const bichig_editor_options* options, bichig_editor** out) {
    clear_result(out);
    std::shared_ptr<const Fonts> shared = fonts_of(fonts);
    const Source source{text, length};
    Style how = style_of(style, *shared);
    edit::EditingOptions editing = editing_options_of(options);
    edit::Editor editor{source.text(), lines_of(how, measure, *shared), std::move(editing)};
    *out = make_handle<bichig_editor>(std::move(editor), std::move(shared), std::move(how), measure);
}

void set_options(bichig_editor* edit, const bichig_editor_options* given) {
    edit::Editor& editor = editor_of(edit);
    edit::EditingOptions options = editing_options_of(given);
    options.placeholder = editor.options().placeholder;
    editor.set_options(options);
}

void set_style(bichig_editor* edit, const bichig_fonts* fonts, const bichig_style* style) {
    edit::Editor& editor = editor_of(edit);
    std::shared_ptr<const Fonts> shared = fonts_of(fonts);
    Style how = style_of(style, *shared);
    editor.set_layout(lines_of(how, edit->measure, *shared));
    edit->fonts = std::move(shared);
    edit->style = std::move(how);
}

void set_measure(bichig_editor* edit, double measure) {
    edit::Editor& editor = editor_of(edit);
    editor.set_measure(Length::points(number_of(measure, 1, 1e6, "a measure is from 1 to 1000000 points")));
    edit->measure = measure;
}

template <class Char>
void set_placeholder(bichig_editor* edit, const Char* text, std::size_t length) {
    edit::Editor& editor = editor_of(edit);
    const Source source{text, length};
    edit::EditingOptions options = editor.options();
    options.placeholder = source.text();
    editor.set_options(options);
}

void get_state(bichig_editor* edit, bichig_editor_state* out) {
    edit::Editor& editor = editor_of(edit);
    bichig_editor_state state{};
    state.length = editor.size();
    state.paragraphs = editor.paragraph_count();
    state.extent = editor.block_size().in_points();
    state.line_length =
        editor.options().single_line ? editor.caret_box(editor.size()).inline_.in_points() : edit->measure;
    state.can_undo = editor.can_undo();
    state.can_redo = editor.can_redo();
    state.changed = editor.is_changed();
    state.composing = !editor.composition().text.empty();
    state.unchecked = editor.spelling().parts;
    fill(out, state);
}

template <class Char>
void text(const bichig_editor* edit, std::size_t begin, std::size_t end, Char** out, std::size_t* length) {
    clear_result(out);
    if (length != nullptr) *length = 0;
    TextBlock::of<Char>(editor_of(edit).text({begin, end})).give(out, length);
}

template <class Char>
void set_text(bichig_editor* edit, const Char* text, std::size_t length) {
    edit::Editor& editor = editor_of(edit);
    editor.set_text(Source{text, length}.text());
}

template <class Char>
void insert(bichig_editor* edit, const Char* text, std::size_t length, unsigned long time, int* changed) {
    tell(changed, false);
    edit::Editor& editor = editor_of(edit);
    tell(changed, editor.insert(Source{text, length}.text(), milliseconds{time}));
}

template <class Char>
void replace(bichig_editor* edit, std::size_t begin, std::size_t end, const Char* text, std::size_t length,
             int* changed) {
    tell(changed, false);
    edit::Editor& editor = editor_of(edit);
    tell(changed, editor.replace({begin, end}, Source{text, length}.text()));
}

bool is_step(bichig_editor_step step) { return step >= BICHIG_STEP_GRAPHEME && step <= BICHIG_STEP_TEXT; }

void erase(bichig_editor* edit, bichig_editor_step step, int forward, unsigned long time, int* changed) {
    tell(changed, false);
    edit::Editor& editor = editor_of(edit);
    require(is_step(step), "there is no such step");
    layout::Step how = static_cast<layout::Step>(step);
    if (step == BICHIG_STEP_TEXT) {
        how = layout::Step::grapheme;
        if (editor.selection().empty() && !editor.options().read_only) {
            editor.move_to_end(direction_of(forward), edit::Extend::yes);
        }
        if (editor.selection().empty()) return;
    }
    tell(changed, editor.erase(how, direction_of(forward), milliseconds{time}));
}

void move(bichig_editor* edit, bichig_editor_step step, int forward, int extend) {
    edit::Editor& editor = editor_of(edit);
    require(is_step(step), "there is no such step");
    if (step == BICHIG_STEP_TEXT) return editor.move_to_end(direction_of(forward), extend_of(extend));
    editor.move(static_cast<layout::Step>(step), direction_of(forward), extend_of(extend));
}

void get_selection(const bichig_editor* edit, bichig_selection* out) {
    const edit::Selection& selection = editor_of(edit).selection();
    bichig_selection value{};
    value.anchor = selection.anchor;
    value.head = selection.head;
    value.upstream = selection.affinity == layout::Affinity::upstream;
    fill(out, value);
}

edit::SelectionUnit unit_of(bichig_editor_unit unit) {
    require(unit >= BICHIG_UNIT_GRAPHEME && unit <= BICHIG_UNIT_LINE, "there is no such unit");
    return static_cast<edit::SelectionUnit>(unit);
}

void key(bichig_editor* edit, bichig_arrow arrow, int by_word, int extend) {
    edit::Editor& editor = editor_of(edit);
    require(arrow >= BICHIG_ARROW_UP && arrow <= BICHIG_ARROW_RIGHT, "there is no such arrow");
    editor.move(static_cast<layout::Arrow>(arrow), by_word != 0 ? layout::Step::word : layout::Step::grapheme,
                extend_of(extend));
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;
using c::guarded;

extern "C" {

bichig_status bichig_editor_open_utf8(const bichig_fonts* fonts, const char* text, size_t length,
                                      const bichig_style* style, double measure, const bichig_editor_options* options,
                                      bichig_editor** edit, bichig_error* error) {
    return guarded(error, [&] { c::open(fonts, text, length, style, measure, options, edit); });
}
bichig_status bichig_editor_open_utf16(const bichig_fonts* fonts, const bichig_char16* text, size_t length,
                                       const bichig_style* style, double measure, const bichig_editor_options* options,
                                       bichig_editor** edit, bichig_error* error) {
    return guarded(error, [&] { c::open(fonts, text, length, style, measure, options, edit); });
}
void bichig_editor_close(bichig_editor* edit) { c::close_handle(edit); }

bichig_status bichig_editor_set_options(bichig_editor* edit, const bichig_editor_options* options,
                                        bichig_error* error) {
    return guarded(error, [&] { c::set_options(edit, options); });
}
bichig_status bichig_editor_set_style(bichig_editor* edit, const bichig_fonts* fonts, const bichig_style* style,
                                      bichig_error* error) {
    return guarded(error, [&] { c::set_style(edit, fonts, style); });
}
bichig_status bichig_editor_set_measure(bichig_editor* edit, double measure, bichig_error* error) {
    return guarded(error, [&] { c::set_measure(edit, measure); });
}
bichig_status bichig_editor_set_placeholder_utf8(bichig_editor* edit, const char* text, size_t length,
                                                 bichig_error* error) {
    return guarded(error, [&] { c::set_placeholder(edit, text, length); });
}
bichig_status bichig_editor_set_placeholder_utf16(bichig_editor* edit, const bichig_char16* text, size_t length,
                                                  bichig_error* error) {
    return guarded(error, [&] { c::set_placeholder(edit, text, length); });
}
bichig_status bichig_editor_get_state(bichig_editor* edit, bichig_editor_state* state, bichig_error* error) {
    return guarded(error, [&] { c::get_state(edit, state); });
}
bichig_status bichig_editor_set_saved(bichig_editor* edit, bichig_error* error) {
    return guarded(error, [&] { c::editor_of(edit).set_saved(); });
}

bichig_status bichig_editor_text_utf8(const bichig_editor* edit, size_t begin, size_t end, char** text, size_t* length,
                                      bichig_error* error) {
    return guarded(error, [&] { c::text(edit, begin, end, text, length); });
}
bichig_status bichig_editor_text_utf16(const bichig_editor* edit, size_t begin, size_t end, bichig_char16** text,
                                       size_t* length, bichig_error* error) {
    return guarded(error, [&] { c::text(edit, begin, end, text, length); });
}
bichig_status bichig_editor_set_text_utf8(bichig_editor* edit, const char* text, size_t length, bichig_error* error) {
    return guarded(error, [&] { c::set_text(edit, text, length); });
}
bichig_status bichig_editor_set_text_utf16(bichig_editor* edit, const bichig_char16* text, size_t length,
                                           bichig_error* error) {
    return guarded(error, [&] { c::set_text(edit, text, length); });
}

bichig_status bichig_editor_insert_utf8(bichig_editor* edit, const char* text, size_t length, unsigned long time,
                                        int* changed, bichig_error* error) {
    return guarded(error, [&] { c::insert(edit, text, length, time, changed); });
}
bichig_status bichig_editor_insert_utf16(bichig_editor* edit, const bichig_char16* text, size_t length,
                                         unsigned long time, int* changed, bichig_error* error) {
    return guarded(error, [&] { c::insert(edit, text, length, time, changed); });
}
bichig_status bichig_editor_replace_utf8(bichig_editor* edit, size_t begin, size_t end, const char* text, size_t length,
                                         int* changed, bichig_error* error) {
    return guarded(error, [&] { c::replace(edit, begin, end, text, length, changed); });
}
bichig_status bichig_editor_replace_utf16(bichig_editor* edit, size_t begin, size_t end, const bichig_char16* text,
                                          size_t length, int* changed, bichig_error* error) {
    return guarded(error, [&] { c::replace(edit, begin, end, text, length, changed); });
}
bichig_status bichig_editor_erase(bichig_editor* edit, bichig_editor_step step, int forward, unsigned long time,
                                  int* changed, bichig_error* error) {
    return guarded(error, [&] { c::erase(edit, step, forward, time, changed); });
}
bichig_status bichig_editor_move_text(bichig_editor* edit, size_t begin, size_t end, size_t to, int* changed,
                                      bichig_error* error) {
    return guarded(error, [&] {
        c::tell(changed, false);
        c::tell(changed, c::editor_of(edit).move_text({begin, end}, to));
    });
}
bichig_status bichig_editor_undo(bichig_editor* edit, int* changed, bichig_error* error) {
    return guarded(error, [&] {
        c::tell(changed, false);
        c::tell(changed, c::editor_of(edit).undo());
    });
}
bichig_status bichig_editor_redo(bichig_editor* edit, int* changed, bichig_error* error) {
    return guarded(error, [&] {
        c::tell(changed, false);
        c::tell(changed, c::editor_of(edit).redo());
    });
}

bichig_status bichig_editor_get_selection(const bichig_editor* edit, bichig_selection* selection, bichig_error* error) {
    return guarded(error, [&] { c::get_selection(edit, selection); });
}
bichig_status bichig_editor_select(bichig_editor* edit, size_t anchor, size_t head, bichig_error* error) {
    return guarded(error, [&] { c::editor_of(edit).select(anchor, head); });
}
bichig_status bichig_editor_unit_at(bichig_editor* edit, size_t offset, bichig_editor_unit unit, bichig_range* range,
                                    bichig_error* error) {
    return guarded(error, [&] {
        c::require(range != nullptr, "a result is NULL");
        *range = c::range_of(c::editor_of(edit).unit_at(offset, c::unit_of(unit)));
    });
}
bichig_status bichig_editor_select_unit(bichig_editor* edit, size_t offset, bichig_editor_unit unit,
                                        bichig_error* error) {
    return guarded(error, [&] { c::editor_of(edit).select_at(edit::TextOffset{offset}, c::unit_of(unit)); });
}
bichig_status bichig_editor_press(bichig_editor* edit, double x, double y, bichig_editor_unit unit,
                                  bichig_error* error) {
    return guarded(error, [&] {
        edit::Editor& editor = c::editor_of(edit);
        editor.select_at(c::point_of(edit, x, y), c::unit_of(unit));
    });
}
bichig_status bichig_editor_drag(bichig_editor* edit, double x, double y, bichig_error* error) {
    return guarded(error, [&] {
        edit::Editor& editor = c::editor_of(edit);
        editor.extend_to(c::point_of(edit, x, y));
    });
}
bichig_status bichig_editor_key(bichig_editor* edit, bichig_arrow arrow, int by_word, int extend, bichig_error* error) {
    return guarded(error, [&] { c::key(edit, arrow, by_word, extend); });
}
bichig_status bichig_editor_move(bichig_editor* edit, bichig_editor_step step, int forward, int extend,
                                 bichig_error* error) {
    return guarded(error, [&] { c::move(edit, step, forward, extend); });
}
bichig_status bichig_editor_move_by(bichig_editor* edit, double distance, int extend, bichig_error* error) {
    return guarded(error, [&] {
        edit::Editor& editor = c::editor_of(edit);
        editor.move_by(c::length_of(distance, "the distance is no number"), c::extend_of(extend));
    });
}

}  // extern "C"
