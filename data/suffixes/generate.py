#!/usr/bin/env python3
"""Makes src/script/generated/suffix_table.h from suffixes.tsv; --check only compares."""
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "suffixes.tsv"
TARGET = HERE.parents[1] / "src/script/generated/suffix_table.h"
sys.path.insert(0, str(HERE.parent / "translit"))
sys.path.insert(0, str(HERE.parent))
from generator import finish, rows_of  # noqa: E402
from from_latin import convert, hudum_table  # noqa: E402

ENDINGS = ["vowel", "n", "hard", "soft"]
ENUMS = {"case": "Case", "plural": "Plural", "reflexive": "Reflexive", "particle": "Particle"}


def fail(message):
    sys.exit(f"{TABLE.name}: {message}")


def read_suffixes():
    """(kind, name) -> {"forms": ending -> (masculine, feminine), "joined", "numeral"}, in the order of the table."""
    letters = hudum_table()
    suffixes = {}
    for row in rows_of(TABLE):
        key = (row["kind"], row["name"])
        if row["kind"] not in ENUMS or row["joined"] not in ("connector", "space") or row["numeral"] not in (
                "absolute", "attributive"):
            fail(f"{key}: unknown kind, joined or numeral")
        suffix = suffixes.setdefault(key, {"forms": {}, "joined": row["joined"], "numeral": row["numeral"]})
        if (suffix["joined"], suffix["numeral"]) != (row["joined"], row["numeral"]):
            fail(f"{key}: its rows disagree")
        forms = tuple(convert(row[gender], letters) for gender in ("masculine", "feminine"))
        if not all(forms):
            fail(f"{key}: a form is empty")
        for ending in ENDINGS if row["after"] == "any" else row["after"].split("+"):
            if ending not in ENDINGS or ending in suffix["forms"]:
                fail(f"{key}: '{ending}' is no ending, or has two forms")
            suffix["forms"][ending] = forms
    for key, suffix in suffixes.items():
        if set(suffix["forms"]) != set(ENDINGS):
            fail(f"{key}: an ending has no form")
    return suffixes


def literal(text):
    return 'u"' + "".join(f"\\u{ord(c):04X}" for c in text) + '"'


def generate():
    suffixes = read_suffixes()
    out = ["// Forms of the separated suffixes. Made by data/suffixes/generate.py from suffixes.tsv.",
           "#pragma once", "",
           "#include <array>", "#include <string_view>", "",
           "#include <bichig/script/suffixes.h>", "",
           "namespace bichig::script::generated {", "",
           "struct SuffixForm {", "    std::u16string_view masculine;", "    std::u16string_view feminine;", "};", "",
           "struct SuffixRow {", "    std::array<SuffixForm, 4> after;  ///< by Ending",
           "    bool after_space;", "    bool attributive_numeral;", "};", ""]
    for kind, enum in ENUMS.items():
        names = [name for found, name in suffixes if found == kind]
        out += [f"inline constexpr std::array<SuffixRow, {len(names)}> {kind}_rows = {{{{"]
        for name in names:
            suffix = suffixes[kind, name]
            forms = [f"{{{literal(a)}, {literal(b)}}}" for a, b in (suffix["forms"][e] for e in ENDINGS)]
            out += [f"    // {name}", "    {{{" + ",\n       ".join(forms) + "}},",
                    f"     {str(suffix['joined'] == 'space').lower()},",
                    f"     {str(suffix['numeral'] == 'attributive').lower()}}},"]
        out += ["}};"]
        out += [f"static_assert(static_cast<int>({enum}::{name}) == {i});" for i, name in enumerate(names)] + [""]
    out += ["}  // namespace bichig::script::generated", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), TABLE.name, "data/suffixes/generate.py"))
