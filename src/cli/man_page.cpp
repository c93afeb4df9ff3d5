// Manual pages of all commands, in man(7), from the table of commands.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include <bichig/base/file.h>

#include "cli/internal/usage.h"

namespace bichig::cli {

namespace {

/// Letters that roff would read as its own are written so that they are themselves.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out;
}

/// Text in lines of less than 80 bytes, a new one after each sentence: what mandoc -Tlint asks for.
std::string filled(std::string_view text) {
    constexpr std::size_t longest = 76;
    std::string out, line;
    const auto end_line = [&] {
        if (!line.empty()) out += (line[0] == '.' || line[0] == '\'' ? "\\&" : "") + line + "\n";
        line.clear();
    };
    while (!text.empty()) {
        const std::string word = escaped(text.substr(0, text.find(' ')));
        text.remove_prefix(std::min(text.size(), text.find(' ') == text.npos ? text.size() : text.find(' ') + 1));
        if (word.empty()) continue;
        if (!line.empty() && line.size() + 1 + word.size() > longest) end_line();
        line += (line.empty() ? "" : " ") + word;
        if (word.back() == '.' || word.back() == '?') end_line();
    }
    end_line();
    return out;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

/// "--policy font|units|auto", "-o FILE, --output FILE".
std::string heading(const Parameter& option) {
    std::string value;
    for (const std::string& choice : option.choices) value += (value.empty() ? "" : "|") + bold(choice);
    if (option.kind == ValueKind::list) value += ",...";
    if (value.empty() && option.kind != ValueKind::none) value = italic(option.value);
    std::string out;
    for (const std::string& name : option.names) {
        out += (out.empty() ? "" : ", ") + bold(name);
        if (!value.empty()) out += " " + value;
    }
    return out;
}

std::string synopsis(const Usage& usage) {
    std::string out = ".B " + escaped(usage.name) + "\n[" + italic("OPTION") + "]...\n";
    if (!usage.verbs.empty())
        return out + italic(usage.name == "bichig" ? "COMMAND" : "VERB") + "\n[" + italic("ARGUMENT") + "]...\n";
    for (const Parameter& argument : usage.arguments) {
        const std::string name = italic(argument.names.front()) + (argument.repeats ? "..." : "");
        out += argument.required ? name + "\n" : "[" + name + "]\n";
    }
    return out;
}

std::string parameters(const std::vector<Parameter>& list, bool options) {
    std::string out;
    for (const Parameter& parameter : list) {
        out +=
            ".TP\n" + (options ? heading(parameter) : italic(parameter.names.front())) + "\n" + filled(parameter.help);
        std::string others;
        for (const std::string& other : parameter.excludes) others += (others.empty() ? "" : ", ") + other;
        if (!others.empty()) out += ".br\n" + filled("Not together with " + others + ".");
    }
    return out;
}

std::string verbs(const Usage& usage) {
    std::string out = usage.name == "bichig" ? ".SH COMMANDS\n" : ".SH VERBS\n";
    for (const Usage& verb : usage.verbs) {
        out += ".TP\n.BR " + escaped(page_name(verb)) + " (1)\n" + filled(verb.summary);
    }
    return out;
}

constexpr std::string_view exit_status = R"(.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
A checker found something.
.TP
.B 2
Wrong usage or input.
.TP
.B 3
Failure of the system: disk, memory or permissions.
)";

constexpr std::string_view program_notes = R"roff(.PP
Input is files, or
.B \-
for standard input.
Results go to standard output, messages to standard error as
.IR "bichig: FILE:LINE:COLUMN: what is wrong (what to do)" .
)roff";

constexpr std::string_view program_files = R"(.SH FILES
Fonts and dictionary are looked for beside the program, in
.I ../share/bichig/fonts
and
.IR ../share/bichig/dictionaries .
What was found out about a font is kept in
.IR $XDG_CACHE_HOME/bichig ,
or
.IR ~/.cache/bichig .
)";

std::string see_also(const Usage& root, const Usage& usage) {
    std::string out;
    const auto add = [&out](const Usage& page) {
        out += (out.empty() ? ".SH SEE ALSO\n.BR " : " ,\n.BR ") + escaped(page_name(page)) + " (1)";
    };
    for (const Usage* page : all_commands(root)) {
        const bool above = usage.name.starts_with(page->name + " ");
        const bool beside = !above && page->name != usage.name && page->verbs.empty() &&
                            page->name.substr(0, page->name.rfind(' ')) == usage.name.substr(0, usage.name.rfind(' '));
        if (above || beside) add(*page);
    }
    return out.empty() ? out : out + "\n";
}

}  // namespace

std::string man_page(const Usage& root, const Usage& usage) {
    std::string title = page_name(usage);
    for (char& c : title) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    std::string out = ".\\\" Made from the table of commands by bichig --man-pages; changes here are lost.\n";
    out += ".TH " + escaped(title) +
           " 1 " BICHIG_DATE " \"Bichig " BICHIG_VERSION "\" \"User Commands\"\n.ad l\n";  // no word is stretched
    out += ".SH NAME\n" + escaped(page_name(usage)) + " \\-\n" + filled(usage.summary);
    out += ".SH SYNOPSIS\n" + synopsis(usage) + ".SH DESCRIPTION\n" + filled(usage.summary + ".");
    if (&usage == &root) out += program_notes;
    out += parameters(usage.arguments, false) + ".SH OPTIONS\n" + parameters(usage.options, true);
    if (!usage.verbs.empty()) out += verbs(usage);
    out += exit_status;
    if (&usage == &root) out += program_files;
    return out + see_also(root, usage);
}

Result<void> write_man_pages(const Usage& root, const std::string& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        return fail({ErrorCode::system,
                     "the folder cannot be made: " + failed.message(),
                     "choose another folder",
                     {folder, 0, 0, {}}});
    }
    for (const Usage* usage : all_commands(root)) {
        auto file = OutputFile::create((std::filesystem::path(folder) / (page_name(*usage) + ".1")).string());
        if (!file) return fail(file.error());
        if (auto written = file->write(man_page(root, *usage)); !written) return written;
        if (auto done = file->commit(); !done) return done;
    }
    return {};
}

}  // namespace bichig::cli
