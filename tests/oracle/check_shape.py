"""The suites of UTN #57 against the glyphs of `bichig shape`: check_shape.py BICHIG FONTS TEST_FONTS.

The glyphs are read back by the names of Noto Sans Mongolian 3.002, or by pictures in Noto Sans Mongolian 2.001, never
through the program's own map.
"""
import json
import subprocess
from importlib import metadata
from pathlib import Path

import common
from check_units import NNBSP_SHOWN, SUITES, rows_of
from glyph_units import CONTROLS, by_names, by_pictures, first_reading, shows

NOTO_3 = "NotoSansMongolian_400Regular.ttf"
NOTO_2 = "NotoSansMongolian-Regular.ttf"
MANCHU = "ManchuFont.ttf"
NOTO_3_BY_FONT = 3492  # cases of eac-hudum that an independent measurement found right by the rules of 3.002


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


def report_of(bichig, font):
    """What `bichig font report` says of the suites: name -> {"right", "automatic", …}."""
    suites = next(file for file in metadata.files("mongfontbuilder") if file.name == "eac-hudum.tsv").locate().parent
    report = json.loads(common.output([bichig, "font", "report", font, "--suites", suites, "--json"]))
    return {suite["name"]: suite for suite in report["suites"]}


def faults_of_3(bichig, noto):
    """3.002, read by the names of its glyphs; the report reads through the unit map and must count the same."""
    faults = []
    names = by_names(noto)
    reported = report_of(bichig, noto)

    def compare(suite, policy, right):
        said = reported[suite][{"font": "right", "auto": "automatic"}[policy]]
        if said != right:
            faults.append(f"3.002 {policy} {suite}: {right} by glyph names, {said} in the report")

    for policy in ("font", "units", "auto"):
        count, wrong = failing(bichig, "eac-hudum", "hudum", policy, noto, names)
        say(f"3.002 {policy} eac-hudum", count, wrong)
        print("\n".join(f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {drawn}" for row, drawn in wrong))
        if policy != "units":
            compare("eac-hudum", policy, count - len(wrong))
        if policy == "font" and count - len(wrong) != NOTO_3_BY_FONT:
            faults.append(f"3.002 font eac-hudum: {count - len(wrong)}, not {NOTO_3_BY_FONT}")
        if policy != "font" and sorted(row[0] for row, _ in wrong) != sorted(NNBSP_SHOWN):
            faults.append(f"3.002 {policy}: not just the three contradictory rows of eac-hudum fail")
    for system in SUITES:
        for policy in ("font", "units", "auto"):
            count, wrong = failing(bichig, f"core-{system}", system, policy, noto, names)
            share = say(f"3.002 {policy} core-{system}", count, wrong)
            if policy != "units":
                compare(f"core-{system}", policy, count - len(wrong))
            if policy == "font":
                continue
            print("\n".join(f"  {row[0]}: {row[1]}: expected {row[2]}, drawn {drawn}" for row, drawn in wrong))
            if share < 0.99:
                faults.append(f"3.002 {policy} core-{system}: {share:.2%}, not 99 %")
    return faults


def faults_of_2(bichig, noto, known):
    """2.001, whose glyphs are read by pictures of those of 3.002."""
    faults = []
    pictures = by_pictures(noto, known)
    for policy in ("font", "units", "auto"):
        count, wrong = failing(bichig, "eac-hudum", "hudum", policy, noto, pictures)
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


def faults_of_manchu(bichig, manchu):
    """A font of which nothing is known: the report says so, and still what it has."""
    report = json.loads(common.output([bichig, "font", "report", manchu, "--json"]))
    print(f"ManchuFont: units known by {report['units known by']}, letters {report['letters']}, "
          f"missing {report['missing']}, selectors {report['selectors']}")
    for suite in report["suites"]:
        print(f"  {suite['name']}: {suite['unknown']} of {suite['cases']} with glyphs that are not known, "
              f"{suite['agreeing']} drawn as others of the same units")
    right = report["units known by"] == "none" and "U+202F" in report["missing"] and "U+180F" in report["missing"]
    claimed = sum(suite["right"] for suite in report["suites"])
    return [] if right and claimed == 0 else [f"ManchuFont: {report['units known by']}, {claimed} cases right"]


def faults_of(arguments):
    bichig, fonts, test_fonts = arguments
    noto = Path(fonts) / NOTO_3
    return (faults_of_3(bichig, noto) + faults_of_2(bichig, Path(test_fonts) / NOTO_2, noto) +
            faults_of_manchu(bichig, Path(test_fonts) / MANCHU))


if __name__ == "__main__":
    common.main("shape", faults_of)
