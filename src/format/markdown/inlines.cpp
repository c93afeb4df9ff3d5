// The bytes of each inline, found by following cmark's inlines through the content of their block.
//
// cmark's own inline positions cannot be used: after a backslash escape, an entity or the second line of a block quote
// they are wrong. So each inline is matched against the content from the place where the one before it ended: text
// byte by byte (an escape or an entity stands for what it means), markers by what CommonMark says they look like.
// Matching is exact: if one byte differs, the block is `misaligned`. This happens when link reference definitions
// stand before the text, because cmark takes them off the paragraph; the match is then tried from the next line on.
#include <format/markdown/internal/inlines.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include <cmark-gfm.h>

#include <bichig/base/utf.h>

#include <format/markdown/internal/link_tail.h>
#include <format/markdown/internal/notes.h>
#include <format/markdown/internal/run_writer.h>

namespace bichig::format {

namespace {

std::string_view view(const char* text) { return text == nullptr ? std::string_view{} : std::string_view{text}; }

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// What the entity `source`, from '&' to ';', stands for; itself if it is none.
std::string decode_entity(std::string_view source) {
    const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root{
        cmark_parse_document(source.data(), source.size(), CMARK_OPT_DEFAULT), cmark_node_free};
    cmark_node* paragraph = cmark_node_first_child(root.get());
    cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    return std::string{text == nullptr ? source : view(cmark_node_get_literal(text))};
}

/// Length of the entity at the start of `text`, ';' included; 0 if there is none.
std::size_t entity_size(std::string_view text) {
    constexpr std::size_t longest = 40;
    for (std::size_t i = 1; i < std::min(text.size(), longest); ++i) {
        const char c = text[i];
        if (c == ';') return i > 1 ? i + 1 : 0;
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!word && !(c == '#' && i == 1)) return 0;
    }
    return 0;
}

/// Follows the inlines of one block through its content.
class Aligner {
public:
    Aligner(const Content& content, std::size_t start, const SourceText& source)
        : content_{content}, source_{source}, text_{content.text()}, at_{start} {}

    bool children(cmark_node* parent) {
        if (depth_ > deepest) return refuse("marks are nested too deeply", "use fewer marks inside each other");
        ++depth_;
        bool good = true;
        for (cmark_node* node = cmark_node_first_child(parent); good && node != nullptr; node = cmark_node_next(node)) {
            good = inline_(node);
        }
        --depth_;
        return good;
    }

    RunWriter writer;
    std::vector<InlineImage> images;
    std::vector<std::uint32_t> titles;  ///< where links with a title stand
    std::vector<std::uint32_t> marks;   ///< where "**" stands that CommonMark takes for text
    std::vector<std::uint32_t> tildes;  ///< where a single "~" strikes text
    std::optional<Error> error;

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    std::uint32_t source_here() const { return content_.source_at(at_); }

    bool refuse(std::string message, std::string hint) {
        error = source_.error(source_here(), std::move(message), std::move(hint), ErrorCode::unsupported);
        return false;
    }

    bool inline_(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type != CMARK_NODE_TEXT) after_break_ = false;
        const bool good = read(node);
        if (type != CMARK_NODE_SOFTBREAK && type != CMARK_NODE_LINEBREAK) after_break_ = false;
        return good;
    }

    bool read(cmark_node* node) {
        switch (static_cast<unsigned>(cmark_node_get_type(node))) {
        case CMARK_NODE_TEXT: return literal(view(cmark_node_get_literal(node)));
        case CMARK_NODE_SOFTBREAK: return line_break(false);
        case CMARK_NODE_LINEBREAK: return line_break(true);
        case CMARK_NODE_CODE: return code(view(cmark_node_get_literal(node)));
        case CMARK_NODE_EMPH: return marked(node, 1, &document::TextStyle::emphasis);
        case CMARK_NODE_STRONG: return marked(node, 2, &document::TextStyle::strong);
        case CMARK_NODE_LINK: return link(node);
        case CMARK_NODE_IMAGE: return image(node);
        case CMARK_NODE_FOOTNOTE_REFERENCE: return note_mark();
        case CMARK_NODE_HTML_INLINE: return refuse("raw HTML is not read", "write \\< for the character <");
        default:
            // Node types of extensions have no constant.
            if (view(cmark_node_get_type_string(node)) == "strikethrough") return struck(node);
            return refuse("'" + std::string{cmark_node_get_type_string(node)} + "' is not read", "write it as text");
        }
    }

