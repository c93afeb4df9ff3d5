#!/usr/bin/env python3
"""Legacy encodings on the golden rows of the crate mongol-convert 0.7.1, judged by what is drawn.

Usage: check_convert.py BICHIG CRATES TABLES
CRATES is the folder of crates that ./dev setup fetches, TABLES is data/legacy. Each row that has a Menksoft side goes
to Unicode and back; rows of letters and of Z52 beside a Menksoft side are drawn and compared with it. What is drawn
are the strokes of the glyphs, marks and gaps; selectors, ZWJ and ZWNJ draw nothing beside a glyph code. Where the
crate left codes of the source unconverted in its answer, or knows no code, its side says nothing, and the row is named
so."""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

ROWS = 11492
GOLDEN = "mongol-convert-0.7.1/tests/golden/golden.tsv"
MENKSOFT = "Menk_Shape"
ENCODINGS = {"Delehi": "delehi", "Menk_Letter": "menksoft-letter", "Z52": "z52"}
LETTERS = {"\u1840": "\uE34B", "\u1841": "\uE34E", "\u1842": "\uE34F"}  # the crate has no codes for them
UNDRAWN = set("\u180B\u180C\u180D\u180F\u200C\u200D")
GAPS = {c: "gap" for c in "\uE263\u00A0\u202F\u180E"}
# What must hold at least: shares of rows, and of the words that the crate converted.
FLOORS = {"round trip": 0.995, "Delehi": 0.90, "Menk_Letter": 0.90, "Z52": 0.97}

# Why letters are drawn in another way here than by the crate: the first that fits the word.
CLASSES = [(name, re.compile(pattern)) for name, pattern in (
    ("the crate draws a medial form before MVS, or leaves MVS out", "\u180E"),
    ("a particle is drawn as GB/T 25914-2023 has it", "\u202F|\\b(\u1824\u1824|\u1826\u180B?\u1826)\\b"),
    ("the crate leaves nirugu out", "\u180A"),
    ("the crate draws U+183B as U+183A, or a t beside it in another way", "[\u183A\u183B]"),
    ("GB/T 25914-2023 has no such form: the word is kept and reported", "\\b[\u1823\u1825]\u180B"),
    ("the crate draws g with FVS1 in another way than the names of Menksoft's glyphs say", "\u182D\u180B"),
    ("the crate draws y with FVS1 in another way than the names of Menksoft's glyphs say", "\u1836\u180B"),
    ("the crate draws final n with FVS1 with a separated a", "\u1828\u180B(?![\u1820-\u1842])"),
    ("the crate draws h and g of words without a or e as masculine", "\\b[^\u1820\u1821\u1823-\u1826]*[\u182C\u182D]"),
    ("the crate draws ü otherwise after FVS1", "\u1826\u180B"),
)]


def read_table(path, column):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    index = lines[0].split("\t").index(column)
    return {chr(int(line.split("\t")[0], 16)): line.split("\t")[index] for line in lines[1:]}


def read_rows(path):
    """(encoding, text, encoding, text) of each row."""
    rows = []
    for line in path.read_text(encoding="ascii").splitlines():
        source, target, given, made, _ = line.split("\t")
        given, made = (re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text) for text in (given, made))
        rows.append((source, given, target, made))
    return rows


class Drawing:
    """What Menksoft text draws, as a list of strokes and marks."""

    def __init__(self, tables):
        self.ink = {code: ink.split() for code, ink in read_table(tables / "menksoft.tsv", "ink").items()}
        self.marks = {code: chr(int(mark, 16))
                      for code, mark in read_table(tables / "menksoft_marks.tsv", "character").items() if mark != "-"}

    def __call__(self, text):
        out = []
        for c in text:
            c = LETTERS.get(c, c)
            if c not in UNDRAWN:
                out += self.ink.get(c) or [GAPS.get(c) or self.marks.get(c, c)]
        return out


class Bichig:
    def __init__(self, command, folder):
        self.command, self.folder = command, pathlib.Path(folder)

    def convert(self, texts, *options):
        """Each text converted, and the messages."""
        given, made = self.folder / "given", self.folder / "made"
        given.write_text("\n".join(texts), encoding="utf-8")
        done = subprocess.run([self.command, "convert", *options, given, "-o", made], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"bichig convert {' '.join(options)}: {done.stderr}")
        lines = made.read_text(encoding="utf-8").split("\n")
        if len(lines) != len(texts):
            sys.exit(f"bichig convert {' '.join(options)}: {len(texts)} lines became {len(lines)}")
        return lines, done.stderr.splitlines()


def escaped(text):
    return text.encode("unicode_escape").decode()


