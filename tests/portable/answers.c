/* What the C interface says where ICU's data decide: boundaries of many scripts, orders, encodings. The portable
 * library holds only a part of these data, and must answer as the one that uses all. C89. */
#include <stdio.h>
#include <string.h>

#include <bichig/c/bichig.h>

static int failed = 0;

static int is_wrong(bichig_status status, const char *what, const bichig_error *error) {
    if (status == BICHIG_OK) return 0;
    printf("%s: %s: %s\n", what, bichig_status_name(status), error->message);
    failed = 1;
    return 1;
}

static void print_boundaries(const char *text) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_segment *segments = NULL;
    size_t *offsets = NULL;
    size_t count = 0;
    size_t i;
    int kind;
    for (kind = BICHIG_GRAPHEMES; kind <= BICHIG_LINE_ENDS; ++kind) {
        if (is_wrong(bichig_boundaries_utf8(text, strlen(text), (bichig_boundary)kind, &offsets, &count, &error),
                     "boundaries", &error)) continue;
        printf("boundaries %d:", kind);
        for (i = 0; i < count; ++i) printf(" %lu", (unsigned long)offsets[i]);
        printf("\n");
        bichig_free(offsets);
    }
    if (is_wrong(bichig_segments_utf8(text, strlen(text), 0, &segments, &count, &error), "segments", &error)) return;
    printf("segments:");
    for (i = 0; i < count; ++i) printf(" %lu/%d", (unsigned long)segments[i].range.end, (int)segments[i].kind);
    printf("\n");
    bichig_free(segments);
}

static void print_bytes(const char *what, const bichig_byte *bytes, size_t size) {
    size_t i;
    printf("%s ", what);
    for (i = 0; i < size; ++i) printf("%02x", bytes[i]);
    printf("\n");
}

static void print_keys(const char *text) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_collation_options options = BICHIG_COLLATION_OPTIONS_INIT;
    bichig_collator *collator = NULL;
    bichig_byte *key = NULL;
    size_t size = 0;
    int han;
    for (han = BICHIG_HAN_RADICAL; han <= BICHIG_HAN_STROKE; ++han) {
        options.han = (bichig_han_order)han;
        if (is_wrong(bichig_collator_open(&options, &collator, &error), "order", &error)) continue;
        if (!is_wrong(bichig_sort_key_utf8(collator, text, strlen(text), &key, &size, &error), "key", &error)) {
            print_bytes("key", key, size);
            bichig_free(key);
        }
        bichig_collator_close(collator);
    }
}

static void print_gb18030(const char *text) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_byte *bytes = NULL;
    char *back = NULL;
    size_t size = 0;
    size_t length = 0;
    if (is_wrong(bichig_encode_utf8(text, strlen(text), BICHIG_ENCODING_GB18030, 0, &bytes, &size, &error), "encode",
                 &error)) return;
    print_bytes("gb18030", bytes, size);
    if (!is_wrong(bichig_decode_utf8(bytes, size, BICHIG_ENCODING_GB18030, &back, &length, NULL, &error), "decode",
                  &error)) {
        if (length != strlen(text) || memcmp(back, text, length) != 0) printf("comes back as another text\n");
        bichig_free(back);
    }
    bichig_free(bytes);
}

static int write_file(const char *path, const char *text, const char *bytes_in_hex) {
    FILE *file = fopen(path, "wb");
    unsigned byte = 0;
    if (!file) return 0;
    fputs(text, file);
    for (; sscanf(bytes_in_hex, "%2x", &byte) == 1; bytes_in_hex += 2) fputc((int)byte, file);
    fputc('\n', file);
    return fclose(file) == 0;
}

/* What a dictionary of one word, in an encoding of one byte for each character, suggests for the word asked. */
static void print_dictionary(const char *folder, const char *encoding, const char *bytes, const char *asked) {
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_hunspell *dictionary = NULL;
    bichig_suggestion *suggestions = NULL;
    size_t count = 0;
    size_t i;
    char aff[512];
    char dic[512];
    char set[80];
    sprintf(aff, "%.400s/%.60s.aff", folder, encoding);
    sprintf(dic, "%.400s/%.60s.dic", folder, encoding);
    sprintf(set, "SET %.60s", encoding);
    if (!write_file(aff, set, "") || !write_file(dic, "1\n", bytes)) {
        printf("%s cannot be written\n", aff);
        failed = 1;
        return;
    }
    if (is_wrong(bichig_hunspell_open(aff, dic, &dictionary, &error), encoding, &error)) return;
    printf("dictionary %s:", bichig_hunspell_encoding(dictionary));
    if (!is_wrong(bichig_hunspell_suggest_utf8(dictionary, asked, strlen(asked), 4, &suggestions, &count, &error),
                  encoding, &error)) {
        for (i = 0; i < count; ++i) printf(" %s", suggestions[i].utf8);
        bichig_free(suggestions);
    }
    printf("\n");
    bichig_hunspell_close(dictionary);
}

/* One line of questions.tsv: "text", "word" or "dictionary", and what is asked. */
static void answer(char *line, const char *folder) {
    char *fields[4] = {"", "", "", ""};
    size_t count = 0;
    char *field = strtok(line, "\t\n");
    for (; field && count < 4; field = strtok(NULL, "\t\n")) fields[count++] = field;
    if (count == 0 || *fields[0] == '#') return;
    printf("%s %s\n", fields[0], fields[1]);
    if (strcmp(fields[0], "text") == 0) {
        print_boundaries(fields[1]);
        print_gb18030(fields[1]);
    } else if (strcmp(fields[0], "word") == 0) {
        print_keys(fields[1]);
    } else if (strcmp(fields[0], "dictionary") == 0) {
        print_dictionary(folder, fields[1], fields[2], fields[3]);
    } else {
        printf("is no kind of question\n");
        failed = 1;
    }
}

int main(int count, char **arguments) {
    char line[2000];
    FILE *questions = count == 3 ? fopen(arguments[1], "rb") : NULL;
    if (!questions) {
        printf("usage: %s QUESTIONS SCRATCH-FOLDER\n", arguments[0]);
        return 2;
    }
    while (fgets(line, sizeof line, questions)) answer(line, arguments[2]);
    fclose(questions);
    return failed;
}
