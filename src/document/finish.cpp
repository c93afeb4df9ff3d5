// Defaults of language, heading levels and title, the same for every reader.
#include <document/internal/finish.h>

#include <algorithm>

#include <bichig/base/utf.h>
#include <bichig/document/references.h>
#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>

#include <document/internal/letters.h>
#include <document/internal/walk.h>

namespace bichig::document {

namespace {

LetterScript first_script(std::string_view utf8) {
    constexpr std::size_t part = 4096;  // the first letter is near the start: most of the text need not be decoded
    for (std::size_t at = 0; at < utf8.size();) {
        std::size_t end = std::min(at + part, utf8.size());
        while (end < utf8.size() && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) ++end;
        const auto text = to_utf16(utf8.substr(at, end - at));
        const LetterScript script = text ? first_letter_script(*text) : LetterScript::none;
        if (script != LetterScript::none) return script;
        at = end;
    }
    return LetterScript::none;
}

std::u16string first_heading(Document& document) {
    std::u16string title;
    for_each_paragraph(document, [&](const Paragraph& paragraph) {
        if (!title.empty() || paragraph.heading_level == 0) return;
        for (const Run& run : paragraph.runs) title += run.image || !run.note.empty() ? u"" : run.text;
    });
    return title;
}

std::u16string file_title(const Document& document) {
    if (document.sources.empty()) return {};
    std::string name = document.sources.front().name;
    name.erase(0, name.find_last_of('/') + 1);
    if (const std::size_t dot = name.find_last_of('.'); dot != std::string::npos && dot > 0) name.erase(dot);
    return to_utf16(name).value_or(std::u16string{});
}

}  // namespace

std::string guessed_language(std::string_view utf8) {
    switch (first_script(utf8)) {
    case LetterScript::mongolian: return "mn-Mong";
    case LetterScript::han: return "zh-Hans";
    case LetterScript::latin: return "en";
    default: return "und";
    }
}

void set_foreign_language(std::vector<Run>& runs, std::string_view language) {
    const auto lettered = std::find_if(runs.begin(), runs.end(), [](const Run& run) {
        return first_letter_script(run.text) != LetterScript::none;
    });
    if (lettered == runs.end()) return;
    const std::string foreign = foreign_language(lettered->text, language);
    if (foreign.empty()) return;
    for (Run& run : runs) {
        if (run.language.empty()) run.language = foreign;
    }
}

std::optional<Error> finish(Document& document, Diagnostics& diagnostics) {
    for (const SourceRange& heading : close_heading_gaps(document)) {
        diagnostics.add({"heading-level", "this heading skips a level and is taken for the next one",
                         "give it the level after that of the heading above, or a lower number",
                         place_of(document, heading), heading});
    }
    if (document.properties.title.empty()) document.properties.title = first_heading(document);
    if (document.properties.title.empty()) document.properties.title = file_title(document);
    return resolve(document);
}

}  // namespace bichig::document
