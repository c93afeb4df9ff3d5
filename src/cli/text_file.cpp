// Text files in and out, in any encoding, for the commands.
#include "cli/internal/text_file.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

#include "cli/internal/command.h"

namespace bichig::cli {

ValueCheck encoding_check() {
    return listed("{utf-8,utf-16,utf-16le,utf-16be,gb18030}", [](const std::string& name) {
        const auto encoding = text::encoding_named(name);
        return encoding ? std::string{} : encoding.error().message + " (" + encoding.error().hint + ")";
    });
}

void declare_inputs(ArgumentTable& app, TextFileOptions& options) {
    app.add_option("INPUT", options.inputs, "Text files, one after the other; - (the default) is standard input")
        .type_name("FILE");
    app.add_option("--input-encoding", options.input_encoding,
                   "utf-8, utf-16, utf-16le, utf-16be or gb18030; by default what the bytes look like")
        .check(encoding_check());
}

void declare_text_files(ArgumentTable& app, TextFileOptions& options) {
    declare_inputs(app, options);
    app.add_option("-o,--output", options.output, "The file to write; - is standard output").type_name("FILE");
    app.add_option("--output-encoding", options.output_encoding, "The same for the output; utf-8 by default")
        .check(encoding_check());
}

Result<text::Decoded> read_text(const std::string& path, const TextFileOptions& options) {
    auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    std::optional<text::Encoding> encoding;
    if (!options.input_encoding.empty()) encoding = *text::encoding_named(options.input_encoding);
    auto decoded = text::decode(*bytes, encoding);
    if (decoded) return decoded;
    Error error = decoded.error();
    error.where.file = path;
    return fail(std::move(error));
}

Result<void> write_text(std::u16string_view text, const TextFileOptions& options) {
    // "utf-16" names no byte order, so the text must: with a mark, as iconv writes it.
    const text::Encoding encoding = *text::encoding_named(options.output_encoding);
    const bool unmarked = encoding == text::Encoding::utf16le && !options.output_encoding.ends_with('e') &&
                          !options.output_encoding.ends_with('E');
    auto bytes = text::encode(text, encoding, unmarked);
    if (!bytes) return fail(bytes.error());
    if (options.output == "-") {
        const std::size_t size = std::fwrite(bytes->data(), 1, bytes->size(), stdout);
        if (size == bytes->size() && std::fflush(stdout) == 0) return {};
        return fail({ErrorCode::system, "standard output cannot be written", "check the disk or the pipe", {}});
    }
    auto file = OutputFile::create(options.output);
    if (!file) return fail(file.error());
    auto written = file->write(*bytes);
    return written ? file->commit() : written;
}

std::vector<TextLine> lines_of(std::u16string_view text) {
    std::vector<TextLine> lines;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find(u'\n'), text.size() - 1) + 1;
        const bool ended = text[size - 1] == u'\n';
        const std::size_t end = !ended ? 0 : size > 1 && text[size - 2] == u'\r' ? 2 : 1;
        lines.push_back({text.substr(0, size - end), text.substr(size - end, end)});
        text.remove_prefix(size);
    }
    return lines;
}

Place PlaceFinder::operator()(TextIndex index) {
    const std::size_t end = std::min<std::size_t>(index, text_.size());
    if (end < index_) {
        index_ = 0;
        line_ = column_ = 1;
    }
    for (; index_ < end; ++index_) {
        const char16_t unit = text_[index_];
        if (unit == u'\n') {
            ++line_;
            column_ = 1;
        } else {
            column_ += (unit & 0xFC00) != 0xDC00;
        }
    }
    return {file_, line_, column_, ""};
}

void report(const std::vector<script::Remark>& remarks, std::u16string_view source, const std::string& file) {
    Diagnostics diagnostics;
    PlaceFinder place{source, file};
    for (const script::Remark& remark : remarks) {
        const std::string part = to_utf8(source.substr(remark.source.begin, remark.source.size()));
        diagnostics.add({std::string(remark.id), std::string(remark.reason) + ": '" + part + "'",
                         remark.kept ? "kept as it is" : "", place(remark.source.begin), {}});
    }
    report(diagnostics);
}

}  // namespace bichig::cli
