// mmap, read-only and shared: pages are read as they are touched, and every program that uses the file has the same.
#include "spell/index/file_bytes.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bichig::spell {

namespace {

Error system_error(const std::string& path, int number) {
    return {ErrorCode::system, std::string("cannot be read: ") + std::strerror(number), "check its permissions",
            {path, 0, 0, ""}};
}

}  // namespace

FileBytes::FileBytes(std::string bytes) : held_{std::move(bytes)} {}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : held_{std::move(other.held_)}, mapped_{std::exchange(other.mapped_, nullptr)}, size_{other.size_} {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
    std::swap(held_, other.held_);
    std::swap(mapped_, other.mapped_);
    std::swap(size_, other.size_);
    return *this;
}

FileBytes::~FileBytes() {
    if (mapped_ != nullptr) ::munmap(const_cast<char*>(mapped_), size_);
}

Result<FileBytes> FileBytes::map(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe would wait for a writer
    if (file < 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return fail({ErrorCode::not_found, "no such file", "check the name", {path, 0, 0, ""}});
        }
        return fail(system_error(path, errno));
    }
    struct stat info {};
    FileBytes bytes;
    if (::fstat(file, &info) != 0) {
        const int number = errno;
        ::close(file);
        return fail(system_error(path, number));
    }
    if (!S_ISREG(info.st_mode)) {
        ::close(file);
        return fail({ErrorCode::invalid_input, S_ISDIR(info.st_mode) ? "is a folder" : "is no regular file",
                     "name a file", {path, 0, 0, ""}});
    }
    bytes.size_ = static_cast<std::size_t>(info.st_size);
    if (bytes.size_ > 0) {
        void* mapped = ::mmap(nullptr, bytes.size_, PROT_READ, MAP_SHARED, file, 0);
        const int number = errno;
        ::close(file);
        if (mapped == MAP_FAILED) return fail(system_error(path, number));
        bytes.mapped_ = static_cast<const char*>(mapped);
    } else {
        ::close(file);
    }
    return bytes;
}

}  // namespace bichig::spell