def check_round_trip(rows, bichig, drawn):
    texts = [text for row in rows for encoding, text in (row[:2], row[2:]) if encoding == MENKSOFT]
    print(f"{len(rows)} rows, {len(texts)} with a Menksoft side: "
          + ", ".join(f"{n} {source} to {target}" for (source, target), n
                      in collections.Counter((row[0], row[2]) for row in rows if MENKSOFT in row).items()))
    middle, messages = bichig.convert(texts, "--from", "menksoft")
    back, _ = bichig.convert(middle, "--from", "unicode", "--to", "menksoft")
    kept = collections.Counter(re.sub(r"^.*?:\d+:\d+: ", "", line) for line in messages)
    for message, number in kept.most_common():
        print(f"  {number} times: {message}")
    same, lost = 0, 0
    for text, result in zip(texts, back):
        before, after = drawn(text), drawn(result)
        same += before == after
        missing = collections.Counter(before) - collections.Counter(after)
        lost += bool(missing)
        if before != after or missing:
            print(f"differs: {escaped(text)} -> {escaped(result)}")
    print(f"Menksoft, Unicode, Menksoft: {same} of {len(texts)} draw the same ({100 * same / len(texts):.2f} %), "
          f"{lost} lost something")
    return same >= FLOORS["round trip"] * len(texts) and lost == 0


def check_own_round_trip(rows, drawn):
    """How the crate itself fares, as far as its rows tell: Menksoft to Delehi's letters and back."""
    letters = {given: made for source, given, target, made in rows if (source, target) == (MENKSOFT, "Delehi")}
    back = {given: made for source, given, target, made in rows if (source, target) == ("Delehi", MENKSOFT)}
    pairs = [(given, back[made]) for given, made in letters.items() if made in back]
    same = sum(drawn(given) == drawn(result) for given, result in pairs)
    print(f"the crate itself, by the letters of Delehi: {same} of {len(pairs)} that stand in its rows")


def crate_gave_up(encoding, text, menksoft):
    """Why the crate's Menksoft side does not say what `text` draws, or None."""
    if any(c in "\u180B\u180C\u180D\u180E" for c in menksoft):
        return "the crate left a selector or MVS as it was"
    if any("\u1820" <= c <= "\u18AA" for c in menksoft):
        return "the crate has no code for a letter"
    if "\u200D" in text:
        return "the crate does not join at ZWJ"
    return None


def words_with_suffixes(given, made):
    """The words of a text with the glyph codes for each; a suffix, which the crate writes after a space, stays."""
    separators = re.findall("[ \u202F]", given)
    words, codes = re.split("[ \u202F]", given), re.split("[ \u202F]", made)
    if len(words) != len(codes):
        return
    for index, separator in reversed(list(enumerate(separators))):
        if separator == "\u202F":
            words[index:index + 2] = ["\u202F".join(words[index:index + 2])]
            codes[index:index + 2] = ["\u202F".join(codes[index:index + 2])]
    yield from ((word, code) for word, code in zip(words, codes) if word)


def check_encoding(encoding, rows, bichig, drawn):
    """Word by word: what is drawn beside what the crate's glyph codes draw."""
    pairs = {}
    for source, given, target, made in rows:
        if (source, target) == (encoding, MENKSOFT):
            pairs.update(words_with_suffixes(given, made))
    middle, _ = bichig.convert(list(pairs), "--from", ENCODINGS[encoding])
    back, _ = bichig.convert(middle, "--from", "unicode", "--to", "menksoft")
    same, judged = 0, 0
    reasons = collections.Counter()
    for (word, codes), result in zip(pairs.items(), back):
        equal = drawn(result) == drawn(codes)
        reason = crate_gave_up(encoding, word, codes)
        if reason:
            reasons[reason + (" (drawn the same all the same)" if equal else "")] += 1
            continue
        judged += 1
        same += equal
        if not equal:
            reason = next((name for name, holds in CLASSES if holds.search(word)), "not explained")
            reasons[reason] += 1
            print(f"differs ({encoding}; {reason}): {escaped(word)}: {escaped(codes)}, here {escaped(result)}")
    print(f"{encoding}: {len(pairs)} words, {judged} that the crate converted, {same} of them draw the same "
          f"({100 * same / judged:.1f} %)")
    for reason, number in reasons.most_common():
        print(f"  {number} words: {reason}")
    return same >= FLOORS[encoding] * judged


def main():
    golden, tables = pathlib.Path(sys.argv[2]) / GOLDEN, pathlib.Path(sys.argv[3])
    if not golden.is_file():
        sys.exit(f"{golden} is missing (run ./dev setup, which fetches it)")
    rows = read_rows(golden)
    if len(rows) != ROWS or any("\n" in text or "\r" in text for row in rows for text in row):
        sys.exit(f"{golden} is not the file of mongol-convert 0.7.1 (remove its folder and run ./dev setup)")
    drawn = Drawing(tables)
    with tempfile.TemporaryDirectory() as folder:
        bichig = Bichig(sys.argv[1], folder)
        good = [check_round_trip(rows, bichig, drawn)]
        check_own_round_trip(rows, drawn)
        good += [check_encoding(encoding, rows, bichig, drawn) for encoding in ENCODINGS]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
