// What widgets show agrees with `layout`: the same text is laid out a second time through the C interface, as one
// paragraph after another without a view, and what carets, points, lines, selections and pixels the widgets have is
// compared with it. BICHIG_AGREEMENT_STRINGS and BICHIG_AGREEMENT_SEED try more, or others.
#include <cmath>
#include <functional>
#include <memory>
#include <random>

#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

#include <bichig/c/language.h>
#include <bichig/c/layout.h>
#include <bichig/qt/label.h>

#include "qt/edited.h"
#include "qt/text_model.h"
#include "qt/tools.h"

using bichig::qt::Label;
using bichig::qt::LineEdit;
using bichig::qt::TextEdit;

namespace {

constexpr int usual_strings = 10'000;  ///< half in editors, a quarter each in fields and labels
constexpr int painted = 40;
constexpr int margin = 4;          ///< of the editor, pixels
constexpr double size = 16;        ///< of the font, points
constexpr double near = 0.01;      ///< pixels that things may lie apart
constexpr double endless = 1e6;

/// Random mixed text: words and what stands between and inside of them.
class Strings {
public:
    explicit Strings(unsigned seed) : random_{seed} {}
    int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    /// Mostly short, sometimes of many lines.
    QString next() {
        QString text;
        const int pieces = number(100) == 0 ? 60 + number(120) : 1 + number(14);
        for (int i = 0; i < pieces; ++i) text += piece();
        return text;
    }

private:
    QString piece() {
        static const QString text = widgets::office() + QLatin1Char(' ') + widgets::mixed();
        static const QStringList words = text.split(QLatin1Char(' '));
        static const QString others[] = {
            QString::fromUtf8("ᠰᠠᠷ᠎ᠠ"), QString::fromUtf8("ᡏᡆᡋᡆᠨ"), QString::fromUtf8("ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ"),
            QString(QChar(0x180B)),
            QString(QChar(0x180C)), QString(QChar(0x180D)), QString(QChar(0x180F)), QString(QChar(0x180E)),
            QString(QChar(0x202F)) + QString::fromUtf8("ᠤᠨ"), QString(QChar(0x202F)), QString::fromUtf8("草原防火"),
            QString::fromUtf8("，"), QString::fromUtf8("《"), QString::fromUtf8("》"), QString::fromUtf8("（"),
            QString::fromUtf8("🔥"), QString::fromUtf8("👨‍👩‍👧"), QString::fromUtf8("🇨🇳"), QStringLiteral("7"),
            QStringLiteral("2024"), QStringLiteral("123456789"), QString::fromUtf8("᠑᠒᠓"), QStringLiteral("Bichig"),
            QStringLiteral("fi"), QStringLiteral("("), QStringLiteral(")"), QStringLiteral("["), QStringLiteral("."),
            QString::fromUtf8("᠂"), QString::fromUtf8("᠃"), QString::fromUtf8("᠁"), QString::fromUtf8("᠊"),
            QString(QChar(0x301)),
            QStringLiteral("e") + QChar(0x301) + QChar(0x302), QString(QChar(0xD83D)), QString(QChar(0xDC00)),
            QStringLiteral("\n"), QStringLiteral("\r\n"), QStringLiteral("\r"), QString(QChar(0x2029)),
            QString(QChar(0x2028)), QStringLiteral("\t"), QString(QChar(0x200D)), QString(QChar(0x200C)),
            QString(QChar(0x200B)), QString(QChar(0x3000)), QString(QChar(0xFE0F)), QString(QChar(0xFFFC)),
            QString::fromUtf8("ཨོཾ"), QString::fromUtf8("ꡖꡛ"), QStringLiteral(" "), QStringLiteral(" ")};
        const int which = number(100);
        if (which < 35) return words.at(number(static_cast<int>(words.size())));
        if (which < 55) return QStringLiteral(" ");
        return others[number(static_cast<int>(std::size(others)))];
    }
    std::mt19937 random_;
};

/// A failure in words, with the code points of the text.
QByteArray failure(const QString& what, const QString& text) {
    QString all = what + QStringLiteral(" in");
    for (const QChar unit : text) all += QStringLiteral(" %1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    return all.toUtf8();
}

bool is_line_end(QChar unit) {
    return (unit.unicode() >= 0x0A && unit.unicode() <= 0x0D) || unit.unicode() == 0x85 || unit.unicode() == 0x2028;
}

double scale_of(const QWidget& widget) { return widget.logicalDpiY() / 72.0; }

struct CloseLayout {
    void operator()(bichig_layout* layout) const { bichig_layout_close(layout); }
};

/// A paragraph as `layout` has it.
struct Part {
    std::unique_ptr<bichig_layout, CloseLayout> layout;
    int begin = 0;  ///< in the text
    double x = 0;   ///< of its first line, points
};

/// The text as `layout` has it, in pixels from where its first line begins: a label's as one, an editor's paragraph
/// beside paragraph.
class Reference {
public:
    Reference(const QString& text, bool by_paragraphs, double measure, double scale)
        : size_{static_cast<int>(text.size())}, scale_{scale} {
        double x = 0;
        for (int begin = 0; begin <= size_;) {
            const int found = by_paragraphs ? static_cast<int>(text.indexOf(QLatin1Char('\n'), begin)) : -1;
            const int end = found < 0 ? size_ : found;
            parts_.push_back({opened(text.mid(begin, end - begin), measure), begin, x});
            double width = 0;
            double height = 0;
            bichig_layout_size(parts_.back().layout.get(), &width, &height, nullptr);
            x += width;
            height_ = std::max(height_, height);
            begin = end + 1;
        }
        width_ = x;
        std::size_t* stops = nullptr;
        std::size_t count = 0;
        bichig_boundaries_utf16(reinterpret_cast<const bichig_char16*>(text.utf16()),
                                static_cast<std::size_t>(size_), BICHIG_GRAPHEMES, &stops, &count, nullptr);
        stops_.assign(stops, stops + count);
        bichig_free(stops);
    }
    const std::vector<Part>& parts() const { return parts_; }
    const std::vector<int>& stops() const { return stops_; }
    QSizeF room() const { return QSizeF(width_, height_) * scale_; }
    int stop_at_or_before(int offset) const {
        return *(std::upper_bound(stops_.begin(), stops_.end(), std::clamp(offset, 0, size_)) - 1);
    }
    /// Where lines begin and end.
    std::vector<std::pair<int, int>> lines() const {
        std::vector<std::pair<int, int>> all;
        for (const Part& part : parts_) {
            for (std::size_t i = 0; i < bichig_layout_line_count(part.layout.get()); ++i) {
                bichig_line line = BICHIG_LINE_INIT;
                bichig_layout_line(part.layout.get(), i, &line, nullptr);
                all.push_back({part.begin + static_cast<int>(line.text.begin),
                               part.begin + static_cast<int>(line.text.end)});
            }
        }
        return all;
    }
    /// A line without thickness.
    QRectF caret(int offset) const {
        const Part& part = *(std::upper_bound(parts_.begin(), parts_.end(), offset,
                                              [](int at, const Part& each) { return at < each.begin; }) - 1);
        bichig_rect rect{};
        bichig_layout_caret(part.layout.get(), static_cast<std::size_t>(offset - part.begin), 0, 0, &rect, nullptr);
        return in_pixels(rect, part);
    }
    int offset_at(const QPointF& point) const {
        const double x = point.x() / scale_;
        const auto next = std::upper_bound(parts_.begin() + 1, parts_.end(), x,
                                           [](double at, const Part& each) { return at < each.x; });
        const Part& part = *(next - 1);
        bichig_hit hit = BICHIG_HIT_INIT;
        bichig_layout_hit_test(part.layout.get(), x - part.x, point.y() / scale_, &hit, nullptr);
        return part.begin + static_cast<int>(hit.offset);
    }
    /// The boxes of a selection within one paragraph.
    std::vector<QRectF> selection(const Part& part, int begin, int end) const {
        bichig_rect* boxes = nullptr;
        std::size_t count = 0;
        bichig_layout_selection(part.layout.get(), static_cast<std::size_t>(begin - part.begin),
                                static_cast<std::size_t>(end - part.begin), &boxes, &count, nullptr);
        std::vector<QRectF> all;
        for (std::size_t i = 0; i < count; ++i) all.push_back(in_pixels(boxes[i], part));
        bichig_free(boxes);
        return all;
    }

private:
    static std::unique_ptr<bichig_layout, CloseLayout> opened(const QString& text, double measure) {
        bichig_style style = BICHIG_STYLE_INIT;
        style.font_size = size;
        bichig_layout* made = nullptr;
        if (bichig_layout_open_utf16(widgets::fonts().handle(), reinterpret_cast<const bichig_char16*>(text.utf16()),
                                     static_cast<std::size_t>(text.size()), &style, measure, &made, nullptr) !=
            BICHIG_OK) {
            qFatal("a text cannot be laid out");
        }
        return std::unique_ptr<bichig_layout, CloseLayout>(made);
    }
    QRectF in_pixels(const bichig_rect& rect, const Part& part) const {
        return {(part.x + rect.x) * scale_, rect.y * scale_, rect.width * scale_, rect.height * scale_};
    }

    int size_;
    double scale_, width_ = 0, height_ = 0;
    std::vector<Part> parts_;
    std::vector<int> stops_;
};

bool is_near(double a, double b) { return std::abs(a - b) < near; }
bool is_near(const QPointF& a, const QPointF& b) { return is_near(a.x(), b.x()) && is_near(a.y(), b.y()); }
QString words(const QPointF& at) { return QStringLiteral("(%1, %2)").arg(at.x()).arg(at.y()); }

/// Where the characters of an editor stand that are in `seen`; empty: where they should.
QString differing_character(const std::function<QRectF(int)>& character, const Reference& reference,
                            const QPointF& origin, const std::function<bool(const QRectF&)>& is_seen = {}) {
    const std::vector<int>& stops = reference.stops();
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        const QRectF begin = reference.caret(stops[i]).translated(origin);
        const QRectF end = reference.caret(stops[i + 1]).translated(origin);
        if (is_seen && !is_seen(begin)) continue;
        const QRectF is = character(stops[i + 1] - 1);  // also where that is inside of a grapheme
        if (!is_near(is.topLeft(), begin.topLeft()) || !is_near(is.width(), begin.width())) {
            return QStringLiteral("character %1 is at %2, should at %3").arg(stops[i])
                .arg(words(is.topLeft()), words(begin.topLeft()));
        }
        const bool same_line = std::abs(begin.center().x() - end.center().x()) < 0.5 && end.top() >= begin.top();
        if (same_line && !is_near(is.bottom(), end.top())) {
            return QStringLiteral("character %1 ends at %2, should at %3").arg(stops[i]).arg(is.bottom())
                .arg(end.top());
        }
    }
    return {};
}

/// What is at random points, some outside of the text.
QString differing_point(const std::function<int(QPointF)>& offset_at, const Reference& reference,
                        const QPointF& origin, Strings& random) {
    const QSizeF room = reference.room();
    for (int i = 0; i < 6; ++i) {
        const QPointF at{random.number(static_cast<int>(room.width()) + 20) - 10.25,
                         random.number(static_cast<int>(room.height()) + 20) - 10.25};
        const int is = offset_at(at + origin);
        const int should = reference.offset_at(at);
        if (is != should) return QStringLiteral("%1 is %2, should %3").arg(words(at)).arg(is).arg(should);
    }
    return {};
}

/// The caret and the selection where a program sets them.
QString differing_selection(widgets::Edited& edit, const QString& text, const Reference& reference,
                            const QPointF& origin, Strings& random) {
    const int anchor = random.number(static_cast<int>(text.size()) + 1);
    const int head = random.number(static_cast<int>(text.size()) + 1);
    edit.select(anchor, head);
    const int begin = reference.stop_at_or_before(std::min(anchor, head));
    const int end = reference.stop_at_or_before(std::max(anchor, head));
    if (edit.selected() != text.mid(begin, end - begin)) return QStringLiteral("%1–%2").arg(begin).arg(end);
    const QRectF caret = reference.caret(reference.stop_at_or_before(head)).translated(origin);
    const QRectF is = edit.caret();  // as thick as the style says, but not beyond the start of the line
    const bool stands = is_near(is.left(), caret.left()) && is_near(is.width(), caret.width()) &&
                        is.top() < caret.top() + 1 && is.bottom() > caret.top();
    return stands ? QString() : QStringLiteral("the caret is at %1, should at %2").arg(words(is.topLeft()))
                                    .arg(words(caret.topLeft()));
}

QString differing_line(QWidget& widget, const Reference& reference, const QString& text) {
    QAccessibleTextInterface* reader = QAccessible::queryAccessibleInterface(&widget)->textInterface();
    for (auto [begin, end] : reference.lines()) {
        if (begin == end || reference.stop_at_or_before(begin) != begin) continue;  // a grapheme broken in two
        if (reference.stop_at_or_before(end) != end) continue;
        if (is_line_end(text.at(end - 1))) --end;
        int is_begin = -1;
        int is_end = -1;
        reader->textAtOffset(begin, QAccessible::LineBoundary, &is_begin, &is_end);
        if (is_begin != begin || (is_end != end && begin != end)) {
            return QStringLiteral("the line is %1–%2, should %3–%4").arg(is_begin).arg(is_end).arg(begin).arg(end);
        }
    }
    return {};
}

/// What the C interface draws of a paragraph, on white, with a margin like the editor's.
QImage drawn(const bichig_layout* layout, double scale) {
    bichig_picture_options options = BICHIG_PICTURE_OPTIONS_INIT;
    options.dots_per_inch = 72 * scale;
    options.padding = margin / scale;
    options.white = 1;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    if (bichig_layout_draw(layout, &options, &picture, nullptr) != BICHIG_OK) qFatal("a layout cannot be drawn");
    const QImage image(static_cast<const uchar*>(picture.bytes), static_cast<int>(picture.width),
                       static_cast<int>(picture.height), QImage::Format_RGBA8888_Premultiplied);
    const QImage copy = image.convertToFormat(QImage::Format_Grayscale8).copy();
    bichig_free(picture.bytes);
    return copy;
}

/// How dark it is around a pixel, 0 to 1: two programs smooth the edges of a letter otherwise, by less than a pixel.
double darkness(const QImage& image, int x, int y) {
    int sum = 0;
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (image.valid(x + dx, y + dy)) sum += 255 - qGray(image.pixel(x + dx, y + dy));
        }
    }
    return sum / (9 * 255.0);
}

