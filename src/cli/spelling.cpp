// Opening dictionaries for the commands, and what they print of a finding.
#include "cli/internal/spelling.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <bichig/base/utf.h>

#include "cli/internal/command.h"

namespace bichig::cli {

spell::CheckOptions SpellingOptions::check_options() const {
    spell::CheckOptions made;
    made.suggest = suggestions > 0;
    made.limit = suggestions;
    made.accept_nnbsp = accept_nnbsp;
    made.ask_hunspell = deep;
    made.word_budget = std::chrono::seconds{2};  // what is found does not depend on how busy the machine is
    return made;
}

void declare_spelling_options(ArgumentTable& app, SpellingOptions& options) {
    app.add_option("--dictionary", options.dictionary,
                   "Folder of a built dictionary, or its .shapes file; by default the one that came with bichig")
        .type_name("PATH");
    app.add_option("--personal", options.personal, "A file of words that are right: a word a line; may be given again")
        .type_name("FILE")
        .allow_extra_args(false);
    app.add_option("--learn", options.learn,
                   "WORD or WORD=EXAMPLE: write it into the file of --personal, with the endings of EXAMPLE")
        .type_name("WORD")
        .allow_extra_args(false);
    app.add_option("--ignore", options.ignore, "A word that is right this time; may be given again")
        .type_name("WORD")
        .allow_extra_args(false);
    app.add_option("--hunspell", options.hunspell,
                   "FILE.aff of a Hunspell dictionary, for words of its script; may be given again")
        .type_name("FILE")
        .allow_extra_args(false);
    app.add_option("--suggestions", options.suggestions, "At most so many suggestions a word (5); 0 is faster");
    app.add_flag("--accept-nnbsp", options.accept_nnbsp, "NNBSP before a suffix is right, as before 2023");
    app.add_flag("--deep", options.deep, "Ask Hunspell too for words that nothing near is found for; slow");
}

std::string default_dictionary_folder() {
    const std::filesystem::path fonts = default_font_folder();
    return (fonts.parent_path() / "dictionaries" / "mn_Mong_CN").string();
}

namespace {

/// Opens the files of words, and teaches and ignores what is asked for.
Result<void> add_user_words(const SpellingOptions& options, std::vector<spell::UserDictionary>& user) {
    for (const std::string& path : options.personal) {
        auto words = spell::UserDictionary::open(path);
        if (!words) return fail(words.error());
        user.push_back(std::move(*words));
    }
    if (!options.learn.empty() && user.empty()) {
        return fail({ErrorCode::invalid_input, "--learn needs a file of words", "name it with --personal", {}});
    }
    for (const std::string& learnt : options.learn) {
        const auto text = to_utf16(learnt);
        if (!text) return fail(text.error());
        const std::size_t mark = std::min(text->find(u'='), text->size());
        const std::u16string like = mark < text->size() ? text->substr(mark + 1) : std::u16string{};
        if (auto added = user.front().add(text->substr(0, mark), like); !added) return added;
    }
    spell::UserDictionary ignored;
    for (const std::string& word : options.ignore) {
        const auto text = to_utf16(word);
        if (!text) return fail(text.error());
        if (auto added = ignored.add(*text); !added) return added;
    }
    user.push_back(std::move(ignored));
    return {};
}

}  // namespace

Result<spell::Checker> open_checker(const SpellingOptions& options) {
    spell::CheckerParts parts;
    const bool named = !options.dictionary.empty();
    auto dictionary = spell::Dictionary::open(named ? options.dictionary : default_dictionary_folder());
    if (!dictionary) {
        Error error = dictionary.error();
        if (!named) error.hint = "name a dictionary with --dictionary, or build one (bichig dict build)";
        return fail(std::move(error));
    }
    parts.dictionary = std::move(*dictionary);
    if (auto added = add_user_words(options, parts.user); !added) return fail(added.error());
    for (const std::string& path : options.hunspell) {
        const std::string words = std::filesystem::path{path}.replace_extension(".dic").string();
        auto other = spell::HunspellDictionary::open(path, words);
        if (!other) return fail(other.error());
        parts.others.push_back(std::move(*other));
    }
    return spell::Checker{std::move(parts)};
}

std::string code_points(std::u16string_view text) {
    std::string out;
    for (TextIndex i = 0; i < text.size();) {
        const CodePoint point = code_point_at(text, i);
        char number[16];
        std::snprintf(number, sizeof number, "%sU+%04X", out.empty() ? "" : " ", static_cast<unsigned>(point.value));
        out += number;
        i += point.size;
    }
    return out;
}

nlohmann::ordered_json finding_as_json(const spell::Finding& finding, std::u16string_view text) {
    nlohmann::ordered_json out;
    const std::u16string_view word = text.substr(finding.range.begin, finding.range.size());
    out["class"] = spell::name(finding.fault);
    out["id"] = finding.id;
    out["reason"] = finding.reason;
    out["certain"] = finding.certain;
    out["text"] = to_utf8(word);
    out["code_points"] = code_points(word);
    out["suggestions"] = nlohmann::ordered_json::array();
    out["suggestion_code_points"] = nlohmann::ordered_json::array();
    out["costs"] = nlohmann::ordered_json::array();
    for (const spell::Suggestion& suggestion : finding.suggestions) {
        out["suggestions"].push_back(to_utf8(suggestion.text));
        out["suggestion_code_points"].push_back(code_points(suggestion.text));
        out["costs"].push_back(suggestion.cost);
    }
    return out;
}

}  // namespace bichig::cli
