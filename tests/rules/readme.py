#!/usr/bin/env python3
# Rule: what README shows is what the repository has: quoted programs, pictures and linked files.
"""Every ```cpp, ```c and ```python block of README.md is a part of a file in examples/, and every relative link or
picture of the Markdown files at the root and in src/ leads to a file."""

import re

import tree

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"^```(?:cpp|c|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def check(root):
    programs = [tree.read(root, path) for path in tree.files(root, "examples", ".cpp", ".c", ".py")]
    for path in ("README.md", "CONTRIBUTING.md", "src/README.md"):
        if not (root / path).is_file():
            yield f"{path}: is missing"
            continue
        text = tree.read(root, path)
        for block in CODE.findall(text):
            if not any(block in program for program in programs):
                yield f"{path}: the program that begins with '{block.splitlines()[0]}' is in no file of examples/"
        for link in LINK.findall(re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)):
            if "://" not in link and not ((root / path).parent / link).exists():
                yield f"{path}: leads to {link}, which is not there"


if __name__ == "__main__":
    tree.main(check, __doc__)
