// What is searched for in an editor and put in its place: two vertical fields side by side, and buttons.
#pragma once

#include <utility>
#include <vector>

#include <QWidget>

#include <bichig/qt/line_edit.h>
#include <bichig/qt/text_edit.h>

class QComboBox;
class QLabel;
class QPushButton;

namespace qt_editor {

class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(bichig::qt::TextEdit* editor, QWidget* parent = nullptr);

    /// Shows it; what is selected in the editor, if it is one line, is what to search for.
    void begin(bool replaces);
    void set_font_of_fields(const QFont& font);
    void find(bool forward);
    void replace();
    void replace_all();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    bichig_key_level level() const;
    /// Where the text is, from the start on.
    std::vector<std::pair<int, int>> places() const;
    void find_from_here();
    void tell();
    QPushButton* add_button(const QString& text, const QString& tip);

    bichig::qt::TextEdit* editor_;
    bichig::qt::LineEdit* text_;
    bichig::qt::LineEdit* with_;
    QComboBox* level_;
    QLabel* found_;
    QPushButton* replace_;
    QPushButton* replace_all_;
};

}  // namespace qt_editor
