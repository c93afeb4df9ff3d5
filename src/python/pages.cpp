// Calls of bichig/c/pages.h for Python: the pages of a document, kept to be looked at, searched and drawn one by one.
#include "python/handles.h"

namespace bichig::python {

namespace {

using Character = std::tuple<std::size_t, std::size_t, Rect, int>;
using Match = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;

/// Shared; what is remembered of a text is only touched with the interpreter's lock.
class Pages {
public:
    Pages(const Document& document, const Fonts& fonts, nb::object function) {
        Progress progress{std::move(function)};
        bichig_pages_options options = BICHIG_PAGES_OPTIONS_INIT;
        options.progress = &Progress::call;
        options.progress_user = &progress;
        bichig_pages* made = nullptr;
        bichig_summary summary = BICHIG_SUMMARY_INIT;
        bichig_findings* findings = nullptr;
        progress.run(nullptr, [&](bichig_error* error) {
            return bichig_pages_open(document.get(), fonts.get(), &options, &made, &summary, &findings, error);
        });
        pages_.reset(made);
        set_ = set_of(summary, findings);
        places_.resize(bichig_pages_count(made));
    }

    std::size_t count() const { return bichig_pages_count(pages_.get()); }
    const Set& summary() const { return set_; }

    std::pair<double, double> size(std::size_t page) const {
        std::pair<double, double> size;
        run(false, nullptr, [&](bichig_error* error) {
            return bichig_pages_size(pages_.get(), page, &size.first, &size.second, error);
        });
        return size;
    }

    nb::str text(std::size_t page) const {
        Array<bichig_char16> text;
        run(true, nullptr, [&](bichig_error* error) {
            return bichig_pages_text_utf16(pages_.get(), page, text.out(), text.count(), error);
        });
        Places places;
        nb::str made = str_of(text.begin(), text.size(), &places);
        places_[page] = std::move(places);
        return made;
    }

    Picture draw(std::size_t page, int format, double dots_per_inch, bool white) const {
        bichig_picture_options options = BICHIG_PICTURE_OPTIONS_INIT;
        options.format = static_cast<bichig_format>(format);
        options.dots_per_inch = dots_per_inch;
        options.white = white ? 1 : 0;
        bichig_picture picture = BICHIG_PICTURE_INIT;
        run(true, nullptr,
            [&](bichig_error* error) { return bichig_pages_draw(pages_.get(), page, &options, &picture, error); });
        return picture_of(picture);
    }

    std::vector<Character> characters(std::size_t page) const {
        Array<bichig_page_character> found;
        run(true, nullptr, [&](bichig_error* error) {
            return bichig_pages_characters_utf16(pages_.get(), page, found.out(), found.count(), error);
        });
        std::vector<Character> all;
        for (const bichig_page_character& character : found) {
            const Range range = range_of(character.text, places(page));
            all.emplace_back(range.first, range.second, rect_of(character.box), character.line);
        }
        return all;
    }

    Hit hit_test(std::size_t page, double x, double y) const {
        bichig_hit hit = BICHIG_HIT_INIT;
        run(true, nullptr,
            [&](bichig_error* error) { return bichig_pages_hit_test_utf16(pages_.get(), page, x, y, &hit, error); });
        return hit_of(hit, places(page));
    }

    std::vector<Rect> selection(std::size_t page, std::size_t begin, std::size_t end) const {
        const Places& known = places(page);
        Array<bichig_rect> boxes;
        run(true, &known, [&](bichig_error* error) {
            return bichig_pages_selection_utf16(pages_.get(), page, known.unit(begin), known.unit(end), boxes.out(),
                                                boxes.count(), error);
        });
        std::vector<Rect> all;
        for (const bichig_rect& box : boxes) all.push_back(rect_of(box));
        return all;
    }

    std::vector<Match> find(const nb::str& pattern, int level) const {
        const Utf16 units{pattern};
        Array<bichig_page_match> found;
        run(true, &units.places(), [&](bichig_error* error) {
            return bichig_pages_find_utf16(pages_.get(), units.data(), units.size(),
                                           static_cast<bichig_key_level>(level), found.out(), found.count(), error);
        });
        std::vector<Match> all;
        for (const bichig_page_match& match : found) {
            all.emplace_back(match.page, places(match.page).index(match.begin), match.end_page,
                             places(match.end_page).index(match.end));
        }
        return all;
    }

    std::tuple<std::size_t, double, double> destination(const std::string& name) const {
        std::tuple<std::size_t, double, double> place;
        run(false, nullptr, [&](bichig_error* error) {
            return bichig_pages_destination(pages_.get(), name.c_str(), &std::get<0>(place), &std::get<1>(place),
                                            &std::get<2>(place), error);
        });
        return place;
    }

private:
    const Places& places(std::size_t page) const {
        if (page >= places_.size()) throw nb::index_error("there is no such page");
        if (!places_[page]) text(page);
        return *places_[page];
    }

    Owned<bichig_pages> pages_;
    Set set_;
    mutable std::vector<std::optional<Places>> places_;
};

}  // namespace

void bind_pages(nb::module_& module) {
    nb::class_<Pages>(module, "Pages")
        .def(nb::init<const Document&, const Fonts&, nb::object>(), nb::arg("document"), nb::arg("fonts"),
             nb::arg("progress").none())
        .def("count", &Pages::count)
        .def("summary", &Pages::summary)
        .def("size", &Pages::size, nb::arg("page"))
        .def("text", &Pages::text, nb::arg("page"))
        .def("draw", &Pages::draw, nb::arg("page"), nb::arg("format"), nb::arg("dots_per_inch"), nb::arg("white"))
        .def("characters", &Pages::characters, nb::arg("page"))
        .def("hit_test", &Pages::hit_test, nb::arg("page"), nb::arg("x"), nb::arg("y"))
        .def("selection", &Pages::selection, nb::arg("page"), nb::arg("begin"), nb::arg("end"))
        .def("find", &Pages::find, nb::arg("pattern"), nb::arg("level"))
        .def("destination", &Pages::destination, nb::arg("name"));
}

}  // namespace bichig::python
