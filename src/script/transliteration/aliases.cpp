// Transliteration by the aliases of UTN #57; ends of lines stay, all else is a token of its own.
#include "script/transliteration/aliases.h"

#include <algorithm>

#include <bichig/base/utf.h>

#include "script/transliteration/escape.h"

namespace bichig::script {

namespace {

constexpr std::string_view no_alias = "no alias of this writing system stands for this";
constexpr std::string_view unknown = "no alias of this writing system";
constexpr std::string_view no_escape = "this is no escape";

bool is_line_end(char16_t c) { return c == u'\n' || c == u'\r'; }

const generated::Alias* alias_of(Aliases aliases, char16_t c) {
    const auto found = std::lower_bound(aliases.begin(), aliases.end(), c,
                                        [](const generated::Alias& alias, char16_t character) {
                                            return alias.character < character;
                                        });
    return found != aliases.end() && found->character == c ? &*found : nullptr;
}

/// The end of the run from `i` that can stand in {=…}: no aliases, no ends of lines, no braces.
TextIndex end_of_literal(std::u16string_view text, TextIndex i, Aliases aliases) {
    while (i < text.size()) {
        const char16_t c = text[i];
        if (is_line_end(c) || c == u'{' || c == u'}' || alias_of(aliases, c) || is_lone_surrogate(text, i)) break;
        ++i;
    }
    return i;
}

void append_token(std::u16string& out, std::u16string_view token, std::u16string_view close = {},
                  std::u16string_view open = {}) {
    if (!out.empty() && !is_line_end(out.back())) out += u' ';
    out += open;
    out += token;
    out += close;
}

}  // namespace

Conversion write_aliases(std::u16string_view text, Aliases aliases, const LatinOptions& options) {
    Conversion out;
    out.text.reserve(text.size() * 3);
    for (TextIndex i = 0; i < text.size();) {
        const auto begin = static_cast<TextIndex>(out.text.size());
        TextIndex end = i + 1;
        if (is_line_end(text[i])) {
            out.text += text[i];
        } else if (const generated::Alias* alias = alias_of(aliases, text[i])) {
            append_token(out.text, alias->text);
        } else if (end = end_of_literal(text, i, aliases); end > i) {
            const std::u16string_view literal = text.substr(i, end - i);
            if (options.lossless) {
                append_token(out.text, literal, u"}", u"{=");
            } else {
                append_token(out.text, literal);
                out.remarks.push_back({{i, end}, "no-sign", no_alias, true});
            }
        } else {
            end = i + 1;
            std::u16string number;
            append_number(number, text[i]);
            append_token(out.text, options.lossless ? std::u16string_view{number} : text.substr(i, 1));
            if (!options.lossless) out.remarks.push_back({{i, end}, "no-sign", no_alias, true});
        }
        if (options.offsets) out.alignments.push_back({{i, end}, {begin, static_cast<TextIndex>(out.text.size())}});
        i = end;
    }
    return out;
}

namespace {

/// Appends what the token at `i` stands for; gives its size.
TextIndex read_token(std::u16string_view text, TextIndex i, Aliases aliases, Conversion& out) {
    if (text[i] == u'{') {
        if (const auto escape = read_escape(text.substr(i))) {
            if (escape->numbered) append(out.text, escape->character);
            out.text += escape->literal;
            return escape->size;
        }
    }
    TextIndex end = i;
    while (end < text.size() && text[end] != u' ' && !is_line_end(text[end])) ++end;
    const std::u16string_view token = text.substr(i, end - i);
    const auto alias = std::find_if(aliases.begin(), aliases.end(),
                                    [token](const generated::Alias& known) { return known.text == token; });
    if (alias != aliases.end()) {
        out.text += alias->character;
        return end - i;
    }
    out.text += token;
    const bool brace = token[0] == u'{';
    out.remarks.push_back({{i, end}, brace ? "bad-escape" : "unknown-alias", brace ? no_escape : unknown, true});
    return end - i;
}

}  // namespace

Conversion read_aliases(std::u16string_view text, Aliases aliases, const LatinOptions& options) {
    Conversion out;
    out.text.reserve(text.size() / 2);
    for (TextIndex i = 0; i < text.size();) {
        const auto begin = static_cast<TextIndex>(out.text.size());
        TextIndex end = i + 1;
        if (is_line_end(text[i])) {
            out.text += text[i];
        } else if (text[i] != u' ') {
            end = i + read_token(text, i, aliases, out);
        }
        if (options.offsets) out.alignments.push_back({{i, end}, {begin, static_cast<TextIndex>(out.text.size())}});
        i = end;
    }
    return out;
}

}  // namespace bichig::script
