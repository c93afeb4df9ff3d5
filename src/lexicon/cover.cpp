// Counts the words of a corpus by what a dictionary says of them.
#include <bichig/lexicon/cover.h>

#include <algorithm>
#include <unordered_map>

#include <bichig/lexicon/forms.h>
#include <bichig/script/key.h>
#include <bichig/script/properties.h>

namespace bichig::lexicon {

namespace {

constexpr std::array<std::string_view, known_count> known_names = {"known", "same-shape", "known-stem", "unknown"};

struct IndexedForm {
    FormHash hash;
    std::uint32_t entry = 0;
    auto operator<=>(const IndexedForm&) const = default;
};

struct IndexedShape {
    std::uint64_t shape = 0;
    std::uint32_t entry = 0;
    auto operator<=>(const IndexedShape&) const = default;
};

/// A word as it was counted.
struct Counted {
    std::size_t count = 0;
    Known known{};
    std::uint32_t entry = 0;
    std::u16string suggestion;
    Place first;
};

bool is_letter(char16_t c) { return script::kind(c) == script::Kind::letter; }

/// Calls `handle(begin, end)` for each word of `text`.
template <class Handle>
void for_words(std::u16string_view text, const Handle& handle) {
    for (std::size_t i = 0; i < text.size();) {
        if (!is_letter(text[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        for (std::size_t at = end; at < text.size() && script::is_word_character(text[at]); ++at) {
            // A connector belongs to the word only with a letter behind it, a selector only behind one.
            const script::Kind kind = script::kind(text[at]);
            if (kind != script::Kind::vowel_separator && kind != script::Kind::suffix_space) end = at + 1;
        }
        handle(i, end);
        i = end;
        while (i < text.size() && !is_letter(text[i])) ++i;
    }
}

std::u16string with_mvs(std::u16string_view word) {
    std::u16string out{word};
    std::replace(out.begin(), out.end(), u'\u202F', u'\u180E');
    return out;
}

}  // namespace

std::string_view name(Known known) { return known_names[static_cast<std::size_t>(known)]; }

struct CoverageCounter::State {
    explicit State(const Lexicon& dictionary) : lexicon{dictionary} {
        std::uint32_t index = 0;
        for (const Entry& entry : lexicon.entries()) {
            lexicon.for_each_form(entry, [&](const FormView& form) {
                forms.push_back({hash_of_form(form.text), index});
                shapes.push_back({script::hash_of(script::shape_key(form.text)), index});
            });
            ++index;
        }
        std::sort(forms.begin(), forms.end());
        std::sort(shapes.begin(), shapes.end());
    }

    std::optional<std::uint32_t> entry_of(std::u16string_view word) const {
        const FormHash hash = hash_of_form(word);
        const auto found = std::lower_bound(forms.begin(), forms.end(), IndexedForm{hash, 0});
        return found != forms.end() && found->hash == hash ? std::optional{found->entry} : std::nullopt;
    }

    /// The first form of the shape of `word`, or an empty text.
    std::u16string same_shape(std::u16string_view word) const {
        const std::string key = script::shape_key(word);
        const std::uint64_t hash = script::hash_of(key);
        std::u16string suggestion;
        for (auto at = std::lower_bound(shapes.begin(), shapes.end(), IndexedShape{hash, 0});
             at != shapes.end() && at->shape == hash && suggestion.empty(); ++at) {
            lexicon.for_each_form(lexicon.entries()[at->entry], [&](const FormView& form) {
                if (suggestion.empty() && script::shape_key(form.text) == key) suggestion = form.text;
            });
        }
        return suggestion;
    }

    void judge(std::u16string_view word, Counted& counted) const {
        if (const auto entry = entry_of(word)) {
            counted.known = Known::known;
            counted.entry = *entry;
            return;
        }
        counted.suggestion = same_shape(word);
        if (!counted.suggestion.empty()) {
            counted.known = Known::same_shape;
            return;
        }
        counted.known = Known::unknown;
        for (TextIndex i = 1; i < word.size(); ++i) {
            if (!script::is_suffix_connector(word, i)) continue;
            if (entry_of(word.substr(0, i))) counted.known = Known::known_stem;
            return;
        }
    }

    Lexicon lexicon;
    std::vector<IndexedForm> forms;
    std::vector<IndexedShape> shapes;
    std::unordered_map<std::u16string, Counted> words;
    Coverage coverage;
};

CoverageCounter::CoverageCounter(const Lexicon& lexicon) : state_{std::make_unique<State>(lexicon)} {}
CoverageCounter::CoverageCounter(CoverageCounter&&) noexcept = default;
CoverageCounter::~CoverageCounter() = default;

void CoverageCounter::add(std::u16string_view text, const std::string& file) {
    CoveredFile covered{file, 0, 0};
    std::uint32_t line = 1;
    std::size_t seen = 0, line_begin = 0;
    for (const char16_t c : text) {
        if (c >= 0xE000 && c <= 0xF8FF) ++state_->coverage.legacy_characters;
    }
    for_words(text, [&](std::size_t begin, std::size_t end) {
        for (; seen < begin; ++seen) {
            if (text[seen] != u'\n') continue;
            ++line;
            line_begin = seen + 1;
        }
        const auto [found, added] = state_->words.try_emplace(with_mvs(text.substr(begin, end - begin)));
        Counted& counted = found->second;
        if (added) {
            counted.first = Place{file, line, static_cast<std::uint32_t>(begin - line_begin + 1), {}};
            state_->judge(found->first, counted);
        }
        ++counted.count;
        ++covered.tokens;
        if (counted.known == Known::known) ++covered.known;
    });
    state_->coverage.files.push_back(std::move(covered));
}

Coverage CoverageCounter::finish() {
    Coverage coverage = std::move(state_->coverage);
    coverage.by_entry.assign(state_->lexicon.entries().size(), 0);
    for (auto& [word, counted] : state_->words) {
        const auto known = static_cast<std::size_t>(counted.known);
        coverage.tokens += counted.count;
        ++coverage.types;
        coverage.by_known[known] += counted.count;
        ++coverage.types_by_known[known];
        if (counted.known == Known::known) {
            coverage.by_pos[static_cast<std::size_t>(state_->lexicon.entries()[counted.entry].pos)] += counted.count;
            coverage.by_entry[counted.entry] += counted.count;
            continue;
        }
        coverage.unknown.push_back(
            {word, counted.count, counted.known, std::move(counted.suggestion), std::move(counted.first)});
    }
    std::sort(coverage.unknown.begin(), coverage.unknown.end(), [](const UnknownWord& a, const UnknownWord& b) {
        return a.count != b.count ? a.count > b.count : a.word < b.word;
    });
    state_->words.clear();
    return coverage;
}

}  // namespace bichig::lexicon
