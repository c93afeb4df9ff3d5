// `bichig sort`: lines in, lines out, in the order of GB/T 30851.
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>
#include <bichig/text/collation.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct SortOptions {
    TextFileOptions files;
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

std::u16string answer(const std::vector<Line>& lines) {
    std::u16string out;
    for (const Line& line : lines) (out += line.text) += u'\n';
    return out;
}

std::string json_answer(const std::vector<Line>& lines) {
    std::string out;
    for (const Line& line : lines) {
        out += nlohmann::ordered_json{{"line", to_utf8(line.text)}, {"key", hexadecimal_bytes(line.key)}}.dump() + "\n";
    }
    return out;
}

Exit sort(const SortOptions& options) {
    std::vector<Line> lines;
    const auto read = for_each_line(options.files, nullptr, [&](const TextLine& line) {
        lines.push_back({std::u16string(line.text), {}});
    });
    if (!read) return report(read.error());
    const auto collator = open_collator(options, has_han(lines));
    if (!collator) return report(collator.error());
    for (Line& line : lines) {
        line.key = collator->sort_key(field_of(line.text, options.field));
    }
    order_lines(lines, options);
    if (options.json) return finish(json_answer(lines), options.files, {});
    const auto written = write_text(answer(lines), options.files);
    return written ? Exit::done : report(written.error());
}

}  // namespace

std::function<Exit()> declare_sort(ArgumentTable& app) {
    auto options = std::make_shared<SortOptions>();
    declare_text_files(app, options->files);
    app.add_option("-k,--key", options->field, "compare this field of each line, from 1; fields are parted by tabs")
        .check(positive_number());
    app.add_flag("-r,--reverse", options->reverse, "last first; lines that compare equal keep their order");
    app.add_flag("-u,--unique", options->unique, "of lines that compare equal only the first");
    app.add_flag("-n,--numeric", options->numeric, "rows of digits compare by their value");
    app.add_option("--han", options->han, "order of Chinese characters: pinyin, stroke or radical")
        .check(one_of({"pinyin", "stroke", "radical"}))
        .capture_default_str();
    app.add_flag("--standard-connectors", options->standard_connectors,
                 "MVS keeps the place that GB/T 30851 gives it also before a suffix");
    app.add_flag("--json", options->json, "one JSON object a line: the line and its sort key in hexadecimal");
    return [options] { return sort(*options); };
}

}  // namespace bichig::cli
