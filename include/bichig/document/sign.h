// A sign: texts as large as their shares of the type area allow. Data only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <bichig/base/length.h>
#include <bichig/document/style.h>

namespace bichig::document {

struct Run;

/// One text of a sign. Value.
struct SignText {
    std::vector<Run> runs;      ///< lines end at line feeds alone
    WritingMode writing_mode = WritingMode::vertical_lr;
    std::string language;       ///< BCP 47
    std::uint16_t style = 0;    ///< index into Document::styles; its size and pitch do not count
};

/// Texts of a door plate, a banner, the head of letter paper. They fill the type area in equal shares, all in one size:
/// the largest at which none has to break a line or leaves its share. Each is centred in its share. Equal size:
/// Neizhengban fa 1996-32, articles 2 and 3. Value.
struct Sign {
    enum class Arrangement : std::uint8_t {
        beside,  ///< from left to right
        above    ///< from top to bottom
    };
    Arrangement arrangement = Arrangement::beside;
    std::vector<SignText> texts;
    Length gap = Length::millimetres(5);  ///< between shares
    Length border;                        ///< thickness of a line around the type area; zero: none
    Length border_distance = Length::millimetres(5);  ///< from the type area outwards
    Colour border_colour;
};

}  // namespace bichig::document
