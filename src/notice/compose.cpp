// Composes the named parts of each language version of a notice: the elements of GB/T 9704-2012, clause 7.
// arrange.cpp puts them together into sections.
#include <algorithm>
#include <cmath>
#include <utility>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>
#include <bichig/notice/notice.h>

#include <document/internal/letters.h>
#include <notice/internal/composed.h>
#include <notice/internal/profile.h>
#include <notice/internal/styles.h>
#include <notice/internal/words.h>

namespace bichig::notice {

namespace {

using document::Block;
using document::LetterScript;
using document::Paragraph;
using document::ParagraphStyle;
using document::Run;
using document::WritingMode;

Run run_of(const Field& field, std::string language = {}) {
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

/// Width of `text` in ems, as good as it can be known without a font.
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

/// Composes the parts of one version.
class Composer {
public:
    Composer(const Notice& notice, const Version& version, std::vector<ParagraphStyle>& styles)
        : notice_{notice}, version_{version}, styles_{styles}, mode_{document::writing_mode_of(version.language)},
          words_{words_of(mode_)}, gaps_{gaps_of(mode_)} {}

    Composed compose(std::vector<Block> body) {
        Composed made;
        made.mode = mode_;
        made.language = version_.language;
        made.page = notice_page(mode_);
        made.head = part(&Composer::head);
        made.title = part(&Composer::title);
        made.addressee = part(&Composer::addressee);
        made.body = std::move(body);
        made.attachments = part(&Composer::attachments);
        made.closing = part(&Composer::closing);
        made.annotation = part(&Composer::annotation);
        made.back = part(&Composer::back_matter);
        return made;
    }

private:
    /// The blocks that `write` adds.
    std::vector<Block> part(void (Composer::*write)()) {
        (this->*write)();
        return std::exchange(blocks_, {});
    }

    std::uint16_t add_style(const ParagraphStyle& style) {
        const auto found = std::find(styles_.begin(), styles_.end(), style);
        if (found != styles_.end()) return static_cast<std::uint16_t>(found - styles_.begin());
        styles_.push_back(style);
        return static_cast<std::uint16_t>(styles_.size() - 1);
    }

    Paragraph paragraph(const ParagraphStyle& style, std::vector<Run> runs) {
        Paragraph made;
        made.runs = std::move(runs);
        made.style = add_style(style);
        return made;
    }

    void add(Paragraph made) { blocks_.push_back({std::move(made)}); }

    void space(Length extent) { blocks_.push_back({document::Space{extent, true}}); }

    /// A line of the issuer mark is as large as fits into one line.
    ParagraphStyle mark_line_style(const Field& mark) const {
        const double ems = std::max(estimated_ems(mark.text), 1.0);
        const double fitting = Length::millimetres(gaps_.mark_measure).in_points() / ems;
        return mark_style(Length::points(std::clamp(fitting, size::smallest_mark, size::largest_mark)));
    }

    /// Copy number, secrecy and urgency, one below the other from the first line on (clause 7.2.1 to 7.2.3). Returns
    /// how much of the room above the issuer mark they take up.
    Length marks_above() {
        const std::pair<const Field*, Part> marks[] = {{&version_.copy_number, Part::copy_number},
                                                       {&version_.secrecy, Part::secrecy},
                                                       {&version_.urgency, Part::secrecy}};
        Length used;
        for (const auto& [mark, part] : marks) {
            if (mark->empty()) continue;
            add(paragraph(part_style(part), {run_of(*mark)}));
            used += line_pitch();
        }
        return used;
    }

    /// Mark in both scripts (Mongolian above or left: Neizhengban fa 1996-32, article 3), number and red rule.
    void head() {
        const std::pair<const Field*, const char*> marks[] = {{&notice_.issuer_mongolian, "mn-Mong"},
                                                              {&notice_.issuer_chinese, "zh-Hans"}};
        Length offset = Length::millimetres(gaps_.mark_offset) - marks_above();
        for (const auto& [mark, language] : marks) {
            if (mark->empty()) continue;
            const ParagraphStyle style = mark_line_style(*mark);
            if (offset > Length{}) space(std::max(offset - half_leading(style), Length{}));
            offset = Length{};
            add(paragraph(style, {run_of(*mark, language == version_.language ? "" : language)}));
        }
        if (offset > Length{}) space(offset);

        const bool own = mode_ == WritingMode::vertical_lr && !notice_.number_mongolian.empty();
        const Field& number = own ? notice_.number_mongolian : notice_.number_chinese;
        const ParagraphStyle number_style = part_style(Part::number);
        if (!number.empty()) {
            space(line_pitch() * gaps_.number_gap);
            add(paragraph(number_style, {run_of(number, document::foreign_language(number.text, version_.language))}));
        }
        document::Rule rule;
        rule.thickness = Length::millimetres(rule::head);
        rule.colour = document::official_red;
        rule.space_before = Length::millimetres(gap::rule) - half_leading(number_style);
        blocks_.push_back({rule});
    }

    void title() {
        space(line_pitch() * gaps_.title_gap);
        Paragraph made = paragraph(part_style(Part::title), {run_of(version_.title)});
        made.heading_level = 1;
        add(std::move(made));
    }

    void addressee() {
        if (version_.addressee.empty()) return;
        std::vector<Run> runs{run_of(version_.addressee)};
        if (!ends_in_colon(version_.addressee.text)) runs.push_back(generated(words_.colon));
        add(paragraph(part_style(Part::addressee), std::move(runs)));
    }

    /// "附件：" and the names; lines go on under the first character of the name. Names are numbered when there are
    /// several.
    void attachments() {
        const std::size_t count = version_.attachments.size();
        const std::u16string label = std::u16string{words_.attachment}.append(words_.label_colon);
        const double label_ems = estimated_ems(label);
        for (std::size_t i = 0; i < count; ++i) {
            std::u16string generated_part = i == 0 ? label : u"";
            double hanging = i == 0 ? label_ems : 0;
            double number_ems = 0;
            if (count > 1) {
                const std::string digits = std::to_string(i + 1);
                const std::u16string counter = std::u16string{digits.begin(), digits.end()} + u". ";
                generated_part += counter;
                number_ems = estimated_ems(counter);
            }
            hanging += number_ems;
            ParagraphStyle style = part_style(i == 0 ? Part::attachment_note : Part::attachment_name);
            style.start_indent = document::Ems{indent::attachment_note + label_ems + number_ems};
            style.first_line_indent = document::Ems{-hanging};
            std::vector<Run> runs;
            if (!generated_part.empty()) runs.push_back(generated(generated_part));
            runs.push_back(run_of(version_.attachments[i]));
            add(paragraph(style, std::move(runs)));
        }
    }

    /// Issuing body and date. With a seal the date ends 4 characters before the edge, the body is centred on the date;
    /// without one the body ends 2 characters before it and the date begins 2 characters after the begin of the body,
    /// or, where it is the longer one, ends there itself. Chinese widths are known well enough for that; in Mongolian
    /// both end in the same place.
    void closing() {
        if (version_.signature.empty() && version_.date.empty()) return;
        ParagraphStyle body_style = part_style(Part::closing);
        body_style.keep_with_next = !version_.date.empty();
        ParagraphStyle date_style = part_style(Part::closing);
        date_style.keep_with_next = !version_.annotation.empty();
        const double excess = estimated_ems(version_.signature.text) - estimated_ems(version_.date.text);
        const bool both = !version_.signature.empty() && !version_.date.empty();
        if (!notice_.sealed) {
            body_style.end_indent.count = date_style.end_indent.count = indent::unsealed_body;
        }
        if (mode_ == WritingMode::horizontal_tb && both && notice_.sealed) {
            body_style.end_indent.count = std::max(0.0, indent::sealed_date - excess / 2);
        } else if (mode_ == WritingMode::horizontal_tb && both) {
            // What is left of the body after the date that begins behind its first characters.
            const double after = excess - indent::unsealed_date;
            (after > 0 ? date_style : body_style).end_indent.count += std::abs(after);
        }
        (version_.signature.empty() ? date_style : body_style).space_before = line_pitch() * gaps_.signature_gap;
        if (!version_.signature.empty()) add(paragraph(body_style, {run_of(version_.signature)}));
        if (!version_.date.empty()) add(paragraph(date_style, {run_of(version_.date)}));
    }

    /// In brackets below the date, first line indented by 2 characters.
    void annotation() {
        if (version_.annotation.empty()) return;
        const std::u16string_view text = version_.annotation.text;
        const bool bracketed = text.front() == u'（' || text.front() == u'(';
        std::vector<Run> runs;
        if (!bracketed) runs.push_back(generated(words_.annotation_before));
        runs.push_back(run_of(version_.annotation));
        if (!bracketed) runs.push_back(generated(words_.annotation_after));
        add(paragraph(part_style(Part::annotation), std::move(runs)));
    }

    void back_matter() {
        const bool copies = !version_.carbon_copy.empty();
        const bool printing = !version_.printing_body.empty() || !version_.printing_date.empty();
        if (!copies && !printing) return;
        document::FootBlock foot;
        const auto rule = [&](double thickness) {
            document::Rule made;
            made.thickness = Length::millimetres(thickness);
            foot.blocks.push_back({made});
        };
        rule(rule::thick);
        if (copies) {
            std::vector<Run> runs{generated(std::u16string{words_.carbon_copy}.append(words_.label_colon)),
                                  run_of(version_.carbon_copy)};
            if (!ends_in_full_stop(version_.carbon_copy.text)) runs.push_back(generated(words_.full_stop));
            ParagraphStyle style = part_style(Part::carbon_copy);
            const double hanging = estimated_ems(runs.front().text);
            style.start_indent.count += hanging;
            style.first_line_indent = document::Ems{-hanging};
            foot.blocks.push_back({paragraph(style, std::move(runs))});
            if (printing) rule(rule::thin);
        }
        if (printing) {
            std::vector<Run> runs;
            if (!version_.printing_body.empty()) runs.push_back(run_of(version_.printing_body));
            if (!version_.printing_date.empty()) {
                runs.push_back(generated(u"\t"));
                runs.push_back(run_of(version_.printing_date));
                runs.push_back(generated(words_.printed));
            }
            foot.blocks.push_back({paragraph(part_style(Part::printing), std::move(runs))});
        }
        rule(rule::thick);
        blocks_.push_back({std::move(foot)});
    }

    const Notice& notice_;
    const Version& version_;
    std::vector<ParagraphStyle>& styles_;
    WritingMode mode_;
    const Words& words_;
    Gaps gaps_;
    std::vector<Block> blocks_;  ///< of the part that is being composed
};

}  // namespace

document::Document to_document(Notice notice) {
    document::Document made;
    made.properties = std::move(notice.properties);
    if (!notice.versions.empty()) {
        const Version& first = notice.versions.front();
        if (made.properties.title.empty()) made.properties.title = first.title.text;
        if (made.properties.author.empty()) {
            const bool vertical = document::writing_mode_of(first.language) == WritingMode::vertical_lr;
            const Field& issuer = vertical ? notice.issuer_mongolian : notice.issuer_chinese;
            made.properties.author = first.signature.empty() ? issuer.text : first.signature.text;
        }
        if (made.properties.language.empty()) made.properties.language = first.language;
    }
    made.styles = std::move(notice.styles);
    std::vector<Composed> versions;
    for (Version& version : notice.versions) {
        std::vector<Block> body = std::move(version.body);
        versions.push_back(Composer{notice, version, made.styles}.compose(std::move(body)));
    }
    made.sections = arrange_parts(std::move(versions));
    made.sources = std::move(notice.sources);
    return made;
}

}  // namespace bichig::notice
