// `bichig dict test`: lists of words against the dictionary that is built of a source.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include <bichig/base/file.h>
#include <bichig/base/utf.h>
#include <bichig/lexicon/build.h>
#include <bichig/lexicon/word_tests.h>
#include <bichig/spell/checker.h>
#include <bichig/spell/hunspell_dictionary.h>

#include "cli/internal/dict.h"

namespace bichig::cli {

namespace {

struct TestOptions {
    DictOptions dict;
    std::string words;
    std::string engine = "checker";
};

/// A folder that goes when the program is done with it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "bichig-dict-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

Result<spell::HunspellDictionary> open_hunspell(const lexicon::Lexicon& dictionary) {
    const TemporaryFolder folder;
    if (folder.path().empty()) {
        return fail({ErrorCode::system,
                     "no temporary folder can be made",
                     "set TMPDIR to a folder that can be written to",
                     {}});
    }
    const std::string base = folder.path() + "/dictionary";
    const lexicon::HunspellFiles files = lexicon::hunspell_files(dictionary);
    for (const auto& [path, bytes] :
         {std::pair<std::string, std::string_view>{base + ".aff", files.aff}, {base + ".dic", files.dic}}) {
        auto file = OutputFile::create(path);
        if (!file) return fail(file.error());
        if (auto written = file->write(bytes); !written) return fail(written.error());
        if (auto done = file->commit(); !done) return fail(done.error());
    }
    return spell::HunspellDictionary::open(base + ".aff", base + ".dic");
}

Result<lexicon::WordChecker> hunspell_checker(const lexicon::Lexicon& dictionary) {
    const auto hunspell = open_hunspell(dictionary);
    if (!hunspell) return fail(hunspell.error());
    return lexicon::WordChecker{[hunspell = *hunspell](std::u16string_view word) { return hunspell.check(word); },
                                [hunspell = *hunspell](std::u16string_view word) { return hunspell.suggest(word); }};
}

Result<lexicon::WordChecker> own_checker(const lexicon::Lexicon& dictionary) {
    auto bytes = lexicon::shape_index(dictionary);
    if (!bytes) return fail(bytes.error());
    auto index = spell::ShapeIndex::from_bytes(std::move(*bytes));
    if (!index) return fail(index.error());
    spell::CheckerParts parts;
    parts.dictionary = spell::Dictionary{std::move(*index)};
    const spell::Checker checker{std::move(parts)};
    return lexicon::WordChecker{[checker](std::u16string_view word) { return checker.is_right(word); },
                                [checker](std::u16string_view word) {
                                    std::vector<std::u16string> words;
                                    for (spell::Suggestion& suggestion : checker.suggest(word)) {
                                        words.push_back(std::move(suggestion.text));
                                    }
                                    return words;
                                }};
}

Json to_json(const lexicon::WordFailure& failure) {
    Json json{{"file", failure.test.where.file},
              {"line", failure.test.where.line},
              {"word", lexicon::latin_of(failure.test.word)},
              {"text", to_utf8(failure.test.word)},
              {"expected", lexicon::name(failure.test.expect)},
              {"accepted", failure.accepted}};
    if (failure.test.expect == lexicon::Expectation::suggest) {
        json["wanted"] = lexicon::latin_of(failure.test.wanted);
        Json suggestions = Json::array();
        for (const std::u16string& suggestion : failure.suggestions)
            suggestions.push_back(lexicon::latin_of(suggestion));
        json["suggestions"] = std::move(suggestions);
    }
    return json;
}

std::string describe(const lexicon::WordFailure& failure) {
    std::string text = bichig::describe(failure.test.where) + ": '" + lexicon::latin_of(failure.test.word) + "' is " +
                       (failure.accepted ? "accepted" : "rejected");
    if (failure.test.expect == lexicon::Expectation::suggest) {
        text += ", '" + lexicon::latin_of(failure.test.wanted) + "' is not among the first five suggestions:";
        for (const std::u16string& suggestion : failure.suggestions) text += " " + lexicon::latin_of(suggestion);
    }
    return text + "\n";
}

std::string percent(const lexicon::WordTestReport::Share& share) {
    char text[64];
    std::snprintf(text, sizeof text, "%zu of %zu (%.1f %%)", share.right, share.all,
                  share.all == 0 ? 100.0 : 100.0 * static_cast<double>(share.right) / static_cast<double>(share.all));
    return text;
}

Exit show(const lexicon::WordTestReport& found, const TestOptions& options) {
    // A suggestion that is not found is a figure, not a fault: lists of typos are made to be hard.
    bool wrong = found.accept.right < found.accept.all || found.reject.right < found.reject.all;
    if (options.dict.json) {
        Json failures = Json::array();
        for (const lexicon::WordFailure& failure : found.failures) failures.push_back(to_json(failure));
        const auto share = [](const lexicon::WordTestReport::Share& s) {
            return Json{{"right", s.right}, {"all", s.all}};
        };
        const Exit printed = print_json(Json{{"engine", options.engine},
                                             {"accept", share(found.accept)},
                                             {"reject", share(found.reject)},
                                             {"suggest_top1", share(found.top1)},
                                             {"suggest_top5", share(found.top5)},
                                             {"suggest_p50_ms", found.p50_ms},
                                             {"suggest_p99_ms", found.p99_ms},
                                             {"failures", failures}},
                                        options.dict.output);
        return printed == Exit::done && wrong ? Exit::found : printed;
    }
    std::string text;
    for (const lexicon::WordFailure& failure : found.failures) text += describe(failure);
    char times[96];
    std::snprintf(times, sizeof times, "time for suggestions: p50 %.2f ms, p99 %.2f ms (%s)\n", found.p50_ms,
                  found.p99_ms, options.engine.c_str());
    text += "accepted: " + percent(found.accept) + "\nrejected: " + percent(found.reject) +
            "\nsuggested first: " + percent(found.top1) + "\nsuggested among the first five: " + percent(found.top5) +
            "\n" + times;
    const Exit printed = write_output(text, options.dict.output);
    return printed == Exit::done && wrong ? Exit::found : printed;
}

Exit run(const TestOptions& options) {
    const auto dictionary = open_dict(options.dict);
    if (!dictionary) return report(dictionary.error());
    Result<lexicon::Table> table = lexicon::Table{};
    if (!options.words.empty()) {
        table = lexicon::Table::read(options.words, options.words);
    } else if (dictionary->source().typos) {
        table = *dictionary->source().typos;
    } else {
        return report(Error{ErrorCode::invalid_input, "the dictionary has no list of typos", "name one",
                            Place{options.dict.source, 0, 0, {}}});
    }
    if (!table) return report(table.error());
    const auto tests = lexicon::read_word_tests(*table);
    if (!tests) return report(tests.error());
    const auto checker = options.engine == "hunspell" ? hunspell_checker(*dictionary) : own_checker(*dictionary);
    if (!checker) return report(checker.error());
    ProgressLine progress{"testing"};
    return show(lexicon::run_word_tests(*tests, *checker, progress.function()), options);
}

}  // namespace

std::function<Exit()> declare_dict_test(ArgumentTable& app) {
    auto options = std::make_shared<TestOptions>();
    declare_dict_options(app, options->dict, "The file to write");
    app.add_option("WORDS", options->words,
                   "A table of words (word, expect, suggest, note); by default that of the source").type_name("FILE");
    app.add_option("--engine", options->engine, "checker (the default) or hunspell: who is asked")
        .check(one_of({"checker", "hunspell"}));
    return [options] { return run(*options); };
}

}  // namespace bichig::cli
