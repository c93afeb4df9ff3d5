// Turns a sign into a section of one page.
#include <bichig/notice/sign.h>

#include <algorithm>
#include <utility>

#include <bichig/document/stylesheet.h>

namespace bichig::notice {

namespace {

using document::WritingMode;

document::SignText text_of(Field field, std::string language, WritingMode mode) {
    document::SignText made;
    document::Run run;
    run.text = std::move(field.text);
    run.source = field.source;
    made.runs.push_back(std::move(run));
    made.writing_mode = mode;
    made.language = std::move(language);
    return made;
}

}  // namespace

document::ParagraphStyle Sign::sign_style() {
    document::ParagraphStyle style;
    style.han = document::HanFace::title;
    style.mongolian = document::MongolianFace::title;
    return style;
}

std::string Sign::set_margin(std::optional<Length> margin) {
    constexpr int part = 10;
    const Length least = Length::millimetres(10);
    const Length largest = Length::millimetres(5000);  // of a page of a PDF (ISO 32000-1, annex C)
    const Length shorter = std::min(page.width, page.height);
    const Length wanted = margin.value_or(shorter / part);
    page.margin_top = page.margin_bottom = page.margin_left = page.margin_right = wanted;
    if (page.width > largest || page.height > largest) return "a sign larger than 5 m";
    return wanted < Length{} || shorter - wanted * 2 < least ? "the margins leave no room on the sign" : "";
}

document::Document to_document(Sign sign) {
    const bool beside = sign.arrangement == document::Sign::Arrangement::beside;
    const WritingMode mongolian_mode =
        beside || sign.upright ? WritingMode::vertical_lr : WritingMode::horizontal_tb;
    const WritingMode others_mode = beside ? WritingMode::vertical_lr : WritingMode::horizontal_tb;

    document::Document made;
    made.properties = std::move(sign.properties);
    made.properties.script_order = name_of(sign.order);
    if (made.properties.title.empty()) {
        made.properties.title = sign.mongolian.text + u" " + sign.chinese.text;
        std::replace(made.properties.title.begin(), made.properties.title.end(), u'\n', u' ');
    }
    made.styles = {sign.style};
    document::Sign block;
    block.arrangement = sign.arrangement;
    block.border = sign.border;
    block.border_colour = sign.style.colour;
    block.border_distance = sign.page.margin_left / 2;
    block.texts.push_back(text_of(std::move(sign.mongolian), "mn-Mong", mongolian_mode));
    block.texts.push_back(text_of(std::move(sign.chinese), "zh-Hans", others_mode));
    if (sign.order == ScriptOrder::chinese_first) std::swap(block.texts[0], block.texts[1]);
    for (Sign::Other& other : sign.others) {
        block.texts.push_back(text_of(std::move(other.text), std::move(other.language), others_mode));
    }
    document::Section& section = made.sections.emplace_back();
    section.language = block.texts.front().language;
    section.writing_mode = block.texts.front().writing_mode;
    section.page = std::move(sign.page);
    section.page.number.position = document::PageNumberStyle::Position::none;
    if (made.properties.language.empty()) made.properties.language = section.language;
    section.blocks.push_back({std::move(block)});
    made.sources = std::move(sign.sources);
    return made;
}

}  // namespace bichig::notice
