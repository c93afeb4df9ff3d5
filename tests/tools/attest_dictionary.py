#!/usr/bin/env python3
"""Who else knows the stems of a dictionary source: fills the column `evidence` of its entries, or checks the shares.

Two witnesses, each named in dictionary.toml under [evidence]:
  wordbank     a list of words in the traditional script, one a line: a form of the entry has the shape of one of them
  hunspell_mn  the Cyrillic dictionary of Debian's package hunspell-mn: it accepts what stands in the column `cyrillic`
A witness says that a word exists, and the first that it is drawn so; neither says that its letters are right. Where a
witness is absent, what the column holds of it is kept and counted, and that is said.

Rows whose status is rejected are not counted. Only the column `evidence` is ever rewritten.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDBANK, HUNSPELL = "wordbank", "hunspell_mn"
WITNESSES = (WORDBANK, HUNSPELL)
TITLES = {WORDBANK: "(a) shape in the word bank", HUNSPELL: "(b) Cyrillic form in hunspell-mn"}
LEAST = 90  # per cent of the stems that (a) or (b) must know
COLUMNS = ("stem", "pos", "paradigm", "cyrillic", "evidence", "status")
VOWELS = set("aeiouöüë")


class Broken(Exception):
    """The question could not be asked at all."""


@dataclass
class Row:
    """One entry: where it stands, its cells by name, and which witnesses know it (None: not asked)."""
    file: pathlib.Path
    line: int
    cells: dict
    known: dict = field(default_factory=dict)

    def evidence(self):
        """The ids for the column: of witnesses that were asked their answer, of others what stands there."""
        before = self.cells["evidence"].split()
        kept = [name for name in before if self.known.get(name) is None]
        return sorted({*kept, *(name for name in WITNESSES if self.known.get(name))})


def filter_lines(command, lines):
    """What a program that answers line by line says to `lines`."""
    try:
        done = subprocess.run([str(part) for part in command], input="".join(f"{line}\n" for line in lines),
                              capture_output=True, text=True, encoding="utf-8", timeout=300)
    except FileNotFoundError as error:
        raise Broken(f"{command[0]} is missing (build it, or run ./dev setup)") from error
    if done.returncode != 0:
        raise Broken(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr.strip()[:500]}")
    return done.stdout.split("\n")[:-1]


def same_count(lines, answers, command):
    if len(answers) != len(lines):
        raise Broken(f"{command} gave {len(answers)} lines for {len(lines)} (is there a line break in a word?)")
    return answers


def to_mongolian(bichig, stems):
    command = [bichig, "translit", "--from", "eac", "--to", "mongolian"]
    return same_count(stems, filter_lines(command, stems), "translit")


def shape_keys(bichig, words):
    return same_count(words, filter_lines([bichig, "key"], words), "key")


def entry_files(folder):
    """The files that dictionary.toml names and that are there; one that is not is named on standard error."""
    source = folder / "dictionary.toml"
    try:
        with source.open("rb") as stream:
            listed = [folder / row["path"] for row in tomllib.load(stream)["files"]]
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise Broken(f"{source}: cannot be read: {error!r}") from error
    for path in listed:
        if not path.is_file():
            print(f"{path}: is not there, left out", file=sys.stderr)
    return [path for path in listed if path.is_file()]


def read_rows(path):
    """The entries of a file. The head is the first line that is not empty and no comment."""
    rows, head = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if head is None:
            head = cells
            missing = [name for name in COLUMNS if name not in head]
            if missing:
                raise Broken(f"{path}:{number}: has no column {', '.join(missing)}")
        elif len(cells) != len(head):
            raise Broken(f"{path}:{number}: has {len(cells)} cells where the head has {len(head)}")
        else:
            rows.append(Row(path, number, dict(zip(head, cells))))
    return rows


def is_masculine(stem):
    """The gender of the last vowel that has one; i alone is feminine."""
    decisive = [letter for letter in stem if letter in "aoueöüë"]
    return bool(decisive) and decisive[-1] in "aou"


def forms_of(cells):
    """The forms of an entry that a word list may hold in place of the stem: the form in -n of a word that has one, of
    a verb that with which dictionaries list it and the past."""
    stem = cells["stem"]
    forms = [stem]
    if any(part.endswith("_n") for part in cells["paradigm"].split("+")):  # noun_n, hidden_n, numeral_n, pronoun_n
        forms.append(f"{stem[:-2]}{stem[-1]}n" if stem[-2:-1] == "_" else f"{stem}n")
    if cells["pos"] == "verb":
        joint = "" if stem[-1] in VOWELS else "u"
        endings = ["xu", f"{joint}gsan"] if is_masculine(stem) else ["xü", f"{joint}gsen".replace("u", "ü")]
        forms += [stem + ending for ending in endings]
    return forms


def ask_wordbank(bichig, wordbank, rows):
    words = [line.strip() for line in wordbank.read_text(encoding="utf-8").splitlines() if line.strip()]
    if len(words) < 2:
        raise Broken(f"{wordbank}: has no words (one a line are expected)")
    shapes = set(shape_keys(bichig, words))
    forms = sorted({form for row in rows for form in forms_of(row.cells)})
    shape_of = dict(zip(forms, shape_keys(bichig, to_mongolian(bichig, forms))))
    for row in rows:
        row.known[WORDBANK] = any(shape_of[form] in shapes for form in forms_of(row.cells))


def ask_hunspell(hunspell, rows):
    command = [hunspell, "-d", "mn_MN", "-i", "utf-8", "-l"]
    if "байна" in filter_lines(command, ["байна"]):
        raise Broken(f"{' '.join(command)} knows no Mongolian (install hunspell-mn)")
    words = sorted({row.cells["cyrillic"] for row in rows if row.cells["cyrillic"]})
    unknown = set(filter_lines(command, words))
    for row in rows:
        parts = row.cells["cyrillic"].split()
        row.known[HUNSPELL] = bool(parts) and not any(part in unknown for part in parts)


def write_evidence(rows):
    """Rewrites the column of the files whose evidence changed; each file appears whole. Returns their names."""
    changed = {row.file for row in rows if row.cells["evidence"] != " ".join(row.evidence())}
    for path in sorted(changed):
        lines = path.read_text(encoding="utf-8").split("\n")
        for row in (row for row in rows if row.file == path):
            cells = lines[row.line - 1].split("\t")
            cells[list(row.cells).index("evidence")] = " ".join(row.evidence())
            lines[row.line - 1] = "\t".join(cells)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, encoding="utf-8", newline="\n", delete=False) as stream:
            stream.write("\n".join(lines))
        os.chmod(stream.name, path.stat().st_mode)
        os.replace(stream.name, path)
    return sorted(changed)


def share(rows, knows):
    return 100 * sum(map(knows, rows)) / len(rows) if rows else 0.0


def print_shares(rows):
    """Prints the shares of each file and of all; returns that of all for (a or b)."""
    def of(name):
        return lambda row: name in row.evidence()

    def either(row):
        return bool(set(row.evidence()) & set(WITNESSES))

    print(f"{'stems':>6} {'(a)':>7} {'(b)':>7} {'(a or b)':>9}  file")
    for name in [*dict.fromkeys(row.file for row in rows), "all"]:
        part = [row for row in rows if name in (row.file, "all")]
        print(f"{len(part):6} {share(part, of(WORDBANK)):6.1f}% {share(part, of(HUNSPELL)):6.1f}% "
              f"{share(part, either):8.1f}%  {name if name == 'all' else name.name}")
    rest = [row for row in rows if not either(row)]
    print(f"known to neither, for review: {len(rest)}")
    for row in rest:
        print(f"  {row.file.name}:{row.line}: {row.cells['stem']} ({row.cells['cyrillic'] or 'no Cyrillic form'})")
    return share(rows, either)


def faults_of(rows, either, least):
    """What a check must not let pass: too small a share, and evidence that its witness does not confirm."""
    faults = []
    if not rows:
        faults.append("the dictionary has no entries")
    elif either < least:
        faults.append(f"{either:.1f} % of the stems are known to (a) or (b), less than {least} %")
    for row in rows:
        for name in row.cells["evidence"].split():
            if row.known.get(name) is False:
                faults.append(f"{row.file}:{row.line}: {row.cells['stem']}: {name} does not confirm it (run "
                              f"tests/tools/attest_dictionary.py --write)")
    return faults


def present(path):
    return path is not None and path.is_file()


def ask(options, rows):
    if present(options.wordbank):
        ask_wordbank(options.bichig, options.wordbank, rows)
    else:
        where = f"{options.wordbank} is absent" if options.wordbank else "no file was named"
        print(f"SKIPPED {TITLES[WORDBANK]}: {where} (name one by --wordbank or BICHIG_WORDBANK); "
              "what the entries hold is kept")
    try:
        ask_hunspell(options.hunspell, rows)
    except Broken as error:
        if not options.without_hunspell:
            raise
        print(f"SKIPPED {TITLES[HUNSPELL]}: {error}; what the entries hold is kept")


def arguments(given):
    from_environment = os.environ.get("BICHIG_WORDBANK")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bichig", required=True, help="the command bichig")
    parser.add_argument("--dictionary", type=pathlib.Path, default=ROOT / "data/dictionary")
    parser.add_argument("--wordbank", type=pathlib.Path, default=from_environment and pathlib.Path(from_environment),
                        help="the word list; by default what BICHIG_WORDBANK names")
    parser.add_argument("--hunspell", default="hunspell", help="the command hunspell")
    parser.add_argument("--without-hunspell", action="store_true", help="go on where hunspell-mn is not installed")
    parser.add_argument("--write", action="store_true", help="rewrite the column `evidence`")
    parser.add_argument("--least", type=float, default=LEAST, help="per cent that (a) or (b) must know")
    return parser.parse_args(given)


def main(given=None):
    options = arguments(given)
    try:
        rows = [row for path in entry_files(options.dictionary) for row in read_rows(path)]
        ask(options, rows)
        counted = [row for row in rows if row.cells["status"] != "rejected"]
        either = print_shares(counted)
        if options.write:
            for path in write_evidence(rows):
                print(f"rewritten: {path}")
            return 0
        faults = faults_of(counted, either, options.least)
    except (Broken, OSError, UnicodeDecodeError) as error:
        faults = [str(error)]
    for fault in faults:
        print(f"dictionary_attestation: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
