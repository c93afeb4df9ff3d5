"""Documents and official notices: Markdown or JSON in; PDF, SVG or PNG out."""

from __future__ import annotations

import os
import pathlib
from typing import Callable, Literal, NamedTuple, Optional

from . import _native
from .fonts import Fonts, Path, default_fonts
from .names import Finding, chosen

__all__ = ["Document", "DocumentFormat", "Files", "Progress", "Source", "Summary"]

Source = Literal["markdown", "json"]
DocumentFormat = Literal["pdf", "svg", "png"]
Progress = Callable[[int, int], Optional[bool]]
"""Told what is done of how much (0: not known). It ends the call by raising, which goes on to the caller, or by
answering False, which raises Cancelled. It runs on the thread of the call."""

_SOURCES = {"markdown": 0, "json": 1}
_FORMATS = {"png": 1, "svg": 2, "pdf": 3}


class Summary(NamedTuple):
    """What became of a document."""

    pages: int
    missing_characters: int
    """That no font has: a box stands in their place."""
    overfull_lines: int
    underfull_lines: int
    findings: list[Finding]


class Files(NamedTuple):
    """A document in memory: one file of PDF, or one for each page."""

    files: list[bytes]
    summary: Summary


class Document:
    """A document, or an official notice. It never changes; any number of threads may use one. Notebooks show its first
    page.

    >>> document = Document("# One\\n\\nTwo.")
    >>> document.text
    'One\\nTwo.\\n'
    >>> document.to_pdf()[:5]
    b'%PDF-'
    """

    def __init__(self, text: str | bytes, source: Source = "markdown", *, name: str = "document",
                 folder: Path = ".") -> None:
        """Reads a text, or the bytes of a file in UTF-8. Messages call it `name`. Images and profiles come from
        `folder` and from nowhere else. InvalidInput has line and column of what is wrong."""
        self._native = _native.Document(text, chosen("source", source, _SOURCES), name, os.fspath(folder))

    @classmethod
    def open(cls, path: Path, source: Optional[Source] = None) -> Document:
        """Reads a file: JSON where its name ends in .json, Markdown else."""
        file = pathlib.Path(path)
        kind: Source = source or ("json" if file.suffix.lower() == ".json" else "markdown")
        return cls(file.read_bytes(), kind, name=os.fspath(path), folder=file.parent)

    @property
    def text(self) -> str:
        """Its text in reading order, a paragraph a line."""
        return self._native.text()

    @property
    def findings(self) -> list[Finding]:
        """What reading it found that did not stop it."""
        return [Finding(*row) for row in self._native.findings()]

    def write(self, path: Path, format: Optional[DocumentFormat] = None, *, fonts: Optional[Fonts] = None,
              dpi: float = 300, transparent: bool = False, strict: bool = False, date: Optional[str] = None,
              progress: Optional[Progress] = None) -> Summary:
        """Sets the document and writes it; the format is that of the name's end unless it is given.

        SVG and PNG have one file a page: "-1", "-2" and so on before the end of the name where there is more than one.
        Files appear whole and together, or not at all. `strict`: a character that no font has is InvalidInput. `date`
        (ISO 8601) holds where the document states none. `progress` is called after each page.
        """
        kind = format or pathlib.Path(path).suffix.lower().lstrip(".")
        summary, findings = self._native.write_file(
            (fonts or default_fonts())._native, os.fspath(path), chosen("format", kind, _FORMATS), dpi, transparent,
            strict, date, progress)
        return Summary(*summary, [Finding(*row) for row in findings])

    def to_files(self, format: DocumentFormat = "pdf", *, fonts: Optional[Fonts] = None, dpi: float = 300,
                 transparent: bool = False, strict: bool = False, date: Optional[str] = None,
                 progress: Optional[Progress] = None) -> Files:
        """`write` into memory."""
        files, summary, findings = self._native.write_memory(
            (fonts or default_fonts())._native, chosen("format", format, _FORMATS), dpi, transparent, strict, date,
            progress)
        return Files(files, Summary(*summary, [Finding(*row) for row in findings]))

    def to_pdf(self, *, fonts: Optional[Fonts] = None, strict: bool = False, date: Optional[str] = None,
               progress: Optional[Progress] = None) -> bytes:
        """A PDF file: PDF/A-2u and PDF/UA-1 in one."""
        return self.to_files("pdf", fonts=fonts, strict=strict, date=date, progress=progress).files[0]

    def to_svg(self, *, fonts: Optional[Fonts] = None, progress: Optional[Progress] = None) -> list[str]:
        """An SVG file for each page."""
        return [file.decode("utf-8") for file in self.to_files("svg", fonts=fonts, progress=progress).files]

    def to_png(self, *, dpi: float = 96, fonts: Optional[Fonts] = None, transparent: bool = False,
               progress: Optional[Progress] = None) -> list[bytes]:
        """A PNG file for each page."""
        return self.to_files("png", fonts=fonts, dpi=dpi, transparent=transparent, progress=progress).files

    def _repr_svg_(self) -> str:
        return self.to_svg()[0]

    def __repr__(self) -> str:
        first = self.text.partition("\n")[0]
        return f"<bichig.Document: {first[:40]!r}>"
