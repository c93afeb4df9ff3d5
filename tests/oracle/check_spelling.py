#!/usr/bin/env python3
"""The spelling checker on faults that are made from right words: check_spelling.py BICHIG DICTIONARY SOURCE [WORDBANK].

DICTIONARY is the folder of a built dictionary, SOURCE that of its source. Prints shares and how they compare with the
aims; fails where one is missed. WORDBANK, where it is there, has words of others: those that the dictionary lacks may
be called unknown, but hardly ever misspelt. With SHOW in the environment each miss is printed.
"""
import collections
import json
import os
import pathlib
import tempfile

import common
from spelling_faults import Faults, look

AIMS = {"encoding": (1000, .99, None), "spelling": (1000, .90, .98), "suffix": (500, .98, None)}
MOST_CALLED_MISSPELT = .02


def check(bichig, dictionary, texts):
    """The findings in each text."""
    lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    done = common.run([bichig, "check", "--lines", "--dictionary", dictionary], input=lines.encode())
    if done.returncode not in (0, 1):
        raise common.Broken(f"bichig check ended with {done.returncode}: {done.stderr.decode()[:500]}")
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if len(answers) != len(texts):
        raise common.Broken(f"{len(texts)} lines went in, {len(answers)} came out")
    return [answer["findings"] for answer in answers]


def mended(text, finding, suggestion):
    """The text with a suggestion in the place of what was found."""
    begin = finding["offset"]
    return text[:begin] + suggestion + text[begin + finding["length"]:]


def rank_of(right, wrong, findings):
    """Which suggestion (from 1) is right: the word, or one that looks as it does. 0: none."""
    if len(findings) != 1:
        return 0
    for number, suggestion in enumerate(findings[0]["suggestions"], 1):
        made = mended(wrong, findings[0], suggestion)
        if made == right or look(made) == look(right):
            return number
    return 0


def judge_kind(kind, faults, pairs, found):
    count, first_aim, five_aim = AIMS[kind]
    if len(pairs) < count:
        faults.append(f"{kind}: only {len(pairs)} faults could be made of {count}")
    if not pairs:
        return
    ranks = [rank_of(right, wrong, findings) for (wrong, right), findings in zip(pairs, found)]
    classes = collections.Counter(finding["class"] for findings in found for finding in findings)
    first = sum(rank == 1 for rank in ranks) / len(pairs)
    five = sum(1 <= rank <= 5 for rank in ranks) / len(pairs)
    print(f"{kind}: {len(pairs)} faults, top-1 {first:.3f}, top-5 {five:.3f}; called {dict(classes)}")
    if first < first_aim:
        faults.append(f"{kind}: top-1 is {first:.3f}, the aim is {first_aim}")
    if five_aim and five < five_aim:
        faults.append(f"{kind}: top-5 is {five:.3f}, the aim is {five_aim}")
    if os.environ.get("SHOW"):
        for (wrong, right), findings, rank in zip(pairs, found, ranks):
            if rank != 1:
                print("MISS", rank, wrong.encode("unicode_escape").decode(), right.encode("unicode_escape").decode(),
                      [(f["class"], f["id"], f["suggestions"][:3], f["costs"][:3]) for f in findings])


def judge_right(faults, forms, bichig, dictionary):
    """Right words, alone and in a text with numbers, Latin, Chinese and marks."""
    right = sorted(forms)[:: max(1, len(forms) // 5000)][:5000]
    between = [" ", "\u1802 ", " 2023 ", " GDP ", "\u3002", "\u300a", "\u300b ", " \u5185\u8499\u53e4 ", "\u1803\n"]
    text = "".join(word + between[number % len(between)] for number, word in enumerate(right))
    alarms = [finding for findings in check(bichig, dictionary, [text]) for finding in findings]
    print(f"right words: {len(right)}, false alarms {len(alarms)}")
    faults += [f"a right word was found: {finding['text']} ({finding['id']})" for finding in alarms]


def judge_others(faults, path, forms, bichig, dictionary):
    words = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    words = sorted({word for word in words if word and all(c in "\u180e\u180b\u180c\u180d" or "\u1820" <= c <= "\u1842"
                                                           for c in word)})
    found = check(bichig, dictionary, words)
    lacking = [(word, findings) for word, findings in zip(words, found) if word not in forms]
    classes = collections.Counter(findings[0]["class"] if findings else "right" for _, findings in lacking)
    ids = collections.Counter(findings[0]["id"] for _, findings in lacking if findings)
    share = classes["spelling"] / max(1, len(lacking))
    print(f"words of others: {len(words)}, the dictionary lacks {len(lacking)}; per 1,000: "
          + ", ".join(f"{name} {1000 * count / len(lacking):.1f}" for name, count in sorted(classes.items())))
    print(f"  reasons {dict(ids)}")
    if share > MOST_CALLED_MISSPELT:
        faults.append(f"{share:.3f} of the words that the dictionary lacks are called misspelt")
    if os.environ.get("SHOW"):
        for word, findings in lacking:
            if findings and findings[0]["class"] == "spelling":
                print("SPELLING", word.encode("unicode_escape").decode(), findings[0]["id"],
                      findings[0]["suggestions"][:2], findings[0]["costs"][:2])


def show_examples(bichig, dictionary):
    """What is found in the documents of the repository: figures, not verdicts."""
    for path in sorted((common.ROOT / "examples").rglob("*.md")):
        done = common.run([bichig, "check", "--summary", "--accept-nnbsp", "--dictionary", dictionary, path])
        said = done.stderr.decode().strip()
        if not said.startswith("bichig: 0 words"):
            print(f"{path.relative_to(common.ROOT)}: {said.removeprefix('bichig: ')}")


def faults_of(arguments):
    bichig, dictionary, source = arguments[:3]
    with tempfile.TemporaryDirectory(prefix="spelling-") as folder:
        path = pathlib.Path(folder) / "forms.txt"
        common.output([bichig, "dict", "export", source, "--format", "list", "-o", path])
        forms = set(path.read_text(encoding="utf-8").split("\n")) - {""}
    made = Faults(forms)
    faults = []
    judge_right(faults, forms, bichig, dictionary)
    for seed, kind in enumerate(AIMS):
        pairs = made.draw(seed, getattr(made, kind), AIMS[kind][0])
        judge_kind(kind, faults, pairs, check(bichig, dictionary, [wrong for wrong, _ in pairs]))
    show_examples(bichig, dictionary)
    others = pathlib.Path(arguments[3]) if len(arguments) > 3 else None
    if others and others.is_file():
        judge_others(faults, others, forms, bichig, dictionary)
    else:
        print("words of others: there is no such list here")
    return faults


if __name__ == "__main__":
    common.main("spelling", faults_of)
