// Judges the source of a dictionary: every check a linguist would make by eye, each with its place and a hint.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include <bichig/lexicon/finding.h>
#include <bichig/lexicon/lexicon.h>

namespace bichig::lexicon {

/// A check. Value.
struct LintCheck {
    std::string_view id;
    Severity severity;
    bool fixable;           ///< whether it can offer a fix
    std::string_view what;  ///< what it finds, in one line
};

/// All checks, those of compile() included, in the order of the report.
std::span<const LintCheck> lint_checks();

/// Everything that can be said of `source`, by file, line and column. Total. Sources of the checks: the letters by
/// UTN #57 and GB/T 25914-2023; vowel harmony and syllables by EAC MGC/01-03 and MGC/01-10.
Findings lint(std::shared_ptr<const Source> source);

/// Changes the cells for which `findings` have a fix, and rewrites tables of which only line ends or a byte order mark
/// are at fault. Gives the number of cells changed. write_tables() saves them.
std::size_t apply_fixes(Source& source, const Findings& findings);

}  // namespace bichig::lexicon
