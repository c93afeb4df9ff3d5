#!/usr/bin/env python3
"""The types of the package: mypy in its strict mode accepts the package and good programs, and refuses bad ones."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import bichig

PACKAGE = pathlib.Path(bichig.__file__).parent
ROOT = pathlib.Path(__file__).resolve().parents[2]
GOOD = '''
import bichig

units: str = bichig.units("a")
key: bytes = bichig.search_key("a", "folded")
where: list[bichig.Range] = bichig.find("a", "b")
begin: int = where[0].begin if where else 0
picture: bichig.Picture = bichig.render_text("a", bichig.Style(font_size=3, direction="horizontal"), format="svg")
line: bichig.Line = bichig.Layout(bichig.Text("a"), 20).lines[0]
pages: int = bichig.Document("a").write("x.pdf", progress=lambda done, total: None).pages
try:
    pass
except bichig.Error as error:
    place: int | None = error.line
'''
BAD = {
    'bichig.search_key("a", "folder")': "arg-type",
    "bichig.units(b'a')": "arg-type",
    'bichig.Style(direction="up")': "arg-type",
    "bichig.Layout('a')": "call-arg",
    "x: str = bichig.search_key('a')": "assignment",
    "bichig.Document('a').write('x.pdf', progress=lambda done: None)": "arg-type",
    "bichig.no_such_call('a')": "attr-defined",
}


class Types(unittest.TestCase):
    def check(self, *files):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, text in enumerate(files):
                path = pathlib.Path(folder) / f"program_{number}.py"
                path.write_text(text, encoding="utf-8")
                paths.append(path)
            done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--python-version",
                                   "3.11", *paths], capture_output=True, text=True, cwd=folder,
                                  env={**os.environ, "MYPYPATH": str(PACKAGE.parent)})
            return done.stdout + done.stderr

    def test_package(self):
        done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "--cache-dir", self.cache(), "-p", "bichig"],
                              capture_output=True, text=True, cwd=PACKAGE.parent)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def cache(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        return folder.name

    def test_programs(self):
        bad = "import bichig\n" + "\n".join(BAD) + "\n"
        found = self.check(GOOD, bad)
        self.assertNotIn("program_0.py", found)
        for number, kind in enumerate(BAD.values(), start=2):
            lines = [line for line in found.splitlines() if f"program_1.py:{number}:" in line]
            self.assertTrue(any(f"[{kind}]" in line for line in lines), f"line {number}: {kind}\n{found}")

    def test_is_marked_as_typed(self):
        self.assertTrue((PACKAGE / "py.typed").exists())
        self.assertIn("def units(text: str", (PACKAGE / "_native.pyi").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
