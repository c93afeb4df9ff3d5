"""The same input gives the same bytes, and dates come from the document or SOURCE_DATE_EPOCH alone:
check_determinism.py BICHIG FONT_FOLDER FOLDER."""
import os
import pathlib
import subprocess

import common

PLAIN = "# \u182e\u1823\u1829\u182d\u1823\u182f\n\n\u182a\u1822\u1834\u1822\u182d 中文 2024\u202f\u1824\u1828\n"
EPOCHS = {"0": "Thu Jan  1 00:00:00 1970", "1700000000": "Tue Nov 14 22:13:20 2023"}


def same_bytes_faults(folder):
    """The two runs of make_documents.py."""
    faults = []
    for name in common.DOCUMENTS:
        once, again = ((folder / f"{name}.{ending}").read_bytes() for ending in ("pdf", "again.pdf"))
        if once != again:
            shorter = min(len(once), len(again))
            at = next((i for i in range(shorter) if once[i] != again[i]), shorter)
            faults.append(f"{name}.pdf: two runs differ from byte {at}: {once[at:at + 40]!r}, {again[at:at + 40]!r}")
    return faults


def dates(path):
    """CreationDate and ModDate as pdfinfo shows them in UTC; nothing where the file has none."""
    environment = dict(os.environ, TZ="UTC", LC_ALL="C")
    lines = common.output(["pdfinfo", path], env=environment).splitlines()
    return {line.partition(":")[2].strip().removesuffix(" UTC") for line in lines
            if line.startswith(("CreationDate", "ModDate"))}


def typeset(program, fonts, source, target, epoch):
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = epoch
    common.output([program, "typeset", source, "--font-dir", fonts, "-o", target], env=environment)
    return target.read_bytes()


def epoch_faults(program, fonts, folder):
    """A document without a date, under several epochs, a second apart."""
    source = folder / "plain.md"
    source.write_text(PLAIN, encoding="utf-8")
    faults = []
    for epoch, date in EPOCHS.items():
        target = folder / f"plain.{epoch}.pdf"
        once = typeset(program, fonts, source, target, epoch)
        if once != typeset(program, fonts, source, target, epoch):
            faults.append(f"SOURCE_DATE_EPOCH={epoch}: two runs differ")
        if dates(target) != {date}:
            faults.append(f"SOURCE_DATE_EPOCH={epoch}: the file says {dates(target) or 'no date'}, not {date}")
    target = folder / "plain.pdf"
    once = typeset(program, fonts, source, target, None)
    subprocess.run(["sleep", "1.1"], check=True)
    if once != typeset(program, fonts, source, target, None):
        faults.append("without SOURCE_DATE_EPOCH two runs a second apart differ")
    return faults


def faults_of(arguments):
    program, fonts, folder = map(pathlib.Path, arguments)
    return same_bytes_faults(folder) + epoch_faults(program, fonts, folder)


if __name__ == "__main__":
    common.main("determinism", faults_of)
