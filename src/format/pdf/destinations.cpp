// A name tree sorts its keys by their bytes (ISO 32000-1, 7.9.6); leaves are small, so that a viewer need not read all.
#include "format/pdf/internal/destinations.h"

#include <bichig/base/utf.h>

namespace bichig::format::pdf {

namespace {

/// ASCII as it is, else UTF-16 with its mark: what a viewer makes of `file.pdf#name`.
std::string name_bytes(std::string_view name) {
    bool ascii = true;
    for (const char c : name) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) return std::string{name};
    std::string bytes = "\xFE\xFF";
    for (const char16_t unit : to_utf16(name).value_or(std::u16string{})) {
        bytes.push_back(static_cast<char>(unit >> 8));
        bytes.push_back(static_cast<char>(unit & 255));
    }
    return bytes;
}

}  // namespace

std::string destination_name(std::string_view name) { return byte_string(name_bytes(name)); }

void Destinations::add(const page::Destination& destination, ObjectNumber page, double page_height) {
    std::string key = name_bytes(destination.name);
    std::string entry = byte_string(key) + "[" + reference(page) + "/XYZ ";
    append_length(entry, destination.target.x);
    entry.push_back(' ');
    append_number(entry, page_height - destination.target.y.in_points());
    entries_.emplace(std::move(key), entry + " null]");
}

ObjectNumber Destinations::write(File& file) const {
    constexpr std::size_t per_leaf = 64;
    if (entries_.empty()) return 0;
    std::string leaves;
    for (auto entry = entries_.begin(); entry != entries_.end();) {
        const std::string first = byte_string(entry->first);
        std::string last;
        std::string names;
        for (std::size_t count = 0; count < per_leaf && entry != entries_.end(); ++count, ++entry) {
            names += entry->second + " ";
            last = byte_string(entry->first);
        }
        const ObjectNumber leaf = file.allocate();
        file.object(leaf, "<</Limits[" + first + last + "]/Names[" + names + "]>>");
        append_reference(leaves, leaf);
        leaves.push_back(' ');
    }
    const ObjectNumber root = file.allocate();
    file.object(root, "<</Kids[" + leaves + "]>>");
    return root;
}

}  // namespace bichig::format::pdf