/// How two pictures differ: at most anywhere, and all over in parts of the ink.
std::pair<double, double> difference(const QImage& a, const QImage& b) {
    double most = 0;
    double sum = 0;
    double ink = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const double there = darkness(a, x, y);
            const double far = std::abs(there - darkness(b, x, y));
            most = std::max(most, far);
            sum += far;
            ink += there;
        }
    }
    return {most, ink > 0 ? sum / ink : 0};
}

}  // namespace

class AgreementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        bichig::qt::Fonts::setApplication(widgets::fonts());
        const int asked = qEnvironmentVariableIntValue("BICHIG_AGREEMENT_STRINGS");
        strings_ = asked > 0 ? asked : usual_strings;
        font_.setPointSizeF(size);
    }

    void editor_agrees() {
        Strings random(seed());
        TextEdit edit;
        show(edit, {9000, 300});
        widgets::EditedIn edited(edit);
        for (int i = 0; i < strings_ / 2; ++i) {
            if (i % 500 == 499) edit.resize(9000, 120 + random.number(500));
            const QString given = random.next();
            const QString text = widgets::kept_line_ends(given, false);
            edit.setPlainText(given);
            if (edit.toPlainText() != text) QFAIL(failure(QStringLiteral("another text"), given));
            QCOMPARE(edit.horizontalScrollBar()->maximum(), 0);
            const double measure = (edit.viewport()->height() - 2 * margin) / scale_of(edit);
            const Reference reference(text, true, measure, scale_of(edit));
            const QPointF origin(margin, margin);
            QString found = differing_character([&](int at) { return edit.characterRect(at); }, reference, origin);
            if (found.isEmpty()) {
                found = differing_point([&](QPointF at) { return edit.offsetAt(at); }, reference, origin, random);
            }
            if (found.isEmpty()) found = differing_selection(edited, text, reference, origin, random);
            if (found.isEmpty() && i % 4 == 0) found = differing_line(edit, reference, text);
            if (!found.isEmpty()) QFAIL(failure(found, text));
        }
    }

    /// What is painted is what the C interface draws.
    void pixels_agree() {
        Strings random(seed() + 3);
        TextEdit edit;
        edit.setFocusPolicy(Qt::NoFocus);  // without a caret
        show(edit, {700, 260});
        edit.clearFocus();
        edit.setFrameShape(QFrame::NoFrame);
        for (int i = 0; i < painted;) {
            QString text = random.next();
            text = text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '))
                       .replace(QChar(0x2029), QLatin1Char(' ')).left(300);
            edit.setPlainText(text);
            if (edit.toPlainText().trimmed().size() < 8) continue;
            const Reference reference(text, false, (edit.viewport()->height() - 2 * margin) / scale_of(edit),
                                      scale_of(edit));
            const QImage is = widgets::picture(*edit.viewport(), QStringLiteral("agreement-is"));
            const QImage should = drawn(reference.parts().front().layout.get(), scale_of(edit));
            const auto [most, all] = difference(is.copy(should.rect()), should);
            if (most > 0.15 || all > 0.05) should.save(QStringLiteral(BICHIG_PICTURES "/agreement-should.png"));
            QVERIFY2(most < 0.15 && all < 0.05, failure(QStringLiteral("%1, %2").arg(most).arg(all), text));
            ++i;
        }
    }

    /// What is seen of a long text stands as it should beside what else is seen, wherever it was scrolled to.
    void scrolled_editor_agrees() {
        Strings random(seed() + 4);
        QString text;
        for (int i = 0; i < 150; ++i) text += widgets::kept_line_ends(random.next(), false) + QLatin1Char('\n');
        TextEdit edit(text);
        show(edit, {300, 200});
        const Reference reference(text, true, (edit.viewport()->height() - 2 * margin) / scale_of(edit),
                                  scale_of(edit));
        QScrollBar* bar = edit.horizontalScrollBar();
        for (int i = 0; i < 20; ++i) {
            bar->setValue(random.number(bar->maximum() + 1));
            widgets::picture(*edit.viewport(), QStringLiteral("agreement-scrolled"));
            const int there = reference.stop_at_or_before(edit.offsetAt({150, 50}));
            const QPointF origin = edit.characterRect(there).topLeft() - reference.caret(there).topLeft();
            QVERIFY2(is_near(origin.y(), margin), failure(QStringLiteral("%1").arg(origin.y()), text.mid(there, 9)));
            const QString found = differing_character([&](int at) { return edit.characterRect(at); }, reference,
                                                      origin, [](const QRectF& at) {
                                                          return at.right() > 0 && at.left() < 300;
                                                      });
            if (!found.isEmpty()) QFAIL(failure(found, text.mid(there, 20)));
        }
        // All is seen on the way to the end, which can be reached. Then all is known: the last line stands where it
        // should, counted from the first.
        bar->setValue(0);
        for (int i = 0; bar->value() < bar->maximum(); ++i) {
            QVERIFY(i < 1000);
            bar->setValue(bar->value() + 200);
        }
        const int last = reference.stop_at_or_before(static_cast<int>(text.size()) - 3);
        const QPointF end = edit.characterRect(last).topLeft() + QPointF(bar->value() - margin, -margin);
        QVERIFY2(std::abs(end.x() - reference.caret(last).x()) < 0.5, failure(words(end), text.mid(last, 9)));
    }

    void field_agrees() {
        Strings random(seed() + 1);
        LineEdit edit;
        show(edit, {40, 20000});
        widgets::EditedIn edited(edit);
        for (int i = 0; i < strings_ / 4; ++i) {
            const QString given = random.next();
            const QString text = widgets::kept_line_ends(given, true);
            edit.setText(given);
            if (edit.text() != text) QFAIL(failure(QStringLiteral("another text"), given));
            const Reference reference(text, false, endless, scale_of(edit));
            const QRectF first = edit.characterRect(0);
            if (text.isEmpty()) continue;
            // The line stands in the middle of the field; the letters begin near its top.
            QVERIFY(std::abs(first.center().x() - edit.width() / 2.0) < 1 && first.top() > 0 && first.top() < 10);
            const QPointF origin = first.topLeft() - reference.caret(0).topLeft();
            QString found = differing_character([&](int at) { return edit.characterRect(at); }, reference, origin);
            if (found.isEmpty()) {
                found = differing_point([&](QPointF at) { return edit.offsetAt(at); }, reference, origin, random);
            }
            if (found.isEmpty()) found = differing_selection(edited, text, reference, origin, random);
            if (!found.isEmpty()) QFAIL(failure(found, text));
        }
    }

    void label_agrees() {
        Strings random(seed() + 2);
        Label label;
        label.setTextSelectable(true);
        show(label, {9000, 300});
        for (int i = 0; i < strings_ / 4; ++i) {
            if (i % 500 == 499) label.resize(9000, 120 + random.number(500));
            const QString text = random.next();
            label.setText(text);
            const QPointF origin(label.margin(), label.margin());
            const double measure = (label.height() - 2 * label.margin()) / scale_of(label);
            const Reference reference(text, false, measure, scale_of(label));
            for (int j = 0; j < 4; ++j) {
                const int begin = random.number(static_cast<int>(text.size()));
                const int from = reference.stop_at_or_before(begin);
                const int to = *std::upper_bound(reference.stops().begin(), reference.stops().end(), from);
                const std::vector<QRectF> boxes = reference.selection(reference.parts().front(), from, to);
                const QRectF is = label.characterRect(begin);
                const bool same = boxes.empty() ? is.isEmpty()
                                                : is_near(is.topLeft(), boxes.front().topLeft() + origin) &&
                                                      is_near(is.bottomRight(), boxes.front().bottomRight() + origin);
                if (!same) QFAIL(failure(QStringLiteral("character %1").arg(begin), text));
            }
            const QString found =
                differing_point([&](QPointF at) { return label.offsetAt(at); }, reference, origin, random);
            if (!found.isEmpty()) QFAIL(failure(found, text));
            label.setSelection(1, 3);
            if (label.selectedText() != text.mid(1, 3)) QFAIL(failure(QStringLiteral("another selection"), text));
        }
    }

private:
    /// Another for each Qt, so that more is tried.
    unsigned seed() const {
        return static_cast<unsigned>(qEnvironmentVariableIntValue("BICHIG_AGREEMENT_SEED")) * 16 + QT_VERSION_MAJOR;
    }
    void show(QWidget& widget, QSize room) const {
        widget.setFont(font_);
        widget.resize(room);
        widget.show();
        if (!QTest::qWaitForWindowExposed(&widget)) qFatal("no window");
    }
    int strings_ = 0;
    QFont font_;
};

QTEST_MAIN(AgreementTest)
#include "agreement_test.moc"
