// Runs the rows of tests/edit/*.cases. With BICHIG_RECORD set, writes what comes out into the last column instead.
#include <fstream>
#include <map>
#include <sstream>

#include "edit/editors.h"

namespace bichig::edit::testing {
namespace {

using layout::Arrow;
using layout::Direction;
using layout::Step;

/// A text with a selection, as rows have it.
struct Shown {
    std::u16string text;
    TextOffset anchor = 0;
    TextOffset head = 0;
    bool operator==(const Shown&) const = default;
};

Shown read(const std::string& row) {
    Shown shown;
    bool selected = false;
    const std::u16string text = to_utf16(row).value();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == u'⟦') {
            const std::size_t end = text.find(u'⟧', i);
            shown.text += letters(to_utf8(text.substr(i + 1, end - i - 1)));
            i = end;
        } else if (text[i] == u'\\') {
            const bool braced = text[i + 2] == u'{';
            const std::size_t begin = i + (braced ? 3 : 2);
            const std::size_t end = braced ? text.find(u'}', begin) : begin + 4;
            const std::string digits = to_utf8(text.substr(begin, end - begin));
            append(shown.text, static_cast<char32_t>(std::stoul(digits, nullptr, 16)));
            i = braced ? end : end - 1;
        } else if (text[i] == u'|') {
            shown.head = shown.text.size();
        } else if (text[i] == u'{') {
            shown.anchor = shown.text.size(), selected = true;
        } else {
            shown.text += text[i] == u'¶' ? u'\n' : text[i] == u'␣' ? u' ' : text[i];
        }
    }
    if (!selected) shown.anchor = shown.head;
    return shown;
}

std::string write(const Shown& shown) {
    std::string made;
    for (TextIndex i = 0; i <= shown.text.size();) {
        if (i == shown.anchor && shown.anchor != shown.head) made += "{";
        if (i == shown.head) made += "|";
        if (i == shown.text.size()) break;
        const CodePoint point = code_point_at(shown.text, i);
        char escaped[16];
        std::snprintf(escaped, sizeof escaped, point.size == 1 ? "\\u%04X" : "\\u{%X}",
                      static_cast<unsigned>(point.value));
        if (point.value == u'\n') made += "¶";
        else if (point.value < 0x7F) made += static_cast<char>(point.value);
        else made += escaped;
        i += point.size;
    }
    return made;
}

LogicalPoint point_of(Editor& editor, TextOffset offset) {
    const layout::CaretBox box = editor.caret_box(offset);
    return {box.inline_, box.block + box.extent / 2};
}

/// Does what one word of a row says.
class Doer {
public:
    explicit Doer(Editor& editor) : editor_{editor} {}

    void operator()(const std::string& what) {
        const std::size_t colon = std::min(what.find(':'), what.size());
        const std::string verb = what.substr(0, colon);
        const std::string argument = colon < what.size() ? what.substr(colon + 1) : "";
        if (step(verb) || edit(verb, argument) || choose(verb, argument)) return;
        ADD_FAILURE() << "no row does " << what;
    }

private:
    bool step(std::string verb) {
        const Extend extend = verb.starts_with("S-") ? Extend::yes : Extend::no;
        if (extend == Extend::yes) verb = verb.substr(2);
        const bool by_word = verb.starts_with("W-");
        if (by_word) verb = verb.substr(2);
        static const std::map<std::string, Arrow> arrows{
            {"left", Arrow::left}, {"right", Arrow::right}, {"up", Arrow::up}, {"down", Arrow::down}};
        static const std::map<std::string, std::pair<Step, Direction>> steps{
            {"word+", {Step::word, Direction::forward}},      {"word-", {Step::word, Direction::backward}},
            {"para+", {Step::paragraph, Direction::forward}}, {"para-", {Step::paragraph, Direction::backward}},
            {"home", {Step::line_edge, Direction::backward}}, {"end", {Step::line_edge, Direction::forward}}};
        if (const auto arrow = arrows.find(verb); arrow != arrows.end()) {
            editor_.move(arrow->second, by_word ? Step::word : Step::grapheme, extend);
        } else if (const auto step = steps.find(verb); step != steps.end()) {
            editor_.move(step->second.first, step->second.second, extend);
        } else if (verb == "top" || verb == "bottom") {
            editor_.move_to_end(verb == "top" ? Direction::backward : Direction::forward, extend);
        } else {
            return false;
        }
        return true;
    }

