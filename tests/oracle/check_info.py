"""What `bichig info` says of PDF files is what poppler says: check_info.py BICHIG OUT.

The files are our own, one of Typst and one of Chromium, which have other structures, fonts and text operators.
"""
import json
import pathlib
import re
import shutil
import xml.etree.ElementTree

import common
import typst

PAGE = """<!DOCTYPE html><html lang="en"><title>A page</title><h1>Heading</h1><p>First <b>bold</b> words of a page,
<a href="https://example.org/">a link</a>, 中文.</p></html>"""
SOURCE = """#set document(title: "A paper", author: "B")
= Heading
First words of a paper, _with_ a #link("https://example.org/")[link].
"""


def chromium_pdf(out):
    page = out / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    chromium = shutil.which("chromium")
    if chromium is None:
        raise common.Broken("chromium is missing: run ./dev setup test")
    target = out / "chromium.pdf"
    common.output([chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={out / 'profile'}",
                   f"--print-to-pdf={target}", page.as_uri()])
    return target


def typst_pdf(out):
    source = out / "paper.typ"
    source.write_text(SOURCE, encoding="utf-8")
    target = out / "typst.pdf"
    target.write_bytes(typst.compile(str(source), pdf_standards=["a-2b"]))
    return target


def poppler_fonts(path):
    """Names without the tag of a subset and the map of codes, which poppler adds for some types; sorted."""
    names = [row.split()[0] for row in common.output(["pdffonts", path]).splitlines()[2:]]
    bare = {re.sub(r"-(Identity-[HV]|[A-Z]{6}-[HV]\d)$", "", re.sub(r"^[A-Z]{6}\+", "", name)) for name in names}
    return sorted({"(unnamed)" if name == "[none]" else name for name in bare})


def words_of(text):
    return common.stripped(text)


def faults_of_file(program, path, text_too):
    info = json.loads(common.output([program, "info", "--json", path]))
    said = dict(re.findall(r"^([A-Za-z ]+):\s+(.*)$", common.output(["pdfinfo", path]), re.M))
    faults = []

    def compare(what, ours, theirs):
        if ours != theirs:
            faults.append(f"{path.name}: {what} is {ours!r}, poppler says {theirs!r}")

    compare("number of pages", info["pages"], int(said["Pages"]))
    compare("version", info["kind"], "PDF " + said["PDF version"])
    compare("title", info.get("title", ""), said.get("Title", ""))
    compare("tagged", info["tagged"], said["Tagged"] == "yes")
    compare("encrypted", info["encrypted"], said["Encrypted"].startswith("yes"))
    compare("fonts", sorted(font["name"] for font in info["fonts"]), poppler_fonts(path))
    if not all(font["embedded"] for font in info["fonts"]):
        faults.append(f"{path.name}: a font is not embedded")
    width, height = (float(number) for number in re.findall(r"[\d.]+", said["Page size"])[:2])
    ours = [float(number) * 72 / 25.4 for number in re.findall(r"[\d.]+", info["sizes"][0]["size"])]
    if abs(ours[0] - width) > 0.3 or abs(ours[1] - height) > 0.3:
        faults.append(f"{path.name}: the page is {ours}, poppler says {said['Page size']}")
    if text_too:
        page = words_of(common.output(["pdftotext", "-raw", "-l", "1", path, "-"]))
        if not page.startswith(words_of(info["text"])[:60]) or len(info["text"]) < 20:
            faults.append(f"{path.name}: the text {info['text'][:40]!r} is not how poppler begins: {page[:40]!r}")
    return faults


def faults_of_profile(program, path):
    """The profile that is stated is the one that an XML reader finds in the metadata."""
    data = path.read_bytes()
    packet = data[data.index(b"<x:xmpmeta"):data.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")]
    root = xml.etree.ElementTree.fromstring(packet)
    info = json.loads(common.output([program, "info", "--json", path]))
    faults = []
    for ours, theirs in (("profile", "profile"), ("script_order", "scriptOrder")):
        found = root.find(".//{urn:x-bichig:official-document:1}" + theirs)
        if found is None or found.text != info.get(ours) or not found.text:
            faults.append(f"{path.name}: {ours} is {info.get(ours)!r}, the metadata have "
                          f"{None if found is None else found.text!r}")
    return faults


def faults_of(arguments):
    program, out = map(pathlib.Path, arguments)
    faults = []
    for name in ("notice", "faces", "tables"):
        faults += faults_of_file(program, out / f"{name}.pdf", True)
    for path in (chromium_pdf(out), typst_pdf(out)):
        faults += faults_of_file(program, path, True)
    faults += faults_of_profile(program, out / "notice.pdf")
    claims = json.loads(common.output([program, "info", "--json", out / "typst.pdf"]))["claims"]
    if claims != ["PDF/A-2b"]:
        faults.append(f"typst.pdf claims {claims}, not PDF/A-2b")
    return faults


if __name__ == "__main__":
    common.main("info", faults_of)
