// A document as text for tests: one line for each block and run, with what tells two models apart.
#pragma once

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <bichig/base/utf.h>
#include <bichig/document/model.h>
#include <bichig/document/text.h>

namespace bichig::document::testing {

/// Options of dump(): `sources` shows the bytes of each run when they differ from its text.
struct DumpOptions {
    bool sources = false;
};

class Dumper {
public:
    Dumper(const Document& document, DumpOptions options) : document_{document}, options_{options} {}

    std::string all() {
        for (const Section& section : document_.sections) {
            line(0, std::string{"section "} + section.language +
                        (section.writing_mode == WritingMode::vertical_lr ? " vertical" : " horizontal"));
            if (section.facing) {
                line(1, std::string{"faces "} + (section.facing->leaf == Leaf::left ? "left" : "right") + " align " +
                            std::to_string(section.facing->align_headings) +
                            (section.facing->leading_blank ? " after a blank page" : ""));
            }
            blocks(section.blocks, 1);
        }
        return std::move(out_);
    }

private:
    void line(int depth, const std::string& text) {
        out_ += std::string(static_cast<std::size_t>(depth), ' ') + text + "\n";
    }

    static std::string visible(std::string text) {
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "\\n");
        return text;
    }

    void runs(const std::vector<Run>& runs, int depth) {
        for (const Run& run : runs) {
            const std::string text = to_utf8(run.text);
            std::string text_line = "'" + visible(text) + "'";
            if (run.style.strong) text_line += " strong";
            if (run.style.emphasis) text_line += " emphasis";
            if (run.style.code) text_line += " code";
            if (run.style.right_line) text_line += " right line";
            if (run.style.left_line) text_line += " left line";
            if (run.style.strike) text_line += " strike";
            if (run.style.wavy_line) text_line += " wavy line";
            if (run.style.raised) text_line += " raised";
            if (run.image) text_line += " is " + described(*run.image);
            if (!run.language.empty()) text_line += " (" + run.language + ")";
            if (!run.link.empty()) text_line += " -> " + run.link;
            if (!run.reference.empty()) {
                constexpr const char* shown[] = {"", " number", " page"};
                text_line += " -> #" + run.reference + shown[static_cast<int>(run.shows)];
            }
            if (!run.note.empty()) text_line += " note";
            if (options_.sources) {
                const std::string bytes = run.source.empty() ? "" : document_.sources[run.source.source].bytes->substr(
                    run.source.begin, run.source.end - run.source.begin);
                if (bytes != text) text_line += " from '" + visible(bytes) + "'";
            }
            line(depth, text_line);
            blocks(run.note, depth + 1);
        }
    }

    void blocks(const std::vector<Block>& blocks, int depth) {
        for (const Block& block : blocks) std::visit([&](const auto& value) { write(value, depth); }, block.value);
    }
    void write(const Paragraph& paragraph, int depth) {
        line(depth, (paragraph.heading_level > 0 ? "heading " + std::to_string(paragraph.heading_level) : "paragraph") +
                        " style " + std::to_string(paragraph.style));
        runs(paragraph.runs, depth + 1);
    }
    void write(const List& list, int depth) {
        line(depth,
             "list counter " + std::to_string(static_cast<int>(list.counter)) + " from " + std::to_string(list.start));
        for (const ListItem& item : list.items) {
            line(depth + 1, item.task == Task::none ? "item" : item.task == Task::open ? "open task" : "done task");
            blocks(item.blocks, depth + 2);
        }
    }
    static std::string described(const Image& image) {
        const auto points = [](Length length) {
            std::string text = std::to_string(length.in_points());
            return text.substr(0, text.find('.') + 2);
        };
        return "image " + points(image.size.width) + "x" + points(image.size.height) + " '" +
               to_utf8(image.alternative_text) + "'";
    }
    static std::string reach(const TableCell& cell) {
        if (cell.columns == 1 && cell.rows == 1) return "";
        return " over " + std::to_string(cell.columns) + "x" + std::to_string(cell.rows);
    }
    void caption(const Caption& caption, int depth) {
        if (caption.runs.empty()) return;
        line(depth, "caption '" + to_utf8(caption.label) + "' style " + std::to_string(caption.style));
        runs(caption.runs, depth + 1);
    }
    void write(const Table& table, int depth) {
        line(depth,
             "table style " + std::to_string(table.style) + ", header rows " + std::to_string(table.header_rows));
        caption(table.caption, depth + 1);
        for (const TableRow& row : table.rows) {
            line(depth + 1, "row");
            for (const TableCell& cell : row.cells) {
                line(depth + 2, std::string{cell.header ? "header" : "cell"} + " " +
                                    std::to_string(static_cast<int>(cell.alignment)) + reach(cell));
                runs(cell.runs, depth + 3);
            }
        }
    }
    void write(const Rule& rule, int depth) { line(depth, "rule " + std::to_string(rule.thickness.in_raw())); }
    void write(const Image& image, int depth) {
        line(depth, described(image));
        caption(image.caption, depth + 1);
    }
    void write(const FootBlock& foot, int depth) {
        line(depth, "foot");
        blocks(foot.blocks, depth + 1);
    }
    void write(const Bookmark& bookmark, int depth) {
        line(depth, "bookmark " + std::to_string(bookmark.level) + " '" + to_utf8(bookmark.title) + "'");
    }
    static const char* name(WritingMode mode) { return mode == WritingMode::vertical_lr ? " vertical" : " horizontal"; }
    void write(const Pair& pair, int depth) {
        line(depth, "pair share " + std::to_string(pair.share) + " gap " + std::to_string(pair.gap.in_raw()) +
                        " rule " + std::to_string(pair.rule.in_raw()) + " least line " +
                        std::to_string(pair.least_line.in_raw()) + " after " +
                        std::to_string(pair.space_after.in_raw()));
        for (const PairSide& side : pair.sides) {
            line(depth + 1, "side " + side.language + name(side.writing_mode));
            blocks(side.blocks, depth + 2);
        }
    }
    void write(const Sign& sign, int depth) {
        line(depth, std::string{"sign "} + (sign.arrangement == Sign::Arrangement::beside ? "beside" : "above") +
                        " border " + std::to_string(sign.border.in_raw()));
        for (const SignText& text : sign.texts) {
            line(depth + 1, "text " + text.language + name(text.writing_mode));
            runs(text.runs, depth + 2);
        }
    }
    void write(const PageBreak&, int depth) { line(depth, "page break"); }
    void write(const Space& space, int depth) { line(depth, "space " + std::to_string(space.extent.in_raw())); }

    const Document& document_;
    DumpOptions options_;
    std::string out_;
};

inline std::string dump(const Document& document, DumpOptions options = {}) { return Dumper{document, options}.all(); }

/// What the two forms of examples/notice must agree in: blocks, runs, text and properties.
inline std::string summary(const Document& document) {
    std::string text = "title " + to_utf8(document.properties.title) + "\nauthor " +
                       to_utf8(document.properties.author) + "\nlanguage " + document.properties.language + "\ndate " +
                       document.properties.date + "\n";
    for (const std::u16string& keyword : document.properties.keywords) text += "keyword " + to_utf8(keyword) + "\n";
    return text + dump(document) + "reading text\n" + to_utf8(reading_text(document));
}

}  // namespace bichig::document::testing
