// A text that is edited in a widget: what changes, who is told, how it is painted.
#include "qt/internal/text_control.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace bichig::qt {

namespace {

constexpr int check_pause = 250;     ///< milliseconds without typing before spelling is looked at
constexpr int check_slice = 4000;    ///< microseconds that it may take at once

QColor colour_of(bichig_fault fault, bool dark) {
    switch (fault) {
        case BICHIG_FAULT_ENCODING: return dark ? QColor(0xC8, 0x8C, 0xFF) : QColor(0x8E, 0x24, 0xAA);
        case BICHIG_FAULT_SUFFIX: return dark ? QColor(0x6F, 0xB7, 0xFF) : QColor(0x15, 0x65, 0xC0);
        case BICHIG_FAULT_MIXED: return dark ? QColor(0xFF, 0xB0, 0x50) : QColor(0xC7, 0x6A, 0x00);
        case BICHIG_FAULT_SPELLING: return dark ? QColor(0xFF, 0x70, 0x70) : QColor(0xD3, 0x2F, 0x2F);
        case BICHIG_FAULT_UNKNOWN:
        case BICHIG_FAULT_NAME: break;
    }
    return QColor(0x88, 0x88, 0x88);
}

}  // namespace

TextControl::TextControl(QWidget* host, QWidget* canvas, bool single_line)
    : QObject{host}, host_{host}, canvas_{canvas}, readable_{host, this} {
    settings_.single_line = single_line;
    editor_.set_settings(settings_);
    clock_.start();
    canvas->setAcceptDrops(true);
    canvas->setCursor(Qt::IBeamCursor);
    for (QWidget* widget : {host, canvas}) widget->setAttribute(Qt::WA_InputMethodEnabled);
}

TextControl::~TextControl() = default;

// ---- text and settings ----

void TextControl::set_plain_text(const QString& text) {
    editor_.set_text(text);
    sync(false);
    Q_EMIT wanted(caret_room());
    check_soon();
}

void TextControl::insert(const QString& text) {
    editor_.paste(text, false);
    sync();
}

void TextControl::paste_text(const QString& text) {
    const Cleaned cleaned = editor_.paste(text, cleans_);
    sync();
    if (cleaned.words + cleaned.connectors > 0) Q_EMIT textCleaned(cleaned.words, cleaned.connectors);
}

void TextControl::replace(int begin, int end, const QString& with) {
    editor_.replace(begin, end, with);
    sync();
}

void TextControl::set_selection(int anchor, int head) {
    editor_.select(anchor, head);
    sync();
}

bool TextControl::find(const QString& pattern, bool forward, bichig_key_level level) {
    const auto found = editor_.find(pattern, forward, level);
    sync();
    return found.has_value();
}

int TextControl::replace_all(const QString& pattern, const QString& with, bichig_key_level level) {
    const int count = editor_.replace_all(pattern, with, level);
    sync();
    return count;
}

void TextControl::set_modified(bool modified) {
    if (!modified) editor_.set_saved();
    sync(false);
}

void TextControl::set_settings(const EditorSettings& settings) {
    const bool was_read_only = settings_.read_only;
    settings_ = settings;
    editor_.set_settings(settings);
    sync(false);
    if (was_read_only == settings.read_only) return;
    host_->setAttribute(Qt::WA_InputMethodEnabled, !settings.read_only);
    canvas_->setAttribute(Qt::WA_InputMethodEnabled, !settings.read_only);
    QAccessible::State state;
    state.readOnly = true;
    QAccessibleStateChangeEvent event(host_, state);
    announce(event);
    restart_blinking();
}

void TextControl::set_fonts(const Fonts& fonts) {
    fonts_ = fonts;
    set_look();
}

void TextControl::set_style(const TextStyle& style) {
    style_ = style;
    set_look();
}

void TextControl::set_placeholder(const QString& text) {
    editor_.set_placeholder(text);
    sync(false);
    drawn_ = false;
    canvas_->update();
}

void TextControl::set_shows_hidden(bool on) {
    shows_hidden_ = on;
    canvas_->update();
}

void TextControl::set_speller(const Speller& speller) {
    speller_ = speller;
    editor_.set_checker(speller.handle(), speller.acceptsNnbsp());
    sync(false);
    check_soon();
    canvas_->update();
}

