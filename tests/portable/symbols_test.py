#!/usr/bin/env python3
# The check of symbols finds each thing that keeps a library from being portable, in small libraries made here.
"""Usage: symbols_test.py --cc CC --cxx CXX"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src/portable"))

import symbols

MAP = "MADE_0 {\n  global: bichig_*;\n  local: *;\n};\n"
GOOD = "#include <stdlib.h>\nint bichig_made(const char *text) { return atoi(text); }\n"
options = None


class Symbols(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        (pathlib.Path(self.folder.name) / "made.map").write_text(MAP)

    def findings(self, text, *flags, glibc="2.28", wanted=("bichig_made",), compiler=None, ending=".c", script=True):
        folder = pathlib.Path(self.folder.name)
        source, library = folder / f"made{ending}", folder / "libmade.so"
        source.write_text(text)
        flags = [*flags, *([f"-Wl,--version-script={folder}/made.map"] if script else [])]
        done = subprocess.run([compiler or options.cc, "-shared", "-fPIC", "-O1", source, "-o", library, *flags],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return list(symbols.check(library, glibc, set(wanted)))

    def test_good(self):
        self.assertEqual(self.findings(GOOD), [])

    def test_newer_glibc(self):
        """The same function is fine for a glibc that has it: the symbol of a version of its own, 2.3 (x86-64)."""
        text = "#include <ctype.h>\nint bichig_made(int c) { return isalpha(c); }\n"
        self.assertEqual(self.findings(text), [])
        found = self.findings(text, glibc="2.2.9")
        self.assertEqual(len(found), 1, found)
        self.assertRegex(found[0], r"__ctype_b_loc@GLIBC_2\.\d+, which is newer than glibc 2\.2\.9$")
        text = "#define _GNU_SOURCE\n#include <unistd.h>\n#include <sys/types.h>\npid_t gettid(void);\n" \
               "int bichig_made(void) { return (int)gettid(); }\n"
        found = self.findings(text)
        self.assertEqual(len(found), 1, found)
        self.assertRegex(found[0], r"needs gettid@GLIBC_2\.30, which is newer than glibc 2\.28")

    def test_versions_are_numbers(self):
        self.assertGreater(symbols.version_key("2.10"), symbols.version_key("2.9"))

    def test_other_libraries(self):
        text = ('#include <string>\n'
                'extern "C" std::size_t bichig_made(const char* a) { return std::string(a, 99).size(); }\n')
        found = self.findings(text, compiler=options.cxx, ending=".cpp")
        self.assertTrue(any("needs libstdc++.so.6" in finding for finding in found), found)
        self.assertTrue(any("which is no version of glibc" in finding for finding in found), found)

    def test_undefined(self):
        found = self.findings("int other(void);\nint bichig_made(void) { return other(); }\n")
        self.assertEqual(found, ["needs other of no library"])

    def test_shown_too_much(self):
        text = GOOD + "int leaked = 4;\nint bichig_extra(void) { return leaked; }\n"
        self.assertEqual(self.findings(text), ["shows bichig_extra, which no header declares"])
        self.assertIn("shows leaked, which no header declares", self.findings(text, script=False))

    def test_shown_too_little(self):
        self.assertEqual(self.findings(GOOD, wanted=("bichig_made", "bichig_gone")),
                         ["does not show bichig_gone, which a header declares"])

    def test_run_path_and_stack(self):
        self.assertIn("has a run path, or relocations in its code", self.findings(GOOD, "-Wl,-rpath,/opt"))
        self.assertIn("asks for an executable stack", self.findings(GOOD, "-Wl,-z,execstack"))

    def test_headers_are_read(self):
        declared = symbols.declared(ROOT / "include/bichig/c")
        self.assertIn("bichig_render_text_utf8", declared)
        self.assertGreater(len(declared), 50)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cc", required=True)
    parser.add_argument("--cxx", required=True)
    options, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
