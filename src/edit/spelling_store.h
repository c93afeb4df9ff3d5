// The marks of a text by paragraph, what of it is still to be checked, and what jobs have taken to check.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <bichig/edit/spelling.h>

#include "edit/buffer.h"

namespace bichig::edit {

struct SpellingPiece;

/// An edit by the paragraphs it went through: [begin, end) became [begin, new_end). Value.
struct PlacedEdit {
    layout::TextPlace begin;
    layout::TextPlace end;
    layout::TextPlace new_end;
    bool joins_before = true;  ///< what stands at `begin` now goes on with the word before it
    bool joins_after = true;   ///< what stands before `new_end` now is gone on with by the word after it
};

/// A part of a paragraph that a job has. Value.
struct PieceOut {
    std::uint64_t job = 0;
    std::size_t piece = 0;
    std::size_t paragraph = 0;
    TextRange seen;    ///< what the job reads: an edit in it makes the result stale
    TextRange core;    ///< what it is about
    bool stale = false;
    std::weak_ptr<int> alive;
};

/// Marks, in indexes of their paragraph. Scratch.
class SpellingStore {
public:
    /// Forgets all; the text is to be checked where `check` says so.
    void reset(std::size_t paragraphs, bool check);
    /// All is to be checked again; marks stay.
    void recheck();
    void edited(const PlacedEdit& edit);
    /// Parts to check, of about so many units, from the paragraph `first` on.
    std::vector<SpellingPiece> take(const Buffer& buffer, std::size_t first, std::size_t units, std::uint64_t job,
                                    const std::shared_ptr<int>& alive);
    /// Takes findings over; the paragraphs whose marks changed, which may be none.
    std::optional<std::pair<std::size_t, std::size_t>> finish(std::uint64_t job,
                                                              const std::vector<SpellingPiece>& pieces);
    /// How many paragraphs have something left, and how many pieces are out.
    std::size_t left() const { return left_ + out_.size(); }
    const std::vector<spell::Finding>& findings(std::size_t paragraph) const;

private:
    struct Paragraph {
        std::unique_ptr<std::vector<spell::Finding>> marks;  ///< null: none
        TextIndex unchecked_begin = 1;  ///< beyond the end: nothing is left
        TextIndex unchecked_end = 0;
    };
    bool has_left(const Paragraph& paragraph) const { return paragraph.unchecked_begin <= paragraph.unchecked_end; }
    void leave(std::size_t paragraph, TextRange range);
    void notice_lost_jobs();
    void move_out(PlacedEdit edit);
    void splice(const PlacedEdit& edit);
    bool replace_marks(std::size_t paragraph, TextRange core, std::vector<spell::Finding> made);

    std::vector<Paragraph> paragraphs_;
    std::vector<PieceOut> out_;
    std::size_t left_ = 0;
    std::size_t hint_ = 0;  ///< where something was left last
};

}  // namespace bichig::edit
