// Vertical orientation (UAX #50) of characters and of the clusters they stand in.
#include <bichig/base/utf.h>

#include <text/characters.h>
#include <text/phases.h>

namespace bichig::text {

namespace {

/// Puts the orientation of a text's clusters in place, base by base.
class Clusters {
public:
    explicit Clusters(std::size_t size) : orientations_(size, VerticalOrientation::rotated) {}

    void add(char32_t c, TextRange range) {
        // UAX #50, section 2: a cluster stands as its base does, and one with an enclosing mark is upright.
        if (range.begin == 0 || !extends_previous(c)) {
            base_ = range.begin;
            fill(range, vertical_orientation(c));
        } else if (u_charType(static_cast<UChar32>(c)) == U_ENCLOSING_MARK) {
            const bool turned = orientations_[range.begin - 1] != VerticalOrientation::upright;
            fill({turned ? base_ : range.begin, range.end}, VerticalOrientation::upright);
        } else {
            fill(range, orientations_[range.begin - 1]);
        }
    }

    void fill(TextRange range, VerticalOrientation orientation) {
        for (TextIndex i = range.begin; i < range.end; ++i) orientations_[i] = orientation;
    }

    std::vector<VerticalOrientation> take() { return std::move(orientations_); }

private:
    std::vector<VerticalOrientation> orientations_;
    TextIndex base_ = 0;
};

}  // namespace

VerticalOrientation vertical_orientation(char32_t character) {
    if (character < 0xA7 || (character >= 0x1800 && character < 0x18B0)) return VerticalOrientation::rotated;
    if (is_plain_ideograph(character)) return VerticalOrientation::upright;
    switch (u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_VERTICAL_ORIENTATION)) {
        case U_VO_UPRIGHT:
            return VerticalOrientation::upright;
        case U_VO_TRANSFORMED_UPRIGHT:
            return VerticalOrientation::transformed_upright;
        case U_VO_TRANSFORMED_ROTATED:
            return VerticalOrientation::transformed_rotated;
        default:
            return VerticalOrientation::rotated;
    }
}

std::vector<VerticalOrientation> find_orientations(std::u16string_view text, const std::vector<ScriptRun>& scripts) {
    Clusters clusters(text.size());
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        clusters.add(c.value, {i, i + c.size});
        i += c.size;
    }
    for (const ScriptRun& run : scripts) {
        if (run.script == emoji) clusters.fill(run.range, VerticalOrientation::upright);
    }
    return clusters.take();
}

}  // namespace bichig::text
