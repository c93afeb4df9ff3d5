/* The C interface of Bichig, editing: a text with caret, selection, undo, input methods, search and spelling marks. For
 * who writes a text field: it has no window and no clock, and says what to draw where.
 *
 * An editor is used by one thread at a time; it never waits for another. Offsets count UTF-16 units whatever a text is
 * passed in; they leave out what an input method composes. Each end of a paragraph is one unit, U+000A; CR LF, CR and
 * U+2029 that are put in become that. Offsets beyond the text stand for its end. Caret and anchor are never inside of a
 * grapheme: before a selector, between surrogates. What the user does ends a composition that was not committed.
 *
 * Points are those of a box whose top left corner is 0, 0; x to the right, y downwards. Lines of vertical text stand
 * from left to right: `offset` and `extent` of what is seen are its x and width; of horizontal text y and height.
 *
 * `changed` of an edit may be NULL; it tells 1 where the text changed. Nothing changes where the text is read-only.
 * `time` is in milliseconds from any start: typing is one step of undo until a pause, a movement, another kind of edit
 * or the start of the next word. After BICHIG_NO_MEMORY the text is as before or after the edit, and what could be
 * undone may be forgotten. */
#ifndef BICHIG_C_EDIT_H
#define BICHIG_C_EDIT_H

#include <bichig/c/layout.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How a text is edited. 0 stands for the default. */
typedef struct bichig_editor_options {
    size_t size;
    int read_only;
    int single_line;               /* line ends of what is put in become spaces; lines are never broken */
    size_t max_length;             /* units that fit in; 0: no limit */
    int backspace_code_point;      /* not 0: backspace takes the last character, a selector alone; else a grapheme */
    int logical_keys;              /* not 0: arrow keys as in horizontal text; else as seen: down goes on in the text */
    int words_stop_at_end;         /* not 0: a step by a word ends at its end; else at the start of the next */
    int suffixes_apart;            /* not 0: steps by words stop before suffixes, too */
    int mark_unknown;              /* not 0: words that are unknown but well formed have marks, too */
    int mark_while_typing;         /* not 0: the word at the caret has its mark while it is typed */
    size_t undo_steps;             /* 0: 1000 */
    size_t undo_units;             /* that steps may hold together; 0: 16 million */
    unsigned long undo_pause;      /* milliseconds after which typing is another step; 0: 5000 */
} bichig_editor_options;
#define BICHIG_EDITOR_OPTIONS_INIT {sizeof(bichig_editor_options), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

typedef struct bichig_editor bichig_editor;

/* Opens a text in lines of `measure` points. Time does not grow with what is not seen, but for a copy of the text. */
BICHIG_API bichig_status bichig_editor_open_utf8(const bichig_fonts *fonts, const char *text, size_t length,
                                                 const bichig_style *style, double measure,
                                                 const bichig_editor_options *options, bichig_editor **edit,
                                                 bichig_error *error);
BICHIG_API bichig_status bichig_editor_open_utf16(const bichig_fonts *fonts, const bichig_char16 *text, size_t length,
                                                  const bichig_style *style, double measure,
                                                  const bichig_editor_options *options, bichig_editor **edit,
                                                  bichig_error *error);
BICHIG_API void bichig_editor_close(bichig_editor *edit);

BICHIG_API bichig_status bichig_editor_set_options(bichig_editor *edit, const bichig_editor_options *options,
                                                   bichig_error *error);
BICHIG_API bichig_status bichig_editor_set_style(bichig_editor *edit, const bichig_fonts *fonts,
                                                 const bichig_style *style, bichig_error *error);
BICHIG_API bichig_status bichig_editor_set_measure(bichig_editor *edit, double measure, bichig_error *error);
/* What is shown while there is no text. */
BICHIG_API bichig_status bichig_editor_set_placeholder_utf8(bichig_editor *edit, const char *text, size_t length,
                                                            bichig_error *error);
BICHIG_API bichig_status bichig_editor_set_placeholder_utf16(bichig_editor *edit, const bichig_char16 *text,
                                                             size_t length, bichig_error *error);

/* What an editor is at. */
typedef struct bichig_editor_state {
    size_t size;
    size_t length;      /* of the text */
    size_t paragraphs;
    double extent;      /* of the whole text from line to line, as far as it is known: x of vertical text */
    double line_length; /* of a text in a single line: how long it is; else the measure */
    int can_undo;
    int can_redo;
    int changed;        /* since bichig_editor_set_saved(), or since it was opened */
    int composing;
    size_t unchecked;   /* parts whose spelling is not checked yet */
} bichig_editor_state;
#define BICHIG_EDITOR_STATE_INIT {sizeof(bichig_editor_state), 0, 0, 0, 0, 0, 0, 0, 0, 0}
BICHIG_API bichig_status bichig_editor_get_state(bichig_editor *edit, bichig_editor_state *state, bichig_error *error);
BICHIG_API bichig_status bichig_editor_set_saved(bichig_editor *edit, bichig_error *error);

/* The units [begin, end) of the text: bichig_free(). In UTF-8 a lone surrogate is U+FFFD. */
BICHIG_API bichig_status bichig_editor_text_utf8(const bichig_editor *edit, size_t begin, size_t end, char **text,
                                                 size_t *length, bichig_error *error);
BICHIG_API bichig_status bichig_editor_text_utf16(const bichig_editor *edit, size_t begin, size_t end,
                                                  bichig_char16 **text, size_t *length, bichig_error *error);
