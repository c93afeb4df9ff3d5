// Visits the blocks and the texts of a document in reading order, whatever they are nested in.
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

/// Calls `visit` with the runs of each paragraph, caption, cell and sign in `block` itself, not of what it contains.
template <class AnyBlock, class Visit>
void for_each_text(AnyBlock& block, const Visit& visit) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.value)) visit(paragraph->runs);
    if (auto* image = std::get_if<Image>(&block.value)) visit(image->caption.runs);
    if (auto* sign = std::get_if<Sign>(&block.value)) {
        for (auto& text : sign->texts) visit(text.runs);
    }
    if (auto* table = std::get_if<Table>(&block.value)) {
        visit(table->caption.runs);
        for (auto& row : table->rows) {
            for (auto& cell : row.cells) visit(cell.runs);
        }
    }
}

/// Calls `visit` with each run of `blocks`, and then with those of its note.
template <class Blocks, class Visit>
void for_each_run(Blocks& blocks, const Visit& visit) {
    for_each_block(blocks, [&](auto& block) {
        for_each_text(block, [&](auto& runs) {
            for (auto& run : runs) {
                visit(run);
                if (!run.note.empty()) for_each_run(run.note, visit);
            }
        });
    });
}

/// Calls `visit` with each paragraph of `document`, cells of tables and notes left out.
template <class Visit>
void for_each_paragraph(Document& document, const Visit& visit) {
    for (Section& section : document.sections) {
        for_each_block(section.blocks, [&](Block& block) {
            if (auto* paragraph = std::get_if<Paragraph>(&block.value)) visit(*paragraph);
        });
    }
}

}  // namespace bichig::document
