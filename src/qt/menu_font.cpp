// Words in menus are drawn by Qt: without a font for them that Qt knows they would be boxes.
#include "qt/internal/menu_font.h"

#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QRawFont>

namespace bichig::qt {

namespace {

/// The family of a file where it has Mongolian letters; each file is read once.
QString family_of(const QString& file) {
    static QHash<QString, QString> known;
    const auto found = known.constFind(file);
    if (found != known.constEnd()) return *found;
    QString family;
    if (QRawFont(file, 16).supportsCharacter(QChar(0x182E))) {
        family = QFontDatabase::applicationFontFamilies(QFontDatabase::addApplicationFont(file)).value(0);
    }
    known.insert(file, family);
    return family;
}

}  // namespace

QString mongolian_family(const Fonts& fonts) {
    const std::size_t count = fonts.isNull() ? 0 : bichig_fonts_face_count(fonts.handle());
    for (std::size_t i = 0; i < count; ++i) {
        bichig_face face = BICHIG_FACE_INIT;
        if (bichig_fonts_face(fonts.handle(), i, &face, nullptr) != BICHIG_OK) continue;
        const QString file = QFile::decodeName(face.file);
        if (!QFile::exists(file)) continue;  // of memory
        const QString family = family_of(file);
        if (!family.isEmpty()) return family;
    }
    return {};
}

}  // namespace bichig::qt
