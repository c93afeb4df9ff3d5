#!/usr/bin/env python3
# Rule: generated C++ is what its generator makes of the data today; so are examples that are made from other files.
"""The first line of every file in src/**/generated/ reads "… Made by GENERATOR …". `GENERATOR --check` must pass on the
tree, and must fail on a copy of the tree in which the file was changed: a check that never fails proves nothing.
The scripts data/**/make_*.py, which make examples, must pass with --check too."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tree

MADE_BY = re.compile(r"Made by ([\w./-]+\.py)")


def passes(root, generator):
    return subprocess.run([sys.executable, root / generator, "--check"], capture_output=True).returncode == 0


def check_stale_copy(root, path, generator):
    """Whether the generator's --check sees a change of `path`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder)
        for name in ("data", "fonts"):
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        for generated in tree.files(root, "src", ""):
            if "/generated/" in generated:
                (copy / generated).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(root / generated, copy / generated)
        if not passes(copy, generator):
            return f"{path}: {generator} --check needs more than data/, fonts/ and src/**/generated/"
        with open(copy / path, "a", encoding="utf-8") as file:
            file.write("// changed by hand\n")
        if passes(copy, generator):
            return f"{path}: {generator} --check does not see that the file was changed"
        return None


def check(root):
    generators = set()
    for path in tree.files(root, "src", ".h", ".cpp", ".inc"):
        if "/generated/" not in path:
            continue
        made_by = MADE_BY.search(tree.read(root, path).splitlines()[0])
        if not made_by or not (root / made_by.group(1)).is_file():
            yield f"{path}: the first line does not name its generator ('… Made by data/…/generate.py …')"
            continue
        generator = made_by.group(1)
        generators.add(generator)
        if not passes(root, generator):
            yield f"{path}: is stale; run {generator}"
        else:
            wrong = check_stale_copy(root, path, generator)
            if wrong:
                yield wrong
    for generator in tree.files(root, "data", "generate.py") + tree.files(root, "fonts", "generate.py"):
        if generator not in generators:
            yield f"{generator}: no file in src/**/generated/ says that it was made by it"
    for maker in tree.files(root, "data", ".py"):
        if maker.rsplit("/", 1)[1].startswith("make_") and not passes(root, maker):
            yield f"{maker}: what it made is stale; run it"


if __name__ == "__main__":
    tree.main(check, __doc__)
