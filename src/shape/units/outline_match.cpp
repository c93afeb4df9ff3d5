// Finds what the glyphs of a font draw by their likeness to those of a known font.
//
// Glyphs are drawn as bitmaps, on the same baseline, each from its ink's left edge. A glyph draws what the known glyph
// of the least difference draws, where that difference is small; what another resembles better it is not. Candidates
// are the glyphs that probing reaches: letters in their positions, with selectors, and before vowels.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include <bichig/base/file.h>

#include "font/internal/face.h"
#include "shape/internal/pieces.h"
#include "shape/units/map_data.h"
#include "shape/units/probes.h"
#include "shape/units/sha256.h"

namespace bichig::shape::units {

namespace {

constexpr int pixels = 96;              // of the em
constexpr int height = 2 * pixels;      // rows from half an em below the baseline
constexpr int words_of_row = 4;         // 256 columns
constexpr double most_difference = 0.1, margin = 0.02, advance_tolerance = 0.06;

struct Picture {
    std::vector<std::uint64_t> bits;
    int width = 0;
    int ink = 0;
    double advance = 0;
};

/// Flattens an outline to edges, in pixels.
class EdgeSink : public font::OutlineSink {
public:
    struct Edge {
        double x1, y1, x2, y2;
    };
    explicit EdgeSink(double scale) : scale_{scale} {}
    std::vector<Edge> edges;

    void move_to(double x, double y) override { x_ = start_x_ = x * scale_, y_ = start_y_ = y * scale_; }
    void line_to(double x, double y) override { add(x * scale_, y * scale_); }
    void quadratic_to(double x1, double y1, double x, double y) override {
        const double from_x = x_ / scale_, from_y = y_ / scale_;
        cubic_to(from_x + (x1 - from_x) * 2 / 3, from_y + (y1 - from_y) * 2 / 3, x + (x1 - x) * 2 / 3,
                 y + (y1 - y) * 2 / 3, x, y);
    }
    void cubic_to(double x1, double y1, double x2, double y2, double x, double y) override {
        const double from_x = x_ / scale_, from_y = y_ / scale_;
        constexpr int steps = 8;
        for (int i = 1; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps, u = 1 - t;
            add(scale_ * (u * u * u * from_x + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x),
                scale_ * (u * u * u * from_y + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y));
        }
    }
    void close() override { add(start_x_, start_y_); }

private:
    void add(double x, double y) {
        if (y != y_) edges.push_back({x_, y_, x, y});
        x_ = x, y_ = y;
    }
    double scale_, x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

/// Sets the pixels of a row from column `begin` to `end`.
void fill(std::uint64_t* row, int begin, int end, Picture& picture) {
    for (int x = std::max(begin, 0); x < std::min(end, 64 * words_of_row); ++x) {
        row[x / 64] |= std::uint64_t{1} << (x % 64);
        picture.width = std::max(picture.width, x + 1);
    }
}

Picture draw(const font::Font& font, font::GlyphId glyph) {
    const double scale = static_cast<double>(pixels) / static_cast<double>(font.metrics().units_per_em.count());
    EdgeSink sink{scale};
    font.outline(glyph, sink);
    Picture picture;
    picture.advance = static_cast<double>(font.advance(glyph).count()) * scale / pixels;
    if (sink.edges.empty()) return picture;
    double left = sink.edges[0].x1;
    for (const EdgeSink::Edge& edge : sink.edges) left = std::min({left, edge.x1, edge.x2});
    picture.bits.resize(static_cast<std::size_t>(height) * words_of_row);
    std::vector<std::pair<double, int>> crossings;
    for (int row = 0; row < height; ++row) {
        const double y = row + 0.5 - pixels / 2.0;
        crossings.clear();
        for (const EdgeSink::Edge& edge : sink.edges) {
            if ((edge.y1 <= y) == (edge.y2 <= y)) continue;
            const double x = edge.x1 + (y - edge.y1) * (edge.x2 - edge.x1) / (edge.y2 - edge.y1) - left;
            crossings.emplace_back(x, edge.y2 > edge.y1 ? 1 : -1);
        }
        std::sort(crossings.begin(), crossings.end());
        int winding = 0;
        for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
            winding += crossings[i].second;
            if (winding == 0) continue;
            fill(&picture.bits[static_cast<std::size_t>(row) * words_of_row],
                 static_cast<int>(std::lround(crossings[i].first)),
                 static_cast<int>(std::lround(crossings[i + 1].first)), picture);
        }
    }
    for (const std::uint64_t word : picture.bits) picture.ink += std::popcount(word);
    return picture;
}

/// The share of ink that only one of two pictures has; 1 where their widths differ much.
double difference(const Picture& a, const Picture& b) {
    if (a.ink == 0 || b.ink == 0 || std::abs(a.width - b.width) > 3) return 1;
    if (std::abs(a.ink - b.ink) > (a.ink + b.ink) * most_difference) return 1;
    int unlike = 0;
    for (std::size_t i = 0; i < a.bits.size(); ++i) unlike += std::popcount(a.bits[i] ^ b.bits[i]);
    return static_cast<double>(unlike) / (a.ink + b.ink);
}

/// The glyphs that probes lead to.
std::set<font::GlyphId> candidates(const font::Font& font) {
    std::set<font::GlyphId> found;
    const font::internal::Owned<hb_buffer_t> buffer{hb_buffer_create()};
    internal::Context context;
    context.script = text::mongolian;
    std::vector<Glyph> glyphs;
    for (std::size_t system = 0; system < script::writing_system_count; ++system) {
        for (const ProbeText& probe : candidate_texts(static_cast<script::WritingSystem>(system))) {
            if (font.glyph(probe.letter) == 0) continue;
            glyphs.clear();
            internal::shape_piece(buffer.get(), probe.text, context, font, glyphs);
            for (const Glyph& glyph : glyphs) found.insert(glyph.id);
        }
    }
    found.erase(0);
    return found;
}

using Rows = std::vector<GlyphRow>;

Rows compare(const font::Font& font, const font::Font& known, const KnownFont& table) {
    std::map<font::GlyphId, std::vector<const GlyphRow*>> identities;
    for (std::size_t i = 0; i < table.count; ++i) {
        if (table.rows[i].units[0] > 11) identities[table.rows[i].glyph].push_back(&table.rows[i]);
    }
    std::vector<std::pair<font::GlyphId, Picture>> pictures;
    for (const auto& [glyph, rows] : identities) pictures.emplace_back(glyph, draw(known, glyph));
    struct Match {
        double wider;
        GlyphRow row;
    };
    std::map<std::uint64_t, std::vector<Match>> matches;  // by form
    for (const font::GlyphId glyph : candidates(font)) {
        const Picture mine = draw(font, glyph);
        std::vector<std::pair<double, std::size_t>> alike;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            const double unlike = difference(mine, pictures[i].second);
            if (unlike < most_difference) alike.emplace_back(unlike, i);
        }
        if (alike.empty()) continue;
        const double best = std::min_element(alike.begin(), alike.end())->first;
        for (const auto& [unlike, i] : alike) {
            const double wider = std::abs(mine.advance - pictures[i].second.advance);
            if (unlike > best + margin || wider > advance_tolerance) continue;
            for (const GlyphRow* row : identities[pictures[i].first]) {
                GlyphRow found = *row;
                found.glyph = static_cast<std::uint16_t>(glyph);
                if (found.letter != joined_letters) found.letter = any_letter;
                Form form;
                std::copy_n(found.units, longest_form, form.units);
                form.shape = found.shape;
                matches[FormTable::key(form, found.position, found.letter)].push_back({wider, found});
            }
        }
    }
    Rows rows;
    for (const auto& [key, glyphs] : matches) {
        double best = 1;
        for (const Match& match : glyphs) best = std::min(best, match.wider);
        for (const Match& match : glyphs) {
            if (match.wider < best + 0.003) rows.push_back(match.row);
        }
    }
    return rows;
}

constexpr std::string_view cache_head = "bichig units 1\n";

std::string cache_path(const std::string& folder, const std::string& sha256, const KnownFont& known) {
    return folder + "/units-" + sha256.substr(0, 32) + "-" + std::string(known.sha256, 32) + ".txt";
}

/// The rows of a cache file; none where it is not what this version wrote.
Rows read_cache(const std::string& path, std::uint32_t glyph_count) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return {};
    const auto bytes = read_file(path);
    if (!bytes || !bytes->starts_with(cache_head) || !bytes->ends_with("end\n")) return {};
    std::istringstream in{bytes->substr(cache_head.size())};
    Rows rows;
    for (unsigned values[6 + 5]; in >> values[0];) {
        for (std::size_t i = 1; i < 5 + longest_form; ++i) in >> values[i];
        if (!in || values[0] >= glyph_count || values[2] == 0 || values[2] > longest_form || values[3] > 3 ||
            values[4] > any_position) {
            return {};
        }
        GlyphRow row{};
        row.glyph = static_cast<std::uint16_t>(values[0]);
        row.letter = static_cast<std::uint8_t>(values[1]);
        row.unit_count = static_cast<std::uint8_t>(values[2]);
        row.shape = static_cast<std::uint8_t>(values[3]);
        row.position = static_cast<std::uint8_t>(values[4]);
        for (std::size_t i = 0; i < longest_form; ++i) row.units[i] = static_cast<std::uint8_t>(values[5 + i]);
        rows.push_back(row);
    }
    return rows;
}

