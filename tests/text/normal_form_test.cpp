// NFC with the rules of the script: the text, the edits of both and the map of offsets over them.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <unicode/normalizer2.h>

#include <bichig/script/key.h>
#include <bichig/script/properties.h>
#include <bichig/text/normal_form.h>

namespace bichig::text::testing {

namespace {

using script::NormalEdit;
using script::NormalRule;
using script::NormalRules;
using script::NormalText;

/// Letters and all that stands with them; Latin, Devanagari, Hangul and Han that NFC changes; marks of many classes.
rc::Gen<std::u16string> any_text() {
    static const std::u16string pieces =
        u"\u1820\u1820\u1828\u1836\u1822\u1887\u180B\u180C\u180D\u180F\u180E\u202F\u180A\u1885\u18A9\u18A9\u0301\u0323"
        u"\u0345\u0327eea\u00C5\u212B\u0958\uFB2C\u0344\u1100\u1161\u11A8\uAC00\uF900\uFE35\uFE12 1\n"
        u"\xD834\xDD5E\xD800\xDC00\xDD5F\u3099\u304B";
    return rc::gen::container<std::u16string>(rc::gen::elementOf(pieces));
}

NormalOptions any_options() {
    NormalOptions options;
    options.nfc = *rc::gen::arbitrary<bool>();
    options.mongolian.connector = *rc::gen::element(script::Connector::mvs, script::Connector::nnbsp);
    options.mongolian.diphthong = *rc::gen::arbitrary<bool>();
    options.mongolian.units.profile = *rc::gen::element(script::Profile::utn57, script::Profile::gb25914);
    return options;
}

std::u16string composed(const std::u16string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString made = icu::Normalizer2::getNFCInstance(status)->normalize(
        {false, text.data(), static_cast<std::int32_t>(text.size())}, status);
    return {made.getBuffer(), static_cast<std::size_t>(made.length())};
}

/// What the edits make of the source; they must be in order, without overlap, and each must have a source.
std::u16string rebuilt(const std::u16string& source, const NormalText& normal) {
    std::u16string made;
    TextIndex place = 0;
    for (const NormalEdit& edit : normal.edits) {
        RC_ASSERT(edit.source.begin >= place && !edit.source.empty() && !(edit.rules == NormalRules{}));
        made += source.substr(place, edit.source.begin - place);
        RC_ASSERT(edit.result.begin == made.size());
        made += normal.text.substr(edit.result.begin, edit.result.size());
        place = edit.source.end;
    }
    return made + source.substr(place);
}

/// The units of Mongolian characters alone.
std::string mongolian_units(std::u16string_view text) {
    const script::UnitAnalysis found = script::analyze(text, {script::Profile::gb25914, script::WritingSystem::manchu});
    std::string units;
    for (const script::LetterForm& letter : found.letters) {
        const auto first = found.units.begin();
        units += script::notation({first + letter.unit_begin, first + letter.unit_end}) + " ";
    }
    return units;
}

}  // namespace

TEST(TextNormalForm, ComposesAndReports) {
    const NormalText normal = normalize(u"ae\u0301\u1820\u180D\u212B");
    EXPECT_EQ(normal.text, u"a\u00E9\u1820\u00C5");
    ASSERT_EQ(normal.edits.size(), 3u);
    EXPECT_EQ(normal.edits[0].source, (TextRange{1, 3}));
    EXPECT_EQ(normal.edits[0].result, (TextRange{1, 2}));
    EXPECT_EQ(normal.edits[0].rules, NormalRule::nfc);
    EXPECT_EQ(normal.edits[1].source, (TextRange{4, 5}));
    EXPECT_EQ(normal.edits[1].rules, NormalRule::selector_without_effect);
    EXPECT_EQ(normal.edits[2].source, (TextRange{5, 6}));
    EXPECT_EQ(normal.edits[2].result, (TextRange{3, 4}));
    EXPECT_EQ(normal.to_source(2), 3u);
    EXPECT_EQ(normal.to_result(2), 1u) << "inside a replaced part";
    EXPECT_EQ(normal.to_result(6), 4u);
}

TEST(TextNormalForm, CanBeSwitchedOff) {
    NormalOptions options;
    options.nfc = false;
    EXPECT_EQ(normalize(u"e\u0301\u1820\u180D", options).text, u"e\u0301\u1820");
}

TEST(TextNormalForm, AccentBehindARemovedSelectorIsComposed) {
    const NormalText normal = normalize(u"e\u180B\u0301");
    EXPECT_EQ(normal.text, u"\u00E9");
    ASSERT_EQ(normal.edits.size(), 1u);
    EXPECT_EQ(normal.edits[0].source, (TextRange{0, 3}));
    EXPECT_TRUE(normal.edits[0].rules.contains(NormalRule::nfc));
    EXPECT_TRUE(normal.edits[0].rules.contains(NormalRule::second_selector));
}

TEST(TextNormalForm, OneCharacterMayBecomeSeveral) {
    const NormalText normal = normalize(u"\u0958x");
    EXPECT_EQ(normal.text, u"\u0915\u093Cx");
    EXPECT_EQ(normal.to_source(1), 0u) << "inside what was written";
    EXPECT_EQ(normal.to_source(2), 1u);
    EXPECT_EQ(normal.to_result(1), 2u);
}

TEST(TextNormalForm, EditsDoNotCutCharacters) {
    const NormalText normal = normalize(u"\xD834\xDD5E\xD800");
    EXPECT_EQ(normal.text, u"\xD834\xDD57\xD834\xDD65\xD800");
    ASSERT_EQ(normal.edits.size(), 1u);
    EXPECT_EQ(normal.edits[0].source, (TextRange{0, 2}));
    EXPECT_EQ(normal.edits[0].result, (TextRange{0, 4}));
}

// U+18A9 (class 228) goes behind a mark of a lower class: canonical order. The letters before and after it are drawn as
// they were; only a foreign mark, which is no Mongolian text, changes places with it.
TEST(TextNormalForm, CanonicalOrderMovesDagalga) {
    const NormalText normal = normalize(u"\u1887\u18A9\u0323\u1820");
    EXPECT_EQ(normal.text, u"\u1887\u0323\u18A9\u1820");
    ASSERT_EQ(normal.edits.size(), 1u);
    EXPECT_EQ(normal.edits[0].source, (TextRange{1, 3}));
    EXPECT_EQ(mongolian_units(normal.text), mongolian_units(u"\u1887\u18A9\u0323\u1820"));
    EXPECT_EQ(normalize(u"\u1887\u18A9\u1885\u18A9\u1820").edits.size(), 0u) << "Mongolian marks stay";
}

RC_GTEST_PROP(AnyNormalForm, IsComposedAndStable, ()) {
    const std::u16string text = *any_text();
    const NormalOptions options = any_options();
    const NormalText normal = normalize(text, options);
    if (options.nfc) RC_ASSERT(composed(normal.text) == normal.text);
    const NormalText again = normalize(normal.text, options);
    RC_ASSERT(again.text == normal.text);
    RC_ASSERT(again.edits.empty());
}

RC_GTEST_PROP(AnyNormalForm, EditsMakeTheResult, ()) {
    const std::u16string text = *any_text();
    const NormalText normal = normalize(text, any_options());
    RC_ASSERT(rebuilt(text, normal) == normal.text);
}

RC_GTEST_PROP(AnyNormalForm, OffsetsRiseAndCover, ()) {
    const std::u16string text = *any_text();
    const NormalText normal = normalize(text, any_options());
    const auto size = static_cast<TextIndex>(text.size());
    const auto made = static_cast<TextIndex>(normal.text.size());
    RC_ASSERT(normal.to_result(0) == 0u && normal.to_result(size) == made && normal.to_source(made) == size);
    for (TextIndex i = 0; i < size; ++i) RC_ASSERT(normal.to_result(i) <= normal.to_result(i + 1));
    for (TextIndex i = 0; i < made; ++i) {
        RC_ASSERT(normal.to_source(i) <= normal.to_source(i + 1));
        RC_ASSERT(normal.to_result(normal.to_source(i)) <= i);
    }
}

RC_GTEST_PROP(AnyNormalForm, MongolianIsDrawnAsBefore, ()) {
    NormalOptions options = any_options();
    options.mongolian.diphthong = false;
    std::u16string text = *any_text();
    // Without foreign marks NFC leaves Mongolian text alone, and the rules of the script keep the shape.
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char16_t c) { return c >= 0x80 && script::kind(c) == script::Kind::none; }),
               text.end());
    options.mongolian.units.system = script::WritingSystem::hudum;
    RC_ASSERT(composed(text) == text);
    RC_ASSERT(script::same_shape(normalize(text, options).text, text, options.mongolian.units));
}

}  // namespace bichig::text::testing
