// Input methods of a text that is edited, and its other events.
#include <algorithm>

#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QTextCharFormat>

#include "qt/internal/compat.h"
#include "qt/internal/text_control.h"

namespace bichig::qt {

namespace {

constexpr int surrounding = 1000;  ///< units on each side of the caret that input methods are told of

}  // namespace

// ---- input methods ----

/// The paragraph of a place, of one without an end the part around it.
std::pair<int, int> TextControl::paragraph_at(int offset) const {
    const int first = std::max(0, offset - surrounding);
    const QString before = editor_.text(first, offset);
    const QString after = editor_.text(offset, std::min(editor_.size(), offset + surrounding));
    const int start = static_cast<int>(before.lastIndexOf(QLatin1Char('\n'))) + 1;
    const int end = static_cast<int>(after.indexOf(QLatin1Char('\n')));
    return {first + start, end < 0 ? offset + static_cast<int>(after.size()) : offset + end};
}

void TextControl::compose(const QInputMethodEvent& event) {
    // Read before anything changes: positions are those of the text as the input method knows it.
    const int paragraph_begin = paragraph().first;
    if (!event.commitString().isEmpty() || event.replacementLength() > 0) {
        std::optional<std::pair<int, int>> range;
        if (event.replacementLength() > 0 || event.replacementStart() != 0) {
            // Counted from the caret without a selection, as Qt's own editors do.
            if (editor_.begin() != editor_.end()) editor_.erase(EditStep::Grapheme, false, clock_.elapsed());
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
        case Qt::ImAnchorRectangle: return anchor_rect().translated(shift);
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

}  // namespace bichig::qt
