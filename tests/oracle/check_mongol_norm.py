"""Hudum units against PyPI mongol-norm: check_mongol_norm.py BICHIG.

Every word of the Hudum suites and 100,000 random strings are compared.

mongol-norm writes every MVS and NNBSP as "Mvs", shows no selector and marks no dangling join: those are put aside. What
else differs must be one of the RULES below, which are counted and printed.
"""
import random
import re

import common
from check_units import rows_of, units_of

COUNT, SEED = 100_000, 57
LETTERS = [chr(cp) for cp in range(0x1820, 0x1843)]
VOWELS = LETTERS[:8]
SELECTORS = ["\u180B", "\u180C", "\u180D", "\u180F"]
MVS, NNBSP, NIRUGU, JOINER = "\u180E", "\u202F", "\u180A", "\u200D"
SKIPPED = "[\u180A-\u180D\u180F\u200D]*"
# Consonants that begin a stretch, two at least, and a rounded vowel.
CLUSTER = re.compile(rf"(?:[\u1828-\u1842]{SKIPPED}){{2,}}[\u1823-\u1826]")
# i, h and a consonant: h stands at the end of a syllable and has no vowel of its own.
H_AFTER_I = re.compile(rf"\u1822{SKIPPED}\u182C{SKIPPED}[\u1828-\u1842]")
RULES = {
    "GB/T 25914 marks a rounded vowel also after a cluster of consonants that begins the word (k2 l ue)":
        lambda text: CLUSTER.search(text) is not None,
    "UTN #57 reads forward to the next vowel with a gender for g after i alone, mongol-norm for h too (i h j a)":
        lambda text: H_AFTER_I.search(text) is not None,
}


def random_text(source):
    text = ""
    for index in range(source.randint(1, 9)):
        text += source.choice(VOWELS if index % 2 and source.random() < 0.7 else LETTERS)
        chance = source.random()
        if chance < 0.12:
            text += source.choice(SELECTORS)
        elif chance < 0.16:
            text += MVS
        elif chance < 0.165:
            text += NIRUGU
        elif chance < 0.175:
            text += JOINER
    return text


def suite_words(bichig):
    """The words of the Hudum suites as text, by the names of their letters."""
    names = {"mvs": MVS, "nnbsp": NNBSP, "nirugu": NIRUGU, "zwj": JOINER,
             **{f"fvs{number}": selector for number, selector in enumerate(SELECTORS, 1)}}
    explained = units_of(bichig, LETTERS, "--system", "hudum", "--explain")
    for line in explained:
        fields = line.split("\t")
        if len(fields) > 3 and fields[1].startswith("U+"):
            names[fields[2]] = chr(int(fields[1][2:], 16))
    for suite in ("core-hudum", "eac-hudum"):
        for _, letters, _ in rows_of(suite):
            for word in letters.split(" space "):
                yield "".join(names[name] for name in word.split())


def ours(units):
    gaps = {"-", "_", "Mvs", "Nnbsp"}
    return ["Mvs" if unit in gaps else unit for unit in units.split()
            if unit not in ("<", ">") and not unit.startswith("Fvs")]


def theirs(units):
    return ["Ni" if unit == "Nirugu" else unit for unit in units if unit != "Zwj"]


def faults_of(arguments):
    from mongol_norm import MongolianShaper
    (bichig,) = arguments
    shaper = MongolianShaper("MNG")
    source = random.Random(SEED)
    texts = [*suite_words(bichig), *(random_text(source) for _ in range(COUNT))]
    answers = units_of(bichig, texts, "--system", "hudum", "--profile", "utn57")
    faults, explained = [], dict.fromkeys(RULES, 0)
    for text, answer in zip(texts, answers, strict=True):
        expected = theirs(shaper._shape_raw(text))  # the sequence of UTN #57, before units of equal ink are made one
        if ours(answer) == expected:
            continue
        rule = next((rule for rule, fits in RULES.items() if fits(text)), None)
        if rule is None:
            faults.append(f"{common.points(text)}: {' '.join(expected)} there, {answer} here")
        else:
            explained[rule] += 1
    print(f"{len(texts)} strings, {len(faults)} differences without a rule")
    for rule, count in explained.items():
        print(f"  {count} differ: {rule}")
    if len(texts) < COUNT + 3600:
        faults.append(f"only {len(texts)} strings were compared")
    return faults


if __name__ == "__main__":
    common.main("mongol_norm", faults_of)
