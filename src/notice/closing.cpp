// The end of an official document: issuing body and date, annotation, back matter (GB/T 9704-2012, 7.3.5 to 7.4).
#include <algorithm>
#include <cmath>
#include <utility>

#include <notice/internal/composer.h>
#include <notice/internal/profile.h>

namespace bichig::notice {

using document::Alignment;
using document::Ems;
using document::ParagraphStyle;
using document::Run;
using document::WritingMode;

void Composer::closing() {
    if (notice_.kind == Kind::order && !version_.signers.empty()) {
        order_closing();
    } else if (version_.signatures.size() > 1) {
        sealed() ? sealed_joint_closing() : unsealed_joint_closing();
    } else if (!version_.signatures.empty() || !version_.date.empty()) {
        single_closing();
    }
}

/// Issuing body and date. With a seal the date ends 4 characters before the edge, the body is centred on the date;
/// without one the body ends 2 characters before it and the date begins 2 characters after the begin of the body,
/// or, where it is the longer one, ends there itself. Chinese widths are known well enough for that; in Mongolian
/// both end in the same place.
void Composer::single_closing() {
    const Field none;
    const Field& body = version_.signatures.empty() ? none : version_.signatures.front();
    ParagraphStyle body_style = style_of(Part::closing);
    body_style.keep_with_next = !version_.date.empty();
    ParagraphStyle date_style = style_of(Part::closing);
    date_style.keep_with_next = !version_.annotation.empty();
    const double excess = estimated_ems(body.text) - estimated_ems(version_.date.text);
    const bool both = !body.empty() && !version_.date.empty();
    if (!sealed()) body_style.end_indent.count = date_style.end_indent.count = indent::unsealed_body;
    if (mode_ == WritingMode::horizontal_tb && both && sealed()) {
        body_style.end_indent.count = std::max(0.0, indent::sealed_date - excess / 2);
    } else if (mode_ == WritingMode::horizontal_tb && both) {
        // What is left of the body after the date that begins behind its first characters.
        const double after = excess - indent::unsealed_date;
        (after > 0 ? date_style : body_style).end_indent.count += std::abs(after);
    }
    (body.empty() ? date_style : body_style).space_before = line_pitch() * gaps_.signature;
    if (!body.empty()) add(body_style, {run_of(body)});
    if (!version_.date.empty()) add(date_style, {run_of(version_.date)});
}

/// Clause 7.3.5.2: the bodies one below the other, their first characters under each other, and the date as above.
void Composer::unsealed_joint_closing() {
    const bool known = mode_ == WritingMode::horizontal_tb;
    const double widest = widest_ems(version_.signatures);
    const double after = widest - estimated_ems(version_.date.text) - indent::unsealed_date;
    const double shift = known && after < 0 && !version_.date.empty() ? -after : 0;
    for (const Field& body : version_.signatures) {
        ParagraphStyle style = style_of(Part::closing);
        style.end_indent.count = indent::unsealed_body + shift;
        if (known) style.end_indent.count += widest - estimated_ems(body.text);
        style.keep_with_next = &body != &version_.signatures.back() || !version_.date.empty();
        if (&body == &version_.signatures.front()) style.space_before = line_pitch() * gaps_.signature;
        add(style, {run_of(body)});
    }
    if (version_.date.empty()) return;
    ParagraphStyle style = style_of(Part::closing);
    style.keep_with_next = !version_.annotation.empty();
    style.end_indent.count = indent::unsealed_body + (known ? std::max(0.0, after) : 0);
    add(style, {run_of(version_.date)});
}

/// Clause 7.3.5.1: a row of bodies with room for the seal of each, and the date under the last body. Rows that are not
/// full end at the edge. Each body is centred in its own part of the line, and all parts of a row are set on one line.
void Composer::sealed_joint_closing() {
    const Seals& seals = notice_.profile.seals;
    const ParagraphStyle look = style_of(Part::closing);
    const std::vector<Field>& bodies = version_.signatures;
    const double room = measure(mode_).in_points();
    const double needed = std::max(seals.diameter.in_points(), widest_ems(bodies) * look.size.in_points());
    const double gap = seals.gap.in_points();
    // Beside or above another version the line is as short as its side: one body in a row.
    const bool beside = notice_.arrangement == Arrangement::parallel || notice_.arrangement == Arrangement::stacked;
    const auto fitting =
        beside ? std::size_t{1} : static_cast<std::size_t>(std::max(1.0, std::floor((room + gap) / (needed + gap))));
    const std::size_t in_row = std::min(fitting, bodies.size());
    const std::size_t rows = (bodies.size() + in_row - 1) / in_row;
    const std::size_t missing = rows * in_row - bodies.size();  // at the start of the last row
    const double cell = room / look.size.in_points() / static_cast<double>(in_row);
    const auto style_in = [&](std::size_t column) {
        ParagraphStyle style = look;
        style.alignment = Alignment::centre;
        style.start_indent = Ems{cell * static_cast<double>(column)};
        style.end_indent = Ems{cell * static_cast<double>(in_row - column - 1)};
        style.keep_with_next = true;
        style.fit_on_line = !beside;
        return style;
    };
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        const std::size_t row = i / in_row;
        const bool last_row = row + 1 == rows;
        if (i % in_row != 0) {
            space(-look.line_pitch);
        } else {
            space(row == 0 ? line_pitch() * gaps_.signature : seals.diameter + seals.gap - look.line_pitch);
        }
        add(style_in(i % in_row + (last_row ? missing : 0)), {run_of(bodies[i])});
    }
    if (version_.date.empty()) return;
    ParagraphStyle style = style_in(in_row - 1);
    style.keep_with_next = !version_.annotation.empty();
    add(style, {run_of(version_.date)});
}

