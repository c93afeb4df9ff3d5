// Reads suffixes.tsv: the allomorphs of each suffix and the stems they stand after.
#include <algorithm>

#include "lexicon/internal/compile.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

using script::Ending;

constexpr std::array<std::string_view, 4> ending_names = {"vowel", "n", "hard", "soft"};

class Reader {
public:
    Reader(const Source& source, Findings& findings)
        : table_{source.suffixes}, path_{source.manifest.suffixes}, findings_{findings} {
        for (const std::string_view column : {"suffix", "after", "of", "masculine", "feminine", "joined", "drop"}) {
            columns_.push_back(*table_.column(column));
        }
    }

    SuffixTable read() {
        SuffixTable suffixes;
        for (row_ = 0; row_ < table_.size(); ++row_) {
            const std::string id{cell(0)};
            if (!is_id(id)) {
                error(0, "suffix-id", "'" + id + "' is no id of a suffix", "use small letters, digits and _");
                continue;
            }
            auto [found, added] = suffixes.index.try_emplace(id, static_cast<std::uint16_t>(suffixes.ids.size()));
            if (added) {
                suffixes.ids.push_back(id);
                suffixes.rows.emplace_back();
            }
            if (auto row = read_row()) suffixes.rows[found->second].push_back(std::move(*row));
        }
        for (std::size_t i = 0; i < suffixes.ids.size(); ++i) judge(suffixes.ids[i], suffixes.rows[i]);
        return suffixes;
    }

private:
    std::string_view cell(std::size_t which) const { return table_.cell(row_, columns_[which]); }

    void error(std::size_t which, std::string id, std::string message, std::string hint) {
        findings_.push_back({Severity::error, std::move(id), std::move(message), std::move(hint),
                             table_.place(row_, columns_[which]), std::nullopt});
    }

    std::optional<SuffixRow> read_row() {
        SuffixRow row;
        row.row = static_cast<std::uint32_t>(row_);
        const bool read = read_after(row) && read_of(row) && read_forms(row);
        const std::string_view joined = cell(5);
        if (joined != "stem" && joined != "connector") {
            error(5, "suffix-joined", "'" + std::string{joined} + "' says not how the suffix is joined",
                  "write stem or connector");
            return std::nullopt;
        }
        row.joined = joined == "stem";
        if (!cell(6).empty()) {
            const auto drop = letters_of(cell(6));
            if (!drop) {
                error(6, "suffix-latin", "'" + std::string{cell(6)} + "' is no text in Latin transliteration",
                      "see README.md");
                return std::nullopt;
            }
            row.drop = *drop;
        }
        return read ? std::optional{std::move(row)} : std::nullopt;
    }

    bool read_after(SuffixRow& row) {
        for (const std::string_view part : split(cell(1), '+')) {
            const auto named = std::find(ending_names.begin(), ending_names.end(), part);
            if (part == "any") {
                row.endings = 15;
            } else if (named != ending_names.end()) {
                row.endings |= static_cast<std::uint8_t>(1u << (named - ending_names.begin()));
            } else if (const auto letters = part.starts_with('-') ? letters_of(part.substr(1)) : std::nullopt) {
                row.patterns.push_back(*letters);
            } else {
                error(1, "suffix-after", "'" + std::string{part} + "' is no end of a stem",
                      "write vowel, n, hard, soft, any or -LETTERS, joined by +");
                return false;
            }
        }
        return true;
    }

    bool read_of(SuffixRow& row) {
        if (cell(2).empty()) return true;
        row.of = 0;
        for (const std::string_view part : split(cell(2), '+')) {
            const auto pos = part_of_speech_named(part);
            if (!pos) {
                error(2, "unknown-pos", "'" + std::string{part} + "' is no part of speech",
                      "see README.md of the dictionary");
                return false;
            }
            row.of |= static_cast<std::uint16_t>(1u << static_cast<unsigned>(*pos));
        }
        return true;
    }

