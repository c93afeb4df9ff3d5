"""Fonts: a font file, the fonts that text is set with, and those that are used where none are named."""

from __future__ import annotations

import os
import pathlib
import sys
from dataclasses import dataclass, field
from typing import Iterable, Literal, Mapping, NamedTuple, Optional, Union

from . import _native
from .errors import not_found
from .names import Finding, chosen

__all__ = ["Face", "Font", "Fonts", "Path", "Policy", "Role", "default_fonts", "set_default_fonts"]

Path = Union[str, "os.PathLike[str]"]
"""A path, as a str or as pathlib has it."""
Role = Literal["mongolian", "mongolian-title", "han-fangsong", "han-song", "han-hei", "han-kai", "han-title", "latin",
               "emoji", "fallback", "cyrillic", "tibetan", "phags-pa", "colour-emoji"]
"""What a font is for."""
Policy = Literal["automatic", "font", "units"]
"""Who chooses the forms of Mongolian letters: the font, but the written-unit engine where the font is known to be
wrong; the font alone; the engine alone."""

_POLICIES = {"automatic": 0, "font": 1, "units": 2}


@dataclass(frozen=True)
class Font:
    """A font file in memory: TrueType, OpenType or a collection. Value."""

    data: bytes = field(repr=False)
    name: str = ""
    """What messages call it."""

    @classmethod
    def open(cls, path: Path) -> Font:
        """Reads a file."""
        return cls(pathlib.Path(path).read_bytes(), os.fspath(path))


class Face(NamedTuple):
    """A face that was found."""

    name: str
    """The first of its names."""
    file: str
    """Its path, or the name of a font in memory."""
    face_index: int
    """In its file."""
    weight: int
    """400 is regular."""
    italic: bool
    system: bool
    """Known by Fontconfig alone."""


class Fonts:
    """The fonts that text is set with. They never change; any number of threads may use one.

    It remembers words that were shaped with it, so that one for a whole program is best.
    """

    def __init__(self, *fonts: Font, staged: Optional[Path] = None, folders: Iterable[Path] = (),
                 roles: Optional[Mapping[Role, str]] = None, system: bool = False, policy: Policy = "automatic",
                 default_family: Optional[str] = None) -> None:
        """Opens fonts, in the order in which they are asked: those of `staged`, the folder that Bichig was installed
        with; every font file in `folders` and below; `fonts`; with `system` also what Fontconfig lists.

        `roles` gives a role to a face by family, full or PostScript name. `default_family` serves the roles that
        nothing else serves: the first of `fonts` unless it is given. NotFound names a role that no font serves.
        """
        self._native = _native.Fonts(
            None if staged is None else os.fspath(staged), [os.fspath(folder) for folder in folders],
            [(font.data, font.name) for font in fonts], [(role, name) for role, name in (roles or {}).items()], system,
            chosen("policy", policy, _POLICIES), default_family)

    @property
    def faces(self) -> list[Face]:
        """The faces that were found, in the order in which they are asked."""
        return [Face(*row) for row in self._native.faces()]

    @property
    def findings(self) -> list[Finding]:
        """What was wrong with fonts that were left out."""
        return [Finding(*row) for row in self._native.findings()]

    def __repr__(self) -> str:
        return f"<bichig.Fonts: {len(self._native.faces())} faces>"


_default: Optional[Fonts] = None


def installed(what: str) -> Iterable[pathlib.Path]:
    """Where something of share/bichig may be, for this package."""
    here = pathlib.Path(__file__).absolute()  # in a build tree or a prefix, share/ is beside a folder above
    for prefix in (*list(here.parents)[:6], *map(pathlib.Path, (sys.prefix, "/usr/local", "/usr"))):
        yield prefix / "share" / "bichig" / what


def default_fonts() -> Fonts:
    """The fonts of calls that are given none: what `set_default_fonts` set, else those of the folder that the
    environment variable BICHIG_FONTS names, else those that Bichig was installed with. NotFound where there are none.
    """
    global _default
    if _default is None:
        named = os.environ.get("BICHIG_FONTS")
        for folder in [pathlib.Path(named)] if named else installed("fonts"):
            if folder.is_dir():
                _default = Fonts(staged=folder)
                return _default
        raise not_found("Bichig's fonts are not there", "set BICHIG_FONTS to their folder, or say which fonts to use: "
                        "bichig.set_default_fonts(bichig.Fonts(system=True))")
    return _default


def set_default_fonts(fonts: Optional[Fonts]) -> None:
    """Sets the fonts of calls that are given none; None goes back to those that Bichig was installed with."""
    global _default
    _default = fonts
