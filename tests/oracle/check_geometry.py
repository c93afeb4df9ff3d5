"""Lines stand where they belong: check_geometry.py FILE.pdf FILE.txt …

Looks at the ink boxes of PDFium, in reading order, and at the advances of poppler:
- all ink lies on the page;
- lines follow each other: to the right of the line before in vertical pages, below it in horizontal ones;
- the ink of different words does not overlap;
- no line begins with a closing mark or ends with an opening one;
- all full lines of a paragraph end at the same edge.
"""
import pathlib
from dataclasses import dataclass, field

import common
import pdfium
import poppler

# Marks that may not begin a line, and that may not end one: EAC MGC/01-13, 4.1.4, and GB/T 15834 for Chinese.
NOT_FIRST = set("\u1801\u1802\u1803\u1804\u1805\u1808\u1809\u2048\u2049\u203c!?),.:;]"
                "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u201d"
                "\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d")
NOT_LAST = set("([\u3008\u300a\u300c\u300e\u3010\u3014\u201c\uff08\uff3b")
FULL_WIDTH_MARKS = set("\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u201d\u2019"
                       "\uff01\uff09\uff0c\uff1a\uff1b\uff1f")
NEW_LINE = 8.0       # points between the baselines of two lines; those of two scripts in one line differ less
BACK = 8.0           # points back along the line that mean a new line; ink of one letter reaches back less
OVERLAP = 1.5        # points of overlap, both ways, that are still no fault
OVERHANG = 4.0       # points along the line that a letter's tail may reach over the space to the next word
EDGE = 0.5           # points by which full lines may differ
LEAST_LINES = 3      # lines of a paragraph on one page whose ends are compared


def union(one, other):
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


@dataclass
class Line:
    """Pieces on one axis, and the box around their ink."""
    pieces: list = field(default_factory=list)
    box: tuple = ()
    axis: float = 0   # across the line: where the baseline of its first piece stands
    start: float = 0  # along the line: where its last piece begins

    def add(self, piece):
        self.pieces.append(piece)
        self.box = union(self.box, piece.box) if self.box else piece.box

    @property
    def text(self):
        return "".join(piece.text for piece in self.pieces)


def is_vertical(pieces):
    """Whether most steps from piece to piece go down rather than to the right."""
    down = right = 0
    for one, next_one in zip(pieces, pieces[1:]):
        x, y = (next_one.centre[0] - one.centre[0], one.centre[1] - next_one.centre[1])
        down += y > abs(x)
        right += x > abs(y)
    return down > right


def lines_of(pieces, vertical):
    """Cuts the pieces of a page into lines: a piece that jumps back or has its baseline elsewhere begins one."""
    lines = []
    for piece in pieces:
        axis = piece.origin[0 if vertical else 1]
        start = -piece.box[3] if vertical else piece.box[0]
        if not lines or abs(axis - lines[-1].axis) > NEW_LINE or start < lines[-1].start - BACK:
            lines.append(Line(axis=axis))
        lines[-1].add(piece)
        lines[-1].start = start
    return lines


def order_faults(lines, vertical):
    faults = []
    for one, next_one in zip(lines, lines[1:]):
        (left, bottom, right, top), (next_left, next_bottom, next_right, next_top) = one.box, next_one.box
        if vertical and next_right < (left + right) / 2 and next_top > (bottom + top) / 2:
            faults.append(f"the line {next_one.text[:20]!r} stands to the left of {one.text[:20]!r}, which it follows")
        if not vertical and next_bottom > (bottom + top) / 2 and next_left < (left + right) / 2:
            faults.append(f"the line {next_one.text[:20]!r} stands above {one.text[:20]!r}, which it follows")
    return faults


def words_of(lines):
    """(box, text, line number) of what stands between spaces; of characters of their own where there are no spaces."""
    words = []
    for number, line in enumerate(lines):
        for place, piece in enumerate(line.pieces):
            ideograph = "\u2e80" <= piece.text[0] <= "\u9fff" or "\uff00" <= piece.text[0] <= "\uffef"
            if place and not piece.space_before and not ideograph and not words[-1][3]:
                box, text, _, _ = words[-1]
                words[-1] = (union(box, piece.box), text + piece.text, number, False)
            else:
                words.append((piece.box, piece.text, number, ideograph))
    return words


