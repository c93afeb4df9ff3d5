#!/usr/bin/env python3
# Checks what a portable library needs and shows: symbols of an old glibc, and the functions of the C headers alone.
"""Usage: symbols.py LIBRARY [--glibc VERSION] [--headers FOLDER]"""

import argparse
import pathlib
import re
import sys

import sources

# What every Linux with glibc has; the loader under the names of both processors.
SYSTEM = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "ld-linux-x86-64.so.2",
          "ld-linux-aarch64.so.1"}
SYMBOL = re.compile(r"^\s*\d+: [0-9a-f]+\s+\d+ (\S+)\s+(\S+)\s+\S+\s+(?:\[.*?\]\s+)?(\S+) "  # type, binding, section
                    r"(\S+?)(?:@{1,2}(\S+))?(?: \(\d+\))?$")  # name, version
DECLARED = re.compile(r"BICHIG_API\s[^;(]*?\b(bichig_\w+)\(")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def declared(folder):
    """The functions that the C headers of a folder declare."""
    found = set()
    for header in sorted(folder.glob("*.h")):
        found |= set(DECLARED.findall(COMMENT.sub("", header.read_text(encoding="utf-8"))))
    return found


def read(library, *options):
    return sources.run(["readelf", "-W", *options, library], f"{library} cannot be read")


def version_key(version):
    return [int(number) for number in version.split(".")]


def newest_glibc(library):
    """The newest version of glibc that a symbol of the library asks for."""
    versions = re.findall(r"@GLIBC_([\d.]+)", read(library, "--dyn-syms"))
    return max(versions, key=version_key, default="none")


def check(library, glibc, wanted):
    """What is wrong with a library that may need that glibc and should show the functions `wanted`."""
    dynamic, headers = read(library, "-d"), read(library, "-l")
    for needed in re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic):
        if needed not in SYSTEM:
            yield f"needs {needed}, which not every system has"
    if re.search(r"\((RPATH|RUNPATH|TEXTREL)\)", dynamic):
        yield "has a run path, or relocations in its code"
    if re.search(r"GNU_STACK.* RWE ", headers):
        yield "asks for an executable stack"
    shown, count = set(), 0
    for line in read(library, "--dyn-syms").splitlines():
        found = SYMBOL.match(line)
        if not found:
            continue
        count += 1
        kind, binding, section, name, version = found.groups()
        if section != "UND":
            shown |= {name} if kind != "OBJECT" or section != "ABS" else set()
        elif version is None:
            if binding != "WEAK":
                yield f"needs {name} of no library"
        elif not re.fullmatch(r"GLIBC_[\d.]+", version):
            yield f"needs {name}@{version}, which is no version of glibc"
        elif version_key(version[6:]) > version_key(glibc):
            yield f"needs {name}@{version}, which is newer than glibc {glibc}"
    if count == 0:
        yield "has no symbols that could be checked"
    for name in sorted(shown - wanted):
        yield f"shows {name}, which no header declares"
    for name in sorted(wanted - shown):
        yield f"does not show {name}, which a header declares"


def main():
    parser = argparse.ArgumentParser(description="checks the symbols of a portable library")
    parser.add_argument("library", type=pathlib.Path)
    parser.add_argument("--glibc", default="2.28")
    parser.add_argument("--headers", type=pathlib.Path, default=sources.ROOT / "include/bichig/c")
    options = parser.parse_args()
    try:
        findings = list(check(options.library, options.glibc, declared(options.headers)))
    except sources.PortableError as error:
        sys.exit(f"portable: {error}")
    for finding in findings:
        print(f"{options.library}: {finding}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
