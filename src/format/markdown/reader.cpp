// Reads a Markdown file: checks its bytes, takes the front matter off, and reads the rest as a plain document or as
// the versions of a notice.
//
// A notice is written like this; examples/notice/notice.md is a whole one. Everything that stands in a fixed place of
// the page is a field, everything that flows is Markdown between two directives:
//
//     ---
//     kind: notice
//     issuer: {mn: …, zh: …}          the head, in both scripts                       required
//     number: {mn: …, zh: …}          document number; without mn the Chinese one stands in both versions
//     date: 2024-05-16                of the properties of the file
//     author: …  subject: …  keywords: [ …, … ]
//     sealed: true                    whether a seal will stand on issuing body and date
//     versions:                       in the order of the pages                       required
//       - language: mn-Mong           or zh-Hans                                      required
//         copy_number: …  secrecy: …  urgency: …   above the head, as they are to be printed
//         title: …                                                                    required
//         addressee: …                its colon is added
//         attachments: [ …, … ]       names; label and numbers are added
//         signature: …                issuing body under the text
//         date: …                     as it is to be printed
//         annotation: …               below the date; its brackets are added
//         cc: …                       its label and full stop are added
//         printing: {body: …, date: …}   the word for "printed" is added
//     ---
//     ::: version mn-Mong
//     Text, lists, tables; headings begin at ##.
//     :::
//     ::: version zh-Hans
//     …
//     :::
//
// Front matter of a plain document has the keys kind (document), title, author, subject, language, date, keywords and
// orientation (portrait or landscape).
#include <bichig/format/markdown.h>

#include <algorithm>
#include <set>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/styles.h>

#include <document/internal/finish.h>
#include <format/markdown/internal/blocks.h>
#include <format/markdown/internal/directives.h>
#include <format/markdown/internal/front_matter.h>
#include <format/markdown/internal/notes.h>
#include <format/markdown/internal/slugs.h>
#include <format/markdown/internal/source_text.h>

namespace bichig::format {

namespace {

using document::Document;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Every reader behind this point may take the bytes for UTF-8 without NUL, which cmark would replace.
std::optional<Error> check_bytes(const SourceText& source, const std::string& name) {
    const std::string_view bytes = source.bytes();
    if (const auto text = to_utf16(bytes); !text) {
        Error error = text.error();
        error.where.file = name;
        return error;
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        return source.error(nul, "the text holds the character NUL", "take it out");
    }
    return std::nullopt;
}

class Reader {
public:
    Reader(std::string bytes, const std::string& name, std::string base_folder, Diagnostics& diagnostics)
        : base_folder_{std::move(base_folder)}, diagnostics_{diagnostics}, source_{document_} {
        document_.sources.push_back({name, std::make_shared<const std::string>(std::move(bytes))});
    }

    Result<Document> read() {
        if (auto error = check_bytes(source_, document_.sources.front().name)) return fail(std::move(*error));
        const std::string_view bytes = source_.bytes();
        const auto begin = static_cast<std::uint32_t>(
            bytes.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0);
        const Result<FrontMatterPlace> place = find_front_matter(source_, begin);
        if (!place) return fail(place.error());
        FrontMatter front;
        if (place->present) {
            Result<FrontMatter> read = read_front_matter(source_, *place);
            if (!read) return fail(std::move(read.error()));
            front = std::move(*read);
        }
        if (auto error = front.is_notice ? notice(front, place->body) : plain(front, place->body)) {
            return fail(std::move(*error));
        }
        if (auto error = document::finish(document_, diagnostics_)) return fail(std::move(*error));
        return std::move(document_);
    }

private:
    /// Reads a text with its footnotes, and names its headings.
    std::optional<Error> body(std::uint32_t begin, std::uint32_t end, BlockOptions& options,
                              std::vector<document::Block>& blocks) {
        NoteTexts notes{source_, begin, end};
        options.notes = &notes;
        if (auto error = read_body(source_, begin, end, options, blocks, diagnostics_)) return error;
        if (source_.bytes().substr(begin, end - begin).find("[^") != std::string_view::npos) {
            if (auto error = notes.fill(blocks, diagnostics_)) return error;
        }
        set_heading_ids(blocks, ids_);
        return std::nullopt;
    }

