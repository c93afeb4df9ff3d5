// Memory runs out at each allocation of typical calls in turn: the call says so, and its handles stay usable.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>

#include <bichig/c/bichig.h>

namespace {

thread_local long allowed = -1;  ///< so many allocations more; below 0: all
long failures = 0;

void* give(std::size_t size) {
    if (allowed == 0) {
        ++failures;
        throw std::bad_alloc{};
    }
    if (allowed > 0) --allowed;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc{};
}

void* give_block(void*, std::size_t size) {
    if (allowed == 0) return nullptr;
    if (allowed > 0) --allowed;
    return std::malloc(size);
}
void take_block(void*, void* block) { std::free(block); }

constexpr const char* word =
    "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF \xE1\xA0\xA0 ab \xE4\xB8\xAD";
int faults = 0;

/// Runs `call` with ever more memory until it succeeds.
void exhaust(const char* name, const std::function<bichig_status()>& call) {
    if (const bichig_status first = call(); first != BICHIG_OK) {
        std::printf("%s: fails with memory: %s\n", name, bichig_status_name(first));
        ++faults;
        return;
    }
    for (long most = 0; most < 200000; most += most < 400 ? 1 : most / 100) {
        allowed = most;
        const bichig_status status = call();
        const bool enough = allowed != 0;
        allowed = -1;
        if (status == BICHIG_OK && enough) {
            std::printf("%s: %ld allocations\n", name, most);
            return;
        }
        if (status != BICHIG_NO_MEMORY && status != BICHIG_OK) {
            std::printf("%s: gave '%s' when memory ran out after %ld\n", name, bichig_status_name(status), most);
            ++faults;
            return;
        }
        if (const bichig_status again = call(); again != BICHIG_OK) {
            std::printf("%s: handles are spoilt after %ld: %s\n", name, most, bichig_status_name(again));
            ++faults;
            return;
        }
    }
}

bichig_status render(const bichig_fonts* fonts, bichig_format format) {
    bichig_label_options options = BICHIG_LABEL_OPTIONS_INIT;
    bichig_picture picture = BICHIG_PICTURE_INIT;
    options.format = format;
    const bichig_status status =
        bichig_render_text_utf8(fonts, word, BICHIG_WHOLE, nullptr, &options, &picture, nullptr);
    bichig_free(picture.bytes);
    return status;
}

bichig_status write(const bichig_fonts* fonts, const bichig_document* document, bichig_format format) {
    bichig_write_options options = BICHIG_WRITE_OPTIONS_INIT;
    bichig_files* files = nullptr;
    options.format = format;
    options.dots_per_inch = 20;
    const bichig_status status =
        bichig_document_write_memory(document, fonts, &options, &files, nullptr, nullptr, nullptr);
    bichig_files_free(files);
    return status;
}

bichig_status normalize() {
    char* text = nullptr;
    bichig_edit* edits = nullptr;
    std::size_t length = 0;
    std::size_t count = 0;
    const bichig_status status =
        bichig_normalize_utf8(word, BICHIG_WHOLE, nullptr, &text, &length, &edits, &count, nullptr);
    if (status != BICHIG_OK && (text != nullptr || edits != nullptr)) ++faults;
    bichig_free(text);
    bichig_free(edits);
    return status;
}

bichig_status lay_out(const bichig_fonts* fonts) {
    bichig_layout* layout = nullptr;
    const bichig_status status =
        bichig_layout_open_utf8(fonts, word, BICHIG_WHOLE, nullptr, 80, &layout, nullptr);
    bichig_layout_close(layout);
    return status;
}

/// Takes the outline of each glyph.
int take_run(void* user, const bichig_glyph_run* run) {
    for (std::size_t i = 0; i < run->glyph_count; ++i) {
        bichig_path_part* parts = nullptr;
        std::size_t count = 0;
        auto* status = static_cast<bichig_status*>(user);
        *status = bichig_glyph_outline(run->face, run->glyphs[i].id, &parts, &count, nullptr);
        bichig_free(parts);
        if (*status != BICHIG_OK) return 1;
    }
    return 0;
}

/// Pages are kept, shown and searched; what the callback met counts as the status of the call.
bichig_status use_pages(const bichig_fonts* fonts, const bichig_document* document) {
    bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
    bichig_status met = BICHIG_OK;
    bichig_pages* pages = nullptr;
    bichig_page_match* matches = nullptr;
    bichig_rect* boxes = nullptr;
    std::size_t count = 0;
    visitor.user = &met;
    visitor.glyphs = take_run;
    bichig_status status = bichig_pages_open(document, fonts, nullptr, &pages, nullptr, nullptr, nullptr);
    if (status == BICHIG_OK) status = bichig_pages_visit(pages, 0, &visitor, nullptr);
    if (status == BICHIG_CANCELLED) status = met;
    if (status == BICHIG_OK) status = bichig_pages_selection_utf8(pages, 0, 0, 9, &boxes, &count, nullptr);
    if (status == BICHIG_OK) {
        status = bichig_pages_find_utf8(pages, "ab", 2, BICHIG_KEY_SHAPE, &matches, &count, nullptr);
    }
    bichig_free(boxes);
    bichig_free(matches);
    bichig_pages_close(pages);
    return status;
}

bichig_status read() {
    bichig_document* document = nullptr;
    bichig_findings* findings = nullptr;
    const bichig_status status =
        bichig_document_read_utf8("# a\n\nb *c*\n", BICHIG_WHOLE, nullptr, &document, &findings, nullptr);
    bichig_document_close(document);
    bichig_findings_free(findings);
    return status;
}

/// A word in letters that look alike, one that nothing is like, and a right one.
constexpr const char* to_check =
    "\xE1\xA0\xAE\xE1\xA0\xA4\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA4\xE1\xA0\xAF \xE1\xA0\xAD\xE1\xA0\xA2\xE1\xA0\xB7 "
    "\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF";

bichig_status check(const bichig_checker* checker) {
    bichig_word_finding* findings = nullptr;
    std::size_t found = 0;
    bichig_check_options options = BICHIG_CHECK_OPTIONS_INIT;
    options.word_budget = 1000000;
    const bichig_status status =
        bichig_check_utf8(checker, to_check, BICHIG_WHOLE, &options, &findings, &found, nullptr, nullptr);
    if ((status == BICHIG_OK) != (found == 2 && findings != nullptr)) ++faults;
    bichig_free(findings);
    return status;
}

bichig_status suggest(const bichig_checker* checker) {
    bichig_suggestion* suggestions = nullptr;
    std::size_t found = 0;
    const bichig_status status =
        bichig_suggest_utf8(checker, to_check, 18, nullptr, &suggestions, &found, nullptr);
    if ((status == BICHIG_OK) != (suggestions != nullptr)) ++faults;
    bichig_free(suggestions);
    return status;
}

/// A dictionary is made of two words, and a personal one, and a checker of both.
bichig_status make_checker(bichig_checker** checker) {
    bichig_dictionary_builder* builder = nullptr;
    bichig_dictionary* dictionary = nullptr;
    bichig_personal* personal = nullptr;
    *checker = nullptr;
    bichig_status status = bichig_dictionary_builder_open(BICHIG_GB25914, &builder, nullptr);
    for (const char* added : {"\xE1\xA0\xAE\xE1\xA0\xA3\xE1\xA0\xA9\xE1\xA0\xAD\xE1\xA0\xA3\xE1\xA0\xAF",
                              "\xE1\xA0\xAD\xE1\xA0\xA0\xE1\xA0\xB7"}) {
        if (status != BICHIG_OK) continue;
        status = bichig_dictionary_builder_add_utf8(builder, added, BICHIG_WHOLE, 0, BICHIG_FORM_WORD, nullptr);
    }
    if (status == BICHIG_OK) status = bichig_dictionary_builder_make(builder, &dictionary, nullptr);
    if (status == BICHIG_OK) status = bichig_personal_open(nullptr, &personal, nullptr);
    if (status == BICHIG_OK) status = bichig_personal_add_utf8(personal, "\xE1\xA0\xA0", 3, nullptr, 0, nullptr);
    bichig_checker_options options = BICHIG_CHECKER_OPTIONS_INIT;
    options.dictionary = dictionary;
    options.personal = &personal;
    options.personal_count = 1;
    if (status == BICHIG_OK) status = bichig_checker_open(&options, checker, nullptr);
    bichig_personal_close(personal);
    bichig_dictionary_close(dictionary);
    bichig_dictionary_builder_close(builder);
    return status;
}

bichig_status make_and_close() {
    bichig_checker* checker = nullptr;
    const bichig_status status = make_checker(&checker);
    bichig_checker_close(checker);
    return status;
}

}  // namespace

