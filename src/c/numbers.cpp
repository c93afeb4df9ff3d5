// Calls of bichig/c/numbers.h.
#include <bichig/c/numbers.h>

#include <bichig/script/numbers.h>

#include "c/internal/text_in_out.h"

namespace bichig::c {

namespace {

script::NumberOptions number_options_of(const bichig_number_options* given) {
    const bichig_number_options options = options_of(given);
    require(options.digits >= BICHIG_DIGITS_EUROPEAN && options.digits <= BICHIG_DIGITS_CHINESE,
            "there are no such digits");
    require(options.connector == BICHIG_CONNECTOR_MVS || options.connector == BICHIG_CONNECTOR_NNBSP,
            "a suffix stands after MVS or NNBSP");
    return {static_cast<script::SuffixConnector>(options.connector), static_cast<script::Digits>(options.digits)};
}

std::u16string number_text(unsigned long number, bichig_number_form form, const script::NumberOptions& options) {
    switch (form) {
        case BICHIG_NUMBER_DIGITS: return script::write_digits(number, options.digits);
        case BICHIG_NUMBER_ORDINAL: return script::ordinal(number, options);
        case BICHIG_NUMBER_MONGOLIAN: return script::mongolian_words(number);
        case BICHIG_NUMBER_MONGOLIAN_ATTRIBUTIVE:
            return script::mongolian_words(number, script::NumeralForm::attributive);
        case BICHIG_NUMBER_CHINESE: return script::chinese_words(number);
    }
    fail_argument("there is no such form of numbers");
}

template <class Char>
void write_number(unsigned long number, bichig_number_form form, const bichig_number_options* options, Char** out,
                  std::size_t* length) {
    clear_result(out);
    TextBlock::of<Char>(number_text(number, form, number_options_of(options))).give(out, length);
}

template <class Char>
void write_date(const script::Date& date, bichig_date_language language, const bichig_number_options* given,
                Char** out, std::size_t* length) {
    clear_result(out);
    const script::NumberOptions options = number_options_of(given);
    require(language == BICHIG_DATE_MONGOLIAN || language == BICHIG_DATE_CHINESE, "there is no such language of dates");
    const std::u16string text = value_of(language == BICHIG_DATE_CHINESE ? script::chinese_date(date, options)
                                                                         : script::mongolian_date(date, options));
    TextBlock::of<Char>(text).give(out, length);
}

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_write_number_utf8(unsigned long number, bichig_number_form form,
                                       const bichig_number_options* options, char** text, size_t* length,
                                       bichig_error* error) {
    return guarded(error, [&] { bichig::c::write_number(number, form, options, text, length); });
}
bichig_status bichig_write_number_utf16(unsigned long number, bichig_number_form form,
                                        const bichig_number_options* options, bichig_char16** text, size_t* length,
                                        bichig_error* error) {
    return guarded(error, [&] { bichig::c::write_number(number, form, options, text, length); });
}
bichig_status bichig_write_date_utf8(unsigned year, unsigned month, unsigned day, bichig_date_language language,
                                     const bichig_number_options* options, char** text, size_t* length,
                                     bichig_error* error) {
    return guarded(error, [&] { bichig::c::write_date({year, month, day}, language, options, text, length); });
}
bichig_status bichig_write_date_utf16(unsigned year, unsigned month, unsigned day, bichig_date_language language,
                                      const bichig_number_options* options, bichig_char16** text, size_t* length,
                                      bichig_error* error) {
    return guarded(error, [&] { bichig::c::write_date({year, month, day}, language, options, text, length); });
}

}  // extern "C"
