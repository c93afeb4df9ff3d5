#!/usr/bin/env python3
# The editor of examples/qt-editor as a program: it draws its window where there is no display, and refuses what it
# cannot open.
"""Usage: pictures.py EDITOR FOLDER"""

import pathlib
import shutil
import subprocess
import sys
import unittest

EXPECTED = {"window", "dark", "high_contrast", "find", "spelling", "error"}


class Pictures(unittest.TestCase):
    def test_every_state_is_drawn(self):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        done = subprocess.run([editor, "--pictures", folder], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        named = [pathlib.Path(line) for line in done.stdout.splitlines()]
        self.assertEqual({path.stem for path in named}, EXPECTED)
        self.assertEqual(set(named), set(folder.iterdir()))
        contents = [path.read_bytes() for path in named]
        self.assertTrue(all(bytes_.startswith(b"\x89PNG") for bytes_ in contents))
        self.assertEqual(len(set(contents)), len(EXPECTED), "two states look the same")
        self.assertGreater(min(map(len, contents)), 20_000, "the window is empty")

    def test_what_cannot_be_opened_is_refused(self):
        for arguments in (["--pictures", folder, "none.md"], ["--pictures", "none"]):
            done = subprocess.run([editor, *arguments], capture_output=True, text=True, cwd=folder.parent)
            self.assertNotEqual(done.returncode, 0)
            self.assertEqual(done.stdout, "")


if __name__ == "__main__":
    editor, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
