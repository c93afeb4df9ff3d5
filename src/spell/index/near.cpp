// Shapes near a key: a walk over the automaton with a row of the edit distance for each edge on the way.
//
// The row after an edge says for each beginning of the wanted key what it costs to turn it into what was read; where
// all of a row costs too much, nothing behind the edge is near. Only the part of a row is written that units more or
// less, as many as the distance buys, can reach.
#include <algorithm>

#include <bichig/script/key.h>
#include <bichig/spell/shape_index.h>

#include "spell/index/index_data.h"
#include "spell/index/ink_key.h"

namespace bichig::spell {

namespace {

using Cost = std::uint16_t;

constexpr Cost too_much = 0xFFFF;

/// Longer keys are cut: what follows is not compared. No word is as long.
constexpr std::size_t max_wanted = 120;
/// Nothing near is longer than the key and what the distance buys.
constexpr std::size_t max_depth = 254;

}  // namespace

/// One search.
class NearSearch {
public:
    NearSearch(const IndexData& index, std::string_view wanted, const NearOptions& options)
        : index_{index},
          wanted_{wanted},
          options_{options},
          weights_{options.weights != nullptr ? *options.weights : UnitWeights::mongolian()},
          width_{wanted.size() + 1},
          band_{band()},
          depth_limit_{depth_limit()},
          rows_(width_ * (depth_limit_ + 2), too_much),
          leasts_(depth_limit_ + 2, 0),
          labels_(depth_limit_ + 2) {}

    NearShapes run() {
        Cost* first = rows_.data();
        first[0] = 0;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            first[i + 1] = sum(first[i], weights_.insert_cost(byte_at(i)));
        }
        walk(index_.head.root, 1, 0, false);
        std::sort(found_.shapes.begin(), found_.shapes.end(), [](const NearShape& a, const NearShape& b) {
            return a.distance != b.distance ? a.distance < b.distance : a.shape < b.shape;
        });
        return std::move(found_);
    }

private:
    static Cost sum(Cost a, Cost b) { return static_cast<Cost>(std::min<unsigned>(a + b, too_much)); }
    std::uint8_t byte_at(std::size_t i) const { return static_cast<std::uint8_t>(wanted_[i]); }

    /// How many units more or less the distance buys.
    std::size_t band() const { return options_.distance / std::max<unsigned>(1, weights_.least_insert_cost()); }
    std::size_t depth_limit() const { return std::min(max_depth, wanted_.size() + band()); }

    /// Whether the search has to end.
    bool is_over() {
        if (!found_.complete) return true;
        ++steps_;
        const bool ends = steps_ > options_.steps || options_.stop.stop_requested() ||
                          ((steps_ & 0xFF) == 0 && is_late());
        found_.complete = !ends;
        return ends;
    }
    bool is_late() const { return options_.deadline && std::chrono::steady_clock::now() >= *options_.deadline; }

    /// Writes the row at `depth` for `label` where it can be near, and returns its least cost.
    Cost write_row(std::size_t depth, std::uint8_t label) {
        Cost* row = rows_.data() + depth * width_;
        const Cost* above = row - width_;
        const Cost more = weights_.insert_cost(label);
        const std::size_t begin = depth > band_ ? depth - band_ : 1;
        const std::size_t end = std::min(width_, depth + band_ + 1);
        Cost least = row[begin - 1] = begin == 1 ? sum(above[0], more) : too_much;
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint8_t wanted = byte_at(i - 1);
            Cost best = std::min(sum(above[i - 1], weights_.replace_cost(wanted, label)), sum(above[i], more));
            best = std::min(best, sum(row[i - 1], weights_.insert_cost(wanted)));
            if (depth > 1 && i > 1 && wanted == labels_[depth - 1] && byte_at(i - 2) == label) {
                best = std::min(best, sum((above - width_)[i - 2], weights_.exchange_cost()));
            }
            row[i] = best;
            least = std::min(least, best);
        }
        for (std::size_t i = end; i < std::min(width_, end + 1); ++i) row[i] = too_much;
        whole_ = end == width_ ? row[width_ - 1] : too_much;
        return least;
    }

    void walk(std::uint32_t node, std::size_t depth, std::uint64_t number, bool node_ends) {
        if (depth > depth_limit_) return;
        number += node_ends ? 1 : 0;
        index_.for_each_edge(node, [&](Edge edge) {
            if (is_over()) return false;
            labels_[depth] = edge.label();
            leasts_[depth] = write_row(depth, edge.label());
            const std::uint64_t here = number + edge.skip();
            if (edge.ends() && whole_ <= options_.distance && here < index_.head.shape_count) {
                found_.shapes.push_back({static_cast<std::uint32_t>(here), whole_});
            }
            // An exchange may still repair a row that costs too much, from the row before it.
            const Cost exchanged = sum(leasts_[depth - 1], weights_.exchange_cost());
            if (std::min(leasts_[depth], exchanged) <= options_.distance) {
                walk(edge.target(), depth + 1, here, edge.ends());
            }
            return true;
        });
    }

    const IndexData& index_;
    std::string_view wanted_;
    const NearOptions& options_;
    const UnitWeights& weights_;
    std::size_t width_;
    std::size_t band_;
    std::size_t depth_limit_;
    std::vector<Cost> rows_;
    std::vector<Cost> leasts_;
    std::vector<std::uint8_t> labels_;
    Cost whole_ = 0;
    std::uint32_t steps_ = 0;
    NearShapes found_;
};

NearShapes ShapeIndex::near(std::u16string_view text, const NearOptions& options) const {
    std::string key;
    append_ink_key(text, {profile(), script::WritingSystem::hudum}, key);
    return NearSearch{*data_, std::string_view{key}.substr(0, max_wanted), options}.run();
}

NearShapes ShapeIndex::near_key(std::string_view shape_key, const NearOptions& options) const {
    if (shape_key.empty()) return {};
    std::string key{shape_key.substr(1)};
    unify_ink(key);
    return NearSearch{*data_, std::string_view{key}.substr(0, max_wanted), options}.run();
}

}  // namespace bichig::spell
