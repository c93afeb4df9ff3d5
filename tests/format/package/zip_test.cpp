// Archives come back as they were written, byte for byte the same each time; damaged and hostile ones are refused.
#include <cstring>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <bichig/format/package/zip.h>

namespace bichig::format {
namespace {

using Parts = std::vector<ZipPart>;

/// The archive of one part whose name is `name`, which zip_of may not take: another name of its length is replaced.
std::string archive_named(const std::string& name, const std::string& bytes = "text") {
    const std::string stand_in(name.size(), 'n');
    std::string archive = *zip_of({{stand_in, bytes, false}});
    for (std::size_t at = 0; (at = archive.find(stand_in, at)) != archive.npos; at += name.size()) {
        archive.replace(at, name.size(), name);
    }
    return archive;
}

std::string refusal(const Result<Parts>& read) { return read ? "(taken)" : describe(read.error()); }

TEST(Zip, ComesBack) {
    const Parts parts{{"mimetype", "application/x", false}, {"a/b.xml", std::string(5000, 'x')}, {"empty", ""}};
    const auto archive = zip_of(parts);
    ASSERT_TRUE(archive);
    EXPECT_EQ(*read_zip(*archive, "x.zip"), parts);
    EXPECT_LT(archive->size(), 1000U);
    EXPECT_EQ(*archive, *zip_of(parts));
}

TEST(Zip, MimetypeIsFirstAndPlain) {
    const auto archive = zip_of({{"mimetype", "application/x", false}, {"b", "text"}});
    EXPECT_EQ(archive->substr(30, 21), "mimetypeapplication/x");  // no extra field parts name and bytes
}

TEST(Zip, TimeStampIsFixed) {
    const auto archive = zip_of({{"a", "text"}});
    EXPECT_EQ(archive->substr(10, 4), std::string("\0\0\x21\0", 4));
}

TEST(Zip, Empty) {
    const auto archive = zip_of({});
    ASSERT_TRUE(archive);
    EXPECT_TRUE(read_zip(*archive, "x.zip")->empty());
}

TEST(Zip, ManyPartsOfAnyBytesComeBack) {
    EXPECT_TRUE(rc::check("read_zip(zip_of(parts)) == parts", [](const std::vector<std::pair<std::string, bool>>& all) {
        Parts parts;
        for (const auto& [bytes, deflated] : all) {
            const bool packed = deflated && !bytes.empty();  // libzip stores what is empty
            parts.push_back({"part" + std::to_string(parts.size()), bytes, packed});
        }
        const auto archive = zip_of(parts);
        RC_ASSERT(archive.has_value());
        const auto read = read_zip(*archive, "x.zip");
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->size() == parts.size());
        for (std::size_t index = 0; index < parts.size(); ++index) {
            RC_ASSERT((*read)[index].name == parts[index].name);
            RC_ASSERT((*read)[index].bytes == parts[index].bytes);
        }
    }));
}

TEST(Zip, NamesThatLeadOutAreRefused) {
    for (const char* name : {"../evil", "a/../../b", "/etc/x", "c:evil", "a\\b", "a\nb", "a//b", "./a"}) {
        EXPECT_THAT(refusal(read_zip(archive_named(name), "x.zip")), testing::HasSubstr("a part of the archive has a"))
            << name;
        EXPECT_FALSE(zip_of({{name, "x"}})) << name;
    }
    EXPECT_FALSE(zip_of({{"", "x"}}));
    EXPECT_FALSE(zip_of({{"folder/", "x"}}));
    EXPECT_TRUE(read_zip(archive_named("a..b/..c"), "x.zip"));
}

TEST(Zip, FoldersAreLeftOut) { EXPECT_TRUE(read_zip(archive_named("folder/", ""), "x.zip")->empty()); }

TEST(Zip, NameTwice) {
    EXPECT_FALSE(zip_of({{"a", "1"}, {"a", "2"}}));
    std::string archive = *zip_of({{"aaaa", "1"}, {"bbbb", "2"}});
    for (std::size_t at = 0; (at = archive.find("bbbb", at)) != archive.npos;) archive.replace(at, 4, "aaaa");
    EXPECT_THAT(refusal(read_zip(archive, "x.zip")), testing::HasSubstr("occurs twice"));
}

TEST(Zip, LimitsHold) {
    const std::string archive = *zip_of({{"bomb", std::string(1'000'000, '0')}, {"b", std::string(100, '0')}});
    EXPECT_LT(archive.size(), 3000U);
    EXPECT_EQ(refusal(read_zip(archive, "x.zip", {.part_bytes = 999'999})),
              "x.zip: part 'bomb': would unpack to 1000000 bytes; 999999 are taken (split the file into smaller ones)");
    EXPECT_THAT(refusal(read_zip(archive, "x.zip", {.all_bytes = 1'000'050})), testing::HasSubstr("part 'b'"));
    EXPECT_THAT(refusal(read_zip(archive, "x.zip", {.parts = 1})), testing::HasSubstr("has 2 parts; 1 are taken"));
    EXPECT_TRUE(read_zip(archive, "x.zip", {.parts = 2, .part_bytes = 1'000'000, .all_bytes = 1'000'100}));
}

TEST(Zip, SizeThatLies) {
    std::string archive = *zip_of({{"a", std::string(1000, 'x')}});
    const std::size_t directory = archive.find("PK\1\2");
    archive[directory + 24] = 7;  // claims 7 bytes
    archive[directory + 25] = 0;
    EXPECT_FALSE(read_zip(archive, "x.zip"));
}

TEST(Zip, DamagedBytesAreFound) {
    std::string archive = *zip_of({{"a", "some text that is stored", false}});
    archive[archive.find("text")] = 'T';
    EXPECT_THAT(refusal(read_zip(archive, "x.zip")), testing::HasSubstr("part 'a': cannot be unpacked"));
}

TEST(Zip, EncryptedIsRefused) {
    std::string archive = *zip_of({{"a", "text", false}});
    archive[6] = 1;
    archive[archive.find("PK\1\2") + 8] = 1;
    EXPECT_THAT(refusal(read_zip(archive, "x.zip")), testing::HasSubstr("is encrypted (save it without a password)"));
}

TEST(Zip, NoArchive) {
    EXPECT_THAT(refusal(read_zip("no archive at all", "x.zip")), testing::StartsWith("x.zip: is no zip archive"));
    EXPECT_FALSE(read_zip("", "x.zip"));
    const std::string archive = *zip_of({{"a", "text"}});
    EXPECT_FALSE(read_zip(archive.substr(0, archive.size() - 5), "x.zip"));
}

}  // namespace
}  // namespace bichig::format
