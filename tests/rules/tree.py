# What the rule checks share: the files of a source tree, its module table, and how findings are reported.
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Module:
    """A row of src/modules.cmake."""

    def __init__(self, name, uses, foreign, qt):
        self.name, self.uses, self.foreign, self.qt = name, uses, foreign, qt


def read_modules(root):
    """The rows of src/modules.cmake by name, in the order of the table."""
    modules = {}
    table = (root / "src/modules.cmake").read_text(encoding="utf-8")
    for row in re.finditer(r"^bichig_module\(([^)]*)\)", table, re.MULTILINE):
        name, *words = row.group(1).split()
        fields, field = {"USES": [], "FOREIGN": [], "EXECUTABLE": [], "SHARED": [], "QT": []}, None
        for word in words:
            if word == "APART":
                field = None
            elif word in fields:
                field = fields[word]
            else:
                field.append(word)
        uses = list(modules) if fields["USES"] == ["all"] else fields["USES"]
        modules[name] = Module(name, uses, fields["FOREIGN"], bool(fields["QT"]))
    return modules


def module_of(path, modules):
    """The module that owns a path below src/ or include/bichig/: the longest row that begins it, or None."""
    names = [name for name in modules if path == f"{name}.h" or path.startswith(f"{name}/")]
    return modules[max(names, key=len)] if names else None


def files(root, folder, *endings):
    """The files below `folder` with one of `endings`, sorted, as paths below `root`."""
    found = [path for ending in endings for path in (root / folder).rglob(f"*{ending}")]
    return sorted(path.relative_to(root).as_posix() for path in found)


def read(root, path):
    return (root / path).read_text(encoding="utf-8")


def main(check, description):
    """Runs `check(root)`, which yields findings, and fails if there are any."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--root", type=pathlib.Path, default=ROOT)
    findings = list(check(parser.parse_args().root))
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
