// Reads a Markdown file: checks its bytes, takes the front matter off, and reads the rest as a plain document or as
// the versions of a notice.
//
// A notice is written like this; examples/notice/notice.md is a whole one. Everything that stands in a fixed place of
// the page is a field, everything that flows is Markdown between two directives:
//
//     ---
//     kind: notice                    or announcement, letter, order, minutes
//     profile: inner-mongolia-1996    which script stands first, and what else an office varies; required
//     issuer: {mn: …, zh: …}          the head, in both scripts, each a text or a list  required
//     mark_word: true                 adds the word of the kind to the head
//     number: {mn: …, zh: …}          document number; without mn the Chinese one stands in both versions
//     date: 2024-05-16                of the properties of the file
//     author: …  subject: …  keywords: [ …, … ]
//     sealed: true                    whether a seal will stand on issuing body and date
//     versions:                       in the order of the pages                       required
//       - language: mn-Mong           or zh-Hans                                      required
//         copy_number: …  secrecy: …  secrecy_term: …  urgency: …   above the head, as they are to be printed
//         signers: [ … ]              names, or {office: …, name: …} of an order
//         title: …                                                                    required, but for an order
//         addressee: …                its colon is added
//         attachments: [ …, … ]       names; label and numbers are added
//         attendance: {present: …, excused: …, observers: …}   of minutes
//         signature: …                issuing body under the text, or a list
//         date: …                     as it is to be printed
//         annotation: …               below the date; its brackets are added
//         cc: …                       its label and full stop are added
//         printing: {body: …, date: …}   the word for "printed" is added
//     ---
//     ::: version mn-Mong
//     Text, lists, tables; headings begin at ##.
//     ::: annex Title
//     The same.
//     :::
//     :::
//     ::: version zh-Hans
//     …
//     :::
//
// Front matter of a plain document has the keys kind (document), title, author, subject, language, date, keywords and
// orientation (portrait or landscape); where it has left and right pages, align_headings (0 to 6) and leading_blank
// (true or false) besides.
#include <bichig/format/markdown.h>

#include <algorithm>
#include <set>

#include <bichig/base/utf.h>
#include <bichig/document/stylesheet.h>
#include <bichig/notice/notice.h>
#include <bichig/notice/styles.h>

