// Embedded fonts: codes, subsets, widths, writing modes, and where glyphs land.
#include <set>

#include <gmock/gmock.h>

#include "format/pdf/internal/cff.h"
#include "format/pdf/internal/font_codes.h"
#include "format/pdf/read_back.h"

namespace bichig::test {
namespace {

using page::Orientation;

page::GlyphRun run(const font::Font& font, std::u16string text, Orientation orientation) {
    return plain_run(font, std::move(text), at(60, 60), 2, orientation);
}

std::vector<QPDFObjectHandle> fonts_of(Written& written) {
    std::vector<QPDFObjectHandle> fonts;
    QPDFObjectHandle resources = written.pages().at(0).getKey("/Resources").getKey("/Font");
    for (const std::string& key : resources.getKeys()) fonts.push_back(resources.getKey(key));
    return fonts;
}

QPDFObjectHandle descendant(QPDFObjectHandle font) { return font.getKey("/DescendantFonts").getArrayItem(0); }

/// Widths by CID from a W array of "c [w…]" parts.
std::map<int, int> widths(QPDFObjectHandle font) {
    std::map<int, int> result;
    const auto parts = descendant(font).getKey("/W").getArrayAsVector();
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        int cid = QPDFObjectHandle{parts[i]}.getIntValueAsInt();
        for (QPDFObjectHandle width : QPDFObjectHandle{parts[i + 1]}.getArrayAsVector()) {
            result[cid++] = width.getIntValueAsInt();
        }
    }
    return result;
}

TEST(PdfFonts, TrueTypeIsEmbeddedByGlyphNumber) {
    Written written{{paragraph_page({run(latin(), u"Text", Orientation::horizontal)})}};
    const auto fonts = fonts_of(written);
    ASSERT_EQ(fonts.size(), 1u);
    QPDFObjectHandle font = descendant(fonts[0]);
    EXPECT_EQ(font.getKey("/Subtype").getName(), "/CIDFontType2");
    EXPECT_EQ(font.getKey("/CIDToGIDMap").getName(), "/Identity");
    EXPECT_THAT(font.getKey("/BaseFont").getName(), testing::MatchesRegex("/[A-Z]{6}\\+LiberationSerif"));
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    EXPECT_EQ(descriptor.getKey("/FontName").getName(), font.getKey("/BaseFont").getName());
    EXPECT_EQ(descriptor.getKey("/Flags").getIntValueAsInt() & 4, 4);
    EXPECT_GT(descriptor.getKey("/Ascent").getNumericValue(), 500);
    EXPECT_LT(descriptor.getKey("/Descent").getNumericValue(), 0);
    EXPECT_LT(stream_text(descriptor.getKey("/FontFile2")).size(), 10000u);
}

TEST(PdfFonts, CidKeyedCffKeepsItsCids) {
    for (const font::Font& font : {fangsong(), noto_cjk()}) {
        Written written{{paragraph_page({run(font, u"通知", Orientation::horizontal)})}};
        QPDFObjectHandle type0 = fonts_of(written).at(0);
        QPDFObjectHandle made = descendant(type0);
        EXPECT_EQ(made.getKey("/Subtype").getName(), "/CIDFontType0");
        QPDFObjectHandle file = made.getKey("/FontDescriptor").getKey("/FontFile3");
        EXPECT_EQ(file.getDict().getKey("/Subtype").getName(), "/CIDFontType0C");
        const auto cids = format::pdf::cff_cids(stream_text(file));
        ASSERT_TRUE(cids);
        EXPECT_EQ(cids->size(), 3u);  // glyph 0 and the two that were asked for
        std::set<int> mapped;
        for (const auto& [code, cid] : cmap_rows(type0.getKey("/Encoding"))) mapped.insert(std::stoi(cid));
        EXPECT_EQ(mapped, (std::set<int>{cids->at(1), cids->at(2)}));
        EXPECT_EQ(widths(type0), (std::map<int, int>{{cids->at(1), 1000}, {cids->at(2), 1000}}));
    }
}

TEST(PdfFonts, BothWritingModesShareOneDescendant) {
    Written written{{paragraph_page({run(fangsong(), u"通知", Orientation::upright),
                                     run(fangsong(), u"通", Orientation::horizontal)})}};
    const auto fonts = fonts_of(written);
    ASSERT_EQ(fonts.size(), 2u);
    EXPECT_EQ(descendant(fonts[0]).getObjGen(), descendant(fonts[1]).getObjGen());
    QPDFObjectHandle vertical = QPDFObjectHandle{fonts[0]}.getKey("/Encoding");
    EXPECT_EQ(vertical.getDict().getKey("/WMode").getIntValueAsInt(), 1);
    EXPECT_THAT(stream_text(vertical), testing::HasSubstr("/WMode 1 def"));
    EXPECT_EQ(QPDFObjectHandle{fonts[1]}.getKey("/Encoding").getDict().getKey("/WMode").getIntValueAsInt(), 0);
    // The top of the em box hangs from the pen: half an em above the central baseline.
    const font::Metrics& metrics = fangsong().metrics();
    const double top = (static_cast<double>(metrics.central_baseline.count()) * 1000 /
                        static_cast<double>(metrics.units_per_em.count())) + 500;
    EXPECT_NEAR(descendant(fonts[0]).getKey("/DW2").getArrayItem(0).getNumericValue(), top, 0.01);
}

TEST(PdfFonts, SameGlyphForTwoTextsHasTwoCodes) {
    page::GlyphRun both = run(latin(), u"ab", Orientation::horizontal);
    both.glyphs[1].glyph = both.glyphs[0].glyph;
    Written written{{paragraph_page({both})}};
    EXPECT_EQ(text_of(written.pages().at(0)), u"ab");
    const auto rows = cmap_rows(fonts_of(written).at(0).getKey("/Encoding"));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows.begin()->second, rows.rbegin()->second);
}

