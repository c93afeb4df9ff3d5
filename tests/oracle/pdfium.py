"""What PDFium reads from a PDF: text, artifacts, places of characters, search hits, pictures of pages."""
import ctypes
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as raw


@dataclass
class Piece:
    """Characters that PDFium places together: one character, or a marked span that has its own ActualText. Boxes are
    (left, bottom, right, top) in points from the lower left corner of the page."""
    text: str
    box: tuple
    artifact: bool = False
    origin: tuple = (0, 0)  # where the pen of its text object starts: the baseline of the line goes through it
    space_before: bool = False  # a space or a jump stands between this piece and the one before

    @property
    def centre(self):
        left, bottom, right, top = self.box
        return ((left + right) / 2, (bottom + top) / 2)


@dataclass
class Marks:
    """The content marks around a text object."""
    artifact: bool = False
    actual: bool = False


@dataclass
class PageText:
    pieces: list = field(default_factory=list)
    width: float = 0
    height: float = 0


def marks_of(item):
    """The marks around a page object."""
    marks = Marks()
    for number in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, number)
        name = wide_string(lambda buffer, size, got, mark=mark: raw.FPDFPageObjMark_GetName(mark, buffer, size, got))
        marks.artifact |= name == "Artifact"
        for parameter in range(raw.FPDFPageObjMark_CountParams(mark)):
            key = wide_string(lambda buffer, size, got, mark=mark, parameter=parameter:
                              raw.FPDFPageObjMark_GetParamKey(mark, parameter, buffer, size, got))
            marks.actual |= key == "ActualText"
    return marks


def wide_string(call):
    """The UTF-16 string that a call with (buffer, size in bytes, size wanted) gives."""
    wanted = ctypes.c_ulong()
    call(None, 0, ctypes.byref(wanted))
    buffer = (ctypes.c_ushort * (wanted.value // 2 + 1))()
    call(buffer, wanted.value, ctypes.byref(wanted))
    return bytes(buffer)[:wanted.value].decode("utf-16-le").rstrip("\0")


def address_of(item):
    return ctypes.cast(item, ctypes.c_void_p).value


def open_document(path):
    return pypdfium2.PdfDocument(str(path))


def page_text(page):
    """Text of a page as PDFium gives it, in its order. A hyphen at the end of a line, which PDFium marks with the
    noncharacter U+FFFE because it may be a soft one, is given back as the hyphen that it is."""
    textpage = page.get_textpage()
    try:
        return textpage.get_text_range().replace("\ufffe", "-")
    finally:
        textpage.close()


def artifact_text(page):
    """The text of the page's artifacts, in order, and whether any other text follows an artifact."""
    textpage = page.get_textpage()
    texts, followed, seen = [], False, False
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        if marks_of(item.raw).artifact:
            seen = True
            size = raw.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
            buffer = (ctypes.c_ushort * (size // 2 + 1))()
            raw.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, size)
            texts.append(bytes(buffer)[:size].decode("utf-16-le").rstrip("\0"))
        elif seen:
            followed = True
    textpage.close()
    return "".join(texts), followed


def pieces(page):
    """The pieces of a page in the order of its content, which is that of reading; PDFium's own order of the text goes
    by places."""
    width, height = page.get_size()
    found = PageText(width=width, height=height)
    textpage = page.get_textpage()
    objects = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1)
    order = {address_of(item.raw): number for number, item in enumerate(objects)}
    keys = []
    marks, matrix, last_actual = {}, raw.FS_MATRIX(), None
    space = True
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, index)
        if code in (0x20, 0x0A, 0x0D, 0xA0, 0x3000) or raw.FPDFText_IsGenerated(textpage.raw, index) == 1:
            space = True
            last_actual = None
            continue
        item = raw.FPDFText_GetTextObject(textpage.raw, index)
        address = address_of(item)
        if address not in marks:
            raw.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix))
            marks[address] = (marks_of(item), (matrix.e, matrix.f))
        mark, origin = marks[address]
        box = textpage.get_charbox(index)
        character = chr(code)
        if mark.actual and last_actual == address:
            piece = found.pieces[-1]
            piece.text += character
            piece.box = (min(piece.box[0], box[0]), min(piece.box[1], box[1]),
                         max(piece.box[2], box[2]), max(piece.box[3], box[3]))
        else:
            found.pieces.append(Piece(character, box, mark.artifact, origin, space))
            keys.append(order[address])
        last_actual = address if mark.actual else None
        space = False
    textpage.close()
    found.pieces = [piece for _, piece in sorted(zip(keys, found.pieces), key=lambda keyed: keyed[0])]
    return found


def hits(page, word, part_of_word):
    """The boxes of the hits of a search, each the union of its rectangles; None for a hit that goes on in the next
    line. A hit with a neighbour that matches the pattern `part_of_word` is only a part of a word and is left out."""
    textpage = page.get_textpage()
    search = textpage.search(word, match_case=True)
    count = textpage.count_chars()
    boxes = []
    while (hit := search.get_next()) is not None:
        first, length = hit
        around = [number for number in (first - 1, first + length) if 0 <= number < count]
        if any(part_of_word.match(chr(raw.FPDFText_GetUnicode(textpage.raw, number))) for number in around):
            continue
        rectangles = [textpage.get_rect(number) for number in range(textpage.count_rects(*hit))]
        if rectangles and on_one_line(rectangles):
            lefts, bottoms, rights, tops = zip(*rectangles)
            boxes.append((min(lefts), min(bottoms), max(rights), max(tops)))
        elif rectangles:
            boxes.append(None)
    search.close()
    textpage.close()
    return boxes


def on_one_line(boxes):
    """Whether boxes stand in one row or one column: all overlap the first one across the line."""
    left, bottom, right, top = boxes[0]
    return (all(box[0] < right and left < box[2] for box in boxes) or
            all(box[1] < top and bottom < box[3] for box in boxes))
