// NFC and the rules of the script in turn, until neither changes anything, with the edits of all passes as one list.
//
// One turn is nearly always enough. It is not where a rule takes a selector away between a letter and its accent, which
// NFC can then compose. Each further turn needs an edit of the script's rules, and these only take characters away or
// exchange one for another that they leave alone: the turns end.
#include <bichig/text/normal_form.h>

#include <algorithm>
#include <utility>
#include <vector>

#include <unicode/normalizer2.h>

#include <bichig/base/utf.h>

#include "text/normal/compose.h"

namespace bichig::text {

namespace {

using script::NormalEdit;
using script::NormalRule;
using script::NormalText;

const icu::Normalizer2* nfc_of_icu() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) ? nfc : nullptr;
}

/// A view of `text` for ICU, without a copy.
icu::UnicodeString view_of(std::u16string_view text) {
    return {false, text.data(), static_cast<std::int32_t>(text.size())};
}

/// The end of the stretch from `begin` that is normalized by itself: before the next character that nothing joins.
std::size_t stretch_end(std::u16string_view text, std::size_t begin, const icu::Normalizer2& nfc) {
    CodePoint character = code_point_at(text, static_cast<TextIndex>(begin));
    std::size_t end = begin;
    do {
        end += character.size;
        if (end >= text.size()) break;
        character = code_point_at(text, static_cast<TextIndex>(end));
    } while (!nfc.hasBoundaryBefore(static_cast<UChar32>(character.value)));
    return end;
}

/// Appends `result` for source [begin, begin + source.size()), and an edit for the part that differs.
void replace(std::u16string_view source, std::size_t begin, std::u16string_view result, NormalText& out) {
    const std::size_t shorter = std::min(source.size(), result.size());
    std::size_t front = 0;
    while (front < shorter && source[front] == result[front]) ++front;
    std::size_t back = 0;
    while (back < shorter - front && source[source.size() - 1 - back] == result[result.size() - 1 - back]) ++back;
    if (front > 0 && U16_IS_LEAD(source[front - 1])) --front;
    if (back > 0 && U16_IS_TRAIL(source[source.size() - back])) --back;
    // What is inserted belongs to the character beside it: no edit has an empty source.
    if (front + back == source.size()) (back > 0 ? back : front) -= 1;
    const auto place = [](std::size_t index) { return static_cast<TextIndex>(index); };
    const std::size_t to = out.text.size();
    out.edits.push_back({{place(begin + front), place(begin + source.size() - back)},
                         {place(to + front), place(to + result.size() - back)},
                         NormalRule::nfc});
    out.text += result;
}

NormalText compose_canonically(std::u16string_view text) {
    NormalText out;
    const icu::Normalizer2* nfc = nfc_of_icu();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::u16string_view rest = text.substr(begin);
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t fine = nfc ? nfc->spanQuickCheckYes(view_of(rest), status) : 0;
        if (!nfc || U_FAILURE(status) || static_cast<std::size_t>(fine) == rest.size()) {
            out.text += rest;
            break;
        }
        out.text += rest.substr(0, static_cast<std::size_t>(fine));
        begin += static_cast<std::size_t>(fine);
        const std::size_t end = stretch_end(text, begin, *nfc);
        const std::u16string_view source = text.substr(begin, end - begin);
        const icu::UnicodeString made = nfc->normalize(view_of(source), status);
        const std::u16string_view result{made.getBuffer(), static_cast<std::size_t>(made.length())};
        if (U_FAILURE(status) || result == source) {
            out.text += source;
        } else {
            replace(source, begin, result, out);
        }
        begin = end;
    }
    return out;
}

/// Puts `next`, which was made of the text of `made`, in its place; the edits stay those from the first source.
void follow(NormalText& made, NormalText next) {
    made.text = std::move(next.text);
    made.edits = compose_edits(made.edits, next.edits);
}

}  // namespace

NormalText normalize(std::u16string_view text, const NormalOptions& options) {
    if (!options.nfc) return script::normalize(text, options.mongolian);
    NormalText made = compose_canonically(text);
    for (;;) {
        NormalText next = script::normalize(made.text, options.mongolian);
        if (next.edits.empty()) return made;
        follow(made, std::move(next));
        NormalText composed = compose_canonically(made.text);
        if (composed.edits.empty()) return made;
        follow(made, std::move(composed));
    }
}

}  // namespace bichig::text
