/* Eight threads share fonts, a document, layouts, a collator, dictionaries and a checker, and each gets what one thread
 * alone gets. C89. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include <bichig/c/bichig.h>

#define WORD "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF"
#define THREADS 8
#define ROUNDS 12

typedef struct answers {
    size_t pdf;
    size_t pixels;
    unsigned long sum;
    size_t glyphs;
    size_t offset;
    int order;
    size_t findings;
    unsigned long suggested;
    int right;
    size_t forms;
    int failed;
} answers;

static bichig_fonts *fonts;
static bichig_document *document;
static bichig_layout *layout;
static bichig_collator *collator;
static bichig_dictionary *dictionary;
static bichig_personal *personal;
static bichig_hunspell *hunspell;
static bichig_checker *checker;

/* Words in other letters, that nothing is like, right ones, and one that the personal dictionary learns meanwhile. */
#define ALIKE "\xE1\xA0\xAD\xE1\xA0\xA0\xE1\xA0\xB7\xE1\xA0\x8E\xE1\xA0\xB3\xE1\xA0\xA4"
#define RIGHT "\xE1\xA0\xAD\xE1\xA0\xA0\xE1\xA0\xB7"
#define STRANGE "\xE1\xA0\xAD\xE1\xA0\xA2\xE1\xA0\xB7"
#define LEARNT "\xE1\xA0\xAA\xE1\xA0\xA0\xE1\xA0\xB7"

static void ask_words(answers *out) {
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    bichig_word_finding *findings = NULL;
    bichig_suggestion *suggestions = NULL;
    bichig_form *forms = NULL;
    size_t count = 0;
    size_t i;
    int right = 0;
    options.word_budget = 60000000; /* what is found does not depend on how busy the machine is */
    out->failed |= bichig_check_utf8(checker, RIGHT " " ALIKE ", " STRANGE, BICHIG_WHOLE, &options, &findings,
                                     &out->findings, NULL, NULL);
    for (i = 0; i < out->findings; ++i) out->suggested = out->suggested * 31 + (unsigned long)findings[i].range.begin;
    bichig_free(findings);
    out->failed |= bichig_suggest_utf8(checker, ALIKE, BICHIG_WHOLE, &options, &suggestions, &count, NULL);
    for (i = 0; i < count; ++i) out->suggested = out->suggested * 31 + (unsigned char)suggestions[i].utf8[2];
    bichig_free(suggestions);
    out->failed |= bichig_dictionary_near_utf8(dictionary, STRANGE, BICHIG_WHOLE, 150, 0, &forms, &out->forms, NULL);
    bichig_free(forms);
    out->failed |= bichig_is_right_utf8(checker, RIGHT, BICHIG_WHOLE, &out->right, NULL);
    out->failed |= bichig_hunspell_is_right_utf8(hunspell, RIGHT, BICHIG_WHOLE, &right, NULL);
    out->right += right;
    /* Every thread teaches the same word, and forgets it: nothing else asks for it. */
    out->failed |= bichig_personal_add_utf8(personal, LEARNT, BICHIG_WHOLE, RIGHT, BICHIG_WHOLE, NULL);
    out->failed |= bichig_personal_remove_utf8(personal, LEARNT, BICHIG_WHOLE, NULL);
}

