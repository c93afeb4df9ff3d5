// Colour spaces, the store of images, and JPEG, whose bytes PDF takes as they are.
#include "format/pdf/internal/images.h"

#include <string>

namespace bichig::format::pdf {

namespace {

Error bad_image(ErrorCode code, std::string message, std::string hint) {
    return {code, std::move(message), std::move(hint), {}};
}

struct JpegHead {
    unsigned frame = 0;  ///< low byte of the marker that starts the frame
    unsigned precision = 0;
    unsigned components = 0;
};

/// Finds the frame header; recognize_image() has walked the same way and found it well formed.
JpegHead read_head(std::string_view bytes) {
    const auto byte = [&bytes](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
    std::size_t position = 2;
    while (position + 9 < bytes.size()) {
        const unsigned marker = byte(position + 1);
        if (marker == 0xFF) {
            ++position;
            continue;
        }
        if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
            return {marker, byte(position + 4), byte(position + 9)};
        }
        position += 2 + (static_cast<std::size_t>(byte(position + 2)) << 8 | byte(position + 3));
    }
    return {};
}

/// Whether the end-of-image marker is there; some cameras leave padding after it.
bool is_whole(std::string_view bytes) { return bytes.rfind("\xFF\xD9") != std::string_view::npos; }

}  // namespace

ColourSpaces write_colour_spaces(File& file) {
    const ColourSpaces spaces{file.allocate(), file.allocate()};
    // Equal-energy white, which every reader shows as neutral: poppler adapts gray (not RGB) to the white point twice.
    file.object(spaces.gray, "[/CalGray<</WhitePoint[1 1 1]/Gamma 2.2>>]");
    file.object(spaces.rgb, "[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]"
                            "/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]");
    return spaces;
}

Result<ImageObject> ImageStore::use(const page::ImageData& image) {
    if (!image.bytes) return fail(bad_image(ErrorCode::invalid_input, "image has no bytes", "name an image file"));
    const Key key{std::hash<std::string_view>{}(*image.bytes), image.bytes->size()};
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
    const Result<ImageObject> object =
        image.format == page::ImageData::Format::png ? write_png(image, spaces_, file_) : write_jpeg(image);
    if (object) known_.emplace(key, *object);
    return object;
}

Result<ImageObject> ImageStore::write_jpeg(const page::ImageData& image) {
    const JpegHead head = read_head(*image.bytes);
    // PDF takes baseline, extended and progressive Huffman coding with 8 bits (ISO 32000-1, 7.4.8).
    if (head.frame < 0xC0 || head.frame > 0xC2 || head.precision != 8) {
        return fail(bad_image(ErrorCode::unsupported, "JPEG image is of a kind that PDF does not take",
                              "save it as baseline JPEG or as PNG"));
    }
    if (head.components != 1 && head.components != 3) {
        return fail(bad_image(ErrorCode::unsupported, "JPEG image is neither gray nor RGB (CMYK?)",
                              "save it as an RGB image"));
    }
    if (!is_whole(*image.bytes)) {
        return fail(bad_image(ErrorCode::invalid_input, "JPEG image is cut off", "save it again from its source"));
    }
    const ObjectNumber object = file_.allocate();
    file_.plain_stream(object,
                       "/Type/XObject/Subtype/Image/Width " + std::to_string(image.width) + "/Height " +
                           std::to_string(image.height) + "/BitsPerComponent 8/ColorSpace " +
                           reference(head.components == 1 ? spaces_.gray : spaces_.rgb) + "/Filter/DCTDecode",
                       *image.bytes);
    return ImageObject{object, false};
}

}  // namespace bichig::format::pdf
