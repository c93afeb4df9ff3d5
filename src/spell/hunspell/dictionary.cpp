// Hunspell behind a lock, with text in UTF-16.
#include <bichig/spell/hunspell_dictionary.h>

#include <algorithm>
#include <exception>
#include <mutex>
#include <new>
#include <optional>

#include <hunspell/hunspell.hxx>

#include <bichig/base/utf.h>

#include "spell/hunspell/files.h"

namespace bichig::spell {

struct HunspellDictionary::State {
    DictionaryFiles files;
    std::mutex mutex;
    Hunspell hunspell;

    State(DictionaryFiles found, const std::string& aff, const std::string& dic)
        : files{std::move(found)}, hunspell{aff.c_str(), dic.c_str()} {}

    /// `word` in the encoding of the dictionary; none for what Hunspell cannot take.
    std::optional<std::string> encoded(std::u16string_view word) const {
        constexpr std::size_t most_bytes = 255;
        if (word.empty() || word.size() > most_bytes) return std::nullopt;
        if (word.find(u'\0') != std::u16string_view::npos) return std::nullopt;
        std::optional<std::string> bytes = files.code_page ? files.code_page->encode(word) : to_utf8(word);
        if (bytes && bytes->size() > most_bytes) return std::nullopt;
        return bytes;
    }
};

HunspellDictionary::HunspellDictionary(std::shared_ptr<State> state) : state_{std::move(state)} {}

Result<HunspellDictionary> HunspellDictionary::open(const std::string& aff_path, const std::string& dic_path) {
    auto files = look_at_files(aff_path, dic_path);
    if (!files) return fail(files.error());
    try {
        return HunspellDictionary{std::make_shared<State>(std::move(*files), aff_path, dic_path)};
    } catch (const std::bad_alloc&) {
        return fail({ErrorCode::system, "there is not enough memory for the dictionary", "close other programs",
                     {dic_path, 0, 0, ""}});
    } catch (const std::exception& error) {
        return fail({ErrorCode::invalid_input, std::string("Hunspell does not read it: ") + error.what(),
                     "check the file with hunspell -d", {aff_path, 0, 0, ""}});
    }
}

const std::string& HunspellDictionary::encoding() const { return state_->files.encoding; }

bool HunspellDictionary::covers(std::u16string_view word) const {
    return !word.empty() &&
           std::all_of(word.begin(), word.end(), [this](char16_t unit) { return state_->files.letters[unit]; });
}

bool HunspellDictionary::check(std::u16string_view word) const {
    const auto bytes = state_->encoded(word);
    if (!bytes) return false;
    const std::lock_guard lock{state_->mutex};
    try {
        return state_->hunspell.spell(*bytes);
    } catch (const std::exception&) {
        return false;
    }
}

std::vector<std::u16string> HunspellDictionary::suggest(std::u16string_view word, std::size_t limit) const {
    std::vector<std::u16string> words;
    const auto bytes = state_->encoded(word);
    if (!bytes) return words;
    std::vector<std::string> found;
    {
        const std::lock_guard lock{state_->mutex};
        try {
            found = state_->hunspell.suggest(*bytes);
        } catch (const std::exception&) {
            return words;
        }
    }
    for (const std::string& suggestion : found) {
        if (words.size() >= limit) break;
        if (state_->files.code_page) {
            words.push_back(state_->files.code_page->decode(suggestion));
        } else if (auto text = to_utf16(suggestion)) {
            words.push_back(std::move(*text));
        }
    }
    return words;
}

}  // namespace bichig::spell
