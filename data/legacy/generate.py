#!/usr/bin/env python3
"""Makes src/script/generated/legacy_tables.h from the tables of this folder and from ../written_units (units and forms
of the letters); --check only compares. Ink is a list of codes of written units, plus 0x100 where a word ends."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from generator import finish, rows_of  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
UNITS = HERE.parent / "written_units"
TARGET = HERE.parents[1] / "src/script/generated/legacy_tables.h"
POSITIONS = ["isol", "init", "medi", "fina"]
CONTEXTS = ["-", "tooth", "stem", "round", "bowed", "mvs", "ng", "consonant"]
WORD_END = 0x100
LONGEST_INK = 4


def fail(message):
    sys.exit(f"data/legacy: {message}")


CODES = {row["unit"]: int(row["code"]) for row in rows_of(UNITS / "units.tsv")}


def ink_of(text):
    """'A Aa.' as codes."""
    codes = []
    for token in text.split():
        unit = token.rstrip(".")
        if unit not in CODES:
            fail(f"'{unit}' is no written unit")
        codes.append(CODES[unit] + (WORD_END if token.endswith(".") else 0))
    if len(codes) > LONGEST_INK:
        fail(f"'{text}' is too long")
    return codes


def braces(codes):
    return "{" + ", ".join(f"0x{code:X}" for code in codes) + "}"


EXPANSIONS = [(CODES[row["unit"]], POSITIONS.index(row["shape"]), ink_of(row["ink"]))
              for row in rows_of(HERE / "ink.tsv")]


def expand(units, shape):
    """The ink of a letter drawn as `units` in the shape of a position; src/script/legacy/ink.cpp does the same."""
    ends = shape in (0, 3)
    ink = []
    for index, unit in enumerate(units):
        last = index + 1 == len(units)
        apart = next((tokens for known, position, tokens in EXPANSIONS if known == unit and position == shape and
                      (position != 3 or last) and (position != 0 or len(units) == 1)), None)
        ink += apart if apart else [unit + (WORD_END if ends and last else 0)]
    return ink


def forms():
    """(first stroke, ink, letter, position, selector, plain): how Hudum letters can be drawn."""
    for row in rows_of(UNITS / "variants.tsv"):
        if row["system"] != "hudum":
            continue
        units, _, borrowed = row["units"].partition("@")
        shape = POSITIONS.index(borrowed or row["position"])
        ink = expand([CODES[unit] for unit in units.split("+")], shape)
        plain = row["default"] == "1" or row["conditions"] != "-"
        yield (ink, int(row["character"], 16), POSITIONS.index(row["position"]), int(row["selector"]), plain)


def menksoft():
    """Code -> (letters, ink, context, positions as bits)."""
    table = {}
    for row in rows_of(HERE / "menksoft.tsv"):
        letters = [int(letter, 16) for letter in row["letters"].split("|")]
        positions = sum(1 << POSITIONS.index(position) for position in row["positions"].split("|"))
        table[int(row["code"], 16)] = (letters, ink_of(row["ink"]), CONTEXTS.index(row["context"]), positions)
    return table


def marks(name):
    return {int(row["code"], 16): int(row["character"].replace("-", "0"), 16) for row in rows_of(HERE / name)}


def marks_lines(name, table):
    first = min(table)
    yield f"inline constexpr char16_t {name}_begin = 0x{first:04X};"
    yield f"inline constexpr std::array<char32_t, {max(table) - first + 1}> {name} = {{{{"
    for code in range(first, max(table) + 1):
        yield f"    0x{table.get(code, 0):04X},  // {code:04X}"
    yield "}};"
    yield ""


STRUCTS = """/// Where a glyph is used, beyond its position.
enum Context : std::uint8_t { anywhere, tooth, stem, round, bowed, after_mvs, before_ng, before_consonant };

/// A glyph code: the letters it is named after, its context, its positions (bit 1 << Position), those where each of
/// its letters is drawn so without a selector alone, what it draws; size 0: no such code.
struct Glyph {
    char16_t letters[2];
    std::uint8_t context;
    std::uint8_t positions;
    std::uint8_t plain[2];
    std::uint8_t size;
    std::uint16_t ink[4];
};

/// A code of Z52: what it draws within a word, and at its end (0: the same).
struct Z52Glyph {
    std::uint16_t ink;
    std::uint16_t end;
    bool tail;
};

/// A way to draw a letter; `plain`: some context asks for it, not a selector alone. Sorted by ink.
struct InkForm {
    char16_t letter;
    std::uint8_t position;
    std::uint8_t selector;
    bool plain;
    std::uint8_t size;
    std::uint16_t ink[4];
};

/// What a letter draws in the style of 2010 (bits: 1 Menksoft, 2 Delehi) with one of some selectors (bit 1 << selector)
/// at some positions (bit 1 << Position), after and before a character (0: any; after 1: a consonant that begins its
/// stretch and is not bowed); size 0: as today.
struct StyleRule {
    std::uint8_t styles;
    std::uint8_t selectors;
    std::uint8_t positions;
    char16_t letter;
    char16_t after;
    char16_t before;
    std::uint8_t size;
    std::uint16_t ink[4];
};

/// What a written unit is taken apart to, in the shape of a position.
struct Expansion {
    std::uint8_t unit;
    std::uint8_t shape;
    std::uint8_t size;
    std::uint16_t ink[2];
};

