// Pages and layouts for QPainter. The glyphs of a run become one path, filled at once: filled one by one, the letters
// of a Mongolian word would show seams where their edges meet.
#include "qt/internal/drawing.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <QHash>
#include <QMutex>
#include <QPainter>

#include "qt/internal/run_masks.h"
#include "qt/internal/text_box.h"

namespace bichig::qt {

namespace {

QTransform transform_of(const bichig_matrix& matrix) {
    return {matrix.xx, matrix.yx, matrix.xy, matrix.yy, matrix.x0, matrix.y0};
}

QColor colour_of(unsigned long colour) { return QColor::fromRgb(static_cast<QRgb>(colour)); }

QPainterPath path_of(const bichig_path_part* parts, std::size_t count) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (std::size_t i = 0; i < count; ++i) {
        const bichig_path_part& part = parts[i];
        switch (part.kind) {
            case BICHIG_PATH_MOVE: path.moveTo(part.x, part.y); break;
            case BICHIG_PATH_LINE: path.lineTo(part.x, part.y); break;
            case BICHIG_PATH_QUADRATIC: path.quadTo(part.x1, part.y1, part.x, part.y); break;
            case BICHIG_PATH_CUBIC: path.cubicTo(part.x1, part.y1, part.x2, part.y2, part.x, part.y); break;
            case BICHIG_PATH_CLOSE: path.closeSubpath(); break;
        }
    }
    return path;
}

/// The outline of a glyph in font units. Outlines are kept for all widgets and threads; at a number that no screen of
/// text reaches they are let go.
QPainterPath outline_of(const bichig_glyph_run& run, unsigned long glyph) {
    static QHash<QPair<quint64, quint64>, QPainterPath> kept;
    static QMutex mutex;
    const QMutexLocker locker(&mutex);
    constexpr int most = 20000;
    const QPair<quint64, quint64> key{run.face_id, glyph};
    const auto found = kept.constFind(key);
    if (found != kept.constEnd()) return *found;
    if (kept.size() >= most) kept.clear();
    bichig_path_part* parts = nullptr;
    std::size_t count = 0;
    bichig_glyph_outline(run.face, glyph, &parts, &count, nullptr);
    const std::unique_ptr<void, FreeBlock> owned(parts);
    return *kept.insert(key, path_of(parts, count));
}

}  // namespace

void LookKey::add(quint64 value) {
    first = (first ^ value) * 0x100000001B3;
    second = (second + value) * 0xD6E8FEB86659FD93;
    second ^= second >> 32;
}

void LookKey::add(double value) {
    constexpr double fine = 4096;
    add(static_cast<quint64>(static_cast<qint64>(std::llround(value * fine))));
}

int Drawing::add_glyphs(void* user, const bichig_glyph_run* given) {
    Shape shape;
    GlyphRun& run = shape.run;
    const double most = 2 * given->font_size + given->stroke_width;  // what a glyph reaches from its origin, amply
    run.glyph_look.add(quint64{given->face_id});
    for (const double value : {given->matrix.xx, given->matrix.yx, given->matrix.xy, given->matrix.yy}) {
        run.glyph_look.add(value * given->units_per_em);
    }
    run.look = run.glyph_look;
    run.look.add(given->stroke_width);
    run.to_page = transform_of({given->matrix.xx, given->matrix.yx, given->matrix.xy, given->matrix.yy, 0, 0});
    run.size = given->font_size;
    run.stroke = given->stroke_width;
    if (given->glyph_count > 0) run.anchor = {given->glyphs[0].x, given->glyphs[0].y};
    run.glyphs.reserve(given->glyph_count);
    for (std::size_t i = 0; i < given->glyph_count; ++i) {
        const bichig_placed_glyph& glyph = given->glyphs[i];
        const QPointF at(glyph.x, glyph.y);
        run.look.add(quint64{glyph.id});
        run.look.add(at.x() - run.anchor.x());
        run.look.add(at.y() - run.anchor.y());
        const QPainterPath outline = outline_of(*given, glyph.id);
        if (outline.isEmpty()) continue;
        run.glyphs.push_back({quint64{glyph.id}, at, outline});
        shape.bounds |= QRectF(at, QSizeF()).adjusted(-most, -most, most, most);
    }
    if (run.glyphs.empty()) return 0;
    shape.colour = colour_of(given->colour);
    shape.stroke = given->stroke_width;
    shape.round = true;
    static_cast<Drawing*>(user)->shapes_.push_back(std::move(shape));
    return 0;
}

