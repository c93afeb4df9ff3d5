"""What the self-tests share: made-up pages, and the demand that a check passes one file and fails another."""
import pathlib
import sys
import tempfile
import unittest

import made_pdf

STEM = "\u182e\u1823\u1829\u182d\u1823\u182f"                          # with no connector
WITH_NNBSP = "\u1826\u182c\u1821\u1837\u202f\u1826\u1828"
WITH_MVS = "\u1820\u182a\u1824\u1837\u182d\u180e\u1820"
WORDS = [STEM, WITH_NNBSP, WITH_MVS, "\u1824\u182f\u1824\u1830\u202f\u1824\u1828"]
STOP = "\u1803"
TOP, FOOT, LEFT, PITCH = 370, 40, 30, 24  # of the made pages

ARGUMENTS = []


def main():
    """Runs the tests of the calling script; its command line is kept in ARGUMENTS."""
    ARGUMENTS.extend(sys.argv[1:])
    unittest.main(argv=sys.argv[:1], verbosity=2)


class Folder(unittest.TestCase):
    """A test case with a folder of its own, gone afterwards."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def one(self, faults, fragment):
        """Demands faults, one of which says `fragment`."""
        self.assertTrue(any(fragment in fault for fault in faults), f"no fault says {fragment!r}: {faults}")


def sentence(count):
    """`count` words in order, each fourth one closed by a mark."""
    return " ".join(WORDS[number % len(WORDS)] + (STOP if number % 4 == 3 else "") for number in range(count))


def font():
    return made_pdf.TrueType(pathlib.Path(ARGUMENTS[0]) / "NotoSansMongolian_400Regular.ttf")


def justified(made, text, *, actual=True, gives=None):
    """Sets a text on the current page in vertical lines with stretched spaces, as a good file has them."""
    lines, line, room = [], [], TOP - FOOT
    for word in text.split(" "):
        if sum(map(made.length, line + [word])) + 4 * len(line) > room:
            lines.append(line)
            line = []
        line.append(word)
    lines.append(line)
    for number, line in enumerate(lines):
        gap = (room - sum(map(made.length, line))) / max(1, len(line) - 1) if number + 1 < len(lines) else 5
        y = TOP
        for word in line:
            spaced = any(character in word for character in "\u202f\u00a0\u180e")
            made.word(LEFT + PITCH * number, y, word, actual=word if actual and spaced else None,
                      gives=gives(word) if gives else None)
            y -= made.length(word) + gap


def number_pages(made, label="1"):
    made.word(150, 15, label, vertical=False, tag="Artifact")
