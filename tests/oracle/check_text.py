"""Two readers give back the exact text: check_text.py [--first-unnumbered] FILE.pdf FILE.txt …, the text being that of
`typeset --text`. --first-unnumbered: the first page of each version shows no number, as in a letter.

Every code point is compared in order but white space of ASCII. The artifacts of a page (the head of a table that goes
on, its number) must come last; how many there are is counted in the marked content, and they must end with the running
number of the page.
"""
import pathlib
import re

import common
import pdfium

PART_OF_WORD = re.compile("[\u1820-\u1842\u180b-\u180f\u202f]")


def poppler_pages(path):
    """The texts of pages by poppler, in the order of the content stream."""
    text = common.output(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"])
    return text.split("\f")[:-1]


def pdfium_pages(path):
    document = pdfium.open_document(path)
    try:
        return [pdfium.page_text(page) for page in document]
    finally:
        document.close()


def artifacts(path, first_unnumbered=False):
    """Text of the artifacts of each page, with the faults in their place and content. `first_unnumbered`: the first
    page of each version shows no number."""
    document = pdfium.open_document(path)
    texts, faults, before = [], [], 0
    for number, page in enumerate(document, 1):
        text, followed = pdfium.artifact_text(page)
        text = common.stripped(text)
        if followed:
            faults.append(f"page {number}: text follows an artifact")
        shown = re.search(r"(\d+)[—–-]*$", text)
        if not text and first_unnumbered:
            before = 1
        elif not shown:
            faults.append(f"page {number}: its artifacts read {text!r}, which ends in no page number")
        elif shown[1].endswith(str(before + 1)):
            before += 1
        elif shown[1].endswith("1"):
            before = 1
        else:
            faults.append(f"page {number}: is numbered {shown[1]} after {before}")
        texts.append(text)
    document.close()
    return texts, faults


def without_artifacts(reader, pages, labels):
    """The stripped pages without the artifacts at their ends, and the faults."""
    if len(pages) != len(labels):
        return [], [f"{reader} reads {len(pages)} pages of {len(labels)}"]
    bare, faults = [], []
    for number, (page, label) in enumerate(zip(pages, labels), 1):
        text = common.stripped(page)
        if not text.endswith(label):
            faults.append(f"{reader}, page {number}: ends with {text[-12:]!r}, not with its artifacts {label!r}")
        bare.append(text[:len(text) - len(label)])
    return bare, faults


def without_end(page, label):
    """A page, not stripped, without the characters of `label` at its end and the white space among them."""
    left = len(label)
    while left:
        left -= common.stripped(page[-1]) != ""
        page = page[:-1]
    return page


def cut_words(expected, pages):
    """Words into which a reader puts white space where the text has none: a copy of them is two words. `pages` have the
    stripped text of `expected`."""
    def places(text):
        found, at = set(), 0
        for character in text:
            if ord(character) in common.ASCII_SPACE:
                found.add(at)
            else:
                at += 1
        return found

    whole, text = "\n".join(pages), common.stripped(expected)
    extra = sorted(place for place in places(whole) - places(expected)
                   if 0 < place < len(text) and PART_OF_WORD.match(text[place - 1]) and PART_OF_WORD.match(text[place]))
    if not extra:
        return []
    shown = ", ".join(common.points(text[max(0, place - 3):place]) + " | " + common.points(text[place:place + 3])
                      for place in extra[:3])
    return [f"{len(extra)} words are cut by white space, such as {shown}"]


def compare(path, expected, first_unnumbered=False):
    """All faults of one file."""
    labels, faults = artifacts(path, first_unnumbered)
    for reader, pages in (("poppler", poppler_pages(path)), ("PDFium", pdfium_pages(path))):
        bare, cut = without_artifacts(reader, pages, labels)
        different = common.first_difference(common.stripped(expected), bare)
        if not cut and not different:
            different = cut_words(expected, [without_end(page, label) for page, label in zip(pages, labels)])
        faults += cut + [f"{reader}: {fault}" for fault in different]
    return [f"{path}: {fault}" for fault in faults]


def faults_of(arguments):
    first_unnumbered = arguments[0] == "--first-unnumbered"
    files = arguments[first_unnumbered:]
    faults = []
    for path, text in zip(files[::2], files[1::2]):
        faults += compare(path, pathlib.Path(text).read_text(encoding="utf-8"), first_unnumbered)
    return faults


if __name__ == "__main__":
    common.main("text", faults_of)
