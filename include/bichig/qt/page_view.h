// A view of the pages of a document: scrolling, zoom, selection and copy, search, links, print.
#pragma once

#include <memory>

#include <QAbstractScrollArea>
#include <QString>

#include <bichig/qt/pages.h>

class QPrinter;

namespace bichig::qt {

/// Shows pages one after the other. Pages keep their colours; what is around them has those of the palette. Keys:
/// arrows, Page Up and Down, Home, End scroll; with Shift, arrows extend the selection as they point (along a vertical
/// line down and up, to the line beside it right and left); zoom by Ctrl with +, - and the wheel. A screen reader gets
/// a document with its text.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
    Q_PROPERTY(int pageCount READ pageCount NOTIFY pageCountChanged)
    Q_PROPERTY(int currentPage READ currentPage WRITE goToPage NOTIFY currentPageChanged)
    Q_PROPERTY(double zoom READ zoom WRITE setZoom NOTIFY zoomChanged)
    Q_PROPERTY(ZoomMode zoomMode READ zoomMode WRITE setZoomMode)
    Q_PROPERTY(Qt::Orientation orientation READ orientation WRITE setOrientation)

public:
    enum class ZoomMode { Free, FitWidth, FitPage };
    Q_ENUM(ZoomMode)

    explicit PageView(QWidget* parent = nullptr);
    ~PageView() override;

    Pages pages() const;
    /// Shows other pages, from the first; a view of a document that was edited keeps its place with `keep_place`.
    void setPages(const Pages& pages, bool keep_place = false);

    int pageCount() const;
    /// The page that takes the most of the view, from 0; -1 without pages.
    int currentPage() const;
    /// 1: a point of the page is as long as one of the screen. 0.05 to 16.
    double zoom() const;
    /// Free: zoom() stays as it is set (default). FitWidth, FitPage: it follows the size of the view.
    ZoomMode zoomMode() const;
    void setZoomMode(ZoomMode mode);
    /// Where the next page is: below (Qt::Vertical, default) or to the right.
    Qt::Orientation orientation() const;
    void setOrientation(Qt::Orientation orientation);

    bool hasSelection() const;
    /// In the order in which it is read, as it stands in the document.
    QString selectedText() const;
    /// What is shown of a page, in pixels of the viewport; partly or all outside of it where it is scrolled away.
    QRectF pageRect(int page) const;

    /// Marks all that is found and selects the first place after the selection; empty text takes the marks away.
    /// `level` is how much found text may differ. The number of places.
    int find(const QString& text, bichig_key_level level = BICHIG_KEY_SHAPE);
    int matchCount() const;

    QSize sizeHint() const override;

public Q_SLOTS:
    void goToPage(int page);
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    void selectAll();
    void clearSelection();
    void copy() const;
    /// The next or previous place of find(), after the last the first.
    void findNext();
    void findPrevious();
    /// Asks for a printer and prints.
    void print();

Q_SIGNALS:
    void pageCountChanged(int count);
    void currentPageChanged(int page);
    void zoomChanged(double zoom);
    void selectionChanged();
    /// A link out of the document was clicked; links inside are followed by the view.
    void linkActivated(const QString& uri);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

}  // namespace bichig::qt
