// Findings as lines of text, and as the error that stops a build.
#include <bichig/lexicon/finding.h>

#include <algorithm>

namespace bichig::lexicon {

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        default:
            return "note";
    }
}

std::string describe(const Finding& finding) {
    return describe(Error{ErrorCode::invalid_input, finding.message, finding.hint, finding.where}) + " [" + finding.id +
           "]";
}

bool has_errors(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::error; });
}

Error first_error(const Findings& findings) {
    const auto is_error = [](const Finding& finding) { return finding.severity == Severity::error; };
    const auto first = std::find_if(findings.begin(), findings.end(), is_error);
    const auto more = std::count_if(findings.begin(), findings.end(), is_error) - 1;
    Error error{ErrorCode::invalid_input, first->message, first->hint, first->where};
    if (more > 0)
        error.hint += (error.hint.empty() ? "" : "; ") + std::to_string(more) + " more: bichig dict lint lists them";
    return error;
}

}  // namespace bichig::lexicon
