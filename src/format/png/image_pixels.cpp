// PNG by Cairo's own reader, JPEG by libjpeg. libjpeg reports by longjmp: the function that may jump holds nothing that
// needs a destructor.
#include "format/png/internal/image_pixels.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>
#include <vector>

#include <jpeglib.h>

#include <bichig/format/png.h>

namespace bichig::format::png {

namespace {

cairo_status_t read_bytes(void* rest, unsigned char* out, unsigned size) {
    auto& bytes = *static_cast<std::string_view*>(rest);
    if (bytes.size() < size) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(out, bytes.data(), size);
    bytes.remove_prefix(size);
    return CAIRO_STATUS_SUCCESS;
}

struct JpegErrors {
    jpeg_error_mgr base{};
    std::jmp_buf place{};
};

[[noreturn]] void on_error(j_common_ptr jpeg) { std::longjmp(reinterpret_cast<JpegErrors*>(jpeg->err)->place, 1); }
void on_message(j_common_ptr jpeg, int level) {
    if (level < 0) on_error(jpeg);  // damaged data is no image that the author meant
}

/// One row of libjpeg's as Cairo's pixels. Adobe writes CMYK inverted, as all files in use have it.
void convert_row(const unsigned char* in, int components, unsigned width, std::uint32_t* out) {
    for (unsigned x = 0; x < width; ++x, in += components) {
        unsigned red = in[0], green = in[0], blue = in[0];
        if (components == 3) {
            green = in[1];
            blue = in[2];
        } else if (components == 4) {
            red = in[0] * in[3] / 255u;
            green = in[1] * in[3] / 255u;
            blue = in[2] * in[3] / 255u;
        }
        out[x] = 0xFF000000u | red << 16 | green << 8 | blue;
    }
}

/// Decodes into `target`; `row` has room for four bytes a pixel.
bool read_jpeg(std::string_view bytes, unsigned char* row, unsigned char* target, int stride, unsigned width,
               unsigned height) {
    jpeg_decompress_struct jpeg{};
    JpegErrors errors;
    jpeg.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = on_error;
    errors.base.emit_message = on_message;
    if (setjmp(errors.place) != 0) {
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    jpeg.out_color_space =
        jpeg.num_components == 1 ? JCS_GRAYSCALE : jpeg.num_components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_start_decompress(&jpeg);
    const bool fits = jpeg.output_width == width && jpeg.output_height == height;
    while (fits && jpeg.output_scanline < jpeg.output_height) {
        const unsigned line = jpeg.output_scanline;
        jpeg_read_scanlines(&jpeg, &row, 1);
        convert_row(row, jpeg.output_components, width,
                    reinterpret_cast<std::uint32_t*>(target + static_cast<std::ptrdiff_t>(stride) * line));
    }
    jpeg_destroy_decompress(&jpeg);
    return fits;
}

}  // namespace

Surface decode(const page::ImageData& image) {
    if (!image.bytes || image.width == 0 || image.height == 0 || image.width > largest_picture_side ||
        image.height > largest_picture_side || std::uint64_t{image.width} * image.height > most_picture_pixels) {
        return {};
    }
    Surface surface;
    if (image.format == page::ImageData::Format::png) {
        std::string_view rest = *image.bytes;
        surface.reset(cairo_image_surface_create_from_png_stream(read_bytes, &rest));
    } else {
        const auto width = static_cast<int>(image.width);
        surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, static_cast<int>(image.height)));
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
        cairo_surface_flush(surface.get());
        std::vector<unsigned char> row(std::size_t{image.width} * 4);
        if (!read_jpeg(*image.bytes, row.data(), cairo_image_surface_get_data(surface.get()),
                       cairo_image_surface_get_stride(surface.get()), image.width, image.height)) {
            return {};
        }
        cairo_surface_mark_dirty(surface.get());
    }
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
    return surface;
}

}  // namespace bichig::format::png
