#!/usr/bin/env python3
# Builds the widgets alone against an installed C interface, as a platform does with its own compiler, and a program
# with them.
"""Usage: install.py --build BUILD-FOLDER --fonts FONT-FOLDER --qt MAJOR [--launcher CCACHE]

The program examples/qt_notepad draws its window into a picture that has ink; examples/qt-editor is built too."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
options = None


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # The same folder each time, so that the compiler cache knows the files again.
        cls.folder = options.build.resolve() / "install-qt"
        shutil.rmtree(cls.folder, ignore_errors=True)
        cls.folder.mkdir()
        cls.prefix = cls.folder / "prefix"
        for component in ("config", "c", "c_runtime"):
            cls.succeeded("cmake", "--install", options.build, "--prefix", cls.prefix, "--component", component)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @staticmethod
    def succeeded(*command, env=None):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=env)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
        return done.stdout

    def build(self, source, name, *settings):
        folder = self.folder / name
        self.succeeded("cmake", "-G", "Ninja", "-S", ROOT / source, "-B", folder, f"-DCMAKE_PREFIX_PATH={self.prefix}",
                       "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_CXX_FLAGS=-Werror",
                       *([f"-DCMAKE_CXX_COMPILER_LAUNCHER={options.launcher}"] if options.launcher else []), *settings)
        self.succeeded("cmake", "--build", folder)
        return folder

    def test_alone(self):
        widgets = self.build("src/qt", "widgets", f"-DBICHIG_QT_MAJOR={options.qt}", "-DBUILD_SHARED_LIBS=ON")
        self.assertIn("-std=c++17", (widgets / "build.ninja").read_text())
        self.succeeded("cmake", "--install", widgets, "--prefix", self.prefix)
        program = self.build("examples/qt_notepad", "notepad", f"-DQT={options.qt}") / "qt_notepad"
        editor = self.build("examples/qt-editor", "editor", f"-DQT={options.qt}", "-DCMAKE_UNITY_BUILD=ON")
        for one in (program, editor / f"qt{options.qt}_editor"):
            linked = self.succeeded("ldd", one)
            self.assertIn(f"libbichig_qt{options.qt}.so", linked)
            self.assertIn("libbichig.so", linked)
        picture = self.folder / "notepad.png"
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(self.folder),
               "LD_LIBRARY_PATH": str(self.prefix / "lib")}
        self.succeeded(program, "--fonts", options.fonts, "--picture", picture, ROOT / "examples/plain/mongolian.md",
                       env=env)
        self.assertEqual(picture.read_bytes()[:4], b"\x89PNG")
        self.assertGreater(picture.stat().st_size, 20_000, "the window is empty")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    parser.add_argument("--qt", required=True)
    parser.add_argument("--launcher", default="")
    options, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
