#!/usr/bin/env python3
"""Makes src/script/generated/written_units.cpp from the tables of this folder; --check only compares."""
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))
import rules as rule_table  # noqa: E402
from generator import finish  # noqa: E402
from rules import PHASES  # noqa: E402
from tables import CONDITIONS, POSITIONS, SYSTEMS, fail, read_table  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/script/generated/written_units.cpp"
FIRST, LAST = 0x1800, 0x18B0
NONE = 0xFFFF
# CharacterClass of engine.h, for what is no letter: selectors, MVS, nirugu; and for the signs that stand over letters.
CLASSES = {0x180A: 4, 0x180B: 2, 0x180C: 2, 0x180D: 2, 0x180E: 3, 0x180F: 2}
OVER = 5
CONTROLS = {"-": 1, "_": 2, "Ni": 3, "<": 4, ">": 5, "Fvs1": 6, "Fvs2": 7, "Fvs3": 8, "Fvs4": 9, "Mvs": 10, "Nnbsp": 11}


def read_units():
    codes = {row["unit"]: int(row["code"]) for row in read_table("units.tsv", ["code"])}
    if any(codes.get(name) != code for name, code in CONTROLS.items()) or max(codes.values()) > 255:
        fail("units.tsv: the code of a control is not that of units.h, or a code is above 255")
    return codes


