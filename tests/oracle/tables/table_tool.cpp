// What the checks of tables and extensions call: turns CSV into XLSX and back by the module format/package, and packs
// an extension.
//
//     table_tool xlsx IN.csv OUT.xlsx       the table as the only sheet
//     table_tool csv IN.xlsx OUT.csv        the first sheet; signs of formulas are not guarded
//     table_tool oxt IN.aff IN.dic OUT.oxt  an extension for mn-Mong-CN
#include <cstdio>
#include <string>

#include <bichig/base/file.h>
#include <bichig/format/package/oxt.h>
#include <bichig/format/package/sheet.h>

namespace {

using bichig::Result;
namespace format = bichig::format;

Result<std::string> converted(const std::string& verb, const std::string& in, const std::string& dic) {
    auto bytes = bichig::read_file(in);
    if (!bytes) return bytes;
    if (verb == "xlsx") {
        auto sheet = format::read_csv(*bytes, in, {.guard_formulas = false});
        if (!sheet) return bichig::fail(sheet.error());
        sheet->name = "Table";
        return format::xlsx_of({{*sheet}});
    }
    if (verb == "csv") {
        const auto book = format::read_xlsx(*bytes, in);
        if (!book) return bichig::fail(book.error());
        return format::csv_of(book->sheets.at(0), {.guard_formulas = false});
    }
    auto words = bichig::read_file(dic);
    if (!words) return words;
    return format::oxt_of({.id = "org.example.bichig.test", .version = "0.1.0", .title = "Test", .publisher = "",
                           .licence = "for a test", .notice = "", .readme = "", .name = "mn_Mong_CN",
                           .aff = *bytes, .dic = *words});
}

Result<void> write(const std::string& path, const std::string& bytes) {
    auto file = bichig::OutputFile::create(path);
    if (!file) return bichig::fail(file.error());
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

}  // namespace

int main(int count, char** arguments) {
    const std::string verb = count > 1 ? arguments[1] : "";
    const bool known = ((verb == "xlsx" || verb == "csv") && count == 4) || (verb == "oxt" && count == 5);
    if (!known) {
        std::fputs("usage: table_tool xlsx|csv IN OUT | oxt AFF DIC OUT\n", stderr);
        return 2;
    }
    const auto bytes = converted(verb, arguments[2], arguments[3]);
    const auto done = bytes ? write(arguments[count - 1], *bytes) : bichig::fail(bytes.error());
    if (done) return 0;
    std::fprintf(stderr, "table_tool: %s\n", describe(done.error()).c_str());
    return 2;
}