TEST(PdfFonts, GlyphZeroIsNeverShown) {
    page::GlyphRun bad = run(latin(), u"ab", Orientation::horizontal);
    bad.glyphs[1].glyph = 0;
    Written written{{paragraph_page({bad})}};
    EXPECT_EQ(text_of(written.pages().at(0)), u"ab");
    for (const auto& [code, cid] : cmap_rows(fonts_of(written).at(0).getKey("/Encoding"))) EXPECT_NE(cid, "0");
}

TEST(PdfFonts, CodesNeedNoEscapes) {
    std::set<std::uint16_t> seen;
    for (std::uint32_t index = 0; index < format::pdf::codes_per_part; ++index) {
        const std::uint16_t value = format::pdf::code_value(index);
        seen.insert(value);
        for (const int byte : {value >> 8, value & 255}) {
            ASSERT_TRUE(byte != '(' && byte != ')' && byte != '\\' && byte != '\r') << index;
        }
    }
    EXPECT_EQ(seen.size(), format::pdf::codes_per_part);
}

TEST(PdfFonts, MorePairsThanCodesGoIntoASecondFont) {
    page::Page page = paragraph_page({});
    // One glyph for every pair of two letters: more texts than two bytes can number.
    page::GlyphRun one = run(latin(), u"a", Orientation::horizontal);
    one.glyphs[0].text = {0, 2};
    for (unsigned pair = 0; pair < format::pdf::codes_per_part + 10; ++pair) {
        one.text = {static_cast<char16_t>(0x4E00 + pair / 300), static_cast<char16_t>(0x4E00 + pair % 300)};
        page.items.push_back(one);
    }
    Written written{{std::move(page)}};
    const auto fonts = fonts_of(written);
    ASSERT_EQ(fonts.size(), 2u);
    EXPECT_EQ(descendant(fonts[0]).getObjGen(), descendant(fonts[1]).getObjGen());
    EXPECT_EQ(cmap_rows(QPDFObjectHandle{fonts[1]}.getKey("/ToUnicode")).size(), 10u);
    EXPECT_EQ(cmap_rows(QPDFObjectHandle{fonts[0]}.getKey("/Encoding")).size(), format::pdf::codes_per_part);
}

TEST(PdfFonts, DamagedCffIsNotReadPastItsEnd) {
    Written written{{paragraph_page({run(fangsong(), u"通知", Orientation::horizontal)})}};
    const std::string table =
        stream_text(descendant(fonts_of(written).at(0)).getKey("/FontDescriptor").getKey("/FontFile3"));
    ASSERT_TRUE(format::pdf::cff_cids(table));
    EXPECT_FALSE(format::pdf::cff_cids(""));
    EXPECT_FALSE(format::pdf::cff_cids(std::string_view{table}.substr(0, 20)));
    for (std::size_t size = 0; size < table.size(); size += 7) {
        const auto cids = format::pdf::cff_cids(std::string_view{table}.substr(0, size));
        EXPECT_TRUE(!cids || cids->size() <= 65535u);
    }
}

