// Calls of bichig/c/spelling.h: each pair is one template over the units of its text.
#include <bichig/c/spelling.h>

#include <limits>

#include "c/internal/spelling.h"

namespace bichig::c {

spell::CheckOptions check_options_of(const bichig_check_options& given) {
    spell::CheckOptions made;
    made.suggest = given.no_suggestions == 0;
    if (given.limit != 0) made.limit = given.limit;
    made.accept_nnbsp = given.accept_nnbsp != 0;
    if (given.word_budget != 0) {
        constexpr unsigned long most = 1'000'000'000;  // a quarter of an hour
        made.word_budget = std::chrono::microseconds{std::min(given.word_budget, most)};
    }
    constexpr unsigned long most_searches = std::numeric_limits<std::uint32_t>::max();
    if (given.searches != 0) made.searches = static_cast<std::uint32_t>(std::min(given.searches, most_searches));
    made.ask_hunspell = given.ask_hunspell != 0;
    return made;
}

namespace {

void open(const bichig_checker_options* given, bichig_checker** out) {
    clear_result(out);
    const bichig_checker_options options = options_of(given);
    require(options.others != nullptr || options.other_count == 0, "the dictionaries of Hunspell are NULL");
    require(options.personal != nullptr || options.personal_count == 0, "the personal dictionaries are NULL");
    spell::CheckerParts parts;
    if (options.dictionary != nullptr) parts.dictionary = options.dictionary->words;
    for (std::size_t i = 0; i < options.other_count; ++i) {
        require(options.others[i] != nullptr, "a dictionary of Hunspell is NULL");
        parts.others.push_back(options.others[i]->words);
    }
    for (std::size_t i = 0; i < options.personal_count; ++i) {
        require(options.personal[i] != nullptr, "a personal dictionary is NULL");
        parts.user.push_back(options.personal[i]->words);
    }
    *out = make_handle<bichig_checker>(spell::Checker{std::move(parts)});
}

const spell::Checker& checker_of(const bichig_checker* checker) {
    require(checker != nullptr, "the checker is NULL");
    return checker->checker;
}

/// The options, and the callback with what it is told and what it answered.
class Options {
public:
    Options(const bichig_check_options* given, std::size_t text_size)
        : given_{options_of(given)}, made_{check_options_of(given_)} {
        if (given_.progress == nullptr) return;
        made_.progress = [this, text_size](TextIndex done) {
            cancelled_ = given_.progress(given_.progress_user, done, text_size) != 0;
            return !cancelled_;
        };
    }
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    const spell::CheckOptions& made() const { return made_; }
    void require_not_cancelled() const {
        if (cancelled_) fail_cancelled();
    }

private:
    bichig_check_options given_;
    spell::CheckOptions made_;
    bool cancelled_ = false;
};

void reserve_for(Pack& pack, const std::vector<spell::Finding>& findings) {
    constexpr std::size_t text_of_suggestion = 64;
    std::size_t suggestions = 0;
    for (const spell::Finding& finding : findings) suggestions += finding.suggestions.size();
    pack.reserve(findings.size() * (sizeof(bichig_word_finding) + alignof(bichig_word_finding)) +
                     suggestions * (sizeof(bichig_suggestion) + text_of_suggestion),
                 findings.size() + suggestions);
}

template <class Char>
void check(const bichig_checker* checker, const Char* text, std::size_t length, const bichig_check_options* given,
           bichig_word_finding** out, std::size_t* count, bichig_check_summary* summary) {
    clear_result(out, count);
    const spell::Checker& words = checker_of(checker);
    if (summary != nullptr) fill(summary, bichig_check_summary{});
    const Source source{text, length};
    const Options options{given, source.text().size()};
    const spell::CheckResult result = words.check(source.text(), options.made());
    options.require_not_cancelled();
    Pack pack;
    reserve_for(pack, result.findings);
    pack.array<bichig_word_finding>(result.findings.size());
    for (std::size_t i = 0; i < result.findings.size(); ++i) {
        const spell::Finding& finding = result.findings[i];
        pack.put(0, i, bichig_word_finding{source.range(finding.range), static_cast<bichig_fault>(finding.fault),
                                           finding.certain ? 1 : 0, finding.id.data(), finding.reason.data(), nullptr,
                                           finding.suggestions.size()});
        if (finding.suggestions.empty()) continue;
        const std::size_t suggestions = pack_suggestions<Char>(pack, finding.suggestions);
        pack.point(i * sizeof(bichig_word_finding) + offsetof(bichig_word_finding, suggestions), suggestions);
    }
    pack.give(out);
    *count = result.findings.size();
    if (summary != nullptr) fill(summary, bichig_check_summary{0, result.words, result.searched ? 1 : 0});
}

template <class Char>
void is_right(const bichig_checker* checker, const Char* word, std::size_t length, int* out) {
    require(out != nullptr, "the result is NULL");
    *out = 0;
    const Source source{word, length};
    *out = checker_of(checker).is_right(source.text()) ? 1 : 0;
}

template <class Char>
void suggest(const bichig_checker* checker, const Char* word, std::size_t length, const bichig_check_options* given,
             bichig_suggestion** out, std::size_t* count) {
    clear_result(out, count);
    const Source source{word, length};
    const Options options{given, source.text().size()};
    const std::vector<spell::Suggestion> found = checker_of(checker).suggest(source.text(), options.made());
    Pack pack;
    pack_suggestions<Char>(pack, found);
    pack.give(out);
    *count = found.size();
}

void fault_named(const char* name, bichig_fault* out) {
    require(name != nullptr && out != nullptr, "the name or the result is NULL");
    const auto found = spell::fault_class_named(name);
    if (!found) {
        fail_with({ErrorCode::not_found, std::string{"there is no class of findings '"} + name + "'",
                   "see bichig_fault in bichig/c/spelling.h", {}});
    }
    *out = static_cast<bichig_fault>(*found);
}

bool is_class(bichig_fault fault) { return fault >= 0 && static_cast<unsigned>(fault) < spell::fault_class_count; }

}  // namespace

}  // namespace bichig::c

