"""The dictionary in other programs: check_dict_exchange.py BICHIG SOURCE OUT.

Saved by openpyxl and by LibreOffice, its spreadsheet comes back without a change, and with the one that was made. Its
extension installs into LibreOffice, which accepts forms of it and rejects those with a suffix of the other gender.
"""
import json
import pathlib
import random
import shutil

import common
from office import Office

SEED, COUNT = 8, 150
MVS = "\u180e"
# Vowels of one gender and those of the other: a, u and o; e, ue and oe.
OTHER_GENDER = str.maketrans({"\u1820": "\u1821", "\u1824": "\u1826", "\u1823": "\u1825",
                              "\u1821": "\u1820", "\u1826": "\u1824", "\u1825": "\u1823"})


def taken(bichig, source, file):
    """What an import of `file` would change."""
    said = common.output([bichig, "dict", "import", source, file, "--dry-run", "--json"])
    return json.loads(said)


def unchanged(name, bichig, source, file, rows):
    found = taken(bichig, source, file)
    faults = [f"{name}: {change['kind']} {change['where']}: {change['cells'][:2]}" for change in found["rows"]]
    if found["unchanged"] != rows:
        faults.append(f"{name}: {found['unchanged']} rows as they were, {rows} expected")
    return faults


def rows_of(bichig, source, out):
    common.output([bichig, "dict", "export", source, "--format", "xlsx", "-o", out / "ours.xlsx"])
    return taken(bichig, source, out / "ours.xlsx")["unchanged"]


def with_openpyxl(bichig, source, out, rows):
    import openpyxl
    book = openpyxl.load_workbook(out / "ours.xlsx")
    book.save(out / "openpyxl.xlsx")
    faults = unchanged("openpyxl", bichig, source, out / "openpyxl.xlsx", rows)
    sheet = book.worksheets[0]
    note = next(cell.column for cell in sheet[1] if cell.value == "note")
    sheet.cell(3, note).value = "=1+1 \u180e\u202f"
    sheet.cell(3, note).data_type = "s"
    book.save(out / "changed.xlsx")
    cells = [cell for change in taken(bichig, source, out / "changed.xlsx")["rows"] for cell in change["cells"]]
    if [cell["after"] for cell in cells] != ["=1+1 \u180e\u202f"]:
        faults.append(f"openpyxl: one cell was changed, an import sees {cells[:3]}")
    return faults


def with_libreoffice(bichig, source, out, rows):
    resaved = out / "office"
    resaved.mkdir()
    common.output(["soffice", f"-env:UserInstallation=file://{out / 'profile'}", "--headless", "--convert-to", "xlsx",
                   "--outdir", resaved, out / "ours.xlsx"])
    if not (resaved / "ours.xlsx").exists():
        raise common.Broken("LibreOffice saved no spreadsheet: run ./dev setup (libreoffice-calc-nogui)")
    return unchanged("LibreOffice", bichig, source, resaved / "ours.xlsx", rows)


def swapped(form):
    """The form with its suffix in the other gender; none where it has no suffix, or one without gender."""
    stem, joint, suffix = form.partition(MVS)
    other = suffix.translate(OTHER_GENDER)
    return stem + joint + other if joint and other != suffix else None


def with_extension(bichig, source, out):
    common.output([bichig, "dict", "export", source, "--format", "oxt", "-o", out / "dict.oxt"])
    forms = common.output([bichig, "dict", "export", source, "--format", "list"]).split("\n")[:-1]
    known = set(forms)
    chosen = random.Random(SEED)
    right = chosen.sample(forms, COUNT)
    right += [form.replace(MVS, "\u202f") for form in right if MVS in form]
    made = (swapped(form) for form in chosen.sample(forms, len(forms)))
    wrong = [form for _, form in zip(range(20 * COUNT), made) if form and form not in known][:COUNT]
    with Office() as office:
        faults = office.install(out / "dict.oxt")
        if faults:
            return faults
        answers = office.spell([*right, *wrong], suggest=False)
    if not answers["known"]:
        return [f"LibreOffice has no spelling after the installation, only for {answers['locales']}"]
    valid = [answer["valid"] for answer in answers["answers"]]
    faults = [f"LibreOffice rejects {common.points(word)}" for word, good in zip(right, valid) if not good]
    faults += [f"LibreOffice accepts {common.points(word)}" for word, good in zip(wrong, valid[len(right):]) if good]
    print(f"{len(right)} forms accepted and {len(wrong)} rejected were asked for")
    if len(wrong) < COUNT:
        faults.append(f"only {len(wrong)} wrong forms were found")
    return faults


def faults_of(arguments):
    bichig, source, out = arguments
    out = pathlib.Path(out).resolve() / "dict_exchange"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    rows = rows_of(bichig, source, out)
    if rows < 1000:
        return [f"only {rows} rows came back"]
    faults = with_openpyxl(bichig, source, out, rows)
    faults += with_libreoffice(bichig, source, out, rows)
    faults += with_extension(bichig, source, out)
    shutil.rmtree(out / "profile", ignore_errors=True)
    return faults


if __name__ == "__main__":
    common.main("dict_exchange", faults_of)
