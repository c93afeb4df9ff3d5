// Notes are counted and references filled in once a document is whole; paginate() has nothing to count then.
#include <bichig/document/references.h>

#include <map>

#include <bichig/document/stylesheet.h>
#include <bichig/document/text.h>

#include <document/internal/walk.h>

namespace bichig::document {

namespace {

std::u16string digits(std::uint32_t number) {
    const std::string text = std::to_string(number);
    return {text.begin(), text.end()};
}

/// What a reference may show of a block.
struct Target {
    std::u16string text;
    std::u16string number;
};

std::u16string text_of(const std::vector<Run>& runs) {
    std::u16string text;
    for (const Run& run : runs) {
        if (run.note.empty()) text += run.text;
    }
    return text;
}

/// The word for a table or an image before its number, with what stands between the two.
std::u16string_view label_word(bool table, std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    // "xüsnügtü", table, and "ǰirug", picture, unreviewed.
    if (writing_mode_of(std::string{language}) == WritingMode::vertical_lr) {
        return table ? u"\u182C\u1826\u1830\u1828\u1826\u182D\u1832\u1826 " : u"\u1835\u1822\u1837\u1824\u182D ";
    }
    if (primary == "zh") return table ? u"表 " : u"图 ";
    if (primary == "en") return table ? u"Table " : u"Figure ";
    return u"";
}

Target target_of(const Block& block) {
    Target made;
    const auto take_caption = [&](const Caption& caption) {
        made.text = text_of(caption.runs);
        made.number = caption.label.substr(caption.label.rfind(u' ') + 1);  // npos + 1 is 0
    };
    if (const auto* table = std::get_if<Table>(&block.value)) take_caption(table->caption);
    if (const auto* image = std::get_if<Image>(&block.value)) take_caption(image->caption);
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) made.text = text_of(paragraph->runs);
    if (const auto* bookmark = std::get_if<Bookmark>(&block.value)) made.text = bookmark->title;
    return made;
}

SourceRange source_of(const Block& block) {
    SourceRange source;
    for_each_text(block, [&](const std::vector<Run>& runs) {
        for (const Run& run : runs) source = source.empty() ? run.source : source;
    });
    if (const auto* image = std::get_if<Image>(&block.value)) source = image->source;
    return source;
}

class Resolver {
public:
    explicit Resolver(Document& document) : document_{document} {}

    std::optional<Error> run() {
        for (Section& section : document_.sections) count(section);
        for (Section& section : document_.sections) {
            for_each_run(section.blocks, [&](Run& run) { fill(run); });
        }
        return std::move(error_);
    }

private:
    void refuse(SourceRange source, std::string message, std::string hint) {
        if (!error_) error_ = {ErrorCode::invalid_input, std::move(message), std::move(hint),
                               place_of(document_, source)};
    }

    void count(Section& section) {
        std::uint32_t notes = 0;
        for_each_block(section.blocks, [&](Block& block) {
            for_each_text(block, [&](std::vector<Run>& runs) {
                for (Run& run : runs) {
                    if (!run.note.empty()) run.text = note_mark(section.page.notes.marks, ++notes);
                }
            });
            if (auto* table = std::get_if<Table>(&block.value)) label(table->caption, true, section.language);
            if (auto* image = std::get_if<Image>(&block.value)) label(image->caption, false, section.language);
            if (block.id.empty()) return;
            if (!targets_.emplace(block.id, target_of(block)).second) {
                refuse(source_of(block), "the id '" + block.id + "' is given twice", "give each block another");
            }
        });
    }

    void label(Caption& caption, bool table, const std::string& language) {
        if (caption.runs.empty()) return;
        caption.label = std::u16string{label_word(table, language)} + digits(++(table ? tables_ : images_));
    }

    void fill(Run& run) {
        if (run.reference.empty()) return;
        const auto target = targets_.find(run.reference);
        if (target == targets_.end()) {
            refuse(run.source, "there is no block '" + run.reference + "' to refer to", "give a block this id");
            return;
        }
        if (run.shows == Shows::page) {
            if (run.text.empty()) run.text = u"0";
        } else if (run.shows == Shows::number) {
            run.text = target->second.number;
        } else if (run.text.empty()) {
            run.text = target->second.text;
        }
        if (run.text.empty()) {
            refuse(run.source, "the block '" + run.reference + "' has no " +
                                   (run.shows == Shows::number ? "number" : "text") + " to show",
                   "write the text that is to be read, or show the page");
        }
    }

    Document& document_;
    std::map<std::string, Target, std::less<>> targets_;
    std::optional<Error> error_;
    std::uint32_t tables_ = 0;
    std::uint32_t images_ = 0;
};

template <class Holds>
bool any_run(const Document& document, const Holds& holds) {
    bool found = false;
    for (const Section& section : document.sections) {
        if (!found) for_each_run(section.blocks, [&](const Run& run) { found = found || holds(run); });
    }
    return found;
}

}  // namespace

std::u16string note_mark(NoteStyle::Marks marks, std::uint32_t number) {
    constexpr std::uint32_t last_circled = 50;
    if (marks == NoteStyle::Marks::digits || number == 0 || number > last_circled) return digits(number);
    const std::uint32_t first = number <= 20 ? 0x2460 - 1 : number <= 35 ? 0x3251 - 21 : 0x32B1 - 36;
    return {static_cast<char16_t>(first + number)};
}

std::optional<Error> resolve(Document& document) { return Resolver{document}.run(); }

bool shows_pages(const Document& document) {
    return any_run(document, [](const Run& run) { return !run.reference.empty() && run.shows == Shows::page; });
}

bool has_notes(const Document& document) {
    return any_run(document, [](const Run& run) { return !run.note.empty(); });
}

}  // namespace bichig::document
