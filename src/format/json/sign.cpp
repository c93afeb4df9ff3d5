// Reads a sign: its texts, its size, and how the scripts stand.
#include <format/json/internal/sign.h>

#include <algorithm>

#include <format/json/internal/blocks.h>
#include <format/json/internal/notice.h>

namespace bichig::format {

notice::Sign read_json_sign(const JsonPlace& root) {
    using Arrangement = document::Sign::Arrangement;
    using notice::ScriptOrder;
    const JsonFields fields{root,
                            {"kind", "title", "author", "subject", "keywords", "date", "script_order", "arrangement",
                             "upright", "width", "height", "margin", "border", "colour", "han", "mongolian", "mn", "zh",
                             "others"}};
    notice::Sign made;
    read_json_properties(fields, made.properties);
    fields.set("title", made.properties.title, &JsonPlace::text);
    made.order = fields.at("script_order")
                     .one_of<ScriptOrder>({{"mongolian_first", ScriptOrder::mongolian_first},
                                           {"chinese_first", ScriptOrder::chinese_first}});
    made.arrangement = fields.at("arrangement")
                           .one_of<Arrangement>({{"beside", Arrangement::beside}, {"above", Arrangement::above}});
    fields.set("upright", made.upright, &JsonPlace::boolean);
    if (made.upright && made.arrangement == Arrangement::beside) {
        throw fields.at("upright").fault("texts beside each other are upright anyhow", "leave 'upright' out");
    }
    made.page.width = fields.at("width").length();
    made.page.height = fields.at("height").length();
    const auto margin = fields.find("margin");
    const auto fault = made.set_margin(margin ? std::optional{margin->length()} : std::nullopt);
    if (!fault.empty()) {
        throw (margin ? *margin : fields.at("width")).fault(fault, "write a larger size or a smaller margin");
    }
    fields.set("border", made.border, &JsonPlace::length);
    if (made.border < Length{}) throw fields.at("border").fault("a border below zero", "write 0mm for none");
    fields.set("colour", made.style.colour, &JsonPlace::colour);
    if (const auto han = fields.find("han")) made.style.han = read_han_face(*han);
    if (const auto mongolian = fields.find("mongolian")) made.style.mongolian = read_mongolian_face(*mongolian);
    made.mongolian = fields.at("mn").field();
    made.chinese = fields.at("zh").field();
    if (const auto others = fields.find("others")) {
        for (const JsonPlace& place : others->items()) {
            const JsonFields other{place, {"language", "text"}};
            made.others.push_back({other.at("language").language(), other.at("text").field()});
        }
    }
    return made;
}

}  // namespace bichig::format
