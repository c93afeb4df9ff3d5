// The rows of the command table, and how all commands speak to the user.
#include <array>
#include <cstdio>
#include <utility>

#include "cli/internal/command.h"

namespace bichig::cli {

std::span<const Command> commands() {
    static const std::array table{
        Command{"typeset", "Set Markdown or JSON documents as PDF or SVG", declare_typeset},
        Command{"info", "Say what a PDF, Markdown or JSON document holds and claims", declare_info},
        Command{"units", "Show the written units of lines of text, and why each is drawn so", declare_units},
        Command{"shape", "Show the glyphs of lines of text in a font, or draw them", declare_shape},
        Command{"layout", "Show the lines of paragraphs and their glyphs, or draw them as pages", declare_layout},
        Command{"font", "Report what a font can do for Mongolian", declare_font},
        Command{"normalize", "Write lines of text in a normal form that keeps their shape", declare_normalize},
        Command{"key", "Give each line of text a key by which texts that look alike are found", declare_key},
        Command{"sort", "Sort lines in the order of GB/T 30851", declare_sort},
        Command{"count", "Count characters, words and syllables", declare_count},
        Command{"translit", "Write Mongolian letters in Latin transliteration, or read them", declare_translit},
        Command{"convert", "Convert texts of legacy encodings to Unicode, or Unicode to glyph codes", declare_convert},
        Command{"check", "Find misspelt and wrongly encoded words in texts and documents", declare_check},
        Command{"repair", "Turn a text of a legacy or look-alike encoding into the standard one", declare_repair},
        Command{"dict", "Make a dictionary: check its source, build it, compare, measure", declare_dict},
    };
    return table;
}

ValueCheck listed(std::string values, std::function<std::string(const std::string&)> refusal) {
    return {std::move(values), std::move(refusal)};
}

Exit report(const Error& error) {
    std::fprintf(stderr, "bichig: %s\n", describe(error).c_str());
    return error.code == ErrorCode::system ? Exit::system : Exit::input;
}

void report(const Diagnostics& diagnostics) {
    for (const Diagnostic& found : diagnostics.items) std::fprintf(stderr, "bichig: %s\n", describe(found).c_str());
}

Exit print(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (written) return Exit::done;
    return report(Error{ErrorCode::system, "standard output cannot be written", "check the disk or the pipe", {}});
}

}  // namespace bichig::cli
