// Sets a notice and writes it as PDF: notice_pdf FONT-FOLDER NOTICE.md FILE.pdf
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <bichig/c/bichig.hpp>

int main(int count, char** arguments) {
    namespace bichig = bichig::c_api;
    if (count != 4) {
        std::fputs("usage: notice_pdf FONT-FOLDER NOTICE.md FILE.pdf\n", stderr);
        return 2;
    }
    std::ifstream file(arguments[2], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    bichig_read_options read = BICHIG_READ_OPTIONS_INIT;
    read.name = arguments[2];
    bichig_write_options write = BICHIG_WRITE_OPTIONS_INIT;
    write.format = BICHIG_PDF;
    write.strict = 1;  // no page with boxes for characters that no font has
    try {
        const bichig::Document notice(text, read);
        const bichig_summary summary = notice.write(bichig::Fonts(arguments[1]), write, arguments[3]);
        std::printf("%s: %zu pages\n", arguments[3], summary.pages);
    } catch (const bichig::Error& error) {
        const bichig_error& why = error.details();
        std::fprintf(stderr, "%s:%u: %s (%s)\n", why.file, why.line, why.message, why.hint);
        return 1;
    }
}
