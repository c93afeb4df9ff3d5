// What a compiled dictionary tells: entries, cells, forms.
#include "lexicon/internal/compile.h"

namespace bichig::lexicon {

const Source& Lexicon::source() const { return *state_->source; }
const std::vector<Entry>& Lexicon::entries() const { return state_->entries; }
const std::vector<AffixClass>& Lexicon::classes() const { return state_->classes; }
const std::vector<std::string>& Lexicon::suffix_ids() const { return state_->suffix_ids; }

bool Lexicon::is_suffix_row_used(std::size_t row) const { return state_->used_rows[row]; }

std::string_view Lexicon::cell(const Entry& entry, Column column) const {
    return source().entries[entry.file].cell(entry.row, state_->columns[entry.file][static_cast<std::size_t>(column)]);
}

Place Lexicon::place(const Entry& entry, Column column) const {
    return source().entries[entry.file].place(entry.row, state_->columns[entry.file][static_cast<std::size_t>(column)]);
}

std::string_view Lexicon::tier(const Entry& entry) const { return source().manifest.files[entry.file].tier; }

void Lexicon::for_each_form(const Entry& entry, const std::function<void(const FormView&)>& handle) const {
    if (entry.stem_is_word) handle({entry.stem, nullptr});
    std::u16string text;
    for (const std::uint32_t index : entry.classes) {
        for (const Tail& tail : classes()[index].tails) {
            text.assign(entry.stem, 0, entry.stem.size() - tail.strip);
            text += tail.append;
            handle({text, &tail});
        }
    }
}

std::size_t Lexicon::count_forms(const Entry& entry) const {
    std::size_t count = entry.stem_is_word ? 1 : 0;
    for (const std::uint32_t index : entry.classes) count += classes()[index].tails.size();
    return count;
}

}  // namespace bichig::lexicon
