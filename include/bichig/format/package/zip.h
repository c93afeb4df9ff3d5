// Zip archives as values: read whole within limits, and written so that the same parts give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <bichig/base/result.h>

namespace bichig::format {

/// One file of an archive. Value.
struct ZipPart {
    std::string name;      ///< path inside the archive, in UTF-8, parted by "/"
    std::string bytes;
    bool deflated = true;  ///< false: stored as it is, as the part "mimetype" of some formats must be

    bool operator==(const ZipPart&) const = default;
};

/// What an archive may hold at most: a file of a few kilobytes can claim to unpack to gigabytes. Value.
struct ZipLimits {
    std::uint64_t parts = 10'000;
    std::uint64_t part_bytes = 128ULL << 20;
    std::uint64_t all_bytes = 256ULL << 20;
};

/// The parts of the archive in `bytes`, in the order of its directory; folders are left out. `file` is its name for
/// messages. Errors: invalid_input for what is no archive or is damaged (checksums are compared), for a name that leads
/// out of the archive ("../x", "/x", "c:x", a backslash, a control character), for a name that occurs twice, and where
/// a limit is passed; unsupported for encryption and for methods other than stored and deflated. where.detail names the
/// part.
Result<std::vector<ZipPart>> read_zip(std::string_view bytes, const std::string& file, const ZipLimits& limits = {});

/// The archive of `parts`, in their order, each with the time stamp 1980-01-01 00:00, so that the same parts give the
/// same bytes. Errors: invalid_input for a name that read_zip would not take.
Result<std::string> zip_of(const std::vector<ZipPart>& parts);

/// The part with this name, or null.
const ZipPart* part_named(const std::vector<ZipPart>& parts, std::string_view name);

}  // namespace bichig::format
