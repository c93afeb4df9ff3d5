"""Spelling: dictionaries, lists of a user's words, and the checker."""

from __future__ import annotations

import os
import pathlib
from typing import Callable, Iterable, Iterator, Literal, Mapping, NamedTuple, Optional, Union

from . import _native
from .errors import not_found
from .fonts import Path, installed
from .names import PROFILES, Profile, Range, chosen

__all__ = ["Checked", "Checker", "Dictionary", "DictionaryInfo", "Fault", "Form", "FormKind", "Hunspell", "LearntWord",
           "Suggestion", "WordFinding", "WordList", "default_dictionary", "set_default_dictionary"]

Fault = Literal["encoding", "suffix", "spelling", "unknown", "name", "mixed"]
"""What is wrong with a word: it looks right and has other letters; its suffix; not in the dictionary and not built as
words are, or nearly a word; not in the dictionary but well formed, or like a name (both no fault by themselves);
letters of several scripts, or codes of an old encoding."""
FormKind = Literal["word", "name", "place", "abbreviation"]

_FAULTS: tuple[Fault, ...] = ("encoding", "suffix", "spelling", "unknown", "name", "mixed")
_KINDS: tuple[FormKind, ...] = ("word", "name", "place", "abbreviation")
_KIND_NUMBERS: Mapping[str, int] = {kind: number for number, kind in enumerate(_KINDS)}


class Form(NamedTuple):
    """A word as it is written, with its endings."""

    text: str
    frequency: int
    """How often it was counted; 0 if it was not."""
    kind: FormKind
    distance: int
    """Of `near`: what the differences cost, 100 for an ordinary one."""


def _forms(rows: list[tuple[str, int, int, int]]) -> list[Form]:
    return [Form(text, frequency, _KINDS[kind], distance) for text, frequency, kind, distance in rows]


class DictionaryInfo(NamedTuple):
    """What a dictionary is. Texts are empty where nothing is known."""

    forms: int
    shapes: int
    """How many differ in what they look like."""
    bytes: int
    format: int
    """Version of its file."""
    profile: Profile
    path: str
    title: str
    version: str
    notice: str


class Dictionary:
    """A dictionary of Mongolian in the traditional script. It never changes; any number of threads may use one.

    >>> from bichig import from_latin
    >>> words = Dictionary.from_words([from_latin("nom"), from_latin("bičig")])
    >>> from_latin("nom") in words, from_latin("num") in words, len(words)
    (True, False, 2)
    >>> [form.text == from_latin("nom") for form in words.same_shape(from_latin("num"))]
    [True]
    """

    def __init__(self, native: _native.Dictionary) -> None:
        """For the class methods: `open`, `from_bytes`, `from_words`."""
        self._native = native

    @classmethod
    def open(cls, path: Path, *, whole: bool = False) -> Dictionary:
        """The folder of a built dictionary, or its file ID.shapes, which is mapped and not read. `whole`: all of the
        file is looked at for damage, not only its head."""
        return cls(_native.Dictionary.open(os.fspath(path), whole))

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "dictionary") -> Dictionary:
        """The bytes of a file ID.shapes; messages call it `name`."""
        return cls(_native.Dictionary.of_bytes(data, name))

    @classmethod
    def from_words(cls, words: Union[Iterable[str], Mapping[str, int]], *, kind: FormKind = "word",
                   profile: Profile = "gb25914", path: Optional[Path] = None) -> Dictionary:
        """A dictionary of words with their endings, or of words and how often they were counted. `path` also writes
        it there as a file ID.shapes."""
        counted = words.items() if isinstance(words, Mapping) else ((word, 0) for word in words)
        number = chosen("kind", kind, _KIND_NUMBERS)
        return cls(_native.Dictionary.of_words([(word, frequency, number) for word, frequency in counted],
                                               chosen("profile", profile, PROFILES),
                                               None if path is None else os.fspath(path)))

    @property
    def info(self) -> DictionaryInfo:
        """What it is."""
        forms, shapes, size, version, profile, *texts = self._native.info()
        return DictionaryInfo(forms, shapes, size, version, "utn57" if profile else "gb25914", *texts)

    def same_shape(self, text: str) -> list[Form]:
        """The forms that look as `text` does: itself, where it is a form, and those that have other letters."""
        return _forms(self._native.same_shape(text))

    def near(self, text: str, distance: int = 100, limit: int = 0) -> list[Form]:
        """The forms whose shape differs from that of `text` by at most `distance` (an ordinary difference is 100; more
        than 300 takes long), by distance. At most `limit`; 0: all that were found."""
        return _forms(self._native.near(text, distance, limit))

    @property
    def hunspell(self) -> Hunspell:
        """Hunspell's files beside it. NotFound where there are none."""
        return Hunspell(self._native.hunspell())

    def __contains__(self, form: object) -> bool:
        return isinstance(form, str) and self._native.contains(form)

    def __len__(self) -> int:
        return self._native.info()[0]

    def __iter__(self) -> Iterator[str]:
        first = 0
        while rows := self._native.forms(first, 1000):
            yield from (row[0] for row in rows)
            first += len(rows)

    def __repr__(self) -> str:
        info = self.info
        return f"<bichig.Dictionary: {info.forms} forms{f', {info.title}' if info.title else ''}>"


