// Rows of *.cases whose Mongolian is written in Latin transliteration between ⟦ and ⟧.
#pragma once

#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <bichig/base/utf.h>
#include <bichig/script/transliteration.h>

namespace bichig::script::testing {

/// A field as text: ⟦…⟧ by EAC MGC/01-02 (_ is MVS, - NNBSP, ' FVS1), \uXXXX a code unit, the rest as it stands.
inline std::u16string text_of(const std::string& field) {
    const std::u16string source = to_utf16(field).value();
    std::u16string out;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (source[i] == u'⟦') {
            const std::size_t end = source.find(u'⟧', i);
            out += from_latin(source.substr(i + 1, end - i - 1), Latin::eac).text;
            i = end;
        } else if (source[i] == u'\\' && source[i + 1] == u'u') {
            out += static_cast<char16_t>(std::stoul(to_utf8(source.substr(i + 2, 4)), nullptr, 16));
            i += 5;
        } else {
            out += source[i];
        }
    }
    return out;
}

/// What can be read in a failure: letters in Latin.
inline std::string shown(std::u16string_view text) { return to_utf8(to_latin(text, Latin::eac).text); }

/// The parts of `field` between `mark`s.
inline std::vector<std::u16string> parts_of(const std::string& field, const std::string& mark) {
    std::vector<std::u16string> parts;
    for (std::size_t begin = 0; begin <= field.size();) {
        const std::size_t end = std::min(field.find(mark, begin), field.size());
        parts.push_back(text_of(field.substr(begin, end - begin)));
        begin = end + mark.size();
    }
    return parts;
}

/// Calls `check` with the fields of each row of `path`; a row begins with its name.
inline void for_each_row(const std::string& path, const std::function<void(const std::vector<std::string>&)>& check) {
    std::ifstream input(path);
    ASSERT_TRUE(input) << path;
    int rows = 0;
    for (std::string line; std::getline(input, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> fields;
        for (std::size_t begin = 0; begin <= line.size();) {
            const std::size_t end = std::min(line.find('\t', begin), line.size());
            fields.push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        SCOPED_TRACE(fields[0]);
        check(fields);
        ++rows;
    }
    EXPECT_GT(rows, 0) << path;
}

}  // namespace bichig::script::testing
