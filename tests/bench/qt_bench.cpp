// Widgets beside Qt's own on the same texts, in the same run: TextEdit and QTextEdit, Label and QLabel.
//
// The text is Mongolian, drawn from 20,000 words by Zipf's law with a fixed seed (vocabulary.h), in paragraphs of 20 to
// 180 words. The argument is the number of words. Both have the same font file, the same size, and 800 × 600 pixels
// on the platform "offscreen", which paints into memory as others do. Qt's widgets set horizontal lines: they
// have no vertical ones. What waits to be painted is painted at once, by the event that a window gets for that; where
// nothing was painted, a benchmark fails. A key is a letter typed in the middle of a text: `key` is what it takes until
// the widget has dealt with it, `key_paint` until it is seen.
#include <random>
#include <string>
#include <vector>

#include <QApplication>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>

#include <benchmark/benchmark.h>

#include <bichig/qt/fonts.h>
#include <bichig/qt/label.h>
#include <bichig/qt/text_edit.h>

#include "times.h"
#include "vocabulary.h"

namespace {

using bichig::bench::Times;

constexpr std::size_t known_words = 20'000;
constexpr int keys = 200;
constexpr int keys_at_a_place = 10;
const QSize window(800, 600);

const std::vector<std::u16string>& vocabulary() {
    static const std::vector<std::u16string> known = bichig::bench::vocabulary(known_words);
    return known;
}

QString text_of(std::size_t words) {
    std::u16string text;
    std::mt19937 random{20240516};
    std::size_t left = 20;
    for (const std::u16string& word : bichig::bench::running_text(vocabulary(), words)) {
        text += word;
        text += --left == 0 ? u'\n' : u' ';
        if (left == 0) left = 20 + random() % 161;
    }
    return QString::fromStdU16String(text);
}

/// The staged Mongolian face for Qt: the file that the library has too.
const QFont& font() {
    static const QFont staged = [] {
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(BICHIG_FONT_FOLDER) +
                                                         QStringLiteral("/NotoSansMongolian_400Regular.ttf"));
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (families.isEmpty()) qFatal("the staged Mongolian font cannot be opened");
        return QFont(families.first(), 14);
    }();
    return staged;
}

/// Counts paintings and how much of the widget they were of.
class Watch : public QObject {
public:
    explicit Watch(QWidget* watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            const QSize all = static_cast<QWidget*>(object)->size();
            ++paintings;
            for (const QRect& rect : static_cast<QPaintEvent*>(event)->region()) {
                painted += static_cast<double>(rect.width()) * rect.height() / all.width() / all.height();
            }
        }
        return false;
    }
    int paintings = 0;
    double painted = 0;
};

void paint_now(QWidget& widget) {
    QEvent event(QEvent::UpdateRequest);
    QApplication::sendEvent(widget.window(), &event);
}

void press(QWidget& widget, const QChar letter) {
    QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
    QApplication::sendEvent(&widget, &event);
}

/// What the two editors call differently.
void go_to(bichig::qt::TextEdit& edit, int offset) { edit.setCursorPosition(offset); }
void go_to(QTextEdit& edit, int offset) {
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(offset);
    edit.setTextCursor(cursor);
    edit.ensureCursorVisible();
}
QScrollBar* bar_of(bichig::qt::TextEdit& edit) { return edit.horizontalScrollBar(); }
QScrollBar* bar_of(QTextEdit& edit) { return edit.verticalScrollBar(); }
void finish(bichig::qt::TextEdit&) {}
void finish(QTextEdit& edit) { benchmark::DoNotOptimize(edit.document()->size()); }  // lays out what it put off

template <class Edit>
void show(Edit& edit, const QString& text) {
    edit.setFont(font());
    edit.resize(window);
    edit.setPlainText(text);
    const Watch watch(edit.viewport());
    edit.show();
    for (int turn = 0; turn < 1000 && watch.paintings == 0; ++turn) QApplication::processEvents();
    if (watch.paintings == 0) qFatal("the window is not seen");
}

/// Until the first page is seen.
template <class Edit>
void open(benchmark::State& state) {
    const QString text = text_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        Edit edit;
        show(edit, text);
        state.PauseTiming();
        edit.hide();
        QApplication::processEvents();
        state.ResumeTiming();
    }
}

/// `act(edit, time)` with an editor that is laid out, has focus, and waits for nothing.
template <class Edit, class Act>
void with_editor(benchmark::State& state, Act act) {
    const QString text = text_of(static_cast<std::size_t>(state.range(0)));
    Edit edit;
    show(edit, text);
    edit.activateWindow();
    edit.setFocus();
    finish(edit);
    QApplication::processEvents();
    Watch watch(edit.viewport());
    for (auto _ : state) act(edit, text);
    if (watch.paintings == 0) state.SkipWithError("nothing was painted");
    state.counters["painted_share"] = watch.painted / watch.paintings;
}

