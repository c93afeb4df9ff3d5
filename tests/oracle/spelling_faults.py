"""Faults made from right words, with seeds: what check_spelling.py asks the checker to mend.

Which words look alike is decided by PyPI mongol-norm, another shaper than the one that the index was built with.
"""
import random

from mongol_norm import MongolianShaper

MVS, NNBSP = "\u180e", "\u202f"
SELECTORS = "\u180b\u180c\u180d"
LETTERS = [chr(cp) for cp in range(0x1820, 0x1838)]
# Letters that one drawing can stand for (data/lookalikes/hudum.tsv): what an editor by eye may type.
ALIKE = ["\u1820\u1821\u1828", "\u1823\u1824\u1838", "\u1825\u1826", "\u1832\u1833", "\u182c\u182d",
         "\u1822\u1836\u1835", "\u1823\u1826", "\u1824\u1825", "\u1827\u1838"]
GENDER = dict(zip("\u1820\u1823\u1824\u1821\u1825\u1826", "\u1821\u1825\u1826\u1820\u1823\u1824"))
STOP = dict(zip("\u1832\u1833", "\u1833\u1832"))


SHAPER = MongolianShaper("MNG")


def look(word):
    """What mongol-norm draws; a space and a connector are one gap."""
    return tuple(unit for part in word.replace(NNBSP, MVS).split(" ") for unit in ["gap", *SHAPER.shape(part)])


def letter_count(word):
    return sum(0x1820 <= ord(c) <= 0x1842 for c in word)


class Faults:
    """Draws from `forms` (right words) with one seed for each kind."""

    def __init__(self, forms):
        self.forms = sorted(forms)
        self.known = set(forms)

    def draw(self, seed, make, count, tries=200):
        """`count` pairs (wrong, right) that `make(source, right)` gives; it may give None."""
        source = random.Random(seed)
        made = []
        for _ in range(count * tries):
            right = source.choice(self.forms)
            wrong = make(source, right)
            if wrong is not None and wrong != right and wrong not in self.known:
                made.append((wrong, right))
                if len(made) == count:
                    break
        return made

    def encoding(self, source, right):
        """Other letters, the same look."""
        letters = list(right)
        for _ in range(source.randint(1, 3)):
            at = source.randrange(len(letters))
            group = [group for group in ALIKE if letters[at] in group]
            if group:
                letters[at] = source.choice(source.choice(group))
        wrong = "".join(letters)
        return wrong if wrong != right and look(wrong) == look(right) else None

    def spelling(self, source, right):
        """One letter more, less, another, or two exchanged, in a word of 3 to 12 letters; another look."""
        if not 3 <= letter_count(right) <= 12:
            return None
        places = [at for at, c in enumerate(right) if c >= "\u1820"]
        at = source.choice(places)
        kind = source.randrange(4)
        if kind == 0:
            wrong = right[:at] + source.choice(LETTERS) + right[at:]
        elif kind == 1:
            wrong = right[:at] + right[at + 1:]
        elif kind == 2:
            wrong = right[:at] + source.choice(LETTERS) + right[at + 1:]
        else:
            if at + 1 not in places:
                return None
            wrong = right[:at] + right[at + 1] + right[at] + right[at + 2:]
        return wrong if wrong.strip(MVS) == wrong and look(wrong) != look(right) else None

    def suffix(self, source, right):
        """A suffix with a fault: its connector, its letters, its form."""
        places = [at for at, c in enumerate(right)
                  if c == MVS and right[at + 1:] not in ("\u1820", "\u1821") and at + 1 < len(right)]
        if not places:
            return None
        at = source.choice(places)
        stem, suffix = right[:at], right[at + 1:]
        head, _, rest = suffix.partition(MVS)
        kind = source.randrange(7)
        if kind == 0:  # joined to its stem: the last suffix alone
            return stem + suffix if MVS not in suffix and letter_count(suffix) > 1 else None
        if kind == 1:  # after a space; a suffix that is a word too cannot be told
            whole = MVS not in suffix and head not in self.known and stem in self.known
            return stem + " " + suffix if whole else None
        if kind == 2:
            return stem + NNBSP + suffix
        if kind == 3:
            return stem + MVS + "\u1835" + suffix[1:] if suffix[0] == "\u1836" else None
        if kind == 4:
            turned = "".join(GENDER.get(c, c) for c in head)
            return stem + MVS + turned + (MVS + rest if rest else "") if turned != head else None
        if kind == 5:
            return stem + MVS + STOP[head[0]] + suffix[1:] if head[0] in STOP else None
        place = source.randrange(1, len(suffix) + 1)
        return stem + MVS + suffix[:place] + source.choice(SELECTORS) + suffix[place:]
