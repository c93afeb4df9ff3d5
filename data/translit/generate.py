#!/usr/bin/env python3
"""Makes src/script/generated/latin_tables.h from translit_eac.tsv, mollendorff.tsv and utn_aliases.tsv; --check only
compares. Beside each spelling of the tables its decomposed form (NFD) is read too, so that text survives programs that
decompose it."""
import pathlib
import sys
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish, rows_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/script/generated/latin_tables.h"
LONGEST = 4
APOSTROPHES = "\u02BC\u2019\u1FFE"
SYSTEMS = ["hudum", "todo", "sibe", "manchu"]


def fail(message):
    sys.exit(f"data/translit: {message}")


class Scheme:
    """Spellings that are read (text -> character) and that are written (character -> (text, lossy))."""

    def __init__(self, name):
        self.name = name
        self.read = {}
        self.write = {}

    def may_read(self, text, character):
        if self.read.setdefault(text, character) != character:
            fail(f"{self.name}: '{text}' is U+{character:04X} and U+{self.read[text]:04X}")
        if not 0 < len(text) <= LONGEST or any(ord(c) > 0xFFFF for c in text):
            fail(f"{self.name}: '{text}' is too long")

    def may_write(self, character, text, lossy):
        if character in self.write:
            fail(f"{self.name}: U+{character:04X} is written in two ways")
        self.write[character] = (text, lossy)

    def add_decomposed(self):
        for text, character in list(self.read.items()):
            self.may_read(unicodedata.normalize("NFD", text), character)

    def continuations(self, text):
        """What may follow `text` in a longer spelling: written after it, it would be read as part of that one."""
        return sorted({longer[len(text)] for longer in self.read
                       if len(longer) > len(text) and longer.startswith(text)})


def read_eac():
    scheme = Scheme("eac")
    for row in rows_of(HERE / "translit_eac.tsv"):
        character = int(row["cp"], 16)
        spellings = row["latin"].split("|")
        codes = [int(code, 16) for code in row["latin_cp"].split()]
        if [ord(c) for c in "".join(spellings)] != codes:
            fail(f"translit_eac.tsv: latin_cp of {row['cp']} does not say what latin does")
        for spelling in spellings:
            scheme.may_read(spelling, character)
        scheme.may_write(character, spellings[-1], False)  # ASCII where the standard has two
    scheme.add_decomposed()
    return scheme


def read_mollendorff(system):
    scheme = Scheme(f"mollendorff_{system}")
    for row in rows_of(HERE / "mollendorff.tsv"):
        if row["system"] not in ("both", system):
            continue
        character = int(row["cp"], 16)
        if row["use"] != "write":
            scheme.may_read(row["latin"], character)
            for apostrophe in APOSTROPHES:
                scheme.may_read(row["latin"].replace("'", apostrophe), character)
        if row["use"] != "read":
            scheme.may_write(character, row["latin"], row["use"] == "write")
    scheme.add_decomposed()
    return scheme


def read_aliases():
    """System -> {character: alias}; the controls that all systems share are in each."""
    systems = {system: {} for system in SYSTEMS}
    for row in rows_of(HERE / "utn_aliases.tsv"):
        for system in SYSTEMS if row["system"] == "all" else [row["system"]]:
            aliases = systems[system]
            character = int(row["cp"], 16)
            if character in aliases or row["alias"] in aliases.values():
                fail(f"utn_aliases.tsv: {system} has {row['cp']} or '{row['alias']}' twice")
            aliases[character] = row["alias"]
    return systems


def quoted(text):
    return 'u"' + "".join(c if " " < c < "\x7f" and c not in '"\\' else f"\\x{ord(c):04X}\" u\"" for c in text) + '"'


def tidy(text):
    return text.replace(' u""', "") if text != 'u""' else text


def scheme_lines(scheme):
    read = sorted(scheme.read.items(), key=lambda item: [ord(c) for c in item[0]])
    yield f"inline constexpr std::array<Reading, {len(read)}> {scheme.name}_readings = {{{{"
    for text, character in read:
        yield f"    {{{tidy(quoted(text))}, 0x{character:04X}}},"
    yield "}};"
    yield ""
    yield f"inline constexpr std::array<Writing, {len(scheme.write)}> {scheme.name}_writings = {{{{"
    for character, (text, lossy) in sorted(scheme.write.items()):
        more = "".join(scheme.continuations(text))
        yield f"    {{0x{character:04X}, {str(lossy).lower()}, {tidy(quoted(text))}, {tidy(quoted(more))}}},"
    yield "}};"
    yield ""


def generate():
    out = ["// Spellings of the Latin transliterations. Made by data/translit/generate.py from translit_eac.tsv, "
           "mollendorff.tsv and",
           "// utn_aliases.tsv.",
           "#pragma once", "",
           "#include <array>",
           "#include <string_view>", "",
           "namespace bichig::script::generated {", "",
           "/// A spelling and the character it stands for; sorted by spelling.",
           "struct Reading {",
           "    std::u16string_view text;",
           "    char16_t character = 0;",
           "};", "",
           "/// A character, its spelling, and what may not follow the spelling because a longer one goes on with it;",
           "/// sorted by character.",
           "struct Writing {",
           "    char16_t character = 0;",
           "    bool lossy = false;",
           "    std::u16string_view text;",
           "    std::u16string_view more;",
           "};", "",
           "/// An alias of UTN #57; sorted by character.",
           "struct Alias {",
           "    char16_t character = 0;",
           "    std::u16string_view text;",
           "};", ""]
    for scheme in (read_eac(), read_mollendorff("manchu"), read_mollendorff("sibe")):
        out += scheme_lines(scheme)
    for system, aliases in read_aliases().items():
        out += [f"inline constexpr std::array<Alias, {len(aliases)}> {system}_aliases = {{{{"]
        out += [f'    {{0x{character:04X}, u"{alias}"}},' for character, alias in sorted(aliases.items())]
        out += ["}};", ""]
    return "\n".join(out + ["}  // namespace bichig::script::generated", ""])


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), "the tables", "data/translit/generate.py"))
