// Turns a document into pages, one by one, into a sink.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>
#include <bichig/font/catalogue.h>
#include <bichig/page/sink.h>
#include <bichig/shape/options.h>

namespace bichig::paginate {

/// What was paginated. Value.
struct Summary {
    std::uint32_t pages = 0;
    std::uint32_t missing_characters = 0;  ///< characters that no font has; each has a diagnostic, up to 100
    std::uint32_t overfull_lines = 0;      ///< words broken at the line's end because they are longer than a line
};

/// The unit maps of the Mongolian faces of `catalogue`: of all of them, or with policy `font` of those without rules of
/// their own. `cache_folder`: where it is kept what the outlines of a font of no known table draw (see
/// shape::UnitMapOptions); empty: nowhere, and such a font takes up to two seconds.
std::vector<shape::UnitMap> unit_maps(const font::Catalogue& catalogue, shape::UnitPolicy policy,
                                      const std::string& cache_folder = {});

/// How the text of pages is set. Value.
struct Options {
    /// Who chooses the forms of Mongolian letters. By default the font does, but the written-unit engine where it is
    /// known that the font has a word wrong, so that a document reads the same in every font. Words in fonts of the old
    /// kind, which have no rules, are always set by the engine.
    shape::UnitPolicy policy = shape::UnitPolicy::automatic;
    /// Of unit_maps(), to share with other documents: to make them and to try the letters of a font takes some 50 ms.
    /// Without them they are made anew.
    std::optional<std::vector<shape::UnitMap>> maps = std::nullopt;
    std::optional<shape::WordCache> words = std::nullopt;  ///< to share likewise; else the document has one of its own
};

/// Lays out `document` with the fonts of `catalogue` and hands each page to `sink` as soon as it is full; begin() and
/// finish() of the sink are called here too. Laying out cannot fail: what does not fit is a diagnostic. Errors are
/// the sink's.
Result<Summary> paginate(const document::Document& document, const font::Catalogue& catalogue, page::Sink& sink,
                         Diagnostics& diagnostics, const Options& options = {});

}  // namespace bichig::paginate
