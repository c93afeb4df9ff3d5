// `bichig repair`: a text of a legacy encoding, or of letters that only look right, in the standard encoding; and a
// report of what a reader should look at.
#include <algorithm>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/script/legacy.h>
#include <bichig/text/normal_form.h>

#include "cli/internal/command.h"
#include "cli/internal/spelling.h"

namespace bichig::cli {

namespace {

using Json = nlohmann::ordered_json;

struct RepairCommand {
    TextFileOptions files;
    SpellingOptions spelling;
    std::string from = "auto";
    std::string font_hint;
    std::string report;
};

/// One file on its way.
struct Repair {
    std::string file;
    std::u16string text;
    std::string from = "unicode";
    Json changes = Json::array();
    Json review = Json::array();
};

Result<void> convert(Repair& repair, const RepairCommand& command) {
    std::optional<script::Legacy> legacy;
    if (command.from == "auto") {
        const script::LegacyDetection found = script::detect_legacy(repair.text, command.font_hint);
        if (found.kind == script::LegacyDetection::Kind::refused) {
            return fail({ErrorCode::invalid_input, "the encoding is not clear: " + std::string(found.reason),
                         "name it with --from, or the font with --font-hint", {repair.file, 0, 0, ""}});
        }
        if (found.kind == script::LegacyDetection::Kind::legacy) legacy = found.legacy;
    } else if (command.from != "unicode") {
        legacy = script::legacy_named(command.from);
    }
    if (!legacy) return {};
    repair.from = script::name(*legacy);
    script::Conversion made = script::legacy_to_unicode(repair.text, *legacy);
    PlaceFinder place_of{repair.text, repair.file};
    for (const script::Remark& remark : made.remarks) {
        const Place place = place_of(remark.source.begin);
        repair.review.push_back(
            {{"step", "convert"}, {"line", place.line}, {"column", place.column}, {"id", remark.id},
             {"reason", remark.reason},
             {"old", to_utf8(std::u16string_view{repair.text}.substr(remark.source.begin, remark.source.size()))}});
    }
    repair.text = std::move(made.text);
    return {};
}

/// Whether the best suggestion of a finding is taken: it looks as the word does, or is another form of its suffix.
bool is_taken(const spell::Finding& finding) {
    if (finding.suggestions.empty()) return false;
    return finding.certain || finding.fault == spell::FaultClass::encoding ||
           finding.fault == spell::FaultClass::suffix;
}

/// Takes suggestions, and lists what is taken and what is to be looked at. Places are those of the repaired text.
void correct(Repair& repair, const spell::Checker& checker, const spell::CheckOptions& options) {
    const std::u16string source = std::move(repair.text);
    const spell::CheckResult result = checker.check(source, options);
    std::u16string made;
    std::size_t at = 0;
    std::vector<std::pair<Json, TextIndex>> listed;
    for (const spell::Finding& finding : result.findings) {
        made.append(source, at, finding.range.begin - at);
        at = finding.range.end;
        const bool taken = is_taken(finding);
        Json item{{"step", "check"}, {"line", 0}, {"column", 0}};
        item.update(finding_as_json(finding, source));
        item["taken"] = taken;
        listed.emplace_back(std::move(item), static_cast<TextIndex>(made.size()));
        made += taken ? finding.suggestions.front().text : source.substr(finding.range.begin, finding.range.size());
    }
    made.append(source, at);
    repair.text = std::move(made);
    PlaceFinder place_of{repair.text, repair.file};
    for (auto& [item, index] : listed) {
        const Place place = place_of(index);
        item["line"] = place.line;
        item["column"] = place.column;
        const bool certain = item["taken"] == true && item["certain"] == true;
        (certain ? repair.changes : repair.review).push_back(std::move(item));
    }
}

Result<void> write_report(const std::string& path, const Json& files) {
    auto file = OutputFile::create(path);
    if (!file) return fail(file.error());
    const Json report{{"files", files}};
    auto written = file->write(report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    return written ? file->commit() : written;
}

Exit repair(const RepairCommand& command) {
    auto checker = open_checker(command.spelling);
    if (!checker) return report(checker.error());
    std::u16string out;
    Json files = Json::array();
    std::size_t open = 0;
    for (const std::string& path : command.files.inputs) {
        auto source = read_text(path, command.files);
        if (!source) return report(source.error());
        Repair one;
        one.file = path;
        one.text = std::move(source->text);
        if (auto done = convert(one, command); !done) return report(done.error());
        text::NormalOptions normal;
        if (command.spelling.accept_nnbsp) normal.mongolian.connector = script::Connector::keep;
        one.text = text::normalize(one.text, normal).text;
        correct(one, *checker, command.spelling.check_options());
        out += one.text;
        open += one.review.size();
        files.push_back({{"file", path},
                         {"from", one.from},
                         {"changes", std::move(one.changes)},
                         {"review", std::move(one.review)}});
    }
    auto written = write_text(out, command.files);
    if (written && !command.report.empty()) written = write_report(command.report, files);
    if (!written) return report(written.error());
    return open > 0 ? Exit::found : Exit::done;
}

}  // namespace

std::function<Exit()> declare_repair(ArgumentTable& app) {
    auto command = std::make_shared<RepairCommand>();
    declare_text_files(app, command->files);
    declare_spelling_options(app, command->spelling);
    app.add_option("--from", command->from, "auto (the default), menksoft, menksoft-letter, delehi, z52 or unicode")
        .check(one_of({"auto", "menksoft", "menksoft-letter", "delehi", "z52", "unicode"}));
    app.add_option("--font-hint", command->font_hint, "Name of the font that the text was set in").type_name("NAME");
    app.add_option("--report", command->report,
                   "File for a report in JSON: what was changed, and what a reader should look at").type_name("FILE");
    return [command] { return repair(*command); };
}

}  // namespace bichig::cli
