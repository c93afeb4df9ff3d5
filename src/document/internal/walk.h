// Visits the blocks of a document in reading order, whatever they are nested in.
#pragma once

#include <type_traits>
#include <variant>
#include <vector>

#include <bichig/document/model.h>

namespace bichig::document {

/// Calls `visit` with each block, a container before its content. `Blocks` is std::vector<Block>, const or not.
template <class Blocks, class Visit>
void for_each_block(Blocks& blocks, const Visit& visit) {
    for (auto& block : blocks) {
        visit(block);
        if (auto* list = std::get_if<List>(&block.value)) {
            for (auto& item : list->items) for_each_block(item.blocks, visit);
        } else if (auto* foot = std::get_if<FootBlock>(&block.value)) {
            for_each_block(foot->blocks, visit);
        } else if (auto* pair = std::get_if<Pair>(&block.value)) {
            for (auto& side : pair->sides) for_each_block(side.blocks, visit);
        }
    }
}

/// Calls `visit` with each paragraph of `document`, cells of tables left out.
template <class Visit>
void for_each_paragraph(Document& document, const Visit& visit) {
    for (Section& section : document.sections) {
        for_each_block(section.blocks, [&](Block& block) {
            if (auto* paragraph = std::get_if<Paragraph>(&block.value)) visit(*paragraph);
        });
    }
}

}  // namespace bichig::document
