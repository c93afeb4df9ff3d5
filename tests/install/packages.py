#!/usr/bin/env python3
# What the Debian packages would say, without making them: their dependencies, and that no component is forgotten.
"""Usage: packages.py --build BUILD-FOLDER --fonts FONT-FOLDER
       packages.py --build BUILD-FOLDER --record

The libraries that the command and the shared library load come with packages that ./dev installs to build them, the
packages of libbichig-modules-dev are in that list too, every install component is in exactly one package, and
src/package/symbols has what the shared library exports, which --record adds to it: a symbol keeps the version that it
came with, and one that is no longer there is marked as missing, for that breaks programs."""

import argparse
import gzip
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMPILER = {"libc6", "libgcc-s1", "libstdc++6"}
SYMBOLS = ROOT / "src/package/symbols"
ARCHIVE_ALONE = {"fonts"}  # packages have links instead: font_links
options = None


def build_packages():
    """The packages that ./dev installs before it builds."""
    text = (ROOT / "dev").read_text(encoding="utf-8")
    listed = re.search(r"^packages_build=\((.*?)\)", text, re.MULTILINE | re.DOTALL)[1].split()
    return {entry.split(":")[-1] for entry in listed}


def names(field):
    """The packages of a field such as Depends."""
    return {re.split(r"[ (|:]", entry.strip())[0] for entry in field.split(",") if entry.strip()}


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True, **more).stdout


def symbols_with(library, version, folder):
    """The symbols file, renewed by Debian's tool of a library that has this version."""
    (folder / "debian").mkdir(exist_ok=True)
    (folder / "debian/control").write_text("Source: bichig\n\nPackage: libbichig0\nArchitecture: any\n")
    made = folder / "symbols"
    run("dpkg-gensymbols", "-plibbichig0", f"-v{version}", f"-e{library.resolve()}", f"-I{SYMBOLS}", f"-O{made}", "-c0",
        "-q", cwd=folder)
    head = SYMBOLS.read_text(encoding="utf-8").partition("\n")[0]  # the tool leaves comments away
    return f"{head}\n{made.read_text(encoding='utf-8')}"


def record():
    """Writes the symbols of the built library into the file."""
    version = re.search(r"^project\(bichig VERSION ([\d.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"),
                        re.MULTILINE)[1]
    with tempfile.TemporaryDirectory(prefix="symbols-") as folder:
        text = symbols_with(options.build / "libbichig.so", version, pathlib.Path(folder))
    part = SYMBOLS.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, SYMBOLS)


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="packages-", dir=options.build)
        cls.tree = pathlib.Path(cls.holder.name)
        run("cmake", "-G", "Ninja", "-S", ROOT, "-B", cls.tree, "-DBICHIG_DEBIAN=ON", "-DBICHIG_TESTS=OFF",
            "-DBICHIG_QT=OFF", "-DCMAKE_INSTALL_PREFIX=/usr", "-DCMAKE_INSTALL_LIBDIR=lib/anywhere",
            f"-DBICHIG_FONT_FOLDER={options.fonts.resolve()}")
        text = (cls.tree / "CPackConfig.cmake").read_text(encoding="utf-8")
        cls.config = dict(re.findall(r'^set\((CPACK_\w+) "([^"]*)"\)$', text, re.MULTILINE))

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def test_libraries_come_with_the_packages_that_are_built_with(self):
        brought = set(COMPILER)
        for package in build_packages():
            brought |= names(run("dpkg-query", "-W", "-f=${Depends}", package)) | {package}
        (self.tree / "debian").mkdir(exist_ok=True)
        (self.tree / "debian/control").write_text("Source: bichig\n\nPackage: bichig\nArchitecture: any\n")
        for binary in (options.build / "libbichig.so.0", options.build / "bin/bichig"):
            found = run("dpkg-shlibdeps", "-O", binary.resolve(), cwd=self.tree)
            needed = names(found.removeprefix("shlibs:Depends="))
            self.assertGreater(len(needed), 5, found)
            self.assertEqual(needed - brought, set(), f"{binary.name}: none of packages_build in ./dev brings these")

    def test_modules_name_what_they_link(self):
        depends = names(self.config["CPACK_DEBIAN_MODULES_PACKAGE_DEPENDS"]) - {"libbichig-dev"}
        self.assertGreater(len(depends), 10, depends)
        self.assertEqual(depends - build_packages(), set())

    def test_every_component_is_in_one_package(self):
        scripts = (self.tree / "cmake_install.cmake").read_text(encoding="utf-8")
        installed = set(re.findall(r'CMAKE_INSTALL_COMPONENT STREQUAL "(\w+)"', scripts))
        packed = self.config["CPACK_BICHIG_DEBIAN_COMPONENTS"].split(";")
        self.assertEqual(len(packed), len(set(packed)))
        self.assertEqual(set(packed), installed - ARCHIVE_ALONE)

    def test_symbols_are_those_of_the_library(self):
        made = symbols_with(options.build / "libbichig.so", self.config["CPACK_PACKAGE_VERSION"], self.tree)
        exported = re.findall(r"^ bichig_\w+@BICHIG_0 ", made, re.MULTILINE)
        self.assertGreater(len(exported), 200)
        self.assertEqual(SYMBOLS.read_text(encoding="utf-8"), made,
                         "after a change of the C interface: tests/install/packages.py --build build/release --record")
        extra = self.config["CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA"].split(";")
        self.assertIn(str(SYMBOLS), extra)

    def test_maintainer_is_who_the_packager_names(self):
        named = "Somebody Else <else@example.com>"
        run("cmake", f"-DBICHIG_MAINTAINER={named}", self.tree)
        config = (self.tree / "CPackConfig.cmake").read_text(encoding="utf-8")
        self.assertIn(f'"{named}"', config)
        changelog = gzip.decompress((self.tree / "package/changelog.Debian.gz").read_bytes()).decode()
        self.assertIn(f"\n -- {named}  ", changelog)
        self.assertNotIn("bichig@example.org", config + changelog)
        refused = subprocess.run(["cmake", "-DBICHIG_MAINTAINER=nobody", self.tree], capture_output=True, text=True,
                                 check=False)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("write it as NAME <ADDRESS>", refused.stderr)
        run("cmake", self.tree)  # what was refused is forgotten

    def test_files_are_where_debian_looks(self):
        root = self.tree / "root"
        run("cmake", "--install", self.tree, "--prefix", root / "usr", "--component", "config")
        self.assertTrue((root / "usr/lib/anywhere/cmake/bichig/bichig-config.cmake").is_file())
        up = re.match(r"prefix=\$\{pcfiledir\}/(.*)", (self.tree / "package/bichig.pc").read_text(encoding="utf-8"))[1]
        self.assertEqual(os.path.normpath(f"/usr/lib/anywhere/pkgconfig/{up}"), "/usr")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--fonts", type=pathlib.Path)
    parser.add_argument("--record", action="store_true")
    options, rest = parser.parse_known_args()
    options.build = options.build.resolve()
    if options.record:
        sys.exit(record())
    if not options.fonts:
        parser.error("--fonts is missing")
    unittest.main(argv=[sys.argv[0], *rest])
