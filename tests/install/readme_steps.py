#!/usr/bin/env python3
# Follows the steps that README prints under "Embed it" in an empty folder, against an installed tree.
"""Usage: readme_steps.py --build BUILD-FOLDER --fonts FONT-FOLDER

The four programs stay below 60 lines each with their CMakeLists.txt. clean_root.py runs the same steps in a Debian that
has nothing but the packages."""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ("c_label", "cpp_paragraph", "notice_pdf", "spell_check")
COMPONENTS = ("config", "c", "c_runtime", "examples", "dictionary",
              "base", "script", "text", "font", "shape", "image", "page", "layout")
MOST_LINES = 60
options = None


def script():
    """The steps, as one shell script that stops at the first that fails."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Embed it\n")[1].split("\n## ")[0]
    return "set -e\n" + "\n".join(re.findall(r"^```sh\n(.*?)^```", section, re.MULTILINE | re.DOTALL))


def faults(folder, printed):
    """What is wrong with what the steps left in `folder` and printed."""
    for name, head in (("label.png", b"\x89PNG"), ("notice.pdf", b"%PDF-")):
        if not (folder / name).is_file() or not (folder / name).read_bytes().startswith(head):
            yield f"{name} was not written"
    for wanted in (r"^label\.png: \d+ by \d+ pixels, set in [\d.]+ points$", r"^characters 0 to \d+, [\d.]+ pt$",
                   r"^at the point, line 2: '\S+', caret at \d+$", r"^notice\.pdf: 1 pages$", r"^ᠮᠤᠩᠭᠤᠯ: encoding, ",
                   r"^  ᠮᠣᠩᠭᠣᠯ$"):
        if not re.search(wanted, printed, re.MULTILINE):
            yield f"nothing printed is like {wanted}"


class Steps(unittest.TestCase):
    def test_programs_are_short(self):
        for program in PROGRAMS:
            folder = ROOT / "examples" / program
            lines = sum(len((folder / name).read_text(encoding="utf-8").splitlines())
                        for name in ("CMakeLists.txt", next(folder.glob("main.*")).name))
            self.assertLess(lines, MOST_LINES, program)

    def test_steps(self):
        with tempfile.TemporaryDirectory(prefix="readme-", dir=options.build) as holder:
            prefix, folder = pathlib.Path(holder) / "prefix", pathlib.Path(holder) / "empty"
            folder.mkdir()
            for component in COMPONENTS:
                subprocess.run(["cmake", "--install", options.build, "--prefix", prefix, "--component", component],
                               check=True, capture_output=True)
            (prefix / "share/bichig/fonts").symlink_to(options.fonts.resolve())
            env = {**os.environ, "BICHIG": str(prefix), "CMAKE_GENERATOR": "Ninja"}
            done = subprocess.run(["sh"], input=script(), cwd=folder, env=env, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            self.assertEqual(list(faults(folder, done.stdout)), [], done.stdout)
            for program in PROGRAMS:
                self.assertIn(f"{program}/build/{program}", script())
                linked = subprocess.run(["ldd", folder / program / "build" / program], capture_output=True, text=True,
                                        check=True).stdout
                self.assertEqual("libbichig.so.0" in linked, program != "cpp_paragraph", linked)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    options, rest = parser.parse_known_args()
    options.build = options.build.resolve()
    unittest.main(argv=[sys.argv[0], *rest])
