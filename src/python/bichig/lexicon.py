"""For linguists: the tables that a dictionary is built from, judged, shown and built."""

from __future__ import annotations

import os
from typing import NamedTuple, Optional

from . import _native
from .document import Progress
from .fonts import Path
from .names import Finding
from .spelling import Dictionary

__all__ = ["BuildReport", "Entry", "Lexicon", "LexiconInfo", "ParadigmForm", "lint"]


class LexiconInfo(NamedTuple):
    """What the source of a dictionary says of itself."""

    id: str
    """Its files are called ID.shapes, and so on."""
    title: str
    version: str
    date: str
    language: str
    licence: str
    statement: str
    entries: int
    forms: int
    """Of all entries; some are alike."""


class Entry(NamedTuple):
    """A row that makes forms."""

    number: int
    stem: str
    latin: str
    part_of_speech: str
    status: str
    """ "unreviewed", "reviewed" or "disputed"."""
    paradigm: str
    cyrillic: str
    gloss_zh: str
    frequency: int
    forms: int
    """How many it makes."""
    file: str
    line: int


class ParadigmForm(NamedTuple):
    """A form of a paradigm."""

    text: str
    latin: str
    units: str
    """In the notation of UTN #57."""
    group: str
    """The group that begins the chain; empty for the stem alone."""
    chain: str
    """The suffixes, parted by spaces: "plural_ud genitive"."""


class BuildReport(NamedTuple):
    """What was built."""

    entries: int
    forms: int
    distinct_forms: int
    classes: int
    """Of suffixes."""


class Lexicon:
    """The source of a dictionary, as it stood when it was opened: data/dictionary/README.md describes its tables."""

    def __init__(self, folder: Path, *, strict: bool = False) -> None:
        """Reads the tables. Rows that cannot be used are left out and listed in `findings`; `strict`: the first is
        InvalidInput, with its place."""
        self._native = _native.Lexicon(os.fspath(folder), strict)

    @property
    def findings(self) -> list[Finding]:
        """The rows that were left out."""
        return [Finding(*row) for row in self._native.findings()]

    @property
    def info(self) -> LexiconInfo:
        """What it says of itself."""
        return LexiconInfo(*self._native.info())

    def entries(self, word: str = "") -> list[Entry]:
        """The entries whose stem is `word`, in Latin or in Mongolian letters; all where it is empty."""
        return [Entry(*row) for row in self._native.entries(word)]

    def paradigm(self, entry: Entry) -> list[ParadigmForm]:
        """The forms of an entry: the stem if it is a word, then group by group."""
        return [ParadigmForm(*row) for row in self._native.paradigm(entry.number)]

    def build(self, folder: Path, *, progress: Optional[Progress] = None) -> BuildReport:
        """Writes Hunspell's files, ID.shapes and NOTICE into a folder, which is made if it is not there."""
        return BuildReport(*self._native.build(os.fspath(folder), progress))

    def make(self) -> Dictionary:
        """The dictionary in memory, without Hunspell's files."""
        return Dictionary(self._native.make())


def lint(folder: Path) -> list[Finding]:
    """All that is wrong, or worth a look, in the tables of a folder, by file, line and column."""
    return [Finding(*row) for row in _native.lint(os.fspath(folder))]
