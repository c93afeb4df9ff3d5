// The vertical label. Its height is the measure of its lines; layouts of Qt only know heights that follow from widths,
// so the label tells its layout again how wide it is whenever its height changed.
#include "qt/internal/label_private.h"

#include <algorithm>
#include <cmath>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPaintEvent>
#include <QStyle>


#include "qt/internal/compat.h"

namespace bichig::qt {

namespace {

/// A label that nobody gave a height is so many font sizes high at the most.
constexpr double usual_measure = 16;
constexpr double least_measure = 4;
constexpr double endless = 1e6;

}  // namespace

// ---- layout ----

void Label::Private::outdate() {
    current_ = false;
    asked_.first = -1;
    q->updateGeometry();
    q->update();
}

const Fonts& Label::Private::used_fonts() const {
    static Fonts shared;
    if (!fonts.isNull()) return fonts;
    shared = Fonts::application();
    return shared;
}

bichig_alignment Label::Private::along() const {
    if (alignment & Qt::AlignJustify) return BICHIG_JUSTIFY;
    if (alignment & Qt::AlignVCenter) return BICHIG_CENTRE;
    return alignment & Qt::AlignBottom ? BICHIG_END : BICHIG_START;
}

double Label::Private::natural_length(double font_size) const {
    const Style style_in_size(style, font_size, weight_of(q->font()));
    return TextBox(used_fonts(), content, style_in_size.c, endless).size().height();
}

void Label::Private::lay_out() {
    if (current_) return;
    const double margins = 2 * margin;
    const QSizeF room{std::max(1.0, (q->width() - margins) / scale()),
                      std::max(1.0, (q->height() - margins) / scale())};
    size_ = points_of(q->font());
    if (smallest > 0 && smallest < size_) {
        const Style largest(style, size_, weight_of(q->font()));
        if (wraps) {
            size_ = fitting_size(used_fonts(), content, largest.c, room, smallest);
        } else {  // sizes of unbroken lines are in proportion to the font's
            const QSizeF taken = TextBox(used_fonts(), content, largest.c, endless).size();
            const double fits = std::min(room.height() / std::max(taken.height(), 0.1),
                                         room.width() / std::max(taken.width(), 0.1));
            size_ = std::clamp(size_ * fits * 0.999, smallest, size_);
        }
    }
    Style chosen(style, size_, weight_of(q->font()));
    chosen.c.alignment = along();
    const double measure = wraps ? room.height() : std::max(room.height(), natural_length(size_) + 0.01);
    box_ = TextBox(used_fonts(), content, chosen.c, measure);
    current_ = true;
    drawn_ = false;
}

const TextBox& Label::Private::box() {
    lay_out();
    return box_;
}

const Drawing& Label::Private::drawing() {
    lay_out();
    if (!drawn_) drawing_ = drawing_of(box_.layout());
    drawn_ = true;
    return drawing_;
}

double Label::Private::size_shown() {
    lay_out();
    return size_;
}

bool Label::Private::overflows() {
    const double rounding = 0.51;  // a label has whole pixels
    const QSizeF taken = box().size() * scale();
    return box().is_overfull() || taken.width() > q->width() - 2 * margin + rounding ||
           taken.height() > q->height() - 2 * margin + rounding;
}

QPointF Label::Private::origin() {
    const double room = q->width() - 2 * margin - box().size().width() * scale();
    double left = 0;
    const Qt::Alignment shown = QStyle::visualAlignment(q->layoutDirection(), alignment | Qt::AlignAbsolute);
    if (room > 0 && (shown & Qt::AlignHCenter)) left = room / 2;
    if (room > 0 && (shown & Qt::AlignRight)) left = room;
    return {margin + left, static_cast<double>(margin)};
}

QSize Label::Private::size_for(int height, double font_size) {
    const Style in_size(style, font_size, weight_of(q->font()));
    const double measure = height > 0 ? (height - 2 * margin) / scale() : endless;
    const QSizeF taken = TextBox(used_fonts(), content, in_size.c, measure).size() * scale();
    return QSize(static_cast<int>(std::ceil(taken.width())), static_cast<int>(std::ceil(taken.height()))) +
           QSize(2 * margin, 2 * margin);
}

int Label::Private::width_for(int height) {
    if (asked_.first != height) asked_ = {height, size_for(height, points_of(q->font())).width()};
    return asked_.second;
}

void Label::Private::resized(bool height_changed) {
    current_ = false;
    if (height_changed && wraps) q->updateGeometry();
}

// ---- selection ----

std::pair<int, int> Label::Private::selection() const {
    return {std::min(anchor, position), std::max(anchor, position)};
}

void Label::Private::set_selection(int from, int to, bool is_upstream) {
    const int size = static_cast<int>(content.size());
    const auto before = selection();
    anchor = std::clamp(from, 0, size);
    position = std::clamp(to, 0, size);
    upstream = is_upstream;
    if (selection() == before) return;
    q->update();
    QAccessibleTextSelectionEvent event(q, selection().first, selection().second);
    announce(event);
    if (QClipboard* board = QApplication::clipboard(); board->supportsSelection() && !q->selectedText().isEmpty()) {
        board->setText(q->selectedText(), QClipboard::Selection);
    }
    Q_EMIT q->selectionChanged();
}

QAccessible::State Label::Private::state(QAccessible::State of_widget) const {
    of_widget.readOnly = true;
    of_widget.selectableText = selectable;
    return of_widget;
}

std::pair<int, int> Label::Private::line_at(int offset) const {
    const std::vector<bichig_line>& lines = q->d->box().lines();
    for (const bichig_line& line : lines) {
        if (static_cast<std::size_t>(std::max(0, offset)) < line.text.end || &line == &lines.back()) {
            return {static_cast<int>(line.text.begin), static_cast<int>(line.text.end)};
        }
    }
    return {0, 0};
}

int Label::Private::offset_at(const QPointF& point) const {
    const bichig_hit hit = q->d->box().hit(q->d->to_box(point));
    return hit.inside != 0 ? static_cast<int>(hit.character.begin) : -1;
}

Attributes Label::Private::attributes_at(int) const {
    return {0, static_cast<int>(content.size()), style.language, q->d->size_shown(), false};
}

/// Where the free end of the selection goes by an arrow: along the line by what a caret passes at once, across to the
/// place beside it.
int Label::Private::next_place(int key) {
    const std::vector<int> places = boundaries(content, BICHIG_GRAPHEMES);
    if (key == Qt::Key_Down) {
        const auto after = std::upper_bound(places.begin(), places.end(), position);
        return after == places.end() ? position : *after;
    }
    if (key == Qt::Key_Up) {
        const auto at = std::lower_bound(places.begin(), places.end(), position);
        return at == places.begin() ? 0 : *(at - 1);
    }
    const QRectF caret = box().caret(position, upstream, 0);
    const double pitch = caret.width() > 0 ? style.linePitch * size_shown() : 0;
    const double x = caret.center().x() + (key == Qt::Key_Right ? pitch : -pitch);
    if (x < 0) return 0;
    if (x > box().size().width()) return static_cast<int>(content.size());
    return static_cast<int>(box().hit({x, caret.center().y()}).offset);
}

void Label::Private::move(QKeyEvent& event) {
    const bool arrow = event.key() >= Qt::Key_Left && event.key() <= Qt::Key_Down;
    if (!arrow || !(event.modifiers() & Qt::ShiftModifier)) {
        event.ignore();
        return;
    }
    set_selection(anchor, next_place(event.key()), false);
}

// ---- the widget ----

Label::Label(QWidget* parent) : QWidget{parent}, d{std::make_unique<Private>(this)} {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

Label::Label(const QString& text, QWidget* parent) : Label{parent} { setText(text); }

Label::~Label() = default;

QString Label::text() const { return d->content; }

void Label::setText(const QString& text) {
    if (text == d->content) return;
    d->set_selection(0, 0, false);
    d->content = text;
    d->outdate();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    announce(event);
    Q_EMIT textChanged(text);
}

Qt::Alignment Label::alignment() const { return d->alignment; }
void Label::setAlignment(Qt::Alignment alignment) {
    d->alignment = alignment;
    d->outdate();
}

bool Label::wordWrap() const { return d->wraps; }
void Label::setWordWrap(bool on) {
    d->wraps = on;
    d->outdate();
}

double Label::smallestFontSize() const { return d->smallest; }
void Label::setSmallestFontSize(double points) {
    d->smallest = points > 0 ? std::max(points, 0.1) : 0;
    d->outdate();
}

int Label::margin() const { return d->margin; }
void Label::setMargin(int pixels) {
    d->margin = std::max(0, pixels);
    d->outdate();
}

Fonts Label::fonts() const { return d->fonts; }
void Label::setFonts(const Fonts& fonts) {
    d->fonts = fonts;
    d->outdate();
}

TextStyle Label::textStyle() const { return d->style; }
void Label::setTextStyle(const TextStyle& style) {
    d->style = style;
    d->outdate();
}

bool Label::isTextSelectable() const { return d->selectable; }
void Label::setTextSelectable(bool on) {
    d->selectable = on;
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
    if (on) {
        setCursor(Qt::IBeamCursor);
    } else {
        unsetCursor();
        d->set_selection(0, 0, false);
    }
}

void Label::setSelection(int begin, int length) { d->set_selection(begin, begin + std::max(0, length), false); }

int Label::selectionStart() const {
    const auto [begin, end] = d->selection();
    return begin == end ? -1 : begin;
}

QString Label::selectedText() const {
    const auto [begin, end] = d->selection();
    return d->content.mid(begin, end - begin);
}

void Label::selectAll() { d->set_selection(0, static_cast<int>(d->content.size()), false); }

void Label::copy() const {
    if (!selectedText().isEmpty()) QApplication::clipboard()->setText(selectedText());
}

int Label::widthForHeight(int height) const {
    return d->width_for(height);
}

double Label::shownFontSize() const { return d->size_shown(); }
bool Label::isOverflowing() const { return d->overflows(); }

QRectF Label::characterRect(int offset) const {
    if (offset < 0 || offset >= d->content.size()) return {};
    const std::vector<int> places = boundaries(d->content, BICHIG_GRAPHEMES);
    const auto after = std::upper_bound(places.begin(), places.end(), offset);
    const int begin = after == places.begin() ? 0 : *(after - 1);
    const std::vector<QRectF> boxes = d->box().selection(begin, after == places.end() ? begin : *after);
    if (boxes.empty()) return {};
    return {boxes.front().topLeft() * d->scale() + d->origin(), boxes.front().size() * d->scale()};
}

int Label::offsetAt(const QPointF& point) const { return static_cast<int>(d->box().hit(d->to_box(point)).offset); }

QSize Label::sizeHint() const {
    ensurePolished();
    const double font_size = points_of(font());
    const QSize natural = d->size_for(0, font_size);
    if (!d->wraps) return natural;
    const int usual = static_cast<int>(std::ceil(usual_measure * font_size * d->scale())) + 2 * d->margin;
    const int height = std::min(natural.height(), usual);
    const bool was_given_height = testAttribute(Qt::WA_Resized) && isVisible();
    return {widthForHeight(was_given_height ? this->height() : height), height};
}

QSize Label::minimumSizeHint() const {
    ensurePolished();
    if (d->smallest > 0) {
        const double font_size = std::min(d->smallest, points_of(font()));
        const QSize line = d->size_for(0, font_size);
        const int least = static_cast<int>(std::ceil(least_measure * font_size * d->scale())) + 2 * d->margin;
        return d->wraps ? QSize(line.width(), std::min(line.height(), least)) : line;
    }
    if (!d->wraps) return sizeHint();
    const int least = static_cast<int>(std::ceil(least_measure * points_of(font()) * d->scale())) + 2 * d->margin;
    const QSize hint = sizeHint();
    return {hint.width(), std::min(hint.height(), least)};
}

void Label::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const auto [begin, end] = d->selection();
    const QPalette& colours = palette();
    const QPalette::ColorGroup group = !isEnabled() ? QPalette::Disabled
                                       : isActiveWindow() && hasFocus() ? QPalette::Active : QPalette::Inactive;
    paint_text(painter, d->drawing(), d->origin(), d->scale(), event->rect(), d->box().selection(begin, end),
               {colours.color(group, QPalette::WindowText), colours.color(group, QPalette::Highlight),
                colours.color(group, QPalette::HighlightedText)});
}

void Label::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    d->resized(event->size().height() != event->oldSize().height());
}

