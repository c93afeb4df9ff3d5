// When steps merge, and when they are forgotten.
#include "edit/history.h"

#include <utility>

#include "edit/buffer.h"

namespace bichig::edit {

namespace {

std::size_t units_of(const Step& step) {
    std::size_t units = 0;
    for (const Replacement& part : step.parts) units += part.removed.size() + part.inserted.size();
    return units;
}

/// Whether another word begins between two stretches of text that stand one after the other, read from `near` on.
bool begins_word(char16_t near, char16_t far) { return is_blank(near) && !is_blank(far); }

}  // namespace

bool History::merge(const Step& step) {
    if (!open_ || done_ == 0 || step.kind == StepKind::other || step.parts.size() != 1) return false;
    Step& last = steps_[done_ - 1];
    if (last.kind != step.kind || last.parts.size() != 1 || step.time - last.time > options_.pause) return false;
    Replacement& old = last.parts.front();
    const Replacement& made = step.parts.front();
    switch (step.kind) {
        case StepKind::typing:
            if (!made.removed.empty() || made.begin != old.begin + old.inserted.size() || old.inserted.empty() ||
                made.inserted.empty() || old.inserted.back() == u'\n' ||
                begins_word(old.inserted.back(), made.inserted.front())) {
                return false;
            }
            old.inserted += made.inserted;
            break;
        case StepKind::backspacing:
            if (made.begin + made.removed.size() != old.begin ||
                begins_word(old.removed.text().front(), made.removed.text().back())) {
                return false;
            }
            old.removed = SharedText{made.removed.text() + old.removed.text()};
            old.begin = made.begin;
            break;
        case StepKind::deleting:
            if (made.begin != old.begin ||
                begins_word(old.removed.text().back(), made.removed.text().front())) {
                return false;
            }
            old.removed = SharedText{old.removed.text() + made.removed.text()};
            break;
        case StepKind::other: return false;
    }
    last.after = step.after;
    last.time = step.time;
    return true;
}

void History::add(Step step) {
    for (; steps_.size() > done_; steps_.pop_back()) units_ -= units_of(steps_.back());
    if (saved_ && *saved_ > dropped_ + done_) saved_.reset();
    units_ += units_of(step);
    if (!merge(step)) {
        open_ = step.kind != StepKind::other;
        steps_.push_back(std::move(step));
        ++done_;
    }
    limit();
}

/// Only steps that are done are ever too many: an undone one was done before.
void History::limit() {
    while (done_ > 1 && (steps_.size() > options_.steps || units_ > options_.units)) {
        units_ -= units_of(steps_.front());
        steps_.pop_front();
        --done_;
        ++dropped_;
    }
    if (saved_ && *saved_ < dropped_) saved_.reset();
}

void History::set_options(const UndoOptions& options) {
    options_ = options;
    limit();
}

const Step* History::back() {
    seal();
    return done_ == 0 ? nullptr : &steps_[--done_];
}

const Step* History::forth() {
    seal();
    return done_ == steps_.size() ? nullptr : &steps_[done_++];
}

void History::set_saved() {
    seal();
    saved_ = dropped_ + done_;
}

}  // namespace bichig::edit