#include <document/internal/finish.h>
#include <document/internal/letters.h>
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
            Result<FrontMatter> read = read_front_matter(source_, *place, base_folder_);
            if (!read) return fail(std::move(read.error()));
            front = std::move(*read);
        }
        if (front.sign) {
            if (auto error = sign(std::move(*front.sign), place->body)) return fail(std::move(*error));
            return std::move(document_);
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
        if (auto error = finish_text(notes, blocks)) return error;
        notes.report_unused(diagnostics_);
        return std::nullopt;
    }

    std::optional<Error> finish_text(NoteTexts& notes, std::vector<document::Block>& blocks) {
        set_heading_ids(blocks, ids_);
        return notes.fill(blocks);
    }

    std::optional<Error> plain(FrontMatter& front, std::uint32_t begin) {
        document_.properties = std::move(front.properties);
        document_.styles = document::default_styles();
        const Result<std::vector<Segment>> segments = split_directives(source_, begin, end());
        if (!segments) return segments.error();
        const auto is_leaf = [](const Segment& segment) { return segment.name == "left" || segment.name == "right"; };
        if (std::any_of(segments->begin(), segments->end(), is_leaf)) return leaves(front, *segments);
        if (front.facing) {
            return source_.error(begin == end() ? begin - 1 : begin, "there are no left and right pages",
                                 "take align_headings and leading_blank out, or write ::: left … and ::: right …");
        }
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

    /// Two texts whose pages face each other: nothing else may stand beside them.
    std::optional<Error> leaves(FrontMatter& front, const std::vector<Segment>& segments) {
        for (const Segment& segment : segments) {
            if (segment.name.empty() && is_blank(source_, segment)) continue;
            const bool leaf = segment.name == "left" || segment.name == "right";
            const bool again = std::any_of(segments.data(), &segment,
                                           [&](const Segment& other) { return other.name == segment.name; });
            if (!leaf || again) {
                return source_.error(segment.at, again ? "a second text of " + segment.name + " pages"
                                                       : "text outside of left and right pages",
                                     "put it into the text of left or right pages");
            }
            if (auto error = leaf_text(front, segment)) return error;
        }
        if (document_.sections.size() < 2) {
            return source_.error(segments.front().at, "left pages without right ones, or the other way round",
                                 "write both ::: left mn-Mong … ::: and ::: right zh-Hans … :::");
        }
        if (document_.properties.language.empty()) document_.properties.language = document_.sections[0].language;
        return std::nullopt;
    }

    std::optional<Error> leaf_text(const FrontMatter& front, const Segment& segment) {
        if (!document::is_language_tag(segment.argument)) {
            return source_.error(segment.at, "'" + segment.argument + "' is no language tag",
                                 "write mn-Mong, zh-Hans or another tag of BCP 47");
        }
        const bool first = document_.sections.empty();
        document::Section& section = document_.sections.emplace_back();
        section.language = segment.argument;
        section.writing_mode = document::writing_mode_of(section.language);
        // Pages that lie open beside each other are of one size: standing, as documents of offices are.
        section.page = document::default_page(document::WritingMode::horizontal_tb);
        const bool lying = front.orientation == FrontMatter::Orientation::landscape;
        if (lying) std::swap(section.page.width, section.page.height);
        if (first) {
            section.facing = front.facing.value_or(document::Facing{});
            section.facing->leaf = segment.name == "left" ? document::Leaf::left : document::Leaf::right;
        }
        BlockOptions options;
        options.mode = section.writing_mode;
        options.language = section.language;
        options.base_folder = base_folder_;
        return body(segment.begin, segment.end, options, section.blocks);
    }

    /// A sign has all its text in the front matter.
    std::optional<Error> sign(notice::Sign sign, std::uint32_t begin) {
        const std::size_t first = source_.bytes().find_first_not_of(" \t\r\n", begin);
        if (first != std::string_view::npos) {
            return source_.error(first, "text below the front matter of a sign",
                                 "put the texts of the sign into the keys mn, zh and others");
        }
        sign.sources = document_.sources;
        document_ = notice::to_document(std::move(sign));
        return std::nullopt;
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
            if (segment.name.empty() && is_blank(source_, segment)) continue;
            const std::string_view text = source_.bytes().substr(segment.begin, segment.end - segment.begin);
            const std::size_t first = text.find_first_not_of(" \t\r\n");
            return fail(source_.error(segment.name.empty() ? segment.begin + first : segment.at,
                                      "text outside of a version", "put it between '::: version …' and ':::'"));
        }
        return texts;
    }

    /// The text of a version, and the annexes after it.
    std::optional<Error> version_body(const Segment& text, BlockOptions options, notice::Version& version) {
        NoteTexts notes{source_, text.begin, text.end};
        options.notes = &notes;
        if (auto error = version_parts(text, options, version)) return error;
        if (auto error = finish_text(notes, version.body)) return error;
        for (notice::Annex& annex : version.annexes) {
            if (auto error = finish_text(notes, annex.body)) return error;
        }
        notes.report_unused(diagnostics_);
        return std::nullopt;
    }

    std::optional<Error> version_parts(const Segment& text, const BlockOptions& options, notice::Version& version) {
        const Result<std::vector<Segment>> segments = split_directives(source_, text.begin, text.end);
        if (!segments) return segments.error();
        std::uint32_t at = text.begin;
        for (const Segment& segment : *segments) {
            if (segment.name != "annex") continue;
            if (auto error = body_part(at, segment.at, options, version)) return error;
            notice::Annex& annex = version.annexes.emplace_back();
            annex.source = {0, segment.at, segment.begin};
            if (!segment.argument.empty()) {
                const auto begin = static_cast<std::uint32_t>(source_.bytes().find(segment.argument, segment.at));
                annex.title.text = to_utf16(segment.argument).value_or(std::u16string{});
                annex.title.source = {0, begin, begin + static_cast<std::uint32_t>(segment.argument.size())};
            }
            if (auto error = read_body(source_, segment.begin, segment.end, options, annex.body, diagnostics_))
                return error;
            at = static_cast<std::uint32_t>(std::min(source_.bytes().find('\n', segment.end), std::size_t{text.end}));
        }
        if (auto error = body_part(at, text.end, options, version)) return error;
        const auto fault = notice::annex_fault(version);
        if (!fault) return std::nullopt;
        return source_.error(version.annexes[fault->annex].source.begin, fault->message, fault->hint);
    }

    /// The bytes [begin, end) of a version, which hold no annex.
    std::optional<Error> body_part(std::uint32_t begin, std::uint32_t end, const BlockOptions& options,
                                   notice::Version& version) {
        const std::string_view part = source_.bytes().substr(begin, end - begin);
        const std::size_t first = part.find_first_not_of(" \t\r\n");
        if (first == std::string_view::npos) return std::nullopt;
        if (!version.annexes.empty()) {
            return source_.error(begin + first, "text after an annex", "put it before '::: annex'");
        }
        return read_body(source_, begin, end, options, version.body, diagnostics_);
    }

    std::optional<Error> notice(FrontMatter& front, std::uint32_t begin) {
        Result<std::vector<Segment>> texts = version_texts(begin);
        if (!texts) return std::move(texts.error());
        notice::Notice& notice = front.notice;
        notice.styles = notice::body_styles(notice.profile);
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
            if (auto error = version_body(text, options, *version)) return error;
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
        notice::check(notice, diagnostics_);
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