class Tables:
    """The tables as they are compiled: flat lists that refer to one another by index."""

    def __init__(self):
        self.units = read_units()
        self.records = {None: 0}  # (system, character) -> index of its record; the first is that of no letter
        self.letters = {}   # system -> {id: bit}
        self.classes = {}   # system -> {class: [ids]}
        self.drawn = {}     # text of a "drawn" demand -> bit
        self.forms, self.form_units = [], []
        self.record_forms = []
        self.names = {None: ""}
        self.signs = {}
        self.read_signs()
        self.read_letters()
        self.rules = rule_table.compile_rules(self)
        self.read_variants()

    def read_signs(self):
        for row in read_table("signs.tsv", ["character"]):
            if row["kind"] not in ("spacing", "over") or row["unit"] not in self.units:
                fail(f"signs.tsv: unknown kind or unit of {row['character']}")
            self.signs[int(row["character"], 16)] = row

    def read_letters(self):
        for row in read_table("letters.tsv", ["character", ("system", SYSTEMS)]):
            system, character = row["system"], int(row["character"], 16)
            known = self.letters.setdefault(system, {})
            if row["id"] in known:
                fail(f"letters.tsv: {system} has two letters '{row['id']}'")
            known[row["id"]] = len(known)
            self.records[system, character] = len(self.records)
            self.names[system, character] = row["id"]
            classes = self.classes.setdefault(system, {})
            kind = row["class"]
            for name in {kind, "letter"} | ({"vowel"} if kind in ("masculine", "feminine", "neuter") else set()):
                classes.setdefault(name, []).append(row["id"])

    def bits(self, system, names):
        """The set of letters that `names` ("a|e|consonant") stand for, as a bit mask."""
        mask = 0
        for name in names.split("|"):
            letters = self.classes[system].get(name) or ([name] if name in self.letters[system] else None)
            if letters is None:
                fail(f"rules.tsv: {system} has no letter or class '{name}'")
            for letter in letters:
                mask |= 1 << self.letters[system][letter]
        return mask

    def drawn_bit(self, demand):
        return 1 << self.drawn.setdefault(demand, len(self.drawn))

    def satisfies(self, units, demand):
        if demand.startswith("not_ending_in_"):
            return units[-1] != demand.removeprefix("not_ending_in_")
        return len(units) == 1 and units[0] in demand.split("|")

    def add_form(self, row, position):
        units, _, shape = row["units"].partition("@")
        units = units.split("+")
        shape = POSITIONS.index(shape) if shape else position
        drawn = sum(1 << bit for demand, bit in self.drawn.items() if self.satisfies(units, demand))
        codes = [self.units[unit] for unit in units]
        self.forms.append((codes, shape, int(row["selector"]), drawn))
        return len(self.forms) - 1

    def read_variants(self):
        grouped = {}
        keys = ["character", ("system", SYSTEMS), ("position", POSITIONS), "selector"]
        for row in read_table("variants.tsv", keys):
            key = row["system"], int(row["character"], 16)
            if key not in self.records:
                fail(f"variants.tsv: {row['character']} is no letter of {row['system']} in letters.tsv")
            grouped.setdefault(key, {}).setdefault(POSITIONS.index(row["position"]), []).append(row)
        for key in self.records:
            if key is None:
                self.record_forms += [(NONE, [NONE] * 5, [NONE] * len(CONDITIONS))] * len(POSITIONS)
                continue
            positions = grouped.get(key, {})
            for position in range(4):
                self.record_forms.append(self.position_forms(key, positions, position))

    def position_forms(self, key, positions, position):
        """(default, by selector, by condition) of one letter at one position. A position without rows is drawn as the
        nearest one that has some: the medial, else the initial, else the final form."""
        source = next((p for p in (position, 2, 1, 3, 0) if p in positions), None)
        if source is None:
            fail(f"variants.tsv: no row for {key[1]:04X} of {key[0]}")
        default, selectors, conditions = None, [NONE] * 5, [NONE] * len(CONDITIONS)
        for row in positions[source]:
            form = self.add_form(row, source)
            if row["default"] == "1":
                if default is not None:
                    fail(f"variants.tsv: two defaults for {key[1]:04X} of {key[0]}, {POSITIONS[position]}")
                default = form
            if source == position:
                selectors[int(row["selector"])] = form
            for condition in [] if row["conditions"] == "-" else row["conditions"].split(","):
                if condition not in CONDITIONS or conditions[CONDITIONS.index(condition)] != NONE:
                    fail(f"variants.tsv: condition '{condition}' is unknown or listed twice ({key[1]:04X}, {key[0]})")
                conditions[CONDITIONS.index(condition)] = form
        if default is None:
            fail(f"variants.tsv: no default for {key[1]:04X} of {key[0]}, {POSITIONS[position]}")
        return default, selectors, conditions

    def columns(self, system):
        """For each character of the block: its record and its bit. A letter that the system lacks takes the forms of
        the first system that has it, and no rule knows it."""
        for character in range(FIRST, LAST):
            if (system, character) in self.records:
                yield self.records[system, character], self.letters[system][self.names[system, character]]
            else:
                other = next((s for s in SYSTEMS if (s, character) in self.records), None)
                yield (self.records[None], 0) if other is None else (self.records[other, character], rule_table.FOREIGN)


    def class_of(self, character):
        if self.signs.get(character, {}).get("kind") == "over":
            return OVER
        return CLASSES.get(character, int(any((system, character) in self.records for system in SYSTEMS)))


def read_particles(tables):
    """system -> sorted [(key, marked letters, mvs)]: a key is six bits for each letter, the first lowest, after a 1."""
    particles = {system: [] for system in SYSTEMS}
    for row in read_table("particles.tsv", [("system", SYSTEMS), "letters"]):
        letters = row["letters"].split()
        mvs = letters[0] == "mvs"
        key = 0
        for letter in reversed(letters[mvs:]):
            key = key << 6 | (tables.letters[row["system"]][letter] + 1)
        if len(letters) - mvs > 10:
            fail(f"particles.tsv: '{row['letters']}' has more than the 10 letters that fit into 64 bits")
        marked = sum(1 << (int(index) - 1) for index in row["marked"].split(","))
        particles[row["system"]].append((key, marked, int(mvs)))
    return {system: sorted(rows) for system, rows in particles.items()}


def starters(tables, particles):
    """For each place 1 if it begins a particle without MVS, else 0."""
    for key in tables.records:
        first = key is not None and key[0] in particles and tables.letters[key[0]][tables.names[key]] + 1
        begins = key is not None and any(not mvs and letters & 63 == first for letters, _, mvs in particles[key[0]])
        for position in ("isol", "init", "medi", "fina"):
            yield int(begins and position in ("isol", "init"))


