#!/usr/bin/env python3
"""Writes the table of a font's units: derive_table.py names FONT > TABLE, or derive_table.py pictures FONT KNOWN_FONT
KNOWN_TABLE > TABLE. Run by hand for a font that is new here; what it writes is then looked through."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
NAME = re.compile(r"^(?:uni([0-9A-F]{4})\.)?((?:[A-Z][a-z]*[0-9]?)+)\.(isol|init|medi|fina)"
                  r"(?:\._(isol|init|medi|fina))?$")
UNIT = re.compile(r"[A-Z][a-z]*[0-9]?")
# Units of UTN #57 that the names of 3.002 call otherwise, by letter: (letter, name there) -> unit.
OLDER = {("1845", "I3"): "Ip", ("1855", "I3"): "Ip", ("185C", "Zc"): "Zz2", ("1896", "Zz"): "Zz3",
         ("18A2", "Sx"): "Sx2",
         ("186F", "Zs"): "Zs2", ("188C", "Zr"): "Zr2", ("", "I3"): "Ip", ("", "Zs"): "Zs2"}
# The same of one position only, and forms that two units share.
OTHER = {"uni1874.Hx.fina": ("Hx2", "fina"), "uni185D.A.init": ("A+Ni", "init"), "uni18A1.Ds.medi": ("Dw", "medi"),
         "uni1843.Lv.isol": ("Lv", "medi"),
         "uni1843.Lv.init": ("Lv", "medi")}
SHARED = {"uni182E.M.fina": "M3", "uni185D.A.init": "A", "uni186F.Zs.init._isol": "Zs", "uni186F.Zs.init": "Zs",
          "uni186F.Zs.medi": "Zs", "uni186F.Zs.fina": "Zs",
          **{f"ZsI.{shape}": "Zs+I" for shape in ("isol", "init", "medi", "fina")}}
# Glyphs that stand for no letter; "*" is a stem of no meaning, between letters that the font has no joined drawing of.
CONTROLS = {"nirugu": "Ni", "fvs1": "Fvs1", "fvs2": "Fvs2", "fvs3": "Fvs3", "fvs4": "Fvs4", "mvs.nominal": "Mvs",
            "nnbsp": "Nnbsp", "mvs.wide": "-", "mvs.narrow": "_", "nirugu.extend": "*"}
# What stands after a separated a or e has drawings of its own.
AFTER = {"N2.init.mvs": ("N2", "init"), "N.fina.mvs": ("N", "fina"), "Hx.fina.mvs": ("Hx", "fina")}

# Drawings of other fonts that are redrawn, and were looked at: version -> glyph -> (units, shape).
REVIEWED = {"Version 2.001": {"u1837.ini": ("R", "init"), "u1837.med": ("R", "medi"), "u1837.fin": ("R", "fina"),
                              "u1837": ("R", "init")}}


def known_units():
    lines = (HERE.parent / "written_units/units.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[1] for line in lines if line and not line.startswith("#")}


def from_names(path):
    from fontTools.ttLib import TTFont
    units = known_units()
    for glyph, name in enumerate(TTFont(path).getGlyphOrder()):
        if name in CONTROLS:
            yield glyph, CONTROLS[name], "isol", "-", "-"
        elif name in AFTER:
            yield glyph, *AFTER[name], "mvs", "-"
        found = NAME.match(name)
        if not found:
            continue
        letter, drawn, shape, position = found[1] or "", UNIT.findall(found[2]), found[3], found[4] or found[3]
        drawn = [OLDER.get((letter, unit), unit) for unit in drawn]
        if not all(unit in units for unit in drawn):
            continue
        joined, shape = OTHER.get(name, ("+".join(drawn), shape))
        yield glyph, joined, shape, position, letter or "+"
        if name in SHARED:
            yield glyph, SHARED[name], shape, position, letter or "+"


def from_pictures(path, known_path, known_table):
    from outlines import Pictures, difference
    font, known = Pictures(path), Pictures(known_path)
    identities = {}
    for line in pathlib.Path(known_table).read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if line and not line.startswith("#") and row[0] != "glyph":
            identities.setdefault(int(row[0]), []).append(row[1:])
    matches = {}   # identity -> [(difference of the advances, difference of the pictures, glyph)]
    for glyph in range(len(font.order)):
        mine = font.picture(glyph)
        if mine is None:
            continue
        found = [(difference(mine, known.picture(other)), abs(font.advance(glyph) - known.advance(other)), other)
                 for other in identities if known.picture(other)]
        best = min(found)[0]
        for unlike, wider, other in found:
            # A drawing that another one resembles better is not that one.
            if unlike < 0.1 and unlike < best + 0.02 and wider < 0.06:
                for row in identities[other]:
                    kind = "+" if row[3] == "+" else "-"
                    matches.setdefault((*row[:3], kind), []).append((wider, unlike, glyph))
    for glyph, (units, shape) in REVIEWED.get(font.font["name"].getDebugName(5).split(";")[0], {}).items():
        matches.setdefault((units, shape, shape, "-"), []).append((0, 0, font.order.index(glyph)))
    rows = set()
    for identity, glyphs in matches.items():
        rows |= {(glyph, *identity) for wider, _, glyph in glyphs if wider < min(glyphs)[0] + 0.003}
    for row in sorted(rows):
        yield row


def main():
    rows = from_names(sys.argv[2]) if sys.argv[1] == "names" else from_pictures(*sys.argv[2:5])
    print("# What glyphs draw: written units, the position whose shape that is, the position it is drawn for, and the")
    print("# letter where the drawing is that letter's own (-: any; +: letters drawn as one).")
    print("glyph\tunits\tshape\tposition\tletter")
    for row in rows:
        print("\t".join(str(field) for field in row))


if __name__ == "__main__":
    main()
