#!/usr/bin/env python3
# Renews data/portable/sources.tsv: the newest version of each source package that a mirror has, as Debian signed it.
"""Usage: pin.py [PACKAGE…]     without a name: all packages of data/portable/parts.tsv"""

import os
import re
import sys

import sources

HEAD = """\
# The files that the portable library is built from, as Debian's signed lists give them. Made by src/portable/pin.py.
#   package  Debian source package, of data/portable/parts.tsv
#   version  its version, with that of Debian's changes
#   file     name in the folder of the package in Debian's pool
#   sha256   SHA-256 of the file
# package	version	file	sha256
"""
URI = re.compile(r"^'[^']*' (\S+) \d+ SHA256:([0-9a-f]{64})$", re.MULTILINE)


def private_apt():
    """Options of apt-get for lists of its own that have source packages too; those of the machine stay as they are."""
    folder = sources.WORK / "apt"
    (folder / "lists/partial").mkdir(parents=True, exist_ok=True)
    targets = sources.run(["apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)",
                           "Created-By: Packages"], "apt-get indextargets")
    lines = [f"{kind} {target}\n" for target in sorted(set(targets.splitlines())) for kind in ("deb", "deb-src")]
    (folder / "sources.list").write_text("".join(lines))
    options = ["-o", f"Dir::Etc::SourceList={folder}/sources.list", "-o", "Dir::Etc::SourceParts=/dev/null",
               "-o", f"Dir::State::Lists={folder}/lists", "-o", "APT::Sandbox::User=root"]
    sources.run(["apt-get", *options, "-q=2", "update"], "Debian's lists cannot be read")
    return options


def versions(package, options):
    """The versions of a source package, the newest first."""
    shown = sources.run(["apt-cache", *options, "showsrc", "--only-source", package], f"{package} is not in Debian")
    found = set(re.findall(r"^Version: (\S+)$", shown, re.MULTILINE))
    ordered = []
    for version in found:
        at = 0
        while at < len(ordered) and os.spawnlp(os.P_WAIT, "dpkg", "dpkg", "--compare-versions", version, "lt",
                                               ordered[at]) == 0:
            at += 1
        ordered.insert(at, version)
    return ordered


def listed(part, version, options):
    """The files of a version that are wanted of the part."""
    if part.take == "binary":
        command = ["download", "--print-uris", part.dev]
    else:
        command = ["source", "--print-uris", "--download-only", f"{part.package}={version}"]
    found = URI.findall(sources.run(["apt-get", *options, "-q=2", *command], f"{part.package} {version}"))
    if part.take == "orig":
        found = [row for row in found if ".orig.tar." in row[0] and not row[0].endswith(".asc")]
    else:
        found = [row for row in found if not row[0].endswith(".asc")]
    return [sources.File(part.package, version, name.replace("%3a", ":").split(":")[-1], sha) for name, sha in found]


def pin(part, options):
    """The rows of the newest version that can be fetched."""
    for version in versions(part.package, options):
        files = listed(part, version, options)
        try:
            for file in files:
                sources.fetch(file)
            print(f"{part.package}: {version}", flush=True)
            return files
        except sources.PortableError as error:
            print(f"{part.package}: {version} cannot be had: {error}", flush=True)
    raise sources.PortableError(f"no version of {part.package} can be fetched")


def main():
    wanted = sys.argv[1:]
    parts = sources.read_parts()
    packages = {part.package: part for part in parts.values()}
    for package in wanted:
        if package not in packages:
            sys.exit(f"portable: data/portable/parts.tsv has no package {package}")
    table = sources.DATA / "sources.tsv"
    files = sources.read_files(table) if table.is_file() else {}
    try:
        options = private_apt()
        for package, part in packages.items():
            if not wanted or package in wanted:
                files[package] = pin(part, options)
    except sources.PortableError as error:
        sys.exit(f"portable: {error}")
    text = HEAD + "".join("\t".join(file) + "\n" for package in packages for file in files.get(package, []))
    table.with_suffix(".part").write_text(text, encoding="utf-8")
    os.replace(table.with_suffix(".part"), table)


if __name__ == "__main__":
    main()