/// Where each code of a page lands: the operators played as ISO 32000-1, 9.4.4 says, with whole widths.
class Pen final : public QPDFObjectHandle::ParserCallbacks {
public:
    explicit Pen(QPDFObjectHandle page) : fonts_{page.getKey("/Resources").getKey("/Font")} {
        page.parsePageContents(this);
    }
    struct Spot { double x, y, rise; };
    std::vector<Spot> spots;

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) return operands_.push_back(object);
        const std::string name = object.getOperatorValue();
        if (name == "Tf") {
            QPDFObjectHandle font = fonts_.getKey(operands_.at(0).getName());
            vertical_ = font.getKey("/Encoding").getDict().getKey("/WMode").getIntValueAsInt() == 1;
            cids_ = cmap_rows(font.getKey("/Encoding"));
            widths_ = widths(font);
            size_ = operands_.at(1).getNumericValue();
        } else if (name == "Tm") {
            for (std::size_t i = 0; i < 6; ++i) matrix_[i] = operands_.at(i).getNumericValue();
            pen_ = 0;
        } else if (name == "Ts") {
            rise_ = operands_.at(0).getNumericValue();
        } else if (name == "TJ") {
            for (QPDFObjectHandle part : operands_.at(0).getArrayAsVector()) play(part);
        }
        operands_.clear();
    }
    void handleEOF() override {}

private:
    void play(QPDFObjectHandle part) {
        if (!part.isString()) {
            pen_ -= part.getNumericValue() / 1000 * size_;
            return;
        }
        for (const char16_t code : from_utf16be(part.getStringValue())) {
            const double x = vertical_ ? 0 : pen_;
            const double y = vertical_ ? pen_ : 0;
            spots.push_back({matrix_[0] * x + matrix_[2] * y + matrix_[4], matrix_[1] * x + matrix_[3] * y + matrix_[5],
                             rise_});
            pen_ += (vertical_ ? -1000 : widths_.at(std::stoi(cids_.at(code)))) / 1000.0 * size_;
        }
    }

    QPDFObjectHandle fonts_;
    std::vector<QPDFObjectHandle> operands_;
    std::map<unsigned, std::string> cids_;
    std::map<int, int> widths_;
    double matrix_[6] = {1, 0, 0, 1, 0, 0};
    double size_ = 0, pen_ = 0, rise_ = 0;
    bool vertical_ = false;
};

TEST(PdfPlaces, GlyphsStandWhereTheyWerePutInEveryOrientation) {
    const double height = a4().size.height.in_points();
    for (const Orientation orientation : {Orientation::horizontal, Orientation::sideways, Orientation::upright}) {
        page::GlyphRun line = run(latin(), std::u16string(200, u'W') + u"AVAV", orientation);
        for (std::size_t i = 0; i < line.glyphs.size(); ++i) {  // justified: every place a little off its advance
            line.glyphs[i].along = line.glyphs[i].along.scaled(1.0137) + Length::points(0.3);
        }
        Written written{{paragraph_page({line})}};
        const Pen pen{written.pages().at(0)};
        ASSERT_EQ(pen.spots.size(), line.glyphs.size());
        for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
            const double along = line.glyphs[i].along.in_points();
            const bool across = orientation == Orientation::horizontal;
            EXPECT_NEAR(pen.spots[i].x, 60 + (across ? along : 0), 0.0125);  // 0.75/1000 of 16 pt and rounding
            EXPECT_NEAR(pen.spots[i].y, height - 60 - (across ? 0 : along), 0.0125);
        }
    }
}

TEST(PdfPlaces, ShiftsMoveGlyphsInTheirOwnAxes) {
    const double height = a4().size.height.in_points();
    for (const Orientation orientation : {Orientation::horizontal, Orientation::upright}) {
        page::GlyphRun line = run(latin(), u"abc", orientation);
        const auto quarter = FontUnits{latin().metrics().units_per_em.count() / 4};  // 4 pt at 16 pt
        line.glyphs[1].shift_x = quarter;
        line.glyphs[1].shift_y = quarter + quarter;
        Written written{{paragraph_page({line})}};
        const Pen pen{written.pages().at(0)};
        ASSERT_EQ(pen.spots.size(), 3u);
        const double first = line.glyphs[1].along.in_points();
        const double second = line.glyphs[2].along.in_points();
        const bool across = orientation == Orientation::horizontal;
        EXPECT_NEAR(pen.spots[1].x, 64 + (across ? first : 0), 0.0125);
        EXPECT_NEAR(pen.spots[1].y + pen.spots[1].rise, height - 60 + 8 - (across ? 0 : first), 0.0125);
        EXPECT_NEAR(pen.spots[2].x, 60 + (across ? second : 0), 0.0125);
        EXPECT_NEAR(pen.spots[2].y + pen.spots[2].rise, height - 60 - (across ? 0 : second), 0.0125);
    }
}

}  // namespace
}  // namespace bichig::test
