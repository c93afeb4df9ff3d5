// What the commands about spelling share: which dictionaries, and texts whose findings point into their file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <bichig/base/result.h>
#include <bichig/spell/checker.h>
#include <bichig/text/encoding.h>

#include "cli/internal/arguments.h"
#include "cli/internal/text_file.h"

namespace bichig::cli {

/// The dictionaries that were asked for. Value.
struct SpellingOptions {
    std::string dictionary;             ///< empty: the one that came with the command
    std::vector<std::string> personal;  ///< files of words
    std::vector<std::string> learn;     ///< WORD or WORD=EXAMPLE, written into the first file of words
    std::vector<std::string> ignore;    ///< words that are right this time
    std::vector<std::string> hunspell;  ///< .aff files of other scripts, each with a .dic beside it
    unsigned suggestions = 5;
    bool accept_nnbsp = false;
    bool deep = false;

    spell::CheckOptions check_options() const;
};

/// Declares the options of the dictionaries, --suggestions, --accept-nnbsp and --deep on `app`.
void declare_spelling_options(ArgumentTable& app, SpellingOptions& options);

/// A checker with these dictionaries. Errors name the file.
Result<spell::Checker> open_checker(const SpellingOptions& options);

/// The folder of the dictionary that came with the command.
std::string default_dictionary_folder();

/// A file whose words are checked: what it holds, and where each part of its text stands in it. In JSON the text is
/// what the escapes in it mean.
class CheckedFile {
public:
    /// Reads the file; JSON is told by its name. Errors name the file.
    static Result<CheckedFile> read(const std::string& path, const TextFileOptions& options);

    const std::string& path() const { return path_; }
    /// The text that is checked.
    std::u16string_view text() const { return escaped_ ? unescaped_ : decoded_.text; }
    /// The range of the file's text that a range of text() stands for.
    TextRange source_range(TextRange range) const;
    /// The text of the file.
    std::u16string_view source() const { return decoded_.text; }
    text::Encoding encoding() const { return decoded_.encoding; }
    bool has_byte_order_mark() const { return decoded_.byte_order_mark; }

    /// The bytes of the file with `replacements` for ranges of source(), in order; all else as it was. Errors:
    /// unsupported for a file whose encoding does not give its own bytes back.
    struct Replacement {
        TextRange source;
        std::u16string text;
    };
    Result<std::string> bytes_with(const std::vector<Replacement>& replacements) const;

private:
    void unescape();

    std::string path_;
    std::string bytes_;
    text::Decoded decoded_;
    bool escaped_ = false;
    std::u16string unescaped_;
    std::vector<TextIndex> places_;  ///< by index of unescaped_: the index in the source
};

/// Where a range of a file stands, in the units that programs want. Value.
struct FilePlace {
    std::uint32_t line = 0;    ///< from 1
    std::uint32_t column = 0;  ///< from 1, in code points
    std::uint64_t offset = 0;  ///< code points before it
    std::uint64_t length = 0;  ///< in code points
    std::uint64_t byte_offset = 0;  ///< where the encoding is UTF-8 or UTF-16
    std::uint64_t byte_length = 0;
};

/// Finds places of one file, asked for in the order of the text, in one walk over it.
class FilePlaces {
public:
    explicit FilePlaces(const CheckedFile& file);
    /// `source`: a range of file.source().
    FilePlace operator()(TextRange source);

private:
    void go_to(TextIndex index);

    const CheckedFile& file_;
    std::size_t index_ = 0;
    FilePlace place_;
};

/// "U+1820 U+1828".
std::string code_points(std::u16string_view text);

/// What the JSON of a finding says beside its place.
nlohmann::ordered_json finding_as_json(const spell::Finding& finding, std::u16string_view text);

}  // namespace bichig::cli
