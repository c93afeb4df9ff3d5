// The bytes of a Markdown file, its lines, and the way back from the content of a block to its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::format {

/// The file that is read. Document::sources[0] of what is made from it. Value; `document` outlives it.
class SourceText {
public:
    explicit SourceText(const document::Document& document) : document_{&document} {}

    std::string_view bytes() const { return *document_->sources.front().bytes; }
    /// File, line and column of byte `offset`.
    Place place(std::size_t offset) const;
    /// An error at byte `offset`.
    Error error(std::size_t offset, std::string message, std::string hint,
                ErrorCode code = ErrorCode::invalid_input) const;

private:
    const document::Document* document_;
};

/// A line of the source. Value.
struct SourceLine {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   ///< without the line end
    std::uint32_t next = 0;  ///< start of the next line
};

/// The lines of the bytes [begin, end), which are the lines 1… of what cmark was given. Lines end as in CommonMark:
/// at LF, CR or CR LF.
class Lines {
public:
    Lines(std::string_view bytes, std::uint32_t begin, std::uint32_t end);

    /// Line `number` from 1; numbers outside are taken to the nearest line.
    SourceLine line(int number) const;
    int count() const { return static_cast<int>(begins_.size()); }

private:
    std::string_view bytes_;
    std::vector<std::uint32_t> begins_;
    std::uint32_t end_;
};

/// The content of a block as CommonMark sees it (markers of containers and indents taken off, lines joined by LF) with
/// the byte of the source that each of its bytes came from.
class Content {
public:
    /// Appends `text`, which stands at `source`.
    void append(std::string_view text, std::uint32_t source);
    /// Appends a line feed for the line end at `source`.
    void end_line(std::uint32_t source) { append("\n", source); }

    std::string_view text() const { return text_; }
    /// Byte of the source that content byte `position` came from.
    std::uint32_t source_at(std::size_t position) const;
    /// Whether content bytes [begin, end) are neighbours in the source too.
    bool contiguous(std::size_t begin, std::size_t end) const;

private:
    struct Piece {
        std::size_t position;
        std::uint32_t source;
    };
    const Piece& piece_at(std::size_t position) const;

    std::string text_;
    std::vector<Piece> pieces_;
};

/// Content of the lines `first` to `last` of a paragraph or heading that begins at `column` (from 1, in bytes) of its
/// first line, inside `quotes` block quotes.
Content block_content(std::string_view bytes, const Lines& lines, int first, int last, int column, int quotes);

/// Where the content of a line begins when the markers of up to `quotes` block quotes and the indent are taken off.
std::uint32_t skip_prefix(std::string_view bytes, SourceLine line, int quotes);

/// `content` with bars for escaped bars: cmark does this to a whole paragraph of which it makes a table.
Content without_escaped_bars(const Content& content);

/// Content of each cell of the table row on `line`; escaped bars are bars already.
std::vector<Content> row_cells(std::string_view bytes, SourceLine line, int quotes);

}  // namespace bichig::format
