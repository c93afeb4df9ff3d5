// Decodes PNG by libpng, row by row, into an image object and, where there is transparency, a soft mask beside it.
// libpng reports by longjmp; the functions that may jump hold nothing that needs a destructor.
#include <csetjmp>
#include <cstring>
#include <vector>

#include <png.h>

#include "format/pdf/internal/images.h"

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
    Error error() const {
        return {ErrorCode::invalid_input, std::string{"PNG image is damaged: "} + source_.message,
                "save the image again from its source", {}};
    }

private:
    Source source_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    int passes_ = 1;
};

/// Hands each finished row to `take`. An interlaced image is complete only after its last pass, so it is held whole.
template <class Take>
Result<void> for_each_row(Png& png, Take take) {
    const std::size_t size = png.row_size();
    if (png.passes() == 1) {
        std::vector<unsigned char> row(size);
        for (std::size_t y = 0; y < png.height(); ++y) {
            if (!png.read_row(row.data())) return fail(png.error());
            take(row.data());
        }
    } else {
        std::vector<unsigned char> rows(size * png.height());
        for (int pass = 0; pass < png.passes(); ++pass) {
            for (std::size_t y = 0; y < png.height(); ++y) {
                if (!png.read_row(rows.data() + y * size)) return fail(png.error());
            }
        }
        for (std::size_t y = 0; y < png.height(); ++y) take(rows.data() + y * size);
    }
    if (!png.read_end()) return fail(png.error());
    return {};
}

/// Rows of some channels of each pixel, each row as its difference from the one above: PNG's filter "Up", which the
/// PDF filter knows (ISO 32000-1, 7.4.4.4) and which deflate packs better than plain rows.
class RowPacker {
public:
    RowPacker(std::size_t width, std::size_t channels, std::size_t first, std::size_t count)
        : channels_{channels}, first_{first}, count_{count}, above_(width * count), row_(width * count + 1) {}

    std::string_view pack(const unsigned char* pixels) {
        row_[0] = 2;
        std::size_t out = 0;
        for (const unsigned char* pixel = pixels; out < above_.size(); pixel += channels_) {
            for (std::size_t i = 0; i < count_; ++i, ++out) {
                const unsigned char value = pixel[first_ + i];
                row_[out + 1] = static_cast<char>(value - above_[out]);
                above_[out] = value;
            }
        }
        return {row_.data(), row_.size()};
    }

private:
    std::size_t channels_;
    std::size_t first_;
    std::size_t count_;
    std::vector<unsigned char> above_;
    std::vector<char> row_;
};

std::string entries(const Png& png, std::size_t colours, const std::string& colour_space) {
    return "/Type/XObject/Subtype/Image/Width " + std::to_string(png.width()) + "/Height " +
           std::to_string(png.height()) + "/BitsPerComponent 8/ColorSpace" + colour_space +
           "/DecodeParms<</Predictor 15/Colors " + std::to_string(colours) + "/Columns " +
           std::to_string(png.width()) + ">>";
}

/// Writes channels [first, first + count) of the image as one stream.
Result<void> write_channels(const page::ImageData& image, ObjectNumber object, std::size_t first, std::size_t count,
                            const std::string& colour_space, const std::string& more, File& file) {
    Png png{*image.bytes};
    if (!png.read_head()) return fail(png.error());
    RowPacker packer{png.width(), png.channels(), first, count};
    file.begin_stream(object, entries(png, count, colour_space) + more);
    const Result<void> done = for_each_row(png, [&](const unsigned char* row) { file.stream_piece(packer.pack(row)); });
    file.end_stream();
    return done;
}

}  // namespace

Result<ImageObject> write_png(const page::ImageData& image, ColourSpaces spaces, File& file) {
    Png head{*image.bytes};
    if (!head.read_head()) return fail(head.error());
    const std::size_t channels = head.channels();
    const bool transparent = channels == 2 || channels == 4;
    const std::size_t colours = transparent ? channels - 1 : channels;

    const ImageObject object{file.allocate(), transparent};
    std::string more;
    if (transparent) {
        const ObjectNumber mask = file.allocate();
        if (auto done = write_channels(image, mask, colours, 1, "/DeviceGray", "", file); !done) {
            return tl::unexpected<Error>{done.error()};
        }
        more = "/SMask " + reference(mask);
    }
    const std::string space = " " + reference(colours == 1 ? spaces.gray : spaces.rgb);
    if (auto done = write_channels(image, object.object, 0, colours, space, more, file); !done) {
        return tl::unexpected<Error>{done.error()};
    }
    return object;
}

}  // namespace bichig::format::pdf
