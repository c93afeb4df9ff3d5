"""A copy of Noto Sans Mongolian 3.002 as a font of the old kind: its glyphs at Menksoft codes, without its rules and
without Unicode letters: old_font.py FONT COPY."""
import sys
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import cmap_format_4

from glyph_units import NAME, UNIT

DATA = Path(__file__).resolve().parents[2] / "data/legacy"


def rows(name):
    lines = [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()
             if line and not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


EXPANSIONS = {(row["unit"], row["shape"]): row["ink"].split() for row in rows("ink.tsv")}


def ink(units, shape):
    """What units in the shape of a position draw, as ink.tsv takes them apart."""
    out = []
    for i, unit in enumerate(units):
        last = i + 1 == len(units)
        whole = (shape != "fina" or last) and (shape != "isol" or len(units) == 1)
        ending = "." if shape in ("isol", "fina") and last else ""
        out += EXPANSIONS.get((unit, shape), [unit + ending]) if whole else [unit + ending]
    return " ".join(out)


def glyphs_by_drawing(order):
    """(letter, ink, whether it joins to what is before it) -> name of the glyph; letter "" is any."""
    found = {}
    for name in order:
        match = NAME.match(name)
        if not match or not name.startswith("uni"):
            continue
        units, shape = UNIT.findall(match[1]), match[2]
        for letter in (name[3:7], ""):
            found.setdefault((letter, ink(units, shape), shape in ("medi", "fina")), name)
    return found


def mapping(order, best):
    """(code -> name of the glyph, codes that no glyph of the font draws)."""
    known = glyphs_by_drawing(order)
    cmap, missing = {}, []
    for row in rows("menksoft.tsv"):
        # One code for a form that stands alone and one that joins is drawn so that it can join.
        sides = sorted({position in ("medi", "fina") for position in row["positions"].split("|")}, reverse=True)
        letters = row["letters"].split("|") + [""]
        found = [known[key] for letter in letters for side in sides if (key := (letter, row["ink"], side)) in known]
        if found:
            cmap[int(row["code"], 16)] = found[0]
        else:
            missing.append(row["code"])
    for row in rows("menksoft_marks.tsv"):
        character = None if row["character"] == "-" else int(row["character"], 16)
        if character in best or character == 0xA0:
            cmap[int(row["code"], 16)] = best.get(character, best[0x20])
    return cmap, missing


def encode(font, cmap):
    """Gives a font this character map and takes its rules away."""
    table = cmap_format_4(4)
    table.platformID, table.platEncID, table.language, table.cmap = 3, 1, 0, cmap
    font["cmap"].tables = [table]
    for tag in ("GSUB", "GPOS", "GDEF"):
        if tag in font:
            del font[tag]


def make_impostor(font_path, copy_path):
    """Writes a copy of a Latin font with glyphs of its own at all Menksoft codes."""
    font = TTFont(font_path)
    encode(font, {0xE234 + i: name for i, name in enumerate(font.getGlyphOrder()[40:40 + 0x11C])})
    font.save(copy_path)


def make(font_path, copy_path):
    """Writes the copy; gives the codes that it lacks."""
    font = TTFont(font_path)
    cmap, missing = mapping(font.getGlyphOrder(), font.getBestCmap())
    encode(font, {0x20: "space", **cmap})
    font.save(copy_path)
    return missing


if __name__ == "__main__":
    print("codes without a glyph:", *make(*sys.argv[1:]))
