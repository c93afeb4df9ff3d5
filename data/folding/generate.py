#!/usr/bin/env python3
"""Makes src/script/generated/folding.h from folding.tsv; --check only compares."""
import pathlib
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish, rows_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "folding.tsv"
TARGET = HERE.parents[1] / "src/script/generated/folding.h"


def read_foldings():
    """(first, last, to) of each row, checked."""
    foldings = [tuple(int(row[name], 16) for name in ("first", "last", "to")) for row in rows_of(TABLE)]
    end = -1
    for first, last, to in foldings:
        if not end < first <= last <= 0xFFFF:
            sys.exit(f"{TABLE.name}: {first:04X} is not in order")
        end = last
        for character, target in ((first + i, to + i) for i in range(last - first + 1)):
            if any(a <= target <= b for a, b, _ in foldings):
                sys.exit(f"{TABLE.name}: {character:04X} becomes {target:04X}, which is folded itself")
            if unicodedata.digit(chr(character), -1) != unicodedata.digit(chr(target), -1):
                sys.exit(f"{TABLE.name}: {character:04X} and {target:04X} are not the same digit")
    return foldings


def generate():
    foldings = read_foldings()
    out = ["// Digits and marks that search counts as one. Made by data/folding/generate.py from folding.tsv.",
           "#pragma once", "", "#include <array>", "",
           "namespace bichig::script::generated {", "",
           "/// Each of first to last stands for the character at its place from `to` on.",
           "struct Folding {", "    char32_t first;", "    char32_t last;", "    char32_t to;", "};", "",
           f"inline constexpr std::array<Folding, {len(foldings)}> foldings = {{{{"]
    out += [f"    {{0x{first:04X}, 0x{last:04X}, 0x{to:04X}}}," for first, last, to in foldings]
    out += ["}};", "",
            "/// What `character` is folded to; itself where no row has it.",
            "constexpr char32_t folded(char32_t character) {",
            "    for (const Folding& row : foldings) {",
            "        if (character < row.first) break;",
            "        if (character <= row.last) return row.to + (character - row.first);",
            "    }", "    return character;", "}", "",
            "}  // namespace bichig::script::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/folding/generate.py"))
