// Legacy encodings: words by glyph codes and back, what is kept, detection and its refusals.
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/base/utf.h>
#include <bichig/script/legacy.h>
#include <bichig/script/units.h>

#include "script/legacy/ink.h"

namespace bichig::script {
namespace {

using Kind = LegacyDetection::Kind;

/// What Menksoft text draws: strokes of its glyphs, all else as it is but for ZWJ.
std::u16string ink_text(std::u16string_view text) {
    std::u16string out;
    for (const char16_t c : text) {
        if (const generated::Glyph* glyph = menksoft_glyph(c)) {
            for (std::uint8_t k = 0; k < glyph->size; ++k) out += static_cast<char16_t>(0x4000 + glyph->ink[k]);
        } else if (c != u'\u200D') {
            out += c;
        }
    }
    return out;
}

std::string unicode(std::u16string_view text, Legacy legacy = Legacy::menksoft) {
    return to_utf8(legacy_to_unicode(text, legacy).text);
}

TEST(LegacyMenksoft, ReadsLettersThatTheCodesName) {
    EXPECT_EQ(unicode(u"\uE2F1\uE289\uE2BD\uE2EA\uE289\uE2F9"), "ᠮᠣᠩᠭᠣᠯ");
    EXPECT_EQ(unicode(u"\uE266\uE2F4\uE26C\uE2B5"), "ᠠᠮᠠᠨ");
    EXPECT_EQ(unicode(u"\uE2F1\uE26C\uE2B6\uE26A"), to_utf8(u"ᠮᠠᠨ\u180Eᠠ"));
}

TEST(LegacyMenksoft, ReadsLettersThatConvertersSpelledByLook) {
    EXPECT_EQ(unicode(u"\uE271\uE26C\uE2F4\uE26C\uE2B5"), "ᠠᠮᠠᠨ");
    EXPECT_EQ(unicode(u"\uE271\uE291\uE2F9"), "ᠤᠯ");
}

TEST(LegacyMenksoft, ReadsMarksAndTheGapBeforeASuffix) {
    EXPECT_EQ(unicode(u"\uE308\uE26C\uE2B5\uE263\uE28D\uE236 \uE253\uE245\uE254"), to_utf8(u"ᠲᠠᠨ\u180Eᠤ᠂ (᠑)"));
}

TEST(LegacyMenksoft, KeepsAWordThatCannotBeConvertedAndGoesOn) {
    const Conversion made =
        legacy_to_unicode(u"\uE308\uE26C\uE2B5 \uE308\u1866\uE26C \uE262 \uE308\uE26C\uE2B5", Legacy::menksoft);
    EXPECT_EQ(made.text, u"ᠲᠠᠨ \uE308\u1866\uE26C \uE262 ᠲᠠᠨ");
    ASSERT_EQ(made.remarks.size(), 2u);
    EXPECT_EQ(made.remarks[0].id, "mixed-word");
    EXPECT_EQ(made.remarks[0].source, (TextRange{4, 7}));
    EXPECT_TRUE(made.remarks[0].kept);
    EXPECT_EQ(made.remarks[1].id, "no-meaning");
}

TEST(LegacyMenksoft, DropsSelectorsThatSayNothing) {
    const Conversion made = legacy_to_unicode(u"\uE308\u180B\uE26C\uE2B5\u180D", Legacy::menksoft);
    EXPECT_EQ(made.text, u"ᠲᠠᠨ");
    ASSERT_EQ(made.remarks.size(), 2u);
    EXPECT_EQ(made.remarks[0].id, "selector-dropped");
    EXPECT_EQ(made.remarks[0].source, (TextRange{1, 2}));
    EXPECT_FALSE(made.remarks[0].kept);
}

TEST(LegacyMenksoft, LettersAndGlyphCodesStayApart) {
    EXPECT_EQ(unicode(u"\u1842\uE271\uE27B\u1842\u1820\u180B"), to_utf8(u"ᡂ\u200Cᠡᠢ\u200Cᡂᠠ\u180B"));
    EXPECT_EQ(unicode(u"\uE2F1\uE26C\uE2B6\u180E\uE26A"), to_utf8(u"ᠮᠠᠨ\u180Eᠠ"));
    EXPECT_EQ(unicode(u"\uE308\uE26C\uE2B5\uE23E"), to_utf8(u"ᠲᠠᠨ\u200C\u180A"));
}

TEST(LegacyMenksoft, ReadsInPiecesWhatNoWordDraws) {
    const Conversion made = legacy_to_unicode(u"\uE308\uE26C\uE306\uE269", Legacy::menksoft);
    EXPECT_EQ(made.text, u"ᠲᠠᠱ\u200D\u180Eᠠ");
    EXPECT_TRUE(made.remarks.empty());
}

TEST(LegacyMenksoft, WritesGlyphCodes) {
    EXPECT_EQ(unicode_to_menksoft(u"ᠮᠠᠨ\u180Eᠠ (᠑)").text, u"\uE2F1\uE26C\uE2B6\uE26A \uE253\uE245\uE254");
    EXPECT_EQ(unicode_to_menksoft(u"f(x)").text, u"f(x)");
    const Conversion sibe = unicode_to_menksoft(u"ᠮᠠᠨ ᠰᡞᠪᡝ");
    ASSERT_EQ(sibe.remarks.size(), 1u);
    EXPECT_EQ(sibe.remarks[0].id, "no-glyph");
    EXPECT_EQ(sibe.text.substr(4), u"ᠰᡞᠪᡝ");
}

TEST(LegacyMenksoft, KeepsWordsWithSignsAfterGaps) {
    for (const std::u16string text : {u"\u182C\u180E\u1880", u"\u182C\u202F\u1880", u"\u182C\u180E\u1880\u1820"}) {
        const Conversion kept = unicode_to_menksoft(text, {true});
        ASSERT_EQ(kept.remarks.size(), 1u);
        EXPECT_EQ(kept.remarks[0].id, "no-glyph");
        EXPECT_EQ(kept.text, text);
    }
}

TEST(LegacyMenksoft, EveryGlyphAloneComesBack) {
    int converted = 0;
    for (char16_t code = 0xE264; code < 0xE350; ++code) {
        if (!menksoft_glyph(code)) continue;
        const std::u16string text(1, code);
        const Conversion read = legacy_to_unicode(text, Legacy::menksoft);
        EXPECT_EQ(ink_text(unicode_to_menksoft(read.text).text), ink_text(text)) << static_cast<int>(code);
        if (read.remarks.empty()) ++converted;
    }
    EXPECT_GT(converted, 225);
}

RC_GTEST_PROP(LegacyProperty, WhatIsDrawnComesBack, ()) {
    const auto unit = rc::gen::weightedOneOf<char16_t>({
        {12, rc::gen::inRange<char16_t>(0xE264, 0xE350)},
        {2, rc::gen::inRange<char16_t>(0xE234, 0xE264)},
        {1, rc::gen::elementOf(std::u16string(u" \u180A\u180B\u180E\u1828\u200C\u200D\u202Fx(\n\xD800"))},
    });
    const auto text = *rc::gen::container<std::u16string>(unit);
    const Conversion read = legacy_to_unicode(text, Legacy::menksoft, {true});
    const Conversion back = unicode_to_menksoft(read.text, {true});
    std::size_t drawn = 0;
    for (const char16_t c : ink_text(text)) drawn += c >= 0x4000 && c < 0x5000;
    std::size_t drawn_back = 0;
    for (const char16_t c : ink_text(back.text)) drawn_back += c >= 0x4000 && c < 0x5000;
    RC_ASSERT(drawn_back >= drawn);
    TextIndex source = 0;
    for (const Alignment& part : read.alignments) {
        RC_ASSERT(part.source.begin == source && part.result.end <= read.text.size());
        source = part.source.end;
    }
    RC_ASSERT(source == text.size());
}

TEST(LegacyZ52, ReadsWordsByTheirLook) {
    EXPECT_EQ(units(legacy_to_unicode(u"\u188C\u186A\u1867", Legacy::z52).text), units(u"ᠮᠠᠨ"));
    EXPECT_EQ(units(legacy_to_unicode(u"\u1865\u186A\u188E\u186A\u1867", Legacy::z52).text), units(u"ᠠᠮᠠᠨ"));
    EXPECT_EQ(unicode(u"\u188C\u186A\u1867\u1853", Legacy::z52), "ᠮᠠᠨ?");
}

TEST(LegacyLetters, KeepsWhatTheOldPracticeDraws) {
    EXPECT_EQ(unicode(u"ᠬᠠᠱᠢ", Legacy::delehi), to_utf8(u"ᠬᠠᠱ\u180Cᠢ"));
    EXPECT_EQ(unicode(u"ᠲᠠᠨ\u202Fᠤ", Legacy::menksoft_letter), to_utf8(u"ᠲᠠᠨ\u180Eᠤ"));
}

TEST(LegacyZ52, ReadsSignsAsMenksoftDoes) {
    const Conversion made = legacy_to_unicode(u"\u188C\u186A\u180B\u1867 \u188C\u186A\u1870\u1868", Legacy::z52);
    EXPECT_EQ(units(made.text), units(u"ᠮᠠᠨ ᠮᠠᠨ\u180Eᠠ"));
    ASSERT_EQ(made.remarks.size(), 1u);
    EXPECT_EQ(made.remarks[0].id, "selector-dropped");
}

RC_GTEST_PROP(LegacyProperty, AnyMongolianIsConvertedOrKept, ()) {
    const auto unit = rc::gen::weightedOneOf<char16_t>({
        {8, rc::gen::inRange<char16_t>(0x1800, 0x18AB)},
        {3, rc::gen::elementOf(std::u16string(u" \u180B\u180E\u200C\u200D\u202F\u180F"))},
        {1, rc::gen::inRange<char16_t>(0xE264, 0xE350)},
    });
    const auto text = *rc::gen::container<std::u16string>(unit);
    const Conversion made = unicode_to_menksoft(text, {true});
    TextIndex source = 0;
    for (const Alignment& part : made.alignments) {
        RC_ASSERT(part.source.begin == source && part.result.end <= made.text.size());
        source = part.source.end;
    }
    RC_ASSERT(source == text.size());
    for (const Remark& remark : made.remarks) {
        if (!remark.kept) continue;
        RC_ASSERT(made.text.find(text.substr(remark.source.begin, remark.source.size())) != std::u16string::npos);
    }
}

TEST(LegacyLetters, SelectorsThatMeantOtherForms) {
    // FVS3 before i asks for one tooth after any letter; final round vowels after an initial consonant have a tail.
    EXPECT_EQ(units(legacy_to_unicode(u"ᠲᠠᠤ\u180Dᠢᠬᠡ", Legacy::menksoft_letter).text), units(u"ᠲᠠᠤᠢ\u180Dᠬᠡ"));
    EXPECT_EQ(unicode_to_menksoft(legacy_to_unicode(u"ᠨᠤ", Legacy::delehi).text).text, u"\uE2B1\uE28D");
    EXPECT_EQ(unicode_to_menksoft(legacy_to_unicode(u"ᠨᠤ", Legacy::menksoft_letter).text).text, u"\uE2B1\uE28E");
}

TEST(LegacyDetection, TakesWhatOnlyOneSchemeFits) {
    const LegacyDetection menksoft = detect_legacy(u"\uE308\uE26C\uE2B5 \uE308\uE26C\uE2B5 \uE308\uE26C\uE2B5\uE236");
    EXPECT_EQ(menksoft.kind, Kind::legacy);
    EXPECT_EQ(menksoft.legacy, Legacy::menksoft);
    EXPECT_GT(menksoft.confidence, 0.9);
    const LegacyDetection z52 = detect_legacy(u"\u188C\u186A\u1867 \u188C\u186A\u1867 \u188C\u186A\u1867");
    EXPECT_EQ(z52.kind, Kind::legacy);
    EXPECT_EQ(z52.legacy, Legacy::z52);
    EXPECT_EQ(detect_legacy(u"ᠮᠣᠩᠭᠣᠯ abc 蒙古").kind, Kind::unicode);
    EXPECT_EQ(detect_legacy(u"ᠰᡞᠪᡝ ᠨᡞᠣᡵ").kind, Kind::unicode);
}

TEST(LegacyDetection, RefusesWhatTwoSchemesFit) {
    EXPECT_EQ(detect_legacy(u"\uE308\uE26C\uE2B5").kind, Kind::refused);
    EXPECT_EQ(detect_legacy(u"\uE308\uE26C \uE2F1\uE26C \uE2F4\uE26C \uE2B1").kind, Kind::refused);
    EXPECT_EQ(detect_legacy(u"\uE308\uE26C\uE2B5 \uE352").kind, Kind::refused);
    EXPECT_EQ(detect_legacy(u"\uE610\uE611").kind, Kind::refused);
    EXPECT_EQ(detect_legacy(u"\u188C\u186A\u1867").kind, Kind::refused);
}

TEST(LegacyDetection, TheFontDecides) {
    EXPECT_EQ(detect_legacy(u"\uE308\uE26C\uE2B5", "Menksoft Qagan").legacy, Legacy::menksoft);
    EXPECT_EQ(detect_legacy(u"\uE308\uE26C\uE2B5", "Menksoft Qagan").kind, Kind::legacy);
    EXPECT_EQ(detect_legacy(u"\uE308\uE26C\uE2B5 \uE308\uE26C\uE2B5 \uE308\uE26C\uE2B5", "Saiyin").kind, Kind::refused);
    EXPECT_EQ(detect_legacy(u"ᠮᠠᠨ", "Menksoft2012").legacy, Legacy::menksoft_letter);
    EXPECT_EQ(detect_legacy(u"ᠮᠠᠨ", "Delehi Unicode").legacy, Legacy::delehi);
}

TEST(LegacyNames, ReadBack) {
    for (const Legacy legacy : {Legacy::menksoft, Legacy::menksoft_letter, Legacy::delehi, Legacy::z52}) {
        EXPECT_EQ(legacy_named(name(legacy)), legacy);
    }
    EXPECT_FALSE(legacy_named("saiyin").has_value());
}

}  // namespace
}  // namespace bichig::script
