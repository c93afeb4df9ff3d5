// A pack of entries for a native reader: a spreadsheet with columns for verdicts, the same to print, and the verdicts
// read back into the source.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/format/package/sheet.h>
#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// Which entries go into a pack. Value.
struct ReviewSelection {
    std::vector<Status> statuses = {Status::unreviewed};
    std::string tier{};     ///< empty: all
    std::string pos{};      ///< empty: all
    std::size_t skip = 0;   ///< entries that are left out before the first
    std::size_t most = 0;   ///< 0: all
};

/// An entry in a pack. Value.
struct ReviewItem {
    std::string key;   ///< by which its row is found again
    std::string path;  ///< of its table
    std::u16string word;
    std::string stem;  ///< in Latin
    std::string pos, paradigm, cyrillic, gloss;
    std::vector<std::u16string> forms;  ///< a few, of different suffixes
};

/// The entries that were selected, in the order of the source.
std::vector<ReviewItem> review_items(const Lexicon& lexicon, const ReviewSelection& selection);

/// The pack as a sheet: a row an item, then the columns verdict (right, wrong, unsure), correction, comment, reviewer.
format::Workbook review_workbook(const std::vector<ReviewItem>& items);

/// The pack as one HTML file to print: the words drawn vertically by `font`, the bytes of a TrueType font that go into
/// the file; where empty, by what the reader's machine has.
std::string review_page(const std::vector<ReviewItem>& items, std::string_view title, std::string_view font);

/// What a verdict did. Value.
struct VerdictOutcome {
    std::string path;
    std::string key;
    std::string verdict;
    std::string status;      ///< what the status of the row is now
    std::string correction;  ///< the stem of the row that was added; empty where none was
    bool changed = false;    ///< false: the source said so already
};

/// What a pack that came back said. Value.
struct ReviewReport {
    std::vector<VerdictOutcome> outcomes;
    std::size_t open = 0;  ///< items without a verdict
    Findings findings;
};

/// How verdicts are read. Value.
struct ReviewOptions {
    std::string reviewer;  ///< for rows that name none
    std::string date;      ///< ISO 8601; required
    bool apply = true;
};

/// Reads the verdicts of a pack into `source`. "right" makes a row reviewed, "wrong" rejected, "unsure" disputed; where
/// two readers do not agree it is disputed, and stays so until somebody changes the source. A correction (in Latin or
/// in Mongolian letters) rejects the row, and becomes a row of its own at the end of the table, unreviewed, with a note
/// of where it comes from. A comment goes into the note. A verdict that was read before changes nothing. When there is
/// a finding of severity error, nothing is changed: an unknown verdict, a row that is not there, no reviewer, a
/// correction that has no letters.
ReviewReport read_review(Source& source, const format::Workbook& book, const std::string& file,
                         const ReviewOptions& options);

}  // namespace bichig::lexicon
