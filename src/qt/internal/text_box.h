// A text in vertical lines, as widgets measure, draw and point into it: bichig_layout with Qt's types. Offsets are
// units of UTF-16, as in QString; lengths are points, y downwards, 0, 0 the corner where the first line begins.
#pragma once

#include <memory>
#include <vector>

#include <QByteArray>
#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QWidget>

#include <bichig/c/language.h>
#include <bichig/c/layout.h>
#include <bichig/qt/fonts.h>

namespace bichig::qt {

struct CloseLayout {
    void operator()(bichig_layout* layout) const { bichig_layout_close(layout); }
};
struct FreeBlock {
    void operator()(void* block) const { bichig_free(block); }
};

inline const bichig_char16* units(const QString& text) { return reinterpret_cast<const bichig_char16*>(text.utf16()); }
inline QRectF rect_of(const bichig_rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }
/// The offsets of a kind of boundary in `text`.
std::vector<int> boundaries(const QString& text, bichig_boundary kind);
/// The word, mark or blank around `offset`.
bichig_range segment_at(const QString& text, int offset);

/// How many pixels a point takes on the screen of a widget.
double pixels_per_point(const QWidget& widget);
double points_of(const QFont& font);
/// A font's weight as CSS and OpenType count it.
unsigned weight_of(const QFont& font);

/// A bichig_style with the text that it points to. Not copied.
class Style {
public:
    Style(const TextStyle& style, double font_size, unsigned weight);
    Style(const Style&) = delete;
    Style& operator=(const Style&) = delete;
    bichig_style c = BICHIG_STYLE_INIT;

private:
    QByteArray language_;
};

/// Without fonts, or where Bichig refuses the text, it has no lines.
class TextBox {
public:
    TextBox() = default;
    TextBox(const Fonts& fonts, const QString& text, const bichig_style& style, double measure);

    const bichig_layout* layout() const { return layout_.get(); }
    /// What lines take: across from the first to the last, along as far as glyphs stand.
    QSizeF size() const { return size_; }
    bool is_overfull() const { return overfull_; }
    const std::vector<bichig_line>& lines() const { return lines_; }

    bichig_hit hit(const QPointF& point) const;
    QRectF caret(int offset, bool upstream, double thickness) const;
    std::vector<QRectF> selection(int begin, int end) const;

private:
    std::unique_ptr<bichig_layout, CloseLayout> layout_;
    std::vector<bichig_line> lines_;
    QSizeF size_;
    bool overfull_ = false;
};

/// The largest font size from `smallest` to the style's in which the text fits into `room` (points), as
/// bichig_render_text_utf16() finds it.
double fitting_size(const Fonts& fonts, const QString& text, const bichig_style& style, const QSizeF& room,
                    double smallest);

}  // namespace bichig::qt
