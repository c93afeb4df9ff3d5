// Reads XLSX (ECMA-376, Office Open XML): the parts are found by their relationships, as their names are free, and
// elements by their local names, as the prefix and the two editions of the namespaces differ between writers.
#include <bichig/format/package/sheet.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include <bichig/base/utf.h>
#include <bichig/format/package/zip.h>

#include "format/package/cells.h"
#include "format/package/xml.h"

namespace bichig::format {

namespace {

/// What a part refers to, by id. Value.
struct Relationship {
    std::string type;    ///< the last step of its URI: "worksheet"
    std::string target;  ///< name of the part
};
using Relationships = std::map<std::string, Relationship, std::less<>>;

/// `target` as a part name: from the root, or from the folder of the part that names it.
std::string resolved(std::string_view base, std::string_view target) {
    std::string path;
    if (!target.starts_with('/')) path = base.substr(0, base.rfind('/') + 1);
    path += target.substr(target.starts_with('/') ? 1 : 0);
    std::vector<std::string_view> steps;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view step = std::string_view{path}.substr(begin, end - begin);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
        begin = end + 1;
    }
    std::string name;
    for (const std::string_view step : steps) name.append(name.empty() ? "" : "/").append(step);
    return name;
}

/// The relationships of the part `part`; those of the package where it is empty.
Result<Relationships> relationships_of(const std::vector<ZipPart>& parts, const std::string& part,
                                       const std::string& file) {
    const std::size_t slash = part.rfind('/') + 1;
    const std::string name = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
    pugi::xml_document document;
    if (auto parsed = parse_part(document, parts, name, file); !parsed) return fail(parsed.error());
    Relationships found;
    for (const pugi::xml_node& node : child(document, "Relationships").children()) {
        const std::string_view type = attribute(node, "Type");
        if (attribute(node, "TargetMode") == "External") continue;
        found.emplace(attribute(node, "Id"), Relationship{std::string{type.substr(type.rfind('/') + 1)},
                                                          resolved(part, attribute(node, "Target"))});
    }
    return found;
}

/// The target of the first relationship of a type; empty if there is none.
std::string target_of(const Relationships& relationships, std::string_view type) {
    for (const auto& [id, relationship] : relationships) {
        if (relationship.type == type) return relationship.target;
    }
    return {};
}

std::optional<std::size_t> number_in(std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// Row and column (from 0) of a name such as "B3".
std::optional<std::pair<std::size_t, std::size_t>> parse_cell_name(std::string_view name) {
    std::size_t column = 0;
    std::size_t letters = 0;
    while (letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z' && letters < 4) {
        column = column * 26 + static_cast<std::size_t>(name[letters++] - 'A' + 1);
    }
    const auto row = number_in(name.substr(letters));
    if (letters == 0 || !row || *row == 0 || *row > max_rows || column > max_columns) return std::nullopt;
    return std::pair{*row - 1, column - 1};
}

/// The text directly in `node`: that of all its text nodes, which comments may part.
std::string text_in(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node.children()) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    }
    return text;
}

/// The text of a shared or inline string: its own, or that of its runs; readings above the line (rPh) are no part.
std::string string_in(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node.children()) {
        if (local_name(part) == "t") text += from_xstring(text_in(part));
        if (local_name(part) != "r") continue;
        for (const pugi::xml_node& inner : part.children()) {
            if (local_name(inner) == "t") text += from_xstring(text_in(inner));
        }
    }
    return text;
}

/// Fills one sheet from its part.
class SheetReader {
public:
    SheetReader(Sheet& sheet, const std::vector<std::string>& strings, const std::string& file, SheetLimits& room)
        : sheet_{sheet}, strings_{strings}, file_{file}, room_{room} {}

    Result<void> read(const pugi::xml_node& worksheet) {
        for (const pugi::xml_node& row : child(worksheet, "sheetData").children()) {
            if (local_name(row) != "row") continue;
            if (auto done = read_row(row); !done) return done;
        }
        trim(sheet_);
        return {};
    }

private:
    Result<void> read_row(const pugi::xml_node& node) {
        if (const std::string_view name = attribute(node, "r"); !name.empty()) {
            const auto number = number_in(name);
            if (!number || *number == 0 || *number > max_rows) {
                return refuse("a row has no number between 1 and 1048576", "save the file again");
            }
            row_ = *number - 1;
        }
        column_ = 0;
        for (const pugi::xml_node& cell : node.children()) {
            if (local_name(cell) != "c") continue;
            if (auto done = read_cell(cell); !done) return done;
            ++column_;
        }
        ++row_;
        return {};
    }

    Result<void> read_cell(const pugi::xml_node& node) {
        if (const std::string_view name = attribute(node, "r"); !name.empty()) {
            const auto place = parse_cell_name(name);
            if (!place) return refuse("a cell has no name between A1 and XFD1048576", "save the file again");
            std::tie(row_, column_) = *place;
        }
        if (row_ >= max_rows || column_ >= max_columns) {
            return refuse("a cell lies outside of the grid", "save the file again");
        }
        auto text = value_of(node);
        if (!text) return fail(text.error());
        return text->empty() ? Result<void>{} : put(std::move(*text));
    }

