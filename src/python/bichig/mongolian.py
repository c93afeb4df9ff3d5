"""Mongolian text: written units, letters, normal forms, keys and search, Latin, legacy encodings, suffixes.

All functions take any str; what is not Mongolian in it stays as it is. Offsets are indexes of that str. They let other
threads run while they work on a long text, and `*_all` functions work on a whole list without Python in between.
"""

from __future__ import annotations

from typing import Iterable, Literal, NamedTuple

from . import _native
from .names import (CONNECTORS, CONVERSIONS, EFFECTS, LEVELS, POSITIONS, PROFILES, RULES, SUFFIXES, SYSTEMS, Connector,
                    Conversion, KeyLevel, Latin, Legacy, Position, Profile, Range, SelectorEffect, Suffix, System,
                    chosen)

__all__ = ["Conversions", "Edit", "Letter", "Normal", "Remark", "Rule", "attach_suffix", "convert",
           "convert_with_remarks", "find", "from_latin", "from_legacy", "letters", "looks_like", "normalize",
           "normalize_all", "normalize_with_edits", "search_key", "search_keys", "to_latin", "units", "units_all"]

Rule = Literal["nfc", "vertical-forms", "second-selector", "selector-without-effect"]
"""A rule of the normal form that can be left out."""


def _texts(texts: Iterable[str]) -> list[str]:
    if isinstance(texts, str):
        raise TypeError("a list of texts is wanted, not one str")
    return list(texts)


def units(text: str, *, profile: Profile = "gb25914", system: System = "automatic") -> str:
    """The written units of a text in the notation of UTN #57: what it looks like.

    >>> units(from_latin("nom"))
    'N O M'
    """
    return _native.units(text, chosen("profile", profile, PROFILES), chosen("system", system, SYSTEMS))


def units_all(texts: Iterable[str], *, profile: Profile = "gb25914", system: System = "automatic") -> list[str]:
    """`units` of each text.

    >>> units_all([from_latin("nom"), from_latin("bičig")])
    ['N O M', 'B I Ch I G']
    """
    return _native.units_of_all(_texts(texts), chosen("profile", profile, PROFILES), chosen("system", system, SYSTEMS))


class Letter(NamedTuple):
    """A letter of a text, and why it is drawn as it is."""

    range: Range
    """The letter and the first selector after it."""
    position: Position
    effect: SelectorEffect
    """What its selector does."""
    selector: int
    """1 to 4; 0 without one."""
    condition: str
    """The rule that chose the form, such as "chachlag"; "default" for none."""
    units: str
    """What is drawn, in the notation of UTN #57."""


def letters(text: str, *, profile: Profile = "gb25914", system: System = "automatic") -> list[Letter]:
    """The letters of a text, in order.

    >>> [(letter.position, letter.units) for letter in letters(from_latin("nom"))]
    [('init', 'N'), ('medi', 'O'), ('fina', 'M')]
    """
    rows = _native.letters(text, chosen("profile", profile, PROFILES), chosen("system", system, SYSTEMS))
    return [Letter(Range(begin, end), POSITIONS[position], EFFECTS[effect], selector, condition, drawn)
            for begin, end, position, effect, selector, condition, drawn in rows]


def _bits(leave_out: Iterable[Rule]) -> int:
    bits = 0
    for rule in leave_out:
        bits |= chosen("rule", rule, RULES)
    return bits


def normalize(text: str, *, leave_out: Iterable[Rule] = (), diphthong: bool = False, connector: Connector = "mvs",
              profile: Profile = "gb25914", system: System = "automatic") -> str:
    """A text in its normal form, which looks the same and has no selector, connector or letter without need.

    `diphthong` also applies the one rule that changes the shape.

    >>> normalize(from_latin("nom-un")) == from_latin("nom-un").replace("\\u202f", "\\u180e")
    True
    """
    return _native.normalize(text, _bits(leave_out), diphthong, chosen("connector", connector, CONNECTORS),
                             chosen("profile", profile, PROFILES), chosen("system", system, SYSTEMS))


def normalize_all(texts: Iterable[str], *, leave_out: Iterable[Rule] = (), diphthong: bool = False,
                  connector: Connector = "mvs", profile: Profile = "gb25914",
                  system: System = "automatic") -> list[str]:
    """`normalize` of each text."""
    return _native.normalize_all(_texts(texts), _bits(leave_out), diphthong,
                                 chosen("connector", connector, CONNECTORS), chosen("profile", profile, PROFILES),
                                 chosen("system", system, SYSTEMS))


class Edit(NamedTuple):
    """A change: `source` of the text became `result` of the normal form."""

    source: Range
    result: Range


class Normal(NamedTuple):
    """A normal form, and how it came about."""

    text: str
    edits: list[Edit]


