// Looks at an affix file and a word list: encoding, first line, and whether it is text at all.
#include "spell/hunspell/files.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string_view>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

namespace bichig::spell {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

Error wrong(const std::string& path, std::uint32_t line, std::string message, std::string hint) {
    return {ErrorCode::invalid_input, std::move(message), std::move(hint), {path, line, 0, ""}};
}

/// What the first line that begins with `word` says after it. Hunspell asks for a blank after the word.
std::optional<std::string> value_of(std::string_view bytes, std::string_view word) {
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.substr(0, word.size()) != word || line.size() == word.size()) continue;
        if (line[word.size()] != ' ' && line[word.size()] != '\t') continue;
        const std::size_t begin = line.find_first_not_of(" \t", word.size());
        if (begin == std::string_view::npos) continue;
        return std::string{line.substr(begin, line.find_first_of(" \t\r", begin) - begin)};
    }
    return std::nullopt;
}

/// That `bytes` are text: no NUL, and UTF-8 where that is asked for.
Result<void> check_text(const std::string& path, const std::string& bytes, bool utf8) {
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
        return fail(wrong(path, 0, "is empty", "name the .aff and the .dic file of a Hunspell dictionary"));
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string::npos) {
        const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
        return fail(wrong(path, static_cast<std::uint32_t>(line), "is no text: it has a NUL byte",
                          "name the .aff and the .dic file of a Hunspell dictionary"));
    }
    if (!utf8) return {};
    if (auto text = to_utf16(bytes); !text) {
        Error error = text.error();
        error.where.file = path;
        error.hint = "SET in the .aff file must name the encoding of both files";
        return fail(std::move(error));
    }
    return {};
}

/// The count in the first line of a word list: Hunspell takes as much memory as it says.
Result<void> check_count(const std::string& path, std::string_view bytes) {
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    std::uint64_t count = 0;
    const auto read = std::from_chars(line.data() + begin, line.data() + line.size(), count);
    const char after = read.ptr == line.data() + line.size() ? ' ' : *read.ptr;
    if (read.ec != std::errc{} || (after != ' ' && after != '\t') || count == 0) {
        return fail(wrong(path, 1, "the first line does not say how many words follow", "write their number there"));
    }
    const auto lines = static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
    if (count > 16 * lines + 1024) {
        return fail(wrong(path, 1, "says that " + std::to_string(count) + " words follow, but has " +
                                       std::to_string(lines) + " lines", "write their number there"));
    }
    return {};
}

/// Which code units the words of a list have. Flags and comments behind a word are no part of it.
std::vector<bool> letters_of(std::u16string_view list) {
    constexpr std::size_t latin_end = 0x250;
    constexpr std::uint64_t few = 5;  // one word in five
    std::vector<std::uint32_t> counts(0x10000, 0);
    list.remove_prefix(std::min(list.find(u'\n'), list.size()));
    bool in_word = false;
    for (const char16_t unit : list) {
        in_word = unit == u'\n' || (in_word && unit != u'/' && unit != u'\t' && unit != u' ' && unit != u'\r');
        if (in_word && unit != u'\n') ++counts[unit];
    }
    const auto sum = [&counts](std::size_t begin, std::size_t end) {
        std::uint64_t all = 0;
        for (std::size_t unit = begin; unit < end; ++unit) all += counts[unit];
        return all;
    };
    const bool few_latin = sum(0, latin_end) * few < sum(0, counts.size());
    std::vector<bool> letters(counts.size());
    for (std::size_t unit = 0; unit < counts.size(); ++unit) {
        const bool is_latin = (unit >= u'A' && unit <= u'Z') || (unit >= u'a' && unit <= u'z') || unit >= 0xC0;
        letters[unit] = counts[unit] > 0 && !(few_latin && unit < latin_end && is_latin);
    }
    return letters;
}

}  // namespace

Result<DictionaryFiles> look_at_files(const std::string& aff_path, const std::string& dic_path) {
    const auto aff = read_file(aff_path);
    if (!aff) return fail(aff.error());
    const auto dic = read_file(dic_path);
    if (!dic) return fail(dic.error());
    DictionaryFiles files;
    files.encoding = value_of(*aff, "SET").value_or("ISO8859-1");
    const bool utf8 = files.encoding == "UTF-8";  // so does Hunspell compare it
    if (auto text = check_text(aff_path, *aff, utf8); !text) return fail(text.error());
    if (auto text = check_text(dic_path, *dic, utf8); !text) return fail(text.error());
    if (!utf8) {
        auto code_page = text::CodePage::named(files.encoding);
        if (!code_page) {
            Error error = code_page.error();
            error.where.file = aff_path;
            return fail(std::move(error));
        }
        files.code_page = std::move(*code_page);
    }
    if (auto count = check_count(dic_path, *dic); !count) return fail(count.error());
    files.letters = letters_of(files.code_page ? files.code_page->decode(*dic) : to_utf16(*dic).value());
    return files;
}

}  // namespace bichig::spell
