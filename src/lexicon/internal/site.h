// The parts of write_site(): the rows of a site, and the scripts that hold its data.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/pages.h>

#include "lexicon/internal/html.h"

namespace bichig::lexicon {

/// Values that many rows share, each with a number.
class Pool {
public:
    std::size_t index(std::string value) {
        const auto [at, added] = index_.try_emplace(std::move(value), values_.size());
        if (added) values_.push_back(at->first);
        return at->second;
    }
    const std::vector<std::string>& values() const { return values_; }

private:
    std::map<std::string, std::size_t> index_;
    std::vector<std::string> values_;
};

/// A row of the source, also one that was rejected. Value.
struct SiteRow {
    Entry entry;             ///< of a rejected row: without classes
    std::size_t corpus = 0;  ///< words of the corpus that it makes
};

/// What all files of a site are made of.
struct SiteData {
    const Lexicon& lexicon;
    const SiteOptions& options;
    std::vector<SiteRow> rows;  ///< by stem, then by part of speech
    Pool tiers, norms, sources, combos;
};

/// The rows of the source in the order in which they are shown.
SiteData site_data(const Lexicon& lexicon, const SiteOptions& options);

/// A spelling without what letters that look alike tell apart, by which search finds a word that was typed wrongly. The
/// script of the site makes the same of what is typed.
std::string look_alike_key(std::u16string_view word);

/// Rows `begin` to `end` as search reads them.
std::string list_script(SiteData& data, std::size_t number, std::size_t begin, std::size_t end);
/// The rest of these rows, read when one of them is opened.
std::string detail_script(const SiteData& data, std::size_t number, std::size_t begin, std::size_t end);
/// Names, classes of suffixes, and which other scripts there are; after all lists, which number what it holds.
std::string meta_script(const SiteData& data);

std::string lint_script(const Lexicon& lexicon);
std::string collisions_script(const Lexicon& lexicon, const Progress& progress);
std::string history_script(const Lexicon& before, const Lexicon& after, std::size_t form_limit,
                           const Progress& progress);
std::string glossary_script(const Lexicon& lexicon);

/// A script that hands `json` to the page under a name.
std::string receive(std::string_view name, std::string json);

}  // namespace bichig::lexicon
