// Random operations on an editor beside a plain string: for the property test, and for the fuzzer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/edit/editor.h>
#include <bichig/text/boundaries.h>

namespace bichig::edit::testing {

/// Chooses operations by bytes, and watches that the editor keeps its promises. Scratch.
class RandomEdits {
public:
    RandomEdits(Editor& editor, const std::uint8_t* data, std::size_t size)
        : editor_{editor}, data_{data}, size_{size}, model_{editor.text()} {}

    /// The first promise that was broken; empty: none.
    std::string run() {
        const std::u16string start = editor_.text();
        while (left() > 0) {
            act();
            std::string broken = follow();
            if (!broken.empty()) return broken;
        }
        editor_.compose({});
        EditingOptions free = editor_.options();
        free.read_only = false;
        editor_.set_options(free);
        while (editor_.redo()) {}  // what was undone last is a part of the end
        if (std::string broken = follow(); !broken.empty()) return broken;
        const std::u16string end = editor_.text();
        while (editor_.undo()) {
            if (std::string broken = follow(); !broken.empty()) return "undo: " + broken;
        }
        if (editor_.text() != start) return "all undone is not the start";
        while (editor_.redo()) {
            if (std::string broken = follow(); !broken.empty()) return "redo: " + broken;
        }
        if (editor_.text() != end) return "all redone is not the end";
        return {};
    }

private:
    std::size_t left() const { return size_ - at_; }
    std::uint8_t byte() { return at_ < size_ ? data_[at_++] : 0; }
    TextOffset place() { return editor_.size() * byte() / 250; }  // beyond the end, too
    bool flag() { return (byte() & 1) != 0; }
    Extend extend() { return flag() ? Extend::yes : Extend::no; }
    layout::Direction direction() { return flag() ? layout::Direction::forward : layout::Direction::backward; }

    std::u16string piece() {
        static const std::vector<std::u16string> pieces{
            u"\u182E\u1823\u1829\u182D\u1823\u182F", u"\u1828", u"\u180B", u"\u180C", u"\u180D", u"\u180F",
            u"\u180E", u"\u180E\u1820", u"\u202F\u1824\u1828", u" ", u"a", u"e\u0301", u"\n", u"\r\n", u"\r", u"\u2029",
            u"\u2028", u"\t", u"1", u"23", u"\u4E2D", u"\u3002", u"\U0001F600", u"\U0001F468\u200D\U0001F469",
            u"\U0001F1E8", u"\uFE0F", u"\u200D", u"\u200C", std::u16string(1, char16_t{0xD83D}),
            std::u16string(1, char16_t{0xDC00}), u"", u"\u1828\u202F\u1824\u1828 a\nb", u"\uE264\uE2B5 \uE26A",
        };
        return pieces[byte() % pieces.size()];
    }
    layout::Step step() { return static_cast<layout::Step>(byte() % 5); }
    LogicalPoint point() { return {Length::points(byte()), Length::points(byte() * 2.0 - 20)}; }

    void act() {
        constexpr TextOffset enough = 3000;  // replacing all by more, again and again, grows without bound
        if (editor_.size() > enough) editor_.replace({enough / 2, editor_.size()}, {});
        const std::uint8_t what = byte();
        if (what < 90) {
            time_ += std::chrono::milliseconds{byte() * 30};
            editor_.insert(piece(), time_);
        } else if (what < 130) {
            editor_.erase(what < 110 ? layout::Step::grapheme : step(), direction(), time_);
        } else if (what < 200) {
            act_on_place(what);
        } else {
            act_rarely(what);
        }
    }

    void act_on_place(std::uint8_t what) {
        if (what < 145) editor_.move(static_cast<layout::Arrow>(byte() % 4), step(), extend());
        else if (what < 155) editor_.move(step(), direction(), extend());
        else if (what < 160) editor_.move_by(Length::points(byte() * 4.0 - 500), extend());
        else if (what < 165) editor_.move_to_end(direction(), extend());
        else if (what < 175) choose();
        else if (what < 180) editor_.select_at(point(), static_cast<SelectionUnit>(byte() % 5));
        else if (what < 185) editor_.extend_to(point());
        else if (what < 195) replace();
        else move_text();
    }
    void choose() {
        const TextOffset anchor = place();
        editor_.select(anchor, place());
    }
    void replace() {
        const TextOffset begin = place();
        const TextOffset end = place();
        editor_.replace({begin, end}, piece());
    }
    void move_text() {
        const TextOffset begin = place();
        const TextOffset end = place();
        editor_.move_text({begin, end}, place());
    }

