// The order of texts.
//
// An ICU collator with rules of our own does the work. Its rules see letters without their joining, yet the standard
// puts `y i` at the end of a word elsewhere than inside one; so a copy of each text is made first, in which the pair is
// one of two private code points, MVS before a suffix is NNBSP, and what the order passes over is gone.
#include <bichig/text/collation.h>

#include <algorithm>
#include <array>
#include <limits>

#include <unicode/uchar.h>
#include <unicode/ucol.h>

#include <bichig/base/utf.h>
#include <bichig/script/properties.h>
#include <bichig/script/suffixes.h>

#include <text/characters.h>
#include <text/generated/collation.h>

namespace bichig::text {

namespace {

constexpr char16_t letter_i = 0x1822;
constexpr char16_t letter_ya = 0x1836;
constexpr char16_t fvs1 = 0x180B;
constexpr char16_t mvs = 0x180E;
constexpr char16_t nnbsp = 0x202F;

bool is_ignored(char32_t c) {
    if (is_plain_mongolian_letter(c) || is_plain_ideograph(c)) return false;
    const auto& list = generated::collation_ignored;
    return std::find(list.begin(), list.end(), c) != list.end() || u_ispunct(static_cast<UChar32>(c));
}

/// Whether the letter before `index` is joined to something after it.
bool is_joined_on(std::u16string_view text, std::size_t index) {
    while (index < text.size() && script::joining(text[index]) == script::Joining::transparent) ++index;
    if (index == text.size()) return false;
    const script::Joining joining = script::joining(text[index]);
    return joining == script::Joining::dual || joining == script::Joining::causing;
}

/// How many code units from `index` on are `y i`, or `y FVS1 i`, which has an order of its own; 0 if none.
std::size_t size_of_yi(std::u16string_view text, std::size_t index) {
    if (index + 1 < text.size() && text[index + 1] == letter_i) return 2;
    const bool selected = index + 2 < text.size() && text[index + 1] == fvs1 && text[index + 2] == letter_i;
    return selected ? 3 : 0;
}

/// The value of a decimal digit of any script beyond ASCII, or -1.
int value_of_digit(char32_t c) { return c < 0x660 ? -1 : u_charDigitValue(static_cast<UChar32>(c)); }

/// Writes the copy of `text` that the rules see. Where digits compare by their value they are written in ASCII: ICU
/// compares such texts from their first difference on, and with a tailoring sees only ASCII digits before it.
void write_sortable(std::u16string_view text, const CollationOptions& options, std::u16string& out) {
    out.clear();
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint c = code_point_at(text, i);
        const std::size_t yi = c.value == letter_ya ? size_of_yi(text, i) : 0;
        if (yi > 0) {
            const bool medial = yi == 2 && is_joined_on(text, i + yi);
            append(out, medial ? generated::yi_medial : generated::yi_final);
            if (yi == 3) out += fvs1;
            i += static_cast<TextIndex>(yi);
            continue;
        }
        if (c.value == mvs && options.unify_connectors && script::is_suffix_connector(text, i)) {
            out += nnbsp;
        } else if (const int digit = options.numeric ? value_of_digit(c.value) : -1; digit >= 0) {
            out += static_cast<char16_t>(u'0' + digit);
        } else if (!is_ignored(c.value)) {
            out += text.substr(i, c.size);
        }
        i += c.size;
    }
}

std::u16string rules_of(HanOrder han) {
    std::u16string rules;
    if (han == HanOrder::pinyin) rules = u"[import zh-u-co-pinyin]";
    if (han == HanOrder::stroke) rules = u"[import zh-u-co-stroke]";
    return rules.append(generated::collation_rules);
}

struct CloseCollator {
    void operator()(UCollator* collator) const { ucol_close(collator); }
};

/// ICU counts in 32 bits; what lies beyond is left out of the comparison.
std::int32_t icu_size(const std::u16string& text) {
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
    return static_cast<std::int32_t>(std::min(text.size(), most));
}

/// Copies of texts, kept from call to call. One per thread.
struct Scratch {
    std::u16string first;
    std::u16string second;
};

Scratch& scratch() {
    thread_local Scratch buffers;
    return buffers;
}

}  // namespace

struct Collator::State {
    std::unique_ptr<UCollator, CloseCollator> collator;
    CollationOptions options;
};

Result<Collator> Collator::open(const CollationOptions& options) {
    const std::u16string rules = rules_of(options.han);
    UErrorCode status = U_ZERO_ERROR;
    auto state = std::make_shared<State>();
    state->options = options;
    state->collator.reset(ucol_openRules(rules.data(), static_cast<std::int32_t>(rules.size()), UCOL_DEFAULT,
                                         UCOL_TERTIARY, nullptr, &status));
    if (U_SUCCESS(status)) {
        ucol_setAttribute(state->collator.get(), UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE, &status);
        ucol_setAttribute(state->collator.get(), UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
        ucol_setAttribute(state->collator.get(), UCOL_NUMERIC_COLLATION, options.numeric ? UCOL_ON : UCOL_OFF, &status);
    }
    if (U_FAILURE(status)) {
        return fail({ErrorCode::system,
                     std::string("ICU cannot order text: ") + u_errorName(status),
                     "install ICU's data with its collations",
                     {}});
    }
    return Collator(std::move(state));
}

int Collator::compare(std::u16string_view a, std::u16string_view b) const {
    Scratch& buffers = scratch();
    write_sortable(a, state_->options, buffers.first);
    write_sortable(b, state_->options, buffers.second);
    const int order = ucol_strcoll(state_->collator.get(), buffers.first.data(), icu_size(buffers.first),
                                   buffers.second.data(), icu_size(buffers.second));
    return order != 0 || !state_->options.distinguish_all ? order : a.compare(b);
}

std::string Collator::sort_key(std::u16string_view text) const {
    std::u16string& sortable = scratch().first;
    write_sortable(text, state_->options, sortable);
    std::array<std::uint8_t, 512> buffer;
    const UCollator* collator = state_->collator.get();
    const std::int32_t needed = ucol_getSortKey(collator, sortable.data(), icu_size(sortable), buffer.data(),
                                                static_cast<std::int32_t>(buffer.size()));
    std::string key;
    if (needed <= static_cast<std::int32_t>(buffer.size())) {
        key.assign(reinterpret_cast<const char*>(buffer.data()), static_cast<std::size_t>(std::max(needed, 1)) - 1);
    } else {
        key.resize(static_cast<std::size_t>(needed));
        ucol_getSortKey(collator, sortable.data(), icu_size(sortable), reinterpret_cast<std::uint8_t*>(key.data()),
                        needed);
        key.pop_back();  // ICU's own end mark
    }
    if (state_->options.distinguish_all) {
        key += '\0';
        for (const char16_t unit : text) {
            key += static_cast<char>(unit >> 8);
            key += static_cast<char>(unit & 0xFF);
        }
    }
    return key;
}

}  // namespace bichig::text
