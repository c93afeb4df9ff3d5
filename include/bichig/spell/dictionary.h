// What a checker knows words from: a built dictionary, and Hunspell dictionaries beside it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/spell/hunspell_dictionary.h>
#include <bichig/spell/shape_index.h>

namespace bichig::spell {

/// What a dictionary says of itself, in the file NOTICE beside it. Value.
struct DictionaryNotice {
    std::string title;
    std::string version;
    std::string text;  ///< all of the file: also licences and sources
};

/// A dictionary of Mongolian in a folder: ID.shapes, and ID.aff with ID.dic beside it. Shared resource.
class Dictionary {
public:
    /// Opens the folder, or the file ID.shapes itself. A folder that holds several .shapes files is refused: name the
    /// file. Hunspell's files are opened when they are first used. Errors: not_found for a folder without such a file,
    /// and as ShapeIndex::open.
    static Result<Dictionary> open(const std::string& path, IndexCheck check = IndexCheck::quick);
    /// A dictionary of this index alone.
    explicit Dictionary(ShapeIndex index);

    const ShapeIndex& index() const;
    /// The Hunspell dictionary beside the index; null where there is none, or it cannot be read.
    const HunspellDictionary* hunspell() const;
    /// Where it came from; empty for one that was made of an index.
    const std::string& path() const;
    /// What the NOTICE says; read when it is first asked for, and empty where there is none.
    const DictionaryNotice& notice() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace bichig::spell
