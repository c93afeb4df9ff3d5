// Feeds any bytes to the readers of archives, spreadsheets and CSV: as the whole file, and as the XML of a sheet inside
// a good file, which no mutation of packed bytes would reach. What is read is written, and is then read the same.
#include <cstddef>
#include <cstdint>
#include <string>

#include <bichig/format/package/sheet.h>
#include <bichig/format/package/zip.h>

#include "expect.h"

namespace {

using bichig::fuzz::expect;
namespace format = bichig::format;

constexpr format::SheetLimits limits{20'000, 1 << 20};

void table_as_csv(const format::Sheet& sheet) {
    const auto csv = format::csv_of(sheet);
    if (!csv) return;  // a NUL
    const auto again = format::read_csv(*csv, "again");
    expect(again.has_value() && again->rows == sheet.rows, "a table comes back from CSV");
}

void archive(const std::string& bytes) {
    const auto parts = format::read_zip(bytes, "input", {100, 1 << 20, 4 << 20});
    expect(parts.has_value() || !parts.error().message.empty(), "an error says what is wrong");
    if (!parts) return;
    const auto again = format::zip_of(*parts);
    expect(again.has_value(), "an archive that was read can be written");
}

void spreadsheet(const std::string& bytes) {
    const auto book = format::read_xlsx(bytes, "input", limits);
    expect(book.has_value() || !book.error().message.empty(), "an error says what is wrong");
    if (!book) return;
    const auto written = format::xlsx_of(*book);
    if (!written) return;  // a name or a length that no program takes
    const auto again = format::read_xlsx(*written, "again", limits);
    expect(again.has_value() && again->sheets.size() == book->sheets.size(), "a spreadsheet comes back");
    for (std::size_t index = 0; index < book->sheets.size(); ++index) {
        expect(again->sheets[index].rows == book->sheets[index].rows, "a table comes back from XLSX");
        table_as_csv(book->sheets[index]);
    }
}

/// `bytes` as the sheet of a file that is else in order.
std::string inside(const std::string& bytes) {
    format::Workbook book;
    book.sheets.emplace_back();
    book.sheets[0].name = "Sheet";
    book.sheets[0].rows = {{"shared", " strings "}};
    auto parts = *format::read_zip(*format::xlsx_of(book), "made");
    for (format::ZipPart& part : parts) {
        if (part.name == "xl/worksheets/sheet1.xml") part.bytes = bytes;
    }
    return *format::zip_of(parts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) {
        archive(bytes);
        spreadsheet(bytes);
    } else if (bytes.starts_with("<")) {
        spreadsheet(inside(bytes));
    } else if (const auto sheet = format::read_csv(bytes, "input", {}, limits)) {
        table_as_csv(*sheet);
    } else {
        expect(!sheet.error().message.empty(), "an error says what is wrong");
    }
    return 0;
}