    std::optional<Error> plain(FrontMatter& front, std::uint32_t begin) {
        document_.properties = std::move(front.properties);
        document_.styles = document::default_styles();
        document::Section& section = document_.sections.emplace_back();
        section.language = document_.properties.language;
        if (section.language.empty()) section.language = document::guessed_language(source_.bytes().substr(begin));
        if (document_.properties.language.empty()) document_.properties.language = section.language;
        section.writing_mode = document::writing_mode_of(section.language);
        section.page = document::default_page(section.writing_mode);
        const bool lying = section.page.width > section.page.height;
        if ((front.orientation == FrontMatter::Orientation::landscape && !lying) ||
            (front.orientation == FrontMatter::Orientation::portrait && lying)) {
            std::swap(section.page.width, section.page.height);
        }
        BlockOptions options;
        options.mode = section.writing_mode;
        options.language = section.language;
        options.base_folder = base_folder_;
        return body(begin, end(), options, section.blocks);
    }

    /// The texts of the versions of a notice: nothing else may stand beside them.
    Result<std::vector<Segment>> version_texts(std::uint32_t begin) {
        Result<std::vector<Segment>> segments = split_directives(source_, begin, end());
        if (!segments) return segments;
        std::vector<Segment> texts;
        for (Segment& segment : *segments) {
            if (segment.name == "version") {
                texts.push_back(std::move(segment));
                continue;
            }
            const std::string_view text = source_.bytes().substr(segment.begin, segment.end - segment.begin);
            const std::size_t first = text.find_first_not_of(" \t\r\n");
            if (segment.name.empty() && first == std::string_view::npos) continue;
            return fail(source_.error(segment.name.empty() ? segment.begin + first : segment.at,
                                      "text outside of a version", "put it between '::: version …' and ':::'"));
        }
        return texts;
    }

    std::optional<Error> notice(FrontMatter& front, std::uint32_t begin) {
        Result<std::vector<Segment>> texts = version_texts(begin);
        if (!texts) return std::move(texts.error());
        notice::Notice& notice = front.notice;
        notice.styles = notice::body_styles();
        for (std::size_t i = 0; i < texts->size(); ++i) {
            const Segment& text = (*texts)[i];
            const auto version = std::find_if(notice.versions.begin(), notice.versions.end(),
                                              [&](const auto& known) { return known.language == text.argument; });
            const bool again = std::any_of(texts->begin(), texts->begin() + static_cast<std::ptrdiff_t>(i),
                                           [&](const auto& other) { return other.argument == text.argument; });
            if (version == notice.versions.end() || again) {
                return source_.error(text.at,
                                     again ? "a second text in '" + text.argument + "'"
                                           : "'" + text.argument + "' is no version of the front matter",
                                     again ? "join the two" : "name a language of the key versions");
            }
            BlockOptions options;
            options.mode = document::writing_mode_of(text.argument);
            options.language = text.argument;
            options.base_folder = base_folder_;
            options.in_notice = true;
            if (auto error = body(text.begin, text.end, options, version->body)) return error;
        }
        for (const notice::Version& version : notice.versions) {
            const bool written = std::any_of(texts->begin(), texts->end(),
                                             [&](const auto& text) { return text.argument == version.language; });
            if (!written) {
                return source_.error(begin == end() ? begin - 1 : begin,
                                     "the text of version '" + version.language + "' is missing",
                                     "write it between '::: version " + version.language + "' and ':::'");
            }
        }
        notice.sources = document_.sources;
        document_ = notice::to_document(std::move(notice));
        return std::nullopt;
    }

    std::uint32_t end() const { return static_cast<std::uint32_t>(source_.bytes().size()); }

    Document document_;
    std::string base_folder_;
    Diagnostics& diagnostics_;
    SourceText source_;
    std::set<std::string> ids_;  ///< of blocks
};

}  // namespace

Result<Document> read_markdown(std::string bytes, const std::string& name, const std::string& base_folder,
                               Diagnostics& diagnostics) {
    constexpr std::size_t largest = 0xFFFFFFF0;
    if (bytes.size() > largest) {
        return fail({ErrorCode::unsupported, "the file is larger than 4 GB", "divide it", {name, 0, 0, ""}});
    }
    return Reader{std::move(bytes), name, base_folder, diagnostics}.read();
}

}  // namespace bichig::format
