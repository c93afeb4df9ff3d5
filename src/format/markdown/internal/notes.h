// Footnotes of GitHub's Markdown: marks [^name] and texts [^name]: …, which may stand far from each other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/diagnostics.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

#include <format/markdown/internal/source_text.h>

namespace bichig::format {

/// The footnotes of a text that is read stretch by stretch: directives divide it, but marks and texts find each
/// other over them. Until fill(), Run::reference of a mark is "^name". Scratch.
class NoteTexts {
public:
    /// Finds the names of all footnotes in [begin, end) of `source`.
    NoteTexts(const SourceText& source, std::uint32_t begin, std::uint32_t end);

    bool empty() const { return notes_.empty(); }
    /// What to parse instead of `text` so that cmark knows each name, and keeps each footnote of `text`. All that is
    /// added stands after it.
    std::string with_all_names(std::string_view text) const;
    /// Takes the text of a footnote that begins at byte `at`.
    std::optional<Error> add(const std::string& name, std::uint32_t at, std::vector<document::Block> blocks);
    /// Gives each mark in `blocks` its text. Errors: a mark without text, or a second one for it.
    std::optional<Error> fill(std::vector<document::Block>& blocks);
    /// Says which texts no mark was found for.
    void report_unused(Diagnostics& diagnostics) const;

    /// The name of the mark "[^name]" at the beginning of `text`; empty if there is none.
    static std::string_view mark_name(std::string_view text);

private:
    struct Note {
        std::uint32_t at = 0;
        bool read = false;
        bool marked = false;
        std::vector<document::Block> blocks;
    };

    std::optional<Error> fill(document::Run& run);
    std::optional<Error> unknown_mark(const document::Run& run) const;

    const SourceText& source_;
    std::map<std::string, Note, std::less<>> notes_;
};

}  // namespace bichig::format
