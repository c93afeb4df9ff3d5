// Writes the rows of a dictionary as scripts: what search needs in few long columns, the rest by parts on demand.
#include <algorithm>
#include <set>

#include <bichig/base/utf.h>
#include <bichig/lexicon/paradigm.h>
#include <bichig/script/units.h>

#include "lexicon/internal/site.h"

namespace bichig::lexicon {

namespace {

/// Letters that look alike in some position, and signs that are not seen. Of the strokes of EAC MGC/01-02's letters
/// only what is left of a word that was typed by its looks: a, e and n without its dot are a tooth, and so on.
constexpr std::pair<char16_t, std::string_view> folds[] = {
    {u'\u1820', "A"}, {u'\u1821', "A"}, {u'\u1828', "A"}, {u'\u1829', "AG"}, {u'\u182C', "G"}, {u'\u182D', "G"},
    {u'\u1822', "I"}, {u'\u1835', "I"}, {u'\u1836', "I"}, {u'\u1823', "O"},  {u'\u1824', "O"}, {u'\u1825', "O"},
    {u'\u1826', "O"}, {u'\u1832', "D"}, {u'\u1833', "D"}, {u'\u1827', "W"},  {u'\u1838', "W"}, {u'\u1830', "S"},
    {u'\u1831', "S"}, {u'\u180B', ""},  {u'\u180C', ""},  {u'\u180D', ""},   {u'\u180F', ""},  {u'\u180E', ""},
    {u'\u202F', ""},  {u'\u200C', ""},  {u'\u200D', ""},  {u'\u1807', ""}};

std::string_view without_break(std::string_view cell) { return cell.substr(0, cell.find('\n')); }

/// A column of short texts as one long one: a browser reads it faster than a list.
template <class Cell>
void text_column(JsonWriter& json, std::string_view name, std::size_t begin, std::size_t end, const Cell& cell) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
        if (i > begin) text += '\n';
        text += cell(i);
    }
    json.key(name).value(std::string_view{text});
}

template <class Cell>
void number_column(JsonWriter& json, std::string_view name, std::size_t begin, std::size_t end, const Cell& cell) {
    json.key(name).open('[');
    for (std::size_t i = begin; i < end; ++i) json.value(static_cast<std::size_t>(cell(i)));
    json.close(']');
}

std::string joined(const std::vector<std::uint32_t>& classes) {
    std::string text;
    for (const std::uint32_t index : classes) text += (text.empty() ? "" : " ") + std::to_string(index);
    return text;
}

void write_named(JsonWriter& json, std::string_view key, const std::vector<Named>& list) {
    json.key(key).open('[');
    for (const Named& named : list)
        json.open('[').value(named.id).value(named.title).value(named.licence).value(named.url).close(']');
    json.close(']');
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& list) {
    json.key(key).open('[');
    for (const std::string& text : list) json.value(text);
    json.close(']');
}

void write_classes(JsonWriter& json, const Lexicon& lexicon, std::set<char16_t>& letters) {
    json.key("classes").open('[');
    for (const AffixClass& affixes : lexicon.classes()) {
        json.open('[');
        for (const Tail& tail : affixes.tails) {
            json.open('[').value(std::size_t{tail.strip}).value(std::u16string_view{tail.append}).open('[');
            for (const std::uint16_t suffix : tail.chain) json.value(std::size_t{suffix});
            json.close(']').close(']');
            letters.insert(tail.append.begin(), tail.append.end());
        }
        json.close(']');
    }
    json.close(']');
}

/// Where the columns of a paradigm's tables stand.
void write_plan(JsonWriter& json, const Lexicon& lexicon) {
    const ParadigmPlan plan = plan_paradigms(lexicon);
    json.key("suffixes").open('[');
    for (std::size_t i = 0; i < lexicon.suffix_ids().size(); ++i) {
        json.open('[')
            .value(lexicon.suffix_ids()[i])
            .value(plan.table_of[i])
            .value(std::size_t{plan.column_order[i]})
            .close(']');
    }
    json.close(']').key("groups").open('[');
    for (const std::string& title : plan.titles) json.value(title);
    json.close(']').key("paradigms").open('{');
    std::set<std::string> seen;
    for (const SourceParadigm& paradigm : lexicon.source().paradigms) {
        if (seen.insert(paradigm.id).second) json.key(paradigm.id).value(paradigm.title);
    }
    json.close('}');
}

