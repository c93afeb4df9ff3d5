// Calls of bichig/c/lexicon.h: each pair is one template over the units of its text.
#include <bichig/c/lexicon.h>

#include <memory>

#include <bichig/lexicon/build.h>
#include <bichig/lexicon/lint.h>
#include <bichig/lexicon/paradigm.h>

#include "c/internal/findings.h"
#include "c/internal/spelling.h"

struct bichig_lexicon {
    bichig::lexicon::Lexicon tables;
    std::size_t forms = 0;
};

namespace bichig::c {

namespace {

const lexicon::Lexicon& tables_of(const bichig_lexicon* lexicon) {
    require(lexicon != nullptr, "the lexicon is NULL");
    return lexicon->tables;
}

bichig_severity severity_of(lexicon::Severity severity) {
    switch (severity) {
        case lexicon::Severity::error: return BICHIG_ERROR;
        case lexicon::Severity::warning: return BICHIG_WARNING;
        case lexicon::Severity::note: return BICHIG_NOTE;
    }
    return BICHIG_WARNING;
}

void give_findings(const lexicon::Findings& findings, bichig_findings** out) {
    Diagnostics found;
    std::vector<bichig_severity> severities;
    for (const lexicon::Finding& finding : findings) {
        found.add({finding.id, finding.message, finding.hint, finding.where, {}});
        severities.push_back(severity_of(finding.severity));
    }
    *out = make_handle<bichig_findings>(std::move(found), std::move(severities));
}

std::shared_ptr<const lexicon::Source> source_of(const char* folder) {
    require(folder != nullptr, "the folder is NULL");
    return std::make_shared<const lexicon::Source>(value_of(lexicon::read_source(folder)));
}

/// A handle that ends where it is not given away.
struct Close {
    void operator()(bichig_lexicon* lexicon) const { close_handle(lexicon); }
};

void open(const char* folder, bichig_lexicon** out, bichig_findings** findings) {
    clear_result(out);
    if (findings != nullptr) *findings = nullptr;
    lexicon::Findings found;
    lexicon::Lexicon tables = lexicon::compile(source_of(folder), found);
    if (findings == nullptr && lexicon::has_errors(found)) fail_with(lexicon::first_error(found));
    std::size_t forms = 0;
    for (const lexicon::Entry& entry : tables.entries()) forms += tables.count_forms(entry);
    std::unique_ptr<bichig_lexicon, Close> made{make_handle<bichig_lexicon>(std::move(tables), forms)};
    if (findings != nullptr) give_findings(found, findings);
    *out = made.release();
}

void lint(const char* folder, bichig_findings** out) {
    clear_result(out);
    give_findings(lexicon::lint(source_of(folder)), out);
}

void describe(const bichig_lexicon* lexicon, bichig_lexicon_info* out) {
    const lexicon::Lexicon& tables = tables_of(lexicon);
    const lexicon::Manifest& from = tables.source().manifest;
    fill(out, bichig_lexicon_info{0, from.id.c_str(), from.title.c_str(), from.version.c_str(), from.date.c_str(),
                                  from.language.c_str(), from.licence.c_str(), from.statement.c_str(),
                                  tables.entries().size(), lexicon->forms});
}

void build(const bichig_lexicon* lexicon, const char* folder, bichig_progress progress, void* user,
           bichig_build_report* out) {
    const lexicon::Lexicon& tables = tables_of(lexicon);
    require(folder != nullptr, "the folder is NULL");
    if (out != nullptr) fill(out, bichig_build_report{});
    lexicon::Progress told;
    if (progress != nullptr) {
        // What the build holds by then is memory alone: a cancelled one may leave it by an exception.
        told = [progress, user](std::size_t done, std::size_t all) {
            if (progress(user, done, all) != 0) fail_cancelled();
        };
    }
    const lexicon::BuildReport made = value_of(lexicon::build(tables, folder, told));
    if (out != nullptr) {
        fill(out, bichig_build_report{0, made.entries, made.forms, made.distinct_forms, made.classes});
    }
}

void make(const bichig_lexicon* lexicon, bichig_dictionary** out) {
    clear_result(out);
    auto index = value_of(spell::ShapeIndex::from_bytes(value_of(lexicon::shape_index(tables_of(lexicon)))));
    *out = make_handle<bichig_dictionary>(spell::Dictionary{std::move(index)});
}

std::vector<const lexicon::Entry*> found_entries(const lexicon::Lexicon& tables, std::u16string_view word) {
    if (!word.empty()) return lexicon::entries_of(tables, to_utf8(word));
    std::vector<const lexicon::Entry*> all;
    for (const lexicon::Entry& entry : tables.entries()) all.push_back(&entry);
    return all;
}

template <class Char>
void pack_entry(Pack& pack, std::size_t index, const lexicon::Lexicon& tables, const lexicon::Entry& entry) {
    using lexicon::Column;
    const std::size_t at = index * sizeof(bichig_entry);
    const Place place = tables.place(entry);
    bichig_entry one{};
    one.number = static_cast<std::size_t>(&entry - tables.entries().data());
    one.part_of_speech = lexicon::name(entry.pos).data();
    one.status = lexicon::name(entry.status).data();
    one.frequency = entry.frequency;
    one.forms = tables.count_forms(entry);
    one.line = place.line;
    pack.put(0, index, one);
    pack.text<Char>(at + offsetof(bichig_entry, utf8), at + offsetof(bichig_entry, utf16),
                    at + offsetof(bichig_entry, length), entry.stem);
    pack.text(at + offsetof(bichig_entry, latin), lexicon::latin_of(entry.stem));
    pack.text(at + offsetof(bichig_entry, paradigm), tables.cell(entry, Column::paradigm));
    pack.text(at + offsetof(bichig_entry, cyrillic), tables.cell(entry, Column::cyrillic));
    pack.text(at + offsetof(bichig_entry, gloss_zh), tables.cell(entry, Column::gloss_zh));
    pack.text(at + offsetof(bichig_entry, file), place.file);
}

template <class Char>
void entries(const bichig_lexicon* lexicon, const Char* word, std::size_t length, bichig_entry** out,
             std::size_t* count) {
    clear_result(out, count);
    const lexicon::Lexicon& tables = tables_of(lexicon);
    const Source source{word, length};
    const std::vector<const lexicon::Entry*> found = found_entries(tables, source.text());
    Pack pack;
    pack.array<bichig_entry>(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) pack_entry<Char>(pack, i, tables, *found[i]);
    pack.give(out);
    *count = found.size();
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : " ") + part;
    return all;
}

template <class Char>
void paradigm(const bichig_lexicon* lexicon, std::size_t entry, bichig_paradigm_form** out, std::size_t* count) {
    clear_result(out, count);
    const lexicon::Lexicon& tables = tables_of(lexicon);
    require(entry < tables.entries().size(), "there is no entry of that number");
    const std::vector<lexicon::ParadigmForm> forms = lexicon::paradigm_of(tables, tables.entries()[entry]);
    Pack pack;
    pack.array<bichig_paradigm_form>(forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const std::size_t at = i * sizeof(bichig_paradigm_form);
        pack.text<Char>(at + offsetof(bichig_paradigm_form, utf8), at + offsetof(bichig_paradigm_form, utf16),
                        at + offsetof(bichig_paradigm_form, length), forms[i].text);
        pack.text(at + offsetof(bichig_paradigm_form, latin), forms[i].latin);
        pack.text(at + offsetof(bichig_paradigm_form, units), forms[i].units);
        pack.text(at + offsetof(bichig_paradigm_form, group), forms[i].group);
        pack.text(at + offsetof(bichig_paradigm_form, chain), joined(forms[i].chain));
    }
    pack.give(out);
    *count = forms.size();
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_lexicon_open(const char* folder, bichig_lexicon** lexicon, bichig_findings** findings,
                                  bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(folder, lexicon, findings); });
}
void bichig_lexicon_close(bichig_lexicon* lexicon) { bichig::c::close_handle(lexicon); }
bichig_status bichig_lexicon_describe(const bichig_lexicon* lexicon, bichig_lexicon_info* info, bichig_error* error) {
    return guarded(error, [&] { bichig::c::describe(lexicon, info); });
}
bichig_status bichig_lexicon_lint(const char* folder, bichig_findings** findings, bichig_error* error) {
    return guarded(error, [&] { bichig::c::lint(folder, findings); });
}
bichig_status bichig_lexicon_build(const bichig_lexicon* lexicon, const char* folder, bichig_progress progress,
                                   void* progress_user, bichig_build_report* report, bichig_error* error) {
    return guarded(error, [&] { bichig::c::build(lexicon, folder, progress, progress_user, report); });
}
bichig_status bichig_lexicon_make(const bichig_lexicon* lexicon, bichig_dictionary** dictionary,
                                  bichig_error* error) {
    return guarded(error, [&] { bichig::c::make(lexicon, dictionary); });
}
bichig_status bichig_lexicon_entries_utf8(const bichig_lexicon* lexicon, const char* word, size_t length,
                                          bichig_entry** entries, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::entries(lexicon, word, length, entries, count); });
}
bichig_status bichig_lexicon_entries_utf16(const bichig_lexicon* lexicon, const bichig_char16* word, size_t length,
                                           bichig_entry** entries, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::entries(lexicon, word, length, entries, count); });
}
bichig_status bichig_lexicon_paradigm_utf8(const bichig_lexicon* lexicon, size_t entry, bichig_paradigm_form** forms,
                                           size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::paradigm<char>(lexicon, entry, forms, count); });
}
bichig_status bichig_lexicon_paradigm_utf16(const bichig_lexicon* lexicon, size_t entry,
                                            bichig_paradigm_form** forms, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::paradigm<bichig_char16>(lexicon, entry, forms, count); });
}

}  // extern "C"
