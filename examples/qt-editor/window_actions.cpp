// Menus, tool bar and shortcuts of the window. Keys that the widgets know themselves (undo, copy, …) go to the one with
// the focus; the menu does the same.
#include <functional>

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>

#include "find_bar.h"
#include "window.h"

using bichig::qt::PageView;

namespace qt_editor {

QAction* Window::add(QMenu* menu, const char* name, const QString& text, const QKeySequence& keys,
                     std::function<void()> call) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [call] { call(); });
    return action;
}

QAction* Window::add_switch(QMenu* menu, const char* name, const QString& text, const QKeySequence& keys, bool on,
                            std::function<void(bool)> call) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setCheckable(true);
    action->setChecked(on);
    connect(action, &QAction::toggled, this, call);
    return action;
}

/// Calls a slot of the widget with the focus, or of the editor where that has none of this name.
void Window::edit_in_focus(const char* slot) {
    QWidget* widget = QApplication::focusWidget();
    const QByteArray signature = QByteArray(slot) + "()";
    if (widget == nullptr || widget->metaObject()->indexOfMethod(signature.constData()) < 0) widget = editor_;
    QMetaObject::invokeMethod(widget, slot);
}

void Window::add_actions() {
    add_file_actions();
    add_edit_actions();
    add_view_actions();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, "about", tr("&About"), {}, [this] {
        QMessageBox::about(this, tr("About"), tr("An editor of official documents in vertical Mongolian text, made of "
                                                 "the widgets of Bichig %1.").arg(QLatin1String(bichig_version())));
    });
    add_tool_bar();
}

