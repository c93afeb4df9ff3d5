// The named parts of one language version, and how the parts of all versions are put together into sections.
#pragma once

#include <string>
#include <vector>

#include <bichig/document/model.h>

namespace bichig::notice {

/// One language version in parts, in the order in which they stand in a document of this version alone. A part that
/// the version does not have is empty. Value.
struct Composed {
    document::WritingMode mode = document::WritingMode::vertical_lr;
    std::string language;
    document::PageStyle page;
    std::vector<document::Block> head;         ///< copy number, secrecy, urgency, issuer mark, number, red rule
    std::vector<document::Block> title;        ///< with the room above it
    std::vector<document::Block> addressee;
    std::vector<document::Block> body;
    std::vector<document::Block> attachments;  ///< the note that names them
    std::vector<document::Block> closing;      ///< issuing body, date
    std::vector<document::Block> annotation;
    std::vector<std::vector<document::Block>> annexes;  ///< each begins a page
    std::vector<document::Block> back;         ///< carbon copies, printing
};

/// One version after the other, each in a section of its own.
std::vector<document::Section> arrange_parts(std::vector<Composed> versions);

}  // namespace bichig::notice
