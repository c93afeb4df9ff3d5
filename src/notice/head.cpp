// The head of an official document: what stands above the title (GB/T 9704-2012, clauses 7.2 and 10).
#include <algorithm>
#include <utility>

#include <document/internal/letters.h>
#include <notice/internal/composer.h>
#include <notice/internal/profile.h>

namespace bichig::notice {

using document::Ems;
using document::ParagraphStyle;
using document::Run;
using document::WritingMode;

void Composer::head() { notice_.kind == Kind::letter ? letter_head() : general_head(); }

/// Copy number, secrecy and urgency, the one below the other (clause 7.2.1 to 7.2.3).
std::vector<const Field*> Composer::above() const {
    std::vector<const Field*> found;
    for (const Field* field : {&version_.copy_number, &version_.secrecy, &version_.urgency}) {
        if (!field->empty()) found.push_back(field);
    }
    return found;
}

ParagraphStyle Composer::above_style(const Field* field) const {
    return style_of(field == &version_.copy_number ? Part::copy_number : Part::secrecy);
}

namespace {

/// "机密★1年": the term of secrecy follows a star.
std::vector<Run> above_runs(const Version& version, const Field* field) {
    std::vector<Run> runs{run_of(*field)};
    if (field == &version.secrecy && !version.secrecy_term.empty()) {
        runs.push_back(generated(u"★"));
        runs.push_back(run_of(version.secrecy_term));
    }
    return runs;
}

}  // namespace

/// Sets them from the first line on. Returns how much of the room above the issuer mark they take up.
Length Composer::marks_above() {
    Length used;
    for (const Field* field : above()) {
        add(above_style(field), above_runs(version_, field));
        used += line_pitch();
    }
    return used;
}

/// A line of the mark is as large as fits into one line, and all lines of one script into their room.
Length Composer::mark_size(std::span<const Field> bodies, double ems) const {
    const Sizes& sizes = notice_.profile.sizes;
    Length fitting = Length::points(measure(mode_).in_points() / std::max(ems, 1.0));
    if (bodies.size() > 1) {
        const double room = mode_ == WritingMode::vertical_lr ? gap::joint_mark_vertical : gap::joint_mark;
        const double lines = static_cast<double>(bodies.size()) * gap::mark_leading;
        fitting = std::min(fitting, Length::points(Length::millimetres(room).in_points() / lines));
    }
    return std::clamp(fitting, sizes.smallest_mark, sizes.largest_mark);
}

/// Several bodies, the one below the other. The word of the kind stands beside them, in the middle of their lines
/// (clause 7.2.4); where only the font knows how wide they are, in Mongolian, it has a line of its own after them.
void Composer::joint_mark(std::span<const Field> bodies, const Words& words, const std::string& language) {
    const std::u16string_view word =
        notice_.mark_word.value_or(true) ? words.mark[static_cast<std::size_t>(notice_.kind)] : std::u16string_view{};
    const bool beside = !word.empty() && &words == &words_of(WritingMode::horizontal_tb);
    const double names = widest_ems(bodies);
    const double room = beside ? gap::mark_word + estimated_ems(word) : 0;
    ParagraphStyle style = mark_style(mark_size(bodies, names + room), notice_.profile);
    mark_half_leading_ = half_leading(style);
    ParagraphStyle word_style = style;
    style.end_indent = Ems{room};
    for (const Field& body : bodies) add(style, {run_of(body, language)});
    if (word.empty()) return;
    Run run = generated(word);
    run.language = language;
    if (!beside) {
        add(word_style, {std::move(run)});
        return;
    }
    word_style.start_indent = Ems{names + gap::mark_word};
    const auto count = static_cast<std::int64_t>(bodies.size());
    space(-style.line_pitch * (count + 1) / 2);
    add(word_style, {std::move(run)});
    space(style.line_pitch * (count - 1) / 2);
}

/// The mark in both scripts, in the order of the profile; `offset` from where the head is to its characters.
void Composer::mark(Length offset) {
    std::pair<std::span<const Field>, WritingMode> scripts[] = {
        {notice_.issuers_mongolian, WritingMode::vertical_lr}, {notice_.issuers_chinese, WritingMode::horizontal_tb}};
    if (notice_.profile.script_order == ScriptOrder::chinese_first) std::swap(scripts[0], scripts[1]);
    bool first = true;
    for (auto& [bodies, script] : scripts) {
        if (bodies.empty()) continue;
        if (notice_.kind == Kind::letter) bodies = bodies.first(1);  // the mark of the leading body alone (10.1)
        const std::string language =
            script == mode_ ? "" : script == WritingMode::vertical_lr ? "mn-Mong" : "zh-Hans";
        const Words& words = words_of(script);
        std::vector<Run> runs{run_of(bodies.front(), language)};
        if (bodies.size() == 1 && notice_.mark_word.value_or(false)) {
            const std::u16string_view word = words.mark[static_cast<std::size_t>(notice_.kind)];
            if (!word.empty()) runs.push_back(generated(std::u16string{words.mark_gap}.append(word)));
            runs.back().language = language;
        }
        double ems = 0;
        for (const Run& run : runs) ems += estimated_ems(run.text);
        const ParagraphStyle style = mark_style(mark_size(bodies, ems), notice_.profile);
        if (std::exchange(first, false)) {
            // Only a letter's mark may begin above the type area.
            const Length before = offset - half_leading(style);
            if (before > Length{} || (before < Length{} && notice_.kind == Kind::letter)) space(before);
        }
        if (bodies.size() > 1) {
            joint_mark(bodies, words, language);
            continue;
        }
        add(style, std::move(runs));
        mark_half_leading_ = half_leading(style);
    }
    if (first && offset > Length{}) space(offset);
}

Run Composer::number_run() const {
    const bool own = mode_ == WritingMode::vertical_lr && !notice_.number_mongolian.empty();
    const Field& number = own ? notice_.number_mongolian : notice_.number_chinese;
    return run_of(number, document::foreign_language(number.text, version_.language));
}

/// Centred; that of minutes in brackets.
void Composer::number() {
    Run run = number_run();
    if (run.text.empty()) return;
    space(line_pitch() * gaps_.number);
    std::vector<Run> runs;
    const bool bracketed = notice_.kind == Kind::minutes && !is_bracketed(run.text);
    if (bracketed) runs.push_back(generated(words_.bracket_before));
    runs.push_back(std::move(run));
    if (bracketed) runs.push_back(generated(words_.bracket_after));
    add(style_of(Part::number), std::move(runs));
}

/// An upward document (clauses 7.2.5 and 7.2.6): the signers end one character before the edge, two in a row where
/// there is room, and the names under each other; the number stands in the last of these lines, one character from the
/// start. In Mongolian, whose widths are not known, each signer has a line.
void Composer::upward_rows() {
    std::size_t in_row = mode_ == WritingMode::vertical_lr ? 1 : gap::names_in_row;
    const std::size_t count = version_.signers.size();
    const auto row_ems = [&](std::size_t from) {
        double ems = 0;
        for (std::size_t i = from; i < std::min(from + in_row, count); ++i) {
            ems += estimated_ems(version_.signers[i].name.text) + (i > from ? estimated_ems(words_.name_gap) : 0);
        }
        return ems;
    };
    const double line = measure(mode_).in_points() / notice_.profile.sizes.text.in_points();
    const double beside = estimated_ems(number_run().text) + estimated_ems(words_.signer) + 2 + 2 * indent::upward;
    if (row_ems(0) + beside > line) in_row = 1;  // the number and two names are too long for a line
    double widest = 0;
    for (std::size_t from = 0; from < count; from += in_row) widest = std::max(widest, row_ems(from));

    space(line_pitch() * gaps_.number);
    for (std::size_t from = 0; from < count; from += in_row) {
        ParagraphStyle style = style_of(Part::upward_number);
        if (mode_ == WritingMode::horizontal_tb) style.end_indent.count += widest - row_ems(from);
        std::vector<Run> runs;
        const bool last = from + in_row >= count;
        if (Run number = number_run(); last && !number.text.empty()) runs.push_back(std::move(number));
        runs.push_back(generated(u"\t"));
        if (from == 0) runs.push_back(generated(std::u16string{words_.signer}.append(words_.label_colon)));
        for (std::size_t i = from; i < std::min(from + in_row, count); ++i) {
            if (i > from) runs.push_back(generated(words_.name_gap));
            runs.push_back(run_of(version_.signers[i].name));
            runs.back().style.han = notice_.profile.faces.level_2;
        }
        add(style, std::move(runs));
    }
}

void Composer::red_rule() {
    document::Rule rule;
    rule.thickness = notice_.profile.head_rule;
    rule.colour = notice_.profile.red;
    rule.space_before = notice_.profile.head_rule_gap - half_leading(style_of(Part::number));
    blocks_.push_back({rule});
}

/// Clause 7.2; an order has no rule (10.2).
void Composer::general_head() {
    const bool order = notice_.kind == Kind::order;
    const Length room = order ? gaps_.order_mark_offset : gaps_.mark_offset;
    mark(room - marks_above());
    const bool upward = notice_.kind == Kind::notice && !version_.signers.empty();
    upward ? upward_rows() : number();
    if (!order && (notice_.kind != Kind::minutes || notice_.profile.minutes_rule)) red_rule();
}

/// Clause 10.1: the mark above the type area, a double rule, below it copy number, secrecy and urgency at the left and
/// the number at the right.
void Composer::letter_head() {
    const LetterPage& letter = notice_.profile.letter;
    const bool vertical = mode_ == WritingMode::vertical_lr;
    mark(letter.mark - Length::millimetres(vertical ? paper::binding : paper::top));
    document::Rule rule;
    rule.colour = notice_.profile.red;
    rule.start_overhang = letter.start_overhang;
    rule.end_overhang = letter.end_overhang;
    rule.thickness = letter.thick;
    rule.space_before = letter.rule_gap - mark_half_leading_;
    blocks_.push_back({rule});
    rule.thickness = letter.thin;
    rule.space_before = letter.between;
    blocks_.push_back({rule});

    const ParagraphStyle look = style_of(Part::copy_number);
    space(look.size.scaled(letter.text_gap) - half_leading(look));
    std::vector<const Field*> fields = above();
    Run number = number_run();
    if (fields.empty() && number.text.empty()) return;
    fields.resize(std::max<std::size_t>(fields.size(), 1));
    for (const Field* field : fields) {
        ParagraphStyle style = field != nullptr ? above_style(field) : look;
        std::vector<Run> runs;
        if (field != nullptr) runs = above_runs(version_, field);
        if (Run right = std::exchange(number, {}); !right.text.empty()) {
            right.style.han = notice_.profile.faces.text;
            runs.push_back(generated(u"\t"));
            runs.push_back(std::move(right));
        }
        add(style, std::move(runs));
    }
}

}  // namespace bichig::notice
