// Reads image files that a document names: only below its own folder, only PNG and JPEG, only as far as the size.
#include <filesystem>

#include <bichig/base/file.h>

#include <document/internal/files.h>

namespace bichig::document {

namespace {

namespace fs = std::filesystem;

struct PixelSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
};

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

/// PNG, 11.2.2: the signature, then IHDR with width and height.
PixelSize png_size(std::string_view bytes) {
    constexpr std::string_view head{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16};
    if (bytes.size() < head.size() + 8 || bytes.substr(0, head.size()) != head) return {};
    return {big_endian(bytes, head.size(), 4), big_endian(bytes, head.size() + 4, 4)};
}

/// ITU-T T.81, B.1 and B.2: segments until the first frame header SOFn, which has height and width.
PixelSize jpeg_size(std::string_view bytes) {
    constexpr unsigned start_of_frame = 0xC0, huffman_tables = 0xC4, reserved = 0xC8, arithmetic = 0xCC;
    std::size_t at = 2;
    while (at + 9 < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) != 0xFF) return {};
        const unsigned marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        const bool frame = marker >= start_of_frame && marker <= start_of_frame + 15 && marker != huffman_tables &&
                           marker != reserved && marker != arithmetic;
        if (frame) return {big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
        at += 2 + big_endian(bytes, at + 2, 2);
    }
    return {};
}

PixelSize pixel_size(std::string_view bytes) {
    constexpr std::string_view jpeg_head = "\xFF\xD8\xFF";
    return bytes.substr(0, jpeg_head.size()) == jpeg_head ? jpeg_size(bytes) : png_size(bytes);
}

bool is_below(const fs::path& file, const fs::path& folder) {
    auto part = file.begin();
    for (const fs::path& expected : folder) {
        if (part == file.end() || *part != expected) return false;
        ++part;
    }
    return part != file.end();
}

}  // namespace

Result<Image> read_image(const std::string& base_folder, const std::string& path) {
    if (path.empty())
        return fail({ErrorCode::invalid_input, "an image without a file name", "name a PNG or JPEG file", {}});
    if (path.find("://") != std::string::npos || path.rfind("data:", 0) == 0) {
        return fail({ErrorCode::unsupported, "image '" + path + "' is no file", "save it beside the document", {}});
    }
    if (path.find('\0') != std::string::npos) {
        return fail({ErrorCode::invalid_input, "the name of an image holds NUL", "name a PNG or JPEG file", {}});
    }
    std::error_code error;
    const fs::path folder = fs::canonical(base_folder.empty() ? "." : base_folder, error);
    if (error) {
        return fail({ErrorCode::not_found, "folder '" + base_folder + "' of the images does not exist",
                     "check the folder", {}});
    }
    const fs::path file = fs::canonical(folder / path, error);
    if (error) {
        return fail({ErrorCode::not_found, "image '" + path + "' does not exist", "check the name", {}});
    }
    if (fs::path{path}.is_absolute() || !is_below(file, folder)) {
        return fail({ErrorCode::invalid_input, "image '" + path + "' is outside the folder of the document",
                     "copy it into that folder and name it without a path that leads out", {}});
    }
    if (!fs::is_regular_file(file, error)) {
        return fail({ErrorCode::invalid_input, "image '" + path + "' is no file", "name a PNG or JPEG file", {}});
    }
    Result<std::string> bytes = read_file(file.string());
    if (!bytes) return tl::unexpected<Error>{bytes.error()};
    const PixelSize size = pixel_size(*bytes);
    if (size.width == 0 || size.height == 0) {
        return fail({ErrorCode::unsupported, "image '" + path + "' is neither PNG nor JPEG, or its head is damaged",
                     "save it as PNG", {}});
    }
    Image image;
    image.bytes = std::make_shared<const std::string>(std::move(*bytes));
    image.width = size.width;
    image.height = size.height;
    return image;
}

}  // namespace bichig::document
