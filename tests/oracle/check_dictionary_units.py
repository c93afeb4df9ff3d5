"""The letters of the dictionary: check_dictionary_units.py BICHIG FOLDER.

Every stem, form and term of the glossary in FOLDER comes back from its letters to its Latin exactly, and the written
units of every form are those of PyPI mongol-norm.
"""
import check_mongol_norm
import common
import dictionary_source as source
from check_units import units_of


def back(bichig, names, what):
    """Faults for those of `names`, in Latin, that do not come back from their letters."""
    answers = source.lines_of([bichig, "translit", "--from", "mongolian", "--to", "eac", "-"],
                              source.letters(bichig, names))
    return [f"{what} {name} comes back as {answer}" for name, answer in zip(names, answers, strict=True)
            if answer != name]


def differing(bichig, names):
    """Faults for forms whose written units are others for mongol-norm."""
    from mongol_norm import MongolianShaper
    shaper = MongolianShaper("MNG")
    texts = source.letters(bichig, names)
    answers = units_of(bichig, texts, "--system", "hudum", "--profile", "utn57")
    faults = []
    for name, text, answer in zip(names, texts, answers, strict=True):
        expected = check_mongol_norm.theirs(shaper._shape_raw(text))
        if check_mongol_norm.ours(answer) != expected:
            faults.append(f"{name}: {' '.join(expected)} there, {answer} here")
    return faults


def faults_of(arguments):
    bichig, folder = arguments
    dictionary = source.Dictionary(folder)
    stems = [row["stem"] for row in dictionary.entries]
    forms = list(dict.fromkeys(source.latin(form.text) for _, form in dictionary.all_forms()))
    terms = [row["mongolian"] for row in dictionary.table("glossary")]
    print(f"{len(stems)} stems, {len(forms)} forms and {len(terms)} terms of the glossary")
    return (back(bichig, stems, "the stem") + back(bichig, forms, "the form") + back(bichig, terms, "the term")
            + differing(bichig, forms))


if __name__ == "__main__":
    common.main("dictionary_units", faults_of)
