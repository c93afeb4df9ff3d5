// Text of widgets for screen readers: Qt's interfaces of text and of editable text over TextForReaders.
#include "qt/internal/accessible_text.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QWidget>


#include "qt/internal/text_box.h"

namespace bichig::qt {

namespace {

QHash<QObject*, TextForReaders*>& texts() {
    static QHash<QObject*, TextForReaders*> all;
    return all;
}

/// Stands in for a widget whose end has begun, while readers still hold its interface.
class Nothing final : public TextForReaders {
public:
    QString text() const override { return {}; }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    QString name() const override { return {}; }
    QRectF rect_of(int) const override { return {}; }
    int offset_at(const QPointF&) const override { return -1; }
    std::pair<int, int> line_at(int) const override { return {0, 0}; }
};

class AccessibleText : public QAccessibleWidget,
                       public QAccessibleTextInterface,
                       public QAccessibleEditableTextInterface {
public:
    AccessibleText(QWidget* widget, const TextForReaders& text) : QAccessibleWidget{widget, text.role()} {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TextInterface) return static_cast<QAccessibleTextInterface*>(this);
        if (type == QAccessible::EditableTextInterface && shown().is_editable()) {
            return static_cast<QAccessibleEditableTextInterface*>(this);
        }
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override { return shown().state(QAccessibleWidget::state()); }
    QString text(QAccessible::Text kind) const override {
        const QString given = QAccessibleWidget::text(kind);
        if (kind == QAccessible::Value && shown().role() != QAccessible::StaticText) return shown().text();
        if (kind == QAccessible::Name && given.isEmpty()) return shown().name();
        return given;
    }
    void setText(QAccessible::Text kind, const QString& text) override {
        if (kind == QAccessible::Value && shown().is_editable()) {
            shown().replace(0, characterCount(), text);
        } else {
            QAccessibleWidget::setText(kind, text);
        }
    }

    void selection(int index, int* begin, int* end) const override {
        const auto [from, to] = shown().selection();
        *begin = index == 0 && from != to ? from : 0;
        *end = index == 0 && from != to ? to : 0;
    }
    int selectionCount() const override { return shown().selection().first != shown().selection().second ? 1 : 0; }
    void addSelection(int begin, int end) override { setSelection(0, begin, end); }
    void removeSelection(int index) override {
        if (index == 0) shown().select(shown().selection().second, shown().selection().second);
    }
    void setSelection(int index, int begin, int end) override {
        if (index == 0) shown().select(inside(begin), inside(end));
    }
    int cursorPosition() const override { return std::max(0, shown().cursor()); }
    void setCursorPosition(int position) override { shown().move_cursor(inside(position)); }
    QString text(int begin, int end) const override {
        return shown().text().mid(inside(begin), std::max(0, inside(end) - inside(begin)));
    }
    int characterCount() const override { return static_cast<int>(shown().text().size()); }

    QRect characterRect(int offset) const override {
        const QRect local = shown().rect_of(offset).toAlignedRect();
        return {widget()->mapToGlobal(local.topLeft()), local.size()};
    }
    int offsetAtPoint(const QPoint& point) const override { return shown().offset_at(widget()->mapFromGlobal(point)); }
    void scrollToSubstring(int begin, int end) override { shown().reveal(inside(begin), inside(end)); }
    QString attributes(int offset, int* begin, int* end) const override {
        *begin = *end = -1;
        if (offset < 0 || offset > characterCount()) return {};
        const Attributes all = shown().attributes_at(offset);
        *begin = all.begin;
        *end = all.end;
        // Names and values of IAccessible2, as Qt asks for on every platform.
        QString said = QStringLiteral("writing-mode:tb-lr;");
        if (!all.language.isEmpty()) said += QStringLiteral("language:%1;").arg(all.language);
        if (all.font_size > 0) said += QStringLiteral("font-size:%1pt;").arg(all.font_size);
        if (all.misspelt) said += QLatin1String("invalid:spelling;");
        return said;
    }

    QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int* begin, int* end) const override {
        if (type == QAccessible::NoBoundary) return QAccessibleTextInterface::textAtOffset(offset, type, begin, end);
        std::tie(*begin, *end) = piece(offset, type);
        return *begin < 0 ? QString() : text(*begin, *end);
    }
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type, int* begin, int* end) const override {
        const auto at = piece(offset, type);
        if (at.first <= 0) {
            *begin = *end = -1;
            return {};
        }
        return textAtOffset(at.first - 1, type, begin, end);
    }
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType type, int* begin, int* end) const override {
        const auto at = piece(offset, type);
        if (at.second < 0 || at.second >= characterCount()) {
            *begin = *end = -1;
            return {};
        }
        return textAtOffset(at.second, type, begin, end);
    }

    void deleteText(int begin, int end) override { shown().replace(inside(begin), inside(end), {}); }
    void insertText(int offset, const QString& text) override { shown().replace(inside(offset), inside(offset), text); }
    void replaceText(int begin, int end, const QString& text) override {
        shown().replace(inside(begin), inside(end), text);
    }

