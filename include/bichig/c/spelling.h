/* The C interface of Bichig, spelling: what is wrong with the words of a text, and what may be meant. */
#ifndef BICHIG_C_SPELLING_H
#define BICHIG_C_SPELLING_H

#include <bichig/c/dictionary.h>
#include <bichig/c/personal.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a checker knows words from; each may be NULL. */
typedef struct bichig_checker_options {
    size_t size;
    const bichig_dictionary *dictionary;
    const bichig_hunspell *const *others; /* of other scripts: words whose letters they have are checked too */
    size_t other_count;
    bichig_personal *const *personal;     /* of the user, of the document, words to ignore */
    size_t personal_count;
} bichig_checker_options;
#define BICHIG_CHECKER_OPTIONS_INIT {sizeof(bichig_checker_options), NULL, NULL, 0, NULL, 0}

/* A checker keeps what it needs of its dictionaries. */
typedef struct bichig_checker bichig_checker;
BICHIG_API bichig_status bichig_checker_open(const bichig_checker_options *options, bichig_checker **checker,
                                             bichig_error *error);
BICHIG_API void bichig_checker_close(bichig_checker *checker);

/* What is wrong with a word. */
typedef enum bichig_fault {
    BICHIG_FAULT_ENCODING = 0, /* it looks right and is written with other letters */
    BICHIG_FAULT_SUFFIX = 1,   /* its suffix: connector, letters, harmony, the choice of d or t */
    BICHIG_FAULT_SPELLING = 2, /* not in the dictionary, and not built as Mongolian words are, or nearly a word */
    BICHIG_FAULT_UNKNOWN = 3,  /* not in the dictionary, but well formed: no fault by itself */
    BICHIG_FAULT_NAME = 4,     /* likewise, and it looks like a name or an abbreviation: no fault by itself */
    BICHIG_FAULT_MIXED = 5     /* letters of several scripts in one word, or codes of a legacy encoding */
} bichig_fault;
/* "encoding", "suffix", ...; never NULL. */
BICHIG_API const char *bichig_fault_name(bichig_fault fault);
/* The class with this name in `fault`. BICHIG_NOT_FOUND: there is none. */
BICHIG_API bichig_status bichig_fault_named(const char *name, bichig_fault *fault, bichig_error *error);
/* 1 for all classes but unknown and name. */
BICHIG_API int bichig_fault_is_wrong(bichig_fault fault);

/* How to check. 0 stands for the default. */
typedef struct bichig_check_options {
    size_t size;
    int no_suggestions;        /* not 0: no suggestions that cost a search */
    unsigned limit;            /* at most so many suggestions for each word: 5 */
    int accept_nnbsp;          /* not 0: NNBSP is right before a suffix, as in text of before 2023 */
    unsigned long word_budget; /* microseconds that the search for suggestions of one word may take: 2000 */
    unsigned long searches;    /* at most so many different words of one text are searched for: 100000 */
    int ask_hunspell;          /* not 0: Hunspell is asked for words that nothing else was found for; slow */
    bichig_progress progress;  /* may be NULL */
    void *progress_user;
} bichig_check_options;
#define BICHIG_CHECK_OPTIONS_INIT {sizeof(bichig_check_options), 0, 0, 0, 0, 0, 0, NULL, NULL}

/* A word with something to say of. Texts and suggestions live in the block that it came in, but `id` and `reason` for
 * ever. */
typedef struct bichig_word_finding {
    bichig_range range;    /* the word; for a suffix after a space the word before it too */
    bichig_fault fault;
    int certain;           /* 1: the first suggestion can be taken unseen */
    const char *id;        /* stable name of the reason: "old-connector" */
    const char *reason;    /* in one line */
    const bichig_suggestion *suggestions; /* each replaces the range; the best first */
    size_t suggestion_count;
} bichig_word_finding;

/* What a check looked at. */
typedef struct bichig_check_summary {
    size_t size;
    size_t words; /* Mongolian words, and words of other dictionaries */
    int searched; /* 0: bichig_check_options.searches ran out */
} bichig_check_summary;
#define BICHIG_CHECK_SUMMARY_INIT {sizeof(bichig_check_summary), 0, 0}

/* The findings in `text`, in order and without overlap, in one block with their suggestions: bichig_free(). `summary`
 * may be NULL. Time grows with the text. */
BICHIG_API bichig_status bichig_check_utf8(const bichig_checker *checker, const char *text, size_t length,
                                           const bichig_check_options *options, bichig_word_finding **findings,
                                           size_t *count, bichig_check_summary *summary, bichig_error *error);
BICHIG_API bichig_status bichig_check_utf16(const bichig_checker *checker, const bichig_char16 *text, size_t length,
                                            const bichig_check_options *options, bichig_word_finding **findings,
                                            size_t *count, bichig_check_summary *summary, bichig_error *error);
/* 1 in `right` if `word`, a stem with its suffixes after MVS, is right, else 0. */
BICHIG_API bichig_status bichig_is_right_utf8(const bichig_checker *checker, const char *word, size_t length,
                                              int *right, bichig_error *error);
BICHIG_API bichig_status bichig_is_right_utf16(const bichig_checker *checker, const bichig_char16 *word, size_t length,
                                               int *right, bichig_error *error);
/* What may be meant by `word`, the best first, whether or not it is right. */
BICHIG_API bichig_status bichig_suggest_utf8(const bichig_checker *checker, const char *word, size_t length,
                                             const bichig_check_options *options, bichig_suggestion **suggestions,
                                             size_t *count, bichig_error *error);
BICHIG_API bichig_status bichig_suggest_utf16(const bichig_checker *checker, const bichig_char16 *word, size_t length,
                                              const bichig_check_options *options, bichig_suggestion **suggestions,
                                              size_t *count, bichig_error *error);

#ifdef __cplusplus
}
#endif

#endif
