#!/usr/bin/env python3
"""The programs of examples/python run as their pages say, and make what they promise; mypy --strict accepts them."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml

import bichig
import openpyxl
from support import BICHIG, NOTICE, ROOT

EXAMPLES = ROOT / "examples/python"


def run(script, *arguments, code=0):
    done = subprocess.run([sys.executable, EXAMPLES / script, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != code:
        raise AssertionError(f"{script}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def text_of(pdf):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, text=True, check=True).stdout


class Examples(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_first_steps(self):
        printed = run("first_steps.py", NOTICE, self.folder).splitlines()
        self.assertEqual(printed[0], bichig.units(bichig.from_latin("nom-un bičig")))
        self.assertIn("nom", printed[1])
        self.assertIn("6 pages", printed)
        self.assertEqual((self.folder / "word.png").read_bytes()[:4], b"\x89PNG")
        self.assertEqual((self.folder / "document.pdf").read_bytes()[:5], b"%PDF-")
        (self.folder / "bad.md").write_text("---\nkind: none\n---\n", encoding="utf-8")
        self.assertIn("bad.md 2 7", run("first_steps.py", self.folder / "bad.md", self.folder))

    def test_notices(self):
        sheet, out = self.folder / "notices.xlsx", self.folder / "out"
        run("notices/make_sheet.py", sheet)
        self.assertIn("row 4: notice-13.pdf", run("notices/notices.py", sheet, out))
        for number, name, pumps, devices in ((11, "bayan tal_a", 8, 18), (12, "čagan obog_a", 7, 15)):
            text = text_of(out / f"notice-{number}.pdf")
            self.assertIn(bichig.normalize(bichig.from_latin(name)), text)
            self.assertIn(f"〔2024〕{number}号", text)
            self.assertRegex(text, rf"{pumps}\s+{devices}")
            facts = subprocess.run([BICHIG, "info", out / f"notice-{number}.pdf"], capture_output=True, text=True)
            self.assertEqual(facts.returncode, 0, facts.stderr)
        rows = list(openpyxl.load_workbook(out / "report.xlsx").worksheets[0].iter_rows(values_only=True))
        self.assertEqual([row[1] for row in rows[1:]], ["notice-11.pdf", "notice-12.pdf", "notice-13.pdf"])

    def test_a_wrong_row_is_named(self):
        sheet, out = self.folder / "notices.xlsx", self.folder / "out"
        run("notices/make_sheet.py", sheet)
        book = openpyxl.load_workbook(sheet)
        book.worksheets[0]["E3"] = "seven"
        book.save(sheet)
        printed = run("notices/notices.py", sheet, out, code=1)
        self.assertIn("row 3: not written: column pumps: 'seven' is no number", printed)
        self.assertEqual(sorted(path.name for path in out.glob("*.pdf")), ["notice-11.pdf", "notice-13.pdf"])

    def test_search(self):
        first, second = self.folder / "one.md", self.folder / "two.md"
        first.write_text(bichig.from_latin("sayin nom-un bičig"), encoding="utf-8")
        second.write_text(bichig.from_latin("sayin ger-ün bičig"), encoding="utf-8")
        for word in ("nom", "num", bichig.from_latin("num")):  # another letter that looks the same finds it too
            self.assertEqual(run("search/search.py", word, first, second).splitlines()[-1], "1 paragraphs")
        self.assertEqual(run("search/search.py", "bičig", first, second).splitlines()[-1], "2 paragraphs")
        self.assertEqual(run("search/search.py", "sayin nom", first, second).splitlines()[-1], "1 paragraphs")
        self.assertEqual(run("search/search.py", "nom sayin", first, second).splitlines()[-1], "0 paragraphs")
        printed = run("search/search.py", "bilčiger", "--html", self.folder / "found.html")
        count = int(printed.splitlines()[-1].split()[0])
        self.assertGreater(count, 10)
        page = (self.folder / "found.html").read_text(encoding="utf-8")
        self.assertEqual(page.count("<figure>"), count)
        self.assertGreaterEqual(page.count('fill="#ffd54d"'), count)

    def test_coverage(self):
        printed = run("coverage/coverage.py", "--svg", self.folder / "chart.svg")
        rows = re.findall(r"(?m)^([\w/]+): (\d+) words, (.*)$", printed)
        self.assertGreater(len(rows), 5)
        for name, words, classes in rows:
            self.assertEqual(sum(map(int, re.findall(r"\d+", classes))), int(words), name)
        tree = xml.parse(self.folder / "chart.svg").getroot()
        words = [node for node in tree if node.tag.endswith("svg")]
        self.assertEqual(len(words), 14)
        self.assertTrue(all(any(path.get("d") for path in word.iter("{http://www.w3.org/2000/svg}path"))
                            for word in words))

    def test_types(self):
        package = pathlib.Path(bichig.__file__).parent.parent
        for script in ("first_steps.py", "notices/make_sheet.py", "notices/notices.py", "search/search.py",
                       "coverage/coverage.py"):
            done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir",
                                   self.folder / "cache", EXAMPLES / script], capture_output=True, text=True,
                                  env={**os.environ, "MYPYPATH": str(package)}, cwd=self.folder)
            self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)


if __name__ == "__main__":
    unittest.main()
