#!/usr/bin/env python3
# What the C interface is: headers that compile alone, the symbols they declare, and counterparts of what C++ has.
"""Usage: interface.py --library LIBBICHIG.so --cc CC --cxx CXX

counterparts.tsv has a row for each public C++ function: header, function ("*": all of the header that have no row of
their own; a header may end in "/*"), the C function ("-": none), and for "-" the reason."""

import argparse
import fnmatch
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADERS = ROOT / "include/bichig/c"
DECLARED = re.compile(r"\b(bichig_\w+)\((?!\*)")
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
NAME = re.compile(r"(~?\b[A-Za-z_]\w*)\s*\(")
NO_FUNCTION = re.compile(r"^\s*(?:using|typedef|#|namespace|return|static_assert|friend|enum|template|case)\b|^\s*[})]")
options = None


def run(*command, text=None):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, input=text)


def declared():
    """The functions that the C headers declare."""
    names = set()
    for header in HEADERS.glob("*.h"):
        text = COMMENT.sub("", header.read_text(encoding="utf-8"))
        names |= set(re.findall(r"BICHIG_API\s[^;(]*?\b(bichig_\w+)\(", text))
    return names


def public_functions(text):
    """Names of functions and public member functions ("Class::name") of a C++ header, as it is written here: a
    declaration begins at column 0, or at column 4 in a class."""
    inside, shown = None, True
    for line in COMMENT.sub("", text).splitlines():
        opened = re.match(r"(class|struct) (\w+)[^;]*\{\s*$", line)
        if opened:
            inside, shown = opened.group(2), opened.group(1) == "struct"
        elif line.startswith("};"):
            inside = None
        elif re.match(r"(public|private|protected):", line):
            shown = line.startswith("public")
        indent = 4 if inside else 0
        if not shown or len(line) - len(line.lstrip()) != indent or NO_FUNCTION.match(line) or opened:
            continue
        found = NAME.search(line)
        if not found or "=" in line[:found.start()] or "operator" in line or "deleted" in line:
            continue
        name = found.group(1)
        if name.startswith("~") or name == inside or name in ("explicit", "noexcept", "if", "for", "while", "switch"):
            continue
        yield f"{inside}::{name}" if inside else name


def all_public():
    for header in sorted((ROOT / "include/bichig").rglob("*.h")):
        path = header.relative_to(ROOT / "include/bichig").as_posix()
        if not path.startswith(("c/", "qt/")):  # the interface, and widgets that stand on it
            for name in sorted(set(public_functions(header.read_text(encoding="utf-8")))):
                yield path, name


def read_rows():
    path = pathlib.Path(__file__).with_name("counterparts.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


class Interface(unittest.TestCase):
    def compiles(self, *command, header):
        text = f"#include <bichig/c/{header}>\n#include <bichig/c/{header}>\n"
        done = run(*command, "-Wall", "-Wextra", "-Werror", "-pedantic", "-fsyntax-only", "-I", ROOT / "include", "-",
                   text=text)
        self.assertEqual(done.returncode, 0, f"{command}: {header}\n{done.stderr}")

    def test_headers_compile_alone(self):
        self.assertGreater(len(list(HEADERS.glob("*.h"))), 5)
        for header in HEADERS.glob("*.h"):
            for compiler in (options.cc, "clang-14"):
                self.compiles(compiler, "-std=c89", "-x", "c", header=header.name)
            for standard in ("c++98", "c++17"):
                self.compiles(options.cxx, f"-std={standard}", "-x", "c++", header=header.name)
        for header in HEADERS.glob("*.hpp"):
            for compiler in (options.cxx, "clang++-14"):
                self.compiles(compiler, "-std=c++17", "-x", "c++", header=header.name)

    def test_the_library_has_exactly_the_symbols_of_the_headers(self):
        done = run("nm", "-D", "--extern-only", "--defined-only", options.library)
        self.assertEqual(done.returncode, 0, done.stderr)
        symbols = {line.split()[-1].split("@")[0] for line in done.stdout.splitlines() if " A " not in line}
        self.assertEqual(symbols, declared())
        self.assertGreater(len(symbols), 50)

    def test_every_function_is_called_by_the_tests(self):
        called = set()
        for source in pathlib.Path(__file__).parent.glob("*_calls.c"):
            called |= set(DECLARED.findall(source.read_text(encoding="utf-8")))
        self.assertEqual(declared() - called, set())

    def test_every_function_is_fuzzed(self):
        calls = set()
        for source in (ROOT / "tests/fuzz").glob("*c_calls*.cpp"):
            calls |= set(re.findall(r"\bbichig_\w+", source.read_text(encoding="utf-8")))
        for source in (ROOT / "tests/fuzz").glob("c_calls*.h"):
            calls |= set(re.findall(r"\bbichig_\w+", source.read_text(encoding="utf-8")))
        missing = {name for name in declared() if re.sub(r"_utf(8|16)$", "", name) not in calls and name not in calls}
        self.assertEqual(missing, set(), "let a part of fuzz_c_calls make these calls")

    def test_text_comes_in_both_encodings(self):
        names = declared()
        self.assertEqual({name for name in names if name.endswith("_utf8") and f"{name[:-1]}16" not in names}, set())
        self.assertEqual({name for name in names if name.endswith("_utf16") and f"{name[:-2]}8" not in names}, set())

    def test_every_public_function_of_cpp_has_a_row(self):
        rows = read_rows()
        exact = {(row[0], row[1]) for row in rows if row[1] != "*"}
        patterns = [row[0] for row in rows if row[1] == "*"]
        functions = list(all_public())
        self.assertGreater(len(functions), 150)
        missing = [f"{path}\t{name}" for path, name in functions if (path, name) not in exact
                   and not any(fnmatch.fnmatch(path, pattern) for pattern in patterns)]
        self.assertEqual(missing, [], "give each a C function, or a row with the reason in counterparts.tsv")

    def test_the_rows_say_what_is_there(self):
        names = declared()
        functions = set(all_public())
        paths = {path for path, _ in functions}
        for row in read_rows():
            with self.subTest(row=row):
                self.assertEqual(len(row), 4)
                header, function, counterpart, reason = row
                if function == "*":
                    self.assertTrue(any(fnmatch.fnmatch(path, header) for path in paths), "no such header")
                else:
                    self.assertIn((header, function), functions)
                if counterpart == "-":
                    self.assertGreater(len(reason), 10)
                else:
                    for name in counterpart.split(" "):
                        self.assertTrue(name in names or f"{name}_utf8" in names, name)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=pathlib.Path)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--cxx", default="c++")
    parser.add_argument("--list", action="store_true", help="print the public C++ functions")
    options, rest = parser.parse_known_args()
    if options.list:
        print("\n".join("\t".join(pair) for pair in all_public()))
        sys.exit(0)
    unittest.main(argv=[sys.argv[0], *rest])