    /// Plain text. The common case, text without escapes on one line, is one comparison.
    bool literal(std::string_view wanted) {
        // cmark leaves the indent of a lazy line that follows a backslash break in the text; it is none (spec 6.9).
        if (after_break_) wanted.remove_prefix(std::min(wanted.find_first_not_of(" \t"), wanted.size()));
        while (!wanted.empty()) {
            const std::size_t plain = text_.substr(at_, wanted.size()).find_first_of(specials_);
            const std::size_t size = std::min(plain, wanted.size());
            if (size > 0) {
                if (text_.substr(at_, size) != wanted.substr(0, size)) return false;
                const std::size_t mark = wanted.substr(0, size).find("**");
                if (mark != std::string_view::npos) marks.push_back(content_.source_at(at_ + mark));
                write(size);
                wanted.remove_prefix(size);
                continue;
            }
            if (!special(wanted)) return false;
        }
        return true;
    }

    /// A backslash or an ampersand: an escape, an entity or the character itself.
    bool special(std::string_view& wanted) {
        if (peek() == '\\' && is_ascii_punctuation(peek(1))) {
            ++at_;
            if (peek() != wanted.front()) return false;
            write(1);
            wanted.remove_prefix(1);
            return true;
        }
        if (const std::size_t size = peek() == '&' ? entity_size(text_.substr(at_)) : 0; size > 0) {
            const std::string meaning = decode_entity(text_.substr(at_, size));
            if (meaning != text_.substr(at_, size) && wanted.substr(0, meaning.size()) == meaning) {
                writer.replaced(meaning, source_here(), content_.source_at(at_ + size - 1) + 1, state_);
                at_ += size;
                wanted.remove_prefix(meaning.size());
                return true;
            }
        }
        if (peek() != wanted.front()) return false;
        write(1);
        wanted.remove_prefix(1);
        return true;
    }

