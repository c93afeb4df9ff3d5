// The shapes of all forms of a dictionary, by which a word that only looks like one of them is found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <bichig/lexicon/lexicon.h>
#include <bichig/script/key.h>

namespace bichig::lexicon {

/// Shapes and the entries whose forms have them. Value.
class ShapeTable {
public:
    /// Goes through all forms of `lexicon`, which must outlive the table.
    explicit ShapeTable(const Lexicon& lexicon) : lexicon_{lexicon} {
        for (std::uint32_t i = 0; i < lexicon.entries().size(); ++i) {
            const Entry& entry = lexicon.entries()[i];
            lexicon.for_each_form(entry, [&](const FormView& form) {
                entries_.emplace(script::hash_of(script::shape_key(form.text)), i);
            });
        }
    }

    /// The first entry that makes a form of this shape, or nullptr.
    const Entry* entry_of(std::u16string_view word) const {
        const auto found = entries_.find(script::hash_of(script::shape_key(word)));
        return found == entries_.end() ? nullptr : &lexicon_.entries()[found->second];
    }

private:
    const Lexicon& lexicon_;
    std::unordered_map<std::uint64_t, std::uint32_t> entries_;
};

}  // namespace bichig::lexicon