using bichig::c::guarded;

extern "C" {

bichig_status bichig_checker_open(const bichig_checker_options* options, bichig_checker** checker,
                                  bichig_error* error) {
    return guarded(error, [&] { bichig::c::open(options, checker); });
}
void bichig_checker_close(bichig_checker* checker) { bichig::c::close_handle(checker); }
const char* bichig_fault_name(bichig_fault fault) {
    return bichig::c::is_class(fault) ? bichig::spell::name(static_cast<bichig::spell::FaultClass>(fault)).data() : "";
}
bichig_status bichig_fault_named(const char* name, bichig_fault* fault, bichig_error* error) {
    return guarded(error, [&] { bichig::c::fault_named(name, fault); });
}
int bichig_fault_is_wrong(bichig_fault fault) {
    return bichig::c::is_class(fault) && bichig::spell::is_fault(static_cast<bichig::spell::FaultClass>(fault)) ? 1 : 0;
}
bichig_status bichig_check_utf8(const bichig_checker* checker, const char* text, size_t length,
                                const bichig_check_options* options, bichig_word_finding** findings, size_t* count,
                                bichig_check_summary* summary, bichig_error* error) {
    return guarded(error, [&] { bichig::c::check(checker, text, length, options, findings, count, summary); });
}
bichig_status bichig_check_utf16(const bichig_checker* checker, const bichig_char16* text, size_t length,
                                 const bichig_check_options* options, bichig_word_finding** findings, size_t* count,
                                 bichig_check_summary* summary, bichig_error* error) {
    return guarded(error, [&] { bichig::c::check(checker, text, length, options, findings, count, summary); });
}
bichig_status bichig_is_right_utf8(const bichig_checker* checker, const char* word, size_t length, int* right,
                                   bichig_error* error) {
    return guarded(error, [&] { bichig::c::is_right(checker, word, length, right); });
}
bichig_status bichig_is_right_utf16(const bichig_checker* checker, const bichig_char16* word, size_t length,
                                    int* right, bichig_error* error) {
    return guarded(error, [&] { bichig::c::is_right(checker, word, length, right); });
}
bichig_status bichig_suggest_utf8(const bichig_checker* checker, const char* word, size_t length,
                                  const bichig_check_options* options, bichig_suggestion** suggestions, size_t* count,
                                  bichig_error* error) {
    return guarded(error, [&] { bichig::c::suggest(checker, word, length, options, suggestions, count); });
}
bichig_status bichig_suggest_utf16(const bichig_checker* checker, const bichig_char16* word, size_t length,
                                   const bichig_check_options* options, bichig_suggestion** suggestions,
                                   size_t* count, bichig_error* error) {
    return guarded(error, [&] { bichig::c::suggest(checker, word, length, options, suggestions, count); });
}

}  // extern "C"
