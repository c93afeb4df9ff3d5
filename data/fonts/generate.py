#!/usr/bin/env python3
"""Makes src/shape/generated/font_units.cpp from the tables of this folder; --check only compares."""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/shape/generated/font_units.cpp"
SHAPES = ["isol", "init", "medi", "fina"]
POSITIONS = SHAPES + ["mvs", "-"]
LONGEST = 5
LETTERS = {"-": 255, "+": 254}


def rows_of(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        values = line.split("\t")
        if len(values) != len(columns):
            sys.exit(f"{path.name}: '{line}' has {len(values)} fields, not {len(columns)}")
        yield dict(zip(columns, values))


def compiled():
    codes = {row["unit"]: int(row["code"]) for row in rows_of(HERE.parent / "written_units/units.tsv")}
    codes["*"] = 0
    out, fonts = [], []
    for font in rows_of(HERE / "fonts.tsv"):
        rows = []
        for row in rows_of(HERE / (font["table"] + ".tsv")):
            units = row["units"].split("+")
            if len(units) > LONGEST or any(unit not in codes for unit in units):
                sys.exit(f"{font['table']}: unknown or too many units in '{row['units']}'")
            numbers = ", ".join(str(codes[unit]) for unit in units)
            letter = LETTERS.get(row["letter"]) or int(row["letter"], 16) - 0x1800
            rows.append(f"    {{{row['glyph']}, {letter}, {len(units)}, {SHAPES.index(row['shape'])}, "
                        f"{POSITIONS.index(row['position'])}, {{{numbers}}}}},")
        out += [f"const GlyphRow {font['table']}[] = {{", *rows, "};", ""]
        fonts.append(f"    {{\"{font['sha256']}\",\n     {font['table']}, {len(rows)}}},")
    stems = [row for row in rows_of(HERE / "stems.tsv") if row["place"] == "next"]
    following = []
    for row in stems:
        numbers = ", ".join(str(codes[unit]) for unit in row["units"].split("+"))
        following.append(f"    {{{SHAPES.index(row['shape'])}, {{{numbers}}}}},")
    bowed = [str(codes[row["units"]]) for row in rows_of(HERE / "stems.tsv") if row["place"] == "first"]
    return "\n".join([
        "// Which written units the glyphs of known fonts draw. Made by data/fonts/generate.py from the tables there.",
        '#include "shape/units/font_tables.h"', "", "namespace bichig::shape::units {", "", "namespace {", "", *out,
        "}  // namespace", "", "const KnownFont known_fonts[] = {", *fonts, "};",
        f"const std::size_t known_font_count = {len(fonts)};", "",
        f"const std::uint8_t stem_after[] = {{{', '.join(bowed)}}};",
        f"const std::size_t stem_after_count = {len(bowed)};",
        "const StemBefore stem_before[] = {", *following, "};",
        f"const std::size_t stem_before_count = {len(following)};", "", "}  // namespace bichig::shape::units", ""])


def main():
    text = compiled()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET.name} is not what data/fonts/generate.py makes: run it")
        return
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
