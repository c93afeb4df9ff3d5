#!/usr/bin/env python3
# Brings the fonts of fonts/catalogue.toml into a folder: from their packages, or from a folder of the same files.
"""Usage: fonts/stage.py [--font-dir DIR] [--missing] [--into FOLDER] [--downloads FOLDER]

Every file is checked against its SHA-256. Files that are there and right are left alone, so a second run is quick and
needs no network. --missing only prints the registries that would be asked (npm, Debian), one a line.
"""

import argparse
import gzip
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

from generate import CATALOGUE, ROOT, package_label, read_catalogue


class StagingError(Exception):
    """Why a font could not be staged, in one line that says what to do."""


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_right(path, font):
    return path.is_file() and digest(path) == font["sha256"]


def put(data, target):
    """Writes `target` whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(target.name + ".part")
    temporary.write_bytes(data)
    os.replace(temporary, target)


def run(command, folder):
    """Runs a package client and returns its standard output."""
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    except FileNotFoundError:
        raise StagingError(f"{command[0]} is not installed (run ./dev setup, which installs it)") from None
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()[-1]
        raise StagingError(f"'{' '.join(command)}' failed: {last} (see whether the network is there and run it again)")
    return done.stdout


def fetch_npm(package, downloads):
    """A function that reads a file of the npm package, from a cached archive."""
    archive = downloads / (package["name"].replace("@", "").replace("/", "-") + f"-{package['version']}.tgz")
    if not archive.is_file():
        with tempfile.TemporaryDirectory(dir=downloads) as folder:
            run(["npm", "pack", "--silent", f"{package['name']}@{package['version']}"], folder)
            os.replace(next(pathlib.Path(folder).glob("*.tgz")), archive)

    def read(name):
        with tarfile.open(archive) as tar:
            return tar.extractfile(f"package/{name}").read()
    return read


def download_deb(package, folder):
    """Downloads the pinned version, or the one that Debian has now: the hash of the font decides."""
    download = ["apt-get", "-o", "APT::Sandbox::User=root", "--quiet=2", "download"]
    try:
        run([*download, f"{package['name']}={package['version']}"], folder)
    except StagingError:
        run([*download, package["name"]], folder)


def fetch_debian(package, downloads):
    """A function that reads a file of the Debian package, from a cached archive; nothing is installed."""
    archive = downloads / f"{package['name']}_{package['version'].replace(':', '%3a')}.deb"
    if not archive.is_file():
        with tempfile.TemporaryDirectory(dir=downloads) as folder:
            download_deb(package, folder)
            os.replace(next(pathlib.Path(folder).glob("*.deb")), archive)

    def read(name):
        unpack = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", archive], stdout=subprocess.PIPE)
        try:
            with tarfile.open(fileobj=unpack.stdout, mode="r|") as tar:
                for member in tar:
                    if member.name == f"./{name}":
                        return tar.extractfile(member).read()
        finally:
            unpack.kill()
            unpack.wait()
        raise KeyError(name)
    return read


FETCH = {"npm": fetch_npm, "Debian": fetch_debian}


def stage_package(key, package, fonts, options):
    """Stages the files of one package and its licences."""
    print(f"fonts: fetching {package_label(package)}", flush=True)
    options.downloads.mkdir(parents=True, exist_ok=True)
    read = FETCH[package["registry"]](package, options.downloads)
    try:
        for font in fonts:
            data = read(f"{package['folder']}/{font['file']}")
            found = hashlib.sha256(data).hexdigest()
            if found != font["sha256"]:
                raise StagingError(
                    f"{font['file']} of {package_label(package)} has the SHA-256 {found}, not {font['sha256']} "
                    f"(if the package changed on purpose: look at the font, put its version and SHA-256 into "
                    f"fonts/catalogue.toml and run fonts/generate.py; else remove {options.downloads} and try again, "
                    f"or take the old file by ./dev setup --font-dir DIR)")
            put(data, options.into / font["file"])
        for name in package["licences"]:
            data = read(name)
            if name.endswith(".gz"):
                name, data = name[:-3], gzip.decompress(data)
            put(data, options.into / "licences" / key / pathlib.PurePath(name).name)
    except KeyError as error:
        raise StagingError(f"{package_label(package)} has no file {error} (see its new layout, and put it into "
                           f"fonts/catalogue.toml)") from None
    except tarfile.TarError as error:
        raise StagingError(f"the download of {package_label(package)} cannot be read: {error} (remove "
                           f"{options.downloads} and try again)") from None


def stage_from_folder(folder, fonts, packages, into):
    """Copies the files of a folder, and whatever licences lie beside them."""
    for font in fonts:
        source = folder / font["file"]
        label = package_label(packages[font["package"]])
        if not source.is_file():
            raise StagingError(f"{folder} has no {font['file']} (take it from {label})")
        if not is_right(source, font):
            raise StagingError(f"{source} is another version than fonts/catalogue.toml wants (take it from {label})")
        put(source.read_bytes(), into / font["file"])
    if (folder / "licences").is_dir():
        shutil.copytree(folder / "licences", into / "licences", dirs_exist_ok=True)


def main():
    parser = argparse.ArgumentParser(description="brings the fonts of fonts/catalogue.toml into a folder")
    parser.add_argument("--font-dir", type=pathlib.Path, help="take the files from this folder, not from packages")
    parser.add_argument("--missing", action="store_true", help="only print the registries that would be asked")
    parser.add_argument("--catalogue", type=pathlib.Path, default=CATALOGUE)
    parser.add_argument("--into", type=pathlib.Path, default=ROOT / "build" / "fonts")
    parser.add_argument("--downloads", type=pathlib.Path, default=ROOT / "build" / "downloads")
    options = parser.parse_args()

    catalogue = read_catalogue(options.catalogue)
    packages = catalogue["packages"]
    by_file = {font["file"]: font for font in catalogue["font"]}
    missing = [font for font in by_file.values() if not is_right(options.into / font["file"], font)]
    if options.missing:
        print("\n".join(sorted({packages[font["package"]]["registry"] for font in missing})))
        return
    try:
        if options.font_dir is not None:
            stage_from_folder(options.font_dir, missing, packages, options.into)
        else:
            for key, package in packages.items():
                fonts = [font for font in missing if font["package"] == key]
                if fonts:
                    stage_package(key, package, fonts, options)
    except StagingError as error:
        sys.exit(f"fonts: {error}")
    if missing:
        print(f"fonts: {len(by_file)} files in {os.path.relpath(options.into)}")


if __name__ == "__main__":
    main()
