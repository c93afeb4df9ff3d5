// Files: read whole with a clear error, and written whole or not at all.
#include <bichig/base/file.h>

#include <filesystem>
#include <fstream>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bichig {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
protected:
    Files() {
        std::string name = (fs::temp_directory_path() / "bichig-file-test-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~Files() override { fs::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }
    void put(const std::string& name, std::string_view bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }
    std::string content(const std::string& name) const { return read_file(path(name)).value_or("(cannot be read)"); }

    fs::path folder_;
};

/// While it lives, no file of this process grows beyond `bytes`: what a full disk does, without one.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &old_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, old_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit old_{};
    void (*handler_)(int) = SIG_DFL;
};

TEST_F(Files, AreReadWhole) {
    std::string bytes("\0\xFF\r\n", 4);
    bytes += std::string(200'000, 'x');
    put("input", bytes);
    EXPECT_EQ(content("input"), bytes);
    put("empty", "");
    EXPECT_EQ(content("empty"), "");
}

TEST_F(Files, MissingFileIsNotFound) {
    const auto bytes = read_file(path("none.md"));
    ASSERT_FALSE(bytes.has_value());
    EXPECT_EQ(bytes.error().code, ErrorCode::not_found);
    EXPECT_EQ(describe(bytes.error()), path("none.md") + ": no such file (check the name)");
    put("file", "");
    EXPECT_EQ(read_file(path("file/inside")).error().code, ErrorCode::not_found);
}

TEST_F(Files, FolderIsWrongInput) {
    const auto bytes = read_file(folder_.string());
    ASSERT_FALSE(bytes.has_value());
    EXPECT_EQ(bytes.error().code, ErrorCode::invalid_input);
    EXPECT_THAT(describe(bytes.error()), testing::HasSubstr("is a folder"));
}

TEST_F(Files, OutputAppearsOnCommitAndReplacesTheOldFile) {
    put("out.pdf", "old");
    {
        auto file = OutputFile::create(path("out.pdf"));
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE(file->write("new ").has_value());
        EXPECT_EQ(file->position(), 4u);
        ASSERT_TRUE(file->write(std::string(600'000, 'y')).has_value());
        EXPECT_EQ(file->position(), 600'004u);
        EXPECT_EQ(content("out.pdf"), "old");
        ASSERT_TRUE(file->commit().has_value());
    }
    EXPECT_EQ(content("out.pdf"), "new " + std::string(600'000, 'y'));
    EXPECT_EQ(count(), 1u);
}

TEST_F(Files, WithoutCommitNothingIsLeftBehind) {
    put("out.pdf", "old");
    {
        auto file = OutputFile::create(path("out.pdf"));
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE(file->write(std::string(600'000, 'y')).has_value());
        OutputFile moved = std::move(*file);
        ASSERT_TRUE(moved.write("z").has_value());
    }
    EXPECT_EQ(content("out.pdf"), "old");
    EXPECT_EQ(count(), 1u);
}

TEST_F(Files, NoRoomLeavesTheOldFileWhole) {
    put("out.pdf", "old");
    {
        const FileSizeLimit limit{100'000};
        auto file = OutputFile::create(path("out.pdf"));
        ASSERT_TRUE(file.has_value());
        const auto written = file->write(std::string(600'000, 'y'));
        ASSERT_FALSE(written.has_value());
        EXPECT_EQ(written.error().code, ErrorCode::system);
        EXPECT_EQ(written.error().where.file, path("out.pdf"));
        EXPECT_THAT(describe(written.error()), testing::HasSubstr("left as it was"));
    }
    EXPECT_EQ(content("out.pdf"), "old");
    EXPECT_EQ(count(), 1u);
}

TEST_F(Files, NoRoomAtCommitIsAnErrorToo) {
    const FileSizeLimit limit{10};
    auto file = OutputFile::create(path("out.pdf"));
    ASSERT_TRUE(file.has_value());
    ASSERT_TRUE(file->write("more than ten bytes").has_value()) << "small writes wait in memory";
    const auto committed = file->commit();
    ASSERT_FALSE(committed.has_value());
    EXPECT_EQ(committed.error().code, ErrorCode::system);
    EXPECT_FALSE(fs::exists(path("out.pdf")));
}

TEST_F(Files, MissingFolderIsNamedWithWhatToDo) {
    const auto file = OutputFile::create(path("none/out.pdf"));
    ASSERT_FALSE(file.has_value());
    EXPECT_EQ(file.error().code, ErrorCode::system);
    EXPECT_EQ(describe(file.error()),
              path("none/out.pdf") + ": cannot be written: No such file or directory (make the folder first)");
}

TEST_F(Files, FolderCannotBeOverwritten) {
    const auto file = OutputFile::create(folder_.string());
    ASSERT_FALSE(file.has_value());
    EXPECT_EQ(file.error().code, ErrorCode::invalid_input);
}

TEST_F(Files, FolderWithoutPermissionIsASystemError) {
    const uid_t user = ::geteuid();
    constexpr uid_t nobody = 65534;
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    ASSERT_EQ(user == 0 ? ::seteuid(nobody) : 0, 0) << "root may write everywhere";
    const auto file = OutputFile::create(path("out.pdf"));
    ASSERT_EQ(::seteuid(user), 0);
    fs::permissions(folder_, fs::perms::owner_all);
    ASSERT_FALSE(file.has_value());
    EXPECT_EQ(file.error().code, ErrorCode::system);
    EXPECT_THAT(describe(file.error()), testing::HasSubstr("permissions"));
}

TEST_F(Files, NewFileHasTheModeOfAnyNewFileAndAnOldOneKeepsItsOwn) {
    const auto write = [&](const std::string& name) {
        auto file = OutputFile::create(path(name));
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE(file->commit().has_value());
    };
    const mode_t mask = ::umask(027);
    write("new");
    ::umask(mask);
    EXPECT_EQ(fs::status(path("new")).permissions(), static_cast<fs::perms>(0640));
    put("old", "");
    ::chmod(path("old").c_str(), 0604);
    write("old");
    EXPECT_EQ(fs::status(path("old")).permissions(), static_cast<fs::perms>(0604));
}

TEST_F(Files, NeverTakeThePlaceOfAPipeOrADevice) {
    ASSERT_EQ(::mkfifo(path("pipe.pdf").c_str(), 0600), 0);
    const auto refused = OutputFile::create(path("pipe.pdf"));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().message, "is no regular file");
    EXPECT_TRUE(fs::is_fifo(path("pipe.pdf")));
}

TEST_F(Files, ReplaceWhatALinkLeadsTo) {
    put("real", "old");
    fs::create_symlink("real", path("link"));
    auto file = OutputFile::create(path("link"));
    ASSERT_TRUE(file.has_value());
    ASSERT_TRUE(file->write("new").has_value());
    ASSERT_TRUE(file->commit().has_value());
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(content("real"), "new");
    EXPECT_EQ(count(), 2u);
}

}  // namespace
}  // namespace bichig
