// `bichig key`: lines of text in, their keys out.
#include <memory>
#include <string>
#include <vector>

#include <bichig/script/key.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    ScriptOptions script;
    std::string level = "shape";
};

std::string hexadecimal_bytes(std::string_view bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

Exit key(const Options& options) {
    const script::KeyLevel level = *script::key_level_named(options.level);
    std::string out;
    auto done = for_each_line(options.inputs, nullptr, [&](std::u16string_view line) -> Result<void> {
        out += hexadecimal_bytes(script::search_key(line, level, options.script.units())) + "\n";
        return {};
    });
    const Exit printed = print(out);
    return done ? printed : report(done.error());
}

}  // namespace

std::function<Exit()> declare_key(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("INPUT", options->inputs, "Text files; - is standard input")->required();
    declare_script_options(app, options->script);
    app.add_option("--level", options->level, "exact, shape (the default) or folded: without suffixes, plain digits")
        ->check([](const std::string& name) {
            return script::key_level_named(name) ? std::string{} : "there is no level '" + name + "'";
        });
    return [options] { return key(*options); };
}

}  // namespace bichig::cli
