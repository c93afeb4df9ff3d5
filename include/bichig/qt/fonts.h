// The fonts that widgets set text with, and what a QFont cannot say of how text is set.
//
// Names of the widgets' interface are Qt's (camelCase), so that it reads as one with that of QWidget.
#pragma once

#include <memory>

#include <QMetaType>
#include <QString>

#include <bichig/c/fonts.h>
#include <bichig/c/layout.h>

namespace bichig::qt {

/// Fonts of roles (Mongolian, Chinese, Latin, …): shared resource, any thread. QFont's family is not looked at, since
/// Qt sets no vertical Mongolian; its size and weight are.
class Fonts {
public:
    /// No fonts: widgets then take those of application().
    Fonts() = default;

    /// Those of the folder that Bichig was installed with ("share/bichig/fonts"), or null and the reason.
    static Fonts open(const QString& folder, QString* reason = nullptr);
    /// Those that Fontconfig lists, or null and the reason.
    static Fonts system(QString* reason = nullptr);
    /// Takes over a handle of bichig_fonts_open(), which it will close.
    static Fonts adopt(bichig_fonts* handle);

    /// Those of widgets that were given none: what setApplication() got; else the folder "bichig/fonts" beside the
    /// program (../share) or in the places of QStandardPaths::GenericDataLocation; else the fonts of the system. Null
    /// where none of these is there: widgets then stay empty. GUI thread.
    static Fonts application();
    static void setApplication(const Fonts& fonts);

    bool isNull() const { return !handle_; }
    /// For calls of bichig/c; NULL where isNull(). It lives as long as any copy of this.
    const bichig_fonts* handle() const { return handle_.get(); }
    friend bool operator==(const Fonts& a, const Fonts& b) { return a.handle_ == b.handle_; }
    friend bool operator!=(const Fonts& a, const Fonts& b) { return !(a == b); }

private:
    std::shared_ptr<bichig_fonts> handle_;
};

/// How text is set, beside the size and weight of the widget's font() and the colours of its palette(). Value.
struct TextStyle {
    bichig_mongolian_face mongolian = BICHIG_MONGOLIAN_TEXT;
    bichig_han_face han = BICHIG_HAN_SONG;
    QString language = QStringLiteral("mn-Mong");  ///< BCP 47
    double linePitch = 1.5;                        ///< from line to line, in font sizes; 0.5 to 10
    int combinedDigits = 2;                        ///< numbers of so many digits stand upright, 1 to 4
    double hanScale = 1;                           ///< ideographs are so many times as large, 0.25 to 4
    friend bool operator==(const TextStyle& a, const TextStyle& b) {
        return a.mongolian == b.mongolian && a.han == b.han && a.language == b.language &&
               a.linePitch == b.linePitch && a.combinedDigits == b.combinedDigits && a.hanScale == b.hanScale;
    }
    friend bool operator!=(const TextStyle& a, const TextStyle& b) { return !(a == b); }
};

}  // namespace bichig::qt

Q_DECLARE_METATYPE(bichig::qt::Fonts)
Q_DECLARE_METATYPE(bichig::qt::TextStyle)
