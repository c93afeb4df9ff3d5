// Finds the lines that begin with ":::", and reads what they enclose as they say.
#include <format/markdown/internal/directives.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include <bichig/document/stylesheet.h>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>

#include <document/internal/letters.h>
#include <document/internal/walk.h>

namespace bichig::format {

namespace {

constexpr std::string_view mark = ":::";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

/// Follows fenced code of the top level, so that its lines are left alone.
class FenceTracker {
public:
    /// Whether `line` belongs to fenced code, its fences included.
    bool inside(std::string_view line) {
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string_view::npos || indent > 3) return open_;
        const char c = line[indent];
        const std::size_t end = line.find_first_not_of(c, indent);
        const std::size_t size = (end == std::string_view::npos ? line.size() : end) - indent;
        const bool fence = (c == '`' || c == '~') && size >= 3;
        const std::string_view rest = end == std::string_view::npos ? std::string_view{} : trimmed(line.substr(end));
        if (!open_) {
            open_ = fence && (c == '~' || rest.find('`') == std::string_view::npos);
            character_ = c;
            size_ = size;
            return open_;
        }
        if (fence && c == character_ && size >= size_ && rest.empty()) open_ = false;
        return true;
    }

private:
    bool open_ = false;
    char character_ = '\0';
    std::size_t size_ = 0;
};

struct Known {
    std::string_view name;
    bool encloses;
    std::string_view argument;  ///< an example of it; empty: there is none
    bool optional = false;      ///< the argument may be left out
};

constexpr Known known_directives[] = {{"version", true, "mn-Mong"},
                                      {"annex", true, "Title", true},
                                      {"merged-cells", true, ""},
                                      {"side-heads", true, ""},
                                      {"stacked-cells", true, ""},
                                      {"header-rows", true, "2"},
                                      {"counter", true, "mongolian"},
                                      {"language", true, "zh-Hans"},
                                      {"id", true, "name"},
                                      {"caption", true, "Text"},
                                      {"bookmark", false, "Title"},
                                      {"pair", true, ""},
                                      {"side", true, "mn-Mong"},
                                      {"left", true, "mn-Mong"},
                                      {"right", true, "zh-Hans"},
                                      {"page-break", false, ""}};

std::string known_names() {
    std::string names;
    for (const Known& known : known_directives) names.append(names.empty() ? "" : ", ").append(known.name);
    return names;
}

constexpr std::size_t deepest = 16;

/// Divides text into segments of its level. What stands deeper is only followed to its end.
class Splitter {
public:
    Splitter(const SourceText& source, std::uint32_t begin, std::uint32_t end)
        : source_{source}, text_{source.bytes().substr(0, end)}, text_begin_{begin} {}

    Result<std::vector<Segment>> run() {
        for (std::size_t at = text_begin_; at < text_.size() && !error_;) {
            const std::size_t feed = text_.find('\n', at);
            const std::size_t next = feed == std::string_view::npos ? text_.size() : feed + 1;
            const std::string_view line = text_.substr(at, next - at - (feed == std::string_view::npos ? 0 : 1));
            if (!fences_.inside(line) && line.substr(0, mark.size()) == mark) {
                directive(trimmed(line.substr(mark.size())), at, next);
            }
            at = next;
        }
        if (!error_ && depth_ > 0) {
            error_ = source_.error(open_.at, "the directive '" + open_.name + "' is not closed",
                                   "end it with a line :::");
        }
        if (error_) return fail(std::move(*error_));
        add_text(text_.size());
        return std::move(segments_);
    }

private:
    void directive(std::string_view words, std::size_t at, std::size_t next) {
        if (words.empty()) {
            close(at, next);
            return;
        }
        const std::size_t blank = words.find_first_of(" \t");
        const std::string_view name = words.substr(0, blank);
        const std::string_view argument = blank == std::string_view::npos ? std::string_view{}
                                                                          : trimmed(words.substr(blank));
        const auto known = std::find_if(std::begin(known_directives), std::end(known_directives),
                                        [&](const Known& each) { return each.name == name; });
        if (known == std::end(known_directives)) {
            error_ = source_.error(at, "unknown directive '" + std::string{words} + "'",
                                   "known are " + known_names());
            return;
        }
        if (known->argument.empty() != argument.empty() && !(known->optional && argument.empty())) {
            const std::string example = known->argument.empty() ? "" : " " + std::string{known->argument};
            error_ = source_.error(at, "the directive '" + std::string{name} + "' has " +
                                           (argument.empty() ? "no argument" : "an argument too much"),
                                   "write ::: " + std::string{name} + example);
            return;
        }
        if (depth_ > 0 && name == "version") {
            error_ = source_.error(at, "the directive '" + open_.name + "' above is not closed",
                                   "put a line ::: before this one");
            return;
        }
        if (depth_ == 0) {
            add_text(at);
            open_ = {std::string{name}, std::string{argument}, static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(next)};
            if (!known->encloses) segments_.push_back(open_);
            text_begin_ = next;
        }
        if (known->encloses && ++depth_ > deepest) {
            error_ = source_.error(at, "directives are nested too deeply", "use fewer levels");
        }
    }

