// Packs for native readers: which entries, with which forms, as a sheet and as a page to print.
#include <bichig/lexicon/review.h>

#include <algorithm>

#include <bichig/base/utf.h>

#include "lexicon/internal/html.h"
#include "lexicon/internal/review_columns.h"
#include "lexicon/internal/row_keys.h"

namespace bichig::lexicon {

namespace {

constexpr std::size_t shown_forms = 4;

/// Forms of different suffixes, spread over all that the entry has.
std::vector<std::u16string> sample(const Lexicon& lexicon, const Entry& entry) {
    std::vector<std::u16string> all;
    lexicon.for_each_form(entry, [&](const FormView& form) {
        if (form.tail != nullptr && form.tail->chain.size() == 1) all.emplace_back(form.text);
    });
    std::vector<std::u16string> forms;
    const std::size_t count = std::min(all.size(), shown_forms);
    for (std::size_t i = 0; i < count; ++i) forms.push_back(all[i * all.size() / count]);
    return forms;
}

bool is_selected(const Lexicon& lexicon, const Entry& entry, const ReviewSelection& selection) {
    const auto& statuses = selection.statuses;
    return std::find(statuses.begin(), statuses.end(), entry.status) != statuses.end() &&
           (selection.tier.empty() || lexicon.tier(entry) == selection.tier) &&
           (selection.pos.empty() || name(entry.pos) == selection.pos);
}

constexpr std::string_view style = R"(
@page { size: A4; margin: 14mm; }
body { font-family: sans-serif; font-size: 9pt; margin: 0; }
h1 { font-size: 13pt; } main { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 3mm; }
article { border: 0.3pt solid #888; padding: 2mm; break-inside: avoid; display: flex; gap: 2mm; }
.word, .forms { writing-mode: vertical-lr; font-family: Bichig, "Noto Sans Mongolian", "Mongolian Baiti", serif; }
.word { font-size: 20pt; min-height: 45mm; } .forms { font-size: 12pt; max-height: 60mm; }
.forms span { display: block; } .facts { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.facts p { margin: 0 0 1mm; } .number { color: #666; }
.verdict span { display: block; white-space: nowrap; } .line { border-bottom: 0.3pt solid #888; height: 6mm; }
)";

void append_item(std::string& out, const ReviewItem& item, std::size_t number) {
    out += "<article><div class=\"word\" lang=\"mn-Mong\">" + escaped(to_utf8(item.word)) + "</div>";
    out += "<div class=\"forms\" lang=\"mn-Mong\">";
    for (const std::u16string& form : item.forms) out += "<span>" + escaped(to_utf8(form)) + "</span>";
    out += "</div><div class=\"facts\"><p class=\"number\">" + std::to_string(number) + "</p>";
    out += "<p><b>" + escaped(item.stem) + "</b> " + escaped(item.pos) + "</p>";
    if (!item.cyrillic.empty()) out += "<p lang=\"mn-Cyrl\">" + escaped(item.cyrillic) + "</p>";
    if (!item.gloss.empty()) out += "<p lang=\"zh\">" + escaped(item.gloss) + "</p>";
    out +=
        "<p class=\"verdict\"><span>\u2610 right \u5bf9</span><span>\u2610 wrong \u9519</span>"
        "<span>\u2610 unsure \u4e0d\u786e\u5b9a</span></p>"
        "<div class=\"line\"></div><div class=\"line\"></div></div></article>\n";
}

}  // namespace

std::vector<ReviewItem> review_items(const Lexicon& lexicon, const ReviewSelection& selection) {
    const auto tables = shared_tables(lexicon.source());
    std::vector<std::vector<std::string>> keys;
    for (const SharedTable& table : tables) keys.push_back(row_keys(*table.table));
    std::vector<ReviewItem> items;
    std::size_t skipped = 0;
    for (const Entry& entry : lexicon.entries()) {
        if (!is_selected(lexicon, entry, selection) || skipped++ < selection.skip) continue;
        if (selection.most != 0 && items.size() == selection.most) break;
        const auto cell = [&](Column column) { return std::string{lexicon.cell(entry, column)}; };
        items.push_back({keys[entry.file][entry.row], tables[entry.file].path, entry.stem, cell(Column::stem),
                         cell(Column::pos), cell(Column::paradigm), cell(Column::cyrillic), cell(Column::gloss_zh),
                         sample(lexicon, entry)});
    }
    return items;
}

format::Workbook review_workbook(const std::vector<ReviewItem>& items) {
    format::Sheet sheet;
    sheet.name = "review";
    format::SheetRow header;
    for (const std::string_view column : review_columns) header.emplace_back(column);
    const auto verdict = std::find(review_columns.begin(), review_columns.end(), verdict_column);
    sheet.choices = {{static_cast<std::uint32_t>(verdict - review_columns.begin()), {"right", "wrong", "unsure"}}};
    sheet.rows.push_back(std::move(header));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ReviewItem& item = items[i];
        std::string forms;
        for (const std::u16string& form : item.forms) forms += (forms.empty() ? "" : "  ") + to_utf8(form);
        sheet.rows.push_back({std::to_string(i + 1), item.key, item.path, to_utf8(item.word), item.stem, item.pos,
                              item.paradigm, item.cyrillic, item.gloss, forms, "", "", "", ""});
    }
    return {{std::move(sheet)}};
}

std::string review_page(const std::vector<ReviewItem>& items, std::string_view title, std::string_view font) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title) +
                      "</title>\n<style>";
    if (!font.empty()) {
        out += "\n@font-face { font-family: Bichig; src: url(data:font/ttf;base64," + base64(font) + "); }";
    }
    out.append(style).append("</style></head>\n<body><h1>").append(escaped(title)).append("</h1>\n<main>\n");
    for (std::size_t i = 0; i < items.size(); ++i) append_item(out, items[i], i + 1);
    return out + "</main></body></html>\n";
}

}  // namespace bichig::lexicon