    bool read_forms(SuffixRow& row) {
        if (cell(3) == "-" && cell(4) == "-") {
            row.none = true;
            return true;
        }
        for (std::size_t gender = 0; gender < 2; ++gender) {
            const auto form = letters_of(cell(3 + gender));
            if (!form) {
                error(3 + gender, "suffix-latin",
                      "'" + std::string{cell(3 + gender)} + "' is no text in Latin transliteration",
                      "write the letters of the suffix without connector, or - in both columns where it has no form");
                return false;
            }
            row.form[gender] = *form;
        }
        return true;
    }

    /// Each ending has exactly one row for each part of speech, and no pattern stands twice.
    void judge(const std::string& id, const std::vector<SuffixRow>& rows) {
        std::array<std::array<int, 4>, part_of_speech_count> count{};
        for (const SuffixRow& row : rows) {
            row_ = row.row;
            for (std::size_t pos = 0; pos < part_of_speech_count; ++pos) {
                if ((row.of >> pos & 1) == 0) continue;
                for (std::size_t ending = 0; ending < 4; ++ending) {
                    if ((row.endings >> ending & 1) == 0 || ++count[pos][ending] != 2) continue;
                    error(1, "suffix-two-forms",
                          "'" + id + "' has two forms after " + std::string{ending_names[ending]},
                          "let exactly one row hold for each ending");
                    return;
                }
            }
            if (has_pattern_twice(rows, row)) {
                error(1, "suffix-two-forms", "'" + id + "' has two forms after the same letters",
                      "take one of the rows out");
                return;
            }
        }
        for (std::size_t pos = 0; pos < part_of_speech_count; ++pos) {
            if (judge_gaps(id, rows, pos, count[pos])) return;
        }
    }

    /// A part of speech that takes the suffix takes it after every ending.
    bool judge_gaps(const std::string& id, const std::vector<SuffixRow>& rows, std::size_t pos,
                    const std::array<int, 4>& count) {
        const auto is_of = [&](const SuffixRow& row) { return (row.of >> pos & 1) != 0; };
        const auto first = std::find_if(rows.begin(), rows.end(), is_of);
        const auto gap = std::find(count.begin(), count.end(), 0);
        if (first == rows.end() || gap == count.end()) return false;
        row_ = first->row;
        error(1, "suffix-gap",
              "'" + id + "' has no form after " +
                  std::string{ending_names[static_cast<std::size_t>(gap - count.begin())]},
              "add a row, with - in masculine and feminine where there is none");
        return true;
    }

    static bool has_pattern_twice(const std::vector<SuffixRow>& rows, const SuffixRow& row) {
        for (const SuffixRow& other : rows) {
            if (other.row >= row.row || (other.of & row.of) == 0) continue;
            for (const std::u16string& pattern : row.patterns) {
                if (std::find(other.patterns.begin(), other.patterns.end(), pattern) != other.patterns.end())
                    return true;
            }
        }
        return false;
    }

    const Table& table_;
    std::string path_;
    Findings& findings_;
    std::vector<std::size_t> columns_;
    std::size_t row_ = 0;
};

}  // namespace

SuffixTable read_suffixes(const Source& source, Findings& findings) { return Reader{source, findings}.read(); }

const SuffixRow* choose(const std::vector<SuffixRow>& rows, PartOfSpeech pos, script::Ending ending,
                        std::u16string_view end) {
    const SuffixRow* found = nullptr;
    std::size_t longest = 0;
    for (const SuffixRow& row : rows) {
        if ((row.of >> static_cast<unsigned>(pos) & 1) == 0) continue;
        if (!end.ends_with(row.drop)) continue;
        for (const std::u16string& pattern : row.patterns) {
            if (pattern.size() <= longest || !end.ends_with(pattern)) continue;
            longest = pattern.size();
            found = &row;
        }
        const bool by_class = (row.endings >> static_cast<unsigned>(ending) & 1) != 0;
        if (longest == 0 && by_class) found = &row;
    }
    return found != nullptr && !found->none ? found : nullptr;
}

}  // namespace bichig::lexicon
