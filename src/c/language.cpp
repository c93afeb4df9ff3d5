// Calls of bichig/c/language.h: each pair is one template over the units of its text.
#include <bichig/c/language.h>

#include <vector>

#include <bichig/script/suffixes.h>
#include <bichig/script/syllables.h>
#include <bichig/text/analysis.h>
#include <bichig/text/boundaries.h>
#include <bichig/text/collation.h>
#include <bichig/text/count.h>

#include "c/internal/text_in_out.h"

struct bichig_collator {
    bichig::text::Collator order;
};

namespace bichig::c {

namespace {

std::vector<TextIndex> boundaries_of(std::u16string_view text, bichig_boundary kind) {
    std::vector<TextIndex> found;
    switch (kind) {
        case BICHIG_GRAPHEMES: return text::grapheme_boundaries(text);
        case BICHIG_SENTENCES: return text::sentence_boundaries(text);
        case BICHIG_LINE_BREAKS:
        case BICHIG_LINE_ENDS: {
            const text::Analysis analysis = text::analyze(text);
            for (TextIndex index = 1; index < analysis.breaks.size(); ++index) {
                const text::Break at = analysis.breaks[index];
                if (at == text::Break::mandatory || (at == text::Break::allowed && kind == BICHIG_LINE_BREAKS)) {
                    found.push_back(index);
                }
            }
            return found;
        }
    }
    fail_argument("there is no such kind of boundary");
}

template <class Char>
void boundaries(const Char* text, std::size_t length, bichig_boundary kind, std::size_t** out, std::size_t* count) {
    clear_result(out, count);
    const Source source{text, length};
    std::vector<std::size_t> offsets;
    for (const TextIndex index : boundaries_of(source.text(), kind)) offsets.push_back(source.offset(index));
    ArrayBlock{offsets}.give(out, count);
}

template <class Char>
void segments(const Char* text, std::size_t length, int apart, bichig_segment** out, std::size_t* count) {
    clear_result(out, count);
    const Source source{text, length};
    std::vector<bichig_segment> found;
    const auto suffixes = apart != 0 ? text::Suffixes::apart : text::Suffixes::with_stem;
    for (const text::Segment& segment : text::segments(source.text(), suffixes)) {
        found.push_back({source.range(segment.range), static_cast<bichig_segment_kind>(segment.kind)});
    }
    ArrayBlock{found}.give(out, count);
}

template <class Char>
void syllables(const Char* text, std::size_t length, bichig_range** out, std::size_t* count) {
    clear_result(out, count);
    const Source source{text, length};
    std::vector<bichig_range> found;
    for (const TextRange& range : script::syllables(source.text())) found.push_back(source.range(range));
    ArrayBlock{found}.give(out, count);
}

template <class Char>
void count(const Char* text, std::size_t length, bichig_counts* out) {
    const Source source{text, length};
    const text::Counts counts = text::count(source.text());
    fill(out, bichig_counts{0, counts.characters, counts.characters_with_marks, counts.words, counts.words_with_marks,
                            counts.syllables, counts.han, counts.other_words, counts.code_points, counts.lines});
}

void open(const bichig_collation_options* given, bichig_collator** out) {
    clear_result(out);
    const bichig_collation_options from = options_of(given);
    require(from.han >= BICHIG_HAN_RADICAL && from.han <= BICHIG_HAN_STROKE, "there is no such order of Chinese");
    text::CollationOptions options;
    options.han = static_cast<text::HanOrder>(from.han);
    options.numeric = from.numeric != 0;
    options.unify_connectors = from.connectors_apart == 0;
    options.distinguish_all = from.distinguish_all != 0;
    *out = make_handle<bichig_collator>(value_of(text::Collator::open(options)));
}

template <class Char>
void compare(const bichig_collator* collator, const Char* a, std::size_t a_length, const Char* b, std::size_t b_length,
             int* order) {
    require(collator != nullptr && order != nullptr, "the collator or the result is NULL");
    *order = 0;
    const Source one{a, a_length};
    const Source other{b, b_length};
    *order = collator->order.compare(one.text(), other.text());
}

template <class Char>
void sort_key(const bichig_collator* collator, const Char* text, std::size_t length, bichig_byte** out,
              std::size_t* size) {
    clear_result(out, size);
    require(collator != nullptr, "the collator is NULL");
    const Source source{text, length};
    TextBlock{std::string_view{collator->order.sort_key(source.text())}}.give(out, size);
}

script::Suffix suffix_of(bichig_suffix suffix) {
    const int kind = static_cast<int>(suffix) >> 8;
    const int index = static_cast<int>(suffix) & 0xFF;
    if (kind == 0 && index <= int(script::Case::conjunctive)) return static_cast<script::Case>(index);
    if (kind == 1 && index <= int(script::Plural::nugud)) return static_cast<script::Plural>(index);
    if (kind == 2 && index <= int(script::Reflexive::comitative)) return static_cast<script::Reflexive>(index);
    if (kind == 3 && index <= int(script::Particle::question)) return static_cast<script::Particle>(index);
    fail_argument("there is no such suffix");
}

template <class Char>
void attach(const Char* stem, std::size_t length, bichig_suffix suffix, bichig_connector connector, Char** out,
            std::size_t* size) {
    clear_result(out);
    require(connector == BICHIG_CONNECTOR_MVS || connector == BICHIG_CONNECTOR_NNBSP,
            "a suffix stands after MVS or NNBSP");
    const Source source{stem, length};
    script::SuffixOptions options;
    options.connector = static_cast<script::SuffixConnector>(connector);
    TextBlock::of<Char>(script::attach_suffix(source.text(), suffix_of(suffix), options)).give(out, size);
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_boundaries_utf8(const char* text, size_t length, bichig_boundary kind, size_t** offsets,
                                     size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::boundaries(text, length, kind, offsets, count); });
}
bichig_status bichig_boundaries_utf16(const bichig_char16* text, size_t length, bichig_boundary kind,
                                      size_t** offsets, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::boundaries(text, length, kind, offsets, count); });
}
bichig_status bichig_segments_utf8(const char* text, size_t length, int apart, bichig_segment** segments,
                                   size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::segments(text, length, apart, segments, count); });
}
bichig_status bichig_segments_utf16(const bichig_char16* text, size_t length, int apart, bichig_segment** segments,
                                    size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::segments(text, length, apart, segments, count); });
}
bichig_status bichig_syllables_utf8(const char* text, size_t length, bichig_range** ranges, size_t* count,
                                    bichig_error* error) {
    return guarded(error, [&] { bichig::c::syllables(text, length, ranges, count); });
}
bichig_status bichig_syllables_utf16(const bichig_char16* text, size_t length, bichig_range** ranges, size_t* count,
                                     bichig_error* error) {
    return guarded(error, [&] { bichig::c::syllables(text, length, ranges, count); });
}
bichig_status bichig_count_utf8(const char* text, size_t length, bichig_counts* counts, bichig_error* error) {
    return guarded(error, [&] { bichig::c::count(text, length, counts); });
}
bichig_status bichig_count_utf16(const bichig_char16* text, size_t length, bichig_counts* counts,
                                 bichig_error* error) {
    return guarded(error, [&] { bichig::c::count(text, length, counts); });
}
bichig_status bichig_collator_open(const bichig_collation_options* options, bichig_collator** collator,
                                   bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(options, collator); });
}
void bichig_collator_close(bichig_collator* collator) { bichig::c::close_handle(collator); }
bichig_status bichig_compare_utf8(const bichig_collator* collator, const char* a, size_t a_length, const char* b,
                                  size_t b_length, int* order, bichig_error* error) {
    return guarded(error, [&] { bichig::c::compare(collator, a, a_length, b, b_length, order); });
}
bichig_status bichig_compare_utf16(const bichig_collator* collator, const bichig_char16* a, size_t a_length,
                                   const bichig_char16* b, size_t b_length, int* order, bichig_error* error) {
    return guarded(error, [&] { bichig::c::compare(collator, a, a_length, b, b_length, order); });
}
bichig_status bichig_sort_key_utf8(const bichig_collator* collator, const char* text, size_t length,
                                   bichig_byte** key, size_t* key_size, bichig_error* error) {
    return guarded(error, [&] { bichig::c::sort_key(collator, text, length, key, key_size); });
}
bichig_status bichig_sort_key_utf16(const bichig_collator* collator, const bichig_char16* text, size_t length,
                                    bichig_byte** key, size_t* key_size, bichig_error* error) {
    return guarded(error, [&] { bichig::c::sort_key(collator, text, length, key, key_size); });
}
bichig_status bichig_attach_suffix_utf8(const char* stem, size_t length, bichig_suffix suffix,
                                        bichig_connector connector, char** word, size_t* word_length,
                                        bichig_error* error) {
    return guarded(error, [&] { bichig::c::attach(stem, length, suffix, connector, word, word_length); });
}
bichig_status bichig_attach_suffix_utf16(const bichig_char16* stem, size_t length, bichig_suffix suffix,
                                         bichig_connector connector, bichig_char16** word, size_t* word_length,
                                         bichig_error* error) {
    return guarded(error, [&] { bichig::c::attach(stem, length, suffix, connector, word, word_length); });
}

}  // extern "C"
