"""Documents and official notices: Markdown or JSON in; PDF, SVG or PNG out."""

from __future__ import annotations

import os
import pathlib
from typing import Callable, Iterator, Literal, NamedTuple, Optional

from . import _native
from .fonts import Fonts, Path, default_fonts
from .layout import Hit, Picture, PictureFormat, Rect, Size, drawn_picture, inline_svg
from .layout import FORMATS as PICTURE_FORMATS
from .names import LEVELS, Finding, KeyLevel, Range, chosen

__all__ = ["Destination", "Document", "DocumentFormat", "Files", "Match", "Page", "PageCharacter", "Pages", "Progress",
           "Source", "Summary"]

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


_Set = tuple[tuple[int, int, int, int], list[tuple[str, str, str, str, int, int]]]


def summary_of(found: _Set) -> Summary:
    """For the calls of this package."""
    return Summary(*found[0], [Finding(*row) for row in found[1]])


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
        return summary_of(self._native.write_file(
            (fonts or default_fonts())._native, os.fspath(path), chosen("format", kind, _FORMATS), dpi, transparent,
            strict, date, progress))

    def to_files(self, format: DocumentFormat = "pdf", *, fonts: Optional[Fonts] = None, dpi: float = 300,
                 transparent: bool = False, strict: bool = False, date: Optional[str] = None,
                 progress: Optional[Progress] = None) -> Files:
        """`write` into memory."""
        files, found = self._native.write_memory(
            (fonts or default_fonts())._native, chosen("format", format, _FORMATS), dpi, transparent, strict, date,
            progress)
        return Files(files, summary_of(found))

    def pages(self, *, fonts: Optional[Fonts] = None, progress: Optional[Progress] = None) -> Pages:
        """Sets the document once and keeps its pages: to show, search and draw them one by one."""
        return Pages(self, fonts=fonts, progress=progress)

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
        return inline_svg(self.to_svg()[0])

    def __repr__(self) -> str:
        first = self.text.partition("\n")[0]
        return f"<bichig.Document: {first[:40]!r}>"


class PageCharacter(NamedTuple):
    """A character (what a caret passes at once) and where it is on its page."""

    range: Range
    """In the text of the page."""
    box: Rect
    """Its advance along the line, the font size across it."""
    vertical: bool
    """How its line runs."""


class Match(NamedTuple):
    """A part of the text that may reach over pages; offsets are in the texts of its pages."""

    page: int
    begin: int
    end_page: int
    end: int


class Destination(NamedTuple):
    """Where a place that links name is."""

    page: int
    x: float
    y: float


class Page:
    """A page that is set. Points are from its top left corner, y downwards. Notebooks show it."""

    def __init__(self, native: _native.Pages, index: int) -> None:
        """For `Pages`."""
        self._native = native
        self.index = index
        """From 0."""

    @property
    def size(self) -> Size:
        """In points."""
        return Size(*self._native.size(self.index))

    @property
    def text(self) -> str:
        """Its text in reading order, a paragraph a line, without page numbers and the like."""
        return self._native.text(self.index)

    @property
    def characters(self) -> list[PageCharacter]:
        """The characters that have a place, in the order of the text."""
        return [PageCharacter(Range(begin, end), Rect(*box), line == 0)
                for begin, end, box, line in self._native.characters(self.index)]

    def hit_test(self, x: float, y: float) -> Hit:
        """What is at a point, or nearest to it; `line` counts the lines as they follow each other in the text."""
        offset, upstream, line, begin, end, inside = self._native.hit_test(self.index, x, y)
        return Hit(offset, upstream, line, Range(begin, end), inside)

    def selection(self, begin: int, end: int) -> list[Rect]:
        """What to fill behind a selection: a box for each line."""
        return [Rect(*box) for box in self._native.selection(self.index, begin, end)]

    def render(self, format: PictureFormat = "png", *, dpi: float = 96, white: bool = True) -> Picture:
        """Draws it."""
        kind = chosen("format", format, PICTURE_FORMATS)
        return drawn_picture(format, self._native.draw(self.index, kind, dpi, white))

    def to_svg(self) -> str:
        """An SVG file."""
        return self.render("svg").svg

    def to_png(self, *, dpi: float = 96, white: bool = True) -> bytes:
        """A PNG file."""
        return self.render("png", dpi=dpi, white=white).data

    def _repr_svg_(self) -> str:
        return inline_svg(self.to_svg())

    def __repr__(self) -> str:
        return f"<bichig.Page {self.index + 1}>"


class Pages:
    """The pages of a document, all in memory. They never change; any number of threads may use them.

    >>> pages = Document("# One\\n\\nTwo words.").pages()
    >>> len(pages), pages[0].text
    (1, 'One\\nTwo words.\\n')
    >>> pages.find("words")
    [Match(page=0, begin=8, end_page=0, end=13)]
    """

    def __init__(self, document: Document, *, fonts: Optional[Fonts] = None,
                 progress: Optional[Progress] = None) -> None:
        """Sets a document. `progress` is called after each page."""
        self._native = _native.Pages(document._native, (fonts or default_fonts())._native, progress)

    @property
    def summary(self) -> Summary:
        """What became of the document."""
        return summary_of(self._native.summary())

    def find(self, pattern: str, level: KeyLevel = "shape") -> list[Match]:
        """Where `pattern` occurs in the text of all pages on `level`, in order, without overlap."""
        return [Match(*row) for row in self._native.find(pattern, chosen("level", level, LEVELS))]

    def destination(self, name: str) -> Destination:
        """Where the place is that links call so. NotFound where the document has none."""
        return Destination(*self._native.destination(name))

    def __len__(self) -> int:
        return self._native.count()

    def __getitem__(self, index: int) -> Page:
        count = len(self)
        if not -count <= index < count:
            raise IndexError(f"there is no page {index} of {count}")
        return Page(self._native, index % count)

    def __iter__(self) -> Iterator[Page]:
        return (Page(self._native, index) for index in range(len(self)))

    def __repr__(self) -> str:
        return f"<bichig.Pages: {len(self)}>"
