// Input methods of a text that is edited, its other events, and its context menu.
#include <algorithm>

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextCharFormat>
#include <QVBoxLayout>

#include "qt/internal/compat.h"
#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

constexpr int surrounding = 1000;  ///< units on each side of the caret that input methods are told of
constexpr int most_suggestions = 8;

}  // namespace

// ---- input methods ----

/// The paragraph of the caret, of one without an end the part around the caret.
std::pair<int, int> TextControl::paragraph() const {
    const int head = editor_.head();
    const int first = std::max(0, head - surrounding);
    const QString before = editor_.text(first, head);
    const QString after = editor_.text(head, std::min(editor_.size(), head + surrounding));
    const int start = static_cast<int>(before.lastIndexOf(QLatin1Char('\n'))) + 1;
    const int end = static_cast<int>(after.indexOf(QLatin1Char('\n')));
    return {first + start, end < 0 ? head + static_cast<int>(after.size()) : head + end};
}

void TextControl::compose(const QInputMethodEvent& event) {
    // Read before anything changes: positions are those of the text as the input method knows it.
    const int paragraph_begin = paragraph().first;
    if (!event.commitString().isEmpty() || event.replacementLength() > 0) {
        std::optional<std::pair<int, int>> range;
        if (event.replacementLength() > 0 || event.replacementStart() != 0) {
            const int begin = std::clamp(editor_.begin() + event.replacementStart(), 0, editor_.size());
            range = {begin, std::min(editor_.size(), begin + event.replacementLength())};
        }
        editor_.commit(event.commitString(), range, clock_.elapsed());
    }
    int caret = static_cast<int>(event.preeditString().size());
    caret_hidden_ = false;
    composed_.clear();
    std::optional<std::pair<int, int>> selection;
    for (const QInputMethodEvent::Attribute& attribute : event.attributes()) {
        if (attribute.type == QInputMethodEvent::Cursor) {
            caret = attribute.start;
            caret_hidden_ = attribute.length == 0;
        } else if (attribute.type == QInputMethodEvent::TextFormat) {
            const QTextFormat format = attribute.value.value<QTextFormat>();
            const bool target = format.hasProperty(QTextFormat::BackgroundBrush) ||
                                format.intProperty(QTextFormat::TextUnderlineStyle) == QTextCharFormat::SingleUnderline;
            composed_.push_back({attribute.start, attribute.start + attribute.length, target});
        } else if (attribute.type == QInputMethodEvent::Selection) {
            selection = {paragraph_begin + attribute.start, paragraph_begin + attribute.start + attribute.length};
        }
    }
    editor_.compose(event.preeditString(), caret);
    if (selection) editor_.select(selection->first, selection->second);
    sync();
}

QVariant TextControl::query(Qt::InputMethodQuery query, const QVariant& argument) const {
    const auto [begin, end] = paragraph();
    const QPointF shift = canvas_ == host_ ? QPointF() : QPointF(canvas_->pos());
    switch (query) {
        case Qt::ImEnabled: return host_->isEnabled() && !settings_.read_only;
        case Qt::ImCursorRectangle: return caret_rect().translated(shift);
        case Qt::ImAnchorRectangle: return to_pixels(editor_.caret(editor_.anchor())).translated(shift);
        case Qt::ImFont: return host_->font();
        case Qt::ImHints: {
            Qt::InputMethodHints hints = host_->inputMethodHints();
            if (!settings_.single_line) hints |= Qt::ImhMultiLine;
            return static_cast<int>(hints);
        }
        case Qt::ImCursorPosition:
            if (argument.isValid()) return std::clamp(place_at(argument.toPointF() - shift), begin, end) - begin;
            return std::clamp(editor_.head(), begin, end) - begin;
        case Qt::ImAnchorPosition: return std::clamp(editor_.anchor(), begin, end) - begin;
        case Qt::ImAbsolutePosition:
            return argument.isValid() ? place_at(argument.toPointF() - shift) : editor_.head();
        case Qt::ImSurroundingText: return editor_.text(begin, end);
        case Qt::ImCurrentSelection: return selected_text();
        case Qt::ImMaximumTextLength:
            return settings_.max_length > 0 ? QVariant(settings_.max_length) : QVariant();
        case Qt::ImTextBeforeCursor: {
            const int most = argument.isValid() ? argument.toInt() : surrounding;
            return editor_.text(std::max(0, editor_.head() - most), editor_.head());
        }
        case Qt::ImTextAfterCursor: {
            const int most = argument.isValid() ? argument.toInt() : surrounding;
            return editor_.text(editor_.head(), std::min(editor_.size(), editor_.head() + most));
        }
        default: return {};
    }
}

