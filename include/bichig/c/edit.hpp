// An editor of the C interface as a class of C++17. Texts are UTF-16, as offsets are.
#ifndef BICHIG_C_EDIT_HPP
#define BICHIG_C_EDIT_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <bichig/c/page.hpp>
#include <bichig/c/spelling.hpp>

namespace bichig::c_api {

namespace internal {

inline const bichig_char16* units(std::u16string_view text) {
    return reinterpret_cast<const bichig_char16*>(text.data());
}
inline std::u16string wide(const bichig_char16* text, std::size_t length) {
    return {reinterpret_cast<const char16_t*>(text), length};
}

}  // namespace internal

/// A word that is marked.
struct EditorMark {
    bichig_range range{};
    bichig_fault fault = BICHIG_FAULT_UNKNOWN;
    bool certain = false;
    std::string reason;
    std::vector<std::u16string> suggestions;
};

/// What happened to a text (bichig_change).
struct EditorChange {
    bichig_change what{};         ///< without its removed_text
    std::u16string removed_text;
};

/// Work for another thread (bichig_spelling_job).
class SpellingJob {
public:
    explicit SpellingJob(bichig_spelling_job* job) : job_(job) {}
    void run() {
        internal::check([&](bichig_error* error) { return bichig_spelling_job_run(job_.get(), error); });
    }
    /// From any thread.
    void stop() { bichig_spelling_job_stop(job_.get()); }
    bichig_spelling_job* release() { return job_.release(); }

private:
    internal::Owned<bichig_spelling_job> job_;
};

/// A text that is edited (bichig_editor_open). One thread at a time. For calls that are not here: get().
class Editor {
public:
    Editor(const bichig_fonts* fonts, std::u16string_view text, const bichig_style& style, double measure,
           const bichig_editor_options* options = nullptr) {
        bichig_editor* made = nullptr;
        internal::check([&](bichig_error* error) {
            return bichig_editor_open_utf16(fonts, internal::units(text), text.size(), &style, measure, options, &made,
                                            error);
        });
        editor_.reset(made);
    }
    bichig_editor_state state() const {
        bichig_editor_state state = BICHIG_EDITOR_STATE_INIT;
        internal::check([&](bichig_error* error) { return bichig_editor_get_state(get(), &state, error); });
        return state;
    }
    std::u16string text(std::size_t begin = 0, std::size_t end = BICHIG_WHOLE) const {
        bichig_char16* units = nullptr;
        std::size_t length = 0;
        internal::check([&](auto* e) { return bichig_editor_text_utf16(get(), begin, end, &units, &length, e); });
        const std::unique_ptr<void, internal::Release> owned(units);
        return internal::wide(units, length);
    }
    bool insert(std::u16string_view text, unsigned long time = 0) {
        return changes([&](auto* done, auto* error) {
            return bichig_editor_insert_utf16(get(), internal::units(text), text.size(), time, done, error);
        });
    }
    bool erase(bichig_editor_step step, bool forward, unsigned long time = 0) {
        return changes([&](auto* changed, auto* error) {
            return bichig_editor_erase(get(), step, forward, time, changed, error);
        });
    }
    bool replace(bichig_range range, std::u16string_view text) {
        return changes([&](int* changed, bichig_error* error) {
            return bichig_editor_replace_utf16(get(), range.begin, range.end, internal::units(text), text.size(),
                                               changed, error);
        });
    }
    bichig_paste_report paste(std::u16string_view text, const bichig_paste_options* options = nullptr) {
        bichig_paste_report report = BICHIG_PASTE_REPORT_INIT;
        internal::check([&](bichig_error* error) {
            return bichig_editor_paste_utf16(get(), internal::units(text), text.size(), options, &report, error);
        });
        return report;
    }
    bool undo() {
        return changes([&](int* changed, bichig_error* error) { return bichig_editor_undo(get(), changed, error); });
    }
    bool redo() {
        return changes([&](int* changed, bichig_error* error) { return bichig_editor_redo(get(), changed, error); });
    }
    bichig_selection selection() const {
        bichig_selection selection = BICHIG_SELECTION_INIT;
        internal::check([&](auto* error) { return bichig_editor_get_selection(get(), &selection, error); });
        return selection;
    }
    void select(std::size_t anchor, std::size_t head) {
        internal::check([&](bichig_error* error) { return bichig_editor_select(get(), anchor, head, error); });
    }
    void key(bichig_arrow arrow, bool by_word = false, bool extend = false) {
        internal::check([&](auto* error) { return bichig_editor_key(get(), arrow, by_word, extend, error); });
    }
    /// The next occurrence, without going on at the start.
    std::optional<bichig_range> find(std::u16string_view pattern, bichig_key_level level, std::size_t from = 0) const {
        bichig_editor_match match = BICHIG_EDITOR_MATCH_INIT;
        bichig_error error = BICHIG_ERROR_INIT;
        const bichig_status status = bichig_editor_find_utf16(get(), internal::units(pattern), pattern.size(), level,
                                                              from, 1, 0, &match, &error);
        if (status == BICHIG_NOT_FOUND) return std::nullopt;
        if (status != BICHIG_OK) throw Error(error);
        return match.range;
    }
    bichig_rect caret(double thickness) const {
        bichig_rect caret{};
        internal::check([&](bichig_error* error) { return bichig_editor_caret(get(), thickness, &caret, error); });
        return caret;
    }
    /// Lays out what is seen; where it begins now.
    double show(double offset, double extent) {
        bichig_editor_view view = BICHIG_EDITOR_VIEW_INIT;
        internal::check([&](bichig_error* error) { return bichig_editor_show(get(), offset, extent, &view, error); });
        return view.offset;
    }
    void visit(double offset, double extent, PageVisitor& visitor) {
        internal::VisitorCalls(visitor).run([&](const bichig_page_visitor* calls, bichig_error* error) {
            return bichig_editor_visit(get(), offset, extent, calls, error);
        });
    }
    void set_checker(const Checker& checker) {
        internal::check([&](auto* error) { return bichig_editor_set_checker(get(), checker.get(), nullptr, error); });
    }
    std::optional<SpellingJob> take_job(std::size_t units) {
        bichig_spelling_job* job = nullptr;
        internal::check([&](bichig_error* error) { return bichig_editor_take_job(get(), units, &job, error); });
        return job != nullptr ? std::optional<SpellingJob>(job) : std::nullopt;
    }
    void finish(SpellingJob job) {
        internal::check([&](bichig_error* error) { return bichig_editor_finish_job(get(), job.release(), error); });
    }
    std::vector<EditorMark> marks(std::size_t begin = 0, std::size_t end = BICHIG_WHOLE) const {
        std::vector<EditorMark> all;
        internal::for_each<bichig_word_finding>(
            [&](bichig_word_finding** out, std::size_t* count, bichig_error* error) {
                return bichig_editor_marks(get(), begin, end, out, count, error);
            },
            [&](const bichig_word_finding& found) {
                all.push_back({found.range, found.fault, found.certain != 0, found.reason, {}});
                for (std::size_t i = 0; i < found.suggestion_count; ++i) {
                    const bichig_suggestion& meant = found.suggestions[i];
                    all.back().suggestions.push_back(internal::wide(meant.utf16, meant.length));
                }
            });
        return all;
    }
    std::vector<EditorChange> take_changes() {
        std::vector<EditorChange> all;
        internal::for_each<bichig_change>(
            [&](bichig_change** out, std::size_t* count, bichig_error* error) {
                return bichig_editor_take_changes(get(), out, count, error);
            },
            [&](const bichig_change& change) {
                all.push_back({change, internal::wide(change.removed_text, change.removed)});
                all.back().what.removed_text = nullptr;
            });
        return all;
    }
    bichig_editor* get() const { return editor_.get(); }

private:
    template <class Call>
    static bool changes(Call&& call) {
        int changed = 0;
        internal::check([&](bichig_error* error) { return call(&changed, error); });
        return changed != 0;
    }
    internal::Owned<bichig_editor> editor_;
};

}  // namespace bichig::c_api

#endif
