// JPEG: its bytes as they are where PDF takes them, else decoded by libjpeg, row by row; CMYK becomes RGB.
// libjpeg reports by longjmp; the functions that may jump hold nothing that needs a destructor.
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>
#include <jerror.h>

#include "format/pdf/internal/images.h"
#include "format/pdf/internal/pixel_rows.h"

namespace bichig::format::pdf {

namespace {

/// What libjpeg calls on errors, and what it said.
struct ErrorManager {
    jpeg_error_mgr base{};
    std::jmp_buf place{};
    char message[JMSG_LENGTH_MAX] = {};
    int code = 0;
};

[[noreturn]] void on_error(j_common_ptr jpeg) {
    auto* manager = reinterpret_cast<ErrorManager*>(jpeg->err);
    manager->code = jpeg->err->msg_code;
    manager->base.format_message(jpeg, manager->message);
    std::longjmp(manager->place, 1);
}

/// Warnings say that data is damaged or cut off; what was read up to there is no image that the author meant.
void on_message(j_common_ptr jpeg, int level) {
    if (level < 0) on_error(jpeg);
}

/// A libjpeg reader over a JPEG in memory.
class Jpeg {
public:
    explicit Jpeg(const std::string& bytes) : bytes_{bytes} {
        jpeg_.err = jpeg_std_error(&errors_.base);
        errors_.base.error_exit = on_error;
        errors_.base.emit_message = on_message;
    }
    ~Jpeg() {
        jpeg_destroy_decompress(&jpeg_);
        std::free(profile_);
    }
    Jpeg(const Jpeg&) = delete;
    Jpeg& operator=(const Jpeg&) = delete;

    /// Reads the head, and the ICC profile from its segments.
    bool read_head() {
        if (setjmp(errors_.place) != 0) return false;
        jpeg_create_decompress(&jpeg_);
        jpeg_mem_src(&jpeg_, reinterpret_cast<const unsigned char*>(bytes_.data()), bytes_.size());
        jpeg_save_markers(&jpeg_, JPEG_APP0 + 2, 0xFFFF);
        jpeg_read_header(&jpeg_, TRUE);
        return true;
    }
    /// Whether the segments of the profile fit together; those of an image without one do.
    bool read_profile() {
        if (setjmp(errors_.place) != 0) return false;
        jpeg_read_icc_profile(&jpeg_, &profile_, &profile_size_);
        return true;
    }
    bool start() {
        if (setjmp(errors_.place) != 0) return false;
        jpeg_.out_color_space = components() == 1 ? JCS_GRAYSCALE : components() == 3 ? JCS_RGB : JCS_CMYK;
        jpeg_start_decompress(&jpeg_);
        return true;
    }
    bool read_row(unsigned char* row) {
        if (setjmp(errors_.place) != 0) return false;
        jpeg_read_scanlines(&jpeg_, &row, 1);
        return true;
    }
    bool finish() {
        if (setjmp(errors_.place) != 0) return false;
        jpeg_finish_decompress(&jpeg_);
        return true;
    }

    std::size_t width() const { return jpeg_.image_width; }
    std::size_t height() const { return jpeg_.image_height; }
    unsigned components() const { return static_cast<unsigned>(jpeg_.num_components); }
    bool is_rgb() const { return jpeg_.jpeg_color_space == JCS_RGB; }
    bool inverted() const { return jpeg_.saw_Adobe_marker != FALSE; }
    /// Whether all of the coefficients must be held until the last scan is read.
    bool held() { return jpeg_has_multiple_scans(&jpeg_) != FALSE; }
    /// PDF takes baseline, extended and progressive Huffman coding with 8 bits (ISO 32000-1, 7.4.8).
    bool fits_pdf() const {
        return jpeg_.data_precision == 8 && jpeg_.arith_code == FALSE && (components() == 1 || components() == 3) &&
               (components() == 1 || is_rgb() || jpeg_.jpeg_color_space == JCS_YCbCr);
    }
    std::string_view profile() const { return {reinterpret_cast<const char*>(profile_), profile_size_}; }

