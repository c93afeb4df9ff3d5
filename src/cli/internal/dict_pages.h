// What the verbs of `bichig dict` that make pages and pictures share.
#pragma once

#include <string>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/font/catalogue.h>
#include <bichig/lexicon/pages.h>

namespace bichig::cli {

/// The font for Mongolian of `folder` (empty: the one that came with the command), for a page to carry. Errors:
/// not_found.
Result<lexicon::PageFont> page_font(const std::string& folder);

/// The paradigms of `entries` as a picture, in outlines: tables in which Mongolian stands in vertical lines.
std::string paradigm_svg(const lexicon::Lexicon& dictionary, const std::vector<const lexicon::Entry*>& entries,
                         const font::Catalogue& catalogue);

/// The files of a corpus that are meant: those named, and the .txt, .md, .tsv and .csv files in folders named and
/// below, in order. Errors: system, invalid_input for a folder without such a file.
Result<std::vector<std::string>> corpus_files(const std::vector<std::string>& named);

/// Counts the words of these files. Errors: those of reading them.
Result<lexicon::Coverage> cover_files(const lexicon::Lexicon& dictionary, const std::vector<std::string>& files);

}  // namespace bichig::cli
