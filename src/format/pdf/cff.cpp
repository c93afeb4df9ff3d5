// Reads the head, the Top DICT and the charset of a CFF table (Adobe Technical Note 5176): HarfBuzz subsets such a
// font and keeps its CIDs, but tells them nobody, and a PDF addresses the glyphs of a CID-keyed font by CID alone.
#include "format/pdf/internal/cff.h"

#include <array>
#include <stdexcept>

namespace bichig::format::pdf {

namespace {

/// A cursor over the table; reading past the end throws, and cff_cids turns that into "damaged".
class Reader {
public:
    Reader(std::string_view bytes, std::size_t position) : bytes_{bytes}, position_{position} {}

    std::uint32_t number(unsigned size) {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes_.at(position_++));
        return value;
    }
    std::size_t position() const { return position_; }
    bool before(std::size_t end) const { return position_ < end; }

private:
    std::string_view bytes_;
    std::size_t position_;
};

/// An INDEX: how many objects, where the first lies, and where the INDEX ends.
struct Index {
    std::uint32_t count = 0;
    std::size_t first_begin = 0;
    std::size_t first_end = 0;
    std::size_t end = 0;
};

Index read_index(std::string_view table, std::size_t position) {
    Reader reader{table, position};
    Index index;
    index.count = reader.number(2);
    if (index.count == 0) {
        index.end = reader.position();
        return index;
    }
    const unsigned size = reader.number(1);
    if (size < 1 || size > 4) throw std::out_of_range{"offset size"};
    const std::size_t offsets = reader.position();
    const std::size_t data = offsets + (index.count + std::size_t{1}) * size - 1;
    index.first_begin = data + Reader{table, offsets}.number(size);
    index.first_end = data + Reader{table, offsets + size}.number(size);
    index.end = data + Reader{table, offsets + index.count * std::size_t{size}}.number(size);
    return index;
}

/// What the Top DICT says of the numbering.
struct TopDict {
    std::uint32_t charset = 0;
    std::uint32_t char_strings = 0;
    bool cid_keyed = false;
};

TopDict read_top_dict(std::string_view table, const Index& index) {
    TopDict top;
    Reader reader{table, index.first_begin};
    std::uint32_t operand = 0;  // the last one is all that the operators of interest take
    while (reader.before(index.first_end)) {
        const unsigned lead = reader.number(1);
        if (lead == 12) {
            if (reader.number(1) == 30) top.cid_keyed = true;
        } else if (lead == 15) {
            top.charset = operand;
        } else if (lead == 17) {
            top.char_strings = operand;
        } else if (lead == 28) {
            operand = reader.number(2);
        } else if (lead == 29) {
            operand = reader.number(4);
        } else if (lead == 30) {  // a real number: nibbles up to 15
            unsigned byte = 0;
            do byte = reader.number(1); while ((byte & 15) != 15 && byte >> 4 != 15);
        } else if (lead >= 32 && lead <= 246) {
            operand = lead - 139;
        } else if (lead >= 247 && lead <= 254) {
            const unsigned low = reader.number(1);
            operand = lead <= 250 ? (lead - 247) * 256 + low + 108 : 0;
        }
    }
    return top;
}

std::vector<std::uint16_t> read_charset(std::string_view table, std::uint32_t offset, std::uint32_t count) {
    std::vector<std::uint16_t> cids{0};  // glyph 0 is not in the charset
    cids.reserve(count);
    Reader reader{table, offset};
    const unsigned format = reader.number(1);
    if (format > 2) throw std::out_of_range{"charset format"};
    while (cids.size() < count) {
        const std::uint32_t first = reader.number(2);
        const std::uint32_t more = format == 0 ? 0 : reader.number(format);
        for (std::uint32_t i = 0; i <= more && cids.size() < count; ++i) {
            cids.push_back(static_cast<std::uint16_t>(first + i));
        }
    }
    return cids;
}

}  // namespace

std::optional<std::vector<std::uint16_t>> cff_cids(std::string_view table) try {
    const unsigned head_size = Reader{table, 2}.number(1);
    const Index names = read_index(table, head_size);
    const Index dicts = read_index(table, names.end);
    const TopDict top = read_top_dict(table, dicts);
    const std::uint32_t count = Reader{table, top.char_strings}.number(2);
    if (top.cid_keyed && top.charset > 2) return read_charset(table, top.charset, count);
    // Name-keyed, or with one of the predefined charsets, which CID-keyed fonts may not use: CIDs are glyph numbers.
    std::vector<std::uint16_t> cids(count);
    for (std::uint32_t glyph = 0; glyph < count; ++glyph) cids[glyph] = static_cast<std::uint16_t>(glyph);
    return cids;
} catch (const std::out_of_range&) {
    return std::nullopt;
}

}  // namespace bichig::format::pdf
