// Text files in and out, in any encoding, for the commands.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bichig/base/result.h>
#include <bichig/script/conversion.h>
#include <bichig/text/encoding.h>

#include "cli/internal/arguments.h"

namespace bichig::cli {

/// What a command that turns text into text is asked for.
struct TextFileOptions {
    std::vector<std::string> inputs = {"-"};
    std::string output = "-";
    std::string input_encoding;             ///< empty: detected
    std::string output_encoding = "utf-8";
};

/// Takes the names of encodings that are read.
ValueCheck encoding_check();

/// Declares INPUT (standard input by default) and --input-encoding.
void declare_inputs(ArgumentTable& app, TextFileOptions& options);

/// Declares the same, -o and --output-encoding.
void declare_text_files(ArgumentTable& app, TextFileOptions& options);

/// The file at `path` as text. Errors name the file.
Result<text::Decoded> read_text(const std::string& path, const TextFileOptions& options);

/// Writes `text` to the output that was named. Errors name the file.
Result<void> write_text(std::u16string_view text, const TextFileOptions& options);

/// A line of a text, and what ends it: LF, CR LF, or nothing at the end of the text. Value.
struct TextLine {
    std::u16string_view text;
    std::u16string_view end;
};

/// The lines of `text`, as views of it.
std::vector<TextLine> lines_of(std::u16string_view text);

/// Lines and columns (from 1, in code points) of places in one text. Places asked for in the order of the text cost one
/// walk over it in all.
class PlaceFinder {
public:
    PlaceFinder(std::u16string_view text, std::string file) : text_{text}, file_{std::move(file)} {}
    Place operator()(TextIndex index);

private:
    std::u16string_view text_;
    std::string file_;
    std::size_t index_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t column_ = 1;
};

/// Prints each remark as "bichig: FILE:LINE:COLUMN: reason: 'part'" on standard error.
void report(const std::vector<script::Remark>& remarks, std::u16string_view source, const std::string& file);

}  // namespace bichig::cli