/// Keeps the rows; where that cannot be done, they are found again next time.
void write_cache(const std::string& folder, const std::string& path, const Rows& rows) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    std::ostringstream out;
    out << cache_head;
    for (const GlyphRow& row : rows) {
        out << row.glyph << ' ' << unsigned{row.letter} << ' ' << unsigned{row.unit_count} << ' ' << unsigned{row.shape}
            << ' ' << unsigned{row.position};
        for (const std::uint8_t unit : row.units) out << ' ' << unsigned{unit};
        out << '\n';
    }
    out << "end\n";
    auto file = OutputFile::create(path);
    if (file && file->write(out.str())) static_cast<void>(file->commit());
}

}  // namespace

bool add_by_outlines(MapData& map, const font::Font& known, const KnownFont& table, const std::string& cache_folder) {
    if (map.font.glyph(0x1820) == 0) return false;
    const std::string path = cache_folder.empty() ? std::string{} : cache_path(cache_folder, map.sha256, table);
    Rows rows;
    if (!path.empty()) rows = read_cache(path, hb_face_get_glyph_count(map.font.data().face.get()));
    if (rows.empty()) {
        rows = compare(map.font, known, table);
        if (!path.empty() && !rows.empty()) write_cache(cache_folder, path, rows);
    }
    for (const bool own : {true, false}) {
        for (const GlyphRow& row : rows) {
            if ((row.position == row.shape) == own) add_row(map, row);
        }
    }
    return !rows.empty();
}

}  // namespace bichig::shape::units
