// The paradigm of an entry, form by form, as it is shown to a reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// One form of a paradigm. Value.
struct ParadigmForm {
    std::string group;               ///< the group that begins the chain; empty for the stem alone
    std::vector<std::string> chain;  ///< the suffixes
    std::u16string text;
    std::string latin;
    std::string units;  ///< in the notation of UTN #57
};

/// The forms of `entry`: the stem if it is a word, then group by group. Total.
std::vector<ParadigmForm> paradigm_of(const Lexicon& lexicon, const Entry& entry);

/// A part of a paradigm as a table: what stands before the last suffix by what the last suffix is. Value.
struct ParadigmTable {
    struct Row {
        std::vector<std::string> chain;               ///< suffixes before the last; empty: the stem
        std::vector<std::vector<std::size_t>> cells;  ///< by column, indexes of forms; two where both are right
    };
    std::string title;                 ///< of its first group; empty for the stem alone
    std::vector<std::string> columns;  ///< last suffixes, some two ("a + b"); "" for the row's own form
    std::vector<Row> rows;             ///< that of the stem first
};

/// The tables in which suffixes stand, in the order of the groups in the source: the first group that names a suffix is
/// its home, and the homes of groups that may follow one suffix together (`then`) are one table. Value.
struct ParadigmPlan {
    std::vector<std::string> titles;          ///< of tables: those of all groups
    std::vector<std::size_t> table_of;        ///< by index of Lexicon::suffix_ids(): index of `titles`
    std::vector<std::uint32_t> column_order;  ///< by index of Lexicon::suffix_ids(): its place among columns, from 1
};
ParadigmPlan plan_paradigms(const Lexicon& lexicon);

/// `forms` of paradigm_of() as tables, those of the stem first. A row of one form becomes a column of the row above it;
/// a form that a row is called after stands in its first column alone. Total.
std::vector<ParadigmTable> paradigm_tables(const Lexicon& lexicon, const std::vector<ParadigmForm>& forms);

/// The entries whose stem is `word`, in Latin or in Mongolian letters; of several parts of speech, all.
std::vector<const Entry*> entries_of(const Lexicon& lexicon, std::string_view word);

}  // namespace bichig::lexicon
