#!/usr/bin/env python3
"""Makes src/layout/generated/mark_spacing.h from mark_spacing.toml; --check only compares."""
import pathlib
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "mark_spacing.toml"
TARGET = HERE.parents[1] / "src/layout/generated/mark_spacing.h"
FIGURES = {
    "word_spaces": "Room outside a mark, in spaces of the word's face.",
    "of_size": "The same in sizes, where that face has no space.",
    "built_in": "A side of a glyph that is emptier than this, in sizes, has its room built in.",
    "kept": "What stays of a side taken away, in sizes.",
    "least": "A mark is not narrowed below this, in sizes.",
}


def characters(table, section):
    found = [int(code, 16) for row in table[section].values() for code in row]
    if len(set(found)) != len(found) or any(code > 0xFFFF for code in found):
        sys.exit(f"{TABLE.name}: '{section}' has a character twice, or one of two code units")
    return sorted(found)


def array(name, comment, values):
    return [f"/// {comment}",
            f"inline constexpr std::array<char16_t, {len(values)}> {name} = {{",
            *(f"    0x{code:04X}," for code in values), "};", ""]


def generate():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    if set(table["room"]) != set(FIGURES):
        sys.exit(f"{TABLE.name}: the figures of [room] are {', '.join(FIGURES)}")
    opening, closing = characters(table, "opening"), characters(table, "closing")
    if set(opening) & set(closing):
        sys.exit(f"{TABLE.name}: a mark both opens and closes")
    out = ["// Room outside brackets and quotes. Made by data/mark_spacing/generate.py from mark_spacing.toml, which",
           "// names the source of each figure.",
           "#pragma once", "", "#include <array>", "", "namespace bichig::layout::generated {", ""]
    out += array("opening_marks", "Marks whose outer side is before them, sorted.", opening)
    out += array("closing_marks", "Marks whose outer side is after them, sorted.", closing)
    out += array("written_spaces", "Spaces that may stand between a mark and a word, sorted.",
                 characters(table, "written"))
    for name, comment in FIGURES.items():
        out += [f"/// {comment}", f"inline constexpr double room_{name} = {float(table['room'][name])};", ""]
    return "\n".join([*out, "}  // namespace bichig::layout::generated", ""])


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/mark_spacing/generate.py"))
