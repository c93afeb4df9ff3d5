/* Eight threads share fonts, a document, a layout and a collator, and each gets what one thread alone gets. C89. */
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
    int failed;
} answers;

static bichig_fonts *fonts;
static bichig_document *document;
static bichig_layout *layout;
static bichig_collator *collator;

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

int main(int count, char **arguments) {
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    pthread_t threads[THREADS];
    answers all[THREADS];
    answers alone;
    int failed = 0;
    int i;
    if (count != 2) return 2;
    options.staged = arguments[1];
    failed |= bichig_fonts_open(&options, &fonts, NULL, NULL);
    failed |= bichig_document_read_utf8("# " WORD "\n\n" WORD " ab\n", BICHIG_WHOLE, NULL, &document, NULL, NULL);
    failed |= bichig_layout_open_utf8(fonts, WORD " " WORD, BICHIG_WHOLE, NULL, 100, &layout, NULL);
    failed |= bichig_collator_open(NULL, &collator, NULL);
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
    bichig_collator_close(collator);
    bichig_layout_close(layout);
    bichig_document_close(document);
    bichig_fonts_close(fonts);
    printf("%s\n", failed ? "failed" : "passed");
    return failed;
}
