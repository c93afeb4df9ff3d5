#!/usr/bin/env python3
"""Makes src/script/generated/mongolian_properties.h from mongolian_properties.tsv; --check only compares."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish, rows_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "mongolian_properties.tsv"
STANDARD = HERE / "unicode_props.tsv"
TARGET = HERE.parents[1] / "src/script/generated/mongolian_properties.h"

KINDS = ["none", "letter", "combining", "variation_selector", "vowel_separator", "nirugu", "syllable_marker",
         "soft_hyphen", "digit", "punctuation", "suffix_space", "joiner", "non_joiner"]
JOININGS = {"none": "U", "dual": "D", "causing": "C", "transparent": "T"}
CATEGORIES = {"letter": {"Lo", "Lm"}, "combining": {"Mn"}, "variation_selector": {"Mn"}, "digit": {"Nd"}}
BLOCKS = [("main_block", 0x1800, 0x18B0), ("supplement_block", 0x11660, 0x11680)]


def fail(message):
    sys.exit(f"{TABLE.name}: {message}")


def read_properties():
    """Code point -> (kind, joining), checked against the properties of the standard."""
    standard = {int(row["cp"], 16): row for row in rows_of(STANDARD)}
    properties = {}
    previous = -1
    for row in rows_of(TABLE):
        cp, kind, joining = int(row["cp"], 16), row["kind"], row["joining"]
        if cp <= previous:
            fail(f"{row['cp']} is not in order")
        previous = cp
        if kind not in KINDS or joining not in JOININGS:
            fail(f"{row['cp']}: unknown kind '{kind}' or joining '{joining}'")
        known = standard.get(cp)
        if known is None or known["name"] != row["name"] or (known["joining"] or "U") != JOININGS[joining]:
            fail(f"{row['cp']}: name or joining is not that of {STANDARD.name}")
        if kind in CATEGORIES and known["gc"] not in CATEGORIES[kind]:
            fail(f"{row['cp']}: a {kind} cannot have category {known['gc']}")
        properties[cp] = (kind, joining)
    missing = [f"{cp:04X}" for cp in standard if any(a <= cp < b for _, a, b in BLOCKS) and cp not in properties]
    if missing:
        fail("no row for " + " ".join(missing))
    return properties


def generate():
    properties = read_properties()
    none = ("none", "none")
    out = ["// Kind and joining of Mongolian characters. Made by data/unicode/generate.py from "
           "mongolian_properties.tsv.",
           "#pragma once", "",
           "#include <array>", "",
           "#include <bichig/script/properties.h>", "",
           "namespace bichig::script::generated {", "",
           "struct Properties {",
           "    Kind kind = Kind::none;",
           "    Joining joining = Joining::none;",
           "};", "",
           "struct Single {",
           "    char32_t character = 0;",
           "    Properties properties;",
           "};", ""]
    for name, begin, end in BLOCKS:
        out += [f"inline constexpr char32_t {name}_begin = 0x{begin:04X};",
                f"inline constexpr std::array<Properties, {end - begin}> {name} = {{{{"]
        out += [f"    {{Kind::{kind}, Joining::{joining}}},  // {cp:04X}"
                for cp in range(begin, end) for kind, joining in [properties.get(cp, none)]]
        out += ["}};", ""]
    singles = [cp for cp in sorted(properties) if not any(a <= cp < b for _, a, b in BLOCKS)]
    out += [f"inline constexpr std::array<Single, {len(singles)}> singles = {{{{"]
    out += [f"    {{0x{cp:04X}, {{Kind::{properties[cp][0]}, Joining::{properties[cp][1]}}}}}," for cp in singles]
    out += ["}};", "", "}  // namespace bichig::script::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/unicode/generate.py"))
