// The table of forms, made once of what script::choose_suffix says for stems of every sound.
#include "spell/checker/suffix_forms.h"

#include <algorithm>
#include <map>

#include <bichig/script/properties.h>

#include "spell/index/ink_key.h"

namespace bichig::spell {

namespace {

using script::Suffix;

constexpr char16_t mvs = 0x180E, nnbsp = 0x202F, j = 0x1835, y = 0x1836;
/// a, an, ab, am and their feminine partners: every gender with every ending.
constexpr std::u16string_view samples[] = {u"\u1820", u"\u1820\u1828", u"\u1820\u182A", u"\u1820\u182E",
                                           u"\u1821", u"\u1821\u1828", u"\u1821\u182A", u"\u1821\u182E"};

std::vector<Suffix> all_suffixes() {
    using namespace script;
    std::vector<Suffix> all;
    for (unsigned i = 0; i <= static_cast<unsigned>(Case::conjunctive); ++i) all.emplace_back(static_cast<Case>(i));
    for (unsigned i = 0; i <= static_cast<unsigned>(Plural::nugud); ++i) all.emplace_back(static_cast<Plural>(i));
    for (unsigned i = 0; i <= static_cast<unsigned>(Reflexive::comitative); ++i) {
        all.emplace_back(static_cast<Reflexive>(i));
    }
    for (unsigned i = 0; i < static_cast<unsigned>(Particle::question); ++i) {
        all.emplace_back(static_cast<Particle>(i));  // the question particle stands after a space
    }
    return all;
}

std::string shape_after_connector(std::u16string_view form) {
    std::u16string text(1, mvs);
    text += form;
    std::string key;
    append_ink_key(text, {script::Profile::gb25914, script::WritingSystem::hudum}, key);
    return key;
}

struct Table {
    std::map<std::u16string, std::vector<Suffix>, std::less<>> by_letters;
    std::map<std::string, std::vector<Suffix>> by_shape;

    Table() {
        for (const Suffix suffix : all_suffixes()) {
            for (const std::u16string_view sample : samples) {
                const std::u16string form = script::choose_suffix(sample, suffix).substr(1);
                add(by_letters[form], suffix);
                add(by_shape[shape_after_connector(form)], suffix);
            }
        }
    }
    static void add(std::vector<Suffix>& list, Suffix suffix) {
        if (std::find(list.begin(), list.end(), suffix) == list.end()) list.push_back(suffix);
    }
};

const Table& table() {
    static const Table made;
    return made;
}

}  // namespace

std::vector<Suffix> exact_suffixes_of(std::u16string_view form) {
    const auto found = table().by_letters.find(form);
    return found == table().by_letters.end() ? std::vector<Suffix>{} : found->second;
}

std::vector<Suffix> suffixes_of(std::u16string_view form) {
    constexpr std::size_t longest = 16;
    if (form.empty() || form.size() > longest) return {};
    std::vector<Suffix> all = exact_suffixes_of(form);
    const auto add_all = [&all](const std::vector<Suffix>& more) {
        for (const Suffix suffix : more) Table::add(all, suffix);
    };
    std::u16string plain = without_selectors(form);
    if (!plain.empty() && plain.front() == j) plain.front() = y;
    add_all(exact_suffixes_of(plain));
    for (const std::u16string_view written : {form, std::u16string_view{plain}}) {
        const auto found = table().by_shape.find(shape_after_connector(written));
        if (found != table().by_shape.end()) add_all(found->second);
    }
    return all;
}

std::vector<std::u16string> forms_for(std::u16string_view stem, Suffix suffix) {
    std::vector<std::u16string> forms{script::choose_suffix(stem, suffix).substr(1)};
    for (const std::u16string_view sample : samples) {
        std::u16string form = script::choose_suffix(sample, suffix).substr(1);
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    }
    return forms;
}

SuffixChain suffix_chain(std::u16string_view word) {
    SuffixChain chain;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= word.size(); ++i) {
        const bool ends = i == word.size();
        if (!ends && ((word[i] != mvs && word[i] != nnbsp) ||
                      !script::is_suffix_connector(word, static_cast<TextIndex>(i)))) {
            continue;
        }
        const std::u16string_view part = word.substr(begin, i - begin);
        if (begin == 0) {
            chain.stem = part;
        } else {
            chain.suffixes.push_back(part);
        }
        begin = i + 1;
    }
    return chain;
}

std::u16string without_selectors(std::u16string_view text) {
    std::u16string plain;
    for (const char16_t unit : text) {
        if (script::kind(unit) != script::Kind::variation_selector) plain += unit;
    }
    return plain;
}

std::u16string with_new_connectors(std::u16string_view text) {
    std::u16string made{text};
    std::replace(made.begin(), made.end(), nnbsp, mvs);
    return made;
}

}  // namespace bichig::spell
