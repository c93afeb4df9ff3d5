#!/usr/bin/env python3
"""Makes src/font/generated/substitutions.cpp from substitutions.tsv; --check only compares."""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "substitutions.tsv"
TARGET = HERE.parents[1] / "src/font/generated/substitutions.cpp"
sys.path.insert(0, str(HERE.parents[1] / "fonts"))
sys.dont_write_bytecode = True
from generate import ROLES, quote  # noqa: E402  (stands in another folder)

COLUMNS = ["name", "role", "weight", "candidates", "status", "source"]


def folded(name):
    """The form in which names are compared; the same as in src/font/internal/names.h."""
    return "".join(c.lower() if c.isascii() else c for c in name if c != " ")


def read():
    lines = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")]
    if lines[0] != COLUMNS:
        sys.exit(f"{TABLE.name}: the first row must name the columns {', '.join(COLUMNS)}")
    rows = [dict(zip(COLUMNS, line, strict=True)) for line in lines[1:]]
    seen = set()
    for row in rows:
        if row["role"] not in ROLES:
            sys.exit(f"{TABLE.name}: {row['name']}: fonts/catalogue.toml has no role '{row['role']}'")
        if row["status"] not in ("checked", "unreviewed") or not row["source"]:
            sys.exit(f"{TABLE.name}: {row['name']}: needs a status and a source")
        if folded(row["name"]) in seen:
            sys.exit(f"{TABLE.name}: {row['name']} stands twice")
        seen.add(folded(row["name"]))
    return rows


def generate():
    rows = read()
    out = ["// What stands in for fonts by name. Made by data/font_names/generate.py from substitutions.tsv.",
           '#include "font/internal/substitutions.h"', "", "#include <array>", "",
           "namespace bichig::font::internal {", "", "namespace {", "",
           f"constexpr std::array<Substitution, {len(rows)}> table{{{{"]
    for row in rows:
        prefix = row["name"].endswith("*")
        out.append(f"    {{{quote(folded(row['name'].rstrip('*')))}, {'true' if prefix else 'false'}, "
                   f"Role::{row['role'].replace('-', '_')}, {int(row['weight'])},")
        out.append(f"     {quote(row['candidates'])}}},")
    return "\n".join([*out, "}};", "", "}  // namespace", "",
                      "std::span<const Substitution> substitutions() { return table; }", "",
                      "}  // namespace bichig::font::internal", ""])


if __name__ == "__main__":
    text = generate()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != text:
        sys.exit(f"{TARGET.name} is older than {TABLE.name}: run data/font_names/generate.py")