void TextControl::recheck() {
    editor_.recheck();
    check_soon();
}

void TextControl::set_look() {
    const Style style(style_, points_of(host_->font()), weight_of(host_->font()));
    editor_.set_look(fonts_.isNull() ? Fonts::application() : fonts_, style.c,
                     measure_ > 0 ? measure_ / scale() : 0);
    editor_.set_settings(settings_);
    editor_.set_checker(speller_.handle(), speller_.acceptsNnbsp());
    drawn_ = false;
    sync(false);
    check_soon();
    canvas_->update();
}

void TextControl::place(const QPointF& origin, double measure) {
    const bool moved = origin != origin_;
    origin_ = origin;
    if (measure != measure_) {
        measure_ = measure;
        editor_.set_measure(measure > 0 ? measure / scale() : 0);
        drawn_ = false;
        sync(false);
    } else if (moved) {
        settle();
    }
    if (moved) canvas_->update();
}

/// Lays out what is seen. Whether something that had not been seen before was larger or smaller than thought, so that
/// what is seen stands elsewhere now.
bool TextControl::settle() {
    const double from = seen_from();
    if (settings_.single_line) {  // all of it is laid out, and takes one line across
        editor_.show(from, seen_width());
        return false;
    }
    // The margin behind the text is no room that the text could fill.
    const double width = std::clamp(editor_.extent() - from, 0.0, seen_width());
    const double far = (editor_.show(from, width) - from) * scale();
    const double extent = editor_.extent();
    const bool grew = extent != std::exchange(seen_.extent, extent);
    if (std::abs(far) < 0.01) {
        if (grew) Q_EMIT resized();  // behind what is seen: there is more to scroll to
        return false;
    }
    drawn_ = false;
    seen_.caret = editor_.caret();
    canvas_->update();
    Q_EMIT shifted(far);
    return true;
}

double TextControl::line_pitch() const { return style_.linePitch * points_of(host_->font()) * scale(); }

// ---- what changed ----

/// Tells everybody what the last call of the editor did.
void TextControl::sync(bool reveals) {
    const Changes changes = editor_.take_changes(is_heard());
    const Seen before = seen_;
    seen_ = editor_.seen();
    const bool moved = seen_.head != before.head;
    const bool selected = moved || seen_.anchor != before.anchor;
    const bool changed = changes.looks || changes.edited;
    if (changed) drawn_ = false;
    if (changed || changes.marks || selected) update_for(changes, before);
    if (seen_.extent != before.extent) Q_EMIT resized();
    if (reveals && (moved || changed)) {
        reveal_caret();
    } else if (changed) {
        settle();
    }
    for (const TextChange& change : changes.texts) tell_readers(change);
    if (changes.edited) {
        check_soon();
        Q_EMIT textChanged();
    }
    if (changes.marks) {
        QAccessibleEvent event(host_, QAccessible::TextAttributeChanged);
        announce(event);
    }
    if (selected || changed) {
        restart_blinking();
        if (host_->hasFocus()) QGuiApplication::inputMethod()->update(Qt::ImQueryInput);
    }
    if (moved) {
        QAccessibleTextCursorEvent event(host_, seen_.head);
        announce(event);
        Q_EMIT cursorPositionChanged();
    }
    const bool had = before.anchor != before.head;
    const bool has = seen_.anchor != seen_.head;
    if (selected && (had || has)) {
        QAccessibleTextSelectionEvent event(host_, editor_.begin(), editor_.end());
        announce(event);
        Q_EMIT selectionChanged();
        if (had != has) Q_EMIT copyAvailable(has);
    }
    if (before.can_undo != seen_.can_undo) Q_EMIT undoAvailable(seen_.can_undo);
    if (before.can_redo != seen_.can_redo) Q_EMIT redoAvailable(seen_.can_redo);
    if (before.changed != seen_.changed) Q_EMIT modificationChanged(seen_.changed);
    if (changes.refused) QApplication::beep();
}

/// Scrolling may show what was not laid out yet, and that may move the caret.
void TextControl::reveal_caret() {
    for (int i = 0; i < 3; ++i) {
        Q_EMIT wanted(caret_room());
        if (!settle()) break;
    }
}

