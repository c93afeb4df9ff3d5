// Writes what a site shows beside its entries as scripts: findings, collisions, history, glossary.
#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/lexicon/compare.h>
#include <bichig/lexicon/lint.h>

#include "lexicon/internal/site.h"
#include "lexicon/internal/text.h"

namespace bichig::lexicon {

namespace {

constexpr std::size_t row_limit = 20000;  // of findings and of collisions

void write_forms(JsonWriter& json, std::string_view key, const std::vector<FormChange>& forms, std::size_t limit) {
    json.key(key).open('[');
    for (std::size_t i = 0; i < std::min(limit, forms.size()); ++i) {
        json.open('[')
            .value(std::u16string_view{forms[i].form})
            .value(latin_of(forms[i].form))
            .value(forms[i].stem)
            .value(forms[i].chain)
            .close(']');
    }
    json.close(']').key(std::string{key} + "_all").value(forms.size());
}

void write_words(JsonWriter& json, std::string_view key, const std::vector<std::string>& words) {
    json.key(key).open('[');
    for (const std::string& word : words) json.value(word);
    json.close(']');
}

std::string_view kind_name(EntryChange::Kind kind) {
    return kind == EntryChange::Kind::gained ? "gained" : kind == EntryChange::Kind::lost ? "lost" : "changed";
}

/// `text` without the path of the source: a site is the same wherever it is made.
std::string without_folder(std::string text, const std::string& folder) {
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
        text.erase(at, folder.size());
    return text;
}

/// Words of the glossary in Mongolian letters; empty where one of them has no letters.
std::u16string letters_of_words(std::string_view words) {
    std::u16string text;
    for (const std::string_view word : split(words, ' ')) {
        const auto letters = letters_of(word);
        if (!letters) return {};
        if (!text.empty()) text += u' ';
        text += *letters;
    }
    return text;
}

}  // namespace

std::string lint_script(const Lexicon& lexicon) {
    const std::shared_ptr<const Source> source{std::shared_ptr<void>{}, &lexicon.source()};
    const Findings findings = lint(source);
    const std::string folder = lexicon.source().folder + "/";
    JsonWriter json;
    json.open('{').key("all").value(findings.size()).key("rows").open('[');
    for (std::size_t i = 0; i < std::min(row_limit, findings.size()); ++i) {
        const Finding& finding = findings[i];
        json.open('[').value(name(finding.severity)).value(finding.id).value(without_folder(finding.message, folder));
        json.value(without_folder(finding.hint, folder)).value(without_folder(finding.where.file, folder));
        json.value(std::size_t{finding.where.line})
            .value(std::size_t{finding.where.column})
            .value(finding.where.detail)
            .close(']');
    }
    json.close(']').close('}');
    return receive("lint", json.take());
}

std::string collisions_script(const Lexicon& lexicon, const Progress& progress) {
    const std::vector<Collision> found = collisions(lexicon, progress);
    JsonWriter json;
    json.open('{').key("all").value(found.size()).key("rows").open('[');
    for (std::size_t i = 0; i < std::min(row_limit, found.size()); ++i) {
        json.open('[').value(found[i].units).open('[');
        for (const CollidingForm& form : found[i].forms) {
            json.open('[').value(std::u16string_view{form.form}).value(latin_of(form.form)).open('[');
            for (const std::string& stem : form.stems) json.value(stem);
            json.close(']').close(']');
        }
        json.close(']').close(']');
    }
    json.close(']').close('}');
    return receive("collisions", json.take());
}

std::string history_script(const Lexicon& before, const Lexicon& after, std::size_t form_limit,
                           const Progress& progress) {
    const Difference found = diff(before, after, progress);
    const Manifest& old = before.source().manifest;
    JsonWriter json;
    json.open('{').key("version").value(old.version).key("date").value(old.date);
    json.key("forms_before")
        .value(found.forms_before)
        .key("forms_after")
        .value(found.forms_after)
        .key("entries")
        .open('[');
    for (const EntryChange& change : found.entries) {
        json.open('[').value(kind_name(change.kind)).value(change.stem).value(name(change.pos)).open('[');
        for (const EntryChange::Cell& cell : change.cells) {
            json.open('[')
                .value(column_names[static_cast<std::size_t>(cell.column)])
                .value(cell.before)
                .value(cell.after)
                .close(']');
        }
        json.close(']').value(letters_of(change.stem).value_or(std::u16string{})).close(']');
    }
    json.close(']').key("paradigms").open('[');
    for (const ParadigmChange& change : found.paradigms)
        json.open('[').value(change.paradigm).value(change.stems).close(']');
    json.close(']');
    write_words(json, "gold_lost", found.gold_lost);
    write_words(json, "gold_gained", found.gold_gained);
    write_forms(json, "gained", found.gained, form_limit);
    write_forms(json, "lost", found.lost, form_limit);
    json.close('}');
    return receive("history", json.take());
}

std::string glossary_script(const Lexicon& lexicon) {
    const Table& table = *lexicon.source().glossary;
    JsonWriter json;
    json.open('[');
    const auto cell = [&](std::size_t row, std::string_view column) {
        const auto at = table.column(column);
        return at ? table.cell(row, *at) : std::string_view{};
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string_view words = cell(row, "mongolian");
        json.open('[').value(letters_of_words(words)).value(words);
        for (const char* column : {"chinese", "field", "status", "note"}) json.value(cell(row, column));
        json.close(']');
    }
    json.close(']');
    return receive("glossary", json.take());
}

}  // namespace bichig::lexicon
