// A Hunspell dictionary, of any language and encoding, for any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace bichig::spell {

/// A dictionary of two files, .aff and .dic. Words are given as they are written, without marks around them. Hunspell
/// works for one thread at a time: calls from several wait for one another. Shared resource.
class HunspellDictionary {
public:
    /// Loads both files. Hunspell itself says nothing of files that it cannot use, so they are looked at first. Errors:
    /// not_found; system; invalid_input with file and line for what is no affix file or word list (an empty file, NUL
    /// bytes, a first line that is no count, text that is not in the encoding that SET names); unsupported for an
    /// encoding that is not known.
    static Result<HunspellDictionary> open(const std::string& aff_path, const std::string& dic_path);

    /// The encoding of its files, as SET names it.
    const std::string& encoding() const;

    /// Whether the dictionary is for words of such letters: its word list has each of them. Latin letters do not count
    /// where few words of the list have them.
    bool covers(std::u16string_view word) const;
    /// Whether `word` is right. False for a word that its encoding cannot write, and for one longer than Hunspell
    /// takes (255 bytes).
    bool check(std::u16string_view word) const;
    /// At most `limit` words that may be meant, the best first. Words that are right have none but themselves. This can
    /// take a tenth of a second and cannot be stopped.
    std::vector<std::u16string> suggest(std::u16string_view word, std::size_t limit = 10) const;

private:
    struct State;
    explicit HunspellDictionary(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace bichig::spell
