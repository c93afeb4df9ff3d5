// Puts the parts of language versions together into sections: one after the other, on pages that face each other,
// paragraph beside paragraph, or one above the other under one head.
//
// Beside and above each other the two have one head and one back matter, which hold both scripts, on a page of the
// writing mode that is asked for. Which script stands first, left or above, is said by the order of the versions.
// Nothing of this is in a standard.
#include <notice/internal/composed.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include <notice/internal/profile.h>

namespace bichig::notice {

namespace {

using document::Block;
using document::WritingMode;

void append(std::vector<Block>& to, std::vector<Block> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::vector<document::Section> in_parts(std::vector<Composed> versions) {
    std::vector<document::Section> sections;
    for (Composed& version : versions) {
        document::Section& section = sections.emplace_back();
        section.writing_mode = version.mode;
        section.language = std::move(version.language);
        section.page = std::move(version.page);
        for (std::vector<Block>* part : {&version.head, &version.title, &version.addressee, &version.body,
                                         &version.attachments, &version.closing, &version.annotation}) {
            append(section.blocks, std::move(*part));
        }
        for (std::vector<Block>& annex : version.annexes) {
            section.blocks.push_back({document::PageBreak{}});
            append(section.blocks, std::move(annex));
        }
        append(section.blocks, std::move(version.back));
    }
    return sections;
}

std::vector<document::Section> facing(std::vector<Composed> versions) {
    std::vector<document::Section> sections = in_parts(std::move(versions));
    document::Facing how;
    how.align_headings = parallel::align_headings;
    sections.front().facing = how;
    return sections;
}

/// Gives text of another language than that of the section its own.
void set_language(std::vector<Block>& blocks, const std::string& language) {
    for (Block& block : blocks) {
        auto* paragraph = std::get_if<document::Paragraph>(&block.value);
        if (paragraph == nullptr) continue;
        for (document::Run& run : paragraph->runs) {
            if (run.language.empty()) run.language = language;
        }
    }
}

document::FootBlock* foot_of(Composed& version) {
    return version.back.empty() ? nullptr : std::get_if<document::FootBlock>(&version.back.front().value);
}

/// One back matter of two: the lines of the other version stand beside those of `own`, between its rules.
std::vector<Block> joined_backs(Composed& own, Composed& other, bool own_first) {
    document::FootBlock* frame = foot_of(own);
    document::FootBlock* added = foot_of(other);
    if (added != nullptr) set_language(added->blocks, other.language);
    std::vector<Block> made;
    if (frame == nullptr || added == nullptr || own.back.size() > 1 || other.back.size() > 1) {
        append(made, std::move(own.back));
        append(made, std::move(other.back));
        return made;
    }
    const auto is_rule = [](const Block& block) { return std::holds_alternative<document::Rule>(block.value); };
    std::vector<Block> lines;
    for (Block& block : added->blocks) {
        if (!is_rule(block)) lines.push_back(std::move(block));
    }
    document::FootBlock joined;
    std::size_t next = 0;
    auto left = static_cast<std::size_t>(std::count_if(frame->blocks.begin(), frame->blocks.end(), is_rule));
    left = frame->blocks.size() - left;  // lines of `own`
    for (Block& block : frame->blocks) {
        if (is_rule(block)) {
            joined.blocks.push_back(std::move(block));
            continue;
        }
        const std::size_t here = --left == 0 ? lines.size() - next : std::min<std::size_t>(1, lines.size() - next);
        if (own_first) joined.blocks.push_back(std::move(block));
        for (std::size_t i = 0; i < here; ++i) joined.blocks.push_back(std::move(lines[next++]));
        if (!own_first) joined.blocks.push_back(std::move(block));
    }
    made.push_back({std::move(joined)});
    return made;
}

/// Two versions under one head.
class Joiner {
public:
    Joiner(std::vector<Composed>& versions, WritingMode mode, bool beside)
        : first_{versions[0]}, second_{versions[1]}, own_first_{versions[0].mode == mode}, beside_{beside} {}

    std::vector<document::Section> join() {
        Composed& own = own_first_ ? first_ : second_;
        section_.writing_mode = own.mode;
        section_.language = own.language;
        section_.page = own.page;
        section_.blocks = std::move(own.head);
        whole(&Composed::title);
        whole(&Composed::addressee);
        text(first_.body, second_.body);
        least_line_ = Length::millimetres(parallel::least_closing);
        whole(&Composed::attachments);
        whole(&Composed::closing);
        whole(&Composed::annotation);
        least_line_ = Length::millimetres(parallel::least_line);
        first_.annexes.resize(std::max(first_.annexes.size(), second_.annexes.size()));
        second_.annexes.resize(first_.annexes.size());
        for (std::size_t annex = 0; annex < first_.annexes.size(); ++annex) {
            section_.blocks.push_back({document::PageBreak{}});
            text(first_.annexes[annex], second_.annexes[annex]);
        }
        append(section_.blocks, joined_backs(own, own_first_ ? second_ : first_, own_first_));
        std::vector<document::Section> sections;
        sections.push_back(std::move(section_));
        return sections;
    }

private:
    static Length take_space(std::vector<Block>& blocks) {
        Length space;
        std::size_t count = 0;
        for (; count < blocks.size(); ++count) {
            const auto* found = std::get_if<document::Space>(&blocks[count].value);
            if (found == nullptr) break;
            space += found->extent;
        }
        blocks.erase(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(count));
        return space;
    }

    /// A part of both versions, after the larger of the rooms that they begin with.
    void whole(std::vector<Block> Composed::* part) {
        const Length space = std::max(take_space(first_.*part), take_space(second_.*part));
        if (space != Length{}) section_.blocks.push_back({document::Space{space, true}});
        add(std::move(first_.*part), std::move(second_.*part));
    }

    void text(std::vector<Block>& first, std::vector<Block>& second) {
        if (!beside_) {
            above(first, first_);
            above(second, second_);
            return;
        }
        for (const BlockPair& pair : pair_blocks(first, second)) {
            std::vector<Block> left = taken(first, pair.first);
            std::vector<Block> right = taken(second, pair.second);
            const bool alone = (left.empty() && stands_alone(right.front())) ||
                               (right.empty() && stands_alone(left.front()));
            if (alone) {
                append(section_.blocks, left.empty() ? std::move(right) : std::move(left));
            } else {
                add(std::move(left), std::move(right));
            }
        }
    }

    static std::vector<Block> taken(std::vector<Block>& blocks, std::optional<std::size_t> index) {
        std::vector<Block> made;
        if (index) made.push_back(std::move(blocks[*index]));
        return made;
    }

    /// Blocks one by one: what stands alone between what is set by its own lines.
    void above(std::vector<Block>& blocks, const Composed& version) {
        std::vector<Block> run;
        for (Block& block : blocks) {
            if (!stands_alone(block)) {
                run.push_back(std::move(block));
                continue;
            }
            stack(std::exchange(run, {}), version);
            section_.blocks.push_back(std::move(block));
        }
        stack(std::move(run), version);
    }

    void add(std::vector<Block> first, std::vector<Block> second) {
        if (!beside_) {
            stack(std::move(first), first_);
            stack(std::move(second), second_);
            return;
        }
        if (first.empty() && second.empty()) return;
        document::Pair pair = new_pair();
        pair.sides[0] = {first_.mode, first_.language, std::move(first)};
        pair.sides[1] = {second_.mode, second_.language, std::move(second)};
        section_.blocks.push_back({std::move(pair)});
    }

    /// Over the whole breadth of the page.
    void stack(std::vector<Block> blocks, const Composed& version) {
        if (blocks.empty()) return;
        if (version.mode == section_.writing_mode) {
            append(section_.blocks, std::move(blocks));
            return;
        }
        document::Pair pair = new_pair();
        pair.sides[0] = {version.mode, version.language, std::move(blocks)};
        pair.share = 1;
        pair.gap = Length{};
        section_.blocks.push_back({std::move(pair)});
    }

    document::Pair new_pair() const {
        document::Pair pair;
        pair.space_after = line_pitch().scaled(parallel::space_after);
        pair.gap = Length::millimetres(parallel::gap);
        pair.least_line = least_line_;
        return pair;
    }

    document::Section section_;
    Composed& first_;
    Composed& second_;
    bool own_first_;
    bool beside_;
    Length least_line_ = Length::millimetres(parallel::least_line);
};

}  // namespace

std::vector<document::Section> arrange(std::vector<Composed> versions, Arrangement arrangement, WritingMode page) {
    const bool two = versions.size() == 2 && versions[0].mode != versions[1].mode;
    if (!two || arrangement == Arrangement::parts) return in_parts(std::move(versions));
    if (arrangement == Arrangement::facing) return facing(std::move(versions));
    return Joiner{versions, page, arrangement == Arrangement::parallel}.join();
}

}  // namespace bichig::notice
