#!/usr/bin/env python3
"""Runs a script of this folder with the Python of ./dev setup, and says what to do where that Python is missing."""
import os
import pathlib
import sys

ADVICE = "run ./dev setup"


def main():
    python, script, *arguments = sys.argv[1:]
    if not pathlib.Path(python).exists():
        sys.exit(f"{python} is missing: {ADVICE}")
    folder = pathlib.Path(__file__).parent
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    os.execv(python, [python, str(folder / script), *arguments])


if __name__ == "__main__":
    main()
