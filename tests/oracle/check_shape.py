"""The suites of UTN #57 against the glyphs of `bichig shape`: check_shape.py BICHIG FONTS.

The glyphs are read back by the names of Noto Sans Mongolian 3.002, or by pictures in Noto Sans Mongolian 2.001, never
through the program's own map.
"""
import json
import subprocess
from pathlib import Path

import common
from check_units import NNBSP_SHOWN, SUITES, rows_of
from glyph_units import CONTROLS, by_names, by_pictures, first_reading, shows

NOTO_3 = "NotoSansMongolian_400Regular.ttf"
NOTO_2 = Path("/usr/share/fonts/truetype/noto/NotoSansMongolian-Regular.ttf")


def shaped(bichig, rows, system, policy, font, profile="gb25914"):
    """The runs of each row."""
    done = subprocess.run(
        [bichig, "shape", "-", "--aliases", "--json", "--system", system, "--policy", policy, "--profile", profile,
         "--font", str(font)], input="".join(row[1] + "\n" for row in rows).encode(), capture_output=True)
    if done.returncode != 0:
        raise common.Broken(f"bichig shape: {done.stderr.decode(errors='replace').strip()}")
    return [json.loads(line)["runs"] for line in done.stdout.decode().splitlines()]


def readings_of(runs, readings):
    """The readings of the glyphs of a line, without those that show nothing."""
    out = []
    for run in runs:
        known = CONTROLS if run["font"] == "BichigControls-Regular" else readings
        for glyph in run["glyphs"]:
            if known.get(glyph["glyph"]) or glyph["advance"]:
                out.append(known.get(glyph["glyph"], []) or gap(glyph, run))
    return out


def gap(glyph, run):
    """A glyph of no known drawing: a gap, wide or narrow by its advance."""
    return [(("-" if glyph["advance"] > run["units_per_em"] / 8 else "_",), False, False)]


def failing(bichig, suite, system, policy, font, readings, profile="gb25914"):
    rows = list(rows_of(suite))
    lines = shaped(bichig, rows, system, policy, font, profile)
    if len(lines) != len(rows):
        raise common.Broken(f"{suite}: {len(rows)} cases, {len(lines)} answers")
    wrong = []
    for row, runs in zip(rows, lines):
        glyphs = readings_of(runs, readings)
        if not shows(glyphs, row[2].split(" ")):
            wrong.append((row, first_reading(glyphs)))
    return len(rows), wrong


def say(label, count, wrong):
    print(f"{label}: {count - len(wrong)} of {count} ({(count - len(wrong)) / count:.2%})")
    return (count - len(wrong)) / count


def faults_of(arguments):
    bichig, fonts = arguments
    faults = []
    noto = Path(fonts) / NOTO_3
    names = by_names(noto)
    for policy in ("font", "units", "auto"):
        count, wrong = failing(bichig, "eac-hudum", "hudum", policy, noto, names)
        say(f"3.002 {policy} eac-hudum", count, wrong)
        lines = [f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {drawn}" for row, drawn in wrong]
        print("\n".join(lines))
        if policy != "font" and sorted(row[0] for row, _ in wrong) != sorted(NNBSP_SHOWN):
            faults.append(f"3.002 {policy}: not just the three contradictory rows of eac-hudum fail")
    for system in SUITES:
        for policy in ("font", "units", "auto"):
            count, wrong = failing(bichig, f"core-{system}", system, policy, noto, names)
            share = say(f"3.002 {policy} core-{system}", count, wrong)
            if policy == "font":
                continue
            print("\n".join(f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {drawn}" for row, drawn in wrong))
            if share < 0.99:
                faults.append(f"3.002 {policy} core-{system}: {share:.2%}, not 99 %")
    if NOTO_2.exists():
        pictures = by_pictures(NOTO_2, noto)
        for policy in ("font", "units", "auto"):
            count, wrong = failing(bichig, "eac-hudum", "hudum", policy, NOTO_2, pictures)
            share = say(f"2.001 {policy} eac-hudum", count, wrong)
            if policy == "font":
                continue
            dotted = [row[0] for row, _ in wrong if "Gx" in row[2]]
            print(f"  of them with the dotted feminine Gx, which the font lacks: {len(dotted)}: {' '.join(dotted)}")
            print("\n".join(f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {drawn}" for row, drawn in wrong
                            if "Gx" not in row[2]))
            if share < 0.97:
                faults.append(f"2.001 {policy} eac-hudum: {share:.2%}, not 97 %")
    return faults


if __name__ == "__main__":
    common.main("shape", faults_of)
