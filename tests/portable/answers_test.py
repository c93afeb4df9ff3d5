#!/usr/bin/env python3
# Compares what answers.c prints with answers.txt, which the library with all of ICU's data gave.
"""Usage: answers_test.py --program PROGRAM [--write]      --write renews answers.txt"""

import argparse
import difflib
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = HERE / "answers.txt"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run([options.program, HERE / "questions.tsv", scratch], capture_output=True)
    answers = done.stdout.decode("utf-8")
    if done.returncode != 0:
        sys.exit(f"{options.program} ended with {done.returncode}:\n{answers[-2000:]}")
    if options.write:
        EXPECTED.write_text(answers, encoding="utf-8")
    changes = list(difflib.unified_diff(EXPECTED.read_text(encoding="utf-8").splitlines(), answers.splitlines(),
                                        "answers.txt", str(options.program), n=1, lineterm=""))
    print("\n".join(changes[:60]))
    sys.exit(1 if changes or answers.count("\n") < 100 else 0)


if __name__ == "__main__":
    main()
