"""Text on a surface: styles, glyphs, paragraphs in lines with hit test, caret and selection, and pictures of them.

Points (1/72 inch) are those of a box whose top left corner is 0, 0; x to the right, y downwards.
"""

from __future__ import annotations

import hashlib
import pathlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, Optional

from . import _native
from .fonts import Fonts, Path, default_fonts
from .names import Range, chosen

__all__ = ["Alignment", "Direction", "Glyph", "GlyphRun", "HanFace", "Hit", "Layout", "Line", "MongolianFace",
           "Orientation", "Picture", "PictureFormat", "Rect", "Size", "Style", "inline_svg", "measure_text",
           "render_text", "shape"]

MongolianFace = Literal["text", "title"]
HanFace = Literal["song", "fangsong", "hei", "kai", "title"]
Direction = Literal["vertical", "horizontal"]
"""Of the lines: vertical ones from left to right, or horizontal ones."""
Alignment = Literal["start", "centre", "end", "justify"]
PictureFormat = Literal["png", "svg", "rgba"]
"""RGBA: rows without gaps, four bytes a pixel, colours not multiplied by alpha."""
Orientation = Literal["horizontal", "sideways", "upright"]
"""How a glyph stands: as drawn in a horizontal line; turned by 90 degrees clockwise; as drawn in a vertical line."""

_MONGOLIAN = {"text": 0, "title": 1}
_HAN = {"song": 0, "fangsong": 1, "hei": 2, "kai": 3, "title": 4}
_DIRECTIONS = {"vertical": 0, "horizontal": 1}
_ALIGNMENTS = {"start": 0, "centre": 1, "end": 2, "justify": 3}
FORMATS = {"rgba": 0, "png": 1, "svg": 2}
_ORIENTATIONS: tuple[Orientation, ...] = ("horizontal", "sideways", "upright")


@dataclass(frozen=True)
class Style:
    """How a text is set. Value; `dataclasses.replace` makes another."""

    font_size: float = 16
    """In points."""
    weight: int = 400
    """1 to 1000; 400 is regular."""
    mongolian: MongolianFace = "text"
    han: HanFace = "song"
    language: str = "mn-Mong"
    """BCP 47."""
    colour: int = 0
    """0xRRGGBB."""
    direction: Direction = "vertical"
    alignment: Alignment = "start"
    line_pitch: Optional[float] = None
    """Points from line to line; None: one and a half font sizes."""
    first_line_indent: float = 0
    """In points."""
    combine_digits: int = 2
    """Numbers of so many digits stand upright in vertical lines, 1 to 4."""
    han_scale: float = 1
    """Ideographs are so many times as large, 0.25 to 4."""

    @cached_property
    def native(self) -> _native.Style:
        """For the calls of this package."""
        if self.line_pitch is not None and self.line_pitch <= 0:
            raise ValueError("a line pitch is above zero, or None")
        return _native.Style(self.font_size, self.weight, chosen("Mongolian face", self.mongolian, _MONGOLIAN),
                             chosen("Han face", self.han, _HAN), self.language, self.colour,
                             chosen("direction", self.direction, _DIRECTIONS),
                             chosen("alignment", self.alignment, _ALIGNMENTS), self.line_pitch or 0,
                             self.first_line_indent, self.combine_digits, self.han_scale)


class Rect(NamedTuple):
    """A box in points."""

    x: float
    y: float
    width: float
    height: float


class Size(NamedTuple):
    """A size in points."""

    width: float
    height: float


class Glyph(NamedTuple):
    """A glyph of a run."""

    id: int
    """In its face; 0: no font has the character."""
    cluster: int
    """Index of the first character that it stands for."""
    advance: float
    """Points along the line."""
    shift_x: float
    """Points in the glyph's own axes, y upwards."""
    shift_y: float


class GlyphRun(NamedTuple):
    """Glyphs of one face and orientation."""

    range: Range
    orientation: Orientation
    font_size: float
    face: str
    """PostScript name."""
    glyphs: list[Glyph]


def shape(text: str, style: Style = Style(), *, fonts: Optional[Fonts] = None) -> list[GlyphRun]:
    """The glyphs of a text on one endless line."""
    native = (fonts or default_fonts())._native
    return [GlyphRun(Range(begin, end), _ORIENTATIONS[orientation], size, face, [Glyph(*glyph) for glyph in glyphs])
            for begin, end, orientation, size, face, glyphs in _native.shape(native, text, style.native)]


_NAMED = re.compile('(<path id="|<use xlink:href="#)(g[0-9]+")')


