#!/usr/bin/env python3
# Rule: each public header compiles alone, twice in a row, without warnings.
"""Usage: headers.py --compiler CXX [--root ROOT]"""

import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys

import tree


def compile_alone(root, compiler, header):
    """The compiler's complaint about a file that includes nothing but `header`, twice; empty if there is none."""
    text = f"#include <{header}>\n#include <{header}>\n"
    command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", root / "include",
               "-x", "c++", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    return "" if done.returncode == 0 else f"include/{header}: does not compile alone\n{done.stderr}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--root", type=pathlib.Path, default=tree.ROOT)
    options = parser.parse_args()
    # Headers of widgets need a Qt: tests/qt compiles each alone with every one that is there.
    headers = [path.removeprefix("include/") for path in tree.files(options.root, "include", ".h")
               if not path.startswith("include/bichig/qt/")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = pool.map(lambda header: compile_alone(options.root, options.compiler, header), headers)
        findings = [complaint for complaint in complaints if complaint]
    if not headers:
        findings = [f"{options.root}/include has no header"]
    print("\n".join(findings))
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
