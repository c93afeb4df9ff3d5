"""Two languages in one document stand as they should: check_pairs.py BICHIG FONTS OUT.

Places are PDFium's. In a document of pairs made for it, both sides of each pair begin at the same height within 0.5 mm
and do not overlap; of facing pages each has the language of its side, and what stands on the pages of one side, in
order, is the text of its section; on a sign both texts have one size and stay within their shares.
"""
import json
import pathlib
import re

import common
import pdfium
from check_gbt9704 import MM, characters
from check_structure import structure_faults

TOLERANCE = 0.5  # mm
MONGOLIAN = re.compile("[\u1800-\u18af\u202f]")
HAN = re.compile("[\u4e00-\u9fff]")
WORD = "\u182e\u1823\u1829\u182d\u1823\u182f"
WHOLE = ("parallel_vertical", "door_sign", "room_sign", "letter_paper", "form", "form_vertical",
         "announcement_stacked")  # examples of which no side goes on over a page
PAGE = {"width": "210mm", "height": "297mm"}


def script(character):
    if MONGOLIAN.match(character.text):
        return "mn-Mong"
    return "zh-Hans" if HAN.match(character.text) else None


def typeset(bichig, fonts, folder, name, made):
    source, target = folder / f"{name}.json", folder / f"{name}.pdf"
    source.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    common.output([bichig, "typeset", source, "--font-dir", fonts, "-o", target])
    return target


def pairs_document(writing_mode):
    style = {"size": "14pt", "line_pitch": "21pt", "alignment": "start"}
    blocks = []
    for number in range(14):
        words = " ".join([WORD] * (3 + number * 7 % 40))
        han = "".join(chr(0x4E00 + 100 * number + index) for index in range(10 + number * 31 % 150))
        blocks.append({"type": "pair", "sides": [
            {"language": "mn-Mong", "blocks": [{"type": "paragraph", "style": "flat", "text": words}]},
            {"language": "zh-Hans", "blocks": [{"type": "paragraph", "style": "flat", "text": han}]}]})
    section = {"language": "zh-Hans", "writing_mode": writing_mode, "page": PAGE, "blocks": blocks}
    return {"kind": "document", "title": "pairs", "styles": {"flat": style}, "sections": [section]}


def groups(page):
    """Runs of characters of one script in the order of PDFium's text."""
    made = []
    for character in characters(page):
        kind = script(character)
        if kind is None:
            continue
        if not made or made[-1][0] != kind:
            made.append((kind, []))
        made[-1][1].append(character)
    return made


def box(kind, found):
    """left, top, right, bottom in mm of the em boxes; Mongolian lies along its line from its origin on."""
    size = found[0].size * MM
    if kind == "zh-Hans":
        return (min(c.x for c in found), min(c.y for c in found) - size * 0.88,
                max(c.x for c in found) + size, max(c.y for c in found) + size * 0.12)
    return (min(c.x for c in found) - size / 2, min(c.y for c in found),
            max(c.x for c in found) + size / 2, max(c.y for c in found))


def check_pairs(path, vertical, faults):
    document = pdfium.open_document(path)
    count = 0
    for number, page in enumerate(document, 1):
        found = groups(page)
        for (kind, first), (other, second) in zip(found, found[1:]):
            if kind != "mn-Mong" or other != "zh-Hans":
                continue
            count += 1
            one, two = box(kind, first), box(other, second)
            apart = one[3] < two[1] if vertical else one[2] < two[0]
            if not apart:
                faults.append(f"{path.name}, page {number}: sides overlap: {one} and {two}")
            # Where a line of vertical text begins is known by its baseline alone: its edge only about.
            begin, near = (0, 3) if vertical else (1, TOLERANCE)
            if abs(one[begin] - two[begin]) > near:
                faults.append(f"{path.name}, page {number}: sides begin at {one[begin]:.2f} and {two[begin]:.2f} mm")
    document.close()
    if count < 14:
        faults.append(f"{path.name}: {count} pairs were found, not 14 or more")


