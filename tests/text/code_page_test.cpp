// Code pages: known bytes, all bytes there and back, names that are none.
#include <gtest/gtest.h>

#include <bichig/text/code_page.h>

namespace bichig::text {
namespace {

TEST(CodePage, KnownBytes) {
    EXPECT_EQ(CodePage::named("ISO8859-5")->decode("\xD6\xD0\xE0"), u"жар");
    EXPECT_EQ(CodePage::named("iso-8859-1")->decode("caf\xE9"), u"café");
    EXPECT_EQ(CodePage::named("KOI8-R")->decode("\xD6\xC1\xD2"), u"жар");
    EXPECT_EQ(CodePage::named("microsoft-cp1251")->decode("\xE6\xE0\xF0"), u"жар");
    EXPECT_EQ(CodePage::named("cp1252")->decode("\x80\x81"), std::u16string(u"€") +
              CodePage::named("windows-1252")->decode("\x81"));
}

TEST(CodePage, BytesComeBack) {
    for (const char* name : {"ISO8859-1", "ISO8859-2", "ISO8859-5", "ISO8859-15", "KOI8-R", "KOI8-U", "windows-1251"}) {
        const auto page = CodePage::named(name);
        ASSERT_TRUE(page) << name;
        for (int byte = 0; byte < 256; ++byte) {
            const std::string one(1, static_cast<char>(byte));
            const std::u16string text = page->decode(one);
            ASSERT_EQ(text.size(), 1u);
            if (text[0] != 0xFFFD) {
                EXPECT_EQ(page->encode(text), one) << name << " " << byte;
            }
        }
        EXPECT_FALSE(page->encode(u"\u1820")) << name;
    }
}

TEST(CodePage, OtherEncodingsAreRefused) {
    for (const char* name : {"", "UTF-8", "UTF-16", "GB18030", "Shift_JIS", "no-such", "../../etc/passwd"}) {
        const auto page = CodePage::named(name);
        ASSERT_FALSE(page) << name;
        EXPECT_EQ(page.error().code, ErrorCode::unsupported);
    }
    EXPECT_FALSE(CodePage::named(std::string(10'000, 'x')));
}

}  // namespace
}  // namespace bichig::text