static void ask(answers *out) {
    bichig_write_options writing = BICHIG_WRITE_OPTIONS_INIT;
    bichig_label_options label = BICHIG_LABEL_OPTIONS_INIT;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    bichig_hit hit = BICHIG_HIT_INIT;
    bichig_files *files = NULL;
    bichig_run *runs = NULL;
    bichig_glyph *glyphs = NULL;
    size_t runs_count = 0;
    size_t i;
    memset(out, 0, sizeof *out);
    writing.format = BICHIG_PDF;
    out->failed |= bichig_document_write_memory(document, fonts, &writing, &files, NULL, NULL, NULL);
    bichig_files_bytes(files, 0, &out->pdf);
    bichig_files_free(files);
    label.height = 60;
    label.smallest = 4;
    out->failed |= bichig_render_text_utf8(fonts, WORD " " WORD, BICHIG_WHOLE, NULL, &label, &picture, NULL);
    out->pixels = picture.byte_count;
    for (i = 0; i < picture.byte_count; ++i) out->sum = out->sum * 31 + picture.bytes[i];
    bichig_free(picture.bytes);
    out->failed |= bichig_shape_utf8(fonts, WORD " ab", BICHIG_WHOLE, NULL, &runs, &runs_count, &glyphs, &out->glyphs,
                                     NULL);
    bichig_free(runs);
    bichig_free(glyphs);
    out->failed |= bichig_layout_hit_test(layout, 20, 30, &hit, NULL);
    out->offset = hit.offset;
    out->failed |= bichig_compare_utf8(collator, "b", 1, WORD, BICHIG_WHOLE, &out->order, NULL);
    ask_words(out);
}

static void *run(void *user) {
    answers *out = (answers *)user;
    answers one;
    int round;
    ask(out);
    for (round = 1; round < ROUNDS; ++round) {
        ask(&one);
        if (memcmp(&one, out, sizeof one) != 0) out->failed |= 1024;
    }
    return NULL;
}

/* A checker of the tables in `source`. */
static int open_words(const char *source, const char *folder) {
    bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
    bichig_lexicon *lexicon = NULL;
    int failed = bichig_lexicon_open(source, &lexicon, NULL, NULL);
    failed |= bichig_lexicon_build(lexicon, folder, NULL, NULL, NULL, NULL);
    bichig_lexicon_close(lexicon);
    failed |= bichig_dictionary_open(folder, 0, &dictionary, NULL);
    failed |= bichig_dictionary_hunspell(dictionary, &hunspell, NULL);
    failed |= bichig_personal_open(NULL, &personal, NULL);
    options.dictionary = dictionary;
    options.personal = &personal;
    options.personal_count = 1;
    return failed | bichig_checker_open(&options, &checker, NULL);
}

int main(int count, char **arguments) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    pthread_t threads[THREADS];
    answers all[THREADS];
    answers alone;
    int failed = 0;
    int i;
    if (count != 4) {
        printf("usage: %s FONT-FOLDER LEXICON-FOLDER SCRATCH-FOLDER\n", arguments[0]);
        return 2;
    }
    options.staged = arguments[1];
    failed |= bichig_fonts_open(&options, &fonts, NULL, NULL);
    failed |= bichig_document_read_utf8("# " WORD "\n\n" WORD " ab\n", BICHIG_WHOLE, NULL, &document, NULL, NULL);
    failed |= bichig_layout_open_utf8(fonts, WORD " " WORD, BICHIG_WHOLE, NULL, 100, &layout, NULL);
    failed |= bichig_collator_open(NULL, &collator, NULL);
    failed |= open_words(arguments[2], arguments[3]);
    if (failed) return 2;
    /* The threads come first: what is made when it is first asked for is made by several at once. */
    for (i = 0; i < THREADS; ++i) pthread_create(&threads[i], NULL, run, &all[i]);
    for (i = 0; i < THREADS; ++i) pthread_join(threads[i], NULL);
    ask(&alone);
    for (i = 0; i < THREADS; ++i) {
        if (all[i].failed || memcmp(&all[i], &alone, sizeof alone) != 0) {
            printf("thread %d differs: status %d\n", i, all[i].failed);
            failed = 1;
        }
    }
    if (alone.pdf < 1000 || alone.sum == 0 || alone.glyphs < 5) failed = 1;
    if (alone.findings != 2 || alone.suggested == 0 || alone.right != 2 || alone.forms == 0) failed = 1;
    bichig_checker_close(checker);
    bichig_personal_close(personal);
    bichig_hunspell_close(hunspell);
    bichig_dictionary_close(dictionary);
    bichig_collator_close(collator);
    bichig_layout_close(layout);
    bichig_document_close(document);
    bichig_fonts_close(fonts);
    printf("%s\n", failed ? "failed" : "passed");
    return failed;
}
