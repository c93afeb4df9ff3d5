// The view of pages: where they are, how they are painted, and what the user does to it.
#include "qt/internal/page_view_private.h"

#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include "qt/internal/compat.h"

namespace bichig::qt {

namespace {

constexpr double gap = 12;        ///< pixels between and around pages
constexpr std::size_t kept = 8;   ///< drawings of pages that are kept beside those that are seen
constexpr double least_zoom = 0.05;
constexpr double greatest_zoom = 16;
constexpr double zoom_step = 1.2;

}  // namespace

// ---- geometry ----

/// Sets the zoom that the mode asks for.
void PageView::Private::fit() {
    if (mode == ZoomMode::Free || pages_.empty()) return;
    QSizeF largest;
    for (const Page& page : pages_) largest = largest.expandedTo(page.points);
    const double per_point = pixels_per_point(*q);
    const QSizeF room = QSizeF(q->viewport()->size()) - QSizeF(2 * gap, 2 * gap);
    double fitting = room.width() / (largest.width() * per_point);
    if (mode == ZoomMode::FitPage) fitting = std::min(fitting, room.height() / (largest.height() * per_point));
    fitting = std::clamp(fitting, least_zoom, greatest_zoom);
    if (fitting == zoom) return;
    zoom = fitting;
    Q_EMIT q->zoomChanged(zoom);
}

/// Places the pages along the orientation, each centred across it, and sets the scroll bars.
void PageView::Private::arrange() {
    if (arranging) return;  // a scroll bar that appears resizes the view
    arranging = true;
    fit();
    const bool down = orientation == Qt::Vertical;
    const auto along = [down](QSizeF size) { return down ? size.height() : size.width(); };
    const auto across = [down](QSizeF size) { return down ? size.width() : size.height(); };
    double widest = 0;
    for (const Page& page : pages_) widest = std::max(widest, across(page.points) * scale());
    double at = gap;
    for (Page& page : pages_) {
        const QSizeF size = QSizeF((page.points * scale()).toSize());  // edges on whole pixels are sharp
        const double aside = std::round(gap + (widest - across(size)) / 2);
        page.rect = {down ? QPointF(aside, at) : QPointF(at, aside), size};
        at += along(size) + gap;
    }
    content = down ? QSizeF(widest + 2 * gap, at) : QSizeF(at, widest + 2 * gap);
    const auto set = [](QScrollBar* bar, double length, int room) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(length - 0.01)) - room));
        bar->setPageStep(room);
        bar->setSingleStep(std::max(20, room / 16));
    };
    set(q->horizontalScrollBar(), content.width(), q->viewport()->width());
    set(q->verticalScrollBar(), content.height(), q->viewport()->height());
    arranging = false;
    q->viewport()->update();
    note_current();
}

/// What stands at the corner of the viewport: negative where the content is smaller and stands in the middle.
QPointF PageView::Private::scrolled() const {
    const auto one = [](const QScrollBar* bar, double length, int room) {
        return length < room ? std::round((length - room) / 2) : bar->value();
    };
    return {one(q->horizontalScrollBar(), content.width(), q->viewport()->width()),
            one(q->verticalScrollBar(), content.height(), q->viewport()->height())};
}

/// Keeps what is at a point of the viewport where it is.
void PageView::Private::set_zoom(double to, const QPointF& about) {
    to = std::clamp(to, least_zoom, greatest_zoom);
    if (to == zoom) return;
    const auto page = pages_.empty() ? 0 : static_cast<std::size_t>(hit(about).first);
    const auto corner = [&] { return pages_.empty() ? QPointF() : pages_[page].rect.topLeft(); };
    const QPointF before = (scrolled() + about - corner()) / zoom;
    zoom = to;
    mode = ZoomMode::Free;
    arrange();
    const QPointF after = corner() + before * zoom - about;
    q->horizontalScrollBar()->setValue(static_cast<int>(std::lround(after.x())));
    q->verticalScrollBar()->setValue(static_cast<int>(std::lround(after.y())));
    Q_EMIT q->zoomChanged(zoom);
}

const Drawing& PageView::Private::drawing(int page) {
    Page& one = pages_.at(static_cast<std::size_t>(page));
    if (!one.drawing) one.drawing = drawing_of(pages.handle(), page);
    drawn.erase(std::remove(drawn.begin(), drawn.end(), page), drawn.end());
    drawn.push_back(page);
    while (drawn.size() > kept && !shown_rect(drawn.front()).intersects(QRectF(q->viewport()->rect()))) {
        pages_[static_cast<std::size_t>(drawn.front())].drawing.reset();
        drawn.erase(drawn.begin());
    }
    return *one.drawing;
}

