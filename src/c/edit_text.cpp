// Calls of bichig/c/edit_text.h.
#include <bichig/c/edit_text.h>

#include <chrono>

#include "c/internal/edit.h"

namespace bichig::c {

namespace {

edit::PasteOptions paste_options_of(const bichig_paste_options* given) {
    const bichig_paste_options from = options_of(given);
    require(from.connector >= BICHIG_CLEAN_TO_MVS && from.connector <= BICHIG_CLEAN_NOTHING,
            "there is no such connector");
    edit::PasteOptions made;
    made.clean = from.raw == 0;
    made.connector = static_cast<script::Connector>(from.connector);
    if (from.font != nullptr) made.font = from.font;
    if (from.encoding != nullptr) {
        made.legacy = script::legacy_named(from.encoding);
        if (!made.legacy) {
            fail_with({ErrorCode::not_found, std::string{"there is no encoding '"} + from.encoding + "'",
                       "menksoft, menksoft-letter, delehi or z52", {}});
        }
    }
    return made;
}

void fill_report(bichig_paste_report* out, edit::TextStretch range, bool cut, const edit::CleanReport& clean) {
    if (out == nullptr) return;
    using Kind = script::LegacyDetection::Kind;
    bichig_paste_report report{};
    report.range = range_of(range);
    report.cut = cut;
    if (clean.detected.kind == Kind::legacy) {
        copy_field(report.encoding, sizeof report.encoding, script::name(clean.detected.legacy));
    }
    report.refused = clean.detected.kind == Kind::refused;
    report.words_converted = clean.words_converted;
    report.words_kept = clean.words_kept;
    report.connectors = clean.connectors;
    fill(out, report);
}

template <class Char>
void paste(bichig_editor* edit, const Char* text, std::size_t length, const bichig_paste_options* options,
           bichig_paste_report* out) {
    edit::Editor& editor = editor_of(edit);
    if (out != nullptr) fill(out, bichig_paste_report{});
    const Source source{text, length};
    const edit::PasteReport report = editor.paste(source.text(), paste_options_of(options));
    fill_report(out, report.range, report.cut, report.clean);
}

void clean(bichig_editor* edit, std::size_t begin, std::size_t end, const bichig_paste_options* options,
           bichig_paste_report* out) {
    edit::Editor& editor = editor_of(edit);
    if (out != nullptr) fill(out, bichig_paste_report{});
    const edit::TextOffset size = editor.size();
    const edit::CleanReport report = editor.clean({begin, end}, paste_options_of(options));
    const edit::TextOffset first = std::min<edit::TextOffset>({begin, end, size});
    const edit::TextOffset last = std::min<edit::TextOffset>(std::max(begin, end), size);
    fill_report(out, {first, last + editor.size() - size}, false, report);
}

template <class Char>
void compose(bichig_editor* edit, const Char* text, std::size_t length, std::size_t caret) {
    edit::Editor& editor = editor_of(edit);
    const Source source{text, length};
    editor.compose({std::u16string{source.text()}, {}, source.offsets().index(caret, source.text().size())});
}

template <class Char>
void commit(bichig_editor* edit, const Char* text, std::size_t length, const bichig_range* replaced,
            unsigned long time, int* changed) {
    tell(changed, false);
    edit::Editor& editor = editor_of(edit);
    const Source source{text, length};
    std::optional<edit::TextStretch> range;
    if (replaced != nullptr) range = edit::TextStretch{replaced->begin, replaced->end};
    tell(changed, editor.commit(source.text(), range, std::chrono::milliseconds{time}));
}

edit::SearchOptions search_options_of(bichig_key_level level, bool wrap) {
    require(level >= BICHIG_KEY_EXACT && level <= BICHIG_KEY_FOLDED, "there is no such level");
    return {static_cast<script::KeyLevel>(level), wrap};
}

template <class Char>
void find(const bichig_editor* edit, const Char* pattern, std::size_t length, bichig_key_level level, std::size_t from,
          int forward, int wrap, bichig_editor_match* out) {
    const edit::Editor& editor = editor_of(edit);
    fill(out, bichig_editor_match{});
    const Source source{pattern, length};
    const auto found =
        editor.find(source.text(), from, direction_of(forward), search_options_of(level, wrap != 0));
    if (!found) fail_with({ErrorCode::not_found, "the pattern does not occur", {}, {}});
    bichig_editor_match match{};
    match.range = range_of(found->range);
    match.wrapped = found->wrapped;
    fill(out, match);
}

template <class Char>
void find_all(const bichig_editor* edit, const Char* pattern, std::size_t length, bichig_key_level level,
              std::size_t limit, bichig_range** out, std::size_t* count) {
    clear_result(out, count);
    const edit::Editor& editor = editor_of(edit);
    const Source source{pattern, length};
    std::vector<bichig_range> ranges;
    const std::size_t most = limit == 0 ? static_cast<std::size_t>(-1) : limit;
    for (const edit::TextStretch range : editor.find_all(source.text(), search_options_of(level, false), most)) {
        ranges.push_back(range_of(range));
    }
    ArrayBlock{ranges}.give(out, count);
}

template <class Char>
void replace_all(bichig_editor* edit, const Char* pattern, std::size_t pattern_length, const Char* text,
                 std::size_t length, bichig_key_level level, std::size_t* count) {
    if (count != nullptr) *count = 0;
    edit::Editor& editor = editor_of(edit);
    const Source wanted{pattern, pattern_length};
    const Source source{text, length};
    const std::size_t done = editor.replace_all(wanted.text(), source.text(), search_options_of(level, false));
    if (count != nullptr) *count = done;
}

void characters(const bichig_editor* edit, std::size_t begin, std::size_t end, bool invisible, bichig_character** out,
                std::size_t* count) {
    clear_result(out, count);
    const edit::Editor& editor = editor_of(edit);
    if (begin > end) std::swap(begin, end);
    begin = std::min<std::size_t>(begin, editor.size());
    const std::u16string text = editor.text({begin, end});
    std::vector<bichig_character> made;
    for (const edit::Character& character : edit::characters_of(text)) {
        const std::string_view label = edit::invisible_label(character.code_point);
        if (invisible && label.empty()) continue;
        bichig_character one{};
        one.offset = begin + character.index;
        one.code_point = character.code_point;
        copy_field(one.label, sizeof one.label, label);
        copy_field(one.name, sizeof one.name, character.name);
        made.push_back(one);
    }
    ArrayBlock{made}.give(out, count);
}

}  // namespace

}  // namespace bichig::c

