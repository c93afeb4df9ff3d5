// Measures the end of a link by the grammar of CommonMark 0.29, sections 6.5 and 6.6.
#include <format/markdown/internal/link_tail.h>

namespace bichig::format {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

class Scanner {
public:
    explicit Scanner(std::string_view text) : text_{text} {}

    /// "(destination "title")" at `at`; the place after it, or 0.
    std::size_t inline_tail(std::size_t at) {
        at_ = at;
        if (!take('(')) return 0;
        spaces();
        if (!destination()) return 0;
        if (spaces()) title();
        spaces();
        return take(')') ? at_ : 0;
    }

    /// "[label]" at `at`, the label may be empty; the place after it, or 0.
    std::size_t label(std::size_t at) {
        constexpr std::size_t longest = 1000;
        at_ = at;
        if (!take('[')) return 0;
        while (at_ < text_.size() && at_ - at <= longest) {
            const char c = text_[at_];
            if (c == '[') return 0;
            if (c == ']') return at_ + 1;
            at_ += c == '\\' && at_ + 1 < text_.size() ? 2 : 1;
        }
        return 0;
    }

private:
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    bool spaces() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
        return at_ > begin;
    }

    bool destination() {
        if (take('<')) {
            for (; at_ < text_.size(); ++at_) {
                const char c = text_[at_];
                if (c == '>') return take('>');
                if (c == '\n' || c == '<') return false;
                if (c == '\\' && at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1])) ++at_;
            }
            return false;
        }
        for (int depth = 0; at_ < text_.size() && !is_space(text_[at_]); ++at_) {
            const char c = text_[at_];
            if (c == '\\' && at_ + 1 < text_.size() && is_punctuation(text_[at_ + 1])) {
                ++at_;  // a backslash before anything else stands for itself (section 6.1)
            } else if (c == '(') {
                ++depth;
            } else if (c == ')' && depth-- == 0) {
                break;
            }
        }
        return true;
    }

    void title() {
        const char open = peek();
        if (open != '"' && open != '\'' && open != '(') return;
        const char close = open == '(' ? ')' : open;
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] == '\\') {
                ++i;
            } else if (text_[i] == close) {
                at_ = i + 1;
                return;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::size_t link_tail_size(std::string_view text) {
    if (text.empty() || text.front() != ']') return 0;
    Scanner scanner{text};
    if (const std::size_t end = scanner.inline_tail(1); end > 0) return end;
    if (const std::size_t end = scanner.label(1); end > 0) return end;
    return 1;
}

std::string percent_decoded(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            decoded += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

}  // namespace bichig::format
