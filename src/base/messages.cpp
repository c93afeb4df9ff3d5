// Puts places, errors and diagnostics into one line of text for people.
#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>

namespace bichig::inline base {

namespace {

std::string join(const Place& where, const std::string& message, const std::string& hint) {
    std::string line = describe(where);
    if (!line.empty()) line += ": ";
    line += message;
    if (!hint.empty()) line += " (" + hint + ")";
    return line;
}

}  // namespace

std::string describe(const Place& place) {
    std::string text = place.file;
    if (place.line != 0) {
        text += ":" + std::to_string(place.line);
        if (place.column != 0) text += ":" + std::to_string(place.column);
    }
    if (!place.detail.empty()) text += (text.empty() ? "" : ": ") + place.detail;
    return text;
}

std::string describe(const Error& error) { return join(error.where, error.message, error.hint); }

std::string describe(const Diagnostic& diagnostic) {
    return join(diagnostic.where, diagnostic.message, diagnostic.hint);
}

}  // namespace bichig::inline base
