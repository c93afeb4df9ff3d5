// The named parts of one language version, and how the parts of all versions are put together into sections.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <bichig/document/model.h>
#include <bichig/notice/notice.h>

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

/// Two blocks that stand beside each other; an index that is not set: an empty side. Value.
struct BlockPair {
    std::optional<std::size_t> first;
    std::optional<std::size_t> second;
    bool unlike = false;  ///< of different kinds, or one of them is missing
};

/// Whether `block` cannot stand in a side of a pair: a page break, back matter, a pair.
bool stands_alone(const document::Block& block);

/// Pairs the blocks of two versions in order, headings with headings. What stands alone is in a pair by itself.
std::vector<BlockPair> pair_blocks(const std::vector<document::Block>& first,
                                   const std::vector<document::Block>& second);

/// Says where the bodies of versions that are to stand beside each other differ in their blocks.
void report_unlike(const Notice& notice, Diagnostics& diagnostics);

/// The sections of a document of `versions`; on the pages where both stand, lines run as `page` says. Versions that are
/// not two of different writing modes stand one after the other.
std::vector<document::Section> arrange(std::vector<Composed> versions, Arrangement arrangement,
                                       document::WritingMode page);

}  // namespace bichig::notice