def longest(particles, mvs):
    """The number of letters of the longest particle with or without MVS."""
    return max(((key.bit_length() + 5) // 6 for key, _, with_mvs in particles if with_mvs == mvs), default=0)


def wrapped(items, width=120):
    """Items joined by commas, in lines of at most `width` columns."""
    lines, line = [], "   "
    for item in items:
        if len(line) + len(item) + 2 > width:
            lines.append(line)
            line = "   "
        line += f" {item},"
    return "\n".join(lines + [line]) if line.strip() else "\n".join(lines)


def listed(numbers):
    return ", ".join(map(str, numbers))


def array(declaration, items):
    items = list(items)
    return [f"const {declaration}[{max(1, len(items))}] = {{", wrapped(items), "};", ""]


def generate():
    tables = Tables()
    particles = read_particles(tables)
    names = [""] * (max(tables.units.values()) + 1)
    for name, code in tables.units.items():
        names[code] = name
    out = ["// Letters, forms, rules and particles of the written units. Made by data/written_units/generate.py.",
           '#include "script/units/tables.h"', "", "namespace bichig::script::tables {", "",
           f"const std::size_t unit_count = {len(names)};"]
    out += array("char* const unit_names", (f'"{name}"' for name in names))
    out += array("Form forms", (
        f"{{{{{listed((codes + [0, 0, 0])[:3])}}}, {len(codes)}, {shape}, {selector}, {drawn}}}"
        for codes, shape, selector, drawn in tables.forms))
    out += array("Place places", (
        f"{{{default}, {{{listed(phases | starts << len(PHASES) for phases in tables.rules.phases(place))}}}}}"
        for place, ((default, _, _), starts) in enumerate(zip(tables.record_forms, starters(tables, particles)))))
    out += array("PositionForms position_forms", (
        f"{{{{{listed(selectors)}}}, {{{listed(conditions)}}}}}" for _, selectors, conditions in tables.record_forms))
    out += tables.rules.declarations(array)
    out += array("char* const record_names", (f'"{tables.names[key]}"' for key in tables.records))
    starts = {}
    rows = []
    for system in SYSTEMS:
        starts[system] = len(rows)
        rows += particles[system]
    out += array("Particle particles", (f"{{0x{key:X}ull, {marked}, {mvs}}}" for key, marked, mvs in rows))
    out += [f"const System systems[{len(SYSTEMS) - 1}] = {{"]
    for system in SYSTEMS[:-1]:
        columns = list(tables.columns(system))
        out += [f"    // {system}", "    {{", wrapped(f"{{{record}, {bit}}}" for record, bit in columns),
                f"    }}, {starts[system]}, {starts[system] + len(particles[system])}, "
                f"{longest(particles[system], 1)}, {longest(particles[system], 0)}, "
                f"0x{tables.bits(system, 'vowel'):X}ull}},"]
    out += ["};", ""]
    out += array("Sign signs", (f'{{0x{character:X}, "{row["id"]}"}}' for character, row in tables.signs.items()))
    out += [f"const std::size_t sign_count = {len(tables.signs)};", "", "const std::uint8_t systems_of_letter[176] = {",
            wrapped(str(sum(1 << index for index, system in enumerate(SYSTEMS[:-1])
                            if (system, character) in tables.records)) for character in range(FIRST, LAST)), "};", "",
            "const std::uint8_t classes[176] = {",
            wrapped(str(tables.class_of(character)) for character in range(FIRST, LAST)), "};", ""]
    signs = tables.signs
    out += ["const std::uint8_t sign_units[176] = {",
            wrapped(str(tables.units[signs[character]["unit"]] if character in signs else 0)
                    for character in range(FIRST, LAST)), "};", "",
            "}  // namespace bichig::script::tables", ""]
    return "\n".join(out)


if __name__ == "__main__":
    sys.exit(finish(TARGET, generate(), "data/written_units", "data/written_units/generate.py"))
