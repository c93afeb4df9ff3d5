// Text of the pages in a view: selection, copy, search, links, printing, and what screen readers are told.
#include "qt/internal/page_view_private.h"

#include <algorithm>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollBar>

namespace bichig::qt {

namespace {

template <class T>
std::vector<T> owned_array(T* items, std::size_t count) {
    const std::unique_ptr<void, FreeBlock> owned(items);
    return items != nullptr ? std::vector<T>(items, items + count) : std::vector<T>();
}

}  // namespace

const QString& PageView::Private::text(int page) const {
    Page& one = pages_.at(static_cast<std::size_t>(page));
    if (!one.text) one.text = pages.text(page);
    return *one.text;
}

/// The place of each unit, in points.
const std::vector<QRectF>& PageView::Private::characters(int page) const {
    Page& one = pages_.at(static_cast<std::size_t>(page));
    if (!one.characters.empty()) return one.characters;
    one.characters.resize(static_cast<std::size_t>(text(page).size()) + 1);
    bichig_page_character* items = nullptr;
    std::size_t count = 0;
    bichig_pages_characters_utf16(pages.handle(), static_cast<std::size_t>(page), &items, &count, nullptr);
    for (const bichig_page_character& item : owned_array(items, count)) {
        for (std::size_t i = item.text.begin; i < item.text.end && i < one.characters.size(); ++i) {
            one.characters[i] = bichig::qt::rect_of(item.box);
        }
    }
    return one.characters;
}

Place PageView::Private::last_place() const {
    if (pages_.empty()) return {};
    const int page = static_cast<int>(pages_.size()) - 1;
    return {page, static_cast<int>(text(page).size())};
}

std::pair<int, int> PageView::Private::part(int page, Place from, Place to) const {
    const int begin = page < from.page ? static_cast<int>(text(page).size()) : page == from.page ? from.offset : 0;
    const int end = page > to.page ? 0 : page == to.page ? to.offset : static_cast<int>(text(page).size());
    return {begin, std::max(begin, end)};
}

std::vector<QRectF> PageView::Private::boxes(int page, Place from, Place to) const {
    std::vector<QRectF> all;
    if (page < from.page || page > to.page || from == to) return all;
    const auto [begin, end] = part(page, from, to);
    if (begin == end) return all;
    bichig_rect* items = nullptr;
    std::size_t count = 0;
    bichig_pages_selection_utf16(pages.handle(), static_cast<std::size_t>(page), static_cast<std::size_t>(begin),
                                 static_cast<std::size_t>(end), &items, &count, nullptr);
    for (const bichig_rect& box : owned_array(items, count)) all.push_back(bichig::qt::rect_of(box));
    return all;
}

void PageView::Private::set_selection(Place from, Place to, bool reveals) {
    const bool changed = std::min(from, to) != start() || std::max(from, to) != end();
    anchor = from;
    position = to;
    if (reveals) reveal(offset_of(position), offset_of(position));
    if (!changed) return;
    q->viewport()->update();
    if (is_heard()) {
        QAccessibleTextSelectionEvent event(q, selection().first, selection().second);
        announce(event);
    }
    if (QClipboard* board = QApplication::clipboard(); board->supportsSelection() && q->hasSelection()) {
        board->setText(q->selectedText(), QClipboard::Selection);
    }
    Q_EMIT q->selectionChanged();
}

std::pair<int, bichig_hit> PageView::Private::hit(const QPointF& point) const {
    bichig_hit hit = BICHIG_HIT_INIT;
    int nearest = 0;
    double least = 1e30;
    for (int i = 0; i < static_cast<int>(pages_.size()); ++i) {
        const QRectF rect = shown_rect(i);
        const double dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
        const double dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
        if (dx * dx + dy * dy < least) {
            least = dx * dx + dy * dy;
            nearest = i;
        }
    }
    if (pages_.empty()) return {0, hit};
    const QPointF at = (point - shown_rect(nearest).topLeft()) / scale();
    bichig_pages_hit_test_utf16(pages.handle(), static_cast<std::size_t>(nearest), at.x(), at.y(), &hit, nullptr);
    return {nearest, hit};
}

Place PageView::Private::place_at(const QPointF& point) const {
    const auto [page, at] = hit(point);
    return {page, static_cast<int>(at.offset)};
}

const PageLink* PageView::Private::link_at(const QPointF& point) {
    for (int i = 0; i < static_cast<int>(pages_.size()); ++i) {
        if (!shown_rect(i).contains(point)) continue;
        const QPointF at = (point - shown_rect(i).topLeft()) / scale();
        for (const PageLink& link : drawing(i).links()) {
            if (link.box.contains(at)) return &link;
        }
    }
    return nullptr;
}

void PageView::Private::follow(const PageLink& link) {
    if (!link.uri.isEmpty()) {
        Q_EMIT q->linkActivated(link.uri);
        return;
    }
    std::size_t page = 0;
    double x = 0;
    double y = 0;
    if (bichig_pages_destination(pages.handle(), link.destination.toUtf8().constData(), &page, &x, &y, nullptr) ==
        BICHIG_OK) {
        show_rect(static_cast<int>(page), {x, y, 72, 72});
    }
}

/// Where an arrow leads from the free end of the selection, as it points: along the line, or to the line beside it.
Place PageView::Private::moved(int key) const {
    if (pages_.empty()) return {};
    const std::vector<QRectF>& places = characters(position.page);
    const QRectF box = places[static_cast<std::size_t>(std::min(position.offset, static_cast<int>(places.size()) - 1))];
    bichig_page_character* items = nullptr;
    std::size_t count = 0;
    bichig_pages_characters_utf16(pages.handle(), static_cast<std::size_t>(position.page), &items, &count, nullptr);
    const std::vector<bichig_page_character> all = owned_array(items, count);
    const auto at = std::find_if(all.begin(), all.end(), [&](const bichig_page_character& item) {
        return item.text.end > static_cast<std::size_t>(position.offset);
    });
    const bool vertical = at == all.end() || at->line == BICHIG_VERTICAL;
    const bool forward = key == Qt::Key_Down || key == Qt::Key_Right;
    if (vertical == (key == Qt::Key_Down || key == Qt::Key_Up)) {
        if (forward && at == all.end()) {
            return position.page + 1 < static_cast<int>(pages_.size()) ? Place{position.page + 1, 0} : last_place();
        }
        if (forward) return {position.page, static_cast<int>(at->text.end)};
        if (at != all.begin()) return {position.page, static_cast<int>((at - 1)->text.begin)};
        return position.page > 0 ? Place{position.page - 1, static_cast<int>(text(position.page - 1).size())} : Place{};
    }
    // How far the next line is nobody knows before it is met.
    bichig_hit here = BICHIG_HIT_INIT;
    const auto hit_from = [&](double lines, bichig_hit& hit) {
        const double far = lines * (vertical ? box.width() : box.height()) * (forward ? 1 : -1);
        const QPointF point = box.center() + (vertical ? QPointF(far, 0) : QPointF(0, far));
        bichig_pages_hit_test_utf16(pages.handle(), static_cast<std::size_t>(position.page), point.x(), point.y(), &hit,
                                    nullptr);
    };
    hit_from(0, here);
    for (const double lines : {1.0, 1.5, 2.0, 3.0, 5.0}) {
        bichig_hit there = BICHIG_HIT_INIT;
        hit_from(lines, there);
        if (there.line != here.line) return {position.page, static_cast<int>(there.offset)};
    }
    return position;
}

void PageView::Private::find(const QString& pattern, bichig_key_level level) {
    matches.clear();
    bichig_page_match* items = nullptr;
    std::size_t count = 0;
    if (!pages.isNull() && !pattern.isEmpty()) {
        bichig_pages_find_utf16(pages.handle(), units(pattern), static_cast<std::size_t>(pattern.size()), level, &items,
                                &count, nullptr);
    }
    for (const bichig_page_match& item : owned_array(items, count)) {
        matches.push_back({{static_cast<int>(item.page), static_cast<int>(item.begin)},
                           {static_cast<int>(item.end_page), static_cast<int>(item.end)}});
    }
    q->viewport()->update();
}

/// Selects the first match behind the selection (step 1), in front of it (-1), or from its start on (0).
void PageView::Private::go_to_match(int step) {
    if (matches.empty()) return;
    auto match = std::lower_bound(matches.begin(), matches.end(), start(),
                                  [](const Match& one, Place place) { return one.begin < place; });
    if (step > 0 && match != matches.end() && match->begin == start() && match->end == end()) ++match;
    if (step < 0) match = match == matches.begin() ? matches.end() - 1 : match - 1;
    if (match == matches.end()) match = matches.begin();
    set_selection(match->begin, match->end, true);
}

Place PageView::Private::place_of(int offset) const {
    for (int page = 0; page < static_cast<int>(pages_.size()); ++page) {
        const int size = static_cast<int>(text(page).size());
        if (offset <= size) return {page, std::max(0, offset)};
        offset -= size;
    }
    return last_place();
}

int PageView::Private::offset_of(Place place) const {
    int offset = place.offset;
    for (int page = 0; page < place.page && page < static_cast<int>(pages_.size()); ++page) {
        offset += static_cast<int>(text(page).size());
    }
    return offset;
}

// ---- for screen readers ----

QString PageView::Private::text() const {
    QString all;
    for (int page = 0; page < static_cast<int>(pages_.size()); ++page) all += text(page);
    return all;
}

QAccessible::State PageView::Private::state(QAccessible::State of_widget) const {
    of_widget.readOnly = true;
    of_widget.multiLine = true;
    of_widget.selectableText = true;
    return of_widget;
}

void PageView::Private::move_cursor(int offset) {
    const Place place = place_of(offset);
    set_selection(place, place, true);
}

QRectF PageView::Private::rect_of(int offset) const {
    if (pages_.empty()) return {};
    Place place = place_of(offset);
    if (place.offset == static_cast<int>(text(place.page).size()) && place.page + 1 < static_cast<int>(pages_.size())) {
        place = {place.page + 1, 0};
    }
    const QRectF box = characters(place.page)[static_cast<std::size_t>(place.offset)];
    if (box.isNull()) return {};
    const QRectF shown(shown_rect(place.page).topLeft() + box.topLeft() * scale(), box.size() * scale());
    return shown.translated(q->viewport()->pos());
}

int PageView::Private::offset_at(const QPointF& point) const {
    const auto [page, at] = hit(point - q->viewport()->pos());
    return at.inside != 0 ? offset_of({page, static_cast<int>(at.character.begin)}) : -1;
}

std::pair<int, int> PageView::Private::line_at(int offset) const {
    if (pages_.empty()) return {0, 0};
    const Place place = place_of(offset);
    const std::vector<QRectF>& places = characters(place.page);
    const auto line = [&](int at) {
        const QRectF box = places[static_cast<std::size_t>(at)];
        bichig_hit hit = BICHIG_HIT_INIT;
        bichig_pages_hit_test_utf16(pages.handle(), static_cast<std::size_t>(place.page), box.center().x(),
                                    box.center().y(), &hit, nullptr);
        return hit.line;
    };
    const int size = static_cast<int>(text(place.page).size());
    int middle = std::min(place.offset, size - 1);
    while (middle > 0 && places[static_cast<std::size_t>(middle)].isNull()) --middle;
    if (size == 0 || places[static_cast<std::size_t>(middle)].isNull()) return {offset, offset};
    const auto same = [&](int at) { return places[static_cast<std::size_t>(at)].isNull() || line(at) == line(middle); };
    int begin = middle;
    int end = middle + 1;
    while (begin > 0 && !places[static_cast<std::size_t>(begin - 1)].isNull() && same(begin - 1)) --begin;
    while (end < size && same(end)) ++end;
    const int before = offset_of({place.page, 0});
    return {before + begin, before + end};
}

void PageView::Private::reveal(int begin, int end) {
    if (pages_.empty()) return;
    for (const int offset : {end, begin}) {
        Place place = place_of(offset);
        const std::vector<QRectF>& places = characters(place.page);
        const auto box = [&] { return places[static_cast<std::size_t>(place.offset)]; };
        while (box().isNull() && place.offset > 0) --place.offset;  // the end, or a line end
        if (!box().isNull()) show_rect(place.page, box());
    }
}

// ---- the widget ----

bool PageView::hasSelection() const { return d->anchor != d->position; }

QString PageView::selectedText() const {
    QString all;
    if (!hasSelection()) return all;
    for (int page = d->start().page; page <= d->end().page; ++page) {
        const auto [begin, end] = d->part(page, d->start(), d->end());
        all += d->text(page).mid(begin, end - begin);
    }
    return all;
}

void PageView::selectAll() { d->set_selection({}, d->last_place(), false); }
void PageView::clearSelection() { d->set_selection(d->position, d->position, false); }

void PageView::copy() const {
    if (hasSelection()) QApplication::clipboard()->setText(selectedText());
}

int PageView::find(const QString& text, bichig_key_level level) {
    d->find(text, level);
    d->go_to_match(0);
    return matchCount();
}

int PageView::matchCount() const { return static_cast<int>(d->matches.size()); }
void PageView::findNext() { d->go_to_match(1); }
void PageView::findPrevious() { d->go_to_match(-1); }

void PageView::print() {
    if (pageCount() == 0) return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(d->pages.size(0), QPageSize::Point, QString(), QPageSize::FuzzyMatch));
    printer.setFromTo(1, pageCount());
    QPrintDialog dialog(&printer, this);
    dialog.setMinMax(1, pageCount());
    if (dialog.exec() == QDialog::Accepted) d->pages.print(printer);
}

}  // namespace bichig::qt
