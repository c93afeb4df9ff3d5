// Words from elsewhere become rows of a queue.
#include <bichig/lexicon/queue.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include <bichig/base/utf.h>
#include <bichig/lexicon/forms.h>

#include "lexicon/internal/letters_of_word.h"
#include "lexicon/internal/shapes.h"

namespace bichig::lexicon {

namespace {

/// A word with the connector that sources have: NNBSP becomes MVS.
std::u16string with_mvs(std::u16string_view word) {
    std::u16string out{word};
    std::replace(out.begin(), out.end(), u'\u202F', u'\u180E');
    return out;
}

/// Makes rows of words.
class QueueMaker {
public:
    QueueMaker(const Lexicon& lexicon, const QueueOptions& options, Table table, Findings& findings)
        : lexicon_{lexicon}, options_{options}, findings_{findings}, forms_{lexicon} {
        queue_.table = std::move(table);
        for (std::size_t i = 0; i < column_count; ++i) columns_[i] = *queue_.table.column(column_names[i]);
        for (std::size_t row = 0; row < queue_.table.size(); ++row) {
            seen_.insert(key(cell(row, Column::stem), cell(row, Column::cyrillic)));
        }
        for (const Entry& entry : lexicon.entries()) {
            const std::string_view cyrillic = lexicon.cell(entry, Column::cyrillic);
            if (!cyrillic.empty()) cyrillic_.insert(std::string{cyrillic});
        }
    }

    void add(const ImportedWord& word) {
        const Letters letters = letters_in(word.word);
        if (letters == Letters::other) {
            ++queue_.other_script;
        } else if (letters == Letters::cyrillic) {
            const std::string text = to_utf8(word.word);
            const bool known = cyrillic_.contains(text);
            add_row("", text, known ? "known" : "", word);
            if (known && added_) ++queue_.known;
        } else {
            add_mongolian(word);
        }
    }

    Queue take() { return std::move(queue_); }

private:
    void add_mongolian(const ImportedWord& word) {
        const std::u16string letters = with_mvs(word.word);
        const std::string latin = latin_of(letters);
        if (letters_of(latin) != letters) {
            findings_.push_back({Severity::warning,
                                 "no-latin",
                                 "the word cannot be written in Latin: '" + latin + "'",
                                 "look at its letters in the list: some are not Hudum's",
                                 word.where,
                                 {}});
            return;
        }
        std::string mark;
        if (forms_.contains(letters)) {
            mark = "known";
        } else if (const Entry* entry = shapes().entry_of(letters)) {
            mark = "same shape as a form of " + std::string{lexicon_.cell(*entry, Column::stem)};
        }
        add_row(latin, word.cyrillic, mark, word);
        if (!added_) return;
        if (mark == "known") ++queue_.known;
        if (mark != "known" && !mark.empty()) ++queue_.same_shape;
    }

    const ShapeTable& shapes() {
        if (!shapes_) shapes_.emplace(lexicon_);
        return *shapes_;
    }

    void add_row(const std::string& stem, const std::string& cyrillic, std::string note, const ImportedWord& word) {
        added_ = seen_.insert(key(stem, cyrillic)).second;
        if (!added_) {
            ++queue_.repeated;
            return;
        }
        ++queue_.added;
        if (!word.note.empty()) note += (note.empty() ? "" : "; ") + word.note;
        std::vector<std::string> cells(queue_.table.columns().size());
        const auto set = [&](Column column, std::string value) {
            cells[columns_[static_cast<std::size_t>(column)]] = std::move(value);
        };
        set(Column::stem, stem);
        set(Column::cyrillic, cyrillic);
        if (word.count > 0) set(Column::frequency, std::to_string(word.count));
        set(Column::source, options_.source);
        set(Column::licence, options_.licence);
        set(Column::status, std::string{name(Status::unreviewed)});
        set(Column::date, options_.date);
        set(Column::note, std::move(note));
        queue_.table.append(cells);
    }

    std::string_view cell(std::size_t row, Column column) const {
        return queue_.table.cell(row, columns_[static_cast<std::size_t>(column)]);
    }

    static std::string key(std::string_view stem, std::string_view cyrillic) {
        return stem.empty() ? "\t" + std::string{cyrillic} : std::string{stem};
    }

