// What groups of suffixes do to stems: every chain of suffixes as one tail, so that two levels of affixes, all that
// Hunspell knows, are never needed.
//
// A tail depends on little: the gender, the class of the end, and for some groups the last letters of the stem (those
// that a row names, or drops). So stems share classes, and classes with the same tails are one.
#include <algorithm>
#include <functional>
#include <set>

#include <bichig/base/utf.h>

#include "lexicon/internal/compile.h"

namespace bichig::lexicon {

namespace {

constexpr char16_t mvs = 0x180E;
constexpr std::size_t most_tails = 20000;

bool is_separated_final(std::u16string_view text) {
    return text.size() >= 2 && text[text.size() - 2] == mvs && (text.back() == 0x1820 || text.back() == 0x1821);
}

/// Visits groups depth first and marks those on a circle.
class CircleFinder {
public:
    CircleFinder(const Source& source, GroupGraph& graph, Findings& findings)
        : source_{source}, graph_{graph}, findings_{findings}, state_(graph.groups.size(), 0) {}

    void run() {
        for (std::uint16_t i = 0; i < graph_.groups.size(); ++i) visit(i);
    }

private:
    bool visit(std::uint16_t at) {
        if (state_[at] == 2) return graph_.groups[at].usable;
        path_.push_back(at);
        if (state_[at] == 1) {
            report(at);
            path_.pop_back();
            return false;
        }
        state_[at] = 1;
        GroupGraph::Group& group = graph_.groups[at];
        for (const std::uint16_t next : group.then) {
            if (!visit(next)) group.usable = false;
            group.looks_at = std::max(group.looks_at, graph_.groups[next].looks_at);
        }
        state_[at] = 2;
        path_.pop_back();
        return group.usable;
    }

    void report(std::uint16_t at) {
        std::string circle;
        const auto begin = std::find(path_.begin(), path_.end(), at);
        for (auto i = begin; i != path_.end(); ++i) circle += (circle.empty() ? "" : " > ") + source_.groups[*i].id;
        findings_.push_back({Severity::error, "group-circle", "these groups follow one another in a circle: " + circle,
                             "take one of them out of 'then'", source_.groups[at].where, std::nullopt});
    }

    const Source& source_;
    GroupGraph& graph_;
    Findings& findings_;
    std::vector<std::uint8_t> state_;
    std::vector<std::uint16_t> path_;
};

/// Makes all tails of a group for one kind of stem.
class TailMaker {
public:
    TailMaker(const SuffixTable& suffixes, const GroupGraph& graph, const Entry& entry, std::vector<bool>& used)
        : suffixes_{suffixes}, graph_{graph}, entry_{entry}, used_{used} {}

    /// Makes the tails; false when there are more than `most_tails`.
    bool make(std::uint16_t group) {
        add_group(group, entry_.stem, entry_.ending, {});
        return tails_.size() < most_tails;
    }
    std::vector<Tail> take() { return std::move(tails_); }

private:
    void add_group(std::uint16_t at, const std::u16string& text, script::Ending ending,
                   const std::vector<std::uint16_t>& chain) {
        const GroupGraph::Group& group = graph_.groups[at];
        for (const std::uint16_t suffix : group.suffixes) {
            const SuffixRow* row = choose(suffixes_.rows[suffix], entry_.pos, ending, text);
            if (row == nullptr || tails_.size() >= most_tails) continue;
            used_[row->row] = true;
            std::u16string longer = attached(text, *row);
            std::vector<std::uint16_t> chain_here = chain;
            chain_here.push_back(suffix);
            if (group.word) add(longer, chain_here);
            const script::Ending end = script::stem_sound(longer, script::Case::genitive).ending;
            for (const std::uint16_t next : group.then) add_group(next, longer, end, chain_here);
        }
    }

    std::u16string attached(const std::u16string& text, const SuffixRow& row) const {
        std::u16string longer = text.substr(0, text.size() - row.drop.size());
        if (!row.joined) {
            longer += mvs;
        } else if (is_separated_final(longer)) {
            longer.erase(longer.size() - 2, 1);  // a final a or e that stands apart joins again
        }
        return longer + row.form[static_cast<std::size_t>(entry_.gender)];
    }

