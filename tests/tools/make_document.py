#!/usr/bin/env python3
"""Writes a realistic bilingual Markdown document of a given size: the text of the 50,000-word tests and of the bench.

The same WORDS and seed give the same bytes. A word is a Mongolian word with its suffixes, a number or a Latin word;
two Chinese characters count as one word, punctuation does not count. Words follow a Zipf-like distribution over a few
thousand surface forms: stems of data/bench_words with the suffixes that fit them.
"""
import argparse
import itertools
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "data" / "bench_words"
sys.path.insert(0, str(ROOT / "data" / "translit"))
import from_latin  # noqa: E402  (stands in another folder)
TABLE = from_latin.hudum_table()

NNBSP, MVS, NBSP = "\u202f", "\u180e", "\u00a0"
COMMA, STOP = "\u1802", "\u1803"
FORMS = 4000
LATIN = ["PDF", "Unicode", "OpenType", "GB/T 25914", "e-mail", "ISO 15924", "QR", "XML"]


def mongolian(latin):
    """The Mongolian spelling of EAC transliteration."""
    return from_latin.convert(latin, TABLE)


def rows(name):
    """The rows of a table of data/bench_words, without comments and head."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def is_masculine(stem):
    """Vowel harmony: the last vowel that is not i decides; without one the word is feminine."""
    decisive = [letter for letter in stem if letter in "aoueöü"]
    return bool(decisive) and decisive[-1] in "aou"


def fits(stem, after):
    """Whether a suffix with the condition `after` of suffixes.tsv may follow the stem."""
    last = stem[-1]
    return {
        "any": True,
        "vowel": last in "aeiouöü",
        "n": last == "n",
        "consonant": last not in "aeiouöün",
        "hard": last in "bgdrs",
        "soft": last not in "bgdrs",
    }[after]


def surface_forms(chance):
    """(stem, suffix) of FORMS forms in Latin, most frequent first: bare stems early, rarer suffixed forms between."""
    suffixes = rows("suffixes.tsv")
    weighted = []
    for kind, stem in rows("stems.tsv"):
        stem_rank = chance.random()
        forms = [("", 0.2)] if kind != "verb" else []
        for written, _, masculine, feminine, after in suffixes:
            wanted = "joined" if kind == "verb" else "connected"
            if kind != "other" and written == wanted and fits(stem, after):
                forms.append((masculine if is_masculine(stem) else feminine, 0.4 + chance.random()))
        for suffix, cost in forms:
            if kind == "verb":
                weighted.append((stem_rank + cost, stem + suffix, ""))
            else:
                weighted.append((stem_rank + cost, stem, suffix))
    weighted.sort()
    return [(stem, suffix) for _, stem, suffix in weighted[:FORMS]]


class Writer:
    """Draws words, sentences and blocks from one stream of chance. Scratch."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        forms = surface_forms(self.chance)
        self.forms = [(mongolian(stem), mongolian(suffix)) for stem, suffix in forms]
        self.weights = list(itertools.accumulate(1 / (rank + 8) for rank in range(1, len(forms) + 1)))
        self.suffixes = sorted({mongolian(row[2]) for row in rows("suffixes.tsv") if row[0] == "connected"})
        self.chinese_parts = {}
        for part, text in rows("chinese.tsv"):
            self.chinese_parts.setdefault(part, []).append(text)
        self.connector = NNBSP
        self.words = 0.0

    def drawn(self, count):
        """`count` Mongolian words with their suffixes."""
        self.words += count
        forms = self.chance.choices(self.forms, cum_weights=self.weights, k=count)
        return [stem + self.connector + suffix if suffix else stem for stem, suffix in forms]

    def number(self):
        self.words += 1
        figure = str(self.chance.choice([self.chance.randint(1, 99), self.chance.randint(100, 2400), 2024]))
        if self.chance.random() < 0.6:
            return figure + self.connector + self.chance.choice(self.suffixes)
        return figure

    def sentence(self, count):
        """A sentence of about `count` words, closed by a full stop."""
        words = self.drawn(count)
        for place in range(3, count - 2):
            draw = self.chance.random()
            if draw < 0.07:
                words[place] += COMMA if draw < 0.02 else NBSP + COMMA
            elif draw < 0.10:
                words[place] = self.number()
                self.words -= 1
            elif draw < 0.115:
                words[place] = self.chance.choice(LATIN)
            elif draw < 0.135:
                words[place] = "\u300a" + words[place] + "\u300b"
            elif draw < 0.15:
                words[place] = "(" + words[place] + ")"
        return " ".join(words) + (STOP if self.chance.random() < 0.2 else NBSP + STOP)

    def paragraph(self):
        """40 to 60 Mongolian words in sentences."""
        self.connector = NNBSP if self.chance.random() < 0.6 else MVS
        left = self.chance.randint(40, 60)
        sentences = []
        while left > 0:
            count = left if left < 18 else self.chance.randint(7, 14)
            sentences.append(self.sentence(count))
            left -= count
        return " ".join(sentences)

    def chinese(self):
        """A paragraph of two to four Chinese sentences."""
        pick = self.chance.choice
        parts = self.chinese_parts
        text = "".join(pick(parts["opening"]) + pick(parts["subject"]) + pick(parts["action"]) + pick(parts["end"])
                       for _ in range(self.chance.randint(2, 4)))
        self.words += sum(0x4E00 <= ord(character) <= 0x9FFF for character in text) / 2
        return text

    def heading(self, level):
        return "#" * level + " " + " ".join(self.drawn(self.chance.randint(2, 4)))

    def items(self, ordered):
        lines = []
        for number in range(1, self.chance.randint(3, 5) + 1):
            label = f"{number}. " if ordered else "- "
            lines.append(label + " ".join(self.drawn(self.chance.randint(4, 16))))
        return "\n".join(lines)

    def table(self):
        columns = 3
        lines = ["| " + " | ".join(self.drawn(columns)) + " |", "|" + " --- |" * columns]
        for _ in range(self.chance.randint(3, 5)):
            self.words += 1
            cells = self.drawn(columns - 1) + [str(self.chance.randint(1, 999))]
            lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines)

    def blocks(self, words):
        """The blocks of a document of about `words` words, one by one."""
        yield self.heading(1)
        paragraphs = 0
        while self.words < words:
            if paragraphs % 20 == 10:
                yield self.heading(2)
            if paragraphs % 60 == 25:
                yield self.heading(3)
            yield self.chinese() if paragraphs % 12 == 11 else self.paragraph()
            if paragraphs % 15 == 4:
                yield self.items(ordered=paragraphs % 30 == 4)
            if paragraphs % 40 == 18:
                yield self.table()
            paragraphs += 1


def document(words, seed=1):
    """The Markdown text of about `words` words (up to one paragraph more)."""
    return "\n\n".join(Writer(seed).blocks(words)) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(document(arguments.words, arguments.seed))


if __name__ == "__main__":
    main()
