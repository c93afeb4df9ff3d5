// `bichig layout`: paragraphs in, their lines out, as text or as pictures of pages.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/font/catalogue.h>
#include <bichig/format/svg.h>

#include "cli/internal/command.h"
#include "cli/internal/layout_pages.h"
#include "cli/internal/layout_sheet.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

namespace {

/// What the command line says; empty strings were not given.
struct LayoutOptions {
    std::string input = "-";
    std::string output;
    std::string encoding;
    std::string font_folder;
    std::string width;
    std::string height;
    std::string margin;
    std::string mode;
    std::string alignment;
    std::string size;
    std::string line_pitch;
    std::string first_line_indent;
    std::string language = "mn-Mong";
    std::string mark_spacing;
    unsigned combine_digits = SheetStyle{}.combine_digits;
    double han_scale = SheetStyle{}.han_scale;
    bool sheet = false;
    bool dump = false;
    bool svg = false;
};

Error usage(std::string message, std::string hint) {
    return {ErrorCode::invalid_input, std::move(message), std::move(hint), {}};
}

/// Reads the lengths that were given; the first one that is wrong names its option.
class Lengths {
public:
    void set(const char* option, const std::string& text, Length& out, bool above_zero = true) {
        if (text.empty() || error_) return;
        const Result<Length> length = length_named(text);
        if (length && (*length > Length{} || !above_zero)) {
            out = *length;
            return;
        }
        error_ = usage(std::string(option) + ": " +
                           (length ? "a length above zero is wanted, not " + text : length.error().message),
                       length ? "write 120pt or 40mm" : length.error().hint);
    }

    const std::optional<Error>& error() const { return error_; }

private:
    std::optional<Error> error_;
};

/// The frame as the command line changes it.
Result<void> set_frame(const LayoutOptions& options, SheetFrame& frame) {
    Lengths lengths;
    lengths.set("--width", options.width, frame.size.width);
    lengths.set("--height", options.height, frame.size.height);
    lengths.set("--margin", options.margin, frame.margin, false);
    if (lengths.error()) return fail(*lengths.error());
    const Length across = std::min(frame.size.width, frame.size.height);
    if (frame.margin + frame.margin >= across) {
        return fail(usage("the margins leave no room on the page", "make --margin smaller, or the page larger"));
    }
    if (options.mode == "vertical_lr") frame.mode = layout::WritingMode::vertical_lr;
    if (options.mode == "horizontal_tb") frame.mode = layout::WritingMode::horizontal_tb;
    return {};
}

Result<Sheet> plain_sheet(const LayoutOptions& options) {
    if (options.width.empty() || options.height.empty()) {
        return fail(usage("the size of the page is not known", "add --width and --height, as in --width 120mm"));
    }
    TextFileOptions file;
    file.input_encoding = options.encoding;
    const auto text = read_text(options.input, file);
    if (!text) return fail(text.error());
    SheetStyle style;
    SheetParagraph like;
    Lengths lengths;
    lengths.set("--size", options.size, style.size);
    lengths.set("--line-pitch", options.line_pitch, like.options.line_pitch);
    lengths.set("--first-line-indent", options.first_line_indent, like.options.first_line_indent, false);
    if (lengths.error()) return fail(*lengths.error());
    style.language = options.language;
    style.combine_digits = options.combine_digits;
    style.han_scale = options.han_scale;
    using layout::Alignment;
    like.options.alignment = options.alignment == "start"    ? Alignment::start
                             : options.alignment == "centre" ? Alignment::centre
                             : options.alignment == "end"    ? Alignment::end
                                                             : Alignment::justify;
    if (options.mark_spacing == "as_written") like.options.mark_spacing = layout::MarkSpacing::as_written;
    Sheet sheet;
    sheet.paragraphs = plain_paragraphs(text->text, options.input, style, like);
    return sheet;
}

Result<Sheet> read(const LayoutOptions& options) {
    const bool is_sheet = options.sheet || std::filesystem::path(options.input).extension() == ".json";
    auto sheet = [&]() -> Result<Sheet> {
        if (!is_sheet) return plain_sheet(options);
        auto bytes = read_file(options.input);
        if (!bytes) return fail(bytes.error());
        return read_sheet(std::move(*bytes), options.input);
    }();
    if (!sheet) return sheet;
    if (auto framed = set_frame(options, sheet->frame); !framed) {
        Error error = framed.error();
        if (is_sheet) error.where.file = options.input;
        return fail(std::move(error));
    }
    return sheet;
}

Result<void> write_pages(SetSheet sheet, const std::string& path) {
    auto sink = format::open_svg({path, nullptr});
    if (!sink) return fail(sink.error());
    if (auto begun = (*sink)->begin({}); !begun) return begun;
    for (SetPage& page : sheet.pages) {
        if (auto written = (*sink)->page(std::move(page.page)); !written) return written;
    }
    return (*sink)->finish();
}

Exit write_dump(const std::string& text, const std::string& path) {
    if (path.empty() || path == "-") return print(text);
    auto file = OutputFile::create(path);
    if (!file) return report(file.error());
    auto written = file->write(text);
    if (written) written = file->commit();
    return written ? Exit::done : report(written.error());
}

Exit lay_out(const LayoutOptions& options) {
    const bool svg = options.svg || std::filesystem::path(options.output).extension() == ".svg";
    if (svg && options.dump) return report(usage("--dump writes no SVG", "leave out --dump, or name another output"));
    if (svg && (options.output.empty() || options.output == "-")) {
        return report(usage("pages are files, and none was named", "add -o FILE.svg"));
    }
    auto sheet = read(options);
    if (!sheet) return report(sheet.error());
    auto catalogue =
        font::Catalogue::open(options.font_folder.empty() ? default_font_folder() : options.font_folder);
    if (!catalogue) return report(catalogue.error());
    Diagnostics diagnostics;
    SetSheet set = set_sheet(*sheet, *catalogue, diagnostics);
    if (svg) {
        if (auto written = write_pages(std::move(set), options.output); !written) return report(written.error());
        report(diagnostics);
        return Exit::done;
    }
    const Exit written = write_dump(dump(set, *catalogue), options.output);
    report(diagnostics);
    return written;
}

}  // namespace