template <class Edit>
void type(benchmark::State& state, bool with_painting) {
    with_editor<Edit>(state, [&](Edit& edit, const QString& text) {
        Times times;
        std::mt19937 random{20240516};
        const QString letters = QString::fromStdU16String(vocabulary()[37]);
        for (int key = 0; key < keys; ++key) {
            if (key % keys_at_a_place == 0) {
                const int middle = static_cast<int>(random() % static_cast<unsigned>(text.size()));
                go_to(edit, static_cast<int>(text.indexOf(QLatin1Char(' '), middle)) + 1);
                paint_now(edit);
                QApplication::processEvents();
            }
            const QChar letter = letters.at(key % letters.size());
            if (with_painting) {
                times.time([&] {
                    press(edit, letter);
                    paint_now(edit);
                });
            } else {
                times.time([&] { press(edit, letter); });
                paint_now(edit);
            }
            QApplication::processEvents();
        }
        times.tell(state);
    });
}
template <class Edit>
void key(benchmark::State& state) {
    type<Edit>(state, false);
}
template <class Edit>
void key_paint(benchmark::State& state) {
    type<Edit>(state, true);
}

/// All that is seen, which was painted before.
template <class Edit>
void repaint(benchmark::State& state) {
    with_editor<Edit>(state, [](Edit& edit, const QString&) {
        edit.viewport()->update();
        paint_now(edit);
    });
}

/// Half a page on, to and fro.
template <class Edit>
void scroll(benchmark::State& state) {
    bool forth = false;
    with_editor<Edit>(state, [&](Edit& edit, const QString&) {
        QScrollBar* bar = bar_of(edit);
        bar->setValue((forth = !forth) ? bar->maximum() / 2 + bar->pageStep() / 2 : bar->maximum() / 2);
        paint_now(edit);
    });
}

/// Texts of labels, each another.
QString label_text(int number) {
    QString text;
    for (int i = 0; i < 12; ++i) {
        text += QString::fromStdU16String(vocabulary()[static_cast<std::size_t>(number * 7 + i * 131) % known_words]);
        text += QLatin1Char(' ');
    }
    return text;
}

template <class Widget>
void measure(benchmark::State& state) {
    int number = 0;
    Widget label;
    label.setWordWrap(true);
    label.setFont(font());
    for (auto _ : state) {
        label.setText(label_text(++number));
        benchmark::DoNotOptimize(label.sizeHint());
    }
}

template <class Widget>
void paint_label(benchmark::State& state) {
    int number = 0;
    Widget label;
    label.setWordWrap(true);
    label.setFont(font());
    label.resize(200, 200);
    QImage image(label.size(), QImage::Format_ARGB32_Premultiplied);
    for (auto _ : state) {
        label.setText(label_text(++number));
        image.fill(Qt::white);
        label.render(&image);
    }
}

// The names end in the widget's, so that run.py sets ours beside Qt's.
#define BESIDE(function, ...)                                                                           \
    BENCHMARK(function<bichig::qt::TextEdit>)->Name(#function ":TextEdit") __VA_ARGS__;                 \
    BENCHMARK(function<QTextEdit>)->Name(#function ":QTextEdit") __VA_ARGS__
#define SIZES ->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)

BESIDE(open, SIZES->Iterations(3));
BESIDE(key, SIZES->Iterations(1));
BESIDE(key_paint, SIZES->Iterations(1));
BESIDE(repaint, SIZES->MinTime(0.2));
BESIDE(scroll, SIZES->MinTime(0.2));
BENCHMARK(measure<bichig::qt::Label>)->Name("measure:Label")->Unit(benchmark::kMillisecond);
BENCHMARK(measure<QLabel>)->Name("measure:QLabel")->Unit(benchmark::kMillisecond);
BENCHMARK(paint_label<bichig::qt::Label>)->Name("paint:Label")->Unit(benchmark::kMillisecond);
BENCHMARK(paint_label<QLabel>)->Name("paint:QLabel")->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", "1");
    const QApplication application(argc, argv);
    QString reason;
    const auto fonts = bichig::qt::Fonts::open(QStringLiteral(BICHIG_FONT_FOLDER), &reason);
    if (fonts.isNull()) qFatal("no fonts: %s", qPrintable(reason));
    bichig::qt::Fonts::setApplication(fonts);
    benchmark::Initialize(&argc, argv);
    benchmark::AddCustomContext("qt", qVersion());
    benchmark::RunSpecifiedBenchmarks();
    bichig::qt::Fonts::setApplication({});
    return 0;
}
