// One font file for each face, whatever its writing modes: the Type0 fonts of all its parts and modes share one
// descendant. Codes lead to CIDs by an embedded CMap; CIDs are the glyph numbers of the subset, or, in a CID-keyed CFF
// font, the CIDs that the subset kept. Recipe: ISO 32000-1, 9.7 and 9.9; ISO 19005-2, 6.2.11.
#include "format/pdf/internal/embed.h"

#include <algorithm>
#include <map>
#include <memory>

#include <hb-subset.h>
#include <hb.h>

#include <bichig/base/utf.h>

#include "font/internal/face.h"
#include "format/pdf/internal/cff.h"

namespace bichig::format::pdf {

namespace {

template <class T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_t, hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_t, hb_subset_plan_destroy>>;

std::string_view view(const Blob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

Blob table(hb_face_t* face, const char (&tag)[5]) {
    return Blob{hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))};
}

/// A signed 16-bit number of a table; 0 past its end.
int number_at(std::string_view bytes, std::size_t offset) {
    if (offset + 2 > bytes.size()) return 0;
    return static_cast<std::int16_t>(static_cast<unsigned char>(bytes[offset]) << 8 |
                                     static_cast<unsigned char>(bytes[offset + 1]));
}

Error cannot_embed(const font::Font& font, ErrorCode code, const std::string& why) {
    return {code, "the font " + font.family() + " cannot be embedded: " + why, "use another font", {}};
}

/// The subset of a face, and the CID of each glyph of the whole face that is in it.
struct Subset {
    Blob bytes;  ///< what is embedded: a TrueType file, or a bare CFF table
    bool cff = false;
    std::string tag;  ///< six capital letters, from the bytes (9.6.4)
    std::map<font::GlyphId, std::uint16_t> cids;
};

std::string subset_tag(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
    std::string tag;
    for (int i = 0; i < 6; ++i, hash /= 26) tag.push_back(static_cast<char>('A' + hash % 26));
    return tag;
}

Input subset_input(const FontCodes& codes) {
    Input input{hb_subset_input_create_or_fail()};
    if (!input) return input;
    hb_set_t* glyphs = hb_subset_input_glyph_set(input.get());
    for (const CodedGlyph& pair : codes.pairs()) hb_set_add(glyphs, pair.glyph);
    // A PDF needs outlines and advances; all else is dead weight, and layout tables would pull more glyphs in.
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const char* tag : {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "name", "post", "cmap", "OS/2",
                            "VORG", "vhea", "vmtx", "gasp", "hdmx", "VDMX", "LTSH", "DSIG", "PCLT", "meta", "STAT",
                            "fvar", "avar", "gvar", "cvar", "HVAR", "VVAR", "MVAR", "COLR", "CPAL", "SVG ", "sbix",
                            "CBDT", "CBLC", "EBDT", "EBLC", "EBSC"}) {
        hb_set_add(dropped, hb_tag_from_string(tag, 4));
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

Result<Subset> make_subset(const FontCodes& codes) {
    const font::Font& font = codes.font();
    hb_face_t* face = font.data().face.get();
    Subset subset;
    subset.cff = hb_blob_get_length(table(face, "CFF ").get()) > 0;
    if (!subset.cff && hb_blob_get_length(table(face, "glyf").get()) == 0) {
        return fail(cannot_embed(font, ErrorCode::unsupported, "it has neither TrueType nor CFF outlines"));
    }
    const Input input = subset_input(codes);
    const Plan plan{input ? hb_subset_plan_create_or_fail(face, input.get()) : nullptr};
    const Face made{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr};
    if (!made) return fail(cannot_embed(font, ErrorCode::invalid_input, "its tables are damaged"));
    subset.bytes = subset.cff ? table(made.get(), "CFF ") : Blob{hb_face_reference_blob(made.get())};
    subset.tag = subset_tag(view(subset.bytes));

    std::optional<std::vector<std::uint16_t>> cids;
    if (subset.cff) {
        cids = cff_cids(view(subset.bytes));
        if (!cids) return fail(cannot_embed(font, ErrorCode::invalid_input, "its CFF table is damaged"));
    }
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const CodedGlyph& pair : codes.pairs()) {
        const hb_codepoint_t number = hb_map_get(numbers, pair.glyph);
        if (number == HB_MAP_VALUE_INVALID || (cids && number >= cids->size())) {
            return fail(cannot_embed(font, ErrorCode::invalid_input,
                                     "it has no glyph " + std::to_string(pair.glyph)));
        }
        subset.cids[pair.glyph] = cids ? (*cids)[number] : static_cast<std::uint16_t>(number);
    }
    return subset;
}

/// The text as a ToUnicode map may state it: U+0000, U+FEFF and U+FFFE are forbidden (ISO 19005-2, 6.2.11.7.2).
/// Content with such text has an ActualText besides.
std::u16string mappable(std::u16string_view text) {
    std::u16string result{text};
    for (char16_t& unit : result) {
        if (unit == 0xFEFF) unit = 0x2060;  // WORD JOINER took over its meaning
        if (unit == 0 || unit >= 0xFFFE) unit = 0xFFFD;
    }
    return result;
}

void append_code(std::string& out, std::uint16_t value) {
    out.push_back('<');
    const char16_t unit = value;
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back("0123456789ABCDEF"[unit >> shift & 15]);
    out.push_back('>');
}

constexpr std::string_view cmap_head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n";
constexpr std::string_view cmap_tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
constexpr std::string_view code_space = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";

/// The rows of a CMap for the pairs [begin, end), in blocks of at most 100 as the format demands.
template <class Row>
void append_blocks(std::string& out, std::uint32_t begin, std::uint32_t end, std::string_view kind, Row row) {
    for (std::uint32_t start = begin; start < end; start += 100) {
        const std::uint32_t stop = std::min(end, start + 100);
        out += std::to_string(stop - start) + " begin" + std::string{kind} + "\n";
        for (std::uint32_t index = start; index < stop; ++index) {
            append_code(out, code_value(index % codes_per_part));
            out.push_back(' ');
            row(index);
            out.push_back('\n');
        }
        out += "end" + std::string{kind} + "\n";
    }
}

struct PairRange {
    std::uint32_t begin;
    std::uint32_t end;
};

std::string to_unicode_map(const FontCodes& codes, PairRange range) {
    std::string out{cmap_head};
    out += "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n";
    out += code_space;
    append_blocks(out, range.begin, range.end, "bfchar", [&](std::uint32_t index) {
        out.push_back('<');
        append_utf16_hex(out, mappable(codes.pairs()[index].text));
        out.push_back('>');
    });
    out += cmap_tail;
    return out;
}

std::string code_map(const FontCodes& codes, const Subset& subset, PairRange range, const std::string& map_name,
                     bool vertical) {
    std::string out{cmap_head};
    out += "/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n/Supplement 0 def\n"
           "end def\n/CMapName " + map_name + " def\n/CMapType 1 def\n/WMode " + (vertical ? "1" : "0") + " def\n";
    out += code_space;
    append_blocks(out, range.begin, range.end, "cidchar", [&](std::uint32_t index) {
        append_integer(out, subset.cids.at(codes.pairs()[index].glyph));
    });
    out += cmap_tail;
    return out;
}

/// The W array: advances by CID in runs of neighbours.
std::string widths(FontCodes& codes, const Subset& subset) {
    std::map<std::uint16_t, int> by_cid;
    for (const auto& [glyph, cid] : subset.cids) by_cid[cid] = codes.width(glyph);
    std::string out = "[";
    long next = -1;
    for (const auto& [cid, width] : by_cid) {
        if (cid != next) {
            if (next >= 0) out += "]";
            append_integer(out, cid);
            out += "[";
        } else {
            out += " ";
        }
        append_integer(out, width);
        next = cid + 1L;
    }
    return out + (next >= 0 ? "]]" : "]");
}

/// A length in font units as thousandths of the em.
void append_thousandths(std::string& out, const font::Font& font, double units) {
    append_number(out, units * 1000 / static_cast<double>(font.metrics().units_per_em.count()));
}

std::string descriptor(const font::Font& font, const std::string& base_font, const Subset& subset,
                       ObjectNumber font_file) {
    hb_face_t* face = font.data().face.get();
    const Blob head = table(face, "head");
    const Blob post = table(face, "post");
    const Blob os2 = table(face, "OS/2");
    const font::Metrics& metrics = font.metrics();
    const double italic_angle = number_at(view(post), 4) +
                                static_cast<std::uint16_t>(number_at(view(post), 6)) / 65536.0;
    const bool fixed_pitch = number_at(view(post), 12) != 0 || number_at(view(post), 14) != 0;
    // Stem width from the weight, the rule of thumb by which other writers and readers estimate it too.
    const double weight = hb_blob_get_length(os2.get()) > 6 ? number_at(view(os2), 4) : 400;
    // Symbolic: the codes mean nothing outside this file (9.8.2).
    const int flags = 4 | (fixed_pitch ? 1 : 0) | (italic_angle != 0 ? 64 : 0);
    const auto cap_height = static_cast<double>(
        (metrics.cap_height.count() != 0 ? metrics.cap_height : metrics.ascender).count());

    std::string out = "<</Type/FontDescriptor/FontName" + base_font + "/Flags " + std::to_string(flags) + "/FontBBox[";
    for (std::size_t offset = 36; offset < 44; offset += 2) {
        append_thousandths(out, font, number_at(view(head), offset));
        out.push_back(' ');
    }
    out += "]/ItalicAngle ";
    append_number(out, italic_angle);
    out += "/Ascent ";
    append_thousandths(out, font, static_cast<double>(metrics.ascender.count()));
    out += "/Descent ";
    append_thousandths(out, font, static_cast<double>(metrics.descender.count()));
    out += "/CapHeight ";
    append_thousandths(out, font, cap_height);
    out += "/StemV ";
    append_integer(out, static_cast<std::int64_t>(50 + (weight / 65) * (weight / 65)));
    out += subset.cff ? "/FontFile3 " : "/FontFile2 ";
    append_reference(out, font_file);
    return out + ">>";
}

void warn_of_licence(const font::Font& font, Diagnostics& diagnostics) {
    const Blob os2 = table(font.data().face.get(), "OS/2");
    if ((number_at(view(os2), 8) & 0xF) == 2) {  // OpenType OS/2, fsType: restricted licence
        diagnostics.add({"font-not-embeddable",
                         "the font " + font.family() + " says that it may not be embedded",
                         "use a font whose licence allows it", {}, {}});
    }
}

/// The descendant CIDFont with its descriptor and file.
ObjectNumber write_descendant(FontCodes& codes, const Subset& subset, const std::string& base_font, File& file) {
    const ObjectNumber font_file = file.allocate();
    const std::string_view bytes = view(subset.bytes);
    file.stream(font_file, subset.cff ? "/Subtype/CIDFontType0C" : "/Length1 " + std::to_string(bytes.size()), bytes);
    const ObjectNumber font_descriptor = file.allocate();
    file.object(font_descriptor, descriptor(codes.font(), base_font, subset, font_file));

    const font::Metrics& metrics = codes.font().metrics();
    std::string body = "<</Type/Font/Subtype/";
    body += subset.cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity";
    body += "/BaseFont" + base_font + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            "/FontDescriptor " + reference(font_descriptor) + "/DW 1000/W" + widths(codes, subset) + "/DW2[";
    // Upright glyphs hang centred on the axis (the default of the position vector), the top of the em box at the pen.
    append_thousandths(body, codes.font(), static_cast<double>(metrics.central_baseline.count()) +
                                               static_cast<double>(metrics.units_per_em.count()) / 2);
    body += " -1000]>>";
    const ObjectNumber descendant = file.allocate();
    file.object(descendant, body);
    return descendant;
}

}  // namespace