    /// Writes `size` bytes of content as they stand.
    void write(std::size_t size) {
        if (content_.contiguous(at_, at_ + size)) {
            writer.text(text_.substr(at_, size), source_here(), state_);
            at_ += size;
            return;
        }
        while (size > 0) {  // pieces of the content meet at whole characters
            std::size_t part = 1;
            while (part < size && content_.contiguous(at_, at_ + part + 1)) ++part;
            writer.text(text_.substr(at_, part), source_here(), state_);
            at_ += part;
            size -= part;
        }
    }

    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t') ++at_;
    }

    bool line_break(bool forced) {
        const std::uint32_t here = source_here();
        skip_blanks();
        if (forced && peek() == '\\') ++at_;
        if (peek() != '\n') return false;
        ++at_;
        skip_blanks();
        forced ? writer.hard_break(here, state_) : writer.soft_break(here, state_);
        after_break_ = true;
        return true;
    }

    bool code(std::string_view wanted) {
        std::size_t ticks = 0;
        while (peek(ticks) == '`') ++ticks;
        if (ticks == 0) return false;
        const std::size_t begin = at_ + ticks;
        std::size_t end = begin;
        for (;;) {  // the closing run has as many ticks
            end = text_.find('`', end);
            if (end == std::string_view::npos) return false;
            std::size_t count = 0;
            while (end + count < text_.size() && text_[end + count] == '`') ++count;
            if (count == ticks) break;
            end += count;
        }
        // One space on each side is taken off when there are two and the text is not of spaces only. At the end it may
        // be one of the indent that cmark leaves in, which is no text here.
        for (const auto& [before, after] : {std::pair{0U, 0U}, {1U, 1U}, {1U, 0U}}) {
            if (end - begin < before + after || !is_code(begin + before, end - after, wanted)) continue;
            at_ = begin + before;
            write_code(end - after);
            at_ = end + ticks;
            return true;
        }
        return false;
    }

    /// Whether the text between two places gives the code `wanted`: line ends are spaces, and cmark leaves the indent
    /// of lazy lines in.
    bool is_code(std::size_t begin, std::size_t end, std::string_view wanted) const {
        const auto pass_indent = [&](std::size_t at) {
            if (at == 0 || text_[at - 1] != '\n' || (at < end && text_[at] == ' ')) return;
            wanted.remove_prefix(std::min(wanted.find_first_not_of(" \t"), wanted.size()));
        };
        pass_indent(begin);
        for (std::size_t at = begin; at < end;) {
            const char c = text_[at] == '\n' ? ' ' : text_[at];
            if (wanted.empty() || wanted.front() != c) return false;
            wanted.remove_prefix(1);
            pass_indent(++at);
        }
        return wanted.empty();
    }

    void write_code(std::size_t end) {
        const InlineState outer = state_;
        state_.style.code = true;
        while (at_ < end) {
            if (peek() == '\n') {
                writer.text(" ", source_here(), state_);
                ++at_;
            } else {
                write(std::min(text_.find('\n', at_), end) - at_);
            }
        }
        state_ = outer;
    }

    bool marked(cmark_node* node, int width, bool document::TextStyle::*property) {
        if (!delimiter(width)) return false;
        const InlineState outer = state_;
        state_.style.*property = true;
        const bool good = children(node);
        state_ = outer;
        return good && delimiter(width);
    }

    bool delimiter(int width) {
        for (int i = 0; i < width; ++i, ++at_) {
            if (peek() != '*' && peek() != '_') return false;
        }
        return true;
    }

    /// GitHub strikes text between one or two tildes.
    bool struck(cmark_node* node) {
        const std::size_t begin = at_;
        while (peek() == '~') ++at_;
        const std::size_t width = at_ - begin;
        if (width == 0 || width > 2) return false;
        if (width == 1) tildes.push_back(content_.source_at(begin));
        const InlineState outer = state_;
        state_.style.strike = true;
        const bool good = children(node);
        state_ = outer;
        if (!good || text_.substr(at_, width) != text_.substr(begin, width)) return false;
        at_ += width;
        return true;
    }

    bool link(cmark_node* node) {
        const std::uint32_t here = source_here();
        const std::string_view url = view(cmark_node_get_url(node));
        const bool inside = url.substr(0, 1) == "#" && url.size() > 1;
        const bool empty = cmark_node_first_child(node) == nullptr;
        if (empty && !inside) return refuse("a link without text", "give the text that is to be read");
        const InlineState outer = state_;
        state_.link = url;
        std::string_view title = view(cmark_node_get_title(node));
        state_.shows = document::Shows::text;
        if (inside && (title == "page" || title == "number")) {
            state_.shows = title == "page" ? document::Shows::page : document::Shows::number;
            title = {};
        }
        const bool automatic = peek() == '<';
        const bool bare = !automatic && peek() != '[';  // an address in the text, without marks
        if (!bare) ++at_;
        // Addresses of mail are found in text that is read already, those of pages before escapes are looked at.
        const std::string_view scheme = std::string_view{state_.link}.substr(0, state_.link.find(':'));
        const bool unread = bare && (scheme == "http" || scheme == "https" || scheme == "ftp");
        specials_ = automatic ? "&" : unread ? "" : all_specials;
        const bool good = children(node);
        specials_ = all_specials;
        const InlineState inner = std::exchange(state_, outer);
        if (!good) return false;
        if (bare) return true;
        if (automatic) return peek() == '>' && ++at_;
        if (!title.empty()) titles.push_back(here);
        if (!tail()) return false;
        if (!empty) return true;
        document::Run made;
        made.style = inner.style;
        made.reference = percent_decoded(url.substr(1));
        made.shows = inner.shows;
        made.source = {0, here, content_.source_at(at_ - 1) + 1};
        writer.without_text(std::move(made));
        return true;
    }

    /// The mark of a footnote. Its name is that of the source: cmark has a number instead.
    bool note_mark() {
        const std::uint32_t here = source_here();
        const std::string_view name = NoteTexts::mark_name(text_.substr(std::min(at_, text_.size())));
        if (name.empty()) return false;
        if (!state_.link.empty()) return refuse("a note in a link is not read", "put its mark behind the link");
        document::Run made;
        made.style = state_.style;
        made.reference = "^" + std::string{name};
        at_ += name.size() + 3;
        made.source = {0, here, content_.source_at(at_ - 1) + 1};
        writer.without_text(std::move(made));
        return true;
    }

    bool tail() {
        const std::size_t size = link_tail_size(text_.substr(at_));
        at_ += size;
        return size > 0;
    }

    bool image(cmark_node* node) {
        const std::uint32_t here = source_here();
        if (peek() != '!' || peek(1) != '[') return false;
        at_ += 2;
        Aligner inner{content_, at_, source_};
        inner.depth_ = depth_;
        if (!inner.children(node)) {
            error = inner.error;
            return false;
        }
        if (!inner.images.empty()) return refuse("an image in the text of an image", "write its text only");
        at_ = inner.at_;
        if (!tail()) return false;
        InlineImage made;
        made.path = view(cmark_node_get_url(node));
        for (const document::Run& run : inner.writer.take()) made.alternative_text += run.text;
        made.source = {0, here, content_.source_at(at_ - 1) + 1};
        made.run = writer.object(made.source.begin, made.source.end, state_);
        images.push_back(std::move(made));
        return true;
    }

    const Content& content_;
    const SourceText& source_;
    std::string_view text_;
    std::size_t at_;
    InlineState state_;
    static constexpr std::string_view all_specials = "\\&";
    std::string_view specials_ = all_specials;  ///< what may stand for another character: less in addresses
    bool after_break_ = false;
    static constexpr int deepest = 200;
    int depth_ = 0;
};

}  // namespace