    const Lexicon& lexicon_;
    const QueueOptions& options_;
    Findings& findings_;
    FormSet forms_;
    std::optional<ShapeTable> shapes_;
    std::unordered_set<std::string> cyrillic_;
    std::unordered_set<std::string> seen_;
    std::array<std::size_t, column_count> columns_{};
    Queue queue_;
    bool added_ = false;
};

std::u16string_view trimmed(std::u16string_view text) {
    constexpr std::u16string_view blanks = u" \t\r\u00A0\u3000\uFEFF";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Adds what a field after a word says of it.
void read_field(std::u16string_view field, ImportedWord& word) {
    constexpr std::size_t longest_count = 15;
    const bool digits = std::all_of(field.begin(), field.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
    if (field.empty()) return;
    if (digits && field.size() <= longest_count) {
        word.count += std::stoull(to_utf8(field));
    } else if (letters_in(field) == Letters::cyrillic) {
        word.cyrillic = to_utf8(field);
    } else {
        word.note += (word.note.empty() ? "" : "; ") + to_utf8(field);
    }
}

}  // namespace

Result<std::u16string> unicode_of(std::u16string text, const std::string& file, const ListOptions& options) {
    if (options.unicode) return text;
    auto legacy = options.legacy;
    if (!legacy) {
        const script::LegacyDetection detected = script::detect_legacy(text, options.font_hint);
        if (detected.kind == script::LegacyDetection::Kind::unicode) return text;
        if (detected.kind == script::LegacyDetection::Kind::refused) {
            return fail({ErrorCode::invalid_input, "the encoding is not clear: " + std::string{detected.reason},
                         "name it with --from, or the font with --font-hint", Place{file, 0, 0, {}}});
        }
        legacy = detected.legacy;
    }
    return script::legacy_to_unicode(text, *legacy).text;
}

Result<std::u16string> text_of_list(const NamedBytes& file, const ListOptions& options) {
    auto decoded = text::decode(file.bytes, options.encoding);
    if (!decoded) {
        Error error = decoded.error();
        error.where.file = file.name;
        return fail(std::move(error));
    }
    return unicode_of(std::move(decoded->text), file.name, options);
}

ImportedWords words_of_list(std::u16string_view text, const std::string& file) {
    ImportedWords words;
    std::unordered_map<std::u16string, std::size_t> index;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(u"\n\r"), text.size());
        const std::u16string_view line = trimmed(text.substr(0, end));
        const bool crlf = text.substr(end, 2) == u"\r\n";
        text.remove_prefix(std::min(end + (crlf ? 2 : 1), text.size()));
        ++number;
        if (line.empty() || line.front() == u'#') continue;
        std::size_t parted = std::min(line.find_first_of(u"\t,;"), line.size());
        const std::u16string word{trimmed(line.substr(0, parted))};
        if (word.empty()) continue;
        const auto [found, added] = index.emplace(word, words.words.size());
        if (added) words.words.push_back({word, 0, "", "", Place{file, number, 0, {}}});
        while (parted < line.size()) {
            const std::size_t begin = parted + 1;
            parted = std::min(line.find_first_of(u"\t,;", begin), line.size());
            read_field(trimmed(line.substr(begin, parted - begin)), words.words[found->second]);
        }
    }
    return words;
}

Result<Queue> queue_of(const Lexicon& lexicon, const ImportedWords& words, const QueueOptions& options,
                       std::optional<Table> old, Findings& findings, const Progress& progress) {
    if (!old) old = Table::with_columns({column_names.begin(), column_names.end()}, options.name);
    for (const std::string_view column : column_names) {
        if (old->column(column)) continue;
        return fail({ErrorCode::invalid_input, "the column '" + std::string{column} + "' is missing",
                     "name another queue, or give this one the columns of entries", Place{old->name(), 1, 0, {}}});
    }
    QueueMaker maker{lexicon, options, std::move(*old), findings};
    for (std::size_t i = 0; i < words.words.size(); ++i) {
        if (progress && i % 1024 == 0) progress(i, words.words.size());
        maker.add(words.words[i]);
    }
    return maker.take();
}

}  // namespace bichig::lexicon
