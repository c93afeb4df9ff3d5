// PNG files: encoded by libpng, as Cairo's own writer states no resolution; and the sink that writes them.
// libpng reports by longjmp: the function that may jump holds nothing that needs a destructor.
#include <bichig/format/png.h>

#include <cmath>
#include <csetjmp>
#include <cstddef>
#include <new>
#include <utility>

#include <png.h>

#include <bichig/base/file.h>

#include "page/internal/page_files.h"

namespace bichig::format {

namespace {

struct Output {
    std::string bytes;
    bool failed = false;
};

void write_bytes(png_structp png, png_bytep bytes, std::size_t size) {
    auto& output = *static_cast<Output*>(png_get_io_ptr(png));
    try {
        output.bytes.append(reinterpret_cast<const char*>(bytes), size);
    } catch (const std::bad_alloc&) {
        output.failed = true;  // no jump may leave a handler: it is looked at afterwards
    }
}

void be_quiet(png_structp, png_const_charp) {}

/// Whether all pixels are opaque: then the file has no alpha.
bool is_opaque(const Pixels& pixels) {
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4) {
        if (pixels.rgba[i] != 255) return false;
    }
    return true;
}

bool encode(const Pixels& pixels, bool opaque, png_uint_32 dots_per_metre, Output& output) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, be_quiet);
    if (png == nullptr) return false;
    png_infop info = png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &output, write_bytes, nullptr);
    png_set_IHDR(png, info, pixels.width, pixels.height, 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_RELATIVE);
    png_set_pHYs(png, info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_write_info(png, info);
    if (opaque) png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (png_uint_32 y = 0; y < pixels.height; ++y) {
        png_write_row(png, pixels.rgba.data() + std::size_t{y} * pixels.width * 4);
    }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

class PngSink final : public page::Sink {
public:
    explicit PngSink(PngOptions options)
        : files_{std::move(options.path)}, pixels_{options.pixels}, written_{options.written} {}

    Result<void> begin(const page::Properties&) override { return {}; }
    Result<void> page(page::Page page) override {
        const auto pixels = draw(page, pixels_);
        if (!pixels) return fail(pixels.error());
        const auto bytes = encode_png(*pixels, pixels_.dots_per_inch);
        if (!bytes) return fail(bytes.error());
        return files_.add(*bytes);
    }
    Result<void> finish() override {
        auto names = files_.commit();
        if (!names) return fail(names.error());
        if (written_ != nullptr) *written_ = std::move(*names);
        return {};
    }

private:
    page::PageFiles files_;
    PixelOptions pixels_;
    std::vector<std::string>* written_;
};

}  // namespace

Result<std::string> encode_png(const Pixels& pixels, double dots_per_inch) {
    if (pixels.width == 0 || pixels.height == 0 ||
        pixels.rgba.size() != std::size_t{pixels.width} * pixels.height * 4) {
        return fail({ErrorCode::invalid_input, "the pixels do not fill the picture",
                     "give four bytes for each pixel", {}});
    }
    const double dots_per_metre = std::round(dots_per_inch / 0.0254);
    const bool stated = dots_per_metre >= 1 && dots_per_metre <= 0x7FFFFFFF;
    Output output;
    if (!encode(pixels, is_opaque(pixels), stated ? static_cast<png_uint_32>(dots_per_metre) : 1, output) ||
        output.failed) {
        return fail({ErrorCode::system, "the picture cannot be encoded", "lower the resolution", {}});
    }
    return std::move(output.bytes);
}

Result<std::unique_ptr<page::Sink>> open_png(PngOptions options) {
    // An unwritable folder is reported before any work is done, and so is a resolution that cannot be drawn.
    if (auto probe = OutputFile::create(options.path); !probe) return tl::unexpected<Error>{probe.error()};
    if (auto drawn = draw(page::Page{}, options.pixels); !drawn) return tl::unexpected<Error>{drawn.error()};
    return std::make_unique<PngSink>(std::move(options));
}

}  // namespace bichig::format
