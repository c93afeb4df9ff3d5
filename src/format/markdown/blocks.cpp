// From cmark's blocks to the document model. What the model cannot hold is an error: nothing is left out silently.
#include <format/markdown/internal/blocks.h>

#include <algorithm>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>

#include <document/internal/files.h>
#include <document/internal/finish.h>
#include <document/internal/letters.h>
#include <format/markdown/internal/inlines.h>
#include <format/markdown/internal/link_tail.h>
#include <format/markdown/internal/merged_cells.h>
#include <format/markdown/internal/run_writer.h>
#include <format/markdown/internal/tree.h>

namespace bichig::format {

namespace {

using document::Block;
using document::StyleRole;

/// Reads one part: a tree and the lines that it was made from.
class PartReader {
public:
    PartReader(const SourceText& source, Lines lines, const BlockOptions& options, Diagnostics& diagnostics)
        : source_{source}, lines_{std::move(lines)}, options_{options}, diagnostics_{diagnostics} {}

    bool children(cmark_node* parent, cmark_node* stop, std::vector<Block>& out) {
        for (cmark_node* node = cmark_node_first_child(parent); node != stop; node = cmark_node_next(node)) {
            if (!block(node, out)) return false;
        }
        return true;
    }

    /// The footnotes at the end of `root` that stand in these lines.
    bool notes(cmark_node* root) {
        role_ = StyleRole::note;
        for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
            const int line = cmark_node_get_start_line(node);
            if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION && line <= lines_.count() && !note(node)) {
                return false;
            }
        }
        return true;
    }

    int line_count() const { return lines_.count(); }
    std::optional<Error> error;

private:
    bool note(cmark_node* node) {
        const SourceLine line = lines_.line(cmark_node_get_start_line(node));
        const std::string_view text = source_.bytes().substr(line.begin, line.end - line.begin);
        const std::size_t at = std::min(text.find("[^"), text.size());
        const std::string name{NoteTexts::mark_name(text.substr(at))};
        if (name.empty()) return refuse(node, "this note has a name that is not read", "name it by letters and digits");
        std::vector<Block> made;
        in_note_ = true;
        if (!children(node, nullptr, made)) return false;
        in_note_ = false;
        if (made.empty()) return refuse(node, "the note [^" + name + "] has no text", "write it after the colon");
        error = options_.notes->add(name, line.begin + static_cast<std::uint32_t>(at), std::move(made));
        return !error;
    }

