// `bichig check`: what it is asked for, and the ways in which it answers.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/spell/checker.h>

#include "cli/internal/command.h"
#include "cli/internal/spelling.h"

namespace bichig::cli {

struct CheckCommand {
    TextFileOptions files;
    SpellingOptions spelling;
    std::string fix;      ///< classes, with commas between
    std::string classes;  ///< likewise; empty: all
    bool all = false;
    bool json = false;
    bool sarif = false;
    bool lines = false;
    bool summary = false;
};

/// A finding of a file with its place, and whether it was mended. Value.
struct PlacedFinding {
    std::string file;
    spell::Finding finding;
    FilePlace place;
    bool has_bytes = true;  ///< whether the place in bytes is known
    bool fixed = false;
    std::u16string text;
};

/// A finding as one JSON object.
nlohmann::ordered_json as_json(const PlacedFinding& placed);
/// A finding as a line for people.
std::string as_line(const PlacedFinding& placed);
/// All findings as a log of SARIF 2.1.0 (OASIS).
std::string as_sarif(const std::vector<PlacedFinding>& findings);

/// Checks JSON lines: each an object with a `text`, or a string.
Exit check_lines(const CheckCommand& command, const spell::Checker& checker);

}  // namespace bichig::cli
