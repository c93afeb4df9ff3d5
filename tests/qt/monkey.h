// Random events for an editor or a field, told to a plain model at the same time.
#pragma once

#include <map>
#include <random>

#include <QCoreApplication>
#include <QElapsedTimer>

#include "qt/edited.h"
#include "qt/text_model.h"
#include "qt/tools.h"

namespace widgets {

class Monkey {
public:
    Monkey(Edited& edit, const QString& start, unsigned seed);

    /// Does something, and compares.
    void act();
    /// What was done last.
    QString what() const { return what_; }
    /// How the widget differs from the model; empty: it does not.
    QString wrong() const { return wrong_; }
    /// How many kinds of events there were.
    std::size_t kinds() const { return counts_.size(); }
    /// Whether the model's stops are those of the library.
    bool has_stops_of_library() const;
    /// Only what events change is painted; all anew it would look the same.
    bool paints_parts_as_whole();
    bool undoes_and_redoes_all();

private:
    // monkey.cpp
    void choose();
    void choose_key();
    void choose_rarely();
    void compare();
    int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    bool one_in(int count) { return number(count) == 0; }
    QString piece();
    QPoint point();
    int place() { return number(model_.size() + 1); }
    void send(QEvent& event) { QCoreApplication::sendEvent(&edit_.widget(), &event); }
    void key(int which, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {});
    void expect(bool right, const char* otherwise);
    void seal_when_slow();

    // monkey_keys.cpp
    void type();
    void erase();
    void erase_word();
    void move_along();
    void move_across();
    void move_far();
    void learn_place(bool extend, int direction);
    void undo_or_redo();
    void clip();
    void paste();

    // monkey_mouse.cpp
    bool is_third(QPoint at) const;
    bool press(QPoint at, Qt::KeyboardModifiers modifiers);
    void mouse(QEvent::Type type, QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void learn_selection();
    void click();
    void drag();
    void double_click();
    void drop();
    void compose();
    void select_as_method();
    void call();
    void change_settings();
    void change_looks();
    void read_only();

    Edited& edit_;
    TextModel model_;
    std::mt19937 random_;
    QString what_, wrong_;
    std::map<QString, int> counts_;
    QElapsedTimer since_;
    QString clip_;
    bool logical_ = false;
    QPoint pressed_{-1000, -1000};
    bool after_double_click_ = false;
};

}  // namespace widgets
