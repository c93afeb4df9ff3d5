// An editor of text in vertical lines.
#pragma once

#include <memory>

#include <QAbstractScrollArea>
#include <QString>
#include <QVariant>

#include <bichig/c/text.h>
#include <bichig/qt/fonts.h>
#include <bichig/qt/spelling.h>

class QMenu;

namespace bichig::qt {

/// Edits plain text in vertical lines as long as the view is high, which follow from left to right and are scrolled
/// sideways, also by the wheel. Arrows go where they point: down and up along the line, right and left from line to
/// line. Line ends are U+000A. Colours are those of the palette (Base, Text, Highlight, HighlightedText,
/// PlaceholderText). Input methods, drag and drop, the clipboards and assistive technology are served as by QTextEdit.
class TextEdit : public QAbstractScrollArea {
    Q_OBJECT
    Q_PROPERTY(QString plainText READ toPlainText WRITE setPlainText NOTIFY textChanged USER true)
    Q_PROPERTY(QString placeholderText READ placeholderText WRITE setPlaceholderText)
    Q_PROPERTY(bool readOnly READ isReadOnly WRITE setReadOnly)
    Q_PROPERTY(int maxLength READ maxLength WRITE setMaxLength)
    Q_PROPERTY(int cursorPosition READ cursorPosition WRITE setCursorPosition NOTIFY cursorPositionChanged)
    Q_PROPERTY(bool modified READ isModified WRITE setModified NOTIFY modificationChanged)
    Q_PROPERTY(bool tabChangesFocus READ tabChangesFocus WRITE setTabChangesFocus)
    Q_PROPERTY(bool showInvisibles READ showsInvisibles WRITE setShowInvisibles)
    Q_PROPERTY(bool logicalKeys READ hasLogicalKeys WRITE setLogicalKeys)
    Q_PROPERTY(bool backspaceByCodePoint READ isBackspaceByCodePoint WRITE setBackspaceByCodePoint)
    Q_PROPERTY(bool cleanPaste READ cleansPaste WRITE setCleanPaste)

public:
    explicit TextEdit(QWidget* parent = nullptr);
    explicit TextEdit(const QString& text, QWidget* parent = nullptr);
    ~TextEdit() override;

    QString toPlainText() const;
    QString placeholderText() const;
    void setPlaceholderText(const QString& text);
    /// The user may move, select and copy, but change nothing.
    bool isReadOnly() const;
    void setReadOnly(bool on);
    /// Units of UTF-16 that fit in; 0 (default): no limit.
    int maxLength() const;
    void setMaxLength(int length);
    /// Whether the text differs from what it was when it was set, or at setModified(false).
    bool isModified() const;
    void setModified(bool modified);
    bool tabChangesFocus() const;
    void setTabChangesFocus(bool on);
    /// Characters without ink (selectors, MVS, spaces, line ends) have a bar and a name.
    bool showsInvisibles() const;
    void setShowInvisibles(bool on);
    /// Whether right and left go along the text, as in horizontal editors; else (default) arrows go where they point.
    bool hasLogicalKeys() const;
    void setLogicalKeys(bool on);
    /// Whether the backspace key takes one character (a selector, then its letter), not all that the caret steps over.
    bool isBackspaceByCodePoint() const;
    void setBackspaceByCodePoint(bool on);
    /// Whether pasted text in legacy encodings or with older connectors is put right, as a step of undo of its own: see
    /// textCleaned(). On by default.
    bool cleansPaste() const;
    void setCleanPaste(bool on);

    Fonts fonts() const;
    void setFonts(const Fonts& fonts);
    TextStyle textStyle() const;
    void setTextStyle(const TextStyle& style);
    /// Words with a fault are marked by a wave on their right side, and the context menu has what may be meant.
    Speller speller() const;
    void setSpeller(const Speller& speller);

    int cursorPosition() const;
    /// Where a selection began; the same as cursorPosition() without one.
    int anchorPosition() const;
    void setCursorPosition(int position);
    void setSelection(int anchor, int position);
    QString selectedText() const;
    bool isUndoAvailable() const;
    bool isRedoAvailable() const;
    /// The caret in pixels of the viewport: flat, across its line.
    QRectF cursorRect() const;
    QRectF characterRect(int offset) const;
    int offsetAt(const QPointF& point) const;

    /// Selects the next or previous place where `text` is found, after the end from the start; `level` is how much
    /// found text may differ. Whether there is one.
    bool find(const QString& text, bool forward = true, bichig_key_level level = BICHIG_KEY_SHAPE);
    /// Replaces all places in one step of undo; how many.
    int replaceAll(const QString& text, const QString& with, bichig_key_level level = BICHIG_KEY_SHAPE);
    /// "U+182E MONGOLIAN LETTER MA", a line each: of what is selected, else of the character behind the caret.
    QString codePoints() const;
    /// The menu for a point of the viewport; the caller's.
    QMenu* createStandardContextMenu(const QPoint& point);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    /// The same with a point or a length (QInputMethod::queryFocusObject).
    Q_INVOKABLE QVariant inputMethodQuery(Qt::InputMethodQuery query, const QVariant& argument) const;

public Q_SLOTS:
    void setPlainText(const QString& text);
    void insertPlainText(const QString& text);
    void clear();
    void undo();
    void redo();
    void cut();
    void copy();
    void paste();
    void selectAll();
    void ensureCursorVisible();
    /// Checks all anew, after a word was learnt elsewhere.
    void recheckSpelling();

Q_SIGNALS:
    void textChanged();
    void selectionChanged();
    void cursorPositionChanged();
    void copyAvailable(bool yes);
    void undoAvailable(bool yes);
    void redoAvailable(bool yes);
    void modificationChanged(bool changed);
    /// Pasted text was put right: so many words of a legacy encoding, so many connectors. One undo brings them back.
    void textCleaned(int words, int connectors);

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace bichig::qt
