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


def next_to(tests, left):
    """What the slot at one side must be for `tests`: the set of its bits, and its positions."""
    bits, positions = (1 << 64) - 1, 15
    for letters, over, _, test_positions, _, test_left, mvs in tests:
        if test_left != int(left):
            continue
        bits &= over | (1 << MVS if mvs else letters)
        positions &= 15 if over or mvs else test_positions
    return bits, positions


def is_told_by_neighbour(test, selectors):
    """Whether `next_to` says all of a test, in a word with or without selectors."""
    _, over, drawn, _, test_selectors, _, mvs = test
    return not (over or drawn or mvs or (selectors and test_selectors != 31))


class Rules:
    """Lists of rules by letters, positions and phases, with their tests. What is alike is there once."""

    def __init__(self):
        self.rules, self.tests, self.places = [], [], []
        self.known_tests, self.neighbours, self.lists = {}, {}, {}
        self.add_phase_list((), False)

    def add_tests(self, tests):
        if tests not in self.known_tests:
            self.known_tests[tests] = len(self.tests)
            self.tests += tests
        return self.known_tests[tests]

    def add_neighbours(self, mine, left):
        sides = [next_to(item[5], left) for item in mine]
        rows = (tuple(sum(1 << n for n, (bits, _) in enumerate(sides) if bits >> bit & 1) for bit in range(64)),
                tuple(sum(1 << n for n, (_, places) in enumerate(sides) if places >> p & 1) for p in range(4)))
        return self.neighbours.setdefault(rows, len(self.neighbours))

    def add_phase_list(self, mine, selectors):
        """The rules of one letter at one position in one phase; returns the index of their list."""
        if len(mine) > 32:
            fail(f"rules.tsv: more than 32 rules for one letter in one phase (step '{mine[-1][1]}')")
        rules = []
        for index, (_, step, _, row, target, tests) in enumerate(mine):
            following = next((n for n in range(index + 1, len(mine)) if mine[n][1] != step), len(mine))
            action, condition = action_of(row["action"])
            left_over = tuple(test for test in tests if not is_told_by_neighbour(test, selectors))
            rules.append((self.add_tests(left_over), len(left_over), following - index, action, condition, target[2],
                          target[3], MVS_ACTIONS.index(row["mvs"])))
        profiles = [sum(1 << n for n, item in enumerate(mine) if PROFILES[item[3]["profiles"]] >> profile & 1)
                    for profile in range(2)]
        key = (tuple(rules), *profiles, self.add_neighbours(mine, True), self.add_neighbours(mine, False))
        if key not in self.lists:
            self.lists[key] = len(self.lists), len(self.rules)
            self.rules += rules
        return self.lists[key][0]

    def add_place(self, own, selectors):
        self.places.append([self.add_phase_list([item for item in own if item[0] == phase], selectors)
                            for phase in PHASES])

    def phases(self, place):
        """The phases that have rules for a place, as bit masks: in words without selectors, and in any word."""
        return [sum(1 << index for index, number in enumerate(self.places[place * 2 + selectors]) if number != 0)
                for selectors in range(2)]

    def declarations(self, array):
        out = array("Test tests", (
            f"{{0x{t[0]:X}ull, 0x{t[1]:X}ull, {', '.join(map(str, t[2:]))}}}" for t in self.tests))
        out += array("Rule rules", ("{" + ", ".join(map(str, rule)) + "}" for rule in self.rules))
        out += array("Neighbours neighbours", (
            "{" + ", ".join("{" + ", ".join(f"0x{mask:X}" for mask in masks) + "}" for masks in rows) + "}"
            for rows in self.neighbours))
        out += array("RuleList rule_lists", (
            f"{{{{0x{utn57:X}, 0x{gb25914:X}}}, {first}, {left}, {right}}}"
            for (_, utn57, gb25914, left, right), (_, first) in self.lists.items()))
        return out + array("RuleLists lists_of_places", (
            f"{{{{{', '.join(map(str, lists))}}}}}" for lists in self.places))


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
    for key in tables.records:
        if key is None:
            for _ in range(len(POSITIONS) * 2):
                compiled.add_place([], False)
            continue
        system, character = key
        bit = tables.letters[system][tables.names[system, character]]
        own = [item for item in rows.get(system, []) if item[4][0] >> bit & 1]
        for position in range(len(POSITIONS)):
            for selectors in (False, True):
                compiled.add_place([item for item in own if can_fire(item, position, selectors)], selectors)
    return compiled


assert SYSTEMS[-1] == "other"
