// What a Label keeps: its text as it is laid out for the size that the label has now, and what is selected of it.
#pragma once

#include <utility>

#include <bichig/qt/label.h>

#include "qt/internal/accessible_text.h"
#include "qt/internal/drawing.h"
#include "qt/internal/text_box.h"

namespace bichig::qt {

class Label::Private final : public TextForReaders {
public:
    explicit Private(Label* label) : q{label} {}

    /// Lays the text out again before it is looked at next.
    void outdate();
    const Fonts& used_fonts() const;
    /// The box for the label's size.
    const TextBox& box();
    const Drawing& drawing();
    double size_shown();
    bool overflows();
    /// Where the box's 0, 0 is, in pixels.
    QPointF origin();
    double scale() const { return pixels_per_point(*q); }
    QPointF to_box(const QPointF& pixels) { return (pixels - origin()) / scale(); }
    /// What a text takes in pixels, margins included, in lines for a label of `height` (0: without an end).
    QSize size_for(int height, double font_size);
    int width_for(int height);
    void resized(bool height_changed);

    void set_selection(int anchor, int position, bool upstream);
    void move(QKeyEvent& event);
    int next_place(int key);

    QString text() const override { return content; }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    QString name() const override { return content; }
    QAccessible::State state(QAccessible::State of_widget) const override;
    int cursor() const override { return selectable ? position : -1; }
    void move_cursor(int offset) override { set_selection(offset, offset, false); }
    std::pair<int, int> selection() const override;
    void select(int begin, int end) override { set_selection(begin, end, false); }
    QRectF rect_of(int offset) const override { return q->characterRect(offset); }
    int offset_at(const QPointF& point) const override;
    Attributes attributes_at(int offset) const override;
    std::pair<int, int> line_at(int offset) const override;

    Label* q;
    QString content;
    Qt::Alignment alignment = Qt::AlignTop | Qt::AlignLeft;
    bool wraps = true;
    double smallest = 0;
    int margin = 2;
    Fonts fonts;
    TextStyle style;
    bool selectable = false;
    int anchor = 0;
    int position = 0;
    bool upstream = false;
    bool dragging = false;
    Readable readable{q, this};

private:
    void lay_out();
    bichig_alignment along() const;
    /// The length of the longest line where none is broken, in points.
    double natural_length(double font_size) const;

    bool current_ = false;
    TextBox box_;
    Drawing drawing_;
    bool drawn_ = false;
    double size_ = 0;
    QPair<int, int> asked_{-1, 0};  ///< a height and the width for it
};

}  // namespace bichig::qt
