// The document model: sections of blocks of inlines, each with its place in the source. Data only.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <bichig/base/text_range.h>
#include <bichig/document/pair.h>
#include <bichig/document/properties.h>
#include <bichig/document/sign.h>
#include <bichig/document/style.h>

namespace bichig::document {

struct Block;
struct Run;

/// What a cross reference shows of the block that it leads to.
enum class Shows : std::uint8_t {
    text,    ///< Run::text; where that is empty, the text of the heading, paragraph or caption
    number,  ///< the number of the table or image
    page     ///< the number of the page on which the block begins, as it is printed there
};

/// What stands with a table or an image to name it, with its label: "Table 2". Value.
struct Caption {
    std::vector<Run> runs;
    std::u16string label;     ///< which resolve() writes
    std::uint16_t style = 0;  ///< index into Document::styles
};

/// An image with the text that stands for it. It stands upright, whichever way lines run. Value.
struct Image {
    std::shared_ptr<const std::string> bytes;  ///< encoded PNG or JPEG
    std::string file;                          ///< as the document names it
    std::u16string alternative_text;           ///< empty: an ornament, no part of what is read
    PhysicalSize size;  ///< on the page; shrunk in proportion where the type area or the cell has less room
    SourceRange source;
    Caption caption;     ///< after an image that stands between lines, on its page; without runs: none
};

/// A stretch of text in one style and language. A line feed in it is a forced line break; a tab takes up the room
/// that is left in its line, so that what follows ends where the line ends. Value.
struct Run {
    std::u16string text;
    TextStyle style;
    std::string language;  ///< BCP 47; empty: as the section
    SourceRange source;    ///< the bytes it came from; empty for generated text
    std::string link;      ///< URI that the text leads to; empty: none
    /// The text of a note, paragraphs and lists. If there is one, `text` is its mark, which resolve() writes. A note
    /// has no notes itself.
    std::vector<Block> note;
    std::string reference;    ///< id of the block that the text leads to; empty: none
    Shows shows = Shows::text;  ///< what resolve() writes into the text of a reference
    std::shared_ptr<const Image> image{};  ///< stands in the line in place of `text`, which is U+FFFC then
};

/// A paragraph, a heading, a caption: text in lines. Value.
struct Paragraph {
    std::vector<Run> runs;
    std::uint16_t style = 0;         ///< index into Document::styles
    std::uint8_t heading_level = 0;  ///< 1 to 6; 0: no heading
    bool in_outline = true;          ///< a heading that gets a bookmark
};

/// How the labels of a list count. What a counter has no sign for is counted in digits.
enum class Counter : std::uint8_t {
    bullet,              ///< "•"
    decimal_dot,         ///< "1."
    decimal_parenthesis, ///< "1)"
    han_comma,           ///< "一、": the first level of official documents (GB/T 9704-2012, 7.3.3)
    han_parenthesis,     ///< "（一）": the second
    decimal_wide,        ///< "1．": the third
    decimal_wide_parenthesis,  ///< "（1）": the fourth
    circled,             ///< "①" to "㊿"
    mongolian,           ///< "᠑᠃": Mongolian digits and full stop
    latin_lower,         ///< "a." … "z." "aa."
    latin_upper,         ///< "A."
    roman_lower,         ///< "i." … "mmmcmxcix."
    roman_upper          ///< "I."
};

/// What an item of a list is, as a task.
enum class Task : std::uint8_t { none, open, done };

/// An item of a list. Value.
struct ListItem {
    std::vector<Block> blocks;
    Task task = Task::none;  ///< a box stands in its label, empty or with a tick
};

/// A list. Labels are generated: see label(). Value.
struct List {
    Counter counter = Counter::bullet;
    std::uint32_t start = 1;
    std::vector<ListItem> items;
    std::uint16_t style = 0;  ///< of the labels: index into Document::styles
};

/// A cell of a table. Value.
struct TableCell {
    std::vector<Run> runs;
    bool header = false;      ///< heads its column (first row) or its row
    Alignment alignment = Alignment::centre;
    std::uint16_t columns = 1;  ///< so many it reaches over, and
    std::uint16_t rows = 1;     ///< so many from its own row on; not out of the header rows
};

/// A row of a table: the cells that begin in it. table_grid.h says in which columns. Value.
struct TableRow {
    std::vector<TableCell> cells;
};

/// A table with ruled borders. Its header rows stand again at the top of each page that it goes on to, unless they
/// would take up a third of it. In vertical lines rows stand side by side from left to right and the cells of a row
/// one below the other. Value.
struct Table {
    std::vector<TableRow> rows;
    std::uint16_t header_rows = 1;
    std::uint16_t style = 0;  ///< of the text in cells: index into Document::styles
    Caption caption;          ///< before the table, on the page of its first row; without runs: none
};

/// A rule across the type area along the inline axis: an artifact. Value.
struct Rule {
    Length thickness = Length::millimetres(0.35);
    Colour colour;
    Length space_before;
    Length space_after;
    Length start_overhang;  ///< how far it reaches beyond the type area
    Length end_overhang;
};

/// Blocks that are kept together at the end of the type area of the last page they reach: back matter. Value.
struct FootBlock {
    std::vector<Block> blocks;
};

/// The next block starts a new page. Value.
struct PageBreak {};

/// Empty room on the block axis; dropped at the start of a page unless `kept`. Value.
struct Space {
    Length extent;
    bool kept = false;
};

/// An entry of the outline that points at what follows it; headings have theirs by themselves. Value.
struct Bookmark {
    std::u16string title;
    std::uint8_t level = 1;  ///< as that of a heading
};

/// One block. Value.
struct Block {
    std::variant<Paragraph, List, Table, Rule, Image, FootBlock, PageBreak, Space, Pair, Sign, Bookmark> value;
    /// What references name it by, and other files too (`file.pdf#id`). Without white space, once in a document; empty:
    /// none.
    std::string id{};
};

/// A part of the document with one writing mode and page style; it starts on a new page. Value.
struct Section {
    WritingMode writing_mode = WritingMode::vertical_lr;
    std::string language;  ///< BCP 47: "mn-Mong", "zh-Hans"
    PageStyle page;
    std::vector<Block> blocks;
    std::optional<Facing> facing{};  ///< with the next section, if there is one
};

/// A document. Value.
struct Document {
    Properties properties;
    std::vector<FontChoice> fonts;
    std::vector<ParagraphStyle> styles{ParagraphStyle{}};
    std::vector<Section> sections;
    std::vector<Source> sources;
};

}  // namespace bichig::document
