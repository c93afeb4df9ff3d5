// Makes a dictionary of its source: reads each row, finds its harmony and the classes of suffixes that it takes.
#include <algorithm>
#include <unordered_map>

#include <bichig/base/utf.h>

#include "lexicon/internal/compile.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

constexpr std::array<std::string_view, part_of_speech_count> pos_names = {
    "noun",         "verb",        "adjective", "pronoun",      "numeral", "adverb",
    "postposition", "conjunction", "particle",  "interjection", "name",    "abbreviation"};
constexpr std::array<std::string_view, 4> status_names = {"unreviewed", "reviewed", "disputed", "rejected"};

template <class Names>
std::optional<std::size_t> position_of(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

/// A stem that was typed in Mongolian letters, or with Cyrillic letters that look like Latin ones, as it should be
/// written; none for any other.
std::optional<std::string> mended_stem(std::string_view cell) {
    const auto text = to_utf16(cell);
    if (!text) return std::nullopt;
    constexpr std::u16string_view cyrillic = u"\u0430\u0435\u043E\u0440\u0441\u0443\u0445", latin = u"aeopcyx";
    std::u16string plain = *text;
    for (char16_t& c : plain) {
        if (const std::size_t at = cyrillic.find(c); at != std::u16string_view::npos) c = latin[at];
    }
    const std::string candidate = plain == *text ? latin_of(*text) : to_utf8(plain);
    const auto letters = letters_of(candidate);
    if (!letters || (plain == *text && *letters != *text)) return std::nullopt;
    return candidate;
}

/// A paradigm as indexes of groups.
struct Paradigm {
    std::uint16_t pos = 0;  ///< bit 1 << PartOfSpeech; 0: any
    std::vector<std::uint16_t> groups;
    bool stem = true;
};

class Compiler {
public:
    Compiler(Lexicon::State& state, Findings& findings)
        : state_{state},
          source_{*state.source},
          findings_{findings},
          suffixes_{read_suffixes(source_, findings)},
          graph_{read_groups(source_, suffixes_, findings)},
          classes_{source_, suffixes_, graph_, findings} {}

    void run() {
        read_paradigms();
        for (std::size_t file = 0; file < source_.entries.size(); ++file) {
            if (!position_of_id(source_.manifest.tiers, source_.manifest.files[file].tier)) {
                findings_.push_back({Severity::error, "unknown-tier",
                                     "the tier '" + source_.manifest.files[file].tier + "' of '" +
                                         source_.manifest.files[file].path + "' is not declared",
                                     "add [tiers." + source_.manifest.files[file].tier + "]",
                                     Place{source_.folder + "/dictionary.toml", 0, 0, {}}, std::nullopt});
            }
            const Table& table = source_.entries[file];
            for (std::size_t i = 0; i < column_count; ++i) {
                state_.columns[file][i] = static_cast<std::uint8_t>(*table.column(column_names[i]));
            }
            for (const Diagnostic& fault : table.faults().items) {
                const bool is_cells = fault.id == "cell-count";
                findings_.push_back({is_cells ? Severity::error : Severity::warning, fault.id, fault.message,
                                     fault.hint, fault.where, std::nullopt});
            }
            for (std::size_t row = 0; row < table.size(); ++row) read_entry(file, row);
        }
        state_.suffix_ids = suffixes_.ids;
        state_.classes = classes_.take();
        state_.used_rows = classes_.take_used();
    }

private:
    static std::optional<std::size_t> position_of_id(const std::vector<Named>& named, std::string_view id) {
        const auto found = std::find_if(named.begin(), named.end(), [&](const Named& item) { return item.id == id; });
        if (found == named.end()) return std::nullopt;
        return static_cast<std::size_t>(found - named.begin());
    }

    void read_paradigms() {
        const auto error = [&](const SourceParadigm& from, std::string id, std::string message) {
            findings_.push_back({Severity::error, std::move(id), std::move(message),
                                 "correct the name, or add what it names", from.where, std::nullopt});
        };
        paradigms_.emplace("none", Paradigm{});
        for (const SourceParadigm& from : source_.paradigms) {
            Paradigm paradigm;
            paradigm.stem = from.stem;
            for (const std::string& pos : from.pos) {
                if (const auto known = part_of_speech_named(pos)) {
                    paradigm.pos |= static_cast<std::uint16_t>(1u << static_cast<unsigned>(*known));
                } else {
                    error(from, "unknown-pos",
                          "paradigm '" + from.id + "' names the part of speech '" + pos + "', which there is not");
                }
            }
            for (const std::string& group : from.groups) {
                const auto found = graph_.index.find(group);
                if (found == graph_.index.end()) {
                    error(from, "unknown-group",
                          "paradigm '" + from.id + "' names the group '" + group + "', which there is not");
                } else {
                    paradigm.groups.push_back(found->second);
                }
            }
            paradigms_.insert_or_assign(from.id, std::move(paradigm));
        }
    }

    std::string_view cell(Column column) const {
        return source_.entries[file_].cell(row_, state_.columns[file_][static_cast<std::size_t>(column)]);
    }
    void error(Column column, std::string id, std::string message, std::string hint) {
        good_ = false;
        findings_.push_back(
            {Severity::error, std::move(id), std::move(message), std::move(hint), place(column), std::nullopt});
    }
    Place place(Column column) const {
        return source_.entries[file_].place(row_, state_.columns[file_][static_cast<std::size_t>(column)]);
    }

    void read_entry(std::size_t file, std::size_t row) {
        file_ = file;
        row_ = row;
        good_ = true;
        Entry entry;
        entry.file = static_cast<std::uint32_t>(file);
        entry.row = static_cast<std::uint32_t>(row);
        read_stem(entry);
        read_values(entry);
        const std::vector<std::uint16_t> groups = read_paradigm(entry);
        if (!good_ || !is_first_of_its_key(entry) || entry.status == Status::rejected) return;
        for (const std::uint16_t group : groups) {
            if (!graph_.groups[group].usable) continue;
            if (const auto found = classes_.class_of(group, entry)) {
                entry.classes.push_back(*found);
            } else {
                findings_.push_back(
                    {Severity::warning, "no-form",
                     "the group '" + source_.groups[group].id + "' gives '" + std::string{cell(Column::stem)} +
                         "' no form",
                     "its suffixes ask for another end of the stem: take the group out, or correct the stem",
                     place(Column::paradigm), std::nullopt});
            }
        }
        std::sort(entry.classes.begin(), entry.classes.end());
        entry.classes.erase(std::unique(entry.classes.begin(), entry.classes.end()), entry.classes.end());
        state_.entries.push_back(std::move(entry));
    }

    bool is_first_of_its_key(const Entry& entry) {
        std::u16string key = entry.stem;
        key += static_cast<char16_t>(entry.pos);
        for (const char c : cell(Column::paradigm)) key += static_cast<char16_t>(c);
        const auto [found, added] = keys_.try_emplace(std::move(key), file_, row_);
        if (added) return true;
        const Place first = source_.entries[found->second.first].place(found->second.second, 0);
        error(Column::stem, "duplicate-key",
              "'" + std::string{cell(Column::stem)} + "' stands in " + first.file + ":" + std::to_string(first.line) +
                  " already, with the same part of speech and paradigm",
              "put both meanings into one row");
        return false;
    }

    void read_stem(Entry& entry) {
        const std::string_view latin = cell(Column::stem);
        auto letters = letters_of(latin);
        if (!letters) {
            error(Column::stem, "stem-latin", "'" + std::string{latin} + "' is no stem in Latin transliteration",
                  "write the letters of EAC MGC/01-02 and _ before a separated a or e; nothing invisible");
            if (auto mended = mended_stem(latin)) {
                findings_.back().hint = "write " + *mended;
                findings_.back().fix =
                    Fix{source_.manifest.files[file_].path, static_cast<std::uint32_t>(row_),
                        state_.columns[file_][static_cast<std::size_t>(Column::stem)], std::move(*mended)};
            }
            return;
        }
        entry.stem = std::move(*letters);
        const script::StemSound sound = script::stem_sound(entry.stem, script::Case::genitive);
        entry.gender = sound.gender;
        entry.ending = sound.ending;
    }

    void read_values(Entry& entry) {
        if (const auto pos = part_of_speech_named(cell(Column::pos))) {
            entry.pos = *pos;
        } else {
            error(Column::pos, "unknown-pos", "'" + std::string{cell(Column::pos)} + "' is no part of speech",
                  "noun, verb, adjective, pronoun, numeral, adverb, postposition, conjunction, particle, interjection, "
                  "name or abbreviation");
        }
        if (const auto status = status_named(cell(Column::status))) {
            entry.status = *status;
        } else {
            error(Column::status, "unknown-status", "'" + std::string{cell(Column::status)} + "' is no status",
                  "unreviewed, reviewed, disputed or rejected");
        }
        for (const std::string_view mark : split(cell(Column::marks), ' ')) read_mark(mark, entry);
        const std::string_view frequency = cell(Column::frequency);
        const bool digits =
            std::all_of(frequency.begin(), frequency.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!digits || frequency.size() > 9) {
            error(Column::frequency, "frequency", "'" + std::string{frequency} + "' is no frequency",
                  "write a whole number below a milliard, or nothing");
        } else if (!frequency.empty()) {
            entry.frequency = static_cast<std::uint32_t>(std::stoul(std::string{frequency}));
        }
    }

    void read_mark(std::string_view mark, Entry& entry) {
        using script::Ending;
        if (mark == "masculine" || mark == "feminine") {
            entry.gender = mark == "masculine" ? script::Gender::masculine : script::Gender::feminine;
        } else if (mark == "vowel" || mark == "n" || mark == "hard" || mark == "soft") {
            entry.ending = mark == "vowel"  ? Ending::vowel
                           : mark == "n"    ? Ending::n
                           : mark == "hard" ? Ending::hard
                                            : Ending::soft;
        } else if (mark == "foreign") {
            entry.foreign = true;
        } else if (mark != "compound" && mark != "archaic" && mark != "irregular" && mark != "alike") {
            error(Column::marks, "unknown-mark", "'" + std::string{mark} + "' is no mark",
                  "foreign, compound, archaic, irregular, alike, masculine, feminine, vowel, n, hard or soft");
        }
    }

    std::vector<std::uint16_t> read_paradigm(Entry& entry) {
        std::vector<std::uint16_t> groups;
        bool first = true;
        for (const std::string_view part : split(cell(Column::paradigm), '+')) {
            if (first) {
                const auto found = paradigms_.find(std::string{part});
                if (found == paradigms_.end()) {
                    error(Column::paradigm, "unknown-paradigm", "there is no paradigm '" + std::string{part} + "'",
                          "see paradigms.toml");
                    return groups;
                }
                if (found->second.pos != 0 && (found->second.pos >> static_cast<unsigned>(entry.pos) & 1) == 0) {
                    error(Column::paradigm, "paradigm-pos",
                          "the paradigm '" + std::string{part} + "' is not for this part of speech",
                          "correct pos or paradigm");
                }
                groups = found->second.groups;
                entry.stem_is_word = found->second.stem;
            } else if (const auto found = graph_.index.find(part); found != graph_.index.end()) {
                groups.push_back(found->second);
            } else {
                error(Column::paradigm, "unknown-group", "there is no group '" + std::string{part} + "'",
                      "see paradigms.toml");
            }
            first = false;
        }
        if (first)
            error(Column::paradigm, "no-paradigm", "the row has no paradigm",
                  "write none where the word takes no suffix");
        return groups;
    }

    Lexicon::State& state_;
    const Source& source_;
    Findings& findings_;
    SuffixTable suffixes_;
    GroupGraph graph_;
    ClassMaker classes_;
    std::unordered_map<std::string, Paradigm> paradigms_;
    std::unordered_map<std::u16string, std::pair<std::size_t, std::size_t>> keys_;
    std::size_t file_ = 0;
    std::size_t row_ = 0;
    bool good_ = true;
};

}  // namespace

std::string_view name(PartOfSpeech pos) { return pos_names[static_cast<std::size_t>(pos)]; }

std::optional<PartOfSpeech> part_of_speech_named(std::string_view name) {
    const auto found = position_of(pos_names, name);
    return found ? std::optional{static_cast<PartOfSpeech>(*found)} : std::nullopt;
}

std::string_view name(Status status) { return status_names[static_cast<std::size_t>(status)]; }

std::optional<Status> status_named(std::string_view name) {
    const auto found = position_of(status_names, name);
    return found ? std::optional{static_cast<Status>(*found)} : std::nullopt;
}

Lexicon compile(std::shared_ptr<const Source> source, Findings& findings) {
    auto state = std::make_shared<Lexicon::State>();
    state->source = std::move(source);
    state->columns.resize(state->source->entries.size());
    Compiler{*state, findings}.run();
    return Lexicon{std::move(state)};
}

Result<Lexicon> open_lexicon(const std::string& folder) {
    auto source = read_source(folder);
    if (!source) return fail(source.error());
    Findings findings;
    Lexicon lexicon = compile(std::make_shared<const Source>(std::move(*source)), findings);
    if (has_errors(findings)) return fail(first_error(findings));
    return lexicon;
}

}  // namespace bichig::lexicon