def overlap_faults(lines, vertical):
    words = sorted(words_of(lines), key=lambda word: word[0][0])
    faults, open_words = [], []
    for word in words:
        open_words = [other for other in open_words if other[0][2] - word[0][0] > OVERLAP]
        for other in open_words:
            width = min(word[0][2], other[0][2]) - max(word[0][0], other[0][0])
            height = min(word[0][3], other[0][3]) - max(word[0][1], other[0][1])
            along = height if vertical else width
            tails = word[2] == other[2] and not word[3] and not other[3]  # of words of one line, not of ideographs
            allowed = OVERHANG if tails else OVERLAP
            if min(width, height) > OVERLAP and along > allowed:
                faults.append(f"{other[1]!r} and {word[1]!r} overlap by {width:.1f} × {height:.1f} pt near "
                              f"({word[0][0]:.0f}, {word[0][1]:.0f})")
        open_words.append(word)
    return faults


def mark_faults(lines):
    faults = []
    for line in lines:
        if line.text[0] in NOT_FIRST:
            faults.append(f"a line begins with {common.name_of(line.text[0])}: {line.text[:20]!r}")
        if line.text[-1] in NOT_LAST:
            faults.append(f"a line ends with {common.name_of(line.text[-1])}: {line.text[-20:]!r}")
    return faults


def page_faults(page):
    faults = []
    for piece in page.pieces:
        left, bottom, right, top = piece.box
        if left < 0 or bottom < 0 or right > page.width or top > page.height:
            faults.append(f"{piece.text!r} stands out of the page: {piece.box}")
    return faults


def paragraphs_of(lines, paragraphs):
    """The lines of each paragraph on this page. `paragraphs` is the text still to come, a list that is eaten up."""
    groups = []
    for line in lines:
        text = common.stripped(line.text)
        fresh = True
        while text and paragraphs:
            if fresh and (not groups or groups[-1][0] is not paragraphs[0]):
                groups.append((paragraphs[0], []))
            if fresh:
                groups[-1][1].append(line)
            taken = min(len(text), len(paragraphs[0][0]))
            paragraphs[0][0] = paragraphs[0][0][taken:]
            text = text[taken:]
            fresh = bool(text)
            if not paragraphs[0][0]:
                paragraphs.pop(0)
    return [lines for _, lines in groups]


def end_of(line, words, vertical):
    """The end of a line's last advance by poppler; None where its words cannot be told apart."""
    last = line.pieces[-1]
    ends = []
    for word in words:
        if vertical:
            if word.box[0] <= last.centre[0] <= word.box[2] and word.box[1] <= last.centre[1] <= word.box[3]:
                ends.append(word.box[1])
        elif word.box[1] <= last.centre[1] <= word.box[3] and word.box[0] <= last.centre[0] <= word.box[2]:
            ends.append(word.box[2])
    return ends[0] if len(ends) == 1 else None


def edge_faults(groups, words, vertical):
    """Faults in the ends of full lines, and how many ends were compared."""
    faults, compared = [], 0
    for group in groups:
        full = [line for line in group[:-1] if line.text[-1] not in FULL_WIDTH_MARKS]
        if len(group) < LEAST_LINES:
            continue
        ends = [(end, line) for line in full if (end := end_of(line, words, vertical)) is not None]
        compared += len(ends)
        if not ends:
            continue
        middle = sorted(end for end, _ in ends)[len(ends) // 2]
        for end, line in ends:
            if abs(end - middle) > EDGE:
                faults.append(f"the line {line.text[:12]!r} … {line.text[-12:]!r} ends at {end:.2f}, "
                              f"others at {middle:.2f}")
    return faults, compared


def invisible_out(text):
    """The text without what leaves no ink and no piece: spaces of all kinds that PDFium reports as such."""
    return common.stripped(text).replace("\u00a0", "").replace("\u3000", "")


def compare(path, expected, least_compared):
    """All faults of one file."""
    paragraphs = [[bare] for line in expected.split("\n") if (bare := invisible_out(line))]
    document = pdfium.open_document(path)
    words = poppler.words(path)
    faults, compared = [], 0
    for number, page in enumerate(document):
        found = pdfium.pieces(page)
        pieces = [piece for piece in found.pieces if not piece.artifact]
        vertical = is_vertical(pieces)
        lines = lines_of(pieces, vertical)
        groups = paragraphs_of(lines, paragraphs)
        edges, count = edge_faults(groups, words[number], vertical)
        compared += count
        here = page_faults(found) + order_faults(lines, vertical) + overlap_faults(lines, vertical)
        here += mark_faults(lines) + edges
        faults += [f"{path}: page {number + 1}: {fault}" for fault in here]
    document.close()
    if compared < least_compared:
        faults.append(f"{path}: only {compared} ends of lines could be compared, {least_compared} expected")
    return faults


def faults_of(arguments):
    faults = []
    for path, text, least in zip(arguments[::3], arguments[1::3], arguments[2::3]):
        faults += compare(path, pathlib.Path(text).read_text(encoding="utf-8"), int(least))
    return faults


if __name__ == "__main__":
    common.main("geometry", faults_of)
