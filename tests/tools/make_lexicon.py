#!/usr/bin/env python3
# Makes the source of a large dictionary out of invented stems, for benchmarks and tests of growth.
"""Usage: make_lexicon.py FOLDER [--stems 50000] [--version 1] [--dictionary data/dictionary]

The stems are nouns of two to five syllables that keep vowel harmony, the same for the same number; suffixes and
paradigms are those of the dictionary. Version 2 differs from version 1 as a year of work does: one stem in a hundred is
another one, one row in fifty has another gloss, one suffix another form."""

import argparse
import pathlib
import random
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
ONSETS = "n b g m l s t d č ǰ y r x š".split()
CODAS = ["", "", "", "n", "r", "l", "g", "s", "b", "d", "m", "nɡ"]
VOWELS = {"masculine": "aaaouiu", "feminine": "eeeöüiü"}
HEADER = ("stem pos paradigm marks cyrillic norm gloss_zh frequency source evidence licence reviewer status date "
          "note").split()


def stem(dice):
    """An invented stem. After the first syllable o and ö are written u and ü."""
    gender = dice.choice(list(VOWELS))
    parts = []
    for i in range(dice.randint(2, 5)):
        vowel = dice.choice(VOWELS[gender])
        if i > 0:
            vowel = {"o": "u", "ö": "ü"}.get(vowel, vowel)
        onset = "" if i == 0 and dice.random() < 0.2 else dice.choice(ONSETS)
        parts.append(onset + vowel + dice.choice(CODAS))
    if not any(vowel in "".join(parts) for vowel in "aoueöü"):
        parts[0] = parts[0].replace("i", VOWELS[gender][0])
    return "".join(parts)


def stems(count, seed):
    dice = random.Random(seed)
    found = {}
    while len(found) < count:
        found.setdefault(stem(dice), None)
    return list(found)


def manifest(version):
    return f"""[dictionary]
id = "large"
title = "Invented words"
version = "{version}"
date = "2026-01-01"
language = "mn-Mong-CN"
licence = "Apache-2.0"
statement = "invented for measuring: no word of it means anything"
[[files]]
path = "words.tsv"
tier = "core"
[tiers.core]
title = "invented"
[norms.im]
title = "invented"
[sources.project]
title = "invented"
"""


def write(folder, count, version, dictionary):
    folder.mkdir(parents=True, exist_ok=True)
    words = stems(count, 1)
    if version == 2:
        others = iter(stems(count // 100 + count, 2))
        known = set(words)
        for i in range(0, count, 100):
            words[i] = next(word for word in others if word not in known)
    lines = ["\t".join(HEADER)]
    for i, word in enumerate(words):
        gloss = f"词{i}" + ("改" if version == 2 and i % 50 == 7 else "")
        row = {"stem": word, "pos": "noun", "paradigm": "noun", "norm": "im", "gloss_zh": gloss, "source": "project",
               "licence": "Apache-2.0", "status": "unreviewed", "date": "2026-01-01"}
        lines.append("\t".join(row.get(column, "") for column in HEADER))
    (folder / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "dictionary.toml").write_text(manifest(version), encoding="utf-8")
    shutil.copy(dictionary / "paradigms.toml", folder)
    suffixes = (dictionary / "suffixes.tsv").read_text(encoding="utf-8")
    if version == 2:
        changed = suffixes.replace("\tača\teče\t", "\tača\teče'\t", 1)
        if changed == suffixes:
            raise SystemExit("suffixes.tsv has no ablative ača/eče to change")
        suffixes = changed
    (folder / "suffixes.tsv").write_text(suffixes, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--stems", type=int, default=50_000)
    parser.add_argument("--version", type=int, choices=(1, 2), default=1)
    parser.add_argument("--dictionary", type=pathlib.Path, default=ROOT / "data/dictionary")
    options = parser.parse_args()
    write(options.folder, options.stems, options.version, options.dictionary)


if __name__ == "__main__":
    main()