/// A stroke, and how a glyph begins that it is the first of (a Context: tooth or round).
struct Beginning {
    std::uint16_t stroke;
    std::uint8_t context;
};

/// A glyph code by what it draws; sorted by letter.
struct GlyphOfLetter {
    char16_t letter;
    char16_t code;
};
"""


def glyph_lines():
    table = menksoft()
    first, end = min(table), max(table) + 1
    plain = {(letter, position, tuple(ink)) for ink, letter, position, _, is_plain in forms() if is_plain}
    yield f"inline constexpr char16_t menksoft_begin = 0x{first:04X};"
    yield f"inline constexpr std::array<Glyph, {end - first}> menksoft = {{{{"
    for code in range(first, end):
        letters, ink, context, positions = table.get(code, ([0], [], 0, 0))
        named = [sum(1 << position for position in range(4) if (letter, position, tuple(ink)) in plain)
                 for letter in letters]
        yield (f"    {{{braces(letters)}, {context}, {positions}, {braces(named)}, {len(ink)}, {braces(ink)}}},"
               f"  // {code:04X}")
    yield "}};"
    yield ""
    by_letter = sorted((letter, code) for code, (letters, _, _, _) in table.items() for letter in letters)
    yield f"inline constexpr std::array<GlyphOfLetter, {len(by_letter)}> menksoft_by_letter = {{{{"
    for letter, code in by_letter:
        yield f"    {{0x{letter:04X}, 0x{code:04X}}},"
    yield "}};"
    yield ""


def beginning_lines():
    rows = [(ink_of(row["stroke"])[0], CONTEXTS.index(row["beginning"])) for row in rows_of(HERE / "beginnings.tsv")]
    yield f"inline constexpr std::array<Beginning, {len(rows)}> beginnings = {{{{"
    for stroke, context in rows:
        yield f"    {{0x{stroke:X}, {context}}},"
    yield "}};"
    yield ""


def z52_lines():
    table = {int(row["code"], 16): row for row in rows_of(HERE / "z52.tsv")}
    first, end = min(table), max(table) + 1
    yield f"inline constexpr char16_t z52_begin = 0x{first:04X};"
    yield f"inline constexpr std::array<Z52Glyph, {end - first}> z52 = {{{{"
    for code in range(first, end):
        row = table.get(code, {"ink": "-", "end": "-"})
        ink, last = (0 if row[key] in ("-", "tail") else ink_of(row[key])[0] for key in ("ink", "end"))
        yield f"    {{0x{ink:X}, 0x{last:X}, {str(row['end'] == 'tail').lower()}}},  // {code:04X}"
    yield "}};"
    yield ""


def style_rules():
    """A rule for each letter and neighbour of each row, in the order of the letters and of the rows."""
    for order, row in enumerate(rows_of(HERE / "letter_styles.tsv")):
        positions = sum(1 << POSITIONS.index(position) for position in row["positions"].split("|"))
        selectors = sum(1 << int(selector) for selector in row["selectors"].split("|"))
        style = {"menksoft": 1, "delehi": 2, "both": 3}[row["style"]]
        ink = [] if row["ink"] == "-" else ink_of(row["ink"])
        names = {"any": 0, "onset": 1}
        after, before = ([names[name] if name in names else int(name, 16) for name in row[key].split("|")]
                         for key in ("after", "before"))
        for letter in row["letters"].split("|"):
            for one in after:
                for other in before:
                    yield int(letter, 16), order, style, selectors, positions, one, other, ink


def style_lines():
    rules = sorted(style_rules())
    yield f"inline constexpr std::array<StyleRule, {len(rules)}> style_rules = {{{{"
    for letter, _, style, selectors, positions, after, before, ink in rules:
        yield (f"    {{{style}, {selectors}, {positions}, 0x{letter:04X}, 0x{after:04X}, 0x{before:04X}, {len(ink)}, "
               f"{braces(ink)}}},")
    yield "}};"
    yield ""


def generate():
    out = ["// Glyph codes of legacy encodings and the ink of letters. Made by data/legacy/generate.py.",
           "#pragma once", "", "#include <array>", "#include <cstdint>", "", "namespace bichig::script::generated {",
           "",
           f"inline constexpr std::uint16_t word_end = 0x{WORD_END:X};", "", STRUCTS]
    out += glyph_lines()
    out += marks_lines("menksoft_marks", marks("menksoft_marks.tsv"))
    out += beginning_lines()
    out += z52_lines()
    out += marks_lines("z52_marks", marks("z52_marks.tsv"))
    out += style_lines()
    rows = sorted(forms())
    out += [f"inline constexpr std::array<InkForm, {len(rows)}> ink_forms = {{{{"]
    out += [f"    {{0x{letter:04X}, {position}, {selector}, {str(plain).lower()}, {len(ink)}, {braces(ink)}}},"
            for ink, letter, position, selector, plain in rows]
    out += ["}};", "", f"inline constexpr std::array<Expansion, {len(EXPANSIONS)}> expansions = {{{{"]
    out += [f"    {{{unit}, {shape}, {len(ink)}, {braces(ink)}}}," for unit, shape, ink in EXPANSIONS]
    return "\n".join(out + ["}};", "", "}  // namespace bichig::script::generated", ""])


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), "the tables", "data/legacy/generate.py"))
