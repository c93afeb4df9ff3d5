// Calls of bichig/c/pages.h: pages are kept as they were set; where their characters stand is found when first asked.
#include <bichig/c/pages.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include <bichig/paginate/page_order.h>
#include <bichig/script/key.h>

#include "c/internal/document.h"
#include "c/internal/layout.h"
#include "c/internal/page.h"
#include "c/internal/page_text.h"
#include "format/svg/internal/drawing.h"

namespace bichig::c {

namespace {

/// A page as it was set.
struct KeptPage {
    page::Page page;
    std::u16string text;
    mutable std::once_flag once;
    mutable PageText found;  ///< after `once`
};

struct KeptElement {
    explicit KeptElement(const page::Element& from) : element{from}, texts{from} {}
    page::Element element;
    ElementTexts texts;
};

struct Target {
    std::size_t page = 0;
    PhysicalPoint point;
};

script::KeyLevel level_of(bichig_key_level level) {
    switch (level) {
        case BICHIG_KEY_EXACT: return script::KeyLevel::exact;
        case BICHIG_KEY_SHAPE: return script::KeyLevel::shape;
        case BICHIG_KEY_FOLDED: return script::KeyLevel::folded;
    }
    fail_argument("there is no such level");
}

}  // namespace

}  // namespace bichig::c

struct bichig_pages {
    bichig::page::Properties properties;
    std::vector<std::unique_ptr<bichig::c::KeptPage>> pages;
    std::map<bichig::page::ElementId, bichig::c::KeptElement> elements;
    std::map<std::string, bichig::c::Target, std::less<>> targets;
    bichig::c::Alternatives alternatives;
    std::vector<bool> in_note;  ///< by element
};

namespace bichig::c {

namespace {

/// Puts pages into a handle.
class KeepSink final : public page::Sink {
public:
    explicit KeepSink(bichig_pages& out) : out_{out} {}

