// Writes XLSX (ECMA-376): every cell is a shared string in a column of text format, so that no program reads a number,
// a date or a formula into it, also after somebody has edited it.
#include <bichig/format/package/sheet.h>

#include <algorithm>
#include <cstdio>
#include <unordered_map>
#include <unordered_set>

#include <bichig/base/utf.h>
#include <bichig/format/package/zip.h>

#include "format/package/cells.h"
#include "format/package/xml.h"

namespace bichig::format {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relationships_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package_relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view content_types = "http://schemas.openxmlformats.org/package/2006/content-types";

constexpr std::string_view default_types =
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";

// Formats of cells: 0 is the default of programs, 1 text (number format 49), 2 the same in bold for the header.
constexpr std::string_view styles =
    "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
    "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
    "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
    "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
    " applyFont=\"1\"/></cellXfs>"
    "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

constexpr double narrowest = 8;
constexpr double widest = 60;
constexpr std::size_t max_cell_units = 32'767;
constexpr std::size_t max_choice_units = 255;
constexpr std::size_t max_name_units = 31;

/// An element that holds `content`, with the declaration of the file before it.
std::string part_of(std::string_view element, std::string_view name_space, std::string_view content) {
    std::string out{declaration};
    out.append("<").append(element).append(" xmlns=\"").append(name_space).append("\"");
    if (element == "workbook") out.append(" xmlns:r=\"").append(relationships_namespace).append("\"");
    return out.append(">").append(content).append("</").append(element).append(">\n");
}

/// All different texts of a workbook, in the order in which they first occur.
class SharedStrings {
public:
    std::size_t index_of(std::string_view text) {
        const auto [found, added] = indices_.emplace(text, indices_.size());
        if (added) {
            items_ += "<si><t xml:space=\"preserve\">" + escaped(to_xstring(text)) + "</t></si>";
        }
        ++uses_;
        return found->second;
    }

    std::string part() const {
        return std::string{declaration} + "<sst xmlns=\"" + std::string{main_namespace} + "\" count=\"" +
               std::to_string(uses_) + "\" uniqueCount=\"" + std::to_string(indices_.size()) + "\">" + items_ +
               "</sst>\n";
    }

private:
    std::unordered_map<std::string_view, std::size_t> indices_;  // views of the workbook's cells
    std::string items_;
    std::size_t uses_ = 0;
};

tl::unexpected<Error> refuse_sheet(const Sheet& sheet, std::string message, std::string hint) {
    return fail({ErrorCode::invalid_input, std::move(message), std::move(hint),
                 {"", 0, 0, "sheet '" + sheet.name + "'"}});
}

/// How many columns of `sheet` say something.
std::size_t columns_of(const Sheet& sheet) {
    std::size_t columns = 0;
    for (const SheetRow& row : sheet.rows) columns = std::max(columns, trimmed_cells(row));
    return columns;
}

Result<void> check_name(const Sheet& sheet, std::unordered_set<std::string>& names) {
    const auto name = to_utf16(sheet.name);
    const bool bad = !name || name->empty() || name->size() > max_name_units ||
                     sheet.name.find_first_of("[]:*?/\\") != sheet.name.npos || sheet.name.starts_with('\'') ||
                     sheet.name.ends_with('\'') ||
                     std::any_of(sheet.name.begin(), sheet.name.end(), [](unsigned char byte) { return byte < 0x20; });
    if (bad) {
        return fail({ErrorCode::invalid_input, "spreadsheets do not take the name of a sheet",
                     "name it with 1 to 31 characters, none of them [ ] : * ? / \\ or a control, and no ' at an end",
                     {"", 0, 0, ""}});
    }
    std::string small = sheet.name;
    for (char& letter : small) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    if (!names.insert(small).second) return refuse_sheet(sheet, "two sheets have the same name", "rename one");
    return {};
}

Result<void> check_sheet(const Sheet& sheet, std::unordered_set<std::string>& names) {
    if (auto good = check_name(sheet, names); !good) return good;
    if (trimmed_rows(sheet) > max_rows || columns_of(sheet) > max_columns) {
        return refuse_sheet(sheet, "has more than 1048576 rows or 16384 columns", "split it");
    }
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const std::string& text = sheet.rows[row][column];
            if (auto good = check_cell(sheet.name, row, column, text); !good) return good;
            if (text.size() > max_cell_units && to_utf16(text)->size() > max_cell_units) {
                return fail(cell_error(sheet.name, row, column, "has more than 32767 characters", "shorten the text"));
            }
        }
    }
    for (const SheetChoices& choices : sheet.choices) {
        std::size_t units = choices.values.size();
        bool good = !choices.values.empty() && choices.column < max_columns;
        for (const std::string& value : choices.values) {
            const auto utf16 = to_utf16(value);
            good = good && utf16 && !value.empty() && value.find_first_of(",\"\t\r\n") == value.npos;
            units += utf16 ? utf16->size() : 0;
        }
        if (!good || units > max_choice_units + 1) {
            return refuse_sheet(sheet, "the choices of column " + std::to_string(choices.column + 1) +
                                           " cannot be written", "give few short ones without commas and quotes");
        }
    }
    return {};
}

