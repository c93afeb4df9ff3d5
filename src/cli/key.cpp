// `bichig key`: lines of text in, their keys out.
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include <bichig/base/utf.h>
#include <bichig/script/key.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"

namespace bichig::cli {

namespace {

struct KeyOptions {
    TextFileOptions files;
    ScriptOptions script;
    std::string level = "shape";
    bool json = false;
};

std::string json_line(std::u16string_view text, const std::string& key) {
    const nlohmann::ordered_json line{{"text", to_utf8(text)}, {"key", hexadecimal_bytes(key)}};
    return line.dump();
}

Exit key(const KeyOptions& options) {
    const script::KeyLevel level = *script::key_level_named(options.level);
    std::string out;
    const auto done = for_each_line(options.files, nullptr, [&](const TextLine& line) {
        const std::string found = script::search_key(line.text, level, options.script.units());
        out += (options.json ? json_line(line.text, found) : hexadecimal_bytes(found)) + "\n";
    });
    return finish(out, options.files, done);
}

}  // namespace

std::function<Exit()> declare_key(ArgumentTable& app) {
    auto options = std::make_shared<KeyOptions>();
    declare_text_files(app, options->files);
    declare_script_options(app, options->script);
    app.add_option("--level", options->level, "exact, shape (the default) or folded: without suffixes, plain digits")
        .check(listed("{exact,shape,folded}", [](const std::string& name) {
            return script::key_level_named(name) ? std::string{} : "there is no level '" + name + "'";
        }));
    app.add_flag("--json", options->json, "One JSON object a line: the text and its key");
    return [options] { return key(*options); };
}

}  // namespace bichig::cli
