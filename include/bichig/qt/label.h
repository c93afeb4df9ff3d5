// A label in vertical lines: a name, a button's text, a bubble, a cell, a paragraph.
#pragma once

#include <memory>

#include <QString>
#include <QWidget>

#include <bichig/qt/fonts.h>

namespace bichig::qt {

/// Shows text in vertical lines from left to right. Lines are as long as the label is high, so it wraps by height: see
/// widthForHeight(). Colours are those of the palette (WindowText, Highlight, HighlightedText); size and weight those
/// of font(). A screen reader gets it as static text.
class Label : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(Qt::Alignment alignment READ alignment WRITE setAlignment)
    Q_PROPERTY(bool wordWrap READ wordWrap WRITE setWordWrap)
    Q_PROPERTY(double smallestFontSize READ smallestFontSize WRITE setSmallestFontSize)
    Q_PROPERTY(int margin READ margin WRITE setMargin)
    Q_PROPERTY(bool textSelectable READ isTextSelectable WRITE setTextSelectable)
    Q_PROPERTY(QString selectedText READ selectedText NOTIFY selectionChanged)

public:
    explicit Label(QWidget* parent = nullptr);
    explicit Label(const QString& text, QWidget* parent = nullptr);
    ~Label() override;

    QString text() const;
    /// Along the lines: AlignTop (default), AlignVCenter, AlignBottom, or AlignJustify, which fills them. Across:
    /// where the lines stand as a block, AlignLeft (default), AlignHCenter, AlignRight.
    Qt::Alignment alignment() const;
    void setAlignment(Qt::Alignment alignment);
    /// Whether lines end where the label does (default), or only where the text says so.
    bool wordWrap() const;
    void setWordWrap(bool on);
    /// Shrinks to fit: the text gets smaller until it fits, down to so many points; 0 (default): it does not.
    double smallestFontSize() const;
    void setSmallestFontSize(double points);
    /// Room on all sides, in pixels; default 2.
    int margin() const;
    void setMargin(int pixels);
    Fonts fonts() const;
    void setFonts(const Fonts& fonts);
    TextStyle textStyle() const;
    void setTextStyle(const TextStyle& style);

    /// Whether the text can be selected by mouse and keyboard, and copied; off by default.
    bool isTextSelectable() const;
    void setTextSelectable(bool on);
    /// Units of text(), as far as it has them.
    void setSelection(int begin, int length);
    /// -1 where nothing is selected.
    int selectionStart() const;
    QString selectedText() const;

    /// How wide the label must be for its text in lines that fit into `height`. QWidget's layouts only ask the other
    /// way round; the label tells them the width for its height whenever that changes.
    int widthForHeight(int height) const;
    /// The size in points that is shown: font()'s, or less where the text was shrunk.
    double shownFontSize() const;
    /// Whether the text does not fit, even in the smallest size: what stands out is cut.
    bool isOverflowing() const;
    /// The rectangle of a character in pixels, empty outside of the text; for tests and screen readers.
    QRectF characterRect(int offset) const;
    /// The offset of the place between characters that is nearest to a point.
    int offsetAt(const QPointF& point) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setText(const QString& text);
    void selectAll();
    void copy() const;

Q_SIGNALS:
    void textChanged(const QString& text);
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace bichig::qt
