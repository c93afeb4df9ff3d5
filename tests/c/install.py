#!/usr/bin/env python3
# Installs the C interface alone and builds programs in C89, C99 and C++17 against it by pkg-config. That CMake builds
# them too is for tests/install/readme_steps.py to say.
"""Usage: install.py --build BUILD-FOLDER --fonts FONT-FOLDER --cc CC --cxx CXX"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LABEL = ROOT / "examples/c_label/main.c"
WRAPPER = ROOT / "tests/c/wrapper.cpp"
options = None


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="install-c-", dir=options.build.resolve()))
        cls.prefix = cls.folder / "prefix"
        for component in ("config", "c", "c_runtime"):
            cls.succeeded("cmake", "--install", options.build, "--prefix", cls.prefix, "--component", component)
        cls.env = {**os.environ, "LD_LIBRARY_PATH": str(cls.prefix / "lib"),
                   "PKG_CONFIG_PATH": str(cls.prefix / "lib/pkgconfig")}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    @staticmethod
    def succeeded(*command, env=None, cwd=None):
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=env, cwd=cwd)
        if done.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
        return done.stdout

    def check_label(self, program):
        picture = self.folder / "label.png"
        printed = self.succeeded(program, options.fonts, "bichig", picture, env=self.env)
        self.assertIn("label.png", printed)
        self.assertEqual(picture.read_bytes()[:4], b"\x89PNG")
        picture.unlink()

    def test_pkg_config(self):
        flags = self.succeeded("pkg-config", "--cflags", "--libs", "bichig-c", env=self.env).split()
        self.assertEqual(flags, self.succeeded("pkg-config", "--cflags", "--libs", "bichig", env=self.env).split())
        program = self.folder / "label"
        self.succeeded(options.cc, "-std=c89", "-pedantic", "-Wall", "-Werror", LABEL, "-o", program, *flags)
        self.check_label(program)
        program = self.folder / "wrapper"
        self.succeeded(options.cxx, "-std=c++17", "-Wall", "-Werror", WRAPPER, "-o", program, *flags)
        self.succeeded(program, options.fonts, ROOT / "tests/c/lexicon", env=self.env, cwd=self.folder)

    def test_c99(self):
        flags = self.succeeded("pkg-config", "--cflags", "--libs", "bichig", env=self.env).split()
        source = ROOT / "examples/spell_check/main.c"
        program = self.folder / "check"
        self.succeeded(options.cc, "-std=c99", "-pedantic", "-Wall", "-Werror", source, "-o", program, *flags)
        done = subprocess.run([program, self.folder, "a"], capture_output=True, text=True, env=self.env)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("spell_check: ", done.stderr)

    def test_moved(self):
        """The tree may stand elsewhere than where it was installed."""
        moved = self.folder / "moved"
        shutil.copytree(self.prefix, moved, symlinks=True)
        env = {**self.env, "PKG_CONFIG_PATH": str(moved / "lib/pkgconfig")}
        flags = self.succeeded("pkg-config", "--cflags", "--libs", "bichig", env=env)
        self.assertIn(str(moved), flags)
        self.assertNotIn(str(self.prefix), flags)

    def test_runtime_alone(self):
        prefix = self.folder / "runtime"
        self.succeeded("cmake", "--install", options.build, "--prefix", prefix, "--component", "c_runtime")
        files = {path.name for path in prefix.rglob("*") if not path.is_dir()}
        self.assertEqual(len(files), 2, files)
        self.assertIn("libbichig.so.0", files)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    parser.add_argument("--cc", required=True)
    parser.add_argument("--cxx", required=True)
    options, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
