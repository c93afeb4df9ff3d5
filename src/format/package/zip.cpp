// Zip archives by libzip, from memory to memory: names and sizes are checked before anything is unpacked.
#include <bichig/format/package/zip.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include <zip.h>

#include <bichig/base/utf.h>

namespace bichig::format {

namespace {

constexpr zip_uint16_t first_dos_date = 0x21;  // 1980-01-01: the first day that the format can write

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// The error of a libzip call, in its words.
class ZipError {
public:
    ZipError() { zip_error_init(&error_); }
    ~ZipError() { zip_error_fini(&error_); }
    ZipError(const ZipError&) = delete;
    ZipError& operator=(const ZipError&) = delete;
    zip_error_t* out() { return &error_; }
    std::string words() { return zip_error_strerror(&error_); }

private:
    zip_error_t error_;
};

/// A name as a message may quote it: what is no UTF-8 and what would break the line is replaced.
std::string quotable(std::string_view name) {
    std::string out;
    for (const char byte : name.substr(0, 120)) {
        const auto value = static_cast<unsigned char>(byte);
        out += value < 0x20 || value == 0x7F ? '?' : byte;
    }
    return to_utf16(out) ? out : "(name that is no UTF-8)";
}

tl::unexpected<Error> refuse(ErrorCode code, std::string message, std::string hint, const std::string& file,
                             std::string_view part = {}) {
    return fail({code, std::move(message), std::move(hint),
                 {file, 0, 0, part.empty() ? std::string{} : "part '" + quotable(part) + "'"}});
}

/// What is wrong with the name of a part, or nothing. A name must stay inside the folder that it is unpacked to.
std::string_view fault_of_name(std::string_view name) {
    if (name.empty()) return "has no name";
    if (name.size() > 0xFFFF) return "has a name that is too long";
    if (name.front() == '/') return "has a name that begins at the root";
    if (name.find('\\') != name.npos) return "has a backslash in its name";
    if (name.find(':') != name.npos) return "has a colon in its name";
    if (std::any_of(name.begin(), name.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; })) {
        return "has a control character in its name";
    }
    if (!to_utf16(name)) return "has a name that is no UTF-8";
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view step = name.substr(begin, end - begin);
        if (step == ".." || step == ".") return "has a name that leads out of its folder";
        if (step.empty() && end != name.size()) return "has an empty step in its name";
        begin = end + 1;
    }
    return {};
}

/// Unpacks one part, whose size its directory entry only claims.
Result<std::string> unpack(zip_t* archive, const zip_stat_t& claimed, std::uint64_t limit, const std::string& file) {
    const std::string_view name = claimed.name;
    const std::unique_ptr<zip_file_t, CloseFile> part{zip_fopen_index(archive, claimed.index, 0)};
    if (!part) {
        return refuse(ErrorCode::invalid_input, std::string{"cannot be unpacked: "} + zip_strerror(archive),
                      "the archive is damaged: get it again", file, name);
    }
    std::string bytes;
    bytes.reserve(std::min<std::uint64_t>(claimed.size, 1 << 20));
    char buffer[65536];
    for (;;) {
        const zip_int64_t count = zip_fread(part.get(), buffer, sizeof buffer);
        if (count < 0) {
            return refuse(ErrorCode::invalid_input,
                          std::string{"cannot be unpacked: "} + zip_file_strerror(part.get()),
                          "the archive is damaged: get it again", file, name);
        }
        if (count == 0) break;
        if (bytes.size() + static_cast<std::uint64_t>(count) > limit) {
            return refuse(ErrorCode::invalid_input, "unpacks to more bytes than are taken",
                          "the archive is damaged or made to fill memory", file, name);
        }
        bytes.append(buffer, static_cast<std::size_t>(count));
    }
    if (bytes.size() != claimed.size) {
        return refuse(ErrorCode::invalid_input, "has another size than its directory says",
                      "the archive is damaged: get it again", file, name);
    }
    return bytes;
}

/// What its directory says of the part `index`, once it is found that it may be unpacked.
Result<zip_stat_t> admitted(zip_t* archive, zip_uint64_t index, const ZipLimits& limits, const std::string& file) {
    zip_stat_t claimed;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive, index, ZIP_FL_ENC_GUESS, &claimed) != 0 || (claimed.valid & needed) != needed) {
        return refuse(ErrorCode::invalid_input, "the directory of the archive is damaged", "get the file again", file);
    }
    if (const std::string_view fault = fault_of_name(claimed.name); !fault.empty()) {
        return refuse(ErrorCode::invalid_input, "a part of the archive " + std::string{fault},
                      "such an archive is not unpacked", file, claimed.name);
    }
    if (claimed.encryption_method != ZIP_EM_NONE) {
        return refuse(ErrorCode::unsupported, "is encrypted", "save it without a password", file, claimed.name);
    }
    if (claimed.comp_method != ZIP_CM_STORE && claimed.comp_method != ZIP_CM_DEFLATE) {
        return refuse(ErrorCode::unsupported, "is packed by another method than deflate",
                      "pack the archive again with an ordinary zip program", file, claimed.name);
    }
    if (claimed.size > limits.part_bytes) {
        return refuse(ErrorCode::invalid_input,
                      "would unpack to " + std::to_string(claimed.size) + " bytes; " +
                          std::to_string(limits.part_bytes) + " are taken",
                      "split the file into smaller ones", file, claimed.name);
    }
    return claimed;
}