    bool edit(const std::string& verb, const std::string& argument) {
        const std::u16string text = read(argument).text;
        time_ += std::chrono::seconds{1};
        static const std::map<std::string, Step> erasures{{"", Step::grapheme}, {"-word", Step::word},
                                                          {"-line", Step::line_edge}};
        const bool back = verb.starts_with("bs");
        if (const auto erasure = erasures.find(verb.substr(back ? 2 : std::min<std::size_t>(3, verb.size())));
            (back || verb.starts_with("del")) && erasure != erasures.end()) {
            editor_.erase(erasure->second, back ? Direction::backward : Direction::forward, time_);
        } else if (verb == "type") {
            type(editor_, text, time_);
        } else if (verb == "put") {
            editor_.insert(text, time_);
        } else if (verb == "paste" || verb == "raw") {
            PasteOptions options;
            options.clean = verb == "paste";
            editor_.paste(text, options);
        } else if (verb == "undo") {
            editor_.undo();
        } else if (verb == "redo") {
            editor_.redo();
        } else if (verb == "wait") {
            time_ += std::chrono::seconds{10};
        } else if (verb == "compose") {
            editor_.compose({text, {}, static_cast<TextIndex>(text.size())});
        } else if (verb == "commit") {
            commit(argument);
        } else if (verb == "cancel") {
            editor_.compose({});
        } else {
            return false;
        }
        return true;
    }

    void commit(const std::string& argument) {
        const std::size_t colon = argument.find(':');
        std::optional<TextStretch> range;
        if (colon != std::string::npos) {
            const auto [begin, end] = numbers(argument.substr(colon + 1));
            range = TextStretch{begin, end};
        }
        editor_.commit(read(argument.substr(0, colon)).text, range, time_);
    }

    static std::pair<TextOffset, TextOffset> numbers(const std::string& argument) {
        std::istringstream in{argument};
        TextOffset one = 0, other = 0;
        char comma = 0;
        in >> one >> comma >> other;
        return {one, other};
    }

    bool choose(const std::string& verb, const std::string& argument) {
        static const std::map<std::string, SelectionUnit> units{
            {"word", SelectionUnit::word}, {"sentence", SelectionUnit::sentence}, {"para", SelectionUnit::paragraph}};
        const auto [first, second] = numbers(argument);
        EditingOptions options = editor_.options();
        const auto unit = units.find(verb);
        if (unit != units.end()) return editor_.select_at(first, unit->second), true;
        if (verb == "select") return editor_.select(first, second), true;
        if (verb == "all") return editor_.select_all(), true;
        if (verb == "hit") return editor_.select_at(point_of(editor_, first), SelectionUnit::grapheme), true;
        if (verb == "drag") return editor_.extend_to(point_of(editor_, first)), true;
        if (verb == "code-points") options.backspace = Backspace::code_point;
        else if (verb == "read-only") options.read_only = true;
        else if (verb == "single-line") options.single_line = true;
        else if (verb == "logical") options.movement.arrow_keys = layout::ArrowKeys::logical;
        else if (verb == "max") options.max_length = first;
        else return false;
        editor_.set_options(options);
        return true;
    }

    Editor& editor_;
    std::chrono::milliseconds time_{};
};

TEST(EditRows, Editing) {
    const std::string path = BICHIG_TEST_FOLDER "/editing.cases";
    std::ifstream input(path);
    ASSERT_TRUE(input) << path;
    std::vector<std::string> lines;
    int rows = 0;
    for (std::string line; std::getline(input, line);) {
        std::vector<std::string> cells;
        std::istringstream in{line};
        for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
        if (line.empty() || line[0] == '#' || cells.size() < 3) {
            lines.push_back(line);
            continue;
        }
        const Shown start = read(cells[1]);
        Editor editor = testing::editor(start.text);
        editor.select(start.anchor, start.head);
        Doer act{editor};
        std::istringstream acts{cells[2]};
        for (std::string what; acts >> what;) act(what);
        const Shown found{editor.text(), editor.selection().anchor, editor.selection().head};
        const bool as_wanted = cells.size() == 4 && read(cells[3]) == found;
        if (std::getenv("BICHIG_RECORD") == nullptr) {
            EXPECT_TRUE(as_wanted) << cells[0] << ": " << cells[2] << "\n  gives " << write(found) << "\n  not   "
                                   << (cells.size() == 4 ? write(read(cells[3])) : "");
        }
        lines.push_back(cells[0] + "\t" + cells[1] + "\t" + cells[2] + "\t" +
                        (as_wanted ? cells[3] : write(found)));
        ++rows;
    }
    EXPECT_GT(rows, 70);
    if (std::getenv("BICHIG_RECORD") == nullptr) return;
    std::ofstream output(path);
    for (const std::string& line : lines) output << line << '\n';
}

}  // namespace
}  // namespace bichig::edit::testing
