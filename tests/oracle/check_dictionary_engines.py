"""Hunspell's and Nuspell's verdicts on the built dictionary: check_dictionary_engines.py BICHIG ENGINES FOLDER.

ENGINES is the program of dictionary_engines.cpp, FOLDER the source. Both engines must accept every form of
`bichig dict export --format list`, also with U+202F before its suffixes, and refuse every form whose last suffix has
the harmony of the other gender, or d for t, or t for d. Of the words of typos.tsv they must accept and refuse those
that it says. The forms, right and wrong, are made of the tables here once more, by dictionary_source.py, and must be
those that the program lists.
"""
import collections
import pathlib
import tempfile

import common
import dictionary_source as source

ENGINES = ("Hunspell", "Nuspell")
LEAST_WRONG = 10_000  # fewer of a kind, and the check has not looked


def verdicts(engines, stem, words):
    """For each word whether Hunspell and whether Nuspell accepts it, by the files STEM.aff and STEM.dic."""
    answers = source.lines_of([engines, f"{stem}.aff", f"{stem}.dic"], words)
    return [(answer[0] == "1", answer[1] == "1") for answer in answers]


def judge(engines, stem, words, accepted, what):
    """`words` are pairs of a text and what to call it; each must be `accepted` by both, or by neither."""
    faults = []
    for (text, name), answer in zip(words, verdicts(engines, stem, [text for text, _ in words]), strict=True):
        for engine, found in zip(ENGINES, answer):
            if found != accepted:
                faults.append(f"{engine} {'accepts' if found else 'refuses'} {name} ({what}): {common.points(text)}")
    return faults


class Forms:
    """The right forms of a source and the wrong ones that are near them; a wrong form that is the right one of another
    word is put aside."""

    def __init__(self, dictionary):
        self.right, wrong = {}, {}
        for row, form in dictionary.all_forms():
            self.right.setdefault(source.latin(form.text), form.text)
            for text, reason in form.wrong_forms():
                wrong.setdefault(source.latin(text), (text, reason))
        self.aside = sorted(set(wrong) & set(self.right))
        self.wrong = {plain: fault for plain, fault in wrong.items() if plain not in self.right}


def texts(bichig, forms):
    """Pairs of the letters and the Latin of `forms`, which have connectors in them."""
    return list(zip(source.letters(bichig, forms), forms, strict=True))


def differences(listed, made):
    """Faults for forms that the program lists and the tables do not make, and the other way round."""
    names = dict(made)
    faults = [f"the program lists a form that the tables do not make: {common.points(text)}"
              for text in sorted(set(listed) - set(names))]
    faults += [f"the program does not list {source.latin(names[text])}, which the tables make"
               for text in sorted(set(names) - set(listed))]
    if len(set(listed)) != len(listed):
        faults.append(f"the list of the program has {len(listed) - len(set(listed))} forms twice")
    return faults


def judge_all(bichig, engines, stem, forms):
    """What the engines get wrong of the forms of a source."""
    made = texts(bichig, list(forms.right.values()))
    right = [(text, source.latin(form)) for text, form in made]
    spelled = [(source.with_nnbsp(form, text), source.latin(form)) for text, form in made if source.CONNECTOR in form]
    faults = judge(engines, stem, right, True, "a form of the list")
    faults += judge(engines, stem, spelled, True, "a form with U+202F")
    counts = collections.Counter(reason for _, reason in forms.wrong.values())
    for reason in counts:
        chosen = texts(bichig, [text for text, why in forms.wrong.values() if why == reason])
        wrong = [(text, source.latin(form)) for text, form in chosen]
        wrong += [(source.with_nnbsp(form, text), source.latin(form)) for text, form in chosen]
        faults += judge(engines, stem, wrong, False, f"wrong {reason}")
    print(f"{len(right)} forms, {len(spelled)} with U+202F; wrong "
          + ", ".join(f"{reason}: {count}" for reason, count in sorted(counts.items()))
          + f"; {len(forms.aside)} put aside that are right forms of another word"
          + (f" ({', '.join(forms.aside[:20])}, …)" if forms.aside else ""))
    return faults, counts


def judge_typos(bichig, engines, stem, rows):
    """What the engines get wrong of the rows of typos.tsv, suggestions aside."""
    faults = []
    for accepted in (True, False):
        words = [row["word"] for row in rows if (row["expect"] == "accept") == accepted]
        faults += judge(engines, stem, texts(bichig, words), accepted, "typos.tsv")
    return faults


def faults_of(arguments):
    bichig, engines, folder = arguments
    dictionary = source.Dictionary(folder)
    forms = Forms(dictionary)
    with tempfile.TemporaryDirectory() as built:
        common.output([bichig, "dict", "build", folder, "-o", built])
        listed = common.output([bichig, "dict", "export", folder, "--format", "list"]).splitlines()
        faults = differences(listed, texts(bichig, list(forms.right.values())))
        stem = pathlib.Path(built) / dictionary.manifest["dictionary"]["id"]
        faults += judge_typos(bichig, engines, stem, dictionary.table("typos"))
        more, counts = judge_all(bichig, engines, stem, forms)
    for reason in ("harmony", "d/t"):
        if counts[reason] < LEAST_WRONG:
            faults.append(f"only {counts[reason]} forms with wrong {reason} were tried, fewer than {LEAST_WRONG}")
    return faults + more


if __name__ == "__main__":
    common.main("dictionary_engines", faults_of)
