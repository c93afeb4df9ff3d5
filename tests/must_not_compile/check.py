#!/usr/bin/env python3
# Checks that a mistake is refused by the compiler, and for no other reason than the mistake.
"""Usage: check.py --compiler CXX --include FOLDER FILE

FILE compiles as it is without the lines marked "// must not compile", and fails with each of them alone."""

import argparse
import pathlib
import subprocess
import sys

MARK = "// must not compile"


def compiles(compiler, folder, lines):
    command = [compiler, "-std=c++20", "-fsyntax-only", "-I", folder, "-x", "c++", "-"]
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True)
    return done.returncode == 0, done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--include", required=True)
    parser.add_argument("file", type=pathlib.Path)
    options = parser.parse_args()
    lines = options.file.read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines) if MARK in line]
    if not marked:
        sys.exit(f"{options.file}: has no line marked '{MARK}'")
    good = ["" if MARK in line else line for line in lines]
    accepted, messages = compiles(options.compiler, options.include, good)
    if not accepted:
        sys.exit(f"{options.file}: must compile without its marked lines\n{messages}")
    for number in marked:
        bad = good[:number] + [lines[number]] + good[number + 1:]
        if compiles(options.compiler, options.include, bad)[0]:
            sys.exit(f"{options.file}:{number + 1}: compiles, but must not")


if __name__ == "__main__":
    main()