using namespace bichig;
using c::guarded;

extern "C" {

bichig_status bichig_editor_paste_utf8(bichig_editor* edit, const char* text, size_t length,
                                       const bichig_paste_options* options, bichig_paste_report* report,
                                       bichig_error* error) {
    return guarded(error, [&] { c::paste(edit, text, length, options, report); });
}
bichig_status bichig_editor_paste_utf16(bichig_editor* edit, const bichig_char16* text, size_t length,
                                        const bichig_paste_options* options, bichig_paste_report* report,
                                        bichig_error* error) {
    return guarded(error, [&] { c::paste(edit, text, length, options, report); });
}
bichig_status bichig_editor_clean(bichig_editor* edit, size_t begin, size_t end, const bichig_paste_options* options,
                                  bichig_paste_report* report, bichig_error* error) {
    return guarded(error, [&] { c::clean(edit, begin, end, options, report); });
}
bichig_status bichig_editor_compose_utf8(bichig_editor* edit, const char* text, size_t length, size_t caret,
                                         bichig_error* error) {
    return guarded(error, [&] { c::compose(edit, text, length, caret); });
}
bichig_status bichig_editor_compose_utf16(bichig_editor* edit, const bichig_char16* text, size_t length, size_t caret,
                                          bichig_error* error) {
    return guarded(error, [&] { c::compose(edit, text, length, caret); });
}
bichig_status bichig_editor_commit_utf8(bichig_editor* edit, const char* text, size_t length,
                                        const bichig_range* replaced, unsigned long time, int* changed,
                                        bichig_error* error) {
    return guarded(error, [&] { c::commit(edit, text, length, replaced, time, changed); });
}
bichig_status bichig_editor_commit_utf16(bichig_editor* edit, const bichig_char16* text, size_t length,
                                         const bichig_range* replaced, unsigned long time, int* changed,
                                         bichig_error* error) {
    return guarded(error, [&] { c::commit(edit, text, length, replaced, time, changed); });
}
bichig_status bichig_editor_find_utf8(const bichig_editor* edit, const char* pattern, size_t length,
                                      bichig_key_level level, size_t from, int forward, int wrap,
                                      bichig_editor_match* match, bichig_error* error) {
    return guarded(error, [&] { c::find(edit, pattern, length, level, from, forward, wrap, match); });
}
bichig_status bichig_editor_find_utf16(const bichig_editor* edit, const bichig_char16* pattern, size_t length,
                                       bichig_key_level level, size_t from, int forward, int wrap,
                                       bichig_editor_match* match, bichig_error* error) {
    return guarded(error, [&] { c::find(edit, pattern, length, level, from, forward, wrap, match); });
}
bichig_status bichig_editor_find_all_utf8(const bichig_editor* edit, const char* pattern, size_t length,
                                          bichig_key_level level, size_t limit, bichig_range** matches, size_t* count,
                                          bichig_error* error) {
    return guarded(error, [&] { c::find_all(edit, pattern, length, level, limit, matches, count); });
}
bichig_status bichig_editor_find_all_utf16(const bichig_editor* edit, const bichig_char16* pattern, size_t length,
                                           bichig_key_level level, size_t limit, bichig_range** matches, size_t* count,
                                           bichig_error* error) {
    return guarded(error, [&] { c::find_all(edit, pattern, length, level, limit, matches, count); });
}
bichig_status bichig_editor_replace_all_utf8(bichig_editor* edit, const char* pattern, size_t pattern_length,
                                             const char* text, size_t length, bichig_key_level level, size_t* count,
                                             bichig_error* error) {
    return guarded(error, [&] { c::replace_all(edit, pattern, pattern_length, text, length, level, count); });
}
bichig_status bichig_editor_replace_all_utf16(bichig_editor* edit, const bichig_char16* pattern, size_t pattern_length,
                                              const bichig_char16* text, size_t length, bichig_key_level level,
                                              size_t* count, bichig_error* error) {
    return guarded(error, [&] { c::replace_all(edit, pattern, pattern_length, text, length, level, count); });
}
bichig_status bichig_editor_characters(const bichig_editor* edit, size_t begin, size_t end, int invisible,
                                       bichig_character** characters, size_t* count, bichig_error* error) {
    return guarded(error, [&] { c::characters(edit, begin, end, invisible != 0, characters, count); });
}

}  // extern "C"
