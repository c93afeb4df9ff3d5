// Draws paradigms as a picture: the tables of paradigm_tables(), words in vertical lines, names in horizontal ones.
#include <algorithm>
#include <cmath>
#include <map>

#include <bichig/base/utf.h>
#include <bichig/lexicon/paradigm.h>
#include <bichig/shape/shaper.h>
#include <bichig/text/analysis.h>

#include "cli/internal/dict_pages.h"
#include "cli/internal/svg_text.h"

namespace bichig::cli {

namespace {

constexpr double word_size = 22, small_size = 9, name_size = 10, title_size = 13, gap = 8, margin = 16;
constexpr const char* ink = "#1d1f21";
constexpr const char* grey = "#5b6168";

std::string number(double value) { return svg_number(value, 2); }

/// A text that was shaped, and how long its line is.
struct Text {
    shape::ShapedText shaped;
    double size = 0;
    double length = 0;
};

/// Shapes and draws; each outline stands once in the picture.
class Drawer {
public:
    explicit Drawer(const font::Catalogue& catalogue)
        : fonts_{catalogue.font(font::Role::mongolian), catalogue.font(font::Role::han_song),
                 catalogue.font(font::Role::latin),     catalogue.font(font::Role::emoji),
                 catalogue.font(font::Role::fallback),  catalogue.font(font::Role::cyrillic)} {}

    Text shaped(std::u16string_view text, double size, bool vertical) {
        Text made{{}, size, 0};
        if (text.empty()) return made;
        const shape::Span span{
            {0, static_cast<TextIndex>(text.size())}, fonts_, Length::points(size), vertical ? "mn-Mong" : "", 0};
        made.shaped = shaper_.shape(text, text::analyze(text), {span},
                                    vertical ? shape::LineDirection::vertical : shape::LineDirection::horizontal);
        for (const shape::Run& run : made.shaped.runs) {
            for (std::uint32_t i = run.glyph_begin; i < run.glyph_end; ++i) {
                made.length += scale_of(run, size) * static_cast<double>(made.shaped.glyphs[i].advance.count());
            }
        }
        return made;
    }
    Text label(std::string_view text, double size) { return shaped(to_utf16(text).value_or(u"?"), size, false); }

    /// A horizontal text begins at x and its baseline is y; a vertical one begins at y and its middle is x.
    void draw(const Text& text, double x, double y, const char* colour, const std::string& title = {}) {
        std::string glyphs;
        for (const shape::Run& run : text.shaped.runs) {
            for (std::uint32_t i = run.glyph_begin; i < run.glyph_end; ++i) {
                const shape::Glyph& glyph = text.shaped.glyphs[i];
                glyphs += drawn(run, glyph, x, y, scale_of(run, text.size));
                const double advance = scale_of(run, text.size) * static_cast<double>(glyph.advance.count());
                (run.orientation == shape::Orientation::horizontal ? x : y) += advance;
            }
        }
        body_ += std::string{"<g fill=\""} + colour + "\">" +
                 (title.empty() ? "" : "<title>" + markup_escaped(title) + "</title>") + glyphs + "</g>\n";
    }
    void rule(double x1, double x2, double y) {
        body_ += "<path stroke=\"#d9dbd7\" d=\"M" + number(x1) + " " + number(y) + "H" + number(x2) + "\"/>\n";
    }

    std::string picture(const std::string& title, double width, double height) const {
        const std::string w = number(std::ceil(width)), h = number(std::ceil(height));
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + w + "pt\" height=\"" + h +
               "pt\" viewBox=\"0 0 " + w + " " + h + "\">\n<title>" + markup_escaped(title) + "</title>\n<defs>\n" +
               defs_ + "</defs>\n<path fill=\"#ffffff\" d=\"M0 0H" + w + "V" + h + "H0Z\"/>\n" + body_ + "</svg>\n";
    }

private:
    static double scale_of(const shape::Run& run, double size) {
        return size / static_cast<double>(run.font.metrics().units_per_em.count());
    }

    std::string drawn(const shape::Run& run, const shape::Glyph& glyph, double x, double y, double scale) {
        const std::string& id = outline(run.font, glyph.id);
        if (id.empty()) return {};
        const auto shift_x = static_cast<double>(glyph.shift_x.count()),
                   shift_y = static_cast<double>(glyph.shift_y.count());
        const auto middle = static_cast<double>(run.font.metrics().central_baseline.count());
        const std::string s = svg_number(scale, 6);
        std::string matrix;
        if (run.orientation == shape::Orientation::sideways) {
            matrix =
                "0 " + s + " " + s + " 0 " + number(x + scale * (shift_y - middle)) + " " + number(y + scale * shift_x);
        } else if (run.orientation == shape::Orientation::horizontal) {
            matrix = s + " 0 0 -" + s + " " + number(x + scale * shift_x) + " " + number(y - scale * shift_y);
        } else {
            const double em = static_cast<double>(run.font.metrics().units_per_em.count());
            matrix = s + " 0 0 -" + s + " " +
                     number(x - scale * static_cast<double>(run.font.advance(glyph.id).count()) / 2) + " " +
                     number(y + scale * (middle + em / 2));
        }
        return "<use href=\"#" + id + "\" transform=\"matrix(" + matrix + ")\"/>";
    }

    /// The id of an outline, which is written when it is first asked for; empty for a glyph without ink.
    const std::string& outline(const font::Font& font, font::GlyphId glyph) {
        const auto [at, added] = outlines_.try_emplace({font.postscript_name(), glyph});
        if (added) {
            PathSink sink;
            font.outline(glyph, sink);
            if (!sink.path.empty()) {
                at->second = "g" + std::to_string(outlines_.size());
                defs_ += "<path id=\"" + at->second + "\" d=\"" + sink.path + "\"/>\n";
            }
        }
        return at->second;
    }

