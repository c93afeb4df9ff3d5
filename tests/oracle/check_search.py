"""PDFium finds words of the text, and each hit box covers the drawn word: check_search.py FILE.pdf FILE.txt COUNT …

The drawn word is what the page's picture shows: every connected stroke of ink that reaches into the box must lie in it.
Poppler, asked where its words are, must have the same word at the same place.
"""
import pathlib
import random
import re

import check_geometry
import common
import pdfium
import poppler

WORD = re.compile("[0-9]*[\u1820-\u1842\u180b-\u180f\u202f]{3,}|[\u4e00-\u9fff]{2,4}")
# Chinese words have no ends to see; a number of the table cell before a word stands right before it in PDFium's text.
PART_OF_WORD = re.compile("[\u1820-\u1842\u180b-\u180f\u202f]")
NOTHING = re.compile("(?!)")
HAN = re.compile("[\u4e00-\u9fff]")
SCALE = 2      # pixels to the point
SLACK = 1.25   # points that ink may stand out of a hit box
ENDS = 5       # points between the ends of a word's ink and of its advance
NEIGHBOUR = 0.35  # share of a stroke of the next character that may reach into a box
MARGIN = 20    # points around a box in which strokes are followed
INK = 128


class Picture:
    """A page as grey pixels."""

    def __init__(self, page):
        image = page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
        self.width, self.height = image.size
        self.pixels = image.tobytes()

    def strokes(self, box):
        """Connected sets of dark pixels in and around a box (points, y up), each as a list of points (x, y up)."""
        left = max(0, int((box[0] - MARGIN) * SCALE))
        right = min(self.width, int((box[2] + MARGIN) * SCALE))
        top = max(0, int(self.height - (box[3] + MARGIN) * SCALE))
        bottom = min(self.height, int(self.height - (box[1] - MARGIN) * SCALE))
        dark = {(x, y) for y in range(top, bottom) for x in range(left, right)
                if self.pixels[y * self.width + x] < INK}
        found = []
        while dark:
            waiting, stroke = [dark.pop()], []
            while waiting:
                x, y = waiting.pop()
                stroke.append(((x + 0.5) / SCALE, (self.height - y - 0.5) / SCALE))
                for near in ((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
                    if near in dark:
                        dark.remove(near)
                        waiting.append(near)
            found.append(stroke)
        return found


def share_in(box, stroke):
    return sum(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in stroke) / len(stroke)


def ink_faults(picture, box):
    """What is wrong between a hit box and the ink of the page."""
    left, bottom, right, top = (box[0] - SLACK, box[1] - SLACK, box[2] + SLACK, box[3] + SLACK)
    inside_all = []
    for stroke in picture.strokes(box):
        inside = [(x, y) for x, y in stroke if left <= x <= right and bottom <= y <= top]
        share = len(inside) / len(stroke)
        if share >= 0.9:
            inside_all += inside
        elif share > NEIGHBOUR and share_in(box, stroke) > NEIGHBOUR:  # else it stands beside the box
            return [f"a stroke lies {share:.0%} in its box"]
    if not inside_all:
        return ["there is no ink in its box"]
    axis = 1 if box[3] - box[1] > box[2] - box[0] else 0
    places = [point[axis] for point in inside_all]
    covered, length = max(places) - min(places), box[2 + axis] - box[axis]
    if covered < 0.6 * length:
        return [f"the ink in its box is {covered:.1f} pt of {length:.1f} pt long"]
    return []


def sample(expected, count):
    """`count` words spread over the text."""
    found = [match[0] for match in WORD.finditer(expected)]
    return random.Random(7).sample(found, min(count, len(found)))


def overlaps(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def place_faults(word, box, words, vertical):
    """What poppler has to say against the place: it has other text there, or the same Mongolian word with other ends.
    Its boxes of upright characters stand an em too far, so that one character of a Chinese word may be missing."""
    under = [other for other in words if overlaps(other.box, box)]
    text = common.stripped("".join(other.text for other in under))
    wanted = [word[1:], word[:-1]] if HAN.match(word) else [word]
    if not any(part in text for part in wanted) and (not text or text not in word):
        return ["poppler has other text there"]
    aparts = [max(abs(box[edge] - other.box[edge]) for edge in ((1, 3) if vertical else (0, 2)))
              for other in under if common.stripped(other.text) == word and not HAN.match(word)]
    if aparts and min(aparts) > ENDS:  # the same word may stand in the next line too
        return [f"poppler has the word {min(aparts):.1f} pt longer or shorter"]
    return []


def compare(path, expected, count):
    """All faults of one file."""
    document = pdfium.open_document(path)
    texts = [common.stripped(pdfium.page_text(page)) for page in document]
    words = poppler.words(path)
    chosen = sample(expected, count)
    faults = [] if len(chosen) == count else [f"the text has only {len(chosen)} words to look for"]
    pictures, checked = {}, 0
    chance = random.Random(11)
    for word in chosen:
        holding = [number for number, text in enumerate(texts) if word in text]
        chance.shuffle(holding)
        part = NOTHING if HAN.match(word) else PART_OF_WORD
        found = ((number, pdfium.hits(document[number], word, part)) for number in holding)
        number, boxes = next(((number, boxes) for number, boxes in found if boxes), (0, []))
        if not boxes:
            faults.append(f"the search does not find {common.points(word)}")
            continue
        boxes = [box for box in boxes if box]
        if not boxes:
            continue
        checked += 1
        if number not in pictures:
            vertical = check_geometry.is_vertical(pdfium.pieces(document[number]).pieces)
            pictures[number] = (Picture(document[number]), vertical)
        picture, vertical = pictures[number]
        box = chance.choice(boxes)
        where = f"page {number + 1}, {common.points(word)} in {tuple(round(edge, 1) for edge in box)}: "
        faults += [where + fault for fault in ink_faults(picture, box)]
        letters = re.findall("[\u1820-\u1842]", word)
        if vertical and len(letters) >= 4 and box[3] - box[1] <= box[2] - box[0]:
            faults.append(where + "the box of a vertical word is not taller than wide")
        faults += [where + fault for fault in place_faults(word, box, words[number], vertical)]
    if checked < 0.9 * count:
        faults.append(f"only {checked} hits of {count} stand in one line and can be looked at")
    document.close()
    return [f"{path}: {fault}" for fault in faults]


def faults_of(arguments):
    faults = []
    for path, text, count in zip(arguments[::3], arguments[1::3], arguments[2::3]):
        faults += compare(path, pathlib.Path(text).read_text(encoding="utf-8"), int(count))
    return faults


if __name__ == "__main__":
    common.main("search", faults_of)