    bool refuse(cmark_node* node, std::string message, std::string hint) {
        const SourceLine line = lines_.line(cmark_node_get_start_line(node));
        const auto column = static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node) - 1, 0));
        error = source_.error(std::min(line.begin + column, line.end), std::move(message), std::move(hint),
                              ErrorCode::unsupported);
        return false;
    }

    std::uint16_t style(StyleRole role) const { return document::style_index(options_.mode, role); }

    bool block(cmark_node* node, std::vector<Block>& out) {
        if (depth_ > deepest) return refuse(node, "lists and quotations are nested too deeply", "use fewer levels");
        ++depth_;
        const bool good = read(node, out);
        --depth_;
        return good;
    }

    bool read(cmark_node* node, std::vector<Block>& out) {
        if (in_note_) {
            const unsigned type = cmark_node_get_type(node);
            if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_LIST && type != CMARK_NODE_BLOCK_QUOTE) {
                return refuse(node, "a note holds paragraphs and lists only", "put this into the text");
            }
        }
        // Node types of extensions have no constant, and their accessors take nodes of their own type only.
        if (std::string_view{cmark_node_get_type_string(node)} == "table") return table(node, out);
        switch (static_cast<unsigned>(cmark_node_get_type(node))) {
        case CMARK_NODE_PARAGRAPH: return paragraph(node, out);
        case CMARK_NODE_HEADING: return heading(node, out);
        case CMARK_NODE_LIST: return list(node, out);
        case CMARK_NODE_BLOCK_QUOTE: return quotation(node, out);
        case CMARK_NODE_CODE_BLOCK: return code(node, out);
        case CMARK_NODE_THEMATIC_BREAK: out.push_back({document::Rule{}}); return true;
        case CMARK_NODE_HTML_BLOCK:
            return refuse(node, "raw HTML is not read", "write it as Markdown, or \\< for the character <");
        default:
            return refuse(node, "'" + std::string{cmark_node_get_type_string(node)} + "' is not read",
                          "write it as text");
        }
    }

    std::optional<Inlines> inlines_of(cmark_node* node, const Content& content) {
        Result<Inlines> read = read_inlines(node, content, source_, diagnostics_);
        if (!read) {
            error = std::move(read.error());
            return std::nullopt;
        }
        if (in_note_) {
            for (const document::Run& run : read->runs) {
                if (run.reference.substr(0, 1) != "^") continue;
                error = source_.error(run.source.begin, "a note in a note", "put it into the text");
                return std::nullopt;
            }
        }
        for (const InlineImage& image : read->images) {
            if (!read_image(image, read->runs[image.run])) return std::nullopt;
        }
        document::set_foreign_language(read->runs, options_.language);
        return std::move(*read);
    }

    bool read_image(const InlineImage& image, document::Run& run) {
        Result<document::Image> made = document::read_image(options_.base_folder, percent_decoded(image.path));
        if (!made) {
            error = std::move(made.error());
            error->where = source_.place(image.source.begin);
            return false;
        }
        made->alternative_text = image.alternative_text;
        made->source = image.source;
        run.image = std::make_shared<const document::Image>(std::move(*made));
        return true;
    }

    bool paragraph(cmark_node* node, std::vector<Block>& out) {
        int first = cmark_node_get_start_line(node);
        int last = cmark_node_get_end_line(node);
        int column = cmark_node_get_start_column(node);
        if (first == 0) {  // cmark cut it off a table, and left its place to the table
            cmark_node* table = cmark_node_next(node);
            first = cmark_node_get_start_line(table);
            column = cmark_node_get_start_column(table);
            last = head_line(table) - 1;
        }
        const Content content = block_content(source_.bytes(), lines_, first, last, column, quotes_);
        const bool cut_off = cmark_node_get_start_line(node) == 0;
        std::optional<Inlines> read = inlines_of(node, cut_off ? without_escaped_bars(content) : content);
        if (!read) return false;
        std::vector<Block> refused;
        if (figures(*read, in_note_ ? refused : out)) {
            return refused.empty() || refuse(node, "a note holds paragraphs and lists only", "put this into the text");
        }
        if (read->runs.empty()) return true;  // an entity that means nothing
        if (read->runs.front().text.compare(0, 3, u":::") == 0) {
            error = source_.error(read->runs.front().source.begin, "this directive is not known here",
                                  "a directive begins its line, outside lists and quotations");
            return false;
        }
        document::Paragraph made;
        made.runs = std::move(read->runs);
        made.style = style(role_);
        out.push_back({std::move(made)});
        return true;
    }

    /// A paragraph of images alone is blocks, one for each. Whether it was one.
    static bool figures(const Inlines& read, std::vector<Block>& out) {
        const bool alone = std::all_of(read.runs.begin(), read.runs.end(), [](const document::Run& run) {
            return run.image ? run.link.empty() : run.text.find_first_not_of(u" \n") == std::u16string::npos;
        });
        if (!alone || read.images.empty()) return false;
        for (const InlineImage& image : read.images) out.push_back({document::Image{*read.runs[image.run].image}});
        return true;
    }

    bool heading(cmark_node* node, std::vector<Block>& out) {
        const int level = cmark_node_get_heading_level(node);
        if (options_.in_notice && level == 1) {
            return refuse(node, "a heading of level 1 in the text of a notice",
                          "begin at ##: the title in the front matter has level 1");
        }
        const int first = cmark_node_get_start_line(node);
        int column = cmark_node_get_start_column(node);
        const SourceLine line = lines_.line(first);
        const std::string_view text = source_.bytes().substr(line.begin, line.end - line.begin);
        std::size_t at = static_cast<std::size_t>(std::max(column - 1, 0));
        const std::size_t marks = text.find_first_not_of('#', at);
        const bool marked = at < text.size() && text[at] == '#' &&
                            (marks == std::string_view::npos || text[marks] == ' ' || text[marks] == '\t');
        if (marked) {
            at = std::min(text.find_first_not_of(" \t", std::min(marks, text.size())), text.size());
            column = static_cast<int>(at) + 1;
        }
        const int last = marked ? first : cmark_node_get_end_line(node);
        std::optional<Inlines> read =
            inlines_of(node, block_content(source_.bytes(), lines_, first, last, column, quotes_));
        if (!read) return false;
        if (read->runs.empty()) return refuse(node, "a heading without text", "write its text, or take it out");
        document::Paragraph made;
        made.runs = std::move(read->runs);
        made.heading_level = static_cast<std::uint8_t>(level);
        made.style = style(document::heading_role(static_cast<unsigned>(level)));
        out.push_back({std::move(made)});
        return true;
    }

    bool list(cmark_node* node, std::vector<Block>& out) {
        document::List made;
        made.style = style(in_note_ ? StyleRole::note : StyleRole::list);
        if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
            made.counter = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? document::Counter::decimal_parenthesis
                                                                                : document::Counter::decimal_dot;
            made.start = static_cast<std::uint32_t>(std::max(cmark_node_get_list_start(node), 0));
        }
        const bool counted = made.counter != document::Counter::bullet;
        if (counted && !options_.counters.empty()) {
            made.counter = options_.counters[std::min(counted_lists_, options_.counters.size() - 1)];
        }
        const StyleRole outer = role_;
        if (!in_note_) role_ = StyleRole::list;
        if (counted) ++counted_lists_;
        for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
            made.items.emplace_back();
            if (std::string_view{cmark_node_get_type_string(item)} == "tasklist") {
                made.items.back().task = cmark_gfm_extensions_get_tasklist_item_checked(item) ? document::Task::done
                                                                                              : document::Task::open;
            }
            if (!children(item, nullptr, made.items.back().blocks)) return false;
            find_task(made.items.back());
        }
        if (counted) --counted_lists_;
        role_ = outer;
        out.push_back({std::move(made)});
        return true;
    }

    /// cmark finds no tasks in quotations; there the box is still text.
    void find_task(document::ListItem& item) const {
        auto* first = item.blocks.empty() ? nullptr : std::get_if<document::Paragraph>(&item.blocks.front().value);
        if (item.task != document::Task::none || first == nullptr || first->runs.empty()) return;
        document::Run& run = first->runs.front();
        const std::u16string_view box = std::u16string_view{run.text}.substr(0, 4);
        const bool open = box == u"[ ] ";
        const bool escaped = run.source.begin > 0 && source_.bytes()[run.source.begin - 1] == '\\';
        if (escaped || run.style != document::TextStyle{} || (!open && box != u"[x] " && box != u"[X] ")) return;
        item.task = open ? document::Task::open : document::Task::done;
        run.text.erase(0, box.size());
        run.source.begin += 4;
        if (run.text.empty()) first->runs.erase(first->runs.begin());
    }

    bool quotation(cmark_node* node, std::vector<Block>& out) {
        const StyleRole outer = role_;
        if (!in_note_) role_ = StyleRole::quotation;
        ++quotes_;
        const bool good = children(node, nullptr, out);
        --quotes_;
        role_ = outer;
        return good;
    }

    bool code(cmark_node* node, std::vector<Block>& out) {
        int length = 0, offset = 0;
        char character = 0;
        const bool fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
        std::string_view literal = cmark_node_get_literal(node);
        RunWriter writer;
        InlineState state;
        state.style.code = true;
        for (int number = cmark_node_get_start_line(node) + (fenced ? 1 : 0); !literal.empty(); ++number) {
            const std::string_view wanted = literal.substr(0, literal.find('\n'));
            const SourceLine line = lines_.line(number);
            code_line(writer, wanted, line, state);
            literal.remove_prefix(std::min(wanted.size() + 1, literal.size()));
            if (!literal.empty()) writer.hard_break(line.end, state);
        }
        if (writer.empty()) return true;
        document::Paragraph made;
        made.runs = writer.take();
        made.style = style(StyleRole::code);
        document::set_foreign_language(made.runs, options_.language);
        out.push_back({std::move(made)});
        return true;
    }

    /// A line of code is the end of its source line; blanks that stand for a part of a tab have no bytes of their own.
    void code_line(RunWriter& writer, std::string_view wanted, SourceLine line, const InlineState& state) {
        const std::string_view text = source_.bytes().substr(line.begin, line.end - line.begin);
        std::size_t blanks = 0;
        const auto is_end = [&](std::string_view part) {
            return text.size() >= part.size() && text.substr(text.size() - part.size()) == part;
        };
        while (blanks < wanted.size() && wanted[blanks] == ' ' && !is_end(wanted.substr(blanks))) ++blanks;
        const std::string_view rest = wanted.substr(blanks);
        const auto begin = static_cast<std::uint32_t>(line.end - std::min(rest.size(), text.size()));
        if (blanks > 0) writer.replaced(wanted.substr(0, blanks), begin > line.begin ? begin - 1 : begin, begin, state);
        writer.text(rest, begin, state);
    }

    /// The line of a table's head row: the first one before a row of dashes with as many cells. cmark says where the
    /// paragraph began that the table was found in.
    int head_line(cmark_node* table) const {
        const int last = cmark_node_get_end_line(table);
        for (int number = cmark_node_get_start_line(table); number < last; ++number) {
            const SourceLine line = lines_.line(number + 1);
            const std::uint32_t begin = skip_prefix(source_.bytes(), line, quotes_);
            const std::string_view text = source_.bytes().substr(begin, line.end - begin);
            const bool dashes = text.find('-') != std::string_view::npos &&
                                text.find_first_not_of("-:| \t") == std::string_view::npos;
            if (dashes && row_cells(source_.bytes(), line, quotes_).size() ==
                              row_cells(source_.bytes(), lines_.line(number), quotes_).size()) {
                return number;
            }
        }
        return last;
    }

    bool table(cmark_node* node, std::vector<Block>& out) {
        document::Table made;
        made.style = style(StyleRole::table);
        made.header_rows = options_.header_rows;
        MergedCells merges;
        const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
        const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
            const int number = header ? head_line(node) : cmark_node_get_start_line(row);
            const std::vector<Content> contents = row_cells(source_.bytes(), lines_.line(number), quotes_);
            if (contents.size() > columns) {
                error =
                    source_.error(contents[columns].source_at(0), "this row has more cells than the head of its table",
                                  "add a cell to the head, or write \\| for the character |");
                return false;
            }
            if (!table_row(row, contents, alignments, header, made)) return false;
            if (options_.merged_cells) merges.add_row(contents, made.rows.back().cells.size());
        }
        if (options_.merged_cells) {
            if (const auto fault = merges.apply(made)) {
                error = source_.error(fault->at, fault->message, fault->hint);
                return false;
            }
        }
        out.push_back({std::move(made)});
        return true;
    }

    bool table_row(cmark_node* row, const std::vector<Content>& contents, const std::uint8_t* alignments, bool header,
                   document::Table& out) {
        document::TableRow made;
        for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
            const std::size_t column = made.cells.size();
            document::TableCell& out_cell = made.cells.emplace_back();
            out_cell.header = (header && options_.header_rows > 0) || out.rows.size() < options_.header_rows ||
                              (options_.side_heads && column == 0);
            if (alignments[column] == 'l') out_cell.alignment = document::Alignment::start;
            if (alignments[column] == 'r') out_cell.alignment = document::Alignment::end;
            if (cmark_node_first_child(cell) == nullptr || column >= contents.size()) continue;
            std::optional<Inlines> read = cell_inlines(cell, contents[column]);
            if (!read) return false;
            out_cell.runs = options_.stacked_cells ? stacked(std::move(read->runs)) : std::move(read->runs);
        }
        out.rows.push_back(std::move(made));
        return true;
    }

    /// `runs` with a line end for each " // ", and each line in the language of its own letters.
    std::vector<document::Run> stacked(std::vector<document::Run> runs) const {
        constexpr std::u16string_view mark = u" // ";
        std::vector<document::Run> made;
        for (document::Run& run : runs) {
            for (;;) {
                const std::size_t at = run.text.find(mark);
                if (at == std::u16string::npos) break;
                document::Run line = run;
                const bool literal = to_utf8(run.text).size() == run.source.end - run.source.begin;
                line.text.resize(at);
                run.text.erase(0, at + mark.size());
                if (literal) {
                    line.source.end = line.source.begin + static_cast<std::uint32_t>(to_utf8(line.text).size());
                    run.source.begin = line.source.end + static_cast<std::uint32_t>(mark.size());
                }
                line.language = document::foreign_language(line.text, options_.language);
                run.language = document::foreign_language(run.text, options_.language);
                made.push_back(std::move(line));
                made.emplace_back().text = u"\n";
            }
            made.push_back(std::move(run));
        }
        return made;
    }

    std::optional<Inlines> cell_inlines(cmark_node* cell, const Content& content) {
        const std::size_t begin = content.text().find_first_not_of(" \t");
        if (begin == std::string_view::npos) return Inlines{};
        Content trimmed;
        for (std::size_t at = begin; at < content.text().size(); ++at) {
            trimmed.append(content.text().substr(at, 1), content.source_at(at));
        }
        return inlines_of(cell, trimmed);
    }

    const SourceText& source_;
    Lines lines_;
    const BlockOptions& options_;
    Diagnostics& diagnostics_;
    StyleRole role_ = StyleRole::body;
    int quotes_ = 0;
    bool in_note_ = false;
    std::size_t counted_lists_ = 0;  ///< around the block
    static constexpr int deepest = 100;
    int depth_ = 0;
};

