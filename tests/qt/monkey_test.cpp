// Random events against a plain model of the text: after each event the widget has the text, the caret, the selection
// and the steps to undo that the model has; what readers are told, put together, is the text; what is painted in parts
// is what is painted whole. BICHIG_MONKEY_EVENTS and BICHIG_MONKEY_SEED run more, or others.
#include <QApplication>
#include <QTest>

#include "qt/monkey.h"

using bichig::qt::LineEdit;
using bichig::qt::TextEdit;

namespace {

#ifdef __SANITIZE_ADDRESS__
/// Two thirds in the editor, the others in the field.
constexpr int usual_events = 100'000;
constexpr int paint_every = 300;
#else
constexpr int usual_events = 20'000;
constexpr int paint_every = 25;
#endif

/// What a reader knows that was only told of changes. False where a change does not fit.
bool follow(QString& mirror, const widgets::AccessibleEvents::Event& event) {
    const int removed = static_cast<int>(event.removed.size());
    if (event.position < 0 || mirror.mid(event.position, removed) != event.removed) return false;
    mirror.replace(event.position, removed, event.inserted);
    return true;
}

bool is_text(QAccessible::Event type) {
    return type == QAccessible::TextInserted || type == QAccessible::TextRemoved || type == QAccessible::TextUpdated;
}

void run(widgets::Edited& edit, const QString& start, QSize size, double share) {
    const int asked = qEnvironmentVariableIntValue("BICHIG_MONKEY_EVENTS");
    const int events = static_cast<int>(share * (asked > 0 ? asked : usual_events));
    const auto seed = static_cast<unsigned>(qEnvironmentVariableIntValue("BICHIG_MONKEY_SEED"));
    QWidget& widget = edit.widget();
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.setFocus();
    widgets::Monkey monkey(edit, start, seed);
    QString mirror = edit.text();
    QString last;
    widgets::AccessibleEvents heard;
    for (int i = 0; i < events; ++i) {
        heard.clear();
        monkey.act();
        QString wrong = monkey.wrong();
        for (const auto& event : heard.all()) {
            if (is_text(event.type) && !follow(mirror, event)) wrong += QLatin1String("a change that readers got");
        }
        if (mirror != edit.text()) wrong += QLatin1String("readers were not told of all");
        if (wrong.isEmpty() && i % paint_every == 0) {
            if (!monkey.has_stops_of_library()) wrong = QStringLiteral("the model has other stops");
            if (!monkey.paints_parts_as_whole()) wrong = QStringLiteral("monkey-partly.png, monkey-wholly.png");
        }
        if (!wrong.isEmpty()) {
            QFAIL(qPrintable(QStringLiteral("event %1 of seed %2, %3 after %4: %5")
                                 .arg(i).arg(seed).arg(monkey.what(), last, wrong)));
        }
        last = monkey.what();
    }
    QVERIFY2(monkey.undoes_and_redoes_all(), qPrintable(monkey.wrong()));
    QVERIFY(monkey.kinds() > 30);
}

}  // namespace

class MonkeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        bichig::qt::Fonts::setApplication(widgets::fonts());
        QApplication::setCursorFlashTime(0);               // or the caret may blink between two pictures
        QApplication::setDoubleClickInterval(1'000'000'000);  // or it would matter how fast the machine is
    }

    void editor_does_as_the_model() {
        TextEdit edit;
        widgets::EditedIn edited(edit);
        run(edited, widgets::office() + QLatin1Char('\n') + widgets::mixed(), {300, 200}, 2 / 3.0);
    }

    void field_does_as_the_model() {
        LineEdit edit;
        widgets::EditedIn edited(edit);
        run(edited, widgets::mixed(), {40, 200}, 1 / 3.0);
    }
};

QTEST_MAIN(MonkeyTest)
#include "monkey_test.moc"
