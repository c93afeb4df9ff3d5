#!/usr/bin/env python3
"""Fonts, layouts, labels and documents in Python, and the errors that they raise."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
import zlib

import bichig
from support import MONGOLIAN, NOTICE, ROOT, command

WORD = bichig.Text.from_latin("monɡgol bičig")
SVG = "{http://www.w3.org/2000/svg}"


def rows_of(png):
    """Width, height and the raw rows (filter byte and pixels) of a PNG file."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    place, data = 8, b""
    width = height = 0
    while place < len(png):
        size, kind = int.from_bytes(png[place:place + 4], "big"), png[place + 4:place + 8]
        body = png[place + 8:place + 8 + size]
        if kind == b"IHDR":
            width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
        elif kind == b"IDAT":
            data += body
        place += 12 + size
    return width, height, zlib.decompress(data)


class FontsTest(unittest.TestCase):
    def test_default_fonts(self):
        fonts = bichig.default_fonts()
        self.assertIs(fonts, bichig.default_fonts())
        self.assertIn("Noto Sans Mongolian", [face.name for face in fonts.faces])
        self.assertFalse(any(face.system for face in fonts.faces))

    def test_font_from_memory(self):
        path = next(face.file for face in bichig.default_fonts().faces if face.name == "Noto Sans Mongolian")
        font = bichig.Font.open(path)
        self.assertNotIn(repr(font.data[:20]), repr(font))
        fonts = bichig.Fonts(font)
        self.assertEqual([(face.name, face.file) for face in fonts.faces], [("Noto Sans Mongolian", str(path))])
        run, = bichig.shape(WORD, fonts=fonts)
        self.assertEqual(run.face, "NotoSansMongolian-Regular")
        bichig.set_default_fonts(fonts)
        try:
            self.assertIs(bichig.default_fonts(), fonts)
        finally:
            bichig.set_default_fonts(None)

    def test_no_font(self):
        with self.assertRaisesRegex(bichig.NotFound, "no font serves as mongolian"):
            bichig.Fonts(bichig.Font(b"no font", "mine"))
        with self.assertRaises(bichig.NotFound) as caught:
            bichig.Fonts(staged="/nonexistent")
        self.assertTrue(caught.exception.message)

    def test_where_there_are_none(self):
        """In a process whose folder of fonts is empty calls say what to do, and a word has no picture."""
        with tempfile.TemporaryDirectory() as folder:
            program = ("import bichig\nassert bichig.Text('a')._repr_svg_() is None\n"
                       "try:\n    bichig.measure_text('a')\nexcept bichig.NotFound as error:\n    print(error)\n")
            done = subprocess.run([sys.executable, "-c", program], env={**os.environ, "BICHIG_FONTS": folder + "/none"},
                                  capture_output=True, text=True, check=True)
        self.assertIn("set BICHIG_FONTS", done.stdout)


class LayoutTest(unittest.TestCase):
    def test_lines_hold_the_text(self):
        text = MONGOLIAN.read_text(encoding="utf-8").replace("#", "")
        layout = bichig.Layout(text, 300)
        self.assertGreater(len(layout.lines), 10)
        self.assertEqual("".join(line.range.of(text) for line in layout.lines), text)
        lefts = [line.box.x for line in layout.lines]
        self.assertEqual(lefts, sorted(lefts))  # vertical lines run from left to right
        self.assertTrue(all(line.box.height <= 300 for line in layout.lines))
        self.assertGreater(layout.size.width, layout.lines[-1].box.x)

    def test_caret_and_hit_agree(self):
        layout = bichig.Layout(WORD, 60)
        stops = bichig.boundaries(WORD, "graphemes")
        self.assertGreater(len(layout.lines), 1)
        for stop in stops:
            box = layout.caret(stop, thickness=1)
            hit = layout.hit_test(box.x + box.width / 2, box.y + 0.01)
            self.assertEqual(hit.offset, stop)
            self.assertIn(stop, range(layout.lines[hit.line].range.begin, layout.lines[hit.line].range.end + 1))

    def test_pictures(self):
        layout = bichig.Layout(WORD, 400, bichig.Style(font_size=30))
        tree = xml.fromstring(layout.to_svg(padding=5))
        self.assertEqual(tree.tag, SVG + "svg")
        self.assertTrue(any(node.get("d") for node in tree.iter(SVG + "path")))
        width, height, rows = rows_of(layout.to_png(dpi=144, padding=5))
        self.assertAlmostEqual(width, (layout.size.width + 10) * 2, delta=2)
        self.assertAlmostEqual(height, (layout.size.height + 10) * 2, delta=2)
        self.assertGreater(len(set(rows)), 10)  # levels of ink, not one colour
        picture = layout.render("rgba")
        self.assertEqual(len(picture.data), picture.width * picture.height * 4)

    def test_places_are_checked(self):
        layout = bichig.Layout("abc", 100)
        for call in (lambda: layout.caret(4), lambda: layout.caret(-1), lambda: layout.selection(0, 9)):
            with self.assertRaises(IndexError):
                call()
        with self.assertRaises(bichig.InvalidArgument):
            bichig.Layout("abc", -1)
        with self.assertRaises(bichig.InvalidArgument):
            bichig.Layout("abc", 100, bichig.Style(font_size=-3))

    def test_glyphs(self):
        run, other = bichig.shape(WORD[:6] + "汉")
        self.assertEqual((run.range, run.orientation), (bichig.Range(0, 6), "sideways"))
        self.assertEqual((other.range, other.orientation), (bichig.Range(6, 7), "upright"))
        self.assertTrue(all(glyph.id != 0 for glyph in run.glyphs))
        self.assertEqual(run.glyphs[0].cluster, 0)
        self.assertAlmostEqual(sum(glyph.advance for glyph in run.glyphs),
                               bichig.measure_text(WORD[:6]).text_size.height, delta=0.1)


