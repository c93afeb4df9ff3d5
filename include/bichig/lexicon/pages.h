// Pages for linguists, looked at in a browser without a server: paradigms, coverage, the site of a whole dictionary.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <bichig/lexicon/build.h>
#include <bichig/lexicon/cover.h>
#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// The font that pages carry with them for Mongolian. Value; all empty: the reader's own fonts are used.
struct PageFont {
    std::string bytes;  ///< of the font file
    std::string family;
    std::string licence;  ///< SPDX
};

/// The paradigms of `entries` as one HTML page: tables in which Mongolian stands in vertical lines, with Latin, names
/// of suffixes and written units. Nothing is fetched, nothing runs. The same bytes for the same source.
std::string paradigm_page(const Lexicon& lexicon, const std::vector<const Entry*>& entries, const PageFont& font);

/// What was counted of a corpus as one HTML page with charts: by class, by part of speech, by file, unknown words by
/// rank. Nothing is fetched, nothing runs. At most `limit` unknown words are listed.
std::string coverage_page(const Lexicon& lexicon, const Coverage& coverage, std::size_t limit, const PageFont& font);

/// What a site is made of besides the dictionary. Value.
struct SiteOptions {
    PageFont font;
    const Lexicon* before = nullptr;       ///< an older version, whose difference is shown
    const Coverage* coverage = nullptr;    ///< of a corpus
    std::size_t unknown_limit = 5000;      ///< how many unknown words of the corpus are listed
    std::size_t form_limit = 20000;        ///< how many forms gained, and how many lost, are listed
    std::size_t entries_per_list = 8192;   ///< rows of a file that search reads
    std::size_t entries_per_detail = 512;  ///< rows of a file that is read when an entry is opened
};

/// What was written. Value.
struct SiteReport {
    std::size_t entries = 0;
    std::size_t bytes = 0;
    std::vector<std::string> files;
};

/// Writes a site into `folder`, which is made if it is not there: index.html, to be opened from the disk or from any
/// server, and its data as scripts. Each file appears whole or not at all. Files of an earlier site that this one has
/// no use for are removed. The same bytes for the same source. Errors: system.
Result<SiteReport> write_site(const Lexicon& lexicon, const std::string& folder, const SiteOptions& options,
                              const Progress& progress = {});

}  // namespace bichig::lexicon
