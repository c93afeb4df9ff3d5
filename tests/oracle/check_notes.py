"""Notes and references as readers find them: check_notes.py BICHIG FONT_FOLDER VERAPDF_LIB FOLDER.

Long documents with notes of all lengths, in vertical and in horizontal lines. Text and notes are known from the source
alone, as two texts; each page must give the next part of the first and then of the second. So it is known, without our
code, on which page each mark and each note stands. A rule parts them on the page. Links must lead from mark to note and
back, references to the page that they show, names of blocks to their pages.
"""
import ctypes
import pathlib
import random
import re
import sys

import pypdfium2.raw as raw

import check_text
import check_verapdf
import common
import pdfium

sys.path.insert(0, str(common.ROOT / "tests" / "tools"))
import make_document  # noqa: E402  (stands in another folder)

PARAGRAPHS = 170
LEAST_PAGES = 30


class Made:
    """A document with the two texts that its pages must give."""

    def __init__(self, vertical):
        self.writer = make_document.Writer(7)
        self.chance = random.Random(11)
        self.vertical = vertical
        self.lines = [f"---\nlanguage: {'mn-Mong' if vertical else 'zh-Hans'}\n---\n"]
        self.body, self.notes = "", ""
        # Where in the texts, without white space, the mark of each note stands, and where the note begins.
        self.marks, self.begins = [], []
        for number in range(PARAGRAPHS):
            self.paragraph(number)

    def text(self):
        return self.writer.paragraph() if self.vertical else self.writer.chinese()

    def paragraph(self, number):
        if number % 30 == 29:
            text = " ".join(self.writer.drawn(3)) if self.vertical else "标题"
            self.lines.append(f"## {text}" if number > 30 else f"# {text}")
            self.body += text
        pieces = [self.text() for _ in range(1 if self.vertical else 3)]
        if number % 4 != 1:
            for place in sorted({self.chance.randrange(len(pieces)) for _ in range(1 + number % 3)}):
                pieces[place] += self.note()
        line = ""
        for piece in pieces:
            line += piece
            for part in re.split(r"(\[\^\d+\])", piece):
                mark = re.fullmatch(r"\[\^(\d+)\]", part)
                if mark:
                    self.marks.append(len(common.stripped(self.body)))
                self.body += mark[1] if mark else part
        self.lines.append(line)

    def note(self):
        name = len(self.begins) + 1
        longest = 9 if name % 20 == 0 else 2
        words = " ".join(self.text() for _ in range(self.chance.randint(1, longest)))
        if name % 3 == 0:
            words = words[:self.chance.randint(5, 40)].strip()
        self.begins.append(len(common.stripped(self.notes)))
        self.notes += f"{name}{words}"
        self.lines.append(f"[^{name}]: {words}")
        return f"[^{name}]"

    def source(self):
        return "\n\n".join(self.lines) + "\n"


def divided(pages, body, notes):
    """For each page how much of the two texts is before its end, and the faults."""
    ends, at_body, at_notes = [], 0, 0
    for number, page in enumerate(pages, 1):
        same = 0
        while same < len(page) and at_body + same < len(body) and page[same] == body[at_body + same]:
            same += 1
        for cut in range(same, -1, -1):
            if page[cut:] == notes[at_notes:at_notes + len(page) - cut]:
                break
        else:
            found, wanted = page[same:same + 12], body[at_body + same:at_body + same + 12]
            return ends, [f"page {number}: after {same} characters of the text stands {common.points(found)}, neither "
                          f"{common.points(wanted)} nor {common.points(notes[at_notes:at_notes + 12])}"]
        at_body, at_notes = at_body + cut, at_notes + len(page) - cut
        ends.append((at_body, at_notes))
    if (at_body, at_notes) != (len(body), len(notes)):
        return ends, [f"{len(body) - at_body} characters of the text and {len(notes) - at_notes} of notes are missing"]
    return ends, []


def page_of(ends, which, place):
    return next(number for number, end in enumerate(ends) if place < end[which])


def note_pages_faults(path, made):
    """Each note begins on the page of its mark."""
    labels, faults = check_text.artifacts(path)
    body, notes = common.stripped(made.body), common.stripped(made.notes)
    for reader, pages in (("poppler", check_text.poppler_pages(path)), ("PDFium", check_text.pdfium_pages(path))):
        bare, cut = check_text.without_artifacts(reader, pages, labels)
        ends, different = divided(bare, body, notes)
        faults += cut + [f"{reader}: {fault}" for fault in different]
        if cut or different:
            continue
        if len(ends) < LEAST_PAGES:
            faults.append(f"only {len(ends)} pages")
        for number, (mark, begin) in enumerate(zip(made.marks, made.begins), 1):
            if page_of(ends, 0, mark) != page_of(ends, 1, begin):
                faults.append(f"{reader}: note {number} begins on page {page_of(ends, 1, begin) + 1}, its mark stands "
                              f"on page {page_of(ends, 0, mark) + 1}")
    return faults


def rule_of(page):
    """The bounds of the only line that is drawn on a page, or None."""
    bounds = [item.get_bounds() for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)]
    return bounds[0] if len(bounds) == 1 else None


