/* The C interface used as C89 sees it: every call, with what it answers, and the ways to call it wrongly. */
#include <bichig/c/bichig.h>

#include "check.h"

int faults = 0;

int main(int count, char **arguments) {
    if (count != 4) {
        printf("usage: %s FONT-FOLDER SCRATCH-FOLDER LEXICON-FOLDER\n", arguments[0]);
        return 2;
    }
    test_base();
    test_text();
    test_language();
    test_fonts(arguments[1]);
    test_layout(arguments[1]);
    test_documents(arguments[1], arguments[2]);
    test_labels(arguments[1], arguments[2]);
    test_dictionaries(arguments[2]);
    test_lexicon(arguments[3], arguments[2]);
    test_personal(arguments[2]);
    test_spelling(arguments[2]);
    test_edit(arguments[1]);
    test_pages(arguments[1]);
    test_encodings_and_maps(arguments[1], arguments[2]);
    printf("%d faults\n", faults);
    return faults == 0 ? 0 : 1;
}