void Window::add_file_actions() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, "new", tr("&New"), QKeySequence::New, [this] { new_file(); });
    add(file, "open", tr("&Open…"), QKeySequence::Open, [this] { open_file(); });
    file->addSeparator();
    add(file, "save", tr("&Save"), QKeySequence::Save, [this] { save(); });
    add(file, "saveAs", tr("Save &As…"), tr("Ctrl+Shift+S"), [this] { save_file_as(); });
    file->addSeparator();
    add(file, "export", tr("&Export as PDF…"), tr("Ctrl+E"), [this] { export_file(); });
    add(file, "print", tr("&Print…"), QKeySequence::Print, [this] { print(); });
    file->addSeparator();
    add(file, "quit", tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void Window::add_edit_actions() {
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = add(edit, "undo", tr("&Undo"), QKeySequence::Undo, [this] { edit_in_focus("undo"); });
    QAction* redo = add(edit, "redo", tr("&Redo"), QKeySequence::Redo, [this] { edit_in_focus("redo"); });
    for (QAction* action : {undo, redo}) action->setEnabled(false);
    connect(editor_, &bichig::qt::TextEdit::undoAvailable, undo, &QAction::setEnabled);
    connect(editor_, &bichig::qt::TextEdit::redoAvailable, redo, &QAction::setEnabled);
    edit->addSeparator();
    add(edit, "cut", tr("Cu&t"), QKeySequence::Cut, [this] { edit_in_focus("cut"); });
    add(edit, "copy", tr("&Copy"), QKeySequence::Copy, [this] { edit_in_focus("copy"); });
    add(edit, "paste", tr("&Paste"), QKeySequence::Paste, [this] { edit_in_focus("paste"); });
    add(edit, "selectAll", tr("Select &All"), QKeySequence::SelectAll, [this] { edit_in_focus("selectAll"); });
    edit->addSeparator();
    add(edit, "find", tr("&Find…"), QKeySequence::Find, [this] { find_bar_->begin(false); });
    add(edit, "replace", tr("R&eplace…"), tr("Ctrl+H"), [this] { find_bar_->begin(true); });
    add(edit, "findNext", tr("Find &Next"), tr("F3"), [this] { find_bar_->find(true); });
    add(edit, "findPrevious", tr("Find Pre&vious"), tr("Shift+F3"), [this] { find_bar_->find(false); });
    edit->addSeparator();
    add(edit, "nextFault", tr("Next Wrong &Word"), tr("F7"), [this] { go_to_fault(); })->setEnabled(!speller_.isNull());
    QAction* check = add_switch(edit, "spelling", tr("Check &Spelling"), {}, !speller_.isNull(), [this](bool on) {
        editor_->setSpeller(on ? speller_ : bichig::qt::Speller());
    });
    QAction* nnbsp = add_switch(edit, "acceptNnbsp", tr("Accept &NNBSP before Suffixes"), {}, false, [this](bool on) {
        speller_.setAcceptNnbsp(on);
        if (!editor_->speller().isNull()) editor_->setSpeller(speller_);
    });
    for (QAction* action : {check, nnbsp}) action->setEnabled(!speller_.isNull());
    add_switch(edit, "cleanPaste", tr("Put Ri&ght What Is Pasted"), {}, true,
               [this](bool on) { editor_->setCleanPaste(on); });
    add_switch(edit, "logicalKeys", tr("Arrows Go A&long the Text"), {}, false,
               [this](bool on) { editor_->setLogicalKeys(on); });
}

void Window::add_view_actions() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    add_switch(view, "invisibles", tr("&Invisible Characters"), tr("Ctrl+Shift+I"), false,
               [this](bool on) { editor_->setShowInvisibles(on); });
    add(view, "largerText", tr("&Larger Text"), tr("Ctrl+]"), [this] { resize_text(1); });
    add(view, "smallerText", tr("&Smaller Text"), tr("Ctrl+["), [this] { resize_text(-1); });
    view->addSeparator();
    add_switch(view, "pages", tr("&Pages"), tr("F9"), true, [this](bool on) { preview_->setVisible(on); });
    add_switch(view, "sideways", tr("Pages Si&de by Side"), {}, false,
               [this](bool on) { preview_->setOrientation(on ? Qt::Horizontal : Qt::Vertical); });
    add(view, "zoomIn", tr("Zoom I&n"), QKeySequence::ZoomIn, [this] { preview_->zoomIn(); });
    add(view, "zoomOut", tr("Zoom &Out"), QKeySequence::ZoomOut, [this] { preview_->zoomOut(); });
    add(view, "zoomOriginal", tr("&Original Size"), tr("Ctrl+0"), [this] {
        preview_->setZoomMode(PageView::ZoomMode::Free);
        preview_->setZoom(1);
    });
    add(view, "fitPage", tr("Fit the P&age"), tr("Ctrl+9"),
        [this] { preview_->setZoomMode(PageView::ZoomMode::FitPage); });
    add(view, "fitWidth", tr("Fit the &Width"), tr("Ctrl+8"),
        [this] { preview_->setZoomMode(PageView::ZoomMode::FitWidth); });
    view->addSeparator();
    add_colours(view->addMenu(tr("&Colours")));
}

void Window::add_colours(QMenu* menu) {
    auto* group = new QActionGroup(this);
    const auto add_one = [&](const QString& text, const char* name, Colours colours) {
        QAction* action = add(menu, name, text, {}, [this, colours] { set_colours(colours); });
        action->setCheckable(true);
        action->setChecked(colours == Colours::System);
        group->addAction(action);
    };
    add_one(tr("Of the &System"), "systemColours", Colours::System);
    add_one(tr("&Light"), "lightColours", Colours::Light);
    add_one(tr("&Dark"), "darkColours", Colours::Dark);
    add_one(tr("&High Contrast"), "highContrastColours", Colours::HighContrast);
}

void Window::set_colours(Colours colours) { QApplication::setPalette(palette_of(colours)); }

void Window::add_tool_bar() {
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setMovable(false);
    const char* names[] = {"open", "save", "", "undo", "redo", "", "find", "nextFault", "invisibles", "",
                           "zoomOut", "zoomIn", "fitPage", "", "export", "print"};
    for (const char* name : names) {
        if (*name == '\0') {
            bar->addSeparator();
        } else {
            bar->addAction(findChild<QAction*>(QLatin1String(name)));
        }
    }
}

void Window::resize_text(double by) {
    QFont font = editor_->font();
    font.setPointSizeF(qBound(6.0, font.pointSizeF() + by, 72.0));
    editor_->setFont(font);
}

}  // namespace qt_editor
