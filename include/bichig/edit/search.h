// Search in a text that is edited.
#pragma once

#include <cstddef>
#include <string>

#include <bichig/edit/options.h>
#include <bichig/script/key.h>

namespace bichig::edit {

/// What is searched for, and how. Value.
struct SearchOptions {
    /// How much what is found may differ: by `shape` a word that is spelt otherwise and looks the same is found, too.
    script::KeyLevel level = script::KeyLevel::shape;
    bool wrap = true;  ///< from the end the search goes on at the start
};

/// Something that was found. Value.
struct Match {
    TextStretch range;
    bool wrapped = false;  ///< beyond the end, from the start on

    bool operator==(const Match&) const = default;
};

}  // namespace bichig::edit
