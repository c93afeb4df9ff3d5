#!/usr/bin/env python3
"""Makes src/text/generated/wordcount.h from wordcount.toml; --check only compares."""
import pathlib
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "wordcount.toml"
TARGET = HERE.parents[1] / "src/text/generated/wordcount.h"


def ranges(rows):
    """Sorted (first, last) of rows such as "1820-1842"."""
    found = sorted(tuple(int(cp, 16) for cp in (row.split("-") * 2)[:2]) for row in rows)
    for (_, last), (first, _) in zip(found, found[1:]):
        if first <= last:
            sys.exit(f"{TABLE.name}: {first:04X} stands in two ranges of one list")
    return found


def array(name, comment, rows):
    found = ranges(rows)
    return [f"/// {comment}", f"inline constexpr std::array<CodePointRange, {len(found)}> {name} = {{{{",
            *(f"    {{0x{first:04X}, 0x{last:04X}}}," for first, last in found), "}};", ""]


def generate():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    characters, other, shared = table["characters"], table["other_systems"], table["shared_marks"]
    out = ["// What counts as a Mongolian character. Made by data/wordcount/generate.py from wordcount.toml.",
           "#pragma once", "", "#include <array>", "#include <cstdint>", "",
           "namespace bichig::text::generated {", "",
           "struct CodePointRange {", "    char32_t first;", "    char32_t last;", "};", ""]
    out += array("counted_always", "Letters, signs and controls that count everywhere.",
                 characters["letters"] + characters["signs"] + characters["selectors"])
    out += array("counted_marks", "Marks that count where punctuation does.", characters["marks"])
    out += array("counted_beside_letter", "Joiners.", characters["joiners"])
    out += array("counted_before_letter", "Connectors.", characters["suffix_space"])
    out += array("counted_other_letters", "Letters of the other writing systems.", other["letters"])
    out += array("counted_other_marks", "Marks of the other writing systems.", other["marks"])
    out += array("shared_after", "Marks that count after Mongolian.", shared["after_mongolian"])
    out += array("shared_before", "Marks that count before Mongolian.", shared["before_mongolian"])
    out += array("shared_after_ordinary", "Ordinary forms of such marks.", shared["after_mongolian_ordinary"])
    out += array("shared_before_ordinary", "Ordinary forms of such marks.", shared["before_mongolian_ordinary"])
    out += [f"inline constexpr std::uint64_t majority_percent = {shared['majority_percent']};", "",
            "}  // namespace bichig::text::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/wordcount/generate.py"))
