// What TextEdit and LineEdit have in common, by one name, for tests that do the same with both.
#pragma once

#include <type_traits>

#include <bichig/qt/line_edit.h>
#include <bichig/qt/text_edit.h>

namespace widgets {

/// A widget whose text is edited.
class Edited {
public:
    virtual ~Edited() = default;
    virtual QWidget& widget() = 0;
    /// What gets the mouse.
    virtual QWidget& canvas() = 0;
    virtual bool is_field() const = 0;
    virtual QString text() const = 0;
    virtual void set_text(const QString& text) = 0;
    virtual void put_in(const QString& text) = 0;
    virtual int anchor() const = 0;
    virtual int head() const = 0;
    virtual void select(int anchor, int head) = 0;
    virtual QString selected() const = 0;
    virtual int offset_at(const QPointF& point) const = 0;
    virtual QRectF caret() const = 0;
    virtual QRectF character(int offset) const = 0;
    virtual bool can_undo() const = 0;
    virtual bool can_redo() const = 0;
    virtual bool is_changed() const = 0;
    virtual void set_saved() = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    virtual void cut() = 0;
    virtual void copy() = 0;
    virtual void paste() = 0;
    virtual void clean_paste(bool on) = 0;
    virtual void backspace_by_code_point(bool on) = 0;
    virtual void logical_keys(bool on) = 0;
    virtual void show_invisibles(bool on) = 0;
    virtual void read_only(bool on) = 0;
    virtual void max_length(int length) = 0;
};

template <class Widget>
class EditedIn final : public Edited {
public:
    explicit EditedIn(Widget& edit) : edit_{edit} {}
    QWidget& widget() override { return edit_; }
    QWidget& canvas() override {
        if constexpr (in_field) return edit_;
        else return *edit_.viewport();
    }
    bool is_field() const override { return in_field; }
    QString text() const override {
        if constexpr (in_field) return edit_.text();
        else return edit_.toPlainText();
    }
    void set_text(const QString& text) override {
        if constexpr (in_field) edit_.setText(text);
        else edit_.setPlainText(text);
    }
    void put_in(const QString& text) override {
        if constexpr (in_field) edit_.insert(text);
        else edit_.insertPlainText(text);
    }
    int anchor() const override { return edit_.anchorPosition(); }
    int head() const override { return edit_.cursorPosition(); }
    void select(int anchor, int head) override { edit_.setSelection(anchor, head); }
    QString selected() const override { return edit_.selectedText(); }
    int offset_at(const QPointF& point) const override { return edit_.offsetAt(point); }
    QRectF caret() const override { return edit_.cursorRect(); }
    QRectF character(int offset) const override { return edit_.characterRect(offset); }
    bool can_undo() const override { return edit_.isUndoAvailable(); }
    bool can_redo() const override { return edit_.isRedoAvailable(); }
    bool is_changed() const override { return edit_.isModified(); }
    void set_saved() override { edit_.setModified(false); }
    void undo() override { edit_.undo(); }
    void redo() override { edit_.redo(); }
    void cut() override { edit_.cut(); }
    void copy() override { edit_.copy(); }
    void paste() override { edit_.paste(); }
    void clean_paste(bool on) override { edit_.setCleanPaste(on); }
    void backspace_by_code_point(bool on) override { edit_.setBackspaceByCodePoint(on); }
    void logical_keys(bool on) override { edit_.setLogicalKeys(on); }
    void show_invisibles(bool on) override { edit_.setShowInvisibles(on); }
    void read_only(bool on) override { edit_.setReadOnly(on); }
    void max_length(int length) override { edit_.setMaxLength(length); }

private:
    static constexpr bool in_field = std::is_same_v<Widget, bichig::qt::LineEdit>;
    Widget& edit_;
};

}  // namespace widgets