_default: Optional[Dictionary] = None


def default_dictionary() -> Dictionary:
    """The dictionary of checkers that are given none: what `set_default_dictionary` set, else the one in the folder
    that the environment variable BICHIG_DICTIONARY names, else the one that Bichig was installed with. NotFound where
    there is none."""
    global _default
    if _default is None:
        named = os.environ.get("BICHIG_DICTIONARY")
        folders = [pathlib.Path(named)] if named else installed("dictionaries/mn_Mong_CN")
        for folder in folders:
            if folder.is_dir():
                _default = Dictionary.open(folder)
                return _default
        raise not_found("Bichig's dictionary is not there", "set BICHIG_DICTIONARY to its folder, or pass a Dictionary")
    return _default


def set_default_dictionary(dictionary: Optional[Dictionary]) -> None:
    """Sets the dictionary of checkers that are given none; None goes back to the one that Bichig was installed with."""
    global _default
    _default = dictionary


class Suggestion(NamedTuple):
    """Something that may be meant by a word."""

    text: str
    cost: int
    """In hundredths of an ordinary difference; 0: looks the same."""


class Hunspell:
    """A dictionary of Hunspell, of any language. Calls from several threads wait for one another."""

    def __init__(self, native: _native.Hunspell) -> None:
        """For `open` and `Dictionary.hunspell`."""
        self._native = native

    @classmethod
    def open(cls, aff: Path, dic: Path) -> Hunspell:
        """Opens the two files of a dictionary."""
        return cls(_native.Hunspell.open(os.fspath(aff), os.fspath(dic)))

    @property
    def encoding(self) -> str:
        """Of its files."""
        return self._native.encoding()

    def covers(self, word: str) -> bool:
        """Whether the dictionary is for words of such letters."""
        return self._native.covers(word)

    def is_right(self, word: str) -> bool:
        """Whether it has the word."""
        return self._native.is_right(word)

    def suggest(self, word: str, limit: int = 5) -> list[str]:
        """Words that may be meant. It can take a tenth of a second."""
        return [text for text, _ in self._native.suggest(word, limit)]


class LearntWord(NamedTuple):
    """A word of a list."""

    text: str
    like: str
    """A word whose endings it takes; empty: none."""


class WordList:
    """Words that a user or a document adds to a dictionary, each with an example whose endings it takes. Unlike other
    classes it changes: checkers that were made with it see each change, and any number of threads may use one.

    >>> words = WordList()
    >>> words.add("Bichig")
    >>> "Bichig" in words, list(words)
    (True, ['Bichig'])
    """

    def __init__(self, path: Optional[Path] = None) -> None:
        """The list in a file of UTF-8, a word a line, after a tab its example. A file that is not there is made by the
        first change; several programs may share it. None: an empty list in memory."""
        self._native = _native.WordList.open(None if path is None else os.fspath(path))

    @classmethod
    def from_text(cls, text: str) -> WordList:
        """A list in memory of the lines of such a file."""
        made = cls.__new__(cls)
        made._native = _native.WordList.of_text(text)
        return made

    def add(self, word: str, like: str = "") -> None:
        """Adds a word, or gives it another example. A list of a file is written at once."""
        self._native.add(word, like)

    def remove(self, word: str) -> None:
        """Takes a word out; one that is not there is no failure."""
        self._native.remove(word)

    def refresh(self) -> None:
        """Reads the file again, if another program has changed it."""
        self._native.refresh()

    def save(self, path: Path) -> None:
        """Writes the words into another file, whole or not at all."""
        self._native.save(os.fspath(path))

    @property
    def words(self) -> list[LearntWord]:
        """All words in the order of the file."""
        return [LearntWord(*row) for row in self._native.words()]

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._native.contains(word)

    def __iter__(self) -> Iterator[str]:
        return iter([word for word, _ in self._native.words()])

    def __len__(self) -> int:
        return len(self._native.words())


