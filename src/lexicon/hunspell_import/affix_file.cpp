// Reads .aff files: commands that make words are understood, others are passed over, and what is broken has its line.
#include "lexicon/hunspell_import/affix_file.h"

#include <algorithm>
#include <charconv>

#include <bichig/base/utf.h>
#include <bichig/lexicon/table.h>

namespace bichig::lexicon {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_rules = 1'000'000;
constexpr std::size_t most_flags = 4096;  // of one word or rule
constexpr std::size_t most_flags_of_rules = 20'000'000;
constexpr unsigned long largest_flag = 65'535;  // Hunspell's

tl::unexpected<Error> refuse(const Place& where, std::string message, std::string hint) {
    return fail({ErrorCode::invalid_input, std::move(message), std::move(hint), where});
}

std::u32string utf32_of(std::u16string_view text) {
    std::u32string out;
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        out += point.value;
        index += point.size;
    }
    return out;
}

/// The words of a line, parted by blanks.
std::vector<std::u32string_view> fields_of(std::u32string_view line) {
    std::vector<std::u32string_view> fields;
    for (std::size_t begin = 0; (begin = line.find_first_not_of(U" \t", begin)) != line.npos;) {
        const std::size_t end = std::min(line.find_first_of(U" \t", begin), line.size());
        fields.push_back(line.substr(begin, end - begin));
        begin = end;
    }
    return fields;
}

std::optional<unsigned long> number_in(std::u32string_view text) {
    const std::string digits = utf8_of(text);
    unsigned long value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// The encoding that SET names. It is looked for in the bytes, since it says how to read them.
std::string encoding_of(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) return "UTF-8";
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::string_view line = bytes.substr(begin, end - begin);
        if (line.starts_with("SET ") || line.starts_with("SET\t")) {
            const std::size_t name = std::min(line.find_first_not_of(" \t", 4), line.size());
            return std::string{line.substr(name, line.find_first_of(" \t\r", name) - name)};
        }
        begin = end + 1;
    }
    return "ISO8859-1";
}

/// Reads the places of a condition: characters, [sets], [^sets] and dots.
Result<std::vector<ConditionPlace>> condition_of(std::u32string_view text, const Place& where) {
    std::vector<ConditionPlace> places;
    for (std::size_t index = 0; index < text.size(); ++index) {
        ConditionPlace place;
        if (text[index] == U'.') {
            place.negated = true;
        } else if (text[index] == U'[') {
            const std::size_t close = text.find(U']', index);
            if (close == text.npos) return refuse(where, "a set of the condition is not closed", "close it with ]");
            place.negated = index + 1 < close && text[index + 1] == U'^';
            const std::size_t begin = index + (place.negated ? 2 : 1);
            place.characters = text.substr(begin, close - begin);
            index = close;
        } else {
            place.characters = text[index];
        }
        places.push_back(std::move(place));
    }
    if (places.size() == 1 && places[0].negated && places[0].characters.empty()) places.clear();
    return places;
}

/// Takes the lines of an affix file one by one.
class AffixReader {
public:
    AffixReader(AffixFile& affixes, const std::string& file, Findings& findings)
        : affixes_{affixes}, file_{file}, findings_{findings} {}

    Result<void> line(std::u32string_view line, std::uint32_t number) {
        where_ = {file_, number, 0, {}};
        const auto fields = fields_of(line);
        if (fields.size() < 2 || fields[0].starts_with(U'#')) return {};
        const std::string command = utf8_of(fields[0]);
        if (command == "FLAG") return flag_kind(fields[1]);
        if (command == "AF") return alias(fields[1]);
        if (command == "PFX" || command == "SFX") return affix(fields, command == "SFX");
        return flag_command(command, fields[1]);
    }

    void end() {
        for (const auto* classes : {&affixes_.suffixes, &affixes_.prefixes}) {
            for (const auto& [flag, found] : *classes) {
                if (found.rules.size() == found.claimed) continue;
                findings_.push_back({Severity::warning,
                                     "rule-count",
                                     "the class '" + found.name + "' says that " + std::to_string(found.claimed) +
                                         " rules follow, but has " + std::to_string(found.rules.size()),
                                     "is a line lost? Those that are there are used",
                                     {file_, found.line, 0, {}},
                                     {}});
            }
        }
    }

private:
    Result<void> flag_kind(std::u32string_view kind) {
        if (kind == U"num") {
            affixes_.flag_kind = FlagKind::number;
        } else if (kind == U"long") {
            affixes_.flag_kind = FlagKind::two_characters;
        } else if (kind != U"UTF-8") {
            return refuse(where_, "unknown kind of flags '" + utf8_of(kind) + "'", "Hunspell has num, long and UTF-8");
        }
        return {};
    }

