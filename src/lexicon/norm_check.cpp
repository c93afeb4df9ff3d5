// Looks up the words of a list among the forms, the shapes and the Cyrillic forms of a dictionary.
#include <bichig/lexicon/norm_check.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include <bichig/base/utf.h>
#include <bichig/lexicon/forms.h>

#include "lexicon/internal/letters_of_word.h"
#include "lexicon/internal/shapes.h"

namespace bichig::lexicon {

namespace {

class NormChecker {
public:
    explicit NormChecker(const Lexicon& lexicon) : lexicon_{lexicon}, forms_{lexicon} {
        for (const Entry& entry : lexicon.entries()) {
            const std::string_view cyrillic = lexicon.cell(entry, Column::cyrillic);
            if (!cyrillic.empty()) by_cyrillic_[std::string{cyrillic}].push_back(&entry);
        }
    }

    NormReport run(const ImportedWords& list) {
        for (const ImportedWord& word : list.words) {
            const Letters letters = letters_in(word.word);
            if (letters == Letters::other) {
                ++report_.other_script;
                continue;
            }
            ++report_.words;
            if (letters == Letters::mongolian) {
                look_up(word);
            } else if (by_cyrillic_.contains(to_utf8(word.word))) {
                ++report_.known;
            } else {
                differ(NormDifference::Kind::missing, word, "", to_utf8(word.word), {});
            }
        }
        return std::move(report_);
    }

private:
    void look_up(const ImportedWord& word) {
        if (forms_.contains(word.word)) {
            ++report_.known;
            return;
        }
        std::u16string letters = word.word;
        std::replace(letters.begin(), letters.end(), u'\u202F', u'\u180E');
        const std::string latin = latin_of(letters);
        if (!shapes_) shapes_.emplace(lexicon_);
        if (const Entry* entry = shapes_->entry_of(letters)) {
            differ(NormDifference::Kind::other_letters, word, latin, word.cyrillic, {entry});
            return;
        }
        const auto found = by_cyrillic_.find(word.cyrillic);
        const bool spelt = found != by_cyrillic_.end();
        differ(spelt ? NormDifference::Kind::other_spelling : NormDifference::Kind::missing, word, latin, word.cyrillic,
               spelt ? found->second : std::vector<const Entry*>{});
    }

    void differ(NormDifference::Kind kind, const ImportedWord& word, std::string latin, std::string cyrillic,
                const std::vector<const Entry*>& entries) {
        NormDifference difference{kind, word.word, std::move(latin), std::move(cyrillic), {}, word.where, {}};
        for (const Entry* entry : entries) {
            difference.ours.emplace_back(lexicon_.cell(*entry, Column::stem));
            difference.here.push_back(lexicon_.place(*entry));
        }
        report_.differences.push_back(std::move(difference));
    }

    const Lexicon& lexicon_;
    FormSet forms_;
    std::optional<ShapeTable> shapes_;
    std::unordered_map<std::string, std::vector<const Entry*>> by_cyrillic_;
    NormReport report_;
};

}  // namespace

std::string_view name(NormDifference::Kind kind) {
    constexpr std::string_view names[] = {"missing", "other-letters", "other-spelling"};
    return names[static_cast<std::size_t>(kind)];
}

NormReport norm_check(const Lexicon& lexicon, const ImportedWords& list) { return NormChecker{lexicon}.run(list); }

}  // namespace bichig::lexicon