def apart_faults(path, vertical):
    """The rule stands between all text and all notes of its page, and notes keep to the type area."""
    document, faults = pdfium.open_document(path), []
    margin = 25 / 25.4 * 72
    for number, page in enumerate(document, 1):
        rule = rule_of(page)
        pieces = [piece for piece in pdfium.pieces(page).pieces if not piece.artifact]
        if rule is None:
            continue
        at = (rule[0] + rule[2]) / 2 if vertical else -(rule[1] + rule[3]) / 2
        # From here on, along the block axis.
        spans = [(piece.box[0], piece.box[2]) if vertical else (-piece.box[3], -piece.box[1]) for piece in pieces]
        sides = [begin + end > at * 2 for begin, end in spans]
        if sides != sorted(sides):
            faults.append(f"page {number}: text follows a note")
        crossing = [piece for piece, (begin, end) in zip(pieces, spans) if begin < at - 0.5 and end > at + 0.5]
        if crossing:
            faults.append(f"page {number}: {crossing[0].text!r} stands across the rule")
        limit = (page.get_size()[0] - margin if vertical else -margin) + 3
        if any(end > limit for _, end in spans):
            faults.append(f"page {number}: notes go beyond the type area")
    document.close()
    return faults


def links_of(document, page):
    """(text, page, (x, y)) of each link in the document: what stands on it, and where it leads."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    textpage, found = page.get_textpage(), []
    while raw.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        destination = raw.FPDFLink_GetDest(document.raw, link)
        if not destination:
            continue
        box = raw.FS_RECTF()
        raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box))
        has = [raw.FPDF_BOOL() for _ in range(3)]
        place = [raw.FS_FLOAT() for _ in range(3)]
        raw.FPDFDest_GetLocationInPage(destination, *map(ctypes.byref, has), *map(ctypes.byref, place))
        text = textpage.get_text_bounded(box.left + 1, box.bottom + 1, box.right - 1, box.top - 1)
        found.append((common.stripped(text), raw.FPDFDest_GetDestPageIndex(document.raw, destination),
                      (place[0].value, place[1].value)))
    textpage.close()
    return found


def link_faults(path, count):
    """From each mark a link leads to its note, and back."""
    document, faults, seen = pdfium.open_document(path), [], {}
    for number, page in enumerate(document):
        textpage = page.get_textpage()
        for text, to, (x, y) in links_of(document, page):
            text = re.sub(r".*?(\d+)$", r"\1", text)  # the box of a mark touches what it is put to
            seen[text] = seen.get(text, 0) + 1
            target = common.stripped(textpage.get_text_bounded(x - 2, y - 14, x + 14, y + 2))
            if to != number:
                faults.append(f"page {number + 1}: the link {text!r} leads to page {to + 1}")
            elif text[:1] not in target:
                faults.append(f"page {number + 1}: the link {text!r} leads to {target!r}")
        textpage.close()
    document.close()
    wanted = {str(number): 2 for number in range(1, count + 1)}
    if seen != wanted:
        faults.append(f"links: {sorted(set(wanted.items()) ^ set(seen.items()))[:5]} differ")
    return faults


def reference_faults(program, fonts, folder, vertical):
    """A reference shows and leads to the page of its block; the name of the block leads there too."""
    writer = make_document.Writer(3)
    filling = "\n\n".join(writer.paragraph() if vertical else writer.chinese() * 3 for _ in range(60))
    source = folder / f"references-{vertical:d}.md"
    source.write_text(f"---\nlanguage: {'mn-Mong' if vertical else 'zh-Hans'}\n---\n\n"
                      f"PAGE [0](#far \"page\") END [QRX](#far)\n\n{filling}\n\n::: id far\nTARGET\n:::\n",
                      encoding="utf-8")
    path = source.with_suffix(".pdf")
    common.output([program, "typeset", source, "--font-dir", fonts, "-o", path])
    document = pdfium.open_document(path)
    texts = [common.stripped(pdfium.page_text(page)) for page in document]
    page = next(number for number, text in enumerate(texts) if "TARGET" in text)
    shown = re.search(r"PAGE(\d+)END", texts[0])
    faults = []
    if not shown or int(shown[1]) != page + 1:
        faults.append(f"{path}: the reference shows {shown and shown[1]}, the block stands on page {page + 1}")
    leading = {text: to for text, to, _ in links_of(document, document[0])}
    if leading != {str(page + 1): page, "QRX": page}:
        faults.append(f"{path}: the links lead to {leading}, the block stands on page {page + 1}")
    named = raw.FPDF_GetNamedDestByName(document.raw, b"far")
    if not named or raw.FPDFDest_GetDestPageIndex(document.raw, named) != page:
        faults.append(f"{path}: the name of the block does not lead to page {page + 1}")
    document.close()
    return faults, path


def faults_of(arguments):
    program, fonts, library, folder = map(pathlib.Path, arguments)
    folder.mkdir(parents=True, exist_ok=True)
    faults, files = [], []
    for vertical in (True, False):
        made = Made(vertical)
        source = folder / f"notes-{'vertical' if vertical else 'horizontal'}.md"
        source.write_text(made.source(), encoding="utf-8")
        path, text = source.with_suffix(".pdf"), source.with_suffix(".txt")
        common.output([program, "typeset", source, "--font-dir", fonts, "-o", path])
        text.write_text(common.output([program, "typeset", source, "--font-dir", fonts, "--text"]), encoding="utf-8")
        files.append(path)
        faults += check_text.compare(path, text.read_text(encoding="utf-8"))
        found = note_pages_faults(path, made) + apart_faults(path, vertical) + link_faults(path, len(made.begins))
        faults += [f"{path}: {fault}" for fault in found]
        wrong, other = reference_faults(program, fonts, folder, vertical)
        faults += wrong
        files.append(other)
    example, path = common.ROOT / "examples" / "plain" / "notes.md", folder / "notes-example.pdf"
    common.output([program, "typeset", example, "--font-dir", fonts, "-o", path])
    faults += check_text.compare(path, common.output([program, "typeset", example, "--font-dir", fonts, "--text"]))
    return faults + check_verapdf.faults_of([library, *files, path])


if __name__ == "__main__":
    common.main("notes", faults_of)
