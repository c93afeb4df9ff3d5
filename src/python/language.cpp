// Calls of bichig/c/language.h for Python: boundaries, segments, counting, order, suffixes.
#include "python/call.h"

#include <array>

namespace bichig::python {

namespace {

using Segment = std::tuple<std::size_t, std::size_t, int>;

std::vector<std::size_t> boundaries(const nb::str& text, int kind) {
    const Utf16 units{text};
    const auto found = array_of<std::size_t>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_boundaries_utf16(units.data(), units.size(), static_cast<bichig_boundary>(kind), out, count,
                                       error);
    });
    std::vector<std::size_t> all(found.begin(), found.end());
    for (std::size_t& offset : all) offset = units.index(offset);
    return all;
}

std::vector<Segment> segments(const nb::str& text, bool suffixes_apart) {
    const Utf16 units{text};
    const auto found = array_of<bichig_segment>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_segments_utf16(units.data(), units.size(), suffixes_apart ? 1 : 0, out, count, error);
    });
    std::vector<Segment> all;
    all.reserve(found.size());
    for (const bichig_segment& segment : found) {
        const Range range = range_of(segment.range, units.places());
        all.emplace_back(range.first, range.second, segment.kind);
    }
    return all;
}

std::vector<Range> syllables(const nb::str& text) {
    const Utf16 units{text};
    const auto found = array_of<bichig_range>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_syllables_utf16(units.data(), units.size(), out, count, error);
    });
    std::vector<Range> all;
    all.reserve(found.size());
    for (const bichig_range& range : found) all.push_back(range_of(range, units.places()));
    return all;
}

std::vector<std::size_t> count(const nb::str& text) {
    const Utf16 units{text};
    bichig_counts counts = BICHIG_COUNTS_INIT;
    run(units, [&](bichig_error* error) { return bichig_count_utf16(units.data(), units.size(), &counts, error); });
    return {counts.characters,  counts.characters_with_marks,
            counts.words,       counts.words_with_marks,
            counts.syllables,   counts.han,
            counts.other_words, counts.code_points,
            counts.lines};
}

nb::str attach_suffix(const nb::str& stem, int suffix, int connector) {
    const Utf16 units{stem};
    const auto word = array_of<bichig_char16>(units, [&](auto** out, std::size_t* size, bichig_error* error) {
        return bichig_attach_suffix_utf16(units.data(), units.size(), static_cast<bichig_suffix>(suffix),
                                          static_cast<bichig_connector>(connector), out, size, error);
    });
    return str_of(word.begin(), word.size());
}

/// An order of texts. Shared.
class Collator {
public:
    Collator(int han, bool numeric, bool connectors_apart, bool distinguish_all) {
        bichig_collation_options options = BICHIG_COLLATION_OPTIONS_INIT;
        options.han = static_cast<bichig_han_order>(han);
        options.numeric = numeric ? 1 : 0;
        options.connectors_apart = connectors_apart ? 1 : 0;
        options.distinguish_all = distinguish_all ? 1 : 0;
        bichig_collator* made = nullptr;
        run(true, nullptr, [&](bichig_error* error) { return bichig_collator_open(&options, &made, error); });
        collator_.reset(made);
    }

    int compare(const nb::str& a, const nb::str& b) const {
        const Utf16 one{a};
        const Utf16 other{b};
        int order = 0;
        run(one, [&](bichig_error* error) {
            return bichig_compare_utf16(collator_.get(), one.data(), one.size(), other.data(), other.size(), &order,
                                        error);
        });
        return order;
    }

    nb::bytes key(const nb::str& text) const {
        const Utf16 units{text};
        const auto made = array_of<bichig_byte>(units, [&](auto** out, std::size_t* size, bichig_error* error) {
            return bichig_sort_key_utf16(collator_.get(), units.data(), units.size(), out, size, error);
        });
        return nb::bytes(made.begin(), made.size());
    }

private:
    Owned<bichig_collator> collator_;
};

}  // namespace

void bind_language(nb::module_& module) {
    module.def("boundaries", &boundaries, nb::arg("text"), nb::arg("kind"));
    module.def("segments", &segments, nb::arg("text"), nb::arg("suffixes_apart"));
    module.def("syllables", &syllables, nb::arg("text"));
    module.def("count", &count, nb::arg("text"));
    module.def("attach_suffix", &attach_suffix, nb::arg("stem"), nb::arg("suffix"), nb::arg("connector"));
    nb::class_<Collator>(module, "Collator")
        .def(nb::init<int, bool, bool, bool>(), nb::arg("han"), nb::arg("numeric"), nb::arg("connectors_apart"),
             nb::arg("distinguish_all"))
        .def("compare", &Collator::compare, nb::arg("a"), nb::arg("b"))
        .def("key", &Collator::key, nb::arg("text"));
}

}  // namespace bichig::python