    Result<std::string> value_of(const pugi::xml_node& node) const {
        const std::string_view type = attribute(node, "t");
        if (type == "inlineStr") return string_in(child(node, "is"));
        const pugi::xml_node value = child(node, "v");
        if (!value) {
            if (!child(node, "f")) return std::string{};
            return refuse("is a formula without a value", "open the file in a spreadsheet program and save it");
        }
        const std::string text = text_in(value);
        if (type == "str") return from_xstring(text);
        if (type == "b") return std::string{text == "1" || text == "true" ? "TRUE" : "FALSE"};
        if (type != "s") return text;  // a number, a date or an error, as it is written
        const auto index = number_in(text);
        if (!index || *index >= strings_.size()) {
            return refuse("names a shared string that is not there", "save the file again");
        }
        return strings_[*index];
    }

    Result<void> put(std::string text) {
        if (auto good = check_cell(sheet_.name, row_, column_, text, file_); !good) return good;
        if (row_ >= sheet_.rows.size()) {
            if (auto paid = pay(row_ + 1 - sheet_.rows.size()); !paid) return paid;
            sheet_.rows.resize(row_ + 1);
        }
        SheetRow& row = sheet_.rows[row_];
        if (column_ >= row.size()) {
            if (auto paid = pay(column_ + 1 - row.size()); !paid) return paid;
            row.resize(column_ + 1);
        }
        if (!row[column_].empty()) return refuse("comes twice", "save the file again");
        if (text.size() > room_.bytes) return refuse("the file has more text than is taken", "split it");
        room_.bytes -= text.size();
        row[column_] = std::move(text);
        return {};
    }

    Result<void> pay(std::uint64_t cells) {
        if (cells > room_.cells) return refuse("the file has more cells than are taken", "split it");
        room_.cells -= cells;
        return {};
    }

    tl::unexpected<Error> refuse(std::string message, std::string hint) const {
        return fail(cell_error(sheet_.name, row_, column_, std::move(message), std::move(hint), file_));
    }

    Sheet& sheet_;
    const std::vector<std::string>& strings_;
    const std::string& file_;
    SheetLimits& room_;  ///< what may still be read
    std::size_t row_ = 0;
    std::size_t column_ = 0;
};

Result<std::vector<std::string>> read_strings(const std::vector<ZipPart>& parts, const std::string& name,
                                              const std::string& file) {
    std::vector<std::string> strings;
    if (name.empty()) return strings;
    pugi::xml_document document;
    if (auto parsed = parse_part(document, parts, name, file); !parsed) return fail(parsed.error());
    for (const pugi::xml_node& node : child(document, "sst").children()) {
        if (local_name(node) == "si") strings.push_back(string_in(node));
    }
    return strings;
}

Result<Workbook> read_workbook(const std::vector<ZipPart>& parts, const std::string& file,
                               const SheetLimits& limits) {
    const auto package = relationships_of(parts, "", file);
    if (!package) return fail(package.error());
    const std::string main_part = target_of(*package, "officeDocument");
    pugi::xml_document document;
    if (auto parsed = parse_part(document, parts, main_part, file); !parsed) return fail(parsed.error());
    const pugi::xml_node list = child(child(document, "workbook"), "sheets");
    if (!list) {
        return fail({ErrorCode::invalid_input, "is no spreadsheet", "save it as XLSX", {file, 0, 0, ""}});
    }
    const auto relationships = relationships_of(parts, main_part, file);
    if (!relationships) return fail(relationships.error());
    const auto strings = read_strings(parts, target_of(*relationships, "sharedStrings"), file);
    if (!strings) return fail(strings.error());
    Workbook workbook;
    SheetLimits room = limits;
    std::set<std::string_view> seen;
    for (const pugi::xml_node& node : list.children()) {
        if (local_name(node) != "sheet") continue;
        Sheet sheet;
        sheet.name = from_xstring(attribute(node, "name"));
        if (!to_utf16(sheet.name)) sheet.name = "?";
        const auto found = relationships->find(attribute(node, "id"));
        const bool missing = found == relationships->end();
        if (missing || !seen.insert(found->second.target).second) {
            return fail({ErrorCode::invalid_input, missing ? "a sheet is missing" : "a sheet is there twice",
                         "save the file again", {file, 0, 0, "sheet '" + sheet.name + "'"}});
        }
        if (found->second.type != "worksheet") continue;
        pugi::xml_document part;
        if (auto parsed = parse_part(part, parts, found->second.target, file); !parsed) return fail(parsed.error());
        auto done = SheetReader{sheet, *strings, file, room}.read(child(part, "worksheet"));
        if (!done) return fail(done.error());
        workbook.sheets.push_back(std::move(sheet));
    }
    return workbook;
}

}  // namespace

Result<Workbook> read_xlsx(std::string_view bytes, const std::string& file, const SheetLimits& limits) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) {  // an OLE file
        return fail({ErrorCode::unsupported, "is a spreadsheet of the older kind (.xls) or has a password",
                     "save it as XLSX without a password", {file, 0, 0, ""}});
    }
    const auto parts = read_zip(bytes, file);
    if (!parts) return fail(parts.error());
    return read_workbook(*parts, file, limits);
}

}  // namespace bichig::format
