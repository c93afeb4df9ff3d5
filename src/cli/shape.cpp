// `bichig shape`: lines of text in, the glyphs of each line out.
#include <memory>
#include <string>
#include <vector>

#include <bichig/base/utf.h>
#include <bichig/font/catalogue.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

#include "cli/internal/command.h"
#include "cli/internal/script_options.h"
#include "cli/internal/shape_output.h"

namespace bichig::cli {

namespace {

struct ShapeOptions {
    TextFileOptions files;
    std::string font;
    std::string font_folder;
    std::string policy = "auto";
    ScriptOptions script;
    double size = 24;
    bool aliases = false;
    bool json = false;
    bool svg = false;
    bool units = false;
    bool review = false;
};

/// What all lines are shaped with.
struct Session {
    shape::FontSet fonts;
    shape::UnitMap map;
    shape::Shaper shaper;
    std::vector<ShapedLine> lines;
    std::string out;
};

std::string plain(const ShapedLine& line) {
    std::string out;
    for (const shape::Run& run : line.shaped.runs) {
        if (!out.empty()) out += " ";
        out += run.font.postscript_name() + "[";
        for (std::uint32_t i = run.glyph_begin; i < run.glyph_end; ++i) {
            const shape::Glyph& glyph = line.shaped.glyphs[i];
            if (i != run.glyph_begin) out += "|";
            out += std::to_string(glyph.id) + "=" + std::to_string(glyph.cluster) + "+" +
                   std::to_string(glyph.advance.count());
        }
        out += "]";
    }
    for (const shape::ReviewMark& mark : line.shaped.review) {
        out += " " + std::string(shape::name(mark.kind)) + "=" + std::to_string(mark.text.begin) + ":" + label(mark);
    }
    return out + "\n";
}

void shape_line(std::u16string_view text, const ShapeOptions& options, Session& session) {
    ShapedLine line{std::u16string(text), {}};
    if (!text.empty()) {
        const shape::Span span{{0, static_cast<TextIndex>(text.size())}, session.fonts, Length::points(options.size),
                               "mn-Mong"};
        line.shaped = session.shaper.shape(text, text::analyze(text), {span}, shape::LineDirection::vertical);
    }
    if (options.svg) {
        session.lines.push_back(std::move(line));
    } else if (options.json) {
        session.out += shaped_json(line) + "\n";
    } else if (options.units) {
        session.out += script::notation(session.map.read(text, line.shaped)) + "\n";
    } else {
        session.out += plain(line);
    }
}

Exit shape(const ShapeOptions& options) {
    auto catalogue =
        font::Catalogue::open(options.font_folder.empty() ? default_font_folder() : options.font_folder);
    if (!catalogue) return report(catalogue.error());
    using font::Role;
    const font::Font known = catalogue->font(Role::mongolian);
    auto font = options.font.empty() ? Result<font::Font>{known} : font::Font::open(options.font);
    if (!font) return report(font.error());
    const script::UnitOptions units = options.script.units();
    const shape::UnitMap map = shape::UnitMap::of(*font, {units.profile, {known}, user_cache_folder()});
    if (options.units && map.source() == shape::UnitSource::none) {
        return report(Error{ErrorCode::unsupported, "it is not known which units the glyphs of this font draw",
                            "leave out --units", {options.font, 0, 0, ""}});
    }
    shape::ShaperOptions how;
    how.policy = *shape::policy_named(options.policy);
    how.maps = {map};
    how.units = units;
    how.review = options.review;
    Session session{{*font, catalogue->font(Role::han_fangsong), catalogue->font(Role::latin),
                     catalogue->font(Role::emoji), catalogue->font(Role::fallback)},
                    map, shape::Shaper{std::move(how)}, {}, {}};
    auto done = for_each_line(options.files, options.aliases ? &options.script : nullptr,
                              [&](const TextLine& line) { shape_line(line.text, options, session); });
    if (options.svg) session.out = shaped_svg(session.lines, options.size, &session.fonts.latin);
    return finish(session.out, options.files, done);
}

}  // namespace

std::function<Exit()> declare_shape(ArgumentTable& app) {
    auto options = std::make_shared<ShapeOptions>();
    declare_text_files(app, options->files);
    app.add_option("--font", options->font, "Font file for Mongolian; by default the one that came with the command")
        .type_name("FILE");
    app.add_option("--font-dir", options->font_folder, "Folder of the fonts, instead of the staged ones")
        .type_name("FOLDER");
    declare_policy(app, options->policy);
    declare_script_options(app, options->script);
    app.add_option("--size", options->size, "Size in points, for --svg").check(in_range(1.0, 1000.0));
    app.add_flag("--aliases", options->aliases, "Lines hold the names of letters instead of letters: a n a fvs1 mvs a");
    auto json = app.add_flag("--json", options->json, "A JSON object for each line");
    auto svg = app.add_flag("--svg", options->svg, "A picture of all lines, each a vertical line").excludes(json);
    app.add_flag("--review", options->review,
                 "Mark selectors that change nothing, separators and letters that look like others (in --svg beside "
                 "the line; the line stays as it is)");
    app.add_flag("--units", options->units, "The written units that the glyphs show").excludes(json).excludes(svg);
    return [options] { return shape(*options); };
}

}  // namespace bichig::cli
