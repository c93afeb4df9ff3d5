// How marks follow edits, and which words are checked again.
//
// A word is judged by itself, but a suffix after a space together with the word before it, and suffixes may follow one
// another: a stem with three of them is as long as such chains are taken for. So an edit leaves the words that it
// touches and three on both sides to be checked, and a checker reads three more. What is checked is cut at white space.
#include "edit/spelling_store.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "edit/spelling_job.h"

namespace bichig::edit {

namespace {

using layout::TextPlace;

constexpr TextIndex words_around = 3;
constexpr TextIndex farthest = 400;      // text without white space is cut
constexpr TextIndex piece_units = 160;
constexpr TextIndex no_end = std::numeric_limits<TextIndex>::max();

/// The start of the word `words` before the one at `index`; text is cut between characters.
TextIndex before(std::u16string_view text, TextIndex index, TextIndex words) {
    const TextIndex least = index - std::min(index, farthest);
    for (TextIndex left = words + 1; left > 0; --left) {
        while (index > least && is_blank(text[index - 1])) --index;
        while (index > least && !is_blank(text[index - 1])) --index;
    }
    const bool inside = index > 0 && index < text.size() && (text[index] & 0xFC00) == 0xDC00;
    return inside ? index - 1 : index;
}

TextIndex after(std::u16string_view text, TextIndex index, TextIndex words) {
    const auto most = static_cast<TextIndex>(std::min<std::size_t>(text.size(), std::size_t{index} + farthest));
    for (TextIndex left = words + 1; left > 0; --left) {
        while (index < most && is_blank(text[index])) ++index;
        while (index < most && !is_blank(text[index])) ++index;
    }
    const bool inside = index < text.size() && (text[index] & 0xFC00) == 0xDC00;
    return inside ? index + 1 : index;
}

/// Where a range of a paragraph is after an edit; none where the edit is in it or, as `edit` tells, touches it.
std::optional<std::pair<std::size_t, TextRange>> moved(std::size_t paragraph, TextRange range, const PlacedEdit& edit) {
    const TextPlace& begin = edit.begin;
    const TextPlace& end = edit.end;
    if (paragraph < begin.paragraph) return std::pair{paragraph, range};
    if (paragraph == begin.paragraph && range.end + (edit.joins_before ? 1 : 0) <= begin.index) {
        return std::pair{paragraph, range};
    }
    if (paragraph > end.paragraph) return std::pair{paragraph - end.paragraph + edit.new_end.paragraph, range};
    if (paragraph < end.paragraph || range.begin < end.index + (edit.joins_after ? 1 : 0)) return std::nullopt;
    return std::pair{edit.new_end.paragraph, TextRange{range.begin - end.index + edit.new_end.index,
                                                       range.end - end.index + edit.new_end.index}};
}

}  // namespace

void SpellingStore::reset(std::size_t paragraphs, bool check) {
    paragraphs_.clear();
    paragraphs_.resize(paragraphs);
    out_.clear();
    left_ = hint_ = 0;
    if (check) recheck();
}

void SpellingStore::recheck() {
    for (PieceOut& piece : out_) piece.stale = true;
    for (Paragraph& paragraph : paragraphs_) {
        paragraph.unchecked_begin = 0;
        paragraph.unchecked_end = no_end;
    }
    left_ = paragraphs_.size();
}

void SpellingStore::leave(std::size_t number, TextRange range) {
    Paragraph& paragraph = paragraphs_[number];
    if (!has_left(paragraph)) {
        ++left_;
        paragraph.unchecked_begin = range.begin;
        paragraph.unchecked_end = range.end;
    } else {
        paragraph.unchecked_begin = std::min(paragraph.unchecked_begin, range.begin);
        paragraph.unchecked_end = std::max(paragraph.unchecked_end, range.end);
    }
    hint_ = number;
}

const std::vector<spell::Finding>& SpellingStore::findings(std::size_t paragraph) const {
    static const std::vector<spell::Finding> none;
    const auto& marks = paragraphs_[paragraph].marks;
    return marks ? *marks : none;
}

/// Results that the edit makes stale are left to check before the edit is done, so that what is left moves with it.
void SpellingStore::move_out(PlacedEdit edit) {
    edit.joins_before = edit.joins_after = true;  // what was read beside the edit counts
    for (PieceOut& piece : out_) {
        if (piece.stale) continue;
        const auto seen = moved(piece.paragraph, piece.seen, edit);
        if (!seen) {
            piece.stale = true;
            leave(piece.paragraph, piece.core);
            continue;
        }
        const TextIndex shift = seen->second.begin - piece.seen.begin;  // counts in a ring: it may be below zero
        piece.paragraph = seen->first;
        piece.seen = seen->second;
        piece.core = {piece.core.begin + shift, piece.core.end + shift};
    }
}

void SpellingStore::splice(const PlacedEdit& edit) {
    const std::size_t removed = edit.end.paragraph - edit.begin.paragraph + 1;
    std::vector<Paragraph> made(edit.new_end.paragraph - edit.begin.paragraph + 1);
    for (Paragraph& paragraph : made) paragraph.unchecked_begin = 0, paragraph.unchecked_end = no_end;
    made.front().unchecked_begin = edit.begin.index;
    made.back().unchecked_end = edit.new_end.index;
    for (std::size_t i = 0; i < removed; ++i) {
        Paragraph& old = paragraphs_[edit.begin.paragraph + i];
        if (has_left(old)) {
            --left_;
            if (i == 0) made.front().unchecked_begin = std::min(made.front().unchecked_begin, old.unchecked_begin);
            if (i + 1 == removed && old.unchecked_end == no_end) {
                made.back().unchecked_end = no_end;
            } else if (i + 1 == removed && old.unchecked_end > edit.end.index) {
                made.back().unchecked_end = old.unchecked_end - edit.end.index + edit.new_end.index;
            }
        }
        if (!old.marks) continue;
        for (spell::Finding& finding : *old.marks) {
            const auto place = moved(edit.begin.paragraph + i, finding.range, edit);
            if (!place) continue;
            Paragraph& home = made[place->first - edit.begin.paragraph];
            if (!home.marks) home.marks = std::make_unique<std::vector<spell::Finding>>();
            finding.range = place->second;
            home.marks->push_back(std::move(finding));
        }
    }
    left_ += made.size();
    const auto at = paragraphs_.begin() + static_cast<std::ptrdiff_t>(edit.begin.paragraph);
    const std::size_t kept = std::min(removed, made.size());
    const auto end_of_kept = std::move(made.begin(), made.begin() + static_cast<std::ptrdiff_t>(kept), at);
    if (removed > kept) {
        paragraphs_.erase(end_of_kept, at + static_cast<std::ptrdiff_t>(removed));
    } else {
        paragraphs_.insert(end_of_kept, std::make_move_iterator(made.begin() + static_cast<std::ptrdiff_t>(kept)),
                           std::make_move_iterator(made.end()));
    }
    hint_ = edit.begin.paragraph;
}

void SpellingStore::edited(const PlacedEdit& edit) {
    move_out(edit);
    splice(edit);
}

void SpellingStore::notice_lost_jobs() {
    const auto lost = std::partition(out_.begin(), out_.end(), [](const PieceOut& piece) {
        return !piece.alive.expired();
    });
    for (auto piece = lost; piece != out_.end(); ++piece) {
        if (!piece->stale) leave(piece->paragraph, piece->core);
    }
    out_.erase(lost, out_.end());
}

std::vector<SpellingPiece> SpellingStore::take(const Buffer& buffer, std::size_t first, std::size_t units,
                                               std::uint64_t job, const std::shared_ptr<int>& alive) {
    notice_lost_jobs();
    std::vector<SpellingPiece> pieces;
    std::size_t taken = 0;
    const std::size_t count = paragraphs_.size();
    const auto take_from = [&](std::size_t number) {
        Paragraph& paragraph = paragraphs_[number];
        if (!has_left(paragraph)) return;
        const std::u16string_view text = buffer.paragraph_text(number);
        const auto size = static_cast<TextIndex>(text.size());
        const TextIndex begin = before(text, std::min(paragraph.unchecked_begin, size), words_around);
        const TextIndex end = after(text, std::min(paragraph.unchecked_end, size), words_around);
        TextIndex at = begin;
        while (at < end && taken < units) {
            const TextIndex stop = end - at <= piece_units ? end : std::min(end, after(text, at + piece_units, 0));
            const TextRange seen{before(text, at, words_around), after(text, stop, words_around)};
            pieces.push_back({std::u16string{text.substr(seen.begin, seen.size())},
                              {at - seen.begin, stop - seen.begin}, std::nullopt});
            out_.push_back({job, pieces.size() - 1, number, seen, {at, stop}, false, alive});
            taken += stop - at;
            at = stop;
        }
        if (at < end) {
            paragraph.unchecked_begin = at;
            paragraph.unchecked_end = end;
        } else {
            paragraph.unchecked_begin = 1;
            paragraph.unchecked_end = 0;
            --left_;
        }
    };
    constexpr std::size_t seen_ahead = 64;  // about what is seen; beyond it the search goes on where it was
    const auto take_range = [&](std::size_t from, std::size_t to, bool remember) {
        for (std::size_t i = from; i < std::min(to, count) && taken < units && left_ > 0; ++i) {
            take_from(i);
            if (remember) hint_ = i;
        }
    };
    const std::size_t start = std::min(hint_, count);
    take_range(first, first + seen_ahead, false);
    take_range(start, count, true);
    take_range(0, start, true);
    return pieces;
}

/// Puts the findings of a part in the place of those that were known in it; whether these differ.
bool SpellingStore::replace_marks(std::size_t number, TextRange core, std::vector<spell::Finding> made) {
    Paragraph& paragraph = paragraphs_[number];
    std::vector<spell::Finding> none;
    std::vector<spell::Finding>& marks = paragraph.marks ? *paragraph.marks : none;
    const auto begins_before = [](const spell::Finding& finding, TextIndex index) {
        return finding.range.begin < index;
    };
    const auto begin = std::lower_bound(marks.begin(), marks.end(), core.begin, begins_before);
    auto end = std::lower_bound(begin, marks.end(), core.end, begins_before);
    while (!made.empty() && end != marks.end() && end->range.begin < made.back().range.end) ++end;
    if (std::equal(begin, end, made.begin(), made.end())) return false;
    std::vector<spell::Finding> all{std::make_move_iterator(marks.begin()), std::make_move_iterator(begin)};
    if (!made.empty() && !all.empty() && all.back().range.end > made.front().range.begin) all.pop_back();
    all.insert(all.end(), std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
    all.insert(all.end(), std::make_move_iterator(end), std::make_move_iterator(marks.end()));
    paragraph.marks = all.empty() ? nullptr : std::make_unique<std::vector<spell::Finding>>(std::move(all));
    return true;
}

std::optional<std::pair<std::size_t, std::size_t>> SpellingStore::finish(std::uint64_t job,
                                                                         const std::vector<SpellingPiece>& pieces) {
    std::optional<std::pair<std::size_t, std::size_t>> changed;
    for (const PieceOut& out : out_) {
        if (out.job != job || out.stale) continue;
        const SpellingPiece& piece = pieces[out.piece];
        if (!piece.findings) {
            leave(out.paragraph, out.core);
            continue;
        }
        std::vector<spell::Finding> made = *piece.findings;
        for (spell::Finding& finding : made) {
            finding.range = {finding.range.begin + out.seen.begin, finding.range.end + out.seen.begin};
        }
        if (!replace_marks(out.paragraph, out.core, std::move(made))) continue;
        if (!changed) changed = std::pair{out.paragraph, out.paragraph};
        changed->first = std::min(changed->first, out.paragraph);
        changed->second = std::max(changed->second, out.paragraph);
    }
    std::erase_if(out_, [job](const PieceOut& out) { return out.job == job; });
    return changed;
}

}  // namespace bichig::edit
