"""The finished page of an official document has the numbers of GB/T 9704-2012: check_gbt9704.py BICHIG FONTS OUT.

Places of characters and strokes are PDFium's. The document is made for it: a text of ideographs alone, of two faces,
which no line-edge rule touches, so that its full pages show 22 lines of 28 characters.
"""
import collections
import ctypes
import json
import pathlib

import common
import pdfium
import pypdfium2.raw as raw

TOLERANCE = 0.5  # mm
MM = 25.4 / 72
AREA = {"left": 28, "right": 184, "top": 37, "bottom": 262}  # mm from the edges of the paper
LINES, CHARACTERS = 22, 28
BODY, DATE = "旗人民政府办公室", "2024年3月18日"
Character = collections.namedtuple("Character", "text x y size")  # origin from the upper left corner, mm; pt
Stroke = collections.namedtuple("Stroke", "left top right bottom width red")


def notice():
    ideographs = "".join(chr(0x4E00 + 7 * number % 5000) for number in range(LINES * CHARACTERS * 3))
    version = {"language": "zh-Hans", "title": "关于页面数字的通知", "addressee": "各部门", "signature": BODY,
               "date": DATE, "cc": "旗委", "printing": {"body": "办公室", "date": DATE}, "copy_number": "000001",
               "secrecy": "机密",
               "blocks": [{"type": "paragraph", "text": ideographs}]}
    return {"kind": "notice", "profile": "inner-mongolia-1996",
            "issuer": {"mn": "\u182e\u1823\u1829\u182d\u1823\u182f", "zh": "旗人民政府文件"},
            "number": {"mn": "\u1828\u1822\u182d\u1821 3", "zh": "旗政发〔2024〕3号"}, "versions": [version]}


def characters(page):
    """The characters of a page in the order of its lines."""
    textpage = page.get_textpage()
    height = page.get_height()
    found = []
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, index)
        if code <= 0x20 or raw.FPDFText_IsGenerated(textpage.raw, index) == 1:
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(textpage.raw, index, x, y)
        found.append(Character(chr(code), x.value * MM, (height - y.value) * MM,
                               raw.FPDFText_GetFontSize(textpage.raw, index)))
    textpage.close()
    return found


def strokes(page):
    height = page.get_height()
    found = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = item.get_bounds()
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(item.raw, width)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFPageObj_GetStrokeColor(item.raw, red, green, blue, alpha)
        half = width.value / 2
        found.append(Stroke((left + half) * MM, (height - top + half) * MM, (right - half) * MM,
                            (height - bottom - half) * MM, width.value * MM, red.value > 180 and green.value < 60))
    return found


def lines_of(found, size):
    """Rows of characters of one size, by their baselines."""
    rows = collections.defaultdict(list)
    for character in found:
        if abs(character.size - size) < 0.2:
            rows[round(character.y, 1)].append(character)
    return [sorted(rows[y], key=lambda character: character.x) for y in sorted(rows)]


def row_with(found, text):
    """The characters that make `text` in one row."""
    joined = "".join(character.text for character in found)
    at = joined.find(text)
    if at < 0:
        raise common.Broken(f"the page has no {text!r}")
    return found[at:at + len(text)]


class Checker:
    def __init__(self):
        self.faults = []

    def near(self, what, found, wanted):
        if abs(found - wanted) > TOLERANCE:
            self.faults.append(f"{what}: {found:.2f} mm, not {wanted:.2f}")

    def equal(self, what, found, wanted):
        if found != wanted:
            self.faults.append(f"{what}: {found}, not {wanted}")


def centre(character):
    """The middle of the em box of a Chinese character, which stands 0.12 em below the baseline."""
    return character.y - character.size * 0.38 * MM


def check_full_page(page, check):
    """A page of nothing but text."""
    rows = lines_of(characters(page), 16)
    check.equal("lines of a page", len(rows), LINES)
    for number, row in enumerate(rows):
        check.equal(f"characters of line {number + 1}", len(row), CHARACTERS)
        check.near(f"start of line {number + 1}", row[0].x, AREA["left"])
        last_end = row[-1].x + (AREA["right"] - AREA["left"]) / CHARACTERS
        check.near(f"end of line {number + 1}", last_end, AREA["right"])
        pitch = (AREA["bottom"] - AREA["top"]) / LINES
        check.near(f"middle of line {number + 1}", centre(row[0]), AREA["top"] + pitch * (number + 0.5))


