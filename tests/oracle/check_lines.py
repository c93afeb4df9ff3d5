#!/usr/bin/env python3
"""Line breaks of 200 mixed paragraphs beside Chromium's: equal, or each difference has a rule with a name.

usage: check_lines.py BICHIG FONTS OUT

Paragraphs are drawn from the words of data/bench_words with a fixed seed. Chromium sets each stretch of text in the
face that Bichig chose for it, at the same size and measure, in vertical lines from left to right, so that what is left
to differ is where lines may end. The rules are checked on the characters at the edge, by data/kinsoku/kinsoku.toml and
by the advances that Chromium measures. A line that differs for a known reason is then laid upon Chromium too, and the
rest is compared again, until every line was.
"""
import collections
import html
import json
import pathlib
import random
import re
import shutil
import sys
import tempfile
import tomllib

from common import ROOT, Broken, output, run

sys.path.insert(0, str(ROOT / "tests" / "tools"))
import make_document  # noqa: E402  (stands in another folder)

SIZE = 16
MEASURES = (150, 240, 330, 420)
PARAGRAPHS = 200
ROUNDS = 40
Case = collections.namedtuple("Case", "measure text ends stretches")  # ends: of all lines; stretches: (face, text)
NEAR = 0.25  # points: Chromium counts in 1/64 px, run by run
KINSOKU = tomllib.loads((ROOT / "data/kinsoku/kinsoku.toml").read_text(encoding="utf-8"))
NOT_START = {chr(int(code, 16)) for row in KINSOKU["not_line_start"].values() for code in row}
NOT_END = {chr(int(code, 16)) for row in KINSOKU["not_line_end"].values() for code in row}
PARTED = {tuple(chr(int(code, 16)) for code in pair) for pair in KINSOKU["inseparable"]["pairs"]}
OPENING = {tuple(chr(int(code, 16)) for code in pair) for pair in KINSOKU["paragraph_start"]["pairs"]}
CONNECTORS = {chr(int(code, 16)) for code in KINSOKU["connectors"]["characters"]}
OF_CLASS = {chr(int(code, 16)) for code in KINSOKU["class_of"]}
QUOTES = set("\u2018\u2019\u201c\u201d")
BLANK = " \u00a0\u3000\t"
PAGE = """<!DOCTYPE html><meta charset="utf-8"><style>
%s
p { writing-mode: vertical-lr; font-size: %dpx; line-height: 2; margin: 0; text-spacing-trim: space-all;
    text-autospace: no-autospace; text-rendering: geometricPrecision; font-kerning: auto; }
</style><body>%s<pre id="answer"></pre><script>
const answer = [];
for (const p of document.querySelectorAll("p")) {
  const tops = [], sizes = [];
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.length; ++i) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rects = [...range.getClientRects()].filter(r => r.height > 0);
      tops.push(rects.length ? rects[0].top : null);
      sizes.push(rects.length ? rects[0].height : 0);
    }
  }
  answer.push({tops, sizes});
}
document.getElementById("answer").textContent = JSON.stringify(answer);
</script>"""


def paragraphs():
    """(measure, text) of PARAGRAPHS paragraphs, Mongolian with Chinese, Latin, numbers and marks of all kinds."""
    writer = make_document.Writer(7)
    chance = random.Random(7)
    for number in range(PARAGRAPHS):
        writer.connector = chance.choice([make_document.NNBSP, make_document.MVS])
        parts = []
        for _ in range(chance.randint(4, 8)):
            draw = chance.random()
            chinese = writer.chinese()
            name = writer.drawn(1)[0]
            if draw < 0.65:
                parts.append(writer.sentence(chance.randint(6, 14)))
            elif draw < 0.72:
                parts.append(chinese)
            elif draw < 0.80:
                parts.append(name + "\u1804 \u300a" + chinese[:chance.randint(2, 12)] + "\u300b")
            elif draw < 0.88:
                parts.append(chinese[:9] + "\u201c" + chinese[3:8] + "\u201d\u2014\u2014" + chinese[4:12] + "\uff01")
            else:
                bracketed = "(" + " ".join(writer.drawn(3)) + ")"
                parts.append(f"{name} \u2014\u2014 {bracketed} \u1801 {chinese[:4]} 3.5 GHz")
        yield MEASURES[number % len(MEASURES)], " ".join(parts)


def unquoted(text):
    """The text of a quoted string of the dump."""
    return re.sub(r"\\(.)|<([0-9A-F]{4,6})>", lambda m: m[1] or chr(int(m[2], 16)), text)


