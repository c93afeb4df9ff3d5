"""The pages of a letter, an order, minutes, a joint document and a vertical one have the numbers of GB/T 9704-2012, and
the vertical one those of its counterpart: check_gbt9704_kinds.py BICHIG FONTS OUT.

Places are PDFium's, as in check_gbt9704.py. A mark is of characters whose ink fills their em box evenly.
"""
import collections
import ctypes
import json
import pathlib

import common
import pdfium
import pypdfium2.raw as raw
from check_gbt9704 import AREA, CHARACTERS, LINES, MM, Checker, centre, characters, row_with, strokes

PITCH = (AREA["bottom"] - AREA["top"]) / LINES
EM = 16 * MM
GRID = (AREA["right"] - AREA["left"]) / CHARACTERS
MONGOLIAN = "\u182e\u1823\u1829\u182d\u1823\u182f"
DATE = "2024年3月18日"
TEXT = [{"type": "paragraph", "text": "正文" * 40}]
Box = collections.namedtuple("Box", "text left top right bottom")  # of the ink, mm from the upper left corner


def boxes(page):
    textpage = page.get_textpage()
    height, found = page.get_height(), []
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, index)
        if code <= 0x20 or raw.FPDFText_IsGenerated(textpage.raw, index) == 1:
            continue
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top)
        found.append(Box(chr(code), left.value * MM, (height - top.value) * MM, right.value * MM,
                         (height - bottom.value) * MM))
    textpage.close()
    return found


def straightened(rule):
    """The stroke with the places of its axis and its ends: PDFium's box of a path reaches a whole width beyond it."""
    half, axis = rule.width / 2, (rule.top + rule.bottom) / 2
    return rule._replace(left=rule.left + half, right=rule.right - half, top=axis, bottom=axis)


def top_of(character):
    return centre(character) - character.size * MM / 2


def bottom_of(character):
    return centre(character) + character.size * MM / 2


def right_of(row):
    return row[-1].x + row[-1].size * MM


def official(kind, profile, version, issuer="田国田国", number="旗政函〔2024〕3号", **more):
    return {"kind": kind, "profile": profile, "issuer": {"mn": MONGOLIAN, "zh": issuer}, "number": {"zh": number},
            "versions": [{"language": "zh-Hans", "date": DATE, "blocks": TEXT, **version}], **more}


class Setter:
    """Typesets documents and opens their pages."""

    def __init__(self, program, fonts, out):
        self.program, self.fonts, self.out, self.count = program, fonts, out, 0

    def pages(self, document):
        self.count += 1
        source = self.out / f"gbt9704_kinds_{self.count}.json"
        target = source.with_suffix(".pdf")
        source.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        done = common.run([self.program, "typeset", source, "-o", target, "--font-dir", self.fonts])
        if done.returncode != 0:
            raise common.Broken(done.stderr.decode(errors="replace")[:800])
        return list(pdfium.open_document(target))


def check_letter(setter, check):
    version = {"title": "关于数字的函", "signature": "旗人民政府", "addressee": "各旗", "copy_number": "000001",
               "blocks": TEXT * 12}
    page = setter.pages(official("letter", "chinese-first", version))[0]
    check.near("letter: mark below the top of the paper", top_of(row_with(characters(page), "田国田国")[0]), 30)

    pages = setter.pages(official("letter", "inner-mongolia-1996", version))
    found = characters(pages[0])
    rules = sorted(map(straightened, strokes(pages[0])), key=lambda stroke: stroke.top)
    check.equal("letter: red rules", [rule.red for rule in rules], [True] * 4)
    if len(rules) != 4:
        return
    for rule in rules:
        check.near("letter: length of a rule", rule.right - rule.left, 170)
        check.near("letter: left end of a rule", rule.left, (210 - 170) / 2)
    widths = [rule.width for rule in rules]
    check.equal("letter: thick, thin; thin, thick", [widths[0] > widths[1], widths[2] < widths[3]], [True, True])
    mark = row_with(found, "田国田国")
    check.near("letter: upper rule below the mark", rules[0].top - rules[0].width / 2 - bottom_of(mark[0]), 4)
    check.near("letter: lower rule above the foot", 297 - (rules[3].top + rules[3].width / 2), 20)
    number, copy = row_with(found, "旗政函〔2024〕3号"), row_with(found, "000001")
    check.near("letter: number ends at the edge", right_of(number), AREA["right"])
    check.near("letter: copy number at the edge", copy[0].x, AREA["left"])
    check.near("letter: number 7/8 of a character below the rule",
               top_of(number[0]) - (rules[1].top + rules[1].width / 2), EM * 7 / 8)
    title = row_with(found, "关于数字的函")
    check.near("letter: title two lines below the last element", centre(title[0]) - centre(number[0]), 3 * PITCH)
    texts = ["".join(character.text for character in characters(page)) for page in pages[:2]]
    check.equal("letter: numbers on pages 1 and 2", [texts[0].count("—"), texts[1].count("—2—")], [0, 1])


