// Calls of base.h, text.h, language.h, conversion.h and numbers.h for fuzz_c_calls.
#include "c_calls.h"

namespace bichig::fuzz {

namespace {

void base(State& s) {
    const auto status = static_cast<bichig_status>(s.choices.below(12));
    expect(bichig_status_name(status)[0] != 0, "every status has a name");
    expect(bichig_version()[0] != 0 && bichig_version_number() > 0, "there is a version");
    expect(bichig_set_allocator(nullptr, [](void*, void*) {}, nullptr) == BICHIG_INVALID_ARGUMENT,
           "half of an allocator is refused");
    bichig_findings* findings = s.findings.pick(s.choices);
    const std::size_t count = bichig_findings_count(findings);
    Sized<bichig_finding> finding{s.choices};
    auto error = error_of(s.choices);
    succeeded(s, bichig_findings_item(findings, s.choices.rarely() ? offset(s.choices) : count / 2, finding.get(),
                                      error.get()));
}

bichig_unit_options unit_options(Choices& choices) {
    return {0, any(choices, BICHIG_UTN57), any(choices, BICHIG_MANCHU_ALI_GALI)};
}

template <class Char>
void units(State& s) {
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_unit_options> options{s.choices, unit_options(s.choices)};
    auto error = error_of(s.choices);
    Result<char> notation{s.choices};
    succeeded(s, BICHIG_FORM(bichig_units)(text.data, text.length, options.get(), notation.out(), notation.size(),
                                           error.get()), notation);
    Result<bichig_letter> letters{s.choices};
    succeeded(s, BICHIG_FORM(bichig_letters)(text.data, text.length, options.get(), letters.out(), letters.size(),
                                             error.get()), letters);
}

template <class Char>
void normalize(State& s) {
    const auto text = text_of<Char>(s.choices);
    Sized<bichig_normal_options> options{s.choices,
                                         {0, s.choices.byte(), s.choices.below(2) != 0,
                                          any(s.choices, BICHIG_CONNECTOR_KEEP), any(s.choices, BICHIG_UTN57),
                                          any(s.choices, BICHIG_MANCHU_ALI_GALI)}};
    auto error = error_of(s.choices);
    Result<Char> normal{s.choices};
    Result<bichig_edit> edits{s.choices};
    const bool wants = s.choices.below(2) != 0;
    const auto status = BICHIG_FORM(bichig_normalize)(text.data, text.length, options.get(), normal.out(),
                                                      normal.size(), wants ? edits.out() : nullptr,
                                                      wants ? edits.size() : nullptr, error.get());
    if (succeeded(s, status, normal)) expect(!wants || edits.out() == nullptr || edits.items, "edits are there");
    else expect(edits.items == nullptr, "no edits without a result");
}

template <class Char>
void search(State& s) {
    const auto text = text_of<Char>(s.choices);
    const auto pattern = text_of<Char>(s.choices);
    const auto level = any(s.choices, BICHIG_KEY_FOLDED);
    auto error = error_of(s.choices);
    Result<bichig_byte> key{s.choices};
    succeeded(s, BICHIG_FORM(bichig_search_key)(text.data, text.length, level, key.out(), key.size(), error.get()),
              key);
    Result<bichig_range> ranges{s.choices};
    succeeded(s, BICHIG_FORM(bichig_find)(text.data, text.length, pattern.data, pattern.length, level, ranges.out(),
                                          ranges.size(), error.get()), ranges);
}

template <class Char>
void convert(State& s) {
    const auto text = text_of<Char>(s.choices);
    const auto conversion = any(s.choices, BICHIG_FROM_Z52);
    auto error = error_of(s.choices);
    Result<Char> plain{s.choices};
    Result<bichig_remark> remarks{s.choices};
    succeeded(s, BICHIG_FORM(bichig_convert)(text.data, text.length, conversion, plain.out(), plain.size(),
                                             remarks.out(), remarks.size(), error.get()), plain);
    Sized<bichig_convert_options> options{s.choices, {0, static_cast<int>(s.choices.below(2))}};
    Result<Char> result{s.choices};
    Result<bichig_mapping> parts{s.choices};
    if (succeeded(s, BICHIG_FORM(bichig_convert_mapped)(text.data, text.length, conversion, options.get(), result.out(),
                                                        result.size(), parts.out(), parts.size(), nullptr, nullptr,
                                                        error.get()), result)) {
        const std::size_t at = bichig_result_offset(parts.items, parts.count, offset(s.choices));
        expect(parts.count == 0 || at <= parts.items[parts.count - 1].result.end, "an offset lies in the result");
    }
}

template <class Char>
void encodings(State& s) {
    const auto text = text_of<Char>(s.choices);
    const std::string bytes = bytes_of(s.choices);
    const auto encoding = any(s.choices, BICHIG_ENCODING_GB18030);
    auto error = error_of(s.choices);
    Sized<bichig_decoded> decoded{s.choices};
    Result<Char> read{s.choices};
    succeeded(s, BICHIG_FORM(bichig_decode)(bytes.data(), bytes.size(), encoding, read.out(), read.size(),
                                            decoded.get(), error.get()), read);
    Result<bichig_byte> written{s.choices};
    succeeded(s, BICHIG_FORM(bichig_encode)(text.data, text.length, encoding, s.choices.below(2) != 0, written.out(),
                                            written.size(), error.get()), written);
    Sized<bichig_legacy_detection> detection{s.choices};
    const std::string font = bytes_of(s.choices);
    succeeded(s, BICHIG_FORM(bichig_detect_legacy)(text.data, text.length,
                                                   s.choices.rarely(3) ? nullptr : font.c_str(), detection.get(),
                                                   error.get()));
}

template <class Char>
void boundaries(State& s) {
    const auto text = text_of<Char>(s.choices);
    auto error = error_of(s.choices);
    Result<std::size_t> offsets{s.choices};
    succeeded(s, BICHIG_FORM(bichig_boundaries)(text.data, text.length, any(s.choices, BICHIG_LINE_ENDS), offsets.out(),
                                                offsets.size(), error.get()), offsets);
    Result<bichig_segment> segments{s.choices};
    succeeded(s, BICHIG_FORM(bichig_segments)(text.data, text.length, s.choices.below(2) != 0, segments.out(),
                                              segments.size(), error.get()), segments);
    Result<bichig_range> syllables{s.choices};
    succeeded(s, BICHIG_FORM(bichig_syllables)(text.data, text.length, syllables.out(), syllables.size(), error.get()),
              syllables);
    Sized<bichig_counts> counts{s.choices};
    succeeded(s, BICHIG_FORM(bichig_count)(text.data, text.length, counts.get(), error.get()));
}

void open_collator(State& s) {
    if (!s.take_heavy()) return;
    Sized<bichig_collation_options> options{s.choices,
                                            {0, any(s.choices, BICHIG_HAN_STROKE), s.choices.below(2) != 0,
                                             s.choices.below(2) != 0, s.choices.below(2) != 0}};
    bichig_collator* made = nullptr;
    auto error = error_of(s.choices);
    keep(s, s.collators, bichig_collator_open(options.get(), &made, error.get()), made);
}

template <class Char>
void order(State& s) {
    const auto a = text_of<Char>(s.choices);
    const auto b = text_of<Char>(s.choices);
    const bichig_collator* collator = s.collators.pick(s.choices);
    auto error = error_of(s.choices);
    int order = 0;
    succeeded(s, BICHIG_FORM(bichig_compare)(collator, a.data, a.length, b.data, b.length,
                                             s.choices.rarely() ? nullptr : &order, error.get()));
    Result<bichig_byte> key{s.choices};
    succeeded(s, BICHIG_FORM(bichig_sort_key)(collator, a.data, a.length, key.out(), key.size(), error.get()), key);
}

template <class Char>
void write(State& s) {
    auto error = error_of(s.choices);
    const auto stem = text_of<Char>(s.choices);
    const auto suffix = static_cast<bichig_suffix>(s.choices.below(4) << 8 | s.choices.below(12));
    Result<Char> word{s.choices};
    succeeded(s, BICHIG_FORM(bichig_attach_suffix)(stem.data, stem.length, suffix,
                                                   any(s.choices, BICHIG_CONNECTOR_KEEP), word.out(), word.size(),
                                                   error.get()), word);
    Sized<bichig_number_options> options{s.choices, {0, any(s.choices, BICHIG_DIGITS_CHINESE),
                                                     any(s.choices, BICHIG_CONNECTOR_KEEP)}};
    Result<Char> number{s.choices};
    succeeded(s, BICHIG_FORM(bichig_write_number)(offset(s.choices), any(s.choices, BICHIG_NUMBER_CHINESE),
                                                  options.get(), number.out(), number.size(), error.get()), number);
    Result<Char> date{s.choices};
    succeeded(s, BICHIG_FORM(bichig_write_date)(s.choices.below(3) * 1012u, s.choices.below(14), s.choices.below(33),
                                                any(s.choices, BICHIG_DATE_CHINESE), options.get(), date.out(),
                                                date.size(), error.get()), date);
}

}  // namespace

const std::vector<Operation>& text_operations() {
    using Wide = bichig_char16;
    static const std::vector<Operation> all{
        base,          units<char>,      units<Wide>,      normalize<char>,  normalize<Wide>, search<char>,
        search<Wide>,  convert<char>,    convert<Wide>,    encodings<char>,  encodings<Wide>, boundaries<char>,
        boundaries<Wide>, open_collator, order<char>,      order<Wide>,      write<char>,     write<Wide>};
    return all;
}

}  // namespace bichig::fuzz
