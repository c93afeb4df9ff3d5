// Chunks of paragraphs under a Fenwick tree of their sums.
#include "layout/internal/paragraph_sequence.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace bichig::layout::internal {

namespace {

constexpr std::size_t full_chunk = 256;

ExtentSum sum_of(const Extent& extent) { return {1, extent.units, extent.block}; }

}  // namespace

void ExtentSum::add(const ExtentSum& other) {
    paragraphs += other.paragraphs;
    units += other.units;
    block += other.block;
}

void ExtentSum::take(const ExtentSum& other) {
    paragraphs -= other.paragraphs;
    units -= other.units;
    block -= other.block;
}

void ParagraphSequence::Chunk::sum_up() {
    sum = {};
    for (const Extent& extent : extents) sum.add(sum_of(extent));
}

ParagraphSequence::ParagraphSequence(Items items) : chunks_(chunks_for(items.size())) {
    tree_.reserve(chunks_.size() + 1);
    fill(chunks_, items);
    index();
}

/// Empty chunks with room for so many paragraphs. Equal parts, so that no chunk is left nearly empty.
std::vector<ParagraphSequence::Chunk> ParagraphSequence::chunks_for(std::size_t count) {
    std::vector<Chunk> chunks((count + full_chunk - 1) / full_chunk);
    for (Chunk& chunk : chunks) {
        const std::size_t room = (count + chunks.size() - 1) / chunks.size();
        chunk.entries.reserve(room);
        chunk.extents.reserve(room);
    }
    return chunks;
}

/// Takes no memory.
void ParagraphSequence::fill(std::vector<Chunk>& chunks, Items& items) {
    for (std::size_t part = 0; part < chunks.size(); ++part) {
        Chunk& chunk = chunks[part];
        const std::size_t end = items.size() * (part + 1) / chunks.size();
        for (std::size_t i = items.size() * part / chunks.size(); i < end; ++i) {
            chunk.entries.push_back(std::move(items[i].first));
            chunk.extents.push_back(items[i].second);
        }
        chunk.sum_up();
    }
}

void ParagraphSequence::index() {
    tree_.assign(chunks_.size() + 1, {});
    total_ = {};
    for (std::size_t i = 1; i <= chunks_.size(); ++i) {
        total_.add(chunks_[i - 1].sum);
        tree_[i].add(chunks_[i - 1].sum);
        const std::size_t parent = i + (i & (~i + 1));
        if (parent < tree_.size()) tree_[parent].add(tree_[i]);
    }
}

/// The last chunk of which `before` says that the wanted place is not before it.
template <class Before>
ParagraphSequence::Found ParagraphSequence::descend(Before before) const {
    Found found;
    std::size_t node = 0;
    for (std::size_t step = std::bit_floor(tree_.size()); step > 0; step /= 2) {
        if (node + step >= tree_.size()) continue;
        ExtentSum sum = found.before;
        sum.add(tree_[node + step]);
        // There is nothing after the last chunk.
        if (before(sum) || sum.paragraphs >= total_.paragraphs) continue;
        node += step;
        found.before = sum;
    }
    found.chunk = node;
    return found;
}

/// The last paragraph of which `before` says that the wanted place is not before it.
template <class Before>
ExtentSum ParagraphSequence::walk(Before before) const {
    const Found found = descend(before);
    ExtentSum sum = found.before;
    const Chunk& chunk = chunks_[found.chunk];
    for (std::size_t i = 0; i + 1 < chunk.extents.size(); ++i) {
        ExtentSum next = sum;
        next.add(sum_of(chunk.extents[i]));
        if (before(next)) break;
        sum = next;
    }
    return sum;
}

ParagraphSequence::Found ParagraphSequence::find(std::size_t paragraph) const {
    return descend([&](const ExtentSum& sum) { return paragraph < sum.paragraphs; });
}

Entry& ParagraphSequence::entry(std::size_t paragraph) const {
    const Found found = find(paragraph);
    return *chunks_[found.chunk].entries[paragraph - found.before.paragraphs];
}

Extent ParagraphSequence::extent(std::size_t paragraph) const {
    const Found found = find(paragraph);
    return chunks_[found.chunk].extents[paragraph - found.before.paragraphs];
}

ExtentSum ParagraphSequence::before(std::size_t paragraph) const {
    return walk([&](const ExtentSum& sum) { return paragraph < sum.paragraphs; });
}

ExtentSum ParagraphSequence::at_unit(TextOffset unit) const {
    return walk([&](const ExtentSum& sum) { return unit < sum.units; });
}

ExtentSum ParagraphSequence::at_block(Length block) const {
    return walk([&](const ExtentSum& sum) { return block < sum.block; });
}

void ParagraphSequence::set_extent(std::size_t paragraph, Extent extent) {
    const Found found = find(paragraph);
    Extent& own = chunks_[found.chunk].extents[paragraph - found.before.paragraphs];
    ExtentSum change{0, extent.units - own.units, extent.block - own.block};  // unsigned sums wrap back again
    own = extent;
    chunks_[found.chunk].sum.add(change);
    total_.add(change);
    for (std::size_t i = found.chunk + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i].add(change);
}

void ParagraphSequence::replace(std::size_t first, std::size_t count, Items items) {
    Found begin = find(first);
    const Found end = find(first + count - 1);
    const std::size_t touched =
        end.before.paragraphs + chunks_[end.chunk].entries.size() - begin.before.paragraphs;
    const std::size_t rest = touched - count;
    if (begin.chunk > 0 && rest + items.size() < full_chunk / 4) {  // too few for a chunk of their own
        --begin.chunk;
        begin.before.take(chunks_[begin.chunk].sum);
    }
    // All memory is taken before the first paragraph is moved: where there is none, nothing was touched.
    const std::size_t count_before = first - begin.before.paragraphs;
    const std::size_t count_after = end.before.paragraphs + chunks_[end.chunk].entries.size() - first - count;
    Items joined;
    joined.reserve(count_before + items.size() + count_after);
    std::vector<Chunk> made = chunks_for(count_before + items.size() + count_after);
    chunks_.reserve(chunks_.size() + made.size());
    tree_.reserve(chunks_.size() + made.size() + 1);
    const auto take = [&](Chunk& chunk, std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) joined.emplace_back(std::move(chunk.entries[i]), chunk.extents[i]);
    };
    for (std::size_t chunk = begin.chunk, left = count_before; left > 0; ++chunk) {
        const std::size_t part = std::min(left, chunks_[chunk].entries.size());
        take(chunks_[chunk], 0, part);
        left -= part;
    }
    std::move(items.begin(), items.end(), std::back_inserter(joined));
    Chunk& last = chunks_[end.chunk];
    take(last, first + count - end.before.paragraphs, last.entries.size());
    fill(made, joined);
    const auto at = chunks_.erase(chunks_.begin() + static_cast<std::ptrdiff_t>(begin.chunk),
                                  chunks_.begin() + static_cast<std::ptrdiff_t>(end.chunk) + 1);
    chunks_.insert(at, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    index();
}

}  // namespace bichig::layout::internal
