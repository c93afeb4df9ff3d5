// Rows of tests/text/*.cases: name TAB text TAB expected; reading, escaping, dumping and recording them.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <bichig/base/utf.h>
#include <bichig/text/analysis.h>

namespace bichig::text::testing {

/// A text as rows have it: \uXXXX and \u{X…} stand for code units and code points that nobody could read.
inline std::u16string unescape(const std::string& row) {
    std::u16string out;
    const std::u16string text = to_utf16(row).value();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 >= text.size() || text[i + 1] != u'u') {
            out += text[i];
            continue;
        }
        const bool braced = i + 2 < text.size() && text[i + 2] == u'{';
        const std::size_t begin = i + (braced ? 3 : 2);
        const std::size_t end = braced ? text.find(u'}', begin) : begin + 4;
        append(out, static_cast<char32_t>(std::stoul(to_utf8(text.substr(begin, end - begin)), nullptr, 16)));
        i = braced ? end : end - 1;
    }
    return out;
}

/// The opposite: invisible characters become escapes.
inline std::string escape(std::u16string_view text) {
    std::string out;
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        const auto category = u_charType(static_cast<UChar32>(c.value));
        const bool hidden = category == U_CONTROL_CHAR || category == U_FORMAT_CHAR || category == U_SURROGATE ||
                            category == U_LINE_SEPARATOR || category == U_PARAGRAPH_SEPARATOR ||
                            category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
                            (category == U_SPACE_SEPARATOR && c.value != U' ');
        if (hidden) {
            char buffer[16];
            std::snprintf(buffer, sizeof buffer, c.size == 1 ? "\\u%04X" : "\\u{%X}", static_cast<unsigned>(c.value));
            out += buffer;
        } else {
            out += to_utf8(text.substr(i, c.size));
        }
        i += c.size;
    }
    return out;
}

inline std::string name_of(Script script) {
    const auto value = static_cast<std::uint32_t>(script);
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

/// The text with ÷ where a line may end and ¶ where it must, the end of the text apart.
inline std::string show_breaks(std::u16string_view text, const Analysis& analysis) {
    std::string out;
    TextIndex begin = 0;
    for (TextIndex i = 1; i < text.size(); ++i) {
        if (analysis.breaks[i] == Break::no) continue;
        out += escape(text.substr(begin, i - begin)) + (analysis.breaks[i] == Break::allowed ? "÷" : "¶");
        begin = i;
    }
    return out + escape(text.substr(begin));
}

inline std::string show_scripts(std::u16string_view text, const Analysis& analysis) {
    std::string out;
    for (const ScriptRun& run : analysis.scripts) {
        out += (out.empty() ? "" : "│") + name_of(run.script) + ":" +
               escape(text.substr(run.range.begin, run.range.size()));
    }
    return out;
}

inline std::string show_words(std::u16string_view text, const Analysis& analysis) {
    std::string out;
    TextIndex begin = 0;
    for (const TextRange& word : analysis.words) {
        out += escape(text.substr(begin, word.begin - begin));
        out += "⟦" + escape(text.substr(word.begin, word.size())) + "⟧";
        begin = word.end;
    }
    return out + escape(text.substr(begin));
}

inline std::string show_orientations(std::u16string_view text, const Analysis& analysis) {
    static constexpr const char* names[] = {"R", "U", "Tu", "Tr"};
    std::string out;
    for (TextIndex i = 0; i < text.size(); i += code_point_at(text, i).size) {
        out += (out.empty() ? "" : " ") + std::string(names[static_cast<int>(analysis.orientations[i])]);
    }
    return out;
}

using Show = std::function<std::string(std::u16string_view, const Analysis&)>;

/// Checks all rows of tests/text/`file`. With BICHIG_RECORD set, writes what comes out into the third column instead.
inline void check_rows(const std::string& file, const Show& show) {
    const std::string path = BICHIG_TEST_FOLDER "/" + file;
    std::ifstream input(path);
    ASSERT_TRUE(input) << path;
    std::vector<std::string> lines;
    int rows = 0;
    for (std::string line; std::getline(input, line);) {
        const std::size_t first = line.find('\t');
        if (line.empty() || line[0] == '#' || first == std::string::npos) {
            lines.push_back(line);
            continue;
        }
        const std::size_t second = line.find('\t', first + 1);
        const std::string name = line.substr(0, first);
        const std::string source = line.substr(first + 1, second == std::string::npos ? second : second - first - 1);
        const std::u16string text = unescape(source);
        const Analysis analysis = analyze(text);
        const std::string found = show(text, analysis);
        if (std::getenv("BICHIG_RECORD") == nullptr) {
            EXPECT_EQ(found, second == std::string::npos ? "" : line.substr(second + 1))
                << file << ": " << name << "\n  words        " << show_words(text, analysis) << "\n  scripts      "
                << show_scripts(text, analysis) << "\n  orientations " << show_orientations(text, analysis)
                << "\n  breaks       " << show_breaks(text, analysis);
        }
        lines.push_back(name + "\t" + source + "\t" + found);
        ++rows;
    }
    EXPECT_GT(rows, 0) << path;
    if (std::getenv("BICHIG_RECORD") == nullptr) return;
    std::ofstream output(path);
    for (const std::string& line : lines) output << line << '\n';
}

}  // namespace bichig::text::testing
