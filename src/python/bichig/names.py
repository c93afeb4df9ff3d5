"""The names that calls take in place of the numbers of the C interface, and the small values that they share."""

from __future__ import annotations

from typing import Literal, Mapping, NamedTuple, TypeVar

__all__ = ["Boundary", "Connector", "Conversion", "Finding", "HanOrder", "KeyLevel", "Latin", "Legacy", "Level",
           "Position", "Profile", "Range", "SegmentKind", "SelectorEffect", "Suffix", "System"]

Profile = Literal["gb25914", "utn57"]
"""Whose rules decide where UTN #57 and GB/T 25914-2023 differ."""
System = Literal["automatic", "hudum", "hudum-ali-gali", "todo", "todo-ali-gali", "sibe", "manchu", "manchu-ali-gali"]
"""A writing system; "automatic" is that of most letters."""
Connector = Literal["mvs", "nnbsp", "keep"]
"""What joins a suffix to its word: U+180E (GB/T 25914-2023), U+202F (before 2023), or what is there."""
KeyLevel = Literal["exact", "shape", "folded"]
"""How much two texts may differ and still count as equal: not at all; in what looks alike; also in their separated
suffixes, and in digits and marks of other scripts."""
Level = KeyLevel
Latin = Literal["eac", "utn", "mollendorff-manchu", "mollendorff-sibe"]
"""A transliteration: EAC MGC/01-02, the letter names of UTN #57, Möllendorff's."""
Legacy = Literal["menksoft", "menksoft-letters", "delehi", "z52"]
"""An encoding of before Unicode."""
Boundary = Literal["graphemes", "sentences", "line-breaks", "line-ends"]
"""Where a caret may stand; where sentences begin; where a line may end; where it must."""
HanOrder = Literal["radical", "pinyin", "stroke"]
"""How Chinese characters are ordered."""
Position = Literal["isol", "init", "medi", "fina"]
"""Where a letter stands in its chain."""
SelectorEffect = Literal["none", "effective", "without-effect", "invalid"]
"""What a selector (FVS) does to the letter before it."""
SegmentKind = Literal["blank", "mark", "number", "word"]
"""What a piece of text is."""
Suffix = Literal["genitive", "dative", "dative-dur", "dative-classical", "accusative", "ablative", "ablative-dacha",
                 "instrumental", "comitative", "conjunctive", "plural-nar", "plural-ud", "plural-nugud", "reflexive",
                 "reflexive-genitive", "reflexive-dative", "reflexive-accusative", "reflexive-ablative",
                 "reflexive-comitative", "locative", "ordinal", "focus-da", "focus-chu", "question"]
"""Cases, plurals, reflexives and particles, as EAC MGC/01-03 lists them."""
Conversion = Literal["to-eac", "from-eac", "to-utn", "from-utn", "to-mollendorff-manchu", "from-mollendorff-manchu",
                     "to-mollendorff-sibe", "from-mollendorff-sibe", "from-menksoft", "to-menksoft",
                     "from-menksoft-letters", "from-delehi", "from-z52"]
"""What a text is turned from or into."""

PROFILES: Mapping[str, int] = {"gb25914": 0, "utn57": 1}
SYSTEMS: Mapping[str, int] = {"automatic": 0, "hudum": 1, "hudum-ali-gali": 2, "todo": 3, "todo-ali-gali": 4,
                              "sibe": 5, "manchu": 6, "manchu-ali-gali": 7}
CONNECTORS: Mapping[str, int] = {"mvs": 0, "nnbsp": 1, "keep": 2}
LEVELS: Mapping[str, int] = {"exact": 0, "shape": 1, "folded": 2}
BOUNDARIES: Mapping[str, int] = {"graphemes": 0, "sentences": 1, "line-breaks": 2, "line-ends": 3}
HAN_ORDERS: Mapping[str, int] = {"radical": 0, "pinyin": 1, "stroke": 2}
RULES: Mapping[str, int] = {"nfc": 1, "vertical-forms": 2, "second-selector": 8, "selector-without-effect": 16}
CONVERSIONS: Mapping[str, int] = {
    "to-eac": 0, "from-eac": 1, "to-utn": 2, "from-utn": 3, "to-mollendorff-manchu": 4, "from-mollendorff-manchu": 5,
    "to-mollendorff-sibe": 6, "from-mollendorff-sibe": 7, "from-menksoft": 8, "to-menksoft": 9,
    "from-menksoft-letters": 10, "from-delehi": 11, "from-z52": 12}
SUFFIXES: Mapping[str, int] = {
    "genitive": 0, "dative": 1, "dative-dur": 2, "dative-classical": 3, "accusative": 4, "ablative": 5,
    "ablative-dacha": 6, "instrumental": 7, "comitative": 8, "conjunctive": 9,
    "plural-nar": 256, "plural-ud": 257, "plural-nugud": 258,
    "reflexive": 512, "reflexive-genitive": 513, "reflexive-dative": 514, "reflexive-accusative": 515,
    "reflexive-ablative": 516, "reflexive-comitative": 517,
    "locative": 768, "ordinal": 769, "focus-da": 770, "focus-chu": 771, "question": 772}
POSITIONS: tuple[Position, ...] = ("isol", "init", "medi", "fina")
EFFECTS: tuple[SelectorEffect, ...] = ("none", "effective", "without-effect", "invalid")
SEGMENT_KINDS: tuple[SegmentKind, ...] = ("blank", "mark", "number", "word")

_T = TypeVar("_T")


def chosen(what: str, name: str, names: Mapping[str, _T]) -> _T:
    """The entry of `names`, or a ValueError that lists them."""
    try:
        return names[name]
    except KeyError:
        raise ValueError(f"there is no {what} {name!r}; there are: {', '.join(names)}") from None


class Range(NamedTuple):
    """Characters [begin, end) of a str.

    >>> text = "one two"
    >>> Range(4, 7).of(text)
    'two'
    """

    begin: int
    end: int

    def of(self, text: str) -> str:
        """What stands there in `text`."""
        return text[self.begin:self.end]


class Finding(NamedTuple):
    """Something that did not stop the work."""

    id: str
    """A stable name, such as "missing-glyph"."""
    message: str
    hint: str
    """What to do; may be empty."""
    file: str
    """May be empty."""
    line: int
    """From 1; 0 if it is not known."""
    column: int
    """From 1, in characters; 0 if it is not known."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}: " if self.file and self.line else ""
        return f"{place}{self.message}" + (f" ({self.hint})" if self.hint else "")
