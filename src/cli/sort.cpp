// `bichig sort`: lines in, lines out, in the order of GB/T 30851.
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/text/collation.h>
#include <bichig/text/encoding.h>

#include "cli/internal/command.h"

namespace bichig::cli {

namespace {

struct SortOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::string encoding;  ///< empty: detected
    std::string han = "pinyin";
    std::size_t field = 0;
    bool reverse = false;
    bool unique = false;
    bool numeric = false;
    bool standard_connectors = false;
    bool json = false;
};

struct Line {
    std::u16string text;
    std::string key;
};

/// The field `number` (from 1) of a line whose fields are parted by tabs; empty where the line has none.
std::u16string_view field_of(std::u16string_view line, std::size_t number) {
    if (number == 0) return line;
    for (; number > 1; --number) {
        const std::size_t tab = line.find(u'\t');
        if (tab == std::u16string_view::npos) return {};
        line.remove_prefix(tab + 1);
    }
    return line.substr(0, line.find(u'\t'));
}

/// Appends the lines of the file at `path`. Errors: that the file cannot be read, or is no text in its encoding.
Result<void> read_lines(const std::string& path, const SortOptions& options, std::vector<Line>& lines) {
    const auto bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    std::optional<text::Encoding> encoding;
    if (!options.encoding.empty()) {
        const auto named = text::encoding_named(options.encoding);
        if (!named) return fail(named.error());
        encoding = *named;
    }
    const auto decoded = text::decode(*bytes, encoding);
    if (!decoded) {
        Error error = decoded.error();
        error.where.file = path;
        return fail(error);
    }
    std::u16string_view rest = decoded->text;
    while (!rest.empty()) {
        const std::size_t end = rest.find(u'\n');
        std::u16string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::u16string_view::npos ? rest.size() : end + 1);
        if (!line.empty() && line.back() == u'\r') line.remove_suffix(1);
        lines.push_back({std::u16string(line), {}});
    }
    return {};
}

/// Whether a line may hold Chinese; where none does, its order is not asked and need not be built.
bool has_han(const std::vector<Line>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        return std::any_of(line.text.begin(), line.text.end(), [](char16_t c) { return c >= 0x2E80; });
    });
}

Result<text::Collator> open_collator(const SortOptions& options, bool chinese) {
    text::CollationOptions order;
    if (chinese && options.han == "pinyin") order.han = text::HanOrder::pinyin;
    if (chinese && options.han == "stroke") order.han = text::HanOrder::stroke;
    order.numeric = options.numeric;
    order.unify_connectors = !options.standard_connectors;
    return text::Collator::open(order);
}

void order_lines(std::vector<Line>& lines, const SortOptions& options) {
    // Lines of the same key keep their order, reversed or not.
    const auto before = [&](const Line& a, const Line& b) { return options.reverse ? b.key < a.key : a.key < b.key; };
    std::stable_sort(lines.begin(), lines.end(), before);
    if (!options.unique) return;
    const auto same = [](const Line& a, const Line& b) { return a.key == b.key; };
    lines.erase(std::unique(lines.begin(), lines.end(), same), lines.end());
}

std::string in_hexadecimal(const std::string& key) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : key) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::string answer(const std::vector<Line>& lines, bool json) {
    std::string out;
    for (const Line& line : lines) {
        if (json) {
            out += nlohmann::ordered_json{{"line", to_utf8(line.text)}, {"key", in_hexadecimal(line.key)}}.dump();
        } else {
            out += to_utf8(line.text);
        }
        out += '\n';
    }
    return out;
}

Exit sort(const SortOptions& options) {
    std::vector<Line> lines;
    for (const std::string& input : options.inputs) {
        if (const auto read = read_lines(input, options, lines); !read) return report(read.error());
    }
    const auto collator = open_collator(options, has_han(lines));
    if (!collator) return report(collator.error());
    for (Line& line : lines) {
        line.key = collator->sort_key(field_of(line.text, options.field));
    }
    order_lines(lines, options);
    const std::string out = answer(lines, options.json);
    if (options.output.empty() || options.output == "-") return print(out);
    auto file = OutputFile::create(options.output);
    if (!file) return report(file.error());
    if (const auto written = file->write(out); !written) return report(written.error());
    if (const auto done = file->commit(); !done) return report(done.error());
    return Exit::done;
}

}  // namespace

std::function<Exit()> declare_sort(CLI::App& app) {
    auto options = std::make_shared<SortOptions>();
    app.add_option("FILE", options->inputs, "text; - is standard input")->default_val(std::vector<std::string>{"-"});
    app.add_option("-o,--output", options->output, "write to this file, in UTF-8, instead of standard output");
    app.add_option("--input-encoding", options->encoding, "utf-8, utf-16 or gb18030; detected by default");
    app.add_option("-k,--key", options->field, "compare this field of each line, from 1; fields are parted by tabs")
        ->check(CLI::PositiveNumber);
    app.add_flag("-r,--reverse", options->reverse, "last first; lines that compare equal keep their order");
    app.add_flag("-u,--unique", options->unique, "of lines that compare equal only the first");
    app.add_flag("-n,--numeric", options->numeric, "rows of digits compare by their value");
    app.add_option("--han", options->han, "order of Chinese characters: pinyin, stroke or radical")
        ->check(CLI::IsMember({"pinyin", "stroke", "radical"}))
        ->capture_default_str();
    app.add_flag("--standard-connectors", options->standard_connectors,
                 "MVS keeps the place that GB/T 30851 gives it also before a suffix");
    app.add_flag("--json", options->json, "one JSON object a line: the line and its sort key in hexadecimal");
    return [options] { return sort(*options); };
}

}  // namespace bichig::cli