    shape::FontSet fonts_;
    shape::Shaper shaper_;
    std::map<std::pair<std::string, font::GlyphId>, std::string> outlines_;
    std::string defs_, body_;
};

/// A form ready to be drawn: the word, and its Latin below.
struct Word {
    Text word, latin;
    std::string title;
};

double width_of(const Word& word) { return std::max(word_size * 1.3, word.latin.length) + gap; }

class Painter {
public:
    explicit Painter(const lexicon::Lexicon& dictionary, const font::Catalogue& catalogue)
        : dictionary_{dictionary}, drawer_{catalogue} {}

    void add(const lexicon::Entry& entry) {
        using lexicon::Column;
        const std::string stem{dictionary_.cell(entry, Column::stem)};
        if (title_.empty()) title_ = stem + ": " + std::string{dictionary_.cell(entry, Column::gloss_zh)};
        std::string facts = stem + "   " + std::string{lexicon::name(entry.pos)};
        for (const Column column : {Column::cyrillic, Column::gloss_zh}) {
            const std::string_view cell = dictionary_.cell(entry, column);
            if (!cell.empty()) (facts += "   ") += cell;
        }
        const std::vector<lexicon::ParadigmForm> forms = lexicon::paradigm_of(dictionary_, entry);
        facts += "   " + std::to_string(forms.size()) + " forms   " + std::string{lexicon::name(entry.status)};
        y_ += title_size * 1.6;
        line(facts, title_size, ink);
        for (const lexicon::ParadigmTable& table : lexicon::paradigm_tables(dictionary_, forms)) add(table, forms);
    }

    std::string picture() const { return drawer_.picture(title_, width_ + margin, y_ + margin); }

private:
    void line(std::string_view text, double size, const char* colour) {
        const Text label = drawer_.label(text, size);
        drawer_.draw(label, margin, y_, colour);
        width_ = std::max(width_, margin + label.length);
    }

    Word word(const lexicon::ParadigmForm& form) {
        std::string chain;
        for (const std::string& suffix : form.chain) chain += (chain.empty() ? "" : " + ") + suffix;
        return {drawer_.shaped(form.text, word_size, true), drawer_.label(form.latin, small_size),
                (chain.empty() ? "stem" : chain) + ": " + form.units};
    }

    void add(const lexicon::ParadigmTable& table, const std::vector<lexicon::ParadigmForm>& forms) {
        y_ += title_size * 2.2;
        line(table.title.empty() ? "stem" : table.title, title_size, ink);
        std::vector<Text> heads, names;
        std::vector<double> widths;
        double name_width = 0;
        for (const std::string& column : table.columns) {
            heads.push_back(drawer_.label(column.empty() ? "–" : column, name_size));
            widths.push_back(heads.back().length + gap * 1.5);
        }
        std::vector<std::vector<std::vector<Word>>> words;
        for (const auto& row : table.rows) {
            std::string name;
            for (const std::string& suffix : row.chain) name += (name.empty() ? "" : " + ") + suffix;
            names.push_back(drawer_.label(name.empty() ? "stem" : name, name_size));
            name_width = std::max(name_width, names.back().length + gap * 1.5);
            auto& made = words.emplace_back(row.cells.size());
            for (std::size_t column = 0; column < row.cells.size(); ++column) {
                double width = 0;
                for (const std::size_t index : row.cells[column])
                    width += width_of(made[column].emplace_back(word(forms[index])));
                widths[column] = std::max(widths[column], width + gap / 2);
            }
        }
        draw(heads, names, widths, name_width, words);
    }

    void draw(const std::vector<Text>& heads, const std::vector<Text>& names, const std::vector<double>& widths,
              double name_width, const std::vector<std::vector<std::vector<Word>>>& words) {
        double right = margin + name_width;
        for (const double width : widths) right += width;
        width_ = std::max(width_, right);
        y_ += name_size * 1.8;
        for (std::size_t column = 0; column < heads.size(); ++column) {
            double left = margin + name_width;
            for (std::size_t i = 0; i < column; ++i) left += widths[i];
            drawer_.draw(heads[column], left, y_, grey);
        }
        y_ += name_size / 2;
        for (std::size_t row = 0; row < words.size(); ++row) {
            drawer_.rule(margin, right, y_);
            drawer_.draw(names[row], margin, y_ + name_size * 1.5, grey);
            double height = name_size * 2, x = margin + name_width;
            for (const auto& cell : words[row]) {
                for (const Word& word : cell) height = std::max(height, gap + word.word.length + small_size * 2);
            }
            for (std::size_t column = 0; column < words[row].size(); ++column) {
                double left = x;
                for (const Word& word : words[row][column]) {
                    drawer_.draw(word.word, left + word_size * 0.65, y_ + gap, ink, word.title);
                    drawer_.draw(word.latin, left, y_ + height - small_size * 0.6, grey);
                    left += width_of(word);
                }
                x += widths[column];
            }
            y_ += height;
        }
    }

    const lexicon::Lexicon& dictionary_;
    Drawer drawer_;
    std::string title_;
    double y_ = margin / 2, width_ = 0;
};

}  // namespace

std::string paradigm_svg(const lexicon::Lexicon& dictionary, const std::vector<const lexicon::Entry*>& entries,
                         const font::Catalogue& catalogue) {
    Painter painter{dictionary, catalogue};
    for (const lexicon::Entry* entry : entries) painter.add(*entry);
    return painter.picture();
}

}  // namespace bichig::cli
