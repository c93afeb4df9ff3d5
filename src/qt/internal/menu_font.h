// A font for Mongolian in Qt's own widgets, which know the fonts of the system alone.
#pragma once

#include <QString>

#include <bichig/qt/fonts.h>

namespace bichig::qt {

/// The family of the first of `fonts` that has Mongolian letters, made known to Qt; empty where none has a file. GUI
/// thread.
QString mongolian_family(const Fonts& fonts);

}  // namespace bichig::qt