    void add(const std::u16string& text, const std::vector<std::uint16_t>& chain) {
        const std::u16string& stem = entry_.stem;
        const auto differs = std::mismatch(stem.begin(), stem.end(), text.begin(), text.end()).first;
        const auto strip = static_cast<std::uint16_t>(stem.end() - differs);
        Tail tail{strip, text.substr(stem.size() - strip), chain};
        std::u16string key = tail.append;
        key += static_cast<char16_t>(strip);
        if (seen_.insert(std::move(key)).second) tails_.push_back(std::move(tail));
    }

    const SuffixTable& suffixes_;
    const GroupGraph& graph_;
    const Entry& entry_;
    std::vector<bool>& used_;
    std::vector<Tail> tails_;
    std::set<std::u16string> seen_;
};

}  // namespace

GroupGraph read_groups(const Source& source, const SuffixTable& suffixes, Findings& findings) {
    GroupGraph graph;
    for (const SourceGroup& group : source.groups) {
        graph.index.emplace(group.id, static_cast<std::uint16_t>(graph.groups.size()));
        graph.groups.emplace_back();
    }
    const auto error = [&](const SourceGroup& group, std::string id, std::string message) {
        findings.push_back({Severity::error, std::move(id), std::move(message),
                            "correct the name, or add what it names", group.where, std::nullopt});
    };
    for (std::size_t i = 0; i < source.groups.size(); ++i) {
        const SourceGroup& from = source.groups[i];
        GroupGraph::Group& group = graph.groups[i];
        group.word = from.word;
        for (const std::string& suffix : from.suffixes) {
            const auto found = suffixes.index.find(suffix);
            if (found == suffixes.index.end()) {
                error(from, "unknown-suffix",
                      "group '" + from.id + "' names the suffix '" + suffix + "', which the table lacks");
                continue;
            }
            group.suffixes.push_back(found->second);
            for (const SuffixRow& row : suffixes.rows[found->second]) {
                group.looks_at = std::max(group.looks_at, row.drop.size());
                for (const std::u16string& pattern : row.patterns)
                    group.looks_at = std::max(group.looks_at, pattern.size());
            }
        }
        for (const std::string& next : from.then) {
            const auto found = graph.index.find(next);
            if (found == graph.index.end()) {
                error(from, "unknown-group",
                      "group '" + from.id + "' is followed by '" + next + "', which there is not");
                continue;
            }
            group.then.push_back(found->second);
        }
    }
    CircleFinder{source, graph, findings}.run();
    return graph;
}

std::optional<std::uint32_t> ClassMaker::class_of(std::uint16_t group, const Entry& entry) {
    // All of the entry that a tail depends on: two letters more than rows look at, for a final a or e that joins again.
    const std::size_t looks_at = std::min(entry.stem.size(), graph_.groups[group].looks_at + 2);
    std::u16string key{static_cast<char16_t>(group), static_cast<char16_t>(entry.pos),
                       static_cast<char16_t>(entry.gender), static_cast<char16_t>(entry.ending)};
    if (graph_.groups[group].looks_at > 0 || is_separated_final(entry.stem)) {
        key += entry.stem.substr(entry.stem.size() - looks_at);
    }
    const auto [known, added] = by_stem_.try_emplace(std::move(key));
    if (!added) return known->second;
    TailMaker maker{suffixes_, graph_, entry, used_};
    if (!maker.make(group)) {
        findings_.push_back({Severity::error, "too-many-forms",
                             "group '" + source_.groups[group].id + "' makes more than " + std::to_string(most_tails) +
                                 " forms of one stem",
                             "let fewer groups follow one another", source_.groups[group].where, std::nullopt});
        return std::nullopt;
    }
    std::vector<Tail> tails = maker.take();
    if (tails.empty()) return std::nullopt;
    std::u16string content{static_cast<char16_t>(group), static_cast<char16_t>(entry.gender),
                           static_cast<char16_t>(entry.ending)};
    for (const Tail& tail : tails) {
        content += static_cast<char16_t>(tail.strip);
        content += tail.append;
        content += u'\n';
    }
    const auto [same, is_new] = by_tails_.try_emplace(std::move(content), static_cast<std::uint32_t>(classes_.size()));
    if (is_new) classes_.push_back({group, entry.gender, entry.ending, std::move(tails)});
    known->second = same->second;
    return same->second;
}

}  // namespace bichig::lexicon
