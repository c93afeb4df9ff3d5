// Files read whole, and files that appear whole: a temporary name beside the target, then a rename.
#include <bichig/base/file.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bichig::inline base {

namespace {

Error system_error(const std::string& path, const std::string& what, int number, const std::string& hint) {
    return {ErrorCode::system, what + ": " + std::strerror(number), hint, {path, 0, 0, ""}};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
    const bool standard_input = path == "-";
    std::FILE* file = standard_input ? stdin : std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return fail({ErrorCode::not_found, "no such file", "check the name", {path, 0, 0, ""}});
        }
        return fail(system_error(path, "cannot be read", errno, "check its permissions"));
    }
    std::string bytes;
    struct stat info {};
    if (!standard_input && ::fstat(::fileno(file), &info) == 0 && S_ISREG(info.st_mode)) {
        bytes.reserve(static_cast<std::size_t>(info.st_size) + 1);
    }
    char buffer[65536];
    std::size_t count = 0;
    while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) bytes.append(buffer, count);
    const int number = std::ferror(file) ? errno : 0;
    if (!standard_input) std::fclose(file);
    if (number == EISDIR) {
        return fail({ErrorCode::invalid_input, "is a folder", "name a file in it", {path, 0, 0, ""}});
    }
    if (number != 0) return fail(system_error(path, "cannot be read", number, "check the disk"));
    return bytes;
}

struct OutputFile::State {
    std::string path;
    std::string temporary;
    int descriptor = -1;
    std::uint64_t position = 0;
    std::string buffer;
    std::string* memory = nullptr;  ///< where the bytes go in place of a file

    ~State() {
        if (descriptor >= 0) ::close(descriptor);
        if (!temporary.empty()) ::unlink(temporary.c_str());
    }

    Result<void> flush() {
        if (memory != nullptr) {
            memory->append(buffer);
            buffer.clear();
            return {};
        }
        std::string_view rest = buffer;
        while (!rest.empty()) {
            const ssize_t written = ::write(descriptor, rest.data(), rest.size());
            if (written < 0) {
                if (errno == EINTR) continue;
                const int number = errno;
                return fail(system_error(path, "cannot be written", number,
                                         number == ENOSPC ? "free some room there; an older file is left as it was"
                                                          : "check the disk; an older file is left as it was"));
            }
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        buffer.clear();
        return {};
    }
};

OutputFile::OutputFile(std::unique_ptr<State> state) : state_{std::move(state)} {}
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;
OutputFile::~OutputFile() = default;

Result<OutputFile> OutputFile::create(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return fail({ErrorCode::invalid_input, "is a folder", "name a file in it", {path, 0, 0, ""}});
    }
    if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
        // A device or a pipe would be lost if a file took its place.
        return fail({ErrorCode::invalid_input, "is no regular file", "name a file", {path, 0, 0, ""}});
    }
    auto state = std::make_unique<State>();
    // What a symbolic link leads to is replaced, not the link.
    state->path = std::filesystem::is_symlink(path, ignored) ? std::filesystem::weakly_canonical(path, ignored).string()
                                                             : path;
    std::string name = state->path + ".XXXXXX";
    state->descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (state->descriptor < 0) {
        const int number = errno;
        return fail(system_error(path, "cannot be written", number,
                                 number == ENOENT ? "make the folder first" : "check the permissions of the folder"));
    }
    state->temporary = name;
    return OutputFile{std::move(state)};
}

OutputFile OutputFile::in_memory(std::string& bytes) {
    auto state = std::make_unique<State>();
    state->memory = &bytes;
    return OutputFile{std::move(state)};
}

Result<void> OutputFile::write(std::string_view bytes) {
    constexpr std::size_t flush_size = 1 << 18;
    state_->buffer.append(bytes);
    state_->position += bytes.size();
    return state_->buffer.size() >= flush_size ? state_->flush() : Result<void>{};
}

std::uint64_t OutputFile::position() const { return state_->position; }

Result<void> OutputFile::commit() {
    if (auto flushed = state_->flush(); !flushed) return flushed;
    if (state_->memory != nullptr) return {};
    // mkostemp gives mode 0600; an output file has the mode that any new file would have, or that of the old file.
    struct stat old {};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t mode = ::stat(state_->path.c_str(), &old) == 0 ? (old.st_mode & 07777) : (0666 & ~mask);
    ::fchmod(state_->descriptor, mode);
    const int closed = ::close(state_->descriptor);
    state_->descriptor = -1;
    if (closed != 0 || ::rename(state_->temporary.c_str(), state_->path.c_str()) != 0) {
        return fail(system_error(state_->path, "cannot be written", errno, "check the folder"));
    }
    state_->temporary.clear();
    return {};
}

}  // namespace bichig::inline base
