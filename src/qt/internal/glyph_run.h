// A run of glyphs as it is painted: outlines, where they stand, and by what masks of them are found again.
#pragma once

#include <vector>

#include <QPainterPath>
#include <QPointF>
#include <QTransform>

namespace bichig::qt {

/// What something looks like: two hashes of what it is made of.
struct LookKey {
    quint64 first = 0xCBF29CE484222325;
    quint64 second = 0x9E3779B97F4A7C15;

    void add(quint64 value);
    void add(double value);  ///< as far as it can be seen
    friend bool operator==(const LookKey& a, const LookKey& b) { return a.first == b.first && a.second == b.second; }
};
inline uint qHash(const LookKey& key, uint seed = 0) {
    return static_cast<uint>(key.first ^ (key.first >> 32)) ^ seed;
}

struct RunGlyph {
    quint64 id = 0;
    QPointF at;            ///< points of the page
    QPainterPath outline;  ///< font units
};

/// Value.
struct GlyphRun {
    LookKey glyph_look;  ///< face, size, orientation
    LookKey look;        ///< those, the glyphs, and where each stands from the first
    QTransform to_page;  ///< from font units, about a glyph's own place
    double size = 0;     ///< of the font, in points of the page
    double stroke = 0;   ///< width of the line along the outlines: bold where a face has none
    std::vector<RunGlyph> glyphs;  ///< those with ink, at least one
    QPointF anchor;      ///< moves with the run

    /// All outlines as one, which are filled at once: one by one, they would show seams where their edges meet.
    QPainterPath path() const;
};

}  // namespace bichig::qt
