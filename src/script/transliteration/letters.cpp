// Transliteration letter by letter, with the escape where a letter has no sign or a sign would be misread.
#include "script/transliteration/letters.h"

#include <bichig/base/utf.h>

#include "script/transliteration/escape.h"
#include "script/transliteration/scheme.h"

namespace bichig::script {

namespace {

constexpr std::string_view no_sign = "no sign stands for this character";
constexpr std::string_view ambiguous = "this sign stands for another character too";
constexpr std::string_view misread = "this is read as a Mongolian character";
constexpr std::string_view joins = "this sign is read as one with the next";
constexpr std::string_view no_letter = "no letter of the transliteration";
constexpr std::string_view capital = "a capital letter, read as the small one";
constexpr std::string_view no_escape = "this brace opens no escape";

bool is_mongolian(char32_t c) {
    return (c >= 0x1800 && c < 0x18B0) || (c >= 0x11660 && c < 0x11680);
}

bool is_blank(char16_t c) { return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t'; }

/// The small letter of a capital that Möllendorff's table knows; `c` itself otherwise.
char16_t small_letter(char16_t c) {
    if (c >= u'A' && c <= u'Z') return static_cast<char16_t>(c + 32);
    if (c == u'\u0160' || c == u'\u016A' || c == u'\u017D') return static_cast<char16_t>(c + 1);
    return c;
}

class Writer {
public:
    Writer(std::u16string_view text, const Scheme& scheme, const LatinOptions& options)
        : text_{text}, scheme_{scheme}, options_{options} {
        out_.text.reserve(text.size() + text.size() / 4 + 8);
    }

    Conversion run() {
        for (TextIndex i = 0; i < text_.size();) i = step(i);
        return std::move(out_);
    }

private:
    TextIndex step(TextIndex i) {
        const auto begin = static_cast<TextIndex>(out_.text.size());
        TextIndex end = i + 1;
        if (const generated::Writing* writing = scheme_.writing(text_[i])) {
            write_sign(i, *writing);
        } else {
            const CodePoint c = code_point_at(text_, i);
            end = i + c.size;
            const bool brace = c.value == U'{' || c.value == U'}';
            if (is_mongolian(c.value) || brace || is_lone_surrogate(text_, i)) {
                write_unsigned(i, c, brace);
            } else {
                end = end_of_group(i);
                write_group(i, end);
            }
        }
        if (options_.offsets) out_.alignments.push_back({{i, end}, {begin, static_cast<TextIndex>(out_.text.size())}});
        return end;
    }

    void remark(TextIndex begin, TextIndex end, std::string_view id, std::string_view reason, bool kept) {
        out_.remarks.push_back({{begin, end}, id, reason, kept});
    }

    /// Appends `spelling`, kept apart from what stands before it where both would be read as one sign.
    void append_apart(TextIndex i, std::u16string_view spelling, std::u16string_view more) {
        if (more_.find(spelling[0]) != std::u16string_view::npos) {
            if (options_.lossless) {
                out_.text += u"{}";
            } else {
                remark(i - 1, i + 1, "joins-with-next", joins, false);
            }
        }
        out_.text += spelling;
        more_ = more;
    }

    void write_sign(TextIndex i, const generated::Writing& writing) {
        if (writing.lossy && options_.lossless) {
            append_number(out_.text, text_[i]);
            more_ = {};
            return;
        }
        if (writing.lossy) remark(i, i + 1, "ambiguous", ambiguous, false);
        append_apart(i, writing.text, writing.more);
    }

    void write_unsigned(TextIndex i, CodePoint c, bool brace) {
        more_ = {};
        if (options_.lossless) {
            append_number(out_.text, c.value);
            return;
        }
        out_.text += text_.substr(i, c.size);
        if (!brace) remark(i, i + c.size, "no-sign", no_sign, true);
    }

    /// The end of a run without blanks, Mongolian, braces and lone surrogates; a blank is a run of its own.
    TextIndex end_of_group(TextIndex i) const {
        if (is_blank(text_[i])) return i + 1;
        while (i < text_.size()) {
            const CodePoint c = code_point_at(text_, i);
            if (scheme_.writing(text_[i]) || is_mongolian(c.value) || is_blank(text_[i]) || c.value == U'{' ||
                c.value == U'}' || is_lone_surrogate(text_, i)) {
                break;
            }
            i += c.size;
        }
        return i;
    }

    bool stands_for_itself(char16_t c) const {
        return !scheme_.starts_spelling(c) && !(scheme_.folds_case() && scheme_.starts_spelling(small_letter(c)));
    }

    void write_group(TextIndex begin, TextIndex end) {
        const std::u16string_view group = text_.substr(begin, end - begin);
        bool plain = true;
        for (const char16_t c : group) plain = plain && stands_for_itself(c);
        if (plain) {
            append_apart(begin, group, {});
        } else if (options_.lossless) {
            out_.text += u"{=";
            out_.text += group;
            out_.text += u'}';
        } else {
            out_.text += group;
            remark(begin, end, "reads-as-mongolian", misread, true);
        }
        more_ = {};
    }

    std::u16string_view text_;
    const Scheme& scheme_;
    const LatinOptions& options_;
    Conversion out_;
    std::u16string_view more_;  // what may not follow the sign written last
};

class Reader {
public:
    Reader(std::u16string_view text, const Scheme& scheme, const LatinOptions& options)
        : text_{text}, scheme_{scheme}, options_{options} {
        out_.text.reserve(text.size());
    }

    Conversion run() {
        for (TextIndex i = 0; i < text_.size();) {
            const auto begin = static_cast<TextIndex>(out_.text.size());
            const TextIndex end = i + (text_[i] == u'{' ? read_brace(i) : read_sign(i));
            if (options_.offsets) {
                out_.alignments.push_back({{i, end}, {begin, static_cast<TextIndex>(out_.text.size())}});
            }
            i = end;
        }
        return std::move(out_);
    }

private:
    TextIndex read_brace(TextIndex i) {
        const auto escape = read_escape(text_.substr(i));
        if (!escape) {
            out_.text += u'{';
            out_.remarks.push_back({{i, i + 1}, "bad-escape", no_escape, true});
            return 1;
        }
        if (escape->numbered) append(out_.text, escape->character);
        out_.text += escape->literal;
        return escape->size;
    }

    TextIndex read_sign(TextIndex i) {
        if (const generated::Reading* reading = scheme_.longest(text_.substr(i))) {
            out_.text += reading->character;
            return static_cast<TextIndex>(reading->text.size());
        }
        if (scheme_.folds_case() && small_letter(text_[i]) != text_[i]) return read_capital(i);
        if (text_[i] >= u'a' && text_[i] <= u'z') {
            out_.remarks.push_back({{i, i + 1}, "unknown-letter", no_letter, true});
        }
        out_.text += text_[i];
        return 1;
    }

    /// A capital begins the longest sign that its small letter begins.
    TextIndex read_capital(TextIndex i) {
        std::u16string folded(text_.substr(i, 4));
        folded[0] = small_letter(folded[0]);
        const generated::Reading* reading = scheme_.longest(folded);
        if (!reading) {
            out_.text += text_[i];
            return 1;
        }
        out_.remarks.push_back({{i, i + 1}, "capital-letter", capital, false});
        out_.text += reading->character;
        return static_cast<TextIndex>(reading->text.size());
    }

    std::u16string_view text_;
    const Scheme& scheme_;
    const LatinOptions& options_;
    Conversion out_;
};

}  // namespace

Conversion write_letters(std::u16string_view text, const Scheme& scheme, const LatinOptions& options) {
    return Writer{text, scheme, options}.run();
}

Conversion read_letters(std::u16string_view text, const Scheme& scheme, const LatinOptions& options) {
    return Reader{text, scheme, options}.run();
}

}  // namespace bichig::script
