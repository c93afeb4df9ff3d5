// Composes the named parts of each language version of an official document: the elements of GB/T 9704-2012, clause 7.
// arrange.cpp puts them together into sections.
#include <algorithm>
#include <iterator>
#include <utility>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>
#include <bichig/notice/notice.h>

#include <document/internal/letters.h>
#include <notice/internal/composer.h>
#include <notice/internal/profile.h>

namespace bichig::notice {

using document::Block;
using document::LetterScript;
using document::Paragraph;
using document::ParagraphStyle;
using document::Run;
using document::WritingMode;

Run run_of(const Field& field, std::string language) {
    Run run;
    run.text = field.text;
    run.source = field.source;
    run.language = std::move(language);
    return run;
}

Run generated(std::u16string_view text) {
    Run run;
    run.text = text;
    return run;
}

double estimated_ems(std::u16string_view text) {
    double ems = 0;
    for (TextIndex index = 0; index < text.size();) {
        const CodePoint point = code_point_at(text, index);
        index += point.size;
        if (document::letter_script(point.value) == LetterScript::mongolian) {
            ems += estimate::mongolian;
        } else if (point.value == U' ' || point.value == U'.') {
            ems += estimate::narrow;
        } else {
            ems += document::is_wide(point.value) ? estimate::han : estimate::other;
        }
    }
    return ems;
}

double widest_ems(std::span<const Field> fields) {
    double widest = 0;
    for (const Field& field : fields) widest = std::max(widest, estimated_ems(field.text));
    return widest;
}

Composer::Composer(const Notice& notice, const Version& version, std::vector<ParagraphStyle>& styles)
    : notice_{notice}, version_{version}, styles_{styles}, mode_{document::writing_mode_of(version.language)},
      words_{words_of(mode_)}, gaps_{notice.profile.gaps(mode_)} {
    for (std::size_t i = 0; i < version.annexes.size(); ++i) {
        const Field& own = version.annexes[i].title;
        annex_titles_.push_back(own.empty() && i < version.attachments.size() ? version.attachments[i] : own);
    }
}

Composed Composer::compose(std::vector<Block> body, std::vector<Annex> annexes) {
    Composed made;
    made.mode = mode_;
    made.language = version_.language;
    made.page = notice_page(notice_.kind, notice_.profile);
    made.head = part(&Composer::head);
    made.title = part(&Composer::title);
    made.addressee = part(&Composer::addressee);
    made.body = std::move(body);
    keep_last(made.body);
    made.attachments = part(&Composer::attachments);
    made.closing = part(&Composer::closing);
    made.annotation = part(&Composer::annotation);
    for (std::size_t i = 0; i < annexes.size(); ++i) {
        made.annexes.push_back(annex(std::move(annexes[i]), i, annexes.size()));
    }
    made.back = part(&Composer::back_matter);
    return made;
}

Paragraph Composer::paragraph(const ParagraphStyle& style, std::vector<Run> runs) {
    Paragraph made;
    made.runs = std::move(runs);
    made.style = style_index(style);
    return made;
}

std::uint16_t Composer::style_index(const ParagraphStyle& style) {
    const auto found = std::find(styles_.begin(), styles_.end(), style);
    const auto index = static_cast<std::uint16_t>(found - styles_.begin());
    if (found == styles_.end()) styles_.push_back(style);
    return index;
}

/// An order may have none; its text then stands as far below its number.
void Composer::title() {
    space(line_pitch() * gaps_.title);
    if (version_.title.empty()) return;
    Paragraph made = paragraph(style_of(Part::title), {run_of(version_.title)});
    made.heading_level = 1;
    add(std::move(made));
}

void Composer::addressee() {
    if (version_.addressee.empty()) {
        if (!version_.title.empty()) space(line_pitch() * gap::addressee);  // the text stands off all the same
        return;
    }
    std::vector<Run> runs{run_of(version_.addressee)};
    if (!ends_in_colon(version_.addressee.text)) runs.push_back(generated(words_.colon));
    add(style_of(Part::addressee), std::move(runs));
}

/// The closing may not stand alone on a page: a short last paragraph goes with it.
void Composer::keep_last(std::vector<Block>& body) {
    if (body.empty() || !attachment_names().empty()) return;
    auto* paragraph = std::get_if<Paragraph>(&body.back().value);
    if (paragraph == nullptr) return;
    double ems = 0;
    for (const Run& run : paragraph->runs) ems += estimated_ems(run.text);
    ParagraphStyle style = styles_.at(paragraph->style);
    if (ems * style.size.in_points() > measure(mode_).in_points() * gap::kept_lines) return;
    style.keep_with_next = true;
    paragraph->style = style_index(style);
}

const std::vector<Field>& Composer::attachment_names() const {
    return version_.attachments.empty() ? annex_titles_ : version_.attachments;
}

/// "附件：" and the names; lines go on under the first character of the name. Names are numbered when there are
/// several. Below it, in minutes, who attended.
void Composer::attachments() {
    const std::vector<Field>& names = attachment_names();
    const std::u16string label = std::u16string{words_.attachment}.append(words_.label_colon);
    const double label_ems = estimated_ems(label);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) continue;
        std::u16string generated_part = i == 0 ? label : u"";
        double hanging = i == 0 ? label_ems : 0;
        double number_ems = 0;
        if (names.size() > 1) {
            const std::string digits = std::to_string(i + 1);
            const std::u16string counter = std::u16string{digits.begin(), digits.end()} + u". ";
            generated_part += counter;
            number_ems = estimated_ems(counter);
        }
        hanging += number_ems;
        ParagraphStyle style = style_of(i == 0 ? Part::attachment_note : Part::attachment_name);
        style.start_indent = document::Ems{indent::attachment_note + label_ems + number_ems};
        style.first_line_indent = document::Ems{-hanging};
        std::vector<Run> runs;
        if (!generated_part.empty()) runs.push_back(generated(generated_part));
        runs.push_back(run_of(names[i]));
        add(style, std::move(runs));
    }
    attendance();
}