Result<void> embed(FontCodes& codes, File& file, Diagnostics& diagnostics) {
    if (codes.pairs().empty()) return {};
    const Result<Subset> subset = make_subset(codes);
    if (!subset) return tl::unexpected<Error>{subset.error()};
    warn_of_licence(codes.font(), diagnostics);
    const std::string plain_name = subset->tag + "+" + codes.font().postscript_name();
    const std::string base_font = name(plain_name);
    const ObjectNumber descendant = write_descendant(codes, *subset, base_font, file);

    const auto total = static_cast<std::uint32_t>(codes.pairs().size());
    for (std::size_t part = 0; part < codes.type0().size(); ++part) {
        const auto begin = static_cast<std::uint32_t>(part) * codes_per_part;
        const PairRange range{begin, std::min(total, begin + codes_per_part)};
        const ObjectNumber to_unicode = file.allocate();
        file.stream(to_unicode, "", to_unicode_map(codes, range));
        for (const bool vertical : {false, true}) {
            const Type0& type0 = codes.type0()[part][vertical ? 1 : 0];
            if (type0.resource == 0) continue;
            const std::string map_name = subset->tag + (vertical ? "-V" : "-H") + std::to_string(part + 1);
            const ObjectNumber code_to_cid = file.allocate();
            file.stream(code_to_cid,
                        "/Type/CMap/CMapName/" + map_name +
                            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/WMode " +
                            (vertical ? "1" : "0"),
                        code_map(codes, *subset, range, "/" + map_name, vertical));
            file.object(type0.object, "<</Type/Font/Subtype/Type0/BaseFont" +
                                          (subset->cff ? name(plain_name + "-" + map_name) : base_font) + "/Encoding " +
                                          reference(code_to_cid) + "/DescendantFonts[" + reference(descendant) +
                                          "]/ToUnicode " + reference(to_unicode) + ">>");
        }
    }
    return {};
}

}  // namespace bichig::format::pdf
