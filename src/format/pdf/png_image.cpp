// Decodes PNG by libpng, row by row, into an image object and, where there is transparency, a soft mask beside it.
// libpng reports by longjmp; the functions that may jump hold nothing that needs a destructor.
#include <csetjmp>
#include <cstring>
#include <vector>

#include <png.h>

#include "format/pdf/internal/images.h"
#include "format/pdf/internal/pixel_rows.h"

namespace bichig::format::pdf {

namespace {

/// What libpng reads from, and what it said when it failed.
struct Source {
    const char* bytes;
    std::size_t size;
    std::size_t position;
    char message[128];
};

void read_bytes(png_structp png, png_bytep out, std::size_t count) {
    auto* source = static_cast<Source*>(png_get_io_ptr(png));
    if (count > source->size - source->position) png_error(png, "it is cut off");
    std::memcpy(out, source->bytes + source->position, count);
    source->position += count;
}

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
    auto* source = static_cast<Source*>(png_get_error_ptr(png));
    std::strncpy(source->message, message, sizeof source->message - 1);
    png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

/// A libpng reader over a PNG in memory.
class Png {
public:
    explicit Png(const std::string& bytes) : source_{bytes.data(), bytes.size(), 0, {}} {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source_, on_error, on_warning);
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    ~Png() { png_destroy_read_struct(&png_, &info_, nullptr); }
    Png(const Png&) = delete;
    Png& operator=(const Png&) = delete;

    /// Reads the head and asks for 8-bit gray or RGB, with alpha where the image has transparency.
    bool read_head() {
        if (info_ == nullptr || setjmp(png_jmpbuf(png_)) != 0) return false;
        png_set_read_fn(png_, &source_, read_bytes);
        png_read_info(png_, info_);
        png_set_expand(png_);    // palettes to RGB, few bits to 8, transparent colours to alpha
        set_gamma();
        png_set_scale_16(png_);
        passes_ = png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        return true;
    }
    bool read_row(unsigned char* row) {
        if (setjmp(png_jmpbuf(png_)) != 0) return false;
        png_read_row(png_, row, nullptr);
        return true;
    }
    bool read_end() {
        if (setjmp(png_jmpbuf(png_)) != 0) return false;
        png_read_end(png_, nullptr);
        return true;
    }

    int passes() const { return passes_; }
    std::size_t width() const { return png_get_image_width(png_, info_); }
    std::size_t height() const { return png_get_image_height(png_, info_); }
    std::size_t row_size() const { return png_get_rowbytes(png_, info_); }
    std::size_t channels() const { return png_get_channels(png_, info_); }
    const char* fault() const { return source_.message; }
    /// The ICC profile; empty where there is none, or where sRGB is stated.
    std::string_view profile() {
        png_charp name = nullptr;
        png_bytep bytes = nullptr;
        png_uint_32 size = 0;
        int method = 0;
        if (setjmp(png_jmpbuf(png_)) != 0) return {};
        if (png_get_iCCP(png_, info_, &name, &method, &bytes, &size) == 0) return {};
        return {reinterpret_cast<const char*>(bytes), size};
    }

private:
    /// Samples of another gamma than the page's are changed to that; a profile or sRGB says more than gAMA does.
    void set_gamma() {
        constexpr double of_the_page = 2.2;
        double gamma = 0;
        const bool known = png_get_valid(png_, info_, PNG_INFO_sRGB | PNG_INFO_iCCP) != 0;
        if (!known && png_get_valid(png_, info_, PNG_INFO_gAMA) != 0 && png_get_gAMA(png_, info_, &gamma) != 0 &&
            gamma > 0) {
            png_set_gamma(png_, of_the_page, gamma);
        }
    }

    Source source_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    int passes_ = 1;
};

/// Hands each finished row to `take`. An interlaced image is complete only after its last pass, so it is held whole.
/// Returns whether all of it could be read.
template <class Take>
bool for_each_row(Png& png, Take take) {
    const std::size_t size = png.row_size();
    if (png.passes() == 1) {
        std::vector<unsigned char> row(size);
        for (std::size_t y = 0; y < png.height(); ++y) {
            if (!png.read_row(row.data())) return false;
            take(row.data());
        }
    } else {
        std::vector<unsigned char> rows(size * png.height());
        for (int pass = 0; pass < png.passes(); ++pass) {
            for (std::size_t y = 0; y < png.height(); ++y) {
                if (!png.read_row(rows.data() + y * size)) return false;
            }
        }
        for (std::size_t y = 0; y < png.height(); ++y) take(rows.data() + y * size);
    }
    return png.read_end();
}

/// Writes some channels of the image as one stream.
Result<void> write_channels(const page::ImageData& image, ObjectNumber object, PixelRows::Channels channels,
                            const std::string& colour_space, const std::string& more, File& file) {
    Png png{*image.bytes};
    if (!png.read_head()) return fail(damaged_image(image, png.fault()));
    if (png.passes() > 1 && png.row_size() > most_held_bytes / png.height()) return fail(too_large_image(image));
    PixelRows rows{file, object, png.width(), png.height(), channels, colour_space, more};
    const bool whole = for_each_row(png, [&](const unsigned char* row) { rows.add(row); });
    rows.end();
    if (!whole) return fail(damaged_image(image, png.fault()));
    return {};
}

}  // namespace

Result<ImageObject> ImageStore::write_png(const page::ImageData& image) {
    Png head{*image.bytes};
    if (!head.read_head()) return fail(damaged_image(image, head.fault()));
    const std::size_t channels = head.channels();
    const bool transparent = channels == 2 || channels == 4;
    const std::size_t colours = transparent ? channels - 1 : channels;
    const std::string space = " " + reference(colour_space(image, head.profile(), static_cast<unsigned>(colours)));

    const ImageObject object{file_.allocate(), transparent};
    std::string more;
    if (transparent) {
        const ObjectNumber mask = file_.allocate();
        if (auto done = write_channels(image, mask, {channels, colours, 1}, "/DeviceGray", "", file_); !done) {
            return tl::unexpected<Error>{done.error()};
        }
        more = "/SMask " + reference(mask);
    }
    if (auto done = write_channels(image, object.object, {channels, 0, colours}, space, more, file_); !done) {
        return tl::unexpected<Error>{done.error()};
    }
    return object;
}

}  // namespace bichig::format::pdf
