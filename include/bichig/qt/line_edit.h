// A field for one vertical line of text.
#pragma once

#include <memory>

#include <QString>
#include <QVariant>
#include <QWidget>

#include <bichig/qt/fonts.h>
#include <bichig/qt/spelling.h>

class QMenu;

namespace bichig::qt {

/// Edits one vertical line; a longer one is scrolled down and up. Line ends that are pasted become spaces. For the rest
/// as TextEdit.
class LineEdit : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged USER true)
    Q_PROPERTY(QString placeholderText READ placeholderText WRITE setPlaceholderText)
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly)
    Q_PROPERTY(int maxLength READ maxLength WRITE setMaxLength)
    Q_PROPERTY(int cursorPosition READ cursorPosition WRITE setCursorPosition NOTIFY cursorPositionChanged)
    Q_PROPERTY(bool modified READ isModified WRITE setModified)
    Q_PROPERTY(bool frame READ hasFrame WRITE setFrame)
    Q_PROPERTY(bool showInvisibles READ showsInvisibles WRITE setShowInvisibles)
    Q_PROPERTY(bool logicalKeys READ hasLogicalKeys WRITE setLogicalKeys)
    Q_PROPERTY(bool backspaceByCodePoint READ isBackspaceByCodePoint WRITE setBackspaceByCodePoint)
    Q_PROPERTY(bool cleanPaste READ cleansPaste WRITE setCleanPaste)

public:
    explicit LineEdit(QWidget* parent = nullptr);
    explicit LineEdit(const QString& text, QWidget* parent = nullptr);
    ~LineEdit() override;

    QString text() const;
    QString placeholderText() const;
    void setPlaceholderText(const QString& text);
    bool isReadOnly() const;
    void setReadOnly(bool on);
    /// Units of UTF-16 that fit in; 0 (default): no limit.
    int maxLength() const;
    void setMaxLength(int length);
    bool isModified() const;
    void setModified(bool modified);
    bool hasFrame() const;
    void setFrame(bool on);
    bool showsInvisibles() const;
    void setShowInvisibles(bool on);
    bool hasLogicalKeys() const;
    void setLogicalKeys(bool on);
    bool isBackspaceByCodePoint() const;
    void setBackspaceByCodePoint(bool on);
    bool cleansPaste() const;
    void setCleanPaste(bool on);

    Fonts fonts() const;
    void setFonts(const Fonts& fonts);
    TextStyle textStyle() const;
    void setTextStyle(const TextStyle& style);
    Speller speller() const;
    void setSpeller(const Speller& speller);

    int cursorPosition() const;
    int anchorPosition() const;
    void setCursorPosition(int position);
    void setSelection(int anchor, int position);
    QString selectedText() const;
    bool isUndoAvailable() const;
    bool isRedoAvailable() const;
    /// The caret in pixels: flat, across the line.
    QRectF cursorRect() const;
    QRectF characterRect(int offset) const;
    int offsetAt(const QPointF& point) const;
    QString codePoints() const;
    /// The menu for a point; the caller's.
    QMenu* createStandardContextMenu(const QPoint& point);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    /// The same with a point or a length (QInputMethod::queryFocusObject).
    Q_INVOKABLE QVariant inputMethodQuery(Qt::InputMethodQuery query, const QVariant& argument) const;

public Q_SLOTS:
    void setText(const QString& text);
    void insert(const QString& text);
    void clear();
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();

Q_SIGNALS:
    void textChanged(const QString& text);
    void selectionChanged();
    void cursorPositionChanged();
    void undoAvailable(bool yes);
    void redoAvailable(bool yes);
    /// Return or Enter was pressed.
    void returnPressed();
    /// Return was pressed, or the field was left.
    void editingFinished();
    /// Pasted text was put right: see TextEdit::textCleaned().
    void textCleaned(int words, int connectors);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace bichig::qt
