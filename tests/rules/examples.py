#!/usr/bin/env python3
# Rule: the examples run. Each document in examples/ (drafts in Latin and sheets of `bichig layout` aside) is typeset as
# PDF, SVG and text without a complaint other than of bold.
"""Usage: examples.py --bichig COMMAND [--root ROOT]"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

import tree


BOLD = "has no bold face"  # said wherever strong Mongolian is set in the staged family, which has one weight


def complaints(bichig, path, folder):
    """What went wrong when `path` was typeset."""
    for output in (["-o", folder / "out.pdf"], ["-o", folder / "out.svg"], ["--text"]):
        done = subprocess.run([bichig, "typeset", path, *output], capture_output=True, text=True)
        said = [line for line in done.stderr.splitlines() if BOLD not in line]
        if done.returncode != 0 or said:
            yield f"{path} {' '.join(map(str, output))}: exit code {done.returncode}\n{done.stderr}"
        elif output == ["--text"] and not done.stdout.strip():
            yield f"{path} --text: prints nothing"
    if not (folder / "out.pdf").is_file():
        yield f"{path}: no PDF was written"
    if not list(folder.glob("out*.svg")):
        yield f"{path}: no SVG was written"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bichig", required=True)
    parser.add_argument("--root", type=pathlib.Path, default=tree.ROOT)
    options = parser.parse_args()
    documents = [path for path in tree.files(options.root, "examples", ".md", ".json")
                 if ".latin." not in path and not path.endswith(("README.md", ".sheet.json"))]
    findings = [] if documents else ["examples/ has no document"]
    for path in documents:
        with tempfile.TemporaryDirectory() as folder:
            findings += complaints(options.bichig, options.root / path, pathlib.Path(folder))
    print("\n".join(findings))
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