void write_letters(JsonWriter& json, const SiteData& data, std::set<char16_t> letters) {
    for (const SiteRow& row : data.rows) letters.insert(row.entry.stem.begin(), row.entry.stem.end());
    json.key("latin").open('{');
    for (const char16_t c : letters) json.key(to_utf8(std::u16string(1, c))).value(latin_of(std::u16string(1, c)));
    json.close('}').key("fold").open('{');
    for (const auto& [letter, stroke] : folds) json.key(to_utf8(std::u16string(1, letter))).value(stroke);
    json.close('}');
}

void write_parts(JsonWriter& json, const SiteData& data) {
    const SiteOptions& options = data.options;
    json.key("parts")
        .open('{')
        .key("history")
        .value(options.before != nullptr)
        .key("coverage")
        .value(options.coverage != nullptr);
    json.key("glossary").value(data.lexicon.source().glossary.has_value()).close('}');
}

}  // namespace

std::string receive(std::string_view name, std::string json) {
    return "bichig.receive(\"" + std::string{name} + "\"," + std::move(json) + ");\n";
}

std::string look_alike_key(std::u16string_view word) {
    std::string key;
    for (const char16_t c : word) {
        const auto fold = std::find_if(std::begin(folds), std::end(folds), [&](const auto& f) { return f.first == c; });
        const std::string strokes = fold == std::end(folds) ? to_utf8(std::u16string(1, c)) : std::string{fold->second};
        if (strokes == "I" && !key.empty() && (key.back() == 'I' || key.back() == 'O')) continue;
        key += strokes;
    }
    return key;
}

SiteData site_data(const Lexicon& lexicon, const SiteOptions& options) {
    SiteData data{lexicon, options, {}, {}, {}, {}, {}};
    const Source& source = lexicon.source();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> entries;
    for (std::size_t i = 0; i < lexicon.entries().size(); ++i)
        entries[{lexicon.entries()[i].file, lexicon.entries()[i].row}] = i;
    for (std::uint32_t file = 0; file < source.entries.size(); ++file) {
        for (std::uint32_t row = 0; row < source.entries[file].size(); ++row) {
            SiteRow made;
            if (const auto found = entries.find({file, row}); found != entries.end()) {
                made.entry = lexicon.entries()[found->second];
                if (options.coverage != nullptr) made.corpus = options.coverage->by_entry[found->second];
            } else {
                made.entry.file = file;
                made.entry.row = row;
                made.entry.status = Status::rejected;
                made.entry.stem_is_word = false;
                made.entry.stem = letters_of(lexicon.cell(made.entry, Column::stem)).value_or(std::u16string{});
                made.entry.pos = part_of_speech_named(lexicon.cell(made.entry, Column::pos)).value_or(PartOfSpeech{});
            }
            data.rows.push_back(std::move(made));
        }
    }
    std::stable_sort(data.rows.begin(), data.rows.end(), [](const SiteRow& a, const SiteRow& b) {
        return a.entry.stem != b.entry.stem ? a.entry.stem < b.entry.stem : a.entry.pos < b.entry.pos;
    });
    return data;
}

