// cmark drops footnotes that are not marked in the text it is given, and takes marks without a footnote for text. So it
// is given a line with all marks, and a footnote for each, after the text; it keeps the first footnote of a name.
#include <format/markdown/internal/notes.h>

#include <set>

#include <bichig/base/utf.h>

#include <document/internal/walk.h>

namespace bichig::format {

NoteTexts::NoteTexts(const SourceText& source, std::uint32_t begin, std::uint32_t end) : source_{source} {
    const std::string_view text = source.bytes().substr(0, end);
    for (std::size_t at = text.find("[^", begin); at != std::string_view::npos; at = text.find("[^", at + 1)) {
        const std::string_view name = mark_name(text.substr(at));
        if (name.empty() || text.substr(at + name.size() + 3, 1) != ":") continue;
        const std::size_t line = at == 0 ? 0 : text.find_last_of("\n\r", at - 1) + 1;  // npos + 1 is 0
        const std::size_t first = text.find_first_not_of(" >", line);
        if (first == at) notes_.emplace(std::string{name}, Note{static_cast<std::uint32_t>(at), false, false, {}});
    }
}

std::string_view NoteTexts::mark_name(std::string_view text) {
    constexpr std::size_t longest = 100;
    if (text.substr(0, 2) != "[^") return {};
    const std::size_t end = text.find_first_of("[] \t\r\n\\`*_<&!", 2);
    if (end == std::string_view::npos || text[end] != ']' || end > longest) return {};
    return text.substr(2, end - 2);
}

std::string NoteTexts::with_all_names(std::string_view text) const {
    std::set<std::string_view> names;  // those of `text`
    for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 1)) {
        const std::string_view name = mark_name(text.substr(at));
        if (notes_.find(name) != notes_.end()) names.insert(name);
    }
    std::string marks;
    std::string texts;
    for (const std::string_view each : names) {
        const std::string name{each};
        marks += "[^" + name + "] ";
        texts += "[^" + name + "]: .\n\n";
    }
    return std::string{text} + "\n\n" + marks + "\n\n" + texts;
}

std::optional<Error> NoteTexts::add(const std::string& name, std::uint32_t at, std::vector<document::Block> blocks) {
    Note& note = notes_[name];
    if (note.read) return source_.error(at, "the note [^" + name + "] has a second text", "join the two");
    note.at = at;
    note.read = true;
    note.blocks = std::move(blocks);
    return std::nullopt;
}

std::optional<Error> NoteTexts::unknown_mark(const document::Run& run) const {
    if (run.style.code) return std::nullopt;
    const std::string text = to_utf8(run.text);
    const std::string_view bytes = source_.bytes();
    for (std::size_t at = text.find("[^"); at != std::string::npos; at = text.find("[^", at + 1)) {
        const std::string_view name = mark_name(std::string_view{text}.substr(at));
        const std::size_t place = run.source.begin + at;
        const bool literal = bytes.substr(place, name.size() + 3) == "[^" + std::string{name} + "]";
        const bool escaped = place > 0 && bytes[place - 1] == '\\';
        if (name.empty() || !literal || escaped) continue;
        return source_.error(place, "there is no note [^" + std::string{name} + "]",
                             "write '[^" + std::string{name} + "]: ' and its text, or \\[ for the character [");
    }
    return std::nullopt;
}

std::optional<Error> NoteTexts::fill(document::Run& run) {
    if (run.reference.empty() || run.reference.front() != '^') return unknown_mark(run);
    const std::string name = run.reference.substr(1);
    const auto note = notes_.find(name);
    if (note == notes_.end() || !note->second.read) {
        return source_.error(run.source.begin, "the note [^" + name + "] has no text",
                             "write '[^" + name + "]: ' and its text on a line of its own, outside of code");
    }
    if (note->second.marked) {
        return source_.error(run.source.begin, "the note [^" + name + "] is marked twice",
                             "give this mark a note of its own");
    }
    note->second.marked = true;
    run.reference.clear();
    run.note = std::move(note->second.blocks);
    return std::nullopt;
}

std::optional<Error> NoteTexts::fill(std::vector<document::Block>& blocks) {
    std::optional<Error> error;
    if (source_.bytes().find("[^") == std::string_view::npos) return error;
    document::for_each_block(blocks, [&](document::Block& block) {
        document::for_each_text(block, [&](std::vector<document::Run>& runs) {
            for (document::Run& run : runs) {
                if (!error) error = fill(run);
            }
        });
    });
    return error;
}

void NoteTexts::report_unused(Diagnostics& diagnostics) const {
    for (const auto& [name, note] : notes_) {
        if (note.marked) continue;
        const auto end = static_cast<std::uint32_t>(note.at + name.size() + 3);
        diagnostics.add({"unused-note", "the note [^" + name + "] is marked nowhere and is left out",
                         "put [^" + name + "] into the text, or take the note out", source_.place(note.at),
                         {0, note.at, end}});
    }
}

}  // namespace bichig::format
