// Steps that can be undone and redone, and what makes typing one of them.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include <bichig/edit/change.h>
#include <bichig/edit/options.h>

namespace bichig::edit {

/// A stretch that was replaced. Value.
struct Replacement {
    TextOffset begin = 0;
    SharedText removed;
    std::u16string inserted;
};

/// What a step goes on with.
enum class StepKind : std::uint8_t { typing, backspacing, deleting, other };

/// What is undone at once. Value.
struct Step {
    StepKind kind = StepKind::other;
    std::vector<Replacement> parts;  ///< in the order in which they were done
    Selection before;
    Selection after;
    std::chrono::milliseconds time{};
};

/// The steps of a text. Value.
class History {
public:
    explicit History(const UndoOptions& options) : options_{options} {}

    void set_options(const UndoOptions& options);
    /// Adds a step, or takes it into the last one; what was undone is gone.
    void add(Step step);
    /// What is selected after the step that was added last.
    void ends_with(const Selection& after) { if (done_ > 0) steps_[done_ - 1].after = after; }
    /// The next step is one of its own.
    void seal() { open_ = false; }
    /// The step to undo or redo, which counts as done; until the next add(). Null: there is none.
    const Step* back();
    const Step* forth();
    bool can_undo() const { return done_ > 0; }
    bool can_redo() const { return done_ < steps_.size(); }
    bool is_changed() const { return saved_ != dropped_ + done_; }
    void set_saved();
    /// The text is another one than any step knows of.
    void lose() { saved_.reset(); }

private:
    bool merge(const Step& step);
    void limit();

    UndoOptions options_;
    std::deque<Step> steps_;
    std::size_t done_ = 0;     ///< steps before this one are done, the others undone
    std::size_t dropped_ = 0;  ///< so many before the first were forgotten
    std::size_t units_ = 0;
    std::optional<std::size_t> saved_ = 0;  ///< how many steps were done when it was saved; none: no way leads there
    bool open_ = false;
};

}  // namespace bichig::edit
