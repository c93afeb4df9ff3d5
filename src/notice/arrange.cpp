// Puts the parts of language versions together into sections.
#include <notice/internal/composed.h>

#include <iterator>
#include <utility>

namespace bichig::notice {

namespace {

using document::Block;

void append(std::vector<Block>& to, std::vector<Block> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

std::vector<document::Section> arrange_parts(std::vector<Composed> versions) {
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

}  // namespace bichig::notice
