"""A font of the old kind sets standard text: check_menksoft.py BICHIG FONTS OUT.

The test font is a copy of Noto Sans Mongolian 3.002 whose glyphs stand at Menksoft glyph codes and which has no rules.
Which glyph stands at a code follows from the names of the glyphs and from what the code draws
(data/legacy/menksoft.tsv), not from the program. Rows whose forms the code has must be shown; the others are listed.
"""
import re
from pathlib import Path

import common
from check_shape import NOTO_3, failing, say
from check_units import NNBSP_SHOWN
from fontTools.ttLib import TTFont
from glyph_units import UNIT, by_names

LEGACY = Path(__file__).resolve().parents[2] / "data/legacy"
NIRUGU = 0xE23E
KEPT = {"GSUB", "GPOS", "GDEF", "vhea", "vmtx"}


def table(name):
    lines = [line for line in (LEGACY / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def ink(units, shape, pieces):
    """What a glyph of these units is drawn of, in the words of menksoft.tsv."""
    closed = shape in ("isol", "fina")
    alone = len(units) == 1
    last = pieces.get((units[-1], shape if alone else "fina" if closed else "medi"))
    return " ".join([pieces.get((unit, "medi")) or unit for unit in units[:-1]] +
                    [last or units[-1] + ("." if closed else "")])


def make_font(source, path):
    """Writes the test font, and returns the codes that it has no glyph for."""
    pieces = {(row["unit"], row["shape"]): row["ink"] for row in table("ink.tsv")}
    font = TTFont(source)
    drawings = {}
    for name in font.getGlyphOrder():
        found = re.match(r"uni([0-9A-F]{4})\.([A-Za-z0-9]+)\.(isol|init|medi|fina)$", name)
        if found:
            units = UNIT.findall(found[2])
            key = found[1], ink(units, found[3], pieces), found[3] in ("medi", "fina")
            drawings.setdefault(key, name)
    cmap, without = {0x20: "space", NIRUGU: "nirugu"}, []
    for row in table("menksoft.tsv"):
        keys = [(letter, row["ink"], position in ("medi", "fina")) for letter in row["letters"].split("|")
                for position in row["positions"].split("|")]
        # Where a code stands for several positions, the joined drawing: an isolated one has a longer stem.
        found = [drawings[key] for key in sorted(keys, key=lambda key: not key[2]) if key in drawings]
        if found:
            cmap[int(row["code"], 16)] = found[0]
        else:
            without.append(row["code"])
    for part in font["cmap"].tables:
        part.cmap = dict(cmap) if part.format in (4, 12) else {}
    for tag in KEPT & set(font.keys()):
        del font[tag]
    font.save(path)
    return without


def faults_of(arguments):
    bichig, fonts, out = arguments
    source, path = Path(fonts) / NOTO_3, Path(out) / "menksoft_codes.ttf"
    without = make_font(source, path)
    print(f"codes whose drawing the font does not have: {' '.join(without)}")
    count, wrong = failing(bichig, "eac-hudum", "hudum", "auto", path, by_names(source))
    share = say("Menksoft codes, automatic, eac-hudum", count, wrong)
    for row, drawn in wrong:
        note = "contradictory" if row[0] in NNBSP_SHOWN else ""
        print(f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {drawn} {note}")
    return [] if share >= 0.9 else [f"{share:.2%} of eac-hudum, not 90 %"]


if __name__ == "__main__":
    common.main("menksoft", faults_of)
