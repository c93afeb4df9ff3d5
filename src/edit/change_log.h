// The changes that nobody took yet.
#pragma once

#include <utility>
#include <vector>

#include <bichig/edit/change.h>

namespace bichig::edit {

/// Collects changes; where nobody takes them, they become one that says so. Value.
class ChangeLog {
public:
    void add(Change change) {
        if (!changes_.empty() && change.kind == ChangeKind::selection && changes_.back().kind == change.kind) {
            changes_.back().selection = change.selection;
            return;
        }
        if (!changes_.empty() && changes_.back().kind == change.kind &&
            (change.kind == ChangeKind::history || change.kind == ChangeKind::everything)) {
            return;
        }
        if (!changes_.empty() && changes_.front().kind == ChangeKind::everything) return;
        constexpr std::size_t most = 4096;
        if (change.kind == ChangeKind::everything || changes_.size() >= most) {
            changes_.clear();
            change = Change{};
        }
        changes_.push_back(std::move(change));
    }
    std::vector<Change> take() { return std::exchange(changes_, {}); }

private:
    std::vector<Change> changes_;
};

}  // namespace bichig::edit