void* operator new(std::size_t size) { return give(size); }
void* operator new[](std::size_t size) { return give(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

int main(int count, char** arguments) {
    if (count != 2) return 2;
    bichig_set_allocator(give_block, take_block, nullptr);
    bichig_font_options options = BICHIG_FONT_OPTIONS_INIT;
    options.staged = arguments[1];
    bichig_fonts* fonts = nullptr;
    bichig_document* document = nullptr;
    if (bichig_fonts_open(&options, &fonts, nullptr, nullptr) != BICHIG_OK) return 2;
    if (bichig_document_read_utf8(word, BICHIG_WHOLE, nullptr, &document, nullptr, nullptr) != BICHIG_OK) return 2;
    bichig_checker* checker = nullptr;
    if (make_checker(&checker) != BICHIG_OK) return 2;
    exhaust("normalize", normalize);
    exhaust("check", [&] { return check(checker); });
    exhaust("suggest", [&] { return suggest(checker); });
    exhaust("make dictionaries and a checker", make_and_close);
    bichig_checker_close(checker);
    exhaust("lay out", [&] { return lay_out(fonts); });
    exhaust("label as pixels", [&] { return render(fonts, BICHIG_RGBA); });
    exhaust("label as PNG", [&] { return render(fonts, BICHIG_PNG); });
    exhaust("label as SVG", [&] { return render(fonts, BICHIG_SVG); });
    exhaust("read Markdown", read);
    exhaust("write SVG", [&] { return write(fonts, document, BICHIG_SVG); });
    exhaust("write PDF", [&] { return write(fonts, document, BICHIG_PDF); });
    exhaust("find", [] {
        bichig_range* ranges = nullptr;
        std::size_t found = 0;
        const auto status =
            bichig_find_utf8(word, BICHIG_WHOLE, word, 6, BICHIG_KEY_SHAPE, &ranges, &found, nullptr);
        bichig_free(ranges);
        return status;
    });
    exhaust("pages", [&] { return use_pages(fonts, document); });
    bichig_document_close(document);
    bichig_fonts_close(fonts);
    if (failures < 100) {
        std::printf("only %ld allocations failed: operator new is not that of the library\n", failures);
        ++faults;
    }
    std::printf("%d faults\n", faults);
    return faults == 0 ? 0 : 1;
}
