// `bichig typeset`: documents in, pages out.
#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/document/references.h>
#include <bichig/document/text.h>
#include <bichig/font/catalogue.h>
#include <bichig/format/json.h>
#include <bichig/format/markdown.h>
#include <bichig/format/pdf.h>
#include <bichig/format/png.h>
#include <bichig/format/svg.h>
#include <bichig/paginate/page_order.h>
#include <bichig/paginate/paginate.h>

#include "cli/internal/command.h"
#include "cli/internal/document_file.h"
#include "cli/internal/shape_output.h"

namespace bichig::cli {

namespace {

struct TypesetOptions {
    std::vector<std::string> inputs;
    std::string output;
    std::string font_folder;
    std::vector<std::string> more_fonts;
    std::vector<std::string> roles;
    std::string policy = "auto";
    double dots_per_inch = 300;
    bool transparent = false;
    bool system_fonts = false;
    bool text = false;
    bool strict = false;
    bool json = false;
};

/// Lets pages through, but refuses to finish when a character had no glyph.
class StrictSink : public page::Sink {
public:
    StrictSink(page::Sink& sink, const Diagnostics& diagnostics) : sink_{sink}, diagnostics_{diagnostics} {}

    Result<void> begin(const page::Properties& properties) override { return sink_.begin(properties); }
    Result<void> page(page::Page page) override { return sink_.page(std::move(page)); }
    Result<void> finish() override {
        const auto missing = std::find_if(diagnostics_.items.begin(), diagnostics_.items.end(),
                                          [](const Diagnostic& found) { return found.id == "missing-glyph"; });
        if (missing == diagnostics_.items.end()) return sink_.finish();
        return fail({ErrorCode::invalid_input, missing->message,
                     "--strict writes no file with boxes; add a font or leave out --strict", missing->where});
    }

private:
    page::Sink& sink_;
    const Diagnostics& diagnostics_;
};

/// The date that SOURCE_DATE_EPOCH gives (reproducible-builds.org), for documents that state none.
Result<std::string> date_of_environment() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    if (epoch == nullptr || *epoch == '\0') return std::string{};
    char* end = nullptr;
    const long long seconds = std::strtoll(epoch, &end, 10);
    std::tm parts{};
    const auto time = static_cast<std::time_t>(seconds);
    if (*end != '\0' || seconds < 0 || gmtime_r(&time, &parts) == nullptr || parts.tm_year > 8099) {
        return fail({ErrorCode::invalid_input, "SOURCE_DATE_EPOCH is no count of seconds",
                     "set it to a whole number, or unset it", {}});
    }
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return std::string(text);
}

Result<document::Document> read_all(const TypesetOptions& options, Diagnostics& diagnostics) {
    document::Document document;
    bool first = true;
    for (const std::string& input : options.inputs) {
        auto part = read_document(input, diagnostics);
        if (!part) return part;
        if (first) {
            document = std::move(*part);
        } else {
            document::append(document, std::move(*part));
        }
        first = false;
    }
    if (options.inputs.size() > 1) {  // tables and images count through all of them
        if (auto error = document::resolve(document)) return fail(std::move(*error));
    }
    if (document.properties.date.empty()) {
        auto date = date_of_environment();
        if (!date) return fail(date.error());
        document.properties.date = *date;
    }
    return document;
}

/// The roles that --font gives a face, each as ROLE=NAME.
Result<std::vector<font::RoleChoice>> chosen_roles(const std::vector<std::string>& choices) {
    std::vector<font::RoleChoice> roles;
    for (const std::string& choice : choices) {
        const std::size_t equals = choice.find('=');
        const auto role = font::role_named(std::string_view(choice).substr(0, equals));
        if (equals == std::string::npos || equals + 1 == choice.size() || !role) {
            std::string names;
            for (std::size_t i = 0; i < font::role_count; ++i) {
                names += (i == 0 ? "" : ", ") + std::string(font::name(static_cast<font::Role>(i)));
            }
            return fail({ErrorCode::invalid_input, "--font " + choice + " is not ROLE=NAME", "roles: " + names, {}});
        }
        roles.push_back({*role, choice.substr(equals + 1)});
    }
    return roles;
}

/// The fonts of the document's profile, and over them those of --font.
Result<font::Catalogue> open_fonts(const document::Document& document, const TypesetOptions& options,
                                   Diagnostics& diagnostics) {
    auto roles = chosen_roles(options.roles);
    if (!roles) return fail(roles.error());
    for (const document::FontChoice& choice : document.fonts) {
        const auto role = font::role_named(choice.role);
        const bool given = std::any_of(roles->begin(), roles->end(),
                                       [&](const font::RoleChoice& own) { return own.role == role; });
        if (role && !given) roles->push_back({*role, choice.name});
    }
    font::CatalogueOptions fonts;
    fonts.staged = options.font_folder.empty() ? default_font_folder() : options.font_folder;
    fonts.folders = options.more_fonts;
    fonts.system_fonts = options.system_fonts;
    fonts.roles = std::move(*roles);
    return font::Catalogue::open(fonts, diagnostics);
}

/// Writes the file; `text`, if not null, gets the text in the order of the pages.
Result<paginate::Summary> write(const document::Document& document, const TypesetOptions& options,
                                std::vector<std::string>& written, Diagnostics& diagnostics,
                                std::u16string* text) {
    Result<std::unique_ptr<page::Sink>> sink;
    if (options.output.empty()) {
        sink = std::make_unique<paginate::PageOrder>();  // for the text alone
    } else if (has_extension(options.output, {".pdf"})) {
        format::PdfOptions pdf;
        pdf.path = options.output;
        sink = format::open_pdf(pdf, diagnostics);
        written = {options.output};
    } else if (has_extension(options.output, {".png"})) {
        format::PixelOptions pixels;
        pixels.dots_per_inch = options.dots_per_inch;
        if (options.transparent) pixels.ground.reset();
        sink = format::open_png({options.output, pixels, &written});
    } else {
        sink = format::open_svg({options.output, &written});
    }
    if (!sink) return fail(sink.error());
    auto catalogue = open_fonts(document, options, diagnostics);
    if (!catalogue) return fail(catalogue.error());
    StrictSink strict{**sink, diagnostics};
    paginate::Options how;
    how.policy = *shape::policy_named(options.policy);
    how.maps = paginate::unit_maps(*catalogue, how.policy, user_cache_folder());
    paginate::PageOrder order{options.strict ? &strict : sink->get()};
    page::Sink& last = options.strict ? static_cast<page::Sink&>(strict) : **sink;
    auto done = paginate::paginate(document, *catalogue, text != nullptr ? order : last, diagnostics, how);
    if (text != nullptr) *text = order.text(document);
    return done;
}

Exit typeset(const TypesetOptions& options) {
    if (options.output.empty() && !options.text) {
        return report(Error{ErrorCode::invalid_input, "no output was named",
                            "add -o FILE.pdf, -o FILE.svg, -o FILE.png or --text", {}});
    }
    if (!options.output.empty() && !has_extension(options.output, {".pdf", ".svg", ".png"})) {
        return report(Error{ErrorCode::invalid_input, "the kind of output is not known by its ending",
                            "name it FILE.pdf, FILE.svg or FILE.png", {options.output, 0, 0, ""}});
    }
    Diagnostics diagnostics;
    auto document = read_all(options, diagnostics);
    if (!document) return report(document.error());
    // Only pages know between which lines of the text its notes stand.
    const bool by_pages = options.text && (document::has_notes(*document) || document::shows_pages(*document));
    if (options.text && !by_pages) {
        const Exit printed = print(to_utf8(document::reading_text(*document)));
        if (printed != Exit::done || options.output.empty()) {
            report(diagnostics);
            return printed;
        }
    }
    std::vector<std::string> written;
    std::u16string text;
    auto summary = write(*document, options, written, diagnostics, by_pages ? &text : nullptr);
    if (!summary) return report(summary.error());
    if (by_pages) {
        if (const Exit printed = print(to_utf8(text)); printed != Exit::done) return printed;
    }
    report(diagnostics);
    if (options.json) {
        nlohmann::ordered_json answer;
        answer["files"] = written;
        answer["pages"] = summary->pages;
        answer["missing_characters"] = summary->missing_characters;
        answer["overfull_lines"] = summary->overfull_lines;
        answer["underfull_lines"] = summary->underfull_lines;
        return print(answer.dump() + "\n");
    }
    return Exit::done;
}

}  // namespace

