// Layouts of the C interface in Qt's types.
#include "qt/internal/text_box.h"

#include <algorithm>
#include <cmath>

#include <QFontInfo>

#include <bichig/c/label.h>

namespace bichig::qt {

std::vector<int> boundaries(const QString& text, bichig_boundary kind) {
    std::size_t* offsets = nullptr;
    std::size_t count = 0;
    bichig_boundaries_utf16(units(text), static_cast<std::size_t>(text.size()), kind, &offsets, &count, nullptr);
    const std::unique_ptr<void, FreeBlock> owned(offsets);
    std::vector<int> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(static_cast<int>(offsets[i]));
    return all;
}

bichig_range segment_at(const QString& text, int offset) {
    bichig_segment* segments = nullptr;
    std::size_t count = 0;
    bichig_segments_utf16(units(text), static_cast<std::size_t>(text.size()), 0, &segments, &count, nullptr);
    const std::unique_ptr<void, FreeBlock> owned(segments);
    const auto at = static_cast<std::size_t>(std::max(0, offset));
    for (std::size_t i = 0; i < count; ++i) {
        if (at < segments[i].range.end) return segments[i].range;
    }
    return count > 0 ? segments[count - 1].range : bichig_range{0, 0};
}

double pixels_per_point(const QWidget& widget) { return widget.logicalDpiY() / 72.0; }

double points_of(const QFont& font) {
    const double points = font.pointSizeF() > 0 ? font.pointSizeF() : QFontInfo(font).pointSizeF();
    return std::clamp(points, 0.1, 4096.0);
}

unsigned weight_of(const QFont& font) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 0, 0)
    return static_cast<unsigned>(std::clamp(static_cast<int>(font.weight()), 1, 1000));
#else
    // Qt 5 counts 0 to 99: these are the weights that it names.
    static const struct { int qt; unsigned css; } names[] = {
        {QFont::Thin, 100}, {QFont::ExtraLight, 200}, {QFont::Light, 300}, {QFont::Normal, 400}, {QFont::Medium, 500},
        {QFont::DemiBold, 600}, {QFont::Bold, 700}, {QFont::ExtraBold, 800}, {QFont::Black, 900}};
    unsigned nearest = 400;
    int distance = 1000;
    for (const auto& name : names) {
        if (std::abs(name.qt - font.weight()) < distance) {
            distance = std::abs(name.qt - font.weight());
            nearest = name.css;
        }
    }
    return nearest;
#endif
}

Style::Style(const TextStyle& style, double font_size, unsigned weight) : language_{style.language.toUtf8()} {
    c.font_size = font_size;
    c.weight = weight;
    c.mongolian = style.mongolian;
    c.han = style.han;
    c.language = language_.isEmpty() ? nullptr : language_.constData();
    c.line_pitch = std::clamp(style.linePitch, 0.5, 10.0) * font_size;
    c.combine_digits = static_cast<unsigned>(std::clamp(style.combinedDigits, 1, 4));
    c.han_scale = std::clamp(style.hanScale, 0.25, 4.0);
}

TextBox::TextBox(const Fonts& fonts, const QString& text, const bichig_style& style, double measure) {
    if (fonts.isNull()) return;
    bichig_layout* layout = nullptr;
    bichig_error error = BICHIG_ERROR_INIT;
    if (bichig_layout_open_utf16(fonts.handle(), units(text), static_cast<std::size_t>(text.size()), &style,
                                 std::clamp(measure, 1.0, 1e6), &layout, &error) != BICHIG_OK) {
        qWarning("bichig: a text cannot be laid out: %s", error.message);
        return;
    }
    layout_.reset(layout);
    for (std::size_t i = 0; i < bichig_layout_line_count(layout); ++i) {
        bichig_line line = BICHIG_LINE_INIT;
        bichig_layout_line(layout, i, &line, nullptr);
        lines_.push_back(line);
        size_ = size_.expandedTo({line.box.x + line.box.width, line.box.y + line.box.height});
        overfull_ = overfull_ || line.overfull != 0;
    }
}

bichig_hit TextBox::hit(const QPointF& point) const {
    bichig_hit hit = BICHIG_HIT_INIT;
    if (layout_) bichig_layout_hit_test(layout_.get(), point.x(), point.y(), &hit, nullptr);
    return hit;
}

QRectF TextBox::caret(int offset, bool upstream, double thickness) const {
    bichig_rect rect{};
    if (layout_) {
        bichig_layout_caret(layout_.get(), static_cast<std::size_t>(std::max(0, offset)), upstream ? 1 : 0, thickness,
                            &rect, nullptr);
    }
    return rect_of(rect);
}

std::vector<QRectF> TextBox::selection(int begin, int end) const {
    bichig_rect* boxes = nullptr;
    std::size_t count = 0;
    if (layout_ && begin < end) {
        bichig_layout_selection(layout_.get(), static_cast<std::size_t>(std::max(0, begin)),
                                static_cast<std::size_t>(end), &boxes, &count, nullptr);
    }
    const std::unique_ptr<void, FreeBlock> owned(boxes);
    std::vector<QRectF> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(rect_of(boxes[i]));
    return all;
}

double fitting_size(const Fonts& fonts, const QString& text, const bichig_style& style, const QSizeF& room,
                    double smallest) {
    if (fonts.isNull() || text.isEmpty()) return style.font_size;
    bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
    options.width = std::clamp(room.width(), 1.0, 1e5);
    options.height = std::clamp(room.height(), 1.0, 1e5);
    options.smallest = std::min(smallest, style.font_size);
    options.measure_only = 1;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    const bichig_status status = bichig_render_text_utf16(
        fonts.handle(), units(text), static_cast<std::size_t>(text.size()), &style, &options, &picture, nullptr);
    return status == BICHIG_OK ? picture.font_size : style.font_size;
}

}  // namespace bichig::qt