/* Another text, with nothing to undo; also where it is read-only. */
BICHIG_API bichig_status bichig_editor_set_text_utf8(bichig_editor *edit, const char *text, size_t length,
                                                     bichig_error *error);
BICHIG_API bichig_status bichig_editor_set_text_utf16(bichig_editor *edit, const bichig_char16 *text, size_t length,
                                                      bichig_error *error);

/* Puts in what was typed, in place of the selection. */
BICHIG_API bichig_status bichig_editor_insert_utf8(bichig_editor *edit, const char *text, size_t length,
                                                   unsigned long time, int *changed, bichig_error *error);
BICHIG_API bichig_status bichig_editor_insert_utf16(bichig_editor *edit, const bichig_char16 *text, size_t length,
                                                    unsigned long time, int *changed, bichig_error *error);
/* Replaces [begin, end), as a step of undo of its own; the selection stays with its text. */
BICHIG_API bichig_status bichig_editor_replace_utf8(bichig_editor *edit, size_t begin, size_t end, const char *text,
                                                    size_t length, int *changed, bichig_error *error);
BICHIG_API bichig_status bichig_editor_replace_utf16(bichig_editor *edit, size_t begin, size_t end,
                                                     const bichig_char16 *text, size_t length, int *changed,
                                                     bichig_error *error);

typedef enum bichig_editor_step {
    BICHIG_STEP_GRAPHEME = 0,
    BICHIG_STEP_WORD = 1,
    BICHIG_STEP_LINE = 2,     /* to the next line */
    BICHIG_STEP_LINE_EDGE = 3,
    BICHIG_STEP_PARAGRAPH = 4,
    BICHIG_STEP_TEXT = 5      /* to the start or end of the text */
} bichig_editor_step;

/* Takes the selection away, or without one all up to where the step leads: backward a grapheme is the backspace key. */
BICHIG_API bichig_status bichig_editor_erase(bichig_editor *edit, bichig_editor_step step, int forward,
                                             unsigned long time, int *changed, bichig_error *error);
/* Moves [begin, end) to `to`, outside of it, and selects it there: dragging. */
BICHIG_API bichig_status bichig_editor_move_text(bichig_editor *edit, size_t begin, size_t end, size_t to, int *changed,
                                                 bichig_error *error);
BICHIG_API bichig_status bichig_editor_undo(bichig_editor *edit, int *changed, bichig_error *error);
BICHIG_API bichig_status bichig_editor_redo(bichig_editor *edit, int *changed, bichig_error *error);

/* What is selected: from the anchor, which stays, to the head, where the caret is. */
typedef struct bichig_selection {
    size_t size;
    size_t anchor;
    size_t head;
    int upstream; /* the caret is at the end of the line before, not at the start of the next */
} bichig_selection;
#define BICHIG_SELECTION_INIT {sizeof(bichig_selection), 0, 0, 0}
BICHIG_API bichig_status bichig_editor_get_selection(const bichig_editor *edit, bichig_selection *selection,
                                                     bichig_error *error);
BICHIG_API bichig_status bichig_editor_select(bichig_editor *edit, size_t anchor, size_t head, bichig_error *error);

typedef enum bichig_editor_unit {
    BICHIG_UNIT_GRAPHEME = 0, /* the caret alone */
    BICHIG_UNIT_WORD = 1,     /* double click; with its suffixes, unless they are apart */
    BICHIG_UNIT_SENTENCE = 2,
    BICHIG_UNIT_PARAGRAPH = 3,
    BICHIG_UNIT_LINE = 4      /* as it is laid out */
} bichig_editor_unit;
/* What the character at an offset belongs to, without selecting it; of graphemes, that grapheme. */
BICHIG_API bichig_status bichig_editor_unit_at(bichig_editor *edit, size_t offset, bichig_editor_unit unit,
                                               bichig_range *range, bichig_error *error);
/* Selects what is at an offset or a point; then moves the head by that unit, as long as a button is down. */
BICHIG_API bichig_status bichig_editor_select_unit(bichig_editor *edit, size_t offset, bichig_editor_unit unit,
                                                   bichig_error *error);
BICHIG_API bichig_status bichig_editor_press(bichig_editor *edit, double x, double y, bichig_editor_unit unit,
                                             bichig_error *error);
BICHIG_API bichig_status bichig_editor_drag(bichig_editor *edit, double x, double y, bichig_error *error);

typedef enum bichig_arrow {
    BICHIG_ARROW_UP = 0, BICHIG_ARROW_DOWN = 1, BICHIG_ARROW_LEFT = 2, BICHIG_ARROW_RIGHT = 3
} bichig_arrow;
/* Moves the caret by an arrow key, by a grapheme or (Ctrl) by a word; across the lines by a line or (Ctrl) a paragraph.
 * `extend` not 0: the anchor stays. */
BICHIG_API bichig_status bichig_editor_key(bichig_editor *edit, bichig_arrow arrow, int by_word, int extend,
                                           bichig_error *error);
BICHIG_API bichig_status bichig_editor_move(bichig_editor *edit, bichig_editor_step step, int forward, int extend,
                                            bichig_error *error);
/* To the line that is `distance` points farther, or nearer to the start: a page. */
BICHIG_API bichig_status bichig_editor_move_by(bichig_editor *edit, double distance, int extend, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
