// The C interface of Bichig for C++17 and later: values, strings and exceptions over its handles; a header alone.
//
// Needs no C++ library of Bichig's own, so that a program may be built by another compiler than the library was. Every
// call throws bichig::c_api::Error where the C call gives a status; its handles move, and may be used by many threads.
#ifndef BICHIG_C_BICHIG_HPP
#define BICHIG_C_BICHIG_HPP

#include <cstddef>
#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bichig/c/bichig.h>

namespace bichig::c_api {

/// Why a call failed, as bichig_error has it.
class Error : public std::exception {
public:
    explicit Error(const bichig_error& error) : error_(error) {}
    const char* what() const noexcept override { return error_.message; }
    bichig_status status() const noexcept { return error_.status; }
    const bichig_error& details() const noexcept { return error_; }

private:
    bichig_error error_;
};

namespace internal {

struct Release {
    void operator()(void* block) const { bichig_free(block); }
    void operator()(bichig_fonts* fonts) const { bichig_fonts_close(fonts); }
    void operator()(bichig_layout* layout) const { bichig_layout_close(layout); }
    void operator()(bichig_document* document) const { bichig_document_close(document); }
    void operator()(bichig_collator* collator) const { bichig_collator_close(collator); }
    void operator()(bichig_files* files) const { bichig_files_free(files); }
    void operator()(bichig_findings* findings) const { bichig_findings_free(findings); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

/// Runs a call that takes a bichig_error last.
template <class Call>
void check(Call&& call) {
    bichig_error error = BICHIG_ERROR_INIT;
    if (call(&error) != BICHIG_OK) throw Error(error);
}

/// A call that hands out an array.
template <class T, class Call>
std::vector<T> array(Call&& call) {
    T* items = nullptr;
    std::size_t count = 0;
    check([&](bichig_error* error) { return call(&items, &count, error); });
    const std::unique_ptr<void, Release> owned(items);
    return std::vector<T>(items, items + count);
}

/// A call that hands out a text.
template <class Call>
std::string text(Call&& call) {
    char* bytes = nullptr;
    std::size_t size = 0;
    check([&](bichig_error* error) { return call(&bytes, &size, error); });
    const std::unique_ptr<void, Release> owned(bytes);
    return std::string(bytes, size);
}

}  // namespace internal

inline std::string units(std::string_view text) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_units_utf8(text.data(), text.size(), nullptr, out, size, error);
    });
}

inline std::string normalize(std::string_view text, const bichig_normal_options* options = nullptr) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_normalize_utf8(text.data(), text.size(), options, out, size, nullptr, nullptr, error);
    });
}

inline std::string convert(std::string_view text, bichig_conversion conversion) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_convert_utf8(text.data(), text.size(), conversion, out, size, nullptr, nullptr, error);
    });
}

inline std::string search_key(std::string_view text, bichig_key_level level) {
    const auto bytes = internal::array<bichig_byte>([&](bichig_byte** out, std::size_t* size, bichig_error* error) {
        return bichig_search_key_utf8(text.data(), text.size(), level, out, size, error);
    });
    return std::string(bytes.begin(), bytes.end());
}

inline std::string attach_suffix(std::string_view stem, bichig_suffix suffix,
                                 bichig_connector connector = BICHIG_CONNECTOR_MVS) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_attach_suffix_utf8(stem.data(), stem.size(), suffix, connector, out, size, error);
    });
}

inline std::vector<bichig_segment> segments(std::string_view text, bool suffixes_apart = false) {
    return internal::array<bichig_segment>([&](bichig_segment** out, std::size_t* count, bichig_error* error) {
        return bichig_segments_utf8(text.data(), text.size(), suffixes_apart ? 1 : 0, out, count, error);
    });
}

inline bichig_counts count(std::string_view text) {
    bichig_counts counts = BICHIG_COUNTS_INIT;
    internal::check(
        [&](bichig_error* error) { return bichig_count_utf8(text.data(), text.size(), &counts, error); });
    return counts;
}

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