    void close(std::size_t at, std::size_t next) {
        if (depth_ == 0) {
            error_ = source_.error(at, "no directive is open here", "take this line out");
            return;
        }
        if (--depth_ > 0) return;
        open_.end = static_cast<std::uint32_t>(at);
        segments_.push_back(open_);
        text_begin_ = next;
    }

    /// The text since the last directive, up to `end`.
    void add_text(std::size_t end) {
        if (text_begin_ >= end) return;
        Segment text;
        text.at = text.begin = static_cast<std::uint32_t>(text_begin_);
        text.end = static_cast<std::uint32_t>(end);
        segments_.push_back(std::move(text));
    }

    const SourceText& source_;
    std::string_view text_;
    std::size_t text_begin_;
    FenceTracker fences_;
    std::vector<Segment> segments_;
    Segment open_;
    std::size_t depth_ = 0;
    std::optional<Error> error_;
};

/// The counters that `names` lists, parted by blanks; none if one is unknown.
std::vector<document::Counter> read_counters(std::string_view names) {
    using document::Counter;
    constexpr std::pair<std::string_view, Counter> known[] = {
        {"decimal-dot", Counter::decimal_dot},   {"decimal-parenthesis", Counter::decimal_parenthesis},
        {"decimal-wide", Counter::decimal_wide}, {"decimal-wide-parenthesis", Counter::decimal_wide_parenthesis},
        {"han-comma", Counter::han_comma},       {"han-parenthesis", Counter::han_parenthesis},
        {"circled", Counter::circled},
        {"mongolian", Counter::mongolian},       {"latin-lower", Counter::latin_lower},
        {"latin-upper", Counter::latin_upper},   {"roman-lower", Counter::roman_lower},
        {"roman-upper", Counter::roman_upper}};
    std::vector<Counter> counters;
    for (names = trimmed(names); !names.empty(); names = trimmed(names)) {
        const std::string_view name = names.substr(0, names.find_first_of(" \t"));
        const auto found = std::find_if(std::begin(known), std::end(known),
                                        [&](const auto& each) { return each.first == name; });
        if (found == std::end(known)) return {};
        counters.push_back(found->second);
        names.remove_prefix(name.size());
    }
    return counters;
}

void set_language(std::vector<document::Block>& blocks, std::size_t from, const std::string& language) {
    const auto set = [&](std::vector<document::Run>& runs) {
        for (document::Run& run : runs) {
            if (run.language.empty()) run.language = language;
        }
    };
    std::vector<document::Block> part{std::make_move_iterator(blocks.begin() + static_cast<std::ptrdiff_t>(from)),
                                      std::make_move_iterator(blocks.end())};
    document::for_each_block(part, [&](document::Block& block) {
        document::for_each_text(block, set);
    });
    std::move(part.begin(), part.end(), blocks.begin() + static_cast<std::ptrdiff_t>(from));
}

/// Gives the table or image in a directive its caption: the argument, which is Markdown of one line.
std::optional<Error> set_caption(const SourceText& source, const Segment& segment, const BlockOptions& options,
                                 std::vector<document::Block>& blocks, std::size_t first, Diagnostics& diagnostics) {
    document::Caption* caption = nullptr;
    if (blocks.size() == first + 1) {
        if (auto* table = std::get_if<document::Table>(&blocks[first].value)) caption = &table->caption;
        if (auto* image = std::get_if<document::Image>(&blocks[first].value)) caption = &image->caption;
    }
    if (caption == nullptr || !caption->runs.empty()) {
        return source.error(segment.at, "a caption is put around one table or one image",
                            "take out what else stands between this line and its :::");
    }
    const auto begin = static_cast<std::uint32_t>(source.bytes().find(segment.argument, segment.at));
    const auto end = begin + static_cast<std::uint32_t>(segment.argument.size());
    std::vector<document::Block> text;
    if (auto error = read_blocks(source, begin, end, options, text, diagnostics)) return error;
    auto* paragraph = text.size() == 1 ? std::get_if<document::Paragraph>(&text[0].value) : nullptr;
    if (paragraph == nullptr || paragraph->heading_level != 0) {
        return source.error(begin, "a caption is one line of text", "write it without marks of lists or headings");
    }
    caption->runs = std::move(paragraph->runs);
    caption->style = document::style_index(options.mode, document::StyleRole::table);
    return std::nullopt;
}

/// Gives the first block of a directive its id.
std::optional<Error> set_id(const SourceText& source, const Segment& segment, std::vector<document::Block>& blocks,
                            std::size_t first) {
    if (segment.argument.find_first_of(" \t") != std::string::npos) {
        return source.error(segment.at, "'" + segment.argument + "' is no id", "write a name without spaces");
    }
    if (blocks.size() == first) return source.error(segment.at, "no block has this id", "put it around a block");
    if (!blocks[first].id.empty()) {
        return source.error(segment.at, "this block has the id '" + blocks[first].id + "' already",
                            "take one of them out");
    }
    blocks[first].id = segment.argument;
    return std::nullopt;
}

std::optional<Error> check_language(const SourceText& source, const Segment& segment) {
    if (document::is_language_tag(segment.argument)) return std::nullopt;
    return source.error(segment.at, "'" + segment.argument + "' is no language tag",
                        "write mn-Mong, zh-Hans or another tag of BCP 47");
}

/// A pair holds two sides and nothing else.
std::optional<Error> read_pair(const SourceText& source, const Segment& segment, const BlockOptions& options,
                               std::vector<document::Block>& blocks, Diagnostics& diagnostics) {
    if (options.in_side) return source.error(segment.at, "a pair in a side of a pair", "end the outer pair before it");
    const auto parts = split_directives(source, segment.begin, segment.end);
    if (!parts) return parts.error();
    document::Pair made;
    std::size_t count = 0;
    for (const Segment& part : *parts) {
        if (part.name.empty() && is_blank(source, part)) continue;
        if (part.name != "side" || count == made.sides.size()) {
            return source.error(part.at, part.name == "side" ? "a third side of a pair" : "a pair holds sides alone",
                                "write ::: side mn-Mong, its text and :::, and the same for the other language");
        }
        if (auto error = check_language(source, part)) return error;
        document::PairSide& side = made.sides[count++];
        BlockOptions inner = options;
        inner.language = side.language = part.argument;
        inner.mode = side.writing_mode = document::writing_mode_of(part.argument);
        inner.in_side = true;
        if (auto error = read_body(source, part.begin, part.end, inner, side.blocks, diagnostics)) return error;
    }
    if (count < made.sides.size()) {
        return source.error(segment.at, "a pair of " + std::to_string(count) + " sides", "give it two");
    }
    blocks.push_back({std::move(made)});
    return std::nullopt;
}

/// Why a directive does not stand here.
Error misplaced(const SourceText& source, const Segment& segment) {
    if (segment.name == "side") {
        return source.error(segment.at, "a side without a pair", "write ::: pair before the two sides and ::: after");
    }
    if (segment.name == "version") {
        return source.error(segment.at, "a version stands in no other text than that of a notice",
                            "write 'kind: notice' above, or take this line and its ::: out");
    }
    return source.error(segment.at, "the text of " + segment.name + " pages stands inside of another text",
                        "put it into a plain document, outside of all directives");
}

/// Sets in `inner` what a directive asks for that only changes how the text in it is read; false: it is another one.
Result<bool> set_option(const SourceText& source, const Segment& segment, BlockOptions& inner) {
    if (segment.name == "merged-cells") {
        inner.merged_cells = true;
    } else if (segment.name == "side-heads") {
        inner.side_heads = true;
    } else if (segment.name == "stacked-cells") {
        inner.stacked_cells = true;
    } else if (segment.name == "header-rows") {
        const std::string& digits = segment.argument;
        if (digits.size() > 2 || digits.find_first_not_of("0123456789") != std::string::npos) {
            return fail(source.error(segment.at, "'" + digits + "' is no number of header rows", "write 0 to 99"));
        }
        inner.header_rows = static_cast<std::uint16_t>(std::stoi(digits));
    } else if (segment.name == "counter") {
        inner.counters = read_counters(segment.argument);
        if (inner.counters.empty()) {
            return fail(source.error(segment.at, "'" + segment.argument + "' names no counter",
                                     "known are decimal-dot, decimal-parenthesis, decimal-wide, "
                                     "decimal-wide-parenthesis, han-comma, han-parenthesis, circled, mongolian, "
                                     "latin-lower, latin-upper, roman-lower, roman-upper"));
        }
    } else if (segment.name == "language") {
        if (auto fault = check_language(source, segment)) return fail(std::move(*fault));
        inner.language = segment.argument;
    } else {
        return segment.name == "caption" || segment.name == "id";  // they look at the blocks afterwards
    }
    return true;
}

std::optional<Error> read_segment(const SourceText& source, const Segment& segment, const BlockOptions& options,
                                  std::vector<document::Block>& blocks, Diagnostics& diagnostics) {
    if (segment.name.empty()) return read_blocks(source, segment.begin, segment.end, options, blocks, diagnostics);
    if (segment.name == "pair") return read_pair(source, segment, options, blocks, diagnostics);
    if (segment.name == "page-break") {
        if (options.in_side) {
            return source.error(segment.at, "a page break in a side of a pair", "put it between two pairs");
        }
        blocks.push_back({document::PageBreak{}});
        return std::nullopt;
    }
    if (segment.name == "bookmark") {
        blocks.push_back({document::Bookmark{to_utf16(segment.argument).value_or(std::u16string{}), 1}});
        return std::nullopt;
    }
    if (segment.name == "annex") {
        return source.error(segment.at, "an annex stands in no other text than that of a version",
                            "put it before the ::: that ends a version of a notice, outside of all else");
    }
    BlockOptions inner = options;
    const Result<bool> known = set_option(source, segment, inner);
    if (!known) return known.error();
    if (!*known) return misplaced(source, segment);
    const std::size_t first = blocks.size();
    if (auto error = read_body(source, segment.begin, segment.end, inner, blocks, diagnostics)) return error;
    if (segment.name == "caption") return set_caption(source, segment, options, blocks, first, diagnostics);
    if (segment.name == "id") return set_id(source, segment, blocks, first);
    if (segment.name == "language") set_language(blocks, first, segment.argument);
    return std::nullopt;
}

}  // namespace

bool is_blank(const SourceText& source, const Segment& segment) {
    const std::string_view text = source.bytes().substr(segment.begin, segment.end - segment.begin);
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

Result<std::vector<Segment>> split_directives(const SourceText& source, std::uint32_t begin, std::uint32_t end) {
    return Splitter{source, begin, end}.run();
}

std::optional<Error> read_body(const SourceText& source, std::uint32_t begin, std::uint32_t end,
                               const BlockOptions& options, std::vector<document::Block>& blocks,
                               Diagnostics& diagnostics) {
    if (source.bytes().substr(begin, end - begin).find(mark) == std::string_view::npos) {
        return read_blocks(source, begin, end, options, blocks, diagnostics);
    }
    const auto segments = split_directives(source, begin, end);
    if (!segments) return segments.error();
    for (const Segment& segment : *segments) {
        if (auto error = read_segment(source, segment, options, blocks, diagnostics)) return error;
    }
    return std::nullopt;
}

}  // namespace bichig::format
