"""What poppler reads from a PDF beside its text: boxes of words, structure, fonts."""
import html
import re
from dataclasses import dataclass

import common

ROLES = {"Document", "Part", "Sect", "Div", "H", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody",
         "Table", "THead", "TBody", "TR", "TH", "TD", "Link", "Figure", "Caption", "Span", "Quote", "Note", "Reference"}
WORD = re.compile(r'\s*<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>')


@dataclass
class Word:
    """A word with its box by advances, in points from the lower left corner of the page."""
    text: str
    box: tuple

    @property
    def centre(self):
        return ((self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2)


def words(path):
    """The words of each page; their order is poppler's own and means nothing."""
    text = common.output(["pdftotext", "-bbox", "-enc", "UTF-8", path, "-"])
    pages, height = [], 0.0
    for line in text.splitlines():
        if head := re.match(r'\s*<page width="([\d.]+)" height="([\d.]+)"', line):
            pages.append([])
            height = float(head[2])
        elif word := WORD.match(line):
            left, top, right, bottom = (float(word[group]) for group in (1, 2, 3, 4))
            pages[-1].append(Word(html.unescape(word[5]), (left, height - bottom, right, height - top)))
    return pages


def structure(path, with_text):
    """The structure tree as [depth, role, text] in order. Titles of elements, which poppler prints as raw bytes, are
    passed over. Poppler reads the text of a page anew for each element: with text a long file takes minutes."""
    done = common.run(["pdfinfo", "-struct-text" if with_text else "-struct", "-enc", "UTF-8", path])
    nodes = []
    for line in done.stdout.decode("utf-8", errors="replace").split("\n"):
        content = line.lstrip(" ")
        depth = len(line) - len(content)
        if (element := re.match(r"([A-Z][A-Za-z0-9]*)\b", content)) and element[1] in ROLES:
            nodes.append([depth, element[1], ""])
        elif content.startswith('"') and nodes:
            nodes[-1][2] += content[1:-1]
    return nodes


def fonts(path):
    """Rows of pdffonts as (name, type, embedded, subset, unicode)."""
    rows = []
    for line in common.output(["pdffonts", path]).splitlines()[2:]:
        match = re.match(r"(\S+|\[none\])\s+(.*?)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", line)
        if not match:
            raise common.Broken(f"{path}: pdffonts prints {line!r}")
        rows.append((match[1], match[2], *(match[group] == "yes" for group in (3, 4, 5))))
    return rows
