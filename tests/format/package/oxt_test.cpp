// An extension holds its dictionary byte for byte, and its descriptions name what is in it.
#include <gtest/gtest.h>

#include <bichig/format/package/oxt.h>
#include <bichig/format/package/zip.h>

namespace bichig::format {
namespace {

OxtContents contents() {
    return {"org.example.mn", "0.1.0", "Words & <signs>", "", "the licence", "", "", "mn_Mong_CN", "SET UTF-8\n",
            "1\na\n"};
}

TEST(Oxt, HoldsTheDictionary) {
    const auto oxt = oxt_of(contents());
    ASSERT_TRUE(oxt);
    EXPECT_EQ(*oxt, *oxt_of(contents()));
    const auto parts = read_zip(*oxt, "x.oxt");
    std::vector<std::string> names;
    for (const ZipPart& part : *parts) names.push_back(part.name);
    EXPECT_THAT(names, testing::ElementsAre("META-INF/manifest.xml", "description.xml", "dictionaries.xcu",
                                            "LICENSE.txt", "mn_Mong_CN.aff", "mn_Mong_CN.dic"));
    EXPECT_EQ(part_named(*parts, "mn_Mong_CN.dic")->bytes, "1\na\n");
    EXPECT_EQ(part_named(*parts, "LICENSE.txt")->bytes, "the licence");
    const std::string& configuration = part_named(*parts, "dictionaries.xcu")->bytes;
    EXPECT_THAT(configuration, testing::HasSubstr("%origin%/mn_Mong_CN.aff %origin%/mn_Mong_CN.dic"));
    EXPECT_THAT(configuration, testing::HasSubstr("<value>mn-Mong-CN</value>"));
    EXPECT_THAT(part_named(*parts, "description.xml")->bytes, testing::HasSubstr("Words &amp; &lt;signs&gt;"));
}

TEST(Oxt, TextsThatAreThere) {
    OxtContents full = contents();
    full.publisher = "Somebody";
    full.notice = "notice";
    full.readme = "readme";
    const auto parts = read_zip(*oxt_of(full), "x.oxt");
    EXPECT_EQ(part_named(*parts, "NOTICE.txt")->bytes, "notice");
    EXPECT_EQ(part_named(*parts, "README.txt")->bytes, "readme");
    EXPECT_THAT(part_named(*parts, "description.xml")->bytes,
                testing::HasSubstr("<publisher><name lang=\"en\">Somebody"));
}

TEST(Oxt, NamesThatAreRefused) {
    for (const char* name : {"", "../x", "a b", "a\"b", "a/b"}) {
        OxtContents bad = contents();
        bad.name = name;
        EXPECT_THAT(describe(oxt_of(bad).error()), testing::HasSubstr("cannot have the name")) << name;
    }
    OxtContents bad = contents();
    bad.title = "\xFF";
    EXPECT_THAT(describe(oxt_of(bad).error()), testing::HasSubstr("the title of the extension is no UTF-8"));
}

}  // namespace
}  // namespace bichig::format
