/* The C interface of Bichig, editing: where things are and what to draw, spelling marks, and what happened. */
#ifndef BICHIG_C_EDIT_VIEW_H
#define BICHIG_C_EDIT_VIEW_H

#include <bichig/c/edit.h>
#include <bichig/c/page.h>
#include <bichig/c/spelling.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is seen of a text. */
typedef struct bichig_editor_view {
    size_t size;
    double offset;      /* where it begins now */
    bichig_range text;  /* the paragraphs in it */
} bichig_editor_view;
#define BICHIG_EDITOR_VIEW_INIT {sizeof(bichig_editor_view), 0, {0, 0}}

/* Lays out what stands from `offset` to `offset + extent`, which may correct where things are: what was seen before
 * stays where it was from the start of the view, and view.offset tells where the view begins for that. Ask before each
 * painting, and scroll on from there. What is seen is checked for spelling first. */
BICHIG_API bichig_status bichig_editor_show(bichig_editor *edit, double offset, double extent, bichig_editor_view *view,
                                            bichig_error *error);
/* Tells glyphs and paths of the lines that reach into what is seen, as one page whose top left corner is that of the
 * text; while there is no text, of the placeholder. bichig_page_text.source is a place of the text in its units; that
 * of a composition is empty. Colours are those of the style. */
BICHIG_API bichig_status bichig_editor_visit(bichig_editor *edit, double offset, double extent,
                                             const bichig_page_visitor *visitor, bichig_error *error);

/* The caret, `thickness` points thick; also in a composition. And a caret at an offset. */
BICHIG_API bichig_status bichig_editor_caret(bichig_editor *edit, double thickness, bichig_rect *caret,
                                             bichig_error *error);
BICHIG_API bichig_status bichig_editor_caret_at(bichig_editor *edit, size_t offset, int upstream, double thickness,
                                                bichig_rect *caret, bichig_error *error);
/* What is at a point; `line` counts in its paragraph. */
BICHIG_API bichig_status bichig_editor_hit_test(bichig_editor *edit, double x, double y, bichig_hit *hit,
                                                bichig_error *error);
/* What to fill behind [begin, end) in what is seen, a box for each line: bichig_free(). */
BICHIG_API bichig_status bichig_editor_boxes(bichig_editor *edit, size_t begin, size_t end, double offset,
                                             double extent, bichig_rect **boxes, size_t *count, bichig_error *error);
/* The same of the UTF-16 units [begin, end) of the composition. */
BICHIG_API bichig_status bichig_editor_composition_boxes(bichig_editor *edit, size_t begin, size_t end, double offset,
                                                         double extent, bichig_rect **boxes, size_t *count,
                                                         bichig_error *error);

/* Checks spelling from now on; NULL: no more. The progress callback of `options` is not called. */
BICHIG_API bichig_status bichig_editor_set_checker(bichig_editor *edit, const bichig_checker *checker,
                                                   const bichig_check_options *options, bichig_error *error);
/* Checks all anew, after a word was learnt: marks stay until they are found wrong. */
BICHIG_API bichig_status bichig_editor_recheck(bichig_editor *edit, bichig_error *error);
/* Checks for about so long, what is seen first; `done`, which may be NULL: nothing is left. Call it when idle. */
BICHIG_API bichig_status bichig_editor_check(bichig_editor *edit, unsigned long microseconds, int *done,
                                             bichig_error *error);
/* A part of the text to be checked on another thread while this one goes on. It needs neither editor nor checker. */
typedef struct bichig_spelling_job bichig_spelling_job;
/* Work of about so many units; NULL where nothing is left. */
BICHIG_API bichig_status bichig_editor_take_job(bichig_editor *edit, size_t units, bichig_spelling_job **job,
                                                bichig_error *error);
/* Runs it: on any thread, one at a time. */
BICHIG_API bichig_status bichig_spelling_job_run(bichig_spelling_job *job, bichig_error *error);
/* Asks a run to end soon, from any thread; what is not done then is checked again. */
BICHIG_API void bichig_spelling_job_stop(bichig_spelling_job *job);
/* Gives it back, on the thread of the editor, and ends it, whatever the answer. What was edited meanwhile is checked
 * again. */
BICHIG_API bichig_status bichig_editor_finish_job(bichig_editor *edit, bichig_spelling_job *job, bichig_error *error);
/* Ends one without its editor, which will notice. */
BICHIG_API void bichig_spelling_job_free(bichig_spelling_job *job);

/* The marks that touch [begin, end), without the word that is being typed, in one block with their suggestions in
 * UTF-16 (as bichig_check_utf16 has them), in offsets of the text: bichig_free(). */
BICHIG_API bichig_status bichig_editor_marks(const bichig_editor *edit, size_t begin, size_t end,
                                             bichig_word_finding **marks, size_t *count, bichig_error *error);
/* Where a mark is drawn: a line for each line of text, right of vertical ones, below horizontal ones. */
typedef struct bichig_mark_line {
    bichig_range range;
    bichig_fault fault;
    double x1, y1, x2, y2;
    double font_size; /* 0.05 of it suits the thickness, and a wave's height */
} bichig_mark_line;
BICHIG_API bichig_status bichig_editor_mark_lines(bichig_editor *edit, double offset, double extent,
                                                  bichig_mark_line **lines, size_t *count, bichig_error *error);

typedef enum bichig_change_kind {
    BICHIG_CHANGE_TEXT = 0,
    BICHIG_CHANGE_SELECTION = 1,
    BICHIG_CHANGE_COMPOSITION = 2,
    BICHIG_CHANGE_MARKS = 3,      /* spelling marks came or went */
    BICHIG_CHANGE_LAYOUT = 4,     /* lines changed, the text did not */
    BICHIG_CHANGE_HISTORY = 5,    /* whether something can be undone or redone, or differs from what was saved */
    BICHIG_CHANGE_READ_ONLY = 6,  /* an edit was refused */
    BICHIG_CHANGE_FULL = 7,       /* an edit was cut: the text has its greatest length */
    BICHIG_CHANGE_EVERYTHING = 8  /* read all anew */
} bichig_change_kind;

typedef struct bichig_change {
    bichig_change_kind kind;
    bichig_range range;                  /* text: what stands there now; marks: the paragraphs they are in */
    size_t removed;                      /* text: how many units stood there before */
    const bichig_char16 *removed_text;   /* and which; ends in zero. Until changes are taken again or it is closed */
    size_t anchor;                       /* selection: the new one */
    size_t head;
    double block_begin;                  /* text, composition, marks, layout: what to paint anew, as offsets of what */
    double block_end;                    /* is seen; all after it has moved by `grown` */
    double grown;
} bichig_change;
/* What happened since the last call, in order, in one block: bichig_free(). Ask after each call that edits. */
BICHIG_API bichig_status bichig_editor_take_changes(bichig_editor *edit, bichig_change **changes, size_t *count,
                                                    bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