def normalize_with_edits(text: str, *, leave_out: Iterable[Rule] = (), diphthong: bool = False,
                         connector: Connector = "mvs", profile: Profile = "gb25914",
                         system: System = "automatic") -> Normal:
    """`normalize`, with what it changed.

    >>> normalize_with_edits(from_latin("nom-un")).edits
    [Edit(source=Range(begin=3, end=4), result=Range(begin=3, end=4))]
    """
    normal, rows = _native.normalize_edits(text, _bits(leave_out), diphthong,
                                           chosen("connector", connector, CONNECTORS),
                                           chosen("profile", profile, PROFILES), chosen("system", system, SYSTEMS))
    return Normal(normal, [Edit(Range(a, b), Range(c, d)) for a, b, c, d in rows])


def search_key(text: str, level: KeyLevel = "shape") -> bytes:
    """Bytes that two texts share exactly if they count as equal on `level`: for indexes and search engines.

    They begin with their version and level, so that keys of different kinds never meet.

    >>> search_key(from_latin("nom-un"), "folded") == search_key(from_latin("nom"), "folded")
    True
    """
    return _native.search_key(text, chosen("level", level, LEVELS))


def search_keys(texts: Iterable[str], level: KeyLevel = "shape") -> list[bytes]:
    """`search_key` of each text."""
    return _native.search_keys(_texts(texts), chosen("level", level, LEVELS))


def looks_like(a: str, b: str) -> bool:
    """Whether two texts look the same, however they are encoded.

    >>> looks_like(from_latin("nom"), from_latin("num"))
    True
    """
    return search_key(a, "shape") == search_key(b, "shape")


def find(text: str, pattern: str, level: KeyLevel = "shape") -> list[Range]:
    """Where `pattern` occurs in `text` on `level`, from the start, without overlap.

    >>> find(from_latin("sayin nom"), from_latin("num"))
    [Range(begin=6, end=9)]
    """
    return [Range(begin, end) for begin, end in _native.find(text, pattern, chosen("level", level, LEVELS))]


class Remark(NamedTuple):
    """Something that a conversion could not do, or did at a loss."""

    source: Range
    kept: bool
    """Whether this part stands in the result as it was."""
    id: str
    """A stable name, such as "no-sign"."""
    reason: str


class Conversions(NamedTuple):
    """A converted text, and what was lost on the way."""

    text: str
    remarks: list[Remark]


def convert_with_remarks(text: str, conversion: Conversion) -> Conversions:
    """`convert`, with what it could not do.

    >>> convert_with_remarks("xyz", "from-utn").remarks[0].id
    'unknown-alias'
    """
    converted, rows = _native.convert(text, chosen("conversion", conversion, CONVERSIONS))
    return Conversions(converted, [Remark(Range(begin, end), kept, name, reason)
                                   for begin, end, kept, name, reason in rows])


def convert(text: str, conversion: Conversion) -> str:
    """A text in another encoding or transliteration. What has no counterpart stays as it is.

    >>> convert(convert("bičig", "from-eac"), "to-eac")
    'bičig'
    """
    return _native.convert(text, chosen("conversion", conversion, CONVERSIONS))[0]


_LATIN = {"eac": "eac", "utn": "utn", "mollendorff-manchu": "mollendorff-manchu",
          "mollendorff-sibe": "mollendorff-sibe"}
_LEGACY = {"menksoft": "menksoft", "menksoft-letters": "menksoft-letters", "delehi": "delehi", "z52": "z52"}


def to_latin(text: str, scheme: Latin = "eac") -> str:
    """Mongolian letters in Latin transliteration. "eac" reads back to the same text.

    >>> to_latin(from_latin("xümün"))
    'xümün'
    """
    return _native.convert(text, CONVERSIONS[f"to-{chosen('transliteration', scheme, _LATIN)}"])[0]


def from_latin(text: str, scheme: Latin = "eac") -> str:
    """The Mongolian letters that a transliteration stands for.

    >>> [hex(ord(letter)) for letter in from_latin("nom")]
    ['0x1828', '0x1823', '0x182e']
    """
    return _native.convert(text, CONVERSIONS[f"from-{chosen('transliteration', scheme, _LATIN)}"])[0]


def from_legacy(text: str, encoding: Legacy) -> Conversions:
    """Text of an encoding of before Unicode, whose codes stand in `text` as characters, as Unicode."""
    return convert_with_remarks(text, _FROM_LEGACY[chosen("encoding", encoding, _LEGACY)])


_FROM_LEGACY: dict[str, Conversion] = {"menksoft": "from-menksoft", "menksoft-letters": "from-menksoft-letters",
                                       "delehi": "from-delehi", "z52": "from-z52"}


def attach_suffix(stem: str, suffix: Suffix, connector: Literal["mvs", "nnbsp"] = "mvs") -> str:
    """`stem` and the form of `suffix` that its vowels and its last sound ask for, after a connector.

    >>> to_latin(attach_suffix(from_latin("nom"), "genitive", "nnbsp"))
    'nom-un'
    """
    return _native.attach_suffix(stem, chosen("suffix", suffix, SUFFIXES), chosen("connector", connector, CONNECTORS))
