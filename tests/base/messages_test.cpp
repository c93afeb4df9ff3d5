// Messages: one line that says where, what and what to do, without the parts that are unknown.
#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>

#include <gtest/gtest.h>

namespace bichig {
namespace {

TEST(Messages, PlacesLeaveOutWhatIsUnknown) {
    EXPECT_EQ(describe(Place{}), "");
    EXPECT_EQ(describe(Place{"a.md", 0, 0, ""}), "a.md");
    EXPECT_EQ(describe(Place{"a.md", 3, 0, ""}), "a.md:3");
    EXPECT_EQ(describe(Place{"a.md", 3, 7, ""}), "a.md:3:7");
    EXPECT_EQ(describe(Place{"a.md", 0, 7, ""}), "a.md") << "a column means nothing without its line";
    EXPECT_EQ(describe(Place{"a.json", 0, 0, "/date"}), "a.json: /date");
    EXPECT_EQ(describe(Place{"", 0, 0, "byte 17"}), "byte 17");
}

TEST(Messages, ErrorsSayWhereWhatAndWhatToDo) {
    EXPECT_EQ(describe(Error{ErrorCode::invalid_input, "unknown key", "leave it out", {"n.md", 2, 1, "colour"}}),
              "n.md:2:1: colour: unknown key (leave it out)");
    EXPECT_EQ(describe(Error{ErrorCode::system, "cannot be read", "", {"n.md", 0, 0, ""}}), "n.md: cannot be read");
    EXPECT_EQ(describe(Error{ErrorCode::system, "out of memory", "", {}}), "out of memory");
}

TEST(Messages, DiagnosticsReadLikeErrors) {
    Diagnostics found;
    EXPECT_TRUE(found.empty());
    found.add({"missing-glyph", "no font has U+1F9FF", "a box is drawn", {"n.md", 4, 2, ""}, {}});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(describe(found.items.front()), "n.md:4:2: no font has U+1F9FF (a box is drawn)");
}

TEST(Messages, FailMakesAResultOfAnyType) {
    const Result<int> result = fail({ErrorCode::not_found, "no such file", "", {}});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace bichig
