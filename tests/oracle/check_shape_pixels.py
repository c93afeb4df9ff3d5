"""Contact sheets of 200 words, set by the font's rules and by units: check_shape_pixels.py BICHIG FONTS TEST_FONTS OUT.

With Noto Sans Mongolian 3.002, where both are right, the two pictures are the same to the pixel. The sheet of 2.001 by
units is written beside them, to be looked at.
"""
import subprocess
from pathlib import Path

import common
from check_shape import NOTO_2, NOTO_3
from PIL import Image, ImageChops

WORDS, ROWS = 200, 10
STEMS = Path(__file__).resolve().parents[2] / "data/bench_words/stems.tsv"


def words(bichig):
    """The first real words of the table, in Mongolian letters."""
    lines = [line.split("\t")[1] for line in STEMS.read_text(encoding="utf-8").splitlines()
             if line and not line.startswith(("#", "kind"))][:WORDS]
    done = subprocess.run([bichig, "translit", "-", "--from", "eac", "--to", "mongolian"],
                          input="\n".join(lines).encode(), capture_output=True)
    if done.returncode != 0:
        raise common.Broken(done.stderr.decode(errors="replace"))
    return done.stdout.decode().split()


def sheet(bichig, lines, policy, font, out):
    """The picture of lines of words, as a bitmap."""
    done = subprocess.run([bichig, "shape", "-", "--svg", "--policy", policy, "--font", str(font), "--size", "20"],
                          input="".join(line + "\n" for line in lines).encode(), capture_output=True)
    if done.returncode != 0:
        raise common.Broken(done.stderr.decode(errors="replace"))
    svg, png = out.with_suffix(".svg"), out.with_suffix(".png")
    svg.write_bytes(done.stdout)
    subprocess.run(["rsvg-convert", "-b", "white", "-o", png, svg], check=True)
    return Image.open(png).convert("L")


def faults_of(arguments):
    bichig, fonts, test_fonts, out = arguments
    out = Path(out)
    noto = Path(fonts) / NOTO_3
    all_words = words(bichig)
    faults = [] if len(all_words) == WORDS else [f"{len(all_words)} words, not {WORDS}"]
    lines = [" ".join(all_words[i:i + ROWS]) for i in range(0, len(all_words), ROWS)]
    by_font = sheet(bichig, lines, "font", noto, out / "shape_font")
    by_units = sheet(bichig, lines, "units", noto, out / "shape_units")
    if by_font.size != by_units.size:
        faults.append(f"the sheets have sizes {by_font.size} and {by_units.size}")
    elif (box := ImageChops.difference(by_font, by_units).getbbox()) is not None:
        faults.append(f"the sheets by font and by units differ in {box}")
    print(f"{len(all_words)} words: {out}/shape_font.png, {out}/shape_units.png")
    sheet(bichig, lines, "units", Path(test_fonts) / NOTO_2, out / "shape_units_2.001")
    sheet(bichig, lines, "font", Path(test_fonts) / NOTO_2, out / "shape_font_2.001")
    return faults


if __name__ == "__main__":
    common.main("shape_pixels", faults_of)
