#!/usr/bin/env python3
# Installs the components of shaping alone, then builds and runs examples/shape_word against them as a user would.
"""Usage: check.py --build BUILD-FOLDER --fonts FONT-FOLDER --compiler CXX

By find_package and by pkg-config; the program links no PDF, Hunspell or Qt library. A component that is not there is an
error that names it, and the installed command finds the installed fonts."""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/shape_word"
CLOSURE = ["base", "script", "text", "font", "shape"]
WORD = "ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ"
FORBIDDEN = re.compile(r"qpdf|poppler|pdfium|hunspell|Qt\d|yaml|cmark|hb-subset|harfbuzz-subset", re.IGNORECASE)
options = None


def run(*command, env=None):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, env=env)


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="install-", dir=options.build))
        cls.prefix = cls.folder / "prefix"
        for component in ("config", *CLOSURE):
            cls.succeeded("cmake", "--install", options.build, "--prefix", cls.prefix, "--component", component)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @staticmethod
    def succeeded(*command, env=None):
        done = run(*command, env=env)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
        return done.stdout

    def configure(self, source, name):
        return run("cmake", "-G", "Ninja", "-S", source, "-B", self.folder / name, f"-DCMAKE_PREFIX_PATH={self.prefix}",
                   f"-DCMAKE_CXX_COMPILER={options.compiler}", "-DCMAKE_BUILD_TYPE=Release")

    def check_program(self, program):
        printed = self.succeeded(program, options.fonts, WORD)
        self.assertIn("Noto Sans Mongolian, sideways", printed)
        glyphs = re.findall(r"glyph (\d+) of character (\d+), ([\d.]+) pt", printed)
        self.assertGreaterEqual(len(glyphs), 6, printed)
        self.assertNotIn("0", [glyph for glyph, _, _ in glyphs], "a glyph is missing")
        self.assertEqual(printed.count("Noto Sans Mongolian"), 1, "the word and its suffix are one run")
        libraries = self.succeeded("ldd", program)
        self.assertIn("harfbuzz", libraries)
        self.assertEqual(FORBIDDEN.findall(libraries), [], libraries)

    def test_only_the_closure_is_installed(self):
        self.assertEqual(sorted(path.name for path in (self.prefix / "include/bichig").iterdir()), sorted(CLOSURE))
        self.assertEqual(sorted(path.name for path in (self.prefix / "lib").glob("*.a")),
                         sorted(f"libbichig_{name}.a" for name in CLOSURE))

    def test_find_package(self):
        done = self.configure(EXAMPLE, "cmake")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.succeeded("cmake", "--build", self.folder / "cmake")
        self.check_program(self.folder / "cmake/shape_word")

    def test_pkg_config(self):
        env = {**os.environ, "PKG_CONFIG_PATH": str(self.prefix / "lib/pkgconfig")}
        flags = self.succeeded("pkg-config", "--cflags", "--libs", "bichig-shape", env=env).split()
        program = self.folder / "by_pkg_config"
        self.succeeded(options.compiler, "-std=c++20", EXAMPLE / "main.cpp", "-o", program, *flags)
        self.check_program(program)

    def refusal(self, component):
        source = self.folder / component
        source.mkdir()
        (source / "CMakeLists.txt").write_text("cmake_minimum_required(VERSION 3.25)\nproject(none LANGUAGES CXX)\n"
                                               f"find_package(bichig REQUIRED COMPONENTS {component})\n")
        done = self.configure(source, component + "-build")
        self.assertNotEqual(done.returncode, 0)
        return " ".join(done.stderr.split())

    def test_component_that_is_not_installed(self):
        self.assertIn("the component 'image' of Bichig is not installed", self.refusal("format_pdf"))

    def test_component_that_does_not_exist(self):
        self.assertIn("Bichig has no component 'shapes'", self.refusal("shapes"))

    def test_command_with_dictionary(self):
        prefix = self.folder / "checker"
        for component in ("cli", "dictionary"):
            self.succeeded("cmake", "--install", options.build, "--prefix", prefix, "--component", component)
        text = self.folder / "word.txt"
        text.write_text("\u182e\u1824\u1829\u182d\u1824\u182f\n", encoding="utf-8")
        done = run(prefix / "bin/bichig", "check", text)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("encoding: ", done.stdout)
        self.assertTrue((prefix / "share/bichig/dictionaries/mn_Mong_CN/NOTICE").exists(), "the notice comes with it")

    def test_command_with_fonts(self):
        prefix = self.folder / "command"
        for component in ("cli", "fonts"):
            self.succeeded("cmake", "--install", options.build, "--prefix", prefix, "--component", component)
        text = self.folder / "word.md"
        text.write_text(WORD + "\n", encoding="utf-8")
        self.succeeded(prefix / "bin/bichig", "typeset", text, "-o", self.folder / "word.pdf")
        self.assertTrue((self.folder / "word.pdf").read_bytes().startswith(b"%PDF-"))
        self.assertTrue(list((prefix / "share/bichig/fonts/licences").glob("*/*")), "licences come with the fonts")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--fonts", required=True)
    parser.add_argument("--compiler", required=True)
    options = parser.parse_args()
    unittest.main(argv=[sys.argv[0]])