    Error error(const page::ImageData& image) const {
        switch (errors_.code) {
            case JERR_BAD_PRECISION:
            case JERR_SOF_UNSUPPORTED:
            case JERR_CONVERSION_NOTIMPL:
            case JERR_ARITH_NOTIMPL:
                return {ErrorCode::unsupported, describe(image) + " is of a kind that is not read: " + errors_.message,
                        "save it as baseline JPEG or as PNG", {}};
            default: return damaged_image(image, errors_.message);
        }
    }

private:
    const std::string& bytes_;
    ErrorManager errors_;
    jpeg_decompress_struct jpeg_{};
    JOCTET* profile_ = nullptr;
    unsigned profile_size_ = 0;
};

/// Whether the end-of-image marker is there; some cameras leave padding after it.
bool is_whole(std::string_view bytes) { return bytes.rfind("\xFF\xD9") != std::string_view::npos; }

/// Writes the decoded image: gray and RGB as they are, CMYK as RGB.
Result<void> write_decoded(Jpeg& jpeg, const page::ImageData& image, const CmykConverter& cmyk, ObjectNumber object,
                           const std::string& space, File& file) {
    const std::size_t components = jpeg.components();
    const std::size_t colours = components == 1 ? 1 : 3;
    if (!jpeg.start()) return fail(jpeg.error(image));
    PixelRows rows{file, object, jpeg.width(), jpeg.height(), {colours, 0, colours}, space, ""};
    std::vector<unsigned char> row(jpeg.width() * components);
    std::vector<unsigned char> converted(components == 4 ? jpeg.width() * 3 : 0);
    bool good = true;
    for (std::size_t y = 0; good && y < jpeg.height(); ++y) {
        good = jpeg.read_row(row.data());
        if (!good) break;
        if (components == 4) {
            if (jpeg.inverted()) {  // Adobe writes 0 for full ink
                for (unsigned char& value : row) value = static_cast<unsigned char>(255 - value);
            }
            cmyk.convert(row.data(), converted.data(), jpeg.width());
        }
        rows.add(components == 4 ? converted.data() : row.data());
    }
    rows.end();
    if (!good || !jpeg.finish()) return fail(jpeg.error(image));
    return {};
}

}  // namespace

Result<ImageObject> ImageStore::write_jpeg(const page::ImageData& image) {
    Jpeg jpeg{*image.bytes};
    if (!jpeg.read_head()) return fail(jpeg.error(image));
    if (!jpeg.read_profile()) report_profile(image, "its segments do not fit together");
    const unsigned components = jpeg.components();
    if (components == 2 || components > 4) {
        return fail({ErrorCode::unsupported, describe(image) + " has " + std::to_string(components) + " colours",
                     "save it as an RGB image", {}});
    }
    if (!is_whole(*image.bytes)) return fail(damaged_image(image, "it is cut off"));
    const ImageObject object{file_.allocate(), false};
    if (jpeg.fits_pdf()) {
        std::string entries = "/Type/XObject/Subtype/Image/Width " + std::to_string(jpeg.width()) + "/Height " +
                              std::to_string(jpeg.height()) + "/BitsPerComponent 8/ColorSpace " +
                              reference(colour_space(image, jpeg.profile(), components)) + "/Filter/DCTDecode";
        if (components == 3 && jpeg.is_rgb()) entries += "/DecodeParms<</ColorTransform 0>>";
        file_.plain_stream(object.object, entries, *image.bytes);
        return object;
    }
    if (jpeg.held() && jpeg.width() * components * 2 > most_held_bytes / jpeg.height()) {
        return fail(too_large_image(image));
    }
    const CmykConverter cmyk{components == 4 ? jpeg.profile() : std::string_view{}};
    if (components == 4 && !jpeg.profile().empty() && !cmyk.by_profile()) report_profile(image, "it is damaged");
    const ObjectNumber space =
        components == 4 ? spaces_.rgb : colour_space(image, jpeg.profile(), components);
    if (auto done = write_decoded(jpeg, image, cmyk, object.object, " " + reference(space), file_); !done) {
        return tl::unexpected<Error>{done.error()};
    }
    return object;
}

}  // namespace bichig::format::pdf
