// What stands in a layout or on a page, ready for QPainter: paths and pictures, taken once from a visit of the C
// interface. Lengths are points of the layout or page.
#pragma once

#include <vector>

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QRectF>
#include <QRegion>
#include <QString>
#include <QTransform>

#include <bichig/c/pages.h>

#include "qt/internal/glyph_run.h"

class QPainter;

namespace bichig::qt {

/// A place of a page that leads somewhere.
struct PageLink {
    QRectF box;
    QString uri;
    QString destination;
};

/// Value.
class Drawing {
public:
    /// A visitor that adds what it is shown; it must not outlive the drawing. A colour picture (emoji) stays as it is.
    bichig_page_visitor visitor();

    bool is_empty() const { return shapes_.empty() && pictures_.empty(); }
    const std::vector<PageLink>& links() const { return links_; }
    /// Paints what touches `clip`, in the colours of the page; with a valid `ink`, all but pictures in that.
    void paint(QPainter& painter, const QRectF& clip, const QColor& ink = {}) const;

private:
    /// A path, or a run of glyphs.
    struct Shape {
        QPainterPath path;
        GlyphRun run;
        QRectF bounds;  ///< stroke included
        QColor colour;
        double stroke = 0;
        bool filled = true;
        bool round = false;
    };
    struct Picture {
        QImage image;
        QTransform to_page;
        QRectF box;
    };

    static int add_glyphs(void* user, const bichig_glyph_run* run);
    static int add_path(void* user, const bichig_page_path* path);
    static int add_image(void* user, const bichig_page_image* image);
    static int add_link(void* user, const bichig_page_link* link);

    std::vector<Shape> shapes_;
    std::vector<Picture> pictures_;
    std::vector<PageLink> links_;
};

/// The drawing of a layout; empty for NULL.
Drawing drawing_of(const bichig_layout* layout);
/// The drawing of a page, from 0; empty where there is none of that number.
Drawing drawing_of(const bichig_pages* pages, int page);

/// Colours of a selection.
struct SelectionColours {
    QColor ink;
    QColor ground;
    QColor ink_on_ground;
};

/// Paints a text at `origin` (pixels) in `scale` pixels a point: the ground of `selected`, then the ink, which has
/// another colour there. `clip` is in pixels.
void paint_text(QPainter& painter, const Drawing& drawing, const QPointF& origin, double scale, const QRect& clip,
                const std::vector<QRectF>& selected, const SelectionColours& colours);

}  // namespace bichig::qt
