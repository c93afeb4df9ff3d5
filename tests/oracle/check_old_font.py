"""Standard text in a font of the old kind: check_old_font.py BICHIG FONTS.

The font is a copy of Noto Sans Mongolian 3.002 with Menksoft codes instead of letters and without rules. Each row of
eac-hudum that can be put together from drawings which the codes have must be drawn right, read back by the names of the
glyphs, under each policy; the other rows are listed. A document set with it must give back its text.
"""
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import common
from fontTools.ttLib import TTFont
from check_shape import NOTO_3, readings_of, shaped
from check_units import NNBSP_SHOWN, rows_of
from glyph_units import CONTROLS, by_names, first_reading, shows
from old_font import make, make_impostor

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/plain/mongolian.md"
GAPS = [(("-",), False, False), (("_",), False, False)]


def can_be_drawn(expected, drawings):
    """Whether glyphs of these readings, one after the other, can show the units, each joined as it should be."""
    sequences = {}
    for units, left, right in drawings:
        sequences.setdefault(units, set()).add((left, right))
    longest = max(len(units) for units in sequences)
    states, done = {(0, False)}, set()
    while states:
        read, is_open = states.pop()
        done.add((read, is_open))
        if expected[read:] == ([">"] if is_open else []):
            return True
        for left in (False, True):
            begin = read
            if is_open != left:
                if expected[read:read + 1] != [">" if is_open else "<"]:
                    continue
                begin += 1
            for size in range(1, longest + 1):
                for sides in sequences.get(tuple(expected[begin:begin + size]), ()):
                    state = (begin + size, sides[1])
                    if sides[0] == left and state not in done:
                        states.add(state)
    return False


def faults_of_suite(bichig, copy):
    names = by_names(copy)
    font = TTFont(copy)
    names[font.getGlyphID("space")] = []  # read by its advance: it stands for wide and for narrow gaps
    drawings = GAPS + [reading for readings in CONTROLS.values() for reading in readings]
    drawings += [reading for name in font.getBestCmap().values() for reading in names[font.getGlyphID(name)]]
    rows = list(rows_of("eac-hudum"))
    faults = []
    for policy in ("font", "units", "auto"):
        drawn, absent, wrong = 0, [], []
        for row, runs in zip(rows, shaped(bichig, rows, "hudum", policy, copy)):
            expected = row[2].split(" ")
            glyphs = readings_of(runs, names)
            if shows(glyphs, expected):
                drawn += 1
            else:
                wrong.append((row, first_reading(glyphs)))
                if not can_be_drawn(expected, drawings):
                    absent.append(row[0])
        print(f"{policy}: {drawn} of {len(rows)} cases of eac-hudum drawn from Menksoft codes")
        for row, found in wrong:
            why = "no such code" if row[0] in absent else "!"
            print(f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {found} ({why})")
            if row[0] not in absent and row[0] not in NNBSP_SHOWN:
                faults.append(f"{policy} {row[0]}: {row[1]}: expected {row[2]}, drawn {found}")
    return faults


def text_of_document(bichig, fonts, folder):
    """The text that poppler finds in the example set with the fonts of a folder, white space of ASCII aside."""
    pdf = folder / "document.pdf"
    said = common.run([bichig, "typeset", EXAMPLE, "-o", pdf, "--font-dir", fonts]).stderr.decode()
    for line in said.splitlines():
        if "no font has" in line or "joining" in line:  # bold words too are drawn of codes
            raise common.Broken(f"set with {fonts}: {line}")
    return re.sub("[ \t\r\n\f]", "", common.output(["pdftotext", "-raw", "-enc", "UTF-8", pdf, "-"]))


def faults_of_document(bichig, fonts, copy, folder):
    """A PDF with the copy for Mongolian gives back the text that one with the font itself gives: Unicode letters."""
    catalogue = folder / "fonts"
    catalogue.mkdir()
    for file in Path(fonts).iterdir():
        if file.is_file() and file.name != NOTO_3:
            (catalogue / file.name).symlink_to(file.resolve())
    shutil.copy(copy, catalogue / NOTO_3)
    old, new = (text_of_document(bichig, where, folder) for where in (catalogue, fonts))
    letters = sum("\u1820" <= c <= "\u1842" for c in old)
    print(f"PDF: {len(old)} characters, {letters} of them Mongolian letters")
    same = old == new and letters > 100
    return [] if same else ["the text of the PDF with the copy is not that with the font itself"]


def faults_of_impostor(bichig, fonts, folder):
    """A font with other glyphs at the codes is not taken for a Mongolian one."""
    copy = folder / "impostor.ttf"
    make_impostor(Path(fonts) / "LiberationSerif-Regular.ttf", copy)
    done = subprocess.run([bichig, "shape", "-", "--units", "--font", copy], input="\u1828\n".encode(),
                          capture_output=True)
    return [] if done.returncode == 2 else [f"a Latin font with glyphs at Menksoft codes is read: {done.stdout!r}"]


def faults_of(arguments):
    bichig, fonts = arguments
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "old.ttf"
        missing = make(Path(fonts) / NOTO_3, copy)
        print(f"codes that the copy lacks: {' '.join(missing)}")
        return (faults_of_suite(bichig, copy) + faults_of_document(bichig, fonts, copy, Path(folder)) +
                faults_of_impostor(bichig, fonts, Path(folder)))


if __name__ == "__main__":
    common.main("old_font", faults_of)
