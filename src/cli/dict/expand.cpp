// `bichig dict expand`: the paradigm of a stem, as text, JSON, a table of HTML or a drawing.
#include <memory>

#include <bichig/base/utf.h>
#include <bichig/lexicon/paradigm.h>

#include "cli/internal/dict.h"
#include "cli/internal/dict_pages.h"

namespace bichig::cli {

namespace {

struct ExpandOptions {
    DictOptions dict;
    std::string stem;
    std::string format = "text";
    std::string font_folder;
};

std::string joined(const std::vector<std::string>& chain) {
    std::string text;
    for (const std::string& suffix : chain) text += (text.empty() ? "" : " + ") + suffix;
    return text;
}

std::string value(const lexicon::Lexicon& dictionary, const lexicon::Entry& entry, lexicon::Column column) {
    return std::string{dictionary.cell(entry, column)};
}

Json to_json(const lexicon::Lexicon& dictionary, const lexicon::Entry& entry) {
    Json json;
    for (std::size_t i = 0; i < lexicon::column_count; ++i) {
        json[std::string{lexicon::column_names[i]}] = value(dictionary, entry, static_cast<lexicon::Column>(i));
    }
    json["word"] = to_utf8(entry.stem);
    json["gender"] = entry.gender == script::Gender::masculine ? "masculine" : "feminine";
    const Place place = dictionary.place(entry);
    json["file"] = place.file;
    json["line"] = place.line;
    Json forms = Json::array();
    for (const lexicon::ParadigmForm& form : lexicon::paradigm_of(dictionary, entry)) {
        forms.push_back({{"group", form.group},
                         {"suffixes", form.chain},
                         {"latin", form.latin},
                         {"text", to_utf8(form.text)},
                         {"units", form.units}});
    }
    json["forms"] = std::move(forms);
    return json;
}

std::string to_text(const lexicon::Lexicon& dictionary, const lexicon::Entry& entry) {
    std::string text =
        "# " + value(dictionary, entry, lexicon::Column::stem) + " " + std::string{lexicon::name(entry.pos)} + " (" +
        value(dictionary, entry, lexicon::Column::paradigm) +
        "): " + value(dictionary, entry, lexicon::Column::cyrillic) + " " +
        value(dictionary, entry, lexicon::Column::gloss_zh) + ", " + describe(dictionary.place(entry)) + "\n";
    for (const lexicon::ParadigmForm& form : lexicon::paradigm_of(dictionary, entry)) {
        text += (form.chain.empty() ? "(stem)" : joined(form.chain)) + "\t" + form.latin + "\t" + to_utf8(form.text) +
                "\t" + form.units + "\n";
    }
    return text;
}

Exit write_page(const lexicon::Lexicon& dictionary, const std::vector<const lexicon::Entry*>& entries,
                const ExpandOptions& options) {
    if (options.format == "html") {
        const auto font = page_font(options.font_folder);
        if (!font) return report(font.error());
        return write_output(lexicon::paradigm_page(dictionary, entries, *font), options.dict.output);
    }
    const auto catalogue =
        font::Catalogue::open(options.font_folder.empty() ? default_font_folder() : options.font_folder);
    if (!catalogue) return report(catalogue.error());
    return write_output(paradigm_svg(dictionary, entries, *catalogue), options.dict.output);
}

Exit run(const ExpandOptions& options) {
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    const auto entries = lexicon::entries_of(*dictionary, options.stem);
    if (entries.empty()) {
        return report(Error{ErrorCode::invalid_input, "the dictionary has no stem '" + options.stem + "'",
                            "write it in Latin transliteration or in Mongolian letters, without suffixes",
                            Place{options.dict.source, 0, 0, {}}});
    }
    if (options.format != "text") return write_page(*dictionary, entries, options);
    Json json = Json::array();
    std::string text;
    for (const lexicon::Entry* entry : entries) {
        if (options.dict.json) {
            json.push_back(to_json(*dictionary, *entry));
        } else {
            text += (text.empty() ? "" : "\n") + to_text(*dictionary, *entry);
        }
    }
    return options.dict.json ? print_json(json, options.dict.output) : write_output(text, options.dict.output);
}

}  // namespace

std::function<Exit()> declare_dict_expand(ArgumentTable& app) {
    auto options = std::make_shared<ExpandOptions>();
    declare_dict_options(app, options->dict, "The file to write");
    app.add_option("STEM", options->stem, "The stem, in Latin transliteration or in Mongolian letters").required();
    auto format =
        app.add_option("--format", options->format, "text, html or svg: a table with Mongolian in vertical lines");
    format.check(one_of({"text", "html", "svg"}));
    app.get_option("--json").excludes(format);
    app.add_option("--font-dir", options->font_folder, "Folder of the fonts, instead of the staged ones")
        .type_name("FOLDER");
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
