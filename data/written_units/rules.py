"""Compiles rules.tsv: for each letter, the rules that can change it, in order."""
from tables import CONDITIONS, POSITIONS, SYSTEMS, fail, read_table

FOREIGN, EDGE, MVS = 60, 61, 62  # bits beside those of letters: a letter of another system, any end, MVS or NNBSP
PROFILES = {"all": 3, "utn57": 1, "gb25914": 2}
ACTIONS = ["keep", "condition", "default", "word_end", "selector_invalid"]
MVS_ACTIONS = ["-", "narrow", "wide"]
PHASES = [1, 2, 4, 5, 6]


def letter_test(tables, system, text):
    """(letters, positions, selectors, drawn) of "o|u.medi,fina/sel=1,2/drawn=G"."""
    parts = text.split("/")
    names, _, positions = parts[0].partition(".")
    position_mask = sum(1 << POSITIONS.index(p) for p in positions.split(",")) if positions else 15
    selectors, drawn = 31, 0
    for part in parts[1:]:
        key, _, value = part.partition("=")
        if key == "sel":
            selectors = {"any": 30, "none": 1}.get(value) or sum(1 << int(digit) for digit in value.split(","))
        elif key == "drawn":
            drawn = tables.drawn_bit(value)
        else:
            fail(f"rules.tsv: unknown demand '{part}'")
    return tables.bits(system, names), position_mask, selectors, drawn


def context_tests(tables, system, text, left):
    """The tests of a column "left" or "right": tuples in the order of the C++ struct Test."""
    for demand in [] if text == "-" else text.split(" & "):
        over, mvs = 0, 0
        test = 1 << MVS, 15, 31, 0
        for token in demand.split(" "):
            if token.startswith("over:"):
                over = tables.bits(system, token.removeprefix("over:"))
            elif token in ("mvs", "mvs:decided"):
                mvs = 1 if token == "mvs" else 2
            else:
                test = letter_test(tables, system, token)
        letters, positions, selectors, drawn = test
        yield letters, over, drawn, positions, selectors, int(left), 0 if letters == 1 << MVS else mvs


class Rules:
    """Rules in the order of letters, positions and phases, with their tests."""

    def __init__(self):
        self.rules, self.tests, self.ranges = [], [], []
        self.known_tests = {}

    def add_tests(self, tests):
        tests = tuple(tests)
        if tests not in self.known_tests:
            self.known_tests[tests] = len(self.tests)
            self.tests += tests
        return self.known_tests[tests]

    def add_list(self, own):
        """The rules of one letter at one position."""
        bounds = []
        for phase in PHASES:
            bounds.append(len(self.rules))
            mine = [item for item in own if item[0] == phase]
            for index, (_, step, _, row, target, tests) in enumerate(mine):
                following = next((n for n in range(index + 1, len(mine)) if mine[n][1] != step), len(mine))
                action, condition = action_of(row["action"])
                self.rules.append((self.add_tests(tests), len(tests), following - index, action, condition, target[2],
                                   target[3], PROFILES[row["profiles"]], MVS_ACTIONS.index(row["mvs"])))
        bounds.append(len(self.rules))
        self.ranges.append(bounds)

    def phases(self, place):
        """The phases that have rules for a place (a position of a record), as a bit mask."""
        bounds = self.ranges[place * 2 + 1]
        return sum(1 << index for index in range(len(PHASES)) if bounds[index] < bounds[index + 1])

    def declarations(self, array):
        out = array("Test tests", (
            f"{{0x{t[0]:X}ull, 0x{t[1]:X}ull, {', '.join(map(str, t[2:]))}}}" for t in self.tests))
        out += array("Rule rules", ("{" + ", ".join(map(str, rule)) + "}" for rule in self.rules))
        return out + array("RuleRanges rule_ranges", (
            f"{{{{{', '.join(map(str, bounds))}}}}}" for bounds in self.ranges))


def action_of(text):
    if text in CONDITIONS:
        return ACTIONS.index("condition"), CONDITIONS.index(text)
    if text not in ACTIONS:
        fail(f"rules.tsv: unknown action '{text}'")
    return ACTIONS.index(text), len(CONDITIONS)


def expanded(tables):
    """(phase, step, system, row, target test, context tests) for each system of each row."""
    steps, last_phase = set(), 0
    previous = None
    for row in read_table("rules.tsv", None):
        phase = int(row["phase"])
        known = phase in PHASES and row["profiles"] in PROFILES and row["mvs"] in MVS_ACTIONS
        if phase < last_phase or not known:
            fail(f"rules.tsv: phase, profile or mvs of '{row['step']}' is wrong")
        if row["step"] != previous and row["step"] in steps:
            fail(f"rules.tsv: the rows of step '{row['step']}' do not stand together")
        steps.add(row["step"])
        previous, last_phase = row["step"], phase
        for system in row["systems"].split(","):
            target = letter_test(tables, system, row["letters"])
            tests = [*context_tests(tables, system, row["left"], True),
                     *context_tests(tables, system, row["right"], False)]
            yield phase, row["step"], system, row, target, tests


def can_fire(rule, position, selectors):
    """Whether a rule can come true for a letter at `position`, in a word with or without selectors."""
    _, _, _, _, target, tests = rule
    if not target[1] >> position & 1:
        return False
    return selectors or (target[2] & 1 and all(test[4] & 1 for test in tests))


def compile_rules(tables):
    """The rules of each record (a letter of a system) in phases: for each position, first those that can come true in a
    word without selectors, then those of any word."""
    rows = {}
    for item in expanded(tables):
        rows.setdefault(item[2], []).append(item)
    compiled = Rules()
    for system, character in tables.records:
        bit = tables.letters[system][tables.names[system, character]]
        own = [item for item in rows.get(system, []) if item[4][0] >> bit & 1]
        for position in range(len(POSITIONS)):
            for selectors in (False, True):
                compiled.add_list([item for item in own if can_fire(item, position, selectors)])
    return compiled


assert SYSTEMS[-1] == "other"
