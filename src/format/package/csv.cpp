// CSV by RFC 4180: what separates its cells is found outside of quotes, and what is written is always read back.
#include <bichig/format/package/sheet.h>

#include <algorithm>

#include <bichig/base/utf.h>

#include "format/package/cells.h"

namespace bichig::format {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view separators = ",;\t";

/// Whether a spreadsheet would run `text` as a formula, or whether it has the guard of such a text.
bool is_formula(std::string_view text) {
    const std::size_t begin = text.find_first_not_of('\'');
    if (begin == text.npos) return false;
    constexpr std::string_view starts[] = {"=", "+", "-", "@", "\t", "\r",  //
                                           "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](std::string_view start) { return text.substr(begin).starts_with(start); });
}

/// Walks over the characters of a CSV once.
class CsvReader {
public:
    CsvReader(std::string_view bytes, const std::string& file, bool guarded, char separator, std::uint64_t room)
        : bytes_{bytes}, file_{file}, guarded_{guarded}, separator_{separator}, room_{room} {}

    Result<Sheet> read() {
        Sheet sheet;
        while (place_ < bytes_.size()) {
            SheetRow row;
            for (;;) {
                auto cell = read_cell();
                if (!cell) return fail(cell.error());
                row.push_back(std::move(*cell));
                if (room_-- == 0) return refuse(place_, "has more cells than are taken", "split the file");
                if (place_ >= bytes_.size() || bytes_[place_] != separator_) break;
                ++place_;
            }
            skip_end_of_row();
            sheet.rows.push_back(std::move(row));
        }
        trim(sheet);
        return sheet;
    }

    tl::unexpected<Error> refuse(std::size_t at, std::string message, std::string hint) const {
        Place place{file_, 1, 1, ""};
        for (std::size_t index = 0; index < std::min(at, bytes_.size()); ++index) {
            const auto byte = static_cast<unsigned char>(bytes_[index]);
            const bool ends = byte == '\n' || (byte == '\r' && bytes_.substr(index + 1, 1) != "\n");
            if (ends) {
                ++place.line;
                place.column = 1;
            } else if (byte < 0x80 || byte >= 0xC0) {
                ++place.column;
            }
        }
        return fail({ErrorCode::invalid_input, std::move(message), std::move(hint), std::move(place)});
    }

private:
    Result<std::string> read_cell() {
        std::string text;
        if (bytes_.substr(place_, 1) == "\"") {
            const std::size_t opened = place_++;
            for (;;) {
                const std::size_t quote = bytes_.find('"', place_);
                if (quote == bytes_.npos) return refuse(opened, "the quote of this cell is not closed", "close it");
                text.append(bytes_.substr(place_, quote - place_));
                place_ = quote + 1;
                if (bytes_.substr(place_, 1) != "\"") break;
                text += '"';
                ++place_;
            }
            if (place_ < bytes_.size() && bytes_[place_] != separator_ && !at_end_of_row()) {
                return refuse(place_, "text follows the closing quote of a cell", "double a quote that is text");
            }
        } else {
            const std::size_t begin = place_;
            while (place_ < bytes_.size() && bytes_[place_] != separator_ && !at_end_of_row()) ++place_;
            text = bytes_.substr(begin, place_ - begin);
        }
        if (guarded_ && text.starts_with('\'') && is_formula(text)) text.erase(0, 1);
        return text;
    }

    bool at_end_of_row() const { return bytes_[place_] == '\n' || bytes_[place_] == '\r'; }

    void skip_end_of_row() {
        if (place_ >= bytes_.size()) return;
        place_ += bytes_.substr(place_, 2) == "\r\n" ? 2 : 1;
    }

    std::string_view bytes_;
    const std::string& file_;
    bool guarded_;
    char separator_;
    std::uint64_t room_;
    std::size_t place_ = 0;
};

/// The separator that the first row with any has most of, outside of quotes.
char detect_separator(std::string_view bytes) {
    std::size_t counts[3] = {};
    bool quoted = false;
    for (const char byte : bytes) {
        if (byte == '"') quoted = !quoted;
        if (quoted) continue;
        if (const std::size_t which = separators.find(byte); which != separators.npos) ++counts[which];
        if (byte == '\n' || byte == '\r') {
            if (counts[0] + counts[1] + counts[2] > 0) break;
        }
    }
    return separators[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

Result<void> check_separator(char separator, const std::string& file) {
    if (separator == '\0' || separators.find(separator) != separators.npos) return {};
    return fail({ErrorCode::invalid_input, "the separator is none of , ; and a tab", "name one of them",
                 {file, 0, 0, ""}});
}

/// Whether a cell is only read back if it stands in quotes. All separators count, so that detection does not err.
bool needs_quotes(std::string_view text) {
    return text.find_first_of("\",;\t\r\n") != text.npos || text.starts_with(' ') || text.ends_with(' ') ||
           text.starts_with(byte_order_mark);
}

void append_cell(std::string& out, std::string_view text, bool guarded) {
    const bool guard = guarded && is_formula(text);
    if (!guard && !needs_quotes(text)) {
        out += text;
        return;
    }
    out += '"';
    if (guard) out += '\'';
    for (const char byte : text) out.append(byte == '"' ? 2 : 1, byte);
    out += '"';
}

}  // namespace

Result<Sheet> read_csv(std::string_view bytes, const std::string& file, const CsvOptions& options,
                       const SheetLimits& limits) {
    if (auto known = check_separator(options.separator, file); !known) return fail(known.error());
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return fail({ErrorCode::invalid_input, "is UTF-16", "save it as CSV in UTF-8", {file, 1, 0, ""}});
    }
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (auto text = to_utf16(bytes); !text) {
        Error error = text.error();
        error.where.file = file;
        error.hint = "save it as CSV in UTF-8";
        return fail(std::move(error));
    }
    const char separator = options.separator == '\0' ? detect_separator(bytes) : options.separator;
    CsvReader reader{bytes, file, options.guard_formulas, separator, limits.cells};
    if (const std::size_t nul = bytes.find('\0'); nul != bytes.npos) {
        return reader.refuse(nul, "has a NUL character", "a table of text has none: save it as CSV in UTF-8");
    }
    return reader.read();
}

Result<std::string> csv_of(const Sheet& sheet, const CsvOptions& options) {
    if (auto known = check_separator(options.separator, ""); !known) return fail(known.error());
    const char separator = options.separator == '\0' ? ',' : options.separator;
    std::string out{options.byte_order_mark ? byte_order_mark : ""};
    const std::size_t rows = trimmed_rows(sheet);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t cells = trimmed_cells(sheet.rows[row]);
        for (std::size_t column = 0; column < cells; ++column) {
            const std::string& text = sheet.rows[row][column];
            if (auto good = check_cell(sheet.name, row, column, text); !good) return fail(good.error());
            if (text.find('\0') != text.npos) {
                return fail(cell_error(sheet.name, row, column, "has a NUL character", "take it out"));
            }
            if (column > 0) out += separator;
            append_cell(out, text, options.guard_formulas);
        }
        out += options.crlf ? "\r\n" : "\n";
    }
    return out;
}

}  // namespace bichig::format
