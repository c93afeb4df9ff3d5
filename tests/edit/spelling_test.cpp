// Spelling marks: what is found beside the user's edits is what a check of the whole text finds.
#include <random>
#include <thread>

#include <bichig/spell/shape_index.h>

#include "edit/editors.h"

namespace bichig::edit::testing {
namespace {

using std::chrono::microseconds;

const std::vector<std::string>& known() {
    static const std::vector<std::string> words{"ordu", "gar", "ger", "noyan", "axa", "xümün", "bičig", "gar_tu",
                                                "ger_tü", "xümün_ü", "bičig_ün", "noyan_u"};
    return words;
}

spell::Checker checker() {
    spell::ShapeIndexWriter writer;
    for (const std::string& word : known()) (void)writer.add(letters(word));
    spell::CheckerParts parts;
    parts.dictionary = spell::Dictionary{spell::ShapeIndex::from_bytes(writer.bytes()).value()};
    return spell::Checker{std::move(parts)};
}

/// No limits of time, so that each run finds the same.
spell::CheckOptions patient() {
    spell::CheckOptions options;
    options.word_budget = std::chrono::seconds{10};
    return options;
}

/// The words of the tests: right ones, wrong ones, suffixes after a space, other scripts.
std::u16string word(std::mt19937& random) {
    static const std::vector<std::string> wrong{"gar_du", "gar tu", "ger-tü", "urdu", "xumun", "bičig ün", "tu", "ün"};
    switch (random() % 8) {
        case 0: return letters(wrong[random() % wrong.size()]);
        case 1: return u"ab";
        case 2: return letters("gar") + u"x";
        case 3: return u"\u4E2D\u6587";
        default: return letters(known()[random() % known().size()]);
    }
}

std::u16string words(std::mt19937& random, std::size_t count) {
    std::u16string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += word(random);
        text += random() % 12 == 0 ? u'\n' : random() % 9 == 0 ? u'\u1802' : u' ';
    }
    return text;
}

/// What can be read in a failure.
std::string shown(TextStretch range, spell::FaultClass fault, std::u16string_view text) {
    return std::to_string(range.begin) + " " + std::string{spell::name(fault)} + " " +
           to_utf8(script::to_latin(text.substr(range.begin, range.end - range.begin), script::Latin::eac).text);
}

/// The faults of a whole text, checked paragraph by paragraph.
std::vector<std::string> all_faults(std::u16string_view text) {
    std::vector<std::string> found;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(u'\n', begin), text.size());
        for (const spell::Finding& finding : checker().check(text.substr(begin, end - begin), patient()).findings) {
            if (!spell::is_fault(finding.fault)) continue;
            found.push_back(shown({begin + finding.range.begin, begin + finding.range.end}, finding.fault, text));
        }
        begin = end + 1;
    }
    return found;
}

std::vector<std::string> marked(const Editor& editor) {
    std::vector<std::string> found;
    const std::u16string text = editor.text();
    for (const Mark& mark : editor.marks({0, editor.size()})) found.push_back(shown(mark.range, mark.fault, text));
    return found;
}

void check_all(Editor& editor) {
    while (!editor.check_spelling(microseconds{20'000})) {}
}

Editor checked_editor(std::u16string_view text) {
    Editor editor = testing::editor(text);
    editor.set_checker(checker(), patient());
    return editor;
}

TEST(EditSpelling, MarksAreThoseOfTheWholeText) {
    std::mt19937 random{1};
    Editor editor = checked_editor(words(random, 400));
    check_all(editor);
    EXPECT_TRUE(editor.spelling().done());
    EXPECT_EQ(marked(editor), all_faults(editor.text()));
    EXPECT_GT(marked(editor).size(), 20u);
}

TEST(EditSpelling, EditsLeaveTheMarksOfTheWholeText) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random{seed};
        Editor editor = checked_editor(words(random, 60));
        for (int i = 0; i < 12; ++i) {
            if (random() % 2 == 0) check_all(editor);
            const TextOffset begin = random() % (editor.size() + 1);
            const TextOffset end = begin + random() % 30;
            editor.replace({begin, end}, random() % 3 == 0 ? std::u16string{} : words(random, random() % 4));
        }
        check_all(editor);
        ASSERT_EQ(marked(editor), all_faults(editor.text())) << seed << ": " << to_utf8(editor.text());
    }
}

TEST(EditSpelling, JobsGivenBackLateLeaveTheMarksOfTheWholeText) {
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random{seed};
        Editor editor = checked_editor(words(random, 80));
        std::vector<SpellingJob> jobs;
        for (int i = 0; i < 30; ++i) {
            if (auto job = editor.take_spelling(1 + random() % 300)) jobs.push_back(std::move(*job));
            if (random() % 2 == 0 && !jobs.empty()) {
                const std::size_t chosen = random() % jobs.size();
                switch (random() % 3) {
                    case 0: break;                       // lost
                    case 1: jobs[chosen].run(); [[fallthrough]];
                    default: editor.finish(std::move(jobs[chosen]));  // done, or given back as it was
                }
                jobs.erase(jobs.begin() + static_cast<std::ptrdiff_t>(chosen));
            }
            const TextOffset begin = random() % (editor.size() + 1);
            editor.replace({begin, begin + random() % 20}, words(random, random() % 3));
        }
        for (SpellingJob& job : jobs) {
            job.run();
            editor.finish(std::move(job));
        }
        check_all(editor);
        ASSERT_TRUE(editor.spelling().done());
        ASSERT_EQ(marked(editor), all_faults(editor.text())) << seed << ": " << to_utf8(editor.text());
    }
}