std::string list_script(SiteData& data, std::size_t number, std::size_t begin, std::size_t end) {
    const Lexicon& lexicon = data.lexicon;
    const auto entry = [&](std::size_t i) -> const Entry& { return data.rows[i].entry; };
    const auto cell = [&](std::size_t i, Column column) { return std::string{lexicon.cell(entry(i), column)}; };
    JsonWriter json;
    json.open('{').key("number").value(number);
    text_column(json, "stem", begin, end, [&](std::size_t i) { return to_utf8(entry(i).stem); });
    text_column(json, "latin", begin, end,
                [&](std::size_t i) { return without_break(lexicon.cell(entry(i), Column::stem)); });
    text_column(json, "cyrillic", begin, end,
                [&](std::size_t i) { return without_break(lexicon.cell(entry(i), Column::cyrillic)); });
    text_column(json, "gloss", begin, end,
                [&](std::size_t i) { return without_break(lexicon.cell(entry(i), Column::gloss_zh)); });
    text_column(json, "key", begin, end, [&](std::size_t i) { return look_alike_key(entry(i).stem); });
    number_column(json, "pos", begin, end, [&](std::size_t i) { return entry(i).pos; });
    number_column(json, "status", begin, end, [&](std::size_t i) { return entry(i).status; });
    number_column(json, "tier", begin, end,
                  [&](std::size_t i) { return data.tiers.index(std::string{lexicon.tier(entry(i))}); });
    number_column(json, "norm", begin, end, [&](std::size_t i) { return data.norms.index(cell(i, Column::norm)); });
    number_column(json, "source", begin, end,
                  [&](std::size_t i) { return data.sources.index(cell(i, Column::source)); });
    number_column(json, "combo", begin, end,
                  [&](std::size_t i) { return data.combos.index(joined(entry(i).classes)); });
    number_column(json, "word", begin, end, [&](std::size_t i) { return entry(i).stem_is_word; });
    number_column(json, "file", begin, end, [&](std::size_t i) { return entry(i).file; });
    number_column(json, "line", begin, end, [&](std::size_t i) { return lexicon.place(entry(i)).line; });
    json.close('}');
    return receive("list", json.take());
}

std::string detail_script(const SiteData& data, std::size_t number, std::size_t begin, std::size_t end) {
    constexpr Column columns[] = {Column::paradigm, Column::marks,    Column::norm,    Column::frequency,
                                  Column::source,   Column::evidence, Column::licence, Column::reviewer,
                                  Column::date,     Column::note};
    JsonWriter json;
    json.open('{').key("number").value(number).key("rows").open('[');
    for (std::size_t i = begin; i < end; ++i) {
        const Entry& entry = data.rows[i].entry;
        json.open('[');
        for (const Column column : columns) json.value(data.lexicon.cell(entry, column));
        json.value(script::notation(script::units(entry.stem)));
        json.value(entry.status == Status::rejected            ? ""
                   : entry.gender == script::Gender::masculine ? "masculine"
                                                               : "feminine");
        json.value(data.rows[i].corpus).close(']');
    }
    json.close(']').close('}');
    return receive("detail", json.take());
}

std::string meta_script(const SiteData& data) {
    const Lexicon& lexicon = data.lexicon;
    const Manifest& manifest = lexicon.source().manifest;
    JsonWriter json;
    json.open('{')
        .key("id")
        .value(manifest.id)
        .key("title")
        .value(manifest.title)
        .key("version")
        .value(manifest.version);
    json.key("date")
        .value(manifest.date)
        .key("language")
        .value(manifest.language)
        .key("licence")
        .value(manifest.licence);
    json.key("statement").value(manifest.statement).key("entries").value(data.rows.size());
    json.key("list_size")
        .value(data.options.entries_per_list)
        .key("detail_size")
        .value(data.options.entries_per_detail);
    json.key("pos").open('[');
    for (std::size_t i = 0; i < part_of_speech_count; ++i) json.value(name(static_cast<PartOfSpeech>(i)));
    json.close(']').key("status").open('[');
    for (int i = 0; i < 4; ++i) json.value(name(static_cast<Status>(i)));
    json.close(']').key("files").open('[');
    for (const EntryFile& file : manifest.files) json.value(file.path);
    json.close(']');
    write_strings(json, "tier", data.tiers.values());
    write_strings(json, "norm", data.norms.values());
    write_strings(json, "source", data.sources.values());
    write_strings(json, "combos", data.combos.values());
    write_named(json, "tiers", manifest.tiers);
    write_named(json, "norms", manifest.norms);
    write_named(json, "sources", manifest.sources);
    write_named(json, "evidence", manifest.evidence);
    write_plan(json, lexicon);
    std::set<char16_t> letters;
    write_classes(json, lexicon, letters);
    write_letters(json, data, std::move(letters));
    write_parts(json, data);
    json.close('}');
    return receive("meta", json.take());
}

}  // namespace bichig::lexicon
