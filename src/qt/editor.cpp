// Calls of the editor of the C interface in Qt's types. What fails here is memory or a fault of Bichig: the text stays.
#include "qt/internal/editor.h"

#include <algorithm>
#include <cmath>

#include "qt/internal/text_box.h"

namespace bichig::qt {

namespace {

constexpr double endless = 1e6;

std::size_t place(int offset) { return static_cast<std::size_t>(std::max(0, offset)); }
std::size_t length_of(const QString& text) { return static_cast<std::size_t>(text.size()); }

template <class T>
std::vector<T> owned_array(T* items, std::size_t count) {
    const std::unique_ptr<void, FreeBlock> owned(items);
    return items != nullptr ? std::vector<T>(items, items + count) : std::vector<T>();
}

QString text_of(const bichig_char16* text, std::size_t length) {
    return QString(reinterpret_cast<const QChar*>(text), static_cast<int>(length));
}

bichig_editor_options options_of(const EditorSettings& settings) {
    bichig_editor_options options = BICHIG_EDITOR_OPTIONS_INIT;
    options.read_only = settings.read_only;
    options.single_line = settings.single_line;
    options.max_length = place(settings.max_length);
    options.logical_keys = settings.logical_keys;
    options.backspace_code_point = settings.backspace_by_code_point;
    return options;
}

bichig_editor_step step_of(EditStep step) {
    switch (step) {
        case EditStep::Grapheme: return BICHIG_STEP_GRAPHEME;
        case EditStep::Word: return BICHIG_STEP_WORD;
        case EditStep::LineEdge: return BICHIG_STEP_LINE_EDGE;
        case EditStep::Text: return BICHIG_STEP_TEXT;
    }
    return BICHIG_STEP_GRAPHEME;
}

std::vector<QRectF> rects(bichig_rect* boxes, std::size_t count) {
    std::vector<QRectF> all;
    for (const bichig_rect& box : owned_array(boxes, count)) all.push_back(rect_of(box));
    return all;
}

/// What is painted anew is one stretch: where something grew, all behind it has moved, and what was told of that before
/// with it.
void add_stretch(Changes& all, const bichig_change& change) {
    all.from = std::min(all.from, change.block_begin);
    all.to = change.grown != 0 ? std::numeric_limits<double>::infinity() : std::max(all.to, change.block_end);
}

}  // namespace

// ---- look and settings ----

void Editor::set_look(const Fonts& fonts, const bichig_style& style, double measure) {
    if (fonts.isNull()) return;
    measure = measure > 0 ? std::clamp(measure, 1.0, endless) : endless;
    if (editor_) {
        bichig_editor_set_style(editor_.get(), fonts.handle(), &style, nullptr);
        bichig_editor_set_measure(editor_.get(), measure, nullptr);
        return;
    }
    bichig_editor* made = nullptr;
    bichig_error error = BICHIG_ERROR_INIT;
    const bichig_editor_options options = options_of(settings_);
    if (bichig_editor_open_utf16(fonts.handle(), units(kept_), length_of(kept_), &style, measure, &options, &made,
                                 &error) != BICHIG_OK) {
        qWarning("bichig: a text cannot be edited: %s", error.message);
        return;
    }
    editor_.reset(made);
    bichig_editor_set_placeholder_utf16(made, units(placeholder_), length_of(placeholder_), nullptr);
    kept_.clear();
}

void Editor::set_settings(const EditorSettings& settings) {
    settings_ = settings;
    const bichig_editor_options options = options_of(settings);
    if (editor_) bichig_editor_set_options(editor_.get(), &options, nullptr);
}

void Editor::set_measure(double measure) {
    if (!editor_) return;
    bichig_editor_set_measure(editor_.get(), measure > 0 ? std::clamp(measure, 1.0, endless) : endless, nullptr);
}

void Editor::set_placeholder(const QString& text) {
    placeholder_ = text;
    if (editor_) bichig_editor_set_placeholder_utf16(editor_.get(), units(text), length_of(text), nullptr);
}

bichig_editor_state Editor::state() const {
    bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
    if (editor_) bichig_editor_get_state(editor_.get(), &state, nullptr);
    return state;
}

// ---- text ----

int Editor::size() const { return editor_ ? static_cast<int>(state().length) : static_cast<int>(kept_.size()); }

QString Editor::text(int begin, int end) const {
    if (!editor_) return kept_.mid(std::max(0, begin), std::max(0, end - begin));
    bichig_char16* text = nullptr;
    std::size_t length = 0;
    if (begin >= end) return {};
    bichig_editor_text_utf16(editor_.get(), place(begin), place(end), &text, &length, nullptr);
    const std::unique_ptr<void, FreeBlock> owned(text);
    return text_of(text, length);
}

void Editor::set_text(const QString& text) {
    if (!editor_) {
        kept_ = text;
        return;
    }
    replaced_ = this->text();
    bichig_editor_set_text_utf16(editor_.get(), units(text), length_of(text), nullptr);
}

bool Editor::insert(const QString& text, qint64 time) {
    int changed = 0;
    if (editor_) {
        bichig_editor_insert_utf16(editor_.get(), units(text), length_of(text), static_cast<unsigned long>(time),
                                   &changed, nullptr);
    }
    return changed != 0;
}

bool Editor::erase(EditStep step, bool forward, qint64 time) {
    int changed = 0;
    if (editor_) {
        bichig_editor_erase(editor_.get(), step_of(step), forward, static_cast<unsigned long>(time), &changed, nullptr);
    }
    return changed != 0;
}

bool Editor::replace(int begin, int end, const QString& text) {
    int changed = 0;
    if (editor_) {
        bichig_editor_replace_utf16(editor_.get(), place(begin), place(end), units(text), length_of(text), &changed,
                                    nullptr);
    }
    return changed != 0;
}

Cleaned Editor::paste(const QString& text, bool clean) {
    if (!editor_) return {};
    bichig_paste_options options = BICHIG_PASTE_OPTIONS_INIT;
    options.raw = clean ? 0 : 1;
    bichig_paste_report report = BICHIG_PASTE_REPORT_INIT;
    bichig_editor_paste_utf16(editor_.get(), units(text), length_of(text), &options, &report, nullptr);
    return {static_cast<int>(report.words_converted), static_cast<int>(report.connectors), report.cut != 0};
}

bool Editor::move_text(int begin, int end, int to) {
    int changed = 0;
    if (editor_) bichig_editor_move_text(editor_.get(), place(begin), place(end), place(to), &changed, nullptr);
    return changed != 0;
}

bool Editor::undo() {
    int changed = 0;
    if (editor_) bichig_editor_undo(editor_.get(), &changed, nullptr);
    return changed != 0;
}

bool Editor::redo() {
    int changed = 0;
    if (editor_) bichig_editor_redo(editor_.get(), &changed, nullptr);
    return changed != 0;
}

bool Editor::can_undo() const { return state().can_undo != 0; }
bool Editor::can_redo() const { return state().can_redo != 0; }
bool Editor::is_changed() const { return state().changed != 0; }
void Editor::set_saved() {
    if (editor_) bichig_editor_set_saved(editor_.get(), nullptr);
}

void Editor::compose(const QString& text, int caret) {
    if (!editor_) return;
    composition_ = text;
    bichig_editor_compose_utf16(editor_.get(), units(text), length_of(text), place(caret), nullptr);
}

bool Editor::commit(const QString& text, std::optional<std::pair<int, int>> range, qint64 time) {
    int changed = 0;
    bichig_range replaced{0, 0};
    if (range) replaced = {place(range->first), place(range->second)};
    composition_.clear();
    if (editor_) {
        bichig_editor_commit_utf16(editor_.get(), units(text), length_of(text), range ? &replaced : nullptr,
                                   static_cast<unsigned long>(time), &changed, nullptr);
    }
    return changed != 0;
}

/// What the user does otherwise ends a composition.
QString Editor::composition() const { return state().composing != 0 ? composition_ : QString(); }

// ---- caret and selection ----

bichig_selection Editor::selection() const {
    bichig_selection selection = BICHIG_SELECTION_INIT;
    if (editor_) bichig_editor_get_selection(editor_.get(), &selection, nullptr);
    return selection;
}

void Editor::select(int anchor, int head) {
    if (editor_) bichig_editor_select(editor_.get(), place(anchor), place(head), nullptr);
}

void Editor::select_at(const QPointF& point, EditUnit unit) {
    const bichig_editor_unit units[] = {BICHIG_UNIT_GRAPHEME, BICHIG_UNIT_WORD, BICHIG_UNIT_PARAGRAPH};
    if (editor_) bichig_editor_press(editor_.get(), point.x(), point.y(), units[static_cast<int>(unit)], nullptr);
}

void Editor::extend_to(const QPointF& point) {
    if (editor_) bichig_editor_drag(editor_.get(), point.x(), point.y(), nullptr);
}

void Editor::move(int arrow, bool by_word, bool extend) {
    if (!editor_) return;
    const bichig_arrow to = arrow == Qt::Key_Up     ? BICHIG_ARROW_UP
                            : arrow == Qt::Key_Down ? BICHIG_ARROW_DOWN
                            : arrow == Qt::Key_Left ? BICHIG_ARROW_LEFT : BICHIG_ARROW_RIGHT;
    bichig_editor_key(editor_.get(), to, by_word, extend, nullptr);
}

void Editor::move(EditStep step, bool forward, bool extend) {
    if (editor_) bichig_editor_move(editor_.get(), step_of(step), forward, extend, nullptr);
}

void Editor::move_by(double distance, bool extend) {
    if (editor_) bichig_editor_move_by(editor_.get(), distance, extend, nullptr);
}

// ---- where things are ----

Seen Editor::seen() const {
    if (!editor_) return {0, 0, false, false, false, 0, kept_.isEmpty(), {}};
    const bichig_editor_state now = state();
    return {anchor(), head(), now.can_undo != 0, now.can_redo != 0, now.changed != 0, now.extent,
            now.length == 0 && now.composing == 0, caret()};
}

double Editor::show(double x, double width) {
    bichig_editor_view view = BICHIG_EDITOR_VIEW_INIT;
    if (!editor_ || bichig_editor_show(editor_.get(), std::max(0.0, x), width, &view, nullptr) != BICHIG_OK) return x;
    return x < 0 ? x : view.offset;
}

QRectF Editor::caret() const {
    bichig_rect rect{0, 0, 0, 0};
    if (editor_) bichig_editor_caret(editor_.get(), 0, &rect, nullptr);
    return rect_of(rect);
}

QRectF Editor::caret(int offset, bool upstream) const {
    bichig_rect rect{0, 0, 0, 0};
    if (editor_) bichig_editor_caret_at(editor_.get(), place(offset), upstream ? 1 : 0, 0, &rect, nullptr);
    return rect_of(rect);
}

bichig_hit Editor::hit(const QPointF& point) const {
    bichig_hit hit = BICHIG_HIT_INIT;
    if (editor_) bichig_editor_hit_test(editor_.get(), point.x(), point.y(), &hit, nullptr);
    return hit;
}

std::vector<QRectF> Editor::shapes(int begin, int end, double x, double width) const {
    bichig_rect* boxes = nullptr;
    std::size_t count = 0;
    if (editor_ && begin < end) {
        bichig_editor_boxes(editor_.get(), place(begin), place(end), std::max(0.0, x), width, &boxes, &count, nullptr);
    }
    return rects(boxes, count);
}

std::vector<QRectF> Editor::composition_shapes(int begin, int end, double x, double width) const {
    bichig_rect* boxes = nullptr;
    std::size_t count = 0;
    if (editor_ && begin < end) {
        bichig_editor_composition_boxes(editor_.get(), place(begin), place(end), std::max(0.0, x), width, &boxes,
                                        &count, nullptr);
    }
    return rects(boxes, count);
}

std::pair<int, int> Editor::paragraphs(double x, double width) const {
    bichig_editor_view view = BICHIG_EDITOR_VIEW_INIT;
    if (editor_) bichig_editor_show(editor_.get(), std::max(0.0, x), width, &view, nullptr);
    return {static_cast<int>(view.text.begin), static_cast<int>(view.text.end)};
}

Drawing Editor::drawing(double x, double width) const {
    Drawing drawing;
    const bichig_page_visitor visitor = drawing.visitor();
    if (editor_) bichig_editor_visit(editor_.get(), std::max(0.0, x), width, &visitor, nullptr);
    return drawing;
}

// ---- search, spelling, what is not seen ----

std::optional<std::pair<int, int>> Editor::find(const QString& pattern, bool forward, bichig_key_level level) {
    bichig_editor_match match = BICHIG_EDITOR_MATCH_INIT;
    if (!editor_ || pattern.isEmpty() ||
        bichig_editor_find_utf16(editor_.get(), units(pattern), length_of(pattern), level,
                                 place(forward ? end() : begin()), forward, 1, &match, nullptr) != BICHIG_OK) {
        return {};
    }
    select(static_cast<int>(match.range.begin), static_cast<int>(match.range.end));
    return std::pair{static_cast<int>(match.range.begin), static_cast<int>(match.range.end)};
}

int Editor::replace_all(const QString& pattern, const QString& with, bichig_key_level level) {
    std::size_t count = 0;
    if (editor_ && !pattern.isEmpty()) {
        bichig_editor_replace_all_utf16(editor_.get(), units(pattern), length_of(pattern), units(with),
                                        length_of(with), level, &count, nullptr);
    }
    return static_cast<int>(count);
}

void Editor::set_checker(const bichig_checker* checker, bool accepts_nnbsp) {
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    options.accept_nnbsp = accepts_nnbsp ? 1 : 0;
    if (editor_) bichig_editor_set_checker(editor_.get(), checker, &options, nullptr);
}

void Editor::recheck() {
    if (editor_) bichig_editor_recheck(editor_.get(), nullptr);
}

bool Editor::check(int microseconds) {
    int done = 1;
    if (editor_) bichig_editor_check(editor_.get(), static_cast<unsigned long>(microseconds), &done, nullptr);
    return done != 0;
}

std::optional<Mark> Editor::mark_at(int offset) const {
    bichig_word_finding* findings = nullptr;
    std::size_t count = 0;
    if (editor_) {
        bichig_editor_marks(editor_.get(), place(offset), place(offset) + 1, &findings, &count, nullptr);
    }
    const std::unique_ptr<void, FreeBlock> owned(findings);
    if (count == 0) return {};
    const bichig_word_finding& finding = findings[0];
    Mark mark{static_cast<int>(finding.range.begin), static_cast<int>(finding.range.end), finding.fault,
              QLatin1String(finding.id), QString::fromUtf8(finding.reason), {}};
    for (std::size_t i = 0; i < finding.suggestion_count; ++i) {
        const bichig_suggestion& suggestion = finding.suggestions[i];
        mark.suggestions.push_back({text_of(suggestion.utf16, suggestion.length), suggestion.cost});
    }
    return mark;
}

std::vector<std::pair<int, int>> Editor::marked(int begin, int end) const {
    bichig_word_finding* findings = nullptr;
    std::size_t count = 0;
    if (editor_ && begin < end) {
        bichig_editor_marks(editor_.get(), place(begin), place(end), &findings, &count, nullptr);
    }
    const std::unique_ptr<void, FreeBlock> owned(findings);
    std::vector<std::pair<int, int>> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.emplace_back(static_cast<int>(findings[i].range.begin), static_cast<int>(findings[i].range.end));
    }
    return all;
}

