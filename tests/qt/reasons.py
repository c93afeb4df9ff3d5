#!/usr/bin/env python3
"""Checks that the context menu of the editor has words for each reason that the checker of spelling gives."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def ids(path, pattern):
    found = re.findall(pattern, (ROOT / path).read_text(encoding="utf-8"))
    if not found:
        sys.exit(f"{path}: no reasons are found")
    return set(found)


def main():
    given = ids("src/spell/checker/reasons.h", r'Reason \w+\{"([^"]+)"')
    said = ids("src/qt/text_control_menu.cpp", r'\{"([^"]+)", QT_TRANSLATE_NOOP')
    for name in sorted(given - said):
        print(f"src/qt/text_control_menu.cpp: the reason {name} has no text")
    for name in sorted(said - given):
        print(f"src/qt/text_control_menu.cpp: the checker has no reason {name}")
    sys.exit(given != said)


if __name__ == "__main__":
    main()
