// What happened to a text that is edited: for views, input methods and assistive technology.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

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

/// A text that several hold without copying it: what was removed may be all there was. Value.
class SharedText {
public:
    SharedText() = default;
    explicit SharedText(std::u16string text)
        : text_{text.empty() ? nullptr : std::make_shared<const std::u16string>(std::move(text))} {}

    const std::u16string& text() const {
        static const std::u16string none;
        return text_ ? *text_ : none;
    }
    std::size_t size() const { return text().size(); }
    bool empty() const { return !text_; }

private:
    std::shared_ptr<const std::u16string> text_;
};

/// One change. Value.
struct Change {
    ChangeKind kind = ChangeKind::everything;
    TextStretch range{};          ///< text: what stands there now; marks: the paragraphs that they are in
    TextOffset removed = 0;       ///< text: how many code units stood there before
    SharedText removed_text{};    ///< and which
    Selection selection{};        ///< selection: the new one
    /// text, composition, marks, layout: what is to be painted anew, on the block axis; where `grown` is not zero, all
    /// after it has moved by that.
    Length block_begin{};
    Length block_end{};
    Length grown{};
    Refusal refusal = Refusal::none;
};

}  // namespace bichig::edit