// ---- events ----

bool TextControl::handle(QEvent* event) {
    switch (event->type()) {
        case QEvent::ShortcutOverride: {
            if (!is_ours(*static_cast<QKeyEvent*>(event))) return false;
            event->accept();
            return true;
        }
        case QEvent::KeyPress: return press(*static_cast<QKeyEvent*>(event));
        case QEvent::InputMethod:
            if (settings_.read_only) return false;
            compose(*static_cast<QInputMethodEvent*>(event));
            return true;
        case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonDblClick: return double_press(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseMove: return drag(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseButtonRelease: return release(*static_cast<QMouseEvent*>(event));
        case QEvent::DragEnter:
        case QEvent::DragMove: return accept_drag(*static_cast<QDropEvent*>(event));
        case QEvent::DragLeave:
            drop_at_.reset();
            canvas_->update();
            return true;
        case QEvent::Drop:
            drop(*static_cast<QDropEvent*>(event));
            return true;
        case QEvent::FocusIn:
        case QEvent::FocusOut:
            restart_blinking();
            canvas_->update();
            return false;
        case QEvent::PaletteChange:
        case QEvent::EnabledChange:
            canvas_->update();
            return false;
        case QEvent::FontChange:
        case QEvent::StyleChange:
        case QEvent::ScreenChangeInternal:
            set_look();
            return false;
        default: return false;
    }
}

// ---- context menu ----

void TextControl::add_suggestions(QMenu& menu, int offset) {
    const std::optional<Mark> mark = editor_.mark_at(offset);
    if (!mark) return;
    menu.addAction(QStringLiteral("%1: %2").arg(QString::fromUtf8(bichig_fault_name(mark->fault)), mark->reason))
        ->setEnabled(false);
    const QString word = editor_.text(mark->begin, mark->end);
    for (const QString& suggestion : mark->suggestions.mid(0, most_suggestions)) {
        menu.addAction(suggestion, this, [this, mark, word, suggestion] {
            if (editor_.text(mark->begin, mark->end) == word) replace(mark->begin, mark->end, suggestion);
        });
    }
    menu.addAction(tr("&Ignore"), this, [this, word] {
        speller_.ignore(word);
        recheck();
    });
    menu.addAction(tr("&Learn"), this, [this, word] {
        speller_.learn(word);
        recheck();
    });
    menu.addSeparator();
}

QMenu* TextControl::menu_at(const QPointF& point) {
    auto* menu = new QMenu(host_);
    const bool writes = !settings_.read_only;
    const bool selected = editor_.begin() != editor_.end();
    if (writes) add_suggestions(*menu, static_cast<int>(editor_.hit(to_points(point)).character.begin));
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
    menu->addAction(tr("&Copy"), this, [this] { copy(); })->setEnabled(selected);
    if (writes) {
        const QMimeData* data = QApplication::clipboard()->mimeData();
        const bool holds_text = data != nullptr && (data->hasText() || data->hasHtml());
        add(tr("&Paste"), QKeySequence::Paste, &TextControl::paste, holds_text);
        add(tr("Delete"), QKeySequence::Delete, &TextControl::remove_selected, selected);
    }
    menu->addSeparator();
    add(tr("Select &All"), QKeySequence::SelectAll, &TextControl::select_all, editor_.size() > 0);
    add(tr("Show Code &Points"), QKeySequence::UnknownKey, &TextControl::show_code_points, editor_.size() > 0);
    QAction* hidden =
        menu->addAction(tr("Show &Invisible Characters"), this, [this] { set_shows_hidden(!shows_hidden_); });
    hidden->setCheckable(true);
    hidden->setChecked(shows_hidden_);
    return menu;
}

/// Of what is selected, or of the character behind the caret.
QString TextControl::code_points() const {
    int begin = editor_.begin();
    int end = editor_.end();
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

void TextControl::show_code_points() {
    auto* dialog = new QDialog(host_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Code Points"));
    auto* list = new QPlainTextEdit(code_points(), dialog);
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