/// The folder of the staged or installed fonts beside the program.
std::string default_font_folder() {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    return (program.parent_path().parent_path() / "share" / "bichig" / "fonts").string();
}

std::function<Exit()> declare_typeset(ArgumentTable& app) {
    auto options = std::make_shared<TypesetOptions>();
    app.add_option("INPUT", options->inputs, "Markdown or JSON files, set one after the other; - is standard input")
        .type_name("FILE")
        .required();
    app.add_option("-o,--output", options->output, "The file to write: FILE.pdf, FILE.svg or FILE.png")
        .type_name("FILE");
    app.add_option("--dpi", options->dots_per_inch, "Dots to the inch of FILE.png; 300 by default");
    app.add_flag("--transparent", options->transparent, "Leave out the white ground of FILE.png");
    app.add_option("--font-dir", options->font_folder, "Folder of the fonts, instead of the staged ones")
        .type_name("FOLDER");
    app.add_option("--fonts", options->more_fonts, "A folder of more fonts; may be given again")
        .type_name("FOLDER")
        .allow_extra_args(false);
    app.add_flag("--system-fonts", options->system_fonts, "Also use the fonts that Fontconfig lists");
    app.add_option("--font", options->roles,
                   "ROLE=NAME: the font that serves a role, such as mongolian-title=\"My Title\"; may be given again")
        .type_name("ROLE=NAME")
        .allow_extra_args(false);
    declare_policy(app, options->policy);
    app.add_flag("--text", options->text, "Print the text in reading order: what a copy of the PDF gives back");
    app.add_flag("--strict", options->strict, "Refuse a document with characters that no font has");
    app.add_flag("--json", options->json, "Print files, pages and findings as JSON");
    return [options] { return typeset(*options); };
}

}  // namespace bichig::cli
