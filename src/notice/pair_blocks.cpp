// Which blocks of two versions belong together: in order, headings with headings.
#include <notice/internal/composed.h>

#include <bichig/document/text.h>

namespace bichig::notice {

namespace {

using document::Block;
using document::Paragraph;

const Paragraph* heading_in(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.value);
    return paragraph != nullptr && paragraph->heading_level != 0 ? paragraph : nullptr;
}

/// Whether the two are of one kind, headings of one level.
bool alike(const Block& first, const Block& second) {
    if (first.value.index() != second.value.index()) return false;
    const Paragraph* one = heading_in(first);
    const Paragraph* other = heading_in(second);
    return (one == nullptr) == (other == nullptr) && (one == nullptr || one->heading_level == other->heading_level);
}

bool is_page_break(const Block& block) { return std::holds_alternative<document::PageBreak>(block.value); }

SourceRange source_of(const std::vector<document::Run>& runs) {
    for (const document::Run& run : runs) {
        if (!run.source.empty()) return run.source;
    }
    return {};
}

SourceRange source_of(const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) return source_of(paragraph->runs);
    if (const auto* image = std::get_if<document::Image>(&block.value)) return image->source;
    if (const auto* list = std::get_if<document::List>(&block.value)) {
        for (const document::ListItem& item : list->items) {
            if (!item.blocks.empty()) return source_of(item.blocks.front());
        }
    }
    if (const auto* table = std::get_if<document::Table>(&block.value)) {
        for (const document::TableRow& row : table->rows) {
            for (const document::TableCell& cell : row.cells) {
                if (const SourceRange found = source_of(cell.runs); !found.empty()) return found;
            }
        }
    }
    return {};
}

}  // namespace

bool stands_alone(const Block& block) {
    return is_page_break(block) || std::holds_alternative<document::FootBlock>(block.value) ||
           std::holds_alternative<document::Pair>(block.value);
}

std::vector<BlockPair> pair_blocks(const std::vector<Block>& first, const std::vector<Block>& second) {
    std::vector<BlockPair> pairs;
    std::size_t one = 0;
    std::size_t other = 0;
    while (one < first.size() || other < second.size()) {
        BlockPair& pair = pairs.emplace_back();
        const bool has_one = one < first.size();
        const bool has_other = other < second.size();
        const bool both = has_one && has_other;
        if (both && is_page_break(first[one]) && is_page_break(second[other])) {
            pair.first = one++;
            ++other;
        } else if (has_one && stands_alone(first[one])) {
            pair.first = one++;
        } else if (has_other && stands_alone(second[other])) {
            pair.second = other++;
        } else {
            pair.unlike = !both || !alike(first[one], second[other]);
            // A heading waits for a heading of the other version.
            const bool one_heads = has_one && heading_in(first[one]) != nullptr;
            const bool other_heads = has_other && heading_in(second[other]) != nullptr;
            const bool take_one = has_one && (!both || !one_heads || other_heads);
            const bool take_other = has_other && (!both || !other_heads || one_heads);
            if (take_one) pair.first = one++;
            if (take_other) pair.second = other++;
        }
    }
    return pairs;
}

void report_unlike(const Notice& notice, Diagnostics& diagnostics) {
    if (notice.arrangement != Arrangement::parallel || notice.versions.size() != 2) return;
    constexpr int most = 10;
    int count = 0;
    document::Document file;
    file.sources = notice.sources;
    const std::vector<Block>& first = notice.versions[0].body;
    const std::vector<Block>& second = notice.versions[1].body;
    for (const BlockPair& pair : pair_blocks(first, second)) {
        if (!pair.unlike || ++count > most) continue;
        const bool both = pair.first && pair.second;
        Diagnostic found;
        found.id = "unlike-versions";
        found.source = source_of(pair.first ? first[*pair.first] : second[*pair.second]);
        found.where = document::place_of(file, found.source);
        found.message = "this block has no counterpart in the other version and stands beside an empty side";
        if (both) {
            const Place other = document::place_of(file, source_of(second[*pair.second]));
            found.message = "this block stands beside one of another kind, that of line " + std::to_string(other.line);
        }
        found.hint = "give both versions the same headings, paragraphs, lists and tables in the same order";
        diagnostics.add(std::move(found));
    }
}

}  // namespace bichig::notice
