// Files of the window: opened, saved, exported, printed; and the question before a text that was not saved is lost.
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>

#include "message_list.h"
#include "page_setter.h"
#include "window.h"

namespace qt_editor {

void Window::begin_with(const TextFile& file, const QString& path) {
    path_ = path;
    kind_ = kind_of(path);
    file_ = file;
    heading_.clear();
    editor_->setPlainText(file.text);
    editor_->setModified(false);
    editor_->setCursorPosition(0);
    setWindowModified(false);
    messages_->set_messages({});
    messages_->forget_notes();
    pages_->set_now();
    show_title();
    show_place();
}

bool Window::read_into(const QString& path, bool as_copy) {
    QString reason;
    const std::optional<TextFile> file = read_file(path, &reason);
    if (!file) {
        note(Message::Weight::Error, tr("%1 cannot be opened: %2").arg(path, reason));
        return false;
    }
    begin_with(*file, as_copy ? QString() : path);
    if (file->mixes_line_ends) {
        note(Message::Weight::Warning, tr("The lines of the file end in different ways; saving makes them alike."));
    }
    return true;
}

bool Window::open(const QString& path) { return read_into(path, false); }
bool Window::open_copy(const QString& path) { return read_into(path, true); }

bool Window::save_as(const QString& path) {
    QString reason;
    TextFile file = file_;
    file.text = editor_->toPlainText();
    if (!write_file(path, file, &reason)) {
        note(Message::Weight::Error, tr("%1 was not saved: %2").arg(path, reason));
        return false;
    }
    const bool moved = path != path_;
    path_ = path;
    editor_->setModified(false);
    if (moved) {  // other images beside it, or another kind of text
        kind_ = kind_of(path);
        pages_->set_now();
    }
    show_title();
    return true;
}

bool Window::save() { return path_.isEmpty() ? save_file_as() : save_as(path_); }

bool Window::save_file_as() {
    const QString name = path_.isEmpty() ? QStringLiteral("notice.md") : path_;
    const QString kinds = tr("Markdown (*.md);;Documents in JSON (*.json);;Plain text (*.txt);;All files (*)");
    const QString path = QFileDialog::getSaveFileName(this, tr("Save As"), name, kinds);
    return !path.isEmpty() && save_as(path);
}

void Window::new_file() {
    if (may_leave()) begin_with({}, {});
}

void Window::open_file() {
    if (!may_leave()) return;
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open"), path_.isEmpty() ? QString() : QFileInfo(path_).absolutePath(),
        tr("Documents (*.md *.json *.txt);;All files (*)"));
    if (!path.isEmpty()) open(path);
}

void Window::export_pdf(const QString& path) { pages_->write_pdf(path); }

void Window::export_file() {
    const QFileInfo file(path_.isEmpty() ? QStringLiteral("notice.md") : path_);
    const QString name = file.dir().filePath(file.completeBaseName() + QStringLiteral(".pdf"));
    const QString path = QFileDialog::getSaveFileName(this, tr("Export as PDF"), name, tr("PDF (*.pdf)"));
    if (!path.isEmpty()) export_pdf(path);
}

/// Pages of the text as it is now, also where they are being set.
void Window::print() {
    pages_->when_settled([this](const Document& document) {
        if (document.pages.isNull()) {
            note(Message::Weight::Error, tr("There are no pages to print: see what is wrong with the text."));
        } else {
            preview_->print();
        }
    });
}

bool Window::may_leave() {
    if (!editor_->isModified()) return true;
    QMessageBox question(QMessageBox::Question, tr("Unsaved changes"), tr("The text was changed. Save the changes?"),
                         QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question.setDefaultButton(QMessageBox::Save);
    switch (question.exec()) {
        case QMessageBox::Save: return save();
        case QMessageBox::Discard: return true;
        default: return false;
    }
}

void Window::closeEvent(QCloseEvent* event) {
    if (may_leave()) {
        event->accept();
    } else {
        event->ignore();
    }
}

}  // namespace qt_editor
