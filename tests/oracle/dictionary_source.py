"""A second reading of a dictionary's source: its tables, every form they make, and forms that they must not make.

Forms are in Latin (EAC MGC/01-02). A suffix stands after CONNECTOR here, so that it is known from the `_` of a
separated final a or e; latin() writes both as `_`.
"""
import dataclasses
import pathlib
import re
import subprocess
import tomllib

import common

CONNECTOR, MVS, NNBSP = "~", "\u180e", "\u202f"
MASCULINE, FEMININE = "aou", "eöü"
HARD = ("b", "g", "d", "r", "s")
LETTER = re.compile(r"nɡ|lh|.[\u0300-\u036f]*")
SEPARATED_FINAL = re.compile(r"_[ae]$")
CLASS_MARKS = ("vowel", "n", "hard", "soft")
SELECTORS = "'\"`"


class Table:
    """A table of the source: rows as dictionaries, each with its place."""

    def __init__(self, path):
        self.rows = []
        header = None
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise common.Broken(f"{path}: {error}") from error
        for number, line in enumerate(lines, 1):
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
                continue
            if len(cells) != len(header):
                raise common.Broken(f"{path}:{number}: {len(cells)} cells under {len(header)} names")
            self.rows.append({**dict(zip(header, cells)), "place": f"{path.name}:{number}"})


@dataclasses.dataclass(frozen=True)
class Stem:
    """What suffixes depend on."""
    latin: str
    pos: str
    masculine: bool
    ending: str | None  # a mark that overrides what the letters say


@dataclasses.dataclass(frozen=True)
class Form:
    """A form, and how its last suffix could be wrong: other letters for it, each with the reason."""
    text: str
    wrong: tuple = ()

    def wrong_forms(self):
        return ((self.text[:-len(good)] + bad, reason) for good, bad, reason in self.wrong)


def latin(form):
    return form.replace(CONNECTOR, "_")


def ending_of(text):
    """vowel, n, hard or soft, by the last letter (a selector after it is none)."""
    last = LETTER.findall(text.rstrip(SELECTORS))[-1]
    if last in "aeiouöüë":
        return "vowel"
    return "n" if last == "n" else "hard" if last in HARD else "soft"


def is_masculine(text):
    """By the last vowel that is not i; a word without one is feminine."""
    vowels = [letter for letter in text if letter in MASCULINE + FEMININE + "ë"]
    return bool(vowels) and vowels[-1] in MASCULINE


def stem_of(row):
    marks = row["marks"].split()
    masculine = "masculine" in marks or "feminine" not in marks and is_masculine(row["stem"])
    return Stem(row["stem"], row["pos"], masculine, next((mark for mark in marks if mark in CLASS_MARKS), None))


class Suffix:
    """The rows of one suffix."""

    def __init__(self, name):
        self.name, self.rows = name, []

    def row(self, text, pos, ending):
        """The row that holds after `text`: the longest letters that fit beat the classes. None if there is no form."""
        fitting = [row for row in self.rows if (not row["of"] or pos in row["of"].split("+"))
                   and text.endswith(row["drop"])]
        best, longest = None, -1
        for row in fitting:
            for after in row["after"].split("+"):
                weight = len(after) if after.startswith("-") else 0
                fits = text.endswith(after[1:]) if weight else after in ("any", ending)
                if fits and weight > longest:
                    best, longest = row, weight
        return None if best is None or best["masculine"] == "-" else best

    def wrong(self, row, masculine):
        """(right letters, wrong letters, reason) for the other gender and for the other of d and t."""
        right, other = (row["masculine"], row["feminine"])[::1 if masculine else -1]
        if other != right:
            yield right, other, "harmony"
        for candidate in self.rows:
            letters = candidate["masculine" if masculine else "feminine"]
            if letters != right and letters[1:] == right[1:] and {letters[0], right[0]} == {"d", "t"}:
                yield right, letters, "d/t"


class Dictionary:
    """The source in `folder`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.manifest = self.toml("dictionary.toml")
        self.entries, self.suffixes = [], {}
        for file in self.manifest["files"]:
            for row in Table(self.folder / file["path"]).rows:
                row["place"] = f"{pathlib.PurePath(file['path']).parent}/{row['place']}"
                self.entries.append(row)
        for row in Table(self.folder / self.manifest["dictionary"]["suffixes"]).rows:
            self.suffixes.setdefault(row["suffix"], Suffix(row["suffix"])).rows.append(row)
        paradigms = self.toml(self.manifest["dictionary"]["paradigms"])
        self.groups, self.paradigms = paradigms["groups"], paradigms["paradigms"]

    def toml(self, name):
        try:
            return tomllib.loads((self.folder / name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise common.Broken(f"{name}: {error}") from error

    def table(self, name):
        """The rows of a table that the manifest names: glossary, typos, gold."""
        return Table(self.folder / self.manifest["dictionary"][name]).rows

    def forms(self, row):
        """Every form of a row of entries."""
        stem = stem_of(row)
        paradigm, *more = row["paradigm"].split("+")
        known = self.paradigms.get(paradigm, {"groups": []})
        if known.get("stem", True):
            yield Form(stem.latin)
        for group in [*known["groups"], *more]:
            yield from self.grown(stem, stem.latin, stem.ending or ending_of(stem.latin), group)

    def grown(self, stem, text, ending, name):
        """The forms that a group makes of `text`, and those that the groups after it make of them."""
        group = self.groups[name]
        for suffix in (self.suffixes[each] for each in group["suffixes"]):
            row = suffix.row(text, stem.pos, ending)
            if row is None:
                continue
            base = text[:len(text) - len(row["drop"])]
            if row["joined"] == "connector":
                base += CONNECTOR
            elif SEPARATED_FINAL.search(base):
                base = base[:-2] + base[-1]
            grown = base + row["masculine" if stem.masculine else "feminine"]
            if group.get("word", True):
                yield Form(grown, tuple(suffix.wrong(row, stem.masculine)))
            for following in group.get("then", []):
                yield from self.grown(stem, grown, ending_of(grown), following)

    def all_forms(self):
        """(row, form) of every row that is not rejected."""
        for row in self.entries:
            if row["status"] != "rejected":
                for form in self.forms(row):
                    yield row, form


def lines_of(command, lines):
    """What a program answers to lines of text, line by line."""
    done = subprocess.run([str(part) for part in command], input="".join(line + "\n" for line in lines).encode(),
                          capture_output=True)
    if done.returncode != 0:
        raise common.Broken(f"{' '.join(map(str, command))} ended with {done.returncode}: "
                            f"{done.stderr.decode(errors='replace').strip()[:500]}")
    answers = done.stdout.decode().splitlines()
    if len(answers) != len(lines):
        raise common.Broken(f"{' '.join(map(str, command))}: {len(lines)} lines, {len(answers)} answers")
    return answers


def letters(bichig, forms):
    """Forms in Mongolian letters."""
    return lines_of([bichig, "translit", "--from", "eac", "--to", "mongolian", "-"], [latin(form) for form in forms])


def with_nnbsp(form, text):
    """`text`, the letters of `form`, with U+202F for its connectors, as text of before 2023 has them."""
    kinds = iter(re.findall(f"[_{CONNECTOR}]", form))
    return re.sub(MVS, lambda _: NNBSP if next(kinds) == CONNECTOR else MVS, text)
