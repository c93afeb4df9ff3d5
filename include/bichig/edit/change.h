// What happened to a text that is edited: for views, input methods and assistive technology.
#pragma once

#include <cstdint>
#include <string>

#include <bichig/base/length.h>
#include <bichig/edit/options.h>

namespace bichig::edit {

/// What a change is about.
enum class ChangeKind : std::uint8_t {
    text,         ///< code units were replaced
    selection,    ///< caret or selection moved
    composition,  ///< the text of an input method appeared, changed or went
    marks,        ///< spelling marks came or went
    layout,       ///< lines changed, the text did not: another measure, style or option
    history,      ///< whether something can be undone or redone, or whether the text differs from what was saved
    refused,      ///< something was not done: see Refusal
    everything    ///< many changes that nobody took: read all anew
};

/// Why an edit was not done, or not wholly.
enum class Refusal : std::uint8_t {
    none,
    read_only,
    full  ///< the text has its greatest length; what fitted was put in
};

/// One change. Value.
struct Change {
    ChangeKind kind = ChangeKind::everything;
    TextStretch range{};          ///< text: what stands there now; marks: the paragraphs that they are in
    TextOffset removed = 0;       ///< text: how many code units stood there before
    std::u16string removed_text{};  ///< and which
    Selection selection{};        ///< selection: the new one
    /// text, composition, marks, layout: what is to be painted anew, on the block axis; where `grown` is not zero, all
    /// after it has moved by that.
    Length block_begin{};
    Length block_end{};
    Length grown{};
    Refusal refusal = Refusal::none;
};

}  // namespace bichig::edit