void Label::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::FontChange:
        case QEvent::StyleChange: d->outdate(); break;
        case QEvent::PaletteChange:
        case QEvent::EnabledChange:
        case QEvent::ActivationChange: update(); break;
        default: break;
    }
}

bool Label::event(QEvent* event) {
    // Another screen has other pixels to a point.
    if (event->type() == QEvent::ScreenChangeInternal) d->outdate();
    if (event->type() == QEvent::ShortcutOverride && d->selectable) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Label::mousePressEvent(QMouseEvent* event) {
    if (!d->selectable || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const bichig_hit hit = d->box().hit(d->to_box(point_of(*event)));
    const int at = static_cast<int>(hit.offset);
    d->set_selection(event->modifiers() & Qt::ShiftModifier ? d->anchor : at, at, hit.upstream != 0);
    d->dragging = true;
}

void Label::mouseMoveEvent(QMouseEvent* event) {
    if (!d->dragging) return QWidget::mouseMoveEvent(event);
    const bichig_hit hit = d->box().hit(d->to_box(point_of(*event)));
    d->set_selection(d->anchor, static_cast<int>(hit.offset), hit.upstream != 0);
}

void Label::mouseReleaseEvent(QMouseEvent* event) {
    if (!d->dragging) return QWidget::mouseReleaseEvent(event);
    d->dragging = false;
}

void Label::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!d->selectable || event->button() != Qt::LeftButton) return QWidget::mouseDoubleClickEvent(event);
    const bichig_hit hit = d->box().hit(d->to_box(point_of(*event)));
    const bichig_range word = segment_at(d->content, static_cast<int>(hit.character.begin));
    d->set_selection(static_cast<int>(word.begin), static_cast<int>(word.end), true);
}

void Label::keyPressEvent(QKeyEvent* event) {
    if (!d->selectable) return QWidget::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy)) return copy();
    if (event->matches(QKeySequence::SelectAll)) return selectAll();
    d->move(*event);
}

void Label::focusOutEvent(QFocusEvent* event) {
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        d->set_selection(d->position, d->position, false);
    }
    QWidget::focusOutEvent(event);
}

void Label::contextMenuEvent(QContextMenuEvent* event) {
    if (!d->selectable) return QWidget::contextMenuEvent(event);
    QMenu menu(this);
    QAction* copying = menu.addAction(tr("&Copy"), this, [this] { copy(); });
    copying->setEnabled(!selectedText().isEmpty());
    menu.addAction(tr("Select &All"), this, [this] { selectAll(); });
    menu.exec(event->globalPos());
}

}  // namespace bichig::qt
