// Why this file exists: libqpdf's writer keeps every object of a document until its end, which for a book is hundreds
// of megabytes. Here an object is written as soon as it is known and only its place is kept, so that memory stays flat.
// The file is PDF 1.7 with object streams (ISO 32000-1, 7.5.7) and one cross-reference stream (7.5.8).
#include "format/pdf/internal/file.h"

#include <cstring>

#include <zlib.h>

namespace bichig::format::pdf {

namespace {

constexpr std::size_t object_stream_bytes = 1 << 16;
constexpr std::uint32_t object_stream_count = 200;
constexpr int compression_level = 5;  // a third faster than 6, and one part in a hundred larger

/// Takes `bytes` into a running 128-bit digest. It names the file, it does not protect it, so it needs no cryptography.
void digest(std::uint64_t (&hash)[2], std::string_view bytes) {
    const auto take = [&hash](std::uint64_t word) {
        hash[0] = (hash[0] ^ word) * 0x9FB21C651E98DF25u;
        hash[0] ^= hash[0] >> 32;
        hash[1] = (hash[1] + word) * 0xD6E8FEB86659FD93u;
        hash[1] ^= hash[1] >> 29;
    };
    std::size_t index = 0;
    for (; index + 8 <= bytes.size(); index += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + index, 8);
        take(word);
    }
    std::uint64_t rest = bytes.size() - index;
    for (; index < bytes.size(); ++index) rest = rest << 8 | static_cast<unsigned char>(bytes[index]);
    take(rest);
}

}  // namespace

