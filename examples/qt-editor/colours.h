// Colours that a window may be seen in, whatever those of the desktop are.
#pragma once

#include <QPalette>

namespace qt_editor {

enum class Colours { System, Light, Dark, HighContrast };

QPalette palette_of(Colours colours);

}  // namespace qt_editor
