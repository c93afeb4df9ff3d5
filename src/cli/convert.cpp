// `bichig convert`: texts of legacy encodings to Unicode and to Menksoft glyph codes.
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/script/legacy.h>

#include "cli/internal/command.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

namespace {

struct ConvertOptions {
    TextFileOptions files;
    std::string from = "auto";
    std::string to = "unicode";
    std::string font_hint;
    std::string report;
};

using Json = nlohmann::ordered_json;

/// A file on its way: the text now, what was concluded of it, and what was remarked.
struct Work {
    std::string file;
    std::u16string source;
    script::LegacyDetection detected;
    script::Conversion made;
};

/// What `source` is to be read as; none for Unicode. Errors: a text that detection refuses.
Result<std::optional<script::Legacy>> choose(Work& work, const ConvertOptions& options) {
    if (options.from == "unicode") return std::optional<script::Legacy>{};
    if (options.from != "auto") {
        work.detected = {script::LegacyDetection::Kind::legacy, *script::legacy_named(options.from), 1, "named"};
        return std::optional{work.detected.legacy};
    }
    work.detected = script::detect_legacy(work.source, options.font_hint);
    if (work.detected.kind == script::LegacyDetection::Kind::refused) {
        return fail({ErrorCode::invalid_input, "the encoding is not clear: " + std::string(work.detected.reason),
                     "name it with --from, or the font with --font-hint", {work.file, 0, 0, ""}});
    }
    if (work.detected.kind == script::LegacyDetection::Kind::unicode) return std::optional<script::Legacy>{};
    return std::optional{work.detected.legacy};
}

Result<void> convert_file(Work& work, const ConvertOptions& options) {
    auto legacy = choose(work, options);
    if (!legacy) return fail(legacy.error());
    const bool to_unicode = options.to == "unicode";
    if (*legacy && (to_unicode || **legacy != script::Legacy::menksoft)) {
        work.made = script::legacy_to_unicode(work.source, **legacy, {to_unicode});
    } else {
        work.made.text = work.source;
    }
    report(work.made.remarks, work.source, work.file);
    if (to_unicode || *legacy == script::Legacy::menksoft) return {};
    const std::u16string unicode = std::move(work.made.text);
    script::Conversion codes = script::unicode_to_menksoft(unicode, {!*legacy});
    report(codes.remarks, unicode, work.file);
    work.made.text = std::move(codes.text);
    if (!*legacy) work.made = {std::move(work.made.text), std::move(codes.alignments), std::move(codes.remarks)};
    return {};
}

Json as_json(const Work& work) {
    Json out;
    out["file"] = work.file;
    const bool legacy = work.detected.kind == script::LegacyDetection::Kind::legacy;
    out["from"] = legacy ? std::string(script::name(work.detected.legacy)) : "unicode";
    out["confidence"] = work.detected.confidence;
    out["reason"] = work.detected.reason;
    out["remarks"] = Json::array();
    PlaceFinder place_of{work.source, work.file};
    for (const script::Remark& remark : work.made.remarks) {
        const Place place = place_of(remark.source.begin);
        out["remarks"].push_back({{"id", remark.id},
                                  {"reason", remark.reason},
                                  {"line", place.line},
                                  {"column", place.column},
                                  {"begin", remark.source.begin},
                                  {"end", remark.source.end},
                                  {"text", to_utf8(work.source.substr(remark.source.begin, remark.source.size()))},
                                  {"kept", remark.kept}});
    }
    out["alignments"] = Json::array();
    for (const script::Alignment& part : work.made.alignments) {
        out["alignments"].push_back({part.source.begin, part.source.end, part.result.begin, part.result.end});
    }
    return out;
}

Result<void> write_report(const std::string& path, const Json& files) {
    auto file = OutputFile::create(path);
    if (!file) return fail(file.error());
    const Json answer{{"files", files}};
    auto written = file->write(answer.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    return written ? file->commit() : written;
}

Exit convert(const ConvertOptions& options) {
    std::u16string out;
    Json files = Json::array();
    bool found = false;
    for (const std::string& input : options.files.inputs) {
        auto source = read_text(input, options.files);
        if (!source) return report(source.error());
        Work work{input, std::move(source->text), {}, {}};
        auto done = convert_file(work, options);
        if (!done) return report(done.error());
        found = found || !work.made.remarks.empty();
        out += work.made.text;
        if (!options.report.empty()) files.push_back(as_json(work));
    }
    auto written = write_text(out, options.files);
    if (written && !options.report.empty()) written = write_report(options.report, files);
    if (!written) return report(written.error());
    return found ? Exit::found : Exit::done;
}

}  // namespace

std::function<Exit()> declare_convert(ArgumentTable& app) {
    auto options = std::make_shared<ConvertOptions>();
    declare_text_files(app, options->files);
    app.add_option("--from", options->from, "auto (the default), menksoft, menksoft-letter, delehi, z52 or unicode")
        .check(one_of({"auto", "menksoft", "menksoft-letter", "delehi", "z52", "unicode"}));
    app.add_option("--to", options->to, "unicode (the default) or menksoft")
        .check(one_of({"unicode", "menksoft"}));
    app.add_option("--font-hint", options->font_hint, "Name of the font that the text was set in").type_name("NAME");
    app.add_option("--json", options->report, "File for a report: encodings, what was kept and why, offsets")
        .type_name("FILE");
    return [options] { return convert(*options); };
}

}  // namespace bichig::cli