def check_order(setter, check):
    version = {"signers": [{"office": "旗长", "name": "甲乙丙"}]}
    page = setter.pages(official("order", "chinese-first", version, number="第2号"))[0]
    check.near("order: mark below the edge", top_of(row_with(characters(page), "田国田国")[0]) - AREA["top"], 20)
    page = setter.pages(official("order", "inner-mongolia-1996", version, number="第2号"))[0]
    found = characters(page)
    mark, number = row_with(found, "田国田国")[0], row_with(found, "第2号")
    line_end = centre(mark) + mark.size * MM * 1.3 / 2
    check.near("order: number two lines below the mark", centre(number[0]) - line_end, 2.5 * PITCH)
    check.near("order: number centred", (number[0].x + right_of(number)) / 2, (AREA["left"] + AREA["right"]) / 2)
    check.near("order: text two lines below the number", centre(row_with(found, "正文")[0]) - centre(number[0]),
               3 * PITCH)
    check.equal("order: rules", len(strokes(page)), 0)
    office, name, date = (row_with(found, text) for text in ("旗长", "甲乙丙", DATE))
    check.near("order: name ends four characters before the edge", AREA["right"] - right_of(name), 4 * EM)
    check.near("order: office two characters before the name", name[0].x - right_of(office), 2 * EM)
    check.near("order: office and name on one line", centre(office[0]), centre(name[0]))
    check.near("order: date ends there too", AREA["right"] - right_of(date), 4 * EM)
    check.near("order: a blank line between", centre(date[-1]) - centre(name[0]), 2 * PITCH)


def check_minutes(setter, check):
    version = {"title": "会议", "attendance": {"present": "甲乙" * 30, "excused": "丙", "observers": "丁"}}
    page = setter.pages(official("minutes", "chinese-first", version, number="第3期"))[0]
    found = characters(page)
    check.near("minutes: mark below the edge", top_of(row_with(found, "田国田国")[0]) - AREA["top"], 35)
    row_with(found, "（第3期）")
    present, excused = row_with(found, "出席：甲乙"), row_with(found, "请假：丙")
    check.near("minutes: indent of a list", present[0].x, AREA["left"] + 2 * GRID)
    check.near("minutes: the next list", excused[0].x, AREA["left"] + 2 * GRID)
    rows = collections.defaultdict(list)
    for character in found:
        if character.text in "甲乙":
            rows[round(character.y, 1)].append(character.x)
    check.equal("minutes: lines of a list", len(rows), 3)
    for starts in rows.values():
        check.near("minutes: lines go on under the first name", min(starts), present[3].x)
    last_text = max(centre(character) for character in found if character.text in "正文")
    check.near("minutes: a blank line above the lists", centre(present[0]) - last_text, 2 * PITCH)


def check_joint(setter, check):
    version = {"title": "请示", "signers": ["甲乙", "丙丁"], "signature": ["田国田局", "国田国局"]}
    document = official("notice", "chinese-first", version, issuer=["田国田局", "国田国局"], number="田发〔2024〕3号")
    pages = setter.pages(document)
    page, found = pages[0], characters(pages[0])
    first, second, word = (row_with(found, text) for text in ("田国田局", "国田国局", "文件"))
    check.near("joint: mark below the edge", top_of(first[0]) - AREA["top"], 35)
    check.near("joint: word in the middle of the names", centre(word[0]), (centre(first[0]) + centre(second[0])) / 2)
    check.equal("joint: word beside the names", word[0].x > right_of(first), True)
    check.near("joint: names and word are centred", (first[0].x + right_of(word)) / 2,
               (AREA["left"] + AREA["right"]) / 2)
    number, signers = row_with(found, "田发〔2024〕3号"), row_with(found, "签发人：甲乙")
    check.near("upward: number one character from the edge", number[0].x, AREA["left"] + EM)
    last = row_with(found, "丙丁")
    check.near("upward: signers end one character before the edge", AREA["right"] - right_of(last), EM)
    check.near("upward: one line", centre(number[0]), centre(signers[0]))
    rule = next(stroke for stroke in strokes(page) if stroke.red)
    check.near("upward: red rule below the number", rule.top - bottom_of(number[0]), 4)
    tail = characters(pages[-1])
    check.equal("joint: pages", len(pages), 2)  # the seals have no room on the first one
    bodies = [row_with(tail, text) for text in ("田国田局", "国田国局")]
    date = row_with(tail, DATE)
    middles = [(row[0].x + right_of(row)) / 2 for row in (*bodies, date)]
    check.near("joint: bodies on one line", centre(bodies[0][0]), centre(bodies[1][0]))
    check.equal("joint: seals of 45 mm do not meet", middles[1] - middles[0] > 45, True)
    check.near("joint: date under the last body", middles[2], middles[1])


