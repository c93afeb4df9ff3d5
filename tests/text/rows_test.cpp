// Runs the rows of tests/text/*.cases.
#include <text/rows.h>

namespace bichig::text::testing {

TEST(TextRows, Breaks) { check_rows("breaks.cases", show_breaks); }

TEST(TextRows, Scripts) { check_rows("scripts.cases", show_scripts); }

TEST(TextRows, Words) { check_rows("words.cases", show_words); }

TEST(TextRows, Orientations) { check_rows("orientations.cases", show_orientations); }

}  // namespace bichig::text::testing
