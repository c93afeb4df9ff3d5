// Calls of bichig/c/text.h for Python: units, letters, normal forms, keys, search, conversions; lists at once.
#include "python/call.h"

namespace bichig::python {

namespace {

using Letter = std::tuple<std::size_t, std::size_t, int, int, unsigned, std::string, std::string>;
using Edit = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;

bichig_unit_options unit_options(int profile, int system) {
    bichig_unit_options options = BICHIG_UNIT_OPTIONS_INIT;
    options.profile = static_cast<bichig_profile>(profile);
    options.system = static_cast<bichig_system>(system);
    return options;
}

bichig_normal_options normal_options(unsigned leave_out, bool diphthong, int connector, int profile, int system) {
    bichig_normal_options options = BICHIG_NORMAL_OPTIONS_INIT;
    options.leave_out = leave_out;
    options.diphthong = diphthong ? 1 : 0;
    options.connector = static_cast<bichig_connector>(connector);
    options.profile = static_cast<bichig_profile>(profile);
    options.system = static_cast<bichig_system>(system);
    return options;
}

// The three calls that are there for one text and for a list of them. Each takes units and gives an array.
struct Units {
    using Item = char;
    bichig_unit_options options;
    bichig_status operator()(const Utf16& text, char** out, std::size_t* size, bichig_error* error) const {
        return bichig_units_utf16(text.data(), text.size(), &options, out, size, error);
    }
    static nb::object object(const Array<char>& made) { return str_of_utf8(made.begin(), made.size()); }
};
struct Normal {
    using Item = bichig_char16;
    bichig_normal_options options;
    bichig_status operator()(const Utf16& text, bichig_char16** out, std::size_t* size, bichig_error* error) const {
        return bichig_normalize_utf16(text.data(), text.size(), &options, out, size, nullptr, nullptr, error);
    }
    static nb::object object(const Array<bichig_char16>& made) { return str_of(made.begin(), made.size()); }
};
struct Key {
    using Item = bichig_byte;
    bichig_key_level level;
    bichig_status operator()(const Utf16& text, bichig_byte** out, std::size_t* size, bichig_error* error) const {
        return bichig_search_key_utf16(text.data(), text.size(), level, out, size, error);
    }
    static nb::object object(const Array<bichig_byte>& made) { return nb::bytes(made.begin(), made.size()); }
};

template <class Call>
nb::object one(const nb::str& text, const Call& call) {
    const Utf16 units{text};
    return Call::object(array_of<typename Call::Item>(
        units, [&](auto** out, std::size_t* size, bichig_error* error) { return call(units, out, size, error); }));
}

// A list at once: other threads run while all of it is worked on.
template <class Call>
nb::list all(const std::vector<nb::str>& texts, const Call& call) {
    std::vector<Utf16> units;
    units.reserve(texts.size());
    for (const nb::str& text : texts) units.emplace_back(text);
    std::vector<Array<typename Call::Item>> made(texts.size());
    std::size_t done = 0;
    bichig_error error = BICHIG_ERROR_INIT;
    bichig_status status = BICHIG_OK;
    {
        const nb::gil_scoped_release released;
        while (done < units.size() && status == BICHIG_OK) {
            status = call(units[done], made[done].out(), made[done].count(), &error);
            ++done;
        }
    }
    if (status != BICHIG_OK) raise(error, &units[done - 1].places());
    nb::list results;
    for (const auto& array : made) results.append(Call::object(array));
    return results;
}

std::vector<Letter> letters(const nb::str& text, int profile, int system) {
    const Utf16 units{text};
    const bichig_unit_options options = unit_options(profile, system);
    const auto found = array_of<bichig_letter>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_letters_utf16(units.data(), units.size(), &options, out, count, error);
    });
    std::vector<Letter> all;
    all.reserve(found.size());
    for (const bichig_letter& letter : found) {
        const Range range = range_of(letter.range, units.places());
        all.emplace_back(range.first, range.second, letter.position, letter.effect, letter.selector, letter.condition,
                         letter.units);
    }
    return all;
}

