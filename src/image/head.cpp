// Recognises PNG and JPEG by their heads, so that an image can be placed without being decoded.
#include <bichig/image/head.h>

#include <string>
#include <utility>

namespace bichig::image {

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

void set_resolution(Head& head, double across, double down) {
    const auto is_meant = [](double resolution) { return resolution >= 10 && resolution <= 10000; };
    if (!is_meant(across) || !is_meant(down)) return;
    head.resolution_across = across;
    head.resolution_down = down;
}

/// The tag Orientation of the first directory of a TIFF structure (Exif 2.32, 4.5.2); upright where it has none.
Orientation tiff_orientation(std::string_view tiff) {
    constexpr unsigned tag = 0x0112, type_short = 3;
    if (tiff.size() < 8) return Orientation::upright;
    const bool little = tiff.substr(0, 2) == "II"sv;
    const auto number = [&](std::size_t at, unsigned count) -> std::size_t {
        if (!little) return big_endian(tiff, at, count);
        std::size_t value = 0;
        for (unsigned i = count; i-- > 0;) value = value << 8 | byte_at(tiff, at + i);
        return value;
    };
    const std::size_t directory = number(4, 4);
    if (directory + 2 > tiff.size()) return Orientation::upright;
    const std::size_t entries = number(directory, 2);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + i * 12;
        if (at + 12 > tiff.size()) break;
        if (number(at, 2) != tag || number(at + 2, 2) != type_short) continue;
        const std::size_t value = number(at + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<Orientation>(value) : Orientation::upright;
    }
    return Orientation::upright;
}

/// The chunks that may stand between IHDR and the image data.
void read_png_chunks(std::string_view bytes, Head& head) {
    constexpr double metres_to_inch = 0.0254;
    for (std::size_t at = 33; at + 12 <= bytes.size();) {
        const std::size_t size = big_endian(bytes, at, 4);
        const std::string_view type = bytes.substr(at + 4, 4);
        if (type == "IDAT" || size > bytes.size() - at - 12) return;
        const std::string_view data = bytes.substr(at + 8, size);
        if (type == "pHYs" && size == 9 && data[8] == 1) {
            set_resolution(head, big_endian(data, 0, 4) * metres_to_inch, big_endian(data, 4, 4) * metres_to_inch);
        } else if (type == "eXIf") {
            head.orientation = tiff_orientation(data);
        }
        at += 12 + size;
    }
}

Result<Head> read_png(std::string_view bytes) {
    // The head is the signature, then the chunk IHDR: length (4), type (4), 13 bytes of data, checksum (4).
    if (bytes.size() < 33) return damaged("PNG image is cut off in its head");
    if (big_endian(bytes, 8, 4) != 13 || bytes.substr(12, 4) != "IHDR") {
        return damaged("PNG image does not begin with its head (IHDR)");
    }
    Head head;
    head.format = Format::png;
    head.width = big_endian(bytes, 16, 4);
    head.height = big_endian(bytes, 20, 4);
    constexpr std::uint32_t largest = 0x7FFFFFFF;  // PNG specification, 11.2.2
    if (head.width == 0 || head.height == 0 || head.width > largest || head.height > largest) {
        return damaged("PNG image states an impossible size");
    }
    read_png_chunks(bytes, head);
    return head;
}

/// Whether a marker starts a frame (SOF0…SOF15 without DHT, JPG and DAC; ITU-T T.81, table B.1).
bool starts_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// What an application segment says: JFIF (ITU-T T.871, 10.1) has the resolution, Exif the orientation.
void read_application(unsigned marker, std::string_view data, Head& head) {
    constexpr std::string_view jfif = "JFIF\0"sv;
    constexpr std::string_view exif = "Exif\0\0"sv;
    if (marker == 0xE0 && data.size() >= 12 && data.substr(0, jfif.size()) == jfif) {
        const unsigned unit = byte_at(data, 7);
        const double factor = unit == 1 ? 1.0 : unit == 2 ? 2.54 : 0.0;
        set_resolution(head, big_endian(data, 8, 2) * factor, big_endian(data, 10, 2) * factor);
    } else if (marker == 0xE1 && data.substr(0, exif.size()) == exif) {
        head.orientation = tiff_orientation(data.substr(exif.size()));
    }
}

Result<Head> read_jpeg(std::string_view bytes) {
    Head head;
    head.format = Format::jpeg;
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
            head.height = big_endian(bytes, position + 5, 2);
            head.width = big_endian(bytes, position + 7, 2);
            if (head.width == 0 || head.height == 0) return damaged("JPEG image states an impossible size");
            return head;
        }
        read_application(marker, bytes.substr(position + 4, size - 2), head);
        position += 2 + size;
    }
    return damaged("JPEG image is cut off in its head");
}

}  // namespace

PhysicalSize Head::size() const {
    const Length across = Length::points(width * 72.0 / resolution_across);
    const Length down = Length::points(height * 72.0 / resolution_down);
    return is_quarter(orientation) ? PhysicalSize{down, across} : PhysicalSize{across, down};
}

Result<Head> read_head(std::string_view bytes) {
    if (bytes.substr(0, png_signature.size()) == png_signature) return read_png(bytes);
    if (bytes.substr(0, jpeg_signature.size()) == jpeg_signature) return read_jpeg(bytes);
    return fail({ErrorCode::unsupported, "image is neither PNG nor JPEG", "convert it to PNG", {}});
}

}  // namespace bichig::image
