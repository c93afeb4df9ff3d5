// Colour spaces and the store of images.
#include "format/pdf/internal/images.h"

namespace bichig::format::pdf {

ColourSpaces write_colour_spaces(File& file) {
    const ColourSpaces spaces{file.allocate(), file.allocate()};
    // Equal-energy white, which every reader shows as neutral: poppler adapts gray (not RGB) to the white point twice.
    file.object(spaces.gray, "[/CalGray<</WhitePoint[1 1 1]/Gamma 2.2>>]");
    file.object(spaces.rgb, "[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]"
                            "/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]");
    return spaces;
}

std::string describe(const page::ImageData& image) {
    const std::string kind = image.format == page::ImageData::Format::png ? "PNG image" : "JPEG image";
    return image.name.empty() ? kind : kind + " '" + image.name + "'";
}

Error damaged_image(const page::ImageData& image, const std::string& fault) {
    return {ErrorCode::invalid_input, describe(image) + " is damaged: " + fault, "save the image again from its source",
            {}};
}

Error too_large_image(const page::ImageData& image) {
    return {ErrorCode::unsupported,
            describe(image) + " is interlaced or progressive and too large for that: " + std::to_string(image.width) +
                " × " + std::to_string(image.height) + " pixels",
            "save it without interlacing, or smaller", {}};
}

Result<ImageObject> ImageStore::use(const page::ImageData& image) {
    if (!image.bytes) return fail({ErrorCode::invalid_input, "image has no bytes", "name an image file", {}});
    const Key key{std::hash<std::string_view>{}(*image.bytes), image.bytes->size()};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    const Result<ImageObject> object =
        image.format == page::ImageData::Format::png ? write_png(image) : write_jpeg(image);
    if (object) known_.emplace(key, *object);
    return object;
}

ObjectNumber ImageStore::colour_space(const page::ImageData& image, std::string_view profile, unsigned components) {
    if (!profile.empty()) {
        std::string fault = profile_fault(profile, components);
        if (fault.empty()) return profiles_.use(profile, components);
        report_profile(image, std::move(fault));
    }
    return components == 1 ? spaces_.gray : spaces_.rgb;
}

void ImageStore::report_profile(const page::ImageData& image, std::string fault) {
    diagnostics_.add({"image-profile", "the colour profile of " + describe(image) + " is left out: " + std::move(fault),
                      "check its colours, or save it with the profile sRGB", {}, {}});
}

}  // namespace bichig::format::pdf