Result<void> add(zip_t* archive, const ZipPart& part) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    if (source == nullptr) return refuse(ErrorCode::system, zip_strerror(archive), "free some memory", "", part.name);
    const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return refuse(ErrorCode::invalid_input, zip_strerror(archive), "", "", part.name);
    }
    const auto place = static_cast<zip_uint64_t>(index);
    if (zip_set_file_compression(archive, place, part.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 9) != 0 ||
        zip_file_set_dostime(archive, place, 0, first_dos_date, 0) != 0 ||
        zip_file_set_external_attributes(archive, place, 0, ZIP_OPSYS_UNIX, 0100644U << 16) != 0) {
        return refuse(ErrorCode::system, zip_strerror(archive), "", "", part.name);
    }
    return {};
}

Result<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        return refuse(ErrorCode::system, "the archive cannot be read back", "free some memory", "");
    }
    std::string bytes(stat.size, '\0');
    const zip_int64_t count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (count < 0 || static_cast<std::uint64_t>(count) != bytes.size()) {
        return refuse(ErrorCode::system, "the archive cannot be read back", "free some memory", "");
    }
    return bytes;
}

}  // namespace

Result<std::vector<ZipPart>> read_zip(std::string_view bytes, const std::string& file, const ZipLimits& limits) {
    if (bytes.empty()) return refuse(ErrorCode::invalid_input, "is empty", "check that the file came over whole", file);
    ZipError error;
    Source source{zip_source_buffer_create(bytes.data(), bytes.size(), 0, error.out())};
    Archive archive{source ? zip_open_from_source(source.get(), ZIP_RDONLY, error.out()) : nullptr};
    if (!archive) {
        return refuse(ErrorCode::invalid_input, "is no zip archive or is cut short: " + error.words(),
                      "check that the file came over whole", file);
    }
    source.release();  // the archive owns it now
    const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(0, zip_get_num_entries(archive.get(), 0)));
    if (count > limits.parts) {
        return refuse(ErrorCode::invalid_input, "the archive has " + std::to_string(count) + " parts; " +
                          std::to_string(limits.parts) + " are taken", "split it", file);
    }
    std::vector<ZipPart> parts;
    std::unordered_set<std::string> names;
    std::uint64_t room = limits.all_bytes;
    for (zip_uint64_t index = 0; index < count; ++index) {
        const auto claimed = admitted(archive.get(), index, limits, file);
        if (!claimed) return fail(claimed.error());
        const std::string name = claimed->name;
        if (!names.insert(name).second) {
            return refuse(ErrorCode::invalid_input, "a part of the archive occurs twice",
                          "pack the archive again", file, name);
        }
        if (name.ends_with('/')) continue;
        auto unpacked = unpack(archive.get(), *claimed, std::min(room, limits.part_bytes), file);
        if (!unpacked) return fail(unpacked.error());
        room -= unpacked->size();
        parts.push_back({name, std::move(*unpacked), claimed->comp_method == ZIP_CM_DEFLATE});
    }
    return parts;
}

Result<std::string> zip_of(const std::vector<ZipPart>& parts) {
    std::unordered_set<std::string_view> names;
    for (const ZipPart& part : parts) {
        const std::string_view fault = fault_of_name(part.name);
        if (!fault.empty() || part.name.ends_with('/')) {
            return refuse(ErrorCode::invalid_input,
                          "a part " + std::string{fault.empty() ? "is named as a folder" : fault}, "", "", part.name);
        }
        if (!names.insert(part.name).second) {
            return refuse(ErrorCode::invalid_input, "a part occurs twice", "", "", part.name);
        }
    }
    if (parts.empty()) return std::string{"PK\5\6"} + std::string(18, '\0');  // libzip writes no empty archive
    ZipError error;
    const Source source{zip_source_buffer_create(nullptr, 0, 0, error.out())};
    Archive archive{source ? zip_open_from_source(source.get(), ZIP_TRUNCATE, error.out()) : nullptr};
    if (!archive) return refuse(ErrorCode::system, error.words(), "free some memory", "");
    zip_source_keep(source.get());  // closing the archive gives back one of the two holds
    for (const ZipPart& part : parts) {
        if (auto added = add(archive.get(), part); !added) return fail(added.error());
    }
    if (zip_close(archive.get()) != 0) {
        return refuse(ErrorCode::system, zip_strerror(archive.get()), "free some memory", "");
    }
    archive.release();
    return bytes_of(source.get());
}

const ZipPart* part_named(const std::vector<ZipPart>& parts, std::string_view name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const ZipPart& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

}  // namespace bichig::format