def check_facing(bichig, fonts, folder, leaf, faults):
    words = " ".join([WORD] * 900)
    han = "".join(chr(0x4E00 + index) for index in range(900))
    sections = [{"language": "mn-Mong", "page": PAGE, "facing": {"leaf": leaf},
                 "blocks": [{"type": "paragraph", "text": words}]},
                {"language": "zh-Hans", "page": PAGE, "blocks": [{"type": "paragraph", "text": han}]}]
    path = typeset(bichig, fonts, folder, f"facing_{leaf}",
                   {"kind": "document", "title": "facing", "sections": sections})
    document = pdfium.open_document(path)
    texts = {"mn-Mong": "", "zh-Hans": ""}
    for number, page in enumerate(document, 1):
        left = number % 2 == 0
        wanted = "mn-Mong" if left == (leaf == "left") else "zh-Hans"
        for kind, found in groups(page):
            if kind != wanted:
                faults.append(f"{path.name}: page {number} has text in {kind}")
            texts[kind] += "".join(character.text for character in found)
    document.close()
    for kind, wanted in (("mn-Mong", words.replace(" ", "")), ("zh-Hans", han)):
        if texts[kind] != wanted:
            faults.append(f"{path.name}: the text in {kind} is not that of its section")
    if b"/PageLayout" not in common.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"]).stdout:
        faults.append(f"{path.name}: no reader is told to show two pages")


def check_sign(bichig, fonts, folder, arrangement, order, faults):
    made = {"kind": "sign", "script_order": order, "arrangement": arrangement, "width": "300mm", "height": "900mm",
            "margin": "20mm", "mn": " ".join([WORD] * 4), "zh": "旗人民政府办公室"}
    if arrangement == "above":
        made["width"], made["height"] = made["height"], made["width"]
    path = typeset(bichig, fonts, folder, f"sign_{arrangement}_{order}", made)
    document = pdfium.open_document(path)
    sizes, centres = {}, {}
    for character in characters(document[0]):
        kind = script(character)
        if kind is not None:
            sizes.setdefault(kind, character.size)
            centres[kind] = character.x if arrangement == "beside" else character.y
    document.close()
    if len(sizes) != 2 or abs(sizes["mn-Mong"] - sizes["zh-Hans"]) > 0.01:
        faults.append(f"{path.name}: sizes {sizes}")
    mongolian_first = centres["mn-Mong"] < centres["zh-Hans"]
    if mongolian_first != (order == "mongolian_first"):
        faults.append(f"{path.name}: the scripts stand at {centres}")


def check_text(bichig, fonts, folder, example, faults):
    """All that two readers find on the pages of an example is its text, on each page the same; in the order of the
    document where no side goes on over a page; and the structure has it in that order everywhere."""
    path = folder / f"{example.stem}.pdf"
    common.output([bichig, "typeset", example, "--font-dir", fonts, "-o", path])
    wanted = common.stripped(common.output([bichig, "typeset", example, "--text"]))
    document = pdfium.open_document(path)
    by_pdfium = [common.stripped(pdfium.page_text(page)) for page in document]
    artifacts = [common.stripped(pdfium.artifact_text(page)[0]) for page in document]
    document.close()
    by_poppler = common.output(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"]).split("\f")[:-1]
    by_poppler = [common.stripped(page) for page in by_poppler]
    if by_pdfium != by_poppler:
        faults.append(f"{path.name}: poppler and PDFium read its pages in different orders")
    for reader, pages in (("PDFium", by_pdfium), ("poppler", by_poppler)):
        texts = [page[:len(page) - len(label)] for page, label in zip(pages, artifacts)]
        if sorted("".join(texts)) != sorted(wanted):
            faults.append(f"{path.name}: {reader} does not find the characters of the text")
        elif any(text not in wanted for text in texts) and example.stem in WHOLE:
            faults.append(f"{path.name}: {reader} finds a page in another order")
    text = common.output([bichig, "typeset", example, "--text"])
    faults += [f"{path.name}: {fault}" for fault in structure_faults(path, {}, text)]


def faults_of(arguments):
    bichig, fonts, out = map(pathlib.Path, arguments)
    folder = out / "pairs"
    folder.mkdir(parents=True, exist_ok=True)
    faults = []
    for mode in ("horizontal_tb", "vertical_lr"):
        path = typeset(bichig, fonts, folder, f"pairs_{mode}", pairs_document(mode))
        check_pairs(path, mode == "vertical_lr", faults)
    for leaf in ("left", "right"):
        check_facing(bichig, fonts, folder, leaf, faults)
    for arrangement in ("beside", "above"):
        for order in ("mongolian_first", "chinese_first"):
            check_sign(bichig, fonts, folder, arrangement, order, faults)
    for example in sorted((common.ROOT / "examples" / "bilingual").glob("*.*")):
        if ".latin" not in example.name and example.suffix in (".md", ".json") and example.name != "README.md":
            check_text(bichig, fonts, folder, example, faults)
    return faults


if __name__ == "__main__":
    common.main("pairs", faults_of)