int Drawing::add_path(void* user, const bichig_page_path* path) {
    Shape shape;
    shape.path = path_of(path->parts, path->part_count);
    shape.colour = colour_of(path->colour);
    shape.stroke = path->stroke_width;
    shape.filled = shape.stroke <= 0;
    shape.round = path->round_joints != 0;
    const double out = shape.stroke;
    shape.bounds = shape.path.controlPointRect().adjusted(-out, -out, out, out);
    static_cast<Drawing*>(user)->shapes_.push_back(shape);
    return 0;
}

int Drawing::add_image(void* user, const bichig_page_image* image) {
    Picture picture;
    picture.image = QImage::fromData(static_cast<const uchar*>(image->bytes), static_cast<int>(image->byte_count));
    picture.to_page = transform_of(image->matrix);
    picture.box = rect_of(image->box);
    if (!picture.image.isNull()) static_cast<Drawing*>(user)->pictures_.push_back(picture);
    return 0;
}

int Drawing::add_link(void* user, const bichig_page_link* link) {
    static_cast<Drawing*>(user)->links_.push_back(
        {rect_of(link->box), QString::fromUtf8(link->uri), QString::fromUtf8(link->destination)});
    return 0;
}

bichig_page_visitor Drawing::visitor() {
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    visitor.user = this;
    visitor.glyphs = add_glyphs;
    visitor.path = add_path;
    visitor.image = add_image;
    visitor.link = add_link;
    return visitor;
}

QPainterPath GlyphRun::path() const {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const RunGlyph& glyph : glyphs) {
        path.addPath((to_page * QTransform::fromTranslate(glyph.at.x(), glyph.at.y())).map(glyph.outline));
    }
    return path;
}

void Drawing::paint(QPainter& painter, const QRectF& clip, const QColor& ink) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);  // with it, words take Qt's slow way
    for (const Shape& shape : shapes_) {
        if (!shape.bounds.intersects(clip)) continue;
        const QColor colour = ink.isValid() ? ink : shape.colour;
        const bool is_run = !shape.run.glyphs.empty();
        if (is_run && paint_by_mask(painter, shape.run, colour)) continue;
        const QPainterPath path = is_run ? shape.run.path() : shape.path;
        if (shape.filled) painter.fillPath(path, colour);
        if (shape.stroke > 0) {
            painter.strokePath(path, QPen(colour, shape.stroke, Qt::SolidLine, Qt::SquareCap,
                                          shape.round ? Qt::RoundJoin : Qt::MiterJoin));
        }
    }
    for (const Picture& picture : pictures_) {
        if (!picture.box.intersects(clip)) continue;
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.setTransform(picture.to_page, true);
        painter.drawImage(QRectF(0, 0, 1, 1), picture.image);
        painter.restore();
    }
    painter.restore();
}

Drawing drawing_of(const bichig_layout* layout) {
    Drawing drawing;
    const bichig_page_visitor visitor = drawing.visitor();
    if (layout != nullptr) bichig_layout_visit(layout, &visitor, nullptr);
    return drawing;
}

Drawing drawing_of(const bichig_pages* pages, int page) {
    Drawing drawing;
    const bichig_page_visitor visitor = drawing.visitor();
    if (page >= 0) bichig_pages_visit(pages, static_cast<std::size_t>(page), &visitor, nullptr);
    return drawing;
}

void paint_text(QPainter& painter, const Drawing& drawing, const QPointF& origin, double scale, const QRect& clip,
                const std::vector<QRectF>& selected, const SelectionColours& colours) {
    const auto paint = [&](const QRegion& region, const QColor& ink) {
        if (region.isEmpty()) return;
        painter.save();
        painter.setClipRegion(region, Qt::IntersectClip);
        painter.translate(origin);
        painter.scale(scale, scale);
        const QRectF seen = QRectF(region.boundingRect()).translated(-origin);
        drawing.paint(painter, {seen.topLeft() / scale, seen.size() / scale}, ink);
        painter.restore();
    };
    // Whole pixels, so that no pixel is painted in both colours.
    QRegion region;
    for (const QRectF& box : selected) {
        region += QRectF(box.topLeft() * scale + origin, box.size() * scale).toRect();
    }
    region &= clip;
    for (const QRect& rect : region) painter.fillRect(rect, colours.ground);
    paint(QRegion(clip) - region, colours.ink);
    paint(region, colours.ink_on_ground);
}

}  // namespace bichig::qt
