// The window: a text that is written, its title beside it, its pages, what is wrong with it.
#pragma once

#include <functional>

#include <QMainWindow>
#include <QTimer>

#include <bichig/qt/label.h>
#include <bichig/qt/page_view.h>
#include <bichig/qt/text_edit.h>

#include "colours.h"
#include "document.h"
#include "text_file.h"

class QLabel;

namespace qt_editor {

class FindBar;
class MessageList;
class PageSetter;

class Window : public QMainWindow {
    Q_OBJECT

public:
    explicit Window(const bichig::qt::Speller& speller, QWidget* parent = nullptr);
    ~Window() override;

    bichig::qt::TextEdit* editor() const { return editor_; }
    bichig::qt::PageView* preview() const { return preview_; }
    FindBar* find_bar() const { return find_bar_; }
    /// Whether the pages are of the text as it is now.
    bool is_settled() const;

    // ---- files; each says in the window why it failed ----

    /// The file that save() writes to; empty for a text without one.
    QString path() const { return path_; }
    bool open(const QString& path);
    /// The text of a file as one that has none yet.
    bool open_copy(const QString& path);
    bool save_as(const QString& path);
    /// exported() says when.
    void export_pdf(const QString& path);

    // ---- the view ----

    void set_colours(Colours colours);
    /// Selects the next word with a fault behind the caret, after the end from the start; whether there is one.
    bool go_to_fault();
    void go_to(int line, int column);

public Q_SLOTS:
    void new_file();
    void open_file();
    bool save();
    bool save_file_as();
    void export_file();
    void print();

Q_SIGNALS:
    void exported(const QString& path, bool done);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    // window.cpp
    void lay_out();
    void add_status();
    void connect_parts();
    void show_document(const Document& document);
    void show_place();
    void show_title();
    void note(Message::Weight weight, const QString& text);
    void report_cleaning(int words, int connectors);
    void report_written(const QString& path, const QVector<Message>& messages);
    Source source() const;
    // window_files.cpp
    bool read_into(const QString& path, bool as_copy);
    void begin_with(const TextFile& file, const QString& path);
    /// Whether the text may go: it is saved, or the user saves it or gives it up.
    bool may_leave();
    // window_actions.cpp
    void add_actions();
    void add_file_actions();
    void add_edit_actions();
    void add_view_actions();
    void add_colours(QMenu* menu);
    void add_tool_bar();
    QAction* add(QMenu* menu, const char* name, const QString& text, const QKeySequence& keys,
                 std::function<void()> call);
    QAction* add_switch(QMenu* menu, const char* name, const QString& text, const QKeySequence& keys, bool on,
                        std::function<void(bool)> call);
    void edit_in_focus(const char* slot);
    void resize_text(double by);

    bichig::qt::Label* title_;
    bichig::qt::TextEdit* editor_;
    bichig::qt::PageView* preview_;
    FindBar* find_bar_;
    MessageList* messages_;
    PageSetter* pages_;
    QLabel* place_;
    QLabel* words_;
    QLabel* count_;
    QLabel* zoom_;
    QTimer place_pause_;
    bichig::qt::Speller speller_;
    QString path_;
    Kind kind_ = Kind::Markdown;
    TextFile file_;  ///< as it was read; its text is the editor's
    QString heading_;
};

}  // namespace qt_editor