void PageView::Private::paint_page(QPainter& painter, int page, const QRect& clip) {
    const QRectF rect = shown_rect(page);
    painter.fillRect(rect, Qt::white);
    const QRect seen = clip & rect.toAlignedRect();
    const QRectF seen_points((QPointF(seen.topLeft()) - rect.topLeft()) / scale(), QSizeF(seen.size()) / scale());
    for (const Match& match : matches) {
        if (match.begin.page > page || match.end.page < page) continue;
        for (const QRectF& box : boxes(page, match.begin, match.end)) {
            if (!box.intersects(seen_points)) continue;
            painter.fillRect(QRectF(rect.topLeft() + box.topLeft() * scale(), box.size() * scale()),
                             QColor(0xFF, 0xE0, 0x80));
        }
    }
    const QPalette::ColorGroup group = q->hasFocus() ? QPalette::Active : QPalette::Inactive;
    SelectionColours colours{QColor(), q->palette().color(group, QPalette::Highlight),
                             q->palette().color(group, QPalette::HighlightedText)};
    constexpr int pale = 210;  // what nobody would see on white paper
    if (colours.ground.lightness() > pale) colours = {QColor(), Qt::black, Qt::white};
    paint_text(painter, drawing(page), rect.topLeft(), scale(), seen, boxes(page, start(), end()), colours);
    painter.setPen(q->palette().color(QPalette::WindowText));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.toAlignedRect().adjusted(-1, -1, 0, 0));
}

/// Scrolls as little as shows a part of a page.
void PageView::Private::show_rect(int page, const QRectF& points) {
    const QRectF of_page = pages_.at(static_cast<std::size_t>(page)).rect;
    const QRectF rect(of_page.topLeft() + points.topLeft() * scale(), points.size() * scale());
    const auto show = [](QScrollBar* bar, double begin, double end, int room) {
        if (begin - gap < bar->value()) {
            bar->setValue(static_cast<int>(begin - gap));
        } else if (end + gap > bar->value() + room) {
            bar->setValue(static_cast<int>(end + gap) - room);
        }
    };
    show(q->horizontalScrollBar(), rect.left(), rect.right(), q->viewport()->width());
    show(q->verticalScrollBar(), rect.top(), rect.bottom(), q->viewport()->height());
}

int PageView::Private::current() const {
    const QRectF seen(scrolled(), QSizeF(q->viewport()->size()));
    int best = pages_.empty() ? -1 : 0;
    double largest = -1;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const QRectF part = pages_[i].rect & seen;
        const double area = part.width() * part.height();
        if (area > largest) {
            largest = area;
            best = static_cast<int>(i);
        }
    }
    return best;
}

void PageView::Private::note_current() {
    const int now = current();
    if (now == told_current) return;
    told_current = now;
    Q_EMIT q->currentPageChanged(now);
}

// ---- the widget ----

PageView::PageView(QWidget* parent) : QAbstractScrollArea{parent}, d{std::make_unique<Private>(this)} {
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setBackgroundRole(QPalette::Dark);
}

PageView::~PageView() = default;

Pages PageView::pages() const { return d->pages; }

void PageView::setPages(const Pages& pages, bool keep_place) {
    const int before = pageCount();
    d->pages = pages;
    d->pages_.clear();
    d->drawn.clear();
    d->matches.clear();
    for (int i = 0; i < pages.count(); ++i) {
        Private::Page page;
        page.points = pages.size(i);
        d->pages_.push_back(page);
    }
    d->set_selection({}, {}, false);
    d->arrange();
    if (!keep_place) {
        horizontalScrollBar()->setValue(0);
        verticalScrollBar()->setValue(0);
    }
    if (before != pageCount()) Q_EMIT pageCountChanged(pageCount());
    QAccessibleEvent event(this, QAccessible::DocumentReload);
    announce(event);
}

int PageView::pageCount() const { return d->pages.count(); }
int PageView::currentPage() const { return d->current(); }

void PageView::goToPage(int page) {
    if (page < 0 || page >= pageCount()) return;
    const QRectF rect = d->pages_[static_cast<std::size_t>(page)].rect;
    horizontalScrollBar()->setValue(static_cast<int>(rect.left() - gap));
    verticalScrollBar()->setValue(static_cast<int>(rect.top() - gap));
}

double PageView::zoom() const { return d->zoom; }
void PageView::setZoom(double zoom) { d->set_zoom(zoom, QRectF(viewport()->rect()).center()); }
void PageView::zoomIn() { setZoom(d->zoom * zoom_step); }
void PageView::zoomOut() { setZoom(d->zoom / zoom_step); }

PageView::ZoomMode PageView::zoomMode() const { return d->mode; }
void PageView::setZoomMode(ZoomMode mode) {
    d->mode = mode;
    d->arrange();
}

Qt::Orientation PageView::orientation() const { return d->orientation; }
void PageView::setOrientation(Qt::Orientation orientation) {
    const int page = currentPage();
    d->orientation = orientation;
    d->arrange();
    goToPage(page);
}

QRectF PageView::pageRect(int page) const {
    return page < 0 || page >= pageCount() ? QRectF() : d->shown_rect(page);
}

QSize PageView::sizeHint() const { return {640, 480}; }

void PageView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(backgroundRole()));
    for (int i = 0; i < pageCount(); ++i) {
        if (d->shown_rect(i).adjusted(-1, -1, 1, 1).intersects(event->rect())) d->paint_page(painter, i, event->rect());
    }
}