private:
    TextForReaders& shown() const {
        static Nothing nothing;
        TextForReaders* text = texts().value(object());
        return text != nullptr ? *text : nothing;
    }
    /// -1 and -2 stand for the end and the caret.
    int inside(int offset) const {
        if (offset == -1) return characterCount();
        if (offset == -2) return cursorPosition();
        return std::clamp(offset, 0, characterCount());
    }
    /// The character, word, line, … that holds an offset; -1, -1 where there is none.
    std::pair<int, int> piece(int offset, QAccessible::TextBoundaryType type) const {
        const int at = inside(offset);
        const QString all = shown().text();
        if (all.isEmpty() || offset < -2 || offset > characterCount()) return {-1, -1};
        const int last = std::min(at, characterCount() - 1);
        switch (type) {
            case QAccessible::CharBoundary:
                return at == characterCount() ? std::pair{at, at} : between(boundaries(all, BICHIG_GRAPHEMES), at);
            case QAccessible::WordBoundary: {
                const bichig_range range = segment_at(all, last);
                return {static_cast<int>(range.begin), static_cast<int>(range.end)};
            }
            case QAccessible::SentenceBoundary: return between(boundaries(all, BICHIG_SENTENCES), last);
            case QAccessible::LineBoundary: return shown().line_at(at);
            case QAccessible::ParagraphBoundary: return between(boundaries(all, BICHIG_LINE_ENDS), last);
            case QAccessible::NoBoundary: break;
        }
        return {0, characterCount()};
    }
    static std::pair<int, int> between(const std::vector<int>& offsets, int at) {
        const auto after = std::upper_bound(offsets.begin(), offsets.end(), at);
        const int end = after == offsets.end() ? (offsets.empty() ? at : offsets.back()) : *after;
        return {after == offsets.begin() ? 0 : *(after - 1), end};
    }
};

void (*observing)(QAccessibleEvent&) = nullptr;

QAccessibleInterface* make_interface(const QString&, QObject* object) {
    TextForReaders* text = texts().value(object);
    return text != nullptr ? new AccessibleText{static_cast<QWidget*>(object), *text} : nullptr;
}

}  // namespace

Attributes TextForReaders::attributes_at(int) const { return {0, static_cast<int>(text().size()), {}, 0, false}; }

void announce(QAccessibleEvent& event) {
    if (observing != nullptr) observing(event);
    QAccessible::updateAccessibility(&event);
}

bool is_heard() { return observing != nullptr || QAccessible::isActive(); }

void observe_announcements(void (*observer)(QAccessibleEvent&)) { observing = observer; }

Readable::Readable(QWidget* widget, TextForReaders* text) : widget_{widget} {
    static const bool installed = [] {
        QAccessible::installFactory(make_interface);
        return true;
    }();
    Q_UNUSED(installed)
    texts().insert(widget, text);
}

Readable::~Readable() { texts().remove(widget_); }

}  // namespace bichig::qt
