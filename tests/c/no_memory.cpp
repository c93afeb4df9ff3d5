// Memory runs out at each allocation of typical calls in turn: the call says so, and its handles stay usable.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <new>
#include <utility>

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

/// An editor goes on with whatever memory ran out in: its text is whole, and what it tells of it is true.
class EditorCalls {
public:
    EditorCalls(const bichig_fonts* fonts, const bichig_checker* checker) {
        (void)bichig_editor_open_utf8(fonts, word, BICHIG_WHOLE, nullptr, 60, nullptr, &edit_, nullptr);
        (void)bichig_editor_set_checker(edit_, checker, nullptr, nullptr);
    }
    ~EditorCalls() { bichig_editor_close(edit_); }
    EditorCalls(const EditorCalls&) = delete;
    EditorCalls& operator=(const EditorCalls&) = delete;

    bichig_status run() {
        bichig_status status = edits();
        if (status == BICHIG_OK) status = looks();
        const long left = std::exchange(allowed, -1);
        if (!is_whole()) {
            std::puts("editor: the text is not whole");
            ++faults;
        }
        allowed = left;
        return status;
    }

private:
    /// Runs calls until one fails.
    template <class... Calls>
    static bichig_status all(Calls&&... calls) {
        bichig_status status = BICHIG_OK;
        (void)(((status = calls()) == BICHIG_OK) && ...);
        return status;
    }

    bichig_status edits() {
        constexpr const char* pasted =
            "\xE1\xA0\xAD\xE1\xA0\xA1\xE1\xA0\xB7\xE2\x80\xAF\xE1\xA0\xA4\xE1\xA0\xA8\nb\n";
        return all([&] { return bichig_editor_set_text_utf8(edit_, word, BICHIG_WHOLE, nullptr); },
                   [&] { return bichig_editor_insert_utf8(edit_, "ab\ncd", 5, 0, nullptr, nullptr); },
                   [&] { return bichig_editor_erase(edit_, BICHIG_STEP_WORD, 0, 0, nullptr, nullptr); },
                   [&] { return bichig_editor_paste_utf8(edit_, pasted, BICHIG_WHOLE, nullptr, nullptr, nullptr); },
                   [&] { return bichig_editor_select(edit_, 1, 6, nullptr); },
                   [&] { return bichig_editor_compose_utf8(edit_, word, BICHIG_WHOLE, 3, nullptr); },
                   [&] { return bichig_editor_commit_utf8(edit_, "x", 1, nullptr, 0, nullptr, nullptr); },
                   [&] { return bichig_editor_undo(edit_, nullptr, nullptr); },
                   [&] { return bichig_editor_redo(edit_, nullptr, nullptr); },
                   [&] { return bichig_editor_key(edit_, BICHIG_ARROW_RIGHT, 0, 1, nullptr); });
    }

    bichig_status looks() {
        bichig_page_visitor visitor = BICHIG_PAGE_VISITOR_INIT;
        bichig_change* changes = nullptr;
        bichig_word_finding* marks = nullptr;
        bichig_range* ranges = nullptr;
        std::size_t count = 0;
        const bichig_status status = all(
            [&] { return bichig_editor_check(edit_, 1'000'000, nullptr, nullptr); },
            [&] { return bichig_editor_marks(edit_, 0, BICHIG_WHOLE, &marks, &count, nullptr); },
            [&] { return bichig_editor_visit(edit_, 0, 100, &visitor, nullptr); },
            [&] { return bichig_editor_find_all_utf8(edit_, "b", 1, BICHIG_KEY_SHAPE, 0, &ranges, &count, nullptr); },
            [&] { return bichig_editor_take_changes(edit_, &changes, &count, nullptr); });
        bichig_free(changes);
        bichig_free(marks);
        bichig_free(ranges);
        return status;
    }

    bool is_whole() const {
        bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
        bichig_selection selection = BICHIG_SELECTION_INIT;
        bichig_char16* text = nullptr;
        std::size_t length = 0;
        const bool told = bichig_editor_get_state(edit_, &state, nullptr) == BICHIG_OK &&
                          bichig_editor_text_utf16(edit_, 0, BICHIG_WHOLE, &text, &length, nullptr) == BICHIG_OK &&
                          bichig_editor_get_selection(edit_, &selection, nullptr) == BICHIG_OK;
        bichig_free(text);
        return told && state.length == length && selection.anchor <= length && selection.head <= length;
    }

    bichig_editor* edit_ = nullptr;
};

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
    {
        EditorCalls editor{fonts, checker};
        exhaust("editor", [&] { return editor.run(); });
    }
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
