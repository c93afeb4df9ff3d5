/* Finds what is wrong with the words of a text: spell_check DICTIONARY TEXT */
#include <stdio.h>

#include <bichig/c/spelling.h>

static int failed(const bichig_error *error) {
    fprintf(stderr, "spell_check: %s (%s)\n", error->message, error->hint);
    return 2;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: spell_check DICTIONARY TEXT\n");
        return 2;
    }
    const char *text = arguments[2];
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_dictionary *dictionary = NULL;
    if (bichig_dictionary_open(arguments[1], 0, &dictionary, &error) != BICHIG_OK) return failed(&error);

    bichig_checker_options what = BICHIG_CHECKER_OPTIONS_INIT;
    bichig_checker *checker = NULL;
    what.dictionary = dictionary;
    if (bichig_checker_open(&what, &checker, &error) != BICHIG_OK) return failed(&error);
    bichig_dictionary_close(dictionary); /* the checker keeps what it needs */

    bichig_word_finding *findings = NULL;
    size_t found = 0;
    if (bichig_check_utf8(checker, text, BICHIG_WHOLE, NULL, &findings, &found, NULL, &error) != BICHIG_OK) {
        return failed(&error);
    }
    for (size_t i = 0; i < found; ++i) {
        const bichig_word_finding *one = &findings[i];
        printf("%.*s: %s, %s\n", (int)(one->range.end - one->range.begin), text + one->range.begin,
               bichig_fault_name(one->fault), one->reason);
        for (size_t j = 0; j < one->suggestion_count; ++j) printf("  %s\n", one->suggestions[j].utf8);
    }
    bichig_free(findings);
    bichig_checker_close(checker);
    return found == 0 ? 0 : 1;
}