def check_page_number(page, number, check):
    found = characters(page)
    text = f"—{number}—"
    row = row_with(found, text)
    em = 14 * MM
    check.equal("size of the page number", round(row[0].size), 14)
    check.near("dash of the page number", centre(row[0]), AREA["bottom"] + 7)
    if number % 2:
        check.near("right end of an odd page number", row[-1].x + em, AREA["right"] - em)
    else:
        check.near("left end of an even page number", row[0].x, AREA["left"] + em)


def check_head(page, check):
    found = characters(page)
    pitch = (AREA["bottom"] - AREA["top"]) / LINES
    for number, text in enumerate(("000001", "机密")):
        row = row_with(found, text)
        check.near(f"start of {text}", row[0].x, AREA["left"])
        check.near(f"line of {text}", centre(row_with(found, "机密")[0]) if number else AREA["top"] + pitch * 0.5,
                   AREA["top"] + pitch * (number + 0.5))
    mark = row_with(found, "旗人民政府文件")
    title = row_with(found, "关于页面数字的通知")
    number = row_with(found, "旗政发〔2024〕3号")
    middle = (AREA["left"] + AREA["right"]) / 2
    for what, row in (("issuer mark", mark), ("title", title)):
        check.near(f"middle of the {what}", (row[0].x + row[-1].x + row[-1].size * MM) / 2, middle)
    check.equal("size of the title", round(title[0].size), 22)
    rule = [stroke for stroke in strokes(page) if stroke.red]
    check.equal("red rules", len(rule), 1)
    if rule:
        number_bottom = number[0].y + 16 * 0.12 * MM
        check.near("red rule below the number", rule[0].top - number_bottom, 4)
        check.near("left end of the red rule", rule[0].left, AREA["left"])
        check.near("right end of the red rule", rule[0].right, AREA["right"])
        # Two blank lines, and the half of a line above and below each character.
        check.near("title below the red rule", centre(title[0]) - rule[0].top, 2 * pitch + pitch / 2)
    mongolian = min((character for character in found if "\u1820" <= character.text <= "\u1842"),
                    key=lambda character: character.y)
    head_top = mongolian.y - mongolian.size * 0.75 * MM  # about the height of letters that lie on their side
    if not 33 <= head_top - AREA["top"] <= 40:
        check.faults.append(f"the mark begins {head_top - AREA['top']:.1f} mm below the edge of the type area, not 35")


def check_end(page, check):
    found = characters(page)
    em = (AREA["right"] - AREA["left"]) / CHARACTERS
    date = row_with(found, DATE)
    check.near("end of the date", AREA["right"] - (date[-1].x + 16 * MM), 4 * em)
    body = row_with(found, BODY)
    check.near("middle of the issuing body over that of the date",
               (body[0].x + body[-1].x + 16 * MM) / 2, (date[0].x + date[-1].x + 16 * MM) / 2)
    rules = sorted(strokes(page), key=lambda stroke: stroke.top)
    check.equal("rules of the back matter", [round(rule.width, 2) for rule in rules], [0.35, 0.25, 0.35])
    if rules:
        check.near("last rule on the foot of the type area", rules[-1].top, AREA["bottom"])
        for rule in rules:
            check.near("left end of a rule", rule.left, AREA["left"])
            check.near("right end of a rule", rule.right, AREA["right"])
    copies = row_with(found, "抄送")
    check.near("indent of the copies", copies[0].x, AREA["left"] + 14 * MM)
    check.equal("size of the copies", round(copies[0].size), 14)


def faults_of(arguments):
    program, fonts, out = map(pathlib.Path, arguments)
    source, target = out / "gbt9704.json", out / "gbt9704.pdf"
    source.write_text(json.dumps(notice(), ensure_ascii=False), encoding="utf-8")
    done = common.run([program, "typeset", source, "-o", target, "--font-dir", fonts])
    if done.returncode != 0:
        return [done.stderr.decode(errors="replace")[:800]]
    document = pdfium.open_document(target)
    check = Checker()
    for page in document:
        width, height = page.get_size()
        check.near("width of the paper", width * MM, 210)
        check.near("height of the paper", height * MM, 297)
    pages = list(document)
    check_head(pages[0], check)
    for number, page in enumerate(pages, 1):
        check_page_number(page, number, check)
    full = [page for page in pages[1:] if len(lines_of(characters(page), 16)) >= LINES]
    if len(full) < 2:
        check.faults.append(f"{len(full)} pages are full, too few to look at")
    for page in full:
        check_full_page(page, check)
    check_end(pages[-1], check)
    document.close()
    return check.faults


if __name__ == "__main__":
    common.main("gbt9704", faults_of)
