"""What the tests of the Python package share: where things are, Mongolian words, the command of the same tree."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
BICHIG = os.environ.get("BICHIG_COMMAND", str(ROOT / "build/release/bin/bichig"))
NOTICE = ROOT / "examples/notice/notice.md"
MONGOLIAN = ROOT / "examples/plain/mongolian.md"
ASTRAL = "\U0001F600"  # takes two units of UTF-16


def command(*arguments, text=None):
    """What the command prints."""
    done = subprocess.run([BICHIG, *map(str, arguments)], input=text, capture_output=True, text=True, check=True)
    return done.stdout


def generated(words):
    """A document of so many words."""
    maker = ROOT / "tests/tools/make_document.py"
    return subprocess.run(["python3", maker, str(words)], capture_output=True, text=True, check=True).stdout
