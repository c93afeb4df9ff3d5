// Builds the runs of a paragraph from pieces of text, joining what may be one run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/document/model.h>

namespace bichig::format {

/// How text looks and where it leads at one place of a paragraph. Value.
struct InlineState {
    document::TextStyle style;
    std::string link;  ///< "#name" for a block of the document
    document::Shows shows = document::Shows::text;
    bool operator==(const InlineState&) const = default;
};

/// Builds runs. Text that stands unchanged in the source is joined to the run before it when it follows it there, so
/// that each run is one unbroken stretch of bytes. Scratch.
class RunWriter {
public:
    /// Appends `utf8`, which stands in the source at `source` byte for byte (a line end may stand for a space).
    void text(std::string_view utf8, std::uint32_t source, const InlineState& state);
    /// Appends `utf8`, for which the bytes [begin, end) of the source stand.
    void replaced(std::string_view utf8, std::uint32_t begin, std::uint32_t end, const InlineState& state);
    /// A line end in the source, at `source`: a space, or nothing between two wide characters.
    void soft_break(std::uint32_t source, const InlineState& state);
    /// Something that stands in the text for one character, U+FFFC; returns the number of its run.
    std::size_t object(std::uint32_t begin, std::uint32_t end, const InlineState& state);
    /// A forced line break at `source`.
    void hard_break(std::uint32_t source, const InlineState& state);

    /// Appends `run`, whose text comes later: a mark or a reference.
    void without_text(document::Run run);

    bool empty() const { return runs_.empty(); }
    std::vector<document::Run> take();

private:
    void append(std::u16string_view text, std::uint32_t begin, std::uint32_t end, bool exact, const InlineState& state);
    void write_pending(char32_t next);

    std::vector<document::Run> runs_;
    InlineState state_;         // of the last run
    bool exact_ = false;        // the last run stands in the source byte for byte
    char32_t last_ = 0;         // last character written
    bool pending_ = false;      // a soft break waits for the character after it
    std::uint32_t pending_at_ = 0;
    InlineState pending_state_;
};

}  // namespace bichig::format
