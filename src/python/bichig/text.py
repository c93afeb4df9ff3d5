"""A text as a value that knows what it looks like."""

from __future__ import annotations

from typing import Optional, SupportsIndex

from . import language, mongolian
from .errors import NotFound
from .fonts import Fonts
from .layout import Layout, Picture, Style, render_text
from .names import Connector, KeyLevel, Latin

__all__ = ["Text"]


class Text(str):
    """A str with what Bichig knows of it; every call of this package takes it, and notebooks show it. Value.

    >>> word = Text.from_latin("nom")
    >>> word.units
    'N O M'
    >>> word.looks_like(Text.from_latin("num")), word == Text.from_latin("num")
    (True, False)
    """

    __slots__ = ()

    @classmethod
    def from_latin(cls, text: str, scheme: Latin = "eac") -> Text:
        """The Mongolian letters that a transliteration stands for."""
        return cls(mongolian.from_latin(text, scheme))

    @property
    def units(self) -> str:
        """What it looks like: written units in the notation of UTN #57."""
        return mongolian.units(self)

    @property
    def letters(self) -> list[mongolian.Letter]:
        """Its letters, and why they are drawn as they are."""
        return mongolian.letters(self)

    @property
    def latin(self) -> str:
        """In Latin transliteration (EAC MGC/01-02)."""
        return mongolian.to_latin(self)

    @property
    def counts(self) -> language.Counts:
        """How much there is of what."""
        return language.count(self)

    @property
    def words(self) -> list[Text]:
        """Its words, each with its suffixes."""
        return [Text(word) for word in language.words(self)]

    def normalized(self, *, connector: Connector = "mvs") -> Text:
        """In normal form."""
        return Text(mongolian.normalize(self, connector=connector))

    def key(self, level: KeyLevel = "shape") -> bytes:
        """What it shares with texts that count as equal on `level`."""
        return mongolian.search_key(self, level)

    def looks_like(self, other: str) -> bool:
        """Whether both look the same, however they are encoded."""
        return mongolian.looks_like(self, other)

    def layout(self, measure: float, style: Style = Style(), *, fonts: Optional[Fonts] = None) -> Layout:
        """In lines of the length `measure`."""
        return Layout(self, measure, style, fonts=fonts)

    def picture(self, style: Style = Style(font_size=24), *, fonts: Optional[Fonts] = None) -> Picture:
        """As an SVG picture."""
        return render_text(self, style, fonts=fonts, format="svg", padding=4)

    def __add__(self, other: str) -> Text:
        return Text(str(self) + other)

    def __getitem__(self, index: SupportsIndex | slice) -> Text:
        return Text(str(self)[index])

    def _repr_svg_(self) -> Optional[str]:
        try:
            return self.picture()._repr_svg_() if self else None
        except NotFound:
            return None

    def __repr__(self) -> str:
        return f"Text({str.__repr__(self)})"