double width_of(const Sheet& sheet, std::size_t column) {
    if (column < sheet.widths.size() && sheet.widths[column] > 0) return std::min(sheet.widths[column], 255.0);
    double width = narrowest;
    constexpr std::size_t looked_at = 1000;
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), looked_at); ++row) {
        const std::string_view text = sheet.at(row, column);
        const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
        width = std::max(width, static_cast<double>(std::count_if(text.begin(), text.end(), begins)) + 2);
    }
    return std::min(width, widest);
}

std::string columns_part(const Sheet& sheet, std::size_t columns) {
    std::string out = "<cols>";
    for (std::size_t column = 0; column < columns; ++column) {
        char width[32];
        std::snprintf(width, sizeof width, "%.2f", width_of(sheet, column));
        const std::string number = std::to_string(column + 1);
        out += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + width +
               "\" style=\"1\" customWidth=\"1\"/>";
    }
    return out + "</cols>";
}

std::string rows_part(const Sheet& sheet, SharedStrings& strings) {
    std::string out = "<sheetData>";
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const std::size_t cells = trimmed_cells(sheet.rows[row]);
        if (cells == 0) continue;
        const std::string_view style = sheet.header && row == 0 ? "2" : "1";
        out += "<row r=\"" + std::to_string(row + 1) + "\">";
        for (std::size_t column = 0; column < cells; ++column) {
            const std::string& text = sheet.rows[row][column];
            if (text.empty()) continue;
            out.append("<c r=\"").append(cell_name(row, column)).append("\" s=\"").append(style);
            out.append("\" t=\"s\"><v>").append(std::to_string(strings.index_of(text))).append("</v></c>");
        }
        out += "</row>";
    }
    return out + "</sheetData>";
}

std::string choices_part(const Sheet& sheet) {
    if (sheet.choices.empty()) return {};
    std::string out = "<dataValidations count=\"" + std::to_string(sheet.choices.size()) + "\">";
    for (const SheetChoices& choices : sheet.choices) {
        std::string list;
        for (const std::string& value : choices.values) list += (list.empty() ? "" : ",") + value;
        out += "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"" +
               cell_name(1, choices.column) + ":" + cell_name(max_rows - 1, choices.column) + "\"><formula1>\"" +
               escaped(list) + "\"</formula1></dataValidation>";
    }
    return out + "</dataValidations>";
}

std::string sheet_part(const Sheet& sheet, bool first, SharedStrings& strings) {
    const std::size_t rows = trimmed_rows(sheet);
    const std::size_t columns = columns_of(sheet);
    const bool header = sheet.header && rows > 0;
    const std::string whole = columns == 0 ? "A1" : "A1:" + cell_name(rows - 1, columns - 1);
    std::string out = "<dimension ref=\"" + whole + "\"/><sheetViews><sheetView workbookViewId=\"0\"";
    if (first) out += " tabSelected=\"1\"";
    out += header ? "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                    "<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
                  : "/></sheetViews>";
    out += "<sheetFormatPr defaultRowHeight=\"15\"/>";
    if (columns > 0) out += columns_part(sheet, columns);
    out += rows_part(sheet, strings);
    if (header) out += "<autoFilter ref=\"" + whole + "\"/>";
    out += choices_part(sheet);
    if (columns > 0) {
        out += "<ignoredErrors><ignoredError sqref=\"" + whole + "\" numberStoredAsText=\"1\"/></ignoredErrors>";
    }
    return part_of("worksheet", main_namespace, out);
}

