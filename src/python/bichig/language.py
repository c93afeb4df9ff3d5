"""Any text: boundaries, words, syllables, counting, order."""

from __future__ import annotations

from typing import Iterable, NamedTuple

from . import _native
from .names import BOUNDARIES, HAN_ORDERS, SEGMENT_KINDS, Boundary, HanOrder, Range, SegmentKind, chosen

__all__ = ["Collator", "Counts", "Segment", "boundaries", "count", "segments", "syllables", "words"]


def boundaries(text: str, kind: Boundary = "graphemes") -> list[int]:
    """Indexes of `text`, in order, where a caret may stand, sentences begin, lines may or must end.

    >>> boundaries("ab", "graphemes")
    [0, 1, 2]
    """
    return _native.boundaries(text, chosen("kind of boundary", kind, BOUNDARIES))


class Segment(NamedTuple):
    """A piece of a text between two word boundaries."""

    range: Range
    kind: SegmentKind


def segments(text: str, *, suffixes_apart: bool = False) -> list[Segment]:
    """The text cut at word boundaries, without gaps. `suffixes_apart`: the stem, then each connector with its suffix.

    >>> [segment.kind for segment in segments("a 1.")]
    ['word', 'blank', 'number', 'mark']
    """
    return [Segment(Range(begin, end), SEGMENT_KINDS[kind])
            for begin, end, kind in _native.segments(text, suffixes_apart)]


def words(text: str) -> list[str]:
    """The words of a text, each with its suffixes; without marks, numbers and blanks.

    >>> words("one, two")
    ['one', 'two']
    """
    return [segment.range.of(text) for segment in segments(text) if segment.kind == "word"]


def syllables(text: str) -> list[Range]:
    """The syllables of all Mongolian words.

    >>> from bichig import from_latin
    >>> len(syllables(from_latin("bičig")))
    2
    """
    return [Range(begin, end) for begin, end in _native.syllables(text)]


class Counts(NamedTuple):
    """How much there is of what, by EAC MGC/01-11."""

    characters: int
    """Mongolian ones with their controls, without punctuation."""
    characters_with_marks: int
    words: int
    """Mongolian ones."""
    words_with_marks: int
    syllables: int
    han: int
    other_words: int
    code_points: int
    lines: int


def count(text: str) -> Counts:
    """Counts the characters, words and syllables of a text.

    >>> from bichig import from_latin
    >>> count(from_latin("sayin nom")).words
    2
    """
    return Counts(*_native.count(text))


class Collator:
    """An order of texts: GB/T 30851 for Mongolian, CLDR for other scripts. Any number of threads may use one.

    >>> from bichig import from_latin, to_latin
    >>> [to_latin(word) for word in Collator().sorted([from_latin("bičig"), from_latin("nom")])]
    ['nom', 'bičig']
    """

    def __init__(self, *, han: HanOrder = "radical", numeric: bool = False, connectors_apart: bool = False,
                 distinguish_all: bool = False) -> None:
        """`numeric` compares rows of digits by their value; with `connectors_apart` MVS before a suffix and NNBSP have
        places of their own; with `distinguish_all` what the order ignores decides where all else is equal."""
        self._native = _native.Collator(chosen("order", han, HAN_ORDERS), numeric, connectors_apart, distinguish_all)

    def compare(self, a: str, b: str) -> int:
        """Below, equal to or above zero as `a` comes before, with or after `b`."""
        return self._native.compare(a, b)

    def key(self, text: str) -> bytes:
        """Bytes whose order is that of `compare`; comparable only within one version. For `sorted(…, key=…)`."""
        return self._native.key(text)

    def sorted(self, texts: Iterable[str]) -> list[str]:
        """The texts in this order."""
        return sorted(texts, key=self.key)