def bichig_lines(program, fonts, measure, texts):
    """For each text its line ends, as indexes, and its stretches of (PostScript name, text)."""
    dump = output([program, "layout", "--dump", "--align", "start", "--size", f"{SIZE}pt", "--margin", "0pt",
                   "--combine-digits", "0", "--mark-spacing", "as_written", "--width", "10000pt",
                   "--height", f"{measure}pt", "--font-dir", fonts, "-"],
                  input="\n".join(texts).encode("utf-8"))
    ends = collections.defaultdict(list)
    stretches = collections.defaultdict(list)
    paragraph = 0
    for row in dump.splitlines():
        line = re.match(r"  line (\d+)\.\d+ text \d+\.\.(\d+) ", row)
        glyphs = re.match(r'    glyphs \S+ (\S+) .* "(.*)"$', row)
        if line:
            paragraph = int(line[1]) - 1
            ends[paragraph].append(int(line[2]))
        elif glyphs:
            stretches[paragraph].append((glyphs[1], unquoted(glyphs[2])))
    for number, text in enumerate(texts):
        if "".join(part for _, part in stretches[number]) != text:
            raise Broken(f"the dump of paragraph {number} lacks a part of its text")
    return [(ends[number][:-1], stretches[number]) for number in range(len(texts))]


def marked_up(stretches, laid):
    """HTML of a paragraph; the lines of `laid` (begin: end) stand in Chromium as they are here."""
    lines = []  # (whether it is laid, HTML)
    begin = at = 0
    html_of_line = []
    edges = sorted(set(laid) | set(laid.values()))
    for face, text in stretches:
        while text:
            edge = next((edge for edge in edges if edge > at), None)
            part = text if edge is None else text[:edge - at]
            text = text[len(part):]
            html_of_line.append(f"<span style=\"font-family:'{face}'\">{html.escape(part)}</span>")
            at += len(part)
            if at == edge:
                lines.append((begin in laid, "".join(html_of_line)))
                html_of_line = []
                begin = at
    lines.append((False, "".join(html_of_line)))
    return "".join(f'<span style="white-space:nowrap">{line}</span><br>' if whole else line for whole, line in lines)


def page_of(cases, laid):
    faces = sorted({face for case in cases for face, _ in case.stretches})
    rules = "\n".join(f'@font-face {{ font-family: "{face}"; src: local("{face}"); }}' for face in faces)
    rows = [f'<p style="height:{case.measure}px">{marked_up(case.stretches, lines)}</p>'
            for case, lines in zip(cases, laid, strict=True)]
    return PAGE % (rules, SIZE, "\n".join(rows))


def chromium_answer(page, fonts, out):
    """What the page's script says; Chromium sees the fonts of one folder alone."""
    program = shutil.which("chromium")
    if program is None:
        raise Broken("chromium is missing: run ./dev setup")
    with tempfile.TemporaryDirectory(dir=out) as folder:
        folder = pathlib.Path(folder)
        (folder / "fonts.conf").write_text(
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir>'
            f"<cachedir>{folder}/cache</cachedir></fontconfig>", encoding="utf-8")
        (folder / "lines.html").write_text(page, encoding="utf-8")
        environment = {"FONTCONFIG_FILE": str(folder / "fonts.conf"), "HOME": str(folder), "PATH": "/usr/bin:/bin"}
        done = run([program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    f"--user-data-dir={folder}/profile", "--virtual-time-budget=20000", "--dump-dom",
                    f"file://{folder}/lines.html"], env=environment)
    found = re.search(r'<pre id="answer">(.+?)</pre>', done.stdout.decode("utf-8", "replace"), re.S)
    if not found:
        raise Broken(f"chromium gave no answer: {done.stderr.decode(errors='replace')[-500:]}")
    return json.loads(html.unescape(found[1]))


def chromium_ends(tops):
    """Line ends: where the place on the inline axis falls back. Spaces that hang have no place."""
    ends = []
    before = None
    for index, top in enumerate(tops):
        if top is None:
            continue
        if before is not None and top < before - 0.5:
            ends.append(index)
        before = top
    return ends


