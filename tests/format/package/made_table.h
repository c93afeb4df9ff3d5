// Tables with every kind of text that a cell of a dictionary may hold, for the properties of their readers and writers.
#pragma once

#include <string>
#include <vector>

#include <rapidcheck.h>

#include <bichig/format/package/sheet.h>

namespace bichig::format {

/// Any Unicode text, mostly made of pieces that readers and writers are apt to lose. `nul` allows U+0000.
inline rc::Gen<std::string> cell_text(bool nul) {
    static const std::vector<std::string> pieces{
        " ", "  ", "\t", "\n", "\r", "\r\n", "\"", "\"\"", "'", ",", ";", "=", "+", "-", "@", "<", ">", "&", "&amp;",
        "]]>", "_x000D_", "_x005F_", "_x0041", "_xa", "_x", "_", "x", "\x01", "\x08", "\x1F", "\x7F", "\xC2\x85",
        "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xEF\xBC\x9D", "\xF0\x9F\x98\x80",
        "\xF0\x9F\x91\xA8\xE2\x80\x8D",
        "\xE1\xA0\xAE\xE1\xA0\xA4\xE1\xA0\xA9", "\xE1\xA0\x8E", "\xE1\xA0\x8B", "\xE1\xA0\x8C", "\xE2\x80\xAF",
        "\xE4\xB8\xAD\xE6\x96\x87", "\xEF\xBC\x9B", "a", "0", "1-2", "1e5", "007", "TRUE", "#REF!", "m\xC3\xB6nxe"};
    const auto part = rc::gen::elementOf(pieces);
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(part),
                        [nul](const std::vector<std::string>& parts) {
                            std::string text;
                            for (const std::string& one : parts) text += one;
                            if (nul && parts.size() % 7 == 6) text += std::string(1, '\0') + "n";
                            return text;
                        });
}

inline rc::Gen<std::vector<SheetRow>> any_rows(bool nul) {
    // A quarter of the usual size each way: tables of a hundred long cells show nothing more.
    const auto rows = rc::gen::container<std::vector<SheetRow>>(rc::gen::container<SheetRow>(cell_text(nul)));
    return rc::gen::scale(0.25, rows);
}

/// The rows without empty cells and rows at their ends, which say nothing.
inline std::vector<SheetRow> said(std::vector<SheetRow> rows) {
    for (SheetRow& row : rows) {
        while (!row.empty() && row.back().empty()) row.pop_back();
    }
    while (!rows.empty() && rows.back().empty()) rows.pop_back();
    return rows;
}

}  // namespace bichig::format
