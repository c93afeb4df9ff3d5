#!/usr/bin/env python3
"""Makes src/script/generated/numerals.h from numerals.tsv and dates.toml; --check only compares."""
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/script/generated/numerals.h"
sys.path.insert(0, str(HERE.parent / "translit"))
sys.path.insert(0, str(HERE.parent))
from generator import finish, rows_of  # noqa: E402
from from_latin import convert, hudum_table  # noqa: E402

UNITS = [*range(10), *range(10, 100, 10), 100, 1000, 10_000, 1_000_000]


def fail(message):
    sys.exit(f"data/numerals: {message}")


def read_numerals():
    rows = list(rows_of(HERE / "numerals.tsv"))
    if [int(row["value"]) for row in rows] != UNITS:
        fail("numerals.tsv must hold the values " + " ".join(map(str, UNITS)))
    return rows


def literal(text):
    return 'u"' + "".join(c if 32 <= ord(c) < 127 else f"\\u{ord(c):04X}" for c in text) + '"'


def date_template(latin, letters):
    """The template in Mongolian letters; what stands in braces stays."""
    parts = re.split(r"(\{[a-z]+\})", latin)
    return "".join(part if part.startswith("{") else convert(part, letters) for part in parts)


def generate():
    letters = hudum_table()
    rows = read_numerals()
    dates = tomllib.loads((HERE / "dates.toml").read_text(encoding="utf-8"))["date"]
    for language in ("mongolian", "chinese"):
        for part in ("{year}", "{month}", "{day}"):
            if dates[language].count(part) != 1:
                fail(f"dates.toml: {language} needs {part} once")
    out = ["// Words of numbers and dates. Made by data/numerals/generate.py from numerals.tsv and dates.toml.",
           "#pragma once", "",
           "#include <array>", "#include <cstdint>", "#include <string_view>", "",
           "namespace bichig::script::generated {", "",
           "struct Numeral {", "    std::uint32_t value;", "    std::u16string_view absolute;",
           "    std::u16string_view attributive;", "    std::u16string_view chinese;", "};", "",
           "/// 0 to 9, the tens, 100, 1000, 10000, 1000000.",
           f"inline constexpr std::array<Numeral, {len(rows)}> numerals = {{{{"]
    out += [f"    {{{row['value']}, {literal(convert(row['absolute'], letters))},\n"
            f"     {literal(convert(row['attributive'], letters))}, {literal(row['chinese'])}}}," for row in rows]
    out += ["}};", "",
            "inline constexpr std::u16string_view mongolian_date =\n    "
            + literal(date_template(dates["mongolian"], letters)) + ";",
            "inline constexpr std::u16string_view chinese_date = " + literal(dates["chinese"]) + ";", "",
            "}  // namespace bichig::script::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), "the tables", "data/numerals/generate.py"))
