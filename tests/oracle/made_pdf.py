"""Makes small PDF files by hand, good and bad ones, on which the second-opinion checks are themselves checked.

Glyphs are the font's nominal ones, set without shaping: the checks under test look at text and places, not at joining.
"""
import struct
import zlib


class TrueType:
    """The few tables of a TrueType file that are needed to set text. Value."""

    def __init__(self, path):
        self.bytes = path.read_bytes()
        count = struct.unpack(">H", self.bytes[4:6])[0]
        self.tables = {}
        for number in range(count):
            tag, _, offset, length = struct.unpack(">4sLLL", self.bytes[12 + 16 * number:28 + 16 * number])
            self.tables[tag.decode()] = self.bytes[offset:offset + length]
        self.units = struct.unpack(">H", self.tables["head"][18:20])[0]
        self.glyphs = self._cmap()

    def _cmap(self):
        table = self.tables["cmap"]
        glyphs = {}
        for number in range(struct.unpack(">H", table[2:4])[0]):
            _, _, offset = struct.unpack(">HHL", table[4 + 8 * number:12 + 8 * number])
            if struct.unpack(">H", table[offset:offset + 2])[0] == 12:
                groups = struct.unpack(">L", table[offset + 12:offset + 16])[0]
                for group in range(groups):
                    start = offset + 16 + 12 * group
                    first, last, glyph = struct.unpack(">LLL", table[start:start + 12])
                    glyphs.update({code: glyph + code - first for code in range(first, last + 1)})
        return glyphs

    def advance(self, glyph):
        """The advance of a glyph in thousandths of the size."""
        count = struct.unpack(">H", self.tables["hhea"][34:36])[0]
        entry = 4 * min(glyph, count - 1)
        return struct.unpack(">H", self.tables["hmtx"][entry:entry + 2])[0] * 1000 / self.units


class MadePdf:
    """A PDF file in the making: words at places on pages of 300 × 400 pt. Scratch."""

    def __init__(self, font):
        self.font = font
        self.codes = []       # (glyph, text) by code - 1
        self.pages = [[]]
        self.size = 16

    def new_page(self):
        self.pages.append([])

    def length(self, word):
        """The advance of a word in points."""
        return sum(self.font.advance(self._glyph(letter)) for letter in word) * self.size / 1000

    def _glyph(self, letter):
        return self.font.glyphs.get(ord(letter), self.font.glyphs[0x20])

    def word(self, x, y, word, *, vertical=True, actual=None, tag="Span", gives=None, size=None):
        """Draws a word from (x, y), down or to the right. `actual` is its ActualText, `tag` "Artifact" takes it out of
        the text, `gives` replaces what ToUnicode says of each letter."""
        size = size or self.size
        codes = []
        for place, letter in enumerate(word):
            text = letter if gives is None else gives[place]
            if (self._glyph(letter), text) not in self.codes:
                self.codes.append((self._glyph(letter), text))
            codes.append(self.codes.index((self._glyph(letter), text)) + 1)
        matrix = "0 -1 1 0" if vertical else "1 0 0 1"
        shown = "".join(f"{code:04X}" for code in codes)
        mark = f"/{tag}"
        if tag == "Artifact":
            mark += " BMC"
        else:
            text = "" if actual is None else f" /ActualText <FEFF{actual.encode('utf-16-be').hex().upper()}>"
            mark += f" <</MCID {len(self.pages[-1])}{text}>> BDC"
        self.pages[-1].append(f"{mark} BT /F {size} Tf {matrix} {x} {y} Tm <{shown}> Tj ET EMC")

    def _objects(self):
        """The objects of the file, by number from 1."""
        kids = " ".join(f"{6 + 2 * page} 0 R" for page in range(len(self.pages)))
        widths = " ".join(f"{self.font.advance(glyph):.2f}" for glyph, _ in self.codes)
        glyphs = b"\0\0" + b"".join(struct.pack(">H", glyph) for glyph, _ in self.codes)
        after = 6 + 2 * len(self.pages)
        yield f"<</Type/Catalog/Pages 2 0 R>>".encode()
        yield f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>".encode()
        yield (f"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Made/Encoding/Identity-H/DescendantFonts[4 0 R]"
               f"/ToUnicode {after} 0 R>>").encode()
        yield (f"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Made/CIDToGIDMap {after + 1} 0 R/W[1[{widths}]]"
               f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R>>").encode()
        yield (f"<</Type/FontDescriptor/FontName/AAAAAA+Made/Flags 4/FontBBox[-200 -400 1200 1000]/ItalicAngle 0"
               f"/Ascent 900/Descent -300/CapHeight 700/StemV 80/FontFile2 {after + 2} 0 R>>").encode()
        for number, content in enumerate(self.pages):
            yield (f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents {7 + 2 * number} 0 R"
                   f"/Resources<</Font<</F 3 0 R>>>>>>").encode()
            yield stream("\n".join(content).encode())
        yield stream(self._to_unicode().encode())
        yield stream(glyphs)
        yield stream(self.font.bytes)

    def _to_unicode(self):
        rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
                for code, (_, text) in enumerate(self.codes, 1) if text]
        parts = [f"{len(rows[start:start + 100])} beginbfchar\n" + "\n".join(rows[start:start + 100]) + "\nendbfchar"
                 for start in range(0, len(rows), 100)]
        return ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
                "1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + "\n".join(parts) +
                "\nendcmap CMapName currentdict /CMap defineresource pop end end")

    def write(self, path):
        """Writes the file with a cross-reference table."""
        data = bytearray(b"%PDF-1.7\n")
        offsets = []
        for number, content in enumerate(self._objects(), 1):
            offsets.append(len(data))
            data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
        start = len(data)
        data += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
        data += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
        data += f"trailer <</Size {len(offsets) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
        path.write_bytes(data)
        return path


def stream(content):
    """A compressed stream object."""
    packed = zlib.compress(content)
    return f"<</Length {len(packed)}/Filter/FlateDecode>>\nstream\n".encode() + packed + b"\nendstream"
