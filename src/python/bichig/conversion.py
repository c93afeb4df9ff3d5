"""Where texts come from: encodings of bytes, legacy encodings of Mongolian, conversions with a map of offsets; numbers
and dates as notices write them."""

from __future__ import annotations

import bisect
import datetime
from typing import Literal, NamedTuple, Optional, cast

from . import _native
from .mongolian import Remark
from .names import CONNECTORS, CONVERSIONS, Conversion, Range, chosen

__all__ = ["ByteEncoding", "DateLanguage", "Decoded", "Digits", "LegacyDetection", "LineEnds", "Mapped", "Mapping",
           "NumberForm", "convert_mapped", "decode", "detect_legacy", "encode", "write_date", "write_number"]

ByteEncoding = Literal["detect", "utf-8", "utf-16le", "utf-16be", "gb18030"]
"""How characters are written as bytes; "detect" for reading only."""
LineEnds = Literal["none", "lf", "crlf", "cr", "mixed"]
Digits = Literal["european", "mongolian", "chinese"]
NumberForm = Literal["digits", "ordinal", "mongolian", "mongolian-attributive", "chinese"]
"""In digits; in digits with the suffix of the last spoken word; in Mongolian words, last in their phrase or before a
noun; in Chinese words."""
DateLanguage = Literal["mongolian", "chinese"]

_ENCODINGS: tuple[ByteEncoding, ...] = ("detect", "utf-8", "utf-16le", "utf-16be", "gb18030")
_LINE_ENDS: tuple[LineEnds, ...] = ("none", "lf", "crlf", "cr", "mixed")
_ENCODING_NUMBERS: dict[str, int] = {name: number for number, name in enumerate(_ENCODINGS)}
_CONVERSION_NAMES = cast("dict[int, Conversion]", {number: name for name, number in CONVERSIONS.items()})
_DIGITS = {"european": 0, "mongolian": 1, "chinese": 2}
_FORMS = {"digits": 0, "ordinal": 1, "mongolian": 2, "mongolian-attributive": 3, "chinese": 4}
_DATE_LANGUAGES = {"mongolian": 0, "chinese": 1}


class Decoded(NamedTuple):
    """Text that was read from bytes."""

    text: str
    encoding: ByteEncoding
    confidence: float
    """Of the detection, 0 to 1; 1 where the encoding was named or a byte order mark says it."""
    byte_order_mark: bool
    """There was one; it is taken off."""
    line_ends: LineEnds
    reason: str
    """Of the detection."""


def decode(data: bytes, encoding: ByteEncoding = "detect") -> Decoded:
    """Bytes as text. Bytes that do not fit are IllFormed with the offset of the first.

    >>> decode("汉字".encode("gb18030"), "gb18030").text
    '汉字'
    >>> decode(b"\\xef\\xbb\\xbfa").encoding
    'utf-8'
    """
    text, found, confidence, mark, ends, reason = _native.decode(data, chosen("encoding", encoding, _ENCODING_NUMBERS))
    return Decoded(text, _ENCODINGS[found], confidence, mark, _LINE_ENDS[ends], reason)


def encode(text: str, encoding: ByteEncoding = "utf-8", *, byte_order_mark: bool = False) -> bytes:
    """Text as bytes; GB 18030 as of 2022.

    >>> encode("a", "utf-16be", byte_order_mark=True)
    b'\\xfe\\xff\\x00a'
    """
    return _native.encode(text, chosen("encoding", encoding, _ENCODING_NUMBERS), byte_order_mark)


class LegacyDetection(NamedTuple):
    """Which legacy encoding a text is in."""

    conversion: Optional[Conversion]
    """What `convert` takes to read it; None where it is Unicode, or where nobody can say."""
    refused: bool
    """Several fit, or one that is not known: ask before converting."""
    confidence: float
    """0 to 1."""
    reason: str


def detect_legacy(text: str, font: Optional[str] = None) -> LegacyDetection:
    """Which legacy encoding of Mongolian a text is in. `font` is the name of the font that it was set in: vendors use
    the same codes with other meanings.

    >>> from bichig import convert, from_latin
    >>> old = convert(from_latin("nom"), "to-menksoft")
    >>> detect_legacy(old).refused, detect_legacy(old, "Menksoft Qagan").conversion
    (True, 'from-menksoft')
    """
    kind, conversion, confidence, reason = _native.detect_legacy(text, font)
    return LegacyDetection(_CONVERSION_NAMES[conversion] if kind == 1 else None, kind == 2, confidence, reason)


class Mapping(NamedTuple):
    """A part of the source and the part of the result that stands for it; either may be empty."""

    source: Range
    result: Range


class Mapped(NamedTuple):
    """A converted text, which part of it stands for what, and what was lost on the way."""

    text: str
    parts: list[Mapping]
    """In order and without gaps; they cover both texts."""
    remarks: list[Remark]

    def result_offset(self, offset: int) -> int:
        """Where an index of the source is in the result: the start of the part that stands for it, or the end."""
        at = bisect.bisect_right(self.parts, offset, key=lambda part: part.source.begin) - 1
        while at >= 0 and self.parts[at].source.end <= offset:
            at += 1
            if at == len(self.parts):
                return len(self.text)
        return self.parts[at].result.begin if at >= 0 else 0


def convert_mapped(text: str, conversion: Conversion, *, lossy: bool = False) -> Mapped:
    """`convert`, with the map of offsets. `lossy`: transliteration without escapes; what will not come back has a
    remark.

    >>> from bichig import from_latin
    >>> mapped = convert_mapped(from_latin("ba_bičig"), "to-eac")
    >>> mapped.text, mapped.result_offset(3)
    ('ba_bičig', 3)
    """
    converted, parts, remarks = _native.convert_mapped(text, chosen("conversion", conversion, CONVERSIONS), lossy)
    return Mapped(converted, [Mapping(Range(a, b), Range(c, d)) for a, b, c, d in parts],
                  [Remark(Range(begin, end), kept, name, reason) for begin, end, kept, name, reason in remarks])


def write_number(number: int, form: NumberForm = "mongolian", *, digits: Digits = "european",
                 connector: Literal["mvs", "nnbsp"] = "mvs") -> str:
    """A number written out. The wording of Mongolian numerals has not been reviewed yet.

    >>> write_number(2024, "chinese")
    '二千零二十四'
    """
    return _native.write_number(number, chosen("form", form, _FORMS), chosen("digits", digits, _DIGITS),
                                chosen("connector", connector, CONNECTORS))


def write_date(date: datetime.date, language: DateLanguage = "mongolian", *, digits: Digits = "european",
               connector: Literal["mvs", "nnbsp"] = "mvs") -> str:
    """A day written out. The wording of Mongolian dates has not been reviewed yet.

    >>> write_date(datetime.date(2024, 3, 18), "chinese")
    '2024年3月18日'
    """
    return _native.write_date(date.year, date.month, date.day, chosen("language", language, _DATE_LANGUAGES),
                              chosen("digits", digits, _DIGITS), chosen("connector", connector, CONNECTORS))
