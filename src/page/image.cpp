// From the bytes of an image to what a page holds of it, and how it lies in its box.
#include <bichig/page/image.h>

#include <utility>

namespace bichig::page {

Result<ImageData> recognize_image(std::shared_ptr<const std::string> bytes, std::string name) {
    const Result<image::Head> head = image::read_head(*bytes);
    if (!head) return tl::unexpected<Error>{head.error()};
    return ImageData{head->format, std::move(bytes), head->width, head->height, head->orientation, std::move(name)};
}

ImageCorners corners(const PhysicalRect& box, image::Orientation orientation) {
    using enum image::Orientation;
    const bool from_right = orientation == mirrored || orientation == half_turn || orientation == quarter_turn ||
                            orientation == mirrored_quarter_turn;
    const bool from_foot = orientation == half_turn || orientation == mirrored_half_turn ||
                           orientation == mirrored_quarter_turn || orientation == quarter_back;
    // `across` and `down` count along the stored rows and from row to row.
    const auto at = [&](bool across, bool down) {
        if (image::is_quarter(orientation)) std::swap(across, down);
        return PhysicalPoint{box.origin.x + (across != from_right ? box.size.width : Length{}),
                             box.origin.y + (down != from_foot ? box.size.height : Length{})};
    };
    return {at(false, false), at(true, false), at(false, true)};
}

}  // namespace bichig::page
