// The shape index: what goes in comes out, by form and by shape; other files are refused, and hostile ones harmless.
#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/base/file.h>
#include "spell/index/ink_key.h"
#include "spell/words.h"

namespace bichig::spell {
namespace {

using testing::Folder;
using testing::index_of;
using testing::letters;
using testing::words_of;

std::vector<std::u16string> texts(const std::vector<IndexedForm>& forms) {
    std::vector<std::u16string> found;
    for (const IndexedForm& form : forms) found.push_back(form.text);
    return found;
}

/// Words of letters that often look alike, with connectors and selectors.
rc::Gen<std::u16string> word() {
    return rc::gen::map(rc::gen::container<std::u16string>(rc::gen::elementOf(
                            std::u16string{u"\u1820\u1821\u1823\u1824\u1826\u1828\u182C\u182D\u1832\u1833\u1836\u180E"
                                           u"\u180B\u202Fx\xD800"})),
                        [](std::u16string made) { return made.substr(0, max_form_size); });
}

std::string key_of(const std::u16string& text) {
    std::string key;
    append_ink_key(text, {script::Profile::gb25914, script::WritingSystem::hudum}, key);
    return key;
}

bool has_shape(const std::u16string& form) { return !key_of(form).empty(); }

TEST(ShapeIndex, FormsAreFoundByShape) {
    const ShapeIndex index = index_of(words_of({"ordu", "urtu", "monɡgol", "ger"}));
    EXPECT_EQ(index.size(), 4u);
    EXPECT_EQ(index.shape_count(), 3u);
    // ordu, urtu and urdu are drawn alike.
    EXPECT_EQ(texts(index.forms_of_shape(letters("urdu"))), words_of({"ordu", "urtu"}));
    EXPECT_EQ(texts(index.forms_of_shape(letters("monɡgol"))), words_of({"monɡgol"}));
    EXPECT_TRUE(index.forms_of_shape(letters("mor")).empty());
    EXPECT_TRUE(index.forms_of_shape(u"").empty());
}

TEST(ShapeIndex, UnitsThatAreDrawnAlikeAreAlike) {
    const ShapeIndex index = index_of(words_of({"saxan", "arad", "aba"}));
    EXPECT_EQ(texts(index.forms_of_shape(letters("saeeen"))), words_of({"saxan"}));  // h between two is two teeth
    EXPECT_EQ(texts(index.forms_of_shape(letters("araua\""))), words_of({"arad"}));  // d at the end is o and a
}

TEST(ShapeIndex, OldConnectorHasTheShapeOfTheNew) {
    const ShapeIndex index = index_of(words_of({"gar_un", "gar"}));
    EXPECT_EQ(texts(index.forms_of_shape(letters("gar-un"))), words_of({"gar_un"}));
    EXPECT_FALSE(index.contains(letters("gar-un")));
    EXPECT_TRUE(index.contains(letters("gar_un")));
}

TEST(ShapeIndex, AFormThatIsAddedTwiceKeepsTheMore) {
    for (const bool turned : {false, true}) {
        ShapeIndexWriter writer;
        const std::u16string form = letters("ger");
        const FormInfo first{3, FormKind::name};
        const FormInfo second{2, FormKind::word};
        ASSERT_TRUE(writer.add(form, turned ? second : first));
        ASSERT_TRUE(writer.add(form, turned ? first : second));
        EXPECT_EQ(writer.size(), 2u);
        const ShapeIndex index = ShapeIndex::from_bytes(writer.bytes()).value();
        EXPECT_EQ(index.size(), 1u);
        EXPECT_EQ(index.find(form), (FormInfo{3, FormKind::word}));
    }
}

TEST(ShapeIndex, FormsThatCannotBeFoundAreRefused) {
    ShapeIndexWriter writer;
    EXPECT_EQ(writer.add(u"").error().code, ErrorCode::invalid_input);
    EXPECT_EQ(writer.add(std::u16string(max_form_size + 1, u'\u1820')).error().code, ErrorCode::invalid_input);
    EXPECT_EQ(writer.add(u"\u180B\u180C").error().code, ErrorCode::invalid_input);
    EXPECT_TRUE(writer.add(std::u16string(max_form_size, u'\u1820')));
    EXPECT_EQ(writer.size(), 1u);
}

TEST(ShapeIndex, AnEmptyOneHasNothing) {
    const ShapeIndex index = index_of({});
    EXPECT_EQ(index.size(), 0u);
    EXPECT_FALSE(index.contains(letters("ger")));
    EXPECT_TRUE(index.forms_of_shape(letters("ger")).empty());
    EXPECT_TRUE(index.near(letters("ger"), {.distance = 1000}).shapes.empty());
    EXPECT_EQ(index.form(0), IndexedForm{});
}

TEST(ShapeIndex, WhatGoesInComesOut) {
    EXPECT_TRUE(rc::check([] {
        const auto forms = *rc::gen::container<std::vector<std::u16string>>(rc::gen::suchThat(word(), has_shape));
        std::map<std::string, std::set<std::u16string>> by_key;
        for (const std::u16string& form : forms) by_key[key_of(form)].insert(form);
        const ShapeIndex index = index_of(forms);
        RC_ASSERT(index.size() == (std::set<std::u16string>(forms.begin(), forms.end()).size()));
        RC_ASSERT(index.shape_count() == by_key.size());
        std::uint32_t number = 0;
        for (const auto& [key, alike] : by_key) {  // shapes are numbered in the order of keys
            RC_ASSERT(index.shape_of(*alike.begin()) == number);
            const auto found = texts(index.forms(number++));
            RC_ASSERT((std::set<std::u16string>(found.begin(), found.end()) == alike));
            for (const std::u16string& form : alike) RC_ASSERT(index.contains(form));
        }
        const auto other = *word();
        RC_ASSERT(index.contains(other) == (std::find(forms.begin(), forms.end(), other) != forms.end()));
        RC_ASSERT(index.shape_of(other).has_value() == (by_key.count(key_of(other)) > 0));
    }));
}

TEST(ShapeIndex, TheFileDependsOnTheFormsAlone) {
    EXPECT_TRUE(rc::check([] {
        auto forms = *rc::gen::container<std::vector<std::u16string>>(rc::gen::suchThat(word(), has_shape));
        ShapeIndexWriter first;
        for (const auto& form : forms) RC_ASSERT(first.add(form).has_value());
        std::reverse(forms.begin(), forms.end());
        ShapeIndexWriter second;
        for (const auto& form : forms) RC_ASSERT(second.add(form).has_value());
        const std::string bytes = first.bytes();
        RC_ASSERT(bytes == second.bytes());
        RC_ASSERT(bytes == first.bytes());  // and can be asked for again
    }));
}

TEST(ShapeIndex, AFileIsMapped) {
    const Folder folder;
    ShapeIndexWriter writer;
    for (const auto& form : words_of({"ordu", "urtu", "ger"})) ASSERT_TRUE(writer.add(form, {7, FormKind::place}));
    ASSERT_TRUE(writer.write(folder / "words.shapes"));
    const auto index = ShapeIndex::open(folder / "words.shapes", IndexCheck::full);
    ASSERT_TRUE(index) << describe(index.error());
    EXPECT_EQ(index->find(letters("ger")), (FormInfo{7, FormKind::place}));
    EXPECT_EQ(index->byte_size(), writer.bytes().size());
    // The old file stays readable for who has it open.
    ASSERT_TRUE(ShapeIndexWriter{}.write(folder / "words.shapes"));
    EXPECT_TRUE(index->contains(letters("ger")));
    EXPECT_EQ(ShapeIndex::open(folder / "words.shapes")->size(), 0u);
}

class OpenIndex : public ::testing::Test {
protected:
    OpenIndex() {
        ShapeIndexWriter writer;
        for (const auto& form : words_of({"ordu", "urtu", "ger", "gar_un"})) (void)writer.add(form);
        bytes_ = writer.bytes();
    }
    Error error_of(const std::string& bytes, IndexCheck check = IndexCheck::quick) {
        const auto index = ShapeIndex::from_bytes(bytes, "words.shapes", check);
        EXPECT_FALSE(index);
        return index ? Error{} : index.error();
    }
    std::string bytes_;
};

TEST_F(OpenIndex, OtherFilesAreRefused) {
    EXPECT_EQ(describe(error_of("")), "words.shapes: is empty (build the dictionary again (bichig dict build))");
    EXPECT_EQ(error_of("SET UTF-8\n").message, "is no shape index");
    EXPECT_EQ(error_of(std::string(4096, '\0')).message, "is no shape index");
    const Folder folder;
    EXPECT_EQ(ShapeIndex::open(folder / "missing").error().code, ErrorCode::not_found);
    EXPECT_EQ(ShapeIndex::open(folder / ".").error().message, "is a folder");
    EXPECT_EQ(ShapeIndex::open("/dev/null").error().message, "is no regular file");
    EXPECT_EQ(ShapeIndex::open(folder.write("empty", "")).error().message, "is empty");
}

TEST_F(OpenIndex, EveryCutIsSeen) {
    for (std::size_t size = 0; size < bytes_.size(); ++size) {
        EXPECT_EQ(error_of(bytes_.substr(0, size)).code, ErrorCode::invalid_input) << size;
    }
    EXPECT_EQ(error_of(bytes_ + " ").code, ErrorCode::invalid_input);
}

TEST_F(OpenIndex, OtherVersionsSayWhatToDo) {
    for (const std::size_t at : {8u, 16u}) {  // the version of the file, that of the keys
        std::string other = bytes_;
        ++other[at];
        const Error error = error_of(other);
        EXPECT_EQ(error.code, ErrorCode::unsupported);
        EXPECT_EQ(error.hint, "build the dictionary again (bichig dict build)");
    }
    std::string turned = bytes_;
    std::reverse(turned.begin() + 12, turned.begin() + 16);
    EXPECT_EQ(error_of(turned).message, "was made for machines of another byte order");
}

TEST_F(OpenIndex, EveryDamageOfTheHeadIsSeenAndAnyOtherByTheFullCheck) {
    for (std::size_t at = 0; at < bytes_.size(); ++at) {
        std::string damaged = bytes_;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        error_of(damaged, IndexCheck::full);
        if (at < 128) {
            error_of(damaged);
        } else {
            EXPECT_TRUE(ShapeIndex::from_bytes(damaged)) << at;
        }
    }
    EXPECT_TRUE(ShapeIndex::from_bytes(bytes_, {}, IndexCheck::full));
}

TEST_F(OpenIndex, DamageFurtherInIsHarmless) {
    EXPECT_TRUE(rc::check([this] {
        std::string damaged = bytes_;
        for (int i = *rc::gen::inRange(1, 20); i > 0; --i) {
            damaged[static_cast<std::size_t>(*rc::gen::inRange(128, static_cast<int>(damaged.size())))] =
                *rc::gen::arbitrary<char>();
        }
        const ShapeIndex index = ShapeIndex::from_bytes(damaged).value();
        for (const auto& text : words_of({"ordu", "gar_un", "gera"})) {
            (void)index.contains(text);
            RC_ASSERT(index.forms_of_shape(text).size() <= index.size());
            for (const NearShape& near : index.near(text, {.distance = 200}).shapes) {
                RC_ASSERT(near.shape < index.shape_count());
            }
        }
        for (std::uint32_t number = 0; number < index.size(); ++number) (void)index.form(number);
    }));
}

TEST(FormKind, NamesComeBack) {
    for (const FormKind kind : {FormKind::word, FormKind::name, FormKind::place, FormKind::abbreviation}) {
        EXPECT_EQ(form_kind_named(name(kind)), kind);
    }
    EXPECT_FALSE(form_kind_named("verb"));
}

}  // namespace
}  // namespace bichig::spell