std::pair<nb::str, std::vector<Edit>> normalize_edits(const nb::str& text, unsigned leave_out, bool diphthong,
                                                      int connector, int profile, int system) {
    const Utf16 units{text};
    const bichig_normal_options options = normal_options(leave_out, diphthong, connector, profile, system);
    Array<bichig_edit> edits;
    const auto result = array_of<bichig_char16>(units, [&](auto** out, std::size_t* size, bichig_error* error) {
        return bichig_normalize_utf16(units.data(), units.size(), &options, out, size, edits.out(), edits.count(),
                                      error);
    });
    Places places;
    nb::str normal = str_of(result.begin(), result.size(), &places);
    std::vector<Edit> all;
    all.reserve(edits.size());
    for (const bichig_edit& edit : edits) {
        const Range source = range_of(edit.source, units.places());
        const Range target = range_of(edit.result, places);
        all.emplace_back(source.first, source.second, target.first, target.second);
    }
    return {std::move(normal), std::move(all)};
}

std::vector<Range> find(const nb::str& text, const nb::str& pattern, int level) {
    const Utf16 units{text};
    const Utf16 wanted{pattern};
    const auto found = array_of<bichig_range>(units, [&](auto** out, std::size_t* count, bichig_error* error) {
        return bichig_find_utf16(units.data(), units.size(), wanted.data(), wanted.size(),
                                 static_cast<bichig_key_level>(level), out, count, error);
    });
    std::vector<Range> all;
    all.reserve(found.size());
    for (const bichig_range& range : found) all.push_back(range_of(range, units.places()));
    return all;
}

std::pair<nb::str, std::vector<Remark>> convert(const nb::str& text, int conversion) {
    const Utf16 units{text};
    Array<bichig_remark> remarks;
    const auto result = array_of<bichig_char16>(units, [&](auto** out, std::size_t* size, bichig_error* error) {
        return bichig_convert_utf16(units.data(), units.size(), static_cast<bichig_conversion>(conversion), out, size,
                                    remarks.out(), remarks.count(), error);
    });
    return {str_of(result.begin(), result.size()), remarks_of(remarks, units.places())};
}

}  // namespace

void bind_text(nb::module_& module) {
    using Texts = std::vector<nb::str>;
    using Strings = nb::typed<nb::list, nb::str>;
    module.def(
        "units",
        [](const nb::str& text, int profile, int system) {
            return nb::str(one(text, Units{unit_options(profile, system)}));
        },
        nb::arg("text"), nb::arg("profile") = 0, nb::arg("system") = 0);
    module.def(
        "units_of_all",
        [](const Texts& texts, int profile, int system) {
            return Strings(all(texts, Units{unit_options(profile, system)}));
        },
        nb::arg("texts"), nb::arg("profile") = 0, nb::arg("system") = 0);
    module.def("letters", &letters, nb::arg("text"), nb::arg("profile") = 0, nb::arg("system") = 0);
    module.def(
        "normalize",
        [](const nb::str& text, unsigned leave_out, bool diphthong, int connector, int profile, int system) {
            return nb::str(one(text, Normal{normal_options(leave_out, diphthong, connector, profile, system)}));
        },
        nb::arg("text"), nb::arg("leave_out") = 0, nb::arg("diphthong") = false, nb::arg("connector") = 0,
        nb::arg("profile") = 0, nb::arg("system") = 0);
    module.def(
        "normalize_all",
        [](const Texts& texts, unsigned leave_out, bool diphthong, int connector, int profile, int system) {
            return Strings(all(texts, Normal{normal_options(leave_out, diphthong, connector, profile, system)}));
        },
        nb::arg("texts"), nb::arg("leave_out") = 0, nb::arg("diphthong") = false, nb::arg("connector") = 0,
        nb::arg("profile") = 0, nb::arg("system") = 0);
    module.def("normalize_edits", &normalize_edits, nb::arg("text"), nb::arg("leave_out") = 0,
               nb::arg("diphthong") = false, nb::arg("connector") = 0, nb::arg("profile") = 0, nb::arg("system") = 0);
    module.def(
        "search_key",
        [](const nb::str& text, int level) { return nb::bytes(one(text, Key{static_cast<bichig_key_level>(level)})); },
        nb::arg("text"), nb::arg("level"));
    module.def(
        "search_keys",
        [](const Texts& texts, int level) {
            return nb::typed<nb::list, nb::bytes>(all(texts, Key{static_cast<bichig_key_level>(level)}));
        },
        nb::arg("texts"), nb::arg("level"));
    module.def("find", &find, nb::arg("text"), nb::arg("pattern"), nb::arg("level"));
    module.def("convert", &convert, nb::arg("text"), nb::arg("conversion"));
}

}  // namespace bichig::python
