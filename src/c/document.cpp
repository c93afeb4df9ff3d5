// Calls of bichig/c/document.h. All three ways to write go through one sink, which counts pages and asks the caller.
#include <bichig/c/document.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <bichig/document/text.h>
#include <bichig/format/json.h>
#include <bichig/format/markdown.h>
#include <bichig/format/pdf.h>
#include <bichig/format/png.h>
#include <bichig/format/svg.h>
#include <bichig/paginate/page_order.h>
#include <bichig/paginate/paginate.h>

#include "c/internal/document.h"
#include "c/internal/text_in_out.h"
#include "format/svg/internal/drawing.h"

struct bichig_files {
    std::vector<std::string> files;
};

namespace bichig::c {

Error cancelled() { return {ErrorCode::system, "the call was cancelled", "", {}}; }

namespace {

std::string bytes_of(const char* text, std::size_t length) {
    const Source source{text, length};  // refuses what is ill-formed, with its offset
    return std::string{text != nullptr ? text : "", length == BICHIG_WHOLE ? std::strlen(text) : length};
}

std::string bytes_of(const bichig_char16* text, std::size_t length) {
    const Source source{text, length};
    require_writable(source.text());
    return to_utf8(source.text());
}

template <class Char>
void read(const Char* text, std::size_t length, const bichig_read_options* given, bichig_document** out,
          bichig_findings** findings) {
    clear_result(out);
    if (findings != nullptr) *findings = nullptr;
    const bichig_read_options options = options_of(given);
    require(options.source == BICHIG_MARKDOWN || options.source == BICHIG_JSON, "there is no such kind of source");
    const std::string name = options.name != nullptr ? options.name : "document";
    const std::string folder = options.folder != nullptr ? options.folder : ".";
    std::string bytes = bytes_of(text, length);
    Diagnostics diagnostics;
    auto document = options.source == BICHIG_JSON ? format::read_json(std::move(bytes), name, folder, diagnostics)
                                                  : format::read_markdown(std::move(bytes), name, folder, diagnostics);
    bichig_document* handle = make_handle<bichig_document>(value_of(std::move(document)));
    try {
        give_findings(std::move(diagnostics), findings);
    } catch (...) {
        close_handle(handle);
        throw;
    }
    *out = handle;
}

template <class Char>
void text_of(const bichig_document* document, Char** out, std::size_t* length) {
    clear_result(out);
    require(document != nullptr, "the document is NULL");
    TextBlock::of<Char>(document::reading_text(document->document)).give(out, length);
}

/// Where the bytes of each file go. Answers whether to go on.
using Take = std::function<bool(std::size_t page, const std::string& bytes)>;

/// SVG and PNG, page by page, to a caller.
class PageSink final : public page::Sink {
public:
    PageSink(const bichig_write_options& options, Take take) : options_{options}, take_{std::move(take)} {}

    Result<void> begin(const page::Properties& properties) override {
        properties_ = properties;
        return {};
    }
    Result<void> page(page::Page page) override {
        Result<std::string> bytes = options_.format == BICHIG_SVG ? svg(page) : png(page);
        if (!bytes) return fail(bytes.error());
        if (!take_(count_++, *bytes)) return fail(cancelled());
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    std::string svg(const page::Page& page) {
        for (const page::Element& element : page.begun) {
            if (!element.alternative_text.empty()) alternatives_.emplace(element.id, element.alternative_text);
        }
        std::string text = format::svg::draw(page, properties_, alternatives_);
        for (const page::ElementId id : page.ended) alternatives_.erase(id);
        return text;
    }
    Result<std::string> png(const page::Page& page) const {
        format::PixelOptions how;
        how.dots_per_inch = options_.dots_per_inch;
        if (options_.transparent != 0) how.ground.reset();
        const auto pixels = format::draw(page, how);
        if (!pixels) return fail(pixels.error());
        return format::encode_png(*pixels, how.dots_per_inch);
    }

    bichig_write_options options_;
    Take take_;
    page::Properties properties_;
    format::svg::Alternatives alternatives_;
    std::size_t count_ = 0;
};

/// Lets pages through, asks the caller whether to go on, and refuses missing characters at the end if asked to.
class Watch final : public page::Sink {
public:
    Watch(page::Sink& sink, const bichig_write_options& options, const Diagnostics& diagnostics)
        : sink_{sink}, options_{options}, diagnostics_{diagnostics} {}

