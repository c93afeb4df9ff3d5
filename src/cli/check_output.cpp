// Findings of `bichig check` for people and for programs.
#include <array>
#include <cstdio>

#include <bichig/base/utf.h>

#include "cli/internal/check.h"

namespace bichig::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Rule {
    spell::FaultClass fault;
    const char* text;
};

constexpr std::array<Rule, spell::fault_class_count> rules = {{
    {spell::FaultClass::encoding, "The word looks right and is written with other letters"},
    {spell::FaultClass::suffix, "The suffix, its connector or its form is wrong"},
    {spell::FaultClass::spelling, "The word is misspelt"},
    {spell::FaultClass::unknown, "The word is not in the dictionary"},
    {spell::FaultClass::name, "The word is not in the dictionary and looks like a name or an abbreviation"},
    {spell::FaultClass::mixed, "The word has letters of several scripts or codes of a legacy encoding"},
}};

/// A path as a relative or absolute reference of RFC 3986.
std::string as_uri(const std::string& path) {
    std::string out;
    for (const char byte : path) {
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           std::string_view{"0123456789-._~/"}.find(byte) != std::string_view::npos;
        char escaped[4];
        std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(byte)));
        out += plain ? std::string(1, byte) : escaped;
    }
    return out;
}

Json region_of(const FilePlace& place, bool has_bytes) {
    Json region{{"startLine", place.line},
                {"startColumn", place.column},
                {"charOffset", place.offset},
                {"charLength", place.length}};
    if (has_bytes) {
        region["byteOffset"] = place.byte_offset;
        region["byteLength"] = place.byte_length;
    }
    return region;
}

Json sarif_result(const PlacedFinding& placed) {
    const Json location{{"uri", as_uri(placed.file)}};
    const Json region = region_of(placed.place, placed.has_bytes);
    Json result{{"ruleId", spell::name(placed.finding.fault)},
                {"level", spell::is_fault(placed.finding.fault) ? "warning" : "note"},
                {"message", {{"text", "'" + to_utf8(placed.text) + "' " + std::string(placed.finding.reason)}}},
                {"locations", {{{"physicalLocation", {{"artifactLocation", location}, {"region", region}}}}}}};
    for (const spell::Suggestion& suggestion : placed.finding.suggestions) {
        const Json replacement{{"deletedRegion", region}, {"insertedContent", {{"text", to_utf8(suggestion.text)}}}};
        const Json change{{"artifactLocation", location}, {"replacements", Json::array({replacement})}};
        result["fixes"].push_back({{"description", {{"text", code_points(suggestion.text)}}},
                                   {"artifactChanges", Json::array({change})}});
    }
    return result;
}

}  // namespace

Json as_json(const PlacedFinding& placed) {
    Json out;
    out["file"] = placed.file;
    out["line"] = placed.place.line;
    out["column"] = placed.place.column;
    out["offset"] = placed.place.offset;
    out["length"] = placed.place.length;
    if (placed.has_bytes) {
        out["byte_offset"] = placed.place.byte_offset;
        out["byte_length"] = placed.place.byte_length;
    }
    spell::Finding finding = placed.finding;
    finding.range = {0, static_cast<TextIndex>(placed.text.size())};
    out.update(finding_as_json(finding, placed.text));
    out["fixed"] = placed.fixed;
    return out;
}

std::string as_line(const PlacedFinding& placed) {
    const spell::Finding& finding = placed.finding;
    const Place place{placed.file, placed.place.line, placed.place.column, ""};
    std::string line = describe(place) + ": " + std::string(spell::name(finding.fault)) + ": '" +
                       to_utf8(placed.text) + "' (" + code_points(placed.text) + ") " + std::string(finding.reason);
    if (!finding.suggestions.empty()) {
        const std::u16string& best = finding.suggestions.front().text;
        line += (placed.fixed ? "; now '" : finding.certain ? "; write '" : "; perhaps '") + to_utf8(best) + "' (" +
                code_points(best) + ")";
        for (std::size_t i = 1; i < finding.suggestions.size(); ++i) {
            line += ", '" + to_utf8(finding.suggestions[i].text) + "'";
        }
    }
    return line + "\n";
}

std::string as_sarif(const std::vector<PlacedFinding>& findings) {
    Json driver{{"name", "bichig check"}, {"version", BICHIG_VERSION}, {"rules", Json::array()}};
    for (const Rule& rule : rules) {
        driver["rules"].push_back({{"id", spell::name(rule.fault)}, {"shortDescription", {{"text", rule.text}}}});
    }
    Json results = Json::array();
    for (const PlacedFinding& placed : findings) results.push_back(sarif_result(placed));
    const Json run{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
    const Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                   {"version", "2.1.0"},
                   {"runs", Json::array({run})}};
    return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace bichig::cli