/// Asks for painting: after a key only of the paragraph, and of those behind it where it grew. What was selected, and
/// the placeholder, may stand anywhere; a mark may come to a word that the caret has left.
void TextControl::update_for(const Changes& changes, const Seen& before) {
    const bool was_selected = before.anchor != before.head;
    const bool is_selected = seen_.anchor != seen_.head;
    const bool edited = changes.looks || changes.marks;
    if (changes.all || !edited || was_selected || is_selected || before.placeholder || seen_.placeholder) {
        canvas_->update();
        return;
    }
    const double pitch = line_pitch();
    const double left = std::max(0.0, origin_.x() + changes.from * scale() - pitch);
    const double right = std::min<double>(canvas_->width(), origin_.x() + changes.to * scale() + pitch);
    if (left < right) canvas_->update(QRectF(left, 0, right - left, canvas_->height()).toAlignedRect());
    canvas_->update(to_pixels(before.caret).toAlignedRect().adjusted(-2, -2, 2, 2));
    canvas_->update(to_pixels(seen_.caret).toAlignedRect().adjusted(-2, -2, 2, 2));
}

void TextControl::tell_readers(const TextChange& change) {
    if (change.removed.isEmpty()) {
        QAccessibleTextInsertEvent event(host_, change.begin, change.inserted);
        announce(event);
    } else if (change.inserted.isEmpty()) {
        QAccessibleTextRemoveEvent event(host_, change.begin, change.removed);
        announce(event);
    } else {
        QAccessibleTextUpdateEvent event(host_, change.begin, change.removed, change.inserted);
        announce(event);
    }
}

void TextControl::restart_blinking() {
    const bool hidden = caret_hidden_ && !editor_.composition().isEmpty();
    caret_on_ = host_->hasFocus() && !hidden && !settings_.read_only;
    const int time = QApplication::cursorFlashTime();
    if (caret_on_ && time > 0) {
        blinker_.start(time / 2, this);
    } else {
        blinker_.stop();
    }
    canvas_->update(caret_rect().toAlignedRect().adjusted(-2, -2, 2, 2));
}

void TextControl::check_soon() {
    if (!speller_.isNull()) checker_.start(check_pause, this);
}

void TextControl::timerEvent(QTimerEvent* event) {
    if (event->timerId() == blinker_.timerId()) {
        caret_on_ = !caret_on_;
        canvas_->update(caret_rect().toAlignedRect().adjusted(-2, -2, 2, 2));
    } else if (event->timerId() == checker_.timerId()) {
        if (editor_.check(check_slice)) {
            checker_.stop();
        } else {
            checker_.start(0, this);  // other events come in between
        }
        sync(false);
    } else if (event->timerId() == scroller_.timerId()) {
        editor_.extend_to(to_points(pointed_));
        sync();
    }
}

// ---- places ----

QRectF TextControl::to_pixels(const QRectF& points) const {
    return {points.topLeft() * scale() + origin_, points.size() * scale()};
}

/// At the other end of the selection; where that is the end of a line it stands there, with what is selected.
QRectF TextControl::anchor_rect() const {
    const int anchor = editor_.anchor();
    const int head = editor_.head();
    return anchor == head ? caret_rect() : flat(editor_.caret(anchor, anchor > head));
}

QRectF TextControl::caret_rect() const { return flat(editor_.caret()); }

/// Flat, across the line; at least as thick as the style says.
QRectF TextControl::flat(const QRectF& caret) const {
    const QRectF box = to_pixels(caret);
    const double thickness = std::max(1, host_->style()->pixelMetric(QStyle::PM_TextCursorWidth, nullptr, host_));
    return {box.left(), std::max(origin_.y(), box.center().y() - thickness / 2), box.width(), thickness};
}

