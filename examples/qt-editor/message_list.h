// What is to be said of a document, each at its line; and short notes of what the program did.
#pragma once

#include <QListWidget>

#include "document.h"

namespace qt_editor {

/// Hidden while there is nothing to say.
class MessageList : public QListWidget {
    Q_OBJECT

public:
    explicit MessageList(QWidget* parent = nullptr);

    /// What is wrong with the document, in place of what was.
    void set_messages(const QVector<Message>& messages);
    /// Stands above them until forget_notes().
    void add_note(const Message& note);
    void forget_notes();


Q_SIGNALS:
    /// A message of a place was clicked, or chosen by Return.
    void chosen(int line, int column);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fit();

    QVector<Message> messages_;
    QVector<Message> notes_;
};

}  // namespace qt_editor
