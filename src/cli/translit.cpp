// `bichig translit`: Mongolian letters in Latin transliteration, and back.
#include <memory>
#include <optional>
#include <string>

#include <bichig/script/transliteration.h>
#include <bichig/script/writing_system.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

namespace {

struct TranslitOptions {
    TextFileOptions files;
    std::string from = "mongolian";
    std::string to = "eac";
    std::string system = "hudum";
    bool plain = false;
};

using script::Latin;
using script::WritingSystem;

/// The transliteration that a name means in a writing system; none for "mongolian".
Result<std::optional<Latin>> latin_named(const std::string& name, WritingSystem system) {
    const bool todo = system == WritingSystem::todo || system == WritingSystem::todo_ali_gali;
    const bool manchu = system == WritingSystem::manchu || system == WritingSystem::manchu_ali_gali;
    const bool sibe = system == WritingSystem::sibe;
    if (name == "mongolian") return std::optional<Latin>{};
    if (name == "eac") return std::optional{Latin::eac};
    if (name == "utn") {
        return std::optional{todo     ? Latin::utn_todo
                             : sibe   ? Latin::utn_sibe
                             : manchu ? Latin::utn_manchu
                                      : Latin::utn_hudum};
    }
    if (sibe || manchu) return std::optional{sibe ? Latin::mollendorff_sibe : Latin::mollendorff_manchu};
    return fail({ErrorCode::invalid_input, "Möllendorff's transcription is for Manchu and Sibe",
                 "add --system manchu or --system sibe", {}});
}

Exit translit(const TranslitOptions& options) {
    const WritingSystem system = *script::writing_system_named(options.system);
    const auto from = latin_named(options.from, system);
    const auto to = latin_named(options.to, system);
    if (!from) return report(from.error());
    if (!to) return report(to.error());
    std::u16string out;
    bool lost = false;
    for (const std::string& input : options.files.inputs) {
        auto source = read_text(input, options.files);
        if (!source) return report(source.error());
        std::u16string mongolian = source->text;
        if (*from) {
            script::Conversion read = script::from_latin(source->text, **from);
            report(read.remarks, source->text, input);
            mongolian = std::move(read.text);
        }
        if (*to) {
            script::Conversion written = script::to_latin(mongolian, **to, {!options.plain, false});
            report(written.remarks, mongolian, input);
            lost = lost || !written.remarks.empty();
            mongolian = std::move(written.text);
        }
        out += mongolian;
    }
    auto written = write_text(out, options.files);
    if (!written) return report(written.error());
    return lost ? Exit::found : Exit::done;
}

}  // namespace

std::function<Exit()> declare_translit(ArgumentTable& app) {
    auto options = std::make_shared<TranslitOptions>();
    const ValueCheck names = one_of({"mongolian", "eac", "utn", "mollendorff"});
    declare_text_files(app, options->files);
    app.add_option("--from", options->from, "mongolian (the default), eac, utn or mollendorff").check(names);
    app.add_option("--to", options->to, "eac (the default), utn, mollendorff or mongolian").check(names);
    app.add_option("--system", options->system, "Writing system of utn and mollendorff; hudum by default")
        .check(writing_system_check());
    app.add_flag("--plain", options->plain, "Write signs of the standard alone, and report what will not come back");
    return [options] { return translit(*options); };
}

}  // namespace bichig::cli