TEST(EditSpelling, AJobRunsOnAnotherThreadWhileTheTextIsEdited) {
    std::mt19937 random{7};
    Editor editor = checked_editor(words(random, 2000));
    std::optional<SpellingJob> job = editor.take_spelling(5000);
    ASSERT_TRUE(job);
    EXPECT_GE(job->units(), 5000u);
    std::thread worker{[&] { job->run(); }};
    for (int i = 0; i < 50; ++i) editor.insert(word(random) + u" ");
    worker.join();
    EXPECT_EQ(job->units_done(), job->units());
    editor.finish(std::move(*job));
    EXPECT_FALSE(marked(editor).empty());
    check_all(editor);
    editor.select(0, 0);
    EXPECT_EQ(marked(editor), all_faults(editor.text()));
}

TEST(EditSpelling, ARunThatIsStoppedGoesOnLater) {
    std::mt19937 random{3};
    Editor editor = checked_editor(words(random, 500));
    std::optional<SpellingJob> job = editor.take_spelling(100'000);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(job->run(stop.get_token()));
    EXPECT_EQ(job->units_done(), 0u);
    EXPECT_FALSE(job->run_for(microseconds{0}));  // yet a piece is done each time
    EXPECT_GT(job->units_done(), 0u);
    EXPECT_LT(job->units_done(), job->units());
    EXPECT_TRUE(job->run());
    editor.finish(std::move(*job));
    EXPECT_TRUE(editor.spelling().done());
    EXPECT_EQ(marked(editor), all_faults(editor.text()));
}

TEST(EditSpelling, TheWordThatIsTypedHasItsMarkWhenTheCaretLeavesIt) {
    const std::u16string wrong = letters("gar_du");
    Editor editor = checked_editor(letters("gar ") );
    editor.move_to_end(layout::Direction::forward);
    type(editor, wrong);
    check_all(editor);
    EXPECT_TRUE(editor.marks({0, 100}).empty());
    editor.insert(u" ");
    EXPECT_EQ(editor.marks({0, 100}).size(), 1u) << "the word is at its end";
    Editor other = checked_editor({});
    type(other, wrong);
    check_all(other);
    (void)other.take_changes();
    other.move_to_end(layout::Direction::backward);
    EXPECT_EQ(other.marks({0, 100}).size(), 1u);
    EXPECT_EQ(of_kind(other.take_changes(), ChangeKind::marks).size(), 1u);
    EditingOptions options;
    options.mark_while_typing = true;
    other.set_options(options);
    other.select_all();
    type(other, wrong);
    check_all(other);
    EXPECT_EQ(other.marks({0, 100}).size(), 1u);
}

TEST(EditSpelling, MarksMoveWithTheTextAndTellOfIt) {
    Editor editor = checked_editor(letters("gar") + u"x " + letters("ordu"));
    (void)editor.take_changes();
    check_all(editor);
    const std::vector<Change> changes = of_kind(editor.take_changes(), ChangeKind::marks);
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes.front().range, (TextStretch{0, editor.size()}));
    EXPECT_GT(changes.front().block_end, changes.front().block_begin);
    editor.replace({0, 0}, u"ab cd ef\n");
    ASSERT_EQ(editor.marks({0, 100}).size(), 1u) << "before it is checked again";
    EXPECT_EQ(editor.marks({0, 100}).front().range, (TextStretch{9, 12}));
    check_all(editor);
    EXPECT_EQ(editor.marks({0, 100}).size(), 1u);
    EXPECT_TRUE(of_kind(editor.take_changes(), ChangeKind::marks).empty()) << "nothing changed";
    editor.set_checker(std::nullopt);
    EXPECT_TRUE(editor.marks({0, 100}).empty());
    EXPECT_FALSE(editor.take_spelling());
}

TEST(EditSpelling, MarksAreDrawnBesideTheirWords) {
    const std::u16string wrong = letters("gar") + u"x";
    for (const auto mode : {layout::WritingMode::vertical_lr, layout::WritingMode::horizontal_tb}) {
        Editor editor{u"ab " + wrong + u" " + wrong, lines(mode)};
        editor.set_checker(checker(), patient());
        check_all(editor);
        const std::vector<MarkShape> shapes = editor.mark_shapes({}, Length::points(500));
        ASSERT_EQ(shapes.size(), 2u);
        for (std::size_t i = 0; i < 2; ++i) {
            const TextOffset begin = 3 + 5 * i;
            EXPECT_EQ(shapes[i].range, (TextStretch{begin, begin + 3}));
            EXPECT_EQ(shapes[i].begin, editor.caret_box(begin).inline_);
            EXPECT_LT(shapes[i].begin, shapes[i].end);
            const layout::CaretBox box = editor.caret_box(begin);
            EXPECT_GT(shapes[i].block, box.block + box.extent) << "right of the text, or below it";
            EXPECT_LT(shapes[i].block, box.block + box.extent + em / 2) << "left of the next line";
        }
        EXPECT_TRUE(editor.mark_shapes(Length::points(1000), Length::points(10)).empty());
    }
}

TEST(EditSpelling, WhatIsSeenIsCheckedFirst) {
    std::mt19937 random{5};
    std::u16string text;
    for (int i = 0; i < 300; ++i) text += words(random, 6) + u"\n";
    Editor editor = checked_editor(text);
    const layout::View view = editor.show(editor.block_size() / 2, Length::points(200));
    std::optional<SpellingJob> job = editor.take_spelling(1);
    job->run();
    editor.finish(std::move(*job));
    const TextStretch seen = editor.paragraph(view.paragraphs.front().paragraph);
    const std::vector<Mark> marks = editor.marks({0, editor.size()});
    for (const Mark& mark : marks) {
        EXPECT_GE(mark.range.begin, seen.begin);
        EXPECT_LE(mark.range.end, seen.begin + 400);
    }
}

}  // namespace
}  // namespace bichig::edit::testing
