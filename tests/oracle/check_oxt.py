"""An extension in LibreOffice: check_oxt.py TABLE_TOOL OUT.

A small dictionary is packed, installed into a profile of its own and asked for through UNO: right words are right, and
wrong ones are wrong and mended.
"""
import pathlib
import shutil

import common
from office import LOCALE, Office

NOM, ULUS, GAR = "\u1828\u1823\u182e", "\u1824\u182f\u1824\u1830", "\u182d\u1820\u1837"
MVS, NNBSP = "\u180e", "\u202f"
GENITIVE = {NOM: "\u1824\u1828", ULUS: "\u1824\u1828", GAR: "\u1824\u1828"}
AFF = f"""SET UTF-8
WORDCHARS {MVS}{NNBSP}
BREAK 0
ICONV 1
ICONV {NNBSP} {MVS}
MAP 2
MAP \u1823\u1824
MAP \u1832\u1833
SFX a Y 1
SFX a 0 {MVS}\u1824\u1828 .
"""
DIC = f"3\n{NOM}/a\n{ULUS}/a\n{GAR}/a\n"
RIGHT = [NOM, ULUS, GAR, *(word + joint + ending for word, ending in GENITIVE.items() for joint in (MVS, NNBSP))]
# A letter that looks the same, a suffix of the other gender, a suffix without its connector, a word that is not there.
WRONG = {"\u1828\u1824\u182e": NOM, "\u1824\u182f\u1823\u1830": ULUS, NOM + MVS + "\u1826\u1828": None,
         GAR + "\u1824\u1828": None, "\u182d\u1820\u1837\u1820": None}


def judge(answers, right, wrong):
    """The faults of the answers to the words of `right`, then of `wrong`."""
    words = [*right, *wrong]
    faults = []
    for word, answer in zip(words, answers["answers"], strict=True):
        if answer["valid"] != (word in right):
            faults.append(f"{common.points(word)} is {'right' if answer['valid'] else 'wrong'} for LibreOffice")
        elif wrong.get(word) and wrong[word] not in answer["suggestions"]:
            faults.append(f"{common.points(word)}: LibreOffice does not suggest {common.points(wrong[word])}")
    return faults


def faults_of(arguments):
    tool, out = arguments
    out = pathlib.Path(out).resolve() / "oxt"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / "in.aff").write_text(AFF, encoding="utf-8")
    (out / "in.dic").write_text(DIC, encoding="utf-8")
    common.output([tool, "oxt", out / "in.aff", out / "in.dic", out / "test.oxt"])
    with Office() as office:
        faults = office.install(out / "test.oxt")
        if faults:
            return faults
        if "org.example.bichig.test" not in office.installed():
            faults.append("the extension is not among those installed")
        answers = office.spell([*RIGHT, *WRONG])
    if not answers["known"] or not answers["services"]:
        faults.append(f"LibreOffice knows no spelling for {LOCALE}, only for {answers['locales']}")
    faults += judge(answers, set(RIGHT), WRONG)
    return faults


if __name__ == "__main__":
    common.main("oxt", faults_of)