/// Reads a stretch with footnotes, or their marks, at once.
std::optional<Error> read_with_notes(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                                     const BlockOptions& options, std::vector<Block>& blocks,
                                     Diagnostics& diagnostics) {
    const Tree tree = parse_markdown(options.notes->with_all_names(source.bytes().substr(begin, end - begin)), true);
    PartReader reader{source, Lines{source.bytes(), begin, end}, options, diagnostics};
    cmark_node* stop = cmark_node_first_child(tree.get());
    while (stop != nullptr && cmark_node_get_type(stop) != CMARK_NODE_FOOTNOTE_DEFINITION &&
           cmark_node_get_start_line(stop) <= reader.line_count()) {
        stop = cmark_node_next(stop);
    }
    if (!reader.children(tree.get(), stop, blocks) || !reader.notes(tree.get())) return std::move(reader.error);
    return std::nullopt;
}

}  // namespace

std::optional<Error> read_blocks(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                                 const BlockOptions& options, std::vector<Block>& blocks, Diagnostics& diagnostics) {
    constexpr std::uint32_t part_size = 1 << 15;
    const std::string_view bytes = source.bytes();
    const std::string_view all = bytes.substr(begin, end - begin);
    if (options.notes != nullptr && !options.notes->empty() && all.find("[^") != std::string_view::npos) {
        return read_with_notes(source, begin, end, options, blocks, diagnostics);
    }
    const bool whole = may_define_references(all);
    std::uint32_t wanted = part_size;
    while (begin < end) {
        const std::uint32_t part_end = whole ? end : end_of_part(bytes, begin, end, wanted);
        const Tree tree = parse_markdown(bytes.substr(begin, part_end - begin));
        const Lines lines{bytes, begin, part_end};
        // A code block at the end of a part may go on after it: it is left to the next part.
        cmark_node* stop = nullptr;
        if (part_end < end) {
            cmark_node* last = cmark_node_last_child(tree.get());
            if (last != nullptr && cmark_node_get_type(last) == CMARK_NODE_CODE_BLOCK) stop = last;
            if (stop != nullptr && stop == cmark_node_first_child(tree.get())) {
                wanted *= 2;
                continue;
            }
        }
        PartReader reader{source, lines, options, diagnostics};
        if (!reader.children(tree.get(), stop, blocks)) return std::move(reader.error);
        begin = stop == nullptr ? part_end : lines.line(cmark_node_get_start_line(stop)).begin;
        wanted = part_size;
    }
    return std::nullopt;
}

}  // namespace bichig::format