std::function<Exit()> declare_layout(ArgumentTable& app) {
    auto options = std::make_shared<LayoutOptions>();
    app.add_option("INPUT", options->input,
                   "A sheet (FILE.json) or plain text, a line a paragraph; - (the default) is standard input")
        .type_name("FILE");
    app.add_option("-o,--output", options->output, "The file to write: FILE.svg, or any other for the dump")
        .type_name("FILE");
    auto dump = app.add_flag("--dump", options->dump, "Lines and glyphs as text (the default)");
    app.add_flag("--svg", options->svg, "Pages as SVG; several become FILE-1.svg, FILE-2.svg, …").excludes(dump);
    app.add_flag("--sheet", options->sheet, "Standard input is a sheet");
    app.add_option("--width", options->width, "Width of the page, such as 120mm or 300pt; a sheet has its own")
        .type_name("LENGTH");
    app.add_option("--height", options->height, "Height of the page").type_name("LENGTH");
    app.add_option("--margin", options->margin, "Margin on all sides; 12pt by default").type_name("LENGTH");
    app.add_option("--mode", options->mode, "Which way lines run: vertical_lr (the default) or horizontal_tb")
        .check(one_of({"vertical_lr", "horizontal_tb"}));
    app.add_option("--size", options->size, "Size of plain text; 16pt by default").type_name("LENGTH");
    app.add_option("--language", options->language, "Language of plain text (BCP 47); mn-Mong by default")
        .type_name("TAG");
    app.add_option("--align", options->alignment, "start, centre, end or justify (the default), for plain text")
        .check(one_of({"start", "centre", "end", "justify"}));
    app.add_option("--combine-digits", options->combine_digits,
                   "Plain text: whole numbers of so many digits stand upright in vertical lines; 0 to 4, 2 by default")
        .check(in_range(0, 4));
    app.add_option("--han-scale", options->han_scale, "Plain text: ideographs are so many times as large; 1 by default")
        .check(in_range(0.25, 4.0));
    app.add_option("--mark-spacing", options->mark_spacing,
                   "Plain text: brackets and quotation marks stand a word space off Mongolian (even, the default) or "
                   "as_written")
        .check(one_of({"even", "as_written"}));
    app.add_option("--line-pitch", options->line_pitch, "From line to line, for plain text; 1.5 sizes by default")
        .type_name("LENGTH");
    app.add_option("--first-line-indent", options->first_line_indent, "For plain text").type_name("LENGTH");
    app.add_option("--input-encoding", options->encoding, "Encoding of plain text; by default what the bytes look like")
        .check(encoding_check());
    app.add_option("--font-dir", options->font_folder, "Folder of the fonts, instead of the staged ones")
        .type_name("FOLDER");
    return [options] { return lay_out(*options); };
}

}  // namespace bichig::cli
