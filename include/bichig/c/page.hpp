// Pages for C++17: visitors as classes, outlines, and pages that are kept, over bichig/c/page.h and bichig/c/pages.h.
#ifndef BICHIG_C_PAGE_HPP
#define BICHIG_C_PAGE_HPP

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bichig/c/call.hpp>

namespace bichig::c_api {

/// Is told what stands on pages: override what is of interest. An exception that leaves one of these ends the visit and
/// leaves the call that began it. What is handed over lives until the function returns.
class PageVisitor {
public:
    virtual ~PageVisitor() = default;
    virtual void begin_page(const bichig_page_info&) {}
    virtual void begin_element(const bichig_page_element&) {}
    virtual void glyphs(const bichig_glyph_run&) {}
    virtual void path(const bichig_page_path&) {}
    virtual void image(const bichig_page_image&) {}
    virtual void link(const bichig_page_link&) {}
    virtual void place(const bichig_page_place&) {}
    virtual void end_element(unsigned long /*id*/) {}
    virtual void end_page(const bichig_page_info&) {}
};

namespace internal {

/// A visitor of C that calls one of C++, and keeps what that throws.
class VisitorCalls {
public:
    explicit VisitorCalls(PageVisitor& visitor) : visitor_(visitor) {
        calls_.user = this;
        calls_.begin_page = call<const bichig_page_info*, &PageVisitor::begin_page>;
        calls_.begin_element = call<const bichig_page_element*, &PageVisitor::begin_element>;
        calls_.glyphs = call<const bichig_glyph_run*, &PageVisitor::glyphs>;
        calls_.path = call<const bichig_page_path*, &PageVisitor::path>;
        calls_.image = call<const bichig_page_image*, &PageVisitor::image>;
        calls_.link = call<const bichig_page_link*, &PageVisitor::link>;
        calls_.place = call<const bichig_page_place*, &PageVisitor::place>;
        calls_.end_element = call<unsigned long, &PageVisitor::end_element>;
        calls_.end_page = call<const bichig_page_info*, &PageVisitor::end_page>;
    }
    VisitorCalls(const VisitorCalls&) = delete;
    VisitorCalls& operator=(const VisitorCalls&) = delete;

    /// Runs a visit and throws what the visitor threw, or the error of the call.
    template <class Visit>
    void run(Visit&& visit) {
        bichig_error error = BICHIG_ERROR_INIT;
        const bichig_status status = visit(&calls_, &error);
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
        if (status != BICHIG_OK) throw Error(error);
    }

private:
    template <class Value>
    static const Value& value_of(const Value* value) {
        return *value;
    }
    static unsigned long value_of(unsigned long value) { return value; }

    template <class Value, auto function>
    static int call(void* user, Value value) {
        auto* self = static_cast<VisitorCalls*>(user);
        try {
            (self->visitor_.*function)(value_of(value));
            return 0;
        } catch (...) {
            self->thrown_ = std::current_exception();
            return 1;
        }
    }

    PageVisitor& visitor_;
    bichig_page_visitor calls_ = BICHIG_PAGE_VISITOR_INIT;
    std::exception_ptr thrown_;
};

}  // namespace internal

/// The outline of a glyph in font units (bichig_glyph_outline).
inline std::vector<bichig_path_part> outline(const bichig_glyph_face* face, unsigned long glyph) {
    return internal::array<bichig_path_part>([&](bichig_path_part** out, std::size_t* count, bichig_error* error) {
        return bichig_glyph_outline(face, glyph, out, count, error);
    });
}

/// Shows the pages of a document as they are set (bichig_document_visit). For Document::get() and Fonts::get().
inline void visit(const bichig_document* document, const bichig_fonts* fonts, PageVisitor& visitor) {
    internal::VisitorCalls(visitor).run([&](const bichig_page_visitor* calls, bichig_error* error) {
        return bichig_document_visit(document, fonts, calls, nullptr, nullptr, error);
    });
}
/// Shows the lines of a layout (bichig_layout_visit). For Layout::get().
inline void visit(const bichig_layout* layout, PageVisitor& visitor) {
    internal::VisitorCalls(visitor).run([&](const bichig_page_visitor* calls, bichig_error* error) {
        return bichig_layout_visit(layout, calls, error);
    });
}

/// The pages of a document, kept (bichig_pages_open). Offsets are those of UTF-8.
class Pages {
public:
    Pages(const bichig_document* document, const bichig_fonts* fonts, const bichig_pages_options* options = nullptr) {
        bichig_pages* made = nullptr;
        internal::check([&](bichig_error* error) {
            return bichig_pages_open(document, fonts, options, &made, nullptr, nullptr, error);
        });
        pages_.reset(made);
    }
    std::size_t count() const { return bichig_pages_count(get()); }
    /// Width and height in points.
    std::pair<double, double> size(std::size_t page) const {
        std::pair<double, double> size;
        internal::check([&](bichig_error* error) {
            return bichig_pages_size(get(), page, &size.first, &size.second, error);
        });
        return size;
    }
    void visit(std::size_t page, PageVisitor& visitor) const {
        internal::VisitorCalls(visitor).run([&](const bichig_page_visitor* calls, bichig_error* error) {
            return bichig_pages_visit(get(), page, calls, error);
        });
    }
    std::string text(std::size_t page) const {
        return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
            return bichig_pages_text_utf8(get(), page, out, size, error);
        });
    }
    std::vector<bichig_page_character> characters(std::size_t page) const {
        return internal::array<bichig_page_character>(
            [&](bichig_page_character** out, std::size_t* count, bichig_error* error) {
                return bichig_pages_characters_utf8(get(), page, out, count, error);
            });
    }
    bichig_hit hit_test(std::size_t page, double x, double y) const {
        bichig_hit hit = BICHIG_HIT_INIT;
        internal::check([&](bichig_error* error) {
            return bichig_pages_hit_test_utf8(get(), page, x, y, &hit, error);
        });
        return hit;
    }
    std::vector<bichig_rect> selection(std::size_t page, std::size_t begin, std::size_t end) const {
        return internal::array<bichig_rect>([&](bichig_rect** out, std::size_t* count, bichig_error* error) {
            return bichig_pages_selection_utf8(get(), page, begin, end, out, count, error);
        });
    }
    std::vector<bichig_page_match> find(std::string_view pattern, bichig_key_level level) const {
        return internal::array<bichig_page_match>(
            [&](bichig_page_match** out, std::size_t* count, bichig_error* error) {
                return bichig_pages_find_utf8(get(), pattern.data(), pattern.size(), level, out, count, error);
            });
    }
    const bichig_pages* get() const { return pages_.get(); }

private:
    internal::Owned<bichig_pages> pages_;
};

}  // namespace bichig::c_api

#endif
