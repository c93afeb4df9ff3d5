// The context menu of a text that is edited. All that it says can be translated: the contexts are
// "bichig::qt::TextControl", and "bichig::qt::Spelling" for why a word is found.
#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "qt/internal/menu_font.h"
#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

constexpr int most_suggestions = 8;

struct Reason {
    const char* id;  ///< bichig_word_finding.id
    const char* text;
};
constexpr const char* reason_context = "bichig::qt::Spelling";
const Reason reasons[] = {
    {"other-letters", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it looks like a word of the dictionary")},
    {"selectors", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "its variation selectors are others")},
    {"diphthong", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "Y and I after a vowel, where I alone is written")},
    {"old-connector", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "NNBSP before it, as until 2023, not MVS")},
    {"space-for-connector", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "a space stands before it")},
    {"space-before-connector", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "a space stands before its connector")},
    {"connector-missing", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is joined to its stem")},
    {"suffix-letters", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it looks right, with other letters")},
    {"suffix-form", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "this stem takes another form of it")},
    {"near-a-word", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is nearly a word of the dictionary")},
    {"not-built-so", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "no Mongolian word is built so")},
    {"not-in-dictionary", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is not in the dictionary")},
    {"too-long", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is longer than any word")},
    {"compound", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is built as names and compounds are")},
    {"abbreviation", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it looks like an abbreviation")},
    {"scripts", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "letters of another script in it or beside it")},
    {"systems", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "letters of several Mongolian writing systems in it")},
    {"glyph-codes", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is written in glyph codes of Menksoft")},
    {"private-codes", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it has private codes of an older encoding")},
    {"z52", QT_TRANSLATE_NOOP("bichig::qt::Spelling", "it is written in glyph codes of Z52")},
};

/// Why, in the user's language; of a reason that is newer than this table in the library's words.
QString reason_of(const Mark& mark) {
    const auto known = std::find_if(std::begin(reasons), std::end(reasons),
                                    [&](const Reason& one) { return mark.id == QLatin1String(one.id); });
    return known == std::end(reasons) ? mark.reason : QCoreApplication::translate(reason_context, known->text);
}

}  // namespace

// ---- spelling ----

QString TextControl::title_of(const Mark& mark) {
    const QString reason = reason_of(mark);
    switch (mark.fault) {
        case BICHIG_FAULT_ENCODING: return tr("Wrong encoding: %1").arg(reason);
        case BICHIG_FAULT_SUFFIX: return tr("Wrong suffix: %1").arg(reason);
        case BICHIG_FAULT_SPELLING: return tr("Wrong spelling: %1").arg(reason);
        case BICHIG_FAULT_NAME: return tr("Perhaps a name: %1").arg(reason);
        case BICHIG_FAULT_MIXED: return tr("Mixed writing: %1").arg(reason);
        case BICHIG_FAULT_UNKNOWN: break;
    }
    return tr("Unknown word: %1").arg(reason);
}

/// Those that look like what is written, which only other letters are to be put in for, apart from other words.
void TextControl::add_suggestions(QMenu& menu, const Mark& mark) {
    menu.addAction(title_of(mark))->setEnabled(false);
    const QString word = editor_.text(mark.begin, mark.end);
    const int count = std::min(most_suggestions, static_cast<int>(mark.suggestions.size()));
    QFont font = menu.font();
    if (count > 0) font.setFamily(mongolian_family(fonts_.isNull() ? Fonts::application() : fonts_));
    for (const bool looks_same : {true, false}) {
        bool first = true;
        for (int i = 0; i < count; ++i) {
            const Suggestion suggestion = mark.suggestions[static_cast<std::size_t>(i)];
            if ((suggestion.cost == 0) != looks_same) continue;
            if (first) menu.addSection(looks_same ? tr("Looks the Same") : tr("Similar Words"));
            first = false;
            QAction* action = menu.addAction(suggestion.text, this, [this, mark, word, suggestion] {
                if (editor_.text(mark.begin, mark.end) == word) replace(mark.begin, mark.end, suggestion.text);
            });
            if (!font.family().isEmpty()) action->setFont(font);
        }
    }
    menu.addSeparator();
    menu.addAction(tr("&Ignore"), this, [this, word] {
        speller_.ignore(word);
        recheck();
    });
    menu.addAction(tr("&Learn"), this, [this, word] { learn(word); });
    menu.addSeparator();
}

void TextControl::learn(const QString& word) {
    QString reason;
    if (speller_.learn(word, &reason)) {
        recheck();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Learn"), tr("The word cannot be kept: %1").arg(reason),
                                QMessageBox::Close, host_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

// ---- the menu ----

QMenu* TextControl::menu_at(const QPointF& point) {
    auto* menu = new QMenu(host_);
    const bool writes = !settings_.read_only;
    const bool selected = editor_.begin() != editor_.end();
    const int at = static_cast<int>(editor_.hit(to_points(point)).character.begin);
    const std::optional<Mark> mark = editor_.mark_at(at);
    if (writes && mark) add_suggestions(*menu, *mark);
    const auto add = [&](const QString& text, QKeySequence::StandardKey key, void (TextControl::*slot)(),
                         bool enabled) {
        QAction* action = menu->addAction(text, this, slot);
        action->setShortcut(key);
        action->setEnabled(enabled);
    };
    if (writes) {
        add(tr("&Undo"), QKeySequence::Undo, &TextControl::undo, editor_.can_undo());
        add(tr("&Redo"), QKeySequence::Redo, &TextControl::redo, editor_.can_redo());
        menu->addSeparator();
        add(tr("Cu&t"), QKeySequence::Cut, &TextControl::cut, selected);
    }
    QAction* copying = menu->addAction(tr("&Copy"), this, [this] { copy(); });
    copying->setShortcut(QKeySequence::Copy);
    copying->setEnabled(selected);
    if (writes) {
        const QMimeData* data = QApplication::clipboard()->mimeData();
        const bool holds_text = data != nullptr && (data->hasText() || data->hasHtml());
        add(tr("&Paste"), QKeySequence::Paste, &TextControl::paste, holds_text);
        add(tr("Delete"), QKeySequence::Delete, &TextControl::remove_selected, selected);
    }
    menu->addSeparator();
    add(tr("Select &All"), QKeySequence::SelectAll, &TextControl::select_all, editor_.size() > 0);
    // Of the word that was pointed to, where none is selected.
    const std::pair<int, int> shown = selected || !mark ? selection() : std::pair{mark->begin, mark->end};
    menu->addAction(tr("Show Code &Points"), this, [this, shown] { show_code_points(shown.first, shown.second); })
        ->setEnabled(editor_.size() > 0);
    QAction* hidden =
        menu->addAction(tr("Show &Invisible Characters"), this, [this] { set_shows_hidden(!shows_hidden_); });
    hidden->setCheckable(true);
    hidden->setChecked(shows_hidden_);
    return menu;
}

/// Of a part of the text; where it is empty, of the character behind it.
QString TextControl::code_points(int begin, int end) const {
    if (begin == end) {
        const std::vector<int> stops = boundaries(editor_.text(begin, begin + 64), BICHIG_GRAPHEMES);
        end = begin + (stops.size() > 1 ? stops[1] : 0);
    }
    QStringList lines;
    for (const bichig_character& one : editor_.characters(begin, end, false)) {
        const QString code = QString::number(static_cast<uint>(one.code_point), 16).toUpper();
        lines.append(QStringLiteral("U+%1 %2").arg(code, 4, QLatin1Char('0')).arg(QString::fromUtf8(one.name)));
    }
    return lines.join(QLatin1Char('\n'));
}

void TextControl::show_code_points(int begin, int end) {
    auto* dialog = new QDialog(host_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Code Points"));
    auto* list = new QPlainTextEdit(code_points(begin, end), dialog);
    list->setReadOnly(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(list);
    column->addWidget(buttons);
    dialog->resize(480, 320);
    dialog->open();
}

}  // namespace bichig::qt
