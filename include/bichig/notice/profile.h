// What an office may vary in its official documents, in one table: order of the scripts, sizes, gaps, faces, colour.
//
// Status of a default: V read in a copy of GB/T 9704-2012 or a page that reproduces it; M customary, from memory of the
// standard, not read; D this project's own, where no public rule was found. Gaps are blank lines of the text.
//
// A document in vertical lines has no public page rule. Bichig keeps paper, margins, type area, sizes and the order of
// the elements of the horizontal one; "above" and "below" become left and right. Its lines follow each other over
// 156 mm, not over 225 mm, so the head is given less room (all D): see vertical_gaps().
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/base/result.h>
#include <bichig/document/model.h>

namespace bichig::notice {

/// Which script stands first where both stand together: left in vertical lines, above in horizontal ones. There is no
/// default: the measure Neizhengban fa 1996-32 of Inner Mongolia puts Mongolian first, and whether it is in force
/// unchanged was not verified.
enum class ScriptOrder : std::uint8_t { unstated, mongolian_first, chinese_first };

/// "mongolian_first", "chinese_first"; "" for `unstated`.
std::string name_of(ScriptOrder order);

/// Sizes of type. Value.
struct Sizes {
    Length text = Length::points(16);           ///< V size 3
    Length title = Length::points(22);          ///< V size 2
    Length back_matter = Length::points(14);    ///< M size 4
    Length page_number = Length::points(14);    ///< V size 4
    Length table = Length::points(14);          ///< D size 4
    Length largest_mark = Length::points(40);   ///< D "size free but tasteful" (M)
    Length smallest_mark = Length::points(12);  ///< D
};

/// Faces by what they are for; which font stands for each is up to the catalogue of fonts. Value.
struct Faces {
    document::HanFace mark = document::HanFace::title;      ///< V "xiao-biao-song"
    document::HanFace title = document::HanFace::title;     ///< V
    document::HanFace text = document::HanFace::fangsong;   ///< V
    document::HanFace level_1 = document::HanFace::hei;     ///< V "一、", secrecy, urgency, labels of annexes
    document::HanFace level_2 = document::HanFace::kai;     ///< V "（一）", names of signers
    document::MongolianFace mongolian_mark = document::MongolianFace::title;   ///< D
    document::MongolianFace mongolian_title = document::MongolianFace::title;  ///< D
};

/// The room of one writing mode. Value.
struct Gaps {
    Length mark_offset;        ///< from the edge of the type area to the issuer mark
    Length order_mark_offset;  ///< the same in an order
    int number = 2;            ///< from the mark to the number
    int title = 2;             ///< from the red rule, in an order from the number, to the title or the text
    int signature = 2;         ///< from the text to the issuing body: room for the upper part of the seal
};
constexpr Gaps horizontal_gaps() {
    return {Length::millimetres(35) /* V */, Length::millimetres(20) /* M */, 2 /* V */, 2 /* V */, 2 /* D */};
}
constexpr Gaps vertical_gaps() {
    return {Length::millimetres(10) /* D */, Length::millimetres(6) /* D */, 1 /* D */, 1 /* D */, 1 /* D */};
}

/// The page of a letter. "Top" and "foot" are left and right in vertical lines. Value.
struct LetterPage {
    Length mark = Length::millimetres(30);        ///< M from the top of the paper to the mark
    Length rule_gap = Length::millimetres(4);     ///< V from the mark to the upper double rule
    Length foot = Length::millimetres(20);        ///< V from the lower double rule to the foot of the paper
    Length start_overhang = Length::millimetres(8);  ///< V 170 mm in all, centred on the paper (M): from 20 mm of its
    Length end_overhang = Length::millimetres(6);    ///< edge to 20 mm of the other; beyond the type area
    Length thick = Length::millimetres(0.9);      ///< D upper line above, lower line below
    Length thin = Length::millimetres(0.3);       ///< D
    Length between = Length::millimetres(0.6);    ///< D from the one to the other
    double text_gap = 0.875;                      ///< M from the rule to what stands below it, in its size
    bool first_page_number = false;               ///< M
};

/// Seals, of which only the places are kept. Value.
struct Seals {
    Length diameter = Length::millimetres(45);    ///< V banner government (Guofa 1999-25)
    Length gap = Length::millimetres(3);          ///< D least room between two seals
    Length signature = Length::millimetres(30);   ///< D room for the signature seal of an order's signer
};

/// A profile. Value; the defaults are those of the standard, apart from the order of the scripts.
struct Profile {
    std::string name;              ///< "inner-mongolia-1996", or the file it was read from
    std::string title;             ///< what it is, for people
    ScriptOrder script_order = ScriptOrder::unstated;
    bool both_scripts = true;      ///< the head must be in both scripts
    document::Colour red = document::official_red;  ///< of the head
    Length head_rule = Length::millimetres(0.35);   ///< D the standard gives no thickness
    Length head_rule_gap = Length::millimetres(4);  ///< V from the number to the red rule
    bool minutes_rule = true;      ///< D minutes have the red rule
    bool check_number = true;      ///< V a number of another form than "旗政发〔2024〕3号" is reported
    std::u16string page_number_before = u"— ";      ///< V one dash each side
    std::u16string page_number_after = u" —";
    Sizes sizes;
    Faces faces;
    Gaps horizontal = horizontal_gaps();
    Gaps vertical = vertical_gaps();
    LetterPage letter;
    Seals seals;
    std::vector<document::FontChoice> fonts;  ///< that an office owns, by role: "han-title" sets heads and titles

    const Gaps& gaps(document::WritingMode mode) const {
        return mode == document::WritingMode::vertical_lr ? vertical : horizontal;
    }
};

/// Names of the profiles that Bichig has, in order: those of data/profiles.
std::vector<std::string> profile_names();

/// The profile `name`: one of profile_names(), or a TOML file if the name has a "/" or ends in ".toml". A file is named
/// relative to `base_folder` ("" is the current folder), and neither it nor a symbolic link may lead out of it. It may
/// name another profile in `based_on`, whose values it changes; data/profiles/README.md lists its keys. Errors: no such
/// profile or file; a file that is no TOML, has an unknown key, a value out of range, or no order of the scripts.
Result<Profile> find_profile(const std::string& name, const std::string& base_folder);

/// The profile in `toml`; messages name the file `name`. What find_profile() does with the bytes of a file.
Result<Profile> read_profile(const std::string& toml, const std::string& name);

}  // namespace bichig::notice
