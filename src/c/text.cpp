// Calls of bichig/c/text.h: each pair is one template over the units of its text.
#include <bichig/c/text.h>

#include <optional>
#include <utility>
#include <vector>

#include <bichig/script/key.h>
#include <bichig/script/legacy.h>
#include <bichig/script/transliteration.h>
#include <bichig/script/units.h>
#include <bichig/text/normal_form.h>

#include "c/internal/conversion.h"

namespace bichig::c {

namespace {

script::UnitOptions units_of(bichig_profile profile, bichig_system system) {
    require(profile == BICHIG_GB25914 || profile == BICHIG_UTN57, "there is no such profile");
    require(system >= BICHIG_SYSTEM_AUTOMATIC && system <= BICHIG_MANCHU_ALI_GALI, "there is no such writing system");
    script::UnitOptions options;
    options.profile = profile == BICHIG_UTN57 ? script::Profile::utn57 : script::Profile::gb25914;
    if (system != BICHIG_SYSTEM_AUTOMATIC) options.system = static_cast<script::WritingSystem>(system - 1);
    return options;
}

script::UnitOptions units_of(const bichig_unit_options* given) {
    const bichig_unit_options options = options_of(given);
    return units_of(options.profile, options.system);
}

template <class Char>
void units(const Char* text, std::size_t length, const bichig_unit_options* options, char** out, std::size_t* size) {
    clear_result(out);
    const Source source{text, length};
    TextBlock{std::string_view{script::notation(script::units(source.text(), units_of(options)))}}.give(out, size);
}

template <class Char>
void letters(const Char* text, std::size_t length, const bichig_unit_options* options, bichig_letter** out,
             std::size_t* count) {
    clear_result(out, count);
    const Source source{text, length};
    const script::UnitAnalysis analysis = script::analyze(source.text(), units_of(options));
    std::vector<bichig_letter> found;
    found.reserve(analysis.letters.size());
    for (const script::LetterForm& form : analysis.letters) {
        bichig_letter letter{};
        letter.range = source.range(form.range);
        letter.position = static_cast<bichig_position>(form.position);
        letter.effect = static_cast<bichig_selector_effect>(form.effect);
        letter.selector = form.selector;
        letter.condition = script::name(form.condition).data();
        const auto begin = analysis.units.begin();
        copy_field(letter.units, sizeof letter.units,
                   script::notation({begin + form.unit_begin, begin + form.unit_end}));
        found.push_back(letter);
    }
    ArrayBlock{found}.give(out, count);
}

text::NormalOptions normal_of(const bichig_normal_options* given) {
    const bichig_normal_options options = options_of(given);
    require(options.connector >= BICHIG_CONNECTOR_MVS && options.connector <= BICHIG_CONNECTOR_KEEP,
            "there is no such connector");
    text::NormalOptions normal;
    normal.nfc = (options.leave_out & BICHIG_RULE_NFC) == 0;
    normal.mongolian.vertical_forms = (options.leave_out & BICHIG_RULE_VERTICAL_FORMS) == 0;
    normal.mongolian.second_selector = (options.leave_out & BICHIG_RULE_SECOND_SELECTOR) == 0;
    normal.mongolian.selector_without_effect = (options.leave_out & BICHIG_RULE_SELECTOR_WITHOUT_EFFECT) == 0;
    normal.mongolian.diphthong = options.diphthong != 0;
    normal.mongolian.connector = static_cast<script::Connector>(options.connector);
    normal.mongolian.units = units_of(options.profile, options.system);
    return normal;
}

template <class Char>
void normalize(const Char* text, std::size_t length, const bichig_normal_options* options, Char** out,
               std::size_t* size, bichig_edit** edits, std::size_t* edit_count) {
    clear_result(out);
    require((edits == nullptr) == (edit_count == nullptr), "edits and their count are both asked for, or neither");
    if (edits != nullptr) clear_result(edits, edit_count);
    const Source source{text, length};
    const script::NormalText normal = text::normalize(source.text(), normal_of(options));
    TextBlock block = TextBlock::of<Char>(normal.text);
    if (edits != nullptr) {
        const ResultOffsets<Char> offsets{normal.text};
        std::vector<bichig_edit> found;
        found.reserve(normal.edits.size());
        for (const script::NormalEdit& edit : normal.edits) {
            found.push_back({source.range(edit.source), offsets.range(edit.result)});
        }
        ArrayBlock{found}.give(edits, edit_count);
    }
    block.give(out, size);
}

script::KeyLevel level_of(bichig_key_level level) {
    require(level >= BICHIG_KEY_EXACT && level <= BICHIG_KEY_FOLDED, "there is no such level");
    return static_cast<script::KeyLevel>(level);
}

template <class Char>
void search_key(const Char* text, std::size_t length, bichig_key_level level, bichig_byte** out, std::size_t* size) {
    clear_result(out, size);
    const Source source{text, length};
    TextBlock{std::string_view{script::search_key(source.text(), level_of(level))}}.give(out, size);
}

template <class Char>
void find(const Char* text, std::size_t length, const Char* pattern, std::size_t pattern_length, bichig_key_level level,
          bichig_range** out, std::size_t* count) {
    clear_result(out, count);
    const Source source{text, length};
    const Source wanted{pattern, pattern_length};
    std::vector<bichig_range> found;
    for (const TextRange& range : script::find(source.text(), wanted.text(), level_of(level))) {
        found.push_back(source.range(range));
    }
    ArrayBlock{found}.give(out, count);
}

}  // namespace

script::Conversion converted(std::u16string_view text, bichig_conversion conversion,
                             const ConversionOptions& options) {
    const script::LatinOptions latin{options.lossless, options.offsets};
    const script::LegacyOptions legacy{options.offsets};
    using script::Latin;
    using script::Legacy;
    switch (conversion) {
        case BICHIG_TO_EAC: return script::to_latin(text, Latin::eac, latin);
        case BICHIG_FROM_EAC: return script::from_latin(text, Latin::eac, latin);
        case BICHIG_TO_UTN_HUDUM: return script::to_latin(text, Latin::utn_hudum, latin);
        case BICHIG_FROM_UTN_HUDUM: return script::from_latin(text, Latin::utn_hudum, latin);
        case BICHIG_TO_MOLLENDORFF_MANCHU: return script::to_latin(text, Latin::mollendorff_manchu, latin);
        case BICHIG_FROM_MOLLENDORFF_MANCHU: return script::from_latin(text, Latin::mollendorff_manchu, latin);
        case BICHIG_TO_MOLLENDORFF_SIBE: return script::to_latin(text, Latin::mollendorff_sibe, latin);
        case BICHIG_FROM_MOLLENDORFF_SIBE: return script::from_latin(text, Latin::mollendorff_sibe, latin);
        case BICHIG_FROM_MENKSOFT: return script::legacy_to_unicode(text, Legacy::menksoft, legacy);
        case BICHIG_TO_MENKSOFT: return script::unicode_to_menksoft(text, legacy);
        case BICHIG_FROM_MENKSOFT_LETTERS: return script::legacy_to_unicode(text, Legacy::menksoft_letter, legacy);
        case BICHIG_FROM_DELEHI: return script::legacy_to_unicode(text, Legacy::delehi, legacy);
        case BICHIG_FROM_Z52: return script::legacy_to_unicode(text, Legacy::z52, legacy);
    }
    fail_argument("there is no such conversion");
}

std::vector<bichig_remark> remarks_of(const script::Conversion& conversion, const Source& source) {
    std::vector<bichig_remark> found;
    found.reserve(conversion.remarks.size());
    for (const script::Remark& remark : conversion.remarks) {
        bichig_remark one{};
        one.source = source.range(remark.source);
        one.kept = remark.kept;
        copy_field(one.id, sizeof one.id, remark.id);
        copy_field(one.reason, sizeof one.reason, remark.reason);
        found.push_back(one);
    }
    return found;
}

namespace {

template <class Char>
void convert(const Char* text, std::size_t length, bichig_conversion conversion, Char** out, std::size_t* size,
             bichig_remark** remarks, std::size_t* remark_count) {
    clear_result(out);
    require((remarks == nullptr) == (remark_count == nullptr), "remarks and their count: both, or neither");
    if (remarks != nullptr) clear_result(remarks, remark_count);
    const Source source{text, length};
    const script::Conversion result = converted(source.text(), conversion, {});
    TextBlock block = TextBlock::of<Char>(result.text);
    if (remarks != nullptr) ArrayBlock{remarks_of(result, source)}.give(remarks, remark_count);
    block.give(out, size);
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_units_utf8(const char* text, size_t length, const bichig_unit_options* options, char** units,
                                size_t* units_length, bichig_error* error) {
    return guarded(error, [&] { bichig::c::units(text, length, options, units, units_length); });
}
bichig_status bichig_units_utf16(const bichig_char16* text, size_t length, const bichig_unit_options* options,
                                 char** units, size_t* units_length, bichig_error* error) {
    return guarded(error, [&] { bichig::c::units(text, length, options, units, units_length); });
}
bichig_status bichig_letters_utf8(const char* text, size_t length, const bichig_unit_options* options,
                                  bichig_letter** letters, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::letters(text, length, options, letters, count); });
}
bichig_status bichig_letters_utf16(const bichig_char16* text, size_t length, const bichig_unit_options* options,
                                   bichig_letter** letters, size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::letters(text, length, options, letters, count); });
}
bichig_status bichig_normalize_utf8(const char* text, size_t length, const bichig_normal_options* options,
                                    char** result, size_t* result_length, bichig_edit** edits, size_t* edit_count,
                                    bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::normalize(text, length, options, result, result_length, edits, edit_count);
    });
}
bichig_status bichig_normalize_utf16(const bichig_char16* text, size_t length, const bichig_normal_options* options,
                                     bichig_char16** result, size_t* result_length, bichig_edit** edits,
                                     size_t* edit_count, bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::normalize(text, length, options, result, result_length, edits, edit_count);
    });
}
bichig_status bichig_search_key_utf8(const char* text, size_t length, bichig_key_level level, bichig_byte** key,
                                     size_t* key_size, bichig_error* error) {
    return guarded(error, [&] { bichig::c::search_key(text, length, level, key, key_size); });
}
bichig_status bichig_search_key_utf16(const bichig_char16* text, size_t length, bichig_key_level level,
                                      bichig_byte** key, size_t* key_size, bichig_error* error) {
    return guarded(error, [&] { bichig::c::search_key(text, length, level, key, key_size); });
}
bichig_status bichig_find_utf8(const char* text, size_t length, const char* pattern, size_t pattern_length,
                               bichig_key_level level, bichig_range** ranges, size_t* count, bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::find(text, length, pattern, pattern_length, level, ranges, count);
    });
}
bichig_status bichig_find_utf16(const bichig_char16* text, size_t length, const bichig_char16* pattern,
                                size_t pattern_length, bichig_key_level level, bichig_range** ranges, size_t* count,
                                bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::find(text, length, pattern, pattern_length, level, ranges, count);
    });
}
bichig_status bichig_convert_utf8(const char* text, size_t length, bichig_conversion conversion, char** result,
                                  size_t* result_length, bichig_remark** remarks, size_t* remark_count,
                                  bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::convert(text, length, conversion, result, result_length, remarks, remark_count);
    });
}
bichig_status bichig_convert_utf16(const bichig_char16* text, size_t length, bichig_conversion conversion,
                                   bichig_char16** result, size_t* result_length, bichig_remark** remarks,
                                   size_t* remark_count, bichig_error* error) {
    return guarded(error, [&] {
        bichig::c::convert(text, length, conversion, result, result_length, remarks, remark_count);
    });
}

}  // extern "C"
