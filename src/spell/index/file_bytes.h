// The bytes of a file, mapped into memory; or bytes at hand.
#pragma once

#include <string>
#include <string_view>

#include <bichig/base/result.h>

namespace bichig::spell {

/// Holds bytes for as long as it lives. Move-only.
class FileBytes {
public:
    /// Maps the file. Errors: not_found, system, invalid_input for what is no regular file.
    static Result<FileBytes> map(const std::string& path);
    /// Keeps `bytes`.
    explicit FileBytes(std::string bytes);

    FileBytes(FileBytes&& other) noexcept;
    FileBytes& operator=(FileBytes&& other) noexcept;
    ~FileBytes();

    std::string_view view() const { return mapped_ != nullptr ? std::string_view{mapped_, size_} : held_; }

private:
    FileBytes() = default;

    std::string held_;
    const char* mapped_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace bichig::spell
