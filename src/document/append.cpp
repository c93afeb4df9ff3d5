// Joins two documents: styles and sources of the second are renumbered into those of the first.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <bichig/document/text.h>

#include <document/internal/walk.h>

namespace bichig::document {

namespace {

/// The new number of each style of `other`; equal styles are shared, so that joining many documents adds none.
std::vector<std::uint16_t> merge_styles(std::vector<ParagraphStyle>& styles, const std::vector<ParagraphStyle>& other) {
    std::vector<std::uint16_t> numbers;
    numbers.reserve(other.size());
    for (const ParagraphStyle& style : other) {
        const auto found = std::find(styles.begin(), styles.end(), style);
        numbers.push_back(static_cast<std::uint16_t>(found - styles.begin()));
        if (found == styles.end()) styles.push_back(style);
    }
    return numbers;
}

/// Ids of a document and what they are called in the one it is joined to.
using Ids = std::map<std::string, std::string, std::less<>>;

/// New names for those ids of `other` that `document` has too.
Ids renamed_ids(const Document& document, const Document& other) {
    std::set<std::string, std::less<>> taken;
    Ids renamed;
    const auto for_each_id = [](const Document& from, const auto& visit) {
        for (const Section& section : from.sections) {
            for_each_block(section.blocks, [&](const Block& block) {
                if (!block.id.empty()) visit(block.id);
            });
        }
    };
    for_each_id(document, [&](const std::string& id) { taken.insert(id); });
    if (taken.empty()) return renamed;
    for_each_id(other, [&](const std::string& id) {
        if (taken.count(id) != 0) renamed.emplace(id, "");
    });
    for_each_id(other, [&](const std::string& id) { taken.insert(id); });
    for (auto& [id, name] : renamed) {
        for (unsigned number = 2; name.empty(); ++number) {
            const std::string free = id + "-" + std::to_string(number);
            if (taken.insert(free).second) name = free;
        }
    }
    return renamed;
}

class Renumbering {
public:
    Renumbering(std::vector<std::uint16_t> styles, std::uint32_t first_source, Ids ids)
        : styles_{std::move(styles)}, first_source_{first_source}, ids_{std::move(ids)} {}

    void apply(Block& block) const {
        if (const auto renamed = ids_.find(block.id); renamed != ids_.end()) block.id = renamed->second;
        for_each_text(block, [&](std::vector<Run>& texts) { runs(texts); });
        if (auto* paragraph = std::get_if<Paragraph>(&block.value)) {
            style(paragraph->style);
        } else if (auto* list = std::get_if<List>(&block.value)) {
            style(list->style);
        } else if (auto* table = std::get_if<Table>(&block.value)) {
            style(table->style);
            style(table->caption.style);
        } else if (auto* sign = std::get_if<Sign>(&block.value)) {
            for (SignText& text : sign->texts) style(text.style);
        } else if (auto* image = std::get_if<Image>(&block.value)) {
            source(image->source);
            style(image->caption.style);
        }
    }

private:
    void style(std::uint16_t& number) const {
        if (number < styles_.size()) number = styles_[number];
    }
    void source(SourceRange& range) const {
        if (!range.empty()) range.source += first_source_;
    }
    void runs(std::vector<Run>& runs) const {
        for (Run& run : runs) {
            source(run.source);
            if (const auto renamed = ids_.find(run.reference); renamed != ids_.end()) run.reference = renamed->second;
            for_each_block(run.note, [&](Block& block) { apply(block); });
        }
    }

    std::vector<std::uint16_t> styles_;
    std::uint32_t first_source_;
    Ids ids_;
};

template <class T>
void take_missing(T& own, T& other) {
    if (own.empty()) own = std::move(other);
}

}  // namespace

void append(Document& document, Document other) {
    // The document's language stands for its first section; what is joined must not change what that section says.
    if (document.properties.language.empty() && document.sections.empty()) {
        document.properties.language = other.properties.language;
    }
    take_missing(document.properties.title, other.properties.title);
    take_missing(document.properties.author, other.properties.author);
    take_missing(document.properties.subject, other.properties.subject);
    take_missing(document.properties.keywords, other.properties.keywords);
    take_missing(document.properties.date, other.properties.date);
    if (document.properties.profile.empty()) {
        document.properties.profile = std::move(other.properties.profile);
        document.properties.script_order = std::move(other.properties.script_order);
    }

    for (FontChoice& choice : other.fonts) {
        const bool chosen = std::any_of(document.fonts.begin(), document.fonts.end(),
                                        [&](const FontChoice& own) { return own.role == choice.role; });
        if (!chosen) document.fonts.push_back(std::move(choice));
    }

    const Renumbering renumbering{merge_styles(document.styles, other.styles),
                                  static_cast<std::uint32_t>(document.sources.size()), renamed_ids(document, other)};
    for (Section& section : other.sections) {
        for_each_block(section.blocks, [&](Block& block) { renumbering.apply(block); });
    }
    std::move(other.sections.begin(), other.sections.end(), std::back_inserter(document.sections));
    std::move(other.sources.begin(), other.sources.end(), std::back_inserter(document.sources));
}

}  // namespace bichig::document