    Result<void> begin(const page::Properties& properties) override {
        out_.properties = properties;
        return {};
    }
    Result<void> page(page::Page page) override {
        for (const page::Element& element : page.begun) {
            out_.elements.emplace(element.id, KeptElement{element});
            if (!element.alternative_text.empty()) out_.alternatives.emplace(element.id, element.alternative_text);
            out_.in_note.resize(std::max<std::size_t>(out_.in_note.size(), std::size_t{element.id} + 1));
            out_.in_note[element.id] = element.role == page::ElementRole::note || out_.in_note[element.parent];
        }
        for (const page::Destination& destination : page.destinations) {
            out_.targets.emplace(destination.name, Target{out_.pages.size(), destination.target});
        }
        out_.pages.push_back(std::make_unique<KeptPage>());
        out_.pages.back()->page = std::move(page);
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    bichig_pages& out_;
};

void open(const bichig_document* document, const bichig_fonts* fonts, const bichig_pages_options* given,
          bichig_pages** out, bichig_summary* summary, bichig_findings** findings) {
    clear_result(out);
    if (findings != nullptr) *findings = nullptr;
    if (summary != nullptr) fill(summary, bichig_summary{});
    require(document != nullptr, "the document is NULL");
    const Fonts& shared = *fonts_of(fonts);
    const bichig_pages_options options = options_of(given);
    bichig_write_options how{};
    how.progress = options.progress;
    how.progress_user = options.progress_user;
    struct Close {
        void operator()(bichig_pages* pages) const { close_handle(pages); }
    };
    std::unique_ptr<bichig_pages, Close> handle{make_handle<bichig_pages>()};
    Diagnostics diagnostics;
    KeepSink sink{*handle};
    paginate::PageOrder order{&sink};
    const bichig_summary done = paginate_into(order, document, shared, how, diagnostics);
    std::vector<std::u16string> texts = order.texts(document->document);
    for (std::size_t i = 0; i < handle->pages.size(); ++i) handle->pages[i]->text = std::move(texts[i]);
    give_findings(std::move(diagnostics), findings);
    if (summary != nullptr) fill(summary, done);
    *out = handle.release();
}

const KeptPage& kept_page(const bichig_pages* pages, std::size_t page) {
    require(pages != nullptr, "the pages are NULL");
    require(page < pages->pages.size(), "there is no page of that number: they count from 0");
    return *pages->pages[page];
}

const PageText& text_of(const bichig_pages* pages, std::size_t number) {
    const KeptPage& page = kept_page(pages, number);
    std::call_once(page.once, [&] { page.found = find_characters(page.page, page.text, pages->in_note); });
    return page.found;
}

/// Offsets of a text of the handle in the units of `Char`.
template <class Char>
Offsets offsets_of(std::u16string_view text) {
    if constexpr (std::is_same_v<Char, char>) return Offsets{to_utf8(text)};
    else return Offsets{};
}

void draw(const bichig_pages* pages, std::size_t number, const bichig_picture_options* given, bichig_picture* out) {
    fill(out, bichig_picture{});
    const page::Page& page = kept_page(pages, number).page;
    const bichig_picture_options options = picture_options_of(given);
    require(options.padding == 0, "a page has no padding");
    bichig_picture picture{};
    if (options.format == BICHIG_SVG) {
        picture.width_points = page.size.width.in_points();
        picture.height_points = page.size.height.in_points();
        const std::string svg = format::svg::draw(page, pages->properties, pages->alternatives);
        TextBlock{std::string_view{svg}}.give(&picture.bytes, &picture.byte_count);
    } else {
        draw_picture(page, options, picture);
    }
    fill(out, picture);
}

void element(const bichig_pages* pages, unsigned long id, bichig_page_element* out) {
    require(out != nullptr, "a result is NULL");
    *out = {};
    require(pages != nullptr, "the pages are NULL");
    const auto found = pages->elements.find(static_cast<page::ElementId>(id));
    require(id <= 0xFFFFFFFF && found != pages->elements.end(), "there is no element of that id");
    *out = describe(found->second.element, found->second.texts);
}

void destination(const bichig_pages* pages, const char* name, std::size_t* page, double* x, double* y) {
    require(page != nullptr && x != nullptr && y != nullptr, "a result is NULL");
    *page = 0;
    *x = *y = 0;
    require(pages != nullptr && name != nullptr, "the pages or the name are NULL");
    const auto found = pages->targets.find(std::string_view{name});
    if (found == pages->targets.end()) {
        fail_with({ErrorCode::not_found, "the document has no place '" + std::string{name} + "'",
                   "names are those that link callbacks give", {}});
    }
    *page = found->second.page;
    *x = found->second.point.x.in_points();
    *y = found->second.point.y.in_points();
}

template <class Char>
void text(const bichig_pages* pages, std::size_t page, Char** out, std::size_t* length) {
    clear_result(out);
    TextBlock::of<Char>(kept_page(pages, page).text).give(out, length);
}

template <class Char>
void characters(const bichig_pages* pages, std::size_t page, bichig_page_character** out, std::size_t* count) {
    clear_result(out, count);
    const PageText& text = text_of(pages, page);
    const Offsets offsets = offsets_of<Char>(text.text);
    std::vector<bichig_page_character> all;
    all.reserve(text.characters.size());
    for (const PageCharacter& one : text.characters) {
        all.push_back({offsets.range(one.text), rect_of(one.box), one.vertical ? BICHIG_VERTICAL : BICHIG_HORIZONTAL,
                       one.element});
    }
    ArrayBlock{all}.give(out, count);
}

template <class Char>
void hit_test(const bichig_pages* pages, std::size_t page, double x, double y, bichig_hit* out) {
    fill(out, bichig_hit{});
    require(std::isfinite(x) && std::isfinite(y), "the point is no number");
    const PageText& text = text_of(pages, page);
    const auto clamped = [](double value) { return Length::points(std::clamp(value, -1e7, 1e7)); };
    const PhysicalPoint point{clamped(x), clamped(y)};
    const std::ptrdiff_t index = nearest(text, point);
    if (index < 0) return;
    const auto at = static_cast<std::size_t>(index);
    const PageCharacter& found = text.characters[at];
    const Offsets offsets = offsets_of<Char>(text.text);
    const bool after = is_past_middle(found, point);
    const bool last = at + 1 == text.characters.size() || text.characters[at + 1].line != found.line;
    const auto inside = [](Length value, Length begin, Length size) { return begin <= value && value < begin + size; };
    bichig_hit value{};
    value.offset = offsets.offset(after ? found.text.end : found.text.begin);
    value.upstream = after && last;
    value.line = found.line;
    value.character = offsets.range(found.text);
    value.inside = inside(point.x, found.box.origin.x, found.box.size.width) &&
                   inside(point.y, found.box.origin.y, found.box.size.height);
    fill(out, value);
}

template <class Char>
void selection(const bichig_pages* pages, std::size_t page, std::size_t begin, std::size_t end, bichig_rect** out,
               std::size_t* count) {
    clear_result(out, count);
    const PageText& text = text_of(pages, page);
    const Offsets offsets = offsets_of<Char>(text.text);
    const auto size = text.text.size();
    const TextRange range{offsets.index(std::min(begin, end), size), offsets.index(std::max(begin, end), size)};
    std::vector<bichig_rect> boxes;
    for (const PhysicalRect& box : selection_of(text, range)) boxes.push_back(rect_of(box));
    ArrayBlock{boxes}.give(out, count);
}

template <class Char>
void find(const bichig_pages* pages, const Char* pattern, std::size_t length, bichig_key_level level,
          bichig_page_match** out, std::size_t* count) {
    clear_result(out, count);
    require(pages != nullptr, "the pages are NULL");
    const Source source{pattern, length};
    std::u16string all;
    std::vector<TextIndex> begins;
    for (const auto& page : pages->pages) {
        begins.push_back(static_cast<TextIndex>(all.size()));
        all += page->text;
    }
    std::map<std::size_t, Offsets> offsets;
    /// The page on which the unit `index` stands, and its offset there.
    const auto place = [&](TextIndex index) {
        const auto page = static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), index) -
                                                   begins.begin() - 1);
        const auto at = offsets.try_emplace(page).first;
        if (!at->second.in_utf8()) at->second = offsets_of<Char>(pages->pages[page]->text);
        return std::pair{page, &at->second};
    };
    std::vector<bichig_page_match> matches;
    for (const TextRange& range : script::find(all, source.text(), level_of(level))) {
        const auto [page, from] = place(range.begin);
        const auto [end_page, to] = place(range.end - 1);
        matches.push_back({page, from->offset(range.begin - begins[page]), end_page,
                           to->offset(range.end - begins[end_page])});
    }
    ArrayBlock{matches}.give(out, count);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_pages_open(const bichig_document* document, const bichig_fonts* fonts,
                                const bichig_pages_options* options, bichig_pages** pages, bichig_summary* summary,
                                bichig_findings** findings, bichig_error* error) {
    return c::guarded(error, [&] { c::open(document, fonts, options, pages, summary, findings); });
}
void bichig_pages_close(bichig_pages* pages) { c::close_handle(pages); }
size_t bichig_pages_count(const bichig_pages* pages) { return pages == nullptr ? 0 : pages->pages.size(); }

bichig_status bichig_pages_size(const bichig_pages* pages, size_t page, double* width, double* height,
                                bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(width != nullptr && height != nullptr, "a result is NULL");
        *width = *height = 0;
        const PhysicalSize size = c::kept_page(pages, page).page.size;
        *width = size.width.in_points();
        *height = size.height.in_points();
    });
}
bichig_status bichig_pages_visit(const bichig_pages* pages, size_t page, const bichig_page_visitor* visitor,
                                 bichig_error* error) {
    return c::guarded(error, [&] {
        const page::Page& shown = c::kept_page(pages, page).page;
        c::show(shown, page, pages->alternatives, c::bytes_of_source, c::visitor_of(visitor));
    });
}
bichig_status bichig_pages_draw(const bichig_pages* pages, size_t page, const bichig_picture_options* options,
                                bichig_picture* picture, bichig_error* error) {
    return c::guarded(error, [&] { c::draw(pages, page, options, picture); });
}
bichig_status bichig_pages_element(const bichig_pages* pages, unsigned long id, bichig_page_element* element,
                                   bichig_error* error) {
    return c::guarded(error, [&] { c::element(pages, id, element); });
}
bichig_status bichig_pages_destination(const bichig_pages* pages, const char* name, size_t* page, double* x, double* y,
                                       bichig_error* error) {
    return c::guarded(error, [&] { c::destination(pages, name, page, x, y); });
}
bichig_status bichig_pages_text_utf8(const bichig_pages* pages, size_t page, char** text, size_t* length,
                                     bichig_error* error) {
    return c::guarded(error, [&] { c::text(pages, page, text, length); });
}
bichig_status bichig_pages_text_utf16(const bichig_pages* pages, size_t page, bichig_char16** text, size_t* length,
                                      bichig_error* error) {
    return c::guarded(error, [&] { c::text(pages, page, text, length); });
}
bichig_status bichig_pages_characters_utf8(const bichig_pages* pages, size_t page, bichig_page_character** characters,
                                           size_t* count, bichig_error* error) {
    return c::guarded(error, [&] { c::characters<char>(pages, page, characters, count); });
}
bichig_status bichig_pages_characters_utf16(const bichig_pages* pages, size_t page, bichig_page_character** characters,
                                            size_t* count, bichig_error* error) {
    return c::guarded(error, [&] { c::characters<bichig_char16>(pages, page, characters, count); });
}
bichig_status bichig_pages_hit_test_utf8(const bichig_pages* pages, size_t page, double x, double y, bichig_hit* hit,
                                         bichig_error* error) {
    return c::guarded(error, [&] { c::hit_test<char>(pages, page, x, y, hit); });
}
bichig_status bichig_pages_hit_test_utf16(const bichig_pages* pages, size_t page, double x, double y, bichig_hit* hit,
                                          bichig_error* error) {
    return c::guarded(error, [&] { c::hit_test<bichig_char16>(pages, page, x, y, hit); });
}
bichig_status bichig_pages_selection_utf8(const bichig_pages* pages, size_t page, size_t begin, size_t end,
                                          bichig_rect** boxes, size_t* count, bichig_error* error) {
    return c::guarded(error, [&] { c::selection<char>(pages, page, begin, end, boxes, count); });
}
bichig_status bichig_pages_selection_utf16(const bichig_pages* pages, size_t page, size_t begin, size_t end,
                                           bichig_rect** boxes, size_t* count, bichig_error* error) {
    return c::guarded(error, [&] { c::selection<bichig_char16>(pages, page, begin, end, boxes, count); });
}
bichig_status bichig_pages_find_utf8(const bichig_pages* pages, const char* pattern, size_t length,
                                     bichig_key_level level, bichig_page_match** matches, size_t* count,
                                     bichig_error* error) {
    return c::guarded(error, [&] { c::find(pages, pattern, length, level, matches, count); });
}
bichig_status bichig_pages_find_utf16(const bichig_pages* pages, const bichig_char16* pattern, size_t length,
                                      bichig_key_level level, bichig_page_match** matches, size_t* count,
                                      bichig_error* error) {
    return c::guarded(error, [&] { c::find(pages, pattern, length, level, matches, count); });
}

}  // extern "C"
