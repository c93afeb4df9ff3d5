// Random operations: the text is what the changes say, undo leads back to the start, the caret is always at a stop.
#include <rapidcheck.h>

#include "edit/editors.h"
#include "edit/random_edits.h"

namespace bichig::edit::testing {
namespace {

TEST(EditProperties, RandomOperationsKeepTheirPromises) {
    EXPECT_TRUE(rc::check([] {
        // Bytes that are taken away shift the meaning of all others: to shrink them leads nowhere.
        const auto bytes = *rc::gen::noShrink(rc::gen::container<std::vector<std::uint8_t>>(
            400, rc::gen::resize(100, rc::gen::arbitrary<std::uint8_t>())));
        EditingOptions options;
        options.undo.steps = 100'000;
        options.single_line = bytes.front() % 8 == 0;
        Editor editor = testing::editor(u"\u182E\u1823\u1829\u182D\u1823\u182F a\n\nb", options);
        (void)editor.take_changes();
        RandomEdits edits{editor, bytes.data() + 1, bytes.size() - 1};
        RC_ASSERT(edits.run() == "");
    }));
}

}  // namespace
}  // namespace bichig::edit::testing