class Labels(unittest.TestCase):
    def test_formats(self):
        for kind in ("png", "svg", "rgba"):
            picture = bichig.render_text(WORD, format=kind, padding=3)
            self.assertEqual(picture.format, kind)
            self.assertTrue(picture.data)
        self.assertEqual(rows_of(bichig.render_text(WORD, dpi=192).data)[0], bichig.render_text(WORD, dpi=192).width)

    def test_shrinks_to_fit(self):
        style = bichig.Style(font_size=40)
        cut = bichig.render_text(WORD, style, width=30, height=60)
        self.assertTrue(cut.overflow)
        fit = bichig.render_text(WORD, style, width=30, height=60, smallest=4)
        self.assertFalse(fit.overflow)
        self.assertLess(fit.font_size, 40)
        measured = bichig.measure_text(WORD, style, width=30, height=60, smallest=4)
        self.assertEqual((measured.font_size, measured.data), (fit.font_size, b""))

    def test_notebook(self):
        for shown in (WORD, bichig.Layout(WORD, 100), bichig.render_text(WORD, format="svg"),
                      bichig.Document("# One")):
            self.assertEqual(xml.fromstring(shown._repr_svg_()).tag, SVG + "svg", shown)
        page = "".join(bichig.Text.from_latin(word)._repr_svg_() for word in ("nom", "bičig"))  # as a notebook has them
        names, used = re.findall(' id="([^"]+)', page), re.findall('href="#([^"]+)', page)
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual(set(used), set(names))
        self.assertEqual(bichig.render_text(WORD)._repr_png_()[:4], b"\x89PNG")
        self.assertIsNone(bichig.render_text(WORD)._repr_svg_())
        self.assertIsNone(bichig.Text("")._repr_svg_())


