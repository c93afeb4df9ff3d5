// Searching by what words look like, so that it does not matter with which letters and selectors they are written.
#include "find_bar.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace qt_editor {

FindBar::FindBar(bichig::qt::TextEdit* editor, QWidget* parent)
    : QWidget{parent}, editor_{editor}, text_{new bichig::qt::LineEdit}, with_{new bichig::qt::LineEdit},
      level_{new QComboBox}, found_{new QLabel} {
    text_->setObjectName(QStringLiteral("find"));
    text_->setAccessibleName(tr("Find"));
    text_->setPlaceholderText(tr("Find"));
    with_->setObjectName(QStringLiteral("replace"));
    with_->setAccessibleName(tr("Replace with"));
    with_->setPlaceholderText(tr("Replace with"));
    found_->setObjectName(QStringLiteral("found"));
    found_->setWordWrap(true);
    level_->setAccessibleName(tr("How it is compared"));
    level_->addItem(tr("What looks alike"), BICHIG_KEY_SHAPE);
    level_->addItem(tr("Also without suffixes"), BICHIG_KEY_FOLDED);
    level_->addItem(tr("The same letters"), BICHIG_KEY_EXACT);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new QHBoxLayout;
    fields->addWidget(text_);
    fields->addWidget(with_);
    fields->addStretch();
    column->addLayout(fields, 1);
    column->addWidget(found_);
    column->addWidget(level_);
    auto* next = add_button(tr("Next"), tr("Finds the next place (F3)"));
    auto* previous = add_button(tr("Previous"), tr("Finds the place before (Shift+F3)"));
    replace_ = add_button(tr("Replace"), tr("Replaces what was found, and finds the next place"));
    replace_all_ = add_button(tr("Replace All"), tr("Replaces all places in one step of undo"));
    auto* close = add_button(tr("Close"), tr("Goes back to the text (Esc)"));

    connect(next, &QPushButton::clicked, this, [this] { find(true); });
    connect(previous, &QPushButton::clicked, this, [this] { find(false); });
    connect(replace_, &QPushButton::clicked, this, &FindBar::replace);
    connect(replace_all_, &QPushButton::clicked, this, &FindBar::replace_all);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(text_, &bichig::qt::LineEdit::returnPressed, this, [this] { find(true); });
    connect(with_, &bichig::qt::LineEdit::returnPressed, this, &FindBar::replace);
    connect(text_, &bichig::qt::LineEdit::textChanged, this, &FindBar::find_from_here);
    connect(level_, QOverload<int>::of(&QComboBox::currentIndexChanged), this, &FindBar::find_from_here);
    tell();
}

QPushButton* FindBar::add_button(const QString& text, const QString& tip) {
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    layout()->addWidget(button);
    return button;
}

bichig_key_level FindBar::level() const { return static_cast<bichig_key_level>(level_->currentData().toInt()); }

void FindBar::set_font_of_fields(const QFont& font) {
    text_->setFont(font);
    with_->setFont(font);
}

void FindBar::begin(bool replaces) {
    const QString selected = editor_->selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n'))) text_->setText(selected);
    text_->selectAll();
    (replaces && !text_->text().isEmpty() ? with_ : text_)->setFocus();
    tell();
}

void FindBar::find(bool forward) {
    if (text_->text().isEmpty()) return begin(false);
    editor_->find(text_->text(), forward, level());
    tell();
}

/// While it is typed: what was found stays where it goes on to fit.
void FindBar::find_from_here() {
    editor_->setCursorPosition(std::min(editor_->anchorPosition(), editor_->cursorPosition()));
    if (!text_->text().isEmpty()) editor_->find(text_->text(), true, level());
    tell();
}

void FindBar::replace() {
    const auto [begin, end] = std::minmax({editor_->anchorPosition(), editor_->cursorPosition()});
    const auto all = places();
    if (std::find(all.begin(), all.end(), std::pair(begin, end)) != all.end()) editor_->insertPlainText(with_->text());
    find(true);
}

void FindBar::replace_all() {
    if (text_->text().isEmpty()) return;
    const int count = editor_->replaceAll(text_->text(), with_->text(), level());
    tell();
    found_->setText(tr("%n place(s) replaced", nullptr, count));
}

std::vector<std::pair<int, int>> FindBar::places() const {
    const QString text = editor_->toPlainText();
    const QString pattern = text_->text();
    const auto units = [](const QString& of) { return reinterpret_cast<const bichig_char16*>(of.utf16()); };
    std::vector<std::pair<int, int>> all;
    bichig_range* ranges = nullptr;
    std::size_t count = 0;
    if (pattern.isEmpty() ||
        bichig_find_utf16(units(text), static_cast<std::size_t>(text.size()), units(pattern),
                          static_cast<std::size_t>(pattern.size()), level(), &ranges, &count, nullptr) != BICHIG_OK) {
        return all;
    }
    for (std::size_t i = 0; i < count; ++i) {
        all.emplace_back(static_cast<int>(ranges[i].begin), static_cast<int>(ranges[i].end));
    }
    bichig_free(ranges);
    return all;
}

/// "3 of 12", and what can be done.
void FindBar::tell() {
    const auto all = places();
    const auto [begin, end] = std::minmax({editor_->anchorPosition(), editor_->cursorPosition()});
    const auto at = std::find(all.begin(), all.end(), std::pair(begin, end));
    found_->setText(text_->text().isEmpty() ? QString()
                    : all.empty()           ? tr("Not found")
                    : at == all.end()       ? tr("%n place(s)", nullptr, static_cast<int>(all.size()))
                                            : tr("%1 of %2").arg(at - all.begin() + 1).arg(all.size()));
    replace_->setEnabled(!all.empty() && !editor_->isReadOnly());
    replace_all_->setEnabled(!all.empty() && !editor_->isReadOnly());
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QWidget::keyPressEvent(event);
    hide();
}

void FindBar::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous()) Q_EMIT closed();
}

}  // namespace qt_editor