/// Clause 7.3.5.3: office and name, or the room of a signature seal, end 4 characters before the edge; so does the
/// date, with a blank line between.
void Composer::order_closing() {
    bool first = true;
    for (const Signer& signer : version_.signers) {
        ParagraphStyle style = style_of(Part::closing);
        style.keep_with_next = true;
        if (std::exchange(first, false)) style.space_before = line_pitch() * gaps_.signature;
        ParagraphStyle office_style = style;
        const double seal_ems = notice_.profile.seals.signature.in_points() / style.size.in_points();
        const double name_ems = signer.name.empty() ? seal_ems : estimated_ems(signer.name.text);
        office_style.end_indent.count += indent::signer + name_ems;
        if (!signer.office.empty()) add(office_style, {run_of(signer.office)});
        if (signer.name.empty()) continue;
        if (!signer.office.empty()) {  // on the line of the office
            space(-style.line_pitch);
            style.space_before = Length{};
        }
        Run name = run_of(signer.name);
        name.style.han = notice_.profile.faces.level_2;
        add(style, {std::move(name)});
    }
    if (version_.date.empty()) return;
    ParagraphStyle style = style_of(Part::closing);
    style.space_before = line_pitch() * gap::order_date;
    style.keep_with_next = !version_.annotation.empty();
    add(style, {run_of(version_.date)});
}

/// In brackets below the date, first line indented by 2 characters.
void Composer::annotation() {
    if (version_.annotation.empty()) return;
    const bool bracketed = is_bracketed(version_.annotation.text);
    std::vector<Run> runs;
    if (!bracketed) runs.push_back(generated(words_.bracket_before));
    runs.push_back(run_of(version_.annotation));
    if (!bracketed) runs.push_back(generated(words_.bracket_after));
    add(style_of(Part::annotation), std::move(runs));
}

/// Clause 7.4; that of a letter has no rules (10.1).
void Composer::back_matter() {
    const bool copies = !version_.carbon_copy.empty();
    const bool printing = !version_.printing_body.empty() || !version_.printing_date.empty();
    if (!copies && !printing) return;
    const bool ruled = notice_.kind != Kind::letter;
    document::FootBlock foot;
    const auto rule = [&](double thickness) {
        document::Rule made;
        made.thickness = Length::millimetres(thickness);
        if (ruled) foot.blocks.push_back({made});
    };
    rule(rule::thick);
    if (copies) {
        std::vector<Run> runs{generated(std::u16string{words_.carbon_copy}.append(words_.label_colon)),
                              run_of(version_.carbon_copy)};
        if (!ends_in_full_stop(version_.carbon_copy.text)) runs.push_back(generated(words_.full_stop));
        ParagraphStyle style = style_of(Part::carbon_copy);
        const double hanging = estimated_ems(runs.front().text);
        style.start_indent.count += hanging;
        style.first_line_indent = Ems{-hanging};
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
        foot.blocks.push_back({paragraph(style_of(Part::printing), std::move(runs))});
    }
    rule(rule::thick);
    blocks_.push_back({std::move(foot)});
}

}  // namespace bichig::notice
