// Reading a file whole, and writing one so that a failure leaves the old file as it was.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <bichig/base/result.h>

namespace bichig::inline base {

/// The bytes of the file at `path` ("-" is standard input). Errors: not_found, or system with the reason.
Result<std::string> read_file(const std::string& path);

/// A file that comes into being whole or not at all: bytes go to a temporary file in the folder of `path`, and
/// `commit` renames it over `path`. Without `commit` nothing is left behind. Scratch: move-only, one thread.
class OutputFile {
public:
    /// Starts writing. Errors: system, naming the folder that is missing or not writable.
    static Result<OutputFile> create(const std::string& path);
    /// Writes to the end of `bytes`, which outlives it, in place of a file; `commit` brings the last of them.
    static OutputFile in_memory(std::string& bytes);

    OutputFile(OutputFile&&) noexcept;
    OutputFile& operator=(OutputFile&&) noexcept;
    ~OutputFile();

    /// Appends `bytes`. Errors: system (disk full and the like), with the path.
    Result<void> write(std::string_view bytes);
    /// How many bytes were written so far.
    std::uint64_t position() const;
    /// Flushes, closes and renames over the path. Errors: system; the old file is then still whole.
    Result<void> commit();

private:
    struct State;
    explicit OutputFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace bichig::inline base
