#!/usr/bin/env python3
# The staging of fonts: what is right stays, what is missing or wrong is fetched, and every refusal names the package.
import argparse
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tree

sys.path.insert(0, str(tree.ROOT / "fonts"))
import generate  # noqa: E402

STAGE = tree.ROOT / "fonts/stage.py"
STAGED = tree.ROOT / "build/fonts"

# A stand-in for the package clients: it packs a file of known content, and counts how often it was asked.
CLIENT = """#!/bin/sh
echo "$*" >> "$LOG"
mkdir -p package/folder && printf '%s' "$CONTENT" > package/folder/font.ttf && printf 'free' > package/LICENCE
[ -n "$CONTENT" ] || { echo "no network" >&2; exit 1; }
tar czf font.tgz package
"""


class Staging(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.into = self.folder / "fonts"
        (self.folder / "bin").mkdir()
        (self.folder / "bin/npm").write_text(CLIENT)
        (self.folder / "bin/npm").chmod(0o755)

    def stage(self, *arguments, content="font"):
        env = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "CONTENT": content,
               "LOG": str(self.folder / "log")}
        done = subprocess.run([sys.executable, STAGE, "--into", self.into, "--downloads", self.folder / "downloads",
                               *arguments], capture_output=True, text=True, env=env)
        self.assertNotIn("Traceback", done.stderr)
        return done

    def asked(self):
        log = self.folder / "log"
        return log.read_text().count("\n") if log.is_file() else 0

    def small_catalogue(self):
        """A catalogue in which one file of one npm package serves every role."""
        rows = ['[packages.small]\nregistry = "npm"\nname = "@some/font"\nversion = "1.0"\nfolder = "folder"\n'
                'licences = ["LICENCE"]\n']
        digest = hashlib.sha256(b"font").hexdigest()
        for role in generate.ROLES:
            rows.append(f'[[font]]\nrole = "{role}"\nfamily = "F"\npackage = "small"\nfile = "font.ttf"\nface = 0\n'
                        f'sha256 = "{digest}"\nlicence = "free"\n')
        path = self.folder / "catalogue.toml"
        path.write_text("\n".join(rows))
        return ["--catalogue", path]

    def test_staged_fonts_are_those_of_the_catalogue(self):
        done = subprocess.run([sys.executable, STAGE, "--missing", "--into", STAGED], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout.strip()), (0, ""), "run ./dev setup")

    def test_folder_of_the_same_files(self):
        self.assertEqual(self.stage("--font-dir", STAGED).returncode, 0)
        self.assertEqual(self.stage("--missing").stdout.strip(), "")
        (self.into / "LiberationSerif-Regular.ttf").write_bytes(b"cut")
        self.assertEqual(self.stage("--missing").stdout.strip(), "Debian")
        (self.into / "NotoEmoji_400Regular.ttf").unlink()
        self.assertEqual(self.stage("--missing").stdout.split(), ["Debian", "npm"])
        self.assertEqual(self.stage("--font-dir", STAGED).returncode, 0)
        self.assertEqual(self.stage("--missing").stdout.strip(), "")

    def test_folder_without_a_file(self):
        done = self.stage("--font-dir", self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("has no NotoSansMongolian_400Regular.ttf "
                      "(take it from npm @expo-google-fonts/noto-sans-mongolian 0.4.1)", done.stderr)

    def test_folder_with_another_version(self):
        (self.folder / "NotoSansMongolian_400Regular.ttf").write_bytes(b"another")
        done = self.stage("--font-dir", self.folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("is another version", done.stderr)
        self.assertFalse((self.into / "NotoSansMongolian_400Regular.ttf").exists())

    def test_package_is_fetched_once(self):
        catalogue = self.small_catalogue()
        self.assertEqual(self.stage(*catalogue).returncode, 0)
        self.assertEqual((self.into / "font.ttf").read_bytes(), b"font")
        self.assertEqual((self.into / "licences/small/LICENCE").read_bytes(), b"free")
        self.assertEqual(self.stage(*catalogue).returncode, 0)
        (self.into / "font.ttf").unlink()
        self.assertEqual(self.stage(*catalogue).returncode, 0)
        self.assertEqual(self.asked(), 1, "the download is kept")

    def test_changed_package(self):
        done = self.stage(*self.small_catalogue(), content="changed")
        self.assertEqual(done.returncode, 1)
        for part in ("font.ttf of npm @some/font 1.0", hashlib.sha256(b"changed").hexdigest(), "fonts/generate.py"):
            self.assertIn(part, done.stderr)
        self.assertFalse((self.into / "font.ttf").exists())

    def test_no_network(self):
        done = self.stage(*self.small_catalogue(), content="")
        self.assertEqual(done.returncode, 1)
        self.assertIn("no network", done.stderr)
        self.assertIn("@some/font@1.0", done.stderr)
        self.assertEqual(self.stage(*self.small_catalogue()).returncode, 0, "and it can be run again")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--fonts", type=pathlib.Path, default=STAGED)
    STAGED = parser.parse_args().fonts
    unittest.main(argv=[sys.argv[0]])
