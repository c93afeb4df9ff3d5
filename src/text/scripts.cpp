// Script runs (UAX #24): which writing system each character belongs to in its context.
//
// Characters with a script of their own decide; the others wait or follow:
//   - a mark, a digit or a space takes the script of the last letter before it;
//   - an opening bracket, and what stands before the first letter, waits for the next letter;
//   - a closing bracket takes the script of its opening one, so that a pair comes from one font;
//   - a combining character stays with its base whatever that is.
// Emoji and CJK marks stand apart: a space or a digit after 》 in Mongolian text belongs to the Mongolian text, and an
// emoji takes nothing along but its own sequence. Marks decide only where there is no letter at all.
#include <array>
#include <optional>
#include <string_view>

#include <unicode/uscript.h>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>

#include <text/characters.h>
#include <text/phases.h>

namespace bichig::text {

namespace {

constexpr char16_t text_style = 0xFE0E;
constexpr char16_t emoji_style = 0xFE0F;
constexpr char16_t keycap = 0x20E3;
constexpr char16_t zwj = 0x200D;

/// What a character says about its script.
enum class Role : std::uint8_t { letter, cjk_mark, common, inherited, opening, closing };

struct Class {
    Role role = Role::common;
    Script script = common;
};

/// The four-letter code of an ICU script; a table, because ICU searches for the name each time.
Script script_of_icu(UScriptCode code) {
    static const auto codes = [] {
        std::array<Script, 256> table{};
        table.fill(common);
        for (std::size_t i = 0; i < table.size(); ++i) {
            const char* name = uscript_getShortName(static_cast<UScriptCode>(i));
            if (name != nullptr && std::string_view(name).size() == 4) table[i] = text::script(name);
        }
        return table;
    }();
    const auto index = static_cast<std::size_t>(code);
    return index < codes.size() ? codes[index] : common;
}

Class class_of_common(UChar32 c) {
    if (is_east_asian(static_cast<char32_t>(c)) || uscript_hasScript(c, USCRIPT_HAN)) return {Role::cjk_mark, han};
    const auto category = u_charType(c);
    if (category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION) return {Role::opening};
    if (category == U_END_PUNCTUATION) return {Role::closing};
    return {};
}

Class class_of(char32_t c) {
    if (is_plain_mongolian_letter(c)) return {Role::letter, mongolian};
    if (is_plain_ideograph(c)) return {Role::letter, han};
    if (is_cjk_mark_or_form(c)) return {u_isalpha(static_cast<UChar32>(c)) ? Role::letter : Role::cjk_mark, han};
    if (c == U' ' || is_ascii_digit(c)) return {};
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return {Role::letter, latin};
    if ((c >= 0x1800 && c < 0x18B0) || (c >= 0x11660 && c < 0x11680)) {
        return script::kind(c) != script::Kind::none ? Class{Role::letter, mongolian} : Class{};
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto character = static_cast<UChar32>(c);
    const UScriptCode code = uscript_getScript(character, &status);
    if (U_FAILURE(status)) return {};
    switch (code) {
        case USCRIPT_COMMON:
            return class_of_common(character);
        case USCRIPT_INHERITED:
            return {Role::inherited};
        case USCRIPT_UNKNOWN:
            return {};
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_KATAKANA_OR_HIRAGANA:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_HANGUL:
            return {Role::letter, han};
        default:
            return {Role::letter, script_of_icu(code)};
    }
}

constexpr bool is_keycap_base(char32_t c) { return is_ascii_digit(c) || c == U'#' || c == U'*'; }

constexpr bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

/// Resolves one text; the scripts of code units are kept until the end, as later letters decide about earlier marks.
class Resolver {
public:
    Resolver(std::u16string_view text, const std::vector<TextRange>& words)
        : text_(text), words_(words), scripts_(text.size(), unresolved) {}

    std::vector<ScriptRun> run() {
        auto word = words_.begin();
        for (TextIndex i = 0; i < text_.size();) {
            if (word != words_.end() && i == word->begin) {
                resolve_waiting(i, mongolian);
                assign(*word, mongolian);
                last_ = mongolian;
                i = (word++)->end;
                continue;
            }
            const CodePoint c = code_point_at(text_, i);
            const TextRange range{i, i + c.size};
            if (is_emoji(c.value, range)) {
                assign(range, emoji);
            } else {
                resolve(c.value, range);
            }
            i = range.end;
        }
        resolve_waiting(static_cast<TextIndex>(text_.size()), last_.value_or(without_letters_));
        return collect();
    }

private:
    static constexpr Script unresolved{0};
    static constexpr std::size_t bracket_limit = 32;

    struct Bracket {
        char32_t closing = 0;
        Script script = unresolved;
    };

    void assign(TextRange range, Script script) {
        for (TextIndex i = range.begin; i < range.end; ++i) scripts_[i] = script;
    }

    /// Gives `script` to all before `end` that waits for a letter.
    void resolve_waiting(TextIndex end, Script script) {
        if (!waiting_from_) return;
        for (TextIndex i = *waiting_from_; i < end; ++i) {
            if (scripts_[i] == unresolved) scripts_[i] = script;
        }
        for (std::size_t i = 0; i < depth_; ++i) {
            if (brackets_[i].script == unresolved) brackets_[i].script = script;
        }
        waiting_from_.reset();
    }

    void wait(TextRange range) {
        if (!waiting_from_) waiting_from_ = range.begin;
    }

    void resolve(char32_t c, TextRange range) {
        const Class found = class_of(c);
        switch (found.role) {
            case Role::letter:
                resolve_waiting(range.begin, found.script);
                assign(range, found.script);
                last_ = found.script;
                return;
            case Role::cjk_mark:
                assign(range, found.script);
                without_letters_ = found.script;
                return;
            case Role::inherited:
                if (range.begin > 0 && scripts_[range.begin - 1] != unresolved) {
                    assign(range, scripts_[range.begin - 1]);
                } else {
                    wait(range);
                }
                return;
            case Role::opening:
                wait(range);
                open(c);
                return;
            case Role::closing:
                if (const auto script = close(c)) last_ = script;
                break;
            case Role::common:
                break;
        }
        if (waiting_from_ || !last_) {
            wait(range);
        } else {
            assign(range, *last_);
        }
    }

    void open(char32_t c) {
        const auto closing = static_cast<char32_t>(u_getBidiPairedBracket(static_cast<UChar32>(c)));
        if (closing == c) return;
        if (depth_ == bracket_limit) {  // so deep that nobody reads it as pairs
            std::copy(brackets_.begin() + 1, brackets_.end(), brackets_.begin());
            --depth_;
        }
        brackets_[depth_++] = {closing, unresolved};
    }

    /// Takes the bracket that `c` closes off the stack; its script, if it has one and nothing waits.
    std::optional<Script> close(char32_t c) {
        for (std::size_t i = depth_; i-- > 0;) {
            if (brackets_[i].closing != c) continue;
            depth_ = i;
            if (waiting_from_ || brackets_[i].script == unresolved) return std::nullopt;
            return brackets_[i].script;
        }
        return std::nullopt;
    }

    /// Whether the character `c` at `range` is drawn as an emoji or carries an emoji sequence on (UTS #51).
    bool is_emoji(char32_t c, TextRange range) const {
        const char16_t next = range.end < text_.size() ? text_[range.end] : u'\0';
        if (is_keycap_base(c)) {
            const bool styled = next == emoji_style && range.end + 1 < text_.size();
            return next == keycap || (styled && text_[range.end + 1] == keycap);
        }
        if (c < 0xA9 || is_plain_mongolian_letter(c) || is_plain_ideograph(c)) return false;
        const bool after_emoji = range.begin > 0 && scripts_[range.begin - 1] == emoji;
        if (after_emoji && is_tag(c)) return true;
        const auto character = static_cast<UChar32>(c);
        if (after_emoji && text_[range.begin - 1] == zwj &&
            u_hasBinaryProperty(character, UCHAR_EXTENDED_PICTOGRAPHIC)) {
            return true;
        }
        if (next == text_style) return false;
        if (next == emoji_style) return u_hasBinaryProperty(character, UCHAR_EMOJI);
        return u_hasBinaryProperty(character, UCHAR_EMOJI_PRESENTATION);
    }

    std::vector<ScriptRun> collect() const {
        std::vector<ScriptRun> runs;
        for (TextIndex i = 0; i < scripts_.size(); ++i) {
            if (runs.empty() || runs.back().script != scripts_[i]) runs.push_back({{i, i}, scripts_[i]});
            runs.back().range.end = i + 1;
        }
        return runs;
    }

    std::u16string_view text_;
    const std::vector<TextRange>& words_;
    std::vector<Script> scripts_;
    std::optional<Script> last_;
    Script without_letters_ = common;
    std::optional<TextIndex> waiting_from_;
    std::array<Bracket, bracket_limit> brackets_;
    std::size_t depth_ = 0;
};

}  // namespace

std::vector<ScriptRun> resolve_scripts(std::u16string_view text, const std::vector<TextRange>& words) {
    return Resolver(text, words).run();
}

}  // namespace bichig::text
