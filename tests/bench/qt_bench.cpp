// Widgets beside Qt's own on the same text, in one process: TextEdit and QTextEdit, Label and QLabel. Run by qt_run.py.
//
//   bench_qtN times WORDS paragraphs|one-paragraph|labels    what acts take
//   bench_qtN memory WIDGET WORDS paragraphs|one-paragraph   what one widget holds; a process for each
//
// Each line of the answer is a JSON object. The text is Mongolian, drawn from 20,000 words by Zipf's law with a fixed
// seed (vocabulary.h). Both have the same font file at 14 points and 800 × 600 pixels on the platform "offscreen",
// which paints into memory as others do. Qt's widgets set horizontal lines: they have no vertical ones.
//
// The widgets take turns, A B, B A, so that a busy machine disturbs both alike, and what counts is processor time, of
// all threads. An act is timed from its event to its frame: what waits to be painted is painted at once, by the event
// that a window gets for that; where nothing was painted, the benchmark fails.
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <utility>

#include <QClipboard>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

#include <unistd.h>

#include <bichig/qt/fonts.h>
#include <bichig/qt/label.h>

#include "qt_widgets.h"

namespace bichig::bench {

namespace {

constexpr int keys_at_a_place = 10;
constexpr double patience = 10'000;  ///< milliseconds of processor time that one widget gets for one act, about

void tell(const QJsonObject& row) {
    std::puts(QJsonDocument(row).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double processor_time() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Milliseconds of acts of one widget.
class Samples {
public:
    template <class Act>
    void time(Act&& act) {
        QElapsedTimer clock;
        clock.start();
        const double before = processor_time();
        act();
        processor_.push_back(processor_time() - before);
        wall_.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    void add(const Samples& other) {
        wall_.insert(wall_.end(), other.wall_.begin(), other.wall_.end());
        processor_.insert(processor_.end(), other.processor_.begin(), other.processor_.end());
    }
    double spent() const { return spent_; }
    void spend(double milliseconds) { spent_ += milliseconds; }
    void tell_all(const QString& act, const QString& widget) {
        tell({{"act", act}, {"widget", widget}, {"acts", static_cast<int>(wall_.size())},
              {"p50_cpu_ms", part_of(processor_, 0.5)}, {"p99_cpu_ms", part_of(processor_, 0.99)},
              {"p50_ms", part_of(wall_, 0.5)}, {"p99_ms", part_of(wall_, 0.99)}, {"max_ms", part_of(wall_, 1)}});
    }

private:
    static double part_of(std::vector<double>& times, double share) {
        std::sort(times.begin(), times.end());
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    }
    std::vector<double> wall_, processor_;
    double spent_ = 0;
};

struct Both {
    Samples ours, theirs;
};

/// `act(widget, samples)` by both widgets in turns; fewer turns where they take too long.
template <class Ours, class Theirs, class Act>
Both race(const char* name, int turns, Ours& ours, Theirs& theirs, Act act) {
    Both both;
    auto& [of_ours, of_theirs] = both;
    const auto run = [&](auto& widget, Samples& samples) {
        const double before = processor_time();
        act(widget, samples);
        samples.spend(processor_time() - before);
    };
    for (int turn = 0; turn < turns; ++turn) {
        if (turn % 2 == 0) run(ours, of_ours);
        run(theirs, of_theirs);
        if (turn % 2 != 0) run(ours, of_ours);
        if (turn > 0 && std::max(of_ours.spent(), of_theirs.spent()) > patience) break;
    }
    of_ours.tell_all(name, QString::fromLatin1(Ours::staticMetaObject.className()).section(':', -1));
    of_theirs.tell_all(name, QString::fromLatin1(Theirs::staticMetaObject.className()));
    return both;
}

/// Times an act and its frame.
template <class Edit, class Act>
void time_to_frame(Edit& edit, Samples& samples, Act act) {
    const Watch watch(edit.viewport());
    samples.time([&] {
        act();
        paint_now(edit);
    });
    if (watch.paintings == 0) qFatal("nothing was painted");
    QApplication::processEvents();
}

/// Waits for nothing any more, and has the focus.
template <class Edit>
void make_ready(Edit& edit) {
    edit.activateWindow();
    edit.setFocus();
    QApplication::processEvents();
    settle(edit);
    paint_now(edit);
    QApplication::processEvents();
}

// ---- acts ----

/// From nothing to the first frame.
template <class Edit>
void open_once(const QString& text, Samples& samples) {
    std::unique_ptr<Edit> edit;
    samples.time([&] {
        edit = std::make_unique<Edit>();
        prepare(*edit);
        show(*edit, text);
    });
    edit->hide();
    QApplication::processEvents();
}

void race_opening(const QString& text) {
    Samples unused;
    open_once<qt::TextEdit>(text_of(20, false), unused);  // what the first widget of a program waits for
    open_once<QTextEdit>(text_of(20, false), unused);
    struct Opener {
        QString name;
        void (*open)(const QString&, Samples&);
    } openers[] = {{"TextEdit", open_once<qt::TextEdit>}, {"QTextEdit", open_once<QTextEdit>}};
    Samples samples[2];
    for (int turn = 0; turn < 9; ++turn) {
        for (const int which : {turn % 2, 1 - turn % 2}) openers[which].open(text, samples[which]);
    }
    for (const int which : {0, 1}) samples[which].tell_all("open", openers[which].name);
}

/// What is typed: words of the text, a letter at a time.
class Typist {
public:
    QString next() {
        if (at_ == word_.size()) {
            word_ = QString::fromStdU16String(known()[(number_++ * 37) % 500]) + QLatin1Char(' ');
            at_ = 0;
        }
        return word_.mid(at_++, 1);
    }

private:
    QString word_;
    int at_ = 0;
    std::size_t number_ = 0;
};

template <class Edit>
void type_some(Edit& edit, Samples& samples, Typist& typist, int place) {
    make_ready(edit);
    go_to(edit, place);
    paint_now(edit);
    QApplication::processEvents();
    for (int key = 0; key < keys_at_a_place; ++key) {
        const QString letter = typist.next();
        time_to_frame(edit, samples, [&] { press(edit, 0, Qt::NoModifier, letter); });
    }
}

template <class Ours, class Theirs>
void race_keys(Ours& ours, Theirs& theirs, const QString& text) {
    constexpr int turns = 40;
    std::mt19937 random{20240516};
    int places[turns];
    for (int& place : places) {
        const auto half = static_cast<unsigned>(text.size() / 2);
        place = static_cast<int>(text.indexOf(QLatin1Char(' '), static_cast<int>(half / 2 + random() % half)) + 1);
    }
    Both all;
    const auto race_at = [&](const char* name, auto place_of) {
        Typist typists[2];
        int turn[2] = {0, 0};
        const Both both = race(name, turns, ours, theirs, [&](auto& edit, Samples& samples) {
            const int which = static_cast<void*>(&edit) == static_cast<void*>(&ours) ? 0 : 1;
            type_some(edit, samples, typists[which], place_of(edit, turn[which]++));
        });
        all.ours.add(both.ours);
        all.theirs.add(both.theirs);
    };
    race_at("key at the beginning", [](auto&, int) { return 0; });
    race_at("key in the middle", [&](auto&, int turn) { return places[turn]; });
    race_at("key at the end", [](auto& edit, int) { return static_cast<int>(edit.toPlainText().size()); });
    all.ours.tell_all("key", "TextEdit");
    all.theirs.tell_all("key", "QTextEdit");
}

template <class Ours, class Theirs>
void race_views(Ours& ours, Theirs& theirs) {
    race("arrow", 20, ours, theirs, [](auto& edit, Samples& samples) {
        make_ready(edit);
        bar_of(edit)->setValue(0);
        go_to(edit, 0);
        paint_now(edit);
        const auto [along, across] = arrows(edit);
        for (int key = 0; key < 20; ++key) {
            time_to_frame(edit, samples, [&] { press(edit, key % 4 == 3 ? across : along, Qt::NoModifier); });
        }
    });
    race("caret to the end", 10, ours, theirs, [](auto& edit, Samples& samples) {
        make_ready(edit);
        press(edit, Qt::Key_Home, Qt::ControlModifier);
        paint_now(edit);
        QApplication::processEvents();
        time_to_frame(edit, samples, [&] { press(edit, Qt::Key_End, Qt::ControlModifier); });
    });
    race("repaint", 30, ours, theirs, [](auto& edit, Samples& samples) {
        make_ready(edit);
        for (int i = 0; i < 3; ++i) time_to_frame(edit, samples, [&] { edit.viewport()->update(); });
    });
    race("resize", 20, ours, theirs, [](auto& edit, Samples& samples) {
        make_ready(edit);
        const int less = edit.size() == window ? 20 : 0;
        time_to_frame(edit, samples, [&] { edit.resize(window.width() - less, window.height() - less); });
    });
    ours.resize(window);
    theirs.resize(window);
}

/// `step` of a page on, through text that was not seen before and, from its end on, from the start again.
template <class Ours, class Theirs>
void race_scrolling(const char* name, double step, Ours& ours, Theirs& theirs) {
    race(name, 20, ours, theirs, [step](auto& edit, Samples& samples) {
        make_ready(edit);
        QScrollBar* bar = bar_of(edit);
        for (int i = 0; i < 5; ++i) {
            const int far = static_cast<int>(bar->pageStep() * step);
            if (bar->value() + far > bar->maximum()) {
                bar->setValue(0);
                paint_now(edit);
                QApplication::processEvents();
            }
            if (bar->maximum() < far) qFatal("the text is too short to scroll");
            time_to_frame(edit, samples, [&] { bar->setValue(bar->value() + far); });
        }
    });
}

/// Acts on much text; each is undone before the next.
template <class Ours, class Theirs>
void race_large_edits(Ours& ours, Theirs& theirs, const QString& text) {
    const int turns = text.size() < 200'000 ? 25 : 5;  // a turn of much text takes several seconds
    const auto size = [](auto& edit) { return edit.toPlainText().size(); };
    const auto undo = [&](auto& edit, auto wanted) {  // a paste and what was cleaned of it are two steps
        for (int step = 0; step < 3 && size(edit) != wanted; ++step) edit.undo();
        if (size(edit) != wanted) qFatal("the text is not as it was");
        paint_now(edit);
        QApplication::processEvents();
    };
    QApplication::clipboard()->setText(text);
    race("paste as much again", turns, ours, theirs, [&](auto& edit, Samples& samples) {
        make_ready(edit);
        const auto before = size(edit);
        go_to(edit, static_cast<int>(text.size() / 2));
        time_to_frame(edit, samples, [&] { edit.paste(); });
        undo(edit, before);
    });
    race("type over all", turns, ours, theirs, [&](auto& edit, Samples& samples) {
        make_ready(edit);
        const auto before = size(edit);
        time_to_frame(edit, samples, [&] {
            edit.selectAll();
            press(edit, 0, Qt::NoModifier, QString(text.at(0)));
        });
        undo(edit, before);
    });
    race("undo that", turns, ours, theirs, [&](auto& edit, Samples& samples) {
        make_ready(edit);
        edit.selectAll();
        press(edit, 0, Qt::NoModifier, QString(text.at(0)));
        paint_now(edit);
        QApplication::processEvents();
        time_to_frame(edit, samples, [&] { edit.undo(); });
    });
}

void tell_times(std::size_t words, bool one_paragraph) {
    const QString text = text_of(words, one_paragraph);
    race_opening(text);
    qt::TextEdit ours;
    QTextEdit theirs;
    prepare(ours);
    prepare(theirs);
    theirs.setAcceptRichText(false);
    show(ours, text);
    show(theirs, text);
    race_keys(ours, theirs, text);
    race_views(ours, theirs);
    race_scrolling("scroll half a page", 0.5, ours, theirs);
    race_scrolling("scroll a page", 1, ours, theirs);
    race_large_edits(ours, theirs, text);
}

// ---- labels ----

/// Texts of labels, each another.
QString label_text(int number) {
    QString text;
    for (int i = 0; i < 12; ++i) {
        text += QString::fromStdU16String(known()[static_cast<std::size_t>(number * 7 + i * 131) % known_words]);
        text += QLatin1Char(' ');
    }
    return text;
}

void tell_labels() {
    qt::Label ours;
    QLabel theirs;
    int number = 0;
    QImage image(200, 200, QImage::Format_ARGB32_Premultiplied);
    const auto set_up = [&](auto& label) {
        label.setWordWrap(true);
        label.setFont(font());
        label.resize(image.size());
    };
    set_up(ours);
    set_up(theirs);
    race("size of a new text", 500, ours, theirs, [&](auto& label, Samples& samples) {
        const QString text = label_text(number++ / 2);
        samples.time([&] {
            label.setText(text);
            if (label.sizeHint().isEmpty()) qFatal("a label without a size");
        });
    });
    race("paint a new text", 500, ours, theirs, [&](auto& label, Samples& samples) {
        const QString text = label_text(number++ / 2);
        image.fill(Qt::white);
        samples.time([&] {
            label.setText(text);
            label.render(&image);
        });
    });
    race("paint it again", 500, ours, theirs, [&](auto& label, Samples& samples) {
        image.fill(Qt::white);
        samples.time([&] { label.render(&image); });
    });
}

// ---- memory ----

struct Held {
    double resident, heap;
};

/// Megabytes that the process holds: pages in memory, and what malloc has given out.
Held held() {
    std::size_t all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    const auto heap = mallinfo2();
    return {static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6,
            static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6};
}

/// What a widget holds with a text when its first frame was painted, and when all of it was read, page by page.
template <class Edit>
void tell_memory(const char* name, const QString& text) {
    const Held before = held();
    Edit edit;
    prepare(edit);
    const auto tell_more = [&](const char* when) {
        const Held now = held();
        tell({{"act", when}, {"widget", name}, {"resident_mb", now.resident - before.resident},
              {"heap_mb", now.heap - before.heap}});
    };
    show(edit, text);
    make_ready(edit);
    tell_more("opened");
    QScrollBar* bar = bar_of(edit);
    while (bar->value() < bar->maximum()) {
        bar->setValue(bar->value() + bar->pageStep());
        paint_now(edit);
        QApplication::processEvents();
    }
    tell_more("read to its end");
}

int usage() {
    std::fputs("usage: bench_qtN times WORDS SHAPE | memory WIDGET WORDS SHAPE\n", stderr);
    return 2;
}

int run(const QStringList& arguments) {
    if (arguments.size() < 3) return usage();
    const bool one_paragraph = arguments.last() == QLatin1String("one-paragraph");
    const auto words = static_cast<std::size_t>(arguments.at(arguments.size() - 2).toUInt());
    tell({{"qt", qVersion()}});
    if (arguments.at(1) == QLatin1String("times")) {
        if (arguments.last() == QLatin1String("labels")) {
            tell_labels();
        } else {
            tell_times(words, one_paragraph);
        }
        return 0;
    }
    const QString text = text_of(words, one_paragraph);
    if (arguments.at(2) == QLatin1String("TextEdit")) {
        tell_memory<qt::TextEdit>("TextEdit", text);
    } else {
        tell_memory<QTextEdit>("QTextEdit", text);
    }
    return 0;
}

}  // namespace

}  // namespace bichig::bench

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", "1");
    const QApplication application(argc, argv);
    QString reason;
    const auto fonts = bichig::qt::Fonts::open(QStringLiteral(BICHIG_FONT_FOLDER), &reason);
    if (fonts.isNull()) qFatal("no fonts: %s", qPrintable(reason));
    bichig::qt::Fonts::setApplication(fonts);
    const int code = bichig::bench::run(QApplication::arguments());
    bichig::qt::Fonts::setApplication({});
    return code;
}
