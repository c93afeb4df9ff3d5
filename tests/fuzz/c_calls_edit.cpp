// Calls of edit.h, edit_text.h and edit_view.h for fuzz_c_calls.
#include <algorithm>

#include "c_calls.h"

namespace bichig::fuzz {

namespace {

using Wide = bichig_char16;

int flag(State& s) { return static_cast<int>(s.choices.below(2)); }

bichig_editor_options options_of(State& s) {
    bichig_editor_options options = BICHIG_EDITOR_OPTIONS_INIT;
    if (s.choices.below(2) == 0) return options;
    options.read_only = s.choices.rarely(8) ? 1 : 0;
    options.single_line = s.choices.rarely(6) ? 1 : 0;
    options.max_length = s.choices.rarely(6) ? offset(s.choices) : 0;
    options.backspace_code_point = flag(s);
    options.logical_keys = flag(s);
    options.words_stop_at_end = flag(s);
    options.suffixes_apart = flag(s);
    options.mark_unknown = flag(s);
    options.mark_while_typing = flag(s);
    options.undo_steps = s.choices.rarely(4) ? s.choices.below(4) : 0;
    options.undo_units = s.choices.rarely(4) ? offset(s.choices) : 0;
    options.undo_pause = s.choices.rarely(4) ? offset(s.choices) : 0;
    return options;
}

template <class Char>
void open(State& s) {
    const auto text = text_of<Char>(s.choices);
    bichig_style given = BICHIG_STYLE_INIT;
    given.direction = any(s.choices, BICHIG_HORIZONTAL);
    given.font_size = s.choices.rarely(4) ? number(s.choices) : 0;
    Sized<bichig_style> style{s.choices, given};
    Sized<bichig_editor_options> options{s.choices, options_of(s)};
    const double measure = s.choices.rarely(6) ? number(s.choices) : 60;
    const bichig_fonts* fonts = s.choices.rarely(4) ? s.fonts.pick(s.choices) : world().fonts;
    bichig_editor* made = nullptr;
    auto error = error_of(s.choices);
    keep(s, s.editors, BICHIG_FORM(bichig_editor_open)(fonts, text.data, text.length, style.get(), measure,
                                                       options.get(), &made, error.get()), made);
}

/// The text is as long as it is said to be, and the selection is in it.
void look_whole(State& s, bichig_editor* edit) {
    if (edit == nullptr) return;
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    bichig_selection selection = BICHIG_SELECTION_INIT;
    bichig_char16* text = nullptr;
    std::size_t length = 0;
    const bool told = succeeded(s, bichig_editor_text_utf16(edit, 0, BICHIG_WHOLE, &text, &length, nullptr));
    bichig_free(text);
    if (!told || !succeeded(s, bichig_editor_get_state(edit, &state, nullptr)) ||
        !succeeded(s, bichig_editor_get_selection(edit, &selection, nullptr))) {
        return;
    }
    expect(state.length == length, "the text is as long as the state says");
    expect(selection.anchor <= length && selection.head <= length, "the selection is in the text");
}

template <class Char>
void change(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    const auto text = text_of<Char>(s.choices);
    auto error = error_of(s.choices);
    int changed = 0;
    int* told = s.choices.rarely() ? nullptr : &changed;
    const bichig_range range{offset(s.choices), offset(s.choices)};
    switch (s.choices.below(8)) {
        case 0:
            succeeded(s, BICHIG_FORM(bichig_editor_replace)(edit, range.begin, range.end, text.data, text.length, told,
                                                            error.get()));
            break;
        case 1:
            succeeded(s, BICHIG_FORM(bichig_editor_commit)(edit, text.data, text.length, flag(s) ? &range : nullptr,
                                                           s.choices.byte(), told, error.get()));
            break;
        case 2:
            succeeded(s, BICHIG_FORM(bichig_editor_compose)(edit, text.data, text.length, offset(s.choices),
                                                            error.get()));
            break;
        case 3: succeeded(s, BICHIG_FORM(bichig_editor_set_text)(edit, text.data, text.length, error.get())); break;
        case 4:
            succeeded(s, BICHIG_FORM(bichig_editor_set_placeholder)(edit, text.data, text.length, error.get()));
            break;
        default:
            succeeded(s, BICHIG_FORM(bichig_editor_insert)(edit, text.data, text.length, s.choices.byte(), told,
                                                           error.get()));
    }
    look_whole(s, edit);
}

template <class Char>
void paste(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    const auto text = text_of<Char>(s.choices);
    auto error = error_of(s.choices);
    Sized<bichig_paste_options> options{
        s.choices, {0, flag(s), any(s.choices, BICHIG_CLEAN_NOTHING), flag(s) ? "Menksoft" : nullptr,
                    s.choices.rarely(3) ? "menksoft" : s.choices.rarely(8) ? "?" : nullptr}};
    Sized<bichig_paste_report> report{s.choices};
    succeeded(s, BICHIG_FORM(bichig_editor_paste)(edit, text.data, text.length, options.get(), report.get(),
                                                  error.get()));
    succeeded(s, bichig_editor_clean(edit, offset(s.choices), offset(s.choices), options.get(), report.get(),
                                     error.get()));
    look_whole(s, edit);
}

template <class Char>
void search(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    const auto pattern = text_of<Char>(s.choices);
    const auto level = any(s.choices, BICHIG_KEY_FOLDED);
    auto error = error_of(s.choices);
    Sized<bichig_editor_match> match{s.choices};
    succeeded(s, BICHIG_FORM(bichig_editor_find)(edit, pattern.data, pattern.length, level, offset(s.choices), flag(s),
                                                 flag(s), match.get(), error.get()));
    Result<bichig_range> all{s.choices};
    succeeded(s, BICHIG_FORM(bichig_editor_find_all)(edit, pattern.data, pattern.length, level, s.choices.below(4),
                                                     all.out(), all.size(), error.get()), all);
    Result<Char> part{s.choices};
    const bool told = succeeded(s, BICHIG_FORM(bichig_editor_text)(edit, offset(s.choices), offset(s.choices),
                                                                   part.out(), part.size(), error.get()), part);
    constexpr std::size_t enough = 2000;  // replacing all by more, again and again, grows without bound
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    if (!told || !succeeded(s, bichig_editor_get_state(edit, &state, nullptr)) || state.length > enough) return;
    const auto text = text_of<Char>(s.choices);
    std::size_t count = 0;
    succeeded(s, BICHIG_FORM(bichig_editor_replace_all)(edit, pattern.data, pattern.length, text.data, text.length,
                                                        level, flag(s) ? &count : nullptr, error.get()));
    look_whole(s, edit);
}

void press_keys(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    int changed = 0;
    bichig_range range{};
    switch (s.choices.below(12)) {
        case 0: succeeded(s, bichig_editor_undo(edit, &changed, error.get())); break;
        case 1: succeeded(s, bichig_editor_redo(edit, flag(s) ? &changed : nullptr, error.get())); break;
        case 2: succeeded(s, bichig_editor_select(edit, offset(s.choices), offset(s.choices), error.get())); break;
        case 3:
            succeeded(s, bichig_editor_select_unit(edit, offset(s.choices), any(s.choices, BICHIG_UNIT_LINE),
                                                   error.get()));
            break;
        case 4:
            succeeded(s, bichig_editor_press(edit, number(s.choices), number(s.choices),
                                             any(s.choices, BICHIG_UNIT_LINE), error.get()));
            break;
        case 5: succeeded(s, bichig_editor_drag(edit, number(s.choices), number(s.choices), error.get())); break;
        case 6:
            succeeded(s, bichig_editor_key(edit, any(s.choices, BICHIG_ARROW_RIGHT), flag(s), flag(s), error.get()));
            break;
        case 7:
            succeeded(s, bichig_editor_move(edit, any(s.choices, BICHIG_STEP_TEXT), flag(s), flag(s), error.get()));
            break;
        case 8: succeeded(s, bichig_editor_move_by(edit, number(s.choices), flag(s), error.get())); break;
        case 9:
            succeeded(s, bichig_editor_move_text(edit, offset(s.choices), offset(s.choices), offset(s.choices),
                                                 &changed, error.get()));
            break;
        case 10:
            succeeded(s, bichig_editor_unit_at(edit, offset(s.choices), any(s.choices, BICHIG_UNIT_LINE),
                                               s.choices.rarely() ? nullptr : &range, error.get()));
            break;
        default:
            succeeded(s, bichig_editor_erase(edit, any(s.choices, BICHIG_STEP_TEXT), flag(s), s.choices.byte(),
                                             &changed, error.get()));
    }
    look_whole(s, edit);
}

void set(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    Sized<bichig_style> style{s.choices};
    Sized<bichig_editor_options> options{s.choices, options_of(s)};
    Sized<bichig_check_options> checks{s.choices};
    switch (s.choices.below(6)) {
        case 0: succeeded(s, bichig_editor_set_options(edit, options.get(), error.get())); break;
        case 1: succeeded(s, bichig_editor_set_style(edit, world().fonts, style.get(), error.get())); break;
        case 2: succeeded(s, bichig_editor_set_measure(edit, number(s.choices), error.get())); break;
        case 3: succeeded(s, bichig_editor_set_saved(edit, error.get())); break;
        case 4: succeeded(s, bichig_editor_recheck(edit, error.get())); break;
        default:
            succeeded(s, bichig_editor_set_checker(edit, s.checkers.pick(s.choices), checks.get(), error.get()));
    }
}

void look(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const double from = number(s.choices);
    const double extent = s.choices.rarely(6) ? number(s.choices) : 200;
    bichig_rect caret{};
    Sized<bichig_editor_view> view{s.choices};
    Sized<bichig_hit> hit{s.choices};
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    Result<bichig_rect> boxes{s.choices}, parts{s.choices};
    Result<bichig_mark_line> lines{s.choices};
    Result<bichig_character> characters{s.choices};
    Result<bichig_change> changes{s.choices};
    succeeded(s, bichig_editor_show(edit, from, extent, view.get(), error.get()));
    succeeded(s, bichig_editor_visit(edit, from, extent, s.choices.rarely() ? nullptr : &visitor, error.get()));
    succeeded(s, bichig_editor_caret(edit, number(s.choices), &caret, error.get()));
    succeeded(s, bichig_editor_caret_at(edit, offset(s.choices), flag(s), 1, &caret, error.get()));
    succeeded(s, bichig_editor_hit_test(edit, number(s.choices), number(s.choices), hit.get(), error.get()));
    succeeded(s, bichig_editor_boxes(edit, offset(s.choices), offset(s.choices), from, extent, boxes.out(),
                                     boxes.size(), error.get()), boxes);
    succeeded(s, bichig_editor_composition_boxes(edit, offset(s.choices), offset(s.choices), from, extent,
                                                 parts.out(), parts.size(), error.get()), parts);
    succeeded(s, bichig_editor_mark_lines(edit, from, extent, lines.out(), lines.size(), error.get()), lines);
    succeeded(s, bichig_editor_characters(edit, offset(s.choices), offset(s.choices), flag(s), characters.out(),
                                          characters.size(), error.get()), characters);
    if (!succeeded(s, bichig_editor_take_changes(edit, changes.out(), changes.size(), error.get()), changes)) return;
    for (std::size_t i = 0; i < changes.count; ++i) {
        expect(changes.items[i].removed_text != nullptr, "a change has the text that it removed");
    }
}

void spell(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    int done = 0;
    bichig_spelling_job* job = nullptr;
    if (flag(s) != 0) succeeded(s, bichig_editor_check(edit, 1000, &done, error.get()));
    if (succeeded(s, bichig_editor_take_job(edit, offset(s.choices) % 3000, &job, error.get())) && job != nullptr) {
        if (s.choices.rarely(4)) bichig_spelling_job_stop(job);
        if (s.choices.below(4) != 0) succeeded(s, bichig_spelling_job_run(job, error.get()));
        succeeded(s, bichig_editor_replace_utf8(edit, offset(s.choices), offset(s.choices), "ab", 2, nullptr, nullptr));
        if (s.choices.rarely(4)) bichig_spelling_job_free(job);
        else succeeded(s, bichig_editor_finish_job(s.choices.rarely(8) ? nullptr : edit, job, error.get()));
    }
    Result<bichig_word_finding> marks{s.choices};
    const auto status = bichig_editor_marks(edit, 0, BICHIG_WHOLE, marks.out(), marks.size(), error.get());
    if (!succeeded(s, status, marks)) return;
    for (std::size_t i = 0; i < marks.count; ++i) {
        expect(marks.items[i].range.begin < marks.items[i].range.end, "a mark has a word");
        expect(marks.items[i].reason != nullptr, "a mark has a reason");
    }
}

}  // namespace

const std::vector<Operation>& edit_operations() {
    static const std::vector<Operation> all{
        open<char>,   open<Wide>,   change<char>, change<Wide>, change<char>, change<Wide>, paste<char>, paste<Wide>,
        search<char>, search<Wide>, press_keys,   press_keys,   press_keys,   press_keys,   set,         look,
        look,         spell,        spell};
    return all;
}

}  // namespace bichig::fuzz
