"""Pictures of glyphs, drawn by FreeType, and how like two of them are. Needs fontTools and Pillow."""
import io

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from PIL import Image, ImageDraw, ImageFont

PIXELS = 120   # of the em
FIRST = 0xF0000
HEIGHT = 3 * PIXELS


class Pictures:
    """The glyphs of a font as bit rows; each begins at its ink's left edge, on the same baseline as all others."""

    def __init__(self, path):
        self.font = TTFont(path)
        self.order = self.font.getGlyphOrder()
        table = CmapSubtable.newSubtable(12)
        table.platformID, table.platEncID, table.format, table.reserved, table.language = 3, 10, 12, 0, 0
        table.length = table.nGroups = 0
        table.cmap = {FIRST + i: name for i, name in enumerate(self.order)}
        copy = TTFont(path)
        copy["cmap"].tables = [table]
        for tag in ("GSUB", "GPOS", "GDEF"):
            if tag in copy:
                del copy[tag]
        data = io.BytesIO()
        copy.save(data)
        data.seek(0)
        self.face = ImageFont.truetype(data, PIXELS, layout_engine=ImageFont.Layout.BASIC)
        self.cache = {}

    def advance(self, glyph):
        return self.font["hmtx"][self.order[glyph]][0] / self.font["head"].unitsPerEm

    def picture(self, glyph):
        """(width of the ink, its rows top to bottom as one integer, ink count), or None for a blank."""
        if glyph not in self.cache:
            self.cache[glyph] = self.draw(glyph)
        return self.cache[glyph]

    def draw(self, glyph):
        image = Image.new("1", (6 * PIXELS, HEIGHT), 0)
        ImageDraw.Draw(image).text((PIXELS, 2 * PIXELS), chr(FIRST + glyph), font=self.face, fill=1, anchor="ls")
        box = image.getbbox()
        if box is None:
            return None
        image = image.crop((box[0], 0, box[0] + 5 * PIXELS, HEIGHT))
        bits = int.from_bytes(image.tobytes(), "big")
        return box[2] - box[0], bits, bits.bit_count()


def difference(one, other):
    """The share of ink that only one of two pictures has, over the best of three shifts; 1 for unlike boxes."""
    if abs(one[0] - other[0]) > 3:
        return 1.0
    return min((one[1] ^ (other[1] >> shift if shift >= 0 else other[1] << -shift)).bit_count()
               for shift in (-1, 0, 1)) / (one[2] + other[2])
