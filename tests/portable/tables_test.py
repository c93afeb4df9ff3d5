#!/usr/bin/env python3
# The tables of the portable build hold what the C interface needs, in the versions that Debian has.
"""The versions are compared with those of the installed -dev packages. Another upstream version fails; that Debian has
changed the same version since is said, and fails outside CI, where nobody could renew the table at that moment."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src/portable"), str(ROOT / "tests/rules")]

import sources
import tree


def closure(name, modules):
    """A module with all that it uses."""
    found = {name}
    for used in modules[name].uses:
        found |= closure(used, modules)
    return found


def upstream(version):
    return version.split(":")[-1].rsplit("-", 1)[0]


def is_older(version, than):
    return subprocess.run(["dpkg", "--compare-versions", version, "lt", than]).returncode == 0


def installed(package):
    """The version of the source that an installed package was made from, or None."""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${source:Version}", package], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 and done.stdout else None


def stale(files, parts, version_of):
    """(part, whether only Debian's changes are newer, what to say) of each part whose version is not Debian's."""
    for part in parts.values():
        ours, theirs = files[part.package][0].version, version_of(part.dev)
        if theirs and (is_older(ours, theirs) or upstream(ours) != upstream(theirs)):
            yield (part.name, upstream(ours) == upstream(theirs),
                   f"{part.package} is {ours} in data/portable/sources.tsv, and {part.dev} is made from {theirs} "
                   f"(run src/portable/pin.py {part.package}, then ./dev portable)")


class Tables(unittest.TestCase):
    def setUp(self):
        self.parts, self.files = sources.read_parts(), sources.read_files()

    def test_every_library_of_c_has_a_part(self):
        modules = tree.read_modules(ROOT)
        needed = {foreign for name in closure("c", modules) for foreign in modules[name].foreign}
        self.assertGreater(len(needed), 10)
        self.assertLessEqual(needed, {foreign for part in self.parts.values() for foreign in part.foreign})

    def test_every_part_is_needed(self):
        known = {foreign for module in tree.read_modules(ROOT).values() for foreign in module.foreign}
        used = {name for part in self.parts.values() for name in part.uses}
        for part in self.parts.values():
            self.assertTrue(part.name in used or set(part.foreign) & known, f"nothing needs {part.name}")
            self.assertLessEqual(set(part.foreign), known, part.name)

    def test_every_library_has_a_target(self):
        script = tree.read(ROOT, "src/portable/foreign.cmake")
        targets = set(re.findall(r"^bichig_portable_library\(([\w:+.-]+)", script, re.MULTILINE))
        self.assertEqual(targets, {foreign for part in self.parts.values() for foreign in part.foreign})

    def test_every_part_has_a_script_and_files(self):
        for part in self.parts.values():
            folder = ROOT / "src/portable/parts"
            scripts = [folder / part.name / "CMakeLists.txt", folder / f"{part.name}.cmake"]
            self.assertEqual(sum(script.is_file() for script in scripts), 1, part.name)
            names = [file.name for file in self.files[part.package]]
            endings = {"source": ".dsc", "orig": ".gz", "binary": ".deb"}
            self.assertTrue(any(name.endswith(endings[part.take]) for name in names), f"{part.name}: {names}")
            self.assertEqual(len({file.version for file in self.files[part.package]}), 1, part.name)
        self.assertEqual(set(self.files), {part.package for part in self.parts.values()})

    def test_versions_are_those_of_debian(self):
        known = [part for part in self.parts.values() if installed(part.dev)]
        self.assertGreater(len(known), len(self.parts) // 2, "hardly any -dev package is installed (run ./dev setup)")
        findings = list(stale(self.files, self.parts, installed))
        for _, _, text in findings:
            print(text)
        self.assertEqual([name for name, changes_only, _ in findings
                          if not (changes_only and os.environ.get("CI") == "true")], [])

    def test_stale_versions_are_found(self):
        zlib, png = self.parts["zlib"], self.parts["png"]
        of = {zlib.dev: "1:9.0-1", png.dev: self.files[png.package][0].version + "u1"}
        found = list(stale(self.files, {"zlib": zlib, "png": png}, of.get))
        self.assertEqual([(name, changes_only) for name, changes_only, _ in found], [("zlib", False), ("png", True)])

    def test_bad_rows_are_errors(self):
        with tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder) / "table.tsv"
            for text in ("zlib\tzlib\tsource\n", "a\ta\tsource\ta-dev\tb\t-\n", "a\ta\tsomehow\ta-dev\t-\t-\n"):
                table.write_text(text)
                with self.assertRaisesRegex(sources.PortableError, "table.tsv:1"):
                    sources.read_parts(table)
            table.write_text("zlib\t1\tzlib.dsc\tabc\n")
            with self.assertRaisesRegex(sources.PortableError, "SHA-256"):
                sources.read_files(table)


if __name__ == "__main__":
    unittest.main()
