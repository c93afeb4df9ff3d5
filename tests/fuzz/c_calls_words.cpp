// Calls of dictionary.h, personal.h, spelling.h and lexicon.h for fuzz_c_calls.
#include <filesystem>

#include "c_calls.h"

namespace bichig::fuzz {

namespace {

int go_on_or_stop(void* user, std::size_t, std::size_t) {
    return static_cast<Choices*>(user)->rarely(6) ? 1 : 0;
}

std::string dictionary_path(Choices& choices) {
    return choices.rarely() ? world().scratch : world().dictionary;
}

void open_dictionary(State& s) {
    auto error = error_of(s.choices);
    bichig_dictionary* made = nullptr;
    const std::string path = dictionary_path(s.choices);
    keep(s, s.dictionaries, bichig_dictionary_open(s.choices.rarely() ? nullptr : path.c_str(),
                                                   static_cast<int>(s.choices.below(2)), &made, error.get()), made);
    const std::string bytes = bytes_of(s.choices);
    bichig_dictionary* from_memory = nullptr;
    keep(s, s.dictionaries, bichig_dictionary_open_memory(bytes.data(), bytes.size(), nullptr, 1, &from_memory,
                                                          error.get()), from_memory);
}

void describe(State& s) {
    auto error = error_of(s.choices);
    const bichig_dictionary* dictionary = s.dictionaries.pick(s.choices);
    Sized<bichig_dictionary_info> info{s.choices};
    succeeded(s, bichig_dictionary_describe(dictionary, info.get(), error.get()));
    bichig_hunspell* beside = nullptr;
    keep(s, s.hunspells, bichig_dictionary_hunspell(dictionary, &beside, error.get()), beside);
    bichig_hunspell* hunspell = nullptr;
    const std::string path = dictionary_path(s.choices);
    keep(s, s.hunspells, bichig_hunspell_open((path + "/small.aff").c_str(), (path + "/small.dic").c_str(), &hunspell,
                                              error.get()), hunspell);
    const bichig_hunspell* any_of_them = s.hunspells.pick(s.choices);
    if (any_of_them != nullptr) expect(bichig_hunspell_encoding(any_of_them) != nullptr, "files have an encoding");
}

template <class Char>
void look_up(State& s) {
    const auto text = text_of<Char>(s.choices);
    const bichig_dictionary* dictionary = s.dictionaries.pick(s.choices);
    auto error = error_of(s.choices);
    int contains = 0;
    succeeded(s, BICHIG_FORM(bichig_dictionary_contains)(dictionary, text.data, text.length,
                                                         s.choices.rarely() ? nullptr : &contains, error.get()));
    Result<bichig_form> same{s.choices};
    succeeded(s, BICHIG_FORM(bichig_dictionary_same_shape)(dictionary, text.data, text.length, same.out(), same.size(),
                                                           error.get()), same);
    Result<bichig_form> near{s.choices};
    succeeded(s, BICHIG_FORM(bichig_dictionary_near)(dictionary, text.data, text.length, s.choices.byte(),
                                                     s.choices.below(9), near.out(), near.size(), error.get()), near);
    Result<bichig_form> forms{s.choices};
    succeeded(s, BICHIG_FORM(bichig_dictionary_forms)(dictionary, offset(s.choices), offset(s.choices), forms.out(),
                                                      forms.size(), error.get()), forms);
}

template <class Char>
void build(State& s) {
    auto error = error_of(s.choices);
    if (s.choices.below(2) == 0) {
        bichig_dictionary_builder* made = nullptr;
        keep(s, s.builders, bichig_dictionary_builder_open(any(s.choices, BICHIG_UTN57), &made, error.get()), made);
    }
    bichig_dictionary_builder* builder = s.builders.pick(s.choices);
    for (unsigned words = s.choices.below(4); words > 0; --words) {
        const auto word = text_of<Char>(s.choices);
        succeeded(s, BICHIG_FORM(bichig_dictionary_builder_add)(builder, word.data, word.length, offset(s.choices),
                                                                any(s.choices, BICHIG_FORM_ABBREVIATION),
                                                                error.get()));
    }
    if (!s.take_heavy()) return;
    bichig_dictionary* dictionary = nullptr;
    keep(s, s.dictionaries, bichig_dictionary_builder_make(builder, &dictionary, error.get()), dictionary);
    const std::string path = world().scratch + (s.choices.rarely(4) ? "/none/a.shapes" : "/a.shapes");
    succeeded(s, bichig_dictionary_builder_save(builder, path.c_str(), error.get()));
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

template <class Char>
void use_hunspell(State& s) {
    const auto word = text_of<Char>(s.choices);
    const bichig_hunspell* hunspell = s.hunspells.pick(s.choices);
    auto error = error_of(s.choices);
    int answer = 0;
    succeeded(s, BICHIG_FORM(bichig_hunspell_covers)(hunspell, word.data, word.length, &answer, error.get()));
    succeeded(s, BICHIG_FORM(bichig_hunspell_is_right)(hunspell, word.data, word.length,
                                                       s.choices.rarely() ? nullptr : &answer, error.get()));
    if (!s.take_heavy()) return;
    Result<bichig_suggestion> suggestions{s.choices};
    succeeded(s, BICHIG_FORM(bichig_hunspell_suggest)(hunspell, word.data, word.length, s.choices.below(9),
                                                      suggestions.out(), suggestions.size(), error.get()),
              suggestions);
}

template <class Char>
void open_personal(State& s) {
    auto error = error_of(s.choices);
    bichig_personal* made = nullptr;
    if (s.choices.below(2) == 0) {
        const std::string path = world().scratch + "/personal.txt";
        keep(s, s.personals, bichig_personal_open(s.choices.below(2) == 0 ? nullptr : path.c_str(), &made, error.get()),
             made);
    } else {
        const auto text = text_of<Char>(s.choices);
        keep(s, s.personals, BICHIG_FORM(bichig_personal_open_text)(text.data, text.length, &made, error.get()), made);
    }
}

template <class Char>
void use_personal(State& s) {
    bichig_personal* personal = s.personals.pick(s.choices);
    const auto word = text_of<Char>(s.choices);
    const auto like = text_of<Char>(s.choices);
    auto error = error_of(s.choices);
    int contains = 0;
    succeeded(s, BICHIG_FORM(bichig_personal_add)(personal, word.data, word.length, like.data, like.length,
                                                  error.get()));
    succeeded(s, BICHIG_FORM(bichig_personal_contains)(personal, word.data, word.length, &contains, error.get()));
    Result<bichig_learnt_word> words{s.choices};
    succeeded(s, BICHIG_FORM(bichig_personal_words)(personal, words.out(), words.size(), error.get()), words);
    Result<Char> text{s.choices};
    succeeded(s, BICHIG_FORM(bichig_personal_text)(personal, text.out(), text.size(), error.get()), text);
    if (s.choices.below(2) == 0) {
        succeeded(s, BICHIG_FORM(bichig_personal_remove)(personal, word.data, word.length, error.get()));
    }
    succeeded(s, bichig_personal_refresh(personal, error.get()));
    const std::string path = world().scratch + (s.choices.rarely(4) ? "/none/b.txt" : "/b.txt");
    succeeded(s, bichig_personal_save(personal, s.choices.rarely() ? nullptr : path.c_str(), error.get()));
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

void open_checker(State& s) {
    const bichig_hunspell* others[] = {s.hunspells.pick(s.choices), s.hunspells.pick(s.choices)};
    bichig_personal* personal[] = {s.personals.pick(s.choices), s.personals.pick(s.choices)};
    const std::size_t other_count = others[0] == nullptr || others[1] == nullptr ? s.choices.rarely() : 2;
    const std::size_t personal_count = personal[0] == nullptr || personal[1] == nullptr ? s.choices.rarely() : 2;
    Sized<bichig_checker_options> options{
        s.choices, {0, s.dictionaries.pick(s.choices), others, other_count, personal, personal_count}};
    auto error = error_of(s.choices);
    bichig_checker* made = nullptr;
    keep(s, s.checkers, bichig_checker_open(options.get(), &made, error.get()), made);
    const auto fault = any(s.choices, BICHIG_FAULT_MIXED);
    expect(bichig_fault_name(fault) != nullptr && bichig_fault_is_wrong(fault) >= 0, "a fault has a name");
    bichig_fault named = BICHIG_FAULT_NAME;
    if (fault <= BICHIG_FAULT_MIXED && bichig_fault_named(bichig_fault_name(fault), &named, error.get()) == BICHIG_OK) {
        expect(named == fault, "a name stands for its fault");
    }
}

template <class Char>
void check(State& s) {
    const auto text = text_of<Char>(s.choices);
    const bichig_checker* checker = s.checkers.pick(s.choices);
    Sized<bichig_check_options> options{
        s.choices, {0, static_cast<int>(s.choices.below(2)), s.choices.below(9), static_cast<int>(s.choices.below(2)),
                    s.choices.below(3) * 500ul, s.choices.below(3) * 7ul, static_cast<int>(s.choices.rarely(8)),
                    s.choices.rarely(4) ? go_on_or_stop : nullptr, &s.choices}};
    auto error = error_of(s.choices);
    Sized<bichig_check_summary> summary{s.choices};
    Result<bichig_word_finding> found{s.choices};
    if (succeeded(s, BICHIG_FORM(bichig_check)(checker, text.data, text.length, options.get(), found.out(),
                                               found.size(), summary.get(), error.get()), found)) {
        for (std::size_t i = 0; i < found.count; ++i) {
            const bichig_word_finding& one = found.items[i];
            expect(one.range.begin < one.range.end && one.id[0] != 0, "a finding has a place and a name");
            expect(i == 0 || one.range.begin >= found.items[i - 1].range.end, "findings do not overlap");
        }
    }
    int right = 0;
    succeeded(s, BICHIG_FORM(bichig_is_right)(checker, text.data, text.length, &right, error.get()));
    Result<bichig_suggestion> suggestions{s.choices};
    succeeded(s, BICHIG_FORM(bichig_suggest)(checker, text.data, text.length, options.get(), suggestions.out(),
                                             suggestions.size(), error.get()), suggestions);
}

void open_lexicon(State& s) {
    if (!s.take_heavy()) return;
    const char* folder = s.choices.rarely(4) ? world().scratch.c_str() : BICHIG_LEXICON_FOLDER;
    auto error = error_of(s.choices);
    bichig_lexicon* made = nullptr;
    bichig_findings* findings = nullptr;
    keep(s, s.lexicons, bichig_lexicon_open(folder, &made, s.choices.below(2) == 0 ? nullptr : &findings, error.get()),
         made);
    s.findings.put(s.choices, findings);
    findings = nullptr;
    succeeded(s, bichig_lexicon_lint(folder, &findings, error.get()));
    s.findings.put(s.choices, findings);
}

void build_lexicon(State& s) {
    if (!s.take_heavy()) return;
    const bichig_lexicon* lexicon = s.lexicons.pick(s.choices);
    auto error = error_of(s.choices);
    Sized<bichig_lexicon_info> info{s.choices};
    succeeded(s, bichig_lexicon_describe(lexicon, info.get(), error.get()));
    Sized<bichig_build_report> report{s.choices};
    const std::string path = world().scratch + "/built";
    succeeded(s, bichig_lexicon_build(lexicon, path.c_str(), go_on_or_stop, &s.choices, report.get(), error.get()));
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
    bichig_dictionary* made = nullptr;
    keep(s, s.dictionaries, bichig_lexicon_make(lexicon, &made, error.get()), made);
}

template <class Char>
void use_lexicon(State& s) {
    const bichig_lexicon* lexicon = s.lexicons.pick(s.choices);
    const auto word = text_of<Char>(s.choices);
    auto error = error_of(s.choices);
    Result<bichig_entry> entries{s.choices};
    succeeded(s, BICHIG_FORM(bichig_lexicon_entries)(lexicon, word.data, word.length, entries.out(), entries.size(),
                                                     error.get()), entries);
    Result<bichig_paradigm_form> forms{s.choices};
    succeeded(s, BICHIG_FORM(bichig_lexicon_paradigm)(lexicon, offset(s.choices), forms.out(), forms.size(),
                                                      error.get()), forms);
}

}  // namespace

const std::vector<Operation>& word_operations() {
    using Wide = bichig_char16;
    static const std::vector<Operation> all{
        open_dictionary,    open_dictionary,    describe,           look_up<char>,    look_up<Wide>,    build<char>,
        build<Wide>,        use_hunspell<char>, use_hunspell<Wide>, open_personal<char>, open_personal<Wide>,
        use_personal<char>, use_personal<Wide>, open_checker,       open_checker,     check<char>,      check<Wide>,
        open_lexicon,       build_lexicon,      use_lexicon<char>,  use_lexicon<Wide>};
    return all;
}

}  // namespace bichig::fuzz
