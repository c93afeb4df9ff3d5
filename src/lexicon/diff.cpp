// Compares two versions of a dictionary by what they make: forms, rows, paradigms.
#include <algorithm>
#include <map>
#include <unordered_map>

#include <bichig/lexicon/compare.h>
#include <bichig/lexicon/forms.h>

#include "lexicon/internal/compile.h"

namespace bichig::lexicon {

namespace {

std::string chain_of(const Lexicon& lexicon, const Tail* tail) {
    std::string chain;
    if (tail == nullptr) return chain;
    for (const std::uint16_t suffix : tail->chain) chain += (chain.empty() ? "" : " ") + lexicon.suffix_ids()[suffix];
    return chain;
}

/// The forms of `lexicon` that are in `wanted`, each once. The set is small where versions differ little, so that the
/// lookups stay in the cache: asking the millions of the other version would take longer than all else.
std::vector<FormChange> forms_in(const Lexicon& lexicon, const FormSet& wanted) {
    std::vector<FormChange> found;
    if (wanted.size() == 0) return found;
    for (const Entry& entry : lexicon.entries()) {
        lexicon.for_each_form(entry, [&](const FormView& form) {
            if (!wanted.contains(form.text)) return;
            found.push_back({std::u16string{form.text}, std::string{lexicon.cell(entry, Column::stem)},
                             chain_of(lexicon, form.tail)});
        });
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const FormChange& a, const FormChange& b) { return a.form < b.form; });
    const auto same = [](const FormChange& a, const FormChange& b) { return a.form == b.form; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

/// Gives each entry a key by which it is found in the other version: its stem and part of speech, and which of several
/// it is. The paradigm is no part of it, so that a row whose paradigm was changed is one change.
class Keys {
public:
    std::u16string of(const Entry& entry) {
        std::u16string key = entry.stem + static_cast<char16_t>(entry.pos);
        const char16_t number = seen_[key]++;
        return key + number;
    }

private:
    std::unordered_map<std::u16string, char16_t> seen_;
};

/// What the classes of an entry give to any stem, as one number.
class ClassHashes {
public:
    explicit ClassHashes(const Lexicon& lexicon) {
        for (const AffixClass& affixes : lexicon.classes()) {
            std::vector<FormHash> tails;
            for (const Tail& tail : affixes.tails)
                tails.push_back(hash_of_form(static_cast<char16_t>(tail.strip) + tail.append));
            std::sort(tails.begin(), tails.end());
            std::uint64_t hash = 0;
            for (const FormHash& tail : tails) hash = (hash ^ tail.high) * 0x100000001B3ull;
            hashes_.push_back(hash);
        }
    }
    std::vector<std::uint64_t> of(const Entry& entry) const {
        std::vector<std::uint64_t> all;
        for (const std::uint32_t index : entry.classes) all.push_back(hashes_[index]);
        std::sort(all.begin(), all.end());
        return all;
    }

private:
    std::vector<std::uint64_t> hashes_;
};

class EntryDiff {
public:
    EntryDiff(const Lexicon& before, const Lexicon& after, Difference& out)
        : before_{before}, after_{after}, out_{out} {}

    void run() {
        std::unordered_map<std::u16string, const Entry*> old;
        Keys old_keys, new_keys, lost_keys;
        for (const Entry& entry : before_.entries()) old.emplace(old_keys.of(entry), &entry);
        const ClassHashes old_hashes{before_}, new_hashes{after_};
        std::map<std::string, std::size_t> touched;
        for (const Entry& entry : after_.entries()) {
            const auto found = old.find(new_keys.of(entry));
            if (found == old.end()) {
                add(EntryChange::Kind::gained, after_, entry);
                continue;
            }
            compare(*found->second, entry);
            const std::string_view paradigm = after_.cell(entry, Column::paradigm);
            if (paradigm == before_.cell(*found->second, Column::paradigm) &&
                old_hashes.of(*found->second) != new_hashes.of(entry)) {
                ++touched[std::string{paradigm}];
            }
            old.erase(found);
        }
        for (const Entry& entry : before_.entries()) {
            if (old.contains(lost_keys.of(entry))) add(EntryChange::Kind::lost, before_, entry);
        }
        for (auto& [paradigm, stems] : touched) out_.paradigms.push_back({paradigm, stems});
        std::stable_sort(out_.entries.begin(), out_.entries.end(),
                         [](const EntryChange& a, const EntryChange& b) { return a.stem < b.stem; });
    }

private:
    void add(EntryChange::Kind kind, const Lexicon& lexicon, const Entry& entry) {
        out_.entries.push_back({kind, std::string{lexicon.cell(entry, Column::stem)}, entry.pos, {}});
    }

    void compare(const Entry& before, const Entry& after) {
        EntryChange change{EntryChange::Kind::changed, std::string{after_.cell(after, Column::stem)}, after.pos, {}};
        for (std::size_t i = 0; i < column_count; ++i) {
            const auto column = static_cast<Column>(i);
            const std::string_view was = before_.cell(before, column), is = after_.cell(after, column);
            if (was != is) change.cells.push_back({column, std::string{was}, std::string{is}});
        }
        if (!change.cells.empty()) out_.entries.push_back(std::move(change));
    }

    const Lexicon& before_;
    const Lexicon& after_;
    Difference& out_;
};

void compare_gold(const Lexicon& before, const Lexicon& after, const FormSet& old, const FormSet& now,
                  Difference& out) {
    std::vector<std::string> words;
    for (const Lexicon* lexicon : {&before, &after}) {
        const auto& gold = lexicon->source().gold;
        if (!gold) continue;
        for (std::size_t row = 0; row < gold->size(); ++row) words.emplace_back(gold->cell(row, *gold->column("word")));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::string& word : words) {
        const auto letters = letters_of(word);
        if (!letters) continue;
        const bool was = old.contains(*letters), is = now.contains(*letters);
        if (was && !is) out.gold_lost.push_back(word);
        if (!was && is) out.gold_gained.push_back(word);
    }
}

}  // namespace

Difference diff(const Lexicon& before, const Lexicon& after, const Progress& progress) {
    Difference out;
    const auto step = [&](std::size_t done) {
        if (progress) progress(done, 5);
    };
    const FormSet old{before};
    step(1);
    const FormSet now{after};
    step(2);
    out.forms_before = old.size();
    out.forms_after = now.size();
    out.gained = forms_in(after, now.without(old));
    step(3);
    out.lost = forms_in(before, old.without(now));
    step(4);
    EntryDiff{before, after, out}.run();
    compare_gold(before, after, old, now, out);
    step(5);
    return out;
}

}  // namespace bichig::lexicon
