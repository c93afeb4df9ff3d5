// Words that a user or a document adds to a dictionary, in a plain file that several programs may share.
//
// The file is UTF-8. Each line is a word; after a tab may stand a word of the dictionary whose endings it takes. Lines
// that begin with # and empty lines are kept.
//
//     WORD
//     WORD <TAB> EXAMPLE
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace bichig::spell {

/// A word that was learnt. Value.
struct LearntWord {
    std::u16string word;
    std::u16string like;  ///< the word whose endings it takes; empty: none

    bool operator==(const LearntWord&) const = default;
};

/// A list of words. It can be changed; every copy sees the change. Any thread.
class UserDictionary {
public:
    /// An empty one in memory: for words to ignore, and for documents that keep their words themselves.
    UserDictionary();
    /// The one in the file at `path`; a file that does not exist yet is made by the first change. Errors: system;
    /// invalid_input with the line, for what is not UTF-8, an empty word or more than two words.
    static Result<UserDictionary> open(const std::string& path);
    /// One in memory of the lines of a file as open takes them. Errors: likewise, without the file.
    static Result<UserDictionary> from_text(std::string_view utf8);

    /// Adds a word, or gives it another example. The file is read again under a lock and written whole, so that what
    /// another program added meanwhile stays. Errors: invalid_input for a word that is empty or has white space (a line
    /// feed, a tab, a space); system; the word is then not added.
    Result<void> add(std::u16string_view word, std::u16string_view like = {});
    /// Takes a word out. Errors: system.
    Result<void> remove(std::u16string_view word);
    /// Reads the file again, if another program has changed it. Errors: as open; what was known stays.
    Result<void> refresh();

    /// Whether the word is in the list.
    bool contains(std::u16string_view word) const;
    /// The word and its example, if it is in the list.
    std::optional<LearntWord> find(std::u16string_view word) const;
    /// The longest word of the list, other than `text` itself, that `text` begins with and that has an example.
    std::optional<LearntWord> stem_of(std::u16string_view text) const;
    /// All words, in the order of the file.
    std::vector<LearntWord> words() const;
    /// The lines of the file.
    std::string text() const;

private:
    struct State;
    explicit UserDictionary(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace bichig::spell