class Documents(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_as_the_command(self):
        document = bichig.Document.open(NOTICE)
        self.assertEqual(document.text, command("typeset", NOTICE, "--text"))
        for end in ("pdf", "svg"):
            command("typeset", NOTICE, "-o", self.folder / f"theirs.{end}")
            summary = document.write(self.folder / f"ours.{end}")
            self.assertEqual(summary.pages, 6)
            theirs, ours = sorted(self.folder.glob(f"theirs*.{end}")), sorted(self.folder.glob(f"ours*.{end}"))
            self.assertEqual([file.read_bytes() for file in ours], [file.read_bytes() for file in theirs])

    def test_memory_is_the_file(self):
        document = bichig.Document.open(ROOT / "examples/notice/notice.json")
        document.write(self.folder / "one.pdf")
        self.assertEqual(document.to_pdf(), (self.folder / "one.pdf").read_bytes())
        document.write(self.folder / "page.png", dpi=50)
        pages = document.to_png(dpi=50)
        self.assertEqual(pages, [(self.folder / f"page-{i}.png").read_bytes() for i in range(1, len(pages) + 1)])

    def test_text_and_bytes(self):
        text = "# " + WORD + "\n\n汉字 \U0001F600"
        self.assertEqual(bichig.Document(text).text, bichig.Document(text.encode("utf-8")).text)
        self.assertIn(WORD, bichig.Document(text).text)

    def test_errors_say_where(self):
        with self.assertRaises(bichig.InvalidInput) as caught:
            bichig.Document("---\nkind: notice\ncolour: red\n---\n", name="mine.md")
        error = caught.exception
        self.assertEqual((error.file, error.line), ("mine.md", 3))
        self.assertIn("mine.md:3:", str(error))
        self.assertTrue(error.hint)
        self.assertIsInstance(error, ValueError)
        with self.assertRaises(bichig.IllFormed) as caught:
            bichig.Document("ab\U0001F600\ud800c")
        self.assertEqual(caught.exception.offset, 3)  # an index of the str
        with self.assertRaises(bichig.IllFormed) as caught:
            bichig.Document(b"ab\xff")
        self.assertEqual(caught.exception.offset, 2)
        with self.assertRaises(FileNotFoundError):
            bichig.Document.open(self.folder / "none.md")

    def test_no_file_is_left(self):
        document = bichig.Document("# One")
        with self.assertRaises(OSError) as caught:
            document.write(self.folder / "none" / "x.pdf")
        self.assertIsInstance(caught.exception, bichig.SystemFailure)
        with self.assertRaisesRegex(ValueError, "there is no format 'doc'"):
            document.write(self.folder / "x.doc")
        with self.assertRaises(bichig.InvalidInput):
            bichig.Document("\U0001B000\U000E0100\uf8ff").write(self.folder / "x.pdf", strict=True)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_progress(self):
        document = bichig.Document.open(NOTICE)
        steps = []
        document.to_files("svg", progress=lambda done, total: steps.append(done))
        self.assertEqual(steps, [1, 2, 3, 4, 5, 6])

        def fail(done, total):
            if done == 2:
                raise KeyError("enough")

        with self.assertRaisesRegex(KeyError, "enough"):
            document.write(self.folder / "x.pdf", progress=fail)
        with self.assertRaises(bichig.Cancelled):
            document.write(self.folder / "x.pdf", progress=lambda done, total: done < 2)
        self.assertEqual(list(self.folder.iterdir()), [])
        document.write(self.folder / "x.pdf")


class PagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = bichig.Document.open(NOTICE)
        cls.pages = cls.document.pages()

    def test_texts_are_that_of_the_document(self):
        self.assertEqual((len(self.pages), self.pages.summary.pages), (6, 6))
        self.assertEqual("".join(page.text for page in self.pages), self.document.text)

    def test_pictures_are_those_of_the_document(self):
        self.assertEqual([page.to_png(dpi=40) for page in self.pages], self.document.to_png(dpi=40))
        self.assertEqual(self.pages[-1]._repr_svg_(), bichig.inline_svg(self.pages[5].to_svg()))
        self.assertIsNotNone(xml.fromstring(self.pages[0].to_svg()))
        with self.assertRaises(IndexError):
            self.pages[6]

    def test_hits_and_boxes(self):
        pages = bichig.Document("# 😀 " + WORD + "\n\n" + WORD + " 汉字").pages()
        page, (match, other) = pages[0], pages.find(WORD)
        self.assertEqual((page.text[match.begin:match.end], page.text[other.begin:other.end]), (WORD, WORD))
        box, = page.selection(other.begin, other.begin + 1)
        self.assertTrue(0 < box.x < page.size.width and 0 < box.y < page.size.height)
        hit = page.hit_test(box.x + box.width / 2, box.y + box.height / 2)
        self.assertEqual((hit.character.begin, hit.inside), (other.begin, True))
        here = [character for character in page.characters if character.range.begin == other.begin]
        self.assertEqual(len(here), 1)
        self.assertAlmostEqual(here[0].box.y, box.y, delta=0.5)
        self.assertEqual("".join(character.range.of(page.text) for character in page.characters).replace(" ", ""),
                         page.text.replace(" ", "").replace("\n", ""))

    def test_places(self):
        with self.assertRaises(bichig.NotFound):
            self.pages.destination("none")
        self.assertEqual(self.pages.find("nowhere"), [])

    def test_progress(self):
        with self.assertRaises(bichig.Cancelled):
            self.document.pages(progress=lambda done, total: done < 3)


class Errors(unittest.TestCase):
    def test_every_status_has_a_class(self):
        from bichig.errors import error_of
        names = [error_of(status, "m", "h", "f", 1, 2, None, "").status for status in range(1, 10)]
        self.assertEqual(len(set(names)), 9)
        error = error_of(6, "m", "h", "f", 1, 2, None, "d")
        self.assertEqual(str(error), "f:1:2: m [d] (h)")
        self.assertIsInstance(error, OSError)


if __name__ == "__main__":
    unittest.main()
