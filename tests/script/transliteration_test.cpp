// Transliteration: signs of the standards, the traps of reading back, and that every text comes back whole.
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/base/utf.h>
#include <bichig/script/transliteration.h>

namespace bichig::script {
namespace {

constexpr Latin all_latins[] = {Latin::eac,      Latin::mollendorff_manchu, Latin::mollendorff_sibe, Latin::utn_hudum,
                                Latin::utn_todo, Latin::utn_sibe,           Latin::utn_manchu};

std::string latin(std::u16string_view text, Latin scheme = Latin::eac) {
    return to_utf8(to_latin(text, scheme).text);
}

std::u16string mongolian(std::u16string_view text, Latin scheme = Latin::eac) {
    return from_latin(text, scheme).text;
}

TEST(TransliterationEac, WritesSignsOfTheStandard) {
    EXPECT_EQ(latin(u"ᠮᠣᠩᠭᠣᠯ"), "monɡgol");
    EXPECT_EQ(latin(u"ᠰᠠᠢᠨ\u202Fᠤ\u180B ᠂"), "sain-u' ,");
    EXPECT_EQ(latin(u"ᠵ\u180Eᠠ᠑᠙"), "ǰ_a'1'9");
    EXPECT_EQ(mongolian(u"monɡgol"), u"ᠮᠣᠩᠭᠣᠯ");
    EXPECT_EQ(mongolian(u"mɑnɡlɑi"), u"ᠮᠠᠩᠯᠠᠢ");
}

TEST(TransliterationEac, KeepsApartWhatWouldBeReadAsOneSign) {
    EXPECT_EQ(latin(u"ᠯᠾ"), "l{}h");
    EXPECT_EQ(latin(u"ᡀ"), "lh");
    EXPECT_EQ(latin(u"ᠨᠭ"), "ng");
    EXPECT_EQ(latin(u"ᠠ\u180B5"), "a'{}5");
    EXPECT_EQ(latin(u"ᠰ\u030C"), "s{}\u030C");
    EXPECT_EQ(mongolian(u"l{}h"), u"ᠯᠾ");
    EXPECT_EQ(mongolian(u"a'{}5"), u"ᠠ\u180B5");
}

TEST(TransliterationEac, EscapesWhatTheStandardLacks) {
    EXPECT_EQ(latin(u"ᠭ\u180F"), "g{180F}");
    EXPECT_EQ(latin(u"ᡄ"), "{1844}");
    EXPECT_EQ(latin(u"ᠪᠢ GPS, A4 {x}"), "bi {=GPS,} A4 {007B}{=x}{007D}");
    EXPECT_EQ(latin(u"ᠪᠢ Linux"), "bi {=Linux}");
    EXPECT_EQ(latin(u"\U00011660"), "{11660}");
}

TEST(TransliterationEac, ReadsDecomposedLetters) {
    EXPECT_EQ(mongolian(u"o\u0308s\u030Cj\u030C"), mongolian(u"öšǰ"));
    EXPECT_EQ(mongolian(u"p\u0304p\u0301hž"), u"\u1892\u1893\u183F");
}

TEST(TransliterationEac, PlainOutputSaysWhatIsLost) {
    const LatinOptions plain{false, false};
    const Conversion selector = to_latin(u"ᠭ\u180F", Latin::eac, plain);
    ASSERT_EQ(selector.remarks.size(), 1u);
    EXPECT_EQ(selector.remarks[0].id, "no-sign");
    EXPECT_EQ(selector.remarks[0].source, (TextRange{1, 2}));
    const Conversion pair = to_latin(u"ᠠᠯᠾ", Latin::eac, plain);
    EXPECT_EQ(pair.text, u"alh");
    ASSERT_EQ(pair.remarks.size(), 1u);
    EXPECT_EQ(pair.remarks[0].id, "joins-with-next");
    EXPECT_EQ(pair.remarks[0].source, (TextRange{1, 3}));
    const Conversion word = to_latin(u"ᠪᠢ Linux", Latin::eac, plain);
    EXPECT_EQ(word.text, u"bi Linux");
    ASSERT_EQ(word.remarks.size(), 1u);
    EXPECT_EQ(word.remarks[0].id, "reads-as-mongolian");
    EXPECT_TRUE(to_latin(u"ᠮᠣᠩᠭᠣᠯ 2024", Latin::eac, plain).remarks.empty());
}

TEST(TransliterationEac, ReportsWhatIsNoSign) {
    const Conversion read = from_latin(u"av {zz} {12}", Latin::eac);
    ASSERT_EQ(read.remarks.size(), 3u);
    EXPECT_EQ(read.remarks[0].id, "unknown-letter");
    EXPECT_EQ(read.remarks[1].id, "bad-escape");
    EXPECT_EQ(read.remarks[2].id, "bad-escape");
}

TEST(TransliterationMollendorff, WritesManchuAndSibe) {
    EXPECT_EQ(latin(u"ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ", Latin::mollendorff_manchu), "manju gisun");
    EXPECT_EQ(latin(u"ᠪᡳᡨᡥᡝ", Latin::mollendorff_manchu), "bithe");
    EXPECT_EQ(latin(u"ᠠᠩᡤᠠ ᠠᠨᡤᠠ", Latin::mollendorff_manchu), "angga an{}ga");
    EXPECT_EQ(latin(u"ᠰᡞᠪᡝ", Latin::mollendorff_sibe), "sibe");
    EXPECT_EQ(latin(u"ᡦ", Latin::mollendorff_manchu), "p");
    EXPECT_EQ(mongolian(u"tsʼoo dzu", Latin::mollendorff_manchu), u"ᡮᠣᠣ ᡯᡠ");
}

TEST(TransliterationMollendorff, ReadsCapitalsAndSaysSo) {
    const Conversion read = from_latin(u"Manju Šun", Latin::mollendorff_manchu);
    EXPECT_EQ(read.text, u"ᠮᠠᠨᠵᡠ ᡧᡠᠨ");
    ASSERT_EQ(read.remarks.size(), 2u);
    EXPECT_EQ(read.remarks[1].id, "capital-letter");
}

TEST(TransliterationMollendorff, PlainOutputSaysWhatIsAmbiguous) {
    const Conversion plain = to_latin(u"ᠰᡟ", Latin::mollendorff_manchu, {false, false});
    EXPECT_EQ(plain.text, u"sy");
    ASSERT_EQ(plain.remarks.size(), 1u);
    EXPECT_EQ(plain.remarks[0].id, "ambiguous");
    EXPECT_EQ(latin(u"ᠰᡟ", Latin::mollendorff_manchu), "s{185F}");
}

TEST(TransliterationUtn, WritesAliases) {
    EXPECT_EQ(latin(u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠦ\u180B", Latin::utn_hudum), "m o ng g o l nnbsp u n space ue fvs1");
    EXPECT_EQ(latin(u"ᡄᡃ", Latin::utn_todo), "e lvs");
    EXPECT_EQ(latin(u"ᠠ, b\nᠪ", Latin::utn_hudum), "a {=,} space {=b}\nb");
    EXPECT_EQ(mongolian(u"m o ng  g o l\r\na fvs1", Latin::utn_hudum), u"ᠮᠣᠩᠭᠣᠯ\r\nᠠ\u180B");
    EXPECT_EQ(from_latin(u"a qq", Latin::utn_hudum).remarks.at(0).id, "unknown-alias");
}

/// Text of all that transliteration must live with: Mongolian, controls, Latin, marks, braces, surrogates.
rc::Gen<std::u16string> any_text() {
    const auto unit = rc::gen::weightedOneOf<char16_t>({
        {6, rc::gen::inRange<char16_t>(0x1800, 0x18B0)},
        {3, rc::gen::elementOf(std::u16string(u"\u200C\u200D\u202F\u180B\u180E\u1828\u182D\u182F\u183E 05nɡlh'"))},
        {2, rc::gen::inRange<char16_t>(0x20, 0x7F)},
        {2, rc::gen::elementOf(std::u16string(u"{}={}01AF\n\r\u0301\u0304\u0308\u0332ːˑšöŠṕ‐…"))},
        {1, rc::gen::inRange<char16_t>(0xD7F0, 0xE010)},
        {1, rc::gen::cast<char16_t>(rc::gen::inRange<int>(0, 0x10000))},
    });
    return rc::gen::container<std::u16string>(unit);
}

TEST(TransliterationProperty, EveryTextComesBack) {
    const bool holds = rc::check("from_latin(to_latin(text)) == text", [] {
        const std::u16string text = *any_text();
        for (const Latin scheme : all_latins) {
            const Conversion written = to_latin(text, scheme);
            RC_ASSERT(written.remarks.empty());
            const Conversion read = from_latin(written.text, scheme);
            RC_ASSERT(read.text == text);
        }
    });
    EXPECT_TRUE(holds);
}

TEST(TransliterationProperty, EveryPairOfCharactersComesBack) {
    std::u16string alphabet(u"\u200C\u200D\u202F\u0301\u0302\u0304\u0306\u0308\u030C\u0323\u0327\u0331\u0332ːˑ{}=");
    for (char16_t c = 0x20; c < 0x7F; ++c) alphabet += c;
    for (char16_t c = 0x1800; c < 0x18B0; ++c) alphabet += c;
    for (const Latin scheme : all_latins) {
        for (const char16_t a : alphabet) {
            for (const char16_t b : alphabet) {
                const std::u16string text{a, b};
                ASSERT_EQ(from_latin(to_latin(text, scheme).text, scheme).text, text) << static_cast<int>(scheme);
            }
        }
    }
}

TEST(TransliterationProperty, OffsetsCoverSourceAndResult) {
    const bool holds = rc::check("alignments have no gaps", [] {
        const std::u16string text = *any_text();
        for (const Latin scheme : all_latins) {
            for (const Conversion& made : {to_latin(text, scheme, {true, true}),
                                           from_latin(text, scheme, {true, true})}) {
                TextIndex source = 0;
                TextIndex result = 0;
                for (const Alignment& part : made.alignments) {
                    RC_ASSERT(part.source.begin == source && part.result.begin == result);
                    RC_ASSERT(!part.source.empty());
                    source = part.source.end;
                    result = part.result.end;
                }
                RC_ASSERT(source == text.size() && result == made.text.size());
                RC_ASSERT(result_index(made.alignments, source) == result);
            }
        }
    });
    EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace bichig::script
