"""Every official document in every arrangement is right: check_official.py BICHIG FONTS VERAPDF OUT.

The set is that of tests/tools/official_set.py. veraPDF takes each file for PDF/A-2u and PDF/UA-1, and poppler and
PDFium give back its text: where one language stands on each page in the order of the pages, elsewhere all characters
of each page alike, and in the order of the document by the structure.
"""
import pathlib
import sys

import check_pairs
import check_text
import check_verapdf
import common

sys.path.insert(0, str(common.ROOT / "tests" / "tools"))
import official_set  # noqa: E402  (stands in another folder)

IN_ORDER = ("mongolian", "chinese", "parts")  # the text of no page goes on beside another


def faults_of(arguments):
    bichig, fonts, library, out = map(pathlib.Path, arguments)
    folder = out / "official"
    folder.mkdir(parents=True, exist_ok=True)
    faults, files = [], []
    for source in official_set.write(folder):
        kind, arrangement = source.stem.split(".")
        target = folder / f"{source.stem}.pdf"
        files.append(target)
        if arrangement not in IN_ORDER:
            check_pairs.check_text(bichig, fonts, folder, source, faults)
            continue
        common.output([bichig, "typeset", source, "--font-dir", fonts, "-o", target])
        text = common.output([bichig, "typeset", source, "--font-dir", fonts, "--text"])
        faults += check_text.compare(target, text, first_unnumbered=kind == "letter")
    if len(files) != len(official_set.KINDS) * 5 + len(official_set.STACKED):
        faults.append(f"the set has {len(files)} files")
    for flavour in check_verapdf.FLAVOURS:
        faults += check_verapdf.verapdf(library, flavour, files)
    return faults


if __name__ == "__main__":
    common.main("official", faults_of)
