// What rows cannot say: stops of hard graphemes, composition in the lines, changes, history, paste reports, search.
#include <bichig/text/boundaries.h>

#include "edit/editors.h"

namespace bichig::edit::testing {
namespace {

using layout::Arrow;
using layout::Direction;
using layout::Step;

/// All places of the caret from the start to the end.
std::vector<TextOffset> stops_of(Editor& editor, Direction direction) {
    editor.move_to_end(direction == Direction::forward ? Direction::backward : Direction::forward);
    std::vector<TextOffset> stops{editor.selection().head};
    for (std::size_t i = 0; i <= editor.size(); ++i) {
        editor.move(direction == Direction::forward ? Arrow::down : Arrow::up);
        if (editor.selection().head != stops.back()) stops.push_back(editor.selection().head);
    }
    if (direction == Direction::backward) std::reverse(stops.begin(), stops.end());
    return stops;
}

TEST(EditorStops, EveryControlOfMongolianHasTheStopsOfItsGrapheme) {
    const char16_t a = 0x1820, n = 0x1828;
    const std::vector<std::pair<std::u16string, std::vector<TextOffset>>> texts{
        {{a, 0x180B, n}, {0, 2, 3}},         // FVS1
        {{a, 0x180C, n}, {0, 2, 3}},         // FVS2
        {{a, 0x180D, n}, {0, 2, 3}},         // FVS3
        {{a, 0x180F, n}, {0, 2, 3}},         // FVS4
        {{n, 0x180E, a}, {0, 1, 3}},         // MVS goes with the letter after it
        {{n, 0x180E, u' '}, {0, 2, 3}},      // and without one with the character before it
        {{n, 0x202F, a}, {0, 1, 2, 3}},      // NNBSP has stops on both sides
        {{a, 0x180B, 0x200D, n}, {0, 3, 4}}, // a joiner after a selector
        {u"a\U0001F600b", {0, 1, 3, 4}},
        {u"\U0001F468\u200D\U0001F469\u200D\U0001F467x", {0, 8, 9}},
        {u"\U0001F1E8\U0001F1F3x", {0, 4, 5}},
        {u"e\u0301x", {0, 2, 3}},
        {{u'a', 0xD83D, u'b'}, {0, 1, 2, 3}},  // a lone surrogate is a character
        {u"a\r\nb", {0, 1, 2, 3}},             // CR LF is one line end
        {u"a\u2029\u2028b", {0, 1, 2, 3, 4}},
    };
    for (const auto& [text, stops] : texts) {
        Editor editor = testing::editor(text);
        EXPECT_EQ(stops_of(editor, Direction::forward), stops) << to_utf8(text);
        EXPECT_EQ(stops_of(editor, Direction::backward), stops) << to_utf8(text);
        // No place that is asked for is inside of a grapheme, and backspace and delete take whole ones.
        for (TextOffset place = 0; place <= editor.size(); ++place) {
            editor.select(place, place);
            EXPECT_EQ(editor.selection().head, *(std::upper_bound(stops.begin(), stops.end(), place) - 1));
        }
        for (std::size_t i = 1; i < stops.size(); ++i) {
            for (const Direction direction : {Direction::backward, Direction::forward}) {
                Editor other = testing::editor(text);
                const TextOffset from = direction == Direction::backward ? stops[i] : stops[i - 1];
                other.select(from, from);
                EXPECT_TRUE(other.erase(Step::grapheme, direction));
                EXPECT_EQ(other.size(), editor.size() - (stops[i] - stops[i - 1])) << to_utf8(text) << " at " << i;
            }
        }
    }
}

TEST(EditorComposition, IsLaidOutButNotInTheText) {
    const std::u16string word = letters("monɡgol");
    Editor editor = testing::editor(u"ab\n" + word + u" z\ncd");
    editor.select(9, 9);
    const layout::CaretBox before = editor.caret_box();
    const layout::CaretBox next = editor.caret_box(11);
    (void)editor.take_changes();
    editor.compose({u"xyz", {{{0, 1}, CompositionLook::target}, {{2, 9}, CompositionLook::typed}}, 2});
    EXPECT_EQ(editor.text(), u"ab\n" + word + u" z\ncd");
    EXPECT_EQ(editor.size(), 14u);
    EXPECT_EQ(editor.composition().parts.size(), 1u) << "a part beyond the composition is none";
    EXPECT_GT(editor.caret_box().inline_, before.inline_);
    EXPECT_GT(editor.caret_box(11).inline_, next.inline_) << "what is after it makes room";
    const auto parts = editor.composition_shapes({0, 3}, {}, Length::points(500));
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts.front().part.origin.inline_, before.inline_);
    const Hit hit = editor.hit_test({before.inline_ + parts.front().part.size.inline_ / 2, before.block + em / 2});
    EXPECT_EQ(hit.offset, 9u) << "all of it is at its place";
    EXPECT_EQ(editor.offset_of(1, 8), 9u);
    EXPECT_EQ(editor.offset_of(1, 10), 10u);
    const std::vector<Change> changes = editor.take_changes();
    EXPECT_EQ(of_kind(changes, ChangeKind::composition).size(), 1u);
    EXPECT_TRUE(of_kind(changes, ChangeKind::text).empty());
    editor.compose({u"a\nb", {}, 9});
    EXPECT_EQ(editor.composition().text, u"a b");
    EXPECT_EQ(editor.composition().caret, 3u);
    EXPECT_EQ(editor.find(u"yz", 0, Direction::forward, {}), std::nullopt);
    editor.compose({});
    EXPECT_EQ(editor.caret_box(), before);
    EXPECT_FALSE(editor.can_undo());
}

TEST(EditorChanges, TellWhatWasReplacedAndWhatToPaint) {
    Editor editor = testing::editor(u"ab\ncd\nef");
    (void)editor.show({}, Length::points(500));
    const Length size = editor.block_size();
    (void)editor.take_changes();
    editor.select(1, 4);
    editor.insert(u"x\ny\nz");
    const std::vector<Change> changes = editor.take_changes();
    ASSERT_EQ(changes.size(), 4u);
    EXPECT_EQ(changes[0].kind, ChangeKind::selection);
    EXPECT_EQ(changes[0].selection, (Selection{1, 4}));
    EXPECT_EQ(changes[1].kind, ChangeKind::text);
    EXPECT_EQ(changes[1].range, (TextStretch{1, 6}));
    EXPECT_EQ(changes[1].removed_text.text(), u"b\nc");
    EXPECT_EQ(changes[1].block_begin, Length{});
    EXPECT_EQ(changes[1].block_end, size / 3 * 3);
    EXPECT_EQ(changes[1].grown, size / 3);
    EXPECT_EQ(editor.block_size(), size + changes[1].grown);
    EXPECT_EQ(changes[2].selection, (Selection{6, 6}));
    EXPECT_EQ(changes[3].kind, ChangeKind::history);
    editor.set_measure(Length::points(90));
    EXPECT_EQ(of_kind(editor.take_changes(), ChangeKind::layout).size(), 1u);
    for (int i = 0; i < 5000; ++i) editor.replace({0, 1}, i % 2 == 0 ? u"a" : u"b");
    const std::vector<Change> many = editor.take_changes();
    ASSERT_LT(many.size(), 4100u) << "they do not pile up where nobody takes them";
    EXPECT_EQ(many.front().kind, ChangeKind::everything);
    editor.insert(u"a");
    EXPECT_EQ(of_kind(editor.take_changes(), ChangeKind::text).size(), 1u);
}

TEST(EditorHistory, ForgetsTheOldestStepsBeyondItsLimits) {
    EditingOptions options;
    options.undo.steps = 3;
    Editor editor = testing::editor(u"", options);
    for (const char16_t* word : {u"a ", u"b ", u"c ", u"d ", u"e "}) editor.insert(word);
    int undone = 0;
    while (editor.undo()) ++undone;
    EXPECT_EQ(undone, 3);
    EXPECT_EQ(editor.text(), u"a b ");
    options.undo = {};
    options.undo.units = 10;
    Editor other = testing::editor(u"", options);
    other.replace({0, 0}, u"0123456789abcdef");
    other.replace({0, 16}, u"x");
    EXPECT_TRUE(other.undo()) << "the newest step stays, however large";
    EXPECT_FALSE(other.undo());
}

TEST(EditorHistory, RedoSelectsWhatWasSelected) {
    Editor moved = editor(u"one two three");
    moved.move_text({0, 4}, 8);
    EXPECT_EQ(moved.selection(), (Selection{4, 8}));
    moved.undo();
    moved.redo();
    EXPECT_EQ(moved.text(), u"two one three");
    EXPECT_EQ(moved.selection(), (Selection{4, 8}));
    Editor replaced = editor(u"one two");
    replaced.select(4, 7);
    replaced.replace({0, 3}, u"eleven");
    replaced.select(0, 0);
    replaced.undo();
    replaced.redo();
    EXPECT_EQ(replaced.selection(), (Selection{7, 10}));
}

TEST(EditorHistory, KnowsWhetherTheTextIsThatWhichWasSaved) {
    Editor editor = testing::editor();
    EXPECT_FALSE(editor.is_changed());
    editor.insert(u"a");
    EXPECT_TRUE(editor.is_changed());
    editor.set_saved();
    editor.insert(u"b");
    EXPECT_TRUE(editor.is_changed());
    editor.undo();
    EXPECT_FALSE(editor.is_changed()) << "what was typed after it was saved is a step of its own";
    EXPECT_EQ(editor.text(), u"a");
    editor.undo();
    editor.insert(u"c");
    EXPECT_TRUE(editor.is_changed()) << "no way leads back";
    editor.undo();
    EXPECT_TRUE(editor.is_changed());
}

TEST(EditorPaste, ReportsWhatCleaningDid) {
    const std::u16string stem = letters("ger");
    Editor editor = testing::editor();
    const PasteReport connectors = editor.paste(stem + letters("-un") + u" " + stem + letters("-iyer"));
    EXPECT_EQ(connectors.clean.connectors, 2u);
    EXPECT_TRUE(connectors.clean.changed());
    EXPECT_EQ(connectors.range, (TextStretch{0, editor.size()}));
    const std::u16string menksoft = script::unicode_to_menksoft(letters("monɡgol bičig")).text;
    ASSERT_NE(menksoft, letters("monɡgol bičig"));
    Editor legacy = testing::editor(u"ab");
    legacy.select(1, 1);
    PasteOptions options;
    options.legacy = script::Legacy::menksoft;
    const PasteReport report = legacy.paste(menksoft, options);
    EXPECT_EQ(report.clean.words_converted, 2u);
    EXPECT_EQ(report.clean.detected.legacy, script::Legacy::menksoft);
    EXPECT_EQ(legacy.text(), u"a" + letters("monɡgol bičig") + u"b");
    EXPECT_EQ(legacy.selection().head, report.range.end);
    EXPECT_TRUE(legacy.undo());
    EXPECT_EQ(legacy.text(), u"a" + menksoft + u"b");
    EXPECT_EQ(legacy.clean({1, legacy.size() - 1}, options).words_converted, 2u);
    EXPECT_EQ(legacy.text(), u"a" + letters("monɡgol bičig") + u"b");
    PasteOptions keep;
    keep.connector = script::Connector::keep;
    EXPECT_FALSE(clean(stem + letters("-un"), keep).report.changed());
}

TEST(EditorSearch, FindsWhatLooksAlikeAndWrapsAround) {
    const std::u16string word = letters("urtu"), twin = letters("ordo");
    ASSERT_TRUE(script::same_shape(word, twin));
    Editor editor = testing::editor(word + u" a\n" + twin + u" b\n" + word);
    const SearchOptions exact{script::KeyLevel::exact, true};
    EXPECT_EQ(editor.find_all(word).size(), 3u);
    EXPECT_EQ(editor.find_all(word, exact).size(), 2u);
    EXPECT_EQ(editor.find_all(word, {}, 2).size(), 2u);
    EXPECT_EQ(editor.find_next(word, Direction::forward)->range, (TextStretch{0, 4}));
    EXPECT_EQ(editor.selection(), (Selection{0, 4}));
    EXPECT_EQ(editor.find_next(word, Direction::forward)->range, (TextStretch{7, 11}));
    EXPECT_EQ(editor.find_next(word, Direction::forward)->range, (TextStretch{14, 18}));
    EXPECT_EQ(editor.find_next(word, Direction::forward), (Match{{0, 4}, true}));
    EXPECT_EQ(editor.find_next(word, Direction::backward), (Match{{14, 18}, true}));
    EXPECT_EQ(editor.find_next(word, Direction::backward), (Match{{7, 11}, false}));
    EXPECT_EQ(editor.find(word, 5, Direction::backward, {script::KeyLevel::exact, false}), (Match{{0, 4}, false}));
    EXPECT_EQ(editor.find(word, 3, Direction::backward, {script::KeyLevel::exact, false}), std::nullopt);
    EXPECT_EQ(editor.find_all(u" a\n" + twin + u" b\n", exact).size(), 1u);
    EXPECT_EQ(editor.find_all(u"\n", exact).size(), 2u);
    EXPECT_TRUE(editor.find_all(u"").empty());
}

TEST(EditorSearch, ReplacesFewAndManyInOneStep) {
    for (const int count : {3, 1000}) {
        std::u16string text;
        for (int i = 0; i < count; ++i) text += i % 7 == 0 ? u"ab c\n" : u"ab ";
        Editor editor = testing::editor(text);
        editor.move_to_end(Direction::forward);
        EXPECT_EQ(editor.replace_all(u"ab", u"xyz"), static_cast<std::size_t>(count));
        EXPECT_EQ(editor.find_all(u"xyz").size(), static_cast<std::size_t>(count));
        EXPECT_EQ(editor.size(), text.size() + static_cast<std::size_t>(count));
        EXPECT_EQ(editor.selection().head, editor.size());
        EXPECT_TRUE(editor.undo());
        EXPECT_EQ(editor.text(), text);
        EXPECT_FALSE(editor.can_undo());
    }
    EditingOptions options;
    options.max_length = 5;
    Editor full = testing::editor(u"a a", options);
    EXPECT_EQ(full.replace_all(u"a", u"bcd"), 0u);
    EXPECT_EQ(of_kind(full.take_changes(), ChangeKind::refused).size(), 1u);
}

TEST(EditorSelection, DraggingByWordsKeepsTheFirstWord) {
    Editor editor = testing::editor(u"ab cd ef gh");
    const auto point = [&](TextOffset offset) {
        const layout::CaretBox box = editor.caret_box(offset);
        return LogicalPoint{box.inline_ + Length::points(1), box.block + box.extent / 2};
    };
    editor.select_at(point(3), SelectionUnit::word);
    EXPECT_EQ(editor.selection(), (Selection{3, 5}));
    editor.extend_to(point(7));
    EXPECT_EQ(editor.selection(), (Selection{3, 8}));
    editor.extend_to(point(1));
    EXPECT_EQ(editor.selection(), (Selection{5, 0}));
    editor.move(Arrow::down);
    editor.select_at(point(4), SelectionUnit::grapheme);
    editor.extend_to(point(7));
    EXPECT_EQ(editor.selection(), (Selection{4, 7}));
}

TEST(EditorSelection, UnitsAreToldWithoutSelectingThem) {
    const std::u16string word = letters("monɡgol");
    Editor editor = testing::editor(u"ab\n" + word + u" " + word + u" " + word + u" " + word);
    editor.select(1, 1);
    EXPECT_EQ(editor.unit_at(4, SelectionUnit::grapheme), (TextStretch{4, 5}));
    EXPECT_EQ(editor.unit_at(11, SelectionUnit::word), (TextStretch{10, 16}));
    EXPECT_EQ(editor.unit_at(1, SelectionUnit::line), (TextStretch{0, 2}));
    const TextStretch line = editor.unit_at(3, SelectionUnit::line);
    EXPECT_EQ(line.begin, 3u);
    EXPECT_LT(line.end, editor.size());
    EXPECT_EQ(editor.unit_at(line.end, SelectionUnit::line).begin, line.end);
    EXPECT_EQ(editor.unit_at(5, SelectionUnit::paragraph), (TextStretch{3, editor.size()}));
    EXPECT_EQ(editor.unit_at(100, SelectionUnit::grapheme), (TextStretch{editor.size(), editor.size()}));
    editor.compose({u"xyz", {}, 1});
    EXPECT_EQ(editor.unit_at(0, SelectionUnit::word), (TextStretch{0, 2}));
    EXPECT_EQ(editor.composition().text, u"xyz");
    EXPECT_EQ(editor.selection(), (Selection{1, 1}));
}

TEST(EditorView, APlaceholderStandsForAnEmptyText) {
    EditingOptions options;
    options.placeholder = letters("xaixu");
    Editor editor = testing::editor(u"", options);
    ASSERT_NE(editor.placeholder(), nullptr);
    EXPECT_EQ(editor.placeholder()->text, options.placeholder);
    EXPECT_EQ(editor.text(), u"");
    editor.compose({u"a", {}, 1});
    EXPECT_EQ(editor.placeholder(), nullptr);
    editor.commit(u"a");
    EXPECT_EQ(editor.placeholder(), nullptr);
}

TEST(EditorView, ASingleLineIsNeverBroken) {
    EditingOptions options;
    options.single_line = true;
    std::u16string text;
    for (int i = 0; i < 50; ++i) text += letters("monɡgol ");
    Editor editor{text, lines(), options};
    const layout::View view = editor.show({}, Length::points(100));
    ASSERT_EQ(view.paragraphs.size(), 1u);
    EXPECT_EQ(view.paragraphs.front().lines->lines.lines.size(), 1u);
    options.single_line = false;
    editor.set_options(options);
    EXPECT_GT(editor.show({}, Length::points(100)).paragraphs.front().lines->lines.lines.size(), 10u);
}

TEST(EditorCharacters, AreToldByNameAndLabel) {
    const std::u16string text = letters("n'") + u"\u202F\t\U0001F600" + std::u16string(1, char16_t{0xD83D});
    const std::vector<Character> characters = characters_of(text);
    ASSERT_EQ(characters.size(), 6u);
    EXPECT_EQ(characters[0], (Character{0, 0x1828, "MONGOLIAN LETTER NA"}));
    EXPECT_EQ(characters[1].name, "MONGOLIAN FREE VARIATION SELECTOR ONE");
    EXPECT_EQ(characters[3].name, "CHARACTER TABULATION");
    EXPECT_EQ(characters[4], (Character{4, 0x1F600, "GRINNING FACE"}));
    EXPECT_EQ(characters[5], (Character{6, 0xD83D, "lone surrogate"}));
    const std::vector<Invisible> invisibles = invisibles_of(text);
    ASSERT_EQ(invisibles.size(), 3u);
    EXPECT_EQ(invisibles[0], (Invisible{1, 0x180B, "FVS1"}));
    EXPECT_EQ(invisibles[1].label, "NNBSP");
    EXPECT_EQ(invisibles[2].label, "TAB");
    for (char32_t c = 0; c < 0x3001; ++c) {  // the table is in order: each of its rows is found
        const bool control = c < 0x20 || c == 0x180E || (c >= 0x2000 && c <= 0x200F);
        EXPECT_TRUE(!control || !invisible_label(c).empty()) << static_cast<unsigned>(c);
    }
    EXPECT_EQ(invisible_label(U'a'), "");
}

}  // namespace
}  // namespace bichig::edit::testing
