// Reads image files that a document names: only below its own folder, only PNG and JPEG, only as far as the head.
#include <filesystem>

#include <bichig/base/file.h>
#include <bichig/image/head.h>

#include <document/internal/files.h>

namespace bichig::document {

namespace {

namespace fs = std::filesystem;

PhysicalSize sized(PhysicalSize natural, StatedSize stated) {
    const double proportion = natural.width.in_points() / natural.height.in_points();
    if (stated.width && stated.height) return {*stated.width, *stated.height};
    if (stated.width) return {*stated.width, stated.width->scaled(1 / proportion)};
    if (stated.height) return {stated.height->scaled(proportion), *stated.height};
    return natural;
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

Result<Image> read_image(const std::string& base_folder, const std::string& path, StatedSize stated) {
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
    const Result<image::Head> head = image::read_head(*bytes);
    if (!head) {
        Error error_of_head = head.error();
        error_of_head.message = "image '" + path + "': " + error_of_head.message;
        return tl::unexpected<Error>{std::move(error_of_head)};
    }
    Image image;
    image.bytes = std::make_shared<const std::string>(std::move(*bytes));
    image.file = path;
    image.size = sized(head->size(), stated);
    return image;
}

}  // namespace bichig::document