/// The range of a filter as programs name it: 'Name'!$A$1:$C$9.
std::string filter_name(const Sheet& sheet, std::size_t index) {
    std::string name;
    for (const char letter : sheet.name) name.append(letter == '\'' ? 2 : 1, letter);
    std::string last = cell_name(0, columns_of(sheet) - 1);
    last.pop_back();
    return "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"" + std::to_string(index) +
           "\" hidden=\"1\">'" + escaped(name) + "'!$A$1:$" + last + "$" + std::to_string(trimmed_rows(sheet)) +
           "</definedName>";
}

std::string workbook_part(const Workbook& workbook) {
    std::string sheets;
    std::string names;
    for (std::size_t index = 0; index < workbook.sheets.size(); ++index) {
        const Sheet& sheet = workbook.sheets[index];
        const std::string number = std::to_string(index + 1);
        sheets += "<sheet name=\"" + escaped(to_xstring(sheet.name)) + "\" sheetId=\"" + number + "\" r:id=\"rId" +
                  number + "\"/>";
        if (sheet.header && trimmed_rows(sheet) > 0) names += filter_name(sheet, index);
    }
    if (!names.empty()) names = "<definedNames>" + names + "</definedNames>";
    return part_of("workbook", main_namespace,
                   "<bookViews><workbookView/></bookViews><sheets>" + sheets + "</sheets>" + names);
}

std::string relationship(std::size_t id, std::string_view type, std::string_view target) {
    std::string out = "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"";
    out.append(relationships_namespace).append("/").append(type);
    return out.append("\" Target=\"").append(target).append("\"/>");
}

std::string content_type(std::string_view part, std::string_view type) {
    std::string out = "<Override PartName=\"/xl/";
    return out.append(part)
        .append("\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.")
        .append(type)
        .append("+xml\"/>");
}

}  // namespace

Result<std::string> xlsx_of(const Workbook& workbook) {
    if (workbook.sheets.empty()) {
        return fail({ErrorCode::invalid_input, "a spreadsheet file needs a sheet", "give it one", {"", 0, 0, ""}});
    }
    std::unordered_set<std::string> names;
    for (const Sheet& sheet : workbook.sheets) {
        if (auto good = check_sheet(sheet, names); !good) return fail(good.error());
    }
    const std::size_t count = workbook.sheets.size();
    SharedStrings strings;
    std::vector<ZipPart> sheets;
    std::string types{default_types};
    types += content_type("workbook.xml", "sheet.main");
    std::string relationships;
    for (std::size_t index = 0; index < count; ++index) {
        const std::string name = "worksheets/sheet" + std::to_string(index + 1) + ".xml";
        types += content_type(name, "worksheet");
        relationships += relationship(index + 1, "worksheet", name);
        sheets.push_back({"xl/" + name, sheet_part(workbook.sheets[index], index == 0, strings)});
    }
    types += content_type("styles.xml", "styles") + content_type("sharedStrings.xml", "sharedStrings");
    relationships += relationship(count + 1, "styles", "styles.xml");
    relationships += relationship(count + 2, "sharedStrings", "sharedStrings.xml");
    const std::string root = relationship(1, "officeDocument", "xl/workbook.xml");
    std::vector<ZipPart> parts{
        {"[Content_Types].xml", part_of("Types", content_types, types)},
        {"_rels/.rels", part_of("Relationships", package_relationships, root)},
        {"xl/workbook.xml", workbook_part(workbook)},
        {"xl/_rels/workbook.xml.rels", part_of("Relationships", package_relationships, relationships)},
        {"xl/styles.xml", part_of("styleSheet", main_namespace, styles)},
        {"xl/sharedStrings.xml", strings.part()}};
    std::move(sheets.begin(), sheets.end(), std::back_inserter(parts));
    return zip_of(parts);
}

}  // namespace bichig::format
