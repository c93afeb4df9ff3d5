"""What glyphs show, read without the program: by the names of Noto Sans Mongolian 3.002, or by their pictures.

A reader gives for each glyph the list of what it may be: (units, joins at its left, joins at its right).
"""
import re
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

NAME = re.compile(r"^_?(?:uni[0-9A-F]{4}\.)?((?:[A-Z][a-z]*[0-9]?)+)\.(isol|init|medi|fina)"
                  r"(\._(?:isol|init|medi|fina))?$")
UNIT = re.compile(r"[A-Z][a-z]*[0-9]?")
SIDES = {"isol": (False, False), "init": (False, True), "medi": (True, True), "fina": (True, False)}
# Units that have an older name in the font; where two of today's units share one, either is read.
OLDER = {"Zz3": "Zz", "Sx2": "Sx", "Zz2": "Zc", "I3": "Ip", "M3": "M", "Hx2": "Hx", "Zs2": "Zs", "Zr2": "Zr",
         "Dw": "Ds"}
OTHERS = {"nirugu": ("Ni", True, True), "mvs.wide": ("-", False, False),
          "mvs.narrow": ("_", False, False), "mvs": ("Mvs", False, False),
          "mvs.nominal": ("Mvs", False, False), "nnbsp": ("Nnbsp", False, False),
          **{f"fvs{n}": (f"Fvs{n}", False, False) for n in "1234"}}
AFTER = {"N2.init.mvs": ("N2", False, True), "N.fina.mvs": ("N", True, False), "Hx.fina.mvs": ("Hx", True, False)}
# Signs, of which those over letters leave the join as it is.
SIGNS = {"uni1880": "Anusvara", "uni1880.fvs1": "Anusvara", "uni1881": "Visarga", "uni1881.fvs1": "Visarga",
         "uni1882": "Damaru", "uni1883": "Ubadama", "uni1884": "Invubadama"}
OVER = {"baluda": "Baluda", "tribaluda": "Tribaluda", "dagalga": "Dagalga"}
# r is redrawn in 2.001: its glyphs, which that letter alone has, are read by their names.
REDRAWN = {"u1837": "init", "u1837.ini": "init", "u1837.med": "medi", "u1837.fin": "fina"}
# The glyphs of Bichig's own font of controls.
CONTROLS = {i + 1: [((unit,), False, False)] for i, unit in
            enumerate(["Fvs1", "Fvs2", "Fvs3", "Fvs4", "Mvs", "Nnbsp"])}


def older(unit):
    return OLDER.get(unit, unit)


def reading_of_name(name):
    if name == "nirugu.extend":   # a stem that the font puts between letters which it has no joined drawing of
        return [((), True, True)]
    if name in OTHERS or name in AFTER:
        unit, left, right = OTHERS.get(name) or AFTER[name]
        return [((unit,), left, right)]
    if name in SIGNS:
        return [((SIGNS[name],), False, False)]
    if name in OVER:
        return [((OVER[name],), None, None)]
    found = NAME.match(name)
    if found:
        if name == "uni185D.A.init":   # the note says that its stem is a nirugu
            return [(("A", "Ni"), False, True), (("A",), False, True)]
        return [(tuple(older(unit) for unit in UNIT.findall(found[1])), *SIDES[found[2]])]
    if re.fullmatch(r"uni[0-9A-F]{4}", name):
        return [((chr(int(name[3:], 16)),), False, False)]
    return []


def by_names(path):
    """Readings of each glyph of Noto Sans Mongolian 3.002."""
    return {glyph: reading_of_name(name) for glyph, name in enumerate(TTFont(path).getGlyphOrder())}


def by_pictures(path, known_path):
    """Readings of each glyph of another font, by the glyphs of 3.002 that look like it."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "data/fonts"))
    from outlines import Pictures, difference
    font, known = Pictures(path), Pictures(known_path)
    names = {glyph: reading for glyph, reading in by_names(known_path).items() if reading}
    readings = {}
    for glyph in range(len(font.order)):
        mine = font.picture(glyph)
        alike = [] if mine is None else [(difference(mine, known.picture(other)), other) for other in names
                                         if known.picture(other)]
        best = min(alike, default=(1, 0))[0]
        if font.order[glyph] in REDRAWN:
            readings[glyph] = [(("R",), *SIDES[REDRAWN[font.order[glyph]]])]
            continue
        readings[glyph] = [reading for unlike, other in alike if unlike < 0.12 and unlike <= best + 0.03
                           for reading in names[other]]
    return readings


def shows(glyphs, expected):
    """Whether a choice of readings of each glyph gives the expected units, with "<" and ">" where a join leads nowhere.
    `glyphs`: lists of readings."""
    expected = [older(unit) for unit in expected]
    states = {(0, False)}   # (how many units are read, whether the last one joins on)
    for readings in glyphs:
        following = set()
        for read, is_open in states:
            for units, left, right in readings:
                drawn = list(units)
                if left is None:
                    left = right = is_open
                if is_open != left:
                    drawn.insert(0, ">" if is_open else "<")
                if expected[read:read + len(drawn)] == drawn:
                    following.add((read + len(drawn), right))
        states = following
    return any(expected[read:] == ([">"] if is_open else []) for read, is_open in states)


def first_reading(glyphs):
    """The units by the first reading of each glyph, "?" where there is none."""
    out, is_open = [], False
    for readings in glyphs:
        units, left, right = readings[0] if readings else (("?",), is_open, is_open)
        if left is None:
            left = right = is_open
        if is_open != left:
            out.append(">" if is_open else "<")
        out += units
        is_open = right
    return " ".join(out + ([">"] if is_open else []))