def inline_svg(svg: str) -> str:
    """An SVG file of Bichig as a part of a page of HTML or of another SVG: without its first line, and with names for
    its glyphs that do not meet those of other pictures on the page.

    >>> one, two = (inline_svg(Layout(text, 90).to_svg()) for text in ("one", "two"))
    >>> one.startswith("<svg"), set(re.findall('id="([^"]+)', one)) & set(re.findall('id="([^"]+)', two))
    (True, set())
    """
    mark = hashlib.blake2s(svg.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return _NAMED.sub(rf"\g<1>b{mark}-\g<2>", svg[svg.index("<svg"):])


@dataclass(frozen=True)
class Picture:
    """A text as it was drawn or measured. Notebooks show it."""

    format: PictureFormat
    data: bytes
    """A PNG file, an SVG file, or rows of RGBA; empty where nothing was drawn."""
    width: int
    """Pixels; 0 for SVG."""
    height: int
    size: Size
    """Of the picture."""
    text_size: Size
    """What the text takes."""
    font_size: float
    """That was used."""
    overflow: bool
    """The text does not fit: what stands out is cut."""

    @property
    def svg(self) -> str:
        """The SVG file as a str."""
        if self.format != "svg":
            raise ValueError(f"the picture is {self.format}, not svg")
        return self.data.decode("utf-8")

    def save(self, path: Path) -> None:
        """Writes the bytes to a file, which appears whole."""
        target = pathlib.Path(path)
        temporary = target.with_name(target.name + ".tmp")
        temporary.write_bytes(self.data)
        temporary.replace(target)

    def _repr_svg_(self) -> Optional[str]:
        return inline_svg(self.svg) if self.format == "svg" and self.data else None

    def _repr_png_(self) -> Optional[bytes]:
        return self.data if self.format == "png" and self.data else None

    def __repr__(self) -> str:
        return f"<bichig.Picture: {self.format}, {self.size.width:g} x {self.size.height:g} points>"


_Drawn = tuple[Optional[bytes], int, int, float, float, float, float, float, bool]


def drawn_picture(kind: PictureFormat, drawn: _Drawn) -> Picture:
    """For the calls of this package."""
    data, width, height, points_wide, points_high, text_wide, text_high, font_size, overflow = drawn
    return Picture(kind, data or b"", width, height, Size(points_wide, points_high), Size(text_wide, text_high),
                   font_size, overflow)


def render_text(text: str, style: Style = Style(), *, fonts: Optional[Fonts] = None, format: PictureFormat = "png",
                dpi: float = 96, width: Optional[float] = None, height: Optional[float] = None, padding: float = 0,
                smallest: Optional[float] = None, white: bool = False) -> Picture:
    """A label, a badge, a bubble or a cell as a picture in one call.

    `width` and `height` are those of the box in points, padding included; None: as large as the text. Lines are as long
    as the box allows. With `smallest` the font shrinks to this size until the text fits. The ground is white with
    `white`, else transparent.
    """
    drawn = _native.render_text((fonts or default_fonts())._native, text, style.native,
                                chosen("format", format, FORMATS), dpi, width or 0, height or 0, padding,
                                smallest or 0, False, white)
    return drawn_picture(format, drawn)


def measure_text(text: str, style: Style = Style(), *, fonts: Optional[Fonts] = None, width: Optional[float] = None,
                 height: Optional[float] = None, padding: float = 0, smallest: Optional[float] = None) -> Picture:
    """What `render_text` would make, without drawing it: `data` is empty."""
    measured = _native.render_text((fonts or default_fonts())._native, text, style.native, 0, 96, width or 0,
                                   height or 0, padding, smallest or 0, True, False)
    return drawn_picture("rgba", measured)


class Line(NamedTuple):
    """A line of a layout."""

    range: Range
    """Its characters, white space at its end included."""
    box: Rect
    """The room of its glyphs along the line, and the pitch across it."""
    overfull: bool
    """Holds a part of a word that is longer than a line."""


class Hit(NamedTuple):
    """What is at a point."""

    offset: int
    """The nearest place for a caret."""
    upstream: bool
    """The caret is at the end of the line before, not at the start of the next."""
    line: int
    character: Range
    """Under the point or nearest to it."""
    inside: bool
    """Whether the point is on it."""


class Layout:
    """A text in lines. It never changes; any number of threads may use one. Notebooks show it.

    >>> layout = Layout("one two three", 60, Style(direction="horizontal"))
    >>> [line.range.of(layout.text) for line in layout.lines]
    ['one two ', 'three']
    >>> layout.hit_test(1, 30).offset
    8
    """

    def __init__(self, text: str, measure: float, style: Style = Style(), *, fonts: Optional[Fonts] = None) -> None:
        """Lays `text` out in lines of the length `measure` (points); line ends of the text end lines."""
        self.text = str(text)
        """The text."""
        self.measure = measure
        """The length of lines."""
        self._native = _native.Layout((fonts or default_fonts())._native, self.text, style.native, measure)

    @property
    def size(self) -> Size:
        """The room that the lines take."""
        return Size(*self._native.size())

    @cached_property
    def lines(self) -> list[Line]:
        """The lines, in order."""
        return [Line(Range(begin, end), Rect(*box), overfull) for begin, end, box, overfull in self._native.lines()]

    def hit_test(self, x: float, y: float) -> Hit:
        """What is at a point, or nearest to it."""
        offset, upstream, line, begin, end, inside = self._native.hit_test(x, y)
        return Hit(offset, upstream, line, Range(begin, end), inside)

    def caret(self, offset: int, *, upstream: bool = False, thickness: float = 1) -> Rect:
        """Where a caret `thickness` points thick is drawn for an index of the text; `upstream` as `Hit` has it."""
        self._check(offset)
        return Rect(*self._native.caret(offset, upstream, thickness))

    def selection(self, begin: int, end: int) -> list[Rect]:
        """What to fill behind a selection: a box for each line."""
        self._check(begin)
        self._check(end)
        return [Rect(*box) for box in self._native.selection(begin, end)]

    def render(self, format: PictureFormat = "png", *, dpi: float = 96, padding: float = 0,
               white: bool = False) -> Picture:
        """Draws it, with `padding` points on all sides; on white ground, else transparent (SVG is on white always)."""
        return drawn_picture(format, self._native.draw(chosen("format", format, FORMATS), dpi, padding, white))

    def to_svg(self, *, padding: float = 0) -> str:
        """An SVG file."""
        return self.render("svg", padding=padding).svg

    def to_png(self, *, dpi: float = 96, padding: float = 0, white: bool = False) -> bytes:
        """A PNG file."""
        return self.render("png", dpi=dpi, padding=padding, white=white).data

    def _check(self, offset: int) -> None:
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"{offset} is no place in a text of {len(self.text)} characters")

    def _repr_svg_(self) -> str:
        return inline_svg(self.to_svg(padding=4))

    def __repr__(self) -> str:
        return f"<bichig.Layout: {len(self.lines)} lines>"
