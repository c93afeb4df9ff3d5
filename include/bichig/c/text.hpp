// Calls of the C interface that take a text and give a text, key or count, as functions of C++17.
#ifndef BICHIG_C_TEXT_HPP
#define BICHIG_C_TEXT_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/c/call.hpp>

namespace bichig::c_api {

/// The written units of a text, in the notation of UTN #57 (bichig_units_utf8).
inline std::string units(std::string_view text) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_units_utf8(text.data(), text.size(), nullptr, out, size, error);
    });
}

/// A text in normal form (bichig_normalize_utf8).
inline std::string normalize(std::string_view text, const bichig_normal_options* options = nullptr) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_normalize_utf8(text.data(), text.size(), options, out, size, nullptr, nullptr, error);
    });
}

/// A text in another encoding or transliteration (bichig_convert_utf8).
inline std::string convert(std::string_view text, bichig_conversion conversion) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_convert_utf8(text.data(), text.size(), conversion, out, size, nullptr, nullptr, error);
    });
}

/// The key of a text, as bytes (bichig_search_key_utf8).
inline std::string search_key(std::string_view text, bichig_key_level level) {
    const auto bytes = internal::array<bichig_byte>([&](bichig_byte** out, std::size_t* size, bichig_error* error) {
        return bichig_search_key_utf8(text.data(), text.size(), level, out, size, error);
    });
    return std::string(bytes.begin(), bytes.end());
}

/// A stem with the form of a suffix that it takes (bichig_attach_suffix_utf8).
inline std::string attach_suffix(std::string_view stem, bichig_suffix suffix,
                                 bichig_connector connector = BICHIG_CONNECTOR_MVS) {
    return internal::text([&](char** out, std::size_t* size, bichig_error* error) {
        return bichig_attach_suffix_utf8(stem.data(), stem.size(), suffix, connector, out, size, error);
    });
}

/// The words of a text and what stands between them (bichig_segments_utf8).
inline std::vector<bichig_segment> segments(std::string_view text, bool suffixes_apart = false) {
    return internal::array<bichig_segment>([&](bichig_segment** out, std::size_t* count, bichig_error* error) {
        return bichig_segments_utf8(text.data(), text.size(), suffixes_apart ? 1 : 0, out, count, error);
    });
}

/// Characters, words and syllables of a text (bichig_count_utf8).
inline bichig_counts count(std::string_view text) {
    bichig_counts counts = BICHIG_COUNTS_INIT;
    internal::check(
        [&](bichig_error* error) { return bichig_count_utf8(text.data(), text.size(), &counts, error); });
    return counts;
}

}  // namespace bichig::c_api

#endif
