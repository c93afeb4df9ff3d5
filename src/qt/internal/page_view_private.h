// What a PageView keeps: where its pages are, which are drawn, what is selected and found.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QBasicTimer>

#include <bichig/qt/page_view.h>

#include "qt/internal/accessible_text.h"
#include "qt/internal/drawing.h"
#include "qt/internal/text_box.h"

namespace bichig::qt {

/// A place in the text of the pages.
struct Place {
    int page = 0;
    int offset = 0;
    friend bool operator==(Place a, Place b) { return a.page == b.page && a.offset == b.offset; }
    friend bool operator!=(Place a, Place b) { return !(a == b); }
    friend bool operator<(Place a, Place b) { return a.page != b.page ? a.page < b.page : a.offset < b.offset; }
};

class PageView::Private final : public TextForReaders {
public:
    explicit Private(PageView* view) : q{view} {}

    struct Page {
        QSizeF points;
        QRectF rect;  ///< in pixels of the content, that is before it is scrolled
        std::optional<Drawing> drawing;
        std::optional<QString> text;
        std::vector<QRectF> characters;  ///< of each unit of the text, in points; null where it has no place
    };

    // page_view.cpp: geometry
    double scale() const { return zoom * pixels_per_point(*q); }
    void fit();
    void arrange();
    void set_zoom(double to, const QPointF& about);
    QPointF scrolled() const;
    QRectF shown_rect(int page) const { return pages_.at(static_cast<std::size_t>(page)).rect.translated(-scrolled()); }
    const Drawing& drawing(int page);
    void paint_page(QPainter& painter, int page, const QRect& clip);
    void show_rect(int page, const QRectF& points);
    int current() const;
    void note_current();

    // page_view_text.cpp: text, selection, search
    const QString& text(int page) const;
    const std::vector<QRectF>& characters(int page) const;
    Place start() const { return std::min(anchor, position); }
    Place end() const { return std::max(anchor, position); }
    Place last_place() const;
    /// The part of a page between two places.
    std::pair<int, int> part(int page, Place from, Place to) const;
    std::vector<QRectF> boxes(int page, Place from, Place to) const;
    void set_selection(Place from, Place to, bool reveals);
    /// The page and the hit nearest to a point of the viewport.
    std::pair<int, bichig_hit> hit(const QPointF& point) const;
    Place place_at(const QPointF& point) const;
    const PageLink* link_at(const QPointF& point);
    void follow(const PageLink& link);
    Place moved(int key) const;
    void find(const QString& pattern, bichig_key_level level);
    void go_to_match(int step);
    /// From the places of a text of all pages to that of a page, and back.
    Place place_of(int offset) const;
    int offset_of(Place place) const;

    // for screen readers
    QString text() const override;
    QAccessible::Role role() const override { return QAccessible::Document; }
    QString name() const override { return {}; }
    QAccessible::State state(QAccessible::State of_widget) const override;
    int cursor() const override { return offset_of(position); }
    void move_cursor(int offset) override;
    std::pair<int, int> selection() const override { return {offset_of(start()), offset_of(end())}; }
    void select(int begin, int end) override { set_selection(place_of(begin), place_of(end), false); }
    QRectF rect_of(int offset) const override;
    int offset_at(const QPointF& point) const override;
    std::pair<int, int> line_at(int offset) const override;
    void reveal(int begin, int end) override;

    struct Match {
        Place begin;
        Place end;
    };

    PageView* q;
    Pages pages;
    mutable std::vector<Page> pages_;
    std::vector<int> drawn;  ///< pages whose drawing is kept, the latest last
    QSizeF content;
    double zoom = 1;
    ZoomMode mode = ZoomMode::Free;
    Qt::Orientation orientation = Qt::Vertical;
    int told_current = -1;
    Place anchor;
    Place position;
    std::vector<Match> matches;
    bool dragging = false;
    QPointF pressed;
    QPointF dragged_to;
    QBasicTimer scroller;
    bool arranging = false;
    Readable readable{q, this};
};

}  // namespace bichig::qt
