// Writes the paradigms of a stem as a page.
#include <bichig/base/utf.h>
#include <bichig/lexicon/paradigm.h>

#include "lexicon/internal/html.h"

namespace bichig::lexicon {

namespace {

std::string cell(const ParadigmForm& form, const std::string& language) {
    return "<span class=\"form\" title=\"" + escaped(form.units) + "\">" + vertical(form.text, language) +
           "<span class=\"latin\">" + escaped(form.latin) + "</span></span>";
}

std::string table_of(const ParadigmTable& table, const std::vector<ParadigmForm>& forms, const std::string& language) {
    std::string html = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                       escaped(table.title.empty() ? "stem" : table.title) +
                       "\"><table class=\"paradigm\">\n<caption>" +
                       escaped(table.title.empty() ? "stem" : table.title) + "</caption>\n<thead><tr><td></td>";
    for (const std::string& column : table.columns) {
        html += "<th scope=\"col\">" + (column.empty() ? "–" : escaped(column)) + "</th>";
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const ParadigmTable::Row& row : table.rows) {
        std::string name;
        for (const std::string& suffix : row.chain) name += (name.empty() ? "" : " + ") + suffix;
        html += "<tr><th scope=\"row\">" + (name.empty() ? "stem" : escaped(name)) + "</th>";
        for (const auto& indexes : row.cells) {
            html += "<td>";
            for (const std::size_t index : indexes) html += cell(forms[index], language);
            html += "</td>";
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>\n";
}

std::string facts_of(const Lexicon& lexicon, const Entry& entry, std::size_t forms) {
    std::string html = "<p>" + escaped(name(entry.pos));
    const auto add = [&](std::string_view label, std::string_view value) {
        if (!value.empty()) html += " · " + std::string{label} + escaped(value);
    };
    add("", lexicon.cell(entry, Column::cyrillic));
    const std::string_view gloss = lexicon.cell(entry, Column::gloss_zh);
    if (!gloss.empty()) html += " · <span lang=\"zh-CN\">" + escaped(gloss) + "</span>";
    add("paradigm ", lexicon.cell(entry, Column::paradigm));
    add("", name(entry.status));
    const std::string place = escaped(describe(lexicon.place(entry)));
    return html + " · " + counted(forms) + " forms</p>\n<p class=\"minor\">" + place + "</p>\n";
}

}  // namespace

std::string paradigm_page(const Lexicon& lexicon, const std::vector<const Entry*>& entries, const PageFont& font) {
    const Manifest& manifest = lexicon.source().manifest;
    std::string body, title;
    for (const Entry* entry : entries) {
        const std::string stem{lexicon.cell(*entry, Column::stem)};
        if (title.empty()) title = stem + " – " + manifest.title;
        const std::vector<ParadigmForm> forms = paradigm_of(lexicon, *entry);
        body += "<section>\n<h1>" + vertical(entry->stem, manifest.language) + " <span>" + escaped(stem) +
                "</span></h1>\n" + facts_of(lexicon, *entry, forms.size());
        for (const ParadigmTable& table : paradigm_tables(lexicon, forms))
            body += table_of(table, forms, manifest.language);
        body += "</section>\n";
    }
    return whole_page(title,
                      "<main>\n" + body + "</main>\n<footer><p>" + escaped(manifest.title) + " " +
                          escaped(manifest.version) + ": " + escaped(manifest.statement) + "</p></footer>\n",
                      font);
}

}  // namespace bichig::lexicon
