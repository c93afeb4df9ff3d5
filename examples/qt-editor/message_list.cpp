// The list of messages.
#include "message_list.h"

#include <algorithm>

#include <QResizeEvent>
#include <QStyle>
#include <QTimer>

namespace qt_editor {

namespace {

constexpr int most = 200;   ///< a text that no font fits has thousands
constexpr int rows = 4;     ///< that are seen without scrolling
constexpr int gap = 6;      ///< pixels

QStyle::StandardPixmap sign_of(Message::Weight weight) {
    switch (weight) {
        case Message::Weight::Error: return QStyle::SP_MessageBoxCritical;
        case Message::Weight::Warning: return QStyle::SP_MessageBoxWarning;
        case Message::Weight::Note: break;
    }
    return QStyle::SP_MessageBoxInformation;
}

}  // namespace

MessageList::MessageList(QWidget* parent) : QListWidget{parent} {
    setAccessibleName(tr("Messages"));
    setWordWrap(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QListWidgetItem* item) {
        const QPoint place = item->data(Qt::UserRole).toPoint();
        if (place.y() > 0) Q_EMIT chosen(place.y(), place.x());
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    hide();
}

void MessageList::set_messages(const QVector<Message>& messages) {
    messages_ = messages;
    fill();
}

void MessageList::add_note(const Message& note) {
    notes_.append(note);
    fill();
}

void MessageList::forget_notes() {
    if (notes_.isEmpty()) return;
    notes_.clear();
    fill();
}

void MessageList::fill() {
    clear();
    for (const Message& message : notes_ + messages_.mid(0, most)) {
        QString text = message.text;
        if (message.line > 0) text = tr("Line %1, column %2: %3").arg(message.line).arg(message.column).arg(text);
        auto* item = new QListWidgetItem(style()->standardIcon(sign_of(message.weight)), text, this);
        item->setData(Qt::UserRole, QPoint(message.column, message.line));
        item->setToolTip(text);
    }
    if (messages_.size() > most) addItem(tr("%n more", nullptr, static_cast<int>(messages_.size()) - most));
    setVisible(count() > 0);
    fit();
}

/// As high as its rows, which wrap by its width.
void MessageList::fit() {
    const int sign = iconSize().isValid() ? iconSize().width() : style()->pixelMetric(QStyle::PM_ListViewIconSize);
    const QRect room(0, 0, std::max(100, viewport()->width() - sign - 4 * gap), 10000);
    int height = 2 * frameWidth();
    for (int row = 0; row < count(); ++row) {
        const int text = fontMetrics().boundingRect(room, Qt::TextWordWrap, item(row)->text()).height();
        item(row)->setSizeHint({0, std::max(text, sign) + gap});
        if (row < rows) height += item(row)->sizeHint().height();
    }
    setFixedHeight(height);
}

void MessageList::resizeEvent(QResizeEvent* event) {
    QListWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) QTimer::singleShot(0, this, &MessageList::fit);
}

}  // namespace qt_editor
