// Options and lines that the commands about written units share.
#include "cli/internal/script_options.h"

#include <cstdio>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>

namespace bichig::cli {

namespace {

Result<std::u16string> text_of_aliases(std::string_view line, script::WritingSystem system) {
    std::u16string text;
    for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find(' ', begin), line.size());
        const std::string_view word = line.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty()) continue;
        const auto character = script::character_of_alias(system, word);
        if (!character) {
            return fail({ErrorCode::invalid_input,
                         "'" + std::string(word) + "' names no letter of " + std::string(script::name(system)),
                         "name its writing system with --system", {}});
        }
        append(text, *character);
    }
    return text;
}

std::string_view without_end(std::string_view line) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
}

}  // namespace

script::UnitOptions ScriptOptions::units() const {
    script::UnitOptions options;
    options.profile = *script::profile_named(profile);
    if (!system.empty()) options.system = script::writing_system_named(system);
    return options;
}

void declare_script_options(CLI::App& app, ScriptOptions& options) {
    app.add_option("--system", options.system, "Writing system: hudum, todo, sibe, manchu, hudum-ali-gali, "
                                               "todo-ali-gali, manchu-ali-gali; by default that of the letters")
        ->check([](const std::string& name) {
            return script::writing_system_named(name) ? std::string{} : "there is no writing system '" + name + "'";
        });
    app.add_option("--profile", options.profile, "Rules where they differ: gb25914 (the default) or utn57")
        ->check([](const std::string& name) {
            return script::profile_named(name) ? std::string{} : "there is no profile '" + name + "'";
        });
}

Result<void> for_each_line(const std::vector<std::string>& inputs, const ScriptOptions* aliases,
                           const std::function<Result<void>(std::u16string_view)>& handle) {
    const script::WritingSystem system =
        aliases ? aliases->units().system.value_or(script::WritingSystem::hudum) : script::WritingSystem::hudum;
    for (const std::string& input : inputs) {
        auto bytes = read_file(input);
        if (!bytes) return fail(bytes.error());
        std::string_view rest = *bytes;
        for (std::uint32_t number = 1; !rest.empty(); ++number) {
            const std::size_t end = rest.find('\n');
            const std::string_view line = without_end(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            auto text = aliases ? text_of_aliases(line, system) : to_utf16(line);
            Result<void> done;
            if (text) done = handle(*text);
            if (text && done) continue;
            Error error = text ? done.error() : text.error();
            error.where.file = input;
            error.where.line = number;
            return fail(std::move(error));
        }
    }
    return {};
}

std::string hexadecimal(char32_t character) {
    char text[16];
    std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(character));
    return text;
}

}  // namespace bichig::cli
