#!/usr/bin/env python3
# The fonts as a Debian package holds them: links to those that other packages of Debian bring, and copies of the rest.
"""Usage: fonts/package.py --fonts STAGED --into FOLDER

FOLDER stands for /usr/share/bichig/fonts. A font is a link where a package of fonts alone (fonts-…) brings it; Fandol,
which Debian has within TeX alone, and what is not in Debian are copied with their licences. Prints the packages that
the links lead into, one a line, with the version that the catalogue was checked with as the least."""

import argparse
import os
import pathlib
import shutil

from generate import read_catalogue

PLACE = pathlib.PurePosixPath("usr/share/bichig/fonts")


def is_linked(package):
    return package["registry"] == "Debian" and package["name"].startswith("fonts-")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=pathlib.Path, required=True)
    parser.add_argument("--into", type=pathlib.Path, required=True)
    options = parser.parse_args()
    shutil.rmtree(options.into, ignore_errors=True)
    options.into.mkdir(parents=True)
    catalogue = read_catalogue()
    packages = catalogue["packages"]
    for font in catalogue["font"]:
        package, target = packages[font["package"]], options.into / font["file"]
        if target.is_symlink() or target.exists():
            continue
        if is_linked(package):
            target.symlink_to(os.path.relpath(pathlib.PurePosixPath(package["folder"]) / font["file"], PLACE))
        else:
            shutil.copyfile(options.fonts / font["file"], target)
            shutil.copytree(options.fonts / "licences" / font["package"],
                            options.into / "licences" / font["package"], dirs_exist_ok=True)
    print("\n".join(sorted(f"{package['name']} (>= {package['version']})" for package in packages.values()
                           if is_linked(package))))


if __name__ == "__main__":
    main()