/// One deflate state for all streams, for setting one up costs more than a small stream itself.
class File::Deflater {
public:
    Deflater() { deflateInit(&state_, compression_level); }
    ~Deflater() { deflateEnd(&state_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void start() { deflateReset(&state_); }

    /// Packs `bytes` and hands what comes out to `take`; `last` ends the stream.
    template <class Take>
    void put(std::string_view bytes, bool last, Take take) {
        state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        state_.avail_in = static_cast<uInt>(bytes.size());
        int code = Z_OK;
        do {
            state_.next_out = reinterpret_cast<Bytef*>(buffer_);
            state_.avail_out = sizeof buffer_;
            code = deflate(&state_, last ? Z_FINISH : Z_NO_FLUSH);
            take(std::string_view{buffer_, sizeof buffer_ - state_.avail_out});
        } while (last ? code != Z_STREAM_END : state_.avail_out == 0);
    }

    std::string_view pack(std::string_view bytes) {
        start();
        packed_.clear();
        put(bytes, true, [this](std::string_view piece) { packed_.append(piece); });
        return packed_;
    }

private:
    z_stream state_{};
    char buffer_[1 << 14];
    std::string packed_;
};

File::File(OutputFile output, bool compress)
    : output_{std::move(output)}, compress_{compress}, deflater_{std::make_unique<Deflater>()}, places_(1),
      hash_{0x243F6A8885A308D3u, 0x13198A2E03707344u} {
    // The comment of four bytes above 127 tells transfer programs that the file is binary (7.5.2).
    write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

File::~File() = default;

Result<std::unique_ptr<File>> File::create(const std::string& path, std::string* memory, bool compress) {
    Result<OutputFile> output = memory != nullptr ? OutputFile::in_memory(*memory) : OutputFile::create(path);
    if (!output) return tl::unexpected<Error>{output.error()};
    return std::unique_ptr<File>{new File{std::move(*output), compress}};
}

ObjectNumber File::allocate() {
    places_.push_back(0);
    return static_cast<ObjectNumber>(places_.size() - 1);
}

void File::write(std::string_view bytes) {
    digest(hash_, bytes);
    if (status_) status_ = output_.write(bytes);
}

void File::start_object(ObjectNumber number) {
    places_[number] = output_.position();
    write(std::to_string(number) + " 0 obj\n");
}

void File::object(ObjectNumber number, std::string_view body) {
    if (pending_stream_ == 0) pending_stream_ = allocate();
    places_[number] = in_stream | std::uint64_t{pending_stream_} << 16 | pending_count_;
    append_integer(pending_index_, number);
    pending_index_.push_back(' ');
    append_integer(pending_index_, static_cast<std::int64_t>(pending_bodies_.size()));
    pending_index_.push_back(' ');
    pending_bodies_.append(body);
    pending_bodies_.push_back('\n');
    ++pending_count_;
    if (pending_count_ == object_stream_count || pending_bodies_.size() > object_stream_bytes) flush_objects();
}

void File::flush_objects() {
    if (pending_stream_ == 0) return;
    const std::string entries = "/Type/ObjStm/N " + std::to_string(pending_count_) + "/First " +
                                std::to_string(pending_index_.size());
    const ObjectNumber number = std::exchange(pending_stream_, 0);
    pending_index_.append(pending_bodies_);
    stream(number, entries, pending_index_);
    pending_index_.clear();
    pending_bodies_.clear();
    pending_count_ = 0;
}

void File::stream(ObjectNumber number, std::string_view entries, std::string_view bytes) {
    if (!compress_) return plain_stream(number, entries, bytes);
    plain_stream(number, std::string{entries} + "/Filter/FlateDecode", deflater_->pack(bytes));
}

void File::plain_stream(ObjectNumber number, std::string_view entries, std::string_view bytes) {
    start_object(number);
    std::string head = "<<";
    head.append(entries);
    head += "/Length ";
    append_integer(head, static_cast<std::int64_t>(bytes.size()));
    head += ">>\nstream\n";
    write(head);
    write(bytes);
    write("\nendstream\nendobj\n");
}

void File::begin_stream(ObjectNumber number, std::string_view entries) {
    length_object_ = allocate();
    start_object(number);
    std::string head = "<<";
    head.append(entries);
    if (compress_) head += "/Filter/FlateDecode";
    head += "/Length " + reference(length_object_) + ">>\nstream\n";
    write(head);
    stream_start_ = output_.position();
    deflater_->start();
}

void File::stream_piece(std::string_view bytes) {
    if (!compress_) return write(bytes);
    deflater_->put(bytes, false, [this](std::string_view piece) {
        if (!piece.empty()) write(piece);
    });
}

void File::end_stream() {
    if (compress_) deflater_->put({}, true, [this](std::string_view piece) { write(piece); });
    const std::uint64_t length = output_.position() - stream_start_;
    write("\nendstream\nendobj\n");
    start_object(length_object_);
    write(std::to_string(length) + "\nendobj\n");
}

std::string File::cross_reference_rows() const {
    std::string rows;
    rows.reserve(places_.size() * 8);
    const auto field = [&rows](std::uint64_t value, int bytes) {
        for (int shift = bytes * 8 - 8; shift >= 0; shift -= 8) rows.push_back(static_cast<char>(value >> shift & 255));
    };
    for (const std::uint64_t place : places_) {
        if (place == 0) {  // free: the head of the free list
            field(0, 1), field(0, 5), field(0xFFFF, 2);
        } else if ((place & in_stream) != 0) {
            field(2, 1), field((place & ~in_stream) >> 16, 5), field(place & 0xFFFF, 2);
        } else {
            field(1, 1), field(place, 5), field(0, 2);
        }
    }
    return rows;
}

Result<void> File::finish(ObjectNumber catalogue, ObjectNumber info) {
    flush_objects();
    const ObjectNumber number = allocate();
    const std::uint64_t start = output_.position();
    places_[number] = start;
    std::string identity = "<";
    for (const std::uint64_t half : hash_) {
        for (int shift = 60; shift >= 0; shift -= 4) identity.push_back("0123456789abcdef"[half >> shift & 15]);
    }
    identity += ">";
    const std::string entries = "/Type/XRef/Size " + std::to_string(places_.size()) + "/W[1 5 2]/Root " +
                                reference(catalogue) + "/Info " + reference(info) + "/ID[" + identity + identity + "]";
    // Not through start_object: the row of this stream is part of it.
    write(std::to_string(number) + " 0 obj\n<<" + entries);
    const std::string rows = cross_reference_rows();
    const std::string_view bytes = compress_ ? deflater_->pack(rows) : std::string_view{rows};
    write(std::string{compress_ ? "/Filter/FlateDecode" : ""} + "/Length " + std::to_string(bytes.size()) +
          ">>\nstream\n");
    write(bytes);
    write("\nendstream\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n");
    if (!status_) return status_;
    return output_.commit();
}

}  // namespace bichig::format::pdf
