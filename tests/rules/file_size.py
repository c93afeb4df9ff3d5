#!/usr/bin/env python3
# Rule: files and functions stay small enough to be read in one go, and the first line says why a file exists.
"""Sources have at most 600 lines, headers at most 200, functions at most 60; no line is longer than 120 columns. The
first line of a file, after #!, is a comment or a docstring. Generated files only need that first line."""

import re

import tree

SOURCE_LINES, HEADER_LINES, FUNCTION_LINES, COLUMNS = 600, 200, 60, 120
COMMENT = {".cpp": "// ", ".h": ("// ", "/* "), ".hpp": "// ", ".py": ("# ", '"""'), ".cmake": "# ", ".txt": "# "}
# A line that opens the body of a function: it ends a parameter list (and what may follow one), and is no statement.
OPENS = re.compile(r"^ *(?!(?:if|for|while|switch|else|catch|do|return|\}))\S.*\)[^;(){}=]*\{$|^ *\{$")


def functions(lines):
    """(first line, last line) of each function body, counted from 1. A signature may take several lines, so the end is
    found from the body's own indent; lambdas are part of the function around them."""
    number = 0
    while number < len(lines) - 1:
        body = next((line for line in lines[number + 1:] if line.strip()), "")
        indent = len(body) - len(body.lstrip()) - 4
        if OPENS.match(lines[number]) and indent in (0, 4):
            end = " " * indent + "}"
            last = next((n for n in range(number + 1, len(lines)) if lines[n].startswith(end)), len(lines) - 1)
            yield number + 1, last + 1
            number = last
        number += 1


def check_size(root, path):
    lines = tree.read(root, path).splitlines()
    limit = HEADER_LINES if path.endswith((".h", ".hpp")) else SOURCE_LINES
    if len(lines) > limit:
        yield f"{path}: has {len(lines)} lines, more than {limit}"
    for number, line in enumerate(lines, start=1):
        if len(line) > COLUMNS:
            yield f"{path}:{number}: has {len(line)} columns, more than {COLUMNS}"
    if path.endswith((".h", ".hpp", ".cpp")):
        for first, last in functions(lines):
            if last - first + 1 > FUNCTION_LINES:
                yield f"{path}:{first}: the function has {last - first + 1} lines, more than {FUNCTION_LINES}"


def check_first_line(root, path):
    lines = tree.read(root, path).splitlines() or [""]
    if lines[0].startswith("#!"):
        lines = lines[1:] or [""]
    wanted = COMMENT["." + path.rsplit(".", 1)[1]]
    if not lines[0].startswith(wanted):
        yield f"{path}: the first line does not say why the file exists"


def check(root):
    paths = [path for folder in ("src", "include", "tests", "fonts", "data", "examples")
             for path in tree.files(root, folder, ".h", ".hpp", ".cpp", ".py", ".cmake", "CMakeLists.txt")]
    for path in paths:
        yield from check_first_line(root, path)
        if "/generated/" not in path:
            yield from check_size(root, path)


if __name__ == "__main__":
    tree.main(check, __doc__)