void PageView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    d->arrange();
}

void PageView::scrollContentsBy(int, int) {
    viewport()->update();
    d->note_current();
}

bool PageView::event(QEvent* event) {
    if (event->type() == QEvent::ScreenChangeInternal) d->arrange();
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) event->accept();
    }
    return QAbstractScrollArea::event(event);
}

void PageView::keyPressEvent(QKeyEvent* event) {
    const bool arrow = event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down;
    if (event->matches(QKeySequence::Copy)) return copy();
    if (event->matches(QKeySequence::SelectAll)) return selectAll();
    if (event->matches(QKeySequence::ZoomIn) || (event->modifiers() == Qt::ControlModifier &&
                                                 event->key() == Qt::Key_Equal)) return zoomIn();
    if (event->matches(QKeySequence::ZoomOut)) return zoomOut();
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_0) return setZoom(1);
    if (event->matches(QKeySequence::FindNext)) return findNext();
    if (event->matches(QKeySequence::FindPrevious)) return findPrevious();
    if (arrow && event->modifiers() & Qt::ShiftModifier) {
        return d->set_selection(d->anchor, d->moved(event->key()), true);
    }
    QScrollBar* bar = d->orientation == Qt::Vertical ? verticalScrollBar() : horizontalScrollBar();
    switch (event->key()) {
        case Qt::Key_Left: horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub); break;
        case Qt::Key_Right: horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd); break;
        case Qt::Key_Up: verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub); break;
        case Qt::Key_Down: verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd); break;
        case Qt::Key_PageUp: bar->triggerAction(QScrollBar::SliderPageStepSub); break;
        case Qt::Key_PageDown:
        case Qt::Key_Space: bar->triggerAction(QScrollBar::SliderPageStepAdd); break;
        case Qt::Key_Home: bar->triggerAction(QScrollBar::SliderToMinimum); break;
        case Qt::Key_End: bar->triggerAction(QScrollBar::SliderToMaximum); break;
        default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::wheelEvent(QWheelEvent* event) {
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        d->set_zoom(d->zoom * std::pow(zoom_step, delta.y() / 120.0), point_of(*event));
        event->accept();
        return;
    }
    // The wheel goes on to the next page also where that is to the right.
    if (d->orientation == Qt::Horizontal && delta.x() == 0) {
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta.y());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || d->pages_.empty()) return QAbstractScrollArea::mousePressEvent(event);
    d->dragging = true;
    d->pressed = d->dragged_to = point_of(*event);
    const Place at = d->place_at(d->pressed);
    d->set_selection(event->modifiers() & Qt::ShiftModifier ? d->anchor : at, at, false);
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
    d->dragged_to = point_of(*event);
    if (!d->dragging) {
        const bool over_text = d->hit(d->dragged_to).second.inside != 0;
        viewport()->setCursor(d->link_at(d->dragged_to) != nullptr ? Qt::PointingHandCursor
                              : over_text                          ? Qt::IBeamCursor
                                                                   : Qt::ArrowCursor);
        return;
    }
    d->set_selection(d->anchor, d->place_at(d->dragged_to), false);
    // Beyond the edge it goes on by itself.
    if (viewport()->rect().contains(d->dragged_to.toPoint())) {
        d->scroller.stop();
    } else if (!d->scroller.isActive()) {
        d->scroller.start(50, this);
    }
}

void PageView::mouseReleaseEvent(QMouseEvent* event) {
    if (!d->dragging || event->button() != Qt::LeftButton) return QAbstractScrollArea::mouseReleaseEvent(event);
    d->dragging = false;
    d->scroller.stop();
    const PageLink* link = d->link_at(point_of(*event));
    if (link != nullptr && !hasSelection() && link == d->link_at(d->pressed)) d->follow(PageLink(*link));
}

void PageView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || d->pages_.empty()) return;
    const auto [page, hit] = d->hit(point_of(*event));
    const bichig_range word = segment_at(d->text(page), static_cast<int>(hit.character.begin));
    d->set_selection({page, static_cast<int>(word.begin)}, {page, static_cast<int>(word.end)}, false);
}

void PageView::timerEvent(QTimerEvent* event) {
    if (event->timerId() != d->scroller.timerId()) return QAbstractScrollArea::timerEvent(event);
    const auto scroll = [](QScrollBar* bar, double at, int room) {
        if (at < 0) bar->setValue(bar->value() + static_cast<int>(at));
        if (at > room) bar->setValue(bar->value() + static_cast<int>(at) - room);
    };
    scroll(horizontalScrollBar(), d->dragged_to.x(), viewport()->width());
    scroll(verticalScrollBar(), d->dragged_to.y(), viewport()->height());
    d->set_selection(d->anchor, d->place_at(d->dragged_to), false);
}

void PageView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(tr("&Copy"), this, [this] { copy(); })->setEnabled(hasSelection());
    menu.addAction(tr("Select &All"), this, [this] { selectAll(); })->setEnabled(pageCount() > 0);
    menu.exec(event->globalPos());
}

}  // namespace bichig::qt
