// The PDF file itself, written from front to back: objects, object streams, the cross-reference stream.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/file.h>
#include <bichig/base/result.h>

#include "format/pdf/internal/values.h"

namespace bichig::format::pdf {

/// A file that comes into being object by object and keeps eight bytes of each. The first failure to write is kept
/// in `status`; what is written after it is dropped. Scratch.
class File {
public:
    static Result<std::unique_ptr<File>> create(const std::string& path, std::string* memory,
                                                bool compress);
    ~File();

    /// A new object number. Each must be written exactly once.
    ObjectNumber allocate();
    /// Writes an object that is no stream, together with others in an object stream.
    void object(ObjectNumber number, std::string_view body);
    /// Writes a stream whole. `entries` are dictionary entries without the length and the deflate filter.
    void stream(ObjectNumber number, std::string_view entries, std::string_view bytes);
    /// As `stream`, for bytes that another filter named in `entries` has packed already, or that must stay readable.
    void plain_stream(ObjectNumber number, std::string_view entries, std::string_view bytes);

    /// A stream in pieces: begin, any number of pieces, end. Nothing else may be written in between.
    void begin_stream(ObjectNumber number, std::string_view entries);
    void stream_piece(std::string_view bytes);
    void end_stream();

    bool compresses() const { return compress_; }
    const Result<void>& status() const { return status_; }
    /// Writes the cross-reference stream and commits the file.
    Result<void> finish(ObjectNumber catalogue, ObjectNumber info);

private:
    class Deflater;
    explicit File(OutputFile output, bool compress);
    void write(std::string_view bytes);
    void start_object(ObjectNumber number);
    void flush_objects();
    std::string cross_reference_rows() const;

    OutputFile output_;
    bool compress_;
    Result<void> status_;
    std::unique_ptr<Deflater> deflater_;
    /// For each object: the offset in the file, or the object stream and the index in it, with `in_stream` set.
    std::vector<std::uint64_t> places_;
    static constexpr std::uint64_t in_stream = std::uint64_t{1} << 63;
    std::string pending_bodies_;
    std::string pending_index_;
    std::uint32_t pending_count_ = 0;
    ObjectNumber pending_stream_ = 0;
    ObjectNumber length_object_ = 0;
    std::uint64_t stream_start_ = 0;
    std::uint64_t hash_[2];
};

}  // namespace bichig::format::pdf
