// Reads the front matter of a sign: all of it, for a sign has no other text.
#include <format/markdown/internal/sign_fields.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include <bichig/base/utf.h>

#include <document/internal/letters.h>
#include <document/internal/units.h>

namespace bichig::format {

namespace {

std::string word(const YamlFields& fields, const char* key, bool required = false) {
    return to_utf8(fields.text(key, required).text);
}

/// The value of `key` that goes with its word in `names`.
template <class T>
T one_of(const YamlFields& fields, const char* key, std::initializer_list<std::pair<std::string_view, T>> names) {
    const std::string value = word(fields, key, true);
    std::string known;
    for (const auto& [name, made] : names) {
        if (value == name) return made;
        known.append(known.empty() ? "" : ", ").append(name);
    }
    throw fields.error(key, "'" + value + "' is not known here", "known are " + known);
}

Length length(const YamlFields& fields, const char* key) {
    const std::string value = word(fields, key, true);
    const auto made = document::length_of(value);
    if (!made) throw fields.error(key, "'" + value + "' is no length", "write a number with its unit: 16pt or 35mm");
    return *made;
}

void read_look(const YamlFields& fields, notice::Sign& made) {
    using document::HanFace;
    using document::MongolianFace;
    if (fields.has("border")) made.border = length(fields, "border");
    if (made.border < Length{}) throw fields.error("border", "a border below zero", "write 0mm for none");
    if (fields.has("colour")) {
        const std::string value = word(fields, "colour");
        const auto colour = document::colour_of(value);
        if (!colour) throw fields.error("colour", "'" + value + "' is no colour", "write \"#RRGGBB\"");
        made.style.colour = *colour;
    }
    if (fields.has("han")) {
        made.style.han = one_of<HanFace>(fields, "han", {{"fangsong", HanFace::fangsong}, {"song", HanFace::song},
                                                         {"hei", HanFace::hei}, {"kai", HanFace::kai},
                                                         {"title", HanFace::title}});
    }
    if (fields.has("mongolian")) {
        made.style.mongolian = one_of<MongolianFace>(
            fields, "mongolian", {{"text", MongolianFace::text}, {"title", MongolianFace::title}});
    }
}

void read_others(const YamlText& text, const YamlFields& fields, notice::Sign& made) {
    if (!fields.has("others")) return;
    const YAML::Node list = fields.node("others");
    if (!list.IsSequence()) throw fields.error("others", "a list is wanted here", "write '- {language: en, text: …}'");
    for (std::size_t i = 0; i < list.size(); ++i) {
        const YamlFields other{text, list[i], fields.path("others") + "[" + std::to_string(i) + "]",
                               {"language", "text"}};
        const std::string language = word(other, "language", true);
        if (!document::is_language_tag(language)) {
            throw other.error("language", "'" + language + "' is no language tag",
                              "write mn-Mong, zh-Hans or another tag of BCP 47");
        }
        made.others.push_back({language, other.text("text", true)});
    }
}

}  // namespace

notice::Sign read_sign_fields(const YamlText& text, const YAML::Node& root) {
    using Arrangement = document::Sign::Arrangement;
    using notice::ScriptOrder;
    const YamlFields fields{text, root, "",
                            {"kind", "title", "author", "subject", "keywords", "date", "script_order", "arrangement",
                             "upright", "width", "height", "margin", "border", "colour", "han", "mongolian", "mn", "zh",
                             "others"}};
    notice::Sign made;
    made.properties.title = fields.text("title").text;
    made.properties.author = fields.text("author").text;
    made.properties.subject = fields.text("subject").text;
    made.properties.keywords = plain_texts(fields.texts("keywords"));
    made.properties.date = yaml_date(fields);
    made.order = one_of<ScriptOrder>(fields, "script_order", {{"mongolian_first", ScriptOrder::mongolian_first},
                                                              {"chinese_first", ScriptOrder::chinese_first}});
    made.arrangement = one_of<Arrangement>(fields, "arrangement", {{"beside", Arrangement::beside},
                                                                   {"above", Arrangement::above}});
    if (fields.has("upright")) made.upright = one_of<bool>(fields, "upright", {{"true", true}, {"false", false}});
    if (made.upright && made.arrangement == Arrangement::beside) {
        throw fields.error("upright", "texts beside each other are upright anyhow", "leave 'upright' out");
    }
    made.page.width = length(fields, "width");
    made.page.height = length(fields, "height");
    const bool has_margin = fields.has("margin");
    const std::string fault = made.set_margin(has_margin ? std::optional{length(fields, "margin")} : std::nullopt);
    if (!fault.empty()) {
        throw fields.error(has_margin ? "margin" : "width", fault, "write a larger size or a smaller margin");
    }
    read_look(fields, made);
    made.mongolian = fields.text("mn", true);
    made.chinese = fields.text("zh", true);
    read_others(text, fields, made);
    return made;
}

}  // namespace bichig::format
