#!/usr/bin/env python3
"""`pip install .` from a clean copy against an installed library, without a network, and what is in the wheel.

Usage: install_test.py --build BUILD-FOLDER --fonts FONT-FOLDER --wheelhouse FOLDER --scratch FOLDER"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
COPIED = ("src", "include", "CMakeLists.txt", "pyproject.toml", "LICENSE")
PROGRAM = """
import pathlib, bichig
word = bichig.Text.from_latin("bičig")
assert word.units == "B I Ch I G", word.units
assert bichig.render_text(word).data[:4] == b"\\x89PNG"
assert bichig.Document("# One").to_pdf()[:5] == b"%PDF-"
loaded = [line.split()[-1] for line in pathlib.Path("/proc/self/maps").read_text().splitlines() if "libbichig" in line]
folder = pathlib.Path(bichig.__file__).parent
assert loaded and all(pathlib.Path(path).parent == folder for path in loaded), loaded
print(bichig.__version__)
"""
options = None


def succeeded(*command, env=None, cwd=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=env, cwd=cwd)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = options.scratch.resolve()  # the same at each run: the compiler cache goes by paths
        shutil.rmtree(cls.folder, ignore_errors=True)
        cls.folder.mkdir(parents=True)
        cls.prefix, copy, wheels = cls.folder / "prefix", cls.folder / "copy", cls.folder / "wheels"
        for component in ("config", "c", "c_runtime"):
            succeeded("cmake", "--install", options.build, "--prefix", cls.prefix, "--component", component)
        copy.mkdir()
        for name in COPIED:
            source = ROOT / name
            shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(source, copy / name)
        succeeded(sys.executable, "-m", "venv", cls.folder / "venv")
        cls.python = cls.folder / "venv/bin/python"
        env = {**os.environ, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(options.wheelhouse.resolve()),
               "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        env.pop("PYTHONPATH", None)
        if shutil.which("ccache"):
            env["CMAKE_CXX_COMPILER_LAUNCHER"] = "ccache"
        nanobind = succeeded(sys.executable, "-m", "nanobind", "--cmake_dir").strip()
        succeeded(cls.python, "-m", "pip", "wheel", copy, "-w", wheels, "--no-deps",
                  "-C", "cmake.define.BICHIG_PYTHON_LIBRARY=installed",
                  "-C", f"cmake.define.bichig_DIR={cls.prefix}/lib/cmake/bichig",
                  "-C", f"cmake.define.nanobind_DIR={nanobind}", env=env, cwd=cls.folder)
        cls.wheel, = wheels.iterdir()
        succeeded(cls.python, "-m", "pip", "install", cls.wheel, env=env, cwd=cls.folder)
        shutil.rmtree(cls.prefix)  # the package must do without it
        shutil.rmtree(copy)

    def test_runs(self):
        env = {"PATH": os.environ["PATH"], "BICHIG_FONTS": str(options.fonts.resolve())}
        self.assertEqual(succeeded(self.python, "-c", PROGRAM, env=env, cwd=self.folder), "0.1.0\n")

    def test_wheel(self):
        with zipfile.ZipFile(self.wheel) as wheel:
            names = set(wheel.namelist())
            wheel.extractall(self.folder / "unpacked")
        package = {name for name in names if name.startswith("bichig/")}
        modules = {f"bichig/{path.name}" for path in (ROOT / "src/python/bichig").glob("*.py")}
        self.assertEqual({name for name in package if name.endswith(".py")}, modules)
        native, = (name for name in package if re.fullmatch(r"bichig/_native\.\S+\.so", name))
        self.assertEqual(package - modules,
                         {"bichig/py.typed", "bichig/_native.pyi", "bichig/libbichig.so.0", native})
        self.assertTrue(all(name.startswith("bichig-0.1.0.dist-info/") for name in names - package), names)
        self.assertIn("bichig-0.1.0.dist-info/licenses/LICENSE", names)
        dynamic = succeeded("readelf", "-d", self.folder / "unpacked" / native)
        self.assertRegex(dynamic, r"NEEDED.*\[libbichig\.so\.0\]")
        self.assertEqual(re.findall(r"R(?:UN)?PATH.*\[(.*)\]", dynamic), ["$ORIGIN"])
        for name in package:
            self.assertNotIn(str(self.folder).encode(), (self.folder / "unpacked" / name).read_bytes(), name)


class Metadata(unittest.TestCase):
    def test_versions_agree(self):
        version = re.search(r"project\(bichig VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        self.assertIn(f'version = "{version}"', (ROOT / "pyproject.toml").read_text())
        self.assertIn(f"find_package(bichig {version} EXACT", (ROOT / "src/python/CMakeLists.txt").read_text())

    def test_requirements_agree(self):
        project = (ROOT / "pyproject.toml").read_text()
        pinned = (ROOT / "tests/python/build-requirements.txt").read_text().splitlines()
        wanted = re.findall(r'"([\w-]+==[\d.]+)"', project)
        self.assertEqual(len(wanted), 2)
        self.assertEqual(set(wanted) - set(pinned), set())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--build", "--fonts", "--wheelhouse", "--scratch"):
        parser.add_argument(name, type=pathlib.Path, required=True)
    options, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
