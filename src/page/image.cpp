// Recognises PNG and JPEG by their heads, so that an image can be placed without being decoded.
#include <bichig/page/image.h>

#include <string_view>

namespace bichig::page {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n"sv;
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF"sv;

unsigned byte_at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

std::uint32_t big_endian(std::string_view bytes, std::size_t index, unsigned count) {
    std::uint32_t value = 0;
    for (unsigned i = 0; i < count; ++i) value = value << 8 | byte_at(bytes, index + i);
    return value;
}

tl::unexpected<Error> damaged(std::string message) {
    return fail({ErrorCode::invalid_input, std::move(message), "save the image again from its source", {}});
}

Result<ImageData> recognize_png(ImageData image) {
    const std::string_view bytes = *image.bytes;
    // The head is the signature, then the chunk IHDR: length (4), type (4), 13 bytes of data, checksum (4).
    if (bytes.size() < 33) return damaged("PNG image is cut off in its head");
    if (big_endian(bytes, 8, 4) != 13 || bytes.substr(12, 4) != "IHDR") {
        return damaged("PNG image does not begin with its head (IHDR)");
    }
    image.format = ImageData::Format::png;
    image.width = big_endian(bytes, 16, 4);
    image.height = big_endian(bytes, 20, 4);
    constexpr std::uint32_t largest = 0x7FFFFFFF;  // PNG specification, 11.2.2
    if (image.width == 0 || image.height == 0 || image.width > largest || image.height > largest) {
        return damaged("PNG image states an impossible size");
    }
    return image;
}

/// Whether a marker starts a frame (SOF0…SOF15 without DHT, JPG and DAC; ITU-T T.81, table B.1).
bool starts_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Result<ImageData> recognize_jpeg(ImageData image) {
    const std::string_view bytes = *image.bytes;
    std::size_t position = 2;
    while (position + 4 <= bytes.size()) {
        if (byte_at(bytes, position) != 0xFF) return damaged("JPEG image has a damaged head");
        const unsigned marker = byte_at(bytes, position + 1);
        if (marker == 0xFF) {  // a fill byte
            ++position;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9) return damaged("JPEG image does not state its size before its data");
        const std::size_t size = big_endian(bytes, position + 2, 2);
        if (size < 2) return damaged("JPEG image has a damaged head");
        if (starts_frame(marker)) {
            if (size < 8 || position + 2 + size > bytes.size()) return damaged("JPEG image is cut off in its head");
            image.format = ImageData::Format::jpeg;
            image.height = big_endian(bytes, position + 5, 2);
            image.width = big_endian(bytes, position + 7, 2);
            if (image.width == 0 || image.height == 0) return damaged("JPEG image states an impossible size");
            return image;
        }
        position += 2 + size;
    }
    return damaged("JPEG image is cut off in its head");
}

}  // namespace

Result<ImageData> recognize_image(std::shared_ptr<const std::string> bytes) {
    ImageData image;
    image.bytes = std::move(bytes);
    const std::string_view view = *image.bytes;
    if (view.substr(0, png_signature.size()) == png_signature) return recognize_png(std::move(image));
    if (view.substr(0, jpeg_signature.size()) == jpeg_signature) return recognize_jpeg(std::move(image));
    return fail({ErrorCode::unsupported, "image is neither PNG nor JPEG", "convert it to PNG", {}});
}

}  // namespace bichig::page
