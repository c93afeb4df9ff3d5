// Bytes as text: every encoding both ways, detection, byte order marks, what is wrong and where.
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bichig/text/encoding.h>

namespace bichig::text {
namespace {

using namespace std::string_literals;

constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030};

TEST(Encoding, ReadsNames) {
    EXPECT_EQ(encoding_named("UTF-8").value(), Encoding::utf8);
    EXPECT_EQ(encoding_named("GBK").value(), Encoding::gb18030);
    for (const Encoding encoding : encodings) EXPECT_EQ(encoding_named(name_of(encoding)).value(), encoding);
    EXPECT_FALSE(encoding_named("latin-1").has_value());
}

TEST(Encoding, DetectsMongolianAndChinese) {
    const std::u16string text = u"ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ ᠪᠢᠴᠢᠭ\u180E 蒙古文。\r\nA4 \uE266\uE2F4\r\n";
    for (const Encoding encoding : encodings) {
        for (const bool mark : {false, true}) {
            const std::string bytes = encode(text, encoding, mark).value();
            const DetectedEncoding detected = detect_encoding(bytes);
            EXPECT_EQ(detected.encoding, encoding) << name_of(encoding) << ' ' << detected.reason;
            EXPECT_EQ(detected.confidence == 1, mark);
            const Decoded decoded = decode(bytes).value();
            EXPECT_EQ(decoded.text, text);
            EXPECT_EQ(decoded.byte_order_mark, mark);
            EXPECT_EQ(decoded.line_ends, LineEnds::crlf);
        }
    }
}

TEST(Encoding, DetectsShortMongolianUtf16) {
    EXPECT_EQ(detect_encoding("\x18\x20\x18\x2E\x18\x22"s).encoding, Encoding::utf16be);
    EXPECT_EQ(detect_encoding("\x20\x18\x2E\x18\x22\x18"s).encoding, Encoding::utf16le);
    EXPECT_EQ(detect_encoding("plain ASCII\n").encoding, Encoding::utf8);
    EXPECT_EQ(detect_encoding("").encoding, Encoding::utf8);
    EXPECT_EQ(detect_encoding("\xFF\x80\xFF"s).confidence, 0);
}

TEST(Encoding, FollowsTheEditionOf2022) {
    EXPECT_EQ(decode("\xA6\xD9\xFE\x59", Encoding::gb18030).value().text, u"\uFE10\u9FB4");
    EXPECT_EQ(decode("\x84\x31\x82\x36", Encoding::gb18030).value().text, u"\uE78D");
    EXPECT_EQ(encode(u"\uFE10\uE78D\uE266", Encoding::gb18030).value(), "\xA6\xD9\x84\x31\x82\x36\xF8\xD3");
    EXPECT_EQ(decode("\x81\x34\xD6\x30", Encoding::gb18030).value().text, u"\u1820");
}

TEST(Encoding, ByteOrderMarkOverrulesTheNamedOrder) {
    EXPECT_EQ(decode("\xFE\xFF\x18\x20", Encoding::utf16le).value().text, u"\u1820");
}

TEST(Encoding, SaysWhereBytesDoNotFit) {
    const auto gb = decode("ab\nc\xFF" "d", Encoding::gb18030);
    ASSERT_FALSE(gb.has_value());
    EXPECT_EQ(gb.error().where.detail, "byte 4");
    EXPECT_EQ(gb.error().where.line, 2u);
    EXPECT_EQ(decode("\xFF\xFE" "abc", Encoding::utf16le).error().where.detail, "byte 4");
    EXPECT_FALSE(decode("\xE1\xA0", Encoding::utf8).has_value());
    EXPECT_EQ(encode(u"a\xD800", Encoding::utf8).error().where.detail, "code unit 1");
    EXPECT_EQ(decode(encode(u"a\xD800", Encoding::utf16be).value(), Encoding::utf16be).value().text, u"a\xD800");
}

TEST(Encoding, SaysHowLinesEnd) {
    EXPECT_EQ(decode("a\nb\n").value().line_ends, LineEnds::lf);
    EXPECT_EQ(decode("a\rb").value().line_ends, LineEnds::cr);
    EXPECT_EQ(decode("a\r\nb\n").value().line_ends, LineEnds::mixed);
    EXPECT_EQ(decode("a").value().line_ends, LineEnds::none);
}

RC_GTEST_PROP(EncodingProperty, EveryTextComesBack, ()) {
    std::u16string text;
    for (const std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::weightedOneOf<std::uint32_t>({
             {2, rc::gen::inRange<std::uint32_t>(0, 0xD800)},
             {2, rc::gen::inRange<std::uint32_t>(0xE000, 0xFEFF)},
             {1, rc::gen::inRange<std::uint32_t>(0x10000, 0x110000)},
         }))) {
        if (c >= 0x10000) {
            text += static_cast<char16_t>(0xD7C0 + (c >> 10));
            text += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
        } else {
            text += static_cast<char16_t>(c);
        }
    }
    for (const Encoding encoding : encodings) {
        RC_ASSERT(decode(encode(text, encoding, true).value(), encoding).value().text == text);
    }
}

TEST(EncodingProperty, EveryPrivateUseCharacterSurvives) {
    std::u16string text;
    for (char16_t c = 0xE000; c < 0xF900; ++c) text += c;
    for (const Encoding encoding : encodings) {
        EXPECT_EQ(decode(encode(text, encoding).value(), encoding).value().text, text) << name_of(encoding);
    }
}

}  // namespace
}  // namespace bichig::text
