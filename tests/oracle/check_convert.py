#!/usr/bin/env python3
"""Menksoft glyph codes to Unicode and back, on the golden rows of the crate mongol-convert 0.7.1.

Usage: check_convert.py BICHIG GOLDEN.tsv MENKSOFT.tsv
Each row that has a Menksoft side goes to Unicode and back. At
least 99 % of them must draw the same, and no row may lose
anything that it draws. The Unicode letters U+1840–1842, for which the crate has no codes, count as their glyphs."""
import pathlib
import re
import subprocess
import sys
import tempfile

ROWS = 11492
LETTERS = {"\u1840": "\uE34B", "\u1841": "\uE34E", "\u1842": "\uE34F"}
JOINER = "\u200D"


def read_ink(path):
    """Code -> what it draws."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    column = lines[0].split("\t").index("ink")
    return {chr(int(line.split("\t")[0], 16)): line.split("\t")[column].split() for line in lines[1:]}


def read_rows(path):
    """The Menksoft text of each golden row that has one, and the number of all rows."""
    texts = []
    lines = path.read_text(encoding="ascii").splitlines()
    for line in lines:
        source, target, given, made, _ = line.split("\t")
        for name, text in ((source, given), (target, made)):
            if name == "Menk_Shape":
                texts.append(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text))
    return texts, len(lines)


def drawn(text, ink):
    return [stroke for c in text if c != JOINER for stroke in ink.get(LETTERS.get(c, c), [c])]


def convert(bichig, source, target, *options):
    done = subprocess.run([bichig, "convert", *options, source, "-o", target], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"bichig convert {' '.join(options)}: {done.stderr}")
    return target.read_text(encoding="utf-8").split("\n"), done.stderr.count("kept as it is")


def main():
    bichig, golden, table = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    ink = read_ink(table)
    texts, rows = read_rows(golden)
    if rows != ROWS or not texts or any("\n" in text or "\r" in text for text in texts):
        sys.exit(f"{golden} is not the file of mongol-convert 0.7.1")
    with tempfile.TemporaryDirectory() as folder:
        given, middle, back = (pathlib.Path(folder) / name for name in ("menksoft", "unicode", "back"))
        given.write_text("\n".join(texts), encoding="utf-8")
        _, kept = convert(bichig, given, middle, "--from", "menksoft")
        made, _ = convert(bichig, middle, back, "--from", "unicode", "--to", "menksoft")
    if len(made) != len(texts):
        sys.exit(f"{len(texts)} lines became {len(made)}")
    same = 0
    lost = []
    for text, result in zip(texts, made):
        before, after = drawn(text, ink), drawn(result, ink)
        same += before == after
        if before != after:
            print(f"differs: {text.encode('unicode_escape').decode()} -> {result.encode('unicode_escape').decode()}")
        letters = [stroke for stroke in set(before) if len(stroke) < 3 and stroke.isalpha()]
        if any(after.count(stroke) < before.count(stroke) for stroke in letters):
            lost.append(text)
    print(f"{same} of {len(texts)} rows draw the same ({100 * same / len(texts):.2f} %), {len(lost)} lost something, "
          f"{kept} words were kept as they were")
    return 0 if same >= 0.99 * len(texts) and not lost else 1


if __name__ == "__main__":
    sys.exit(main())
