#!/usr/bin/env python3
"""Makes src/shape/generated/lookalikes.h from hudum.tsv; --check only compares."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from generator import finish, rows_of  # noqa: E402

UNITS = HERE.parent / "written_units"
TARGET = HERE.parents[1] / "src/shape/generated/lookalikes.h"
POSITIONS = ["isol", "init", "medi", "fina"]
LETTER = re.compile(r"(18[0-9A-F]{2})(?:\+FVS([1-4]))?\(")
LONGEST = 3


def drawn():
    """(letter, position) -> all units that it can draw there, medial H as two A."""
    forms = {}
    for row in rows_of(UNITS / "variants.tsv"):
        if row["system"] == "hudum":
            units = row["units"].partition("@")[0]
            if row["position"] == "medi" and units == "H":
                units = "A+A"
            forms.setdefault((int(row["character"], 16), row["position"]), set()).add(units)
    return forms


def main():
    codes = {row["unit"]: int(row["code"]) for row in rows_of(UNITS / "units.tsv")}
    forms = drawn()
    lines = []
    for row in rows_of(HERE / "hudum.tsv"):
        letters = {int(found[0], 16) for found in LETTER.findall(row["characters"])}
        for letter in letters:
            if row["written_units"] not in forms.get((letter, row["position"]), ()):
                sys.exit(f"hudum.tsv: U+{letter:04X} does not draw {row['written_units']} as {row['position']}")
        units = [codes[unit] for unit in row["written_units"].split("+")]
        units += [0] * (LONGEST - len(units))
        bits = sum(1 << (letter - 0x1820) for letter in letters)
        lines.append(f"    {{{POSITIONS.index(row['position'])}, {{{', '.join(map(str, units))}}}, 0x{bits:X}}},")
    text = f"""// Letters that look alike. Made by data/lookalikes/generate.py.
#pragma once

#include <array>
#include <cstdint>

namespace bichig::shape::generated {{

/// Units that several letters (bit 1 << (letter - U+1820)) draw in a position.
struct LookAlike {{
    std::uint8_t position;
    std::uint8_t units[{LONGEST}];
    std::uint64_t letters;
}};

inline constexpr std::array<LookAlike, {len(lines)}> look_alikes = {{{{
""" + "\n".join(lines) + "\n}};\n\n}  // namespace bichig::shape::generated\n"
    return finish(TARGET, text, "hudum.tsv", "data/lookalikes/generate.py")


if __name__ == "__main__":
    sys.exit(main())