    bool was_cancelled() const { return cancelled_; }

    Result<void> begin(const page::Properties& properties) override { return sink_.begin(properties); }
    Result<void> page(page::Page page) override {
        if (auto done = sink_.page(std::move(page)); !done) return done;
        ++count_;
        if (options_.progress != nullptr && options_.progress(options_.progress_user, count_, 0) != 0) {
            cancelled_ = true;
            return fail(cancelled());
        }
        return {};
    }
    Result<void> finish() override {
        const auto missing = std::find_if(diagnostics_.items.begin(), diagnostics_.items.end(),
                                          [](const Diagnostic& found) { return found.id == "missing-glyph"; });
        if (options_.strict == 0 || missing == diagnostics_.items.end()) return sink_.finish();
        return fail({ErrorCode::invalid_input, missing->message, "add a font that has the character", missing->where});
    }

private:
    page::Sink& sink_;
    const bichig_write_options& options_;
    const Diagnostics& diagnostics_;
    std::size_t count_ = 0;
    bool cancelled_ = false;
};

bichig_write_options write_options_of(const bichig_write_options* given) {
    bichig_write_options options = options_of(given);
    require(options.format == BICHIG_PDF || options.format == BICHIG_SVG || options.format == BICHIG_PNG,
            "a document is written as PDF, SVG or PNG");
    if (options.dots_per_inch == 0) options.dots_per_inch = 300;
    return options;
}

std::unique_ptr<page::Sink> file_sink(const bichig_write_options& options, const std::string& path,
                                      Diagnostics& diagnostics) {
    if (options.format == BICHIG_PDF) return value_of(format::open_pdf({path, "Bichig", true, nullptr}, diagnostics));
    if (options.format == BICHIG_SVG) return value_of(format::open_svg({path, nullptr}));
    format::PixelOptions how;
    how.dots_per_inch = options.dots_per_inch;
    if (options.transparent != 0) how.ground.reset();
    return value_of(format::open_png({path, how, nullptr}));
}

}  // namespace

bichig_summary paginate_into(page::Sink& sink, const bichig_document* handle, const Fonts& fonts,
                             const bichig_write_options& options, Diagnostics& diagnostics) {
    const document::Document* document = &handle->document;
    document::Document dated;
    if (options.date != nullptr && document->properties.date.empty()) {
        dated = *document;
        dated.properties.date = options.date;
        document = &dated;
    }
    const font::Catalogue catalogue = fonts.with_choices(document->fonts, diagnostics);
    paginate::Options how;
    how.policy = fonts.policy();
    how.words = fonts.words();
    // A document with fonts of its own needs maps of its own.
    how.maps = document->fonts.empty() ? fonts.maps() : paginate::unit_maps(catalogue, how.policy);
    Watch watch{sink, options, diagnostics};
    auto done = paginate::paginate(*document, catalogue, watch, diagnostics, how);
    if (!done) {
        if (watch.was_cancelled()) throw Failure{BICHIG_CANCELLED, done.error()};
        fail_with(done.error());
    }
    return {sizeof(bichig_summary), done->pages, done->missing_characters, done->overfull_lines,
            done->underfull_lines};
}

namespace {

/// Writes to a file, or, where `path` is null, to `take`.
void write(const bichig_document* document, const bichig_fonts* fonts, const bichig_write_options* given,
           const char* path, const Take& take, bichig_summary* summary, bichig_findings** findings) {
    if (findings != nullptr) *findings = nullptr;
    if (summary != nullptr) fill(summary, bichig_summary{});
    require(document != nullptr, "the document is NULL");
    const Fonts& shared = *fonts_of(fonts);
    const bichig_write_options options = write_options_of(given);
    Diagnostics diagnostics;
    std::string pdf;
    bool stopped = false;
    const Take watched = [&](std::size_t page, const std::string& bytes) {
        stopped = !take(page, bytes);
        return !stopped;
    };
    std::unique_ptr<page::Sink> sink;
    if (path != nullptr) {
        sink = file_sink(options, path, diagnostics);
    } else if (options.format == BICHIG_PDF) {
        sink = value_of(format::open_pdf({"", "Bichig", true, &pdf}, diagnostics));
    } else {
        sink = std::make_unique<PageSink>(options, watched);
    }
    bichig_summary done{};
    try {
        done = paginate_into(*sink, document, shared, options, diagnostics);
    } catch (Failure& failure) {
        if (stopped) failure.status = BICHIG_CANCELLED;
        throw;
    }
    if (path == nullptr && options.format == BICHIG_PDF && !watched(0, pdf)) {
        throw Failure{BICHIG_CANCELLED, cancelled()};
    }
    if (summary != nullptr) fill(summary, done);
    give_findings(std::move(diagnostics), findings);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;

extern "C" {

bichig_status bichig_document_read_utf8(const char* text, size_t length, const bichig_read_options* options,
                                        bichig_document** document, bichig_findings** findings, bichig_error* error) {
    return c::guarded(error, [&] { c::read(text, length, options, document, findings); });
}
bichig_status bichig_document_read_utf16(const bichig_char16* text, size_t length, const bichig_read_options* options,
                                         bichig_document** document, bichig_findings** findings,
                                         bichig_error* error) {
    return c::guarded(error, [&] { c::read(text, length, options, document, findings); });
}
void bichig_document_close(bichig_document* document) { c::close_handle(document); }

bichig_status bichig_document_text_utf8(const bichig_document* document, char** text, size_t* length,
                                        bichig_error* error) {
    return c::guarded(error, [&] { c::text_of(document, text, length); });
}
bichig_status bichig_document_text_utf16(const bichig_document* document, bichig_char16** text, size_t* length,
                                         bichig_error* error) {
    return c::guarded(error, [&] { c::text_of(document, text, length); });
}

bichig_status bichig_document_write_file(const bichig_document* document, const bichig_fonts* fonts,
                                         const bichig_write_options* options, const char* path,
                                         bichig_summary* summary, bichig_findings** findings, bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(path != nullptr, "the path is NULL");
        c::write(document, fonts, options, path, {}, summary, findings);
    });
}

bichig_status bichig_document_write_callback(const bichig_document* document, const bichig_fonts* fonts,
                                             const bichig_write_options* options, bichig_write_page write, void* user,
                                             bichig_summary* summary, bichig_findings** findings,
                                             bichig_error* error) {
    return c::guarded(error, [&] {
        c::require(write != nullptr, "the callback is NULL");
        const c::Take take = [&](std::size_t page, const std::string& bytes) {
            return write(user, page, bytes.data(), bytes.size()) == 0;
        };
        c::write(document, fonts, options, nullptr, take, summary, findings);
    });
}

bichig_status bichig_document_write_memory(const bichig_document* document, const bichig_fonts* fonts,
                                           const bichig_write_options* options, bichig_files** files,
                                           bichig_summary* summary, bichig_findings** findings, bichig_error* error) {
    return c::guarded(error, [&] {
        c::clear_result(files);
        bichig_files* handle = c::make_handle<bichig_files>();
        const c::Take take = [&](std::size_t, const std::string& bytes) {
            handle->files.push_back(bytes);
            return true;
        };
        try {
            c::write(document, fonts, options, nullptr, take, summary, findings);
        } catch (...) {
            c::close_handle(handle);
            throw;
        }
        *files = handle;
    });
}

size_t bichig_files_count(const bichig_files* files) { return files == nullptr ? 0 : files->files.size(); }

const void* bichig_files_bytes(const bichig_files* files, size_t index, size_t* size) {
    const bool there = files != nullptr && index < files->files.size();
    if (size != nullptr) *size = there ? files->files[index].size() : 0;
    return there ? files->files[index].data() : nullptr;
}

void bichig_files_free(bichig_files* files) { c::close_handle(files); }

}  // extern "C"
