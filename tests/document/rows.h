// Rows of *.cases of the readers: name TAB input TAB expected; reading, escaping and recording them.
#pragma once

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace bichig::document::testing {

/// An input as rows have it: \n, \t, \r, \\ and \xHH (a byte) stand for what a row cannot hold.
inline std::string unescape(const std::string& row) {
    std::string out;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char next = i + 1 < row.size() ? row[i + 1] : '\0';
        if (row[i] != '\\') {
            out += row[i];
        } else if (next == 'x') {
            out += static_cast<char>(std::stoi(row.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else {
            out += next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : '\\';
            ++i;
        }
    }
    return out;
}

/// The same for an answer.
inline std::string escape(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '\n': out += "\\n"; break;
        case '\t': out += "\\t"; break;
        case '\r': out += "\\r"; break;
        case '\\': out += "\\\\"; break;
        default: out += c;
        }
    }
    return out;
}

/// Checks all rows of the file `path`. With BICHIG_RECORD set, writes what comes out into the third column instead.
inline void check_rows(const std::string& path, const std::function<std::string(const std::string&)>& answer) {
    std::ifstream input(path);
    ASSERT_TRUE(input) << path;
    const bool record = std::getenv("BICHIG_RECORD") != nullptr;
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
        const std::string found = escape(answer(unescape(source)));
        if (!record) {
            EXPECT_EQ(found, second == std::string::npos ? "" : line.substr(second + 1)) << path << ": " << name;
        }
        lines.push_back(name + "\t" + source + "\t" + found);
        ++rows;
    }
    EXPECT_GT(rows, 0) << path;
    if (!record) return;
    std::ofstream output(path);
    for (const std::string& line : lines) output << line << '\n';
}

/// Checks that the file `path` holds `found`; with BICHIG_RECORD set, writes it there.
inline void check_file(const std::string& path, const std::string& found) {
    if (std::getenv("BICHIG_RECORD") != nullptr) {
        std::ofstream(path, std::ios::binary) << found;
        return;
    }
    std::ifstream input(path, std::ios::binary);
    ASSERT_TRUE(input) << path;
    EXPECT_EQ(found, std::string(std::istreambuf_iterator<char>{input}, {})) << path;
}

}  // namespace bichig::document::testing