std::vector<MarkLine> Editor::mark_lines(double x, double width) const {
    bichig_mark_line* lines = nullptr;
    std::size_t count = 0;
    if (editor_) bichig_editor_mark_lines(editor_.get(), std::max(0.0, x), width, &lines, &count, nullptr);
    std::vector<MarkLine> all;
    for (const bichig_mark_line& line : owned_array(lines, count)) {
        all.push_back({line.fault, {line.x1, line.y1}, {line.x2, line.y2}, line.font_size});
    }
    return all;
}

std::vector<bichig_character> Editor::characters(int begin, int end, bool hidden_ones) const {
    bichig_character* characters = nullptr;
    std::size_t count = 0;
    if (editor_ && begin < end) {
        bichig_editor_characters(editor_.get(), place(begin), place(end), hidden_ones, &characters, &count, nullptr);
    }
    return owned_array(characters, count);
}

// ---- what changed ----

Changes Editor::take_changes(bool with_texts) {
    bichig_change* changes = nullptr;
    std::size_t count = 0;
    Changes all;
    if (editor_) bichig_editor_take_changes(editor_.get(), &changes, &count, nullptr);
    const std::unique_ptr<void, FreeBlock> owned(changes);
    for (std::size_t i = 0; i < count; ++i) {
        const bichig_change& change = changes[i];
        switch (change.kind) {
            case BICHIG_CHANGE_TEXT: {
                const int begin = static_cast<int>(change.range.begin);
                const int length = static_cast<int>(change.range.end) - begin;
                all.edited = true;
                if (with_texts) {
                    all.texts.push_back(
                        {begin, text_of(change.removed_text, change.removed), QString(length, QChar())});
                }
                all.looks = true;
                add_stretch(all, change);
                break;
            }
            case BICHIG_CHANGE_EVERYTHING:
                if (with_texts) all.texts = {{0, replaced_, QString(size(), QChar())}};
                replaced_.clear();
                all.edited = all.looks = all.all = true;
                break;
            case BICHIG_CHANGE_COMPOSITION:
                all.looks = true;
                add_stretch(all, change);
                break;
            case BICHIG_CHANGE_LAYOUT: all.looks = all.all = true; break;
            case BICHIG_CHANGE_READ_ONLY:
            case BICHIG_CHANGE_FULL: all.refused = true; break;
            case BICHIG_CHANGE_MARKS:
                all.marks = true;
                add_stretch(all, change);
                break;
            case BICHIG_CHANGE_SELECTION:
            case BICHIG_CHANGE_HISTORY: break;
        }
    }
    fill_in(all.texts);
    return all;
}

/// Adds what was put in. A later change may have taken it away again, so the text is rolled back from what it is now.
void Editor::fill_in(std::vector<TextChange>& changes) const {
    if (changes.size() == 1) {
        TextChange& only = changes.front();
        only.inserted = text(only.begin, only.begin + static_cast<int>(only.inserted.size()));
        return;
    }
    QString now = changes.empty() ? QString() : text();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const int length = static_cast<int>(change->inserted.size());
        change->inserted = now.mid(change->begin, length);
        now.replace(change->begin, length, change->removed);
    }
}

}  // namespace bichig::qt