    Result<void> alias(std::u32string_view text) {
        if (!alias_head_seen_) {
            alias_head_seen_ = true;
            if (!number_in(text))
                return refuse(where_, "the first AF does not say how many follow", "write their number");
            return {};
        }
        auto aliases = std::move(affixes_.aliases);  // the flags of an alias are no aliases
        affixes_.aliases.clear();
        auto flags = flags_in(text, affixes_, where_);
        affixes_.aliases = std::move(aliases);
        if (!flags) return fail(flags.error());
        affixes_.aliases.push_back(std::move(*flags));
        return {};
    }

    Result<void> flag_command(const std::string& command, std::u32string_view text) {
        const std::map<std::string, std::optional<Flag>*, std::less<>> known{
            {"NEEDAFFIX", &affixes_.need_affix},
            {"PSEUDOROOT", &affixes_.need_affix},
            {"FORBIDDENWORD", &affixes_.forbidden},
            {"ONLYINCOMPOUND", &affixes_.only_in_compound},
            {"CIRCUMFIX", &affixes_.circumfix}};
        constexpr std::string_view others[] = {"COMPOUNDFLAG",       "COMPOUNDBEGIN", "COMPOUNDMIDDLE",
                                               "COMPOUNDEND",        "COMPOUNDROOT",  "COMPOUNDPERMITFLAG",
                                               "COMPOUNDFORBIDFLAG", "KEEPCASE",      "LEMMA_PRESENT",
                                               "NOSUGGEST",          "WARN",          "SUBSTANDARD",
                                               "FORCEUCASE"};
        const auto found = known.find(command);
        const bool other = std::find(std::begin(others), std::end(others), command) != std::end(others);
        if (found == known.end() && !other) return {};
        const auto flags = flags_in(text, affixes_, where_);
        if (!flags) return fail(flags.error());
        if (flags->size() != 1) return refuse(where_, command + " names more than one flag", "name one");
        if (other) {
            affixes_.others.push_back(flags->front());
        } else {
            *found->second = flags->front();
        }
        return {};
    }

    Result<void> affix(const std::vector<std::u32string_view>& fields, bool suffix) {
        const auto flag = one_flag(fields[1]);
        if (!flag) return fail(flag.error());
        auto& classes = suffix ? affixes_.suffixes : affixes_.prefixes;
        const auto found = classes.find(*flag);
        const bool head = fields.size() >= 4 && (fields[2] == U"Y" || fields[2] == U"N") && number_in(fields[3]);
        const bool wants_rules = found != classes.end() && found->second.rules.size() < found->second.claimed;
        if (head && !wants_rules) {
            if (found != classes.end()) {
                return refuse(where_,
                              "the class '" + utf8_of(fields[1]) + "' begins a second time; it began in line " +
                                  std::to_string(found->second.line),
                              "give it another flag");
            }
            classes[*flag] = {utf8_of(fields[1]), suffix, fields[2] == U"Y", where_.line, *number_in(fields[3]), {}};
            return {};
        }
        if (found == classes.end()) {
            return refuse(where_, "a rule of the class '" + utf8_of(fields[1]) + "', which has no head",
                          "write before it: class, Y or N, number of rules");
        }
        return rule(found->second, fields);
    }

    Result<void> rule(HunspellClass& into, const std::vector<std::u32string_view>& fields) {
        if (fields.size() < 4) {
            return refuse(where_, "the rule has " + std::to_string(fields.size()) + " fields",
                          "a rule has class, what is taken off, what is put on, and a condition");
        }
        if (++rules_ > most_rules) return refuse(where_, "more than 1000000 rules", "is this an affix file?");
        AffixRule rule;
        rule.line = where_.line;
        if (fields[2] != U"0") rule.strip = fields[2];
        std::u32string_view affix = fields[3];
        if (const std::size_t slash = affix.find(U'/'); slash != affix.npos) {
            auto flags = flags_in(affix.substr(slash + 1), affixes_, where_);
            if (!flags) return fail(flags.error());
            rule.flags = std::move(*flags);
            flags_ += rule.flags.size();
            if (flags_ > most_flags_of_rules) return refuse(where_, "too many flags in all", "is this an affix file?");
            affix = affix.substr(0, slash);
        }
        if (affix != U"0") rule.affix = affix;
        if (fields.size() > 4 && !fields[4].starts_with(U'#')) {
            auto condition = condition_of(fields[4], where_);
            if (!condition) return fail(condition.error());
            rule.condition = std::move(*condition);
        }
        into.rules.push_back(std::move(rule));
        return {};
    }