def forbidden(text, at):
    """The line-edge rule that forbids Bichig to end a line before `at`, or None."""
    first = text[at:].lstrip(BLANK)
    last = text[:at].rstrip(BLANK)
    if first[:1] in NOT_START:
        return "a mark that may not begin a line"
    if last[-1:] in NOT_END:
        return "a mark that may not end a line"
    if (last[-1:], first[:1]) in PARTED:
        return "a pair that may not be parted"
    if tuple(first[:2]) in OPENING:
        return "a dash begins a line only where a paragraph begins"
    if first[:1] in CONNECTORS or last[-1:] in CONNECTORS:
        return "a suffix stays with its stem"
    if re.search(r"[0-9A-Za-z][-\u2010]$", text[:at]) and re.match(r"[0-9A-Za-z]", text[at:]):
        return "no break after a hyphen in a word"
    return None


def is_chinese(line):
    """Whether most of the line's clusters may be full-width; Mongolian letters count as if they stood in pairs."""
    wide = sum(ord(character) >= 0x3000 or character in QUOTES | {"\u2014"} for character in line)
    return wide > (sum(character not in BLANK for character in line) - wide) / 2


def explain(case, begin, sizes, ours, theirs):
    """The rule by which two lines that begin at `begin` end at `ours` and `theirs`, or None."""
    text, measure = case.text, case.measure
    if theirs > ours:  # Chromium's line is longer
        rule = forbidden(text, theirs)
        if rule:
            return rule
        if text[begin:theirs].rstrip(BLANK)[-1:] in OF_CLASS:
            return "a mark of another class"
    longer = text[begin:max(ours, theirs)].rstrip(" ")
    # A space on which a line of Chromium's ends has no size.
    width = sum(size or (SIZE / 4 if character == " " else 0) for size, character in zip(sizes[begin:], longer))
    if abs(width - measure) < NEAR:
        return "the line is full to a fraction of a point"
    if ours > theirs:
        marks = sum(ord(character) >= 0x2010 for character in longer if character in NOT_START | NOT_END | QUOTES)
        if measure < width <= measure + marks * SIZE / 2 + NEAR and is_chinese(longer):
            return "marks squeezed"
        if text[ours - 1] == "/" and text[ours].isalnum():
            return "a line may end after a solidus (UAX #14, SY)"
        if set(text[max(theirs - 1, 0):ours + 1]) & QUOTES:
            return "Chinese quotation marks open and close"
    return None


def compare(case, answer, known, rules, faults):
    """Notes and lays the lines that differ though both begin at one place; whether there may be more of them."""
    theirs = chromium_ends(answer["tops"]) + [len(case.text)]
    shared = set(case.ends) & set(theirs)
    more = False
    begin = 0
    for end in case.ends:
        if end <= begin:
            continue  # a line of which Chromium has no counterpart yet
        their_end = next(place for place in theirs if place > begin)
        if begin in known or end == their_end:
            begin = end
            continue
        rule = explain(case, begin, answer["sizes"], end, their_end)
        rules[rule] += 1
        if rule is None:
            faults.append(f"measure {case.measure}, a line from {begin}: Bichig ends it at {end}, Chromium at "
                          f"{their_end}: {case.text[begin:end]!r} {case.text[end:max(end, their_end) + 3]!r}")
        known[begin] = end
        more = True
        begin = min(place for place in shared if place > begin)
    return more


def main():
    program, fonts, out = sys.argv[1:4]
    fonts = pathlib.Path(fonts).resolve()
    drawn = list(paragraphs())
    cases = []
    for measure in MEASURES:
        texts = [text for room, text in drawn if room == measure]
        for text, (ends, stretches) in zip(texts, bichig_lines(program, fonts, measure, texts), strict=True):
            cases.append(Case(measure, text, ends + [len(text)], stretches))
    laid = [{} for _ in cases]
    rules = collections.Counter()
    faults = []
    left = list(range(len(cases)))
    for _ in range(ROUNDS):
        answers = chromium_answer(page_of([cases[i] for i in left], [laid[i] for i in left]), fonts,
                                  pathlib.Path(out).resolve())
        left = [i for i, answer in zip(left, answers, strict=True)
                if compare(cases[i], answer, laid[i], rules, faults)]
        if not left:
            break
    else:
        faults.append(f"not all lines were compared in {ROUNDS} rounds")
    lines = sum(len(case.ends) for case in cases)
    untouched = sum(not known for known in laid)
    print(f"{len(cases)} paragraphs, {untouched} of them with equal lines; {lines} lines, "
          f"{lines - sum(rules.values())} of them equal. The others end where they do by these rules:")
    for rule, count in rules.most_common():
        print(f"  {count:4} {rule or 'NO RULE'}")
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Broken as broken:
        sys.exit(f"check_lines: {broken}")
