// The paragraphs of a long text in order, found by number, by code unit or by distance on the block axis.
//
// Paragraphs stand in chunks of a bounded number, and a Fenwick tree holds the sums of the chunks: finding a paragraph
// takes one descent of the tree and a walk through one chunk. A changed extent touches one path of the tree. An edit
// that adds or takes away paragraphs rebuilds its chunks and the tree, whose size is that of the text divided by some
// hundreds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include <bichig/layout/text_layout.h>

namespace bichig::layout::internal {

/// A paragraph of a text; its text stands in `lines` while it is laid out, else in `source`.
struct Entry {
    TextParagraph source;
    std::unique_ptr<Paragraph> lines;
    std::uint64_t shown = 0;   ///< the call of show() that showed it last
    Entry* older = nullptr;    ///< neighbours in the order of use, while it is laid out
    Entry* newer = nullptr;

    const std::u16string& text() const { return lines ? lines->text : source.text; }
};

/// What a paragraph takes of its text. Value.
struct Extent {
    TextOffset units = 0;  ///< its end included
    Length block;
};

/// Sums over paragraphs. Value.
struct ExtentSum {
    std::size_t paragraphs = 0;
    TextOffset units = 0;
    Length block;

    void add(const ExtentSum& other);
    void take(const ExtentSum& other);
};

/// See above.
class ParagraphSequence {
public:
    /// Paragraphs with their extents, in order.
    using Items = std::vector<std::pair<std::unique_ptr<Entry>, Extent>>;

    explicit ParagraphSequence(Items items);

    const ExtentSum& total() const { return total_; }
    Entry& entry(std::size_t paragraph) const;
    Extent extent(std::size_t paragraph) const;
    /// Sums over all paragraphs before this one.
    ExtentSum before(std::size_t paragraph) const;
    /// The last paragraph that begins at or before this code unit, or distance, as sums over those before it.
    ExtentSum at_unit(TextOffset unit) const;
    ExtentSum at_block(Length block) const;

    void set_extent(std::size_t paragraph, Extent extent);
    /// Puts `items` in the place of `count` paragraphs; where memory lacks, nothing was changed.
    void replace(std::size_t first, std::size_t count, Items items);
    /// Calls `set` with each paragraph and its extent, which it may change.
    template <class Set>
    void for_each(Set set) {
        for (Chunk& chunk : chunks_) {
            for (std::size_t i = 0; i < chunk.entries.size(); ++i) set(*chunk.entries[i], chunk.extents[i]);
            chunk.sum_up();
        }
        index();
    }

private:
    struct Chunk {
        std::vector<std::unique_ptr<Entry>> entries;
        std::vector<Extent> extents;
        ExtentSum sum;
        void sum_up();
    };
    /// A paragraph by its chunk, and the sums over all chunks before that.
    struct Found {
        std::size_t chunk = 0;
        ExtentSum before;
    };

    template <class Before>
    Found descend(Before before) const;
    template <class Before>
    ExtentSum walk(Before before) const;
    Found find(std::size_t paragraph) const;
    static std::vector<Chunk> chunks_for(std::size_t count);
    static void fill(std::vector<Chunk>& chunks, Items& items);
    void index();

    std::vector<Chunk> chunks_;
    std::vector<ExtentSum> tree_;  ///< Fenwick tree over chunks; entry 0 is not used
    ExtentSum total_;
};

}  // namespace bichig::layout::internal
