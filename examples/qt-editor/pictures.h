// Pictures of the window where there is no display to see it on.
#pragma once

#include <QStringList>

#include "window.h"

namespace qt_editor {

/// Writes PNG files into a folder: the window in light and dark colours and in high contrast, a search, the menu of a
/// wrong word, a text with an error. Those that were written, none where one could not be.
QStringList write_pictures(Window& window, const QString& folder);

}  // namespace qt_editor
