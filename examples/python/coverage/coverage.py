#!/usr/bin/env python3
"""How much of a corpus a dictionary knows, with a chart: coverage.py [--svg FILE] [FILE…]

A row for each document, and the words that are missing most often. The chart shows the shares, and the missing words
under their bars as they are written: in vertical lines.
"""

import argparse
import collections
import html
import pathlib
from typing import NamedTuple

import bichig

ROOT = pathlib.Path(__file__).resolve().parents[3]
DOCUMENTS = [ROOT / "examples" / name for name in (
    "official/announcement.md", "official/letter.md", "official/minutes.md", "official/notice.md", "official/order.md",
    "notice/notice.md", "plain/mongolian.md")]
COLOURS = {"right": "#3a7d44", "encoding": "#e0a030", "suffix": "#d9793a", "spelling": "#b8322c", "unknown": "#9aa5b1"}


class Study(NamedTuple):
    """A document: how many words of each class."""

    name: str
    words: int
    classes: dict[str, int]


def study(path: pathlib.Path, checker: bichig.Checker, missing: "collections.Counter[str]") -> Study:
    """Counts the words of a document, and the ones that are missing."""
    text = bichig.Document.open(path).text
    report = checker.report(text, suggestions=False, accept_nnbsp=True)
    classes: "collections.Counter[str]" = collections.Counter()
    for finding in report.findings:
        kind = {"name": "unknown", "mixed": "spelling"}.get(finding.fault, finding.fault)
        classes[kind] += 1
        if kind in ("unknown", "spelling"):
            missing[bichig.normalize(finding.range.of(text))] += 1
    classes["right"] = report.words - sum(classes.values())
    return Study(f"{path.parent.name}/{path.stem}", report.words, dict(classes))


def text_at(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{html.escape(text)}</text>'


def shares(studies: list[Study]) -> list[str]:
    """A bar for each document, split by class."""
    parts = []
    for number, done in enumerate(studies):
        y, x = 60 + number * 26, 150.0
        parts.append(text_at(140, y + 13, done.name, "end"))
        for kind, colour in COLOURS.items():
            width = 480 * done.classes.get(kind, 0) / max(done.words, 1)
            parts.append(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="18" fill="{colour}"/>')
            x += width
        parts.append(text_at(640, y + 13, f"{done.classes['right'] / max(done.words, 1):.0%} of {done.words}"))
    for number, (kind, colour) in enumerate(COLOURS.items()):
        parts.append(f'<rect x="{150 + number * 96}" y="30" width="12" height="12" fill="{colour}"/>')
        parts.append(text_at(167 + number * 96, 41, kind))
    return parts


def words_below(top: float, counted: list[tuple[str, int]]) -> list[str]:
    """A bar for each missing word, with the word under it."""
    parts, most = [text_at(40, top, "missing most often")], max((count for _, count in counted), default=1)
    for number, (word, count) in enumerate(counted):
        x, height = 60 + number * 48, 80 * count / most
        parts.append(f'<rect x="{x}" y="{top + 110 - height:.1f}" width="24" height="{height:.1f}" '
                     f'fill="{COLOURS["unknown"]}"/>')
        parts.append(text_at(x + 12, top + 104 - height, str(count), "middle"))
        picture = bichig.render_text(word, bichig.Style(font_size=18), format="svg")
        place = f'<svg x="{x + 12 - picture.size.width * 2 / 3:.1f}" y="{top + 118:.1f}"'  # 1 pt is 4/3 pixels
        parts.append(bichig.inline_svg(picture.svg).replace("<svg", place, 1))
    return parts


def chart(studies: list[Study], counted: list[tuple[str, int]]) -> str:
    """Both, as an SVG file."""
    top = 60 + len(studies) * 26 + 36
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="760" height="{top + 280}" font-family="sans-serif" '
            f'font-size="12"><rect width="100%" height="100%" fill="#fff"/>'
            + "".join(shares(studies) + words_below(top, counted)) + "</svg>\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=pathlib.Path, default=DOCUMENTS)
    parser.add_argument("--svg", type=pathlib.Path)
    options = parser.parse_args()
    checker, missing = bichig.Checker(), collections.Counter[str]()
    studies = [study(path, checker, missing) for path in options.files]
    for done in studies:
        print(f"{done.name}: {done.words} words, " + ", ".join(f"{count} {kind}" for kind, count
                                                               in sorted(done.classes.items())))
    counted = missing.most_common(14)
    print("missing: " + ", ".join(f"{bichig.to_latin(word)} ({count})" for word, count in counted))
    if options.svg:
        options.svg.write_text(chart(studies, counted), encoding="utf-8")


if __name__ == "__main__":
    main()
