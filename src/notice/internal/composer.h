// Composes the parts of one version: functions of compose.cpp (title, body, annexes), head.cpp and closing.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <bichig/document/model.h>
#include <bichig/notice/notice.h>

#include <notice/internal/composed.h>
#include <notice/internal/styles.h>
#include <notice/internal/words.h>

namespace bichig::notice {

/// A run of a field; `language` where it is not that of the version.
document::Run run_of(const Field& field, std::string language = {});
/// A run without a source.
document::Run generated(std::u16string_view text);
/// Width of `text` in ems, as good as it can be known without a font.
double estimated_ems(std::u16string_view text);
/// The width of the widest of `fields`.
double widest_ems(std::span<const Field> fields);

/// Composes the parts of one version. Scratch.
class Composer {
public:
    /// Adds the styles it needs to `styles`.
    Composer(const Notice& notice, const Version& version, std::vector<document::ParagraphStyle>& styles);

    /// `body` and the bodies of `annexes` are moved into the result.
    Composed compose(std::vector<document::Block> body, std::vector<Annex> annexes);

private:
    /// The blocks that `write` adds.
    std::vector<document::Block> part(void (Composer::*write)()) {
        (this->*write)();
        return std::exchange(blocks_, {});
    }
    /// The number of `style` in the styles of the document.
    std::uint16_t style_index(const document::ParagraphStyle& style);
    document::Paragraph paragraph(const document::ParagraphStyle& style, std::vector<document::Run> runs);
    void add(document::Paragraph made) { blocks_.push_back({std::move(made)}); }
    void add(const document::ParagraphStyle& style, std::vector<document::Run> runs) {
        add(paragraph(style, std::move(runs)));
    }
    void space(Length extent) { blocks_.push_back({document::Space{extent, true}}); }
    document::ParagraphStyle style_of(Part part) const { return part_style(part, notice_.profile); }
    /// A label, its colon and a text whose lines go on under its own first character.
    void labelled(document::ParagraphStyle style, std::u16string_view label, const Field& text);

    // head.cpp
    void head();
    void general_head();
    void letter_head();
    std::vector<const Field*> above() const;
    document::ParagraphStyle above_style(const Field* field) const;
    Length marks_above();
    void mark(Length offset);
    Length mark_size(std::span<const Field> bodies, double ems) const;
    void joint_mark(std::span<const Field> bodies, const Words& words, const std::string& language);
    document::Run number_run() const;
    void number();
    void upward_rows();
    void red_rule();

    // compose.cpp
    void title();
    void addressee();
    void keep_last(std::vector<document::Block>& body);
    void attachments();
    void attendance();
    std::vector<document::Block> annex(Annex annex, std::size_t index, std::size_t count);
    const std::vector<Field>& attachment_names() const;

    // closing.cpp
    void closing();
    void order_closing();
    void single_closing();
    void unsealed_joint_closing();
    void sealed_joint_closing();
    void annotation();
    void back_matter();
    bool sealed() const { return notice_.sealed.value_or(notice_.kind != Kind::minutes); }

    const Notice& notice_;
    const Version& version_;
    std::vector<document::ParagraphStyle>& styles_;
    document::WritingMode mode_;
    const Words& words_;
    const Gaps& gaps_;
    std::vector<Field> annex_titles_;
    Length mark_half_leading_;                ///< of the last line of the mark
    std::vector<document::Block> blocks_;     ///< of the part that is being composed
};

}  // namespace bichig::notice