/// From the caret before it to the one behind it, or to the end of its line.
QRectF TextControl::character_rect(int offset) const {
    constexpr int around = 64;  // no grapheme is longer in earnest
    const int first = std::max(0, offset - around);
    const std::vector<int> stops = boundaries(editor_.text(first, offset + around), BICHIG_GRAPHEMES);
    const auto after = std::upper_bound(stops.begin(), stops.end(), offset - first);
    if (offset < 0 || after == stops.end() || after == stops.begin()) return {};
    const QRectF begin = editor_.caret(first + *(after - 1));
    const QRectF end = editor_.caret(first + *after);
    const bool same_line = std::abs(begin.center().x() - end.center().x()) < 0.5 && end.top() >= begin.top();
    if (same_line) return to_pixels({begin.left(), begin.top(), begin.width(), end.top() - begin.top()});
    // The caret behind it stands in the next line; a line end has no room of its own.
    double length = begin.width() / 2;
    for (const QRectF& box : editor_.shapes(first + *(after - 1), first + *after, begin.left(), begin.width())) {
        if (std::abs(box.center().x() - begin.center().x()) < begin.width() / 2) length = box.bottom() - begin.top();
    }
    return to_pixels({begin.left(), begin.top(), begin.width(), length});
}

QRectF TextControl::rect_of(int offset) const {
    const QRectF rect = offset == editor_.size() ? caret_rect() : character_rect(offset);
    return rect.translated(canvas_ == host_ ? QPoint() : canvas_->pos());
}

/// The room of its line at the caret: what is to be seen of it.
QRectF TextControl::caret_room() const {
    const QRectF caret = caret_rect();
    const double aside = std::max(0.0, (line_pitch() - caret.width()) / 2);
    return caret.adjusted(-aside, 0, aside, 0);
}

int TextControl::place_at(const QPointF& point) const { return static_cast<int>(editor_.hit(to_points(point)).offset); }

int TextControl::offset_at(const QPointF& point) const {
    const bichig_hit hit = editor_.hit(to_points(point - (canvas_ == host_ ? QPointF() : QPointF(canvas_->pos()))));
    return hit.inside != 0 ? static_cast<int>(hit.character.begin) : -1;
}

/// Of the part of a paragraph that is alike.
Attributes TextControl::attributes_at(int offset) const {
    const auto [begin, end] = paragraph_at(offset);
    Attributes all{begin, end, style_.language, points_of(host_->font()), false};
    for (const auto& [from, to] : editor_.marked(begin, end)) {
        if (to <= offset) all.begin = std::max(all.begin, to);
        if (from > offset) all.end = std::min(all.end, from);
        if (from <= offset && offset < to) {
            all.misspelt = true;
            all.begin = from;
            all.end = to;
            break;
        }
    }
    return all;
}

std::pair<int, int> TextControl::line_at(int offset) const {
    const double x = editor_.caret(offset).center().x();
    constexpr double beyond = 1e6;
    return {static_cast<int>(editor_.hit({x, -beyond}).offset), static_cast<int>(editor_.hit({x, beyond}).offset)};
}

void TextControl::reveal(int begin, int end) {
    Q_EMIT wanted(to_pixels(editor_.caret(end)));
    Q_EMIT wanted(to_pixels(editor_.caret(begin)));
}

QAccessible::State TextControl::state(QAccessible::State of_widget) const {
    of_widget.editable = true;
    of_widget.readOnly = settings_.read_only;
    of_widget.multiLine = !settings_.single_line;
    of_widget.selectableText = true;
    return of_widget;
}

// ---- painting ----

void TextControl::paint(QPainter& painter, const QRect& clip) {
    double x = seen_from();
    double width = seen_width();
    Drawing part;  // of what is painted; it is not kept
    const bool is_drawn = drawn_ && x == drawn_from_ && width == drawn_width_;
    const bool draws_part = !is_drawn && 2 * clip.width() < canvas_->width();
    if (draws_part) {
        const double aside = line_pitch();  // ink may stand out of its line
        x = (clip.left() - aside - origin_.x()) / scale();
        width = (clip.width() + 2 * aside) / scale();
        part = editor_.drawing(x, width);
    } else if (!is_drawn) {
        drawing_ = editor_.drawing(x, width);
        drawn_from_ = x;
        drawn_width_ = width;
        drawn_ = true;
    }
    const QPalette& colours = host_->palette();
    const QPalette::ColorGroup group = !host_->isEnabled() ? QPalette::Disabled
                                       : host_->hasFocus() ? QPalette::Active : QPalette::Inactive;
    paint_composition(painter);
    paint_text(painter, draws_part ? part : drawing_, origin_, scale(), clip,
               editor_.shapes(editor_.begin(), editor_.end(), x, width),
               {colours.color(group, is_empty() ? QPalette::PlaceholderText : QPalette::Text),
                colours.color(group, QPalette::Highlight), colours.color(group, QPalette::HighlightedText)});
    paint_marks(painter, x, width);
    if (shows_hidden_) paint_hidden(painter);
    if (caret_on_) painter.fillRect(caret_rect(), colours.color(group, QPalette::Text));
    if (drop_at_) {
        QRectF place = to_pixels(editor_.caret(*drop_at_));
        place.setHeight(1);
        painter.fillRect(place, colours.color(group, QPalette::Text));
    }
}

