// Options and lines that the commands about written units share.
#include "cli/internal/script_options.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <bichig/base/utf.h>

namespace bichig::cli {

namespace {

/// The letters that a line names. Errors: a name that is none, with its column.
Result<std::u16string> text_of_aliases(std::u16string_view line, script::WritingSystem system) {
    std::u16string text;
    PlaceFinder place_of{line, ""};
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find(u' ', begin), line.size());
        const std::string word = to_utf8(line.substr(begin, end - begin));
        const Place place = place_of(static_cast<TextIndex>(begin));
        begin = end + 1;
        if (word.empty()) continue;
        const auto character = script::character_of_alias(system, word);
        if (!character) {
            return fail({ErrorCode::invalid_input, "'" + word + "' names no letter of " + std::string(name(system)),
                         "name its writing system with --system", place});
        }
        append(text, *character);
    }
    return text;
}

}  // namespace

script::UnitOptions ScriptOptions::units() const {
    script::UnitOptions options;
    options.profile = *script::profile_named(profile);
    if (!system.empty()) options.system = script::writing_system_named(system);
    return options;
}

ValueCheck writing_system_check() {
    return listed("{hudum,todo,sibe,manchu,hudum-ali-gali,todo-ali-gali,manchu-ali-gali}", [](const std::string& name) {
        return script::writing_system_named(name) ? std::string{} : "there is no writing system '" + name + "'";
    });
}

void declare_script_options(ArgumentTable& app, ScriptOptions& options) {
    app.add_option("--system", options.system, "Writing system: hudum, todo, sibe, manchu, hudum-ali-gali, "
                                               "todo-ali-gali, manchu-ali-gali; by default that of the letters")
        .check(writing_system_check());
    app.add_option("--profile", options.profile, "Rules where they differ: gb25914 (the default) or utn57")
        .check(listed("{gb25914,utn57}", [](const std::string& name) {
            return script::profile_named(name) ? std::string{} : "there is no profile '" + name + "'";
        }));
}

Result<void> for_each_line(const TextFileOptions& files, const ScriptOptions* aliases,
                           const std::function<void(const TextLine&)>& handle) {
    const script::WritingSystem system =
        aliases ? aliases->units().system.value_or(script::WritingSystem::hudum) : script::WritingSystem::hudum;
    for (const std::string& input : files.inputs) {
        const auto decoded = read_text(input, files);
        if (!decoded) return fail(decoded.error());
        std::uint32_t number = 0;
        for (const TextLine& line : lines_of(decoded->text)) {
            ++number;
            if (!aliases) {
                handle(line);
                continue;
            }
            const auto text = text_of_aliases(line.text, system);
            if (!text) {
                Error error = text.error();
                error.where.file = input;
                error.where.line = number;
                return fail(std::move(error));
            }
            handle({*text, line.end});
        }
    }
    return {};
}

Exit finish(const std::string& out, const TextFileOptions& files, const Result<void>& done) {
    // A file is whole or it is not; what goes to a reader of standard output is useful up to the fault.
    if (!done && files.output != "-") return report(done.error());
    const auto text = to_utf16(out);
    if (!text) return report(text.error());
    const auto written = write_text(*text, files);
    if (!written) return report(written.error());
    return done ? Exit::done : report(done.error());
}

std::string hexadecimal(char32_t character) {
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(character));
    return text;
}

std::string hexadecimal_bytes(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

}  // namespace bichig::cli