class WordFinding(NamedTuple):
    """A word with something to say of."""

    range: Range
    """The word; for a suffix after a space the word before it too."""
    fault: Fault
    certain: bool
    """The first suggestion can be taken unseen."""
    id: str
    """A stable name of the reason, such as "old-connector"."""
    reason: str
    """In one line."""
    suggestions: list[Suggestion]
    """Each replaces the range; the best first."""

    @property
    def is_wrong(self) -> bool:
        """False of the classes that are no fault by themselves: "unknown" and "name"."""
        return self.fault not in ("unknown", "name")


class Checked(NamedTuple):
    """What a check found, and what it looked at."""

    findings: list[WordFinding]
    words: int
    """Mongolian words, and words of other dictionaries."""
    searched: bool
    """False: there were more words to search suggestions for than `searches`."""


class Checker:
    """Finds what is wrong with the words of a text. Any number of threads may use one.

    >>> from bichig import from_latin
    >>> checker = Checker(Dictionary.from_words([from_latin("nom")]))
    >>> [(finding.fault, finding.suggestions[0].text == from_latin("nom"))
    ...  for finding in checker.check(from_latin("num"))]
    [('encoding', True)]
    """

    def __init__(self, dictionary: Optional[Dictionary] = None, *, others: Iterable[Hunspell] = (),
                 personal: Iterable[WordList] = ()) -> None:
        """A checker of `dictionary` (the default one unless it is given), of dictionaries of other scripts, whose words
        are then checked too, and of lists of words."""
        self._native = _native.Checker((dictionary or default_dictionary())._native,
                                       [other._native for other in others], [words._native for words in personal])

    def check(self, text: str, *, suggestions: bool = True, limit: int = 5, accept_nnbsp: bool = False,
              word_budget: int = 2000, searches: int = 100_000, ask_hunspell: bool = False,
              progress: Optional[Callable[[int, int], Optional[bool]]] = None) -> list[WordFinding]:
        """The findings in a text, in order and without overlap.

        `suggestions` False: none that cost a search. At most `limit` for each word, in `word_budget` microseconds, for
        `searches` different words of the text. `accept_nnbsp`: NNBSP is right before a suffix, as in text of before
        2023. `ask_hunspell`: Hunspell is asked for words that nothing else was found for; slow. `progress` as
        `Document.write` has it.
        """
        return self.report(text, suggestions=suggestions, limit=limit, accept_nnbsp=accept_nnbsp,
                              word_budget=word_budget, searches=searches, ask_hunspell=ask_hunspell,
                              progress=progress).findings

    def report(self, text: str, *, suggestions: bool = True, limit: int = 5, accept_nnbsp: bool = False,
                  word_budget: int = 2000, searches: int = 100_000, ask_hunspell: bool = False,
                  progress: Optional[Callable[[int, int], Optional[bool]]] = None) -> Checked:
        """`check`, with how many words there are."""
        rows, words, searched = self._native.check(text, suggestions, limit, accept_nnbsp, word_budget, searches,
                                                   ask_hunspell, progress)
        found = [WordFinding(Range(begin, end), _FAULTS[fault], certain, name, reason,
                             [Suggestion(*suggestion) for suggestion in meant])
                 for begin, end, fault, certain, name, reason, meant in rows]
        return Checked(found, words, searched)

    def is_right(self, word: str) -> bool:
        """Whether a word, a stem with its suffixes after MVS, is right."""
        return self._native.is_right(word)

    def suggest(self, word: str, *, limit: int = 5, ask_hunspell: bool = False) -> list[Suggestion]:
        """What may be meant by a word, the best first, whether or not it is right."""
        return [Suggestion(*row) for row in self._native.suggest(word, limit, ask_hunspell)]

    def fix(self, text: str, faults: Iterable[Fault] = ("encoding", "suffix"), *, accept_nnbsp: bool = False) -> str:
        """The text with the corrections of these classes that are certain."""
        wanted, parts, done = set(faults), [], 0
        text = str(text)
        for finding in self.check(text, accept_nnbsp=accept_nnbsp):
            if finding.certain and finding.fault in wanted and finding.suggestions:
                parts += [text[done:finding.range.begin], finding.suggestions[0].text]
                done = finding.range.end
        return "".join([*parts, text[done:]])
