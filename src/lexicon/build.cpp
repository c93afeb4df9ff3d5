// Writes what programs use of a dictionary into a folder.
#include <bichig/lexicon/build.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/spell/shape_index.h>

#include "lexicon/internal/compile.h"

namespace bichig::lexicon {

namespace {

namespace fs = std::filesystem;

Result<void> write_file(const std::string& path, std::string_view bytes) {
    auto file = OutputFile::create(path);
    if (!file) return fail(file.error());
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

spell::FormKind kind_of(const Lexicon& lexicon, const Entry& entry) {
    if (entry.pos == PartOfSpeech::abbreviation) return spell::FormKind::abbreviation;
    if (entry.pos != PartOfSpeech::name) return spell::FormKind::word;
    return lexicon.tier(entry) == "places" ? spell::FormKind::place : spell::FormKind::name;
}

/// Adds every form to the index, and counts.
Result<void> fill(spell::ShapeIndexWriter& index, const Lexicon& lexicon, BuildReport& report,
                  const Progress& progress) {
    std::size_t done = 0;
    const std::size_t all = lexicon.entries().size();
    for (const Entry& entry : lexicon.entries()) {
        const spell::FormKind kind = kind_of(lexicon, entry);
        Result<void> added;
        lexicon.for_each_form(entry, [&](const FormView& form) {
            if (!added) return;
            // How often the forms of a stem were met is not known, only the stem: the bare stem has its number.
            added = index.add(form.text, {form.tail == nullptr ? entry.frequency : 0, kind});
            ++report.forms;
        });
        if (!added) {
            Error error = added.error();
            error.where = lexicon.place(entry);
            return fail(std::move(error));
        }
        if (progress && (++done % 1024 == 0 || done == all)) progress(done, all);
    }
    return {};
}

}  // namespace

std::string notice(const Lexicon& lexicon) {
    const Source& source = lexicon.source();
    const Manifest& manifest = source.manifest;
    std::string out =
        manifest.title + "\nVersion " + manifest.version + " of " + manifest.date + "\n" + manifest.statement + "\n";
    out += "Licence: " + manifest.licence + "\n";
    if (!manifest.homepage.empty()) out += manifest.homepage + "\n";
    out += "\nRows by source:\n";
    std::map<std::string, std::map<std::string, std::size_t>> rows;
    std::map<std::string_view, std::size_t> status;
    for (const Entry& entry : lexicon.entries()) {
        ++rows[std::string{lexicon.cell(entry, Column::source)}][std::string{lexicon.cell(entry, Column::licence)}];
        ++status[name(entry.status)];
    }
    for (const Named& known : manifest.sources) {
        const auto found = rows.find(known.id);
        if (found == rows.end()) continue;
        out += "  " + known.id + ": " + known.title + (known.url.empty() ? "" : " <" + known.url + ">") + "\n";
        for (const auto& [licence, count] : found->second)
            out += "    " + std::to_string(count) + " rows, " + licence + "\n";
    }
    out += "\nRows by status:\n";
    for (const auto& [id, count] : status) out += "  " + std::to_string(count) + " " + std::string{id} + "\n";
    if (!manifest.notice.empty()) out += "\n";
    for (const std::string& line : manifest.notice) out += line + "\n";
    return out;
}

std::vector<std::u16string> distinct_forms(const Lexicon& lexicon) {
    std::vector<std::u16string> forms;
    for (const Entry& entry : lexicon.entries()) {
        lexicon.for_each_form(entry, [&](const FormView& form) { forms.emplace_back(form.text); });
    }
    std::sort(forms.begin(), forms.end());
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
}

Result<std::string> shape_index(const Lexicon& lexicon) {
    spell::ShapeIndexWriter index;
    BuildReport report;
    if (auto filled = fill(index, lexicon, report, {}); !filled) return fail(filled.error());
    return index.bytes();
}

Result<BuildReport> build(const Lexicon& lexicon, const std::string& folder, const Progress& progress) {
    BuildReport report;
    report.entries = lexicon.entries().size();
    report.classes = lexicon.classes().size();
    spell::ShapeIndexWriter index;
    if (auto filled = fill(index, lexicon, report, progress); !filled) return fail(filled.error());
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        return fail({ErrorCode::system, "the folder cannot be made: " + failed.message(), "name another one with -o",
                     Place{folder, 0, 0, {}}});
    }
    const HunspellFiles files = hunspell_files(lexicon);
    const std::string base = (fs::path{folder} / lexicon.source().manifest.id).string();
    const std::string notice_path = (fs::path{folder} / "NOTICE").string();
    const std::string shapes = index.bytes();
    const std::string text = notice(lexicon);
    for (const auto& [path, bytes] : {std::pair<std::string, std::string_view>{base + ".aff", files.aff},
                                      {base + ".dic", files.dic},
                                      {base + ".shapes", shapes},
                                      {notice_path, text}}) {
        if (auto written = write_file(path, bytes); !written) return fail(written.error());
        report.files.push_back(path);
    }
    auto opened = spell::ShapeIndex::from_bytes(shapes, base + ".shapes");
    if (!opened) return fail(opened.error());
    report.distinct_forms = opened->size();
    return report;
}

}  // namespace bichig::lexicon
