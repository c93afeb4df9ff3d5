#!/usr/bin/env python3
"""Makes src/text/generated/collation.h from collation.toml and the letters of data/unicode; --check only compares."""
import pathlib
import sys
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish, rows_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "collation.toml"
LETTERS = HERE.parent / "unicode/mongolian_properties.tsv"
TARGET = HERE.parents[1] / "src/text/generated/collation.h"
LETTERLIKE = {0x1885, 0x1886}  # combining signs that are spelled as letters


def fail(message):
    sys.exit(f"{TABLE.name}: {message}")


def letters():
    kinds = {int(row["cp"], 16): row["kind"] for row in rows_of(LETTERS)}
    return [cp for cp, kind in kinds.items() if kind == "letter" or cp in LETTERLIKE]


def literal(text):
    """A C++ literal of UTF-16."""
    units = text.encode("utf-16-be")
    codes = [units[i] << 8 | units[i + 1] for i in range(0, len(units), 2)]
    plain = set(range(32, 127)) - set(b'"\\')
    return "".join(chr(c) if c in plain else f"\\x{c:04X}\" u\"" for c in codes)


def quoted(text):
    return f"'{text}'"


def tailoring(table):
    """ICU rules: parts that are read as one string."""
    order = [chr(cp) for cp in letters()]
    for move in table["move"]:
        what = chr(int(move.get("private", move["what"]), 16))
        after = chr(int(move["after"], 16))
        if what in order:
            order.remove(what)
        if after not in order:
            fail(f"{move['what']} goes after {move['after']}, which has no place")
        order.insert(order.index(after) + 1, what)
    if order[0] != chr(0x1820):
        fail("the order must begin with 1820")
    parts = ["&' '" + "".join("<" + quoted(chr(int(cp, 16))) for cp in table["space"]["after"])]
    parts += ["&" + quoted(order[0])] + ["<" + quoted(c) for c in order[1:]]
    parts += ["&[last secondary ignorable]"] + ["<<" + quoted(chr(int(cp, 16))) for cp in table["selectors"]["order"]]
    for row in table["before"]:
        sequence = "".join(chr(int(cp, 16)) for cp in row["what"].split())
        parts += [f"&[before 2]{quoted(chr(int(row['letter'], 16)))}<<{quoted(sequence)}"]
    return parts


def generate():
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    private = {move["what"]: int(move["private"], 16) for move in table["move"] if "private" in move}
    out = ["// The order of Mongolian text. Made by data/collation/generate.py from collation.toml.",
           "#pragma once", "",
           "#include <array>", "#include <string_view>", "",
           "namespace bichig::text::generated {", "",
           "/// Rules of an ICU collator, to follow those of the Chinese characters.",
           "inline constexpr std::u16string_view collation_rules ="]
    out += [f'    u"{literal(part)}"' for part in tailoring(table)]
    out[-1] += ";"
    out += [""] + [f"inline constexpr char32_t {name} = 0x{cp:X};" for name, cp in private.items()]
    ignored = [int(cp, 16) for cp in table["ignored"]["code_points"]]
    out += ["", f"inline constexpr std::array<char16_t, {len(ignored)}> collation_ignored = {{"
            + ", ".join(f"0x{cp:04X}" for cp in ignored) + "};", "",
            "}  // namespace bichig::text::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/collation/generate.py"))
