// Writes what was counted of a corpus as a page: figures as tables, charts beside them as drawings of the same figures.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include <bichig/base/utf.h>

#include "lexicon/internal/html.h"

namespace bichig::lexicon {

namespace {

constexpr std::size_t file_limit = 60;
constexpr std::array<const char*, known_count> class_titles = {
    "the dictionary has the form", "it has a form that looks the same: the word is probably wrongly encoded",
    "it has the stem, but not with these suffixes", "it has neither"};

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// A bar as a part of `whole`, for a cell beside its number.
std::string bar(std::size_t part, std::size_t whole, const std::string& style) {
    return "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect "
           "class=\"track\" width=\"100\" "
           "height=\"10\"/><rect class=\"" +
           style + "\" width=\"" + number(100 * share(part, whole)) + "\" height=\"10\"/></svg>";
}

std::string table_head(const std::string& caption, std::initializer_list<const char*> columns) {
    std::string html = "<table class=\"figures\">\n<caption>" + caption + "</caption>\n<thead><tr>";
    for (const char* column : columns) html += std::string{"<th scope=\"col\">"} + column + "</th>";
    return html + "</tr></thead>\n<tbody>\n";
}

std::string by_class(const Coverage& coverage) {
    std::string label = "Words by class:", strip;
    double x = 0;
    for (std::size_t i = 0; i < known_count; ++i) {
        const double width = 600 * share(coverage.by_known[i], coverage.tokens);
        const std::string id{name(static_cast<Known>(i))};
        label += " " + id + " " + percent_of(coverage.by_known[i], coverage.tokens) + (i + 1 < known_count ? "," : "");
        strip += "<rect class=\"c-" + id + "\" x=\"" + number(x) + "\" width=\"" +
                 number(std::max(0.0, width - (i + 1 < known_count ? 2 : 0))) + "\" height=\"28\"/>";
        x += width;
    }
    std::string html = "<section>\n<h2>By class</h2>\n<svg class=\"strip\" role=\"img\" aria-label=\"" + label +
                       "\" viewBox=\"0 0 600 28\" preserveAspectRatio=\"none\">" + strip + "</svg>\n" +
                       table_head("Words of the corpus by what the dictionary says of them",
                                  {"class", "words", "share", "different", ""});
    for (std::size_t i = 0; i < known_count; ++i) {
        const std::string id{name(static_cast<Known>(i))};
        html += "<tr><th scope=\"row\"><span class=\"key c-" + id + "\"></span> " + id + "</th><td class=\"n\">" +
                counted(coverage.by_known[i]) + "</td><td class=\"n\">" +
                percent_of(coverage.by_known[i], coverage.tokens) + "</td><td class=\"n\">" +
                counted(coverage.types_by_known[i]) + "</td><td class=\"minor\">" + class_titles[i] + "</td></tr>\n";
    }
    return html + "</tbody></table>\n</section>\n";
}

std::string by_pos(const Coverage& coverage) {
    const std::size_t most = *std::max_element(coverage.by_pos.begin(), coverage.by_pos.end());
    std::string html = "<section>\n<h2>By part of speech</h2>\n" +
                       table_head("Known words by the first entry that makes the form",
                                  {"part of speech", "words", "share of the known", "chart"});
    for (std::size_t i = 0; i < part_of_speech_count; ++i) {
        if (coverage.by_pos[i] == 0) continue;
        html += "<tr><th scope=\"row\">" + std::string{name(static_cast<PartOfSpeech>(i))} + "</th><td class=\"n\">" +
                counted(coverage.by_pos[i]) + "</td><td class=\"n\">" +
                percent_of(coverage.by_pos[i], coverage.by_known[0]) + "</td><td class=\"chart\">" +
                bar(coverage.by_pos[i], most, "c-known") + "</td></tr>\n";
    }
    return html + "</tbody></table>\n</section>\n";
}

std::string file_row(const std::string& title, const CoveredFile& file) {
    return "<tr><th scope=\"row\" class=\"path\">" + title + "</th><td class=\"n\">" + counted(file.tokens) +
           "</td><td class=\"n\">" + percent_of(file.known, file.tokens) + "</td><td class=\"chart\">" +
           bar(file.known, file.tokens, "c-known") + "</td></tr>\n";
}

std::string by_file(const Coverage& coverage) {
    std::string html =
        "<section>\n<h2>By file</h2>\n" + table_head("Known words of each file", {"file", "words", "known", "chart"});
    std::size_t shown = 0, more = 0, empty = 0;
    CoveredFile rest;
    for (const CoveredFile& file : coverage.files) {
        if (file.tokens == 0) {
            ++empty;
        } else if (shown < file_limit) {
            ++shown;
            html += file_row(escaped(file.name), file);
        } else {
            ++more;
            rest.tokens += file.tokens;
            rest.known += file.known;
        }
    }
    if (more > 0) html += file_row(counted(more) + " more", rest);
    html += "</tbody></table>\n";
    if (empty > 0) html += "<p class=\"minor\">Files without a Mongolian word: " + counted(empty) + ".</p>\n";
    return html + "</section>\n";
}

/// Coverage if the first n unknown words were added, n on a logarithmic axis.
std::string curve(const Coverage& coverage) {
    if (coverage.unknown.empty()) return {};
    constexpr double left = 44, right = 590, top = 10, bottom = 210;
    const double span = std::max(1.0, std::log10(static_cast<double>(coverage.unknown.size())));
    const auto x_of = [&](double rank) { return left + (right - left) * std::log10(rank) / span; };
    const auto y_of = [&](double part) { return bottom - (bottom - top) * part; };
    std::string points, grid;
    std::size_t known = coverage.by_known[0], next = 1;
    for (std::size_t i = 0; i < coverage.unknown.size(); ++i) {
        known += coverage.unknown[i].count;
        if (i + 1 < next && i + 1 < coverage.unknown.size()) continue;
        points += number(x_of(static_cast<double>(i + 1))) + "," + number(y_of(share(known, coverage.tokens))) + " ";
        next = std::max(next + 1, static_cast<std::size_t>(static_cast<double>(next) * 1.05));
    }
    for (int part = 0; part <= 100; part += 25) {
        const std::string y = number(y_of(part / 100.0));
        grid += "<path class=\"grid\" d=\"M" + number(left) + " " + y + "H" + number(right) + "\"/><text x=\"" +
                number(left - 6) + "\" y=\"" + y + "\" dy=\"4\" text-anchor=\"end\">" + std::to_string(part) +
                " %</text>";
    }
    for (std::size_t rank = 1; rank <= coverage.unknown.size(); rank *= 10) {
        grid += "<text x=\"" + number(x_of(static_cast<double>(rank))) + "\" y=\"228\" text-anchor=\"middle\">" +
                counted(rank) + "</text>";
    }
    return "<section>\n<h2>Unknown words by rank</h2>\n<figure>\n<svg class=\"curve\" role=\"img\" aria-label=\"Curve: "
           "coverage rises from " +
           percent_of(coverage.by_known[0], coverage.tokens) + " to 100 % if all " + counted(coverage.unknown.size()) +
           " unknown words were added, the most frequent first\" viewBox=\"0 0 600 250\">" + grid +
           "<polyline class=\"line\" points=\"" + points +
           "\"/><text x=\"317\" y=\"246\" text-anchor=\"middle\">unknown words added, the most frequent "
           "first</text></svg>\n"
           "<figcaption>Coverage if so many of the unknown words were added.</figcaption>\n</figure>\n</section>\n";
}

std::string unknown_words(const Coverage& coverage, std::size_t limit, const std::string& language) {
    const std::size_t shown = std::min(limit, coverage.unknown.size());
    std::string html = "<section>\n<h2>Unknown words</h2>\n";
    if (shown == 0) return html + "<p>None.</p>\n</section>\n";
    html += "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Unknown words\">" +
            table_head("Words that are not known, most frequent first: " + counted(shown) + " of " +
                           counted(coverage.unknown.size()),
                       {"rank", "word", "Latin", "count", "class", "looks like", "first place"});
    for (std::size_t i = 0; i < shown; ++i) {
        const UnknownWord& word = coverage.unknown[i];
        html += "<tr><td class=\"n\">" + counted(i + 1) + "</td><td>" + vertical(word.word, language) + "</td><td>" +
                escaped(latin_of(word.word)) + "</td><td class=\"n\">" + counted(word.count) +
                "</td><td><span class=\"key c-" + std::string{name(word.why)} + "\"></span> " +
                std::string{name(word.why)} + "</td><td>" +
                escaped(word.suggestion.empty() ? "" : latin_of(word.suggestion)) + "</td><td class=\"minor\">" +
                escaped(describe(word.first)) + "</td></tr>\n";
    }
    return html + "</tbody></table></div>\n</section>\n";
}

}  // namespace

std::string coverage_page(const Lexicon& lexicon, const Coverage& coverage, std::size_t limit, const PageFont& font) {
    const Manifest& manifest = lexicon.source().manifest;
    std::string body =
        "<header><h1>Coverage of a corpus</h1>\n<p>" + escaped(manifest.title) + " " + escaped(manifest.version) +
        " (" + escaped(manifest.statement) + ")</p></header>\n<main>\n<p class=\"large\"><strong>" +
        percent_of(coverage.by_known[0], coverage.tokens) + "</strong> of " + counted(coverage.tokens) +
        " words are known, in " + counted(coverage.files.size()) +
        (coverage.files.size() == 1 ? " file; " : " files; ") + counted(coverage.types) + " words are different.</p>\n";
    if (coverage.legacy_characters > 0) {
        body += "<p>" + counted(coverage.legacy_characters) +
                " private-use characters are glyph codes of an older encoding: <code>bichig convert</code> reads "
                "them.</p>\n";
    }
    body += by_class(coverage) + by_pos(coverage) + by_file(coverage) + curve(coverage) +
            unknown_words(coverage, limit, manifest.language);
    return whole_page("Coverage – " + manifest.title, body + "</main>\n", font);
}

}  // namespace bichig::lexicon