void Composer::labelled(ParagraphStyle style, std::u16string_view label, const Field& text) {
    std::vector<Run> runs{generated(std::u16string{label}.append(words_.label_colon)), run_of(text)};
    runs.front().style.han = notice_.profile.faces.level_1;
    const double hanging = estimated_ems(runs.front().text);
    style.start_indent.count += hanging;
    style.first_line_indent = document::Ems{-hanging};
    add(style, std::move(runs));
}

/// Clause 10.3: labels in Hei, lines go on under the first character after the colon.
void Composer::attendance() {
    const std::pair<std::u16string_view, const Field*> lists[] = {{words_.present, &version_.present},
                                                                  {words_.excused, &version_.excused},
                                                                  {words_.observers, &version_.observers}};
    bool first = true;
    for (const auto& [label, field] : lists) {
        if (field->empty()) continue;
        ParagraphStyle style = style_of(Part::attendance);
        if (std::exchange(first, false)) style.space_before = line_pitch() * gap::attendance;
        labelled(style, label, *field);
    }
}

/// Clause 7.3.7: its label and number in the first line, its title centred in the third.
std::vector<Block> Composer::annex(Annex annex, std::size_t index, std::size_t count) {
    std::u16string label{words_.attachment};
    if (count > 1 || attachment_names().size() > 1) {
        const std::string digits = std::to_string(index + 1);
        label.append(words_.annex_gap).append(digits.begin(), digits.end());
    }
    add(style_of(Part::annex_label), {generated(label)});
    space(line_pitch());
    if (!annex_titles_[index].empty()) {
        Paragraph title = paragraph(style_of(Part::title), {run_of(annex_titles_[index])});
        title.heading_level = 1;
        add(std::move(title));
        space(line_pitch());
    }
    std::vector<Block> made = std::exchange(blocks_, {});
    std::move(annex.body.begin(), annex.body.end(), std::back_inserter(made));
    return made;
}

namespace {

void set_properties(const Notice& notice, document::Properties& properties) {
    properties.profile = notice.profile.name;
    properties.script_order = name_of(notice.profile.script_order);
    if (notice.versions.empty()) return;
    const Version& first = notice.versions.front();
    const bool vertical = document::writing_mode_of(first.language) == WritingMode::vertical_lr;
    const std::vector<Field>& issuers = vertical ? notice.issuers_mongolian : notice.issuers_chinese;
    if (properties.title.empty()) properties.title = first.title.text;
    if (properties.title.empty() && !issuers.empty()) properties.title = issuers.front().text;
    if (properties.author.empty()) {
        const std::vector<Field>& bodies = first.signatures.empty() ? issuers : first.signatures;
        if (!bodies.empty()) properties.author = bodies.front().text;
    }
    if (properties.language.empty()) properties.language = first.language;
}

}  // namespace

document::Document to_document(Notice notice) {
    document::Document made;
    made.properties = std::move(notice.properties);
    set_properties(notice, made.properties);
    made.fonts = std::move(notice.profile.fonts);
    made.styles = std::move(notice.styles);
    std::vector<Composed> versions;
    for (Version& version : notice.versions) {
        Composer composer{notice, version, made.styles};
        versions.push_back(composer.compose(std::move(version.body), std::move(version.annexes)));
    }
    // Parts stand in the order of the versions; together, the profile says which script is first.
    const bool together = notice.arrangement != Arrangement::parts && versions.size() == 2;
    const WritingMode first = notice.profile.script_order == ScriptOrder::chinese_first ? WritingMode::horizontal_tb
                                                                                        : WritingMode::vertical_lr;
    if (together && versions[1].mode == first) std::swap(versions[0], versions[1]);
    made.sections = arrange(std::move(versions), notice.arrangement, notice.page_mode);
    made.sources = std::move(notice.sources);
    return made;
}

}  // namespace bichig::notice