    void act_rarely(std::uint8_t what) {
        if (what < 210) compose();
        else if (what < 216) commit();
        else if (what < 224) editor_.undo();
        else if (what < 230) editor_.redo();
        else if (what < 236) (void)editor_.paste(piece() + piece() + piece());
        else if (what < 239) replace_all();
        else if (what < 243) (void)editor_.find_next(piece(), direction());
        else if (what < 248) change_options();
        else look();
    }
    void compose() {
        const std::u16string text = piece() + piece();
        editor_.compose({text, {{{0, 1}, CompositionLook::target}}, byte()});
    }
    void commit() {
        const TextOffset begin = place();
        const TextOffset end = place();
        editor_.commit(piece(), flag() ? std::optional{TextStretch{begin, end}} : std::nullopt, time_);
    }
    void replace_all() {
        const std::u16string pattern = piece();
        (void)editor_.replace_all(pattern, piece(), {static_cast<script::KeyLevel>(byte() % 3), true});
    }
    void change_options() {
        EditingOptions options = editor_.options();
        options.read_only = byte() % 8 == 0;
        options.backspace = flag() ? Backspace::code_point : Backspace::grapheme;
        options.max_length = byte() % 4 == 0 ? byte() : 0;
        options.movement.arrow_keys = flag() ? layout::ArrowKeys::logical : layout::ArrowKeys::physical;
        editor_.set_options(options);
    }
    void look() {
        const Length offset = Length::points(byte() * 8.0 - 100);
        const layout::View view = editor_.show(offset, Length::points(200));
        (void)editor_.selection_shapes(view.offset, Length::points(200));
        (void)editor_.mark_shapes(view.offset, Length::points(200));
        (void)editor_.composition_shapes({0, 100}, view.offset, Length::points(200));
        (void)editor_.caret_box();
        (void)editor_.unit_at(place(), static_cast<SelectionUnit>(byte() % 5));
        (void)editor_.hit_test(point());
        (void)editor_.check_spelling(std::chrono::microseconds{1});
        if (flag()) editor_.set_measure(Length::points(40 + byte()));
    }

    /// Does to the string what the editor says it did.
    std::string follow() {
        // Changes are replaced against the text that each of them left, so the new text is read at the end: backwards.
        const std::vector<Change> changes = editor_.take_changes();
        const std::u16string now = editor_.text();
        std::u16string back = now;
        for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
            if (change->kind != ChangeKind::text) continue;
            if (change->range.end > back.size()) return "a change goes beyond the text";
            if (change->removed_text.size() != change->removed) return "a change miscounts what it removed";
            back.replace(change->range.begin, change->range.end - change->range.begin, change->removed_text.text());
        }
        if (back != model_) return "the changes do not lead from the old text to the new one";
        if (now.size() != editor_.size()) return "the size is not that of the text";
        if (now.find_first_of(u"\r\u2029") != std::u16string::npos) return "a line end is no line feed";
        model_ = now;
        for (const Change& change : changes) {
            if (change.kind == ChangeKind::selection) told_ = change.selection;
        }
        if (!(told_ == editor_.selection())) return "the selection moved and nobody was told";
        return stands(editor_.selection().head) && stands(editor_.selection().anchor) ? "" : "the caret is at no stop";
    }

    bool stands(TextOffset offset) const {
        const std::size_t begin = offset == 0 ? 0 : model_.rfind(u'\n', offset - 1) + 1;
        const std::size_t end = std::min(model_.find(u'\n', offset), model_.size());
        const std::vector<TextIndex> stops = text::grapheme_boundaries(model_.substr(begin, end - begin));
        return std::binary_search(stops.begin(), stops.end(), static_cast<TextIndex>(offset - begin));
    }

    Editor& editor_;
    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;
    std::u16string model_;
    Selection told_;
    std::chrono::milliseconds time_{};
};

}  // namespace bichig::edit::testing