    Result<Flag> one_flag(std::u32string_view text) {
        AffixFile without;  // the name of a class is no alias
        without.flag_kind = affixes_.flag_kind;
        const auto flags = flags_in(text, without, where_);
        if (!flags) return fail(flags.error());
        if (flags->size() != 1) return refuse(where_, "'" + utf8_of(text) + "' is no single flag", "look at FLAG");
        return flags->front();
    }

    AffixFile& affixes_;
    const std::string& file_;
    Findings& findings_;
    Place where_;
    bool alias_head_seen_ = false;
    std::size_t rules_ = 0;
    std::size_t flags_ = 0;
};

}  // namespace

std::u16string utf16_of(std::u32string_view text) {
    std::u16string out;
    for (const char32_t point : text) append(out, point);
    return out;
}

std::string utf8_of(std::u32string_view text) { return to_utf8(utf16_of(text)); }

Result<void> for_each_line(const NamedBytes& file, const std::optional<text::CodePage>& code_page,
                           const std::function<Result<void>(std::u32string_view, std::uint32_t)>& handle) {
    std::string_view bytes = file.bytes;
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    std::uint32_t number = 0;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        const Place where{file.name, ++number, 0, {}};
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.size() > longest_table_line) {
            return refuse(
                where,
                "a line of " + std::to_string(line.size()) + " bytes, more than " + std::to_string(longest_table_line),
                "is this a file of Hunspell?");
        }
        if (line.find('\0') != line.npos) return refuse(where, "a NUL byte", "is this a file of Hunspell?");
        if (line.empty()) continue;
        const auto text = code_page ? Result<std::u16string>{code_page->decode(line)} : to_utf16(line);
        if (!text || (code_page && text->find(u'\uFFFD') != text->npos)) {
            const Place bad{file.name, number, 0, text ? "" : text.error().where.detail};
            return refuse(bad, "bytes that are not in the encoding of the dictionary",
                          "SET in the .aff file must name the encoding of both files");
        }
        if (auto handled = handle(utf32_of(*text), number); !handled) return handled;
    }
    return {};
}

std::string name_of(Flag flag, FlagKind kind) {
    if (kind == FlagKind::number) return std::to_string(flag);
    if (kind == FlagKind::two_characters) return utf8_of(std::u32string{flag >> 16, flag & 0xFFFF});
    return utf8_of(std::u32string{flag});
}

Result<std::vector<Flag>> flags_in(std::u32string_view text, const AffixFile& affixes, const Place& where) {
    const std::string shown = utf8_of(text.substr(0, 40));
    if (!affixes.aliases.empty()) {
        const auto number = number_in(text);
        if (!number || *number == 0 || *number > affixes.aliases.size()) {
            return refuse(where, "'" + shown + "' is no number of an AF line",
                          "there are " + std::to_string(affixes.aliases.size()) + " of them");
        }
        return affixes.aliases[*number - 1];
    }
    if (text.size() > most_flags) return refuse(where, "more than 4096 flags", "is this a list of flags?");
    std::vector<Flag> flags;
    if (affixes.flag_kind == FlagKind::character) return std::vector<Flag>(text.begin(), text.end());
    if (affixes.flag_kind == FlagKind::two_characters) {
        const bool wide = std::any_of(text.begin(), text.end(), [](char32_t one) { return one > 0xFFFF; });
        if (text.size() % 2 != 0 || wide) {
            return refuse(where, "'" + shown + "' is no list of flags of two characters", "FLAG long asks for them");
        }
        for (std::size_t i = 0; i < text.size(); i += 2) flags.push_back(text[i] << 16 | text[i + 1]);
        return flags;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(U',', begin), text.size());
        const auto number = number_in(text.substr(begin, end - begin));
        if (!number || *number == 0 || *number > largest_flag) {
            return refuse(where, "'" + shown + "' is no list of numbers from 1 to 65535", "FLAG num asks for them");
        }
        flags.push_back(static_cast<Flag>(*number));
        begin = end + 1;
    }
    return flags;
}

Result<AffixFile> read_affixes(const NamedBytes& file, Findings& findings) {
    AffixFile affixes;
    const std::string encoding = encoding_of(file.bytes);
    if (encoding != "UTF-8" && encoding != "utf-8") {
        auto code_page = text::CodePage::named(encoding);
        if (!code_page) {
            Error error = code_page.error();
            error.where.file = file.name;
            return fail(std::move(error));
        }
        affixes.code_page = std::move(*code_page);
    }
    AffixReader reader{affixes, file.name, findings};
    auto read = for_each_line(file, affixes.code_page, [&](std::u32string_view line, std::uint32_t number) {
        return reader.line(line, number);
    });
    if (!read) return fail(read.error());
    reader.end();
    return affixes;
}

}  // namespace bichig::lexicon
