// Lines and block contents with their way back to the bytes of the file.
#include <format/markdown/internal/source_text.h>

#include <algorithm>

#include <bichig/document/text.h>

namespace bichig::format {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

Place SourceText::place(std::size_t offset) const {
    const auto at = static_cast<std::uint32_t>(offset);
    return document::place_of(*document_, {0, at, at + 1});
}

Error SourceText::error(std::size_t offset, std::string message, std::string hint, ErrorCode code) const {
    return {code, std::move(message), std::move(hint), place(offset)};
}

Lines::Lines(std::string_view bytes, std::uint32_t begin, std::uint32_t end) : bytes_{bytes}, end_{end} {
    for (std::size_t at = begin; at < end;) {
        begins_.push_back(static_cast<std::uint32_t>(at));
        at = bytes.find_first_of("\n\r", at);
        if (at == std::string_view::npos) break;
        at += bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n' ? 2 : 1;
    }
    if (begins_.empty()) begins_.push_back(begin);
}

SourceLine Lines::line(int number) const {
    const auto index = static_cast<std::size_t>(std::clamp(number, 1, count()) - 1);
    SourceLine line;
    line.begin = begins_[index];
    line.next = index + 1 < begins_.size() ? begins_[index + 1] : end_;
    line.end = line.next;
    while (line.end > line.begin && (bytes_[line.end - 1] == '\n' || bytes_[line.end - 1] == '\r')) --line.end;
    return line;
}

void Content::append(std::string_view text, std::uint32_t source) {
    const bool goes_on = !pieces_.empty() && pieces_.back().source + (text_.size() - pieces_.back().position) == source;
    if (!goes_on) pieces_.push_back({text_.size(), source});
    text_ += text;
}

const Content::Piece& Content::piece_at(std::size_t position) const {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), position,
                                        [](std::size_t at, const Piece& piece) { return at < piece.position; });
    return *std::prev(after);
}

std::uint32_t Content::source_at(std::size_t position) const {
    if (pieces_.empty()) return 0;
    const Piece& piece = piece_at(position);
    return piece.source + static_cast<std::uint32_t>(position - piece.position);
}

bool Content::contiguous(std::size_t begin, std::size_t end) const {
    return begin >= end || &piece_at(begin) == &piece_at(end - 1);
}

std::uint32_t skip_prefix(std::string_view bytes, SourceLine line, int quotes) {
    constexpr int code_indent = 4;  // from here on a mark is none
    std::uint32_t at = line.begin;
    int column = 0;
    const auto skip_blanks = [&] {
        const int start = column;
        for (; at < line.end && is_blank(bytes[at]); ++at) column += bytes[at] == '\t' ? 4 - column % 4 : 1;
        return column - start;
    };
    int indent = skip_blanks();
    for (int quote = 0; quote < quotes && indent < code_indent && at < line.end && bytes[at] == '>'; ++quote) {
        ++at;
        ++column;
        indent = skip_blanks() - 1;  // one blank belongs to the mark
    }
    return at;
}

Content block_content(std::string_view bytes, const Lines& lines, int first, int last, int column, int quotes) {
    Content content;
    for (int number = first; number <= std::min(last, lines.count()); ++number) {
        const SourceLine line = lines.line(number);
        std::uint32_t begin = skip_prefix(bytes, line, quotes);
        if (number == first)
            begin = std::min(line.begin + static_cast<std::uint32_t>(std::max(column, 1) - 1), line.end);
        content.append(bytes.substr(begin, line.end - begin), begin);
        if (line.next > line.end) content.end_line(line.end);
    }
    return content;
}

Content without_escaped_bars(const Content& content) {
    Content made;
    const std::string_view text = content.text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '|') ++at;
        made.append(text.substr(at, 1), content.source_at(at));
    }
    return made;
}

std::vector<Content> row_cells(std::string_view bytes, SourceLine line, int quotes) {
    std::vector<Content> cells;
    std::uint32_t at = skip_prefix(bytes, line, quotes);
    std::uint32_t end = line.end;
    while (end > at && is_blank(bytes[end - 1])) --end;
    if (at < end && bytes[at] == '|') ++at;
    Content cell;
    bool open = false;
    for (; at < end; ++at) {
        if (bytes[at] == '\\' && at + 1 < end && bytes[at + 1] == '|') {
            ++at;
            cell.append("|", at);
            open = true;
        } else if (bytes[at] == '|') {
            cells.push_back(std::move(cell));
            cell = {};
            open = false;
        } else {
            open = true;
            cell.append(bytes.substr(at, 1), at);
        }
    }
    if (open) cells.push_back(std::move(cell));
    return cells;
}

}  // namespace bichig::format
