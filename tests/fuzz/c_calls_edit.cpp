// Calls of edit.h, edit_text.h and edit_view.h for fuzz_c_calls.
#include "c_calls.h"

namespace bichig::fuzz {

namespace {

bichig_editor_options editor_options(Choices& choices) {
    bichig_editor_options options = BICHIG_EDITOR_OPTIONS_INIT;
    options.read_only = choices.rarely(8);
    options.single_line = choices.rarely(4);
    options.max_length = choices.rarely(4) ? choices.byte() : 0;
    options.backspace_code_point = static_cast<int>(choices.below(2));
    options.logical_keys = static_cast<int>(choices.below(2));
    options.words_stop_at_end = static_cast<int>(choices.below(2));
    options.suffixes_apart = static_cast<int>(choices.below(2));
    options.mark_unknown = static_cast<int>(choices.below(2));
    options.mark_while_typing = static_cast<int>(choices.below(2));
    options.undo_steps = choices.rarely(4) ? choices.below(5) : 0;
    options.undo_units = choices.rarely(4) ? choices.byte() : 0;
    options.undo_pause = choices.rarely(4) ? choices.byte() : 0;
    return options;
}

template <class Char>
void open_editor(State& s) {
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_style> style{s.choices, style_of(s.choices)};
    Sized<bichig_editor_options> options{s.choices, editor_options(s.choices)};
    auto error = error_of(s.choices);
    bichig_editor* made = nullptr;
    const double measure = s.choices.rarely(4) ? number(s.choices) : 100;
    const auto status = BICHIG_FORM(bichig_editor_open)(world().fonts, text.data, text.length, style.get(), measure,
                                                        options.get(), &made, error.get());
    keep(s, s.editors, status, made);
}

template <class Char>
void set_up(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const auto text = text_of<Char>(s.choices);
    switch (s.choices.below(6)) {
        case 0: {
            Sized<bichig_editor_options> options{s.choices, editor_options(s.choices)};
            succeeded(s, bichig_editor_set_options(edit, options.get(), error.get()));
            break;
        }
        case 1: {
            Sized<bichig_style> style{s.choices, style_of(s.choices)};
            succeeded(s, bichig_editor_set_style(edit, world().fonts, style.get(), error.get()));
            break;
        }
        case 2: succeeded(s, bichig_editor_set_measure(edit, number(s.choices), error.get())); break;
        case 3:
            succeeded(s, BICHIG_FORM(bichig_editor_set_placeholder)(edit, text.data, text.length, error.get()));
            break;
        case 4: succeeded(s, BICHIG_FORM(bichig_editor_set_text)(edit, text.data, text.length, error.get())); break;
        default: succeeded(s, bichig_editor_set_saved(edit, error.get()));
    }
    Sized<bichig_editor_state> state{s.choices};
    succeeded(s, bichig_editor_get_state(edit, state.get(), error.get()));
    Result<Char> part{s.choices};
    succeeded(s, BICHIG_FORM(bichig_editor_text)(edit, offset(s.choices), offset(s.choices), part.out(), part.size(),
                                                 error.get()), part);
}

template <class Char>
void type(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const auto text = text_of<Char>(s.choices);
    const unsigned long time = s.choices.byte() * 100ul;
    int changed = 0;
    int* const out = s.choices.below(2) == 0 ? nullptr : &changed;
    const auto step = any(s.choices, BICHIG_STEP_TEXT);
    const int forward = static_cast<int>(s.choices.below(2));
    switch (s.choices.below(7)) {
        case 0:
        case 1:
            succeeded(s, BICHIG_FORM(bichig_editor_insert)(edit, text.data, text.length, time, out, error.get()));
            break;
        case 2: {
            const std::size_t begin = offset(s.choices);
            succeeded(s, BICHIG_FORM(bichig_editor_replace)(edit, begin, offset(s.choices), text.data, text.length, out,
                                                            error.get()));
            break;
        }
        case 3: succeeded(s, bichig_editor_erase(edit, step, forward, time, out, error.get())); break;
        case 4: {
            const std::size_t begin = offset(s.choices);
            const std::size_t end = offset(s.choices);
            succeeded(s, bichig_editor_move_text(edit, begin, end, offset(s.choices), out, error.get()));
            break;
        }
        case 5: succeeded(s, bichig_editor_undo(edit, out, error.get())); break;
        default: succeeded(s, bichig_editor_redo(edit, out, error.get()));
    }
    expect(changed == 0 || changed == 1, "a text changed or not");
}

void move(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const double x = number(s.choices);
    const double y = number(s.choices);
    const std::size_t at = offset(s.choices);
    const int extend = static_cast<int>(s.choices.below(2));
    const int flag = static_cast<int>(s.choices.below(2));
    const auto unit = any(s.choices, BICHIG_UNIT_LINE);
    bichig_range range{};
    switch (s.choices.below(8)) {
        case 7:
            succeeded(s, bichig_editor_unit_at(edit, at, unit, s.choices.rarely() ? nullptr : &range, error.get()));
            break;
        case 0: succeeded(s, bichig_editor_select(edit, at, offset(s.choices), error.get())); break;
        case 1: succeeded(s, bichig_editor_select_unit(edit, at, unit, error.get())); break;
        case 2: succeeded(s, bichig_editor_press(edit, x, y, unit, error.get())); break;
        case 3: succeeded(s, bichig_editor_drag(edit, x, y, error.get())); break;
        case 4:
            succeeded(s, bichig_editor_key(edit, any(s.choices, BICHIG_ARROW_RIGHT), flag, extend, error.get()));
            break;
        case 5:
            succeeded(s, bichig_editor_move(edit, any(s.choices, BICHIG_STEP_TEXT), flag, extend, error.get()));
            break;
        default: succeeded(s, bichig_editor_move_by(edit, x, extend, error.get()));
    }
    Sized<bichig_selection> selection{s.choices};
    succeeded(s, bichig_editor_get_selection(edit, selection.get(), error.get()));
}

template <class Char>
void take_in(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const auto text = text_of<Char>(s.choices);
    const std::string font = bytes_of(s.choices);
    Sized<bichig_paste_options> options{
        s.choices, {0, static_cast<int>(s.choices.below(2)), any(s.choices, BICHIG_CLEAN_NOTHING),
                    s.choices.rarely(4) ? font.c_str() : nullptr,
                    s.choices.rarely(4) ? "menksoft" : s.choices.rarely(8) ? "?" : nullptr}};
    Sized<bichig_paste_report> report{s.choices};
    const std::size_t begin = offset(s.choices);
    const std::size_t end = offset(s.choices);
    const bichig_range replaced{begin, end};
    switch (s.choices.below(4)) {
        case 0:
            succeeded(s, BICHIG_FORM(bichig_editor_paste)(edit, text.data, text.length, options.get(), report.get(),
                                                          error.get()));
            break;
        case 1: succeeded(s, bichig_editor_clean(edit, begin, end, options.get(), report.get(), error.get())); break;
        case 2:
            succeeded(s, BICHIG_FORM(bichig_editor_compose)(edit, text.data, text.length, begin, error.get()));
            break;
        default:
            succeeded(s, BICHIG_FORM(bichig_editor_commit)(edit, text.data, text.length,
                                                           s.choices.below(2) == 0 ? nullptr : &replaced, 0, nullptr,
                                                           error.get()));
    }
}

template <class Char>
void search(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const auto pattern = text_of<Char>(s.choices);
    const auto text = text_of<Char>(s.choices);
    const auto level = any(s.choices, BICHIG_KEY_FOLDED);
    Sized<bichig_editor_match> match{s.choices};
    const int forward = static_cast<int>(s.choices.below(2));
    succeeded(s, BICHIG_FORM(bichig_editor_find)(edit, pattern.data, pattern.length, level, offset(s.choices), forward,
                                                 static_cast<int>(s.choices.below(2)), match.get(), error.get()));
    Result<bichig_range> matches{s.choices};
    succeeded(s, BICHIG_FORM(bichig_editor_find_all)(edit, pattern.data, pattern.length, level, s.choices.below(4),
                                                     matches.out(), matches.size(), error.get()), matches);
    if (s.choices.below(2) == 0) {
        std::size_t count = 0;
        succeeded(s, BICHIG_FORM(bichig_editor_replace_all)(edit, pattern.data, pattern.length, text.data, text.length,
                                                            level, &count, error.get()));
    }
    Result<bichig_character> characters{s.choices};
    const std::size_t begin = offset(s.choices);
    succeeded(s, bichig_editor_characters(edit, begin, offset(s.choices), static_cast<int>(s.choices.below(2)),
                                          characters.out(), characters.size(), error.get()), characters);
}

int see_glyphs(void*, const bichig_glyph_run* run) {
    expect(run->glyph_count > 0 && run->text.utf8[run->text.utf8_length] == 0, "a run has glyphs and a text");
    return 0;
}

void look(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    const double offset_of_view = s.choices.rarely(3) ? number(s.choices) : 0;
    const double extent = s.choices.rarely(3) ? number(s.choices) : 200;
    Sized<bichig_editor_view> view{s.choices};
    succeeded(s, bichig_editor_show(edit, offset_of_view, extent, view.get(), error.get()));
    bichig_page_visitor shown = BICHIG_PAGE_VISITOR_INIT;
    shown.glyphs = see_glyphs;
    Sized<bichig_page_visitor> visitor{s.choices, shown};
    succeeded(s, bichig_editor_visit(edit, offset_of_view, extent, visitor.get(), error.get()));
    bichig_rect caret{};
    succeeded(s, bichig_editor_caret(edit, number(s.choices), &caret, error.get()));
    succeeded(s, bichig_editor_caret_at(edit, offset(s.choices), static_cast<int>(s.choices.below(2)), 1,
                                        s.choices.rarely() ? nullptr : &caret, error.get()));
    Sized<bichig_hit> hit{s.choices};
    const double x = number(s.choices);
    succeeded(s, bichig_editor_hit_test(edit, x, number(s.choices), hit.get(), error.get()));
    Result<bichig_rect> boxes{s.choices};
    const std::size_t begin = offset(s.choices);
    const std::size_t end = offset(s.choices);
    succeeded(s, bichig_editor_boxes(edit, begin, end, offset_of_view, extent, boxes.out(), boxes.size(), error.get()),
              boxes);
    Result<bichig_rect> composed{s.choices};
    succeeded(s, bichig_editor_composition_boxes(edit, begin, end, offset_of_view, extent, composed.out(),
                                                 composed.size(), error.get()), composed);
    Result<bichig_mark_line> lines{s.choices};
    succeeded(s, bichig_editor_mark_lines(edit, offset_of_view, extent, lines.out(), lines.size(), error.get()), lines);
}

void spell(State& s) {
    bichig_editor* edit = s.editors.pick(s.choices);
    auto error = error_of(s.choices);
    if (s.choices.below(2) == 0) {
        Sized<bichig_check_options> options{s.choices};
        succeeded(s, bichig_editor_set_checker(edit, s.checkers.pick(s.choices), options.get(), error.get()));
    }
    if (s.choices.rarely(4)) succeeded(s, bichig_editor_recheck(edit, error.get()));
    int done = 0;
    if (s.choices.below(2) == 0) succeeded(s, bichig_editor_check(edit, s.choices.byte(), &done, error.get()));
    bichig_spelling_job* job = nullptr;
    succeeded(s, bichig_editor_take_job(edit, s.choices.byte(), &job, error.get()));
    if (job != nullptr) {
        if (s.choices.rarely(4)) bichig_spelling_job_stop(job);
        if (!s.choices.rarely(4)) succeeded(s, bichig_spelling_job_run(job, error.get()));
        if (s.choices.rarely(4)) bichig_spelling_job_free(job);
        else succeeded(s, bichig_editor_finish_job(edit, job, nullptr));  // ends it but for wrong arguments
    }
    Result<bichig_word_finding> marks{s.choices};
    const std::size_t begin = offset(s.choices);
    succeeded(s, bichig_editor_marks(edit, begin, offset(s.choices), marks.out(), marks.size(), error.get()), marks);
    Result<bichig_change> changes{s.choices};
    succeeded(s, bichig_editor_take_changes(edit, changes.out(), changes.size(), error.get()), changes);
}

}  // namespace

const std::vector<Operation>& edit_operations() {
    using Wide = bichig_char16;
    static const std::vector<Operation> all{
        open_editor<char>, open_editor<Wide>, set_up<char>, set_up<Wide>, type<char>, type<Wide>, type<Wide>, move,
        move,              take_in<char>,     take_in<Wide>, search<char>, search<Wide>, look,    spell};
    return all;
}

}  // namespace bichig::fuzz
