#!/usr/bin/env python3
# A second opinion on the page visitor: pages drawn from what it tells alone have the ink of those that Bichig writes.
"""Usage: visitor_ink.py --bichig BICHIG --drawer VISITOR_SVG --fonts FONTS --out FOLDER

visitor_svg.c draws each page as SVG from glyph outlines, paths and images; librsvg makes pixels of it, which are laid
over the PNG of `bichig typeset`. A run moved by one point must be noticed."""

import argparse
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ("examples/notice/notice.md", "examples/plain/notes.md", "examples/plain/inlines.md")
RESOLUTION = 100
MOST = 0.01  # of 255, mean over a page: two rasterizers smooth some edges in their own ways
options = None


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stderr}")


def pixels_of(svg):
    png = svg.with_suffix(".drawn.png")
    run("rsvg-convert", "--dpi-x", RESOLUTION, "--dpi-y", RESOLUTION, "-o", png, svg)
    return Image.open(png).convert("RGB")


def difference(one, other):
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


class VisitorInk(unittest.TestCase):
    def pages_of(self, document):
        """Pairs: the page drawn by the visitor, and the PNG of the page."""
        folder = options.out / Path(document).stem
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        run(options.drawer, options.fonts, ROOT / document, folder)
        run(options.bichig, "typeset", ROOT / document, "--dpi", RESOLUTION, "-o", folder / "page.png")
        pages = sorted(folder.glob("[0-9]*.svg"), key=lambda path: int(path.stem))
        written = sorted(folder.glob("page*.png"), key=lambda path: int((re.findall(r"\d+", path.stem) or [1])[0]))
        self.assertEqual(len(pages), len(written))
        self.assertGreater(len(pages), 0)
        return list(zip(pages, written))

    def test_pages_have_the_same_ink(self):
        worst = 0
        for document in DOCUMENTS:
            for drawn, written in self.pages_of(document):
                with self.subTest(page=drawn):
                    one, other = pixels_of(drawn), Image.open(written).convert("RGB")
                    self.assertEqual(one.size, other.size)
                    self.assertGreater(255 - min(ImageStat.Stat(one).mean), 0.5)  # there is ink at all
                    found = difference(one, other)
                    worst = max(worst, found)
                    self.assertLess(found, MOST)
        print(f"largest mean difference of a page: {worst:.3f} of 255")

    def test_a_moved_and_a_lost_glyph_are_noticed(self):
        drawn, written = self.pages_of(DOCUMENTS[0])[1]
        other = Image.open(written).convert("RGB")
        before = difference(pixels_of(drawn), other)
        text = drawn.read_text()
        lost = drawn.with_name("lost.svg")
        lost.write_text(re.sub(r"<path transform=.*?/>\n", "", text, count=2))
        self.assertGreater(difference(pixels_of(lost), other), before + MOST)
        moved = drawn.with_name("moved.svg")
        moved.write_text(re.sub(r"viewBox=\"0 0", 'viewBox="1 0', text, count=1))
        self.assertGreater(difference(pixels_of(moved), other), MOST * 20)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bichig", type=Path, required=True)
    parser.add_argument("--drawer", type=Path, required=True)
    parser.add_argument("--fonts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