Result<Inlines> read_inlines(cmark_node* block, const Content& content, const SourceText& source,
                             Diagnostics& diagnostics) {
    const std::string_view text = content.text();
    for (std::size_t start = 0; start <= text.size();) {
        Aligner aligner{content, start, source};
        if (aligner.children(block)) {
            for (const std::uint32_t title : aligner.titles) {
                diagnostics.add({"link-title", "the title of a link is left out", "write it as text",
                                 source.place(title), {0, title, title + 1}});
            }
            for (const std::uint32_t mark : aligner.marks) {
                diagnostics.add({"strong-mark", "this ** is text, not a mark",
                                 "put it between a letter and a punctuation mark or space, or write \\*\\* for text",
                                 source.place(mark), {0, mark, mark + 2}});
            }
            for (const std::uint32_t tilde : aligner.tildes) {
                diagnostics.add({"single-tilde", "text between single ~ is struck, as on GitHub",
                                 "write ~~ to strike it, \\~ for the sign", source.place(tilde),
                                 {0, tilde, tilde + 1}});
            }
            return Inlines{aligner.writer.take(), std::move(aligner.images)};
        }
        if (aligner.error) return fail(*aligner.error);
        const std::size_t line_end = text.find('\n', start);
        start = line_end == std::string_view::npos ? text.size() + 1 : line_end + 1;
    }
    const bool marks = text.find("[^") != std::string_view::npos;  // cmark loses what stands in some that are none
    return fail(source.error(content.source_at(0), "this text cannot be matched with its source",
                             marks ? "name notes by letters and digits, and write \\[^ for the characters [^"
                                   : "simplify its markup",
                             ErrorCode::unsupported));
}

}  // namespace bichig::format