def check_unsealed_and_annex(setter, check):
    body = "田国田国田国田国田国田局"
    version = {"title": "通知", "signature": body, "cc": "旗委",
               "annexes": [{"title": "表的题目", "blocks": TEXT}, {"title": "二", "blocks": TEXT}]}
    pages = setter.pages(official("notice", "chinese-first", version, sealed=False, number="田发〔2024〕3号"))
    found = [character for page in pages[:-2] for character in characters(page)]
    row, date = row_with(found, body), row_with(found, DATE)
    check.near("unsealed: body ends two characters before the edge", AREA["right"] - right_of(row), 2 * EM)
    check.near("unsealed: date begins two characters after the body", date[0].x - row[0].x, 2 * EM)
    found = characters(pages[-2])
    label, title = row_with(found, "附件1"), row_with(found, "表的题目")
    check.near("annex: label at the edge", label[0].x, AREA["left"])
    check.near("annex: label in the first line", centre(label[0]), AREA["top"] + PITCH / 2)
    check.near("annex: title in the third line", centre(title[0]), AREA["top"] + 2.5 * PITCH)
    check.near("annex: title centred", (title[0].x + right_of(title)) / 2, (AREA["left"] + AREA["right"]) / 2)
    check.equal("annex: size of the title", round(title[0].size), 22)
    rules = sorted(strokes(pages[-1]), key=lambda stroke: stroke.top)
    check.near("annexes: back matter after them", rules[-1].top if rules else 0, AREA["bottom"])


def check_vertical(setter, check):
    version = {"language": "mn-Mong", "title": MONGOLIAN, "date": "田国田国", "cc": MONGOLIAN, "signature": MONGOLIAN,
               "blocks": [{"type": "paragraph", "text": MONGOLIAN}]}
    document = official("notice", "chinese-first", version, issuer="国国国", number=MONGOLIAN)
    page = setter.pages(document)[0]
    width, height = page.get_size()
    check.near("vertical: width of the paper", width * MM, 210)
    check.near("vertical: height of the paper", height * MM, 297)
    found = boxes(page)
    text = "".join(box.text for box in found)
    mark = found[text.index("国国国"):][:3]
    size = mark[1].top - mark[0].top
    middle = (mark[0].left + mark[0].right) / 2
    check.near("vertical: mark from the edge", middle - size / 2 - AREA["left"], 10)
    check.near("vertical: mark centred", (mark[0].top + mark[2].bottom) / 2, (AREA["top"] + AREA["bottom"]) / 2)
    rules = sorted(strokes(page), key=lambda stroke: stroke.left)
    check.equal("vertical: rules", [rule.red for rule in rules], [True, False, False])
    for rule in rules:
        check.near("vertical: upper end of a rule", rule.top, AREA["top"])
        check.near("vertical: lower end of a rule", rule.bottom, AREA["bottom"])
    check.near("vertical: last rule on the right edge", rules[-1].left if rules else 0, AREA["right"])
    date = found[text.rindex("田国田国"):][:4]
    bearing = (size - (mark[0].bottom - mark[0].top)) / 2 / size * EM
    check.near("vertical: date four characters above the edge", AREA["bottom"] - date[3].bottom - bearing, 4 * EM)
    number = found[text.rindex("—1—"):][:3]
    check.near("vertical: page number level", (number[0].top + number[0].bottom) / 2,
               (number[2].top + number[2].bottom) / 2)
    check.near("vertical: dash of the page number", (number[0].top + number[0].bottom) / 2, AREA["bottom"] + 7)
    check.near("vertical: page number at the right", AREA["right"] - number[2].right, 14 * MM)


def faults_of(arguments):
    setter, check = Setter(*map(pathlib.Path, arguments)), Checker()
    for part in (check_letter, check_order, check_minutes, check_joint, check_unsealed_and_annex, check_vertical):
        part(setter, check)
    return check.faults


if __name__ == "__main__":
    common.main("gbt9704_kinds", faults_of)
