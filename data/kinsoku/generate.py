#!/usr/bin/env python3
"""Makes src/text/generated/kinsoku.h from kinsoku.toml; --check only compares."""
import pathlib
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "kinsoku.toml"
TARGET = HERE.parents[1] / "src/text/generated/kinsoku.h"


def characters(section):
    """All characters of a section's lists in order; a character listed twice is an error."""
    found = [int(cp, 16) for row in section.values() for cp in row]
    if len(set(found)) != len(found):
        sys.exit(f"{TABLE.name}: a character stands twice in one section")
    if any(cp > 0xFFFF for cp in found):
        sys.exit(f"{TABLE.name}: only characters of one code unit are provided for")
    return sorted(found)


def array(name, comment, values):
    return [f"/// {comment}",
            f"inline constexpr std::array<char16_t, {len(values)}> {name} = {{",
            *(f"    0x{cp:04X}," for cp in values), "};", ""]


def pair_array(name, comment, pairs):
    return [f"/// {comment}",
            f"inline constexpr std::array<Pair, {len(pairs)}> {name} = {{{{",
            *(f"    {{0x{a:04X}, 0x{b:04X}}}," for a, b in pairs), "}};", ""]


def generate():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    inseparable = sorted((int(a, 16), int(b, 16)) for a, b in table["inseparable"]["pairs"])
    paragraph_start = sorted((int(a, 16), int(b, 16)) for a, b in table["paragraph_start"]["pairs"])
    classes = sorted((int(cp, 16), int(row["as"], 16)) for cp, row in table["class_of"].items())
    out = ["// Line-edge rules. Made by data/kinsoku/generate.py from kinsoku.toml, which names each rule's source.",
           "#pragma once", "",
           "#include <array>", "",
           "namespace bichig::text::generated {", "",
           "struct Pair {", "    char16_t first;", "    char16_t second;", "};", ""]
    out += array("not_line_start", "Marks that may not begin a line, sorted.", characters(table["not_line_start"]))
    out += array("not_line_end", "Marks that may not end a line, sorted.", characters(table["not_line_end"]))
    out += array("connectors", "Characters that bind a suffix to its stem, sorted.", characters(table["connectors"]))
    out += pair_array("inseparable", "Pairs that a break may not part.", inseparable)
    out += pair_array("paragraph_start", "Pairs that may begin a line only where a paragraph begins.", paragraph_start)
    out += pair_array("class_of", "`first` takes the line breaking class of `second`.", classes)
    out += ["}  // namespace bichig::text::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/kinsoku/generate.py"))
