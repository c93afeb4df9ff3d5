// The engine of written units on rows, and on strings of any kind.
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/base/utf.h>
#include <bichig/script/key.h>
#include <bichig/script/normal_form.h>
#include <bichig/script/units.h>

namespace bichig::script {

namespace {

std::u16string from_aliases(WritingSystem system, const std::string& names) {
    std::u16string text;
    std::istringstream words{names};
    for (std::string word; words >> word;) {
        const auto character = character_of_alias(system, word);
        EXPECT_TRUE(character.has_value()) << word;
        append(text, character.value_or(U'?'));
    }
    return text;
}

/// Any mixture of what a stretch can hold, and of what ends one.
std::u16string any_mixture() {
    static const std::u16string pieces =
        u"\u1820\u1821\u1822\u1823\u1825\u1826\u1828\u182A\u182C\u182D\u1830\u1832\u1833\u1835\u1836\u1838\u183A"
        u"\u1843\u1845\u184E\u1860\u1864\u1868\u1873\u1874\u1880\u1885\u1807\u1802\u1810 a\uFE35\u202F\u180E\u180E"
        u"\u180A\u200C\u200D\u180B\u180C\u180D\u180F\u180B\xD800\xDC00";
    return *rc::gen::container<std::u16string>(rc::gen::elementOf(pieces));
}

UnitOptions any_options() {
    UnitOptions options;
    options.profile = *rc::gen::element(Profile::utn57, Profile::gb25914);
    options.system = static_cast<WritingSystem>(*rc::gen::inRange(0u, writing_system_count));
    return options;
}

std::string of_shape(const std::u16string& text, const UnitOptions& options) { return shape_key(text, options); }

}  // namespace

TEST(ScriptUnits, Rows) {
    std::ifstream rows(BICHIG_TEST_FOLDER "/units.cases");
    int count = 0;
    for (std::string line; std::getline(rows, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields{line};
        std::string field[5];
        for (std::string& each : field) std::getline(fields, each, '\t');
        UnitOptions options;
        options.system = writing_system_named(field[1]);
        ASSERT_TRUE(options.system.has_value()) << line;
        ASSERT_TRUE(profile_named(field[2]).has_value()) << line;
        options.profile = *profile_named(field[2]);
        EXPECT_EQ(notation(units(from_aliases(*options.system, field[3]), options)), field[4]) << field[0];
        ++count;
    }
    EXPECT_GT(count, 20);
}

TEST(ScriptUnits, ParticlesComeOutAsTheirTableSays) {
    std::ifstream rows(BICHIG_TEST_FOLDER "/../../data/written_units/particles.tsv");
    int count = 0;
    for (std::string line; std::getline(rows, line);) {
        if (line.empty() || line[0] == '#' || line.rfind("system\t", 0) == 0) continue;
        std::istringstream fields{line};
        std::string field[4];
        for (std::string& each : field) std::getline(fields, each, '\t');
        UnitOptions options;
        options.system = writing_system_named(field[0]);
        ASSERT_TRUE(options.system.has_value()) << line;
        const std::string form = notation(units(from_aliases(*options.system, field[1]), options));
        // A bare a or e after MVS is a separated vowel before it is a particle.
        const bool separated = field[1] == "mvs a" || field[1] == "mvs e";
        EXPECT_EQ(form, separated ? "_ Aa" : field[3]) << line;
        ++count;
    }
    EXPECT_EQ(count, 52);
}

TEST(ScriptUnits, LettersKnowTheirRule) {
    const UnitAnalysis found = analyze(u"\u182A\u1820\u182D\u180E\u1820");
    ASSERT_EQ(found.letters.size(), 4u);
    EXPECT_EQ(found.system, WritingSystem::hudum);
    EXPECT_EQ(found.letters[2].position, Position::fina);
    EXPECT_EQ(found.letters[2].condition, Condition::chachlag_onset);
    EXPECT_EQ(found.letters[3].condition, Condition::chachlag);
    EXPECT_EQ(found.letters[3].range, (TextRange{4, 5}));
    EXPECT_EQ(notation(found.units), "B A Hx _ Aa");
}

TEST(ScriptUnits, EffectOfSelectors) {
    const auto effect = [](std::u16string_view text) { return analyze(text).letters.at(0).effect; };
    EXPECT_EQ(effect(u"\u1820"), SelectorEffect::none);
    EXPECT_EQ(effect(u"\u1820\u180B"), SelectorEffect::effective);
    EXPECT_EQ(effect(u"\u1820\u180D"), SelectorEffect::without_effect);
    EXPECT_EQ(effect(u"\u1820\u180F"), SelectorEffect::invalid);
}

TEST(ScriptUnits, SystemOfTheLetters) {
    EXPECT_EQ(writing_system_of(u"abc"), WritingSystem::hudum);
    EXPECT_EQ(writing_system_of(u"\u1820\u1845"), WritingSystem::todo);
    EXPECT_EQ(writing_system_of(u"\u1820\u185E"), WritingSystem::sibe);
    EXPECT_EQ(writing_system_of(u"\u1820\u1873"), WritingSystem::manchu);
    EXPECT_EQ(writing_system_of(u"\u1820\u1887"), WritingSystem::manchu_ali_gali);
    EXPECT_EQ(writing_system_of(u"\u1821\u1822\u1827\u1873"), WritingSystem::hudum);
}

TEST(ScriptUnits, EveryStringHasAnAnswer) {
    EXPECT_TRUE(rc::check([] {
        const std::u16string text = any_mixture();
        const UnitOptions options = any_options();
        const UnitAnalysis found = analyze(text, options);
        RC_ASSERT(found.units == units(text, options));
        TextIndex end = 0;
        for (const LetterForm& letter : found.letters) {
            RC_ASSERT(letter.range.begin >= end && letter.range.end <= text.size());
            RC_ASSERT(letter.unit_begin < letter.unit_end && letter.unit_end <= found.units.size());
            end = letter.range.end;
        }
    }));
}

TEST(ScriptUnits, LongStretchesAreDrawnAsShortOnes) {
    std::u16string text;
    for (int i = 0; i < 200; ++i) text += u"\u182A\u1820\u1828\u1820";
    const std::string found = notation(units(text + u"\u182D"));
    EXPECT_EQ(found.substr(0, 15), "B A N A B A N A");
    EXPECT_EQ(found.substr(found.size() - 9), "B A N A H");
}

TEST(ScriptNormalForm, KeepsTheShapeAndIsStable) {
    EXPECT_TRUE(rc::check([] {
        const std::u16string text = any_mixture();
        NormalOptions options;
        options.units = any_options();
        options.connector = *rc::gen::element(Connector::mvs, Connector::nnbsp, Connector::keep);
        const NormalText normal = normalize(text, options);
        RC_ASSERT(of_shape(normal.text, options.units) == of_shape(text, options.units));
        const NormalText again = normalize(normal.text, options);
        RC_ASSERT(again.text == normal.text);
        RC_ASSERT(again.edits.empty());
    }));
}

TEST(ScriptNormalForm, EditsRebuildTheResult) {
    EXPECT_TRUE(rc::check([] {
        const std::u16string text = any_mixture();
        const NormalText normal = normalize(text);
        std::u16string rebuilt;
        TextIndex place = 0;
        for (const NormalEdit& edit : normal.edits) {
            RC_ASSERT(edit.source.begin >= place);
            rebuilt += text.substr(place, edit.source.begin - place);
            RC_ASSERT(edit.result.begin == rebuilt.size());
            rebuilt += normal.text.substr(edit.result.begin, edit.result.size());
            place = edit.source.end;
        }
        rebuilt += text.substr(place);
        RC_ASSERT(rebuilt == normal.text);
        RC_ASSERT(normal.to_source(static_cast<TextIndex>(normal.text.size())) == text.size());
        RC_ASSERT(normal.to_result(static_cast<TextIndex>(text.size())) == normal.text.size());
    }));
}

TEST(ScriptNormalForm, RulesByExample) {
    EXPECT_EQ(normalize(u"\u1820\u180D").text, u"\u1820");
    EXPECT_EQ(normalize(u"\xD800\u180B\xDC00").text, u"\xD800\u180B\xDC00");
    EXPECT_EQ(normalize(u"\u1820\u180B\u180C").text, u"\u1820\u180B");
    EXPECT_EQ(normalize(u"\u1828\u1820\u202F\u1824\u1828").text, u"\u1828\u1820\u180E\u1824\u1828");
    EXPECT_EQ(normalize(u"1\u202F2").text, u"1\u202F2");
    EXPECT_EQ(normalize(u"\uFE35\u1820\uFE36").text, u"\uFF08\u1820\uFF09");
    EXPECT_EQ(normalize(u"\u1828\u1820\u180E\u1820").text, u"\u1828\u1820\u180E\u1820");
    NormalOptions diphthong;
    diphthong.diphthong = true;
    EXPECT_EQ(normalize(u"\u1820\u1836\u1822\u182F", diphthong).text, u"\u1820\u1822\u182F");
    EXPECT_EQ(normalize(u"\u1820\u1836\u1822", diphthong).text, u"\u1820\u1836\u1822");
}

TEST(ScriptKey, SameShapeSameKey) {
    EXPECT_TRUE(rc::check([] {
        const std::u16string a = any_mixture();
        const std::u16string b = any_mixture();
        const UnitOptions options = any_options();
        RC_ASSERT(same_shape(a, b, options) == (shape_key(a, options) == shape_key(b, options)));
        RC_ASSERT(same_shape(a, a, options));
    }));
    EXPECT_TRUE(same_shape(u"\u1824\u1837\u1832\u1824", u"\u1824\u1837\u1833\u1824"));
    EXPECT_FALSE(same_shape(u"\u1820", u"\u1821"));
    EXPECT_EQ(shape_key(u"\u1820"), std::string("\x01\x10\x10"));  // written down: keys are stored by others
    EXPECT_EQ(hash_of("a"), 0xAF63DC4C8601EC8Cu);
}

TEST(ScriptKey, FindsByLevel) {
    const std::u16string text = u"x \u1824\u1837\u1832\u1824\u180E\u1836\u1822\u1828 \u1811";
    const std::u16string other = u"\u1824\u1837\u1833\u1824";
    EXPECT_TRUE(script::find(text, other, KeyLevel::exact).empty());
    EXPECT_EQ(script::find(text, other, KeyLevel::shape), (std::vector<TextRange>{{2, 6}}));
    EXPECT_EQ(script::find(text, u"\u1811", KeyLevel::folded).size(), 1u);
    EXPECT_EQ(script::find(text, u"1", KeyLevel::folded).size(), 1u);
    EXPECT_TRUE(script::find(text, u"", KeyLevel::shape).empty());
    EXPECT_EQ(search_key(text.substr(2, 8), KeyLevel::folded), search_key(other, KeyLevel::folded));
}

TEST(ScriptUnits, GeneratedTableIsFresh) {
    EXPECT_EQ(std::system("python3 -B '" BICHIG_TEST_FOLDER "/../../data/written_units/generate.py' --check"), 0);
}

}  // namespace bichig::script
