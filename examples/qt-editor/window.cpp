// The parts of the window, and what they tell each other.
#include "window.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStatusBar>

#include <bichig/c/spelling.h>

#include "find_bar.h"
#include "message_list.h"
#include "page_setter.h"

using namespace bichig::qt;

namespace qt_editor {

Window::Window(const Speller& speller, QWidget* parent)
    : QMainWindow{parent}, title_{new Label}, editor_{new TextEdit}, preview_{new PageView},
      find_bar_{new FindBar(editor_)}, messages_{new MessageList},
      pages_{new PageSetter([this] { return source(); }, this)}, place_{new QLabel}, words_{new QLabel},
      count_{new QLabel}, zoom_{new QLabel}, speller_{speller} {
    palette_of(Colours::System);
    lay_out();
    add_status();
    add_actions();
    connect_parts();
    begin_with({}, {});
}

Window::~Window() = default;

void Window::lay_out() {
    QFont writing = font();
    writing.setPointSizeF(16);
    editor_->setFont(writing);
    find_bar_->set_font_of_fields(writing);
    writing.setBold(true);
    title_->setFont(writing);
    title_->setObjectName(QStringLiteral("title"));
    title_->setAlignment(Qt::AlignTop);
    title_->setSmallestFontSize(9);
    title_->setMargin(6);
    editor_->setObjectName(QStringLiteral("editor"));
    editor_->setAccessibleName(tr("Text"));
    editor_->setPlaceholderText(QString::fromUtf8("ᠪᠢᠴᠢᠭ"));
    editor_->setTabChangesFocus(true);
    editor_->setSpeller(speller_);
    preview_->setObjectName(QStringLiteral("preview"));
    preview_->setAccessibleName(tr("Pages"));
    preview_->setZoomMode(PageView::ZoomMode::FitPage);
    messages_->setObjectName(QStringLiteral("messages"));
    find_bar_->hide();

    auto* sides = new QSplitter;
    sides->addWidget(editor_);
    sides->addWidget(preview_);
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 2);
    sides->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout;
    column->addWidget(sides, 1);
    column->addWidget(messages_);
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(4, 4, 4, 4);
    row->addWidget(title_);
    row->addWidget(find_bar_);
    row->addLayout(column, 1);
    setCentralWidget(centre);
    resize(1120, 700);
    sides->setSizes({620, 400});
}

void Window::add_status() {
    place_->setObjectName(QStringLiteral("place"));
    words_->setObjectName(QStringLiteral("words"));
    count_->setObjectName(QStringLiteral("pages"));
    zoom_->setObjectName(QStringLiteral("zoom"));
    for (QLabel* label : {place_, words_, count_, zoom_}) {
        label->setMargin(3);
        statusBar()->addPermanentWidget(label);
    }
}

void Window::connect_parts() {
    place_pause_.setSingleShot(true);
    place_pause_.setInterval(30);  // a caret that is held down passes many places
    connect(&place_pause_, &QTimer::timeout, this, &Window::show_place);
    connect(editor_, &TextEdit::cursorPositionChanged, &place_pause_, QOverload<>::of(&QTimer::start));
    connect(editor_, &TextEdit::textChanged, this, [this] {
        messages_->forget_notes();
        pages_->set_soon();
    });
    connect(editor_, &TextEdit::modificationChanged, this, &QWidget::setWindowModified);
    connect(editor_, &TextEdit::textCleaned, this, &Window::report_cleaning);
    connect(pages_, &PageSetter::set, this, &Window::show_document);
    connect(pages_, &PageSetter::written, this, &Window::report_written);
    connect(messages_, &MessageList::chosen, this, &Window::go_to);
    connect(find_bar_, &FindBar::closed, editor_, QOverload<>::of(&QWidget::setFocus));
    connect(preview_, &PageView::zoomChanged, this, [this](double zoom) {
        zoom_->setText(tr("%1 %").arg(qRound(100 * zoom)));
    });
}

bool Window::is_settled() const { return pages_->is_settled(); }

Source Window::source() const {
    return {editor_->toPlainText(), kind_, path_.isEmpty() ? QString() : QFileInfo(path_).absolutePath(),
            Fonts::application()};
}

/// Pages of the text before stay where there are none of this one.
void Window::show_document(const Document& document) {
    messages_->set_messages(document.messages);
    words_->setText(tr("%n word(s)", nullptr, document.words));
    if (document.pages.isNull()) {
        count_->setText(tr("not set"));
        return;
    }
    preview_->setPages(document.pages, true);
    count_->setText(tr("%n page(s)", nullptr, document.pages.count()));
    heading_ = document.title;
    show_title();
}

void Window::show_title() {
    const QString name = path_.isEmpty() ? tr("Untitled") : QFileInfo(path_).fileName();
    title_->setText(heading_.isEmpty() ? name : heading_);
    setWindowTitle(tr("%1[*] – Bichig").arg(name));
}

void Window::show_place() {
    const LineAndColumn place = place_of(editor_->toPlainText(), editor_->cursorPosition());
    place_->setText(tr("Line %1, column %2").arg(place.line).arg(place.column));
}

void Window::go_to(int line, int column) {
    editor_->setCursorPosition(offset_of(editor_->toPlainText(), line, column));
    editor_->setFocus();
}

void Window::note(Message::Weight weight, const QString& text) { messages_->add_note({weight, 0, 0, text}); }

void Window::report_cleaning(int words, int connectors) {
    QStringList done;
    if (words > 0) done.append(tr("%n word(s) of a legacy encoding", nullptr, words));
    if (connectors > 0) done.append(tr("%n older connector(s)", nullptr, connectors));
    note(Message::Weight::Note, tr("What was pasted has been put right: %1. Undo brings back what it was.")
                                    .arg(done.join(QStringLiteral(", "))));
}

void Window::report_written(const QString& path, const QVector<Message>& messages) {
    QString reason;
    for (const Message& message : messages) {
        if (message.weight == Message::Weight::Error) reason = message.text;
    }
    if (reason.isEmpty()) {
        statusBar()->showMessage(tr("Wrote %1").arg(path), 10000);
    } else {
        note(Message::Weight::Error, tr("%1 was not written: %2").arg(path, reason));
    }
    Q_EMIT exported(path, reason.isEmpty());
}

bool Window::go_to_fault() {
    if (speller_.isNull()) return false;
    const QString text = editor_->toPlainText();
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    options.no_suggestions = 1;
    options.accept_nnbsp = speller_.acceptsNnbsp() ? 1 : 0;
    bichig_word_finding* findings = nullptr;
    std::size_t count = 0;
    bichig_check_utf16(speller_.handle(), reinterpret_cast<const bichig_char16*>(text.utf16()),
                       static_cast<std::size_t>(text.size()), &options, &findings, &count, nullptr, nullptr);
    const bichig_word_finding* found = nullptr;
    for (std::size_t i = count; i-- > 0;) {  // the last one is the first, where none is behind the caret
        if (!bichig_fault_is_wrong(findings[i].fault)) continue;
        const bool behind = static_cast<int>(findings[i].range.begin) >= editor_->cursorPosition();
        if (!behind && found != nullptr && static_cast<int>(found->range.begin) >= editor_->cursorPosition()) break;
        found = &findings[i];
    }
    if (found != nullptr) {
        editor_->setSelection(static_cast<int>(found->range.begin), static_cast<int>(found->range.end));
    } else {
        statusBar()->showMessage(tr("No word with a fault"), 5000);
    }
    const bool any = found != nullptr;
    bichig_free(findings);
    return any;
}

}  // namespace qt_editor
