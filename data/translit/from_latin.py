#!/usr/bin/env python3
"""Turns Latin transliteration (EAC MGC/01-02) between the brackets ⟦ and ⟧ into Mongolian letters.

As a program: from_latin.py FILE prints FILE converted. Inside the brackets small Latin letters, the marks of the table
and its signs for controls are converted (' " ` selectors, _ MVS, - NNBSP, ^ ZWNJ, * ZWJ); capital letters, digits,
spaces and other characters stay, so that "GPS" and "A4" can stand in Mongolian text.
"""
import pathlib
import re
import sys

TABLE = pathlib.Path(__file__).resolve().parent / "translit_eac.tsv"
LAST_HUDUM_LETTER = 0x1842
CONTROLS = {0x200C, 0x200D, 0x202F}


def hudum_table() -> dict:
    """Latin spelling -> character, for the Hudum part of the table."""
    table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("#") or columns[0] == "cp":
            continue
        code_point = int(columns[0], 16)
        if code_point > LAST_HUDUM_LETTER and code_point not in CONTROLS:
            continue
        for spelling in columns[1].split("|"):
            table.setdefault(spelling, chr(code_point))
    return table


def convert(latin: str, table: dict) -> str:
    """`latin` in Mongolian letters; the longest spelling wins. Raises ValueError for a small letter without meaning."""
    longest = max(map(len, table))
    made = []
    at = 0
    while at < len(latin):
        for size in range(longest, 0, -1):
            part = latin[at:at + size]
            if len(part) == size and part in table:
                made.append(table[part])
                at += size
                break
        else:
            if latin[at].islower():
                raise ValueError(f"'{latin[at]}' in '{latin}' is no letter of the transliteration")
            made.append(latin[at])
            at += 1
    return "".join(made)


def convert_text(text: str) -> str:
    """`text` with each ⟦…⟧ converted. Raises ValueError, which names the line."""
    table = hudum_table()

    def replaced(match: re.Match) -> str:
        try:
            return convert(match.group(1), table)
        except ValueError as error:
            raise ValueError(f"line {text.count(chr(10), 0, match.start()) + 1}: {error}") from None

    converted = re.sub("⟦([^⟦⟧]*)⟧", replaced, text)
    if "⟦" in converted or "⟧" in converted:
        raise ValueError("a bracket ⟦ or ⟧ without its pair")
    return converted


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        sys.stdout.write(convert_text(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")))
    except ValueError as error:
        print(f"{sys.argv[1]}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
