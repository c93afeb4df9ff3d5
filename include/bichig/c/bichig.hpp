// The C interface of Bichig for C++17 and later: values, strings and exceptions over its handles; headers alone.
//
// Needs no C++ library of Bichig's own, so that a program may be built by another compiler than the library was. Every
// call throws bichig::c_api::Error where the C call gives a status; its handles move, and may be used by many threads.
#ifndef BICHIG_C_BICHIG_HPP
#define BICHIG_C_BICHIG_HPP

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/c/call.hpp>
#include <bichig/c/conversion.hpp>
#include <bichig/c/edit.hpp>
#include <bichig/c/page.hpp>
#include <bichig/c/spelling.hpp>
#include <bichig/c/text.hpp>

namespace bichig::c_api {

/// The fonts that text is set with (bichig_fonts_open).
class Fonts {
public:
    explicit Fonts(const bichig_font_options& options) {
        bichig_fonts* made = nullptr;
        internal::check([&](bichig_error* error) { return bichig_fonts_open(&options, &made, nullptr, error); });
        fonts_.reset(made);
    }
    /// Those of the folder that Bichig was installed with.
    explicit Fonts(const std::string& staged) : Fonts(options_of(staged)) {}
    const bichig_fonts* get() const { return fonts_.get(); }

private:
    static bichig_font_options options_of(const std::string& staged) {
        bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
        options.staged = staged.c_str();
        return options;
    }
    internal::Owned<bichig_fonts> fonts_;
};

/// A picture with its bytes.
struct Picture {
    bichig_picture facts = BICHIG_PICTURE_INIT;  ///< its pointer is NULL: see bytes
    std::vector<bichig_byte> bytes;
};

/// A label or a paragraph as a picture (bichig_render_text_utf8).
inline Picture render_text(const Fonts& fonts, std::string_view text, const bichig_style& style,
                           const bichig_label_options& options) {
    Picture picture;
    internal::check([&](bichig_error* error) {
        return bichig_render_text_utf8(fonts.get(), text.data(), text.size(), &style, &options, &picture.facts, error);
    });
    const std::unique_ptr<void, internal::Release> owned(picture.facts.bytes);
    if (picture.facts.bytes != nullptr) {
        picture.bytes.assign(picture.facts.bytes, picture.facts.bytes + picture.facts.byte_count);
    }
    picture.facts.bytes = nullptr;
    return picture;
}

/// A paragraph in lines (bichig_layout_open_utf8).
class Layout {
public:
    Layout(const Fonts& fonts, std::string_view text, const bichig_style& style, double measure) {
        bichig_layout* made = nullptr;
        internal::check([&](bichig_error* error) {
            return bichig_layout_open_utf8(fonts.get(), text.data(), text.size(), &style, measure, &made, error);
        });
        layout_.reset(made);
    }
    std::size_t line_count() const { return bichig_layout_line_count(layout_.get()); }
    bichig_line line(std::size_t index) const {
        bichig_line line = BICHIG_LINE_INIT;
        internal::check([&](bichig_error* error) { return bichig_layout_line(get(), index, &line, error); });
        return line;
    }
    bichig_hit hit_test(double x, double y) const {
        bichig_hit hit = BICHIG_HIT_INIT;
        internal::check([&](bichig_error* error) { return bichig_layout_hit_test(get(), x, y, &hit, error); });
        return hit;
    }
    bichig_rect caret(std::size_t offset, bool upstream = false, double thickness = 1) const {
        bichig_rect caret{};
        internal::check([&](bichig_error* error) {
            return bichig_layout_caret(get(), offset, upstream ? 1 : 0, thickness, &caret, error);
        });
        return caret;
    }
    const bichig_layout* get() const { return layout_.get(); }

private:
    internal::Owned<bichig_layout> layout_;
};

/// A document or an official notice (bichig_document_read_utf8).
class Document {
public:
    Document(std::string_view text, const bichig_read_options& options) {
        bichig_document* made = nullptr;
        internal::check([&](bichig_error* error) {
            return bichig_document_read_utf8(text.data(), text.size(), &options, &made, nullptr, error);
        });
        document_.reset(made);
    }
    std::string text() const {
        return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
            return bichig_document_text_utf8(get(), out, size, error);
        });
    }
    bichig_summary write(const Fonts& fonts, const bichig_write_options& options, const std::string& path) const {
        bichig_summary summary = BICHIG_SUMMARY_INIT;
        internal::check([&](bichig_error* error) {
            return bichig_document_write_file(get(), fonts.get(), &options, path.c_str(), &summary, nullptr, error);
        });
        return summary;
    }
    /// The bytes of each file.
    std::vector<std::string> write(const Fonts& fonts, const bichig_write_options& options) const {
        bichig_files* made = nullptr;
        internal::check([&](bichig_error* error) {
            return bichig_document_write_memory(get(), fonts.get(), &options, &made, nullptr, nullptr, error);
        });
        const internal::Owned<bichig_files> files(made);
        std::vector<std::string> all;
        for (std::size_t i = 0; i < bichig_files_count(made); ++i) {
            std::size_t size = 0;
            const void* bytes = bichig_files_bytes(made, i, &size);
            all.emplace_back(static_cast<const char*>(bytes), size);
        }
        return all;
    }
    const bichig_document* get() const { return document_.get(); }

private:
    internal::Owned<bichig_document> document_;
};

}  // namespace bichig::c_api

#endif