/// Waves on the right side of the line, where an underline stands in Mongolian.
void TextControl::paint_marks(QPainter& painter, double x_from, double width) const {
    const std::vector<MarkLine> lines = editor_.mark_lines(x_from, width);
    if (lines.empty()) return;
    const bool dark = host_->palette().color(QPalette::Base).lightness() < 128;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const MarkLine& line : lines) {
        const double wave = std::max(1.0, 0.05 * line.size * scale());
        const double x = origin_.x() + line.begin.x() * scale();
        const double begin = origin_.y() + line.begin.y() * scale();
        const double end = origin_.y() + line.end.y() * scale();
        QPainterPath path(QPointF(x, begin));
        bool out = true;
        for (double y = begin + 2 * wave; y < end; y += 2 * wave, out = !out) path.lineTo(x + (out ? wave : -wave), y);
        path.lineTo(x, end);
        painter.strokePath(path, QPen(colour_of(line.fault, dark), std::max(1.0, 0.7 * wave)));
    }
    painter.restore();
}

/// A bar across the line where a character without ink stands, and its name on the left side.
void TextControl::paint_hidden(QPainter& painter) const {
    const auto [begin, end] = editor_.paragraphs(seen_from(), seen_width());
    painter.save();
    const auto colour_of = [this](QPalette::ColorRole role) {
        QColor colour = host_->palette().color(role);
        colour.setAlphaF(0.55F);
        return colour;
    };
    QFont font = host_->font();
    font.setPointSizeF(std::max(4.0, points_of(font) * 0.3));
    painter.setFont(font);
    QPointF taken(-1e9, -1e9);  // names of characters at one place follow one another
    for (const bichig_character& one : editor_.characters(begin, end, true)) {
        const QRectF place = to_pixels(editor_.caret(static_cast<int>(one.offset)));
        if (place.right() < 0 || place.left() > canvas_->width()) continue;
        const QString label = QString::fromLatin1(one.label);
        const double y = place.center().y();
        const int offset = static_cast<int>(one.offset);
        const bool is_selected = offset >= editor_.begin() && offset < editor_.end();
        painter.setPen(colour_of(is_selected ? QPalette::HighlightedText : QPalette::Text));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
        const bool follows = taken.x() == place.left() && taken.y() > y;
        if (follows) painter.setPen(colour_of(QPalette::Text));  // it may stand beyond what is selected
        painter.save();
        painter.translate(place.left() - painter.fontMetrics().ascent(), follows ? taken.y() : y + 1);
        painter.rotate(90);
        painter.drawText(QPointF(0, 0), label);
        painter.restore();
        taken = {place.left(), (follows ? taken.y() : y) + painter.fontMetrics().horizontalAdvance(label) + 3};
    }
    painter.restore();
}

/// What an input method composes has a line on its right side; the part that is being chosen for has a ground.
void TextControl::paint_composition(QPainter& painter) const {
    const int size = static_cast<int>(editor_.composition().size());
    if (size == 0) return;
    QColor ground = host_->palette().color(QPalette::Highlight);
    ground.setAlphaF(0.3F);
    for (const CompositionStretch& part : composed_) {
        if (!part.target) continue;
        for (const QRectF& box : editor_.composition_shapes(part.begin, part.end, seen_from(), seen_width())) {
            painter.fillRect(to_pixels(box), ground);
        }
    }
    for (const QRectF& box : editor_.composition_shapes(0, size, seen_from(), seen_width())) {
        const QRectF shown = to_pixels(box);
        const double side = shown.center().x() + 0.6 * points_of(host_->font()) * scale();
        painter.fillRect(QRectF(side, shown.top(), 1, shown.height()), host_->palette().color(QPalette::Text));
    }
}

}  // namespace bichig::qt
