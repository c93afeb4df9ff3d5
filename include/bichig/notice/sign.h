// Signs: door plates, banners, heads of letter paper and envelopes, with their texts in both scripts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <bichig/document/model.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/profile.h>

namespace bichig::notice {

/// A sign. Script order has no default: who makes the sign must know the rule that holds in the place. Source of the
/// order "Mongolian first": Neizhengban fa 1996-32, articles 2 and 3 (Mongolian left of or above Chinese, equal size
/// and material); whether it is still in force was not verified. Value.
struct Sign {
    ScriptOrder order = ScriptOrder::unstated;
    document::Sign::Arrangement arrangement = document::Sign::Arrangement::beside;
    /// Of texts one above the other: Mongolian in upright vertical lines. If not, its lines are turned by 90°
    /// counter-clockwise and read from left to right.
    bool upright = false;
    Field mongolian;  ///< lines end at line feeds
    Field chinese;
    /// A text in another language. Value.
    struct Other {
        std::string language;
        Field text;
    };
    std::vector<Other> others;  ///< after the two, in this order
    document::PageStyle page;
    document::ParagraphStyle style = sign_style();
    Length border = Length::millimetres(1);  ///< zero: none
    document::Properties properties;
    std::vector<document::Source> sources;

    /// Title faces in black.
    static document::ParagraphStyle sign_style();
    /// Sets all margins of the page; nothing: a tenth of its shorter side. What is wrong with the size, or "".
    std::string set_margin(std::optional<Length> margin);
};

/// Sets the sign as a document of one page. Total.
document::Document to_document(Sign sign);

}  // namespace bichig::notice
